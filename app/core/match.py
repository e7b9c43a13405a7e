"""A patient as a list of several tells them apart, and why they are in it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from app.core.nhs_number import NHSNumber
from app.core.people import NOT_KNOWN, Patient, born_and_age, in_banner_order


class Reason(StrEnum):
    """Why a patient answers to a search, in words; the surer a reason, the earlier it stands."""

    NHS_NUMBER = "NHS number"
    HOSPITAL_NUMBER = "hospital number"
    PASSPORT = "passport number"
    IDENTITY_CARD = "identity card number"
    VISA = "visa number"
    EHIC = "European health card number"
    GHIC = "UK health card number"
    PRC = "replacement certificate number"
    S1 = "S1 number"
    S2 = "S2 number"
    CASE = "case reference"
    PHONE = "phone number"
    OTHER = "another number"
    NAME_AND_BIRTH = "name and date of birth"
    TURNED_AND_BIRTH = "date of birth, given and family name the other way round"
    SOUNDS_AND_BIRTH = "date of birth, name sounds alike"
    NEAR_AND_BIRTH = "date of birth, name spelled nearly so"
    COMMON_AND_BIRTH = "same date of birth, one name the same"
    DAY_AND_MONTH = "day and month swapped"
    BIRTH_NOT_KNOWN = "name, date of birth not known"
    SURNAME = "surname"
    TURNED = "given and family name the other way round"
    ONE_NAME = "one of the names"
    GIVEN_NAME = "given name"
    SURNAME_SOUNDS = "surname sounds alike"
    GIVEN_SOUNDS = "given name sounds alike"
    NEARLY = "spelled nearly so"
    BIRTH = "date of birth"
    NUMBER_BEGINS = "number begins so"
    KNOWN = "known to the overseas team"
    MERGED = "merged from"
    ADDED = "just added"

    rank: int  # its place in the order of sureness, from 0

    def __new__(cls, words: str) -> Reason:
        """The words, and the place they are told at."""
        member = str.__new__(cls, words)
        member._value_ = words
        member.rank = len(cls.__members__)
        return member

    @classmethod
    def of_kind(cls, kind: str) -> Reason:
        """The reason of a number of a kind, as `app.services.identifiers` names kinds."""
        return _BY_KIND.get(kind, cls.OTHER)

    def on_the_day(self) -> Reason:
        """The same reason where the day of birth agrees as well."""
        return _WITH_BIRTH.get(self, Reason.NAME_AND_BIRTH)


_BY_KIND = {
    "hospital": Reason.HOSPITAL_NUMBER,
    "passport": Reason.PASSPORT,
    "identity_card": Reason.IDENTITY_CARD,
    "visa": Reason.VISA,
    "ehic": Reason.EHIC,
    "ghic": Reason.GHIC,
    "prc": Reason.PRC,
    "s1": Reason.S1,
    "s2": Reason.S2,
    "phone": Reason.PHONE,
}
_WITH_BIRTH = {
    Reason.TURNED: Reason.TURNED_AND_BIRTH,
    Reason.SURNAME_SOUNDS: Reason.SOUNDS_AND_BIRTH,
    Reason.GIVEN_SOUNDS: Reason.SOUNDS_AND_BIRTH,
    Reason.NEARLY: Reason.NEAR_AND_BIRTH,
}


class Match(NamedTuple):
    """One patient found: who, and why. A tuple, for a search makes twenty at each key.

    `born` and `died` are stored days (`1990-03-02`), `nhs_number` ten digits; `merged_from` names
    the record that answered where it was merged into this one.
    """

    patient_id: str
    family_name: str
    given_names: str = ""
    title: str = ""
    born: str | None = None
    died: str | None = None
    nhs_number: str | None = None
    postcode: str = ""
    reason: Reason = Reason.OTHER
    merged_from: str = ""

    @classmethod
    def of(cls, patient: Patient, reason: Reason) -> Match:
        """A patient already at hand, as one of a list."""
        return cls(
            patient.patient_id,
            patient.family_name,
            patient.given_names,
            patient.title,
            patient.born.isoformat() if patient.born else None,
            patient.died.isoformat() if patient.died else None,
            patient.nhs_number.digits if patient.nhs_number else None,
            patient.address.postcode,
            reason,
        )

    @property
    def banner_name(self) -> str:
        """`OKAFOR, Ada (Mrs)`."""
        return in_banner_order(self.family_name, self.given_names, self.title)

    @property
    def birth(self) -> date | None:
        """The day of birth, where it is known."""
        return date.fromisoformat(self.born) if self.born else None

    def born_with_age(self, today: date) -> str:
        """`02-Mar-1990 (36y)`, or `Not known`."""
        return born_and_age(self.birth, date.fromisoformat(self.died) if self.died else today)

    @property
    def shown_number(self) -> str:
        """`999 000 0018`, or `Not known`."""
        return str(NHSNumber(self.nhs_number)) if self.nhs_number else NOT_KNOWN

    @property
    def initials(self) -> str:
        """Two letters and no more."""
        return (self.family_name[:1] + self.given_names[:1]).upper()

    @property
    def name(self) -> str:
        """`Ada Okafor`, the order of letters."""
        return " ".join(part for part in (self.given_names, self.family_name) if part)

    @property
    def why(self) -> str:
        """The reason in words, with the record that was merged."""
        return f"{self.reason} {self.merged_from}" if self.merged_from else str(self.reason)
