"""The finish of the open registration: notice, form and signature, each kept as it happens."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal

from app.services import finishing
from app.services.finishing import FinishPage, Handover, Signed
from ui.models.lane_model import LaneModel


class FinishModel(LaneModel):
    """One registration at a time; what is late for another one is let go (hazard H4)."""

    read = Signal(object)  # FinishPage
    refused = Signal(object)  # Known

    _registration = ""

    def open(self, registration_id: str) -> None:
        """Read the finish of a registration."""
        self._registration = registration_id
        self._lane.run(
            partial(finishing.finish_page, self._desk, registration_id),
            partial(self._show, registration_id),
            self.refused.emit,
        )

    def give_notice(self) -> None:
        """The privacy notice was given."""
        self._keep(partial(finishing.give_notice, self._desk, self._registration))

    def hand_over(self, how: Handover) -> None:
        """How the form goes out."""
        self._keep(partial(finishing.hand_over, self._desk, self._registration, how))

    def sign(self, signed: Signed) -> None:
        """Somebody signs the declaration."""
        self._keep(partial(finishing.sign, self._desk, self._registration, signed))

    def _keep(self, job: Callable[[], FinishPage]) -> None:
        here = self._registration
        if here:
            self._run_once(job, partial(self._show, here), self.refused.emit)

    def _show(self, registration_id: str, page: FinishPage) -> None:
        if registration_id == self._registration:
            self.read.emit(page)
