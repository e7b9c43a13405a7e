"""The groups of fields of the visitor page, a card each: four columns of them, two, or one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.pricing.care import Care
from app.services.countries import CountryName
from app.services.particulars import FieldGroup
from ui.language import tr
from ui.theme import current
from ui.views.particular import Particular
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.layout import Grid, Label, Row, Rule, clear
from ui.widgets.lookup import Option

LITTLE_NEEDED = tr("Only name and one contact are needed.")
ENTER_CARD = tr("Enter the &card")
_CARD_BELOW = "issuer"  # a field of the group below which a card is taken down
_LEAST_COLUMN, _GAP = 250, 14


class FieldGroups(QWidget):
    """`left(name)` of a field that was left, `searched(words)` for care, `card_wanted()`."""

    left = Signal(str)
    searched = Signal(str)
    card_wanted = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._countries: Sequence[CountryName] = ()
        self._columns = 0
        self._grid = Grid(self, gap=(_GAP, _GAP))
        self.fields: dict[str, Particular] = {}
        self.cards: list[Card] = []
        self.card_button: Button | None = None  # of the groups that are shown

    def show_groups(self, groups: Sequence[FieldGroup]) -> None:
        """What is kept; the same fields keep what is being typed."""
        if {field.id for group in groups for field in group.fields} != set(self.fields):
            self._make(groups)
        for group in groups:
            for field in group.fields:
                self.fields[field.id].show_kept(field.value)

    def forget(self) -> None:
        """Nothing of the last patient stays."""
        clear(self._grid)
        self.fields, self.cards = {}, []

    def unsaved(self) -> dict[str, tuple[str, str]] | None:
        """By field what stands there and the store does not hold, beside what it holds."""
        found = {name: one.unsaved() for name, one in self.fields.items()}
        return {name: said for name, said in found.items() if said is not None} or None

    def go_on_with(self, unsaved: Mapping[str, tuple[str, str]]) -> None:
        """What had been typed and could not be kept, such as half a day."""
        for name, (text, kept) in unsaved.items():
            if name in self.fields:
                self.fields[name].go_on_with(text, kept)

    def take_focus(self) -> None:
        """Into the first field with nothing in it, or the first."""
        empty = [one for one in self.fields.values() if not one.text()]
        for one in (empty or list(self.fields.values()))[:1]:
            one.focus()

    def set_countries(self, names: Sequence[CountryName]) -> None:
        """The countries for the type-ahead."""
        self._countries = names
        for one in self.fields.values():
            one.set_countries(names)

    def offer_care(self, found: Sequence[Care]) -> None:
        """What was found of the care that was looked for."""
        options = [Option(one.code, one.words) for one in found]
        for field in self.fields.values():
            field.offer_care(options)

    def show_understood(self, understood: Mapping[str, str]) -> None:
        """How what was typed was understood."""
        for name, text in understood.items():
            if name in self.fields:
                self.fields[name].show_understood(text)

    def clear_errors(self) -> None:
        """Nothing is wrong so far."""
        for one in self.fields.values():
            one.set_error("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards made before the page is in sight have no width yet."""
        super().resizeEvent(event)
        self._arrange()

    def restyle(self) -> None:
        """Take the sizes of the current theme."""
        self._columns = 0
        self._arrange()

    def _make(self, groups: Sequence[FieldGroup]) -> None:
        self.forget()
        for group in groups:
            card = Card(group.title, icon=group.icon, scale="body", margins=(16, 12, 16, 14), gap=7)
            card.body.addWidget(Rule())
            for field in group.fields:
                one = Particular(field, self._today)
                one.set_countries(self._countries)
                one.left.connect(self.left)
                one.searched.connect(self.searched)
                self.fields[field.id] = one
                card.body.addWidget(one.field)
                # Words that wrap guess at two lines: held to that, the page scrolled to nothing.
                one.field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            of_group = [self.fields[field.id] for field in group.fields]
            for one in of_group:
                one.go_with(of_group)
            if _CARD_BELOW in {field.id for field in group.fields}:
                card.body.addLayout(Row().holding(self._new_card_button(), None))
            card.body.addStretch(1)
            if group is groups[-1]:
                card.body.addWidget(Label(LITTLE_NEEDED, scale="small", role="text2", wrap=True))
            self.cards.append(card)
        self._columns = 0
        self._arrange()

    def _new_card_button(self) -> Button:
        self.card_button = Button(ENTER_CARD, icon="id", small=True)
        self.card_button.clicked.connect(self.card_wanted)
        return self.card_button

    def _arrange(self) -> None:
        theme = current()
        fits = (self.width() + theme.px(_GAP)) // theme.px(_LEAST_COLUMN + _GAP)
        columns = 4 if fits >= 4 else 2 if fits >= 2 else 1
        if columns == self._columns:
            return
        self._columns = columns
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
