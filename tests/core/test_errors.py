"""Known failures: one family, each with a code and a sentence."""

from __future__ import annotations

import pytest

from app.core.errors import BadInput, Known, NotAllowed, NotFound


def test_a_refusal_carries_code_and_sentence() -> None:
    refused = Known("no_price", "There is no price for that year.")
    assert str(refused) == "There is no price for that year."
    assert refused.as_dict() == {"code": "no_price", "message": "There is no price for that year."}


def test_a_field_is_named_where_there_is_one() -> None:
    refused = BadInput("bad_date", "Enter a date.", "born")
    assert refused.as_dict() == {"code": "bad_date", "message": "Enter a date.", "field": "born"}


@pytest.mark.parametrize(("kind", "code"), [(NotAllowed, "not_allowed"), (NotFound, "not_found")])
def test_two_refusals_have_codes_of_their_own(
    kind: type[NotAllowed] | type[NotFound], code: str
) -> None:
    refused = kind("Ask a senior officer.", "act")
    assert isinstance(refused, Known)
    assert refused.as_dict() == {"code": code, "message": "Ask a senior officer.", "field": "act"}
    assert "field" not in kind("Ask.").as_dict()
