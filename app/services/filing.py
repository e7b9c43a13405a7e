"""Keeping PDFs inside the encrypted file, and giving them out again."""

from __future__ import annotations

from app.access.roles import Act
from app.services.desk import Desk, service
from app.store import files
from app.store.files import StoredFile


def keep_pdf(desk: Desk, *, kind: str, name: str, pdf: bytes) -> str:
    """File a PDF; the caller owns the transaction. Returns its file id.

    Names carry document numbers, never people.
    """
    file_id = desk.ids.new()
    files.add(
        desk.db,
        StoredFile(
            file_id=file_id,
            kind=kind,
            name=name,
            media_type="application/pdf",
            content=pdf,
            made_at=desk.moment,
        ),
    )
    return file_id


@service(Act.VIEW_ESTIMATE)
def document(desk: Desk, file_id: str) -> bytes:
    """A kept PDF; that it was opened is audited."""
    kept = files.get(desk.db, file_id)
    with desk.db.atomic():
        desk.audit("document_opened", file_id, {"name": kept.name})
    return kept.content
