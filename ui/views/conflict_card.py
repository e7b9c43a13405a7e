"""Two versions of one thing, side by side, and a person's choice with a reason; both are kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.core.errors import Known
from app.core.unbroken import aloud
from app.replica.record import Dot
from app.services.disputes import Conflict, Said
from ui.language import as_shown, spoken, told, tr
from ui.theme import current
from ui.views.audit_words import moment
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choices import RadioList
from ui.widgets.field import Field
from ui.widgets.inputs import Notes
from ui.widgets.layout import Column, Label, Row, clear
from ui.widgets.typed import Typed

TITLE = tr("Two versions: {what}")
LEAD = tr(
    "Two people worked on this without knowing of each other. Neither version wins by itself, and "
    "both stay on record. Until you choose, nothing is charged on this case."
)
VERSION, STANDS = tr("Version {letter}"), tr("Which stands")
WHO, UNKNOWN = tr("{who}, at {device}, {when}"), tr("At {device}, {when}")
WHY = tr("Why this one, in your own words")
CHOOSE = tr("&Let it stand")
NONE_CHOSEN = tr("Choose a version first.")
CHOSEN = tr("Kept. Both versions stay on record.")
_LETTERS = "ABCDEFGH"
_SIDE = 260  # of a version that stands beside another, at least


class ConflictCard(Card):
    """One conflict; hidden while there is none."""

    def __init__(
        self, choose: Callable[[Conflict, Dot, str], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(" ", icon="alert-triangle", gap=10, parent=parent)
        self._keep = choose
        self._conflict: Conflict | None = None
        self.choices = RadioList(STANDS, ())
        self.sides = _Sides()
        self.why = Field(WHY, Notes(lines=2))
        self._typed = Typed(self, "conflict", read=self._standing, show=self._stand)
        self.choose = Button(CHOOSE, kind="primary", icon="check")
        self.problem = Label("", weight="strong", role="error", wrap=True)
        self._place = Column()
        self._place.addWidget(self.choices)
        self.body.holding(Label(LEAD, role="text2", wrap=True), self.sides)
        self.body.addWidget(self.problem)
        self.body.addLayout(self._place)
        self.body.addWidget(self.why)
        self.body.addLayout(Row().holding(self.choose, None))
        self.choose.clicked.connect(self._choose)
        self.problem.hide()
        self.hide()

    @property
    def conflict(self) -> Conflict | None:
        """What is shown."""
        return self._conflict

    def show_conflict(self, conflict: Conflict | None, note: str = "") -> None:
        """Another one, or none; what was written for the same one stays."""
        before = self._conflict
        self._conflict = conflict
        self.setVisible(conflict is not None)
        if conflict is None or (before is not None and _key(before) == _key(conflict)):
            return
        self._typed.set_down()
        self.set_title(TITLE.format(what=_lower(as_shown(conflict.label))))
        self.set_note(note)
        sides = list(zip(_LETTERS, conflict.sides, strict=False))
        self.sides.show_sides(sides)
        clear(self._place)
        self.choices = RadioList(
            STANDS, [(side.dot, VERSION.format(letter=letter)) for letter, side in sides]
        )
        self._place.addWidget(self.choices)
        self.why.input.clear()
        self._typed.take_up(str(_key(conflict)))
        self._clear()

    def take_focus(self) -> None:
        """On the first version."""
        self.choices.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, known: Known) -> None:
        """Say why it was not kept: beside the reason, else above the versions."""
        self._clear()
        if known.field == "reason":
            self.why.set_error(told(known))
            self.why.input.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.problem.setText(told(known))
            self.problem.show()
        announce(self, told(known), assertive=True)

    def _standing(self) -> tuple[object, str]:
        return self.choices.value(), self.why.input.text()

    def _stand(self, typed: tuple[object, str]) -> None:
        version, why = typed
        self.choices.set_value(version)
        self.why.input.setPlainText(why)

    def _choose(self) -> None:
        dot = self.choices.value()
        if self._conflict is None:
            return
        if not isinstance(dot, tuple):
            self.refuse(Known("nothing_chosen", NONE_CHOSEN))
            self.take_focus()
            return
        self._clear()
        self._keep(self._conflict, (str(dot[0]), int(dot[1])), self.why.input.text())

    def _clear(self) -> None:
        self.problem.hide()
        self.why.set_error("")


class _Sides(QWidget):
    """The versions beside each other, so that they are compared; under each other where narrow."""

    def __init__(self) -> None:
        super().__init__()
        self._across = Row(self, gap=24)

    def show_sides(self, sides: Sequence[tuple[str, Said]]) -> None:
        """Others, each by its letter: what it says, who said it where and when."""
        clear(self._across)
        told = []
        for letter, side in sides:
            head = VERSION.format(letter=letter)
            words = Label(spoken(side.words), weight="strong", wrap=True)
            # Qt goes by each text: a name in Arabic letters would stand apart from the others.
            words.setAlignment(words.alignment() | Qt.AlignmentFlag.AlignAbsolute)
            by = Label(said_by(side), scale="small", wrap=True)
            told.append(f"{head}: {words.text()}, {by.text()}")
            one = Column(gap=2).holding(Label(head, scale="small", role="text2"), words, by, None)
            self._across.addLayout(one, 1)
        self.setAccessibleName(aloud(f"{STANDS}. {'; '.join(told)}"))
        self.restyle()

    def restyle(self) -> None:
        """As the width allows."""
        beside = self.width() >= current().px(_SIDE) * self._across.count()
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._across.setDirection(across if beside else down)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What stands beside or under follows the room there is."""
        super().resizeEvent(event)
        self.restyle()


def said_by(side: Said) -> str:
    """Who said it, on which machine, when."""
    words = WHO if side.who else UNKNOWN
    return words.format(who=side.who, device=side.device, when=moment(side.at))


def _lower(label: str) -> str:
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def _key(conflict: Conflict) -> object:
    dots = tuple(side.dot for side in conflict.sides)
    return (conflict.about, conflict.table, conflict.column, dots)
