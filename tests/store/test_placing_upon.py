"""Words changed elsewhere: laid down upon what stands, they come to what all records come to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.nhs_number import NHSNumber
from app.replica.record import Record, Subject, read_record
from app.services.desk import Desk
from app.store import (
    absorbing,
    feedback,
    journal,
    patients,
    placing,
    placing_upon,
    registrations,
)
from app.store.local_rows import cells_of
from app.store.placing_upon import Upon
from app.store.replicated import KINDS
from tests.desks import add_visitor, register_visitor
from tests.store.machines import machines

NOW = 1_770_000_000_000
Brought = list[tuple[Record, bytes]]
_CHANGES = ("phone", "email", "safe_number", "family_name", "assigned_to", "site", "review")
_PATIENTS = KINDS[Subject.PATIENT].rows[0]
_STEP = st.tuples(
    st.integers(0, 2),
    st.sampled_from((*_CHANGES, "meet", "meet")),
    st.integers(0, 2),
)


@pytest.fixture
def desks() -> Iterator[list[Desk]]:
    with machines(4) as made:
        yield made


def news(desk: Desk, *, after: int = 0) -> Brought:
    """A machine's own records above a number, once what people did is recorded."""
    with desk.db.atomic():
        absorbing.absorb(desk.db, now=NOW)
    found = journal.written_after(desk.db, journal.actor(desk.db), after)
    return [(read_record(one.body), one.body) for one in found]


def everything(desk: Desk) -> Brought:
    news(desk)
    return [(read_record(one.body), one.body) for _, one in journal.every(desk.db)]


def take(records: Brought, target: Desk) -> None:
    news(target)
    with target.db.atomic():
        placing.take_in(target.db, records)


def begun(desks: Sequence[Desk]) -> tuple[str, str]:
    """A patient and a case that all have alike."""
    patient = add_visitor(desks[0])
    case = register_visitor(desks[0], patient)
    for desk in desks[1:]:
        take(everything(desks[0]), desk)
    return patient.patient_id, case


def change(desk: Desk, patient_id: str, case: str, what: str, value: str) -> None:
    with desk.db.atomic():
        match what:
            case "assigned_to":
                registrations.assign(desk.db, case, value)
            case "review":
                registrations.set_review(desk.db, case, "decided")
            case "site":
                desk.db.execute("UPDATE registrations SET site = ?", (value,))
            case _:
                cells = cells_of(desk.db, KINDS[Subject.PATIENT], _PATIENTS, patient_id) or {}
                patients.put(desk.db, patient_id, {**cells, what: value})


def shown(desk: Desk, patient_id: str, case: str) -> list[object]:
    """What stands of both, what they are found by, and what is in dispute."""
    return [
        *(
            cells_of(desk.db, KINDS[subject], KINDS[subject].rows[0], about)
            for subject, about in ((Subject.PATIENT, patient_id), (Subject.CASE, case))
        ),
        *(
            sorted(desk.db.tuples(query))
            for query in (
                "SELECT kind, number FROM patient_numbers",
                "SELECT subject, about_table, about_column, sides, settled_by FROM disputes",
                "SELECT assigned_to, site, review FROM queue_cases",
                "SELECT subject, about, reason FROM unplaced",
                "SELECT subject, about FROM touched",
            )
        ),
    ]


class _Undone(Exception):
    """Nothing of the transaction stays."""


def looked(desk: Desk, subject: Subject, about: str, came: Brought) -> Upon:
    """What is plain of a subject where these come; nothing of it stays."""
    before = journal.place(desk.db)
    with suppress(_Undone), desk.db.atomic():
        journal.add(desk.db, came)
        at_hand = {body: record for record, body in came}
        found = placing_upon.look(desk.db, KINDS[subject], [about], before, at_hand)
        raise _Undone
    return found


@given(st.lists(_STEP, min_size=1, max_size=12))
@settings(max_examples=15, deadline=None)
def test_h10_a_machine_that_was_there_all_along_shows_what_one_shows_that_gets_all_at_once(
    steps: list[tuple[int, str, int]],
) -> None:
    with machines(4) as desks:
        patient_id, case = begun(desks[:3])
        for number, (one, what, other) in enumerate(steps):
            if what != "meet":
                change(desks[one], patient_id, case, what, f"0161 496 {number:04}")
            elif one != other:
                take(everything(desks[other]), desks[one])
        for _ in range(2):
            for one in range(3):
                for other in range(3):
                    if one != other:
                        take(everything(desks[other]), desks[one])
        take(everything(desks[0]), desks[3])
        whole = shown(desks[3], patient_id, case)
        for desk in desks[:3]:
            assert shown(desk, patient_id, case) == whole


def test_h10_a_word_changed_at_two_machines_is_told_whoever_hears_of_it_first(
    desks: list[Desk],
) -> None:
    patient_id, case = begun(desks[:3])
    for desk, phone in zip(desks[:2], ("0161 496 0001", "0161 496 0002"), strict=True):
        change(desk, patient_id, case, "phone", phone)
        change(desk, patient_id, case, "email", f"{phone[-1]}@example.org")
    here, there = news(desks[0]), news(desks[1])
    come = [one for one in there if one[0].about == patient_id]
    assert set(looked(desks[0], Subject.PATIENT, patient_id, come).told) == {patient_id}
    take(there, desks[0])
    take(here, desks[1])
    for desk in desks[:2]:
        told = desk.db.tuples("SELECT about_column FROM disputes ORDER BY 1")
        assert told == [("email",), ("phone",)]
    take(everything(desks[0]), desks[3])
    assert shown(desks[0], patient_id, case) == shown(desks[1], patient_id, case)
    assert shown(desks[0], patient_id, case) == shown(desks[3], patient_id, case)


def _in_dispute(here: Desk, there: Desk, patient_id: str, case: str) -> None:
    for desk in (here, there):
        change(desk, patient_id, case, "phone", f"0161 496 {ord(desk.device[-1]):04}")
    first, second = news(here), news(there)
    take(second, here)
    take(first, there)


def _draft(here: Desk, there: Desk, patient_id: str, case: str) -> None:
    """Something of the patient waits here to be recorded."""
    with here.db.atomic():
        absorbing.mark(here.db, Subject.PATIENT, patient_id)


def _waits(here: Desk, there: Desk, patient_id: str, case: str) -> None:
    with here.db.atomic():
        journal.set_unplaced(here.db, Subject.PATIENT, patient_id, "It waits.", since=1)


def _not_here(here: Desk, there: Desk, patient_id: str, case: str) -> None:
    with here.db.atomic():
        placing.take_away(here.db, KINDS[Subject.CASE], case)
        placing.take_away(here.db, KINDS[Subject.PATIENT], patient_id)


def _number(here: Desk, there: Desk, patient_id: str, case: str) -> None:
    """The patient's number comes as well."""
    with there.db.atomic():
        number = NHSNumber.parse("999 000 0018")
        patients.update(there.db, replace(patients.own(there.db, patient_id), nhs_number=number))


def _name(here: Desk, there: Desk, patient_id: str, case: str) -> None:
    change(there, patient_id, case, "family_name", "Adeleke")


def _shared_number(here: Desk, there: Desk, patient_id: str, case: str) -> None:
    """Two records have one number."""
    number = NHSNumber.parse("999 000 0018")
    for desk in (here, there):
        found = patients.own(desk.db, patient_id)
        if desk is here:
            found = add_visitor(desk, family_name="Other")
            register_visitor(desk, found)
        with desk.db.atomic():
            patients.update(desk.db, replace(found, nhs_number=number))
    first, second = news(here), news(there)
    take(second, here)
    take(first, there)


@pytest.mark.parametrize(
    "odd", [_in_dispute, _draft, _waits, _not_here, _number, _name, _shared_number]
)
def test_h10_whatever_is_not_plain_is_laid_down_with_all_there_is_of_it(
    desks: list[Desk], odd: Callable[[Desk, Desk, str, str], None]
) -> None:
    here, there = desks[:2]
    patient_id, case = begun(desks[:2])
    change(there, patient_id, case, "email", "one@example.org")
    sent = len(news(there))
    plain = [one for one in news(there) if one[0].about == patient_id]
    assert set(looked(here, Subject.PATIENT, patient_id, plain).told) == {patient_id}
    take(plain, here)
    odd(here, there, patient_id, case)
    change(there, patient_id, case, "email", "two@example.org")
    come = [one for one in news(there, after=sent) if one[0].about == patient_id]
    assert come
    assert looked(here, Subject.PATIENT, patient_id, come).told == {}


def _other_patient(desk: Desk, case: str) -> None:
    other = add_visitor(desk, family_name="Other")
    with desk.db.atomic():
        put = "UPDATE registrations SET patient_id = ? WHERE registration_id = ?"
        desk.db.execute(put, (other.patient_id, case))


def _told_of(desk: Desk, case: str) -> None:
    with desk.db.atomic():
        feedback.tell(desk.db, case, user_id="u-colleague", at=desk.moment)


@pytest.mark.parametrize("odd", [_other_patient, _told_of])
def test_a_case_of_another_patient_or_that_somebody_hears_of_is_not_plain(
    desks: list[Desk], odd: Callable[[Desk, str], None]
) -> None:
    patient_id, case = begun(desks[:2])
    change(desks[1], patient_id, case, "site", "East wing")
    come = [one for one in news(desks[1]) if one[0].about == case]
    assert set(looked(desks[0], Subject.CASE, case, come).told) == {case}
    odd(desks[1], case)
    come = [one for one in news(desks[1]) if one[0].about == case]
    assert looked(desks[0], Subject.CASE, case, come).told == {}


def test_people_and_packs_are_never_plain(desks: list[Desk]) -> None:
    for kind in (KINDS[Subject.PERSON], KINDS[Subject.PACK]):
        assert placing_upon.look(desks[0].db, kind, ["one"], 0, {}) == Upon({}, {}, {})
