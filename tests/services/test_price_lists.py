"""Taking in the trust's prices: whole or not at all, used at once, kept for good."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from app.core.errors import Known, NotFound
from app.core.money import Money
from app.opening import open_desk
from app.pricing.currencies import Kind, PriceSource
from app.pricing.estimate import estimate
from app.pricing.request import LineRequest
from app.pricing.tariff import Admission
from app.services import estimating, own_prices, price_lists, price_shelf
from app.services.desk import Desk
from app.services.estimate_requests import factor_of, request_from
from app.services.own_prices import OwnPrice
from app.store import estimates
from tests.pricing.workbooks import sheets_of, workbook
from tests.services.price_files import OWN_PRICES, PRICES, price_file
from tests.services.work import HIP, chargeable, later, seated

PUBLISHED = date(2026, 2, 1)


def _take_in(
    desk: Desk, raw: bytes, *, name: str = "Own list", on: date = PUBLISHED
) -> price_lists.Accepted:
    with seated(desk, "admin"):
        preview = price_lists.read(desk, raw, file_name="prices.csv")
        return price_lists.accept(desk, preview, edition=name, published_on=on)


def _code(act: Callable[[], object]) -> str:
    with pytest.raises(Known) as caught:
        act()
    return caught.value.code


def _hip(desk: Desk, year: str = "2025/26") -> Money | None:
    return desk.shelf.edition(year).currency("HN12F").combined


def test_a_list_read_is_not_used_until_it_is_accepted(desk: Desk) -> None:
    before = _hip(desk)
    with seated(desk, "admin"):
        preview = price_lists.read(desk, price_file(8000))
    assert (preview.tariff_year, len(preview.book.currencies)) == ("2025/26", 2)
    assert _hip(desk) == before


def test_an_accepted_list_prices_at_once_and_after_the_desk_is_opened_again(
    desk: Desk, tmp_path: Path
) -> None:
    accepted = _take_in(desk, price_file(8000))
    assert (accepted.new, accepted.rows, accepted.tariff_year) == (True, 2, "2025/26")
    assert _hip(desk) == Money(8000_00)
    folder = desk.db.path.parent
    desk.db.close()
    again = open_desk(folder, clock=desk.clock)
    try:
        assert _hip(again) == Money(8000_00)
    finally:
        again.db.close()


def test_the_same_list_again_changes_nothing_and_says_so(desk: Desk) -> None:
    _take_in(desk, PRICES)
    again = _take_in(desk, PRICES)
    assert not again.new
    with seated(desk, "finance"):
        own = [one for one in price_shelf.shown(desk).editions if one.accepted_by]
    assert [(one.edition, one.in_force) for one in own] == [("Own list", True)]


def test_another_list_under_a_name_that_is_taken_is_refused(desk: Desk) -> None:
    _take_in(desk, PRICES)
    assert _code(lambda: _take_in(desk, price_file(9999))) == "same_name"
    shipped = desk.shipped.edition("2025/26").edition
    assert _code(lambda: _take_in(desk, PRICES, name=shipped)) == "same_name"
    assert _hip(desk) == Money(7251_00)


def test_h9_a_refused_file_leaves_the_old_list_in_force(desk: Desk) -> None:
    _take_in(desk, PRICES)
    broken = PRICES.replace(b"7251", b"-1")
    assert _code(lambda: _take_in(desk, broken, name="Next")) == "bad_tariff"
    assert _hip(desk) == Money(7251_00)


def test_h9_a_list_of_another_year_is_refused(desk: Desk) -> None:
    with seated(desk, "admin"):
        assert _code(lambda: price_lists.read(desk, PRICES, tariff_year="2026/27")) == "wrong_year"


def test_a_list_that_names_no_year_waits_for_one(desk: Desk) -> None:
    nameless = PRICES.replace(b"2025/26 prices\n", b"")
    with seated(desk, "admin"):
        preview = price_lists.read(desk, nameless)
        said = price_lists.read(desk, nameless, tariff_year="2025/26")
        assert preview.tariff_year is None
        assert (
            _code(lambda: price_lists.accept(desk, preview, edition="A", published_on=PUBLISHED))
            == "no_year"
        )
        assert price_lists.accept(desk, said, edition="A", published_on=PUBLISHED).new


def test_a_list_is_published_on_a_day_gone_by_under_a_name(desk: Desk) -> None:
    tomorrow = desk.today + timedelta(days=1)
    assert _code(lambda: _take_in(desk, PRICES, on=tomorrow)) == "bad_date"
    assert _code(lambda: _take_in(desk, PRICES, name="  ")) == "no_name"
    with seated(desk, "admin"):
        preview = price_lists.read(desk, PRICES)
        assert (
            _code(
                lambda: price_lists.accept(
                    desk, preview, edition="A", published_on=PUBLISHED, publisher=""
                )
            )
            == "no_name"
        )


def test_a_pay_award_edition_published_later_applies_from_1_april(desk: Desk) -> None:
    _take_in(desk, price_file(7000), name="April", on=date(2025, 3, 20))
    assert _hip(desk) == Money(7000_00)  # what shipped was published in June, and is a part only
    _take_in(desk, price_file(7777), name="Pay award", on=date(2025, 8, 1))
    for day in (date(2025, 4, 1), date(2026, 3, 31)):
        assert desk.shelf.for_day(day).edition == "Pay award"
    assert desk.shelf.for_day(date(2025, 4, 1), known_on=date(2025, 6, 1)).edition == "April"


def test_a_sheet_without_admitted_care_never_takes_a_years_place(desk: Desk) -> None:
    clinics = b"2025/26\nTFC,WF01B first price,WF01A follow up price\n330,160,80\n"
    assert _code(lambda: _take_in(desk, clinics)) == "no_admitted"
    assert _hip(desk) == Money(7251_00)


def test_of_two_lists_of_one_day_the_one_accepted_last_counts(desk: Desk) -> None:
    _take_in(desk, price_file(7001), name="One")
    _take_in(desk, price_file(7002), name="Two")
    assert _hip(desk) == Money(7002_00)


def test_h9_an_old_estimate_recomputes_to_the_old_figure_after_a_later_edition(
    desk: Desk,
) -> None:
    _take_in(desk, price_file(7251), name="First")
    case = chargeable(desk)
    with seated(desk, "officer"):
        given = estimating.issue(desk, case, lines=(HIP,), treatment="Hip operation")
    _take_in(desk, price_file(9999), name="Later", on=date(2026, 3, 1))
    kept = estimates.get(desk.db, given.estimate_no)
    request = request_from(dict(kept.body))
    assert estimate(request, desk.shelf, desk.forces).total == given.total
    with seated(desk, "officer"):
        now = estimating.preview(desk, case, (HIP,))
    assert now.total > given.total


def test_factors_of_a_list_and_those_entered_count_for_their_year_only(desk: Desk) -> None:
    factors = b"Provider code,Provider name,MFF 2025/26\nR1H,Barts,1.148886\nRK9,Plymouth,1\n"
    _take_in(desk, factors, name="Factors")
    assert desk.forces.factor("RK9", "2025/26") == 1
    assert _code(lambda: desk.forces.factor("RK9", "2024/25")) == "no_mff"
    with seated(desk, "admin"):
        own_prices.enter_factor(desk, "2025/26", Decimal("1.2"))
        own_prices.enter_factor(desk, "2023/24", Decimal("1.1"), provider="rk9")
    assert desk.forces.factor("R1H", "2025/26") == Decimal("1.2")
    assert desk.forces.factor("RK9", "2023/24") == Decimal("1.1")
    shown = price_shelf.shown
    with seated(desk, "finance"):
        own = {one.tariff_year: one.own for one in shown(desk).factors}
    assert own["2025/26"] is not None
    assert own["2025/26"].name == "Barts"
    assert own["2023/24"] is None


@pytest.mark.parametrize(
    ("year", "factor", "provider", "code"),
    [
        ("2025/26", "0.4", None, "bad_mff"),
        ("2025/26", "NaN", None, "bad_mff"),
        ("2025/26", "1.1234567", None, "bad_mff"),
        ("2025/26", "1.1", "no code", "bad_mff"),
        ("2025", "1.1", None, "bad_tariff_year"),
    ],
)
def test_a_factor_that_cannot_be_one_is_refused(
    desk: Desk, year: str, factor: str, provider: str | None, code: str
) -> None:
    with seated(desk, "admin"):
        assert (
            _code(lambda: own_prices.enter_factor(desk, year, Decimal(factor), provider=provider))
            == code
        )


def test_a_workbooks_factors_and_prices_are_taken_in_together_or_not_at_all(desk: Desk) -> None:
    accepted = _take_in(desk, workbook())
    assert (accepted.rows, accepted.new) == (19, True)
    assert desk.forces.factor("RK9", "2025/26") == 1
    assert desk.shelf.edition("2025/26").further.items
    sheets = sheets_of(MFF=[["Org code", "MFF"], ["RK9", 1.5]])
    assert _code(lambda: _take_in(desk, workbook(sheets))) == "same_name"
    assert desk.forces.factor("RK9", "2025/26") == 1
    assert not _take_in(desk, workbook()).new


def _local(desk: Desk, on: date) -> dict[str, Money]:
    return {item.code: item.price for item in desk.shelf.items(PriceSource.LOCAL, on=on)}


def test_own_prices_come_from_a_file_with_their_days_and_without_the_factor(desk: Desk) -> None:
    with seated(desk, "admin"):
        preview = price_lists.read_own(desk, OWN_PRICES, kind="local", since=desk.today)
        assert price_lists.accept_own(desk, preview, name="Own 2026").new
        assert not price_lists.accept_own(desk, preview, name="Own 2026").new
    assert _local(desk, desk.today) == {"XC01Z": Money(1500_50)}
    assert len(_local(desk, date(2026, 4, 1))) == 2
    assert not _local(desk, desk.today - timedelta(days=1))
    (bed,) = desk.shelf.items(PriceSource.LOCAL, on=desk.today)
    assert (bed.kind, bed.unit, bed.factor_applies) == (Kind.CRITICAL_CARE, "day", False)


def test_a_price_entered_by_hand_counts_at_once_and_until_another_takes_its_place(
    desk: Desk,
) -> None:
    with seated(desk, "admin"):
        own_prices.enter_price(desk, OwnPrice(name="Pump", code="PUMP", price=Money(100_00)))
        assert _local(desk, desk.today) == {"PUMP": Money(100_00)}
        summer = date(2026, 7, 1)
        later(desk)
        own_prices.enter_price(
            desk,
            OwnPrice(name="Pump", code="PUMP", price=Money(120_00), effective_from=summer),
        )
    assert _local(desk, summer - timedelta(days=1)) == {"PUMP": Money(100_00)}
    assert _local(desk, summer) == {"PUMP": Money(120_00)}


def test_a_price_that_ends_is_there_today_and_gone_tomorrow(desk: Desk) -> None:
    with seated(desk, "admin"):
        own_prices.enter_price(desk, OwnPrice(name="Pump", code="PUMP", price=Money(100_00)))
        later(desk)
        own_prices.end_price(desk, code="PUMP")
        assert _local(desk, desk.today) == {"PUMP": Money(100_00)}
        assert not _local(desk, desk.today + timedelta(days=1))
        with pytest.raises(NotFound):
            own_prices.end_price(desk, code="PUMP")


def test_h9_a_price_of_a_day_gone_by_is_not_changed(desk: Desk) -> None:
    yesterday = desk.today - timedelta(days=1)

    def pump(pounds: int, since: date) -> OwnPrice:
        return OwnPrice(name="Pump", code="PUMP", price=Money(pounds * 100), effective_from=since)

    with seated(desk, "admin"):
        own_prices.enter_price(desk, pump(100, yesterday))
        assert _code(lambda: own_prices.enter_price(desk, pump(1, yesterday))) == "price_in_force"
        raw = f"code,name,price,from\nPUMP,Pump,1,{yesterday}\n".encode()
        preview = price_lists.read_own(desk, raw, kind="local", since=desk.today)
        assert _code(lambda: price_lists.accept_own(desk, preview, name="Next")) == "price_in_force"
        own_prices.enter_price(desk, pump(100, yesterday))  # the same once more is no change
    assert _local(desk, yesterday) == {"PUMP": Money(100_00)}


@pytest.mark.parametrize(
    ("price", "code"),
    [
        (OwnPrice(name="", price=Money(1)), "no_name"),
        (OwnPrice(name="A", price=Money(-1)), "bad_amount"),
        (OwnPrice(name="A", price=Money(200_000_01)), "bad_amount"),
        (OwnPrice(name="A", price=Money(1), code="X" * 21), "bad_text"),
        (OwnPrice(name="A\0", price=Money(1)), "bad_text"),
        (
            OwnPrice(name="A", price=Money(1), effective_to=date(2026, 1, 1)),
            "bad_date",
        ),
    ],
)
def test_a_price_that_cannot_be_one_is_refused(desk: Desk, price: OwnPrice, code: str) -> None:
    with seated(desk, "admin"):
        assert _code(lambda: own_prices.enter_price(desk, price)) == code


def test_guide_prices_stand_apart_from_local_ones(desk: Desk) -> None:
    with seated(desk, "admin"):
        own_prices.enter_price(desk, OwnPrice(name="Scan", price=Money(1)), kind="guide")
    assert len(desk.shelf.items(PriceSource.GUIDE_PRICE, on=desk.today)) == 1
    assert not _local(desk, desk.today)


def test_finance_sees_what_is_priced_with(desk: Desk) -> None:
    with seated(desk, "finance"):
        shown = price_shelf.shown(desk)
    assert [one.tariff_year for one in shown.editions] == ["2025/26", "2018/19", "2017/18"]
    assert all(one.in_force for one in shown.editions)
    assert [one.source.value for one in shown.lists] == [
        "provisional national average cost",
        "upfront list",
    ]
    assert shown.own_factor == "1.148886"


def test_a_price_changed_is_the_price_of_the_next_estimate(desk: Desk) -> None:
    """Whatever was looked up before: a list that changed is not the list it was."""
    line = LineRequest(id="1", admission=Admission.DRUG_OR_DEVICE, item="PUMP", on=desk.today)
    case = chargeable(desk)
    totals = []
    for pounds in (100, 130):
        price = OwnPrice(
            name="Pump",
            code="PUMP",
            price=Money(pounds * 100),
            kind=Kind.DRUG_OR_DEVICE,
        )
        with seated(desk, "admin"):
            own_prices.enter_price(desk, price)
        later(desk)
        with seated(desk, "officer"):
            totals.append(estimating.preview(desk, case, (line,)).total)
    assert totals == [Money(150_00), Money(195_00)]


def test_a_factor_of_the_year_outweighs_the_one_in_the_settings(desk: Desk) -> None:
    assert desk.trust.market_forces_factor == Decimal("1.148886")
    assert factor_of(desk, "2025/26") == Decimal("1.148886")
    with seated(desk, "admin"):
        own_prices.enter_factor(desk, "2025/26", Decimal("1.1"))
    assert factor_of(desk, "2025/26") == Decimal("1.1")
    assert factor_of(desk, "2018/19") == Decimal("1.148886")
