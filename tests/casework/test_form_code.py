"""The code on a paper form: what a scanner sends, and what a misread sign gives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.casework.form_code import FormCode, FormKind, read_code
from app.core.errors import BadInput

CODE = FormCode(trust="R1H", ref="R-1042", kind=FormKind.PRE_ATTENDANCE, form_id="D01-17")
CODES = st.builds(
    FormCode,
    trust=st.from_regex(r"[A-Z0-9]{3}", fullmatch=True),
    ref=st.one_of(st.just(""), st.from_regex(r"R-[0-9]{1,12}", fullmatch=True)),
    kind=st.sampled_from(FormKind),
    form_id=st.from_regex(r"D[0-9]{2}-[1-9][0-9]{0,6}", fullmatch=True),
)


def test_the_code_is_one_short_line_of_plain_signs() -> None:
    assert str(CODE) == "RCP1:R1H:R-1042:PAF:D01-17:63"


@given(CODES)
def test_what_is_printed_is_read_back(code: FormCode) -> None:
    assert read_code(str(code)) == code


@pytest.mark.parametrize(
    "typed", ["rcp1:r1h:r-1042:paf:d01-17:63", " RCP1:R1H: R-1042:PAF:D01-17:63\n"]
)
def test_case_and_spaces_do_not_matter(typed: str) -> None:
    assert read_code(typed) == CODE


@given(CODES, st.data())
def test_one_sign_misread_or_two_swapped_never_pass(code: FormCode, data: st.DataObject) -> None:
    printed = str(code)
    place = data.draw(st.integers(5, len(printed) - 1))
    sign = data.draw(st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"))
    misread = printed[:place] + sign + printed[place + 1 :]
    swapped = printed[: place - 1] + printed[place] + printed[place - 1] + printed[place + 1 :]
    for wrong in {misread, swapped} - {printed}:
        with pytest.raises(BadInput) as refused:
            read_code(wrong)
        assert refused.value.code in ("bad_check", "not_a_form")


@pytest.mark.parametrize(
    "typed", ["", "9993177423", "RCP2:R1H:R-1:PAF:D01-1:00", "R-1042", "é" * 30]
)
def test_anything_else_is_no_form(typed: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_code(typed)
    assert refused.value.code == "not_a_form"
