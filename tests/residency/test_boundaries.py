"""Every boundary of the law: a case on the day before a change and one on the day of it."""

from __future__ import annotations

import csv
from datetime import date

import pytest

from app.core.errors import BadInput
from app.library import resource
from app.residency.determination import Determination
from tests.residency.boundaries import AMOUNTS, BOUNDARIES, NO_FINDING, SCHEME, Boundary
from tests.residency.clauses import LAW, charged, found, free, holding

ROWS = list(csv.DictReader(resource("rules", "amendments.csv").read_text("utf-8").splitlines()))
RATES = list(
    csv.DictReader(resource("rules", "surcharge_rates.csv").read_text("utf-8").splitlines())
)
CHANGES = [
    (row["instrument"], change.strip()) for row in ROWS for change in row["effect"].split(";")
]


def seen(result: Determination, what: str) -> bool:
    """Whether the finding says that."""
    if what.startswith("no "):
        return not seen(result, what.removeprefix("no "))
    if what == "asked first":
        return any(line.may_ask_payment_first for line in result.lines)
    if what == "repaid":
        return result.retrospective.repay
    if what.isdigit():
        return {line.rate_percent for line in result.lines} == {int(what)}
    return what == result.chargeable.value or what in holding(result)


def named(boundary: Boundary) -> str:
    place = str(boundary.facts.get("country_of_residence", ""))
    return f"{boundary.first} {boundary.change} {place}".strip()


@pytest.mark.parametrize("boundary", BOUNDARIES, ids=named)
def test_a_change_of_the_law_shows_on_its_day_and_not_the_day_before(boundary: Boundary) -> None:
    for service_date, said in ((boundary.last, boundary.old), (boundary.first, boundary.new)):
        told = {**boundary.facts, "service_date": service_date, "course_start_date": service_date}
        result = found(**told)
        assert seen(result, said), (service_date, said, result.chargeable, holding(result))


@pytest.mark.parametrize(("instrument", "change"), CHANGES, ids=lambda text: text)
def test_every_change_of_every_instrument_has_its_two_days_or_a_reason(
    instrument: str, change: str
) -> None:
    tried = {boundary.change for boundary in BOUNDARIES} | AMOUNTS.keys() | set(SCHEME)
    assert (change in tried) is not (change in NO_FINDING), (
        f"{instrument}: “{change}” has neither a case on each side of its day nor a reason."
    )


def test_no_case_is_kept_for_a_change_that_no_row_names() -> None:
    told = {change for _, change in CHANGES}
    assert {boundary.change for boundary in BOUNDARIES} <= told
    assert AMOUNTS.keys() | set(SCHEME) | NO_FINDING.keys() <= told


def test_the_scheme_begins_on_6_april_2015_and_nothing_is_found_before() -> None:
    with pytest.raises(BadInput, match="Enter a service date from 06-Apr-2015 on"):
        found(service_date="2015-04-05")
    assert charged(service_date="2015-04-06").lines[0].rate_percent == 150
    paid = {"ihs_state": "paid", "leave_valid_from": "2015-04-06", "leave_valid_to": "2017-04-06"}
    free("ihs_paid", **paid, service_date="2015-04-06")


def test_reciprocal_cases_lose_course_protection_on_23_october_2017() -> None:
    agreement = LAW.pack.group("healthcare_agreement")
    assert agreement.protects_course(date(2017, 10, 22))
    assert not agreement.protects_course(date(2017, 10, 23))
    assert LAW.pack.group("asylum_seeker").protects_course(date(2017, 10, 23))
    assert not LAW.pack.group("ihs_paid").protects_course(date(2017, 10, 22))


@pytest.mark.parametrize("first", sorted(set(AMOUNTS.values())))
def test_the_surcharge_has_one_amount_a_day_and_changes_with_its_order(first: str) -> None:
    before = [row for row in RATES if row["in_force_to"] and row["in_force_to"] < first]
    (row,) = (
        row
        for row in RATES
        if row["in_force_from"] <= first <= (row["in_force_to"] or "9999-12-31")
    )
    assert row["in_force_from"] == first
    if before:
        last = before[-1]
        gap = date.fromisoformat(first) - date.fromisoformat(last["in_force_to"])
        assert gap.days == 1
        assert int(last["adult_pounds_per_year"]) < int(row["adult_pounds_per_year"])
    amounts = {change for change, day in AMOUNTS.items() if day == first}
    assert any(row["adult_pounds_per_year"] in change for change in amounts)
    assert any(row["student_pounds_per_year"] in change for change in amounts)


def test_what_was_not_found_is_said_to_be_so() -> None:
    unsure = {row["instrument"]: row["confirmed"] for row in ROWS if row["confirmed"] != "1"}
    assert unsure["none found"] == "0"
    assert "not found" in unsure
