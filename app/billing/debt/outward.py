"""The rows of the Home Office list as they leave: the allowed columns and nothing else."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.billing.debt.moves import Bill
from app.billing.reports.report import Column, Kind, Report
from app.billing.rows import safe
from app.core.dates import long
from app.core.money import Money
from app.core.people import Address, Patient

ADD, TAKE_OFF = "Add", "Take off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Who owes what, as far as it may be told; what is not held is left empty, never guessed."""

    patient: Patient
    nationalities: Sequence[str]  # as words
    bill: Bill
    owed: Money


def row_of(told: Told) -> dict[str, str]:
    """One debt by the names of its columns."""
    patient = told.patient
    return {
        "action": ADD,
        "full_name": " ".join(part for part in (patient.title, patient.name) if part),
        "aliases": "",
        "date_of_birth": "" if patient.born is None else long(patient.born),
        "gender": patient.gender,
        "nationality": ", ".join(told.nationalities),
        "address": _on_one_line(patient.post_address),
        "ni_number": "",
        "home_office_reference": "",
        "other_reference": "",
        "debt_reference": told.bill.doc_no,
        "debt_dated": long(told.bill.issued_on),
        "debt_amount": told.owed.plain,
    }


def taken_off(row: Mapping[str, str]) -> dict[str, str]:
    """The row of a debt told before that is to be taken off: who and which, without the sum."""
    return {**row, "action": TAKE_OFF, "debt_amount": ""}


def as_csv(rows: Iterable[Mapping[str, str]], columns: Mapping[str, str]) -> bytes:
    """The file: the columns in their order under their labels; raises KeyError for a row without
    one, and takes nothing a row holds beside them.
    """
    out = _Lines()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns.values())
    for row in rows:
        writer.writerow([safe(row[name]) for name in columns])
    return "".join(out.lines).encode("utf-8")


def as_report(
    rows: Sequence[Mapping[str, str]],
    columns: Mapping[str, str],
    words: Mapping[str, str],
    *,
    on: date,
) -> Report:
    """The same rows to be printed: columns that hold nothing are left away."""
    filled = [name for name in columns if any(row[name] for row in rows)] or list(columns)[:2]
    return Report(
        name="debt-list",
        title=words["title"],
        sentence=words["sentence"],
        as_of=on,
        columns=tuple(Column(columns[name], Kind.TEXT) for name in filled),
        rows=tuple(tuple(row[name] for name in filled) for row in rows),
    )


class _Lines:
    """What the library writes, kept in memory: a pure room has no files."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def write(self, line: str) -> None:
        """One line."""
        self.lines.append(line)


def _on_one_line(address: Address) -> str:
    return ", ".join(part for part in (*address.lines, address.postcode, address.country) if part)
