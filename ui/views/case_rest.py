"""Letters of a case: whether they go out, and an officer's word to let them rest (hazard H13)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.errors import Known
from app.services.holding import RestLine
from ui.days import show
from ui.language import told, tr
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.facts import Facts
from ui.widgets.field import Field
from ui.widgets.inputs import Choice, LineEdit
from ui.widgets.layout import Column, Hanging, Row
from ui.widgets.typed import Typed

LETTERS, GO_OUT, REST = tr("Letters to the patient"), tr("Go out"), tr("Rest")
CHANGE, CLOSE = tr("Let letters rest or go on"), tr("Close this")
WHY, REASON = tr("Because of"), tr("In your words, for the team alone")
BEGIN, END = tr("Let letters rest"), tr("Let letters go on")
SINCE = tr("{label}, since {day}")
CHOOSE = tr("Choose why letters rest, or what has ended.")
RESTING, GOING = tr("Letters rest from today."), tr("Letters go on from today.")
_SIDE = (16, 12, 16, 12)


class RestCard(Card):
    """`kept(RestLine, reason)`: letters rest for this, or go on where they rested for it."""

    kept = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(LETTERS, note=GO_OUT, scale="body", margins=_SIDE, gap=6, parent=parent)
        self._lines: dict[str, RestLine] = {}
        self.held = Facts(LETTERS, gap=4)
        self.change = Button(CHANGE, kind="text", icon="player-pause", scale="small", small=True)
        self.why = Field(WHY, Choice())
        self.reason = Field(REASON, LineEdit())
        self.keep = Button(BEGIN)
        self._form = QWidget()
        Column(self._form, gap=8).holding(self.why, self.reason, Row().holding(self.keep, None))
        self.body.holding(self.held, Hanging().holding(self.change, None), self._form)
        self._form.hide()
        self._typed = Typed(self, "rest", read=self._standing, show=self._stand)
        self.change.clicked.connect(lambda: self._open(self._form.isHidden()))
        self.why.input.chosen.connect(lambda _kind: self._say_what())
        self.keep.clicked.connect(self._keep)
        self.reason.input.returnPressed.connect(self._keep)

    def show_rests(self, lines: Sequence[RestLine]) -> None:
        """What rests now."""
        self._lines = {line.kind: line for line in lines}
        resting = [line for line in lines if line.since is not None]
        self.held.show_facts(
            [
                (REST, SINCE.format(label=one.label, day=show(one.since)))
                for one in resting
                if one.since
            ]
        )
        self.held.setVisible(bool(resting))
        self.set_note(REST if resting else GO_OUT)
        chosen = self.why.input.value()
        self.why.input.set_choices([(line.kind, line.label) for line in lines])
        self.why.input.set_value(chosen)
        if lines:
            self._typed.arrive()

    def open_case(self, registration_id: str) -> None:
        """Another case: nothing of the last is left."""
        self._typed.follow(registration_id)
        self._open(False)
        self.show_rests(())

    def was_kept(self, begins: bool) -> None:
        """The form folds, and its button has the focus again."""
        self._open(False)
        self.change.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, RESTING if begins else GOING)

    def refuse(self, known: Known) -> bool:
        """Say a refusal beside its field; False where it belongs to none here."""
        if self._form.isHidden() or known.field not in ("kind", "reason"):
            return False
        self._wrong(self.why if known.field == "kind" else self.reason, told(known))
        return True

    def _open(self, form: bool) -> None:
        self._form.setVisible(form)
        self.change.setText(CLOSE if form else CHANGE)
        for field in (self.why, self.reason):
            field.set_error("")
        self.reason.input.clear()
        self.why.input.set_value(None)
        self._say_what()
        if form:
            self.why.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _standing(self) -> tuple[object, str] | None:
        typed = (self.why.input.value(), self.reason.input.text())
        return typed if any(typed) else None

    def _stand(self, typed: tuple[object, str]) -> None:
        kind, reason = typed
        self._form.show()
        self.change.setText(CLOSE)
        self.why.input.set_value(kind)
        self.reason.input.setText(reason)
        self._say_what()

    def _line(self) -> RestLine | None:
        return self._lines.get(str(self.why.input.value() or ""))

    def _say_what(self) -> None:
        line = self._line()
        self.keep.set_words(END if line is not None and line.since else BEGIN)

    def _keep(self) -> None:
        for field in (self.why, self.reason):
            field.set_error("")
        line = self._line()
        if line is None:
            self._wrong(self.why, CHOOSE)
        else:
            self.kept.emit(line, self.reason.input.text())

    def _wrong(self, field: Field[Choice] | Field[LineEdit], words: str) -> None:
        field.set_error(words)
        field.input.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, words, assertive=True)
