"""The life of a registration, as pairs of states that may follow each other."""

from __future__ import annotations

from enum import StrEnum

from app.core.errors import Known
from app.core.wording import Phrase, term


class State(StrEnum):
    """Where a registration stands at the desk."""

    DRAFT = "draft"
    PARKED = "parked"
    FINISHED = "finished"


_MAY_FOLLOW = frozenset(
    {
        (State.DRAFT, State.PARKED),
        (State.PARKED, State.DRAFT),
        (State.DRAFT, State.FINISHED),
        (State.FINISHED, State.DRAFT),  # back to the answers, or new evidence at the front
    }
)
MOST_PARKED = 5


def move(now: State, then: State) -> State:
    """The next state; raises Known where the two may not follow each other."""
    if now is then or (now, then) in _MAY_FOLLOW:
        return then
    raise Known(
        "bad_state",
        Phrase("This registration is {now}. Resume it first, then go on.", now=term(now)),
    )
