"""What is on its way into the ledger's inbox, a row a batch."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text

from app.hub.tables import metadata

inbox_batches = Table(
    "inbox_batches",
    metadata,
    Column("provider_code", Text, primary_key=True, nullable=False),
    Column("stem", Text, primary_key=True, nullable=False),
    Column("ledger_batch_no", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("file_count", Integer, nullable=False),
    Column("files", LargeBinary, nullable=False),
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
