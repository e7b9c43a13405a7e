"""Claims: each check of charging-rules.md 9.2 in its sentence, and the two columns of money."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.billing.claims.checks import Finding, check, check_against, is_ready
from app.billing.claims.claim import Claim, Entitlement, Treatment, worth_of
from app.billing.claims.pack import AFTER, tables
from app.billing.claims.reading import read_entitlement
from app.billing.claims.terms import ClaimType, FieldKind, Reporting
from app.core.errors import BadInput
from app.core.money import ZERO, Money
from app.core.wording import Phrase
from app.library.claims import load_claim_terms
from tests.core.attempt import attempt

TERMS = load_claim_terms()
TODAY = date(2026, 3, 9)
CARD = {
    "state": "DE",
    "family_name": "Müller",
    "given_names": "Jonas",
    "born": "1990-03-02",
    "personal_id": "M123456789",
    "institution_id": "109519005",
    "card_number": "80276883110000012345",
    "expires": "2027-01-31",
    "student": "no",
    "copy": "yes",
}
PRC = CARD | {"valid_from": "2026-02-01", "valid_to": "2026-03-31"}
S2 = {
    "state": "IE",
    "family_name": "Byrne",
    "given_names": "Aoife",
    "born": "1980-01-01",
    "personal_id": "1234567T",
    "provider_name": "St Anne's",
    "trust_name": "St Anne's Made-up Hospitals",
    "issued_on": "2026-01-05",
    "valid_from": "2026-02-01",
    "valid_to": "2026-04-30",
    "institution_id": "0000000000",
    "institution_name": "HSE",
    "institution_address": "Dublin",
    "copy": "yes",
    "home_address": "1 Quay, Cork",
}
QUOTA = {
    "quota_number": "25/26-014",
    "family_name": "Borg",
    "given_names": "Karmenu",
    "born": "1970-05-05",
    "home_address": "Valletta",
}
AGREEMENT = {
    "state": "AU",
    "family_name": "Lee",
    "given_names": "Min",
    "born": "1995-05-05",
}
TREATED = Treatment(
    started=date(2026, 3, 2), ended=date(2026, 3, 6), cost=Money(831_392), care=("HN12F Hip",)
)
HELD = {
    "ehic": CARD,
    "prc": PRC,
    "s2": S2,
    "e112": S2,
    "malta_quota": QUOTA,
    "reciprocal": AGREEMENT,
}


def changed(
    type_: str,
    changes: Mapping[str, str],
    *,
    treatment: Treatment | None = TREATED,
    ref: str = "R-1001",
) -> Claim:
    """A whole claim with some fields other or empty."""
    values = {name: text for name, text in {**HELD[type_], **changes}.items() if text}
    return Claim(ref=ref, category="C", entitlement=Entitlement(type_, values), treatment=treatment)


def claim(
    type_: str = "ehic", treatment: Treatment | None = TREATED, ref: str = "R-1001", **changes: str
) -> Claim:
    return changed(type_, changes, treatment=treatment, ref=ref)


def found(one: Claim) -> tuple[Finding, ...]:
    return check(one, TERMS)


def on(one: Claim, field: str) -> Finding:
    (finding,) = [each for each in found(one) if each.field == field]
    return finding


@pytest.mark.parametrize("type_", HELD)
def test_a_whole_claim_of_every_type_has_nothing_to_say(type_: str) -> None:
    assert found(claim(type_)) == ()
    assert is_ready(found(claim(type_)))


@pytest.mark.parametrize("type_", HELD)
def test_every_needed_field_that_is_empty_is_named_and_stops(type_: str) -> None:
    for field in TERMS.types[type_].fields:
        finding = [one for one in found(changed(type_, {field.id: ""})) if one.field == field.id]
        if field.needed:
            asks = field.kind is FieldKind.YES_NO
            copied = f"{field.title}: copy it from the document, or ask for it."
            lacks = f"{field.label}: answer yes or no." if asks else copied
            assert finding == [Finding(field.id, Phrase("{lacks}", lacks=lacks))]
        else:
            assert finding == []


def test_the_fields_are_those_of_the_card_under_its_own_numbers() -> None:
    titles = [field.title for field in TERMS.types["ehic"].fields]
    assert titles[:8] == [
        "2 Issuing state",
        "3 Name",
        "4 Given names",
        "5 Date of birth",
        "6 Personal identification number",
        "7 Institution identification number",
        "8 Card identification number",
        "9 Expiry date",
    ]
    prc = TERMS.types["prc"]
    assert not prc.field("card_number").needed
    assert not prc.field("expires").needed
    assert (prc.field("valid_from").number, prc.field("valid_to").number) == ("a", "b")
    assert len(TERMS.types["ehic"].states) == 27 + 6
    assert [len(TERMS.types[one].states) for one in ("malta_quota", "reciprocal")] == [1, 19]


@pytest.mark.parametrize(
    ("expires", "stops"), [("2026-03-01", True), ("2026-03-02", False), ("2026-03-03", False)]
)
def test_the_card_holds_on_the_day_the_treatment_begins(expires: str, stops: bool) -> None:
    one = claim(expires=expires)
    assert is_ready(found(one)) is not stops
    if stops:
        assert "expired on 01-Mar-2026, before the treatment began" in on(one, "expires").sentence


@pytest.mark.parametrize("type_", ["prc", "s2", "e112"])
@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"valid_from": "2026-03-03"}, "valid_from"),
        ({"valid_to": "2026-03-05"}, "valid_to"),
        ({"valid_from": "2026-03-02", "valid_to": "2026-03-06"}, None),
    ],
)
def test_its_days_enclose_the_treatment(
    type_: str, changes: dict[str, str], field: str | None
) -> None:
    one = changed(type_, changes)
    assert [each.field for each in found(one)] == ([field] if field else [])


def test_a_certificate_that_ends_before_it_begins_is_refused() -> None:
    one = claim("prc", valid_from="2026-03-31", valid_to="2026-02-01")
    assert "before it begins" in next(each.sentence for each in found(one))
    assert not is_ready(found(one))


@pytest.mark.parametrize("born", ["2026-03-01", "2026-03-03"])
def test_nobody_is_treated_or_certified_before_birth(born: str) -> None:
    one = claim("prc", born=born)
    assert [each.field for each in found(one)] == ["born"] * (1 + (born > "2026-03-02"))


def test_a_treatment_ends_after_it_starts_and_has_ended() -> None:
    back = replace(TREATED, ended=TREATED.started - timedelta(days=1))
    assert "before it starts" in on(claim(treatment=back), "ended").sentence
    assert not is_ready(found(claim(treatment=replace(TREATED, ended=None))))
    assert on(claim(treatment=None), "started").sentence.startswith("Enter the treatment")


@pytest.mark.parametrize(("ended", "warned"), [(date(2026, 9, 2), 0), (date(2026, 9, 3), 1)])
def test_more_than_six_months_is_warned_of_and_no_more(ended: date, warned: int) -> None:
    one = claim(treatment=replace(TREATED, ended=ended))
    findings = found(one)
    assert len(findings) == warned
    assert is_ready(findings)


@pytest.mark.parametrize(("pence", "asked"), [(1_000_000, False), (1_000_001, True)])
def test_above_ten_thousand_pounds_a_reason_is_asked_for(pence: int, asked: bool) -> None:
    dear = replace(TREATED, cost=Money(pence))
    assert bool(found(claim(treatment=dear))) is asked
    if asked:
        assert "above £10,000.00" in on(claim(treatment=dear), "reason").sentence
        assert found(claim(treatment=replace(dear, reason="Two operations"))) == ()


def test_a_treatment_that_costs_nothing_is_not_reported() -> None:
    assert on(claim(treatment=replace(TREATED, cost=ZERO)), "cost").stops


@pytest.mark.parametrize("number", ["8027688311000001234", "90276883110000012345", "AB"])
def test_an_unusual_card_number_is_warned_of_and_never_refused(number: str) -> None:
    one = claim(card_number=number)
    assert not on(one, "card_number").stops
    assert is_ready(found(one))


@pytest.mark.parametrize("number", ["25-26/014", "25/26-14", "٢٥/٢٦-٠١٤"])
def test_a_quota_number_has_its_form(number: str) -> None:
    assert on(claim("malta_quota", quota_number=number), "quota_number").stops


def test_a_state_that_issues_no_such_document_stops_the_claim() -> None:
    assert "not issued by US" in on(claim(state="US"), "state").sentence


def test_no_copy_is_said_and_stops_nothing() -> None:
    assert not on(claim(copy="no"), "copy").stops


def test_a_claim_without_a_card_asks_for_it() -> None:
    bare = Claim(ref="R-1", category="C", entitlement=None, treatment=TREATED)
    assert [one.field for one in found(bare)] == ["type"]
    assert check_against(bare, [claim()], TERMS) == ()


def test_the_same_treatment_on_the_same_card_is_a_duplicate() -> None:
    other = claim(ref="R-1002")
    (finding,) = check_against(claim(), [claim(), other], TERMS)
    assert finding.stops
    assert "R-1002 reports the same treatment" in finding.sentence
    later = replace(TREATED, started=date(2026, 3, 7), ended=date(2026, 3, 8))
    assert check_against(claim(), [claim(ref="R-1002", treatment=later)], TERMS) == ()
    assert check_against(claim(), [claim(ref="R-1002", treatment=None)], TERMS) == ()
    lasting = replace(TREATED, started=date(2026, 3, 1), ended=None)
    assert check_against(claim(), [claim(ref="R-1002", treatment=lasting)], TERMS)[0].stops


def test_one_card_number_under_two_names_is_looked_at() -> None:
    later = replace(TREATED, started=date(2026, 3, 7), ended=date(2026, 3, 8))
    other = claim(ref="R-1002", treatment=later, family_name="Mueller")
    (finding,) = check_against(claim(), [other], TERMS)
    assert (finding.stops, finding.field) == (False, "personal_id")
    assert "another name" in finding.sentence


def test_many_treatments_on_one_card_ask_whether_the_person_lives_here() -> None:
    def other(number: int) -> Claim:
        day = date(2026, 1, number)
        return claim(ref=f"R-{number}", treatment=replace(TREATED, started=day, ended=day))

    few = [other(number) for number in range(1, TERMS.rules.many_treatments - 1)]
    assert check_against(claim(), few, TERMS) == ()
    (finding,) = check_against(claim(), [*few, other(20)], TERMS)
    assert finding.sentence.startswith("5 treatments on this entitlement.")
    assert not finding.stops


def test_what_was_not_taken_down_is_no_duplicate() -> None:
    mine, theirs = claim(personal_id=""), claim(ref="R-1002", personal_id="")
    assert check_against(mine, [theirs], TERMS) == ()
    assert check_against(mine, [claim("prc", ref="R-1002")], TERMS) == ()


def test_two_under_an_agreement_are_told_apart_by_who_they_are() -> None:
    assert check_against(claim("reciprocal"), [claim("reciprocal", ref="R-2")], TERMS)[0].stops
    twin = claim("reciprocal", ref="R-2", given_names="Min-ji")
    assert check_against(claim("reciprocal"), [twin], TERMS) == ()


@pytest.mark.parametrize(
    ("type_", "category", "expected"),
    [
        ("ehic", "C", Reporting.REPORT),
        ("prc", "C", Reporting.REPORT),
        ("ehic", "D", Reporting.BILLED),
        ("ehic", "P", Reporting.UNDECIDED),
        ("ehic", "", Reporting.UNDECIDED),
        ("s2", "C", Reporting.REPORT),
        ("e112", "C", Reporting.REPORT),
        ("malta_quota", "C", Reporting.REPORT),
        ("s1", "C", Reporting.REGISTERED),
        ("reciprocal", "E", Reporting.OPTIONAL),
        ("reciprocal", "F", Reporting.BILLED),
    ],
)
def test_what_becomes_of_a_case_follows_its_category(
    type_: str, category: str, expected: Reporting
) -> None:
    reporting = TERMS.types[type_].reporting_for(category)
    assert reporting is expected
    assert reporting.goes_into_a_pack is (expected in (Reporting.REPORT, Reporting.OPTIONAL))


def test_every_type_says_what_becomes_of_every_category() -> None:
    for type_ in TERMS.types.values():
        assert set(type_.reporting) == set("ABCDEF")
        assert type_.reporting["D"] is type_.reporting["F"] is Reporting.BILLED
    assert set(TERMS.words) >= {one.value for one in Reporting}


def test_no_case_is_both_billed_and_claimed() -> None:
    for type_ in TERMS.types.values():
        for reporting in type_.reporting.values():
            assert not (reporting is Reporting.BILLED and reporting.goes_into_a_pack)


def test_the_trust_gets_nothing_until_a_share_is_switched_on() -> None:
    assert TERMS.trust_share is None
    worth = worth_of(Money(831_392), TERMS.trust_share)
    assert (worth.state_value, worth.trust_income) == (Money(831_392), ZERO)


@given(st.integers(min_value=0, max_value=10**9), st.integers(min_value=0, max_value=10_000))
def test_a_share_is_exact_and_leaves_the_states_value_alone(pence: int, hundredths: int) -> None:
    share = Decimal(hundredths).scaleb(-2)
    worth = worth_of(Money(pence), share)
    assert worth.state_value == Money(pence)
    assert worth.trust_income == Money((pence * hundredths * 2 + 10_000) // 20_000)
    assert not hasattr(worth, "__add__")


def test_the_pack_has_a_file_for_each_type_and_two_columns_of_money() -> None:
    reason = replace(TREATED, reason="=SUM(A1)")
    made = tables([claim("s2"), claim(treatment=reason), claim(ref="R-0999")], TERMS)
    assert [table.type for table in made] == ["ehic", "s2"]
    ehic = made[0]
    assert [row[0] for row in ehic.rows] == ["R-0999", "R-1001"]
    assert ehic.header[-6:] == AFTER
    assert ehic.header[2:13] == tuple(field.id for field in TERMS.types["ehic"].fields)
    row = dict(zip(ehic.header, ehic.rows[1], strict=True))
    assert (row["state_value"], row["trust_income"], row["full_cost"]) == (
        "8313.92",
        "0.00",
        "8313.92",
    )
    assert (row["start_date"], row["expires"]) == ("2026-03-02", "2027-01-31")
    assert row["reason"] == " =SUM(A1)"  # no spreadsheet runs it


def test_a_claim_that_is_not_ready_goes_into_no_table() -> None:
    with pytest.raises(ValueError, match="R-1001 is not ready"):
        tables([claim(treatment=None)], TERMS)
    bare = Claim(ref="R-1", category="C", entitlement=None, treatment=None)
    assert tables([bare], TERMS) == ()


# Reading


def read(type_: str = "ehic", **typed: str) -> dict[str, str]:
    return dict(read_entitlement(TERMS.types[type_], typed, TODAY).values)


def test_a_card_is_read_as_people_type_it() -> None:
    assert read(
        state="DE",
        family_name="  müller ",
        born="2/3/90",
        card_number="8027 6883 1100 0001 2345",
        expires="31/1/27",
        student="no",
        home_address="Weg 1\n\n10115 Berlin",
        given_names=" ",
    ) == {
        "state": "DE",
        "family_name": "müller",
        "born": "1990-03-02",
        "card_number": "80276883110000012345",
        "expires": "2027-01-31",
        "student": "no",
        "home_address": "Weg 1\n10115 Berlin",
    }


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ({"expires": "soon"}, "bad_date"),
        ({"state": "US"}, "unknown_state"),
        ({"student": "maybe"}, "bad_value"),
        ({"family_name": "=1+1"}, "bad_name"),
        ({"personal_id": "\x00"}, "bad_text"),
        ({"valid_from": "1/1/26"}, "unknown_field"),
    ],
)
def test_a_value_no_such_field_can_hold_is_refused_by_its_field(
    typed: dict[str, str], code: str
) -> None:
    with pytest.raises(BadInput) as refused:
        read(**typed)
    assert refused.value.code == code
    assert refused.value.field == next(iter(typed))


@given(
    st.sampled_from(list(TERMS.types.values())),
    st.dictionaries(st.sampled_from(sorted(PRC)), st.text(max_size=30), max_size=6),
)
def test_whatever_is_typed_is_kept_or_refused_by_name(
    type_: ClaimType, typed: dict[str, str]
) -> None:
    kept = attempt(lambda: read_entitlement(type_, typed, TODAY))
    if isinstance(kept, BadInput):
        assert kept.field in typed
        return
    again = read_entitlement(type_, dict(kept.values), TODAY)
    assert again == kept
    for name in kept.values:
        if type_.field(name).kind is FieldKind.DATE:
            assert kept.day(name) is not None
