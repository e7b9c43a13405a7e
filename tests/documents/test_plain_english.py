"""Letters are read by people in a hard week, often not in their own language: so, short and plain.

Measured as LIX (C. H. Björnsson, “Läsbarhet”, 1968): the mean number of words in a sentence plus
the share, in per cent, of words longer than six letters. Below 25 reads as a children's book, 30 to
40 as a simple newspaper text, above 60 as the law. Ours stay at 35, to doctors 45; no letter has
more than 15 words to a sentence on average, and no sentence more than 35.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from app.casework.letter_kinds import LetterKind
from app.documents.words import Section
from tests.documents.made_up import WORDS

LONG_WORD, MOST_LIX, MOST_TO_DOCTORS = 6, 35.0, 45.0
MOST_WORDS, MOST_WORDS_ON_AVERAGE = 35, 15.0
TO_DOCTORS = (
    *(LetterKind.ADVICE_REQUEST, LetterKind.ASSISTED_CONCEPTION, LetterKind.QUICK_CARD_DOCTOR),
)
_WORD = re.compile(r"[A-Za-zÀ-ɏ0-9’'£/-]+")
_SENTENCE = re.compile(r"(?<=[.!?:])\s+")


def sentences(texts: Iterator[str]) -> list[list[str]]:
    found = [
        _WORD.findall(sentence)
        for text in texts
        for sentence in _SENTENCE.split(re.sub(r"\{\w+\}", "12", text))
    ]
    return [words for words in found if words]


def lix(read: list[list[str]]) -> float:
    words = [word for sentence in read for word in sentence]
    long = sum(len(word) > LONG_WORD for word in words)
    return len(words) / len(read) + 100 * long / len(words)


def of_sections(sections: Iterator[Section]) -> Iterator[str]:
    for section in sections:
        yield from (*section.paragraphs, *section.items, *section.boxes, *section.after)


def of_letter(kind: LetterKind) -> Iterator[str]:
    plan = WORDS.letters[kind.value]
    yield plan.title
    yield from of_sections(iter(plan.sections.values()))
    yield from plan.phrases.values()
    if plan.panel is not None:
        yield from (text for text, _ in plan.panel.notes)


DOCUMENTS = ("common", "estimate", "invoice", "credit_note", "receipt", "pre_attendance")


@pytest.mark.parametrize("kind", list(LetterKind))
def test_a_letter_is_short_and_plain(kind: LetterKind) -> None:
    read = sentences(of_letter(kind))
    assert lix(read) <= (MOST_TO_DOCTORS if kind in TO_DOCTORS else MOST_LIX)
    assert sum(map(len, read)) / len(read) <= MOST_WORDS_ON_AVERAGE
    for sentence in read:
        assert len(sentence) <= MOST_WORDS, " ".join(sentence)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_words_of_documents_and_those_all_share_are_plain_too(name: str) -> None:
    words = getattr(WORDS, name)
    read = sentences(of_sections(iter(words.sections.values())))
    assert lix(read) <= MOST_LIX
    for sentence in read:
        assert len(sentence) <= MOST_WORDS, " ".join(sentence)


def test_the_measure_tells_a_letter_from_the_law() -> None:
    law = sentences(
        iter(
            [
                "Notwithstanding paragraph (3), where a relevant body has determined that an "
                "overseas visitor is exempt from charges, consequential administrative obligations "
                "regarding reimbursement continue irrespective of subsequent circumstances."
            ]
        )
    )
    assert lix(law) > MOST_TO_DOCTORS


@pytest.mark.parametrize("kind", list(LetterKind))
def test_no_letter_begs_or_scolds(kind: LetterKind) -> None:
    for text in of_letter(kind):
        assert not re.search(r"\b(please|invalid|error|oops|failure|foreigner)\b", text, re.I), text
