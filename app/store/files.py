"""Finished documents kept inside the encrypted file: estimates, invoices, letters."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from app.core.errors import NotFound
from app.store.database import Database

_ADD = """
    INSERT INTO files (file_id, kind, name, sha256, media_type, content, made_at)
    VALUES (?, ?, ?, ?, ?, ?, ?)"""
_GET = """
    SELECT file_id, kind, name, sha256, media_type, content, made_at FROM files
    WHERE file_id = ?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """A document with its content; `sha256` is worked out, never given."""

    file_id: str
    kind: str
    name: str
    content: bytes
    media_type: str = "application/pdf"
    made_at: str

    @property
    def sha256(self) -> str:
        """The hash of the content, in hexadecimal."""
        return sha256(self.content).hexdigest()


def add(db: Database, file: StoredFile) -> str:
    """Keep a document for good; returns its hash."""
    digest = file.sha256
    db.execute(
        _ADD,
        (
            file.file_id,
            file.kind,
            file.name,
            digest,
            file.media_type,
            file.content,
            file.made_at,
        ),
    )
    return digest


def get(db: Database, file_id: str) -> StoredFile:
    """One document; raises NotFound."""
    row = db.one(_GET, (file_id,))
    if row is None:
        raise NotFound("There is no such document here. Open the case and look for it there.")
    del row["sha256"]
    return StoredFile(**row)
