from __future__ import annotations

from datetime import date

import pytest

from app.casework.ranking import Place, Protects
from app.library.casework import load_review_terms

TERMS = load_review_terms().queue
DAY = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (Place(), "By age"),
        (Place(gone=True), "Has left"),
        (Place(leaves_on=DAY, treated_on=DAY), "Leaves on 12-Mar-2026; Treatment on 12-Mar-2026"),
        (Place(protects=frozenset({Protects.SOON}), treated_on=DAY), "Treatment is soon"),
        (
            Place(protects=frozenset({Protects.URGENCY, Protects.PROMPTS})),
            "Questions of protection still to ask; Urgency form missing",
        ),
    ],
)
def test_a_case_says_why_it_stands_where_it_does(place: Place, said: str) -> None:
    assert TERMS.because(place) == said


def test_what_comes_first_outweighs_all_after_it() -> None:
    weights = [TERMS.weight(one) for one in TERMS.protection]
    assert weights == [4, 2, 1]
