"""Records joined and parted in any order end where they began."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.people import Patient
from app.store import merges, patients
from app.store.database import Database
from app.store.driver import IntegrityError
from app.store.merges import MERGED, UNMERGED, StoredMerge
from tests.store.samples import AT, fresh_store

PEOPLE = [f"p{number}" for number in range(6)]
_ALIASES = "SELECT patient_id, survivor_id, read_as FROM patient_aliases ORDER BY patient_id"


def made(act: str, one: str, other: str) -> StoredMerge:
    return StoredMerge(
        act=act, patient_id=one, survivor_id=other, reason="", made_by="u-officer", made_at=AT
    )


def filled(db: Database) -> None:
    with db.atomic():
        for one in PEOPLE:
            patients.add(db, Patient(patient_id=one, family_name=one))


def root(links: dict[str, str], one: str) -> str:
    while one in links:
        one = links[one]
    return one


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(PEOPLE)), max_size=24))
def test_random_merges_and_partings_agree_with_a_plain_model_and_end_where_they_began(
    steps: list[tuple[str, str]],
) -> None:
    with fresh_store() as db:
        filled(db)
        before = [patients.get(db, one) for one in PEOPLE]
        links: dict[str, str] = {}
        for one, other in steps:
            with db.atomic():
                if one in links:
                    merges.unmerge(db, made(UNMERGED, one, links.pop(one)))
                elif root(links, other) != one:
                    merges.merge(db, made(MERGED, one, other))
                    links[one] = other
            for person in PEOPLE:
                assert merges.read_as(db, person) == root(links, person)
                assert patients.get(db, person).patient_id == root(links, person)
                assert set(merges.members(db, person)) == {
                    each for each in PEOPLE if root(links, each) == root(links, person)
                }
                assert set(merges.merged_into(db, person)) == {
                    each for each, into in links.items() if into == person
                }
                assert merges.survivor_of(db, person) == links.get(person)
                assert patients.own(db, person).patient_id == person
        for one in sorted(links):
            with db.atomic():
                merges.unmerge(db, made(UNMERGED, one, links[one]))
        assert db.rows(_ALIASES) == []
        assert [patients.get(db, one) for one in PEOPLE] == before


def test_every_merge_and_parting_is_kept(db: Database) -> None:
    filled(db)
    with db.atomic():
        merges.merge(db, made(MERGED, "p1", "p0"))
        merges.unmerge(db, made(UNMERGED, "p1", "p0"))
    assert [one.act for one in merges.history(db, "p0")] == [MERGED, UNMERGED]
    assert merges.history(db, "p0") == merges.history(db, "p1")


def test_no_record_is_merged_twice_or_into_itself(db: Database) -> None:
    filled(db)
    with db.atomic():
        merges.merge(db, made(MERGED, "p1", "p0"))
    for one, other in (("p1", "p2"), ("p3", "p3")):
        with pytest.raises(IntegrityError), db.atomic():
            merges.merge(db, made(MERGED, one, other))
