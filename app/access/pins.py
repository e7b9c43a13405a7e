"""What a PIN must be, and how far it opens a desk: within one shift that a password began.

Policy: safety-and-security section 3 items 2 and 3. The hours and tries are ours; the section
names neither.
"""

from __future__ import annotations

from app.core.errors import BadInput
from app.core.wording import Phrase

PIN_LENGTH = 6
MOST_PIN_TRIES = 5
SHIFT_HOURS = 12
_RUN = "01234567890123456789"


def is_pin(text: str) -> bool:
    """Whether a text is written as a PIN: six digits, and nothing else."""
    return len(text) == PIN_LENGTH and text.isascii() and text.isdigit()


def check_pin(pin: str) -> None:
    """Accept six digits that are not the first ones anybody tries; raises BadInput.

    Denied: a run up or down, and one, two or three digits repeated.
    """
    if not is_pin(pin):
        raise BadInput("bad_pin", Phrase("Choose {count} digits.", count=PIN_LENGTH), "pin")
    repeated = any(pin == pin[:part] * (PIN_LENGTH // part) for part in (1, 2, 3))
    if repeated or pin in _RUN or pin in _RUN[::-1]:
        raise BadInput(
            "weak_pin", "That one is tried first. Choose six digits without a pattern.", "pin"
        )
