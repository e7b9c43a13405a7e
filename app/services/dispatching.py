"""Sealing what waits, and noting what the share was seen to hold. The machine's own errand.

What people did becomes records, records become envelopes, each in one transaction with its number
and exact bytes, a few together: a crash later on is healed by sending the same bytes again.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import sha256

from app.access.roles import Act
from app.replica.bringing_back import moves_subjects
from app.replica.record import read_record
from app.services import ward
from app.services.desk import Desk, service
from app.services.enrolling import keys_as_officer, require_joined
from app.services.exchange import batches_to_seal, note_sent
from app.signatures import fingerprint
from app.spool.keys import PrivateKeys
from app.spool.reach import may_take_away, receivers_of, served_by
from app.spool.roster import Device, Duty, Roster
from app.spool.sealed import Content, Fault, Heading, seal
from app.spool.travel_content import pack_files, pack_lines
from app.spool.travel_names import name_of, next_copy
from app.store import (
    absorbing,
    audit,
    batches,
    contact,
    emergencies,
    journal,
    meta,
    outgoing,
    owed_again,
    quarantine,
    register,
    removal_lines,
    travelling,
)
from app.store.bodies import DamagedRecord
from app.store.database import Database
from app.store.quarantine import Aside
from app.store.travelling import Sealed

AT_ONCE = 16  # envelopes made, or noted as sent, in one transaction: each waits for the disk
_NO_RECORDS = (0, 0)
_CHECKED_TO, _CHECKS = "share_checked_to", 8


@dataclass(frozen=True, slots=True)
class ToSend:
    """An envelope the share has not been seen to hold, with its bytes."""

    sequence: int
    name: str
    file: bytes


@dataclass(frozen=True, slots=True)
class OnShare:
    """An envelope that the share gave back as it was written, and its file's name there."""

    sequence: int
    name: str


@dataclass(frozen=True, slots=True)
class Check:
    """An envelope to look after on the share, and the hash its file must have."""

    sequence: int
    name: str
    sha256: str

    def is_sound(self, file: bytes | None) -> bool:
        """Whether the share still holds it as it was sent."""
        return file is not None and sha256(file).hexdigest() == self.sha256


@service(Act.EXCHANGE)
def seal_waiting(desk: Desk, checked: Sequence[Check] = ()) -> int:
    """Seal everything that waits here; returns how many envelopes were made.

    `checked` are those just looked after on the share, noted on the way. Raises Known `not_joined`.
    """
    if ward.is_ward(desk):
        ward.hand_over_drafts(desk, left_for=desk.retention.ward.draft)
    return seal_all(desk, checked)


def seal_all(desk: Desk, checked: Sequence[Check] = ()) -> int:
    """Seal all that is finished, as `seal_waiting` does; raises Known `not_joined`."""
    roster, device, own = require_joined(desk)
    record_all(desk)
    pen = _Pen(desk, roster, own, takes_away=may_take_away(device))
    with desk.db.sparing():
        _seal_what_it_moved_before(pen)
        is_officer = Duty.OFFICER in device.duties
        _seal_cases(pen, with_register=is_officer, checked=checked)
        _seal_batches(pen)
        if is_officer:
            _seal_again(pen, device)
    _tell_damaged(desk)
    return pen.made


def _tell_damaged(desk: Desk) -> None:
    """Put among what needs attention what cannot be read here, each once."""
    words = DamagedRecord().message
    for one in journal.unplaced(desk.db):
        name = f"{one.subject} {one.about}"
        if one.reason == words and not quarantine.is_aside(desk.db, name):
            with desk.db.atomic():
                aside = Aside(
                    name=name,
                    sha256="",
                    fault=Fault.DAMAGED_HERE.value,
                    device=desk.device,
                    seen_at=desk.moment,
                )
                quarantine.put_aside(desk.db, aside)
                desk.audit("record_damaged", name)


def seal_for_trust(desk: Desk, roster: Roster, device: Device, own: PrivateKeys) -> int:
    """Seal all that is finished to the trust alone: this machine is on its list no more."""
    record_all(desk)
    pen = _Pen(desk, roster, own, takes_away=may_take_away(device), for_trust_alone=True)
    _seal_cases(pen)
    _seal_batches(pen)
    return pen.made


def record_all(desk: Desk) -> int:
    """What `record` does; within a transaction of the caller's as well, and then in that alone."""
    absorb = absorbing.absorb if desk.db.in_transaction else absorbing.absorb_in_parts
    written = absorb(desk.db, now=int(desk.clock.now().timestamp() * 1000))
    _tell_damaged(desk)
    return written


@service(Act.EXCHANGE)
def record(desk: Desk) -> int:
    """Bring what people did into the journal; returns how many records were written."""
    return record_all(desk)


@service(Act.EXCHANGE)
def unsent(desk: Desk) -> tuple[int, ...]:
    """The numbers of the envelopes to send, oldest first."""
    return travelling.unsent(desk.db)


@service(Act.EXCHANGE)
def to_send(desk: Desk, sequence: int) -> ToSend | None:
    """One envelope with its bytes; None where it has been sent since."""
    return envelope_of(desk, sequence)


def envelope_of(desk: Desk, sequence: int) -> ToSend | None:
    """What `to_send` gives, for whoever sends on while nobody is signed in."""
    one = travelling.waits_to_go(desk.db, sequence)
    if one is None:
        return None
    with desk.db.sparing():
        file = travelling.file_of(desk.db, sequence) or b""
    return ToSend(sequence, one.name, file)


@service(Act.EXCHANGE)
def mark_sent(desk: Desk, *given_back: OnShare) -> None:
    """The share gave these envelopes back as they were written."""
    note_on_share(desk, *given_back)


def note_on_share(desk: Desk, *given_back: OnShare) -> None:
    """What `mark_sent` does, for whoever sends on while nobody is signed in."""
    with desk.db.atomic():
        for there in given_back:
            one = travelling.waits_to_go(desk.db, there.sequence)
            if one is not None:
                if one.name != there.name:  # other bytes lay under its own
                    travelling.send_under(desk.db, there.sequence, there.name)
                    desk.audit("envelope_spoilt", one.name)
                travelling.mark_sent(desk.db, there.sequence, desk.moment)
                if one.batch is not None:
                    note_sent(desk, one.batch)
                desk.audit("envelope_sent", there.name, {"rows": one.rows})
                contact.note_answer(desk.db, desk.moment)


@service(Act.EXCHANGE)
def to_check(desk: Desk) -> tuple[Check, ...]:
    """A few envelopes that were sent and have no receipt, another few each time: `seal_waiting`
    notes which those were.

    Nothing is let go because it was sent once: a file can be taken away or spoilt on the share.
    """
    waiting = travelling.on_share(desk.db)
    last = int(meta.get(desk.db, _CHECKED_TO) or 0)
    some = ([one for one in waiting if one > last] or waiting)[:_CHECKS]
    return tuple(Check(*one) for one in travelling.named(desk.db, some))


def _note_checked(db: Database, checked: Sequence[Check]) -> None:
    if checked and str(checked[-1].sequence) != meta.get(db, _CHECKED_TO):
        meta.put(db, _CHECKED_TO, str(checked[-1].sequence))


@service(Act.EXCHANGE)
def send_again(desk: Desk, spoilt: Iterable[Check]) -> None:
    """Send envelopes once more, under a new name each: their files are gone or spoilt."""
    with desk.db.atomic():
        for one in spoilt:
            travelling.send_under(desk.db, one.sequence, next_copy(one.name))
            desk.audit("envelope_spoilt", one.name)


@dataclass(slots=True)
class _Pen:
    """What every envelope of one round needs."""

    desk: Desk
    roster: Roster
    own: PrivateKeys
    takes_away: bool
    for_trust_alone: bool = False
    made: int = 0

    def put(
        self,
        content: Content,
        plain: bytes | bytearray,
        rows: int,
        *,
        records: tuple[int, int] = _NO_RECORDS,
        batch: int | None = None,
        to: Device | None = None,
    ) -> None:
        """Seal and keep one envelope, for one machine or its kind; in the caller's transaction."""
        desk = self.desk
        sequence, previous = travelling.next_link(desk.db)
        heading = Heading(
            trust=self.roster.trust,
            mode=desk.mode,
            device=desk.device,
            actor=journal.actor(desk.db),
            sequence=travelling.in_chain(desk.db, sequence),
            previous=previous,
            content=content,
            rows=rows,
            schema=journal.SCHEMA,
            pack=desk.pack.manifest.version,
            created=desk.moment,
            audit=audit.end(desk.db),
        )
        readers = Content.FINANCE if self.for_trust_alone else content
        receivers = (
            receivers_of(readers, self.roster)
            if to is None
            else (self.roster.sealing[0], to.keys.seal)
        )
        file = seal(heading, plain, sender=self.own, receivers=receivers)
        digest = sha256(file).hexdigest()
        sealed = Sealed(
            sequence=sequence,
            name=name_of(heading, digest),
            content=content.value,
            rows=rows,
            first_record=records[0],
            last_record=records[1],
            batch=batch,
            sha256=digest,
            made_at=desk.moment,
        )
        travelling.put(desk.db, sealed, file)
        self.made += 1


def _seal_what_it_moved_before(pen: _Pen) -> None:
    """What a machine took away or brought back while it saw every case, and had not sealed by then.

    From its new keys nobody takes such records; from those it had for that duty everybody does.
    """
    before = None if pen.takes_away else keys_as_officer(pen.desk, pen.roster)
    if before is None:
        return
    db = pen.desk.db
    after = travelling.last_record_sealed(db, Content.CASES.value)
    written = journal.written_after(db, journal.actor(db), after)
    moved = [one.number for one in written if moves_subjects(read_record(one.body))]
    if moved:
        officer = replace(pen, own=before, takes_away=True)
        _seal_cases(officer, up_to=moved[-1], with_register=True)
        pen.made = officer.made


def _seal_cases(
    pen: _Pen,
    *,
    up_to: int | None = None,
    with_register: bool = False,
    checked: Sequence[Check] = (),
) -> None:
    """Seal cases, a few envelopes at once; `with_register` what desks must know of them as well.

    That, and what was `checked`, goes into the last transaction: each waits for the disk.
    """
    db = pen.desk.db
    actor = journal.actor(db)
    after = travelling.last_record_sealed(db, Content.CASES.value)
    # From a desk nobody takes removals: what it removed while it stood by itself, nobody has.
    last = journal.last_number(db, actor) if up_to is None else up_to
    left = frozenset[int]()
    if not pen.takes_away:
        left = removal_lines.numbers_removed(db, actor, after + 1, last)
    sealed_to: int | None = after
    while sealed_to is not None:
        with db.atomic():
            for _ in range(AT_ONCE):
                if sealed_to is not None:
                    sealed_to = _seal_some_cases(pen, sealed_to, last, left)
            if sealed_to is None:
                _note_checked(db, checked)
                if with_register:
                    _seal_register(pen, up_to=up_to)


def _seal_some_cases(pen: _Pen, after: int, last: int, left: Collection[int]) -> int | None:
    """Seal the next envelope of cases; returns its last record's number, None where none is left.

    In the caller's transaction. When the next is read, nothing of this one is in memory any more.
    """
    db = pen.desk.db
    actor = journal.actor(db)
    some = outgoing.next_written(db, actor, after, last, left=left)
    end = some.places[-1] if some.places else None
    if some.left_some:
        _keep_waiting(db, journal.damaged(db, actor, after, last if end is None else end))
    if end is not None:
        records = (some.places[0], end)
        pen.put(Content.CASES, some.lines, len(some.places), records=records)
    return end


def _keep_waiting(db: Database, damaged: Sequence[tuple[str, str]]) -> None:
    """What cannot be read here does not go, and is told as waiting; all else goes."""
    for subject, about in damaged:
        absorbing.mark(db, subject, about)
        journal.cannot_be_read(db, subject, about, DamagedRecord())


def _seal_again(pen: _Pen, own: Device) -> None:
    """Send officers' machines that joined later what came before them, where no hub does."""
    db = pen.desk.db
    for device in served_by(pen.roster, own):
        key_print = fingerprint(device.keys.seal)
        with db.atomic():
            owed_again.meet(db, key_print, pen.desk.moment)
            for gone in pen.roster.gone():
                verify = fingerprint(gone.keys.verify)
                owed_again.owe_of_gone(db, key_print, gone.code, gone=verify)
        while True:
            some = owed_again.next_owed(db, key_print)
            if not some.places:
                break
            with db.atomic():
                pen.put(Content.AGAIN, some.lines, len(some.places), to=device)
                owed_again.clear(db, key_print, some.places)


def _seal_batches(pen: _Pen) -> None:
    for batch in batches_to_seal(pen.desk):
        files = batches.files_of(pen.desk.db, batch.sequence_no)
        with pen.desk.db.atomic():
            pen.put(Content.FINANCE, pack_files(files), len(files), batch=batch.sequence_no)


def _seal_register(pen: _Pen, *, up_to: int | None) -> None:
    """Seal what desks must know of cases, in the caller's transaction."""
    db = pen.desk.db
    actor = journal.actor(db)
    sealed_to = travelling.last_record_sealed(db, Content.REGISTER.value)
    first = max(register.told_to(db, actor), sealed_to) + 1
    last = journal.last_number(db, actor) if up_to is None else up_to
    if first > last:
        return
    stamp = journal.last_stamp(db)
    told = [asdict(line) | {"told_stamp": stamp} for line in register.lines(db, actor, first, last)]
    gone = [{"removed": asdict(one)} for one in removal_lines.removed(db, actor, first, last)]
    seen = [{"looked_at": asdict(one)} for one in emergencies.looks(db, actor, first, last)]
    # Apart, so that a program that knows of no removal or look still takes the lines.
    for lines in filter(None, (told, gone, seen)):
        packed = pack_lines(json.dumps(one, ensure_ascii=False).encode() for one in lines)
        pen.put(Content.REGISTER, packed, len(lines), records=(first, last))
    register.note_told(db, actor, last)
