from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.errors import Known, NotFound
from app.core.nhs_number import NHSNumber
from app.core.people import Address, Patient
from app.store import patients
from app.store.database import Database
from app.store.patients import Criteria
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


def names(found: tuple[Patient, ...]) -> list[str]:
    return [patient.patient_id for patient in found]


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
    assert names(patients.find(people, Criteria(family_name="roy"))) == ["p-ada"]
    assert patients.find(people, Criteria(family_name="okafor")) == ()


def test_nobody_is_not_found(people: Database) -> None:
    with pytest.raises(NotFound, match="Search again"):
        patients.get(people, "nobody")
    with pytest.raises(NotFound), people.atomic():
        patients.update(people, replace(MULLER, patient_id="nobody"))


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        (Criteria(nhs_number=ADA.nhs_number), ["p-ada"]),
        (Criteria(nhs_number=NHSNumber("9990000026")), []),
        (Criteria(hospital_number="H9"), ["p-mul"]),
        (Criteria(family_name="muller", born=date(1985, 7, 4)), ["p-mul"]),
        (Criteria(family_name="MÜLLER", born=date(1985, 4, 7)), []),
        (Criteria(family_name="mul"), ["p-mul"]),
        (Criteria(family_name="mul", given_names="zoe"), ["p-mul"]),
        (Criteria(family_name="mul", given_names="anna"), []),
        (Criteria(given_names="ada"), ["p-ada"]),
        (Criteria(born=date(1990, 3, 2)), ["p-ada"]),
        (Criteria(family_name="m_l"), []),
        (Criteria(), []),
    ],
)
def test_people_are_found_by_what_is_known(
    people: Database, sought: Criteria, found: list[str]
) -> None:
    assert names(patients.find(people, sought)) == found


def test_no_more_are_shown_than_asked_for(people: Database) -> None:
    with people.atomic():
        for number in range(30):
            patients.add(people, Patient(patient_id=f"s{number}", family_name=f"Smith{number:02}"))
    found = patients.find(people, Criteria(family_name="smith", limit=5))
    assert [patient.family_name for patient in found] == [f"Smith0{n}" for n in range(5)]


def test_two_patients_never_share_an_nhs_number(people: Database) -> None:
    with pytest.raises(Known, match="another patient") as refused, people.atomic():
        patients.add(people, replace(ADA, patient_id="p-2"))
    assert (refused.value.code, refused.value.field) == ("same_nhs_number", "nhs_number")
    with pytest.raises(Known), people.atomic():
        patients.update(people, replace(MULLER, nhs_number=ADA.nhs_number))
    with people.atomic():
        patients.update(people, ADA)  # keeping one's own is no clash


@pytest.mark.parametrize(
    "other",
    [
        replace(MULLER, family_name="Schmidt"),
        replace(MULLER, hospital_number="", given_names="Z."),
        replace(MULLER, hospital_number="", family_name="Miller"),
        replace(MULLER, hospital_number="", born=date(1985, 4, 7)),
        replace(MULLER, hospital_number="", born=None),
        replace(MULLER, hospital_number="", family_name="Zoë Anna", given_names="Müller"),
    ],
    ids=[
        "hospital number",
        "family",
        "given",
        "day and month swapped",
        "no birth",
        "names swapped",
    ],
)
def test_h4_someone_who_may_be_the_same_is_shown(people: Database, other: Patient) -> None:
    assert names(patients.similar(people, replace(other, patient_id="new"))) == ["p-mul"]


def test_h4_a_stranger_and_oneself_are_not_similar(people: Database) -> None:
    stranger = Patient(patient_id="new", family_name="Lee", born=date(1985, 7, 4))
    assert patients.similar(people, stranger) == ()
    assert patients.similar(people, MULLER) == ()
    same_number = Patient(patient_id="new", family_name="Lee", nhs_number=ADA.nhs_number)
    assert names(patients.similar(people, same_number)) == ["p-ada"]


@pytest.mark.parametrize(
    "sought",
    [
        Criteria(nhs_number=ADA.nhs_number),
        Criteria(hospital_number="H9"),
        Criteria(family_name="mul", born=date(1985, 7, 4)),
        Criteria(family_name="mul", given_names="z"),
    ],
)
def test_no_search_reads_the_whole_table(people: Database, sought: Criteria) -> None:
    seen: list[str] = []
    people.tools.conn.set_trace_callback(seen.append)
    patients.find(people, sought)
    people.tools.conn.set_trace_callback(None)
    plan = " ".join(row["detail"] for row in people.rows(f"EXPLAIN QUERY PLAN {seen[-1]}"))
    assert "SEARCH patients USING INDEX" in plan
