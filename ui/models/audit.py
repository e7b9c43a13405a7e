"""The audit as a list, narrowed and paged; and a patient found masked, by their cases."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.core.errors import Known
from app.core.match import Match
from app.services import auditing, finding
from app.services.auditing import AuditPage, AuditWanted
from app.services.desk import Desk
from ui.models.lane_model import LaneModel
from ui.work import Runner


class AuditModel(LaneModel):
    """`listed(AuditPage)` for what is wanted now; what comes late for another wish is let go."""

    choices = Signal(object)  # AuditChoices
    listed = Signal(object)  # AuditPage
    found = Signal(object)  # tuple[Match, ...]: patients, masked
    cases = Signal(object)  # tuple[str, ...]: references
    refused = Signal(object)  # Known

    def __init__(self, desk: Desk, lane: Runner, parent: QObject | None = None) -> None:
        super().__init__(desk, lane, parent=parent)
        self._wanted = AuditWanted()
        self._firsts: list[int | None] = [None]  # where each page looked at so far begins

    @property
    def page(self) -> int:
        """Which page is shown, counted from 1."""
        return len(self._firsts)

    def load_choices(self) -> None:
        """Read who and what can be chosen."""
        self._lane.run(partial(auditing.choices, self._desk), self.choices.emit, self._refuse)

    def show_wanted(self, wanted: AuditWanted) -> None:
        """The newest rows of what is wanted."""
        self._wanted, self._firsts = wanted, [None]
        self._read()

    def older(self, page: AuditPage) -> None:
        """The page after the one shown."""
        self._firsts.append(page.lines[-1].seq)
        self._read()

    def newer(self) -> None:
        """The page before the one shown."""
        if len(self._firsts) > 1:
            self._firsts.pop()
            self._read()

    def find(self, text: str) -> None:
        """Patients who answer to a number, or to a name with a day of birth."""
        self._lane.run(partial(finding.find, self._desk, text), self.found.emit, self._refuse)

    def cases_of(self, match: Match) -> None:
        """The cases of a patient."""
        job = partial(auditing.cases_of, self._desk, match.patient_id)
        self._lane.run(job, self.cases.emit, self._refuse)

    def _read(self) -> None:
        wanted, first = self._wanted, self._firsts[-1]

        def show(page: AuditPage) -> None:
            if (wanted, first) == (self._wanted, self._firsts[-1]):
                self.listed.emit(page)

        job = partial(auditing.rows, self._desk, wanted, before=first)
        self._lane.run(job, show, self._refuse)

    def _refuse(self, known: Known) -> None:
        self.refused.emit(known)
