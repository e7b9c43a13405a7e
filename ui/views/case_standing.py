"""What a clinician said of a case, by whom and beside which leaving date (hazards H1 and H2)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.casework.urgency import Standing
from app.core.dates import parse_iso
from app.core.people import NOT_KNOWN as LEFT_OPEN
from app.services.casefile import CaseFile
from ui.days import show
from ui.language import as_shown, tr
from ui.widgets.band import Band

CARE_FIRST = tr("Care comes before any question of money.")
NOT_KNOWN = tr("not known")
SIGNED = tr("{clinician}, {day}. Care comes first.")
MAY_WAIT = tr("{clinician}, {day}.")
SIGNED_BESIDE = tr("{clinician} signed on {day} beside {before}; now {now}.")


class StandingBand(Band):
    """Treat first, unless a named, dated clinician says since the last change that it can wait."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("treat_first", " ", " ", compact=True, parent=parent)

    def show_case(self, case: CaseFile) -> None:
        """The case after an act; what stands already is not announced again."""
        waits = case.standing.may_wait
        title, detail = as_shown(case.standing_words), _signed(case.standing, case.leaving)
        if (title, detail) != (self.title.text(), self.figure.text()):
            self.show_outcome("ask_later" if waits else "treat_first", title, detail)


def _signed(standing: Standing, leaving: str) -> str:
    """Who signed and when; where the date has changed since, both dates."""
    record = standing.record
    if record is None:
        return CARE_FIRST
    day = show(parse_iso(record.decided_at[:10]))
    if not standing.review_needed:
        words = MAY_WAIT if standing.may_wait else SIGNED
        return words.format(clinician=record.clinician_name, day=day)
    before = show(parse_iso(record.leaving_date)) if record.leaving_date else NOT_KNOWN
    now = NOT_KNOWN if leaving in ("", LEFT_OPEN) else leaving
    return SIGNED_BESIDE.format(clinician=record.clinician_name, day=day, before=before, now=now)
