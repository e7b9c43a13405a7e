"""Passports read at the desk, and the number of the one that a new patient showed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from app.interop.mrz.lines import looks_like_lines
from app.services import passports
from app.services.passports import PassportReading
from ui.models.lane_model import LaneModel


class PassportModel(LaneModel):
    """`read_out(Scanned)` or `refused(Known)` follows a reading; nothing is kept by it."""

    read_out = Signal(object)
    refused = Signal(object)

    def looks_like(self, text: str) -> bool:
        """Whether a text is meant as passport lines, right or not."""
        return looks_like_lines(text)

    def read(self, text: str) -> None:
        """Read the lines; all of them hold, or the refusal says which did not."""
        self._lane.run(
            partial(passports.read_passport, self._desk, text),
            self.read_out.emit,
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
