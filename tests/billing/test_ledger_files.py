"""A trust's mapping: read whole, refused in a sentence, each row once and to the penny."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.billing.ledger_files.filling import Filled, Unfit, fill, line_of
from app.billing.ledger_files.mapping import Column, Form, LedgerMapping
from app.billing.ledger_files.reading import read_mapping
from app.billing.ledger_files.values import NoRoom, on_day, written
from app.billing.records import InvoiceRecord, Kind, Record
from app.core.errors import BadInput
from app.core.money import Money
from app.library.ledgers import load_mapping, mapping_names
from tests.spool.made import credit, customer, invoice, receipt, refund

FACTS = {
    "stem": "RECOUP_R1H_D07_20260415_000042",
    "batch_id": "018f3c1e-6d5a-7c3b-9a41-2f6d0c7e4b10",
    "provider_code": "R1H",
    "device_code": "D07",
    "sequence_no": "42",
    "mode": "test",
    "ledger_batch_no": "SL2026-000918",
    "batch_name": "6000918",
}


def table(**changes: Any) -> dict[str, Any]:
    """A mapping of invoice lines alone, as its table."""
    file = {
        "name": "{stem}_LINES.csv",
        "source": "INV",
        "columns": [{"name": "NO", "field": "doc_no"}, {"name": "SUM", "field": "gross_amount"}],
    }
    return {"file": [{**file, **changes}], "left_out": ["CUS", "RCP"]}


def with_column(**column: Any) -> dict[str, Any]:
    return table(columns=[{"name": "X", **column}])


def sentence(wrong: dict[str, Any]) -> str:
    with pytest.raises(BadInput) as refused:
        read_mapping("own", wrong)
    assert refused.value.code == "bad_mapping"
    assert refused.value.message.startswith("The mapping own cannot be used. ")
    return refused.value.message


def cells(mapping: LedgerMapping, *records: Record) -> list[tuple[str, ...]]:
    found = fill(mapping, {Kind.INVOICES: records}, FACTS)
    (one,) = found
    assert isinstance(one, Filled)
    return list(one.rows)


def reasons(mapping: LedgerMapping, *records: Record) -> list[str]:
    found = fill(mapping, {Kind.INVOICES: records}, FACTS)
    assert all(isinstance(one, Unfit) for one in found)
    return [one.sentence for one in found if isinstance(one, Unfit)]


def test_every_mapping_on_the_shelf_can_be_read() -> None:
    assert mapping_names() == ("fixed_position", "neutral", "oracle_autoinvoice")
    for name in mapping_names():
        assert load_mapping(name).name == name


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({}, "either as_sent = true or at least one [[file]]"),
        ({"as_sent": True, "file": [{}]}, "either as_sent = true or at least one [[file]]"),
        ({"file": ["x"], "left_out": []}, "file 1 is a table"),
        ({**table(), "left_out": ["CUS"]}, "names RCP either in a [[file]] or in left_out"),
        ({**table(), "left_out": ["CUS", "RCP", "INV"]}, "names INV either"),
        ({**table(), "left_out": ["XYZ"]}, "left_out is one of CUS, INV, RCP"),
        ({**table(), "left_out": "CUS"}, "left_out is a list"),
        ({**table(), "files": []}, "has no “files”"),
        ({**table(), "file": table()["file"] * 2}, "gives each file a name of its own"),
        (table(source="MAN"), "source is one of CUS, INV, RCP"),
        (table(form="xml"), "form is one of delimited, fixed"),
        (table(delimiter="::"), "delimiter is a comma, a semicolon, | or a tab"),
        (table(columns=[]), "at least one of its columns"),
        (table(columns="x"), "columns is a list"),
        (table(encoding="utf-16"), "encoding is one of utf-8"),
        (table(line_end="cr"), "line_end is one of crlf, lf"),
        (table(name=7), "name is a text"),
        (table(name="{stem"), "closes each { with a }"),
        (table(name="{row_no}{stem}.csv"), "names in braces any of"),
        (table(name="{mode}.csv"), "one file a batch"),
        (table(name="../{stem}.csv"), "no folder"),
        (table(name="{stem}.part"), "no folder"),
        (table(name="{stem}" + "A" * 60), "at most 60 letters"),
        (table(when=[]), "a condition such as"),
        (table(when={"colour": ["INV"]}), "“colour” is a column of INV.csv"),
        (table(when={"doc_type": "INV"}), "has a list of texts"),
        (table(when={"doc_type": ["BILL"]}), "is one of INV, CRN"),
        (table(columns=["doc_no"]), "column 1 is a table"),
        (table(columns=[{"field": "doc_no"}]), "has a name"),
        (with_column(), "exactly one of field, fact, constant or setting"),
        (with_column(field="doc_no", constant="A"), "exactly one of"),
        (with_column(field="nhs_number"), "“nhs_number” is a column of INV.csv"),
        (with_column(fact="weather"), "fact is one of stem"),
        (with_column(setting="org"), "“org” stands under [settings]"),
        (with_column(constant=5), "a text in quotation marks where “5” stands"),
        (with_column(constant="=1+1"), "a spreadsheet would run it"),
        (with_column(field="doc_no", lookup="kinds"), "“kinds” is a table [lookup.kinds]"),
        (with_column(field="doc_no", date="DD"), "stands only with a field that is a day"),
        (with_column(constant="A", date="DD"), "stands only with a field that is a day"),
        (with_column(field="doc_date", date="day"), "date is made of YYYY, YY, MON, MM, DD"),
        (with_column(field="doc_no", amount="pence"), "a field that is a sum of money"),
        (with_column(field="gross_amount", amount="cents"), "is one of point, comma, pence"),
        (with_column(field="doc_no", width=-1), "width is a whole number from 1"),
        (with_column(field="doc_no", pad="0"), "a space where align is left"),
        (with_column(field="doc_no", align="right"), "only where form is fixed"),
        (table(form="fixed"), "width is a whole number from 1"),
        (
            table(form="fixed", columns=[{"name": "X", "constant": "ABC", "width": 2}]),
            "has room for its constant, 3 letters",
        ),
        (
            table(form="fixed", columns=[{"name": "X", "field": "doc_no", "width": 9, "pad": ""}]),
            "pad is one visible letter, or a space",
        ),
        (
            {**with_column(field="doc_type", lookup="kinds"), "lookup": {"kinds": {"INV": "A"}}},
            "[lookup.kinds] lists CRN as well",
        ),
    ],
)
def test_a_mapping_with_a_fault_is_refused_in_a_sentence(wrong: dict[str, Any], says: str) -> None:
    assert says in sentence(wrong)


def test_settings_and_tables_of_the_trust_are_used() -> None:
    told = with_column(setting="org")
    told["settings"] = {"org": "101"}
    assert cells(read_mapping("own", told), invoice(1)) == [("101",)]
    told = with_column(field="gl_account", lookup="accounts")
    told["lookup"] = {"accounts": {"4310": "77-10"}}
    mapping = read_mapping("own", told)
    assert cells(mapping, invoice(1, gl_account="4310")) == [("77-10",)]
    (said,) = reasons(mapping, invoice(1, gl_account="9999"))
    assert "gl_account is “9999”, which the mapping’s table does not list" in said


def test_a_row_that_fits_no_file_or_two_is_told_and_nothing_is_made() -> None:
    only = read_mapping("own", table(when={"doc_type": ["INV"]}))
    (said,) = reasons(only, invoice(1), credit(invoice(1)))
    assert "Document R1H26OV900001, line 1: The row belongs in no file." in said
    twice = table()
    twice["file"].append({**twice["file"][0], "name": "{stem}_B.csv"})
    (said,) = reasons(read_mapping("own", twice), invoice(1))
    assert "belongs in more than one file" in said


def test_a_value_too_long_is_told_and_never_cut() -> None:
    mapping = read_mapping("own", with_column(field="description", width=10))
    assert cells(mapping, invoice(1, description="1234567890")) == [("1234567890",)]
    (said,) = reasons(mapping, invoice(1, description="12345678901"))
    assert "description is 11 characters long and the column has 10" in said
    assert "nothing of this batch was written" in said


def test_a_letter_that_the_character_set_lacks_is_told() -> None:
    mapping = read_mapping("own", {**table(encoding="iso-8859-1")})
    changed = table(encoding="iso-8859-1", columns=[{"name": "D", "field": "description"}])
    mapping = read_mapping("own", changed)
    assert cells(mapping, invoice(1, description="Zoë")) == [("Zoë",)]
    (said,) = reasons(mapping, invoice(1, description="Łódź"))
    assert "D holds “Ł”, which iso-8859-1 does not have" in said


def test_a_line_break_in_a_value_is_told() -> None:
    mapping = read_mapping("own", with_column(field="description"))
    (said,) = reasons(mapping, invoice(1, description="two\nlines"))
    assert "no place in a ledger line" in said


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_a_text_that_a_spreadsheet_would_run_is_made_harmless(start: str) -> None:
    mapping = read_mapping("own", with_column(field="description"))
    assert cells(mapping, invoice(1, description=f"{start}cmd")) == [(f" {start}cmd",)]


def test_columns_for_credits_alone_are_empty_on_invoices() -> None:
    told = with_column(field="line_no", only={"doc_type": ["CRN"]})
    mapping = read_mapping("own", told)
    assert cells(mapping, invoice(1), credit(invoice(1))) == [("",), ("1",)]


@pytest.mark.parametrize(
    ("changes", "pence", "text"),
    [
        ({}, 123_450, "1234.50"),
        ({}, -5, "-0.05"),
        ({"amount": "comma"}, -123_450, "-1234,50"),
        ({"amount": "pence"}, 5, "5"),
        ({"sign": "after"}, -92_887, "928.87-"),
        ({"sign": "none"}, -92_887, "928.87"),
        ({"sign": "reversed"}, 92_887, "-928.87"),
        ({"sign": "reversed"}, -92_887, "928.87"),
    ],
)
def test_sums_are_written_as_the_ledger_reads_them(
    changes: dict[str, str], pence: int, text: str
) -> None:
    mapping = read_mapping("own", with_column(field="gross_amount", **changes))
    record = replace(invoice(1), gross_amount=Money(pence))
    assert cells(mapping, record) == [(text,)]


@pytest.mark.parametrize(
    ("changes", "value", "text"),
    [
        ({}, "AB", "AB   "),
        ({"align": "right"}, "AB", "   AB"),
        ({"align": "right", "pad": "0"}, Money(-12), "-0.12"),
        ({"align": "right", "pad": "0", "amount": "pence"}, Money(-12), "-0012"),
        ({"align": "right", "pad": "0", "amount": "pence"}, Money(12), "00012"),
        ({}, Decimal("1.50"), "1.50 "),
        ({}, "=A", "=A   "),
    ],
)
def test_values_stand_in_their_width(changes: dict[str, str], value: Any, text: str) -> None:
    field = "gross_amount" if isinstance(value, Money) else "description"
    told = table(form="fixed", columns=[{"name": "X", "field": field, "width": 5, **changes}])
    (column,) = read_mapping("own", told).files[0].columns
    assert written(value, column, Form.FIXED) == text


def test_days_are_written_by_their_pattern() -> None:
    day = date(2026, 4, 5)
    assert on_day(day, "DD-MON-YYYY") == "05-APR-2026"
    assert on_day(day, "YYYYMMDD") == "20260405"
    assert on_day(day, "DD/MM/YY") == "05/04/26"
    assert written(day, Column(name="X", field="doc_date"), Form.DELIMITED) == "2026-04-05"
    with pytest.raises(NoRoom):
        written(day, Column(name="X", field="doc_date", width=4), Form.DELIMITED)


def test_lines_are_quoted_where_they_must_be() -> None:
    assert line_of(["a", 'b"c', "d,e"], Form.DELIMITED, ",") == 'a,"b""c","d,e"'
    assert line_of(["d,e"], Form.DELIMITED, ";") == "d,e"
    assert line_of([""], Form.DELIMITED, ",") == '""'
    assert line_of(["ab", "c "], Form.FIXED, ",") == "abc "


SHIPPED = [load_mapping(name) for name in ("oracle_autoinvoice", "fixed_position")]
SERIALS = st.lists(st.integers(1, 800_000), unique=True, max_size=6)
WORDS = st.text(st.characters(max_codepoint=0x24F, exclude_categories=["Cc"]), max_size=40)


@st.composite
def bills(draw: st.DrawFn) -> list[InvoiceRecord]:
    made = []
    for serial in draw(SERIALS):
        bill = invoice(serial, pence=draw(st.integers(1, 10**9)), description=draw(WORDS))
        lines = [replace(bill, line_no=n) for n in range(1, draw(st.integers(1, 3)) + 1)]
        made += lines
        if draw(st.booleans()):
            made.append(credit(bill, 900_000 + len(made)))
    return made


@given(bills())
def test_every_line_of_a_batch_is_in_the_file_once_and_the_sums_agree(
    lines: list[InvoiceRecord],
) -> None:
    expected = sorted((line.doc_no, line.line_no, line.gross_amount.pence) for line in lines)
    total = sum(line.gross_amount.pence for line in lines)
    for mapping in SHIPPED:
        found = fill(mapping, _rows(lines), FACTS)
        (filled,) = (one for one in found if isinstance(one, Filled) and one.file.source == "INV")
        names = [column.name for column in filled.file.columns]
        text = "\r\n".join(
            line_of(row, filled.file.form, filled.file.delimiter) for row in filled.rows
        )
        if filled.file.form is Form.FIXED:
            widths = [column.width for column in filled.file.columns]
            read = [_slices(line, widths) for line in text.split("\r\n") if line]
            keys = [names.index(one) for one in ("voucher", "line", "gross pence")]
            got = [(row[keys[0]].strip(), int(row[keys[1]]), int(row[keys[2]])) for row in read]
            assert all(len(line) == sum(widths) for line in text.split("\r\n") if line)
        else:
            read = list(csv.reader(StringIO(text, newline=""), strict=True))
            keys = [
                names.index(one)
                for one in (
                    "INTERFACE_LINE_ATTRIBUTE1",
                    "INTERFACE_LINE_ATTRIBUTE2",
                    "GROSS_AMOUNT",
                )
            ]
            got = [
                (row[keys[0]], int(row[keys[1]]), int(row[keys[2]].replace(".", "")))
                for row in read
            ]
            assert not [cell for row in read for cell in row if cell.startswith(("=", "+", "@"))]
        assert sorted(got) == expected
        assert filled.pence == total


def _rows(lines: list[InvoiceRecord]) -> dict[Kind, list[Record]]:
    paid = receipt(1)
    return {
        Kind.CUSTOMERS: [customer()],
        Kind.INVOICES: [*lines],
        Kind.RECEIPTS: [paid, refund(paid)],
    }


def _slices(line: str, widths: list[int]) -> list[str]:
    found, at = [], 0
    for width in widths:
        found.append(line[at : at + width])
        at += width
    return found


def test_kinds_that_a_ledger_does_not_take_are_left_out_by_name() -> None:
    mapping = read_mapping("own", table(when={"gl_account": ["4310"]}))
    rows: dict[Kind, list[Record]] = {
        Kind.CUSTOMERS: [customer()],
        Kind.INVOICES: [invoice(1)],
        Kind.RECEIPTS: [receipt(1)],
    }
    (filled,) = fill(mapping, rows, FACTS)
    assert isinstance(filled, Filled)
    assert [row[0] for row in filled.rows] == [invoice(1).doc_no]


def test_a_reason_names_payer_document_or_receipt_and_no_person() -> None:
    told = load_mapping("fixed_position")
    rows: dict[Kind, list[Record]] = {
        Kind.CUSTOMERS: [customer(family_name="V" * 61)],
        Kind.RECEIPTS: [receipt(1, provider_ref="T" * 41)],
    }
    found = [one.sentence for one in fill(told, rows, FACTS) if isinstance(one, Unfit)]
    assert [one.partition(":")[0] for one in found] == [
        "Payer P000000001",
        f"Receipt {receipt(1).receipt_no}",
    ]
    assert "VVV" not in " ".join(found)
