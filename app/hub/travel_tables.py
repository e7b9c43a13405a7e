"""What the hub remembers of envelopes: chains, records, receipts, answers, what was put aside.

Like the ledger's own tables these begin with the trust, and nothing in them is counted up by the
engine.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, Table, Text

from app.hub.tables import metadata


def _key(name: str, kind: type[Text] | type[Integer] | type[BigInteger] = Text) -> Column[object]:
    return Column(name, kind, primary_key=True, autoincrement=False, nullable=False)


def _text(*names: str) -> list[Column[str]]:
    return [Column(name, Text, nullable=False) for name in names]


travel_actors = Table("travel_actors", metadata, _key("provider_code"), *_text("actor"))
"""The life of this hub, which numbers its own envelopes."""

travel_links = Table(
    "travel_links",
    metadata,
    _key("provider_code"),
    _key("actor"),
    *_text("device_code"),
    Column("sequence_no", Integer, nullable=False),
    *_text("sha256"),
)
travel_records = Table(
    "travel_records",
    metadata,
    _key("provider_code"),
    _key("actor"),
    _key("number", Integer),
    *_text("subject", "about"),
    Column("stamp", BigInteger, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Index("travel_records_by_subject", "provider_code", "subject", "about"),
)
travel_receipts = Table(
    "travel_receipts",
    metadata,
    _key("provider_code"),
    _key("actor"),
    _key("sequence_no", Integer),
    *_text("device_code", "sha256"),
    Column("answers", LargeBinary, nullable=False),
    Column("answered_in", Integer),
    Index("travel_receipts_unanswered", "provider_code", "answered_in"),
)
travel_out = Table(
    "travel_out",
    metadata,
    _key("provider_code"),
    _key("sequence_no", Integer),
    *_text("name", "sha256"),
    Column("file", LargeBinary, nullable=False),
    Column("sent_utc", Text),
)
travel_aside = Table(
    "travel_aside",
    metadata,
    _key("provider_code"),
    _key("name"),
    *_text("sha256", "fault", "device_code", "seen_utc"),
)
travel_payments = Table(
    "travel_payments",
    metadata,
    _key("provider_code"),
    _key("device_code"),
    Column("told_to", Integer, nullable=False),
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
