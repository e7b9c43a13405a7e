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

from app.hub.columns import key, of, texts

metadata = MetaData()

meta = Table("meta", metadata, key("key"), *texts("value"))

trusts = Table("trusts", metadata, key("provider_code"), *of(BigInteger, "turns"))
"""One row a trust, written first in each of its turns: who holds it has the trust to himself."""

chains = Table(
    "chains",
    metadata,
    key("provider_code"),
    key("device_code"),
    *of(Integer, "sequence_no"),
    *texts("manifest_sha256"),
)
batches = Table(
    "batches",
    metadata,
    key("provider_code"),
    key("stem"),
    *texts("batch_id", "manifest_sha256", "device_code"),
    *of(Integer, "sequence_no"),
    Column("status", Text, CheckConstraint("status IN ('ACCEPTED', 'PARTIAL', 'REJECTED')")),
    Column("ledger_batch_no", Text),
    *texts("received_utc"),
    Column("acknowledgement", LargeBinary, nullable=False),
    Column("rejects", LargeBinary),
    UniqueConstraint("provider_code", "ledger_batch_no"),
    Index("batches_by_id", "provider_code", "batch_id"),
)
batch_numbers = Table(
    "batch_numbers", metadata, key("provider_code"), key("year", Integer), *of(Integer, "last")
)
customers = Table(
    "customers",
    metadata,
    key("provider_code"),
    key("customer_ref"),
    *texts("payer_type", "title", "given_names", "family_name"),
    *texts("addr1", "addr2", "addr3", "addr4", "postcode", "country", "email", "phone"),
    *texts("linked_customer_ref"),
    Column("content", LargeBinary, nullable=False),
)
documents = Table(
    "documents",
    metadata,
    key("provider_code"),
    key("doc_no"),
    key("line_no", Integer),
    *of(Integer, "record_no"),
    Column("doc_type", Text, CheckConstraint("doc_type IN ('INV', 'CRN')"), nullable=False),
    *of(Date, "doc_date", "due_date"),
    *texts("customer_ref", "related_doc_no", "description"),
    *of(Date, "service_from", "service_to"),
    Column("currency", Text, CheckConstraint("currency = 'GBP'"), nullable=False),
    *texts("quantity"),
    *of(BigInteger, "unit_price", "net_amount"),
    *texts("vat_code"),
    *of(BigInteger, "vat_amount", "gross_amount"),
    *texts("gl_company", "gl_account", "gl_cost_centre", "gl_analysis1", "gl_analysis2"),
    *texts("payment_reference", "ledger_batch_no"),
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
    key("provider_code"),
    key("receipt_no"),
    *of(Integer, "record_no"),
    Column(
        "receipt_type",
        Text,
        CheckConstraint("receipt_type IN ('RECEIPT', 'REFUND')"),
        nullable=False,
    ),
    *of(Date, "receipt_date"),
    *texts("method", "provider_ref", "customer_ref", "doc_no"),
    *of(BigInteger, "amount"),
    Column("currency", Text, CheckConstraint("currency = 'GBP'"), nullable=False),
    *texts("original_receipt_no", "payment_reference", "ledger_batch_no"),
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
    key("provider_code"),
    key("number", Integer),
    *texts("device_code", "receipt_no"),
    UniqueConstraint("provider_code", "receipt_no"),
)
"""Money that finance took itself, in the order in which desks are told of it."""

codes = Table("codes", metadata, key("provider_code"), key("field"), key("code"))
periods = Table(
    "periods",
    metadata,
    key("provider_code"),
    key("first_day", Date),
    Column("last_day", Date, CheckConstraint("last_day >= first_day"), nullable=False),
)
