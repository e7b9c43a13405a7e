"""One patient, put in at two desks that were off the network, is shown to an officer as a pair."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.core.nhs_number import NHSNumber
from app.services import joining_proposals, meeting, merging
from app.services.desk import Desk
from app.services.joining_proposals import Because
from app.spool.roster import Duty
from app.store import patients
from tests.desks import add_visitor, register_visitor
from tests.services.sealed import MadeUpTrust, machine


@pytest.fixture
def desks(trust: MadeUpTrust) -> Iterator[tuple[Desk, Desk, Desk]]:
    made = (
        machine(trust, "D01", Duty.DESK),
        machine(trust, "D02", Duty.DESK),
        machine(trust, "D03", Duty.OFFICER, user="officer"),
    )
    yield made
    for desk in made:
        desk.db.close()


def registered(desk: Desk, name: str, number: str = "") -> str:
    patient = add_visitor(desk, family_name=name)
    if number:
        with desk.db.atomic():
            numbered = replace(patient, nhs_number=NHSNumber.parse(number))
            patients.update(desk.db, numbered)
    register_visitor(desk, patient)
    return patient.patient_id


def proposed(desk: Desk) -> set[tuple[str, str, Because]]:
    return {
        (one.one.patient_id, one.other.patient_id, one.because)
        for one in joining_proposals.proposals(desk)
    }


def pair(one: str, other: str, because: Because) -> tuple[str, str, Because]:
    return (min(one, other), max(one, other), because)


def test_h10_a_patient_put_in_twice_offline_is_proposed_until_somebody_joins_or_parts_them(
    trust: MadeUpTrust, desks: tuple[Desk, Desk, Desk]
) -> None:
    ward, front, officer = desks
    same_name = registered(ward, "Okafor"), registered(front, "Okafor")
    same_number = (
        registered(ward, "Bello", "999 000 0018"),
        registered(front, "Belo", "999 000 0018"),
    )
    registered(ward, "Adeleke")
    for desk in desks:
        meeting.meet(desk, trust.share)
    by_name = pair(*same_name, Because.NAME_AND_BIRTH)
    by_number = pair(*same_number, Because.NHS_NUMBER)
    assert proposed(officer) == {by_name, by_number}
    merging.merge(officer, same_name[0], into=same_name[1], reason="Saw the passport.")
    assert proposed(officer) == {by_number}
    merging.unmerge(officer, same_name[0], reason="Two cousins.")
    assert proposed(officer) == {by_number}


def test_two_records_that_one_desk_made_knowingly_are_not_proposed(
    trust: MadeUpTrust, desks: tuple[Desk, Desk, Desk]
) -> None:
    front, _, officer = desks
    registered(front, "Okafor")
    registered(front, "Okafor")
    for desk in (front, officer):
        meeting.meet(desk, trust.share)
    assert proposed(officer) == set()
