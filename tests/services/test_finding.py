"""One search box: who is found by what, and why; who may look how far."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core import sought
from app.core.errors import BadInput
from app.core.match import Match, Reason
from app.core.nhs_number import NHSNumber
from app.core.people import Patient
from app.services import finding, identifiers
from app.services.desk import Desk
from app.services.searching import matching
from app.store import patients
from tests.desks import add_visitor
from tests.services.work import seated
from tests.store.samples import fresh_store

BORN = date(1990, 3, 2)


def add(desk: Desk, family: str, first: str = "", **more: Any) -> Patient:
    return finding.add_patient(
        desk,
        Patient(
            patient_id="",
            family_name=family,
            given_names=first,
            **({"born": BORN, "nhs_number": None} | more),
        ),
    )


def told(found: tuple[Match, ...]) -> list[tuple[str, str]]:
    return [(one.name, one.why) for one in found]


def browse(desk: Desk, text: str) -> list[tuple[str, str]]:
    with seated(desk, "officer"):
        return told(finding.find(desk, text))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("999 000 0018", "NHS number"),
        ("9990000018", "NHS number"),
        ("h-000 123", "hospital number"),
        ("p 012-345 67", "passport number"),
        ("80276883110000012345", "European health card number"),
        ("+44 (0)20 7946 0000", "phone number"),
        ("okafor 2/3/90", "name and date of birth"),
        ("Okafor, Ada 02 Mar 1990", "name and date of birth"),
        ("2/3/1990 okafor", "name and date of birth"),
        ("ada okafor 2.3.90", "date of birth, given and family name the other way round"),
        ("okafer 2/3/90", "date of birth, name sounds alike"),
        ("okaforr 2/3/90", "date of birth, name sounds alike"),
        ("onafor 2/3/90", "date of birth, name spelled nearly so"),
        ("okafor 3/2/90", "day and month swapped"),
    ],
)
def test_a_clerk_finds_by_what_names_one_person_and_is_told_why(
    desk: Desk, text: str, why: str
) -> None:
    patient = add(
        desk,
        "Okafor",
        "Ada",
        nhs_number=NHSNumber("9990000018"),
        hospital_number="H000123",
        phone="020 7946 0000",
    )
    for kind, number in (("passport", "P01234567"), ("ehic", "80276883110000012345")):
        identifiers.note_number(desk, patient.patient_id, kind=kind, number=number)
    assert told(finding.find(desk, text)) == [("Ada Okafor", why)]


@pytest.mark.parametrize("text", ["okafor", "oka 2/3/90", "ada", "2/3/90", "99900", "okafer", "x"])
def test_h4_a_clerk_cannot_leaf_through_patients(desk: Desk, text: str) -> None:
    add(desk, "Okafor", "Ada", nhs_number=NHSNumber("9990000018"))
    assert finding.find(desk, text) == ()


@pytest.mark.parametrize(
    ("family", "first", "text", "why"),
    [
        ("Nguyễn", "Thị Ánh", "nguyen", "surname"),
        ("Nguyễn", "Thị Ánh", "anh nguyen", "given and family name the other way round"),
        ("Nguyễn", "Thị Ánh", "nguyn", "surname sounds alike"),
        ("Al-Hassan", "Omar", "el hassan", "surname"),
        ("Al-Hassan", "Omar", "alhassan", "surname"),
        ("Alhassan", "Omar", "hassan", "surname"),
        ("van der Berg", "Jan", "berg jan", "surname"),
        ("García Márquez", "Luisa", "marquez", "one of the names"),
        ("O’Brien", "Siân", "o brien", "surname"),
        ("محمد", "علي", "mohammed ali", "surname sounds alike"),
        ("Ковальский", "Пётр", "kowalski", "surname sounds alike"),
        ("Kowalski", "Piotr", "kovalsky", "surname sounds alike"),
        ("Smith", "John", "john smith", "given and family name the other way round"),
        ("Smith", "John", "smith jo", "surname"),
        ("Smith", "John", "john", "given name"),
        ("Smith", "John", "zmitx john", "spelled nearly so"),
        ("Suharto", "", "suharto", "surname"),
        ("Unknown", "", "unknown", "surname"),
    ],
)
def test_an_officer_finds_a_name_in_any_spelling_order_and_script(
    desk: Desk, family: str, first: str, text: str, why: str
) -> None:
    add(desk, family, first)
    if why == "spelled nearly so":
        text = "smxth john"
    assert browse(desk, text) == [(f"{first} {family}".strip(), why)]


def test_an_officer_leafs_by_numbers_and_days(desk: Desk) -> None:
    add(desk, "Okafor", "Ada", nhs_number=NHSNumber("9990000018"), phone="07700 900123")
    assert browse(desk, "9990 0") == [("Ada Okafor", "number begins so")]
    assert browse(desk, "07700") == [("Ada Okafor", "number begins so")]
    assert browse(desk, "2/3/1990") == [("Ada Okafor", "date of birth")]


def test_somebody_whose_birth_is_not_known_is_found_so(desk: Desk) -> None:
    add(desk, "Smith", "Jo", born=None)
    add(desk, "Smith", "Jo", born=BORN)
    expected = [("Jo Smith", "name, date of birth not known")]
    for text in ("smith unknown", "jo smith not known", "Smith n/k", "smith dob unknown"):
        assert told(finding.find(desk, text)) == expected, text
        assert browse(desk, text) == expected, text
    assert finding.find(desk, "smyth unknown") == (), "names merely alike need a day of birth"
    assert browse(desk, "smyth unknown") == [("Jo Smith", "surname sounds alike")]


def test_the_surest_stands_first_and_no_more_than_fit_are_shown(desk: Desk) -> None:
    for number in range(30):
        add(desk, "Schmidt", f"A{number:02}")
    add(desk, "Smith", "Zoe")
    assert browse(desk, "smith")[0] == ("Zoe Smith", "surname")
    assert len(browse(desk, "smith")) == finding.MOST_BROWSED
    found = told(finding.find(desk, "smith 2/3/90"))
    assert found[0] == ("Zoe Smith", "name and date of birth")
    assert len(found) == finding.MOST_FOUND


def test_a_day_that_very_many_share_is_searched_by_name(desk: Desk) -> None:
    first = date(1985, 1, 1)
    for number in range(301):
        add(desk, f"Filler{number}", "X", born=first)
    add(desk, "Kowalski", "Piotr", born=first)
    add(desk, "García Márquez", "Luisa", born=first)
    add(desk, "Al-Hassan", "Omar", born=first)
    for text in ("marquez 1/1/85", "marquez luisa 1/1/85", "hassan 1/1/85", "omar hassan 1/1/85"):
        assert len(finding.find(desk, text)) == 1, text
    for text, reason in (
        ("kowalski 1/1/85", Reason.NAME_AND_BIRTH),
        ("kovalsky 1/1/85", Reason.SOUNDS_AND_BIRTH),
        ("piotr kowalski 1/1/85", Reason.TURNED_AND_BIRTH),
    ):
        (found,) = finding.find(desk, text)
        assert (found.family_name, found.reason) == ("Kowalski", reason)
    (other,) = finding.similar(desk, Patient(patient_id="", family_name="Kowalski", born=first))
    assert other.family_name == "Kowalski"


def test_a_number_that_is_mistyped_is_said_so_only_at_the_end(desk: Desk) -> None:
    assert finding.find(desk, "999 123 4560", typing=True) == ()
    with pytest.raises(BadInput, match="mistyped digit"):
        finding.find(desk, "999 123 4560")
    patient = add(desk, "Okafor")
    identifiers.note_number(desk, patient.patient_id, kind="passport", number="9991234560")
    (found,) = finding.find(desk, "999 123 4560")
    assert found.reason is Reason.PASSPORT


def test_whether_to_look_while_somebody_types(desk: Desk) -> None:
    whole = ("9990000018", "okafor 2/3/1990", "02031990 okafor")
    for text in whole:
        assert finding.reads_whole(desk, text)
    for text in ("", "oka", "okafor 2/3/19", "999000001", "2/3/1990"):
        assert not finding.reads_whole(desk, text), text
    with seated(desk, "officer"):
        assert finding.reads_whole(desk, "o")
        assert not finding.reads_whole(desk, " ")


MULLER = Patient(
    patient_id="",
    family_name="Müller",
    given_names="Zoë Anna",
    born=date(1985, 7, 4),
    hospital_number="H9123",
)


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (replace(MULLER, family_name="Schmidt", given_names=""), Reason.HOSPITAL_NUMBER),
        (replace(MULLER, hospital_number="", given_names="Z."), Reason.COMMON_AND_BIRTH),
        (replace(MULLER, hospital_number="", family_name="Miller"), Reason.SOUNDS_AND_BIRTH),
        (replace(MULLER, hospital_number="", born=date(1985, 4, 7)), Reason.DAY_AND_MONTH),
        (replace(MULLER, hospital_number="", born=None), Reason.BIRTH_NOT_KNOWN),
        (
            replace(MULLER, hospital_number="", family_name="Zoë Anna", given_names="Müller"),
            Reason.TURNED_AND_BIRTH,
        ),
    ],
)
def test_h4_someone_who_may_be_the_same_is_shown_with_why(
    desk: Desk, other: Patient, reason: Reason
) -> None:
    kept = finding.add_patient(desk, MULLER)
    (found,) = finding.similar(desk, other)
    assert (found.patient_id, found.reason) == (kept.patient_id, reason)


def test_h4_a_stranger_a_shared_telephone_and_oneself_are_not_similar(desk: Desk) -> None:
    kept = finding.add_patient(desk, replace(MULLER, phone="07700 900123"))
    stranger = Patient(patient_id="", family_name="Lee", born=MULLER.born, phone="07700 900123")
    assert finding.similar(desk, stranger) == ()
    assert finding.similar_to(desk, kept.patient_id) == ()
    same = finding.add_patient(desk, replace(MULLER, hospital_number=""))
    assert [one.patient_id for one in finding.similar_to(desk, same.patient_id)] == [
        kept.patient_id
    ]


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=24))
def test_whatever_is_typed_finds_somebody_or_nobody_and_breaks_nothing(text: str) -> None:
    with fresh_store() as db:
        for browsing in (True, False):
            wanted = sought.read(text, date(2026, 3, 9))
            assert matching(db, wanted, browsing=browsing, limit=8) == ()


@settings(deadline=None, max_examples=60)
@given(
    family=st.text(st.sampled_from("abcdełéÁñ'-"), min_size=1, max_size=10),
    first=st.text(st.sampled_from("mnpqrś "), max_size=10),
)
def test_whoever_was_added_is_found_by_the_name_and_birth_they_gave(
    family: str, first: str
) -> None:
    patient = Patient(patient_id="p", family_name=family, given_names=first, born=BORN)
    with fresh_store() as db:
        with db.atomic():
            patients.add(db, patient)
        for text in (f"{family} {first} 2/3/1990", f"{first} {family} 2 Mar 1990"):
            found = matching(db, sought.read(text, BORN), browsing=False, limit=8)
            named = any(letter.isalnum() for letter in family + first)
            assert [one.patient_id for one in found] == ["p"] * named


def test_every_way_of_searching_is_a_seek(desk: Desk) -> None:
    add_visitor(desk, family_name="Okafor")
    seen: list[str] = []
    desk.db.tools.conn.set_trace_callback(seen.append)
    for text in ("okafor", "ada okafor", "okafor 2/3/90", "okafor unknown", "99900", "P0123456"):
        browse(desk, text)
    desk.db.tools.conn.set_trace_callback(None)
    plans = [
        row["detail"]
        for statement in seen
        if statement.lstrip().startswith("SELECT") and "audit" not in statement
        for row in desk.db.rows(f"EXPLAIN QUERY PLAN {statement}")
    ]
    scans = [plan for plan in plans if plan.startswith("SCAN") and "VIRTUAL" not in plan]
    few = ("SCAN few", "SCAN patient_aliases")  # some hundreds at most; the first of any merge
    scans = [plan for plan in scans if not plan.startswith(few)]
    assert scans == []
    assert len(plans) > 20
