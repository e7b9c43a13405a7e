"""Accepted price lists with their rows; kept once, superseded, never changed or removed."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from app.store.database import Database, Row
from app.store.values import from_day, to_day

_ADD = """
    INSERT INTO price_lists (list_id, seq, kind, tariff_year, name, published_on, effective_from,
        effective_to, publisher, file_sha256, content_sha256, row_count, squeezed, accepted_by,
        accepted_at)
    SELECT :list_id, ifnull(max(seq), 0) + 1, :kind, :tariff_year, :name, :published_on,
        :effective_from, :effective_to, :publisher, :file_sha256, :content_sha256, :row_count,
        :squeezed, :accepted_by, :accepted_at
    FROM price_lists"""
_COLUMNS = (
    "list_id, kind, tariff_year, name, published_on, effective_from, effective_to, publisher, "
    "file_sha256, content_sha256, row_count, accepted_by, accepted_at"
)
_ALL = f"SELECT {_COLUMNS} FROM price_lists ORDER BY seq"
_NAMED = f"SELECT {_COLUMNS} FROM price_lists WHERE kind = ? AND tariff_year = ? AND name = ?"
_TEXT = "SELECT squeezed FROM price_lists WHERE list_id = ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptList:
    """An accepted list; `tariff_year` is empty for the trust's own prices and guide prices."""

    list_id: str
    kind: str  # edition, factors, local or guide
    tariff_year: str
    name: str
    published_on: date
    effective_from: date
    effective_to: date | None
    publisher: str
    file_sha256: str
    content_sha256: str
    row_count: int
    accepted_by: str
    accepted_at: str


def digest(text: str) -> str:
    """What tells two contents apart."""
    return sha256(text.encode("utf-8")).hexdigest()


def add(db: Database, kept: KeptList, text: str) -> None:
    """Keep a list with its rows; the caller owns the transaction and has asked `named`."""
    db.execute(
        _ADD,
        {
            "list_id": kept.list_id,
            "kind": kept.kind,
            "tariff_year": kept.tariff_year,
            "name": kept.name,
            "published_on": kept.published_on.isoformat(),
            "effective_from": kept.effective_from.isoformat(),
            "effective_to": to_day(kept.effective_to),
            "publisher": kept.publisher,
            "file_sha256": kept.file_sha256,
            "content_sha256": kept.content_sha256,
            "row_count": kept.row_count,
            "squeezed": zlib.compress(text.encode("utf-8"), 6),
            "accepted_by": kept.accepted_by,
            "accepted_at": kept.accepted_at,
        },
    )


def everything(db: Database) -> tuple[KeptList, ...]:
    """Every accepted list, oldest first."""
    return tuple(_from_row(row) for row in db.rows(_ALL))


def named(db: Database, kind: str, tariff_year: str, name: str) -> KeptList | None:
    """The list of that name, or None."""
    row = db.one(_NAMED, (kind, tariff_year, name))
    return None if row is None else _from_row(row)


def squeezed(db: Database, list_id: str) -> bytes:
    """The rows of a list as they are kept; `text_of` opens them, in whatever thread."""
    return bytes(db.scalar(_TEXT, (list_id,)))


def text_of(kept: bytes) -> str:
    """The text of a list's rows."""
    return zlib.decompress(kept).decode("utf-8")


def _from_row(row: Row) -> KeptList:
    days = {name: date.fromisoformat(row[name]) for name in ("published_on", "effective_from")}
    return KeptList(**row | days | {"effective_to": from_day(row["effective_to"])})
