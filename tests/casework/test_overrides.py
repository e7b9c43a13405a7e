from __future__ import annotations

from app.casework.overrides import Overrides, Tally


def test_the_rate_is_the_share_that_went_against_the_suggestion() -> None:
    found = Overrides(
        (
            Tally("charge", "charge", "V2", 38),
            Tally("charge", "exempt", "E1", 2),
            Tally("exempt", "cannot_tell", "P1", 1),
        )
    )
    assert (found.decisions, found.overridden, found.rate_percent) == (41, 3, 7.3)
    assert found.as_json() == {
        "decisions": 41,
        "agreed": 38,
        "overridden": 3,
        "rate_percent": 7.3,
        "by_choice": [
            {"suggested": "charge", "chosen": "charge", "decisions": 38},
            {"suggested": "charge", "chosen": "exempt", "decisions": 2},
            {"suggested": "exempt", "chosen": "cannot_tell", "decisions": 1},
        ],
        "overridden_by_reason": [
            {"reason_code": "E1", "decisions": 2},
            {"reason_code": "P1", "decisions": 1},
        ],
    }


def test_reasons_are_added_up_over_choices() -> None:
    found = Overrides((Tally("charge", "exempt", "E1", 2), Tally("exempt", "exempt", "E1", 5)))
    assert found.as_json()["overridden_by_reason"] == [{"reason_code": "E1", "decisions": 2}]


def test_without_decisions_there_is_no_rate() -> None:
    assert Overrides(()).rate_percent is None
