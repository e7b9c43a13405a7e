"""Payments that finance took itself and told this desk of: kept to be settled by a person.

Each is known by finance's own number, so that an envelope that comes again changes nothing. It is
matched in Payments waiting like one of a bank's file; its receipt keeps finance's number and is not
told back, since the money stands on finance's ledger already. Behind `taking_in`; checks no rights.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from app.billing.matching import Reason
from app.billing.payment import Method
from app.billing.records import ReceiptRecord, columns
from app.billing.reference import is_document_number, payment_reference
from app.core.money import Money
from app.interop.remittance.identity import hashed, likeness_of
from app.interop.remittance.line import Channel, PaymentLine
from app.services.desk import Desk
from app.spool.envelope import csv_rows
from app.spool.manifest import NotAsWritten
from app.spool.sealed import Fault, Refused
from app.store import payment_lines, receipts
from app.store.payment_lines import FINANCE, StoredFile, StoredMark, StoredPayment

_CHANNEL = {Method.CARD_TERMINAL: Channel.CARD, Method.GOVUK_PAY: Channel.GOVUK}


def keep(desk: Desk, file: bytes | None) -> int:
    """Keep what is new in a file of payments; how many. The caller owns the transaction.

    Raises Refused for a file that is not in the format of RCP.csv.
    """
    if file is None:
        return 0
    records = _read(file)
    kept = 0
    for record in records:
        if receipts.find(desk.db, record.receipt_no) is None:
            kept += _keep_one(desk, record, file, records)
    return kept


def _read(file: bytes) -> list[ReceiptRecord]:
    try:
        rows = [ReceiptRecord.from_row(row) for row in csv_rows(columns(ReceiptRecord), file)]
    except NotAsWritten:
        raise Refused(Fault.MISCOUNTED) from None
    found = []
    for row in rows:
        if isinstance(row, tuple) or row.faults():
            raise Refused(Fault.MISCOUNTED)
        found.append(row)
    return found


def _keep_one(desk: Desk, record: ReceiptRecord, file: bytes, records: list[ReceiptRecord]) -> int:
    line = _line(record)
    mark = StoredMark(
        mark=hashed(FINANCE, record.receipt_no),
        space=FINANCE,
        account="",
        likeness=likeness_of(line),
    )
    if payment_lines.recognise(desk.db, mark) is not None:
        return 0
    payment = StoredPayment(
        fingerprint=mark.mark,
        likeness=mark.likeness,
        file_no=_file_no(desk, file, records),
        on_date=line.on,
        amount=line.amount,
        channel=line.channel.value,
        method=line.method,
        said=f"{desk.payments.from_finance} {record.receipt_no}: {line.text}",
        payer="",
        provider_refs=line.provider_refs,
        payer_account="",
        held="",
        taken_at=desk.moment,
    )
    if payment_lines.of_same_sum(desk.db, payment, mark):
        payment = replace(payment, held=Reason.MAYBE_SAME.value)
    payment_lines.add(desk.db, payment, mark)
    desk.audit("payment_from_finance", record.receipt_no, {"amount": record.amount.plain})
    return 1


def _line(record: ReceiptRecord) -> PaymentLine:
    """As a line of a bank's file would be, so that the same money in one is known again."""
    refs = (record.receipt_no, *([record.provider_ref] if record.provider_ref else []))
    return PaymentLine(
        on=record.receipt_date,
        amount=record.amount,
        channel=_CHANNEL.get(record.method, Channel.BANK),
        text=record.original_receipt_no or _document(record) or record.customer_ref,
        provider_refs=refs,
        method=record.method.value,
    )


def _document(record: ReceiptRecord) -> str:
    """What it is for, with check digits where it is an invoice: finance has looked that up."""
    if is_document_number(record.doc_no):
        return payment_reference(record.doc_no)
    return record.payment_reference or record.doc_no


def _file_no(desk: Desk, file: bytes, records: list[ReceiptRecord]) -> int:
    return payment_lines.add_file(
        desk.db,
        StoredFile(
            sha256=sha256(file).hexdigest(),
            kind=FINANCE,
            line_count=len(records),
            total=Money.total(one.amount for one in records),
            imported_by=desk.person.user_id,
            imported_at=desk.moment,
        ),
    )
