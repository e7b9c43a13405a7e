"""Prices beside the HRGs of a spell: clinics, short stays, items, stand-ins, free care, visits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.core.errors import BadInput, Known
from app.core.money import ZERO, Money
from app.library.price_rules import load_price_rules
from app.library.tariffs import load_shelf
from app.pricing.care import all_care, find_care
from app.pricing.currencies import Attendance, Further, ItemPrice, Kind, PriceList, PriceSource
from app.pricing.estimate import Estimate, EstimateRequest, LineRequest, estimate
from app.pricing.guide import PricingGuide
from app.pricing.priced import Driver
from app.pricing.rules import NO_RULES, RuleId
from app.pricing.tariff import Admission, Edition, Shelf
from app.pricing.uplift import Rounding
from tests.pricing.lists import FORCES, edition

DAY = date(2018, 6, 1)
MFF = Decimal("1.1")
CLINIC, PROCEDURE = Admission.OUTPATIENT_ATTENDANCE, Admission.OUTPATIENT_PROCEDURE


def pounds(amount: str) -> Money:
    return Money.parse(amount)


def item(kind: Kind, code: str, price: str, **more: Any) -> ItemPrice:
    return ItemPrice(kind=kind, code=code, name=f"Item {code}", price=pounds(price), **more)


def own(*items: ItemPrice, source: PriceSource = PriceSource.LOCAL) -> PriceList:
    return PriceList(
        name="A list",
        source=source,
        effective_from=date(2018, 4, 1),
        effective_to=None,
        citation=f"The {source.value} list.",
        rows=lambda: items,
    )


VISITS = tuple(
    Attendance(
        treatment_function="330",
        name="Dermatology",
        first=first,
        multi_professional=multi,
        price=pounds(price),
        face_to_face=face,
    )
    for first, multi, price, face in (
        (True, False, "100", True),
        (False, False, "60", True),
        (True, True, "140", True),
        (True, False, "50", False),
    )
)
FURTHER = Further(
    attendances=VISITS,
    items=(
        item(Kind.MATERNITY, "NZ30C", "2000"),
        item(Kind.UNBUNDLED, "RD01A", "150"),
        item(Kind.OTHER_UNIT_PRICE, "BZ34A", "900"),
        item(Kind.EMERGENCY, "VB01Z", "300"),
    ),
)
LOCAL: dict[str, Any] = {"source": PriceSource.LOCAL, "factor_applies": False}
COSTS: dict[str, Any] = {"source": PriceSource.AVERAGE_COST, "factor_applies": False}
ALREADY: dict[str, Any] = {
    "source": PriceSource.UPFRONT,
    "uplift_included": True,
    "confirmed": False,
}
LISTS = (
    own(
        item(Kind.CRITICAL_CARE, "XC04Z", "1400", unit="day", **LOCAL),
        item(Kind.DRUG_OR_DEVICE, "INFLIXIMAB", "419.62", **LOCAL),
        item(Kind.OTHER, "AA12Z", "77", **LOCAL),
        item(Kind.OTHER, "333", "55", admission="outpatient_attendance", **LOCAL),
    ),
    own(item(Kind.UNBUNDLED, "RD09Z", "99", source=PriceSource.GUIDE_PRICE)),
    own(
        item(Kind.SPECIALTY, "Breast surgery", "4220", **ALREADY),
        source=PriceSource.UPFRONT,
    ),
    own(
        item(Kind.OTHER, "ZZ01A", "500", admission="elective", **COSTS),
        item(Kind.OTHER, "AA10A", "1", admission="outpatient_procedure", **COSTS),
        source=PriceSource.AVERAGE_COST,
    ),
)
GUIDES = replace(LISTS[1], source=PriceSource.GUIDE_PRICE)
RULES = load_price_rules()


def listed(**short: Any) -> Edition:
    whole = edition()
    rows = tuple(row._replace(**short) for row in whole.rows())
    return replace(whole, rows=lambda: rows, others=lambda: FURTHER)


def shelf(**short: Any) -> Shelf:
    lists = (LISTS[0], GUIDES, *LISTS[2:])
    return Shelf((listed(**short),), lists, PricingGuide(RULES))


def made(*lines: LineRequest, on: Shelf | None = None, **more: Any) -> Estimate:
    request = EstimateRequest(provider="R1H", tariff_year="2018/19", mff=MFF, lines=lines, **more)
    return estimate(request, on or shelf(), FORCES)


def line(admission: Admission, **given: Any) -> LineRequest:
    return LineRequest(**{"id": "1", "admission": admission, "on": DAY, **given})


@pytest.mark.parametrize(
    ("asked", "charge", "code"),
    [
        ({}, "165.00", "WF01B"),
        ({"first": False}, "99.00", "WF01A"),
        ({"multi_professional": True}, "231.00", "WF02B"),
        ({"face_to_face": False}, "82.50", "WF01D"),
    ],
)
def test_a_clinic_visit_is_priced_by_treatment_function(
    asked: dict[str, Any], charge: str, code: str
) -> None:
    (priced,) = made(line(CLINIC, tfc="330", **asked)).lines
    assert (priced.charge.plain, priced.hrg, priced.tfc) == (charge, code, "330")
    assert priced.specialty == "330"
    assert (RuleId.AT_A_DISTANCE in priced.rules) is (code == "WF01D")


def test_a_treatment_function_without_a_price_takes_the_trusts_own() -> None:
    (priced,) = made(line(CLINIC, tfc="333")).lines
    assert (priced.charge.plain, priced.origin) == ("82.50", PriceSource.LOCAL)
    with pytest.raises(Known, match="332 has no first outpatient attendance price"):
        made(line(CLINIC, tfc="332"))
    with pytest.raises(Known, match="no follow-up outpatient attendance"):
        made(line(CLINIC, tfc="330", first=False, multi_professional=True))
    with pytest.raises(Known, match="no first elective price"):
        made(line(Admission.ELECTIVE, tfc="330"))


@pytest.mark.parametrize(
    ("admission", "code", "units", "charge", "origin"),
    [
        (Admission.MATERNITY, "NZ30C", 1, "3300.00", PriceSource.UNIT_PRICE),
        (Admission.UNBUNDLED, "RD01A", 2, "495.00", PriceSource.UNIT_PRICE),
        (Admission.DAY_CASE, "BZ34A", 1, "1485.00", PriceSource.UNIT_PRICE),
        (Admission.UNBUNDLED, "RD09Z", 1, "163.35", PriceSource.GUIDE_PRICE),
        (Admission.CRITICAL_CARE, "XC04Z", 3, "6300.00", PriceSource.LOCAL),
        (Admission.ELECTIVE, "AA12Z", 1, "115.50", PriceSource.LOCAL),
    ],
)
def test_items_are_priced_by_the_best_list_that_has_them(
    admission: Admission, code: str, units: int, charge: str, origin: PriceSource
) -> None:
    (priced,) = made(line(admission, hrg=code, units=units)).lines
    assert (priced.charge.plain, priced.origin) == (charge, origin)
    assert priced.base == Money(priced.base.pence // units * units)
    stands_in = origin is not PriceSource.UNIT_PRICE
    assert (RuleId.STAND_IN in priced.rules) is stands_in
    assert priced.mff == (1 if origin is PriceSource.LOCAL else MFF)


def test_a_drug_is_called_by_the_code_of_the_trusts_list() -> None:
    (priced,) = made(line(Admission.DRUG_OR_DEVICE, item="INFLIXIMAB", units=2)).lines
    assert priced.charge.plain == "1258.86"  # 2 x 419.62 x 150 %, no factor
    assert priced.source == "The local list."


def test_an_upfront_price_holds_rate_and_factor_already() -> None:
    (priced,) = made(line(Admission.SPECIALTY, item="Breast surgery")).lines
    assert not priced.confirmed
    assert (priced.charge.plain, priced.rate_percent, priced.rate_in_price) == (
        "4220.00",
        100,
        True,
    )
    assert (
        "average, until the exact care is known"
        in made(line(Admission.SPECIALTY, item="Breast surgery")).statement
    )


def test_an_average_cost_stands_in_only_where_it_is_let_and_is_provisional() -> None:
    with pytest.raises(Known, match="ZZ01A is not in"):
        made(line(Admission.ELECTIVE, hrg="ZZ01A"))
    found = made(line(Admission.ELECTIVE, hrg="ZZ01A", provisional=True))
    (priced,) = found.lines
    assert (priced.charge.plain, priced.provisional) == ("750.00", True)
    assert "provisional" in found.statement
    assert {RuleId.STAND_IN, RuleId.NO_FACTOR_ON_LOCAL, RuleId.RATE_ON_LOCAL} <= set(priced.rules)
    (better,) = made(line(Admission.ELECTIVE, hrg="AA10A", provisional=True)).lines
    assert not better.provisional


@pytest.mark.parametrize(
    "wanted",
    [
        line(Admission.CRITICAL_CARE, hrg="XC01Z"),
        line(Admission.SPECIALTY, item="INFLIXIMAB"),
        line(Admission.ELECTIVE, hrg="VB01Z"),
        line(Admission.DRUG_OR_DEVICE, item="GOLD"),
        line(PROCEDURE, hrg="AA10A"),
    ],
)
def test_what_no_list_prices_is_refused(wanted: LineRequest) -> None:
    with pytest.raises(Known) as caught:
        made(wanted)
    assert caught.value.code == "no_price"
    assert caught.value.field in ("hrg", "item")


SHORT: dict[str, Any] = {"short_stay_applies": True, "short_stay": pounds("1000")}
EMERGENCY: dict[str, Any] = {"hrg": "AA10A", "age": 40, "admission_method": "21"}


@pytest.mark.parametrize(
    ("asked", "listed_as", "charge"),
    [
        ({}, SHORT, "1650.00"),
        ({"length_of_stay": 1}, SHORT, "1650.00"),
        ({"length_of_stay": 2}, SHORT, "14850.00"),
        ({"age": 18}, SHORT, "14850.00"),
        ({"age": 19}, SHORT, "1650.00"),
        ({"age": None}, SHORT, "14850.00"),
        ({"admission_method": None}, SHORT, "14850.00"),
        ({"admission_method": "2D"}, SHORT, "1650.00"),
        ({"admission_method": "31"}, SHORT, "14850.00"),
        ({}, {"short_stay_applies": False, "short_stay": pounds("1000")}, "14850.00"),
        ({}, {"short_stay_applies": True}, "14850.00"),
        ({}, {}, "14850.00"),
    ],
)
def test_a_short_emergency_stay_takes_the_reduced_price_where_the_list_says_so(
    asked: dict[str, Any], listed_as: dict[str, Any], charge: str
) -> None:
    found = made(line(Admission.NON_ELECTIVE, **(EMERGENCY | asked)), on=shelf(**listed_as))
    assert found.lines[0].charge.plain == charge
    reduced = charge == "1650.00"
    assert (RuleId.SHORT_STAY in found.lines[0].rules) is reduced
    may_be = asked.get("length_of_stay", 0) <= 1 and not reduced
    assert ("short emergency stay may cost less" in found.statement) is may_be


def test_the_reduction_is_not_taken_outside_its_years() -> None:
    rule = RULES.rules[RuleId.SHORT_STAY]
    assert rule.holds_on(date(2019, 3, 31))
    assert not rule.holds_on(date(2019, 4, 1))
    assert not rule.holds_on(date(2017, 3, 31))
    assert RULES.short_stay_on(date(2025, 6, 1)) is None
    assert NO_RULES.short_stay_on(DAY) is None
    bare = Shelf((listed(**SHORT),))
    assert made(line(Admission.NON_ELECTIVE, **EMERGENCY), on=bare).lines[0].rules == ()
    elective = made(line(Admission.ELECTIVE, hrg="AA10A"), on=shelf(**SHORT))
    assert elective.lines[0].charge.plain == "13200.00"


def test_several_attendances_on_a_day_are_priced_each_on_its_own() -> None:
    found = made(line(CLINIC, tfc="330"), line(CLINIC, id="2", tfc="330", first=False))
    assert [one.charge.plain for one in found.lines] == ["165.00", "99.00"]
    assert RuleId.ATTENDANCES_APART in {rule.id for rule in found.rules}


def test_several_procedures_in_one_visit_give_one_price_the_highest() -> None:
    text = "AA10D"
    found = made(
        line(CLINIC, id="1", tfc="330", visit="a"),
        line(PROCEDURE, id="2", hrg=text, visit="a"),
        line(PROCEDURE, id="3", hrg=text, visit="a"),
        line(PROCEDURE, id="4", hrg=text, visit="b"),
        line(PROCEDURE, id="5", hrg=text),
    )
    assert [one.charge.plain for one in found.lines] == [
        "0.00", "247.50", "0.00", "247.50", "247.50",
    ]  # fmt: skip
    assert [one.given_with for one in found.lines] == ["2", None, "2", None, None]
    assert found.total == pounds("742.50")
    assert len(found.billed) == 3
    assert RuleId.HIGHEST_PROCEDURE in {rule.id for rule in found.unconfirmed}
    assert "only the dearest is charged" in found.statement


def test_free_care_stands_beside_charged_care_and_costs_nothing() -> None:
    found = made(
        line(Admission.ELECTIVE, hrg="AA10A"),
        line(Admission.UNBUNDLED, id="2", hrg="RD01A", rate_percent=0),
    )
    charged, free = found.lines
    assert (free.free, free.charge, free.low, free.high) == (True, ZERO, ZERO, ZERO)
    assert found.total == charged.charge
    assert found.billed == (charged,)
    assert free.as_json()["free"] is True


def test_a_stay_that_may_last_longer_has_a_range_and_says_why() -> None:
    found = made(line(Admission.ELECTIVE, hrg="AA10A", length_of_stay=20, longest_stay=25))
    (priced,) = found.lines
    assert (priced.low, priced.high) == (pounds("13200.00"), pounds("14850.00"))
    assert priced.drivers == found.drivers == (Driver.LONGER_STAY,)
    root = made(line(Admission.ELECTIVE, root="AA10", length_of_stay=2, longest_stay=3)).lines[0]
    assert root.drivers == (Driver.COMPLICATIONS,)
    both = made(line(Admission.ELECTIVE, root="AA10", length_of_stay=2, longest_stay=30))
    assert both.drivers == (Driver.COMPLICATIONS, Driver.LONGER_STAY)


def test_each_rule_names_its_source_and_what_is_not_confirmed_is_said() -> None:
    assert set(RULES.rules) == set(RuleId)
    found = made(line(Admission.ELECTIVE, hrg="AA10A", length_of_stay=30))
    named = {rule.id: rule for rule in found.rules}
    assert {RuleId.LONG_STAY, RuleId.FACTOR_ON_LONG_STAY, RuleId.ROUNDING_PENCE} <= set(named)
    assert all(rule.source and rule.words for rule in named.values())
    assert named[RuleId.LATEST_EDITION] not in found.unconfirmed
    assert named[RuleId.LONG_STAY] in found.unconfirmed
    whole = made(line(Admission.ELECTIVE, hrg="AA10A"), rounding=Rounding.WHOLE_POUND)
    assert RuleId.ROUNDING_WHOLE_POUND in {rule.id for rule in whole.rules}
    assert whole.as_json()["rules"]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"item": "x", "hrg": "AA10A"}, "hrg"),
        ({"item": " "}, "item"),
        ({"hrg": "AA10A", "units": 0}, "units"),
        ({"hrg": "AA10A", "units": 2}, "units"),
        ({"hrg": "AA10A", "visit": "a"}, "visit"),
        ({"hrg": "AA10A", "age": 131}, "age"),
        ({"hrg": "AA10A", "admission_method": "emergency"}, "admission_method"),
        ({"hrg": "AA10A", "length_of_stay": 5, "longest_stay": 4}, "longest_stay"),
        ({"hrg": "AA10A", "longest_stay": 4_000}, "length_of_stay"),
    ],
)
def test_a_line_that_asks_what_its_care_cannot_have_is_refused(
    wrong: dict[str, Any], field: str
) -> None:
    with pytest.raises(BadInput) as caught:
        line(Admission.ELECTIVE, **wrong)
    assert (caught.value.code, caught.value.field) == ("bad_line", field)


def test_a_specialty_has_a_name_and_an_admission_has_words() -> None:
    guide = load_shelf().guide
    assert guide.specialty_name("HN") == "Orthopaedic Non-Trauma Procedures"
    assert guide.specialty_name("330") == "Dermatology"
    assert guide.specialty_name("ZZ") == "ZZ"
    assert Admission.SPECIALTY.words == "upfront list"


def test_all_care_of_every_list_is_found_once_with_its_ways() -> None:
    here = shelf()
    found = {one.code: one for one in all_care(here, here.editions[0])}
    assert found["330"].ways == (CLINIC,)
    assert found["BZ34A"].ways[:2] == (Admission.ELECTIVE, Admission.DAY_CASE)
    assert found["INFLIXIMAB"].item
    assert found["ZZ01A"].provisional == {Admission.ELECTIVE}
    assert found["AA10A"].provisional == {PROCEDURE}
    assert found["VB01Z"].ways == ()
    assert find_care(here, here.editions[0], "infliximab", 5)[0].item
