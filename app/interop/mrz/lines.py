"""From what a reader or a person typed to lines of one width, without mending a character."""

from __future__ import annotations

import re

from app.core.wording import Phrase, listed
from app.interop.mrz.check_digits import VALUES
from app.interop.mrz.document import BadMrz
from app.interop.mrz.layouts import SHAPES

_BREAKS = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BLANKS = re.compile(r"\s+")
_FRAME = "\x02\x03"  # start and end of text, as some readers send around a reading
_BY_LENGTH = {count * width: (count, width) for count, width in SHAPES}
_LENGTHS = Phrase("two lines of 44 or 36 characters, or three of 30")
_FEWEST = 20  # of what is tried at all: below, it is something else


def looks_like_lines(text: str) -> bool:
    """Whether this is meant as the lines of a passport or card, right or not: its length and its
    characters say so, in capitals or not, with or without the breaks between lines."""
    return _counts(text) in _BY_LENGTH


def unfinished(text: str) -> Phrase | None:
    """What to do where this is meant as such lines and has another length than any: a reader that
    sends a line at a time, or a person who left a character out. None for any other text."""
    count = _counts(text)
    if count < _FEWEST or count in _BY_LENGTH:
        return None
    return Phrase(
        "Passport lines are {lengths}. Here there are {count} characters: type or scan the next "
        "line after them, or all of it again.",
        lengths=_LENGTHS,
        count=count,
    )


def lines_of(text: str) -> tuple[str, ...]:
    """The lines, in capitals; raises BadMrz where they have no format's number and width.

    Blanks are left out: a person may type groups. Lines that came run together are cut again.
    """
    rows = [_BLANKS.sub("", row).upper() for row in _BREAKS.split(text.strip(_FRAME))]
    rows = [row for row in rows if row]
    if len(rows) == 1 and len(rows[0]) in _BY_LENGTH:
        count, width = _BY_LENGTH[len(rows[0])]
        rows = [rows[0][at * width : (at + 1) * width] for at in range(count)]
    if sum(map(len, rows)) < _FEWEST:
        raise BadMrz(
            "bad_mrz",
            Phrase("These are no passport lines. Scan or type {lengths}.", lengths=_LENGTHS),
        )
    _require_characters(rows)
    if (len(rows), len(rows[0])) not in SHAPES or len({len(row) for row in rows}) > 1:
        raise BadMrz(
            "bad_mrz",
            Phrase(
                "Passport lines are {lengths}; here they have {found}. Scan or type them again.",
                lengths=_LENGTHS,
                found=listed(str(len(row)) for row in rows[:4]),
            ),
        )
    return tuple(rows)


def _counts(text: str) -> int:
    """How many characters of passport lines a text has; none where it is something else."""
    bare = _BLANKS.sub("", text.strip(_FRAME)).upper()
    return len(bare) if "<" in bare and all(one in VALUES for one in bare) else 0


def _require_characters(rows: list[str]) -> None:
    for number, row in enumerate(rows, 1):
        strange = next((one for one in row if one not in VALUES), None)
        if strange is not None:
            shown = strange if strange.isprintable() else Phrase("a sign that cannot be shown")
            raise BadMrz(
                "bad_mrz",
                Phrase(
                    "Line {number} holds “{shown}”. Passport lines hold only A to Z, 0 to 9 and "
                    "“<”.",
                    number=number,
                    shown=shown,
                ),
            )
