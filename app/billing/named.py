"""What the words of a payment name: checked references, and numbers of ours without a check."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.billing.reference import parse_reference
from app.core.errors import BadInput

_LENGTH = 17  # of a payment reference
_PLAIN = re.compile(r"[A-Z0-9]")
_CUSTOMER = re.compile(r"(?<![A-Z0-9])P[ \-]?([0-9]{9})(?![0-9])", re.ASCII)
_ESTIMATE = re.compile(r"(?<![A-Z0-9])([A-Z0-9]{3})[ \-]?E[ \-]?([0-9]{6})(?![0-9])", re.ASCII)
_RECEIPT = re.compile(r"(?<![A-Z0-9])([A-Z0-9]{3})[ \-]?R[ \-]?([0-9]{6})(?![0-9])", re.ASCII)
_DOCUMENT = re.compile(
    r"(?<![A-Z0-9])([A-Z0-9]{3})[ \-]?([0-9]{2})[ \-]?OV[ \-]?([0-9]{6})(?![0-9])", re.ASCII
)


@dataclass(frozen=True, slots=True)
class Named:
    """Document numbers found: `checked` by their check digits, `offered` with one letter swapped.

    `bare` are document numbers without check digits. `customers`, `estimates` and `receipts` are
    our own numbers as typed; whether they are somebody's is for the books to say.
    """

    checked: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    customers: tuple[str, ...] = ()
    estimates: tuple[str, ...] = ()
    receipts: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Everything named that needs nobody's opinion, in an order that does not depend on it."""
        return tuple(sorted({*self.checked, *self.customers, *self.estimates, *self.receipts}))


def names_in(text: str, reference_code: str | None = None) -> Named:
    """What a text names, each once, in its order; with the trust's code only its own.

    A reference is found in any case and spacing, run together with other words too. A digit right
    behind it, without a gap, makes it one to be offered: it may be a digit of a longer number.
    """
    capitals = text.upper()
    checked: dict[str, None] = {}
    offered: dict[str, None] = {}
    for doc_no, sure in _references(capitals, reference_code):
        (checked if sure else offered)[doc_no] = None

    def ours(pattern: re.Pattern[str], letter: str) -> tuple[str, ...]:
        found = (f"{match[1]}{letter}{match[2]}" for match in pattern.finditer(capitals))
        own = (one for one in found if reference_code is None or one.startswith(reference_code))
        return tuple(dict.fromkeys(own))

    documents = (f"{one[1]}{one[2]}OV{one[3]}" for one in _DOCUMENT.finditer(capitals))
    return Named(
        checked=tuple(checked),
        offered=tuple(one for one in offered if one not in checked),
        bare=tuple(
            dict.fromkeys(
                one for one in documents if one not in checked and reference_code in (None, one[:3])
            )
        ),
        customers=tuple(dict.fromkeys(f"P{one[1]}" for one in _CUSTOMER.finditer(capitals))),
        estimates=ours(_ESTIMATE, "E"),
        receipts=ours(_RECEIPT, "R"),
    )


def _references(capitals: str, reference_code: str | None) -> Iterator[tuple[str, bool]]:
    places = [place for place, letter in enumerate(capitals) if _PLAIN.match(letter)]
    plain = "".join(capitals[place] for place in places)
    start = plain.find("RF")
    while start >= 0:
        window = plain[start : start + _LENGTH]
        if len(window) == _LENGTH:
            try:
                found = parse_reference(window, reference_code=reference_code)
            except BadInput:
                pass
            else:
                behind = places[start + _LENGTH - 1] + 1
                longer = capitals[behind : behind + 1].isdigit()
                yield found.doc_no, not (found.offered or longer)
        start = plain.find("RF", start + 1)
