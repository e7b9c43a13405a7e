"""Records whose time has come: copies of papers and whole cases, removed by two people.

One administrator has the list of what is due put down, by reference alone; another approves it.
What is held (an appeal, a legal action, an inquiry, or a dispute that rests the letters) stays, and
so does whatever came back before the team, or was worked on, since the list was made. Pages and
cases are overwritten; of a copy what was seen, its dates and why it went stay with the case. A
certificate without patient data says what was removed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import Any

from app.access.roles import Act, Extent
from app.casework.retention import COPIES, Kept
from app.core.errors import BadInput, Known, NotAllowed
from app.services import due_copies, whole_cases
from app.services.desk import Desk, service
from app.services.due_cases import CountedStretch, DueWhole, every_due
from app.services.due_copies import DueCopies
from app.services.record_holds import HeldCase, held_cases
from app.services.two_people import require_reason
from app.store import documents, removals
from app.store.due_cases import NOT_CHARGED, NOT_FOLLOWED
from app.store.values import from_day

_IN_A_TURN = 5  # cases of a list: others at the records wait for so many to go


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A kind of record: how long it is kept, how many have had their time (None where this store
    counts none), and how many of those are held.

    `cases` is the line of whole cases, or of copies, that it counts, for `count_stretch` of
    `due_cases` and `due_copies`; else empty.
    """

    what: str
    how_long: str
    due: int | None
    held: int = 0
    cases: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """What was removed, by whom and when: figures alone, nothing of a patient.

    `whole` where cases went, with the patients who had no other; else their copies alone.
    """

    number: int
    whole: bool
    removed_on: date
    cases: int
    copies: int
    pages: int
    patients: int
    held: int
    changed: int  # left alone, since somebody worked on them or they were removed meanwhile
    oldest: date | None  # of the final decisions, for whole cases of what happened last
    newest: date | None
    proposer: str
    approver: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A list that waits for a second person; `own` where the person at the desk made it.

    `whole` where the cases are to go, else their copies alone.
    """

    removal_id: int
    whole: bool
    cases: int
    by: str
    at: str
    own: bool


@dataclass(frozen=True, slots=True)
class Retention:
    """What an administrator works from.

    `cases_go_elsewhere`: whole cases are removed at another computer, an officer's.
    """

    due: tuple[DueCopies, ...]
    cases: tuple[DueWhole, ...]
    cases_go_elsewhere: bool
    waiting: tuple[Listed, ...]
    holds: tuple[HeldCase, ...]
    certificates: tuple[Certificate, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What an auditor reads."""

    lines: tuple[ReportLine, ...]
    certificates: tuple[Certificate, ...]

    def with_next(self, found: CountedStretch) -> Report:
        """With the whole cases, or the copies, of the next stretch."""
        lines = tuple(
            replace(
                one,
                due=(one.due or 0) + found.due.get(one.cases, 0),
                held=one.held + found.held.get(one.cases, 0),
            )
            if one.cases
            else one
            for one in self.lines
        )
        return replace(self, lines=lines)


@service(Act.READ_AUDIT)
def report(desk: Desk, *, count_cases: bool = True) -> Report:
    """How many records of each kind have had their time, and what was removed so far.

    Who reads the audit of own cases alone is told of the copies of those. Without `count_cases`
    the lines of whole cases and of copies count none, for somebody who counts them a stretch at a
    time.
    """
    whole = desk.extent(Act.READ_AUDIT) is Extent.FULL
    mine = "" if whole else desk.person.user_id
    cases = tuple(every_due(desk)) if whole and count_cases else ()
    copies = tuple(_copies_told(desk)) if count_cases else ()
    lines = []
    for line in desk.retention.lines:
        if line.counts == COPIES:
            held = sum(one.copies for one in copies if one.held_for)
            due = sum(one.copies for one in copies)
            lines.append(ReportLine(line.what, line.how_long, due, held, COPIES))
        elif whole and line.counts in (NOT_FOLLOWED, NOT_CHARGED):
            told = [told for case, told in cases if case.line == line.counts]
            held = sum(bool(one.held_for) for one in told)
            lines.append(ReportLine(line.what, line.how_long, len(told), held, line.counts))
        else:
            lines.append(ReportLine(line.what, line.how_long, *_counted(desk, line, mine)))
    return Report(tuple(lines), _certificates(desk) if whole else ())


@service(Act.ADMINISTER)
def retention(desk: Desk, *, find_cases: bool = True) -> Retention:
    """The dry run: what is due, by reference alone; lists, holds, certificates.

    Without `find_cases` neither copies nor whole cases, for somebody who finds them a stretch at a
    time.
    """
    me = desk.person.user_id
    here = whole_cases.goes_from_here(desk)
    return Retention(
        due=tuple(told for _, told in due_copies.every_due(desk)) if find_cases else (),
        cases=tuple(told for _, told in every_due(desk)) if here and find_cases else (),
        cases_go_elsewhere=not here,
        waiting=tuple(
            Listed(
                one.removal_id,
                one.what == removals.CASES,
                len(one.cases) - one.done,
                one.proposer,
                one.proposed_at,
                one.proposed_by == me,
            )
            for one in removals.waiting(desk.db)
        ),
        holds=held_cases(desk) if desk.may(Act.HOLD_RECORDS) else (),
        certificates=_certificates(desk),
    )


@service(Act.ADMINISTER)
def propose_removal(desk: Desk) -> int:
    """Put the copies that are due and not held before another administrator; returns the list's
    number. Raises Known where nothing is due, or a list waits already.

    No more cases than one list holds: those finished the longest ago.
    """
    _require_none_waiting(desk)
    every = due_copies.every_due(desk)
    free = (case.registration_id for case, told in every if not told.held_for)
    cases = list(islice(free, desk.retention.most))
    if not cases:
        raise Known("nothing_due", "No copy has had its time. There is nothing to remove.")
    return _propose(desk, cases, removals.COPIES)


@service(Act.ADMINISTER)
def propose_cases(desk: Desk) -> int:
    """Put the whole cases that are due and not held before another administrator, as many as one
    list holds; returns the list's number. Raises Known where none is due, a list waits already, or
    `not_here`."""
    _require_none_waiting(desk)
    return _propose(desk, whole_cases.to_list(desk), removals.CASES)


@service(Act.ADMINISTER)
def approve_removal(desk: Desk, removal_id: int) -> Certificate:
    """Remove for good what another person listed; what is held or has changed stays.

    Raises NotAllowed for one's own list, NotFound for one that waits no more, and Known `not_here`
    for whole cases where this machine has become a desk of a trust meanwhile.
    """
    while (certificate := _take_turn(desk, removal_id)) is None:
        pass
    return certificate


@service(Act.ADMINISTER)
def approve_some(desk: Desk, removal_id: int) -> Certificate | None:
    """Remove the next few cases of what another person listed, as `approve_removal` does all.

    None while there are more: whoever comes back for them lets others at the records in between.
    """
    return _take_turn(desk, removal_id)


@service(Act.ADMINISTER)
def decline_removal(desk: Desk, removal_id: int, note: str) -> None:
    """Say no to a list, and why; nothing is removed. One's own may be taken back so.

    Raises Known `begun` for a list of which some is removed already.
    """
    if removals.get_waiting(desk.db, removal_id).done:
        raise Known(
            "begun",
            "Some of this list is removed already. Another administrator approves the rest.",
        )
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


def _require_none_waiting(desk: Desk) -> None:
    if removals.waiting(desk.db):
        raise Known("waiting", "A list waits for approval already. Approve or decline that first.")


def _propose(desk: Desk, cases: Sequence[str] | Mapping[str, str], what: str) -> int:
    with desk.db.atomic():
        by = desk.person.user_id
        made = removals.propose(desk.db, cases, what=what, by=by, at=desk.moment)
        desk.audit("removal_proposed", str(made), {"cases": len(cases), "what": what})
    return made


def _take_turn(desk: Desk, removal_id: int) -> Certificate | None:
    listed = removals.get_waiting(desk.db, removal_id)
    if listed.proposed_by == desk.person.user_id:
        raise NotAllowed("You made this list. Another administrator approves it.")
    some = dict(islice(listed.cases.items(), listed.done, listed.done + _IN_A_TURN))
    said_by = {"by": desk.person.user_id, "at": desk.moment}
    with desk.db.atomic():
        take = _take_cases if listed.what == removals.CASES else _take_copies
        figures = take(desk, some)
        if is_last := listed.done + len(some) == len(listed.cases):
            figures = _together([*removals.turns(desk.db, removal_id), figures])
            removals.rule(
                desk.db, removal_id, approved=True, note="", certificate=figures, **said_by
            )
            desk.audit("removal_approved", str(removal_id), figures)
        else:
            removals.note_turn(desk.db, removal_id, cases=len(some), figures=figures, **said_by)
    if not desk.db.in_transaction:
        desk.db.checkpoint()  # so that no page lives on in the write-ahead log
    if not is_last:
        return None
    return next(one for one in _certificates(desk) if one.number == removal_id)


def _together(turns: Sequence[Mapping[str, Any]]) -> dict[str, object]:
    """The figures of all turns of a list."""
    counted = [name for name in turns[-1] if name not in ("oldest", "newest")]
    days = [one[name] for one in turns for name in ("oldest", "newest") if one[name] is not None]
    return {name: sum(one[name] for one in turns) for name in counted} | _between(
        date.fromisoformat(day) for day in days
    )


def _take_copies(desk: Desk, cases: Mapping[str, str]) -> dict[str, object]:
    still = tuple(due_copies.due_among(desk, cases))
    gone = [case for case, told in still if not told.held_for]
    for case in gone:
        _remove(desk, case.registration_id)
    return {
        "cases": len(gone),
        "copies": sum(one.copies for one in gone),
        "pages": sum(one.pages for one in gone),
        "held": len(still) - len(gone),
        "changed": len(cases) - len(still),
    } | _between(one.final_on for one in gone)


def _take_cases(desk: Desk, cases: Mapping[str, str]) -> dict[str, object]:
    removed = whole_cases.take_away(desk, cases)
    return {
        "cases": len(removed.gone),
        "copies": removed.copies,
        "pages": removed.pages,
        "patients": removed.patients,
        "held": removed.held,
        "changed": removed.changed,
    } | _between(one.last_on for one in removed.gone)


def _copies_told(desk: Desk) -> Iterator[DueCopies]:
    """The copies whose time has come that this reader of the audit is told of."""
    for case, told in due_copies.every_due(desk):
        if due_copies.is_theirs(desk, case):
            yield told


def _counted(desk: Desk, line: Kept, mine: str) -> tuple[int | None, int]:
    """How many records of a line have had their time, and how many of these are held."""
    if mine or line.counts in ("", NOT_FOLLOWED, NOT_CHARGED):
        return None, 0
    return removals.count_of(desk.db, line.counts, line.before(desk.today)), 0


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


def _between(days: Iterable[date]) -> dict[str, object]:
    found = sorted(day.isoformat() for day in days)
    return {"oldest": found[0] if found else None, "newest": found[-1] if found else None}


def _certificates(desk: Desk) -> tuple[Certificate, ...]:
    return tuple(
        Certificate(
            number=one.removal_id,
            whole=one.what == removals.CASES,
            removed_on=date.fromisoformat(one.ruled_at[:10]),
            proposer=one.proposer,
            approver=one.approver,
            cases=one.certificate["cases"],
            copies=one.certificate["copies"],
            pages=one.certificate["pages"],
            patients=one.certificate.get("patients", 0),
            held=one.certificate["held"],
            changed=one.certificate["changed"],
            oldest=from_day(one.certificate["oldest"]),
            newest=from_day(one.certificate["newest"]),
        )
        for one in removals.certificates(desk.db)
    )
