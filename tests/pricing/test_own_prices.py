"""The trust's own prices: from a file, and what holds when after many were entered."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.errors import BadInput, Known
from app.core.money import Money
from app.pricing.currencies import ItemPrice, Kind, PriceSource
from app.pricing.own_prices import Entered, laid_out, require_future
from app.pricing.own_reader import read_own_prices
from app.pricing.sheets import Sheet

TODAY = date(2026, 3, 9)
HEADER = ["Code", "Name", "Unit", "Unit price (£)", "From", "To", "Factor applies?", "Kind"]


def read(*rows: list[Any], header: list[str] = HEADER) -> tuple[ItemPrice, ...]:
    return read_own_prices(
        [Sheet(name="", rows=[["Our prices"], header, *rows])],
        source=PriceSource.LOCAL,
        since=TODAY,
        until=None,
    )


def refusal(*rows: list[Any], header: list[str] = HEADER) -> str:
    with pytest.raises(BadInput) as caught:
        read(*rows, header=header)
    assert caught.value.code == "bad_tariff"
    return caught.value.message


def test_a_row_names_as_much_as_it_wants_to() -> None:
    full, bare = read(
        ["STENT", "Stent", "each", 812.5, date(2026, 4, 1), "2027-03-31", "Yes", "Device"],
        ["", "Interpreter", "", "45", "", "-", "", ""],
    )
    assert (full.code, full.price, full.kind) == ("STENT", Money(812_50), Kind.DRUG_OR_DEVICE)
    assert (full.effective_from, full.effective_to) == (date(2026, 4, 1), date(2027, 3, 31))
    assert full.factor_applies
    assert (bare.code, bare.unit, bare.kind) == ("", "", Kind.OTHER)
    assert (bare.effective_from, bare.effective_to, bare.factor_applies) == (TODAY, None, False)


def test_the_smallest_file_is_a_name_and_a_price() -> None:
    (one,) = read(["Interpreter", 45, "an hour"], header=["Item", "Cost", "Remarks"])
    assert (one.name, one.price) == ("Interpreter", Money(45_00))


def test_the_code_tells_the_kind_where_none_is_named() -> None:
    (bed,) = read(["XC04Z", "Critical care", "day", 2400, "", "", "", ""])
    assert bed.kind is Kind.CRITICAL_CARE


def test_one_thing_may_have_a_price_for_each_of_two_times() -> None:
    found = read(
        ["A", "Pump", "", 1, "2026-04-01", "2026-09-30", "", ""],
        ["A", "Pump", "", 2, datetime(2026, 10, 1, tzinfo=UTC), "", "", ""],
    )
    assert len(found) == 2


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (["A", "Pump", "", "", "", "", "", ""], "it has no price"),
        (["A", "Pump", "", "dear", "", "", "", ""], "“dear” is not a price"),
        (["A", "", "", 1, "", "", "", ""], "a name of at most"),
        (["A", "x" * 121, "", 1, "", "", "", ""], "a name of at most"),
        (["x" * 21, "Pump", "", 1, "", "", "", ""], "a code has at most"),
        (["A", "Pump", "", 1, "soon", "", "", ""], "“soon” is not a day"),
        (["A", "Pump", "", 1, "2026-05-01", "2026-04-01", "", ""], "before its first"),
        (["A", "Pump", "", 1, "", "", "maybe", ""], "neither Yes nor No"),
        (["A", "Pump", "", 1, "", "", "", "toy"], "“toy” is none of"),
        (["B", "Again", "", 1, "", "", "", ""], "B stands in the list twice"),
    ],
)
def test_a_faulty_row_refuses_the_whole_file(row: list[Any], says: str) -> None:
    message = refusal(["B", "Bed", "", 1, "", "", "", ""], row)
    assert says in message
    assert "Row 4" in message


def test_what_is_no_list_of_prices_says_what_one_needs() -> None:
    assert "columns “name” and “price”" in refusal(header=["Code", "Colour"])
    assert "It holds no price" in refusal()
    assert "stands in it twice" in refusal(["a", 1, 2], header=["Name", "Price", "Our price"])


def entered(pounds: int | None, since: date, until: date | None = None, code: str = "A") -> Entered:
    item = ItemPrice(
        kind=Kind.OTHER,
        code=code,
        name="Pump",
        price=Money((pounds or 0) * 100),
        source=PriceSource.LOCAL,
        effective_from=since,
        effective_to=until,
    )
    return Entered(item, ended=pounds is None)


def priced(entries: list[Entered], day: date) -> list[int]:
    return [one.price.pence // 100 for one in laid_out(entries) if one.holds_on(day)]


def day(number: int) -> date:
    return TODAY + timedelta(days=number)


def test_a_newer_price_cuts_the_older_to_the_days_around_it() -> None:
    entries = [entered(1, day(0)), entered(2, day(10), day(19))]
    assert [priced(entries, day(at)) for at in (0, 9, 10, 19, 20)] == [[1], [1], [2], [2], [1]]
    entries.append(entered(None, day(30)))
    assert [priced(entries, day(at)) for at in (29, 30)] == [[1], []]


def test_another_thing_is_left_alone() -> None:
    entries = [entered(1, day(0)), entered(2, day(0), code="B")]
    assert priced(entries, day(0)) == [1, 2]


_SPANS = st.lists(
    st.tuples(st.one_of(st.none(), st.integers(1, 9)), st.integers(0, 20), st.integers(0, 20)),
    max_size=8,
)


@settings(deadline=None, max_examples=200)
@given(_SPANS, st.booleans())
def test_each_day_has_the_price_entered_last_for_it(
    spans: list[tuple[int | None, int, int]], open_ended: bool
) -> None:
    """Told against the plainest way: the last entry that takes the day in."""
    entries = [
        entered(pounds, day(start), None if open_ended else day(start + length))
        for pounds, start, length in spans
    ]
    for at in range(45):
        told = [one for one in entries if one.since <= day(at) <= one.until]
        expected = [told[-1].item.price.pence // 100] if told and not told[-1].ended else []
        assert priced(entries, day(at)) == expected


def test_h9_a_price_of_a_day_gone_by_stays() -> None:
    held = laid_out([entered(1, day(-10), day(-5))])
    for fine in (entered(2, day(0)), entered(1, day(-10), day(-5)), entered(2, day(-4))):
        require_future(held, fine, today=TODAY)
    require_future(held, entered(2, day(-10), code="B"), today=TODAY)
    for late in (entered(2, day(-6)), entered(None, day(-20)), entered(2, day(-20), day(-10))):
        with pytest.raises(Known) as caught:
            require_future(held, late, today=TODAY)
        assert caught.value.code == "price_in_force"


@settings(deadline=None, max_examples=100)
@given(
    st.lists(
        st.lists(
            st.one_of(
                st.sampled_from(["Name", "Price", "Code", "From", "A", "", "Yes"]),
                st.integers(-2, 300_000),
                st.dates(),
                st.booleans(),
            ),
            max_size=8,
        ),
        max_size=6,
    )
)
def test_any_rows_are_read_or_refused_and_never_a_fault(rows: list[list[Any]]) -> None:
    with suppress(BadInput):
        read(*rows, header=["Name", "Price", "Code", "From"])
