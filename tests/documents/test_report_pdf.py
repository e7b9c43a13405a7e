"""A report on paper: as long as it is, one head to a page, fit for the archive, alike each time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

from pikepdf import pdfa

from app.billing.reports.report import Column, Kind, Report, shown
from app.core.money import Money
from app.core.trust import Mode
from app.documents.report_pdf import report_pdf
from tests.documents.made_up import FONTS, TRUST, WORDS
from tests.documents.reading import says, texts
from tests.documents.tagged import untold

REPORT = Report(
    name="aged-debt-list",
    title="Debt, invoice by invoice",
    sentence="Every invoice that is not settled, the oldest debt first.",
    as_of=date(2026, 3, 31),
    columns=(
        Column("Payer", Kind.TEXT),
        Column("Due", Kind.DAY),
        Column("Days", Kind.COUNT),
        Column("Share", Kind.RATE),
        Column("Balance", Kind.MONEY),
    ),
    rows=tuple(
        (
            f"P{number:09}",
            date(2026, 1, 5),
            1_000 + number,
            Decimal("12.5"),
            Money(123_456_789 + number),
        )
        for number in range(80)
    ),
    totals=("Total", "", "", "", Money(9_876_543_720)),
    notes=("The total is the balance of the receivables account.",),
)


def drawn(report: Report = REPORT, mode: Mode = Mode.LIVE) -> bytes:
    return report_pdf(report, trust=TRUST, mode=mode, fonts=FONTS, words=WORDS)


def test_a_long_report_turns_pages_and_names_its_columns_on_each() -> None:
    pages = texts(drawn())
    assert len(pages) > 1
    for page in pages:
        assert all(column.label in page for column in REPORT.columns)
    whole = " ".join(pages)
    for row in REPORT.rows:
        assert all(shown(cell) in whole for cell in row)
    assert "£98,765,437.20" in pages[-1]
    assert REPORT.notes[0] in pages[-1]


def test_h14_a_report_of_made_up_people_says_so_on_every_page() -> None:
    assert all("DEMO" in page for page in texts(drawn(mode=Mode.DEMO)))


def test_a_report_is_tagged_for_the_archive_and_equal_ones_are_equal_bytes() -> None:
    made = drawn()
    assert pdfa.validate_written(BytesIO(made), "2b").passed
    assert untold(made) == []
    assert says(made)["Title"].startswith("Debt, invoice by invoice")
    assert drawn(replace(REPORT)) == made


def test_seven_columns_of_the_ledger_stand_side_by_side() -> None:
    kinds = (*(Kind.DAY, Kind.TEXT, Kind.TEXT, Kind.TEXT), *(Kind.MONEY, Kind.MONEY, Kind.DAY))
    names = ("Date", "Document", "About", "Account", "Debit", "Credit", "Recognised")
    day, charge = date(2026, 3, 9), Money(12_495_086)
    row = (day, "R1H25OV000006", "R1H25OV000006", "Receivables", charge, charge, day)
    extract = replace(
        REPORT,
        columns=tuple(map(Column, names, kinds)),
        rows=(row,) * 20,
        totals=("Total", "", "", "", charge, charge, ""),
    )
    (page,) = texts(drawn(extract))
    assert " ".join(names) in page
    assert " ".join(shown(cell) for cell in row) in page
