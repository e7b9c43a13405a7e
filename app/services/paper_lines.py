"""The papers of a registration as people read them: what each is, how it stands, what is copied."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.casework.papers import PaperState, tail
from app.core.dates import show
from app.residency.law import Law
from app.residency.paper_kinds import speaks_for
from app.services.desk import Desk
from app.store import audit, documents, evidence, papers
from app.store.documents import StoredImage
from app.store.evidence import Evidence
from app.store.papers import StoredPaper


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLine:
    """A document somebody showed, or said they will bring. Its number is told by its end alone."""

    evidence_id: str
    type_code: str
    label: str
    short: str
    detail: str
    seen: str
    expires: str
    expired: bool
    relied_on: bool
    state: PaperState
    promised: str  # the day it will be brought by
    late: bool
    has_number: bool
    number_ends: str
    pages: int  # copied, and still here
    read: bool  # by the person at the desk
    removed: str  # why the last copy was taken out, in words


def evidence_lines(desk: Desk, registration_id: str) -> tuple[EvidenceLine, ...]:
    """Every paper of a registration, oldest first; the caller has checked who may."""
    stands = papers.of(desk.db, registration_id)
    copies = documents.of(desk.db, registration_id)
    read = audit.papers_read(desk.db, registration_id, desk.person.user_id)
    return tuple(
        _line(
            desk,
            row,
            stands.get(row.evidence_id),
            [one for one in copies if one.evidence_id == row.evidence_id],
            read=row.evidence_id in read,
        )
        for row in evidence.of(desk.db, registration_id)
    )


def supporting(law: Law, lines: Iterable[EvidenceLine]) -> dict[str, tuple[str, ...]]:
    """By question, the papers shown that speak for its answer."""
    found: dict[str, list[str]] = {}
    for line in lines:
        if line.state is not PaperState.PROMISED:
            for question_id in speaks_for(law, line.type_code):
                found.setdefault(question_id, []).append(line.evidence_id)
    return {question_id: tuple(ids) for question_id, ids in found.items()}


def _line(
    desk: Desk,
    row: Evidence,
    stands: StoredPaper | None,
    copies: list[StoredImage],
    *,
    read: bool,
) -> EvidenceLine:
    here = [one for one in copies if not one.removed_for]
    promised = stands.promised_by if stands else None
    number = stands.number if stands else ""
    kinds = {**desk.papers.others, **desk.law.pack.standing.evidence}
    label = kinds.get(row.type_code, row.type_code)
    return EvidenceLine(
        evidence_id=row.evidence_id,
        type_code=row.type_code,
        label=label,
        short=desk.papers.short.get(row.type_code, label),
        detail=row.detail,
        seen=show(row.seen_on) if row.seen_on else "",
        expires=show(row.expires_on) if row.expires_on else "",
        expired=row.expires_on is not None and row.expires_on < desk.today,
        relied_on=row.relied_on,
        state=_state(row, bool(here)),
        promised=show(promised) if promised else "",
        late=promised is not None and promised < desk.today,
        has_number=bool(number),
        number_ends=tail(number),
        pages=sum(one.page_count for one in here),
        read=read,
        removed=_why_removed(desk, copies) if not here else "",
    )


def _state(row: Evidence, copied: bool) -> PaperState:
    if row.seen_on is None:
        return PaperState.PROMISED
    return PaperState.COPIED if copied else PaperState.SEEN


def _why_removed(desk: Desk, copies: list[StoredImage]) -> str:
    reasons = [one.removed_for for one in copies if one.removed_for]
    words = {**desk.papers.removals, **desk.papers.removed}
    return words.get(reasons[-1], reasons[-1]) if reasons else ""
