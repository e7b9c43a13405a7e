"""What models of the trust's machines share: how this machine stands, and the three lanes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.core.errors import Known
from app.services import own_standing
from app.services.desk import Desk
from app.services.own_standing import Standing
from ui.models.lane_model import LaneModel
from ui.work import Runner


class OwnMachineModel(LaneModel):
    """`shown(Standing)` after reading; `told(str)` what was done; `refused(Known)`."""

    shown = Signal(object)
    told = Signal(str)
    refused = Signal(object)

    def __init__(
        self,
        desk: Desk,
        records: Runner,
        share: Runner,
        files: Runner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(desk, records, parent=parent)
        self._share_lane, self._files = share, files

    def refresh(self) -> None:
        """Read how this machine stands, and the list that it believes."""
        job = partial(own_standing.standing, self._desk)
        self._lane.run(job, self._tell, self._refuse)

    def _tell(self, standing: Standing) -> None:
        self.shown.emit(standing)

    def _refuse(self, known: Known) -> None:
        self.refused.emit(known)
