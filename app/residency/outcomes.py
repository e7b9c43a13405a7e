"""What the desk sees at the end: six outcomes, none of them a verdict on money."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from app.residency.findings import Charged, LineFinding

if TYPE_CHECKING:
    from app.residency.law import Law
    from app.residency.walk import Route

PROMPT_CARE = ("immediately_necessary", "urgent")


class DeskOutcome(StrEnum):
    """What the clerk does next. There is no value that holds care back."""

    NO_FOLLOW_UP = "no_follow_up"
    SHOW_DOCUMENT = "show_document"
    TEAM_WILL_CALL = "team_will_call"
    SERVICE_FREE = "service_free"
    ASK_LATER = "ask_later"
    TREAT_FIRST = "treat_first"


@dataclass(frozen=True, slots=True)
class OutcomeWords:
    """The words of one outcome, its band and its icon."""

    title: str
    heading: str
    steps: tuple[str, ...]
    band: str
    icon: str
    leaflet: int = 0  # which step hands it out, counted from 1; 0 where none does
    sentence: str = field(init=False)  # heading and steps in one breath

    def __post_init__(self) -> None:
        object.__setattr__(self, "sentence", " ".join((self.heading, *self.steps)))


Outcomes = Mapping[DeskOutcome, OutcomeWords]


def desk_outcome(
    *,
    route: Route | None,
    could_not_ask: bool,
    service_type: str | None,
    admitted: bool | None,
    urgency: str | None,
    line: LineFinding | None,
) -> DeskOutcome:
    """The outcome of a registration; `route` is None while stage 1 is not complete."""
    if route == "standard" and not could_not_ask:
        return DeskOutcome.NO_FOLLOW_UP
    if needs_care_first(service_type=service_type, admitted=admitted, urgency=urgency):
        return DeskOutcome.TREAT_FIRST
    if could_not_ask:
        return DeskOutcome.ASK_LATER
    if line is not None and line.charged is Charged.NO and line.service_exemptions:
        return DeskOutcome.SERVICE_FREE
    return DeskOutcome.SHOW_DOCUMENT if route == "document" else DeskOutcome.TEAM_WILL_CALL


def needs_care_first(
    *, service_type: str | None, admitted: bool | None, urgency: str | None
) -> bool:
    """Whether the desk speaks of nothing but care: maternity, emergency, or a clinician's word.

    Somebody admitted through the emergency department stays first in line until a clinician
    records that the care can wait.
    """
    if service_type == "maternity" or urgency in PROMPT_CARE:
        return True
    return service_type == "a_and_e" and not (admitted and urgency == "non_urgent")


def words(outcome: DeskOutcome, law: Law) -> OutcomeWords:
    """The words of the outcome."""
    return law.outcomes[outcome]
