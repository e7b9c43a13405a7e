from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.errors import NotFound
from app.store import answers, registrations
from app.store.answers import StoredAnswer
from app.store.database import Database
from app.store.driver import IntegrityError
from app.store.registrations import Finish
from tests.store.samples import ADA, AT, TODAY, answered, fresh_store, opening, with_registration

LATER = "2026-03-09T09:20:00Z"


def test_references_count_up_from_1001_without_a_gap(db: Database) -> None:
    with_registration(db, "r-1")
    with pytest.raises(IntegrityError), db.atomic():
        registrations.open_new(db, opening("r-1"))
    with db.atomic():
        assert registrations.open_new(db, opening("r-2")) == "R-1002"
    assert registrations.get(db, "r-1").ref == "R-1001"


def test_a_reference_is_never_given_twice(db: Database) -> None:
    with_registration(db, "r-1")
    with_registration(db, "r-2")
    with pytest.raises(IntegrityError, match="never given twice"), db.atomic():
        db.execute("DELETE FROM registrations WHERE registration_id = 'r-2'")
    with db.atomic():
        db.execute("DELETE FROM registrations WHERE registration_id = 'r-1'")
        assert registrations.open_new(db, opening("r-3")) == "R-1003"


def test_a_registration_with_answers_stays(db: Database) -> None:
    with_registration(db, "r-1")
    with_registration(db, "r-2")
    with db.atomic():
        answers.save(db, "r-1", answered("q1"))
    with pytest.raises(IntegrityError, match="answers stays"), db.atomic():
        db.execute("DELETE FROM registrations WHERE registration_id = 'r-1'")
    assert "q1" in answers.latest(db, "r-1")


@pytest.mark.parametrize("typed", ["R-1001", "r-1001", " 1001 ", "R1001"])
def test_a_reference_is_read_as_people_type_it(db: Database, typed: str) -> None:
    with_registration(db)
    assert registrations.by_ref(db, typed).registration_id == "r-1"


@pytest.mark.parametrize("typed", ["R-1002", "", "R-", "x", "R--", "9" * 40, "١٠٠١"])
def test_a_reference_nobody_has_is_not_found(db: Database, typed: str) -> None:
    with_registration(db)
    with pytest.raises(NotFound, match="reference"):
        registrations.by_ref(db, typed)


def test_a_new_registration_is_a_draft_of_its_patient(db: Database) -> None:
    with_registration(db)
    found = registrations.get(db, "r-1")
    assert (found.state, found.patient_id, found.service_date) == ("draft", ADA.patient_id, TODAY)
    assert (found.flagged, found.review, found.category) == (False, "", "")
    assert registrations.of_patient(db, ADA.patient_id) == (found,)


def test_a_registration_needs_a_known_patient(db: Database) -> None:
    with pytest.raises(IntegrityError), db.atomic():
        registrations.open_new(db, opening(patient_id="nobody"))


def test_parked_registrations_are_their_own_persons_longest_first(db: Database) -> None:
    for number, desk in ((1, "Desk 3"), (2, "Desk 4"), (3, "Desk 3")):
        with_registration(db, f"r-{number}", desk=desk)
    with_registration(db, "r-other", opened_by="u-other")
    with db.atomic():
        for name, at in (("r-3", AT), ("r-2", AT), ("r-1", LATER), ("r-other", AT)):
            registrations.park(db, name, at)
    mine = registrations.parked(db, "u-clerk")
    assert [found.registration_id for found in mine] == ["r-2", "r-3", "r-1"]
    at_desk = registrations.parked(db, "u-clerk", "Desk 3")
    assert [found.registration_id for found in at_desk] == ["r-3", "r-1"]
    with db.atomic():
        registrations.resume(db, "r-3")
    assert registrations.get(db, "r-3").state == "draft"
    assert len(registrations.parked(db, "u-clerk")) == 2


def test_finishing_records_outcome_category_and_basis(db: Database) -> None:
    with_registration(db)
    ending = Finish(
        finished_at=LATER,
        outcome="no_follow_up",
        category="A",
        basis="stage 1, no indication",
        route="stage_1",
    )
    with db.atomic():
        registrations.park(db, "r-1", AT)
        registrations.finish(db, "r-1", ending)
    found = registrations.get(db, "r-1")
    assert (found.state, found.finished_at, found.parked_at) == ("finished", LATER, None)
    assert (found.category, found.basis) == ("A", "stage 1, no indication")
    assert (found.outcome, found.route) == ("no_follow_up", "stage_1")


def test_what_a_visit_is_for_can_be_corrected(db: Database) -> None:
    with_registration(db)
    with db.atomic():
        registrations.set_service(
            db, "r-1", service_type="maternity", admitted=True, service_date=None
        )
        registrations.set_category(db, "r-1", category="F", basis="decision")
    found = registrations.get(db, "r-1")
    assert (found.service_type, found.admitted, found.service_date) == ("maternity", True, None)
    assert (found.category, found.basis) == ("F", "decision")


def test_changing_a_registration_nobody_has_is_not_found(db: Database) -> None:
    with pytest.raises(NotFound), db.atomic():
        registrations.park(db, "nobody", AT)
    with pytest.raises(NotFound):
        registrations.get(db, "nobody")


def test_the_latest_answer_counts_and_the_earlier_stay(db: Database) -> None:
    with_registration(db)
    with db.atomic():
        answers.save(db, "r-1", answered("q1", "no"))
        answers.save(db, "r-1", answered("q2", None, "unknown"))
        answers.save(db, "r-1", answered("q1", ["GB", "NG"]))
        answers.save_all(db, "r-1", [answered("q3", 5), answered("q3", None, "withdrawn")])
    latest = answers.latest(db, "r-1")
    assert list(latest) == ["q2", "q1"]
    assert latest["q1"].value == ["GB", "NG"]
    assert latest["q2"].state == "unknown"
    history = answers.history(db, "r-1")
    assert [answer.question_id for answer in history] == ["q1", "q2", "q1", "q3", "q3"]


def test_an_answer_without_its_registration_is_refused(db: Database) -> None:
    with pytest.raises(NotFound), db.atomic():
        answers.save(db, "nobody", answered("q1"))
    assert answers.latest(db, "nobody") == {}


def test_h4_no_answer_can_spill_over_into_the_next_registration(db: Database) -> None:
    with_registration(db, "r-1")
    with_registration(db, "r-2")
    with db.atomic():
        answers.save_all(db, "r-1", [answered("q")] * 65_535)
    with pytest.raises(IntegrityError), db.atomic():
        answers.save(db, "r-1", answered("one too many"))
    assert answers.latest(db, "r-2") == {}


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.dates().map(str),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@settings(deadline=None, max_examples=30)
@given(
    steps=st.lists(
        st.tuples(st.sampled_from(["r-1", "r-2"]), st.sampled_from(["a", "b", "c"]), VALUES)
    )
)
def test_h4_every_answer_stays_on_its_own_record(steps: list[tuple[str, str, Any]]) -> None:
    expected: dict[str, dict[str, StoredAnswer]] = {"r-1": {}, "r-2": {}}
    with fresh_store() as db:
        for registration_id in expected:
            with_registration(db, registration_id)
        for registration_id, question, value in steps:
            answer = answered(question, value)
            expected[registration_id][question] = answer
            with db.atomic():
                answers.save(db, registration_id, answer)
        for registration_id, kept in expected.items():
            assert answers.latest(db, registration_id) == kept


def test_a_visit_may_have_no_day_yet(db: Database) -> None:
    with_registration(db, service_date=None)
    assert registrations.get(db, "r-1").service_date is None
    assert registrations.get(db, "r-1").due_on is None
    with db.atomic():
        registrations.flag(db, "r-1", reason="Visitor", due_on=date(2026, 3, 11))
        registrations.assign(db, "r-1", "u-officer")
    found = registrations.get(db, "r-1")
    assert (found.flagged, found.flag_reason, found.review) == (True, "Visitor", "waiting")
    assert (found.assigned_to, found.due_on) == ("u-officer", date(2026, 3, 11))
