"""The keys of a name follow the name, and a name that is nobody's leaves none behind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.names import name_keys
from app.core.people import Patient
from app.store import patient_numbers, patients
from app.store.database import Database, create_file, open_file
from app.store.migrations import STORE
from app.store.schema import Schema
from tests.store.samples import ADA, add_patient_of_before, fresh_store

KEY = b"k" * 32
BEFORE = Schema(STORE.name, STORE.steps[:15])
NAMES = st.text(st.sampled_from("abclo'- éł"), max_size=12)
_WAYS = "SELECT word, rest, patient_id FROM patient_name_ways ORDER BY word, rest, patient_id"
_KEYS = "SELECT key, word FROM name_word_keys ORDER BY key, word"
_TABLES = (_WAYS, _KEYS, "SELECT patient_id, family_key, given_key FROM patients ORDER BY 1")


def everything(db: Database) -> list[list[tuple[object, ...]]]:
    return [list(db.each(sql)) for sql in (*_TABLES, "SELECT * FROM patient_numbers ORDER BY 1, 2")]


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 3), NAMES, NAMES), min_size=1, max_size=12))
def test_after_any_corrections_the_keys_are_those_of_the_names(
    said: list[tuple[int, str, str]],
) -> None:
    with fresh_store() as db, fresh_store() as anew:
        standing: dict[int, Patient] = {}
        for number, family, first in said:
            one = Patient(patient_id=f"p{number}", family_name=family, given_names=first)
            with db.atomic():
                (patients.update if number in standing else patients.add)(db, one)
            standing[number] = one
        with anew.atomic():
            for one in standing.values():
                patients.add(anew, one)
        assert everything(db) == everything(anew)


def test_a_store_from_before_is_found_by_every_word_and_number(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    people = (
        ADA,
        Patient(patient_id="p-2", family_name="Al-Hassan", given_names="Łucja Đ.", phone="x"),
        Patient(patient_id="p-3", family_name="محمد", born=date(1980, 1, 1)),
    )
    with create_file(path, KEY, BEFORE, fill=lambda _: None) as db, db.atomic():
        for one in people:
            add_patient_of_before(db, one)
    with open_file(path, KEY, STORE) as upgraded, fresh_store() as anew:
        with anew.atomic():
            for one in people:
                kept = patients.get(upgraded, one.patient_id)
                patients.add(anew, kept)
        assert everything(upgraded) == everything(anew)
        words = {word for word, _, _ in upgraded.each(_WAYS)}
        assert words == {"okafor", "ada", "hassan", "alhassan", "lucja", "d", "mhmd"}


def test_numbers_of_the_record_change_with_it_and_noted_ones_stay(db: Database) -> None:
    with db.atomic():
        patients.add(db, ADA)
        for _ in range(2):
            patient_numbers.note(
                db,
                patient_numbers.StoredNumber(
                    patient_id=ADA.patient_id,
                    kind="passport",
                    number="A01234567",
                    issuer="NGA",
                    added_at="2026-03-09T09:14:00Z",
                ),
            )
        patients.update(db, replace(ADA, phone="+44 7700 900123", hospital_number=""))
    kept = patient_numbers.of(db, ADA.patient_id)
    assert [(one.kind, one.number, one.issuer) for one in kept] == [
        ("passport", "A01234567", "NGA"),
        ("phone", "07700900123", ""),
    ]


def test_a_phone_that_was_noted_stays_when_the_record_has_another(db: Database) -> None:
    noted = patient_numbers.StoredNumber(
        patient_id=ADA.patient_id,
        kind="phone",
        number="02079460000",
        added_at="2026-03-09T09:14:00Z",
    )
    with db.atomic():
        patients.add(db, ADA)
        patient_numbers.note(db, noted)
        patients.update(db, replace(ADA, phone="", hospital_number=""))
    assert patient_numbers.of(db, ADA.patient_id) == (noted,)


def test_the_keys_of_a_name_are_what_the_store_holds(db: Database) -> None:
    with db.atomic():
        patients.add(db, ADA)
    ways = name_keys(ADA.family_name, ADA.given_names).ways
    assert {(word, rest) for word, rest, _ in db.each(_WAYS)} == set(ways)
