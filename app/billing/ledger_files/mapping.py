"""What a mapping says: which files a ledger gets, of which rows, with which columns.

A mapping is data (docs/decisions/0011-ledger-mappings.md): no expression, no loop, no code.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as kept
from enum import StrEnum

from app.billing.records import Kind

Condition = Mapping[str, frozenset[str]]
"""Column of the batch file -> the words it may hold; all of them must hold."""

FACTS = (
    "stem",
    "batch_id",
    "provider_code",
    "device_code",
    "sequence_no",
    "mode",
    "ledger_batch_no",
    "batch_name",
    "row_no",
)
"""What is known of a batch as a whole; `row_no` counts the rows of the file being written.

`batch_name` has seven characters, the last digit of the year and the batch's number in it: the
longest that some ledgers take (finance.md 7.1), and the same again only after ten years.
"""


class Form(StrEnum):
    """How the cells of a row stand beside one another."""

    DELIMITED = "delimited"
    FIXED = "fixed"


class Amount(StrEnum):
    """How a sum of money is written: `1234.50`, `1234,50` or `123450`."""

    POINT = "point"
    COMMA = "comma"
    PENCE = "pence"


class Sign(StrEnum):
    """Where a credit's minus stands; `none` drops it, `reversed` gives it to the charges."""

    BEFORE = "before"
    AFTER = "after"
    NONE = "none"
    REVERSED = "reversed"


class Align(StrEnum):
    """Where a value stands in a fixed width."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: a field of the row, a fact of the batch, or a constant, and how it is written."""

    name: str
    field: str = ""
    fact: str = ""
    constant: str = ""
    lookup: Mapping[str, str] | None = None
    date: str = ""  # such as DD-MON-YYYY
    amount: Amount = Amount.POINT
    sign: Sign = Sign.BEFORE
    only: Condition = kept(default_factory=dict)  # else the cell is empty
    width: int = 0  # 0: as long as it is
    align: Align = Align.LEFT
    pad: str = " "


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerFile:
    """One file of the ledger: rows of one file of the batch, those that fulfil a condition."""

    name: str  # {stem}, {batch_name} and other facts in braces
    source: Kind
    form: Form
    columns: tuple[Column, ...]
    when: Condition = kept(default_factory=dict)
    delimiter: str = ","
    header: bool = True
    encoding: str = "utf-8"
    line_end: str = "\r\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerMapping:
    """A ledger's files. With `as_sent` they are the neutral batch's own, and `files` is empty."""

    name: str
    as_sent: bool = False
    files: tuple[LedgerFile, ...] = ()
    left_out: frozenset[Kind] = frozenset()
