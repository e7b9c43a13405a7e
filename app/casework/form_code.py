"""The line of signs that ties a paper form to its case, short enough for a keyboard-wedge scanner.

`RCP1:R1H:R-1042:PAF:D01-17:63` is the format, the trust, the case, the kind of form, the number
of this very form, and two check digits. It holds no name and nothing that anyone was asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from app.core.errors import BadInput

FORMAT = "RCP1"
NO_CASE = "BLANK"
_BODY = re.compile(
    r"RCP1:([A-Z0-9]{3}):(R-[0-9]{1,15}|BLANK):(PAF|CUF):(D[0-9]{2}-[0-9]{1,9}):([0-9]{2})",
    re.ASCII,
)


class FormKind(StrEnum):
    """Which paper it is."""

    PRE_ATTENDANCE = "pre_attendance"
    CLINICIAN = "clinician"


_LETTERS = {FormKind.PRE_ATTENDANCE: "PAF", FormKind.CLINICIAN: "CUF"}
_KINDS = {letters: kind for kind, letters in _LETTERS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class FormCode:
    """What the code says. `ref` is empty on a form printed before there was a case."""

    trust: str
    ref: str
    kind: FormKind
    form_id: str

    def __str__(self) -> str:
        """The code as it is printed."""
        body = f"{FORMAT}:{self.trust}:{self.ref or NO_CASE}:{_LETTERS[self.kind]}:{self.form_id}"
        return f"{body}:{_check_digits(body)}"


def read_code(scanned: str) -> FormCode:
    """The code as scanned or typed, in any case and with any spaces.

    Raises BadInput `not_a_form` for anything else, and `bad_check` where a sign was misread.
    """
    plain = "".join(scanned.split()).upper()
    found = _BODY.fullmatch(plain)
    if found is None:
        raise BadInput(
            "not_a_form",
            "This is not the code of a Recoup form. Scan the square on the form, or type the "
            "line beside it, which begins with RCP1.",
            "code",
        )
    trust, ref, letters, form_id, digits = found.groups()
    if _check_digits(plain[:-3]) != digits:
        raise BadInput(
            "bad_check",
            "A sign of this code was misread. Scan it again, or type the line beside it.",
            "code",
        )
    ref = "" if ref == NO_CASE else ref
    return FormCode(trust=trust, ref=ref, kind=_KINDS[letters], form_id=form_id)


def _check_digits(body: str) -> str:
    """Modulo 97, as ISO 7064 has it, over signs of two digits each: one misread sign shows."""
    spelt = "".join(str(ord(sign)) for sign in body)
    return f"{98 - int(spelt + '00') % 97:02d}"
