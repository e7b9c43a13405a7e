"""Rows of the ledger's files: read back as written, harmless in a spreadsheet, faults named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.billing.payer import PayerType
from app.billing.payment import Method
from app.billing.records import (
    RECORD_OF,
    Action,
    CustomerRecord,
    InvoiceRecord,
    Kind,
    ReceiptRecord,
    columns,
    read_records,
    without_number,
)
from app.billing.rows import FORMULA_STARTS, Fault, cell, safe
from app.core.money import Money
from app.spool.envelope import csv_rows, to_csv
from tests.spool.made import SAMPLE, credit, customer, invoice, receipt, refund

NASTY = st.text(
    st.one_of(
        st.sampled_from(",\"\r\n\t=+-@; 'é漢ऄ\u202e\u0000"),
        st.characters(codec="utf-8"),
    ),
    max_size=30,
)
KEPT = NASTY.map(lambda text: text.replace("\0", ""))  # a NUL is refused, see below
REFERENCE = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,39}", fullmatch=True)
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
SUMS = st.integers(-(10**13), 10**13).map(Money)
TEXTS = (
    *("title", "given_names", "family_name", "addr1", "addr2", "addr3", "addr4"),
    *("postcode", "email", "phone"),
)

CUSTOMERS = st.builds(
    CustomerRecord,
    record_no=st.integers(1, 10**6),
    action=st.sampled_from(Action),
    customer_ref=REFERENCE,
    payer_type=st.sampled_from(PayerType),
    **dict.fromkeys(TEXTS, KEPT),
    country=st.sampled_from(["", "GB", "AT"]),
    linked_customer_ref=st.one_of(st.just(""), REFERENCE),
)
INVOICES = st.builds(
    replace,
    st.sampled_from([invoice(1), credit(invoice(1))]),
    doc_no=REFERENCE,
    doc_date=DAYS,
    service_to=DAYS,
    description=KEPT,
    quantity=st.decimals(0, 999_999, places=3),
    unit_price=SUMS,
    net_amount=SUMS,
    gross_amount=SUMS,
    gl_analysis1=st.one_of(st.just(""), REFERENCE),
)
RECEIPTS = st.builds(
    replace,
    st.sampled_from([receipt(1), refund(receipt(1))]),
    method=st.sampled_from(Method),
    provider_ref=KEPT,
    doc_no=st.one_of(st.just(""), REFERENCE),
    amount=SUMS,
)


@settings(deadline=None, max_examples=150)
@given(st.one_of(CUSTOMERS, INVOICES, RECEIPTS))
def test_a_record_is_read_back_as_written_save_for_what_a_spreadsheet_would_run(
    record: CustomerRecord | InvoiceRecord | ReceiptRecord,
) -> None:
    kind = next(kind for kind, made in RECORD_OF.items() if isinstance(record, made))
    data = to_csv(kind, [record])
    (row,) = csv_rows(columns(record), data)
    read = type(record).from_row(row)
    assert isinstance(read, type(record))
    for name in columns(record):
        value = getattr(record, name)
        assert getattr(read, name) == (safe(value) if isinstance(value, str) else value)
    assert to_csv(kind, [read]) == data  # writing it again changes nothing


@settings(deadline=None)
@given(
    st.one_of(
        st.tuples(CUSTOMERS, st.sampled_from(TEXTS)),
        st.tuples(INVOICES, st.just("description")),
        st.tuples(RECEIPTS, st.just("provider_ref")),
    ),
    NASTY,
)
def test_a_nul_in_words_is_refused_by_the_name_of_its_field(
    made: tuple[CustomerRecord | InvoiceRecord | ReceiptRecord, str], words: str
) -> None:
    record, field = made
    row = list(record.to_row())
    row[columns(record).index(field)] = f"A{words}\0"
    read = type(record).from_row(row)
    assert isinstance(read, tuple)
    assert {(fault.code[:2], fault.field) for fault in read} == {("E2", field)}


@settings(deadline=None)
@given(CUSTOMERS)
def test_no_cell_of_free_text_begins_as_a_formula(record: CustomerRecord) -> None:
    assert not any(text.startswith(FORMULA_STARTS) for text in record.to_row())


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(list(Kind)), st.lists(NASTY, max_size=26))
def test_any_row_at_all_is_read_or_refused_with_codes(kind: Kind, row: list[str]) -> None:
    read = RECORD_OF[kind].from_row(row)
    assert isinstance(read, tuple)
    assert all(fault.code[:2] in ("E1", "E2") and fault.field for fault in read)


def test_the_columns_are_those_of_the_sample_batch() -> None:
    for kind, record in RECORD_OF.items():
        written = (SAMPLE / f"RECOUP_R1H_D07_20260415_000042_{kind}.csv").read_text("utf-8")
        assert ",".join(columns(record)) == written.splitlines()[0]


def test_values_become_cells_in_one_way() -> None:
    assert cell(Money(-92887)) == "-928.87"
    assert cell(date(2026, 4, 5)) == "2026-04-05"
    assert cell(Decimal("1.50")) == "1.50"
    assert cell(7) == "7"
    assert cell("=SUM(A1)") == " =SUM(A1)"
    assert safe(safe("+44 20")) == " +44 20"


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("record_no", "0", "E104"),
        ("doc_type", "BILL", "E202"),
        ("doc_no", "=1+1", "E202"),
        ("line_no", "one", "E202"),
        ("doc_date", "2026-02-30", "E206"),
        ("due_date", "15/04/2026", "E206"),
        ("customer_ref", "", "E201"),
        ("related_doc_no", "a b", "E204"),
        ("description", "@SUM", "E202"),
        ("description", "x" * 2001, "E202"),
        ("quantity", "NaN", "E203"),
        ("unit_price", "1e3", "E203"),
        ("net_amount", "1,000.00", "E203"),
        ("gross_amount", "12.5", "E203"),
        ("vat_code", "", "E203"),
        ("gl_account", "", "E205"),
        ("gl_analysis1", "?", "E205"),
        ("payment_reference", "\tRF", "E207"),
        ("currency", "+GBP", "E208"),
    ],
)
def test_a_cell_that_cannot_hold_its_value_is_named_with_a_code(
    field: str, text: str, code: str
) -> None:
    row = dict(zip(columns(InvoiceRecord), invoice().to_row(), strict=True)) | {field: text}
    read = InvoiceRecord.from_row(list(row.values()))
    assert isinstance(read, tuple)
    assert [(fault.code, fault.field) for fault in read] == [(code, field)]


def test_a_customer_row_with_a_country_or_payer_of_no_list_is_refused() -> None:
    row = dict(zip(columns(CustomerRecord), customer().to_row(), strict=True))
    read = CustomerRecord.from_row(list((row | {"country": "Gb", "payer_type": "X"}).values()))
    assert isinstance(read, tuple)
    assert {fault.field for fault in read} == {"country", "payer_type"}


def test_a_row_of_too_few_cells_is_refused() -> None:
    read = ReceiptRecord.from_row(receipt().to_row()[:-1])
    assert read == (Fault("E104", "record_no", "11 columns where 12 belong"),)


ROWS = {
    Kind.CUSTOMERS: CUSTOMERS.map(CustomerRecord.to_row),
    Kind.INVOICES: INVOICES.map(InvoiceRecord.to_row),
    Kind.RECEIPTS: RECEIPTS.map(ReceiptRecord.to_row),
}


@settings(deadline=None, max_examples=100)
@given(st.data(), st.sampled_from(list(Kind)))
def test_many_rows_at_once_are_read_as_each_by_itself(data: st.DataObject, kind: Kind) -> None:
    rows = data.draw(st.lists(ROWS[kind], max_size=4))
    for row in rows:
        if data.draw(st.booleans()):
            row[data.draw(st.integers(0, len(row) - 1))] = data.draw(NASTY)
    if data.draw(st.integers(0, 9)) == 0:
        rows.append(data.draw(st.lists(NASTY, max_size=26)))
    rows += rows[:1]
    assert list(read_records(kind, rows)) == [RECORD_OF[kind].from_row(row) for row in rows]


@pytest.mark.parametrize(
    ("record", "codes"),
    [
        (customer(), []),
        (invoice(), []),
        (credit(invoice()), []),
        (invoice(quantity=Decimal(2)), ["E203"]),
        (invoice(vat_amount=Money(1)), ["E203"]),
        (invoice(quantity=Decimal("0.005"), unit_price=Money(100), net_amount=Money(1)), ["E203"]),
        (invoice(quantity=Decimal("0.333"), unit_price=Money(300_000)), ["E203"]),
        (invoice(pence=-100), ["E203"]),
        (credit(invoice(pence=-100)), ["E203"]),
        (invoice(related_doc_no="R1H26OV000009"), ["E204"]),
        (credit(invoice(), related_doc_no=""), ["E204", "E207"]),
        (invoice(service_to=date(2026, 4, 14)), ["E206"]),
        (invoice(due_date=date(2026, 4, 14)), ["E206"]),
        (invoice(payment_reference="RF54R1H26OV000001"), ["E207"]),
        (invoice(payment_reference=invoice(2).payment_reference), ["E207"]),
        (invoice(currency="EUR"), ["E208"]),
        (receipt(), []),
        (receipt(payment_reference=invoice().payment_reference), []),
        (refund(receipt()), []),
        (receipt(pence=-1), ["E203"]),
        (receipt(pence=0), ["E203"]),
        (refund(receipt(pence=-5)), ["E203"]),
        (receipt(original_receipt_no="R1HR000002"), ["E204"]),
        (refund(receipt(), original_receipt_no=""), ["E204"]),
        (receipt(payment_reference="RF00R1H26OV000001"), ["E207"]),
        (receipt(currency="USD"), ["E208"]),
    ],
)
def test_a_row_that_does_not_hold_together_is_refused_with_its_code(
    record: CustomerRecord | InvoiceRecord | ReceiptRecord, codes: list[str]
) -> None:
    assert [fault.code for fault in record.faults()] == codes


def test_a_price_times_a_part_is_rounded_half_up_once() -> None:
    third = invoice(pence=10, unit_price=Money(19), quantity=Decimal("0.5"))
    assert third.faults() == ()  # 9.5 pence make 10


def test_the_same_content_is_the_same_wherever_it_stands_in_a_batch() -> None:
    assert without_number(invoice(record_no=3)) == without_number(invoice(record_no=9))
    assert without_number(receipt(1)) != without_number(receipt(2))
