"""Sending what finance must know, and reading what finance answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.access.roles import Act
from app.billing.records import CustomerRecord, InvoiceRecord, Kind, ReceiptRecord, columns
from app.core.errors import Known
from app.core.trust import Mode
from app.core.wording import Phrase, together
from app.services.desk import Desk, service
from app.services.enrolling import require_joined
from app.spool.acknowledgement import Answer, Status, disagreement
from app.spool.envelope import PlainBatch, build, restore
from app.spool.manifest import BatchHeader
from app.spool.names import Stem
from app.spool.outbound import read_answers, send
from app.spool.share import Share
from app.store import batches, outbox
from app.store.batches import StoredBatch
from app.store.outbox import OutboxRow, Refusal

MOST_ROWS = 5_000
_STATE = {
    Status.ACCEPTED: batches.ACKNOWLEDGED,
    Status.DUPLICATE: batches.ACKNOWLEDGED,
    Status.PARTIAL: batches.PARTIAL,
    Status.REJECTED: batches.REJECTED,
}


_WHOLE = Phrase("The whole batch was refused.")  # kept with the rows in English


@dataclass(frozen=True, slots=True)
class SyncState:
    """What the status bar tells, truthfully: sent is not acknowledged."""

    waiting: int  # rows not yet in a batch
    unsent: int  # rows in a batch that the share has not been seen to hold
    sent: int  # rows on the share, no answer yet
    acknowledged: int  # rows finance has taken
    attention: int  # rows finance refused

    @property
    def words(self) -> str:
        """One line: `3 waiting to send · 1 sent, not yet acknowledged`."""
        parts = []
        if self.attention:
            one = self.attention == 1
            parts.append(
                Phrase(
                    "{count} needs attention" if one else "{count} need attention",
                    count=self.attention,
                )
            )
        if self.waiting or self.unsent:
            parts.append(Phrase("{count} waiting to send", count=self.waiting + self.unsent))
        if self.sent:
            parts.append(Phrase("{count} sent, not yet acknowledged", count=self.sent))
        if not parts:
            parts.append(Phrase("All acknowledged" if self.acknowledged else "Nothing to send"))
        return together(parts)


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What one exchange with the share did; `odd` names answers that do not reconcile."""

    sent: tuple[PlainBatch, ...]
    answered: tuple[Answer, ...]
    odd: tuple[str, ...]
    state: SyncState


def sync_state(desk: Desk) -> SyncState:
    """The counts behind the sync button; anyone at the desk may see how many wait."""
    rows = outbox.counts(desk.db)
    unsent = sum(
        len(outbox.of_batch(desk.db, batch.sequence_no))
        for batch in batches.in_state(desk.db, batches.TAKEN)
    )
    return SyncState(
        waiting=rows[outbox.WAITING],
        unsent=unsent,
        sent=rows[outbox.BATCHED] - unsent,
        acknowledged=rows[outbox.ACCEPTED],
        attention=rows[outbox.REJECTED],
    )


@service(Act.EXPORT_BATCH, whole=True)
def sync(desk: Desk, share: Share) -> SyncReport:
    """Send what waits, in order, and take in the answers that lie on the share.

    Raises Known when the share is away: everything stays here and goes with the next call.
    """
    sent = prepare(desk)
    for batch in sent:
        send(batch, share)
        mark_sent(desk, batch)
    provider = desk.trust.provider_code
    found = read_answers(share, provider=provider, device=desk.device, wanted=unanswered(desk))
    answered, odd = apply(desk, found.found)
    return SyncReport(sent, answered, (*odd, *found.unreadable), sync_state(desk))


@service(Act.EXPORT_BATCH, whole=True)
def prepare(desk: Desk) -> tuple[PlainBatch, ...]:
    """The batches to write, oldest first: those cut off earlier, then one of what waits now.

    The number, the marking of the rows and the exact bytes are one transaction (finance.md 7.3),
    so a crash at any later point is healed by writing the same bytes again. Plain batches are for
    made-up records: a live store raises Known `not_joined`, or `not_sealed` once it has joined.
    """
    if desk.mode is Mode.LIVE:
        require_joined(desk)
        raise Known(
            "not_sealed",
            "This store is live: what it sends is sealed, never plain. Everything is safe here.",
        )
    _take_waiting(desk)
    return tuple(
        restore(batches.files_of(desk.db, batch.sequence_no))
        for batch in batches.in_state(desk.db, batches.TAKEN)
    )


def batches_to_seal(desk: Desk) -> tuple[StoredBatch, ...]:
    """The batches that are in no envelope yet, oldest first, with one of what waits now."""
    _take_waiting(desk)
    return batches.without_envelope(desk.db)


def note_sent(desk: Desk, sequence_no: int) -> None:
    """The envelope of a batch lies on the share; within the caller's transaction."""
    batches.mark_sent(desk.db, sequence_no, desk.moment)


def settle(desk: Desk, answers: Sequence[Answer]) -> None:
    """Take in the answers that came sealed; within the caller's transaction."""
    _learn_of_own(desk, answers)
    # An answer proves that a batch arrived, even where a crash kept that from being noted.
    _apply(desk, answers, batches.SENT, batches.TAKEN)


def _learn_of_own(desk: Desk, answers: Sequence[Answer]) -> None:
    """Batches of this device that this store never made: it came back from a copy older than they.

    Finance took them and counts on from there, so the next batch must follow them. What they held
    is finance's to tell: their files are not here.
    """
    for answer in sorted(answers, key=lambda one: one.sequence_no):
        link = batches.next_link(desk.db)
        if answer.sequence_no != link.sequence_no:
            continue
        day = answer.received_utc[:10].replace("-", "")
        stem = Stem(desk.trust.provider_code, desk.device, day, answer.sequence_no)
        learnt = StoredBatch(
            sequence_no=answer.sequence_no,
            batch_id=answer.batch_id,
            stem=str(stem),
            manifest_sha256=answer.manifest_sha256,
            previous_sha256=link.previous_sha256,
            created_at=answer.received_utc,
        )
        with desk.db.atomic():
            batches.add(desk.db, learnt, ())
            _settle(desk, answer)
            desk.audit("batch_learnt_of", str(stem), {"status": answer.status.value})


def _take_waiting(desk: Desk) -> None:
    with desk.db.atomic():
        waiting = outbox.waiting(desk.db, limit=MOST_ROWS)
        if waiting:
            _take(desk, waiting)


@service(Act.EXPORT_BATCH, whole=True)
def mark_sent(desk: Desk, batch: PlainBatch) -> None:
    """Note that the batch was read back from the share with its own hash."""
    with desk.db.atomic():
        batches.mark_sent(desk.db, batch.stem.sequence_no, desk.moment)
        desk.audit("batch_sent", str(batch.stem), {"manifest_sha256": batch.manifest_sha256})


@service(Act.EXPORT_BATCH, whole=True)
def unanswered(desk: Desk) -> frozenset[int]:
    """The numbers of batches on the share that finance has not answered."""
    return frozenset(row.sequence_no for row in batches.in_state(desk.db, batches.SENT))


@service(Act.EXPORT_BATCH, whole=True)
def apply(desk: Desk, answers: Sequence[Answer]) -> tuple[tuple[Answer, ...], tuple[str, ...]]:
    """Take in answers that account for a batch to the penny; tell of those that do not."""
    return _apply(desk, answers, batches.SENT)


def _apply(
    desk: Desk, answers: Sequence[Answer], *states: str
) -> tuple[tuple[Answer, ...], tuple[str, ...]]:
    taken: list[Answer] = []
    odd: list[str] = []
    waiting = {row.sequence_no for state in states for row in batches.in_state(desk.db, state)}
    for answer in answers:
        if answer.sequence_no not in waiting:
            continue
        sent = restore(batches.files_of(desk.db, answer.sequence_no))
        wrong = disagreement(answer, sent)
        if wrong is not None:
            odd.append(f"{sent.stem}: {wrong}")
            continue
        with desk.db.atomic():
            _settle(desk, answer)
            desk.audit("batch_answered", str(sent.stem), {"status": answer.status.value})
        taken.append(answer)
    return tuple(taken), tuple(odd)


@service(Act.EXPORT_BATCH, whole=True)
def refused(desk: Desk) -> tuple[OutboxRow, ...]:
    """The records that finance refused and nobody has sent again, with the reason of each."""
    return outbox.in_state(desk.db, outbox.REJECTED)


@service(Act.EXPORT_BATCH, whole=True)
def send_again(desk: Desk) -> int:
    """Put what finance refused into the next batch, once the cause is put right; returns how many.

    A document keeps its number and goes as a new record (finance.md 7.3, rule 5).
    """
    with desk.db.atomic():
        again = refused(desk)
        for row in again:
            outbox.correct(desk.db, row.outbox_id, row.record, at=desk.moment)
        if again:
            desk.audit("sent_again", "", {"rows": len(again)})
    return len(again)


def _take(desk: Desk, rows: Sequence[OutboxRow]) -> None:
    """Make the next batch of these rows; the caller owns the transaction."""
    link = batches.next_link(desk.db)
    header = BatchHeader(
        mode=desk.mode,
        batch_id=desk.ids.new(),
        provider_code=desk.trust.provider_code,
        device_code=desk.device,
        sequence_no=link.sequence_no,
        previous_manifest_sha256=link.previous_sha256,
        created_utc=desk.moment,
    )
    placed: list[tuple[int, int]] = []
    records: dict[Kind, list[CustomerRecord | InvoiceRecord | ReceiptRecord]] = {
        kind: [] for kind in Kind
    }
    for row in rows:
        kind = Kind(row.kind)
        number = len(records[kind]) + 1
        records[kind].append(replace(_record(kind, row), record_no=number))
        placed.append((row.outbox_id, number))
    batch = build(
        header,
        [one for one in records[Kind.CUSTOMERS] if isinstance(one, CustomerRecord)],
        [one for one in records[Kind.INVOICES] if isinstance(one, InvoiceRecord)],
        [one for one in records[Kind.RECEIPTS] if isinstance(one, ReceiptRecord)],
    )
    batches.add(
        desk.db,
        StoredBatch(
            sequence_no=link.sequence_no,
            batch_id=header.batch_id,
            stem=str(batch.stem),
            manifest_sha256=batch.manifest_sha256,
            previous_sha256=link.previous_sha256,
            created_at=desk.moment,
        ),
        batch.all_files,
    )
    outbox.take(desk.db, link.sequence_no, placed)
    desk.audit("batch_taken", str(batch.stem), {"rows": len(rows)})


_RECORDS: dict[Kind, type[CustomerRecord] | type[InvoiceRecord] | type[ReceiptRecord]] = {
    Kind.CUSTOMERS: CustomerRecord,
    Kind.INVOICES: InvoiceRecord,
    Kind.RECEIPTS: ReceiptRecord,
}


def _record(kind: Kind, row: OutboxRow) -> CustomerRecord | InvoiceRecord | ReceiptRecord:
    made_of = _RECORDS[kind]
    record = made_of.from_row([str(row.record[column]) for column in columns(made_of)])
    if isinstance(record, tuple):
        raise ValueError(f"outbox row {row.outbox_id} does not read back: {record[0].message}")
    return record


def _settle(desk: Desk, answer: Answer) -> None:
    turned_down = [
        Refusal(one.file_code, one.record_no, f"{one.reason_code}: {one.message}")
        for one in answer.rejects
        if one.record_no is not None
    ]
    if answer.status is Status.REJECTED:
        why = answer.rejects[0] if answer.rejects else None
        reason = f"{why.reason_code}: {why.message}" if why else _WHOLE
        rows = outbox.of_batch(desk.db, answer.sequence_no)
        turned_down = [Refusal(row.kind, row.record_no or 0, reason) for row in rows]
    outbox.settle(desk.db, answer.sequence_no, turned_down)
    batches.answer(desk.db, answer.sequence_no, state=_STATE[answer.status], ack=_summary(answer))


def _summary(answer: Answer) -> dict[str, object]:
    return {
        "status": answer.status.value,
        "ledger_batch_no": answer.ledger_batch_no,
        "received_utc": answer.received_utc,
        "manifest_sha256": answer.manifest_sha256,
        "accepted": {kind.value: count for kind, count in answer.accepted.items()},
        "rejected": {kind.value: count for kind, count in answer.rejected.items()},
    }
