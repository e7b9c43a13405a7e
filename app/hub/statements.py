"""What is asked of the ledger and written to it: every statement, by name, for every engine.

PostgreSQL and what speaks its tongue (Citus, YugabyteDB, CockroachDB) have all of this. Each
statement but those about the whole ledger names one trust, so that one shard answers it.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Column,
    Integer,
    Select,
    Table,
    Text,
    bindparam,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.sql import ColumnElement

from app.hub.among import among, between_them, by_key
from app.hub.tables import (
    batch_numbers,
    batches,
    chains,
    codes,
    customers,
    documents,
    meta,
    payments,
    periods,
    receipts,
    trusts,
)

KEYS, PROVIDERS, MOST = "keys", "providers", "most"


def _here(table: Table) -> ColumnElement[bool]:
    column: ColumnElement[str] = table.c.provider_code
    return column == bindparam("provider", type_=Text())


MODE = select(meta.c.value).where(meta.c.key == "mode")
SHAPE = select(meta.c.value).where(meta.c.key == "shape")

NEW_TRUST = insert(trusts).values(provider_code=bindparam("provider"), turns=1)
TURNS = select(trusts.c.turns).where(_here(trusts))
TAKE_TURN = (
    update(trusts).where(_here(trusts)).values(turns=trusts.c.turns + 1).returning(trusts.c.turns)
)

ANSWERS = select(batches).where(
    among(batches.c.provider_code, PROVIDERS), among(batches.c.stem, KEYS)
)
BATCH_OF_ID = select(batches.c.stem).where(
    _here(batches), batches.c.batch_id == bindparam("batch_id")
)
TIP = select(chains.c.sequence_no, chains.c.manifest_sha256).where(
    _here(chains), chains.c.device_code == bindparam("device")
)
MOVE_ON = (
    update(chains)
    .where(_here(chains), chains.c.device_code == bindparam("device"))
    .values(sequence_no=bindparam("number"), manifest_sha256=bindparam("hash"))
)
COUNT_ON = (
    update(batch_numbers)
    .where(_here(batch_numbers), batch_numbers.c.year == bindparam("of_year"))
    .values(last=batch_numbers.c.last + 1)
    .returning(batch_numbers.c.last)
)


def _contents(key: Column[Any]) -> Select[Any]:
    return select(key, key.table.c.content).where(_here(key.table), by_key(key, KEYS))


def _contents_near(key: Column[Any]) -> Select[Any]:
    """All from the first of the keys to the last, up to so many that the rest must be strangers."""
    return (
        select(key, key.table.c.content)
        .where(_here(key.table), between_them(key, KEYS))
        .order_by(key)
        .limit(bindparam(MOST, type_=Integer()))
    )


CUSTOMER_CONTENTS = _contents(customers.c.customer_ref)
CUSTOMER_CONTENTS_NEAR = _contents_near(customers.c.customer_ref)
DOCUMENT_CONTENTS = _contents(documents.c.doc_no)
DOCUMENT_CONTENTS_NEAR = _contents_near(documents.c.doc_no)
RECEIPT_CONTENTS = _contents(receipts.c.receipt_no)
RECEIPT_CONTENTS_NEAR = _contents_near(receipts.c.receipt_no)

CUSTOMERS = select(customers).where(_here(customers), by_key(customers.c.customer_ref, KEYS))
PAYERS = select(customers.c.customer_ref).where(
    _here(customers), by_key(customers.c.customer_ref, KEYS)
)
DOCUMENTS = (
    select(documents)
    .where(_here(documents), by_key(documents.c.doc_no, KEYS))
    .order_by(documents.c.doc_no, documents.c.line_no)
)
CREDITED = (
    select(documents.c.related_doc_no, func.sum(documents.c.gross_amount))
    .where(
        _here(documents),
        documents.c.related_doc_no != "",
        by_key(documents.c.related_doc_no, KEYS),
    )
    .group_by(documents.c.related_doc_no)
)
RECEIPTS = select(receipts).where(_here(receipts), by_key(receipts.c.receipt_no, KEYS))
REFUNDED = (
    select(receipts.c.original_receipt_no, func.sum(receipts.c.amount))
    .where(
        _here(receipts),
        receipts.c.original_receipt_no != "",
        by_key(receipts.c.original_receipt_no, KEYS),
    )
    .group_by(receipts.c.original_receipt_no)
)
CODES = select(codes.c.field, codes.c.code).where(_here(codes))
PERIODS = select(periods.c.first_day, periods.c.last_day).where(_here(periods))

CHANGE_CUSTOMER = (
    update(customers)
    .where(_here(customers), customers.c.customer_ref == bindparam("ref"))
    .values(
        {
            column.name: bindparam(f"new_{column.name}", type_=column.type)
            for column in customers.c
            if not column.primary_key
        }
    )
)

LAST_PAYMENT = select(func.coalesce(func.max(payments.c.number), 0)).where(_here(payments))
PAYMENTS_AFTER = (
    select(payments.c.number, receipts)
    .join(
        receipts,
        (receipts.c.provider_code == payments.c.provider_code)
        & (receipts.c.receipt_no == payments.c.receipt_no),
    )
    .where(
        _here(payments),
        payments.c.device_code.in_([bindparam("device"), ""]),
        payments.c.number > bindparam("after"),
    )
    .order_by(payments.c.number)
)
DEVICES_OF_DOCUMENTS = (
    select(documents.c.doc_no, batches.c.device_code)
    .outerjoin(
        batches,
        (batches.c.provider_code == documents.c.provider_code)
        & (batches.c.ledger_batch_no == documents.c.ledger_batch_no),
    )
    .where(_here(documents), by_key(documents.c.doc_no, KEYS))
)
TRUSTS = select(trusts.c.provider_code).order_by(trusts.c.provider_code)
