"""A passport read at the desk: who it says they are, and whether they are known already."""

from __future__ import annotations

from dataclasses import dataclass

from app.access.roles import Act
from app.core.dates import show
from app.core.errors import BadInput
from app.core.numbers import plain_number
from app.core.people import Patient, search_key
from app.core.places import STATELESS
from app.core.wording import Phrase
from app.interop.mrz.document import TravelDocument
from app.interop.mrz.layouts import Format
from app.interop.mrz.reading import read_mrz
from app.services.desk import Desk, service
from app.services.identifiers import note_number
from app.store import number_holders, patients, registrations

CHECK_THE_PAGE = Phrase("Names on a passport can be cut short: check the page.")
_GENDERS = {"F": "Female", "M": "Male"}
_VISAS = (Format.MRV_A, Format.MRV_B)
_CARDS = (Format.TD1, Format.TD2)


@dataclass(frozen=True, slots=True, kw_only=True)
class PassportReading:
    """What the desk's fields take from a travel document, as text; empty where it does not say."""

    kind: str  # of number: passport, identity_card or visa
    number: str
    issuer: str
    family_name: str
    given_names: str
    born: str
    gender: str
    nationality: str  # the country's name, or “Stateless”
    remarks: tuple[str, ...]  # what to look at on the page


@dataclass(frozen=True, slots=True)
class Scanned:
    """A reading, and the patients who showed this very document before."""

    reading: PassportReading
    known: tuple[Patient, ...]


@service(Act.REGISTER)
def read_passport(desk: Desk, text: str) -> Scanned:
    """The travel document of these lines; raises BadMrz with what to do, and fills nothing."""
    found = read_mrz(text, as_at=desk.today)
    reading = _reading(desk, found)
    known = number_holders.holders(
        desk.db, kind=reading.kind, number=plain_number(reading.number), issuer=reading.issuer
    )
    return Scanned(reading, tuple(patients.get(desk.db, one) for one in known))


@service(Act.REGISTER)
def read_passport_of(desk: Desk, registration_id: str, text: str) -> PassportReading:
    """The travel document of the patient who is open; raises BadInput where it is another's.

    Another day of birth, or no name in common where no birthday tells, is another person (hazard
    H4): nothing is filled in, and the sentence says what to compare.
    """
    patient = patients.get(desk.db, registrations.get(desk.db, registration_id).patient_id)
    reading = _reading(desk, read_mrz(text, as_at=desk.today))
    born = show(patient.born) if patient.born else ""
    if born and reading.born and born != reading.born:
        raise _not_theirs(
            Phrase("born {born}", born=reading.born), Phrase("born {born}", born=born)
        )
    tells = bool(born and reading.born)
    if not tells and not _names_meet(reading, patient):
        raise _not_theirs(f"{reading.given_names} {reading.family_name}".strip(), patient.name)
    return reading


@service(Act.REGISTER)
def note_passport(desk: Desk, patient_id: str, reading: PassportReading) -> None:
    """Keep the number of the document, so that it finds the patient next time."""
    if reading.number:
        note_number(
            desk, patient_id, kind=reading.kind, number=reading.number, issuer=reading.issuer
        )


def _reading(desk: Desk, found: TravelDocument) -> PassportReading:
    nationality, remark = _nationality(desk, found.nationality)
    day = found.birth.whole if found.birth is not None else None
    return PassportReading(
        kind=_kind(found.format),
        number=found.document_number,
        issuer=found.issuer,
        family_name=found.surname.title(),
        given_names=found.given_names.title(),
        born=show(day) if day is not None else "",
        gender=_GENDERS.get(found.sex, ""),
        nationality=nationality,
        remarks=(CHECK_THE_PAGE, *found.warnings, *((remark,) if remark else ())),
    )


def _names_meet(reading: PassportReading, patient: Patient) -> bool:
    """Whether passport and record have any word of a name in common."""
    printed = search_key(f"{reading.family_name} {reading.given_names}")
    return bool(set(printed.split()) & set(search_key(patient.name).replace("-", " ").split()))


def _not_theirs(printed: str, recorded: str) -> BadInput:
    return BadInput(
        "other_person",
        Phrase(
            "The passport says {printed}, and the patient who is open is {recorded}. Nothing was "
            "filled in. Check whose passport it is.",
            printed=printed,
            recorded=recorded,
        ),
        "passport",
    )


def _kind(form: Format) -> str:
    if form in _VISAS:
        return "visa"
    return "identity_card" if form in _CARDS else "passport"


def _nationality(desk: Desk, code: str) -> tuple[str, str]:
    """The country's name for the field, and what else the code says."""
    countries = desk.law.pack.countries
    special = desk.places.travel.get(code)
    if special is None:
        names = [one.name for one in countries.values() if one.alpha3 == code]
        return (
            (names[0], "")
            if names
            else ("", Phrase("No country has the code {code}. Ask.", code=code))
        )
    if special.country:
        name = countries[special.country].name
        return name, "" if code == "D" else Phrase("It says {words}.", words=special.words)
    return STATELESS if special.stateless else "", Phrase(
        "It says {words}. Ask.", words=special.words
    )
