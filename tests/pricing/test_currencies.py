"""What is priced beside admitted care: kinds, days, and which list stands in for which."""

from __future__ import annotations

from datetime import date

import pytest

from app.core.money import Money
from app.pricing.currencies import Attendance, Further, ItemPrice, Kind, PriceList, PriceSource
from app.pricing.tariff import Shelf
from tests.pricing.lists import edition

DAY = date(2018, 6, 1)


def _item(
    code: str, pounds: int, *, since: date | None = None, until: date | None = None
) -> ItemPrice:
    return ItemPrice(
        kind=Kind.CRITICAL_CARE,
        code=code,
        name="A day",
        price=Money(pounds * 100),
        unit="day",
        source=PriceSource.LOCAL,
        effective_from=since,
        effective_to=until,
    )


def _list(
    *items: ItemPrice, since: date = date(2018, 4, 1), until: date | None = None
) -> PriceList:
    return PriceList(
        name="Own prices",
        source=PriceSource.LOCAL,
        effective_from=since,
        effective_to=until,
        citation="The trust's own list.",
        rows=lambda: items,
    )


@pytest.mark.parametrize(
    ("first", "multi", "face_to_face", "code"),
    [
        (False, False, True, "WF01A"),
        (True, False, True, "WF01B"),
        (False, True, True, "WF02A"),
        (True, True, True, "WF02B"),
        (False, False, False, "WF01C"),
        (True, True, False, "WF02D"),
    ],
)
def test_an_attendance_has_the_code_of_its_kind(
    first: bool, multi: bool, face_to_face: bool, code: str
) -> None:
    visit = Attendance(
        treatment_function="330",
        name="Dermatology",
        first=first,
        multi_professional=multi,
        face_to_face=face_to_face,
        price=Money(100_00),
    )
    assert visit.code == code


def test_an_edition_without_other_sheets_has_nothing_further() -> None:
    assert edition().further == Further()
    assert edition().further.of(Kind.MATERNITY) == ()


def test_the_items_of_a_kind_keep_the_order_of_the_list() -> None:
    further = Further(items=(_item("XC02Z", 2000), _item("XC01Z", 1000)))
    assert [item.code for item in further.of(Kind.CRITICAL_CARE)] == ["XC02Z", "XC01Z"]


def test_a_list_holds_from_its_first_day_to_its_last() -> None:
    dated = _list(_item("XC01Z", 1000), until=date(2018, 9, 30))
    assert dated.on(date(2018, 3, 31)) == ()
    assert dated.on(date(2018, 10, 1)) == ()
    assert len(dated.on(date(2018, 9, 30))) == 1


def test_an_item_may_hold_for_a_part_of_its_lists_time() -> None:
    summer = _item("XC01Z", 1, since=date(2018, 6, 1), until=date(2018, 8, 31))
    one = _list(summer)
    assert [len(one.on(date(2018, month, 31))) for month in (5, 8, 10)] == [0, 1, 0]


def test_a_later_list_replaces_the_rows_it_names_and_no_others() -> None:
    older = _list(_item("XC01Z", 1000), _item("XC02Z", 2000))
    newer = _list(_item("XC01Z", 1100), since=date(2018, 5, 1))
    shelf = Shelf((), (newer, older))
    priced = {item.code: item.price for item in shelf.items(PriceSource.LOCAL, on=DAY)}
    assert priced == {"XC01Z": Money(1100_00), "XC02Z": Money(2000_00)}
    assert shelf.items(PriceSource.GUIDE_PRICE, on=DAY) == ()


def test_one_more_edition_leaves_the_other_lists_on_the_shelf() -> None:
    shelf = Shelf((), (_list(_item("XC01Z", 1000)),)).with_edition(edition())
    assert len(shelf.lists) == 1


def test_only_an_average_cost_is_provisional() -> None:
    assert [one for one in PriceSource if one.provisional] == [PriceSource.AVERAGE_COST]
