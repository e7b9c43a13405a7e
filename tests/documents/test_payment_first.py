"""H1: no template and no letter asks for payment first but on a clinician's record."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest

from app.casework.urgency import Urgency
from app.core.errors import Known
from app.library import resource
from tests.documents.made_up import TRUST, estimate_bytes, letter
from tests.documents.reading import text

DEMAND = re.compile(
    r"\b(pay|paid|payment|charge|deposit|sum|amount|fee)\w*\b[^.]*"
    r"\b(first|before|in advance|up ?front|prior to|until|unless|deposit)\b"
    r"|\b(before|until|unless|prior to)\b[^.]*\b(pay|paid|payment|deposit)\w*\b"
    r"|\bdeposit\b",
    re.IGNORECASE,
)
SAYS_THE_OPPOSITE = (
    "We are not asking you to pay first.",
    "This letter does not ask you to pay first.",
    "Already paid in advance (estimate {estimate})",
    "You paid more in advance than the final charge.",
    "If you paid in advance and the final charge is lower",
    "If £500 or more stays unpaid for two months and no plan to pay is agreed, we may tell the Home"
    " Office, after writing to you first.",
)
"""Read by a person: no request to pay before care."""
ASKS = "estimate.section.payment_first"


def every_text(part: object, place: str = "") -> Iterator[tuple[str, str]]:
    match part:
        case str():
            yield place, part
        case dict():
            for key, value in part.items():
                yield from every_text(value, f"{place}.{key}".lstrip("."))
        case list():
            for value in part:
                yield from every_text(value, place)


def demands(words: str) -> bool:
    for read in SAYS_THE_OPPOSITE:
        words = words.replace(read, "")
    return DEMAND.search(words) is not None


def test_h1_one_template_alone_asks_for_payment_first() -> None:
    shelf = tomllib.loads(resource("templates", "letters.toml").read_text("utf-8"))
    asking = {place for place, words in every_text(shelf) if demands(words)}
    assert asking == {f"{ASKS}.paragraphs"}


@pytest.mark.parametrize(
    "words",
    [
        "Pay the estimated charge before your operation.",
        "A deposit is needed.",
        "Payment is due in advance.",
        "You will be booked once you have paid; until you pay we wait.",
    ],
)
def test_h1_the_search_itself_finds_such_words(words: str) -> None:
    assert demands(words)


SHELVES = [
    ("desk.toml",),
    ("casework.toml",),
    ("rules", "statements.toml"),
    *(
        (room, file.name)
        for room in ("questions", "templates")
        for file in resource(room).iterdir()
        if file.name.endswith(".toml")
    ),
]


@pytest.mark.parametrize("shelf", sorted(SHELVES), ids="/".join)
def test_h1_no_word_for_desk_office_or_patient_asks_for_payment_first(
    shelf: tuple[str, ...],
) -> None:
    for place, words in every_text(tomllib.loads(resource(*shelf).read_text("utf-8"))):
        assert place.startswith(ASKS) or not demands(words), f"{place}: {words}"


RECORDS = list(product(Urgency, ("", "Dr A. Roy"), (None, date(2026, 3, 6))))


@pytest.mark.parametrize(("urgency", "clinician", "decided_on"), RECORDS)
def test_h1_a_letter_asks_first_on_a_named_dated_non_urgent_record_and_on_no_other(
    urgency: Urgency, clinician: str, decided_on: date | None
) -> None:
    record = {"urgency": urgency, "clinician": clinician, "decided_on": decided_on}
    stands = urgency is Urgency.NON_URGENT and bool(clinician) and decided_on is not None
    if stands:
        asked = text(estimate_bytes(letter(payment_first=True, **record)))
        assert "in full before it begins" in asked
    else:
        with pytest.raises(Known, match="named and dated non-urgent record"):
            letter(payment_first=True, **record)
    plain = text(estimate_bytes(letter(**record)))
    assert "before it begins" not in plain
    assert TRUST.payment_details[0] not in plain
