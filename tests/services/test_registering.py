"""The clerk's morning: every answer on its own record, parked, resumed, never blocked (H4, H11)."""

from __future__ import annotations

from contextlib import suppress
from random import Random

import pytest

from app.core.errors import BadInput, Known, NotAllowed
from app.core.people import Patient
from app.residency.questions import AnswerState
from app.services import desk_lists, finding, particulars, registration
from app.services.desk import Desk
from app.services.registration import STAGE_1_BASIS, Place
from app.store import answers, audit, determinations, patients, registrations
from tests.desks import add_visitor
from tests.services.work import later, seated, visitor

STEPS = 10_000
PATIENTS = 4


def begin(desk: Desk, name: str = "Okafor", booking: str = "outpatient") -> str:
    patient = add_visitor(desk, family_name=name)
    return registration.begin(desk, patient.patient_id, booking).registration_id


def resident(desk: Desk) -> str:
    here = begin(desk)
    registration.answer(desk, here, "s1_residence_12m", "uk_all")
    registration.answer(desk, here, "s1_document", "none")
    registration.answer(desk, here, "s1_existing_banner", "no")
    return here


def refused(code: str) -> pytest.RaisesExc[Known]:
    return pytest.raises(Known, check=lambda known: known.code == code)


def test_a_resident_is_booked_in_as_normal_with_no_determination(desk: Desk) -> None:
    here = resident(desk)
    ready = registration.step(desk, here)
    assert (ready.place, ready.question, ready.steps_left) == (Place.READY, None, 0)
    done = registration.finish(desk, here)
    assert done.place is Place.DONE
    assert done.outcome is not None
    assert done.outcome.sentence.startswith("Book in as normal")
    kept = registrations.get(desk.db, here)
    assert (kept.category, kept.basis, kept.review) == ("A", STAGE_1_BASIS, "")
    assert determinations.of(desk.db, here) == ()


def test_a_visitor_goes_to_the_team_and_the_category_waits(desk: Desk) -> None:
    here = visitor(desk)
    kept = registrations.get(desk.db, here)
    assert (kept.category, kept.review, kept.basis) == ("P", "waiting", "determination")


def test_h11_could_not_ask_always_saves(desk: Desk) -> None:
    for reason in desk.terms.could_not_ask:
        for booking in desk.terms.bookings:
            here = begin(desk, booking=booking)
            done = registration.could_not_ask(desk, here, reason)
            assert done.place is Place.DONE
            kept = registrations.get(desk.db, here)
            assert (kept.could_not_ask, kept.category) == (reason, "P")
    assert len(desk_lists.ask_later(desk)) == len(desk.terms.could_not_ask) * len(
        desk.terms.bookings
    )


def test_h11_could_not_ask_rests_on_no_answers_even_where_all_are_there(desk: Desk) -> None:
    here = resident(desk)
    registration.could_not_ask(desk, here, "distressed")
    kept = registrations.get(desk.db, here)
    assert (kept.category, kept.review) == ("P", "waiting")


def test_somebody_asked_later_after_all_leaves_the_officers_queue(desk: Desk) -> None:
    here = resident(desk)
    registration.could_not_ask(desk, here, "unconscious")
    registration.resume(desk, here)
    registration.finish(desk, here)
    kept = registrations.get(desk.db, here)
    assert (kept.category, kept.review, kept.could_not_ask) == ("A", "", "")
    assert desk_lists.ask_later(desk) == ()


def test_not_sure_and_refused_are_answers_and_never_a_no(desk: Desk) -> None:
    here = begin(desk)
    for state in (AnswerState.UNKNOWN, AnswerState.REFUSED):
        step = registration.set_aside(desk, here, "s1_residence_12m", state)
        assert step.question is None or step.question.id != "s1_residence_12m"
    for state in (AnswerState.ANSWERED, AnswerState.NOT_ASKED):
        with refused("bad_value"):
            registration.set_aside(desk, here, "s1_residence_12m", state)


def test_a_clerk_is_not_given_the_officers_questions(desk: Desk) -> None:
    here = begin(desk)
    with refused("not_yours_to_ask"):
        registration.answer(desk, here, "s2_protection", ("none",))
    with refused("unknown_question"):
        registration.answer(desk, here, "s9_nothing", "yes")
    with refused("bad_value"):
        registration.answer(desk, here, "s1_residence_12m", "perhaps")
    assert answers.history(desk.db, here) == ()


def test_a_registration_cannot_be_finished_with_a_question_open(desk: Desk) -> None:
    with refused("unanswered"):
        registration.finish(desk, begin(desk))


def test_going_back_to_a_question_replaces_the_answer_and_keeps_its_history(desk: Desk) -> None:
    here = resident(desk)
    again = registration.step(desk, here, "s1_residence_12m")
    assert again.question is not None
    assert again.place is Place.LADDER
    registration.answer(desk, here, "s1_residence_12m", "abroad")
    latest = answers.latest(desk.db, here)["s1_residence_12m"]
    given = [row for row in answers.history(desk.db, here) if row.question_id == latest.question_id]
    assert [row.value for row in given] == ["uk_all", "abroad"]


def test_at_most_five_are_parked_and_the_desk_says_so(desk: Desk) -> None:
    parked = [begin(desk, f"Name{letter}") for letter in "abcdef"]
    for number, here in enumerate(parked[:5]):
        later(desk, number)
        registration.park(desk, here)
    with refused("too_many_parked"):
        registration.park(desk, parked[5])
    assert [line.registration_id for line in desk_lists.parked(desk)] == parked[:5]
    assert {line.initials for line in desk_lists.parked(desk)} == {"NA"}
    registration.resume(desk, parked[0])
    registration.park(desk, parked[5])


def test_locking_the_desk_parks_what_is_open_however_many_are_parked(desk: Desk) -> None:
    for letter in "abcde":
        registration.park(desk, begin(desk, f"Name{letter}"))
    sixth = begin(desk)
    registration.set_down(desk, sixth)
    assert registrations.get(desk.db, sixth).state == "parked"


def test_one_parks_ones_own_only(desk: Desk) -> None:
    here = begin(desk)
    with seated(desk, "officer"), pytest.raises(NotAllowed, match="Somebody else opened"):
        registration.park(desk, here)


def test_a_parked_or_finished_registration_takes_no_answer_until_it_is_resumed(desk: Desk) -> None:
    here = begin(desk)
    registration.park(desk, here)
    with refused("not_open"):
        registration.answer(desk, here, "s1_residence_12m", "uk_all")
    with refused("not_open"):
        registration.could_not_ask(desk, here, "emergency")
    registration.resume(desk, here)
    registration.answer(desk, here, "s1_residence_12m", "uk_all")


def test_a_parked_registration_comes_back_with_every_answer_and_after_a_new_sign_in(
    desk: Desk,
) -> None:
    here = begin(desk)
    before = registration.answer(desk, here, "s1_residence_12m", "abroad")
    registration.park(desk, here)
    with seated(desk, "officer"):
        pass
    after = registration.resume(desk, here)
    assert (after.answered, after.question) == (before.answered, before.question)


@pytest.mark.slow
def test_h4_ten_thousand_switches_parks_and_resumes_leave_every_answer_on_its_own_record(
    desk: Desk,
) -> None:
    chance = Random(4)
    people = [add_visitor(desk, family_name=f"Name{number}") for number in range(PATIENTS)]
    expected: dict[str, list[tuple[str, object]]] = {}
    owner: dict[str, str] = {}
    here: str | None = None
    with desk.db.atomic():
        for _ in range(STEPS):
            deed = chance.choice(("open", "switch", "answer", "answer", "answer", "park"))
            if deed == "open" and len(expected) < 40:
                patient = chance.choice(people)
                step = registration.begin(desk, patient.patient_id, "outpatient")
                here = step.registration_id
                expected[here], owner[here] = [], patient.patient_id
            elif deed == "switch" and expected:
                here = chance.choice(sorted(expected))
                shown = registration.resume(desk, here)
                assert shown.patient.patient_id == owner[here]
                assert len(shown.answered) <= len(expected[here])
            elif deed == "park" and here is not None:
                with suppress(Known):  # five are parked, or this one is
                    registration.park(desk, here)
                    here = None
            elif deed == "answer" and here is not None:
                question = chance.choice(desk.law.questions.stage_1)
                value = (
                    chance.choice(question.options).value
                    if question.options
                    else chance.choice(("NG", "NO", "FR"))
                )
                step = registration.answer(desk, here, question.id, value)
                assert step.patient.patient_id == owner[here]
                expected[here].append((question.id, value))
    assert sum(map(len, expected.values())) > STEPS / 4
    for registration_id, given in expected.items():
        kept = answers.history(desk.db, registration_id)
        assert [(row.question_id, _flat(row.value)) for row in kept] == given
        assert registrations.get(desk.db, registration_id).patient_id == owner[registration_id]
    assert audit.verify(desk.db).sound


def _flat(value: object) -> object:
    return value[0] if isinstance(value, list) else value


def test_particulars_are_kept_one_by_one_and_the_good_ones_before_a_bad_one(desk: Desk) -> None:
    here = begin(desk)
    registration.answer(desk, here, "s1_residence_12m", "abroad")
    with pytest.raises(BadInput) as wrong:
        particulars.save_particulars(
            desk, here, {"leaving": "31/2/26", "phone": "020 7946 0999", "country": "Atlantis"}
        )
    assert wrong.value.field == "leaving"
    patient = patients.get(desk.db, registrations.get(desk.db, here).patient_id)
    assert patient.phone == "020 7946 0999"
    page = {
        field.id: field.value
        for group in particulars.visitor_page(desk, here).groups
        for field in group.fields
    }
    assert (page["phone"], page["leaving"]) == ("020 7946 0999", "")


def test_a_missing_contact_and_a_leaving_date_before_arrival_are_told_together(desk: Desk) -> None:
    patient = finding.add_patient(
        desk, Patient(patient_id="", family_name="Okafor", given_names="Ada")
    )
    here = registration.begin(desk, patient.patient_id, "outpatient").registration_id
    for question, value in (("s1_residence_12m", "abroad"), ("s1_document", "none")):
        registration.answer(desk, here, question, value)
    registration.answer(desk, here, "s1_countries_12m", ("NG",))
    registration.answer(desk, here, "s1_existing_banner", "no")
    particulars.save_particulars(desk, here, {"arrived": "8/3/26", "leaving": "1/3/26"})
    with pytest.raises(particulars.Problems) as found:
        particulars.continue_visitor(desk, here)
    assert [one.field for one in found.value.problems] == ["phone", "leaving"]
    assert registration.could_not_ask(desk, here, "too_unwell").place is Place.DONE


def test_a_birthday_ahead_or_a_name_a_spreadsheet_would_run_is_refused(desk: Desk) -> None:
    for name in ("=cmd", "  "):
        with pytest.raises(BadInput) as wrong:
            finding.add_patient(desk, Patient(patient_id="", family_name=name))
        assert wrong.value.field == "family_name"
    ahead = desk.today.replace(year=desk.today.year + 1)
    with pytest.raises(BadInput) as wrong:
        finding.add_patient(desk, Patient(patient_id="", family_name="Okafor", born=ahead))
    assert wrong.value.field == "born"


def test_todays_count_is_of_this_desk_and_tells_how_many_were_asked(desk: Desk) -> None:
    registration.finish(desk, resident(desk))
    registration.could_not_ask(desk, begin(desk), "emergency")
    today = desk_lists.today(desk)
    assert (today.registered, today.asked) == (2, 1)
    assert sum(one.count for one in today.by_outcome) == 2


def test_what_a_power_cut_left_open_lies_with_the_parked_of_whoever_began_it(desk: Desk) -> None:
    here = begin(desk)
    registration.answer(desk, here, "s1_residence_12m", "uk_all")
    with seated(desk, "officer"):
        registration.gather_drafts(desk)
        assert desk_lists.parked(desk) == ()
    registration.gather_drafts(desk)
    assert [one.registration_id for one in desk_lists.parked(desk)] == [here]
    back = registration.resume(desk, here)
    assert [one.question.id for one in back.answered] == ["s1_residence_12m"]
