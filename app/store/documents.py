"""Copies of papers, page by page, inside the encrypted file; taken out again with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.errors import NotFound
from app.store.database import Database

_ADD = """
    INSERT INTO document_images (image_id, evidence_id, registration_id, kind, page_count, sha256,
        added_by, added_at)
    VALUES (:image_id, :evidence_id, :registration_id, :kind, :page_count, :sha256, :added_by,
        :added_at)"""
_ADD_PAGE = """
    INSERT INTO document_pages (image_id, page, media_type, width, height, content)
    VALUES (?, ?, ?, ?, ?, ?)"""
_OF = """
    SELECT i.image_id, i.evidence_id, i.registration_id, i.kind, i.page_count, i.sha256,
        i.added_by, i.added_at, ifnull(r.reason, '') AS removed_for
    FROM document_images i LEFT JOIN image_removals r USING (image_id)
    WHERE i.registration_id = ? ORDER BY i.added_at, i.image_id"""
_PAGE = """
    SELECT media_type, width, height, content FROM document_pages
    WHERE image_id = ? AND page = ?"""
_REMOVE = """
    INSERT INTO image_removals (image_id, reason, removed_by, removed_at) VALUES (?, ?, ?, ?)"""
_DELETE = "DELETE FROM document_pages WHERE image_id = ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredImage:
    """A copy of a paper; `removed_for` says why its pages are gone, empty while they are there."""

    image_id: str
    evidence_id: str
    registration_id: str
    kind: str
    page_count: int
    sha256: str
    added_by: str
    added_at: str
    removed_for: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPage:
    """One page: its size in pixels, and its bytes in the format of `media_type`."""

    media_type: str
    width: int
    height: int
    content: bytes


def add(db: Database, image: StoredImage, pages: Sequence[StoredPage]) -> None:
    """Keep a copy whole; the caller owns the transaction."""
    db.execute(
        _ADD,
        {
            "image_id": image.image_id,
            "evidence_id": image.evidence_id,
            "registration_id": image.registration_id,
            "kind": image.kind,
            "page_count": image.page_count,
            "sha256": image.sha256,
            "added_by": image.added_by,
            "added_at": image.added_at,
        },
    )
    db.execute_many(
        _ADD_PAGE,
        [
            (image.image_id, number, one.media_type, one.width, one.height, one.content)
            for number, one in enumerate(pages, start=1)
        ],
    )


def of(db: Database, registration_id: str) -> tuple[StoredImage, ...]:
    """Every copy of a registration's papers, oldest first; those taken out say why."""
    return tuple(StoredImage(**row) for row in db.rows(_OF, (registration_id,)))


def page(db: Database, image_id: str, number: int) -> StoredPage:
    """One page, counted from 1; raises NotFound."""
    row = db.one(_PAGE, (image_id, number))
    if row is None:
        raise NotFound("That page is not here. Open the case again.")
    return StoredPage(**row)


def remove(db: Database, image_id: str, *, reason: str, by: str, at: str) -> None:
    """Take the pages out for good and keep why; the caller owns the transaction."""
    db.execute(_REMOVE, (image_id, reason, by, at))
    db.execute(_DELETE, (image_id,))
