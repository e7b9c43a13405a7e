"""The Home Office debt list: what may be told, lists that wait, the export."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from app.access.roles import Act
from app.services import debt_exporting, debt_reporting
from app.services.debt_reporting import Candidate, ListToSend
from ui.models.money import PanelModel
from ui.models.saving import save

Entry = Candidate | ListToSend


class DebtListModel(PanelModel):
    """Finance sees candidates, officers the lists; nothing leaves but by the officer's export."""

    prepared = Signal()
    exported = Signal(object)  # Exported
    saved = Signal(str)  # where

    def read(self) -> tuple[Entry, ...]:
        """As far as the person's roles allow."""
        desk = self._desk
        lists = debt_reporting.lists(desk) if desk.may(Act.APPROVE_DEBT_REPORT) else ()
        found = debt_reporting.candidates(desk) if desk.may(Act.PREPARE_DEBT_REPORT) else ()
        return (*lists, *found)

    def prepare(self, doc_nos: Sequence[str]) -> None:
        """Put debts before an officer."""
        self.once(
            partial(debt_reporting.prepare, self._desk, tuple(doc_nos)),
            lambda _report: self.prepared.emit(),
        )

    def export(self) -> None:
        """Make the file of every approved list."""
        self.once(partial(debt_exporting.export, self._desk), self.exported.emit)

    def save_to(self, content: bytes, place: str) -> None:
        """Save the file that was made."""
        job = partial(save, Path(place), content)
        self._lane.run(job, lambda path: self.saved.emit(str(path)), self.refuse)
