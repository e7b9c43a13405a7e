"""Statements of the hazard log that letters must keep (safety-and-security.md 1)."""

from __future__ import annotations

import re

import pytest

from app.casework.letter_kinds import LetterKind
from app.core.trust import Mode
from tests.documents.letters import NAMES_NOBODY, one_of_each, pdf_of
from tests.documents.made_up import (
    WORDS,
    estimate_bytes,
    every_letter,
    invoice,
    invoice_bytes,
    letter,
    patient,
    payer,
)
from tests.documents.reading import fonts, says, text, texts

# Words that could tell anyone to stop, hold or refuse care, whoever says them about what.
TURNS_AWAY = re.compile(
    r"\b(stop\w*|hold\w*|held|withh\w+|refus\w+|den(?:y|ied|ies)|cancel\w*|postpon\w*|delay\w*"
    r"|suspend\w*|discharg\w*|turn\w* away|turned down|not be treated|no treatment"
    r"|(?:unless (?:you|it|this)|until|only if)\b[^.]*\bpa(?:y|id))\b",
    re.IGNORECASE,
)
PEOPLE = ("Ada Okafor", "Min Lee", "Ngọc Ánh Nguyễn", "王 小明", "प्रिया शर्मा", "דוד כהן")


def all_papers(mode: Mode = Mode.LIVE) -> dict[str, bytes]:
    """The documents, and a letter of each kind at both sizes."""
    large = {f"{kind}, large": pdf for kind, pdf in one_of_each(mode, large_print=True).items()}
    return {**every_letter(mode), **one_of_each(mode), **large}


def test_h1_no_letter_tells_anyone_to_stop_hold_or_refuse_care() -> None:
    for name, pdf in all_papers().items():
        found = TURNS_AWAY.search(text(pdf))
        assert found is None, f"{name}: {found}"


def test_h1_no_wording_kept_for_letters_turns_anyone_away() -> None:
    for words in (WORDS.common, WORDS.estimate, WORDS.invoice, WORDS.credit_note, WORDS.receipt):
        said = [
            *words.phrases.values(),
            *(item for items in words.lists.values() for item in items),
        ]
        for section in words.sections.values():
            said += [section.heading, *section.paragraphs]
        for phrase in said:
            assert TURNS_AWAY.search(phrase) is None, phrase


def test_h1_no_wording_of_a_letters_plan_turns_anyone_away() -> None:
    for name, plan in WORDS.letters.items():
        said = [plan.title, *plan.phrases.values(), *plan.facts, *plan.fields, *plan.blanks]
        for section in plan.sections.values():
            said += [section.heading, *section.paragraphs, *section.items, *section.boxes]
            said += section.after
        for phrase in said:
            assert TURNS_AWAY.search(phrase) is None, f"{name}: {phrase}"


def test_h1_every_letter_that_names_money_says_that_urgent_care_is_given_anyway() -> None:
    for name, pdf in all_papers().items():
        if "£" in text(pdf):
            assert re.search(
                r"[Tt]reatment that cannot wait (is always|will be) given", text(pdf)
            ), name


def test_h1_the_lint_itself_catches_such_words() -> None:
    for phrase in (
        "Your treatment is on hold",
        "we may refuse treatment",
        "not unless you pay",
        "until this is paid",
        "Your appointment was cancelled",
    ):
        assert TURNS_AWAY.search(phrase), phrase


def test_h1_every_estimate_and_invoice_says_that_urgent_care_is_given_anyway() -> None:
    for name, pdf in all_papers().items():
        if name.startswith("estimate"):
            assert "cannot wait will be given whether or not this is paid" in text(pdf), name
        if name.startswith("invoice"):
            assert "Treatment that cannot wait is always given, paid or not." in text(pdf), name


@pytest.mark.parametrize("person", PEOPLE)
def test_h4_pdf_holds_the_open_case_name_and_no_other(person: str) -> None:
    given, family = person.rsplit(" ", 1)
    estimate = text(estimate_bytes(letter(patient=patient(given, family))))
    bill = text(invoice_bytes(invoice(to=payer(given, family))))
    for read in (estimate, bill):
        assert person in read
        for other in PEOPLE:
            assert other == person or other not in read
    assert "2 March 1990" in estimate


@pytest.mark.parametrize("kind", sorted(set(LetterKind) - set(NAMES_NOBODY)))
def test_h4_a_letter_holds_the_open_case_name_and_no_other(kind: LetterKind) -> None:
    for person in PEOPLE[:3]:
        values = {"patient": person, "signer": person}
        found = text(pdf_of(kind, name=person, values=values))
        assert person in found
        for other in PEOPLE:
            assert other == person or other not in found


@pytest.mark.parametrize("mode", [Mode.DEMO, Mode.TEST])
def test_h14_demo_pages_say_demo(mode: Mode) -> None:
    word = mode.value.upper()
    for name, pdf in all_papers(mode).items():
        for page in texts(pdf):
            assert f"{word}: made-up people, not a real letter" in page, name
            assert page.split().count(word) == 1, name  # the word across the page


def test_h14_live_pages_say_neither() -> None:
    for pdf in all_papers().values():
        assert "DEMO" not in text(pdf)
        assert "TEST" not in text(pdf)


def test_every_font_of_every_letter_lies_in_the_file() -> None:
    for name, pdf in (all_papers() | all_papers(Mode.DEMO)).items():
        assert all(fonts(pdf).values()), name


def test_no_file_says_a_persons_name_of_itself() -> None:
    for name, pdf in all_papers().items():
        said = " ".join(says(pdf).values())
        assert "Ada" not in said, name
        assert "Okafor" not in said, name
