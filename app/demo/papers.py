"""What the made-up patients show at the desk, or will bring later."""

from __future__ import annotations

from unicodedata import normalize

from app.casework.papers import PaperState
from app.core.people import Patient
from app.demo import specimens
from app.demo.people import tick
from app.services import documents
from app.services.desk import Desk
from app.services.documents import PaperShown
from app.services.reading_files import Scan, read_file

_NUMBER = "000004567"  # no state gives this one


def show_passport(desk: Desk, case: str, patient: Patient, code: str) -> None:
    """A passport page is seen and copied."""
    paper = PaperShown(type_code="passport", number=_NUMBER, expires="11/9/29")
    _show(desk, case, paper, _passport(patient, code))


def show_home_abroad(desk: Desk, case: str, patient: Patient) -> None:
    """A bill for a home abroad is seen and copied."""
    lines = (
        f"For: {patient.given_names} {patient.family_name}",
        "This is to say that the supply at the home abroad is in this name,",
        "and that all is paid up to the end of last month.",
    )
    bill = specimens.letter("Harbour Light and Power, a made-up firm", lines)
    _show(desk, case, PaperShown(type_code="proof_residence_abroad"), bill)


def show_ticket(desk: Desk, case: str, patient: Patient) -> None:
    """A ticket home is seen and copied."""
    lines = (
        f"Passenger: {_plain(patient.family_name)}, {_plain(patient.given_names)}",
        "Outward: flown. Return: as booked, one seat.",
        "This is no ticket: it was drawn for a demonstration.",
    )
    ticket = specimens.letter("Made-up Air, itinerary", lines)
    _show(desk, case, PaperShown(type_code="ticket"), ticket)


def promise_card(desk: Desk, case: str) -> None:
    """The card is at home and will be brought."""
    tick(desk)
    promised = PaperShown(type_code="ehic", state=PaperState.PROMISED, promised_by="+3d")
    documents.note(desk, case, promised)


def _show(desk: Desk, case: str, paper: PaperShown, file: bytes) -> None:
    tick(desk)
    documents.note(desk, case, paper, _drawn(desk, file))


def _drawn(desk: Desk, file: bytes) -> Scan:
    return read_file(file, desk.scans, lambda _done, _of: True)


def _passport(patient: Patient, code: str) -> bytes:
    """The lines at its foot read SPECIMEN: no machine takes them for a passport's."""
    born = patient.born.strftime("%d %m %Y") if patient.born else ""
    rows = (
        ("Surname", _plain(patient.family_name)),
        ("Given names", _plain(patient.given_names)),
        ("Issued for travel from", code),
        ("Date of birth", born),
        ("Expiry", "11 09 2029"),
    )
    foot = ("SPECIMEN<<NOT<A<PASSPORT".ljust(44, "<"), _NUMBER.ljust(44, "<"))
    return specimens.passport_page(rows, foot)


def _plain(name: str) -> str:
    """A name in the letters the sheet's font has, as documents spell it for machines."""
    spelled = normalize("NFD", name.translate({ord("Ł"): "L", ord("ł"): "l"}))
    return "".join(sign for sign in spelled if sign.isascii()).upper()
