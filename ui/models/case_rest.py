"""Letters of the open case that rest on an officer's word, and go on again."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.services import holding
from app.services.holding import RestLine
from ui.models.case import CaseModel


class RestModel(QObject):
    """Acts on the case that `CaseModel` has open; refusals are told by that model."""

    read = Signal(object)  # (RestLine, ...)
    kept = Signal(bool)  # whether letters rest now for what was just changed

    def __init__(self, case: CaseModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._case = case

    def refresh(self) -> None:
        """Read what rests."""
        self._case.read(partial(holding.rests, self._case.desk), self.read.emit)

    def keep(self, line: RestLine, reason: str) -> None:
        """Let letters rest for this, or go on where they rest already."""
        desk, begins = self._case.desk, line.since is None

        def change(here: str) -> tuple[RestLine, ...]:
            act = holding.rest_letters if begins else holding.let_letters_go
            act(desk, here, line.kind, reason)
            return holding.rests(desk, here)

        def show(lines: tuple[RestLine, ...]) -> None:
            self.read.emit(lines)
            self.kept.emit(begins)
            self._case.refresh()

        self._case.read(change, show)
