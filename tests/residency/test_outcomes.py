from __future__ import annotations

import pytest

from app.library.law import load_law
from app.residency.findings import LineFinding
from app.residency.outcomes import DeskOutcome, desk_outcome, words
from app.residency.walk import Route
from tests.residency.given import finding, tourist

LAW = load_law()


def outcome(
    route: Route | None = Route.VISITOR,
    *,
    could_not_ask: bool = False,
    service_type: str | None = "other",
    admitted: bool | None = False,
    urgency: str | None = None,
    line: LineFinding | None = None,
) -> DeskOutcome:
    return desk_outcome(
        route=route,
        could_not_ask=could_not_ask,
        service_type=service_type,
        admitted=admitted,
        urgency=urgency,
        line=line,
    )


def test_a_resident_needs_no_follow_up_wherever_they_are_seen() -> None:
    assert outcome(Route.STANDARD) is DeskOutcome.NO_FOLLOW_UP
    assert outcome(Route.STANDARD, service_type="a_and_e") is DeskOutcome.NO_FOLLOW_UP


def test_the_team_will_call_a_visitor() -> None:
    assert outcome(Route.VISITOR) is DeskOutcome.TEAM_WILL_CALL
    assert outcome(None) is DeskOutcome.TEAM_WILL_CALL


def test_a_card_told_of_is_asked_for() -> None:
    assert outcome(Route.DOCUMENT) is DeskOutcome.SHOW_DOCUMENT


@pytest.mark.parametrize(
    ("service_type", "admitted", "urgency"),
    [
        ("a_and_e", False, None),
        ("a_and_e", None, None),
        ("a_and_e", True, None),
        ("maternity", False, "non_urgent"),
        ("other", True, "urgent"),
        (None, None, "immediately_necessary"),
    ],
)
def test_treat_first_in_emergency_maternity_and_on_a_clinicians_word(
    service_type: str | None, admitted: bool | None, urgency: str | None
) -> None:
    for unasked in (True, False):
        found = outcome(
            could_not_ask=unasked, service_type=service_type, admitted=admitted, urgency=urgency
        )
        assert found is DeskOutcome.TREAT_FIRST


def test_an_admitted_patient_whose_care_can_wait_is_called_by_the_team() -> None:
    found = outcome(service_type="a_and_e", admitted=True, urgency="non_urgent")
    assert found is DeskOutcome.TEAM_WILL_CALL


def test_questions_that_could_not_be_put_are_asked_later() -> None:
    assert outcome(could_not_ask=True) is DeskOutcome.ASK_LATER
    assert outcome(Route.STANDARD, could_not_ask=True) is DeskOutcome.ASK_LATER


def test_a_service_that_is_free_to_everyone_is_said_to_be() -> None:
    free = finding(tourist(service_type="sti")).lines[0]
    assert outcome(line=free) is DeskOutcome.SERVICE_FREE
    charged = finding(tourist()).lines[0]
    assert outcome(line=charged) is DeskOutcome.TEAM_WILL_CALL
    exempt = finding(tourist(uk_forces_member=True)).lines[0]
    assert outcome(line=exempt) is DeskOutcome.TEAM_WILL_CALL


@pytest.mark.parametrize("one", DeskOutcome)
def test_an_outcome_has_title_steps_band_and_icon(one: DeskOutcome) -> None:
    said = words(one, LAW)
    assert said.title
    assert said.band
    assert said.icon
    assert all(step.endswith((".", "?", "”.")) for step in said.steps)


def test_bands_tell_outcomes_apart_by_word_and_not_by_colour_alone() -> None:
    assert len({words(one, LAW).title for one in DeskOutcome}) == len(DeskOutcome)
