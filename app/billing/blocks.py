"""Which serials a device may use, so that two laptops off the network never take the same one.

Finance.md 7.4 grants a device blocks of 1,000 in advance. Which ones follows from the number in
its code, so that no list of who has what need be kept (docs/decisions/0005). Device D01 has
1 to 999, 80000 to 80999 and so on; D02 has 1000 to 1999, 81000 to 81999 and so on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from app.billing.reference import CREDIT_NOTE_SERIALS, INVOICE_SERIALS
from app.core.errors import BadInput
from app.core.wording import Phrase

BLOCK = 1_000
DEVICES = 80  # with more of them a laptop would have fewer than 10,000 invoices
_ROUND = DEVICES * BLOCK  # after so many serials the devices take their turns again
_BETWEEN_REFERENCES = 100_000
_SIX_DIGITS = range(1, 1_000_000)
_SERIALS: Mapping[str, range] = {
    "invoice": INVOICE_SERIALS,
    "credit_note": CREDIT_NOTE_SERIALS,
    "receipt": _SIX_DIGITS,
    "estimate": _SIX_DIGITS,
    "write_off": _SIX_DIGITS,
    "customer": _SIX_DIGITS,
}
_DEVICE = re.compile(r"D([0-9]{2})", re.ASCII)
_FIRST_REFERENCE = 1_001


def device_number(device: str) -> int:
    """7 of `D07`; raises BadInput `bad_device` for anything but D01 to D80.

    Only one spelling has each number: D7 beside D07 would share its serials.
    """
    found = _DEVICE.fullmatch(device)
    number = int(found[1]) if found else 0
    if not 1 <= number <= DEVICES:
        raise BadInput(
            "bad_device",
            Phrase(
                "Enter the computer’s number, D01 to D{most}. No two computers of the trust have "
                "the same.",
                most=DEVICES,
            ),
            "device",
        )
    return number


def blocks_of(device: str) -> Mapping[str, tuple[range, ...]]:
    """Every block of a device by kind, lowest first; raises BadInput `bad_device`."""
    place = (device_number(device) - 1) * BLOCK
    return {kind: _within(serials, place) for kind, serials in _SERIALS.items()}


def first_reference(device: str) -> int:
    """Where the case references of a device begin: they stand on invoices and are read out.

    D01 has R-1001 to R-100999, D02 from R-101001; raises BadInput `bad_device`.
    """
    return (device_number(device) - 1) * _BETWEEN_REFERENCES + _FIRST_REFERENCE


def _within(serials: range, place: int) -> tuple[range, ...]:
    begin = serials.start - serials.start % BLOCK
    starts = range(begin + place, serials.stop, _ROUND)
    return tuple(range(max(start, serials.start), start + BLOCK) for start in starts)
