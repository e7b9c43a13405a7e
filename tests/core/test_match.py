"""A patient in a list: told by four facts and a reason."""

from __future__ import annotations

from datetime import date

from app.core.match import Match, Reason
from app.core.nhs_number import NHSNumber
from app.core.people import Address, Patient

ADA = Patient(
    patient_id="p",
    family_name="Okafor",
    given_names="Ada",
    title="Mrs",
    born=date(1990, 3, 2),
    nhs_number=NHSNumber("9990000018"),
    address=Address(postcode="LS9 7TF"),
    died=date(2020, 1, 1),
)
TODAY = date(2026, 3, 9)


def test_a_match_tells_a_patient_as_the_patient_does() -> None:
    match = Match.of(ADA, Reason.NHS_NUMBER)
    assert match.banner_name == ADA.banner_name
    assert match.born_with_age(TODAY) == ADA.born_with_age(TODAY) == "02-Mar-1990 (29y)"
    assert (match.shown_number, match.postcode) == ("999 000 0018", "LS9 7TF")
    assert (match.name, match.initials, match.birth) == (ADA.name, ADA.initials, ADA.born)
    assert match.why == "NHS number"


def test_what_is_not_known_says_so() -> None:
    match = Match.of(Patient(patient_id="p", family_name="Okafor"), Reason.ADDED)
    assert match.born_with_age(TODAY) == match.shown_number == "Not known"
    assert (match.birth, match.died, match.name) == (None, None, "Okafor")


def test_a_merged_record_is_named() -> None:
    assert Match("p", "Okafor", reason=Reason.MERGED, merged_from="OKAFOR, A").why == (
        "merged from OKAFOR, A"
    )


def test_reasons_stand_in_the_order_of_sureness() -> None:
    ranks = [reason.rank for reason in Reason]
    assert ranks == sorted(ranks) == list(range(len(ranks)))
    assert Reason.NHS_NUMBER.rank < Reason.NAME_AND_BIRTH.rank < Reason.NEARLY.rank
    assert Reason.of_kind("prc") is Reason.PRC
    assert Reason.of_kind("library") is Reason.OTHER
    assert Reason.TURNED.on_the_day() is Reason.TURNED_AND_BIRTH
    assert Reason.SURNAME.on_the_day() is Reason.NAME_AND_BIRTH
