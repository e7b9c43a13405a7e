"""The NHS number: ten digits, the last a modulus 11 check (NHS Data Dictionary, NHS NUMBER)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.core.errors import BadInput

_SEPARATORS = re.compile(r"[\s\-\u00a0]+")
_NATIONAL_INSURANCE = re.compile(r"^[A-Z]{2}\d{6}[A-D]?$", re.IGNORECASE)


def check_digit(first_nine: str) -> int | None:
    """The tenth digit for nine given ones, or None where no number may be issued."""
    weighted = sum(int(digit) * (10 - place) for place, digit in enumerate(first_nine))
    check = 11 - weighted % 11
    if check == 10:
        return None
    return 0 if check == 11 else check


@dataclass(frozen=True, slots=True)
class NHSNumber:
    """A number whose check digit holds; never required of a patient."""

    digits: str

    @classmethod
    def parse(cls, text: str, field: str | None = "nhs_number") -> NHSNumber:
        """Read any spacing; raises BadInput with what to do instead."""
        digits = _SEPARATORS.sub("", text)
        if _NATIONAL_INSURANCE.match(digits):
            raise BadInput(
                "bad_nhs_number",
                "That is a National Insurance number. Enter the NHS number, or leave it empty.",
                field,
            )
        if not (len(digits) == 10 and digits.isascii() and digits.isdigit()):
            raise BadInput("bad_nhs_number", "Enter the NHS number as 10 digits.", field)
        if check_digit(digits[:9]) != int(digits[9]):
            raise BadInput(
                "bad_nhs_number",
                "That NHS number has a mistyped digit. Check it against the letter or wristband.",
                field,
            )
        return cls(digits)

    @property
    def is_made_up(self) -> bool:
        """The 999 range is never issued, so demonstrations and tests use it."""
        return self.digits.startswith("999")

    def __str__(self) -> str:
        return f"{self.digits[:3]} {self.digits[3:6]} {self.digits[6:]}"
