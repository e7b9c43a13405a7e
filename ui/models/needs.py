"""What the patient on screen needs, read and kept in the lane."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Signal

from app.casework.language_card import Language
from app.core.errors import BadInput
from app.services import language_texts, needs
from app.services.desk import Desk
from app.services.needs import Needs, NeedsPage
from ui.models.lane_model import LaneModel


@dataclass(frozen=True, slots=True)
class NeedsShown:
    """The page of one patient, with the languages for the type-ahead."""

    patient_id: str
    page: NeedsPage
    languages: tuple[Language, ...]


class NeedsModel(LaneModel):
    """Reads and records; every screen then follows the patient it brings back."""

    read = Signal(object)  # NeedsShown
    recorded = Signal(object)  # Patient
    refused = Signal(object)  # Known

    def load(self, patient_id: str) -> None:
        """Read the needs of a patient."""
        self._lane.run(partial(_read, self._desk, patient_id), self.read.emit, self.refused.emit)

    def record(self, patient_id: str, wanted: Needs) -> None:
        """Keep them; a second press while the first is kept does nothing."""
        job = partial(needs.record, self._desk, patient_id, wanted)
        self._run_once(job, self._recorded, self.refused.emit)

    def keep(self, patient_id: str, wanted: Needs) -> None:
        """Keep what can be kept for whoever leaves the desk: nobody hears what came of it."""
        self._keep_on_leaving(partial(_keep, self._desk, patient_id, wanted))

    def _recorded(self, patient: object) -> None:
        self.recorded.emit(patient)
        self._changes.changed.emit()


def _read(desk: Desk, patient_id: str) -> NeedsShown:
    languages = language_texts.language_card(desk).languages
    return NeedsShown(patient_id, needs.needs_page(desk, patient_id), languages)


def _keep(desk: Desk, patient_id: str, wanted: Needs) -> None:
    """All of it; with the number on record where the one that stands there is none, or half one."""
    try:
        needs.record(desk, patient_id, wanted)
    except BadInput as bad:
        if bad.field != "safe_number":
            raise
        known = needs.needs_page(desk, patient_id).needs
        needs.record(desk, patient_id, replace(wanted, safe_number=known.safe_number))
