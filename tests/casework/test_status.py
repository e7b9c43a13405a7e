"""The life of a registration at the desk."""

from __future__ import annotations

import pytest

from app.casework.status import MOST_PARKED, State, move
from app.core.errors import Known

ALLOWED = {
    (State.DRAFT, State.PARKED),
    (State.PARKED, State.DRAFT),
    (State.DRAFT, State.FINISHED),
    (State.FINISHED, State.DRAFT),
}
PAIRS = [(now, then) for now in State for then in State]


@pytest.mark.parametrize(("now", "then"), PAIRS)
def test_only_the_pairs_of_states_may_follow_each_other(now: State, then: State) -> None:
    if now is then or (now, then) in ALLOWED:
        assert move(now, then) is then
    else:
        with pytest.raises(Known, match=f"This registration is {now}. Resume it first") as refused:
            move(now, then)
        assert refused.value.code == "bad_state"


def test_a_parked_registration_is_resumed_before_it_is_finished() -> None:
    with pytest.raises(Known):
        move(State.PARKED, State.FINISHED)
    assert move(move(State.PARKED, State.DRAFT), State.FINISHED) is State.FINISHED


def test_five_may_be_parked() -> None:
    assert MOST_PARKED == 5
