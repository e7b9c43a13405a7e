"""Records whose time has come: read, listed for a second person, held, approved."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal

from app.core.errors import Known
from app.services import record_holds, retention
from app.services.retention import Certificate, Listed
from ui.language import tr
from ui.models.lane_model import LaneModel

LISTED = tr("The list waits for another administrator.")
REMOVED = tr("Removed. Copies: {copies}. Cases: {cases}. The certificate is below.")
CASES_REMOVED = tr("Removed. Whole cases: {cases}. The certificate is below.")
KEPT = tr("Left as they were: {kept}.")
DECLINED = tr("The list is declined. Nothing was removed.")
HELD, RELEASED = tr("{ref} is held."), tr("{ref} is no longer held.")


class RetentionModel(LaneModel):
    """`shown(Retention)` after opening and after each act, `told` what was done."""

    shown = Signal(object)
    kinds = Signal(object)  # ((code, words), ...): why a case is held
    told = Signal(str)
    refused = Signal(object)  # Known

    def refresh(self) -> None:
        """Read what is due, what waits, what is held and what was removed."""
        self._lane.run(partial(retention.retention, self._desk), self.shown.emit, self.refused.emit)

    def load_kinds(self) -> None:
        """Read why a case may be held."""
        self._lane.run(
            partial(record_holds.hold_kinds, self._desk), self.kinds.emit, self.refused.emit
        )

    def propose(self) -> None:
        """Put what is due before another administrator."""
        self._do(partial(retention.propose_removal, self._desk), lambda _: LISTED)

    def propose_cases(self) -> None:
        """Put the whole cases that are due before another administrator."""
        self._do(partial(retention.propose_cases, self._desk), lambda _: LISTED)

    def approve(self, listed: Listed) -> None:
        """Remove what another person listed."""
        job = partial(retention.approve_removal, self._desk, listed.removal_id)
        self._do(job, _removed)

    def decline(self, listed: Listed, note: str) -> None:
        """Say no to a list, and why."""
        job = partial(retention.decline_removal, self._desk, listed.removal_id, note)
        self._do(job, lambda _: DECLINED)

    def hold(self, ref: str, kind: str) -> None:
        """Keep a case's records whatever their time."""
        job = partial(record_holds.hold_records, self._desk, ref, kind)
        self._do(job, lambda _: HELD.format(ref=ref.strip().upper()))

    def release(self, ref: str, kind: str) -> None:
        """Let a case's records go by their time again."""
        job = partial(record_holds.release_records, self._desk, ref, kind)
        self._do(job, lambda _: RELEASED.format(ref=ref))

    def _do(self, job: Callable[[], object], words: Callable[[object], str]) -> None:
        def done(result: object) -> None:
            self.told.emit(words(result))
            self.refresh()

        self._run_once(job, done, self._refuse)

    def _refuse(self, known: Known) -> None:
        self.refused.emit(known)


class RetentionReportModel(LaneModel):
    """What an auditor reads of it: `shown(Report)`."""

    shown = Signal(object)
    refused = Signal(object)  # Known

    def refresh(self) -> None:
        """Count what has had its time."""
        self._lane.run(partial(retention.report, self._desk), self.shown.emit, self.refused.emit)


def _removed(result: object) -> str:
    assert isinstance(result, Certificate)
    words = CASES_REMOVED if result.whole else REMOVED
    said = words.format(copies=result.copies, cases=result.cases)
    kept = result.held + result.changed
    return f"{said} {KEPT.format(kept=kept)}" if kept else said
