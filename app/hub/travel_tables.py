"""What the hub remembers of envelopes: chains, records, receipts, answers, what was put aside.

Like the ledger's own tables these begin with the trust, and nothing in them is counted up by the
engine.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, Table, Text

from app.hub.columns import key, of, texts
from app.hub.tables import metadata

travel_actors = Table("travel_actors", metadata, key("provider_code"), *texts("actor"))
"""The life of this hub, which numbers its own envelopes."""

travel_links = Table(
    "travel_links",
    metadata,
    key("provider_code"),
    key("actor"),
    *texts("device_code"),
    *of(Integer, "sequence_no"),
    *texts("sha256"),
)
travel_records = Table(
    "travel_records",
    metadata,
    key("provider_code"),
    key("actor"),
    key("number", Integer),
    *texts("subject", "about"),
    *of(BigInteger, "stamp"),
    *of(LargeBinary, "body"),
    Index("travel_records_by_subject", "provider_code", "subject", "about"),
)
travel_receipts = Table(
    "travel_receipts",
    metadata,
    key("provider_code"),
    key("actor"),
    key("sequence_no", Integer),
    *texts("device_code", "sha256"),
    *of(LargeBinary, "answers"),
    Column("answered_in", Integer),
    Index("travel_receipts_unanswered", "provider_code", "answered_in"),
)
travel_out = Table(
    "travel_out",
    metadata,
    key("provider_code"),
    key("sequence_no", Integer),
    *texts("name", "sha256"),
    *of(LargeBinary, "file"),
    Column("sent_utc", Text),
)
travel_aside = Table(
    "travel_aside",
    metadata,
    key("provider_code"),
    key("name"),
    *texts("sha256", "fault", "device_code", "seen_utc"),
)
travel_payments = Table(
    "travel_payments",
    metadata,
    key("provider_code"),
    key("device_code"),
    *of(Integer, "told_to"),
)
"""Up to which payment each device was told."""

IN_A_FILE = (
    "CREATE TABLE travel_actors (provider_code TEXT PRIMARY KEY, actor TEXT NOT NULL) STRICT",
    """CREATE TABLE travel_links (
        provider_code TEXT NOT NULL,
        actor TEXT NOT NULL,
        device_code TEXT NOT NULL,
        sequence_no INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        PRIMARY KEY (provider_code, actor)
    ) STRICT""",
    """CREATE TABLE travel_records (
        provider_code TEXT NOT NULL,
        actor TEXT NOT NULL,
        number INTEGER NOT NULL,
        subject TEXT NOT NULL,
        about TEXT NOT NULL,
        stamp INTEGER NOT NULL,
        body BLOB NOT NULL,
        PRIMARY KEY (provider_code, actor, number)
    ) STRICT""",
    "CREATE INDEX travel_records_by_subject ON travel_records (provider_code, subject, about)",
    """CREATE TABLE travel_receipts (
        provider_code TEXT NOT NULL,
        actor TEXT NOT NULL,
        sequence_no INTEGER NOT NULL,
        device_code TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        answers BLOB NOT NULL,
        answered_in INTEGER,
        PRIMARY KEY (provider_code, actor, sequence_no)
    ) STRICT""",
    "CREATE INDEX travel_receipts_unanswered ON travel_receipts (provider_code, answered_in)",
    """CREATE TABLE travel_out (
        provider_code TEXT NOT NULL,
        sequence_no INTEGER NOT NULL,
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        file BLOB NOT NULL,
        sent_utc TEXT,
        PRIMARY KEY (provider_code, sequence_no)
    ) STRICT""",
    """CREATE TABLE travel_aside (
        provider_code TEXT NOT NULL,
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        fault TEXT NOT NULL,
        device_code TEXT NOT NULL,
        seen_utc TEXT NOT NULL,
        PRIMARY KEY (provider_code, name)
    ) STRICT""",
    """CREATE TABLE travel_payments (
        provider_code TEXT NOT NULL,
        device_code TEXT NOT NULL,
        told_to INTEGER NOT NULL,
        PRIMARY KEY (provider_code, device_code)
    ) STRICT""",
)
