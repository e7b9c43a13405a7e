"""Passports read at the desk, and the number of the one that a new patient showed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from app.core.wording import Phrase
from app.interop.mrz.lines import looks_like_lines, unfinished
from app.services import passports
from app.services.passports import PassportReading
from ui.models.lane_model import LaneModel


class PassportModel(LaneModel):
    """`read_out(Scanned)`, `read_for_open(...)` or `refused(Known)` follows a reading.

    Nothing is kept by reading.
    """

    read_out = Signal(object)
    read_for_open = Signal(str, object)  # registration, PassportReading
    refused = Signal(object)

    def looks_like(self, text: str) -> bool:
        """Whether a text is meant as passport lines, right or not."""
        return looks_like_lines(text)

    def unfinished(self, text: str) -> Phrase | None:
        """What to do where a text is meant as passport lines and has too few or too many."""
        return unfinished(text)

    def read(self, text: str) -> None:
        """Read the lines; all of them hold, or the refusal says which did not."""
        self._lane.run(
            partial(passports.read_passport, self._desk, text),
            self.read_out.emit,
            self.refused.emit,
        )

    def read_for(self, registration_id: str, text: str) -> None:
        """Read the lines for the patient who is open; another person's fill nothing (H4)."""
        self._lane.run(
            partial(passports.read_passport_of, self._desk, registration_id, text),
            lambda reading: self.read_for_open.emit(registration_id, reading),
            self.refused.emit,
        )

    def keep(self, patient_id: str, reading: PassportReading) -> None:
        """Keep the document's number with its holder, so that it finds them next time."""
        self._lane.run(
            partial(passports.note_passport, self._desk, patient_id, reading),
            _nothing,
            self.refused.emit,
        )


def _nothing(_kept: None) -> None:
    """Kept; there is nothing to show."""
