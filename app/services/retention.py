"""Records whose time has come: counted for whoever audits; copies of papers removed by two people.

One administrator has the list of what is due put down, by reference alone; another approves it.
What is held (an appeal, a legal action, an inquiry, or a dispute that rests the letters) stays, and
so does whatever came back before the team since the list was made. The pages are overwritten; what
was seen, its dates and why the copy went stay with the case, and a certificate without patient
data says what was removed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.access.roles import Act, Extent
from app.core.errors import BadInput, Known, NotAllowed
from app.services.desk import Desk, service
from app.services.resting import rests_on_case
from app.services.two_people import require_reason
from app.store import documents, registrations, removals
from app.store.removals import CopiesOfCase
from app.store.values import from_day

RESTS = "Letters rest: the case is not settled"


@dataclass(frozen=True, slots=True, kw_only=True)
class DueCase:
    """A case whose copies have had their time; `held_for` says what keeps them, or is empty."""

    ref: str
    final_on: date
    copies: int
    pages: int
    held_for: str


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A kind of record: how long it is kept, how many have had their time (None where this store
    counts none), and how many of those are held."""

    what: str
    how_long: str
    due: int | None
    held: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """What was removed, by whom and when: figures alone, nothing of a patient."""

    number: int
    removed_on: date
    cases: int
    copies: int
    pages: int
    held: int
    changed: int  # left alone, since they came back before the team or were removed meanwhile
    oldest: date | None  # of the final decisions
    newest: date | None
    proposer: str
    approver: str


@dataclass(frozen=True, slots=True)
class HeldCase:
    """A case of which nothing is removed, whatever its time."""

    ref: str
    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A list that waits for a second person; `own` where the person at the desk made it."""

    removal_id: int
    cases: int
    by: str
    at: str
    own: bool


@dataclass(frozen=True, slots=True)
class Retention:
    """What an administrator works from."""

    due: tuple[DueCase, ...]
    waiting: tuple[Listed, ...]
    holds: tuple[HeldCase, ...]
    certificates: tuple[Certificate, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What an auditor reads."""

    lines: tuple[ReportLine, ...]
    certificates: tuple[Certificate, ...]


@service(Act.READ_AUDIT)
def report(desk: Desk) -> Report:
    """How many records of each kind have had their time, and what was removed so far.

    Who reads the audit of own cases alone is told of the copies of those.
    """
    whole = desk.extent(Act.READ_AUDIT) is Extent.FULL
    due = _due(desk, mine="" if whole else desk.person.user_id)
    copies = sum(one.copies for one in due)
    held = sum(one.copies for one in due if one.held_for)
    lines = []
    for line in desk.retention.lines:
        if line is desk.retention.copies:
            lines.append(ReportLine(line.what, line.how_long, copies, held))
        else:
            counted = bool(line.counts) and whole
            before = line.before(desk.today)
            count = removals.count_of(desk.db, line.counts, before) if counted else None
            lines.append(ReportLine(line.what, line.how_long, count))
    return Report(tuple(lines), _certificates(desk) if whole else ())


@service(Act.ADMINISTER)
def retention(desk: Desk) -> Retention:
    """The dry run: cases whose copies are due, by reference alone; lists, holds, certificates."""
    me = desk.person.user_id
    return Retention(
        due=_due(desk),
        waiting=tuple(
            Listed(
                one.removal_id, len(one.cases), one.proposer, one.proposed_at, one.proposed_by == me
            )
            for one in removals.waiting(desk.db)
        ),
        holds=held_cases(desk) if desk.may(Act.HOLD_RECORDS) else (),
        certificates=_certificates(desk),
    )


@service(Act.ADMINISTER)
def propose_removal(desk: Desk) -> int:
    """Put the copies that are due and not held before another administrator; returns the list's
    number. Raises Known where nothing is due, or a list waits already."""
    if removals.waiting(desk.db):
        raise Known("waiting", "A list waits for approval already. Approve or decline that first.")
    holds = _holds(desk)
    cases = [one.registration_id for one in _copies(desk) if not _held_for(desk, one, holds)]
    if not cases:
        raise Known("nothing_due", "No copy has had its time. There is nothing to remove.")
    with desk.db.atomic():
        made = removals.propose(desk.db, cases, by=desk.person.user_id, at=desk.moment)
        desk.audit("removal_proposed", str(made), {"cases": len(cases)})
    return made


@service(Act.ADMINISTER)
def approve_removal(desk: Desk, removal_id: int) -> Certificate:
    """Remove the copies of another person's list for good; what is held or has changed stays.

    Raises NotAllowed for one's own list, NotFound for one that waits no more.
    """
    listed = removals.get_waiting(desk.db, removal_id)
    if listed.proposed_by == desk.person.user_id:
        raise NotAllowed("You made this list. Another administrator approves it.")
    due = {one.registration_id: one for one in _copies(desk)}
    holds = _holds(desk)
    still = [due[case] for case in listed.cases if case in due]
    gone = [one for one in still if not _held_for(desk, one, holds)]
    figures = _figures(gone, held=len(still) - len(gone), changed=len(listed.cases) - len(still))
    with desk.db.atomic():
        for one in gone:
            _remove(desk, one.registration_id)
        removals.rule(
            desk.db,
            removal_id,
            approved=True,
            note="",
            certificate=figures,
            by=desk.person.user_id,
            at=desk.moment,
        )
        desk.audit("removal_approved", str(removal_id), figures)
    if not desk.db.in_transaction:
        desk.db.checkpoint()  # so that no page lives on in the write-ahead log
    return next(one for one in _certificates(desk) if one.number == removal_id)


@service(Act.ADMINISTER)
def decline_removal(desk: Desk, removal_id: int, note: str) -> None:
    """Say no to a list, and why; nothing is removed. One's own may be taken back so."""
    removals.get_waiting(desk.db, removal_id)
    try:
        said = require_reason(note)
    except BadInput:
        raise BadInput("no_note", "Say why not, in a few words.", "note") from None
    with desk.db.atomic():
        removals.rule(
            desk.db,
            removal_id,
            approved=False,
            note=said,
            certificate={},
            by=desk.person.user_id,
            at=desk.moment,
        )
        desk.audit("removal_declined", str(removal_id))


@service(Act.HOLD_RECORDS)
def hold_kinds(desk: Desk) -> tuple[tuple[str, str], ...]:
    """Codes and words of why a case's records are held."""
    return tuple(desk.retention.holds.items())


@service(Act.HOLD_RECORDS)
def held_cases(desk: Desk) -> tuple[HeldCase, ...]:
    """The cases of which nothing is removed, oldest hold first."""
    words = desk.retention.holds
    return tuple(
        HeldCase(one.ref, one.kind, words.get(one.kind, one.kind)) for one in removals.held(desk.db)
    )


@service(Act.HOLD_RECORDS)
def hold_records(desk: Desk, ref: str, kind: str) -> tuple[HeldCase, ...]:
    """Keep a case's records whatever their time; raises BadInput, NotFound, Known."""
    if kind not in desk.retention.holds:
        raise BadInput("unknown_hold", "Choose why the records are held.", "kind")
    _note_hold(desk, ref, kind, begins=True)
    return held_cases(desk)


@service(Act.HOLD_RECORDS)
def release_records(desk: Desk, ref: str, kind: str) -> tuple[HeldCase, ...]:
    """The matter is over: the case's records go by their time again."""
    _note_hold(desk, ref, kind, begins=False)
    return held_cases(desk)


def _note_hold(desk: Desk, ref: str, kind: str, *, begins: bool) -> None:
    case = registrations.by_ref(desk.db, ref)
    lasts = any(one.kind == kind and one.ref == case.ref for one in removals.held(desk.db))
    if lasts is begins:
        words = "is held for that already" if begins else "is not held for that"
        raise Known("no_change", f"{case.ref} {words}. Look at the list.", "ref")
    with desk.db.atomic():
        removals.hold(
            desk.db,
            case.registration_id,
            kind,
            begins=begins,
            by=desk.person.user_id,
            at=desk.moment,
        )
        act = "records_held" if begins else "records_released"
        desk.audit(act, case.registration_id, {"kind": kind})


def _due(desk: Desk, *, mine: str = "") -> tuple[DueCase, ...]:
    holds = _holds(desk)
    return tuple(
        DueCase(
            ref=one.ref,
            final_on=one.final_on,
            copies=one.copies,
            pages=one.pages,
            held_for=_held_for(desk, one, holds),
        )
        for one in _copies(desk)
        if not mine or one.assigned_to == mine
    )


def _copies(desk: Desk) -> tuple[CopiesOfCase, ...]:
    return removals.copies_due(desk.db, desk.retention.copies.before(desk.today))


def _holds(desk: Desk) -> Mapping[str, str]:
    """What holds a case, in words, by registration."""
    words = desk.retention.holds
    return {one.registration_id: words.get(one.kind, one.kind) for one in removals.held(desk.db)}


def _held_for(desk: Desk, one: CopiesOfCase, holds: Mapping[str, str]) -> str:
    if one.registration_id in holds:
        return holds[one.registration_id]
    rests = rests_on_case(desk, one.registration_id)
    lasting = {rest.kind for rest in rests if rest.until is None}
    return RESTS if lasting & desk.retention.rests else ""


def _remove(desk: Desk, registration_id: str) -> None:
    taken: Counter[str] = Counter()
    for copy in documents.of(desk.db, registration_id):
        if not copy.removed_for:
            taken["copies"] += 1
            documents.remove(
                desk.db,
                copy.image_id,
                reason=desk.retention.reason,
                by=desk.person.user_id,
                at=desk.moment,
            )
    desk.audit("copies_removed", registration_id, dict(taken))


def _figures(gone: list[CopiesOfCase], *, held: int, changed: int) -> dict[str, object]:
    days = sorted(one.final_on.isoformat() for one in gone)
    return {
        "cases": len(gone),
        "copies": sum(one.copies for one in gone),
        "pages": sum(one.pages for one in gone),
        "held": held,
        "changed": changed,
        "oldest": days[0] if days else None,
        "newest": days[-1] if days else None,
    }


def _certificates(desk: Desk) -> tuple[Certificate, ...]:
    return tuple(
        Certificate(
            number=one.removal_id,
            removed_on=date.fromisoformat(one.ruled_at[:10]),
            proposer=one.proposer,
            approver=one.approver,
            cases=one.certificate["cases"],
            copies=one.certificate["copies"],
            pages=one.certificate["pages"],
            held=one.certificate["held"],
            changed=one.certificate["changed"],
            oldest=from_day(one.certificate["oldest"]),
            newest=from_day(one.certificate["newest"]),
        )
        for one in removals.certificates(desk.db)
    )
