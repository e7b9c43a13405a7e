"""Keeping card numbers out: what looks like one is refused, and never said back (PCI DSS)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from app.core.errors import BadInput
from app.core.wording import Phrase

# In one piece, or in the groups that cards print. Numbers of cards begin with 2 to 6 (ISO 7812);
# dates and sort codes with accounts, which fall into other groups, are none.
_IN_ONE = r"\d{13,19}"
_IN_GROUPS = r"\d{4}(?P<gap>[ \-._/])\d{4}(?P=gap)\d{4}(?P=gap)\d{1,4}(?:(?P=gap)\d{1,3})?"
_AMERICAN = r"\d{4}(?P<space>[ \-._/])\d{6}(?P=space)\d{4,5}"
_CANDIDATE = re.compile(
    rf"(?<![A-Za-z0-9])(?:{_IN_ONE}|{_IN_GROUPS}|{_AMERICAN})(?![A-Za-z0-9])", re.ASCII
)
_DASHES = dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2212), "-")
_DIGITS = re.compile(r"[0-9]{4}", re.ASCII)


def holds_card_number(text: str) -> bool:
    """Whether 13 to 19 digits in it pass the check of card numbers (Luhn)."""
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES)
    return any(_is_card(re.sub(r"[ \-._/]", "", found[0])) for found in _CANDIDATE.finditer(plain))


def refuse_card_numbers(cells: Iterable[str], row: int) -> None:
    """Raise BadInput `card_number` naming the row alone: nothing of the file is to be kept."""
    if any(len(cell) > 12 and holds_card_number(cell) for cell in cells):
        where = Phrase("Line {number}", number=row) if row else Phrase("An item")
        raise BadInput(
            "card_number",
            Phrase(
                "{where} holds what looks like a whole card number, so nothing of this file was "
                "kept. Ask for the file with the last four digits only, and delete this one.",
                where=where,
            ),
            "file",
        )


def last_four(text: str) -> str:
    """The last four digits where a cell shows just those (`4242`, `**** 4242`), else nothing."""
    found = _DIGITS.findall(text.strip()[-4:])
    return str(found[0]) if found else ""


def _is_card(digits: str) -> bool:
    if not (13 <= len(digits) <= 19 and digits[0] in "23456"):
        return False
    doubled = (int(digit) * 2 for digit in digits[-2::-2])
    total = sum(map(int, digits[-1::-2])) + sum(two - 9 if two > 9 else two for two in doubled)
    return total % 10 == 0
