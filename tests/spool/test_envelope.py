"""The files of a batch, to the byte, and manifests that no sender wrote."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.billing.records import CustomerRecord, InvoiceRecord, Kind, ReceiptRecord
from app.core.errors import BadInput
from app.spool.envelope import PlainBatch, build, csv_rows, restore
from app.spool.inspection import inspect
from app.spool.manifest import Manifest, NotAsWritten, read_manifest
from app.spool.names import answer_stem, manifest_stem, stem_in
from app.spool.share import FolderShare
from tests.spool.made import SAMPLE, Sender, credit, customer, invoice, receipt, refund

STEM = "RECOUP_R1H_D07_20260415_000042"


def sample_manifest() -> Manifest:
    return read_manifest((SAMPLE / f"{STEM}_MAN.json").read_bytes())


def sample_batch() -> PlainBatch:
    manifest = sample_manifest()
    rows = inspect(manifest, FolderShare(SAMPLE).read).rows
    records = {kind: [row.record for row in rows[kind]] for kind in Kind}
    return build(
        manifest.header,
        [record for record in records[Kind.CUSTOMERS] if isinstance(record, CustomerRecord)],
        [record for record in records[Kind.INVOICES] if isinstance(record, InvoiceRecord)],
        [record for record in records[Kind.RECEIPTS] if isinstance(record, ReceiptRecord)],
    )


def test_the_sample_batch_is_rebuilt_byte_for_byte_from_its_records() -> None:
    batch = sample_batch()
    assert len(batch.all_files) == 4
    for name, data in batch.all_files:
        assert data == (SAMPLE / name).read_bytes(), name


def test_the_sample_answer_names_the_hash_of_the_rebuilt_manifest() -> None:
    answer = json.loads((SAMPLE / f"{STEM}_ACK.json").read_bytes())
    assert sample_batch().manifest_sha256 == answer["manifest_sha256"]


def test_data_files_have_crlf_and_no_byte_order_mark() -> None:
    (_, customers), *_ = Sender().usual(1).files
    assert customers.startswith(b"record_no,")
    assert customers.count(b"\r\n") == customers.count(b"\n") == 2


def test_an_empty_batch_still_has_its_three_files() -> None:
    batch = Sender().batch()
    assert [entry.rows for entry in batch.manifest.files] == [0, 0, 0]
    assert [name[-7:-4] for name, _ in batch.files] == ["CUS", "INV", "RCP"]


def test_totals_count_documents_once_however_many_lines_they_have() -> None:
    two_lines = [invoice(1), invoice(1, line_no=2, pence=100)]
    paid = receipt(1)
    batch = Sender().batch([customer()], [*two_lines, credit(invoice(1))], [paid, refund(paid)])
    totals = batch.manifest.totals
    assert (totals.invoice_count, totals.credit_note_count) == (1, 1)
    assert (totals.invoice_gross_pence, totals.credit_note_gross_pence) == (80_100, -80_000)
    assert (totals.receipt_pence, totals.refund_pence) == (80_000, -80_000)


def test_a_batch_is_restored_from_the_bytes_kept_of_it() -> None:
    batch = Sender().usual(1)
    assert restore(batch.all_files) == batch


def test_bytes_that_are_not_one_batch_are_not_restored() -> None:
    sender = Sender()
    first, second = sender.usual(1), sender.usual(2)
    with pytest.raises(NotAsWritten):
        restore((*first.files, second.all_files[-1]))


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"device_code": "laptop 7"}, "device_code"),
        ({"provider_code": "../R1H"}, "provider_code"),
        ({"sequence_no": 0}, "sequence_no"),
        ({"sequence_no": 1_000_000}, "sequence_no"),
        ({"created_utc": "yesterday"}, "created_utc"),
    ],
)
def test_a_header_that_no_file_name_can_carry_is_refused(
    changes: dict[str, Any], field: str
) -> None:
    with pytest.raises(BadInput) as refused:
        Sender().batch(**changes)
    assert refused.value.field == field


def test_only_names_of_the_exchange_are_read_as_such() -> None:
    assert str(manifest_stem(f"{STEM}_MAN.json")) == STEM
    assert str(answer_stem(f"{STEM}_ACK.json")) == STEM
    assert manifest_stem(f"{STEM}_ACK.json") is None
    assert manifest_stem(f"{STEM}_MAN.json.1.part") is None
    assert manifest_stem(f"x{STEM}_MAN.json") is None
    assert [str(stem_in(f"{STEM}{end}")) for end in ("", "_", "_INV.csv")] == [STEM] * 3
    assert stem_in(f"{STEM}7") is None


TRUE = sample_manifest().to_bytes()


def _with(**changes: object) -> bytes:
    return (json.dumps(json.loads(TRUE) | changes, indent=2) + "\n").encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"{",
        b"[" * 50_000,
        TRUE[:-1],
        b"\xef\xbb\xbf" + TRUE,
        TRUE.replace(b'"format_version": 1', b'"format_version": 1,\n  "format_version": 1'),
        TRUE.replace(b"42", b"NaN"),
        TRUE.replace(b"42", b"4" * 5000),
        TRUE.replace(b'"rows": 2', b'"rows": 2.0'),
        TRUE.replace(b'"rows": 2', b'"rows": true'),
        TRUE + b" " * 70_000,
        _with(format="other"),
        _with(format_version=2),
        _with(mode="practice"),
        _with(batch_id="42"),
        _with(batch_id=None),
        _with(sequence_no="42"),
        _with(sequence_no=-1),
        _with(sequence_no=10**16),
        _with(provider_code="../../etc"),
        _with(previous_manifest_sha256="0" * 63),
        _with(created_utc="2026-04-15"),
        _with(created_utc="2026-13-45T17:05:00Z"),
        _with(files=None),
        _with(files=[1]),
        _with(files=[{}]),
        _with(totals=[]),
        _with(surprise=1),
    ],
)
def test_a_manifest_that_no_sender_wrote_is_not_read(data: bytes) -> None:
    with pytest.raises(NotAsWritten):
        read_manifest(data)


@settings(deadline=None, max_examples=300)
@given(st.data())
def test_any_damage_to_a_manifest_is_seen_or_changes_a_value_it_states(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(TRUE) - 1))
    damaged = TRUE[:place] + bytes([data.draw(st.integers(0, 255))]) + TRUE[place + 1 :]
    try:
        read = read_manifest(damaged)
    except NotAsWritten:
        return
    assert damaged == TRUE or read != sample_manifest()


@pytest.mark.parametrize(
    "data", [b"", b"a,c\r\n", b"a,b\r\n\xff\r\n", b'a,b\r\n"1\r\n', b'a,b\r\n"1"2,3\r\n']
)
def test_a_table_that_is_none_is_not_read(data: bytes) -> None:
    with pytest.raises(NotAsWritten):
        csv_rows(("a", "b"), data)


_PIECES = ["a", ",", "\r\n", "\n", "\r", '"', '""', "é", " ", "\0", "\u2028", "=1"]


@given(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join))
def test_a_table_is_read_as_the_reader_of_csv_reads_it(text: str) -> None:
    data = f"a,b\r\n{text}".encode()
    try:
        wanted = list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))[1:]
    except csv.Error:
        with pytest.raises(NotAsWritten):
            csv_rows(["a", "b"], data)
    else:
        assert csv_rows(["a", "b"], data) == wanted


def test_a_cell_longer_than_csv_has_any_is_not_read() -> None:
    with pytest.raises(NotAsWritten):
        csv_rows(["a"], b"a\r\n" + b"x" * 200_000 + b"\r\n")


def test_a_header_is_part_of_what_makes_a_manifest_equal() -> None:
    manifest = sample_manifest()
    moved = replace(manifest, header=replace(manifest.header, sequence_no=43))
    assert moved.entry(Kind.INVOICES) is None  # its files would have other names
