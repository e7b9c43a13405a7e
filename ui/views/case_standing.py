"""The top of a decision: what a clinician said, by whom and beside which leaving date (H1, H2)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.casework.urgency import Standing
from app.core.dates import parse_iso, show
from app.core.people import NOT_KNOWN as LEFT_OPEN
from app.services.casefile import CaseFile
from ui.language import tr
from ui.widgets.band import Band, Outcome
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.inputs import DateEdit
from ui.widgets.layout import Column, Row

RECORD_URGENCY = tr("Record &urgency")
CARE_FIRST = tr("Care comes before any question of money.")
LEAVING, LEAVING_HINT = tr("Leaves the UK"), tr("14/7/26 or Unknown")
LEAVES, CHANGE_IT = tr("Leaves UK {day}"), tr("Change the leaving date")
NOT_KNOWN = tr("not known")
SIGNED = tr("{clinician}, {day}.")
SIGNED_BESIDE = tr("{clinician} signed on {day} beside {before}; now {now}.")


class StandingPart(QWidget):
    """`leaving_changed(text)` once another day was typed. `record` opens the clinician's form.

    The field for the leaving date unfolds; it stands open while nobody has answered it.
    """

    leaving_changed = Signal(str)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._leaving_shown = ""
        self.band = Band("treat_first", " ", " ", compact=True)
        self.record = Button(
            RECORD_URGENCY, kind="text", icon="stethoscope", small=True, scale="small"
        )
        self.change = Button(" ", kind="text", icon="pencil", small=True, scale="small")
        self.leaving = Field(LEAVING, DateEdit(today, placeholder=LEAVING_HINT), beside=True)
        self.leaving.input.editingFinished.connect(self._leave)
        self.change.clicked.connect(lambda: self._open(self.leaving.isHidden()))
        acts = Row(gap=4).holding(self.change, None, self.record)
        Column(self, gap=4).holding(self.band, acts, self.leaving)

    def open_case(self) -> None:
        """Another case: nothing of the last is left."""
        self.leaving.hide()
        self._leaving_shown = ""
        self.leaving.input.clear()
        self.leaving.set_error("")

    def show_case(self, case: CaseFile) -> None:
        """The case after an act; a day that is being typed stays."""
        self._show_standing(case)
        shown = tr("Unknown") if case.leaving == LEFT_OPEN else case.leaving
        if shown != self._leaving_shown and not self.leaving.input.hasFocus():
            self.leaving.input.setText(shown)
        self._leaving_shown = shown
        self.leaving.set_error("")
        self.change.setVisible(bool(shown))
        self.change.set_words(LEAVES.format(day=shown))
        self.change.setAccessibleDescription(CHANGE_IT)
        if not shown:
            self.leaving.show()

    def show_wrong(self, words: str) -> QWidget:
        """Say a refusal beside the field, in view; returns where to go."""
        self.leaving.show()
        self.leaving.set_error(words)
        return self.leaving.input

    def _open(self, field: bool) -> None:
        self.leaving.setVisible(field)
        if field:
            self.leaving.input.setFocus(Qt.FocusReason.OtherFocusReason)
            self.leaving.input.selectAll()

    def _show_standing(self, case: CaseFile) -> None:
        signed = _signed(case.standing, case.leaving)
        if case.standing.may_wait:
            self._put("ask_later", case.standing_words, signed)
        else:
            self._put("treat_first", case.standing_words, signed or CARE_FIRST)

    def _put(self, outcome: Outcome, title: str, detail: str) -> None:
        if (title, detail) != (self.band.title.text(), self.band.figure.text()):
            self.band.show_outcome(outcome, title, detail)

    def _leave(self) -> None:
        text = self.leaving.input.text().strip()
        if text and text != self._leaving_shown:
            self.leaving_changed.emit(text)


def _signed(standing: Standing, leaving: str) -> str:
    """Who signed and when; where the date has changed since, both dates."""
    record = standing.record
    if record is None:
        return ""
    day = show(parse_iso(record.decided_at[:10]))
    if not standing.review_needed:
        return SIGNED.format(clinician=record.clinician_name, day=day)
    before = show(parse_iso(record.leaving_date)) if record.leaving_date else NOT_KNOWN
    now = NOT_KNOWN if leaving in ("", LEFT_OPEN) else leaving
    return SIGNED_BESIDE.format(clinician=record.clinician_name, day=day, before=before, now=now)
