"""Two records of one person: read as one, parted again at any time, nothing moved or lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.errors import BadInput, Known, NotAllowed
from app.core.nhs_number import NHSNumber
from app.core.people import Patient
from app.services import finding, merging, queue, registration, signin
from app.services.desk import Desk
from app.store import audit, files, patients, registrations
from tests.desks import PASSWORD, add_visitor, register_visitor
from tests.documents.reading import text as text_of
from tests.services.work import chargeable, decide, estimate, seated

REASON = "Same passport seen"
TABLES = ("patients", "registrations", "patient_name_ways", "patient_numbers", "patient_aliases")


def everything(desk: Desk) -> dict[str, list[dict[str, object]]]:
    return {name: desk.db.rows(f"SELECT * FROM {name} ORDER BY 1, 2, 3") for name in TABLES}


def two(desk: Desk) -> tuple[Patient, Patient]:
    one = finding.add_patient(
        desk,
        Patient(
            patient_id="",
            family_name="Okafor",
            given_names="Adaeze",
            born=date(1990, 3, 2),
            nhs_number=NHSNumber("9990000018"),
            phone="07700 900123",
        ),
    )
    return one, add_visitor(desk)


def test_a_joined_record_is_read_as_the_survivor_and_keeps_its_registrations(desk: Desk) -> None:
    one, other = two(desk)
    case = register_visitor(desk, one)
    before = registrations.get(desk.db, case)
    with seated(desk, "officer"):
        kept = merging.merge(desk, one.patient_id, into=other.patient_id, reason=REASON)
        assert kept == other
    assert registrations.get(desk.db, case) == before
    assert registration.step(desk, case).patient == other
    assert [row.registration_id for row in registrations.of_patient(desk.db, other.patient_id)] == [
        case
    ]


def test_h4_queue_case_and_letters_name_the_survivor_and_after_parting_their_own(
    desk: Desk,
) -> None:
    case = chargeable(desk, family_name="Okafour")
    joined = registrations.get(desk.db, case).patient_id
    other = add_visitor(desk, family_name="Okafor-Surviving")
    with seated(desk, "officer"):
        merging.merge(desk, joined, into=other.patient_id, reason=REASON)
        (row,) = (row for row in queue.queue(desk) if row.registration_id == case)
        assert row.patient == "OKAFOR-SURVIVING, Ada"
    decide(desk, case)
    printed = text_of(files.get(desk.db, estimate(desk, case).file_id).content)
    assert "Okafor-Surviving" in printed
    assert "Okafour" not in printed
    with seated(desk, "officer"):
        merging.unmerge(desk, joined, reason=REASON)
        assert registration.step(desk, case).patient.family_name == "Okafour"


@pytest.mark.parametrize("text", ["999 000 0018", "07700 900123", "okafor adaeze 2/3/1990"])
def test_h4_either_number_finds_the_survivor_and_says_merged_from(desk: Desk, text: str) -> None:
    one, other = two(desk)
    with seated(desk, "officer"):
        merging.merge(desk, one.patient_id, into=other.patient_id, reason=REASON)
    (found,) = finding.find(desk, text)
    assert found.patient_id == other.patient_id
    assert found.banner_name == other.banner_name
    assert found.why == "merged from OKAFOR, Adaeze"
    (own,) = finding.find(desk, "okafor ada 2/3/1990")
    assert own.why == "name and date of birth"
    assert finding.similar_to(desk, other.patient_id) == ()


def test_h4_among_as_many_as_are_shown_a_joined_record_is_its_survivor(desk: Desk) -> None:
    one, other = two(desk)
    for number in range(finding.MOST_BROWSED):
        add_visitor(desk, family_name="Okafor", given_names=f"Ben {number:02}")
    with seated(desk, "officer"):
        shown = finding.find(desk, "okafor", typing=True)
        assert [match.patient_id for match in shown[:2]] == [other.patient_id, one.patient_id]
        assert len(shown) == finding.MOST_BROWSED
        merging.merge(desk, one.patient_id, into=other.patient_id, reason=REASON)
        shown = finding.find(desk, "okafor", typing=True)
    ids = [match.patient_id for match in shown]
    assert ids.count(other.patient_id) == 1
    assert one.patient_id not in ids


def test_parting_puts_all_back_exactly_at_any_time(desk: Desk) -> None:
    one, other = two(desk)
    register_visitor(desk, one)
    before, found = everything(desk), finding.find(desk, "9990000018")
    with seated(desk, "officer"):
        merging.merge(desk, one.patient_id, into=other.patient_id, reason=REASON)
        (joined,) = merging.joined_to(desk, other.patient_id)
        assert (joined.patient, joined.joined_by, joined.reason) == (one, "M. Adeyemi", REASON)
        assert merging.unmerge(desk, one.patient_id, reason="Not the same after all") == one
        assert merging.joined_to(desk, other.patient_id) == ()
    assert everything(desk) == before
    assert finding.find(desk, "9990000018") == found


def test_both_records_have_it_in_their_audit_with_who_and_why(desk: Desk) -> None:
    one, other = two(desk)
    with seated(desk, "officer"):
        merging.merge(desk, one.patient_id, into=other.patient_id, reason=REASON)
        merging.unmerge(desk, one.patient_id, reason="Not the same")
    told = [row.happening for row in audit.latest(desk.db, limit=8)]
    acts = [(row.act, row.subject, row.user_name) for row in told if "merged" in row.act]
    for act in ("patient_merged", "patient_unmerged"):
        for subject in (one.patient_id, other.patient_id):
            assert (act, subject, "officer") in acts


def test_two_records_stand_side_by_side_with_what_speaks_against_it(desk: Desk) -> None:
    one, other = two(desk)
    with desk.db.atomic():
        patients.update(
            desk.db,
            replace(
                other, nhs_number=NHSNumber("9990000026"), born=date(1990, 2, 3), gender="Male"
            ),
        )
        patients.update(desk.db, replace(one, gender="Female"))
    with seated(desk, "officer"):
        shown = merging.compare(desk, one.patient_id, other.patient_id)
    facts = {fact.kind: fact for fact in shown.facts}
    assert facts["born"].differs
    assert (facts["born"].one, facts["born"].other) == ("02-Mar-1990", "03-Feb-1990")
    assert not facts["family_name"].differs
    assert not facts["hospital_number"].differs
    assert len(shown.against) == 3


def test_what_cannot_be_joined_or_parted_is_said_in_words(desk: Desk) -> None:
    one, other = two(desk)
    with seated(desk, "officer"):
        with pytest.raises(BadInput) as refused:
            merging.merge(desk, one.patient_id, into=other.patient_id, reason="  ")
        assert refused.value.field == "reason"
        with pytest.raises(Known, match="Choose two records"):
            merging.compare(desk, one.patient_id, one.patient_id)
        with pytest.raises(Known, match="stands by itself"):
            merging.unmerge(desk, one.patient_id, reason=REASON)
        merging.merge(desk, one.patient_id, into=other.patient_id, reason=REASON)
        with pytest.raises(Known, match="one patient already"):
            merging.merge(desk, other.patient_id, into=one.patient_id, reason=REASON)
    with pytest.raises(NotAllowed):
        merging.unmerge(desk, one.patient_id, reason=REASON)


@settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=12))
def test_random_joining_and_parting_ends_where_it_began(
    people_of_five: tuple[Desk, list[str]], steps: list[tuple[int, int]]
) -> None:
    desk, ids = people_of_five
    before = everything(desk)
    joined: list[str] = []
    for one, other in steps:
        try:
            if ids[one] in joined:
                merging.unmerge(desk, ids[one], reason=REASON)
                joined.remove(ids[one])
            else:
                merging.merge(desk, ids[one], into=ids[other], reason=REASON)
                joined.append(ids[one])
        except Known:
            continue
    for last in reversed(joined):
        merging.unmerge(desk, last, reason=REASON)
    assert everything(desk) == before


@pytest.fixture
def people_of_five(desk: Desk) -> tuple[Desk, list[str]]:
    ids = [add_visitor(desk, family_name=f"Okafor{n}").patient_id for n in range(5)]
    signin.sign_in(desk, "officer", PASSWORD)
    return desk, ids
