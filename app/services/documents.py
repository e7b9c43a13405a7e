"""Papers that are shown: noted, copied, looked at, and their copies taken out again.

A clerk sees and copies papers of their own registrations, and those alone that clerks may take,
until the registration has gone to the team; officers see all; nobody else sees any.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.access.roles import Act, Extent
from app.casework.papers import PaperState, at_the_desk, clean_number, promised_day
from app.core.dates import parse_date
from app.core.errors import BadInput, Known, NotAllowed, NotFound
from app.core.wording import Phrase
from app.residency.paper_kinds import open_kinds
from app.scans.page import Page, Scan
from app.services.desk import Desk, service
from app.services.diary_keeping import write_up
from app.services.paper_lines import EvidenceLine, evidence_lines
from app.store import documents, evidence, papers, registrations
from app.store.documents import StoredImage, StoredPage
from app.store.evidence import Evidence
from app.store.papers import StoredPaper


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperShown:
    """What is said of a paper when it is noted; dates as they are typed."""

    type_code: str
    state: PaperState = PaperState.SEEN
    number: str = ""
    detail: str = ""
    expires: str = ""
    promised_by: str = ""
    relied_on: bool = False  # counts from those alone who decide


@service(Act.REGISTER)
def kinds(desk: Desk) -> tuple[tuple[str, str], ...]:
    """Codes and words of what can be shown here; a clerk's list names no protected ground."""
    if desk.extent(Act.SEE_DOCUMENT_IMAGES) is Extent.LIMITED:
        return tuple(_open_kinds(desk).items())
    return tuple({**desk.law.pack.standing.evidence, **desk.papers.others}.items())


@service(Act.REGISTER)
def shown(desk: Desk, registration_id: str) -> tuple[EvidenceLine, ...]:
    """The papers of a registration that this person may see, oldest first."""
    _require_reach(desk, registration_id)
    mine = set(_reached(desk, registration_id))
    return tuple(line for line in evidence_lines(desk, registration_id) if line.evidence_id in mine)


@service(Act.REGISTER)
def note(
    desk: Desk, registration_id: str, paper: PaperShown, scan: Scan | None = None
) -> tuple[EvidenceLine, ...]:
    """Record a paper seen today, or one that will be brought; no copy is needed.

    With a copy both are kept or neither. Raises BadInput with the field at fault.
    """
    _require_reach(desk, registration_id)
    if paper.type_code not in dict(kinds(desk)):
        raise BadInput("unknown_evidence", "Choose what was shown.", "type_code")
    evidence_id = desk.ids.new()
    row = Evidence(
        evidence_id=evidence_id,
        registration_id=registration_id,
        type_code=paper.type_code,
        detail=paper.detail.strip(),
        seen_on=None,
        seen_by=desk.person.user_id,
        relied_on=paper.relied_on and desk.may(Act.DECIDE_STATUS),
        recorded_at=desk.moment,
    )
    with desk.db.atomic():
        _keep(desk, row, paper)
        if scan is not None:
            attach(desk, registration_id, evidence_id, scan)
    return shown(desk, registration_id)


@service(Act.REGISTER)
def change(
    desk: Desk, registration_id: str, evidence_id: str, paper: PaperShown
) -> tuple[EvidenceLine, ...]:
    """Say anew how a paper stands, such as that what was promised has come."""
    _require_reach(desk, registration_id)
    _keep(desk, _one(desk, registration_id, evidence_id), paper)
    return shown(desk, registration_id)


@service(Act.SEE_DOCUMENT_IMAGES)
def attach(
    desk: Desk, registration_id: str, evidence_id: str, scan: Scan
) -> tuple[EvidenceLine, ...]:
    """Keep a copy with its paper, which now counts as copied; raises BadInput `too_many_pages`."""
    _require_reach(desk, registration_id)
    row = _one(desk, registration_id, evidence_id)
    here = _copies(desk, registration_id, evidence_id)
    if sum(one.page_count for one in here) + len(scan.pages) > desk.scans.most_pages:
        raise BadInput(
            "too_many_pages",
            Phrase(
                "A paper holds at most {most} pages. Attach those that matter.",
                most=desk.scans.most_pages,
            ),
            "file",
        )
    copy = StoredImage(
        image_id=desk.ids.new(),
        evidence_id=evidence_id,
        registration_id=registration_id,
        kind=scan.kind,
        page_count=len(scan.pages),
        sha256=scan.sha256,
        added_by=desk.person.user_id,
        added_at=desk.moment,
    )
    with desk.db.atomic():
        documents.add(desk.db, copy, [_as_kept(page) for page in scan.pages])
        _stands(desk, row, PaperState.COPIED, _number(desk, row), None)
        desk.audit("document_attached", registration_id, _of(evidence_id, pages=copy.page_count))
    return shown(desk, registration_id)


@service(Act.SEE_DOCUMENT_IMAGES)
def page_of(desk: Desk, registration_id: str, evidence_id: str, number: int) -> Page:
    """One page of a paper's copies, counted from 1; that it was looked at is audited."""
    _require_reach(desk, registration_id)
    _one(desk, registration_id, evidence_id)
    place = number
    for copy in _copies(desk, registration_id, evidence_id):
        if place <= copy.page_count:
            kept = documents.page(desk.db, copy.image_id, place)
            with desk.db.atomic():
                desk.audit("document_viewed", registration_id, _of(evidence_id, page=number))
            return Page(kept.width, kept.height, kept.media_type, kept.content)
        place -= copy.page_count
    raise NotFound("That page is not here. Open the case again.")


@service(Act.SEE_DOCUMENT_IMAGES)
def number_of(desk: Desk, registration_id: str, evidence_id: str) -> str:
    """A document's whole number, which screens show by its end alone; the asking is audited."""
    _require_reach(desk, registration_id)
    row = _one(desk, registration_id, evidence_id)
    with desk.db.atomic():
        desk.audit("number_shown", registration_id, _of(evidence_id))
    return _number(desk, row)


@service(Act.SEE_DOCUMENT_IMAGES)
def removal_reasons(desk: Desk) -> tuple[tuple[str, str], ...]:
    """Codes and words of why a copy may be taken out."""
    return tuple(desk.papers.removals.items())


@service(Act.SEE_DOCUMENT_IMAGES)
def remove_copy(
    desk: Desk, registration_id: str, evidence_id: str, reason: str
) -> tuple[EvidenceLine, ...]:
    """Take a paper's copies out for good; what was seen, its dates and why it went all stay."""
    _require_reach(desk, registration_id)
    row = _one(desk, registration_id, evidence_id)
    if reason not in desk.papers.removals:
        raise BadInput("unknown_reason", "Choose why the copy is taken out.", "reason")
    copies = _copies(desk, registration_id, evidence_id)
    if not copies:
        raise Known("no_copy", "There is no copy of this paper to take out.")
    with desk.db.atomic():
        for copy in copies:
            documents.remove(
                desk.db, copy.image_id, reason=reason, by=desk.person.user_id, at=desk.moment
            )
        _stands(desk, row, PaperState.SEEN, _number(desk, row), None)
        desk.audit("image_removed", registration_id, _of(evidence_id, reason=reason))
    if not desk.db.in_transaction:
        desk.db.checkpoint()  # so that no page lives on in the write-ahead log
    return shown(desk, registration_id)


def _open_kinds(desk: Desk) -> Mapping[str, str]:
    """Kinds of papers that tell of no protected ground, so that a clerk or a list may name them."""
    return {**open_kinds(desk.law.pack), **desk.papers.others}


def _keep(desk: Desk, row: Evidence, paper: PaperShown) -> None:
    """Put a paper down as it stands now, all or nothing."""
    number = clean_number(paper.number) or _number(desk, row)
    expires = (
        parse_date(paper.expires, desk.today, field="expires") if paper.expires.strip() else None
    )
    promised = None
    if paper.state is PaperState.PROMISED:
        said = paper.promised_by.strip()
        promised = promised_day(
            parse_date(said, desk.today, field="promised_by") if said else None,
            desk.today,
            desk.papers,
        )
    row = replace(
        row, detail=paper.detail.strip() or row.detail, expires_on=expires or row.expires_on
    )
    with desk.db.atomic():
        _stands(desk, row, paper.state, number, promised)
        desk.audit(
            "paper_noted", row.registration_id, _of(row.evidence_id, state=paper.state.value)
        )
        write_up(desk, row.registration_id)


def _stands(
    desk: Desk, row: Evidence, state: PaperState, number: str, promised: date | None
) -> None:
    """Append how a paper stands; the caller owns the transaction."""
    seen_on = None if state is PaperState.PROMISED else row.seen_on or desk.today
    evidence.add(desk.db, replace(row, seen_on=seen_on, recorded_at=desk.moment))
    papers.add(
        desk.db,
        StoredPaper(
            evidence_id=row.evidence_id,
            registration_id=row.registration_id,
            state=state.value,
            number=number,
            promised_by=promised,
            kept_by=desk.person.user_id,
            kept_at=desk.moment,
        ),
    )


def _number(desk: Desk, row: Evidence) -> str:
    kept = papers.of(desk.db, row.registration_id).get(row.evidence_id)
    return kept.number if kept else ""


def _copies(desk: Desk, registration_id: str, evidence_id: str) -> list[StoredImage]:
    return [
        one
        for one in documents.of(desk.db, registration_id)
        if one.evidence_id == evidence_id and not one.removed_for
    ]


def _one(desk: Desk, registration_id: str, evidence_id: str) -> Evidence:
    """A paper this person may see; raises NotFound."""
    found = _reached(desk, registration_id).get(evidence_id)
    if found is None:
        raise NotFound("That paper is not in this registration. Open it again.")
    return found


def _reached(desk: Desk, registration_id: str) -> dict[str, Evidence]:
    rows = {row.evidence_id: row for row in evidence.of(desk.db, registration_id)}
    if desk.extent(Act.SEE_DOCUMENT_IMAGES) is not Extent.LIMITED:
        return rows
    named, me = _open_kinds(desk), desk.person.user_id
    return {name: row for name, row in rows.items() if row.seen_by == me and row.type_code in named}


def _require_reach(desk: Desk, registration_id: str) -> None:
    """Raise NotAllowed where papers are another's to see."""
    registration = registrations.get(desk.db, registration_id)
    if desk.extent(Act.SEE_DOCUMENT_IMAGES) is not Extent.LIMITED:
        return
    finished = registration.finished_at
    here = at_the_desk(
        finished_on=date.fromisoformat(finished[:10]) if finished else None,
        taken_up=registration.assigned_to is not None or registration.review == "decided",
        today=desk.today,
    )
    if registration.opened_by != desk.person.user_id or not here:
        raise NotAllowed("These papers are with the overseas visitor team now. Ask them.")


def _as_kept(page: Page) -> StoredPage:
    return StoredPage(
        media_type=page.media_type, width=page.width, height=page.height, content=page.content
    )


def _of(evidence_id: str, **more: object) -> dict[str, object]:
    return {"paper": evidence_id, **more}
