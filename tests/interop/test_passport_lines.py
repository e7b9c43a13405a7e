"""Passport lines: all check digits hold or nothing is filled in; no character is ever mended."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.errors import Known
from app.interop.mrz.check_digits import VALUES, check_digit, looks_alike
from app.interop.mrz.document import BadMrz, PartDate
from app.interop.mrz.layouts import LAYOUTS, Check, Format, Span
from app.interop.mrz.lines import looks_like_lines, unfinished
from app.interop.mrz.reading import read_mrz
from benchmarks.passport_lines import differences
from tests.interop.mrz_written import DAY, Written, digit, made_up

# The specimens of ICAO 9303 parts 4 to 7, appendices; the standard's state is Utopia.
TD3 = """P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
L898902C36UTO7408122F1204159ZE184226B<<<<<10"""
TD2 = """I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<
D231458907UTO7408122F1204159<<<<<<<6"""
TD1 = """I<UTOD231458907<<<<<<<<<<<<<<<
7408122F1204159UTO<<<<<<<<<<<6
ERIKSSON<<ANNA<MARIA<<<<<<<<<<"""
MRV_A = """V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
L8988901C4XXX4009078F96121096ZE184226B<<<<<<"""
MRV_B = """V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<
L8988901C4XXX4009078F9612109<<<<<<<<"""
LONG_TD1 = """I<UTOD23145890<7349<<<<<<<<<<<
3407127M9507122UTO<<<<<<<<<<<2
STEVENSON<<PETER<JOHN<<<<<<<<<"""
LONG_TD2 = """I<UTOSTEVENSON<<PETER<JOHN<<<<<<<<<<
D23145890<UTO3407127M95071227349<<<8"""
SPECIMENS = (TD3, TD2, TD1, MRV_A, MRV_B)
ALPHABET = "".join(VALUES)
ANSWERS = Path(__file__).with_name("mrz_peer_answers.jsonl")


@st.composite
def documents(draw: st.DrawFn) -> Written:
    form = draw(st.sampled_from([one.value for one in Format]))
    return made_up(Random(draw(st.integers(0, 2**32))), form)


def read(text: str) -> object:
    return read_mrz(text, as_at=DAY)


def refusal(text: str) -> str:
    """The code of what was said against it in a sentence, or nothing where it is read."""
    try:
        read(text)
    except Known as known:
        return known.code if known.message.endswith(".") else known.message
    return ""


def _places(span: Span) -> range:
    return range(span.start, span.end)


def says(written: Written) -> None:
    found = read_mrz("\n".join(written.lines), as_at=DAY)
    assert found.format == written.format
    assert found.document_type == written.document_type
    assert (found.issuer, found.nationality) == (written.issuer, written.nationality)
    assert (found.surname, found.given_names) == (written.surname, written.given_names)
    assert found.truncated is written.truncated
    assert found.document_number == written.document_number
    assert (str(found.birth) if found.birth else "") == written.birth
    assert found.sex == written.sex
    assert found.expires == written.expires
    assert found.expired is (written.expires < DAY)
    assert all(found.checks.values())


@pytest.mark.parametrize("text", SPECIMENS)
def test_the_standards_own_specimens_are_read(text: str) -> None:
    found = read_mrz(text, as_at=DAY)
    assert (found.surname, found.given_names) == ("ERIKSSON", "ANNA MARIA")
    assert (found.issuer, found.sex, found.truncated) == ("UTO", "F", False)
    assert found.expired


def test_a_passport_says_all_it_holds() -> None:
    found = read_mrz(TD3, as_at=date(2011, 1, 1))
    assert found.format is Format.TD3
    assert found.document_number == "L898902C3"
    assert found.birth == PartDate(1974, 8, 12)
    assert found.birth.whole == date(1974, 8, 12)
    assert found.expires == date(2012, 4, 15)
    assert not found.expired
    assert found.optional_data == ("ZE184226B",)
    assert found.warnings == ()
    assert set(found.checks) == set(Check)


@pytest.mark.parametrize("text", [LONG_TD1, LONG_TD2])
def test_a_long_number_goes_on_in_the_optional_field(text: str) -> None:
    found = read_mrz(text, as_at=DAY)
    assert found.document_number == "D23145890734"
    assert found.optional_data == ()


@given(documents())
def test_what_an_issuer_writes_is_read_back(written: Written) -> None:
    says(written)


@pytest.mark.slow
def test_a_hundred_thousand_documents_are_read_as_written() -> None:
    chance = Random(2026)
    for _ in range(100_000):
        says(made_up(chance))


def test_an_independent_reader_said_the_same() -> None:
    """Recorded from the `mrz` package by `python -m benchmarks.passport_lines --record`."""
    for line in ANSWERS.read_text("utf-8").splitlines():
        form, lines, theirs = json.loads(line)
        assert differences(form, lines, theirs) == [], lines


@given(written=documents(), place=st.integers(0, 200), other=st.sampled_from(ALPHABET))
@settings(max_examples=400)
def test_one_wrong_character_is_caught_as_far_as_the_scheme_can(
    written: Written, place: int, other: str
) -> None:
    """Under a check digit a change is seen unless both characters end in one digit of value."""
    layout = LAYOUTS[Format(written.format)]
    over = {
        (one.line, at)
        for plan in layout.checks.values()
        for one in plan.over
        for at in _places(one)
    }
    digits = {(plan.digit.line, plan.digit.start) for plan in layout.checks.values()}
    checked = sorted(over | digits)
    row, at = checked[place % len(checked)]
    before = written.lines[row][at]
    lines = list(written.lines)
    lines[row] = lines[row][:at] + other + lines[row][at + 1 :]
    if other == before:
        return
    code = refusal("\n".join(lines))
    if not looks_alike(before, other):
        assert code, "a change that the scheme sees was not caught"
    elif "<" not in (before, other) and (row, at) not in digits and not written.is_long:
        assert code != "bad_check_digit"  # only a calendar or an alphabet can see it


def test_the_blind_spots_are_these_and_no_others() -> None:
    alike = {
        (one, other)
        for one in ALPHABET
        for other in ALPHABET
        if one < other and looks_alike(one, other)
    }
    for one in ALPHABET:
        for other in ALPHABET:
            for place in range(3):
                pads = "<" * place
                same = check_digit(pads + one) == check_digit(pads + other)
                assert same == (VALUES[one] % 10 == VALUES[other] % 10)
    assert {("0", "<"), ("0", "A"), ("1", "B"), ("A", "K"), ("8", "I"), ("8", "S")} <= alike
    assert not looks_alike("0", "O")
    assert not looks_alike("1", "I")
    assert not looks_alike("5", "S")
    assert not looks_alike("2", "Z")
    assert looks_alike("B", "1")
    assert not looks_alike("8", "B")


@pytest.mark.parametrize(
    ("row", "at", "named"),
    [
        (1, 0, "document number and the document as a whole"),
        (1, 13, "date of birth and the document as a whole"),
        (1, 22, "expiry date and the document as a whole"),
        (1, 30, "optional data and the document as a whole"),
        (1, 43, "document as a whole"),
    ],
)
def test_a_failed_digit_fills_nothing_and_says_which(row: int, at: int, named: str) -> None:
    lines = TD3.splitlines()
    wrong = "7" if lines[row][at] != "7" else "5"
    lines[row] = lines[row][:at] + wrong + lines[row][at + 1 :]
    with pytest.raises(BadMrz, match=f"of the {named} do") as caught:
        read("\n".join(lines))
    assert caught.value.code == "bad_check_digit"
    assert caught.value.format is Format.TD3
    assert "nothing was filled in" in caught.value.message
    assert sum(not holds for holds in caught.value.checks.values()) == named.count(" and ") + 1


def test_slips_of_scanners_are_never_mended() -> None:
    with pytest.raises(BadMrz, match="date of birth"):
        read(TD3.replace("7408122", "74O8122"))
    with pytest.raises(BadMrz, match="document number"):
        read(TD3.replace("L898902C3", "L8989O2C3"))
    with pytest.raises(BadMrz, match="names hold a digit"):
        read(TD3.replace("ERIKSSON", "ERIKSS0N"))


def test_letters_after_the_names_are_a_misreading() -> None:
    with pytest.raises(BadMrz, match="names have ended"):
        read(TD3.replace("MARIA<<<<<<", "MARIA<<<K<<"))
    with pytest.raises(BadMrz, match="names have ended"):
        read(TD3.replace("<<ANNA", "<<<NNA"))
    with pytest.raises(BadMrz, match="begin with a letter"):
        read(TD3.replace("P<UTOE", "P<UTO<"))


def test_names_that_fill_their_place_can_be_cut_short() -> None:
    found = read_mrz(TD3.replace("ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "A" * 29), as_at=DAY)
    assert found.truncated
    assert "cut short" in found.warnings[0]


def test_one_name_alone_is_the_surname() -> None:
    found = read_mrz(TD3.replace("ERIKSSON<<ANNA<MARIA", "ARKFREITH<<<<<<<<<<<"), as_at=DAY)
    assert (found.surname, found.given_names) == ("ARKFREITH", "")


def test_what_the_lines_cannot_spell_is_said_and_not_undone() -> None:
    found = read_mrz(TD3.replace("ERIKSSON<<ANNA<MARIA", "VAN<MUELLER<<ANNA<<<"), as_at=DAY)
    assert found.surname == "VAN MUELLER"
    assert any("other letters" in words for words in found.warnings)
    assert any("hyphen" in words for words in found.warnings)


@pytest.mark.parametrize(
    ("field", "known"),
    [("<<<<<<", None), ("74<<<<", PartDate(1974)), ("7408<<", PartDate(1974, 8))],
)
def test_a_birthday_may_be_known_in_part(field: str, known: PartDate | None) -> None:
    found = read_mrz(_born(field), as_at=DAY)
    assert found.birth == known
    assert known is None or known.whole is None
    assert any("date of birth" in words for words in found.warnings)


@pytest.mark.parametrize("field", ["740231", "741301", "74<<12", "<<0812", "740<12", "ABCDEF"])
def test_a_birthday_of_no_calendar_fills_nothing(field: str) -> None:
    with pytest.raises(BadMrz, match="date of birth"):
        read(_born(field))


def test_the_century_follows_the_day_it_is_seen() -> None:
    def year(field: str, as_at: date) -> int:
        found = read_mrz(_born(field), as_at=as_at)
        assert found.birth is not None
        return found.birth.year

    assert year("260309", date(2026, 3, 9)) == 2026
    assert year("260310", date(2026, 3, 9)) == 1926
    assert year("2603<<", date(2026, 3, 9)) == 2026
    assert year("2604<<", date(2026, 3, 9)) == 1926
    assert year("27<<<<", date(2026, 3, 9)) == 1927


@pytest.mark.parametrize(
    ("field", "day"),
    [("760308", date(1976, 3, 8)), ("750101", date(2075, 1, 1)), ("990101", date(1999, 1, 1))],
)
def test_an_expiry_lies_in_the_nearest_century(field: str, day: date) -> None:
    assert read_mrz(_expiring(field), as_at=DAY).expires == day


def test_an_expiry_may_lie_in_the_century_ahead() -> None:
    assert read_mrz(_expiring("050101"), as_at=date(1998, 1, 1)).expires == date(2005, 1, 1)


def test_a_document_may_have_no_end() -> None:
    found = read_mrz(_expiring("<<<<<<"), as_at=DAY)
    assert found.expires is None
    assert not found.expired


@pytest.mark.parametrize("field", ["121301", "120230", "12<<<<"])
def test_an_expiry_of_no_calendar_fills_nothing(field: str) -> None:
    with pytest.raises(BadMrz, match="expiry date"):
        read(_expiring(field))


def test_optional_data_and_an_empty_number_may_lack_their_digit() -> None:
    lines = TD3.splitlines()
    body = "L898902C36UTO7408122F1204159" + "<" * 15
    assert read_mrz(f"{lines[0]}\n{_closed(body)}", as_at=DAY).optional_data == ()
    body = "<" * 10 + "UTO7408122F1204159" + "<" * 15
    assert read_mrz(f"{lines[0]}\n{_closed(body)}", as_at=DAY).document_number == ""


def test_a_number_has_a_first_character_though_no_digit_would_miss_it() -> None:
    body = "<57S2<<<<4UTO7408122F1204159" + "<" * 15
    with pytest.raises(BadMrz, match="no first character"):
        read(f"{TD3.splitlines()[0]}\n{_closed(body)}")


def test_the_fields_of_letters_hold_letters() -> None:
    with pytest.raises(BadMrz, match="kind of document"):
        read(TD3.replace("P<UTO", "9<UTO"))
    with pytest.raises(BadMrz, match="state that issued"):
        read(TD3.replace("P<UTO", "P<UT0"))
    with pytest.raises(BadMrz, match="nationality"):
        read(TD3.replace("6UTO7", "6<<<7"))
    with pytest.raises(BadMrz, match="for the sex"):
        read(TD3.replace("8122F1", "8122P1"))
    assert read_mrz(TD3.replace("8122F1", "8122X1"), as_at=DAY).sex == "X"
    assert read_mrz(TD3.replace("8122F1", "8122<1"), as_at=DAY).sex == ""


@pytest.mark.parametrize("text", SPECIMENS)
def test_lines_may_come_run_together_in_small_letters_or_in_groups(text: str) -> None:
    whole = read_mrz(text, as_at=DAY)
    assert read_mrz(text.replace("\n", ""), as_at=DAY) == whole
    assert read_mrz(text.lower(), as_at=DAY) == whole
    assert read_mrz(f"\x02{text}\r\n\x03", as_at=DAY) == whole
    assert read_mrz(text.replace("\n", "\u2029").replace("<<", "< <"), as_at=DAY) == whole
    assert looks_like_lines(text)
    assert looks_like_lines(text.replace("\n", " ").lower())


@pytest.mark.parametrize("text", ["", "Okafor", "999 317 7423", TD3[:-1], "X" * 88, "é" * 88])
def test_other_words_do_not_look_like_passport_lines(text: str) -> None:
    assert not looks_like_lines(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [(TD3[:44], 44), (TD3[:-1], 87), (TD3[:44].lower() + "\n", 44), (TD3 + "<", 89)],
)
def test_lines_of_no_passports_length_say_what_is_left_to_do(text: str, count: int) -> None:
    assert f"there are {count} characters" in (unfinished(text) or "")


@pytest.mark.parametrize("text", [TD3, "C<1234567", "X" * 44, "okafor 2/3/1990 and more words"])
def test_whole_lines_and_other_words_are_not_unfinished(text: str) -> None:
    assert unfinished(text) is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no passport lines"),
        ("P<UTO", "no passport lines"),
        (TD3[:-1], "here they have 44, 43"),
        (TD3.replace("\n", "<\n"), "here they have 45, 44"),
        (TD3[:40] + "é" + TD3[41:], "Line 1 holds “É”"),
        (TD3[:50] + "\x07" + TD3[51:], "Line 2 holds “a sign that cannot be shown”"),
        ("A" * 30 + "\n" + "B" * 30, "here they have 30, 30"),
    ],
)
def test_what_is_no_passport_says_what_to_do(text: str, says: str) -> None:
    with pytest.raises(BadMrz, match=says) as caught:
        read(text)
    assert caught.value.code == "bad_mrz"
    assert caught.value.checks == {}


@given(st.text() | st.text(alphabet=ALPHABET + "\n ", min_size=60, max_size=100))
def test_any_text_is_read_or_refused_in_a_sentence(text: str) -> None:
    looks_like_lines(text)
    assert refusal(text) in ("", "bad_mrz", "bad_check_digit")


def _closed(body: str) -> str:
    """The second line of a passport from its first 43 characters."""
    return body + digit(body[:10] + body[13:20] + body[21:])


def _born(field: str) -> str:
    lines = TD3.splitlines()
    body = lines[1][:13] + field + digit(field) + lines[1][20:43]
    return f"{lines[0]}\n{_closed(body)}"


def _expiring(field: str) -> str:
    lines = TD3.splitlines()
    body = lines[1][:21] + field + digit(field) + lines[1][28:43]
    return f"{lines[0]}\n{_closed(body)}"
