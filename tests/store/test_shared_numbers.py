"""One NHS number on records of several machines: whatever is done where, all end alike."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.core.errors import Known
from app.core.nhs_number import NHSNumber
from app.services.desk import Desk
from app.store import patients, whole_cases
from tests.desks import add_visitor, register_visitor
from tests.store.machines import machines
from tests.store.test_in_sight import NOW, absorb, all_of, bring, same_everywhere

NUMBERS = (
    None,
    NHSNumber.parse("999 000 0018"),
    NHSNumber.parse("999 000 0026"),
)
MACHINES = 3
_MACHINE = st.integers(0, MACHINES - 1)
_STEP = st.one_of(
    st.tuples(st.just("give"), _MACHINE, st.integers(0, 7), st.integers(0, 2)),
    st.tuples(st.just("give"), _MACHINE, st.integers(0, 7), st.integers(0, 2)),
    st.tuples(st.just("draft"), _MACHINE, st.integers(0, 2), st.just(0)),
    st.tuples(st.just("finish"), _MACHINE, st.integers(0, 3), st.just(0)),
    st.tuples(st.just("remove"), _MACHINE, st.integers(0, 7), st.just(0)),
    st.tuples(st.just("bring"), _MACHINE, _MACHINE, st.just(0)),
    st.tuples(st.just("bring"), _MACHINE, _MACHINE, st.just(0)),
)
# One machine hears that the holder of a number is removed while another still shares it.
_HOLDER_REMOVED = [
    *[("give", 0, 0, 0), ("give", 0, 0, 0), ("draft", 0, 1, 0), ("draft", 0, 0, 0)],
    *[("give", 2, 1, 1), ("give", 2, 0, 0), ("draft", 0, 0, 0), ("bring", 2, 0, 0)],
    *[("give", 1, 7, 2), ("bring", 2, 2, 0), ("remove", 1, 0, 0), ("bring", 2, 0, 0)],
    *[("give", 1, 6, 0), ("bring", 1, 0, 0), ("remove", 2, 7, 0), ("finish", 1, 0, 0)],
    *[("bring", 2, 2, 0), ("bring", 1, 1, 0)],
]


def ids(desk: Desk) -> list[str]:
    return [row[0] for row in desk.db.tuples("SELECT patient_id FROM patients ORDER BY 1")]


def give(desk: Desk, patient_id: str, number: NHSNumber | None) -> None:
    """As a person would: what another record shows here is refused."""
    own = patients.own(desk.db, patient_id)
    shown = desk.db.scalar(
        "SELECT patient_id FROM patients WHERE nhs_number = ?", (number and number.digits,)
    )
    refused = pytest.raises(Known, match="another patient") if shown else nullcontext()
    with refused if shown != patient_id else nullcontext(), desk.db.atomic():
        patients.update(desk.db, replace(own, nhs_number=number))


def remove(desk: Desk, patient_id: str) -> None:
    absorb(desk)
    cases = desk.db.tuples(
        "SELECT registration_id FROM registrations WHERE patient_id = ? AND state = 'finished'",
        (patient_id,),
    )
    for (case,) in cases:
        with desk.db.atomic():
            whole_cases.take_away(desk.db, case, now=NOW)


def sound(desk: Desk) -> None:
    db = desk.db
    assert db.rows("PRAGMA foreign_key_check") == []
    shared = db.tuples("SELECT nhs_number, patient_id FROM shared_nhs_numbers ORDER BY 1, 2")
    for number in {one for one, _ in shared}:
        sharers = [who for one, who in shared if one == number]
        assert len(sharers) > 1


@pytest.mark.slow
@given(st.lists(_STEP, min_size=6, max_size=20))
@example(_HOLDER_REMOVED)
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_h10_numbers_given_taken_and_removed_anywhere_end_alike_everywhere(
    steps: list[tuple[str, int, int, int]],
) -> None:
    with machines(MACHINES) as desks:
        drafts: list[list[str]] = [[] for _ in desks]
        for desk in desks:
            for name in ("Okafor", "Adeyemi"):
                register_visitor(desk, add_visitor(desk, family_name=name))
        for act, one, which, number in steps:
            desk = desks[one]
            here = ids(desk)
            if act == "bring" and one != which:
                bring(all_of(desk), desks[which])
            elif act == "draft":
                made = add_visitor(desk, family_name="Draft").patient_id
                give(desk, made, NUMBERS[which])
                drafts[one].append(made)
            elif act == "finish" and drafts[one]:
                patient_id = drafts[one].pop(which % len(drafts[one]))
                register_visitor(desk, patients.own(desk.db, patient_id))
            elif act == "give" and here:
                give(desk, here[which % len(here)], NUMBERS[number])
            elif act == "remove" and here:
                remove(desk, here[which % len(here)])
        for desk, left in zip(desks, drafts, strict=True):
            for patient_id in left:
                register_visitor(desk, patients.own(desk.db, patient_id))
        for _ in range(4):
            for source in desks:
                for target in desks:
                    if source is not target:
                        bring(all_of(source), target)
        for desk in desks:
            sound(desk)
        assert same_everywhere(desks)
