"""The stay of a case: from when to when the patient is here, and once decided, what holds when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.errors import Known
from app.services.stays import PartLine, TimeInside
from ui.language import spoken, told, tr
from ui.parts import parts
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choices import TickBox
from ui.widgets.facts import Facts
from ui.widgets.field import Field
from ui.widgets.inputs import DateEdit
from ui.widgets.layout import Column, Hanging, Label, Margins, Row, clear
from ui.widgets.typed import Beside, Typed, put_into, values_in

STAY, DECIDED = tr("Stay"), tr("The finding of the decision, day by day")
FROM, TO, STILL_HERE, WARD = tr("From"), tr("To"), tr("Still here"), tr("Moved to a ward on")
HERE, ON_WARD = tr("Here"), tr("On a ward since")
ONE_DAY, NOW = tr("{first}, one day"), tr("from {first}, still here")
CHANGE, CLOSE, KEEP = tr("Change the s&tay"), tr("Close the s&tay"), tr("Kee&p the stay")
KEPT = tr("Stay kept.")
PART = "{days}: {charged}"
TO_OR_TICK = tr("Enter the last day, or tick that the patient is still here.")
_SIDE: Margins = (16, 12, 16, 14)


class StayCard(Card):
    """`kept(first, last, ward)` as typed, an empty last day while the patient is still here.

    The form is folded away until somebody wants it. The parts of the finding come from the
    decision that was saved, so there are none before it (hazard H12).
    """

    kept = Signal(str, str, str)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(STAY, scale="body", margins=_SIDE, parent=parent)
        self.facts = Facts(STAY, gap=4)
        self.change = Button(CHANGE, kind="text", icon="calendar", scale="small", small=True)
        self.first = Field(FROM, DateEdit(today, placeholder="14/7/26"))
        self.last = Field(TO, DateEdit(today, placeholder="14/7/26"))
        self.still_here = TickBox(STILL_HERE)
        self.ward = Field(WARD, DateEdit(today, placeholder="14/7/26"))
        self.keep = Button(KEEP)
        self._parts = Column(gap=6)
        self._form = QWidget()
        Column(self._form, gap=8).holding(
            self.first, self.last, self.still_here, self.ward, Row().holding(self.keep, None)
        )
        self.body.holding(self.facts, Hanging().holding(self.change, None), self._form)
        self.body.addLayout(self._parts)
        self._form.hide()
        self._recorded: object = None  # what the form was filled with
        self._typed = Typed(
            *(self, "stay"),
            read=self._standing,
            show=self._stand,
            beside=Beside(STAY, lambda: self._recorded),
        )
        self.change.clicked.connect(lambda: self._open(not self.is_open()))
        self.keep.clicked.connect(self._keep)
        self.still_here.toggled.connect(self._still_here)
        for field in (self.first, self.last, self.ward):
            field.input.returnPressed.connect(self._keep)

    def show_time(self, time: TimeInside) -> None:
        """What is recorded. A form that is open keeps what was typed until it is kept."""
        lines = [(HERE, _here(time))]
        lines += [(ON_WARD, time.ward)] if time.ward else []
        self.facts.show_facts(lines)
        self._show_parts(time.parts)
        if not self.is_open():
            self._fill(time)
        self._typed.arrive()

    def open_case(self, registration_id: str) -> None:
        """Another case: nothing of the last is left."""
        self._typed.follow(registration_id)
        self._open(False)
        self.facts.show_facts([])
        self._show_parts(())

    def is_open(self) -> bool:
        """Whether the form is unfolded."""
        return self.change.text() == CLOSE

    def was_kept(self) -> None:
        """The form folds, and its button has the focus again."""
        self._open(False)
        self.change.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, KEPT)

    def refuse(self, known: Known) -> bool:
        """Say a refusal beside its field; False where it belongs to none here."""
        fields = {"first": self.first, "last": self.last, "ward": self.ward}
        if not self.is_open() or known.field not in fields:
            return False
        self._wrong(fields[known.field], told(known))
        return True

    def text(self) -> str:
        """The parts shown, as read out."""
        return " ".join(one.text() for one in parts(self._parts) if isinstance(one, Label))

    def _fill(self, time: TimeInside) -> None:
        self.first.input.setText(time.first)
        self.last.input.setText(time.last)
        self.still_here.setChecked(time.still_here)
        self.ward.input.setText(time.ward)
        self.ward.setVisible(time.moves_to_ward)
        self._recorded = values_in(self._form)

    def _standing(self) -> tuple[object, ...] | None:
        return values_in(self._form) if self.is_open() else None

    def _stand(self, typed: tuple[object, ...]) -> None:
        self._form.show()
        self.change.setText(CLOSE)
        put_into(self._form, typed)

    def _open(self, wanted: bool) -> None:
        self._form.setVisible(wanted)
        self.change.setText(CLOSE if wanted else CHANGE)
        if wanted:
            self.first.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _still_here(self, here: bool) -> None:
        self.last.setEnabled(not here)
        if here:
            self.last.input.clear()

    def _keep(self) -> None:
        for field in (self.first, self.last, self.ward):
            field.set_error("")
        last = self.last.input.text().strip()
        if not last and not self.still_here.isChecked():
            self._wrong(self.last, TO_OR_TICK)
            return
        self.kept.emit(self.first.input.text(), last, self.ward.input.text())

    def _wrong(self, field: Field[DateEdit], words: str) -> None:
        field.set_error(words)
        field.input.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, words, assertive=True)

    def _show_parts(self, parts: Sequence[PartLine]) -> None:
        clear(self._parts)
        if not parts:
            return
        self._parts.addWidget(Label(DECIDED, scale="small", weight="strong", wrap=True))
        for part in parts:
            words = PART.format(days=spoken(part.days), charged=part.charged)
            self._parts.addWidget(Label(words, weight="strong", wrap=True))
            self._parts.addWidget(Label(part.why, scale="small", role="text2", wrap=True))


def _here(time: TimeInside) -> str:
    if time.still_here:
        return NOW.format(first=spoken(time.first))
    if not time.last or time.last == time.first:
        return ONE_DAY.format(first=spoken(time.first))
    return tr("{first} to {last}").format(first=spoken(time.first), last=spoken(time.last))
