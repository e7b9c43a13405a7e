"""Same answers, same outcome: random whole forms keyed from paper, and answered on screen."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest

from app.casework.form_code import FormKind
from app.casework.urgency import Urgency
from app.documents.clinician_form import URGENCY
from app.residency.questions import Answer, AnswerState, Question, QuestionType
from app.services import keying, paper, registration, review
from app.services.answers import answers_of, find_out
from app.services.clinical_record import CLINICAL_NONE
from app.services.desk import Desk
from app.services.form_reading import Signature
from app.store import registrations
from tests.desks import add_visitor
from tests.services.forms_of import filled, items
from tests.services.work import form, seated, visitor

FORMS = 20
# What somebody on holiday writes, so that forms that end in a charge are among them.
VISITOR: dict[str, str | tuple[str, ...]] = {
    "s1_residence_12m": "abroad",
    "s1_document": "none",
    "s2_british_or_irish": "neither",
    "s2_purpose": "holiday",
    "s2_permission": "visitor",
    "s2_ihs": "exempt_short_or_visitor",
    "s2_forces": ("none",),
    "s2_family": "none",
    "s2_protection": ("none",),
    "s2_country_of_residence": "NG",
    "s2_nationalities": ("NG",),
    "s2_eea_home_since": "no",
    "s2_uk_pension": "no",
}


def _answer(question: Question, chance: Random) -> Answer:
    """Any answer the paper can hold."""
    match question.type:
        case QuestionType.YES_NO_UNKNOWN | QuestionType.CHOICE:
            return Answer(AnswerState.ANSWERED, chance.choice(question.options).value)
        case QuestionType.MULTI_CHOICE:
            alone = [one.value for one in question.options if one.alone]
            others = [one.value for one in question.options if not one.alone]
            if chance.random() < 0.4:
                return Answer(AnswerState.ANSWERED, (chance.choice(alone),))
            ticks = sorted(chance.sample(others, chance.randint(1, 3)), key=others.index)
            return Answer(AnswerState.ANSWERED, tuple(ticks))
        case QuestionType.DATE if question.is_range:
            first = date(2024, 1, 1) + timedelta(days=chance.randrange(700))
            last = first + timedelta(days=chance.randrange(900))
            days = chance.choice([(first, last), (first, None), (None, last)])
            text = tuple(day.isoformat() if day else "" for day in days)
            return Answer(AnswerState.ANSWERED, text)
        case QuestionType.DATE:
            return Answer(AnswerState.ANSWERED, date(2026, 3, 9) - timedelta(chance.randrange(900)))
        case QuestionType.COUNTRY:
            return Answer(AnswerState.ANSWERED, chance.choice(["NO", "NG", "FR", "UA", "GB", "NA"]))
        case QuestionType.COUNTRIES:
            some = tuple(chance.sample(["NG", "FR", "IN", "US", "IE"], chance.randint(1, 2)))
            return Answer(AnswerState.ANSWERED, some)
        case _:
            return Answer(AnswerState.ANSWERED, chance.choice(["As written", "Łódź, 12-á", "?!"]))


def whole_form(desk: Desk, chance: Random) -> dict[str, Answer]:
    """A form filled in from end to end; some numbers left blank, some refused."""
    found: dict[str, Answer] = {}
    on_holiday = chance.random() < 0.5
    for name, item in items(desk).items():
        if not item.question or name == "s2_dob" or chance.random() < 0.15:
            continue
        refusable = not item.boxes or item.boxes[-1].value == AnswerState.REFUSED
        if refusable and chance.random() < 0.15:
            found[name] = Answer(chance.choice([AnswerState.UNKNOWN, AnswerState.REFUSED]))
        else:
            found[name] = _answer(desk.law.questions.get(name), chance)
    return found | {
        name: Answer(AnswerState.ANSWERED, VISITOR[name]) for name in VISITOR if on_holiday
    }


def _on_screen(desk: Desk, case: str, told: dict[str, Answer]) -> None:
    """The same answers given question by question, each by the role whose it is to put."""
    for name, one in told.items():
        by_clerk = desk.law.questions.get(name).asked_by == "clerk"
        with seated(desk, "clerk" if by_clerk else "officer"):
            if not by_clerk:
                review.answer(desk, case, name, one.value, one.state)
            elif one.state is AnswerState.ANSWERED:
                registration.answer(desk, case, name, one.value)  # type: ignore[arg-type]
            else:
                registration.set_aside(desk, case, name, one.state)


@pytest.mark.slow
def test_same_answers_same_outcome_whether_keyed_from_paper_or_given_on_screen(desk: Desk) -> None:
    chance = Random(3)
    outcomes = set()
    for number in range(FORMS):
        booking = chance.choice(list(desk.terms.bookings))
        patient = add_visitor(desk, given_names=f"Ada {number}")
        on_paper, on_screen = (
            registration.begin(desk, patient.patient_id, booking) for _ in range(2)
        )
        told = whole_form(desk, chance)
        code = paper.print_pre_attendance(desk, on_paper.ref).code
        with seated(desk, "officer"):
            keying.key_back(desk, code, filled(desk, told))
        _on_screen(desk, on_screen.registration_id, told)
        kept = answers_of(desk, on_paper.registration_id)
        assert kept == told
        for one in (on_paper, on_screen):
            form(desk, one.registration_id)
        for certified in (False, True):
            found, same = (
                find_out(desk, one.registration_id, certified=certified).as_json()
                for one in (on_paper, on_screen)
            )
            assert found == same
        outcomes.add((found["chargeable"], found["charging_category"]))
    assert len(outcomes) >= 4, outcomes


@pytest.mark.slow
def test_same_clinicians_form_same_outcome_on_paper_and_on_screen(desk: Desk) -> None:
    chance = Random(5)
    there = items(desk, FormKind.CLINICIAN)
    for number in range(FORMS):
        on_paper, on_screen = (visitor(desk, given_names=f"Ada {number}") for _ in range(2))
        none_of_these = chance.random() < 0.5
        told = {
            name: _answer(desk.law.questions.get(name), chance)
            for name, item in there.items()
            if item.question
            and chance.random() < 0.6
            and not (none_of_these and name in CLINICAL_NONE)
        }
        urgency = chance.choice(list(Urgency)[:3])
        said = told | {URGENCY: Answer(AnswerState.ANSWERED, urgency.value)}
        keyed = filled(desk, said, FormKind.CLINICIAN)
        keyed |= {str(there["none_of_these"].number): "1"} if none_of_these else {}
        with seated(desk, "officer"):
            code = paper.print_clinician(desk, registrations.get(desk.db, on_paper).ref).code
        with seated(desk, "clinician"):
            keying.key_clinical_form(desk, code, keyed, signed=Signature(on="today"))
            review.record_urgency(
                desk,
                on_screen,
                urgency_value=urgency,
                clinician_name="",
                decided_on="today",
                none_of_these=none_of_these,
                clinical={name: one.value for name, one in told.items() if name != URGENCY},
            )
        assert answers_of(desk, on_paper) == answers_of(desk, on_screen)
        assert find_out(desk, on_paper).as_json() == find_out(desk, on_screen).as_json()
