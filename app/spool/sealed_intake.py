"""Finance's side of the sealed share: open, check, keep, load, and answer each device.

Records of cases are kept as they came. A batch of ledger files goes through the same intake as a
plain one; its plain files are never written to the share, only into the ledger's own inbox. Each
envelope is one turn of the database with its receipt; the answer to a device is another
(`hub_post`), and is sent afterwards: a crash anywhere is healed by the next run.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from app.billing.book import LedgerBook
from app.core.errors import Known
from app.core.ports import Clock, stamp
from app.core.trust import Mode
from app.replica.bringing_back import carries_its_own, moves_subjects
from app.replica.one_dot import Brought
from app.replica.record import NotARecord, read_record
from app.spool.hub_book import HubBook, Receipt
from app.spool.hub_keys import HubKeys, newest_roster, require_present_keys
from app.spool.hub_life import HubLife
from app.spool.hub_post import HubPost
from app.spool.intake import IntakeReport, Outcome, Taken, intake
from app.spool.names import manifest_stem
from app.spool.opened import OpenedFiles
from app.spool.reach import may_take_away, origin_of
from app.spool.roster import Device
from app.spool.sealed import Content, Fault, Heading, Refused
from app.spool.served_again import ServedAgain
from app.spool.share import Share
from app.spool.travel import Arrived, Link, Missing, PutAside, Receiver, look, look_again
from app.spool.travel_content import files_of, lines_of, pack_files
from app.spool.travel_names import name_in_chain, read_name


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
    require_present_keys(keys, roster)
    post = HubPost(share=share, keys=keys, roster=roster, book=book, clock=clock, mode=ledger.mode)
    listed = share.list()
    HubLife(share, keys, roster, book).begin_anew_where_needed(listed)
    run = _Run(post, ledger, inbox)
    receiver = Receiver(trust=keys.trust, mode=ledger.mode, actor=book.actor, keys=keys.pairs)
    run.meet()
    lives = book.lives()
    others = (one for one in map(read_name, listed) if one is not None and one.actor not in lives)
    names = [one.text for one in others]
    for found in look(share, receiver, roster, book, names=names, begin=begin):
        if isinstance(found, Arrived):
            run.take(found)
        elif isinstance(found, PutAside):
            run.put_aside(found)
        else:
            run.report.missing.append(found)
    run.take_held(receiver)
    run.report.answered = post.answer()
    run.serve()
    post.look_after()
    run.report.sent = post.send()
    return run.report


@dataclass(slots=True)
class _Run:
    post: HubPost
    ledger: LedgerBook
    inbox: Callable[[OpenedFiles, IntakeReport], None] | None
    report: SealedReport = field(default_factory=SealedReport)

    @property
    def book(self) -> HubBook:
        """The trust's memory of envelopes."""
        return self.post.book

    @property
    def again(self) -> ServedAgain:
        """What officers' machines are owed."""
        return ServedAgain(self.book, self.post.roster, self._put_again)

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
        records: Sequence[Brought] = ()
        answers: bytes | None = b""
        try:
            records = _records(arrived, content)
            answers = self._load(arrived.envelope.heading, content)
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
            heading.actor,
            heading.device,
            heading.sequence,
            arrived.envelope.sha256,
            answers or b"",
            held=answers is None,
        )
        false = self.book.in_turn(partial(self._keep, arrived, receipt, records))
        if false is not None:
            self.report.envelopes += 1
            self.report.records += len(records)
            self.report.put_aside.extend(false)

    def _keep(
        self, arrived: Arrived, receipt: Receipt, records: Sequence[Brought]
    ) -> Sequence[PutAside] | None:
        """Keep what came; the files with what contradicts its writer, None where it was kept."""
        content = arrived.envelope.heading.content
        origin = origin_of(content, arrived.sender, self.post.roster)
        contradicted = self.book.take(receipt, records, origin)
        if contradicted is None:
            return None
        if content is Content.CASES:
            self.again.hand_on(arrived.envelope, [body for _, body in records])
        self.again.set_right(sorted({one.dot for one in contradicted}))
        false = [self._false(arrived, *one) for one in sorted({c.false_in for c in contradicted})]
        for one in false:
            self.book.put_aside(one, stamp(self.post.clock.now()))
        return false

    def _false(self, arrived: Arrived, actor: str, sequence: int) -> PutAside:
        """The file with what is not believed: the one that came, or one taken before."""
        heading, fault = arrived.envelope.heading, Fault.CONTRADICTED
        device, digest = self.book.came_as(actor, sequence) or (heading.device, "")
        name = name_in_chain(heading.trust, device, actor, sequence, digest)
        if (actor, sequence) == (heading.actor, heading.sequence):
            name = arrived.name.text
        return PutAside(name, digest, fault, device)

    def meet(self) -> None:
        """Note which officers' machines are new."""
        self.book.in_turn(self.again.meet)

    def serve(self) -> None:
        """Send machines that joined later what came before them, and all what is left of others."""
        for gone in self.again.gone():
            while self.book.in_turn(partial(self.again.serve_of_gone, gone)):
                pass
        for device in tuple(self.again.owing()):
            while self.book.in_turn(partial(self.again.serve, device)):
                pass

    def put_aside(self, found: PutAside) -> None:
        """A file that is not believed stays where it is, and is told."""
        at = stamp(self.post.clock.now())
        self.book.in_turn(partial(self.book.put_aside, found, at))
        self.report.put_aside.append(found)

    def take_held(self, receiver: Receiver) -> None:
        """Batches that waited for an earlier one of their machine: it may have come by now.

        It lies in another chain where the machine was restored from a backup. Their envelopes are
        read from the share again; one that is gone from there its sender puts back.
        """
        for receipt in self.book.held():
            link = Link(receipt.sequence, receipt.sha256, receipt.device)
            found = look_again(self.post.share, receiver, receipt.actor, link)
            answers = self._load(*found, again=True) if found else None
            if answers is not None:
                released = replace(receipt, answers=answers)
                self.book.in_turn(partial(self.book.release, released))

    def _load(self, heading: Heading, content: bytes, *, again: bool = False) -> bytes | None:
        """A batch into the ledger; the files of finance's answer, packed.

        None where the ledger waits for an earlier one, which is told when it is looked at `again`.
        """
        if heading.content is not Content.FINANCE:
            return b""
        opened = OpenedFiles(dict(files_of(content, heading.rows)))
        stems = filter(None, map(manifest_stem, opened.list()))
        if {(one.provider, one.device) for one in stems} != {(heading.trust, heading.device)}:
            raise Refused(Fault.NOT_ENTITLED)  # before the ledger is asked for anything
        report = intake(opened, self.ledger, self.post.clock)
        held = report.count(Outcome.HELD) > 0
        if again or not held:
            self.report.taken.extend(report.taken)
        if held:
            return None
        if self.inbox is not None:
            self.inbox(opened, report)
        return pack_files(tuple(sorted(opened.written.items())))

    def _put_again(self, content: Content, plain: bytes, rows: int, device: Device) -> None:
        self.post.put_out(content, plain, rows, device)
        self.report.again += 1


def require_unsealed(ledger: LedgerBook) -> None:
    """Raise Known where plain batches must not be taken: a live ledger takes sealed ones alone."""
    if ledger.mode is Mode.LIVE:
        raise Known(
            "not_sealed",
            "A live ledger takes sealed envelopes only. Name the hub's keys with --keys.",
            "keys",
        )


def _records(arrived: Arrived, content: bytes) -> Sequence[Brought]:
    heading = arrived.envelope.heading
    if heading.content not in (Content.CASES, Content.AGAIN):
        return ()
    try:
        read = [(read_record(line), line) for line in lines_of(content, heading.rows)]
    except NotARecord:
        raise Refused(Fault.MISCOUNTED) from None
    if heading.content is Content.CASES and any(one.actor != heading.actor for one, _ in read):
        raise Refused(Fault.NOT_ENTITLED)
    if any(moves_subjects(one) for one, _ in read) and not may_take_away(arrived.sender):
        raise Refused(Fault.NOT_ENTITLED)
    if not all(carries_its_own(one) for one, _ in read):
        raise Refused(Fault.MISCOUNTED)
    return read
