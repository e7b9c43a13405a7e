"""Requests as JSON: values converted once, each fault named."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.errors import BadInput
from app.pricing.request_reader import ignored_keys, read_request
from app.pricing.tariff import Admission
from app.pricing.uplift import Rounding

LINE: dict[str, object] = {"hrg": "AA22C", "admission": "elective"}
TOP: dict[str, object] = {"provider": "R1H", "tariff_year": "2018/19", "lines": [LINE]}


def test_what_is_left_out_takes_its_documented_value() -> None:
    found = read_request(TOP)
    (line,) = found.lines
    assert (found.mff, found.edition, found.rounding) == (None, None, Rounding.PENCE)
    assert (line.id, line.rate_percent, line.length_of_stay, line.on) == ("1", 150, 0, None)


def test_every_key_is_read() -> None:
    line = {
        "id": "a",
        "root": " aa22 ",
        "admission": "non_elective",
        "length_of_stay": 110,
        "rate_percent": 100,
        "date": "2018-05-01",
    }
    top = {**TOP, "mff": "1.148886", "edition": "E", "rounding": "whole_pound", "lines": [line]}
    found = read_request(top)
    (read,) = found.lines
    assert (found.mff, found.edition) == (Decimal("1.148886"), "E")
    assert found.rounding is Rounding.WHOLE_POUND
    assert (read.id, read.root, read.admission) == ("a", "AA22", Admission.NON_ELECTIVE)
    assert (read.length_of_stay, read.rate_percent, read.on) == (110, 100, date(2018, 5, 1))


@pytest.mark.parametrize(
    ("top", "line", "code", "field"),
    [
        ({"provider": None}, {}, "bad_request", "provider"),
        ({"provider": 7}, {}, "bad_request", "provider"),
        ({"tariff_year": ""}, {}, "bad_request", "tariff_year"),
        ({"mff": 1.148886}, {}, "bad_request", "mff"),
        ({"mff": "1,148886"}, {}, "bad_mff", "mff"),
        ({"rounding": "penny"}, {}, "bad_request", "rounding"),
        ({"lines": None}, {}, "bad_request", "lines"),
        ({"lines": []}, {}, "bad_request", "lines"),
        ({"lines": ["AA22C"]}, {}, "bad_request", "lines"),
        ({}, {"admission": None}, "bad_request", "admission"),
        ({}, {"admission": "emergency"}, "bad_request", "admission"),
        ({}, {"rate_percent": 150.0}, "bad_request", "rate_percent"),
        ({}, {"rate_percent": 50}, "bad_line", "rate_percent"),
        ({}, {"first": "yes"}, "bad_request", "first"),
        ({}, {"length_of_stay": True}, "bad_request", "length_of_stay"),
        ({}, {"date": "2018-02-30"}, "bad_date", "date"),
        ({}, {"hrg": 22}, "bad_request", "hrg"),
    ],
)
def test_a_value_its_key_cannot_hold_is_named(
    top: dict[str, object], line: dict[str, object], code: str, field: str
) -> None:
    with pytest.raises(BadInput) as caught:
        read_request({**TOP, "lines": [{**LINE, **line}], **top})
    assert (caught.value.code, caught.value.field) == (code, field)


def test_a_misspelt_key_is_reported() -> None:
    document = {**TOP, "roundnig": "pence", "lines": [{**LINE, "lenght_of_stay": 3}, 7]}
    assert ignored_keys(document) == ["lines.lenght_of_stay", "roundnig"]
    assert ignored_keys({"lines": "none"}) == []


leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
keys = st.sampled_from(("id", "hrg", "root", "tfc", "admission", "length_of_stay", "date"))
lines = st.dictionaries(keys, leaves, max_size=4) | leaves
values = leaves | st.lists(lines, max_size=3)


@settings(deadline=None, max_examples=200)
@given(st.dictionaries(st.sampled_from((*TOP, "mff", "edition", "rounding")), values, max_size=4))
def test_any_document_is_read_or_refused_and_never_a_fault(document: dict[str, object]) -> None:
    ignored_keys(document)
    with suppress(BadInput):
        read_request({**TOP, **document})
