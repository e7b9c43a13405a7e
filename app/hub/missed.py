"""Batches on the ledger that never reached the inbox's memory, made again from the ledger's rows.

So when a run without an inbox took them: an envelope is not opened twice, and files may have left
the share. Rows, numbers and sums are those of the batch; the payers are those its rows name, as the
ledger knows them, and the link to the batch before is not kept.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import Select, and_, select

from app.billing.records import CustomerRecord, InvoiceRecord, ReceiptRecord
from app.hub.inbox_tables import inbox_batches
from app.hub.ledger import Ledger
from app.hub.rows import customer_of, line_of, receipt_of
from app.hub.tables import batches, customers, documents, receipts
from app.spool.envelope import PlainBatch, build
from app.spool.ledger_inbox import Owed, State
from app.spool.manifest import BatchHeader


def missed(ledger: Ledger, *, taken_before: str) -> list[Owed]:
    """Batches taken before a moment of which the inbox knows nothing, made again."""
    of, known = batches.c, inbox_batches.c
    statement = (
        select(
            of.provider_code,
            of.stem,
            of.batch_id,
            of.device_code,
            of.sequence_no,
            of.ledger_batch_no,
        )
        .outerjoin(
            inbox_batches,
            and_(known.provider_code == of.provider_code, known.stem == of.stem),
        )
        .where(
            known.stem.is_(None),
            of.ledger_batch_no.is_not(None),
            of.received_utc < taken_before,
        )
        .order_by(of.provider_code, of.stem)
    )
    return [
        Owed(
            provider=row.provider_code,
            stem=row.stem,
            ledger_batch_no=row.ledger_batch_no,
            state=State.WAITING,
            files=_again(ledger, row).all_files,
        )
        for row in _rows(ledger, statement)
    ]


def _again(ledger: Ledger, row: Any) -> PlainBatch:
    lines, money = _lines(ledger, row), _money(ledger, row)
    day = str(row.stem).split("_")[3]
    return build(
        BatchHeader(
            mode=ledger.mode,
            batch_id=row.batch_id,
            provider_code=row.provider_code,
            device_code=row.device_code,
            sequence_no=row.sequence_no,
            created_utc=f"{day[:4]}-{day[4:6]}-{day[6:]}T00:00:00Z",
        ),
        _payers(
            ledger, row, {one.customer_ref for one in lines} | {one.customer_ref for one in money}
        ),
        lines,
        money,
    )


def _lines(ledger: Ledger, row: Any) -> list[InvoiceRecord]:
    statement = (
        select(documents)
        .where(
            documents.c.provider_code == row.provider_code,
            documents.c.ledger_batch_no == row.ledger_batch_no,
        )
        .order_by(documents.c.doc_no, documents.c.line_no)
    )
    found = [line_of(one._mapping) for one in _rows(ledger, statement)]
    return [replace(one, record_no=place) for place, one in enumerate(found, start=1)]


def _money(ledger: Ledger, row: Any) -> list[ReceiptRecord]:
    statement = (
        select(receipts)
        .where(
            receipts.c.provider_code == row.provider_code,
            receipts.c.ledger_batch_no == row.ledger_batch_no,
        )
        .order_by(receipts.c.receipt_no)
    )
    found = [receipt_of(one._mapping) for one in _rows(ledger, statement)]
    return [replace(one, record_no=place) for place, one in enumerate(found, start=1)]


def _payers(ledger: Ledger, row: Any, wanted: set[str]) -> list[CustomerRecord]:
    found = []
    for ref in sorted(wanted):
        statement = select(customers).where(
            customers.c.provider_code == row.provider_code, customers.c.customer_ref == ref
        )
        found += [customer_of(one._mapping) for one in _rows(ledger, statement)]
    return [replace(one, record_no=place) for place, one in enumerate(found, start=1)]


def _rows(ledger: Ledger, statement: Select[Any]) -> list[Any]:
    with ledger.atomic():
        return list(ledger.engine.connection.execute(statement))
