"""H7: the opening questions depend on the answers, and on nothing about a person."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from random import Random

import pytest

from app.core.people import Address, Patient
from app.residency.questions import Answer, AnswerState, Question
from app.residency.walk import next_stage_1
from app.services import finding, particulars, registration
from app.services.desk import Desk
from app.store import registrations

PATIENTS = 1_000
NAMES = (
    ("Smith", "Jane"),
    ("Ọláìyá", "Adaọra"),
    ("حداد", "رامي"),
    ("王", "小明"),
    ("शर्मा", "प्रिया"),
    ("O'Brien", "Seán"),
    ("Nguyễn", "Ngọc Ánh"),
    ("Kowalczyk", "Łucja"),
)
LANGUAGES = ("", "Yoruba", "Arabic", "Mandarin", "Polish", "British Sign Language")
COUNTRIES = ("Nigeria", "Syria", "China", "India", "Ireland", "Poland", "United Kingdom", "Norway")
BOOKINGS = ("outpatient", "admission", "emergency", "maternity")

Script = dict[str, str | tuple[str, ...] | AnswerState]


class _Undo(Exception):
    """Nothing of this test is kept."""


def made_up(chance: Random) -> Patient:
    family, given = chance.choice(NAMES)
    return Patient(
        patient_id="",
        family_name=family,
        given_names=given,
        title=chance.choice(("Mr", "Mrs", "Ms", "")),
        gender=chance.choice(("Female", "Male", "")),
        born=date(chance.randint(1930, 2025), chance.randint(1, 12), chance.randint(1, 28)),
        interpreter=chance.choice(LANGUAGES),
        address=Address(("1 Test Street",), chance.choice(("E1 1ZZ", "LS9 7TF")), "GB"),
    )


def script(desk: Desk, chance: Random) -> Script:
    """What this patient will say, whatever is asked."""
    said: Script = {}
    for question in desk.law.questions.stage_1:
        some: list[str | tuple[str, ...] | AnswerState] = [AnswerState.UNKNOWN, AnswerState.REFUSED]
        some += [("NG",), ("NO", "FR")] if not question.options else []
        some += [option.value for option in question.options]
        said[question.id] = chance.choice(some)
    return said


def expected(desk: Desk, said: Script) -> list[Question]:
    """The ladder worked out from the answers alone, with no patient at all."""
    answers: dict[str, Answer] = {}
    asked = []
    while (question := next_stage_1(answers, desk.law)) is not None:
        asked.append(question)
        value = said[question.id]
        if isinstance(value, AnswerState):
            answers[question.id] = Answer(value)
        else:
            checked = desk.law.questions.check(question.id, value)
            answers[question.id] = Answer(AnswerState.ANSWERED, checked)
    return asked


def asked_of(desk: Desk, patient: Patient, said: Script, chance: Random) -> list[Question]:
    kept = finding.add_patient(desk, patient)
    step = registration.begin(desk, kept.patient_id, chance.choice(BOOKINGS))
    here = step.registration_id
    known = {"nationalities": chance.choice(COUNTRIES), "country": chance.choice(COUNTRIES)}
    particulars.save_particulars(desk, here, known)
    asked = []
    while (step := registration.step(desk, here)).question is not None:
        asked.append(step.question)
        value = said[step.question.id]
        if isinstance(value, AnswerState):
            registration.set_aside(desk, here, step.question.id, value)
        else:
            registration.answer(desk, here, step.question.id, value)
    return asked


@pytest.mark.slow
def test_h7_swapping_name_language_or_nationality_changes_no_opening_question(desk: Desk) -> None:
    chance = Random(7)
    lengths = set()
    with suppress(_Undo), desk.db.atomic():
        for _ in range(PATIENTS):
            said = script(desk, chance)
            asked = asked_of(desk, made_up(chance), said, chance)
            assert asked == expected(desk, said)
            lengths.add(len(asked))
        raise _Undo
    assert len(lengths) > 1, "different answers do lead to different questions"


def test_h7_no_column_of_a_registration_scores_a_person(desk: Desk) -> None:
    columns = set(registrations.Registration.__slots__)
    assert not columns & {"score", "risk", "ethnicity", "nationality", "probability"}
