"""Needs and safe contact of the patient on screen, on one page over the one they came from.

What stands here is kept by Done, by Esc and by a lock alike: closing never throws anything away.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.errors import Known
from app.services.needs import Needs
from ui.language import as_shown, told, tr
from ui.models.needs import NeedsModel, NeedsShown
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choices import RadioList, TickBox
from ui.widgets.field import Field
from ui.widgets.inputs import LineEdit
from ui.widgets.layout import Column, Grid, Icon, Label, Row, clear, is_narrow
from ui.widgets.lookup import Lookup, Option
from ui.widgets.page import Page
from ui.widgets.scroll import Scroll
from ui.widgets.typed import Beside, Typed

TITLE = tr("Needs and safe contact")
ONCE = tr("Asked once. It stands in the banner, and letters follow it.")
UNDERSTAND = tr("To understand each other")
INTERPRETER = tr("Interpreter for")
ANY_NAME = tr("Language, or nothing")
FORMATS = tr("Also needed")
SAFELY = tr("To reach them safely")
CONTACT = tr("Safe to contact by")
NOT_TO = tr("Do not speak to")
NOBODY_NAMED = tr("No such rule")
SAFE_NUMBER = tr("The only safe number to call, if there is one")
DONE = tr("Done")
SAVED = tr("Needs saved.")


class NeedsView(Page):
    """`closed()` once what stands here is kept."""

    closed = Signal()

    def __init__(self, model: NeedsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._patient_id = ""
        self._is_read = False  # until then the fields are empty, or hold another patient's needs
        self._narrow: bool | None = None
        self.interpreter = Field(INTERPRETER, Lookup(placeholder=ANY_NAME))
        self.rule = Label("", scale="small", role="text2", wrap=True)
        self.ticks: list[TickBox] = []
        self._formats: tuple[str, ...] = ()  # what they tick, as the records word it
        self._ticks = Column(gap=2)
        self.contact = RadioList(CONTACT, [])
        self.not_to = RadioList(NOT_TO, [])
        self._contact, self._not_to = Column(), Column()
        self.number = Field(SAFE_NUMBER, LineEdit())
        line = self.number.input
        self._half = Typed(
            *(self, "safe_number"),
            read=line.text,
            show=line.setText,
            beside=Beside(SAFE_NUMBER, lambda: self._number_kept),
        )
        self._number_kept = ""
        self.done = Button(DONE, kind="primary", icon="check", key="Enter", main=True)
        self._cards = QWidget()
        self._grid = Grid(self._cards, gap=(14, 14))
        self.left, self.right = self._understanding(), self._reaching()
        self._build()
        model.read.connect(self._show)
        model.recorded.connect(self._recorded)
        model.refused.connect(self.refuse)

    def open(self, patient_id: str) -> None:
        """Read this patient's needs and show them."""
        self._half.set_down()
        self._patient_id, self._is_read = patient_id, False
        self._clear_errors()
        self._model.load(patient_id)

    def take_focus(self) -> None:
        """Into the first field."""
        self.interpreter.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> bool:
        """Esc: keep what stands here, then go back."""
        self._keep()
        return True

    def keep_on_leaving(self) -> None:
        """Keep what stands here of a desk that is left: nobody is there to put a number right."""
        if self._is_read:
            self._model.keep(self._patient_id, self._standing())

    def refuse(self, known: Known) -> None:
        """What to put right, beside its field."""
        if not self.isVisible():
            return
        field = self.number if known.field == "safe_number" else self.interpreter
        field.set_error(told(known))
        field.input.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, told(known), assertive=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back as Done does."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two cards side by side, or one above the other."""
        super().resizeEvent(event)
        self._arrange()

    def restyle(self) -> None:
        """Take the sizes of the current theme."""
        self._narrow = None
        self._arrange()

    # Building

    def _build(self) -> None:
        inside = QWidget()
        Column(inside, gap=14, margins=(0, 0, 6, 10)).holding(self._cards, None)
        whole = Column(self, gap=12, margins=(32, 20, 18, 20))
        whole.addWidget(Label(TITLE, scale="screen", weight="strong"))
        whole.addWidget(Scroll(inside), 1)
        foot = Row(gap=16, margins=(0, 0, 6, 0))
        foot.addWidget(Label(ONCE, scale="small", role="text2", wrap=True), 1)
        foot.addWidget(self.done)
        whole.addLayout(foot)
        self.done.clicked.connect(self._keep)
        self._arrange()

    def _understanding(self) -> Card:
        card = Card(UNDERSTAND, icon="language", gap=10)
        rule = Row(gap=8)
        rule.addWidget(Icon("info-circle", role="text2", size=18), 0, Qt.AlignmentFlag.AlignTop)
        rule.addWidget(self.rule, 1)
        card.body.addWidget(self.interpreter)
        card.body.addLayout(rule)
        card.body.addSpacing(6)
        card.body.addWidget(Label(FORMATS, scale="small", weight="strong"))
        card.body.addLayout(self._ticks)
        card.body.addStretch(1)
        return card

    def _reaching(self) -> Card:
        card = Card(SAFELY, icon="shield-check", gap=10)
        card.body.addWidget(Label(CONTACT, scale="small", weight="strong"))
        card.body.addLayout(self._contact)
        card.body.addSpacing(6)
        card.body.addWidget(Label(NOT_TO, scale="small", weight="strong"))
        card.body.addLayout(self._not_to)
        card.body.addSpacing(6)
        card.body.addWidget(self.number)
        card.body.addStretch(1)
        return card

    def _arrange(self) -> None:
        narrow = is_narrow(self)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._grid.addWidget(self.left, 0, 0)
        self._grid.addWidget(self.right, 1 if narrow else 0, 0 if narrow else 1)
        for column in range(2):
            self._grid.setColumnStretch(column, 0 if narrow and column else 1)

    # What happens

    def _show(self, shown: NeedsShown) -> None:
        if shown.patient_id != self._patient_id:
            return
        self._is_read = True
        page, kept = shown.page, shown.page.needs
        self.rule.setText(page.interpreter_rule)
        self.interpreter.input.set_options(
            [Option(one.name, one.name, (one.own, one.code)) for one in shown.languages]
        )
        self.interpreter.input.setText(kept.interpreter)
        clear(self._ticks)
        self.ticks, self._formats = [], page.formats
        for words in page.formats:
            tick = TickBox(as_shown(words))
            tick.setChecked(words in kept.formats)
            self.ticks.append(tick)
            self._ticks.addWidget(tick)
        self.contact = _radios(self._contact, CONTACT, page.contact, kept.safe_contact or "any")
        nobody = (("", NOBODY_NAMED), *page.not_to)
        self.not_to = _radios(self._not_to, NOT_TO, nobody, kept.not_to)
        self._number_kept = kept.safe_number
        self.number.input.setText(kept.safe_number)
        self._half.take_up(shown.patient_id)
        self.take_focus()

    def _keep(self) -> None:
        self._clear_errors()
        if self._is_read:
            self._model.record(self._patient_id, self._standing())
        else:
            self.closed.emit()

    def _standing(self) -> Needs:
        return Needs(
            interpreter=self._language(),
            formats=tuple(
                words
                for words, one in zip(self._formats, self.ticks, strict=True)
                if one.isChecked()
            ),
            safe_contact=str(self.contact.value() or ""),
            safe_number=self.number.input.text(),
            not_to=str(self.not_to.value() or ""),
        )

    def _language(self) -> str:
        """The language typed; as much of its name as tells it from all others is enough."""
        typed = self.interpreter.input.text()
        found = self.interpreter.input.matches(typed)
        return found[0].text if len(found) == 1 else typed

    def _recorded(self, _patient: object) -> None:
        self._half.done()
        announce(self, SAVED)
        self.closed.emit()

    def _clear_errors(self) -> None:
        self.interpreter.set_error("")
        self.number.set_error("")


def _radios(
    home: Column, question: str, choices: tuple[tuple[str, str], ...], value: str
) -> RadioList:
    """Other choices in place of those that stand there."""
    clear(home)
    made = RadioList(question, choices)
    made.set_value(value)
    home.addWidget(made)
    return made
