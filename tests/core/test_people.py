"""People: names in every script as given, and nothing a spreadsheet would run."""

from __future__ import annotations

import unicodedata
from datetime import date
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.errors import BadInput
from app.core.nhs_number import NHSNumber
from app.core.people import NOT_KNOWN, Address, Patient, clean_line, clean_name, search_key
from tests.core.attempt import attempt

NAMES = [
    "Ọlábísí Adébáyọ̀",
    "محمد عبد الله",
    "李敏",
    "अनुष्का शर्मा",
    "Нина Ковальчук",
    "Ναταλία",
    "דוד לוי",
    "สมชาย ใจดี",
    "O'Brien-Smith",
    "Nguyễn Thị Ánh",
    "ගිහාන්",
    "Ñandú 3rd",
]
ADA = Patient(
    patient_id="p1",
    family_name="Okafor",
    given_names="Ada",
    title="Mrs",
    born=date(1990, 3, 2),
    nhs_number=NHSNumber.parse("999 000 0018"),
)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_in_all_scripts_are_kept_in_nfc(name: str, form: str) -> None:
    typed = unicodedata.normalize("NFD" if form == "NFD" else "NFC", name)
    assert clean_name(typed, "family_name") == unicodedata.normalize("NFC", name)


@settings(deadline=None, max_examples=500)
@given(st.text(st.characters()))
def test_any_text_is_a_clean_name_or_a_sentence(text: str) -> None:
    found = attempt(lambda: clean_name(text, "given_names"))
    if isinstance(found, BadInput):
        assert (found.code, found.field) == ("bad_name", "given_names")
        assert found.message.endswith(".")
    else:
        assert unicodedata.is_normalized("NFC", found)
        assert clean_name(found, "given_names") == found
        assert not found.startswith(("=", "+", "-", "@", "\t", "\r"))
        assert found.encode("utf-8").decode("utf-8") == found


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r+", "  @"])
def test_a_formula_start_is_refused(start: str) -> None:
    with pytest.raises(BadInput, match=f"A name cannot begin with “[{start.strip()}]”"):
        clean_name(f"{start}cmd|' /C calc'!A0", "family_name")


def test_a_formula_sign_within_a_name_is_fine() -> None:
    assert clean_name("Smith-Jones @ Ward+", "family_name") == "Smith-Jones @ Ward+"


@pytest.mark.parametrize("bad", ["Ada\x00", "Ada\x1b[2J", "Ada\x7f", "Ada\ud800"])
def test_what_cannot_be_written_is_refused(bad: str) -> None:
    with pytest.raises(BadInput, match="A name cannot hold control characters"):
        clean_name(bad, "family_name")


def test_a_name_holds_at_most_120_letters() -> None:
    assert clean_name("李" * 120, "family_name") == "李" * 120
    with pytest.raises(BadInput, match="Enter a name of at most 120 letters"):
        clean_name("李" * 121, "family_name")


def test_spaces_around_and_within_are_tidied() -> None:
    assert clean_name("  Ada \u00a0 Mary\n", "given_names") == "Ada Mary"
    assert clean_name("", "given_names") == ""


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("muller", "Müller"),
        ("OLABISI", "Ọlábísí"),
        ("nguyen", "Nguyễn"),
        ("strasse", "Straße"),
        ("ada", "𝐀𝐝𝐚"),
        ("李敏", "李敏"),
    ],
)
def test_a_search_finds_a_name_without_its_marks(typed: str, kept: str) -> None:
    assert search_key(typed) == search_key(kept)


def test_a_search_key_has_no_further_key_and_no_case() -> None:
    lettered = (range(0x3000), range(0xFB00, 0xFFFF), range(0x1D400, 0x1D800))
    for letter in map(chr, chain.from_iterable(lettered)):
        key = search_key(letter)
        assert search_key(key) == key == key.casefold()


def test_letters_and_banner_name_a_person_each_in_its_order() -> None:
    assert ADA.name == "Ada Okafor"
    assert ADA.banner_name == "OKAFOR, Ada (Mrs)"
    assert ADA.initials == "OA"


def test_a_person_of_one_name_has_no_stray_commas() -> None:
    sukarno = Patient(patient_id="p2", family_name="Sukarno")
    assert (sukarno.name, sukarno.banner_name, sukarno.initials) == ("Sukarno", "SUKARNO", "S")


def test_age_stands_beside_the_birth_date() -> None:
    assert ADA.born_with_age(date(2026, 3, 1)) == "02-Mar-1990 (35y)"
    assert ADA.born_with_age(date(2026, 3, 2)) == "02-Mar-1990 (36y)"


def test_the_dead_grow_no_older() -> None:
    died = Patient(patient_id="p3", family_name="X", born=date(1990, 3, 2), died=date(2020, 1, 1))
    assert died.born_with_age(date(2026, 3, 2)) == "02-Mar-1990 (29y)"


def test_an_unknown_birth_date_is_not_known_and_never_a_question_mark() -> None:
    assert Patient(patient_id="p4", family_name="X").born_with_age(date(2026, 1, 1)) == NOT_KNOWN
    assert NOT_KNOWN == "Not known"


def test_nothing_but_a_family_name_is_ever_required() -> None:
    unknown = Patient(patient_id="p5", family_name="Unknown female")
    assert unknown.nhs_number is None
    assert unknown.address == Address() == unknown.address_abroad


@pytest.mark.parametrize("trick", ["Ada\u202eada", "\u2066Ada", "Ada\u2069"])
def test_signs_that_turn_text_around_are_refused(trick: str) -> None:
    with pytest.raises(BadInput, match="control characters"):
        clean_name(trick, "family_name")
    with pytest.raises(BadInput, match="control characters"):
        clean_line(trick, "address")


@pytest.mark.parametrize("unseen", ["\u200b", "\u200d\u200d", "\u0301", "🙂"])
def test_what_no_letter_could_show_is_no_name(unseen: str) -> None:
    assert clean_name(unseen, "family_name") == ""


def test_a_line_may_begin_with_a_plus_and_is_tidied() -> None:
    assert clean_line(" +44 20\t7946\n0000 ", "phone") == "+44 20 7946 0000"
    assert clean_line("Cafe\u0301 Road", "address") == "Café Road"


def test_a_line_is_of_a_length_that_letters_and_ledgers_hold() -> None:
    assert clean_line("x" * 120, "address") == "x" * 120
    with pytest.raises(BadInput, match="at most 120 letters in a line"):
        clean_line("x" * 121, "address")
    with pytest.raises(BadInput, match="control characters"):
        clean_line("a\x00b", "address")
