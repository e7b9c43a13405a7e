"""What waits at a desk: where each registration stands and for how long, by initials alone."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.core.errors import Known
from app.machine import FixedClock
from app.services import desk_lists, needs, registration
from app.services.desk import Desk
from tests.desks import MORNING, add_visitor


def test_a_parked_line_says_which_question_waits(desk: Desk) -> None:
    one = registration.begin(desk, add_visitor(desk).patient_id, "outpatient").registration_id
    registration.answer(desk, one, "s1_residence_12m", "uk_all")
    registration.park(desk, one)
    (line,) = desk_lists.parked(desk)
    assert (line.initials, line.waiting_at) == ("OA", "Question 2: Card or form")


def test_a_parked_line_says_that_an_interpreter_is_waited_for(desk: Desk) -> None:
    patient = add_visitor(desk)
    needs.record_interpreter(desk, patient.patient_id, "Yoruba")
    one = registration.begin(desk, patient.patient_id, "outpatient").registration_id
    registration.park(desk, one)
    (line,) = desk_lists.parked(desk)
    assert line.waiting_at == "Interpreter for Yoruba. Question 1: Last 12 months"


def test_at_most_five_are_parked(desk: Desk) -> None:
    for _ in range(5):
        one = registration.begin(desk, add_visitor(desk).patient_id, "outpatient")
        registration.park(desk, one.registration_id)
    sixth = registration.begin(desk, add_visitor(desk).patient_id, "outpatient")
    with pytest.raises(Known, match="5 are parked already"):
        registration.park(desk, sixth.registration_id)
    assert len(desk_lists.parked(desk)) == 5


def test_h8_a_reason_that_is_the_teams_alone_stands_on_no_list_of_the_desk(desk: Desk) -> None:
    one = registration.begin(desk, add_visitor(desk).patient_id, "outpatient").registration_id
    registration.could_not_ask(desk, one, "safeguarding")
    (line,) = desk_lists.ask_later(desk)
    assert line.words == "Not asked: Private, ask alone"


def test_who_could_not_be_asked_waits_from_that_day_on(desk: Desk) -> None:
    one = registration.begin(desk, add_visitor(desk).patient_id, "outpatient").registration_id
    registration.could_not_ask(desk, one, "too_unwell")
    assert [line.days for line in desk_lists.ask_later(desk)] == [0]
    desk.clock = FixedClock(MORNING + timedelta(days=3))
    assert [line.days for line in desk_lists.ask_later(desk)] == [3]
