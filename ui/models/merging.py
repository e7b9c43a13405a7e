"""Records of one person: which are read as one, which are similar, and joining or parting them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal

from app.access.roles import Act
from app.core.match import Match
from app.services import finding, merging
from app.services.desk import Desk
from app.services.merging import JoinedRecord
from ui.models.lane_model import LaneModel


@dataclass(frozen=True, slots=True)
class Records:
    """One record that stands, those read as it, and those it could be mistaken for."""

    patient_id: str
    joined: tuple[JoinedRecord, ...]
    similar: tuple[Match, ...]


class MergingModel(LaneModel):
    """Reads records side by side, joins and parts them; who may is asked of the desk."""

    read = Signal(object)  # Records
    compared = Signal(object)  # SideBySide
    joined = Signal()
    parted = Signal()
    refused = Signal(object)  # Known

    def may_join(self) -> bool:
        """Whether to offer it at all; the services check again."""
        return self._desk.may(Act.DECIDE_STATUS)

    def open(self, patient_id: str) -> None:
        """Read a record with its like; `read` follows."""
        self._lane.run(partial(_records, self._desk, patient_id), self.read.emit, self.refused.emit)

    def compare(self, patient_id: str, other_id: str) -> None:
        """Put two side by side; `compared` follows."""
        self._lane.run(
            partial(merging.compare, self._desk, patient_id, other_id),
            self.compared.emit,
            self.refused.emit,
        )

    def join(self, patient_id: str, *, into: str, reason: str) -> None:
        """Read one record as the other; `joined` follows."""
        self._run_once(
            partial(merging.merge, self._desk, patient_id, into=into, reason=reason),
            lambda _kept: self._told(self.joined.emit),
            self.refused.emit,
        )

    def part(self, patient_id: str, *, reason: str) -> None:
        """Read a record as itself again; `parted` follows."""
        self._run_once(
            partial(merging.unmerge, self._desk, patient_id, reason=reason),
            lambda _kept: self._told(self.parted.emit),
            self.refused.emit,
        )

    def _told(self, done: Callable[[], None]) -> None:
        self._changes.changed.emit()
        done()


def _records(desk: Desk, patient_id: str) -> Records:
    return Records(
        patient_id, merging.joined_to(desk, patient_id), finding.similar_to(desk, patient_id)
    )
