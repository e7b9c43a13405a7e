"""Cases of people with a card, as far along as a test of claims needs them."""

from __future__ import annotations

from app.casework.review import Choice
from app.pricing.request import LineRequest
from app.pricing.tariff import Admission
from app.services import claiming
from app.services.claiming import ClaimFile
from app.services.desk import Desk
from tests.services.work import answer, decide, form, interview, seated, visitor

HIP = LineRequest(id="1", admission=Admission.ELECTIVE, hrg="HN12F", length_of_stay=3)
CARD = {
    "state": "DE",
    "family_name": "Okafor",
    "given_names": "Ada",
    "born": "2/3/90",
    "personal_id": "M123456789",
    "institution_id": "109519005",
    "card_number": "8027 6883 1100 0001 2345",
    "expires": "31/1/27",
    "student": "no",
    "copy": "yes",
}


def covered(desk: Desk, **patient: str) -> str:
    """A visitor with a German card, a need that arose here, decided to be covered by it."""
    case = visitor(desk, **patient)
    form(desk, case, need_arose="yes", necessary="yes")
    interview(desk, case)
    with seated(desk, "officer"):
        for question, value in (("s2_doc_kind", "ehic"), ("s2_doc_issuer", "DE")):
            answer(desk, case, question, value)
        answer(desk, case, "s2_doc_valid", "yes")
    decide(desk, case, Choice.EUROPEAN_CARD)
    return case


def take_down(desk: Desk, case: str, type_: str = "ehic", **changes: str) -> None:
    """An officer enters what stands on the card."""
    with seated(desk, "officer"):
        claiming.keep_entitlement(desk, case, type_, {**CARD, **changes})


def treat(desk: Desk, case: str, *, started: str = "2/3/26", ended: str = "6/3/26") -> ClaimFile:
    """Finance enters a hip operation of last week."""
    with seated(desk, "finance"):
        return claiming.keep_treatment(
            desk, case, started=started, ended=ended, lines=(HIP,), reason=""
        )


def ready(desk: Desk, **patient: str) -> str:
    """A claim that nothing stops."""
    case = covered(desk, **patient)
    take_down(desk, case)
    treat(desk, case)
    return case


def file_of(desk: Desk, case: str) -> ClaimFile:
    """The claim as finance sees it now."""
    with seated(desk, "finance"):
        return {one.registration_id: one for one in claiming.claims(desk)}[case]
