"""Document numbers and the payment references made from them (finance.md 7.4, ISO 11649)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_uppercase

from app.core.errors import BadInput
from app.core.wording import Phrase

INVOICE_SERIALS = range(1, 900_000)
CREDIT_NOTE_SERIALS = range(900_000, 1_000_000)

_DOCUMENT = re.compile(r"[A-Z0-9]{3}[0-9]{2}OV([0-9]{6})")
_REFERENCE = re.compile(r"RF[0-9]{2}[A-Z0-9]{3}[0-9]{2}OV[0-9]{6}")
_REFERENCE_CODE = re.compile(r"[A-Z0-9]{3}")
_BETWEEN = re.compile(r"[\s\u00a0\-\u2010-\u2015]+")
_AS_DIGITS = {ord(letter): str(int(letter, 36)) for letter in ascii_uppercase}
_LOOK_ALIKE = {"O": "0", "0": "O", "I": "1", "1": "I"}


def document_number(reference_code: str, financial_year_start: int, serial: int) -> str:
    """`R1H26OV000123`: three characters of the trust, the year April 2026 began, a serial.

    Serials 1 to 899999 are invoices, 900000 to 999999 credit notes. Raises ValueError for
    anything outside: numbers come from blocks granted to a device, never from a person.
    """
    if not _REFERENCE_CODE.fullmatch(reference_code):
        raise ValueError(f"a reference code is three capitals or digits, not {reference_code!r}")
    if not 1 <= serial <= 999_999:
        raise ValueError(f"serial {serial} has no place in six digits")
    return f"{reference_code}{financial_year_start % 100:02d}OV{serial:06d}"


def is_invoice_number(doc_no: str) -> bool:
    """Whether a document number lies in the serials of invoices."""
    return _is_serial_in(doc_no, INVOICE_SERIALS)


def is_credit_note_number(doc_no: str) -> bool:
    """Whether a document number lies in the serials of credit notes."""
    return _is_serial_in(doc_no, CREDIT_NOTE_SERIALS)


def is_document_number(doc_no: str) -> bool:
    """Whether this is the number of an invoice or credit note at all."""
    return _DOCUMENT.fullmatch(doc_no) is not None


def payment_reference(doc_no: str) -> str:
    """`R1H26OV000123` becomes `RF53R1H26OV000123`; raises ValueError for another shape."""
    if not _DOCUMENT.fullmatch(doc_no):
        raise ValueError(f"{doc_no!r} is not a document number")
    return f"RF{98 - _number(doc_no + 'RF00') % 97:02d}{doc_no}"


def check(reference: str) -> bool:
    """Whether a reference, written plainly, has our shape and its check digits hold.

    Every digit or letter mistaken for another of its kind is found, and every swap of neighbours
    but 1 with B, 2 with M and 3 with X. Those can stand only in the trust's three characters,
    so who knows these finds them too (`parse_reference`).
    """
    return (
        bool(_REFERENCE.fullmatch(reference)) and _number(reference[4:] + reference[:4]) % 97 == 1
    )


@dataclass(frozen=True, slots=True)
class ReadReference:
    """A reference read off a statement; `offered` asks a person to confirm the one letter."""

    reference: str
    offered: bool = False

    @property
    def doc_no(self) -> str:
        """The document the money is for."""
        return self.reference[4:]


def parse_reference(
    text: str, field: str | None = "payment_reference", *, reference_code: str | None = None
) -> ReadReference:
    """Read a reference in any case and spacing; raises BadInput `bad_reference`.

    With the trust's `reference_code`, only its own references are taken. What does not hold as
    typed is tried with each one of its O/0 and I/1 swapped, and offered only where exactly one
    such reading holds.
    """
    typed = _BETWEEN.sub("", text).upper()
    if _is_ours(typed, reference_code):
        return ReadReference(typed)
    swaps = _one_letter_swaps(typed)
    readings = [swapped for swapped in swaps if _is_ours(swapped, reference_code)]
    if len(readings) == 1:
        return ReadReference(readings[0], offered=True)
    raise BadInput(
        "bad_reference",
        Phrase(
            "“{text}” is not a payment reference of ours, or a character was mistyped. Compare it "
            "with the invoice; it begins with RF and has 17 characters.",
            text=text.strip(),
        ),
        field,
    )


def _is_ours(reference: str, reference_code: str | None) -> bool:
    return check(reference) and reference_code in (None, reference[4:7])


def _one_letter_swaps(typed: str) -> Iterator[str]:
    for place, character in enumerate(typed):
        if character in _LOOK_ALIKE:
            yield typed[:place] + _LOOK_ALIKE[character] + typed[place + 1 :]


def _is_serial_in(doc_no: str, serials: range) -> bool:
    # A range asked for what is no number goes through every serial it has.
    match = _DOCUMENT.fullmatch(doc_no)
    return match is not None and int(match[1]) in serials


def _number(text: str) -> int:
    """Letters become numbers, A = 10 to Z = 35 (ISO 7064 MOD 97-10)."""
    return int(text.translate(_AS_DIGITS))
