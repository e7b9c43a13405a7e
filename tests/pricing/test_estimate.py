"""Estimates: the legal charge before treatment, with its working."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.errors import BadInput, Known
from app.core.money import Money
from app.pricing.estimate import Estimate, EstimateRequest, LineRequest, estimate
from app.pricing.made_up import made_up_edition
from app.pricing.tariff import Admission, Shelf
from app.pricing.uplift import Rounding, charge
from tests.pricing.lists import FORCES, NO_LONG_STAY, SHELF, TEXT, edition

ONE = Decimal(1)
DEARER = TEXT.replace("8000", "9999")
ELECTIVE = Admission.ELECTIVE
CODES = ("AA10A", "AA10B", "AA10C", "AA10D", "AA11Z")


def _request(
    *lines: LineRequest, mff: Decimal | None = ONE, year: str = "2018/19"
) -> EstimateRequest:
    return EstimateRequest(provider="R1H", tariff_year=year, mff=mff, lines=lines)


def _estimate(*lines: LineRequest, shelf: Shelf = SHELF, mff: Decimal | None = ONE) -> Estimate:
    return estimate(_request(*lines, mff=mff), shelf, FORCES)


def _line(hrg: str | None = "AA10A", **given: Any) -> LineRequest:
    return LineRequest(**{"id": "1", "admission": ELECTIVE, "hrg": hrg, **given})


def test_a_known_hrg_costs_one_sum() -> None:
    (line,) = _estimate(_line()).lines
    assert line.low == line.likely == line.high == line.charge == Money.parse("12000")
    assert (line.hrg, line.name) == ("AA10A", "Procedure on Nerves, with CC Score 4+")


def test_a_root_shows_lowest_middle_and_highest_of_its_priced_hrgs() -> None:
    (line,) = _estimate(_line(None, root="AA10")).lines
    assert [line.low.plain, line.likely.plain, line.high.plain] == [
        "3000.00",
        "6000.00",
        "12000.00",
    ]
    assert (line.hrg, line.charge) == ("AA10C", line.likely)


def test_a_root_counts_only_hrgs_priced_for_that_admission() -> None:
    (line,) = _estimate(_line(None, root="AA10", admission=Admission.OUTPATIENT_PROCEDURE)).lines
    assert line.hrg == "AA10D"
    assert line.low == line.high


def test_each_hrg_of_a_root_has_its_own_trim_point() -> None:
    (line,) = _estimate(_line(None, root="AA10", length_of_stay=25)).lines
    assert line.high == Money.parse("13500")  # AA10A: 1.5 x (8,000 + 5 x 200)
    assert line.low == Money.parse("9000")  # AA10D: 1.5 x (2,000 + 20 x 200)


@pytest.mark.parametrize(
    "line",
    [
        _line("ZZ99Z"),
        _line("AA12Z"),
        _line(None, root="ZZ99"),
        _line(None, root="AA12"),
        _line(None, tfc="330", admission=Admission.OUTPATIENT_ATTENDANCE),
    ],
)
def test_what_the_list_does_not_price_is_refused(line: LineRequest) -> None:
    with pytest.raises(Known) as caught:
        _estimate(line)
    assert caught.value.code == "no_price"
    assert caught.value.field in ("hrg", "root", "tfc")


def test_h9_a_date_outside_the_price_year_is_refused() -> None:
    with pytest.raises(Known) as caught:
        _estimate(_line(on=date(2018, 3, 31)))
    assert caught.value.code == "wrong_year"


def test_h9_prices_of_another_year_are_never_used() -> None:
    with pytest.raises(Known) as caught:
        estimate(_request(_line(), year="2019/20"), SHELF, FORCES)
    assert caught.value.code == "no_price"


def test_h9_the_statement_says_estimate_not_a_bill() -> None:
    assert "This is an estimate, not a bill." in _estimate(_line()).statement


def test_h1_every_estimate_says_that_urgent_treatment_does_not_wait_for_money() -> None:
    found = _estimate(_line()).statement
    assert "Treatment that cannot wait will be given whether or not it is paid." in found


def test_h9_an_old_case_recomputes_to_the_old_figure() -> None:
    later = SHELF.with_edition(edition(name="Dearer", published_on=date(2018, 8, 1), text=DEARER))
    request = EstimateRequest(
        provider="R1H",
        tariff_year="2018/19",
        mff=ONE,
        edition="First edition",
        lines=(_line(on=date(2018, 5, 1)),),
    )
    assert estimate(request, later, FORCES) == estimate(request, SHELF, FORCES)


def test_the_providers_own_factor_is_taken_where_none_is_given() -> None:
    found = _estimate(_line(), mff=None)
    assert found.mff == Decimal("1.148886")
    assert found.total == Money.parse("13786.63")  # 12,000 x 1.148886 = 13,786.632


def test_lines_may_fall_under_two_editions_of_the_year() -> None:
    autumn = edition(
        name="Autumn",
        published_on=date(2018, 9, 1),
        effective_from=date(2018, 10, 1),
        text=DEARER,
    )
    found = _estimate(
        _line(on=date(2018, 9, 30)),
        _line(id="2", on=date(2018, 10, 1)),
        shelf=SHELF.with_edition(autumn),
    )
    assert [line.base.plain for line in found.lines] == ["8000.00", "9999.00"]
    assert found.edition == "First edition; Autumn"


def test_the_working_says_where_long_stay_figures_come_from() -> None:
    (line,) = _estimate(_line()).lines
    assert line.source == "Test list 2018/19. Trim points of another year."
    (day_case,) = _estimate(_line(admission=Admission.DAY_CASE)).lines
    assert day_case.source == "Test list 2018/19."


def test_the_statement_names_a_range_a_missing_reduction_and_missing_long_stays() -> None:
    text = "hrg_code,hrg_name,outpatient_procedure_price,combined_daycase_elective_price,"
    text += "day_case_price,ordinary_elective_price,non_elective_price\n"
    text += "AA10A,Nerves,,100,,,200\nAA10B,Nerves,,150,,,200\n"
    bare = Shelf((edition(text=text, lacks=NO_LONG_STAY),))
    said = _estimate(_line(None, root="AA10", length_of_stay=3), shelf=bare).statement
    assert "middle price" in said
    assert "long stays may cost more" in said
    short = _estimate(_line(admission=Admission.NON_ELECTIVE, length_of_stay=1)).statement
    assert "short emergency stay may cost less" in short
    plain = _estimate(_line(length_of_stay=3)).statement
    assert not any(words in plain for words in ("middle price", "long stays", "short emergency"))


def test_made_up_prices_are_called_made_up() -> None:
    shelf = Shelf((made_up_edition(edition(), "2026/27"),))
    found = estimate(_request(_line(), year="2026/27"), shelf, FORCES)
    assert found.statement.startswith("The prices are made up for demonstration.")


@pytest.mark.parametrize(
    "wrong",
    [
        {"hrg": None},
        {"root": "AA10"},
        {"hrg": "AA1"},
        {"hrg": None, "root": "AA10A"},
        {"hrg": None, "tfc": "33"},
        {"rate_percent": 151},
        {"length_of_stay": -1},
        {"length_of_stay": 4000},
        {"length_of_stay": 1, "admission": Admission.DAY_CASE},
    ],
)
def test_a_line_that_contradicts_itself_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(BadInput) as caught:
        _line(**wrong)
    assert caught.value.code == "bad_line"


def test_an_estimate_has_lines_of_different_names() -> None:
    for lines in ((), (_line(), _line())):
        with pytest.raises(BadInput) as caught:
            _request(*lines)
        assert caught.value.code == "bad_request"


@pytest.mark.parametrize("mff", ["0", "-1", "2.1", "1.1234567", "NaN", "Infinity"])
def test_what_cannot_be_a_factor_is_refused(mff: str) -> None:
    with pytest.raises(BadInput) as caught:
        _request(_line(), mff=Decimal(mff))
    assert caught.value.code == "bad_mff"


requests = st.lists(
    st.tuples(
        st.sampled_from((*CODES, "AA10", "AA11")),
        st.sampled_from((Admission.ELECTIVE, Admission.NON_ELECTIVE)),
        st.integers(0, 200),
        st.sampled_from((100, 150)),
    ),
    min_size=1,
    max_size=6,
)


@settings(deadline=None)
@given(requests, st.integers(1_000_000, 1_300_000), st.sampled_from(Rounding))
def test_h9_the_total_is_the_sum_of_the_lines_and_each_line_its_own_working(
    wanted: list[tuple[str, Admission, int, int]], micro: int, rounding: Rounding
) -> None:
    lines = tuple(
        LineRequest(
            id=str(number),
            admission=admission,
            hrg=code if len(code) == 5 else None,
            root=code if len(code) == 4 else None,
            length_of_stay=nights,
            rate_percent=rate,
        )
        for number, (code, admission, nights, rate) in enumerate(wanted)
    )
    request = EstimateRequest(
        provider="R1H",
        tariff_year="2018/19",
        mff=Decimal(micro).scaleb(-6),
        rounding=rounding,
        lines=lines,
    )
    found = estimate(request, SHELF, FORCES)
    assert found.total == Money.total(line.charge for line in found.lines)
    assert found.low <= found.total <= found.high
    for line in found.lines:
        assert line.low <= line.likely <= line.high
        assert line.charge == charge(
            base=line.base,
            excess_days=line.excess_days,
            per_day=line.per_day,
            mff=line.mff,
            rate_percent=line.rate_percent,
            rounding=line.rounding,
        )


def test_money_leaves_as_text_and_never_as_a_float() -> None:
    def values(node: object) -> list[object]:
        if isinstance(node, dict):
            return [leaf for value in node.values() for leaf in values(value)]
        if isinstance(node, list):
            return [leaf for value in node for leaf in values(value)]
        return [node]

    found = _estimate(
        _line(on=date(2018, 5, 1)), _line("AA10D", id="2", admission=Admission.DAY_CASE)
    )
    assert not any(isinstance(value, float) for value in values(found.as_json()))
