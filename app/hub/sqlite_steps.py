"""The steps of a ledger kept in a file, in order. A step that has shipped is never edited.

What `app.hub.tables` says of the columns is what the last step leaves; a test holds them equal.
"""

from __future__ import annotations

from app.hub.inbox_tables import INBOX_IN_A_FILE
from app.hub.travel_tables import IN_A_FILE
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

_CUSTOMER = """payer_type TEXT NOT NULL,
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
        linked_customer_ref TEXT NOT NULL"""
_LINE = """record_no INTEGER NOT NULL,
        doc_type TEXT NOT NULL CHECK (doc_type IN ('INV', 'CRN')),
        doc_date TEXT NOT NULL,
        due_date TEXT NOT NULL,
        customer_ref TEXT NOT NULL,
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
        ledger_batch_no TEXT NOT NULL"""
_MONEY = """record_no INTEGER NOT NULL,
        receipt_type TEXT NOT NULL CHECK (receipt_type IN ('RECEIPT', 'REFUND')),
        receipt_date TEXT NOT NULL,
        method TEXT NOT NULL,
        provider_ref TEXT NOT NULL,
        customer_ref TEXT NOT NULL,
        doc_no TEXT NOT NULL,
        amount INTEGER NOT NULL,
        currency TEXT NOT NULL CHECK (currency = 'GBP'),
        original_receipt_no TEXT NOT NULL,
        payment_reference TEXT NOT NULL,
        ledger_batch_no TEXT NOT NULL"""
_CUSTOMER_NAMES = """payer_type, title, given_names, family_name, addr1, addr2, addr3, addr4,
        postcode, country, email, phone, linked_customer_ref"""
_LINE_NAMES = """line_no, record_no, doc_type, doc_date, due_date, customer_ref, related_doc_no,
        description, service_from, service_to, currency, quantity, unit_price, net_amount,
        vat_code, vat_amount, gross_amount, gl_company, gl_account, gl_cost_centre, gl_analysis1,
        gl_analysis2, payment_reference, ledger_batch_no"""
_MONEY_NAMES = """record_no, receipt_type, receipt_date, method, provider_ref, customer_ref,
        doc_no, amount, currency, original_receipt_no, payment_reference, ledger_batch_no"""
_PAYER = "FOREIGN KEY (provider_code, customer_ref) REFERENCES customers"

# A document's company is its trust (E205). A receipt's trust is that of its batch, and of what it
# pays where no batch brought it. A customer is each trust's own from here on.
_BY_TRUST = (
    """CREATE TABLE trusts (
        provider_code TEXT PRIMARY KEY,
        turns INTEGER NOT NULL
    ) STRICT""",
    """INSERT INTO trusts SELECT provider_code, 0 FROM chains
       UNION SELECT provider_code, 0 FROM batches UNION SELECT gl_company, 0 FROM documents""",
    "ALTER TABLE batches RENAME TO old_batches",
    "DROP INDEX batches_by_id",
    "DROP TRIGGER batches_update",
    "DROP TRIGGER batches_delete",
    """CREATE TABLE batches (
        provider_code TEXT NOT NULL,
        stem TEXT NOT NULL,
        batch_id TEXT NOT NULL,
        manifest_sha256 TEXT NOT NULL,
        device_code TEXT NOT NULL,
        sequence_no INTEGER NOT NULL,
        status TEXT NOT NULL CHECK (status IN ('ACCEPTED', 'PARTIAL', 'REJECTED')),
        ledger_batch_no TEXT,
        received_utc TEXT NOT NULL,
        acknowledgement BLOB NOT NULL,
        rejects BLOB,
        PRIMARY KEY (provider_code, stem),
        UNIQUE (provider_code, ledger_batch_no)
    ) STRICT""",
    """INSERT INTO batches SELECT provider_code, stem, batch_id, manifest_sha256, device_code,
       sequence_no, status, ledger_batch_no, received_utc, acknowledgement, rejects
       FROM old_batches""",
    "CREATE INDEX batches_by_id ON batches (provider_code, batch_id)",
    "ALTER TABLE batch_numbers RENAME TO old_batch_numbers",
    """CREATE TABLE batch_numbers (
        provider_code TEXT NOT NULL,
        year INTEGER NOT NULL,
        last INTEGER NOT NULL,
        PRIMARY KEY (provider_code, year)
    ) STRICT""",
    """INSERT INTO batch_numbers
       SELECT provider_code, year, last FROM trusts, old_batch_numbers""",
    "DROP TRIGGER documents_update",
    "DROP TRIGGER documents_delete",
    "DROP TRIGGER receipts_update",
    "DROP TRIGGER receipts_delete",
    "DROP INDEX documents_by_related",
    "DROP INDEX receipts_by_original",
    "ALTER TABLE customers RENAME TO old_customers",
    "ALTER TABLE documents RENAME TO old_documents",
    "ALTER TABLE receipts RENAME TO old_receipts",
    f"""CREATE TABLE customers (
        provider_code TEXT NOT NULL,
        customer_ref TEXT NOT NULL,
        {_CUSTOMER},
        content BLOB NOT NULL,
        PRIMARY KEY (provider_code, customer_ref)
    ) STRICT""",
    f"""CREATE TABLE documents (
        provider_code TEXT NOT NULL,
        doc_no TEXT NOT NULL,
        line_no INTEGER NOT NULL,
        {_LINE},
        content BLOB NOT NULL,
        PRIMARY KEY (provider_code, doc_no, line_no),
        {_PAYER}
    ) STRICT""",
    f"""CREATE TABLE receipts (
        provider_code TEXT NOT NULL,
        receipt_no TEXT NOT NULL,
        {_MONEY},
        content BLOB NOT NULL,
        PRIMARY KEY (provider_code, receipt_no),
        {_PAYER}
    ) STRICT""",
    """CREATE TABLE money_of AS SELECT receipt_no, coalesce(
           (SELECT provider_code FROM old_batches b WHERE b.ledger_batch_no = r.ledger_batch_no),
           (SELECT gl_company FROM old_documents d WHERE d.doc_no = r.doc_no),
           (SELECT gl_company FROM old_documents d WHERE d.customer_ref = r.customer_ref),
           (SELECT min(provider_code) FROM trusts), '') AS provider_code
       FROM old_receipts r""",
    "INSERT OR IGNORE INTO trusts SELECT provider_code, 0 FROM money_of",
    f"""INSERT INTO customers SELECT t.provider_code, c.customer_ref, {_CUSTOMER_NAMES}, x''
       FROM trusts t, old_customers c
       WHERE t.provider_code IN (
               SELECT gl_company FROM old_documents d WHERE d.customer_ref = c.customer_ref
               UNION SELECT m.provider_code FROM old_receipts r JOIN money_of m USING (receipt_no)
               WHERE r.customer_ref = c.customer_ref)
          OR NOT EXISTS (SELECT 1 FROM old_documents d WHERE d.customer_ref = c.customer_ref)
         AND NOT EXISTS (SELECT 1 FROM old_receipts r WHERE r.customer_ref = c.customer_ref)""",
    f"""INSERT INTO documents SELECT gl_company, doc_no, {_LINE_NAMES}, x''
       FROM old_documents""",
    f"""INSERT INTO receipts SELECT provider_code, receipt_no, {_MONEY_NAMES}, x''
       FROM old_receipts JOIN money_of USING (receipt_no)""",
    "DROP TABLE money_of",
    "DROP TABLE old_receipts",
    "DROP TABLE old_documents",
    "DROP TABLE old_customers",
    "DROP TABLE old_batches",
    "DROP TABLE old_batch_numbers",
    "CREATE INDEX documents_by_related ON documents (provider_code, related_doc_no) "
    "WHERE related_doc_no <> ''",
    "CREATE INDEX receipts_by_original ON receipts (provider_code, original_receipt_no) "
    "WHERE original_receipt_no <> ''",
    """CREATE TABLE payments (
        provider_code TEXT NOT NULL,
        number INTEGER NOT NULL,
        device_code TEXT NOT NULL,
        receipt_no TEXT NOT NULL,
        PRIMARY KEY (provider_code, number),
        UNIQUE (provider_code, receipt_no)
    ) STRICT""",
    "ALTER TABLE codes RENAME TO old_codes",
    """CREATE TABLE codes (
        provider_code TEXT NOT NULL,
        field TEXT NOT NULL CHECK (field IN ('gl_company', 'gl_account', 'gl_cost_centre')),
        code TEXT NOT NULL,
        PRIMARY KEY (provider_code, field, code)
    ) STRICT""",
    "INSERT INTO codes SELECT provider_code, field, code FROM trusts, old_codes",
    "DROP TABLE old_codes",
    "ALTER TABLE periods RENAME TO old_periods",
    """CREATE TABLE periods (
        provider_code TEXT NOT NULL,
        first_day TEXT NOT NULL CHECK (first_day IS date(first_day)),
        last_day TEXT NOT NULL CHECK (last_day IS date(last_day) AND last_day >= first_day),
        PRIMARY KEY (provider_code, first_day)
    ) STRICT""",
    "INSERT INTO periods SELECT provider_code, first_day, last_day FROM trusts, old_periods",
    "DROP TABLE old_periods",
    *_only_added_to("batches"),
    *_only_added_to("documents"),
    *_only_added_to("receipts"),
    *_only_added_to("payments"),
)

LEDGER = Schema(
    "recoup-ledger",
    (
        Step("0001_the_ledger", _LEDGER),
        Step("0002_by_trust", _BY_TRUST),
        Step("0003_travel", IN_A_FILE),
        Step("0004_inbox", INBOX_IN_A_FILE),
    ),
)
