"""What of the open case was said differently on two machines, and the choice between them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.replica.record import Dot
from app.services import disputes
from app.services.casefile import CaseFile, case_file
from app.services.disputes import Conflict
from ui.models.case import CaseModel


class CaseConflicts(QObject):
    """Read with the case, for whoever decides; what comes late for another case is let go."""

    read = Signal(object)  # tuple[Conflict, ...]
    chosen = Signal()

    def __init__(self, case: CaseModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._case = case

    def refresh(self) -> None:
        """Read what waits for a choice."""
        if self._case.may_decide():
            desk = self._case.desk
            self._case.read(partial(disputes.conflicts_of, desk), self.read.emit)

    def choose(self, conflict: Conflict, dot: Dot, reason: str) -> None:
        """Let one side stand; a refusal comes as the case's own."""
        desk = self._case.desk

        def keep(here: str) -> CaseFile:
            disputes.choose(desk, conflict, dot, reason)
            return case_file(desk, here)

        self._case.act(keep, self.chosen.emit)
