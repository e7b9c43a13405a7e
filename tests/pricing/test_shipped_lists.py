"""What ships beside the scheme's prices: average costs as provisional, the upfront list."""

from __future__ import annotations

from datetime import date

from app.core.money import Money
from app.library.price_lists import load_lists
from app.pricing.currencies import ItemPrice, Kind, PriceSource

COSTS, UPFRONT = load_lists()


def _of(code: str) -> dict[str, ItemPrice]:
    return {item.admission or item.unit: item for item in COSTS.items if item.code == code}


def test_average_costs_are_provisional_and_carry_no_factor() -> None:
    assert COSTS.source is PriceSource.AVERAGE_COST
    assert COSTS.source.provisional
    assert not any(item.factor_applies or item.uplift_included for item in COSTS.items)
    assert len(COSTS.items) > 9_000


def test_a_day_of_critical_care_is_the_published_cost() -> None:
    (bed,) = _of("XC04Z").values()
    assert (bed.kind, bed.unit, bed.price) == (Kind.CRITICAL_CARE, "day", Money(2973_54))


def test_an_hrg_costed_for_another_setting_stands_in_for_nothing() -> None:
    found = _of("AA22C")
    assert set(found) >= {"day_case", "elective", "non_elective"}
    assert found["elective"].price == Money(11921_56)
    settings = {item.unit for item in COSTS.items}
    assert not settings & {"Rehabilitation Inpatient", "Regular Day or Night Admissions"}


def test_a_long_emergency_stay_stands_before_a_short_one() -> None:
    stays = [
        item for item in COSTS.items if item.code == "AA22C" and item.admission == "non_elective"
    ]
    assert [item.unit for item in stays] == ["", "short stay"]


def test_the_upfront_list_holds_the_uplift_and_one_year_only() -> None:
    assert len(UPFRONT.items) == 11
    assert all(item.uplift_included and not item.confirmed for item in UPFRONT.items)
    dearest = max(UPFRONT.items, key=lambda item: item.price.pence)
    assert (dearest.price, dearest.note) == (Money(144_000_00), "'up to'")
    assert UPFRONT.on(date(2019, 3, 31))
    assert not UPFRONT.on(date(2019, 4, 1))
