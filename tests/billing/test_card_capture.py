"""A card looked at at the desk: each oddity says what to do, and none of them stops anything."""

from __future__ import annotations

from datetime import date

import pytest

from app.billing.claims.capture import Seen, in_the_scheme, look_at
from app.billing.claims.claim import Entitlement
from app.core.people import Patient
from app.library.claims import load_claim_terms
from app.library.law import load_countries

TERMS, COUNTRIES = load_claim_terms(), load_countries()
DAY = date(2026, 3, 9)
ANNA = Patient(patient_id="", family_name="Meyer", given_names="Anna", born=date(1980, 2, 3))
CARD = {
    "state": "DE",
    "family_name": "MEYER",
    "given_names": "ANNA",
    "born": "1980-02-03",
    "personal_id": "M123",
    "institution_id": "104212059",
    "card_number": "80276104212059000001",
    "expires": "2027-01-31",
    "student": "no",
    "copy": "yes",
}
CERTIFICATE = {**CARD, "valid_from": "2026-03-01", "valid_to": "2026-03-31"}
S1 = {
    **{name: CARD[name] for name in ("state", "family_name", "given_names", "born")},
    **{"personal_id": "M1", "institution_id": "1", "valid_from": "2024-01-01", "copy": "yes"},
}


def found(
    kind: str, values: dict[str, str], patient: Patient = ANNA, on: date = DAY
) -> dict[str, str]:
    issuer = COUNTRIES.get(values.get("state", ""))
    card = Entitlement(kind, {name: text for name, text in values.items() if text})
    findings = look_at(card, Seen(patient=patient, on=on, issuer=issuer), TERMS)
    assert not any(one.stops for one in findings)
    assert all(one.sentence.endswith(".") for one in findings)
    return {one.field: one.sentence for one in findings}


@pytest.mark.parametrize(("kind", "values"), [("ehic", CARD), ("prc", CERTIFICATE), ("s1", S1)])
def test_a_card_in_order_has_nothing_said_of_it(kind: str, values: dict[str, str]) -> None:
    assert found(kind, values) == {}


def test_a_card_that_ran_out_asks_for_a_replacement() -> None:
    said = found("ehic", {**CARD, "expires": "2026-03-08"})
    assert "ran out on 08-Mar-2026" in said["expires"]
    assert "replacement certificate" in said["expires"]
    assert found("ehic", {**CARD, "expires": "2026-03-09"}) == {}


def test_a_certificate_for_a_card_that_ran_out_asks_for_no_other_certificate() -> None:
    assert found("prc", {**CERTIFICATE, "expires": "2020-01-01"}) == {}


@pytest.mark.parametrize(
    ("values", "field", "words"),
    [
        ({"valid_from": "2026-03-10", "valid_to": "2026-04-10"}, "valid_from", "only from"),
        ({"valid_from": "2026-02-01", "valid_to": "2026-03-08"}, "valid_to", "only to"),
        ({"valid_from": "2026-03-31", "valid_to": "2026-03-01"}, "valid_to", "only to"),
    ],
)
def test_a_certificate_must_cover_the_day(values: dict[str, str], field: str, words: str) -> None:
    assert words in found("prc", {**CERTIFICATE, **values})[field]


@pytest.mark.parametrize("kind", ["s1", "s2"])
def test_s1_and_s2_need_institution_and_dates(kind: str) -> None:
    said = found(kind, {"state": "FR"})
    assert "copy it from the document" in said["institution_id"]
    assert "copy it from the document" in said["valid_from"]


def test_a_uk_card_proves_nothing_here_by_itself() -> None:
    said = found("ehic", {**CARD, "state": "GB", "card_number": "80826000011234567890"})
    assert said["state"].startswith("A card issued by the UK proves nothing here by itself.")


@pytest.mark.parametrize(
    ("state", "day", "counts"),
    [
        ("DE", date(2015, 4, 6), True),
        ("NO", date(2020, 12, 31), True),
        ("NO", date(2026, 3, 9), True),
        ("CH", date(2020, 6, 1), True),
        ("CH", date(2021, 6, 1), False),
        ("CH", date(2026, 3, 9), True),
        ("IS", date(2023, 6, 1), False),
        ("IS", date(2024, 1, 1), True),
        ("US", date(2019, 1, 1), False),
    ],
)
def test_the_state_must_be_in_the_scheme_on_the_day(state: str, day: date, counts: bool) -> None:
    assert in_the_scheme(COUNTRIES[state], day, TERMS.capture) is counts


def test_a_state_outside_the_scheme_is_kept_and_said() -> None:
    said = found("ehic", {**CARD, "state": "IS", "card_number": ""}, on=date(2023, 6, 1))
    assert "Cards of Iceland were in no scheme on 01-Jun-2023" in said["state"]


def test_another_name_or_birthday_is_a_hint_only() -> None:
    other = Patient(patient_id="", family_name="Schmidt", given_names="Anna", born=date(1981, 2, 3))
    said = found("ehic", CARD, other)
    assert "marriage or spelling may explain it" in said["family_name"]
    assert "Check whose card it is" in said["born"]
    assert "given_names" not in said


@pytest.mark.parametrize("family", ["meyer", "Meyer-Schmidt", "von Meyer", "MÉYER"])
def test_names_that_share_a_word_agree(family: str) -> None:
    patient = Patient(patient_id="", family_name=family, given_names="Anna Lena", born=ANNA.born)
    assert found("ehic", CARD, patient) == {}


def test_the_number_is_held_against_the_state() -> None:
    said = found("ehic", {**CARD, "card_number": "80250104212059000001"})
    assert "begin with 80276" in said["card_number"]
    assert "20 digits" in found("ehic", {**CARD, "card_number": "123"})["card_number"]


def test_a_card_taken_down_in_part_says_what_is_missing() -> None:
    said = found(
        "ehic", {"card_number": "80276104212059000001"}, Patient(patient_id="", family_name="")
    )
    assert "copy it from the document" in said["state"]
