"""Choosing what stands of a patient whose NHS number another record holds as well."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.core.nhs_number import NHSNumber
from app.core.people import Patient
from app.services import disputes, meeting
from app.services.desk import Desk
from app.spool.roster import Duty
from app.store import patients
from tests.desks import add_visitor, register_visitor
from tests.services.sealed import MadeUpTrust, machine
from tests.services.sealed_fixtures import clerk as clerk
from tests.services.sealed_fixtures import officer as officer
from tests.services.sealed_fixtures import trust as trust

NUMBER = NHSNumber.parse("999 000 0018")


def put(desk: Desk, patient: Patient) -> None:
    with desk.db.atomic():
        patients.update(desk.db, patient)


def shown(desk: Desk) -> list[tuple[str, str | None]]:
    return desk.db.tuples("SELECT patient_id, nhs_number FROM patients ORDER BY patient_id")


@pytest.mark.parametrize("side", [0, 1])
def test_h10_a_side_is_chosen_of_a_patient_whose_number_another_record_shows(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, side: int
) -> None:
    other = machine(trust, "D03", Duty.OFFICER, user="officer")
    machines = (clerk, officer, other)
    for desk in machines:
        meeting.meet(desk, trust.share)
    first = add_visitor(clerk)  # whose identifier comes first shows the number on every machine
    both = add_visitor(officer)
    while both.patient_id < first.patient_id:
        both = add_visitor(officer)
    for desk, patient in ((clerk, first), (officer, both)):
        put(desk, replace(patient, nhs_number=NUMBER))
        register_visitor(desk, patient)
    for desk in (officer, other):
        meeting.meet(desk, trust.share)
    for desk, name in ((officer, "Okaforr"), (other, "Okafore")):
        put(desk, replace(patients.own(desk.db, both.patient_id), family_name=name))
    for _ in range(2):
        for desk in machines:
            meeting.meet(desk, trust.share)
    (conflict,) = disputes.open_conflicts(officer)
    disputes.choose(officer, conflict, conflict.sides[side].dot, "The passport says so.")
    for _ in range(2):
        for desk in machines:
            meeting.meet(desk, trust.share)
    assert disputes.open_conflicts(officer) == disputes.open_conflicts(other) == ()
    assert shown(officer) == shown(other)
    assert [one for one in shown(officer) if one[1]] == [(first.patient_id, NUMBER.digits)]
    chosen = patients.own(officer.db, both.patient_id).family_name
    assert chosen == patients.own(other.db, both.patient_id).family_name
    other.db.close()
