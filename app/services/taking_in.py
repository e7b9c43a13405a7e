"""Taking in what other machines sealed: cases, the register, answers of finance. One's own errand.

What the share was seen to hold is applied envelope by envelope, each in one transaction with the
note that it was taken. What does not hold is put aside with its code and keeps nothing waiting.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from app.access.roles import Act
from app.core.errors import Known
from app.replica.bringing_back import carries_its_own, moves_subjects
from app.replica.one_dot import Brought
from app.replica.record import NotARecord, Record, Subject, read_record
from app.services import away, exchange, from_finance, queue_place, ward
from app.services.desk import Desk, service
from app.services.dispatching import OnShare, note_on_share, record
from app.services.enrolling import keep_roster, own_keys, require_joined, roster_of
from app.services.feedback import tell_from_register
from app.signatures import fingerprint
from app.spool.opened import OpenedFiles
from app.spool.outbound import read_answers
from app.spool.reach import may_take_away, origin_of, served_by
from app.spool.roster import Duty, Roster, read_roster
from app.spool.sealed import Content, Fault, Heading, Refused
from app.spool.shapes import text
from app.spool.travel import (
    Arrived,
    Gathered,
    Link,
    Missing,
    PutAside,
    Receiver,
    Remembered,
)
from app.spool.travel_content import PAYMENTS, RECEIPTS, files_of, lines_of
from app.spool.travel_names import name_in_chain
from app.store import (
    contact,
    contradictions,
    emergencies,
    enrolled,
    journal,
    owed_again,
    placing,
    quarantine,
    register,
    registrations,
    removal_lines,
    travelling,
)
from app.store.database import Database
from app.store.emergencies import LookedAt
from app.store.quarantine import Aside
from app.store.register import Told
from app.store.removal_lines import Removed
from app.store.travelling import Come

_MOST_ENVELOPES = 10**9
_OF_RECORDS = frozenset((Content.CASES, Content.AGAIN))
_APART = frozenset(("removed", "looked_at"))  # lines of the register that tell of no patient
_MOST_NAMED = 20  # records that one line of the audit names
_Changed = TypeVar("_Changed")


@dataclass(frozen=True, slots=True)
class Look:
    """What has to be known to look at the share without the store."""

    receiver: Receiver
    roster: Roster
    book: Remembered
    listed: bytes  # the list of devices as signed, to be put back where the share lost it


@dataclass(slots=True)
class Took:
    """What one armful came to."""

    envelopes: int = 0
    cases: int = 0
    receipts: int = 0
    put_aside: int = 0
    removed: bool = False
    missing: tuple[Missing, ...] = ()


@service(Act.EXCHANGE)
def where_we_stand(desk: Desk) -> Look:
    """What to take along to the share; raises Known `not_joined`, or `wiped` where it must be."""
    away.obey_list(desk)
    roster, _, _ = require_joined(desk)
    links = {actor: Link(*link) for actor, link in travelling.links(desk.db).items()}
    receiver = Receiver(
        trust=roster.trust,
        mode=desk.mode,
        actor=journal.actor(desk.db),
        keys=own_keys(desk),
    )
    aside = {one.name: one.sha256 for one in quarantine.aside(desk.db)}
    book = Remembered(links, aside, travelling.taken(desk.db))
    return Look(receiver, roster, book, enrolled.roster(desk.db) or b"")


@service(Act.EXCHANGE)
def take(desk: Desk, gathered: Gathered, sent: Sequence[OnShare] = ()) -> Took:
    """Apply what was gathered, in its order; that these were `sent` is noted with it.

    Raises Known `wiped` where the list says that this machine is off it, once that is done.
    """
    took = Took()
    _take_rosters(desk, gathered.rosters)
    away.obey_list(desk)
    if gathered.found:
        record(desk)  # so that what people did here was written before they saw any of this
    for found in gathered.found:
        if isinstance(found, Arrived):
            _take_envelope(desk, found, took, () if took.envelopes else sent)
        elif isinstance(found, PutAside):
            _put_aside(desk, found, took)
        else:
            took.missing = (*took.missing, found)
    _lay_down_apart(desk, took)  # what it rested on may have come
    if not took.envelopes:  # or it was noted with them: each transaction waits for the disk
        with desk.db.atomic():
            contact.note_contact(desk.db, desk.moment)
            note_on_share(desk, *sent)
    if ward.is_ward(desk):
        ward.let_go(desk)
    away.clear_taken(desk)
    if took.removed:
        desk.db.checkpoint()  # so that nothing of it lives on in the write-ahead log
    return took


@service(Act.EXCHANGE)
def note_away(desk: Desk) -> None:
    """The share did not answer; raises Known `locked_away` where that has lasted too long."""
    with desk.db.atomic():
        contact.note_away(desk.db, desk.moment)
    away.keep_to_time(desk)


def _take_rosters(desk: Desk, files: tuple[bytes, ...]) -> None:
    for file in files:
        known = roster_of(desk)
        try:
            later = read_roster(file, root=None if known is None else known.root)
        except Known:
            continue
        keep_roster(desk, later, file)


def _take_envelope(desk: Desk, arrived: Arrived, took: Took, sent: Sequence[OnShare]) -> None:
    heading = arrived.envelope.heading
    is_next = travelling.link(desk.db, heading.actor) == (heading.sequence - 1, heading.previous)
    if not is_next and not quarantine.is_to_be_judged(desk.db, arrived.name.text):
        return  # taken meanwhile
    try:
        _take_whole(desk, arrived, took, sent)
    except Refused as wrong:
        # Signed by a device of ours, and yet not as it should be: the chain goes on without it.
        _put_aside(
            desk,
            PutAside(arrived.name.text, arrived.envelope.sha256, wrong.fault, heading.device),
            took,
        )
        with desk.db.atomic():
            _note_taken(desk, arrived, sent, refused=True)
    took.envelopes += 1


def _take_whole(desk: Desk, arrived: Arrived, took: Took, sent: Sequence[OnShare]) -> None:
    """Apply an envelope with the note that it was taken; raises Refused: nothing stays."""
    heading = arrived.envelope.heading
    before = took.cases, took.put_aside
    try:
        with desk.db.atomic():
            _note_taken(desk, arrived, sent)
            if arrived.content is not None:
                _apply(desk, heading, arrived, arrived.content, took)
    except placing.BrokenRule:
        if heading.content not in _OF_RECORDS:
            raise Refused(Fault.MISCOUNTED) from None
        # Rows that rest on nothing here, found only when all was kept: each subject by itself.
        took.cases, took.put_aside = before
        with desk.db.atomic():
            _note_taken(desk, arrived, sent)
            _keep(desk, arrived, _records(arrived, arrived.content or b""), placing.keep, took)
        _lay_down_apart(desk, took)


def _apply(desk: Desk, heading: Heading, arrived: Arrived, content: bytes, took: Took) -> None:
    match heading.content:
        case Content.CASES | Content.AGAIN:
            took.cases += _take_cases(desk, heading, arrived, content, took)
        case Content.REGISTER:
            took.removed |= _take_register(desk, heading, content)
        case Content.ANSWERS:
            took.receipts += _take_answers(desk, heading, content)
        case Content.FINANCE:
            raise Refused(Fault.NOT_ENTITLED)  # no desk is sealed to


def _take_cases(desk: Desk, heading: Heading, arrived: Arrived, content: bytes, took: Took) -> int:
    records = _records(arrived, content)
    own = heading.content is Content.CASES
    if own and any(one.actor != heading.actor for one, _ in records):
        raise Refused(Fault.NOT_ENTITLED)
    if not own and not arrived.sender.duties & {Duty.OFFICER, Duty.HUB}:
        raise Refused(Fault.NOT_ENTITLED)
    if own and any(moves_subjects(one) for one, _ in records) and not may_take_away(arrived.sender):
        raise Refused(Fault.NOT_ENTITLED)
    if not all(carries_its_own(one) for one, _ in records):
        raise Refused(Fault.MISCOUNTED)
    if own:
        _owe(desk, arrived, [one for one, _ in records])
    changed = _keep(desk, arrived, records, placing.take_in, took)
    took.removed |= any(one.gone for one, _ in records)
    _note_queue(desk, changed)
    return sum(subject is Subject.CASE for subject, _ in changed)


def _keep(
    desk: Desk,
    arrived: Arrived,
    records: list[Brought],
    keep: Callable[[Database, Sequence[Brought]], _Changed],
    took: Took,
) -> _Changed:
    """Keep records, each with its writer's own content; what contradicts one is put aside."""
    heading = arrived.envelope.heading
    roster, device, _ = require_joined(desk)
    origin = origin_of(heading.content, arrived.sender, roster, device)
    envelope = (heading.actor, heading.sequence)
    settled = contradictions.make_room(desk.db, records, origin, envelope)
    changed = keep(desk.db, (*settled.fresh, *settled.instead))
    contradictions.keep_account(desk.db, settled, origin, envelope)
    for (actor, sequence), wrong in contradictions.false_in(settled):
        by, digest = travelling.came_as(desk.db, actor, sequence) or ("", "")
        name = name_in_chain(heading.trust, by, actor, sequence, digest)
        if (actor, sequence) == envelope:
            name = arrived.name.text
        dots = [list(one.dot) for one in wrong[:_MOST_NAMED]]
        _put_aside(desk, PutAside(name, digest, Fault.CONTRADICTED, by), took, records=dots)
    return changed


def _lay_down_apart(desk: Desk, took: Took) -> None:
    changed = placing.lay_down_apart(desk.db)
    _note_queue(desk, changed)
    took.cases += sum(subject is Subject.CASE for subject, _ in changed)


def _note_queue(desk: Desk, changed: tuple[tuple[Subject, str], ...]) -> None:
    cases = [about for subject, about in changed if subject is Subject.CASE]
    if cases:
        with desk.db.atomic():
            for about in registrations.queued_of(desk.db, cases):
                queue_place.note(desk, about)


def _records(arrived: Arrived, content: bytes) -> list[tuple[Record, bytes]]:
    return [_record(line) for line in lines_of(content, arrived.envelope.heading.rows)]


def _owe(desk: Desk, arrived: Arrived, records: list[Record]) -> None:
    """Note for whom an envelope does not open that should: its sender did not know them yet."""
    roster, device, _ = require_joined(desk)
    for other in served_by(roster, device):
        if not arrived.envelope.is_for(other.keys.seal):
            owed_again.owe(desk.db, fingerprint(other.keys.seal), [one.dot for one in records])


def _record(line: bytes) -> tuple[Record, bytes]:
    try:
        return read_record(line), line
    except NotARecord:
        raise Refused(Fault.MISCOUNTED) from None


def _take_register(desk: Desk, heading: Heading, content: bytes) -> bool:
    """Put the lines in the register; whether they tell of something that is gone."""
    is_officer = Duty.OFFICER in require_joined(desk)[1].duties
    try:
        lines = [json.loads(line) for line in lines_of(content, heading.rows)]
        removed = [_removed(line["removed"]) for line in lines if "removed" in line]
        looked = [_looked_at(line["looked_at"]) for line in lines if "looked_at" in line]
        told = [Told(**line, told_by=heading.actor) for line in lines if not _APART & line.keys()]
        register.put(desk.db, told)
        for one in removed:
            if one.subject is Subject.CASE:
                register.remove(desk.db, one.about, one.stamp)
        # An officer's machine gets the cases themselves, with each look at an access to them.
        if not is_officer:
            emergencies.looked_elsewhere(desk.db, looked)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise Refused(Fault.MISCOUNTED) from None
    if not is_officer:
        tell_from_register(desk, (one.registration_id for one in told if one.standing == "decided"))
        for case in removal_lines.obey(desk.db, removed, at=desk.moment):
            desk.audit("case_removed", case)
    return bool(removed)


def _removed(said: dict[str, Any]) -> Removed:
    seen = {str(actor): _whole(number) for actor, number in said["seen"].items()}
    return Removed(Subject(said["subject"]), text(said["about"]), _whole(said["stamp"]), seen)


def _looked_at(said: dict[str, Any]) -> LookedAt:
    return LookedAt(**{name: str(value) for name, value in said.items()})


def _whole(value: object) -> int:
    if type(value) is not int:
        raise ValueError("not a whole number")
    return value


def _take_answers(desk: Desk, heading: Heading, content: bytes) -> int:
    files = dict(files_of(content, heading.rows))
    receipts = _receipts(desk, files.pop(RECEIPTS, b"{}"))
    taken = sum(
        travelling.mark_taken(desk.db, sequence, digest, desk.moment)
        for sequence, digest in receipts
    )
    from_finance.keep(desk, files.pop(PAYMENTS, None))
    answers = read_answers(
        OpenedFiles(files), provider=desk.trust.provider_code, device=desk.device
    )
    if answers.unreadable:
        raise Refused(Fault.MISCOUNTED)
    exchange.settle(desk, answers.found)
    return taken


def _receipts(desk: Desk, file: bytes) -> list[tuple[int, str]]:
    """The receipts for this store's envelopes, of any life of it; none where they are another's."""
    try:
        said: Any = json.loads(file)
        before = travelling.before(desk.db, str(said.get("actor", "")))
        if before is None:
            return []
        receipts = [_receipt(sequence, digest) for sequence, digest in said["taken"]]
        return [(before + sequence, digest) for sequence, digest in receipts]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise Refused(Fault.MISCOUNTED) from None


def _receipt(sequence: object, digest: object) -> tuple[int, str]:
    if type(sequence) is not int or not 0 < sequence < _MOST_ENVELOPES:
        raise ValueError("not the number of an envelope")
    if type(digest) is not str or not digest.isascii():
        raise ValueError("not a hash")
    return sequence, digest


def _note_taken(
    desk: Desk, arrived: Arrived, sent: Sequence[OnShare], *, refused: bool = False
) -> None:
    heading = arrived.envelope.heading
    if not refused and quarantine.is_aside(desk.db, arrived.name.text):
        quarantine.release(desk.db, arrived.name.text)  # the whole file is back under its name
        desk.audit("taken_after_all", arrived.name.text)
    if travelling.came_as(desk.db, heading.actor, heading.sequence) is None:
        come = Come(
            actor=heading.actor,
            sequence=heading.sequence,
            device=heading.device,
            sha256=arrived.envelope.sha256,
            content=heading.content.value,
            rows=heading.rows,
            taken_at=desk.moment,
        )
        travelling.take(desk.db, come)
    contact.note_contact(desk.db, desk.moment)
    note_on_share(desk, *sent)


def _put_aside(desk: Desk, found: PutAside, took: Took, *, records: Sequence[object] = ()) -> None:
    with desk.db.atomic():
        aside = Aside(
            name=found.name,
            sha256=found.sha256,
            fault=found.fault.value,
            device=found.device,
            seen_at=desk.moment,
        )
        quarantine.put_aside(desk.db, aside)
        about = {"fault": found.fault.value, "sha256": found.sha256}
        desk.audit("put_aside", found.name, about | ({"records": [*records]} if records else {}))
    took.put_aside += 1
