"""Sending what finance must know, and reading what finance answers."""

from __future__ import annotations

from dataclasses import dataclass

from app.access.roles import Act
from app.core.errors import Known
from app.core.trust import Mode
from app.services.desk import Desk, service
from app.spool.acknowledgement import Acknowledgement
from app.spool.envelope import PlainBatch
from app.spool.outbound import Answer, read_answers, send
from app.spool.share import Share
from app.store import batches, outbox

MOST_ROWS = 5_000


@dataclass(frozen=True, slots=True)
class SyncState:
    """What the status bar tells, truthfully: sent is not acknowledged."""

    waiting: int  # rows not yet in a batch
    unsent: int  # batches taken but not yet read back from the share
    sent: int  # batches read back, no answer yet
    acknowledged: int
    attention: int  # rows that finance refused

    @property
    def words(self) -> str:
        """One line: `3 waiting to send · 1 sent, not yet acknowledged`."""
        parts = []
        if self.attention:
            parts.append(f"{self.attention} needs attention")
        if self.waiting or self.unsent:
            parts.append(f"{self.waiting + self.unsent} waiting to send")
        if self.sent:
            parts.append(f"{self.sent} sent, not yet acknowledged")
        if not parts:
            parts.append("All acknowledged" if self.acknowledged else "Nothing to send")
        return " · ".join(parts)


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What one exchange with the share did."""

    sent: tuple[PlainBatch, ...]
    answered: tuple[Acknowledgement, ...]
    state: SyncState


def sync_state(desk: Desk) -> SyncState:
    """The counts behind the sync button; anyone at the desk may see how many wait."""
    rows = outbox.counts(desk.db)
    kept = batches.counts(desk.db)
    return SyncState(
        waiting=rows.get("waiting", 0),
        unsent=kept.get("taken", 0),
        sent=kept.get("sent", 0),
        acknowledged=kept.get("acknowledged", 0) + kept.get("partial", 0),
        attention=rows.get("rejected", 0) + kept.get("rejected", 0),
    )


@service(Act.EXPORT_BATCH)
def sync(desk: Desk, share: Share) -> SyncReport:
    """Send what waits, in order, and take in the answers that lie on the share.

    Raises Known when the share is away: everything stays here and goes with the next call.
    """
    for batch in prepare(desk):
        send(batch, share)
        mark_sent(desk, batch)
    sent = tuple(batch for batch in _plain(batches.unanswered(desk.db)))
    answered = apply(desk, read_answers(share, desk.trust.provider_code, desk.device))
    return SyncReport(sent, answered, sync_state(desk))


@service(Act.EXPORT_BATCH)
def prepare(desk: Desk) -> tuple[PlainBatch, ...]:
    """The batches to write, oldest first: those cut off earlier, then one of what waits now.

    The number, the marking of the rows and the exact bytes are one transaction (finance.md 7.3),
    so a crash at any later point is healed by writing the same bytes again.
    """
    if desk.mode is Mode.LIVE:
        raise Known(
            "not_sealed",
            "This store is live, and this version cannot seal a batch for the share yet. "
            "Everything stays safe here and waits.",
        )
    with desk.db.atomic():
        waiting = outbox.waiting(desk.db, limit=MOST_ROWS)
        if waiting:
            _take(desk, waiting)
    return _plain(batches.in_state(desk.db, "taken"))


@service(Act.EXPORT_BATCH)
def mark_sent(desk: Desk, batch: PlainBatch) -> None:
    """Note that the batch was read back from the share with its own hash."""
    with desk.db.atomic():
        batches.mark_sent(desk.db, batch.sequence_no, at=desk.moment)
        desk.audit("batch_sent", batch.stem, {"manifest_sha256": batch.manifest_sha256})


@service(Act.EXPORT_BATCH)
def apply(desk: Desk, answers: tuple[Answer, ...]) -> tuple[Acknowledgement, ...]:
    """Take in acknowledgements of batches still unanswered; others change nothing."""
    taken: list[Acknowledgement] = []
    for answer in answers:
        with desk.db.atomic():
            if _apply_one(desk, answer):
                taken.append(answer.acknowledgement)
    return tuple(taken)
