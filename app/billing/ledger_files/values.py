"""One value as a ledger's cell; never shortened, never run by a spreadsheet.

Raises `NoRoom` with the words for the person who keeps the mapping.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from unicodedata import category

from app.billing.ledger_files.mapping import Align, Amount, Column, Form, Sign
from app.billing.rows import safe
from app.core.money import Money
from app.core.wording import Phrase

Value = str | int | date | Decimal | Money
DATE_PARTS = ("YYYY", "YY", "MON", "MM", "DD")
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_BREAKS = ("Cc", "Zl", "Zp")  # control characters and breaks of lines, in Unicode's own words


class NoRoom(Exception):
    """A value that this column cannot hold; `message` ends a sentence that names both."""

    def __init__(self, message: Phrase) -> None:
        super().__init__(message)
        self.message = message


def written(value: Value, column: Column, form: Form) -> str:
    """The cell; raises NoRoom."""
    text = _text(value, column, form)
    if any(category(letter) in _BREAKS for letter in text):
        raise NoRoom(
            Phrase("holds a line break or another character that has no place in a ledger line")
        )
    if column.width and len(text) > column.width:
        raise NoRoom(
            Phrase(
                "is {count} characters long and the column has {width}",
                count=len(text),
                width=column.width,
            )
        )
    return _placed(text, column) if form is Form.FIXED else text


def on_day(day: date, pattern: str) -> str:
    """A day by a pattern of YYYY, YY, MON, MM and DD: `15-APR-2026` for DD-MON-YYYY."""
    parts = (
        f"{day.year:04d}",
        f"{day.year % 100:02d}",
        _MONTHS[day.month - 1],
        f"{day.month:02d}",
        f"{day.day:02d}",
    )
    written, at = "", 0
    while at < len(pattern):
        for name, text in zip(DATE_PARTS, parts, strict=True):
            if pattern.startswith(name, at):
                written, at = written + text, at + len(name)
                break
        else:
            written, at = written + pattern[at], at + 1
    return written


def _text(value: Value, column: Column, form: Form) -> str:
    if column.lookup is not None:
        if str(value) not in column.lookup:
            raise NoRoom(
                Phrase("is “{value}”, which the mapping’s table does not list", value=value)
            )
        return column.lookup[str(value)]
    match value:
        case Money():
            return _money(value, column)
        case date():
            return on_day(value, column.date) if column.date else value.isoformat()
        case Decimal():
            return f"{value:f}"
        case int():
            return str(value)
    # A fixed line is no spreadsheet, and a space there would move what stands behind it.
    return safe(value) if form is Form.DELIMITED else str(value)


def _money(value: Money, column: Column) -> str:
    pence = -value.pence if column.sign is Sign.REVERSED else value.pence
    size = abs(pence)
    pounds, rest = divmod(size, 100)
    text = {
        Amount.POINT: f"{pounds}.{rest:02d}",
        Amount.COMMA: f"{pounds},{rest:02d}",
        Amount.PENCE: str(size),
    }[column.amount]
    if pence >= 0 or column.sign is Sign.NONE:
        return text
    return f"{text}-" if column.sign is Sign.AFTER else f"-{text}"


def _placed(text: str, column: Column) -> str:
    if column.align is Align.LEFT:
        return text.ljust(column.width, column.pad)
    if column.pad == "0" and text.startswith("-"):
        return f"-{text[1:].rjust(column.width - 1, '0')}"
    return text.rjust(column.width, column.pad)
