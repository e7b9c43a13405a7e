"""The finance side: take what desks have sent, once, in order, and answer.

Loading a batch and remembering its answer is one transaction of the ledger; the answer goes to
the share afterwards. A crash between the two leaves a batch without its answer, which the next
run writes again from the ledger.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from app.billing.book import Answered, LedgerBook, Tip
from app.billing.records import Kind
from app.core.ports import Clock, stamp
from app.spool.acknowledgement import (
    Answer,
    Reject,
    Status,
    read_acknowledgement,
    with_rejects,
)
from app.spool.envelope import sha256
from app.spool.inspection import Inspected, inspect, whole_batch
from app.spool.judgement import Judgement, load
from app.spool.manifest import LARGEST_MANIFEST, BatchHeader, NotAsWritten, read_manifest
from app.spool.names import Stem, manifest_stem
from app.spool.share import PART, AlreadyThere, Share


class Outcome(StrEnum):
    """What one run made of one batch. HELD and REFUSED get no answer and may yet be taken."""

    ACCEPTED = "ACCEPTED"
    PARTIAL = "PARTIAL"
    REJECTED = "REJECTED"
    DUPLICATE = "DUPLICATE"
    HELD = "HELD"  # a batch before it has not come
    REFUSED = "REFUSED"  # no manifest a sender of ours wrote under that name


class AnswerFile(StrEnum):
    """Whether the share holds the answer after this run."""

    WRITTEN = "written"
    THERE = "there"  # from an earlier run
    BLOCKED = "blocked"  # another file has its name: somebody must move that aside
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One batch in the report, and what became of its answer on the share.

    `answer` is the one given in this run, or, for a duplicate, the first; `reasons` are of this
    run alone.
    """

    stem: Stem
    outcome: Outcome
    answer: Answer | None = None
    reasons: tuple[Reject, ...] = ()
    answer_file: AnswerFile = AnswerFile.NONE


@dataclass(frozen=True, slots=True)
class IntakeReport:
    """All batches on the share, in order of device and sequence."""

    taken: tuple[Taken, ...] = ()

    def count(self, outcome: Outcome) -> int:
        """How many batches fared so."""
        return sum(each.outcome is outcome for each in self.taken)

    @property
    def refused(self) -> tuple[Taken, ...]:
        """Whole batches that did not get in by this run."""
        out = (Outcome.REJECTED, Outcome.HELD, Outcome.REFUSED)
        return tuple(each for each in self.taken if each.outcome in out)


def intake(share: Share, ledger: LedgerBook, clock: Clock) -> IntakeReport:
    """Take every batch that has a manifest. Running it again changes nothing.

    Raises ShareFault when the share goes away in the middle, and what the ledger raises; what
    was taken before stays taken.
    """
    names = share.list()
    stems = sorted(
        (stem for stem in map(manifest_stem, names) if stem),
        key=lambda stem: (stem.provider, stem.device, stem.sequence_no, stem.day),
    )
    report = IntakeReport(tuple(_Batch(stem, share, ledger, clock).take() for stem in stems))
    if any(name.endswith(PART) for name in names):
        for stem in stems:  # what an earlier run left behind when it was cut off
            share.sweep(stem.acknowledgement)
            share.sweep(stem.rejects)
    return report


@dataclass(slots=True)
class _Batch:
    stem: Stem
    share: Share
    ledger: LedgerBook
    clock: Clock
    hash: str = field(default="", init=False)

    def take(self) -> Taken:
        data = self.share.read(self.stem.manifest, LARGEST_MANIFEST)
        if data is None:
            return self._refused("E102", "the manifest is gone")
        self.hash = sha256(data)
        try:
            manifest = read_manifest(data)
        except NotAsWritten as odd:
            return self._seen_before() or self._refused("E103", f"the manifest {odd}")
        if manifest.header.stem != self.stem:
            return self._misnamed(manifest.header.stem)
        seen = self._seen_before(manifest.header)
        if seen is not None:
            return seen
        if self._is_early(manifest.header):
            return self._held(manifest.header)
        inspected = inspect(manifest, self.share.read)
        with self.ledger.atomic():
            # Another intake may have been quicker while the files were read.
            seen_meanwhile = self.ledger.answered(str(self.stem)) is not None
            answer = None if seen_meanwhile else self._judge(inspected)
        if answer is None:
            return self.take()
        return Taken(
            stem=self.stem,
            outcome=Outcome(answer.status),
            answer=answer,
            reasons=answer.rejects,
            answer_file=self._write_answer(answer.ack_bytes(), answer.rej_bytes()),
        )

    def _seen_before(self, header: BatchHeader | None = None) -> Taken | None:
        known = self.ledger.answered(str(self.stem))
        if known is None:
            return None
        written = self._write_answer(known.acknowledgement, known.rejects)
        if known.manifest_sha256 == self.hash:
            return Taken(
                stem=self.stem,
                outcome=Outcome.DUPLICATE,
                answer=_first_answer(known),
                answer_file=written,
            )
        if header is not None and header.batch_id != known.batch_id:
            reason = whole_batch("E107", "sequence_no", "another batch has this number")
        else:
            reason = whole_batch("E101", "batch_id", "batch id reused with other content")
        return Taken(
            stem=self.stem, outcome=Outcome.REJECTED, reasons=(reason,), answer_file=written
        )

    def _misnamed(self, own: Stem) -> Taken:
        """A copy under another name: known if taken before, else not to be believed."""
        known = self.ledger.answered(str(own))
        if known is not None and known.manifest_sha256 == self.hash:
            return Taken(stem=self.stem, outcome=Outcome.DUPLICATE, answer=_first_answer(known))
        return self._refused("E102", "the manifest lies under another batch's name")

    def _is_early(self, header: BatchHeader) -> bool:
        tip = self.ledger.tip(header.provider_code, header.device_code)
        return header.mode is self.ledger.mode and header.sequence_no > tip.sequence_no + 1

    def _held(self, header: BatchHeader) -> Taken:
        tip = self.ledger.tip(header.provider_code, header.device_code)
        message = f"held until number {tip.sequence_no + 1} of this device has come"
        return Taken(
            stem=self.stem,
            outcome=Outcome.HELD,
            reasons=(whole_batch("E106", "sequence_no", message),),
        )

    def _judge(self, inspected: Inspected) -> Answer:
        """Decide, load, and remember the answer; within the ledger's transaction."""
        header = inspected.manifest.header
        faults = (*self._chain_faults(header), *inspected.faults)
        if faults:
            answer = self._rejection(inspected, faults)
        else:
            batch_no = self.ledger.next_batch_no(self.clock.today().year)
            answer = self._answer(inspected, load(inspected, self.ledger, batch_no), batch_no)
        self.ledger.keep_answer(
            Answered(
                stem=str(self.stem),
                batch_id=header.batch_id,
                manifest_sha256=self.hash,
                provider_code=header.provider_code,
                device_code=header.device_code,
                sequence_no=header.sequence_no,
                status=answer.status,
                ledger_batch_no=answer.ledger_batch_no,
                received_utc=answer.received_utc,
                acknowledgement=answer.ack_bytes(),
                rejects=answer.rej_bytes(),
            )
        )
        tip = self.ledger.tip(header.provider_code, header.device_code)
        if header.mode is self.ledger.mode and header.sequence_no == tip.sequence_no + 1:
            # A rejected batch uses up its number too: its rows come again in a later one.
            self.ledger.advance(
                header.provider_code, header.device_code, Tip(header.sequence_no, self.hash)
            )
        return answer

    def _chain_faults(self, header: BatchHeader) -> Iterator[Reject]:
        if header.mode is not self.ledger.mode:
            message = f"mode {header.mode} has no place on a {self.ledger.mode} ledger"
            yield whole_batch("E108", "mode", message)
            return
        if self.ledger.knows_batch(header.batch_id):
            yield whole_batch("E101", "batch_id", "batch id reused with other content")
        tip = self.ledger.tip(header.provider_code, header.device_code)
        if header.sequence_no <= tip.sequence_no:
            yield whole_batch("E107", "sequence_no", "another batch has this number")
        elif header.previous_manifest_sha256 != tip.manifest_sha256:
            yield whole_batch("E107", "previous_manifest_sha256", "the chain of hashes is broken")

    def _rejection(self, inspected: Inspected, faults: tuple[Reject, ...]) -> Answer:
        nothing = Judgement()
        for kind in Kind:
            entry = inspected.manifest.entry(kind)
            nothing.rejected[kind] = entry.rows if entry else 0
        answer = self._answer(inspected, nothing, None)
        return replace(
            answer, status=Status.REJECTED, reject_file=self.stem.rejects, rejects=faults
        )

    def _answer(self, inspected: Inspected, found: Judgement, batch_no: str | None) -> Answer:
        header = inspected.manifest.header
        return Answer(
            batch_id=header.batch_id,
            sequence_no=header.sequence_no,
            manifest_sha256=self.hash,
            status=Status.PARTIAL if found.rejects else Status.ACCEPTED,
            received_utc=stamp(self.clock.now()),
            ledger_batch_no=batch_no,
            accepted=found.accepted,
            rejected=found.rejected,
            accepted_pence=found.pence,
            reject_file=self.stem.rejects if found.rejects else None,
            rejects=found.in_order(),
        )

    def _write_answer(self, acknowledgement: bytes, rejects: bytes | None) -> AnswerFile:
        """Put the answer on the share if it is not there; the reject file first."""
        if self.share.read(self.stem.acknowledgement, len(acknowledgement)) == acknowledgement:
            return AnswerFile.THERE
        try:
            if rejects is not None:
                self.share.write_new(self.stem.rejects, rejects)
            self.share.write_new(self.stem.acknowledgement, acknowledgement)
        except AlreadyThere:
            return AnswerFile.BLOCKED
        return AnswerFile.WRITTEN

    def _refused(self, code: str, message: str) -> Taken:
        return Taken(
            stem=self.stem,
            outcome=Outcome.REFUSED,
            reasons=(whole_batch(code, "manifest", message),),
        )


def _first_answer(known: Answered) -> Answer:
    answer = read_acknowledgement(known.acknowledgement)
    return answer if known.rejects is None else with_rejects(answer, known.rejects)
