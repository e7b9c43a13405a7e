"""The ledger's tables, once for every engine. Every key begins with the trust, so that they shard.

Money is whole pence, a credit negative; `content` is the hash of a row as it came, by which a
batch's rows are recognised. Documents, receipts and answers are only ever added to.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeEngine

metadata = MetaData()


def _text(*names: str) -> list[Column[str]]:
    return [Column(name, Text, nullable=False) for name in names]


def _of(kind: type[TypeEngine[int]] | type[Date], *names: str) -> list[Column[object]]:
    return [Column(name, kind, nullable=False) for name in names]


def _key(name: str, kind: type[TypeEngine[str]] | type[Integer] = Text) -> Column[object]:
    # Never counted up by the engine: numbers are given in a trust's turn.
    return Column(name, kind, primary_key=True, autoincrement=False, nullable=False)


meta = Table("meta", metadata, _key("key"), *_text("value"))

trusts = Table("trusts", metadata, _key("provider_code"), *_of(BigInteger, "turns"))
"""One row a trust, written first in each of its turns: who holds it has the trust to himself."""

chains = Table(
    "chains",
    metadata,
    _key("provider_code"),
    _key("device_code"),
    *_of(Integer, "sequence_no"),
    *_text("manifest_sha256"),
)
batches = Table(
    "batches",
    metadata,
    _key("provider_code"),
    _key("stem"),
    *_text("batch_id", "manifest_sha256", "device_code"),
    *_of(Integer, "sequence_no"),
    Column("status", Text, CheckConstraint("status IN ('ACCEPTED', 'PARTIAL', 'REJECTED')")),
    Column("ledger_batch_no", Text),
    *_text("received_utc"),
    Column("acknowledgement", LargeBinary, nullable=False),
    Column("rejects", LargeBinary),
    UniqueConstraint("provider_code", "ledger_batch_no"),
    Index("batches_by_id", "provider_code", "batch_id"),
)
batch_numbers = Table(
    "batch_numbers", metadata, _key("provider_code"), _key("year", Integer), *_of(Integer, "last")
)
customers = Table(
    "customers",
    metadata,
    _key("provider_code"),
    _key("customer_ref"),
    *_text("payer_type", "title", "given_names", "family_name"),
    *_text("addr1", "addr2", "addr3", "addr4", "postcode", "country", "email", "phone"),
    *_text("linked_customer_ref"),
    Column("content", LargeBinary, nullable=False),
)
documents = Table(
    "documents",
    metadata,
    _key("provider_code"),
    _key("doc_no"),
    _key("line_no", Integer),
    *_of(Integer, "record_no"),
    Column("doc_type", Text, CheckConstraint("doc_type IN ('INV', 'CRN')"), nullable=False),
    *_of(Date, "doc_date", "due_date"),
    *_text("customer_ref", "related_doc_no", "description"),
    *_of(Date, "service_from", "service_to"),
    Column("currency", Text, CheckConstraint("currency = 'GBP'"), nullable=False),
    *_text("quantity"),
    *_of(BigInteger, "unit_price", "net_amount"),
    *_text("vat_code"),
    *_of(BigInteger, "vat_amount", "gross_amount"),
    *_text("gl_company", "gl_account", "gl_cost_centre", "gl_analysis1", "gl_analysis2"),
    *_text("payment_reference", "ledger_batch_no"),
    Column("content", LargeBinary, nullable=False),
    CheckConstraint("gross_amount = net_amount + vat_amount"),
    ForeignKeyConstraint(
        ["provider_code", "customer_ref"], ["customers.provider_code", "customers.customer_ref"]
    ),
)
Index(
    "documents_by_related",
    documents.c.provider_code,
    documents.c.related_doc_no,
    postgresql_where=documents.c.related_doc_no != "",
)
receipts = Table(
    "receipts",
    metadata,
    _key("provider_code"),
    _key("receipt_no"),
    *_of(Integer, "record_no"),
    Column(
        "receipt_type",
        Text,
        CheckConstraint("receipt_type IN ('RECEIPT', 'REFUND')"),
        nullable=False,
    ),
    *_of(Date, "receipt_date"),
    *_text("method", "provider_ref", "customer_ref", "doc_no"),
    *_of(BigInteger, "amount"),
    Column("currency", Text, CheckConstraint("currency = 'GBP'"), nullable=False),
    *_text("original_receipt_no", "payment_reference", "ledger_batch_no"),
    Column("content", LargeBinary, nullable=False),
    ForeignKeyConstraint(
        ["provider_code", "customer_ref"], ["customers.provider_code", "customers.customer_ref"]
    ),
)
Index(
    "receipts_by_original",
    receipts.c.provider_code,
    receipts.c.original_receipt_no,
    postgresql_where=receipts.c.original_receipt_no != "",
)
payments = Table(
    "payments",
    metadata,
    _key("provider_code"),
    _key("number", Integer),
    *_text("device_code", "receipt_no"),
    UniqueConstraint("provider_code", "receipt_no"),
)
"""Money that finance took itself, in the order in which desks are told of it."""

codes = Table("codes", metadata, _key("provider_code"), _key("field"), _key("code"))
periods = Table(
    "periods",
    metadata,
    _key("provider_code"),
    Column("first_day", Date, primary_key=True, nullable=False),
    Column("last_day", Date, CheckConstraint("last_day >= first_day"), nullable=False),
)
