"""H1: over every urgency, every change of the leaving date and every setting of a trust, payment
first stands on a clinician's current non-urgent record and on nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.casework.urgency import Urgency
from app.core.errors import BadInput
from app.library.site import TRUST_FILE, read_trust, trust_text
from app.services import estimating, review
from app.services.desk import Desk
from tests.desks import TRUST
from tests.documents.reading import text
from tests.services.work import decide, estimate, form, interview, later, seated, visitor

ASSESSED = tuple(urgency for urgency in Urgency if urgency is not Urgency.NOT_ASSESSED)
SETTINGS: tuple[dict[str, Any], ...] = (
    {"estimate_valid_days": 3_650},
    {"second_check_from_pence": 10**12},
    {"second_check_from_pence": 0},
    {"payment_details": ()},
    {"provider_type": "other_provider"},
    {"market_forces_factor": Decimal("1")},
)


def stands(desk: Desk, case: str) -> bool:
    with seated(desk, "officer"):
        return estimating.payment_first_stands(desk, case)


def leaving(*days: str) -> Callable[[Desk, str], None]:
    def change(desk: Desk, case: str) -> None:
        for day in days:
            later(desk)
            with seated(desk, "officer"):
                review.set_leaving_date(desk, case, day)

    return change


CHANGES = {
    "none": leaving(),
    "another day": leaving("+9w"),
    "not known any more": leaving("unknown"),
    "gone and back": leaving("+9w", "+3w"),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("urgency", ASSESSED)
def test_h1_payment_first_stands_on_a_current_non_urgent_record_alone(
    desk: Desk, urgency: Urgency, change: str
) -> None:
    case = visitor(desk)
    form(desk, case, urgency)
    interview(desk, case)
    decide(desk, case)
    CHANGES[change](desk, case)
    expected = urgency is Urgency.NON_URGENT and change == "none"
    assert stands(desk, case) is expected
    letter = text(estimate(desk, case).pdf)
    assert ("in full before it begins" in letter) is expected
    assert ("How to pay" in letter) is expected


@pytest.mark.parametrize("setting", SETTINGS, ids=str)
@pytest.mark.parametrize("urgency", [Urgency.URGENT, Urgency.IMMEDIATELY_NECESSARY])
def test_h1_no_setting_of_a_trust_opens_payment_first_for_care_that_cannot_wait(
    desk: Desk, urgency: Urgency, setting: dict[str, Any]
) -> None:
    desk.trust = replace(desk.trust, **setting)
    case = visitor(desk)
    form(desk, case, urgency)
    interview(desk, case)
    decide(desk, case)
    assert not stands(desk, case)
    assert "We are not asking you to pay first." in text(estimate(desk, case).pdf)


@pytest.mark.parametrize(
    ("words", "taken"),
    [
        ("By card: 020 7946 0199, before 5 pm", True),
        ("First National Bank, 00-00-00", True),
        ("Pay in full before your operation", False),
        ("A deposit of £500 is due", False),
        ("Please pay first at the desk", False),
        ("Payment in advance by card", False),
    ],
)
def test_h1_a_trusts_own_words_on_how_to_pay_never_ask_for_payment_before_care(
    tmp_path: Path, words: str, taken: bool
) -> None:
    trust = replace(TRUST, payment_details=(words,))
    (tmp_path / TRUST_FILE).write_text(trust_text(trust, "Desk 3"), encoding="utf-8")
    if taken:
        assert read_trust(tmp_path)[0].payment_details == (words,)
    else:
        with pytest.raises(BadInput, match="nothing of paying before care") as refused:
            read_trust(tmp_path)
        assert refused.value.code == "bad_trust"
