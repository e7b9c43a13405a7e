from __future__ import annotations

import pytest

from app.library.law import load_law
from app.residency.determination import determine
from tests.residency.given import TODAY, Published, published


@pytest.mark.parametrize("one", published(), ids=lambda one: one.id)
def test_a_worked_case_comes_out_as_published(one: Published) -> None:
    found = determine(one.case, load_law(), TODAY)
    (line,) = found.lines
    got = {
        "category": found.charging_category.value,
        "groups": [group.id for group in found.groups],
        "service_exemptions": list(line.service_exemptions),
        "line_charged": line.charged.value == "yes",
        "rate_percent": line.rate_percent,
    }
    assert got == {**got, **one.expect}


def test_all_sixty_nine_cases_are_there() -> None:
    assert len({one.id for one in published()}) == 69
