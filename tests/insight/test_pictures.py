"""The charts: what each says in one sentence and in its table, with many, one and nobody."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.billing.reports.years import Month
from app.core.money import Money
from app.insight import pictures
from app.insight.charts import Bars, Line, Strip
from app.insight.counts import Stage, Way
from app.insight.pictures import brief
from tests.insight.made_up import JULY, aged, booked, busy, nothing, terms


@pytest.mark.parametrize(
    ("pence", "words"),
    [
        (0, "£0"),
        (49, "£0"),
        (50, "£1"),
        (99_949, "£999"),
        (99_950, "£1k"),
        (21_200_000, "£212k"),
        (99_949_900, "£999k"),
        (99_950_000, "£1.0m"),
        (123_456_700, "£1.2m"),
        (-21_200_000, "-£212k"),
    ],
)
def test_pounds_have_room_in_a_chart(pence: int, words: str) -> None:
    assert brief(Money(pence)) == words


def test_the_way_tells_people_and_pounds_and_what_has_no_price() -> None:
    chart = pictures.way(busy(), terms())
    assert chart.title == "From identified to paid"
    assert chart.sentence == (
        "July 2026: 61 people identified, 52 assessed, 38 charged and 21 paid something, "
        "£61k of £212k in all."
    )
    assert isinstance(chart.shape, Bars)
    assert [row.share for row in chart.shape.rows] == ["100 %", "85 %", "62 %", "34 %"]
    assert [row.amount for row in chart.shape.rows] == ["£212k", "£190k", "£150k", "£61k"]
    assert chart.twin.rows[3] == ("Paid", 21, Money(6_100_000), Decimal(34))
    assert chart.twin.notes[-1].startswith("3 of those identified")


def test_the_way_of_nobody_says_so() -> None:
    chart = pictures.way(nothing(), terms())
    assert chart.sentence == "Nobody was identified in July 2026."
    assert chart.twin.rows[0][3] == "None yet"


def test_a_way_of_fewer_than_five_is_not_broken_down() -> None:
    """Four people are not told apart by whether they paid, nor by what they owe."""
    few = Way(
        identified=Stage(4, Money(400_000)),
        assessed=Stage(4, Money(400_000)),
        charged=Stage(1, Money(100_000)),
        paid=Stage(1, Money(100)),
    )
    chart = pictures.way(nothing(way=few), terms())
    assert chart.sentence == "4 people identified in July 2026: fewer than 5 are not broken down."
    assert isinstance(chart.shape, Bars)
    assert [row.length for row in chart.shape.rows] == [4, None, None, None]
    assert {row.amount for row in chart.shape.rows} == {""}
    assert chart.twin.rows[3] == ("Paid", "Fewer than 5", "", "")


def test_one_person_is_a_person() -> None:
    one = Way(identified=Stage(1, Money(100)))
    assert pictures.way(nothing(way=one), terms()).sentence.startswith("1 person identified")


@pytest.mark.parametrize(
    ("june", "july", "words"),
    [
        ((100, 39), (100, 43), "41 % of what was charged in twelve months had come in, 2 points m"),
        ((100, 41), (100, 41), "had come in, as the month before. The benchmark is 37 %."),
        ((100, 50), (100, 30), "had come in, 10 points less than the month before."),
        ((0, 0), (100, 30), "30 % of what was charged in twelve months had come in. The bench"),
        ((0, 0), (0, 50), "Nothing was charged in the twelve months to July 2026"),
    ],
)
def test_recovery_says_how_it_changed(
    june: tuple[int, int], july: tuple[int, int], words: str
) -> None:
    months = {Month(2026, 6): june, JULY: july}
    chart = pictures.recovery(
        nothing(
            income={month: Money(charged * 1_000) for month, (charged, _) in months.items()},
            cash={month: Money(came * 1_000) for month, (_, came) in months.items()},
        ),
        terms(),
    )
    assert words in chart.sentence


def test_recovery_is_twelve_months_against_the_benchmark_and_its_axis_begins_at_twenty() -> None:
    chart = pictures.recovery(busy(), terms())
    assert isinstance(chart.shape, Line)
    assert "".join(point.label for point in chart.shape.points) == "ASONDJFMAMJJ"
    assert (chart.shape.foot, chart.shape.goal, chart.shape.goal_label) == (20, 37, "37 % goal")
    assert [point.value for point in chart.shape.points[-3:]] == [None, 39, 41]
    assert len(chart.twin.rows) == 12


def test_h7_the_share_asked_is_told_per_desk_and_never_per_person() -> None:
    chart = pictures.desks(busy(), terms())
    assert chart.sentence == (
        "July 2026: 98 % of everyone booked in was asked the same questions, 4,038 of 4,120. "
        "The goal is 100 %."
    )
    assert chart.twin.rows == (
        ("Desk 1", 2_000, 1_990, Decimal(99)),  # not 100 while ten are missing
        ("Desk 2", 2_120, 2_048, Decimal(97)),
    )
    assert isinstance(chart.shape, Bars)
    assert chart.shape.goal == 100


def test_nobody_booked_in_is_no_share() -> None:
    for chart in (pictures.desks(nothing(), terms()), pictures.shifts(nothing(), terms())):
        assert chart.sentence == "Nobody was booked in in July 2026."
        assert chart.twin.rows == ()


def test_a_desk_of_a_few_people_is_withheld_and_the_next_smallest_with_it() -> None:
    counted = nothing(
        booked=(
            booked("Desk 1", 9, 100, 90),
            booked("Desk 2", 9, 50, 50),
            booked("", 9, 4, 1),
        )
    )
    rows = {row[0]: row[1:] for row in pictures.desks(counted, terms()).twin.rows}
    assert rows["Desk not named"] == rows["Desk 2"] == ("Fewer than 5", "", "")
    assert rows["Desk 1"] == (100, 90, Decimal(90))


def test_many_desks_of_several_sites_are_told_by_site_and_the_small_ones_together() -> None:
    counted = nothing(
        booked=tuple(
            booked(f"Desk {number}", 9, 100 - number, 50, site="North") for number in range(12)
        )
    )
    labels = [row[0] for row in pictures.desks(counted, terms()).twin.rows]
    assert labels[0] == "Desk 0, North"
    assert labels[-1] == "Other desks"
    assert len(labels) == 9
    of_one = pictures.desks(nothing(site="North", booked=counted.booked), terms())
    assert of_one.twin.rows[0][0] == "Desk 0"


def test_a_shift_is_told_by_the_clock_of_the_hospital() -> None:
    """20:00 UTC in July is nine at night in London; five in the morning is still night."""
    counted = nothing(
        booked=(booked("Desk 1", 20, 9, 9), booked("Desk 1", 4, 6, 3), booked("Desk 1", 6, 8, 8))
    )
    rows = pictures.shifts(counted, terms()).twin.rows
    assert rows == (("Morning", 8, 8, Decimal(100)), ("Night", 15, 12, Decimal(80)))


def test_debt_by_age_tells_what_is_old() -> None:
    chart = pictures.ages(busy(), terms())
    assert chart.sentence == "£73,080.00 is owed, £24,870.00 of it by more than 90 days."
    assert isinstance(chart.shape, Strip)
    assert [part.label for part in chart.shape.parts] == ["0 to 30 days", "181 to 365 days"]
    assert pictures.ages(nothing(), terms()).sentence == "Nothing is owed."
    assert pictures.ages(nothing(ages=aged()), terms()).sentence == "Nothing is owed."
    later = pictures.ages(nothing(ages=aged((date(2026, 9, 1), 100))), terms())
    assert later.sentence == "£1.00 is owed, £0.00 of it by more than 90 days."
