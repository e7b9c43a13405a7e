"""The finance side: take what desks have sent, once, in order, and answer.

Loading a batch and remembering its answer is one transaction of the ledger; the answer goes to
the share afterwards. A crash between the two leaves a batch without its answer, which the next
run writes again from the ledger.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
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
from app.spool.preparation import Prepared, prepare
from app.spool.share import PART, AlreadyThere, Share

_AT_A_TIME = 200  # batches whose answers are fetched in one statement


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


def intake(share: Share, ledger: LedgerBook, clock: Clock, *, begin: int = 0) -> IntakeReport:
    """Take every batch that has a manifest. Running it again changes nothing.

    Many may run at once; each should `begin` at a number of its own, so that they begin with the
    batches of different devices and share the work. The report does not hang on it.
    Raises ShareFault when the share goes away in the middle, and what the ledger raises; what
    was taken before stays taken.
    """
    names = share.list()
    stems = sorted(
        (stem for stem in map(manifest_stem, names) if stem),
        key=lambda stem: (stem.provider, stem.device, stem.sequence_no, stem.day),
    )
    taken: list[Taken] = []
    for some in _few_at_a_time(_in_turn(stems, begin)):
        known = ledger.answers([str(stem) for stem in some])
        taken += [_Batch(stem, share, ledger, clock).take(known.get(str(stem))) for stem in some]
    if any(name.endswith(PART) for name in names):
        for stem in stems:  # what an earlier run left behind when it was cut off
            share.sweep(stem.acknowledgement)
            share.sweep(stem.rejects)
    order = {stem: place for place, stem in enumerate(stems)}
    return IntakeReport(tuple(sorted(taken, key=lambda each: order[each.stem])))


@dataclass(slots=True)
class _Batch:
    stem: Stem
    share: Share
    ledger: LedgerBook
    clock: Clock
    hash: str = field(default="", init=False)

    def take(self, known: Answered | None) -> Taken:
        data = self.share.read(self.stem.manifest, LARGEST_MANIFEST)
        if data is None:
            return self._refused("E102", "the manifest is gone")
        self.hash = sha256(data)
        if known is not None and known.manifest_sha256 == self.hash:
            return self._duplicate(known)
        try:
            manifest = read_manifest(data)
        except NotAsWritten as odd:
            known = known or self._known()
            return self._other(known) if known else self._refused("E103", f"the manifest {odd}")
        if manifest.header.stem != self.stem:
            return self._misnamed(manifest.header.stem)
        known = known or self._known()  # another intake may have been quicker since the list
        if known is not None:
            return self._seen_before(known, manifest.header)
        if self._is_early(manifest.header):
            return self._held(manifest.header)
        with _uncollected():
            return self._settle(inspect(manifest, self.share.read))

    def _settle(self, inspected: Inspected) -> Taken:
        header = inspected.manifest.header
        prepared = None if inspected.faults else prepare(inspected, self.ledger)

        def act() -> Answered | Answer:
            return self._known() or self._judge(inspected, prepared)

        answer = self.ledger.in_turn(header.provider_code, act)
        if isinstance(answer, Answered):
            return self._seen_before(answer, header)
        return Taken(
            stem=self.stem,
            outcome=Outcome(answer.status),
            answer=answer,
            reasons=answer.rejects,
            answer_file=self._write_answer(answer.ack_bytes(), answer.rej_bytes()),
        )

    def _known(self) -> Answered | None:
        return self.ledger.answers([str(self.stem)]).get(str(self.stem))

    def _seen_before(self, known: Answered, header: BatchHeader) -> Taken:
        same = known.manifest_sha256 == self.hash
        return self._duplicate(known) if same else self._other(known, header)

    def _duplicate(self, known: Answered) -> Taken:
        return Taken(
            stem=self.stem,
            outcome=Outcome.DUPLICATE,
            answer=_first_answer(known),
            answer_file=self._write_answer(known.acknowledgement, known.rejects),
        )

    def _other(self, known: Answered, header: BatchHeader | None = None) -> Taken:
        """Other content under the name of a batch that was answered."""
        if header is not None and header.batch_id != known.batch_id:
            reason = whole_batch("E107", "sequence_no", "another batch has this number")
        else:
            reason = whole_batch("E101", "batch_id", "batch id reused with other content")
        return Taken(
            stem=self.stem,
            outcome=Outcome.REJECTED,
            reasons=(reason,),
            answer_file=self._write_answer(known.acknowledgement, known.rejects),
        )

    def _misnamed(self, own: Stem) -> Taken:
        """A copy under another name: known if taken before, else not to be believed."""
        known = self.ledger.answers([str(own)]).get(str(own))
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

    def _judge(self, inspected: Inspected, prepared: Prepared | None) -> Answer:
        """Decide, load, and remember the answer; within the trust's turn."""
        header = inspected.manifest.header
        tip = self.ledger.tip(header.provider_code, header.device_code)
        faults = (*self._chain_faults(header, tip), *inspected.faults)
        if faults or prepared is None:
            answer = self._rejection(inspected, faults)
        else:
            batch_no = self.ledger.next_batch_no(header.provider_code, self.clock.today().year)
            answer = self._answer(inspected, load(prepared, self.ledger, batch_no), batch_no)
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
        if header.mode is self.ledger.mode and header.sequence_no == tip.sequence_no + 1:
            # A rejected batch uses up its number too: its rows come again in a later one.
            self.ledger.advance(
                header.provider_code, header.device_code, Tip(header.sequence_no, self.hash)
            )
        return answer

    def _chain_faults(self, header: BatchHeader, tip: Tip) -> Iterator[Reject]:
        if header.mode is not self.ledger.mode:
            message = f"mode {header.mode} has no place on a {self.ledger.mode} ledger"
            yield whole_batch("E108", "mode", message)
            return
        if self.ledger.knows_batch(header.provider_code, header.batch_id):
            yield whole_batch("E101", "batch_id", "batch id reused with other content")
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


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without looking for rubbish in rings: rows make none, and looking costs a sixth of all."""
    wanted = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if wanted:
            gc.enable()


def _in_turn(stems: Sequence[Stem], begin: int) -> Sequence[Stem]:
    """The same batches, those of another device first; a device's own stay in order."""
    firsts = [
        place
        for place, stem in enumerate(stems)
        if not place or _device(stem) != _device(stems[place - 1])
    ]
    start = firsts[begin % len(firsts)] if firsts else 0
    return [*stems[start:], *stems[:start]]


def _device(stem: Stem) -> tuple[str, str]:
    return stem.provider, stem.device


def _few_at_a_time(stems: Sequence[Stem]) -> Iterator[Sequence[Stem]]:
    for start in range(0, len(stems), _AT_A_TIME):
        yield stems[start : start + _AT_A_TIME]


def _first_answer(known: Answered) -> Answer:
    answer = read_acknowledgement(known.acknowledgement)
    return answer if known.rejects is None else with_rejects(answer, known.rejects)
