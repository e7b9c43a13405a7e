"""A batch's rows put into a ledger's files: each row once, all of them or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.billing.ledger_files.mapping import Column, Condition, Form, LedgerFile, LedgerMapping
from app.billing.ledger_files.values import NoRoom, Value, written
from app.billing.records import CustomerRecord, InvoiceRecord, Kind, Record
from app.core.money import Money

Rows = Mapping[Kind, Sequence[Record]]
Facts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Unfit:
    """Why a row cannot be written for this ledger; `about` is its document, receipt or payer."""

    source: Kind
    about: str
    field: str
    message: str

    @property
    def sentence(self) -> str:
        """What is wrong and what to do."""
        return (
            f"{self.about}: {self.field} {self.message}. Correct the mapping, or the record at "
            "the desk; nothing of this batch was written."
        )


@dataclass(frozen=True, slots=True)
class Filled:
    """One file's rows as cells. `pence` adds up what they charge, credit or receive."""

    file: LedgerFile
    rows: tuple[tuple[str, ...], ...]
    pence: int


def fill(
    mapping: LedgerMapping, rows: Rows, facts: Facts
) -> tuple[Filled, ...] | tuple[Unfit, ...]:
    """The files of a batch in the mapping's order, or every reason why there are none.

    Each row stands in exactly one file, unless the mapping leaves its kind out by name.
    """
    placed: dict[int, list[Record]] = {number: [] for number in range(len(mapping.files))}
    unfit: list[Unfit] = []
    for kind, records in rows.items():
        if kind in mapping.left_out:
            continue
        for record in records:
            homes = [
                number
                for number, file in enumerate(mapping.files)
                if file.source is kind and holds(file.when, record)
            ]
            if len(homes) == 1:
                placed[homes[0]].append(record)
            else:
                where = "more than one file" if homes else "no file"
                unfit.append(Unfit(kind, about(record), "The row", f"belongs in {where}"))
    filled = [
        Filled(file, _cells(file, placed[number], facts, unfit), _pence(placed[number]))
        for number, file in enumerate(mapping.files)
    ]
    return tuple(unfit) or tuple(filled)


def holds(condition: Condition, record: Record) -> bool:
    """Whether a row fulfils a condition."""
    return all(str(getattr(record, name)) in words for name, words in condition.items())


def about(record: Record) -> str:
    """What a row is about, in words that name no person."""
    if isinstance(record, CustomerRecord):
        return f"Payer {record.customer_ref}"
    if isinstance(record, InvoiceRecord):
        return f"Document {record.doc_no}, line {record.line_no}"
    return f"Receipt {record.receipt_no}"


def _cells(
    file: LedgerFile, records: Sequence[Record], facts: Facts, unfit: list[Unfit]
) -> tuple[tuple[str, ...], ...]:
    rows = []
    for number, record in enumerate(records, start=1):
        row = []
        for column in file.columns:
            try:
                value = _value(column, record, {**facts, "row_no": str(number)})
                row.append(written(value, column, file.form))
            except NoRoom as odd:
                named = column.field or column.name
                unfit.append(Unfit(file.source, about(record), named, odd.message))
        rows.append(tuple(row))
    unfit.extend(_unwritable(file, records, rows))
    return tuple(rows)


def _unwritable(
    file: LedgerFile, records: Sequence[Record], rows: Sequence[Sequence[str]]
) -> Sequence[Unfit]:
    """Letters that the ledger's character set lacks."""
    found = []
    for record, row in zip(records, rows, strict=True):
        for name, text in zip((column.name for column in file.columns), row, strict=False):
            try:
                text.encode(file.encoding)
            except UnicodeEncodeError as odd:
                letter = text[odd.start]
                message = f"holds “{letter}”, which {file.encoding} does not have"
                found.append(Unfit(file.source, about(record), name, message))
    return found


def _value(column: Column, record: Record, facts: Facts) -> Value:
    if not holds(column.only, record):
        return ""
    if column.field:
        value: Value = getattr(record, column.field)
        return value
    return facts[column.fact] if column.fact else column.constant


def _pence(records: Sequence[Record]) -> int:
    sums = [
        record.gross_amount if isinstance(record, InvoiceRecord) else record.amount
        for record in records
        if not isinstance(record, CustomerRecord)
    ]
    return Money.total(sums).pence


def line_of(row: Sequence[str], form: Form, delimiter: str) -> str:
    """One row as the text of its line, without its end; RFC 4180 quotes where they are needed."""
    if form is Form.FIXED:
        return "".join(row)
    special = (delimiter, '"')
    if tuple(row) == ("",):
        return '""'  # else the line would be empty, and no row
    return delimiter.join(
        '"' + cell.replace('"', '""') + '"' if any(one in cell for one in special) else cell
        for cell in row
    )
