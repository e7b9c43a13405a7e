"""What is on its way into the ledger's inbox, a row a batch."""

from __future__ import annotations

from sqlalchemy import Index, Integer, LargeBinary, Table

from app.hub.columns import key, of, texts
from app.hub.tables import metadata

inbox_batches = Table(
    "inbox_batches",
    metadata,
    key("provider_code"),
    key("stem"),
    *texts("ledger_batch_no", "state"),
    *of(Integer, "file_count"),
    *of(LargeBinary, "files"),
    Index("inbox_batches_by_state", "provider_code", "state"),
)
"""The files are kept until they are written, and no longer."""

INBOX_IN_A_FILE = (
    """CREATE TABLE inbox_batches (
        provider_code TEXT NOT NULL,
        stem TEXT NOT NULL,
        ledger_batch_no TEXT NOT NULL,
        state TEXT NOT NULL,
        file_count INTEGER NOT NULL,
        files BLOB NOT NULL,
        PRIMARY KEY (provider_code, stem)
    ) STRICT""",
    "CREATE INDEX inbox_batches_by_state ON inbox_batches (provider_code, state)",
)
