from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.errors import Known, NotFound
from app.core.people import Address, Patient
from app.store import patient_search, patients
from app.store.database import Database
from tests.store.samples import ADA, fresh_store

MULLER = Patient(
    patient_id="p-mul",
    family_name="Müller",
    given_names="Zoë Anna",
    born=date(1985, 7, 4),
    hospital_number="H9",
)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
PEOPLE = st.builds(
    Patient,
    patient_id=st.just("p"),
    family_name=TEXT,
    given_names=TEXT,
    title=TEXT,
    gender=TEXT,
    born=st.none() | st.dates(),
    nhs_number=st.sampled_from([None, ADA.nhs_number]),
    hospital_number=TEXT,
    address=st.builds(Address, lines=st.lists(TEXT).map(tuple), postcode=TEXT, country=TEXT),
    address_abroad=st.builds(Address, lines=st.lists(TEXT).map(tuple), country=TEXT),
    phone=TEXT,
    email=TEXT,
    died=st.none() | st.dates(),
    interpreter=TEXT,
    needs=st.lists(TEXT).map(tuple),
    safe_contact=st.sampled_from(["", "do_not_post", "phone_only", "post_only"]),
    safe_number=st.sampled_from(["", "0113 496 0000"]),
    not_to=st.sampled_from(["", "partner", "family", "anyone"]),
)


@pytest.fixture
def people(db: Database) -> Database:
    with db.atomic():
        for patient in (ADA, MULLER):
            patients.add(db, patient)
    return db


@settings(deadline=None, max_examples=50)
@given(patient=PEOPLE)
def test_a_patient_comes_out_as_they_went_in(patient: Patient) -> None:
    with fresh_store() as db:
        with db.atomic():
            patients.add(db, patient)
        assert patients.get(db, "p") == patient


def test_a_correction_replaces_what_was_held(people: Database) -> None:
    married = replace(ADA, family_name="Roy", needs=())
    with people.atomic():
        patients.update(people, married)
    assert patients.get(people, ADA.patient_id) == married
    assert [row[0] for row in patient_search.family_begins(people, "roy", 5)] == ["p-ada"]
    assert patient_search.family_begins(people, "okafor", 5) == []


def test_nobody_is_not_found(people: Database) -> None:
    with pytest.raises(NotFound, match="Search again"):
        patients.get(people, "nobody")
    with pytest.raises(NotFound), people.atomic():
        patients.update(people, replace(MULLER, patient_id="nobody"))


def test_two_patients_never_share_an_nhs_number(people: Database) -> None:
    with pytest.raises(Known, match="another patient") as refused, people.atomic():
        patients.add(people, replace(ADA, patient_id="p-2"))
    assert (refused.value.code, refused.value.field) == ("same_nhs_number", "nhs_number")
    with pytest.raises(Known), people.atomic():
        patients.update(people, replace(MULLER, nhs_number=ADA.nhs_number))
    with people.atomic():
        patients.update(people, ADA)  # keeping one's own is no clash


def test_the_beginning_of_a_name_is_found_without_reading_a_record(people: Database) -> None:
    seen: list[str] = []
    people.tools.conn.set_trace_callback(seen.append)
    assert patient_search.family_begins(people, "okafor", 5)
    people.tools.conn.set_trace_callback(None)
    plan = " ".join(row["detail"] for row in people.rows(f"EXPLAIN QUERY PLAN {seen[-1]}"))
    assert "USING COVERING INDEX patients_by_name" in plan
    assert "TEMP B-TREE" not in plan


@settings(deadline=None, max_examples=50)
@given(before=PEOPLE, after=PEOPLE, kept=st.sets(st.sampled_from(patients.TOLD)))
def test_records_told_together_end_as_each_told_by_itself(
    before: Patient, after: Patient, kept: set[str]
) -> None:
    ends = []
    for together in (True, False):
        with fresh_store() as db, db.atomic():
            patients.add(db, before)
            stands = db.rows("SELECT * FROM patients")[0]
            patients.update(db, after)
            now = db.rows("SELECT * FROM patients")[0]
            patients.update(db, before)
            told = {name: (stands if name in kept else now)[name] for name in patients.TOLD}
            if together:
                patients.put_each(db, {"p": told}, patients.rows_of(db, ["p", "nobody"]))
            else:
                patients.put(db, "p", told)
            ends.append(
                [
                    db.rows(f"SELECT * FROM {table} ORDER BY 1, 2, 3")
                    for table in ("patients", "patient_numbers", "patient_name_ways")
                ]
            )
    assert ends[0] == ends[1]
