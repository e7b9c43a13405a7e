"""Records whose time has come: read, listed for a second person, held, approved."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.core.errors import Known
from app.services import due_cases, due_copies, record_holds, retention
from app.services.desk import Desk
from app.services.due_cases import CountedStretch, DueStretch
from app.services.due_copies import CopiesStretch
from app.services.retention import Certificate, Listed, Report, Retention
from ui.changes import Changes
from ui.language import tr
from ui.models.due_count import CasesDue, CopiesDue, Walk
from ui.models.lane_model import LaneModel
from ui.work import Runner

LISTED = tr("The list waits for another administrator.")
REMOVED = tr("Removed. Copies: {copies}. Cases: {cases}. The certificate is below.")
CASES_REMOVED = tr("Removed. Whole cases: {cases}. The certificate is below.")
KEPT = tr("Left as they were: {kept}.")
DECLINED = tr("The list is declined. Nothing was removed.")
HELD, RELEASED = tr("{ref} is held."), tr("{ref} is no longer held.")


class RetentionModel(LaneModel):
    """`shown(Retention)` after opening and after each act, `told` what was done.

    Copies come as `copies(CopiesDue)` and whole cases as `cases(CasesDue)` while they are counted,
    a stretch at a time, so that a letter typed elsewhere waits for one stretch at most.
    """

    shown = Signal(object)
    copies = Signal(object)
    cases = Signal(object)
    kinds = Signal(object)  # ((code, words), ...): why a case is held
    told = Signal(str)
    refused = Signal(object)  # Known

    def __init__(
        self,
        desk: Desk,
        lane: Runner,
        changes: Changes | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(desk, lane, changes, parent)
        self._so_far, self._copies_so_far = CasesDue(), CopiesDue()
        look = partial(due_cases.stretch, desk)
        self._walk = Walk(look, lane, self._found, self.refused.emit, self)
        look_at_copies = partial(due_copies.stretch, desk)
        self._copies_walk = Walk(look_at_copies, lane, self._found_copies, self.refused.emit, self)

    def refresh(self) -> None:
        """Read what is due, what waits, what is held and what was removed."""
        self._walk.stop()
        self._copies_walk.stop()
        job = partial(retention.retention, self._desk, find_cases=False)
        self._lane.run(job, self._read, self.refused.emit)

    def _read(self, found: Retention) -> None:
        self.shown.emit(found)
        self._copies_so_far = CopiesDue()
        self._copies_walk.begin()
        if found.cases_go_elsewhere:
            self.cases.emit(CasesDue(counting=False))
        else:
            self._so_far = CasesDue()
            self._walk.begin()

    def _found(self, found: DueStretch) -> None:
        before, self._so_far = self._so_far, self._so_far.with_next(found)
        if self._so_far.rows != before.rows or not self._so_far.counting:
            self.cases.emit(self._so_far)

    def _found_copies(self, found: CopiesStretch) -> None:
        before = self._copies_so_far
        self._copies_so_far = before.with_next(found, most=self._desk.retention.most)
        if self._copies_so_far.rows != before.rows or not self._copies_so_far.counting:
            self.copies.emit(self._copies_so_far)

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
        """Remove what another person listed, a few cases at a time."""

        def removed(certificate: Certificate | None) -> None:
            if certificate is None:
                self.approve(listed)
            else:
                self.told.emit(_removed(certificate))
                self.refresh()

        job = partial(retention.approve_some, self._desk, listed.removal_id)
        self._run_once(job, removed, self._refuse)

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
    """What an auditor reads of it: `shown(Report)`, and `counted` once copies and cases are."""

    shown = Signal(object)
    counted = Signal(object)  # Report
    refused = Signal(object)  # Known

    def __init__(
        self,
        desk: Desk,
        lane: Runner,
        changes: Changes | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(desk, lane, changes, parent)
        self._report = Report((), ())
        refused = self.refused.emit
        count_copies = partial(due_copies.count_stretch, desk)
        self._copies = Walk(count_copies, lane, self._found_copies, refused, self)
        self._cases = Walk(
            partial(due_cases.count_stretch, desk), lane, self._found_cases, refused, self
        )

    def refresh(self) -> None:
        """Count what has had its time."""
        self._copies.stop()
        self._cases.stop()
        job = partial(retention.report, self._desk, count_cases=False)
        self._lane.run(job, self._read, self.refused.emit)

    def _read(self, report: Report) -> None:
        self._report = report
        self.shown.emit(report)
        self._copies.begin()

    def _found_copies(self, found: CountedStretch) -> None:
        self._report = self._report.with_next(found)
        if found.then is None:
            self._cases.begin()

    def _found_cases(self, found: CountedStretch) -> None:
        self._report = self._report.with_next(found)
        if found.then is None:
            self.counted.emit(self._report)


def _removed(result: Certificate) -> str:
    words = CASES_REMOVED if result.whole else REMOVED
    said = words.format(copies=result.copies, cases=result.cases)
    kept = result.held + result.changed
    return f"{said} {KEPT.format(kept=kept)}" if kept else said
