"""A desk that speaks another language: all of its data does, and nothing that leaves in English."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from itertools import product
from pathlib import Path

from app.casework.letter_kinds import LetterKind
from app.core.errors import Known
from app.library.worded import worded
from app.services import letters, needs
from app.services.desk import Desk
from app.services.letters import LetterChoices
from app.store import patients, registrations
from installer import translations
from tests.documents.reading import text
from tests.services.letters_of import wait
from tests.services.work import invoiced, ref_of, seated, visitor

NOWHERE = Path(__file__).parent  # a folder without a trust's own settings


def test_a_desk_says_every_word_of_its_data_in_the_language_spoken(desk: Desk) -> None:
    desk.speak(translations.turned)
    terms = (desk.terms, desk.papers, desk.retention, desk.finance, desk.insight, desk.payments)
    told = {text for one in (*terms, desk.page, desk.desk_terms) for text in _texts(one)}
    kept = set(desk.desk_terms.formats.values())  # of the records
    kept |= {booking.in_letters for booking in desk.terms.bookings.values()}
    kept |= set(desk.finance.debt.home_office.columns.values())  # of the list that leaves
    assert {
        text for text in told & set(worded(NOWHERE)) if translations.turned(text) != text
    } <= kept


def _texts(value: object) -> Iterator[str]:
    """Every text within a value of terms; a code may be spelt as a word is."""
    if isinstance(value, Enum):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, (tuple, list, frozenset)):
        for one in value:
            yield from _texts(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))


def test_letters_stay_english_whatever_the_window_speaks(desk: Desk) -> None:
    case, bill = invoiced(desk)
    wait(desk, 50)
    plain = _letters(desk, ref_of(desk, case), bill.doc_no)
    turned = replace(desk)
    turned.speak(translations.turned)
    assert len(plain) > 7
    assert _letters(turned, ref_of(turned, case), bill.doc_no) == plain


def test_needs_are_kept_in_english_whatever_the_window_speaks(desk: Desk) -> None:
    desk.speak(translations.turned)
    case = visitor(desk)
    patient_id = registrations.get(desk.db, case).patient_id
    with seated(desk, "clerk"):
        offered = needs.needs_page(desk, patient_id).formats
        needs.record(desk, patient_id, needs.Needs(formats=offered[:2]))
    assert patients.get(desk.db, patient_id).needs == ("BSL interpreter", "Large print letters")


def _letters(desk: Desk, ref: str, doc_no: str) -> dict[LetterKind, str]:
    found = {}
    for who, kind in product(("officer", "finance"), LetterKind):
        subject = doc_no if kind.follows_an_account else ref
        try:
            with seated(desk, who):
                found[kind] = text(letters.preview(desk, kind, subject, LetterChoices()))
        except Known:  # not its day, not for this case, or not theirs to write
            continue
    return found
