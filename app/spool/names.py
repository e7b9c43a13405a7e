"""File names of the exchange: `RECOUP_R1H_D07_20260415_000042_MAN.json` and its fellows.

A name carries codes, a day and a number, never a person. Whatever else lies on the share is
nobody's business here and is left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from app.billing.records import Kind
from app.core.errors import BadInput
from app.core.wording import Phrase
from app.spool.shapes import CODE

MANIFEST, ACKNOWLEDGEMENT, REJECTS = "MAN.json", "ACK.json", "REJ.csv"
_STEM = r"RECOUP_([A-Z0-9]{1,12})_([A-Z0-9]{1,12})_([0-9]{8})_([0-9]{6})"
_OF_A_BATCH = re.compile(_STEM + r"(_(CUS|INV|RCP|REJ)\.csv|_(MAN|ACK)\.json|_)?", re.ASCII)
_MANIFEST_NAME = re.compile(_STEM + r"_MAN\.json", re.ASCII)
_ANSWER_NAME = re.compile(_STEM + r"_ACK\.json", re.ASCII)
HIGHEST_SEQUENCE = 999_999


@dataclass(frozen=True, slots=True)
class Stem:
    """What all files of one batch begin with."""

    provider: str
    device: str
    day: str  # yyyymmdd of the batch's making
    sequence_no: int

    def __str__(self) -> str:
        return f"RECOUP_{self.provider}_{self.device}_{self.day}_{self.sequence_no:06d}"

    def data(self, kind: Kind) -> str:
        """The name of one of the three data files."""
        return f"{self}_{kind}.csv"

    @property
    def manifest(self) -> str:
        """The control file, written last: without it there is no batch."""
        return f"{self}_{MANIFEST}"

    @property
    def acknowledgement(self) -> str:
        """Where the ledger answers."""
        return f"{self}_{ACKNOWLEDGEMENT}"

    @property
    def rejects(self) -> str:
        """Where the ledger says which rows come back, and why."""
        return f"{self}_{REJECTS}"


def stem_for(*, provider: str, device: str, created_utc: str, sequence_no: int) -> Stem:
    """The stem of a batch made at a moment; raises BadInput for codes no name can carry."""
    for field, code in (("provider_code", provider), ("device_code", device)):
        if not CODE.fullmatch(code):
            raise BadInput(
                "bad_code",
                Phrase("Use up to 12 capital letters and digits, not “{code}”.", code=code),
                field,
            )
    if not 1 <= sequence_no <= HIGHEST_SEQUENCE:
        raise BadInput(
            "bad_sequence",
            Phrase(
                "A device numbers its batches from 1 to {most}. Give it a new code.",
                most=HIGHEST_SEQUENCE,
            ),
            "sequence_no",
        )
    return Stem(provider, device, _day_of(created_utc), sequence_no)


def manifest_stem(name: str) -> Stem | None:
    """The stem of a manifest's file name; None for any other file."""
    return _stem(_MANIFEST_NAME.fullmatch(name))


def answer_stem(name: str) -> Stem | None:
    """The stem of an acknowledgement's file name; None for any other file."""
    return _stem(_ANSWER_NAME.fullmatch(name))


def stem_in(text: str) -> Stem | None:
    """The stem of any file of a batch, or the stem itself; None for any other text."""
    return _stem(_OF_A_BATCH.fullmatch(text))


def _stem(found: re.Match[str] | None) -> Stem | None:
    return Stem(found[1], found[2], found[3], int(found[4])) if found else None


def _day_of(created_utc: str) -> str:
    try:
        return datetime.strptime(created_utc, "%Y-%m-%dT%H:%M:%S%z").strftime("%Y%m%d")
    except ValueError:
        raise BadInput(
            "bad_date", "A batch is stamped such as 2026-04-15T17:05:00Z.", "created_utc"
        ) from None
