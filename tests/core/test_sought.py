"""What is typed into the one box is read as all it could mean."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.sought import Particulars, as_new_patient, read

TODAY = date(2026, 3, 9)
BORN = date(1990, 3, 2)


@pytest.mark.parametrize(
    "text",
    [
        "okafor 2/3/90",
        "Okafor 02 Mar 1990",
        "2/3/1990 okafor",
        "OKAFOR, 020390",
        "okafor 1990-3-2",
        "okafor 2nd March 1990",
        "okafor 2nd of March 1990",
        "okafor 1990/3/2",
        "okafor dob 2/3/90",
        "okafor, D.O.B.: 2 Mar 1990",
        "dob 2/3/90 okafor",
        "okafor date of birth 2/3/90",
        "okafor 2/3/90.",
    ],
)
def test_a_name_and_a_day_in_any_order_and_form(text: str) -> None:
    found = read(text, TODAY)
    assert (found.words, found.born, found.numbers) == (("okafor",), BORN, ())


@pytest.mark.parametrize(
    "text",
    [
        "smith unknown",
        "smith not known",
        "smith n/k",
        "Smith dob unk",
        "smith date of birth not known",
    ],
)
def test_a_birth_that_is_not_known(text: str) -> None:
    found = read(text, TODAY)
    assert (found.words, found.born, found.birth_not_known) == (("smith",), None, True)
    assert not found.is_whole


def test_a_name_may_be_unknown_itself() -> None:
    assert read("unknown", TODAY).words == ("unknown",)
    assert not read("unknown", TODAY).birth_not_known


def test_numbers_are_read_in_every_plain_form() -> None:
    assert read("+44 7700 900123", TODAY).numbers == ("447700900123", "07700900123")
    assert read("140780", TODAY).numbers == ("140780",)
    assert read("140780", TODAY).born == date(1980, 7, 14)
    right, wrong = read("999 000 0018", TODAY), read("999 000 0019", TODAY)
    assert right.nhs_number is not None
    assert wrong.nhs_number is None
    assert right.looks_like_nhs_number
    assert wrong.looks_like_nhs_number
    assert right.is_whole
    assert not wrong.is_whole
    assert not read("okafor", TODAY).looks_like_nhs_number
    assert read("ab1", TODAY).numbers == ()


def test_a_day_ahead_and_a_bare_month_are_no_birth() -> None:
    for text in ("okafor 9/3/2027", "okafor july 2020", "okafor +3w", "okafor today"):
        assert read(text, TODAY).born is None, text


def test_a_name_alone_has_no_birth_and_no_number_with_it() -> None:
    assert read("Mensah", TODAY).is_name_alone
    for text in ("", "Mensah 2/3/90", "Mensah unknown", "H 123456", "Mensah 12"):
        assert not read(text, TODAY).is_name_alone, text


def test_a_name_is_whole_with_a_whole_year() -> None:
    assert read("okafor 2/3/1990", TODAY).is_whole
    assert not read("okafor 2/3/19", TODAY).is_whole
    assert not read("2/3/1990", TODAY).is_whole


@given(st.text(max_size=30))
def test_whatever_is_typed_is_read(text: str) -> None:
    found = read(text, TODAY)
    assert found.born is None or found.born <= TODAY
    as_new_patient(text, TODAY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("okafor", Particulars(family_name="Okafor")),
        (
            "van der berg jan 2/3/90",
            Particulars(family_name="Van Der Berg", given_names="Jan", born="02-Mar-1990"),
        ),
        ("McNeill, Bola Ade", Particulars(family_name="McNeill", given_names="Bola Ade")),
        ("de la", Particulars(family_name="De", given_names="La")),
        ("999 000 0018", Particulars(nhs_number="999 000 0018")),
        ("P0123456", Particulars()),
        ("", Particulars()),
    ],
)
def test_what_was_typed_begins_the_record(text: str, expected: Particulars) -> None:
    assert as_new_patient(text, TODAY) == expected


@pytest.mark.parametrize(
    ("typed", "another"),
    [("Bello 1/1/80", True), ("mensah", False), ("MENSAH, Yaw 1/1/80", False), ("", False)],
)
def test_who_was_looked_for_since_is_somebody_else_where_nothing_is_the_same(
    typed: str, another: bool
) -> None:
    begun = Particulars(family_name="Mensah", given_names="Kofi", born="02-Mar-1990")
    assert as_new_patient(typed, TODAY).are_of_another(begun) is another
    assert not as_new_patient(typed, TODAY).are_of_another(Particulars())
