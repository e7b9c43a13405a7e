"""The steps of the embedded finance ledger, in order. A step that has shipped is never edited.

Documents, receipts and answers are only ever added to. Money is whole pence, a credit negative.
"""

from __future__ import annotations

from app.store.schema import Schema, Step


def _only_added_to(table: str) -> tuple[str, ...]:
    return tuple(
        f"""CREATE TRIGGER {table}_{act.lower()} BEFORE {act} ON {table}
            BEGIN SELECT RAISE(ABORT, '{table} are only added to'); END"""
        for act in ("UPDATE", "DELETE")
    )


_LEDGER = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    """CREATE TRIGGER meta_identity_stays BEFORE UPDATE ON meta
       WHEN old.key IN ('store_id', 'mode', 'created_at')
       BEGIN SELECT RAISE(ABORT, 'a ledger keeps its identity and mode'); END""",
    """CREATE TABLE chains (
        provider_code TEXT NOT NULL,
        device_code TEXT NOT NULL,
        sequence_no INTEGER NOT NULL,
        manifest_sha256 TEXT NOT NULL CHECK (length(manifest_sha256) = 64),
        PRIMARY KEY (provider_code, device_code)
    ) STRICT""",
    """CREATE TRIGGER chains_go_forward BEFORE UPDATE ON chains
       WHEN new.sequence_no <> old.sequence_no + 1
       BEGIN SELECT RAISE(ABORT, 'a chain moves on by one'); END""",
    """CREATE TABLE batches (
        stem TEXT PRIMARY KEY,
        batch_id TEXT NOT NULL,
        manifest_sha256 TEXT NOT NULL,
        provider_code TEXT NOT NULL,
        device_code TEXT NOT NULL,
        sequence_no INTEGER NOT NULL,
        status TEXT NOT NULL CHECK (status IN ('ACCEPTED', 'PARTIAL', 'REJECTED')),
        ledger_batch_no TEXT UNIQUE,
        received_utc TEXT NOT NULL,
        acknowledgement BLOB NOT NULL,
        rejects BLOB
    ) STRICT""",
    "CREATE INDEX batches_by_id ON batches (batch_id)",
    "CREATE TABLE batch_numbers (year INTEGER PRIMARY KEY, last INTEGER NOT NULL) STRICT",
    """CREATE TABLE customers (
        customer_ref TEXT PRIMARY KEY,
        payer_type TEXT NOT NULL,
        title TEXT NOT NULL,
        given_names TEXT NOT NULL,
        family_name TEXT NOT NULL,
        addr1 TEXT NOT NULL,
        addr2 TEXT NOT NULL,
        addr3 TEXT NOT NULL,
        addr4 TEXT NOT NULL,
        postcode TEXT NOT NULL,
        country TEXT NOT NULL,
        email TEXT NOT NULL,
        phone TEXT NOT NULL,
        linked_customer_ref TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE documents (
        doc_no TEXT NOT NULL,
        line_no INTEGER NOT NULL,
        record_no INTEGER NOT NULL,
        doc_type TEXT NOT NULL CHECK (doc_type IN ('INV', 'CRN')),
        doc_date TEXT NOT NULL,
        due_date TEXT NOT NULL,
        customer_ref TEXT NOT NULL REFERENCES customers,
        related_doc_no TEXT NOT NULL,
        description TEXT NOT NULL,
        service_from TEXT NOT NULL,
        service_to TEXT NOT NULL,
        currency TEXT NOT NULL CHECK (currency = 'GBP'),
        quantity TEXT NOT NULL,
        unit_price INTEGER NOT NULL,
        net_amount INTEGER NOT NULL,
        vat_code TEXT NOT NULL,
        vat_amount INTEGER NOT NULL,
        gross_amount INTEGER NOT NULL CHECK (gross_amount = net_amount + vat_amount),
        gl_company TEXT NOT NULL,
        gl_account TEXT NOT NULL,
        gl_cost_centre TEXT NOT NULL,
        gl_analysis1 TEXT NOT NULL,
        gl_analysis2 TEXT NOT NULL,
        payment_reference TEXT NOT NULL,
        ledger_batch_no TEXT NOT NULL,
        PRIMARY KEY (doc_no, line_no)
    ) STRICT""",
    "CREATE INDEX documents_by_related ON documents (related_doc_no) WHERE related_doc_no <> ''",
    """CREATE TABLE receipts (
        receipt_no TEXT PRIMARY KEY,
        record_no INTEGER NOT NULL,
        receipt_type TEXT NOT NULL CHECK (receipt_type IN ('RECEIPT', 'REFUND')),
        receipt_date TEXT NOT NULL,
        method TEXT NOT NULL,
        provider_ref TEXT NOT NULL,
        customer_ref TEXT NOT NULL REFERENCES customers,
        doc_no TEXT NOT NULL,
        amount INTEGER NOT NULL,
        currency TEXT NOT NULL CHECK (currency = 'GBP'),
        original_receipt_no TEXT NOT NULL,
        payment_reference TEXT NOT NULL,
        ledger_batch_no TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX receipts_by_original ON receipts (original_receipt_no) "
    "WHERE original_receipt_no <> ''",
    """CREATE TABLE codes (
        field TEXT NOT NULL CHECK (field IN ('gl_company', 'gl_account', 'gl_cost_centre')),
        code TEXT NOT NULL,
        PRIMARY KEY (field, code)
    ) STRICT""",
    """CREATE TABLE periods (
        first_day TEXT PRIMARY KEY CHECK (first_day IS date(first_day)),
        last_day TEXT NOT NULL CHECK (last_day IS date(last_day) AND last_day >= first_day)
    ) STRICT""",
    *_only_added_to("batches"),
    *_only_added_to("documents"),
    *_only_added_to("receipts"),
)

LEDGER = Schema("recoup-ledger", (Step("0001_the_ledger", _LEDGER),))
