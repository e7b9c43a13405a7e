"""Patients a desk knows by the register alone: the overseas team has a case of theirs elsewhere.

They are found as exactly as a clerk finds anybody, and become a patient of this machine, under the
same identifier, once somebody is registered. How their case stands is not told.
"""

from __future__ import annotations

from datetime import date

from app.core.errors import NotFound
from app.core.match import Match, Reason
from app.core.names import fold
from app.core.nhs_number import NHSNumber
from app.core.people import Patient
from app.core.sought import Sought
from app.replica.record import Subject
from app.services.desk import Desk
from app.store import absorbing, patients, register
from app.store.register import Told


def matching(desk: Desk, wanted: Sought) -> tuple[Match, ...]:
    """Who answers by NHS number, or by every word of the name with the day of birth."""
    number = wanted.nhs_number.digits if wanted.nhs_number else None
    born = wanted.born.isoformat() if wanted.born and wanted.words else None
    if number is None and born is None:
        return ()
    found = register.known_elsewhere(desk.db, nhs_number=number, born=born)
    return tuple(
        Match.of(_patient(one), Reason.KNOWN)
        for one in found
        if (number and one.nhs_number == number) or (born and _is_named(one, wanted.words))
    )


def as_patient(desk: Desk, patient_id: str) -> Patient:
    """The patient of this machine, else as the register tells of them; raises NotFound."""
    try:
        return patients.get(desk.db, patient_id)
    except NotFound:
        told = register.of_patient(desk.db, patient_id)
        if not told:
            raise
        return _patient(told[0])


def bring_in(desk: Desk, patient_id: str) -> None:
    """Keep a patient of the register as one of this machine; raises NotFound for nobody.

    What the register told is recorded as just that, so that what it leaves out is no word of this
    machine against the record elsewhere.
    """
    found = as_patient(desk, patient_id)
    try:
        patients.own(desk.db, patient_id)
    except NotFound:
        with desk.db.atomic():
            patients.add(desk.db, found)
            told = {
                "family_name": found.family_name,
                "given_names": found.given_names,
                "born": found.born.isoformat() if found.born else None,
                "nhs_number": found.nhs_number.digits if found.nhs_number else None,
                "hospital_number": found.hospital_number,
            }
            absorbing.say(
                desk.db,
                Subject.PATIENT,
                patient_id,
                {"patients": {name: value for name, value in told.items() if value}},
                now=int(desk.clock.now().timestamp() * 1000),
            )
            desk.audit("patient_added", patient_id)


def _is_named(one: Told, words: tuple[str, ...]) -> bool:
    named = fold(f"{one.family_name} {one.given_names}").split()
    return bool(words) and set(words) <= set(named)


def _patient(one: Told) -> Patient:
    return Patient(
        patient_id=one.patient_id,
        family_name=one.family_name,
        given_names=one.given_names,
        born=date.fromisoformat(one.born) if one.born else None,
        nhs_number=NHSNumber(one.nhs_number) if one.nhs_number else None,
        hospital_number=one.hospital_number,
    )
