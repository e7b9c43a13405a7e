"""What the desk hears of the cases it flagged (hazards H1 and H8)."""

from __future__ import annotations

import pytest

from app.casework.review import Choice
from app.residency.questions import AnswerState
from app.services import feedback, review
from app.services.desk import Desk
from tests.desks import add_visitor, register_visitor
from tests.services.work import chargeable, check, decide, interview, later, seated, visitor

PLAIN = "Seen by the team. Thank you."
NEVER = ("charg", "pay", "£", "owe", "free", "exempt", "invoice", "visitor", "asylum", "slavery")


def heard(desk: Desk, name: str = "clerk") -> tuple[tuple[str, str], ...]:
    with seated(desk, name):
        return tuple((one.ref, one.words) for one in feedback.became_of(desk).lines)


def test_the_clerk_hears_once_the_case_is_decided(desk: Desk) -> None:
    case = chargeable(desk)
    assert heard(desk) == ()
    decide(desk, case)
    assert heard(desk) == (("R-1001", PLAIN),)
    assert heard(desk, "officer") == ()


def test_nothing_is_heard_before_a_second_person_agreed(desk: Desk) -> None:
    case = visitor(desk, born_years_ago=10)
    interview(desk, case)
    decide(desk, case, Choice.LIVES_HERE)
    assert heard(desk) == ()
    check(desk, case, agree=False, found=Choice.EXEMPT)
    assert heard(desk) == ()
    decide(desk, case, Choice.LIVES_HERE)
    check(desk, case, found=Choice.LIVES_HERE)
    assert heard(desk) == (("R-1001", PLAIN),)


def test_nothing_is_heard_of_a_case_that_two_agree_cannot_be_told_yet(desk: Desk) -> None:
    case = visitor(desk, born_years_ago=10)
    interview(desk, case)
    decide(desk, case, Choice.LIVES_HERE)
    decide(desk, case, Choice.CANNOT_TELL)
    check(desk, case, found=Choice.CANNOT_TELL)
    assert heard(desk) == ()


@pytest.mark.parametrize("choice", [Choice.CHARGE, Choice.LIVES_HERE, Choice.EXEMPT])
def test_h8_charge_and_freedom_are_told_in_the_same_words(desk: Desk, choice: Choice) -> None:
    case = chargeable(desk)
    decide(desk, case, choice)
    assert heard(desk) == (("R-1001", PLAIN),)


def test_the_desk_hears_that_the_card_was_enough(desk: Desk) -> None:
    case = chargeable(desk)
    decide(desk, case, Choice.EUROPEAN_CARD)
    assert heard(desk) == (("R-1001", "Seen by the team, thank you: the card was enough."),)


@pytest.mark.parametrize(
    ("question", "value"),
    [("s2_protection", "claimed_pending"), ("s2_nrm", "referred"), ("s2_nrm", "not_given")],
)
def test_h8_of_a_protected_ground_the_desk_hears_the_plain_sentence_alone(
    desk: Desk, question: str, value: str
) -> None:
    case = chargeable(desk)
    decide(desk, case, Choice.EUROPEAN_CARD)
    with seated(desk, "officer"):
        several = desk.law.questions.get(question).type.value == "multi_choice"
        review.answer(desk, case, question, (value,) if several else value)
    assert heard(desk) == (("R-1001", PLAIN),)


def test_a_prompt_that_was_not_asked_hides_nothing(desk: Desk) -> None:
    case = chargeable(desk)
    with seated(desk, "officer"):
        review.answer(desk, case, "s2_nrm", None, AnswerState.NOT_ASKED)
    decide(desk, case, Choice.EUROPEAN_CARD)
    assert "card" in heard(desk)[0][1]


def test_what_was_read_is_gone_and_what_came_since_stays(desk: Desk) -> None:
    first = chargeable(desk)
    decide(desk, first)
    with seated(desk, "clerk"):
        seen = feedback.became_of(desk)
    later(desk)
    second = chargeable(desk, family_name="Lee")
    decide(desk, second)
    with seated(desk, "clerk"):
        feedback.mark_read(desk, seen.until)
    assert [ref for ref, _ in heard(desk)] == ["R-1002"]


def test_h8_a_case_is_told_of_once_so_that_no_reversal_is_seen_at_the_desk(desk: Desk) -> None:
    case = chargeable(desk)
    decide(desk, case)
    with seated(desk, "clerk"):
        feedback.mark_read(desk, feedback.became_of(desk).until)
    decide(desk, case, Choice.LIVES_HERE)
    check(desk, case, found=Choice.LIVES_HERE)
    assert heard(desk) == ()


def test_nobody_hears_of_what_they_decided_themselves(desk: Desk) -> None:
    with seated(desk, "officer"):
        case = register_visitor(desk, add_visitor(desk))
    interview(desk, case)
    decide(desk, case, Choice.LIVES_HERE)
    assert heard(desk, "officer") == ()


def test_the_newest_are_shown_and_the_others_counted(desk: Desk) -> None:
    most = desk.terms.feedback_most
    for number in range(most + 2):
        decide(desk, chargeable(desk, family_name=f"Lee{number}"), Choice.LIVES_HERE)
    with seated(desk, "clerk"):
        told = feedback.became_of(desk)
    assert (len(told.lines), told.more) == (most, 2)
    assert told.lines[0].ref == f"R-{1000 + most + 2}"


def test_h1_no_sentence_to_the_desk_names_money_a_verdict_or_a_ground(desk: Desk) -> None:
    for words in desk.terms.feedback.values():
        assert not [one for one in NEVER if one in words.casefold()]
