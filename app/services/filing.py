"""Keeping PDFs inside the encrypted file, and giving them out again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.access.roles import Act
from app.casework.letter_kinds import LetterKind
from app.core.errors import NotAllowed
from app.core.money import Money
from app.services.desk import Desk, service
from app.store import files
from app.store.files import StoredFile

# Who may read a document again: whoever may make it, or approve its like.
_READERS: Mapping[str, tuple[Act, ...]] = {
    "estimate": (Act.VIEW_ESTIMATE,),
    "invoice": (Act.INVOICE,),
    "receipt": (Act.INVOICE,),
    "credit_note": (Act.INVOICE, Act.APPROVE_CREDIT),
    "debt_list": (Act.APPROVE_DEBT_REPORT,),
    "pre_attendance": (Act.REGISTER,),
    "clinician": (Act.RECORD_URGENCY,),
    **{kind.value: kind.acts for kind in LetterKind},
}


@dataclass(frozen=True, slots=True)
class Issued:
    """A document given out."""

    doc_no: str
    total: Money
    file_id: str
    pdf: bytes


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
    """A kept PDF; that it was opened is audited. Invoices and receipts are finance's to read."""
    kept = files.get(desk.db, file_id)
    require_reader(desk, kept.kind)
    with desk.db.atomic():
        desk.audit("document_opened", file_id, {"name": kept.name})
    return kept.content


@service(Act.VIEW_ESTIMATE)
def copied(desk: Desk, file_id: str, how: str) -> None:
    """Note in the audit that a kept PDF was `printed` or `saved` to a folder."""
    kept = files.get(desk.db, file_id)
    require_reader(desk, kept.kind)
    with desk.db.atomic():
        desk.audit("document_copied", file_id, {"name": kept.name, "how": how})


def require_reader(desk: Desk, kind: str) -> None:
    """Raise NotAllowed where a kind of document is another team's to read."""
    if not any(desk.may(act) for act in _READERS[kind]):
        raise NotAllowed("This document is another team's. Ask a colleague there to open it.")
