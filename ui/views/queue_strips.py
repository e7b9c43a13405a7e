"""What the queue asks for above its list: a filter, an order, a person, a day, a name.

A strip lies between the filters and the cases, so that these stay in sight. Esc closes it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.errors import Known
from ui.drafts import OWN
from ui.language import as_shown, spoken, told, tr
from ui.models.queue import YES, Filter
from ui.theme import current
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.inputs import Choice, DateEdit, LineEdit
from ui.widgets.layout import Label
from ui.widgets.typed import Typed, typed_in

CANCEL = tr("Cancel")
ADD, FILTER_BY, IS = tr("Add"), tr("Filter by"), tr("Is")
SORT, SORT_BY = tr("Sort"), tr("Sort by")
GIVE, GIVE_TO = tr("Assign"), tr("Assign to")
PUT_AWAY, UNTIL, WAITS_FOR = tr("Snooze"), tr("Until"), tr("Waiting for")
SAVE, NAME = tr("Save"), tr("Name of the view")
DELETE, SURE = tr("Delete the view"), tr("No case is touched. Only this view of yours goes.")
CHOOSE = tr("Choose one first.")
ORDERS = (
    ("rank", tr("Protection, then who leaves first")),
    ("treatment", tr("Treatment date")),
    ("due", tr("The day it is due")),
    ("patient", tr("Name")),
    ("ref", tr("Reference")),
)
_WIDE = 210


class Strip(Card):
    """Fields in a line, the act, Cancel; each kind says what the act does.

    `closed` follows both; the page puts the focus back.
    """

    closed = Signal()

    def __init__(self, act: str, *fields: Field[QWidget], name: str = "") -> None:
        super().__init__(ground="tint", margins=(14, 8, 14, 10))
        self.fields = fields
        self.act = Button(act, kind="primary", key="Enter")
        self.cancel = Button(CANCEL, key="Esc")
        self.whom = Label("", weight="strong", wrap=True)
        self.problem = Label("", weight="strong", role="error", wrap=True)
        self._line = Flow(gap=(10, 6), on_one_foot=True)
        for part in (*fields, self.act, self.cancel):
            self._line.addWidget(part)
        self.body.addWidget(self.whom)
        self.body.addLayout(self._line)
        self.body.addWidget(self.problem)
        self.whom.hide()
        self.problem.hide()
        self.setAccessibleName(name or act)
        self._typed: Typed | None = None  # of a strip in which something is written
        self.cancel.clicked.connect(self.close_strip)
        self.hide()

    def say_whom(self, words: str) -> None:
        """Which cases the act is for."""
        self.whom.setText(words)
        self.whom.show()
        self.act.setAccessibleDescription(words)

    def open_strip(self) -> None:
        """Show it, the focus on its first field; what came back there goes as others are typed."""
        self.refuse(None)
        self.show()
        (self.fields[0] if self.fields else self.act).setFocus(Qt.FocusReason.OtherFocusReason)
        first = self.fields[0].input if self.fields else None
        if isinstance(first, LineEdit):
            first.selectAll()

    def close_strip(self) -> None:
        """Put it away; nothing is done."""
        self.hide()
        self.closed.emit()

    def done(self) -> None:
        """What it asked is done."""
        if self._typed is not None:
            self._typed.done()

    def refuse(self, known: Known | None) -> None:
        """Say what it lacks, in its own words."""
        self.problem.setText(told(known) if known is not None else "")
        self.problem.setVisible(known is not None)
        if known is not None:
            announce(self, told(known), assertive=True)

    def restyle(self) -> None:
        """Fields as wide as the design says."""
        super().restyle()
        for field in getattr(self, "fields", ()):
            field.setFixedWidth(current().px(_WIDE))


def _field(words: str, widget: QWidget) -> Field[QWidget]:
    return Field(words, widget)


class FilterStrip(Strip):
    """`wanted(name, value)`: what to narrow by, then to what."""

    wanted = Signal(str, str)

    def __init__(self) -> None:
        self._by, self._value = Choice(dense=True), Choice(dense=True)
        super().__init__(ADD, _field(FILTER_BY, self._by), _field(IS, self._value))
        self.act.clicked.connect(self.add)
        self._filters: tuple[Filter, ...] = ()
        self._by.currentIndexChanged.connect(lambda _place: self._offer())

    def offer(self, filters: tuple[Filter, ...]) -> None:
        """What there is to choose from today; what is being chosen stays."""
        if filters != self._filters:
            self._filters = filters
            self._by.set_choices([(one.name, one.label) for one in filters])

    def words(self, name: str, value: str) -> str:
        """A filter as its chip says it."""
        for one in self._filters:
            if one.name == name:
                label, said = as_shown(one.label), spoken(dict(one.choices).get(value, value))
                return label if value == YES else f"{label}: {said}"
        return value

    def add(self) -> None:
        """Add it."""
        name, value = self._by.value(), self._value.value()
        if not isinstance(name, str) or not isinstance(value, str):
            self.refuse(Known("nothing_chosen", CHOOSE))
            return
        self.wanted.emit(name, value)
        self.close_strip()

    def _offer(self) -> None:
        name = self._by.value()
        chosen = next((one for one in self._filters if one.name == name), None)
        choices = chosen.choices if chosen is not None else ()
        self._value.set_choices(choices)
        if len(choices) == 1:
            self._value.set_value(choices[0][0])


class SortStrip(Strip):
    """`wanted(order)`."""

    wanted = Signal(str)

    def __init__(self) -> None:
        self._by = Choice(ORDERS, dense=True)
        super().__init__(SORT, _field(SORT_BY, self._by))
        self.act.clicked.connect(self.sort)

    def start(self, order: str) -> None:
        """Open on the order shown."""
        self._by.set_value(order)
        self.open_strip()

    def sort(self) -> None:
        """Sort."""
        value = self._by.value()
        if isinstance(value, str):
            self.wanted.emit(value)
            self.close_strip()


class AssignStrip(Strip):
    """`wanted(user_id)`; oneself is offered first."""

    wanted = Signal(str)

    def __init__(self) -> None:
        self._to = Choice(dense=True)
        super().__init__(GIVE, _field(GIVE_TO, self._to))
        self.act.clicked.connect(self.give)

    def offer(self, people: tuple[tuple[str, str], ...]) -> None:
        """Who may be given a case, oneself first and chosen."""
        self._to.set_choices(people)
        self._to.set_value(people[0][0])

    def give(self) -> None:
        """Give."""
        value = self._to.value()
        if isinstance(value, str):
            self.wanted.emit(value)


class SnoozeStrip(Strip):
    """`wanted(until, reason)`, as they were typed."""

    wanted = Signal(str, str)

    def __init__(self, today: Callable[[], date]) -> None:
        self._until, self._reason = DateEdit(today, placeholder="+3d"), LineEdit()
        super().__init__(PUT_AWAY, _field(UNTIL, self._until), _field(WAITS_FOR, self._reason))
        self._typed = self._away = typed_in(self, "put_away")
        self.act.clicked.connect(self.put_away)

    def start(self, cases: Sequence[str]) -> None:
        """Open for these cases: empty, or with what this person had written about the same."""
        self._away.set_down()
        self._until.clear()
        self._reason.clear()
        self._away.take_up(" ".join(sorted(cases)))
        self.open_strip()

    def put_away(self) -> None:
        """Put away; whether day and reason will do is the service's to say."""
        self.wanted.emit(self._until.text(), self._reason.text())


class NameStrip(Strip):
    """`wanted(name)`, to save a view or to call it otherwise."""

    wanted = Signal(str)

    def __init__(self) -> None:
        self._name = LineEdit()
        super().__init__(SAVE, _field(NAME, self._name))
        self._typed = self._named = typed_in(self, "view")
        self.act.clicked.connect(self.save)

    def start(self, name: str = "") -> None:
        """Open on a name, all of it marked."""
        self._named.set_down()
        self._name.setText(name)
        self._named.take_up(f"{OWN} {name}")
        self.open_strip()

    def save(self) -> None:
        """Save."""
        self.wanted.emit(self._name.text())


class DeleteStrip(Strip):
    """`wanted()` once somebody has said so twice."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__(DELETE)
        self.act.clicked.connect(self.delete)
        self.body.insertWidget(0, Label(SURE, wrap=True))

    def delete(self) -> None:
        """Delete."""
        self.wanted.emit()
        self.close_strip()
