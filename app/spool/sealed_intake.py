"""Finance's side of the sealed share: open, check, keep, load, and answer each device.

Records of cases are kept as they came. A batch of ledger files goes through the same intake as a
plain one; its plain files are never written to the share, only into the ledger's own inbox. Each
envelope is one turn of the database with its receipt; the answer to a device is another, and is
sent afterwards: a crash anywhere is healed by the next run.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256

from app.billing.book import LedgerBook
from app.billing.records import Kind
from app.core.errors import Known
from app.core.ports import Clock, stamp
from app.core.trust import Mode
from app.replica.record import NotARecord, Record, read_record
from app.spool.envelope import to_csv
from app.spool.hub_book import HubBook, Outgoing, Receipt
from app.spool.intake import IntakeReport, Taken, intake
from app.spool.keys import PrivateKeys
from app.spool.listing import newest_list
from app.spool.opened import OpenedFiles
from app.spool.roster import Device, Duty, Roster, read_roster
from app.spool.sealed import LARGEST_FILE, Content, Fault, Heading, Refused, seal
from app.spool.served_again import ServedAgain
from app.spool.share import Share
from app.spool.travel import Arrived, Missing, PutAside, Receiver, look, may_take_away
from app.spool.travel_content import files_of, lines_of, pack_files
from app.spool.travel_names import PREFIX, name_of, next_copy

RECEIPTS = "receipts.json"
PAYMENTS = "payments.csv"
_LOOKED_AT = 32  # of the hub's own envelopes that are read again at each run


@dataclass(frozen=True, slots=True, kw_only=True)
class HubKeys:
    """What the hub signs with, what it opens with (newest first), and whose list it believes."""

    trust: str
    sign: bytes
    opening: tuple[bytes, ...]
    root: bytes

    @property
    def pairs(self) -> tuple[PrivateKeys, ...]:
        """The keys as pairs, the newest first."""
        return tuple(PrivateKeys(self.sign, one) for one in self.opening)


@dataclass(slots=True)
class SealedReport:
    """What one run did with sealed envelopes."""

    envelopes: int = 0
    records: int = 0
    answered: int = 0
    again: int = 0  # envelopes of earlier records for machines that joined later
    sent: int = 0
    put_aside: list[PutAside] = field(default_factory=list)
    missing: list[Missing] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)

    @property
    def batches(self) -> IntakeReport:
        """What became of the ledger batches inside."""
        return IntakeReport(tuple(self.taken))


def newest_roster(share: Share, keys: HubKeys) -> Roster:
    """The newest list of devices on the share that the trust signed; raises Known `no_roster`."""
    file = newest_list(share, keys.trust, root=keys.root)
    if file is not None:
        return read_roster(file, root=keys.root)
    raise Known(
        "no_roster",
        "No list of this trust’s devices lies on the share. Put the newest one there "
        "(`recoup devices`), then run the same command again.",
        "share",
    )


def sealed_intake(
    share: Share,
    keys: HubKeys,
    ledger: LedgerBook,
    book: HubBook,
    clock: Clock,
    *,
    inbox: Callable[[OpenedFiles, IntakeReport], None] | None = None,
    begin: int = 0,
) -> SealedReport:
    """Take every envelope that has come, once, and answer. Running it again changes nothing.

    Many may run at once; each should `begin` at a number of its own (`travel.look`).
    `inbox` gets the plain files of each batch with what became of them. Raises Known `no_roster`
    or `older_keys`, ShareFault, and what the ledger raises; what was taken before stays taken.
    """
    roster = newest_roster(share, keys)
    _require_present_keys(keys, roster)
    run = _Run(share, keys, roster, ledger, book, clock, inbox)
    receiver = Receiver(trust=keys.trust, mode=ledger.mode, actor=book.actor, keys=keys.pairs)
    run.meet()
    for found in look(share, receiver, roster, book, begin=begin):
        if isinstance(found, Arrived):
            run.take(found)
        elif isinstance(found, PutAside):
            run.put_aside(found)
        else:
            run.report.missing.append(found)
    run.answer()
    run.serve()
    run.look_after()
    run.send()
    return run.report


@dataclass(slots=True)
class _Run:
    share: Share
    keys: HubKeys
    roster: Roster
    ledger: LedgerBook
    book: HubBook
    clock: Clock
    inbox: Callable[[OpenedFiles, IntakeReport], None] | None
    report: SealedReport = field(default_factory=SealedReport)

    @property
    def again(self) -> ServedAgain:
        """What officers' machines are owed."""
        return ServedAgain(self.book, self.roster, self._put_again)

    def take(self, arrived: Arrived) -> None:
        """One envelope: what is inside is kept or loaded, in one turn with its receipt.

        Everything is sealed to the trust. What these keys do not open was sealed to newer ones:
        it gets no receipt, and waits for them.
        """
        content = arrived.content
        if content is None:
            heading = arrived.envelope.heading
            self.report.missing.append(
                Missing(heading.device, heading.actor, heading.sequence, behind=1)
            )
            return
        records: Sequence[tuple[Record, bytes]] = ()
        answers = b""
        try:
            records = _records(arrived, content)
            answers = self._load(arrived, content)
        except Refused as wrong:
            # Signed by a device of ours and yet not as it should be: its chain goes on without it.
            self.put_aside(
                PutAside(
                    arrived.name.text,
                    arrived.envelope.sha256,
                    wrong.fault,
                    arrived.envelope.heading.device,
                )
            )
            records, answers = (), b""
        heading = arrived.envelope.heading
        receipt = Receipt(
            heading.actor, heading.device, heading.sequence, arrived.envelope.sha256, answers
        )
        if self.book.in_turn(partial(self._keep, arrived, receipt, records)):
            self.report.envelopes += 1
            self.report.records += len(records)

    def _keep(
        self, arrived: Arrived, receipt: Receipt, records: Sequence[tuple[Record, bytes]]
    ) -> bool:
        if not self.book.take(receipt, records):
            return False
        if arrived.envelope.heading.content is Content.CASES:
            self.again.hand_on(arrived.envelope, [body for _, body in records])
        return True

    def meet(self) -> None:
        """Note which officers' machines are new."""
        self.book.in_turn(self.again.meet)

    def serve(self) -> None:
        """Send machines that joined later what came before them."""
        for device in tuple(self.again.owing()):
            while self.book.in_turn(partial(self.again.serve, device)):
                pass

    def put_aside(self, found: PutAside) -> None:
        """A file that is not believed stays where it is, and is told."""
        at = stamp(self.clock.now())
        self.book.in_turn(partial(self.book.put_aside, found, at))
        self.report.put_aside.append(found)

    def _load(self, arrived: Arrived, content: bytes) -> bytes:
        """A batch into the ledger; the files of finance's answer, packed."""
        heading = arrived.envelope.heading
        if heading.content is not Content.FINANCE:
            return b""
        files = files_of(content, heading.rows)
        opened = OpenedFiles(dict(files))
        report = intake(opened, self.ledger, self.clock)
        stems = {(one.stem.provider, one.stem.device) for one in report.taken}
        if stems - {(heading.trust, heading.device)} or not report.taken:
            raise Refused(Fault.NOT_ENTITLED)
        self.report.taken.extend(report.taken)
        if self.inbox is not None:
            self.inbox(opened, report)
        return pack_files(tuple(sorted(opened.written.items())))

    def answer(self) -> None:
        """One envelope for each device that has something to hear."""
        heard = {(one.device, one.actor) for one in self.book.unanswered()}
        for device in self.roster.at_work(Duty.DESK, Duty.WARD, Duty.OFFICER):
            actors = sorted(actor for code, actor in heard if code == device.code)
            if not actors and self.book.payments_to_tell(device.code):
                actors = [""]
            for actor in actors:
                self.report.answered += self.book.in_turn(partial(self._answer, device, actor))

    def _answer(self, device: Device, actor: str) -> int:
        receipts = [
            one for one in self.book.unanswered() if (one.device, one.actor) == (device.code, actor)
        ]
        payments = self.book.payments_to_tell(device.code)
        if not receipts and not payments:
            return 0  # another intake was quicker
        files = [
            (
                RECEIPTS,
                json.dumps(
                    {"actor": actor, "taken": [[one.sequence, one.sha256] for one in receipts]}
                ).encode(),
            )
        ]
        for one in receipts:
            if one.answers:
                files.extend(_unpacked(one.answers))
        if payments:
            files.append((PAYMENTS, to_csv(Kind.RECEIPTS, [record for _, record in payments])))
        self._put_out(Content.ANSWERS, pack_files(files), len(files), device, receipts)
        if payments:
            self.book.told(device.code, payments[-1][0])
        return 1

    def _put_again(self, content: Content, plain: bytes, rows: int, device: Device) -> None:
        self._put_out(content, plain, rows, device, ())
        self.report.again += 1

    def _put_out(
        self,
        content: Content,
        plain: bytes,
        rows: int,
        device: Device,
        answered: Sequence[Receipt],
    ) -> None:
        sequence, previous = self.book.last_out()
        heading = Heading(
            trust=self.keys.trust,
            mode=self.ledger.mode,
            device=self._own_code(),
            actor=self.book.actor,
            sequence=sequence + 1,
            previous=previous,
            content=content,
            rows=rows,
            schema=0,
            pack="",
            created=stamp(self.clock.now()),
        )
        file = seal(
            heading,
            plain,
            sender=self.keys.pairs[0],
            receivers=(device.keys.seal, self.roster.sealing[0]),
        )
        digest = sha256(file).hexdigest()
        outgoing = Outgoing(sequence + 1, name_of(heading, digest), digest, file)
        self.book.put_out(outgoing, answered)

    def look_after(self) -> None:
        """Send again what was taken away from the share or spoilt there.

        No device says that it has its answer: every name is looked for, the newest files are read.
        """
        there = set(self.share.list(PREFIX))
        for place, (sequence, name, digest) in enumerate(self.book.sent()):
            sound = name in there
            if sound and place < _LOOKED_AT:
                file = self.share.read(name, LARGEST_FILE)
                sound = file is not None and sha256(file).hexdigest() == digest
            if not sound:
                self.book.in_turn(partial(self.book.send_under, sequence, next_copy(name)))

    def send(self) -> None:
        """Everything that the share was not seen to hold."""
        for outgoing in self.book.unsent():
            self.share.write_new(outgoing.name, outgoing.file)
            at = stamp(self.clock.now())
            self.book.in_turn(partial(self.book.mark_sent, outgoing.sequence, at))
            self.report.sent += 1

    def _own_code(self) -> str:
        own = self.roster.signer(self.keys.pairs[0].public.verify)
        if own is None or own.is_revoked or Duty.HUB not in own.duties:
            raise Known(
                "not_listed",
                "The list of devices does not name this hub with these keys. "
                "Let it in with `recoup devices`, then run the same command again.",
                "keys",
            )
        return own.code


def _require_present_keys(keys: HubKeys, roster: Roster) -> None:
    """Raise Known where the trust seals to a key this hub does not have."""
    if roster.sealing[0] not in {one.public.seal for one in keys.pairs}:
        raise Known(
            "older_keys",
            "The trust has a newer key than this hub’s key file. Let the hub in again "
            "(`recoup devices let-hub-in`) and name its new file with --keys.",
            "keys",
        )


def require_unsealed(ledger: LedgerBook) -> None:
    """Raise Known where plain batches must not be taken: a live ledger takes sealed ones alone."""
    if ledger.mode is Mode.LIVE:
        raise Known(
            "not_sealed",
            "A live ledger takes sealed envelopes only. Name the hub's keys with --keys.",
            "keys",
        )


def _records(arrived: Arrived, content: bytes) -> Sequence[tuple[Record, bytes]]:
    heading = arrived.envelope.heading
    if heading.content not in (Content.CASES, Content.AGAIN):
        return ()
    try:
        read = [(read_record(line), line) for line in lines_of(content, heading.rows)]
    except NotARecord:
        raise Refused(Fault.MISCOUNTED) from None
    if heading.content is Content.CASES and any(one.actor != heading.actor for one, _ in read):
        raise Refused(Fault.NOT_ENTITLED)
    if any(one.gone for one, _ in read) and not may_take_away(arrived.sender):
        raise Refused(Fault.NOT_ENTITLED)
    return read


def _unpacked(packed: bytes) -> Sequence[tuple[str, bytes]]:
    count = 0
    at = 0
    while at < len(packed):
        end = packed.index(b"\n", at)
        at = end + 1 + int(json.loads(packed[at:end])[1])
        count += 1
    return files_of(packed, count)
