"""The sheet a claim is keyed from: every field under its number, for the desk and nobody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pikepdf import pdfa

from app.billing.claims.claim import Claim, Entitlement, Treatment, Worth
from app.core.errors import Known
from app.core.money import ZERO, Money
from app.core.trust import Mode
from app.documents.claim_sheet import ClaimSheet, claim_sheet_pdf
from app.library.claims import load_claim_terms
from tests.documents.made_up import FONTS, TRUST, WORDS
from tests.documents.reading import says, text, texts
from tests.documents.tagged import untold

TERMS = load_claim_terms()
CARD = {
    "state": "DE",
    "family_name": "Nguyễn",
    "given_names": "Thị Hoa",
    "born": "1990-03-02",
    "personal_id": "M123456789",
    "institution_id": "109519005",
    "card_number": "80276883110000012345",
    "expires": "2027-01-31",
    "student": "no",
    "copy": "yes",
    "home_address": "Hauptstraße 5\n10115 Berlin",
}
CLAIM = Claim(
    ref="R-1001",
    category="C",
    entitlement=Entitlement("ehic", CARD),
    treatment=Treatment(
        started=date(2026, 3, 2), ended=date(2026, 3, 6), cost=Money(833_057), care=("HN12F Hip",)
    ),
)
SHEET = ClaimSheet(
    claim=CLAIM,
    type=TERMS.types["ehic"],
    worth=Worth(Money(833_057), ZERO),
    look=(),
    made_on=date(2026, 3, 9),
    trust=TRUST,
    mode=Mode.LIVE,
)


def drawn(sheet: ClaimSheet = SHEET) -> bytes:
    return claim_sheet_pdf(
        sheet,
        fonts=FONTS,
        words=WORDS,
        say={**TERMS.words, **TERMS.sheet},
        states={"DE": "Germany"},
    )


def test_every_field_stands_under_its_number_with_its_value() -> None:
    found = text(drawn())
    for field in SHEET.type.fields:
        assert field.title in found
    for value in (
        *("Germany (DE)", "Nguyễn", "Thị Hoa", "2 March 1990", "80276883110000012345"),
        *("31 January 2027", "Hauptstraße 5, 10115 Berlin", "2 March 2026", "6 March 2026"),
        *("HN12F Hip", "R-1001"),
    ):
        assert value in found


def test_the_two_worths_stand_apart_and_are_never_one_sum() -> None:
    found = text(drawn(replace(SHEET, worth=Worth(Money(833_057), Money(100)))))
    assert "State value £8,330.57" in found
    assert "Trust income £1.00" in found
    assert "8,331.57" not in found
    assert "never added together" in found


def test_what_is_to_be_looked_at_comes_first_and_only_where_there_is_something() -> None:
    found = text(drawn(replace(SHEET, look=("No copy was taken.",))))
    assert found.index("No copy was taken.") < found.index("2 Issuing state")
    assert TERMS.sheet["look"] not in text(drawn())


def test_it_says_that_it_asks_nobody_for_money() -> None:
    assert "Nothing on this sheet asks the patient for money." in text(drawn())
    assert "pay" not in text(drawn()).lower().replace("payment", "")


def test_a_reported_claim_carries_the_portals_id() -> None:
    assert "OVT-77" in text(drawn(replace(SHEET, claim=replace(CLAIM, portal_id="OVT-77"))))


def test_equal_claims_give_equal_bytes_of_an_archive_file() -> None:
    pdf = drawn()
    assert pdf == drawn()
    assert says(pdf)["Title"] == "Claim sheet R-1001"
    assert pdfa.validate_written(BytesIO(pdf), "2b").passed
    assert untold(pdf) == []


def test_h14_a_sheet_of_the_demo_says_demo() -> None:
    assert all("DEMO" in page for page in texts(drawn(replace(SHEET, mode=Mode.DEMO))))


def test_a_claim_without_card_or_treatment_has_no_sheet() -> None:
    for bare in (replace(CLAIM, entitlement=None), replace(CLAIM, treatment=None)):
        with pytest.raises(ValueError, match="R-1001 is not ready"):
            drawn(replace(SHEET, claim=bare))


def test_letters_no_face_holds_are_refused_by_name() -> None:
    odd = replace(CLAIM, entitlement=Entitlement("ehic", CARD | {"family_name": "\U00012000"}))
    with pytest.raises(Known) as refused:
        drawn(replace(SHEET, claim=odd))
    assert refused.value.code == "no_letters"
