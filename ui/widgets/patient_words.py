"""What a list says of a patient: why they are in it, and what is read back to tell them apart."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from app.core.match import Match, Reason
from app.core.people import NOT_KNOWN
from ui.language import spoken, tr

REASONS: Mapping[Reason, str] = {
    Reason.NHS_NUMBER: tr("NHS number"),
    Reason.HOSPITAL_NUMBER: tr("hospital number"),
    Reason.PASSPORT: tr("passport number"),
    Reason.IDENTITY_CARD: tr("identity card number"),
    Reason.VISA: tr("visa number"),
    Reason.EHIC: tr("European health card number"),
    Reason.GHIC: tr("UK health card number"),
    Reason.PRC: tr("replacement certificate number"),
    Reason.S1: tr("S1 number"),
    Reason.S2: tr("S2 number"),
    Reason.CASE: tr("case reference"),
    Reason.PHONE: tr("phone number"),
    Reason.OTHER: tr("another number"),
    Reason.NAME_AND_BIRTH: tr("name and date of birth"),
    Reason.TURNED_AND_BIRTH: tr("date of birth, given and family name the other way round"),
    Reason.SOUNDS_AND_BIRTH: tr("date of birth, name sounds alike"),
    Reason.NEAR_AND_BIRTH: tr("date of birth, name spelled nearly so"),
    Reason.COMMON_AND_BIRTH: tr("same date of birth, one name the same"),
    Reason.DAY_AND_MONTH: tr("day and month swapped"),
    Reason.BIRTH_NOT_KNOWN: tr("name, date of birth not known"),
    Reason.SURNAME: tr("surname"),
    Reason.TURNED: tr("given and family name the other way round"),
    Reason.ONE_NAME: tr("one of the names"),
    Reason.GIVEN_NAME: tr("given name"),
    Reason.SURNAME_SOUNDS: tr("surname sounds alike"),
    Reason.GIVEN_SOUNDS: tr("given name sounds alike"),
    Reason.NEARLY: tr("spelled nearly so"),
    Reason.BIRTH: tr("date of birth"),
    Reason.NUMBER_BEGINS: tr("number begins so"),
    Reason.KNOWN: tr("known to the overseas team"),
    Reason.MERGED: tr("merged from {name}"),
    Reason.ADDED: tr("just added"),
}
FACTS = BORN, NUMBER, POSTCODE = tr("Born"), tr("NHS No."), tr("Postcode")
NOT_KNOWN_HERE = tr("Not known")


def reason_of(match: Match) -> str:
    """Why a patient is in the list, in the window's language."""
    words = REASONS[match.reason]
    return words.format(name=match.merged_from) if match.merged_from else words


class Said(NamedTuple):
    """The words of a row: the name, what is read back (under each of `FACTS`), and why."""

    name: str
    facts: tuple[str, str, str]
    reason: str

    @classmethod
    def of(cls, match: Match, today: date) -> Said:
        """What is said of a match."""
        born, number = match.born_with_age(today), match.shown_number
        facts = (
            NOT_KNOWN_HERE if born == NOT_KNOWN else spoken(born),
            NOT_KNOWN_HERE if number == NOT_KNOWN else number,
            match.postcode or NOT_KNOWN_HERE,
        )
        return cls(match.banner_name, facts, reason_of(match))

    @property
    def whole(self) -> str:
        """All of it in one line, as it is read out."""
        told = ", ".join(f"{word} {value}" for word, value in zip(FACTS, self.facts, strict=True))
        return f"{self.name}, {told}, {self.reason}"


NOBODY = Said("", ("", "", ""), "")
