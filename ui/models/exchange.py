"""The sync button: what waits, what was sent, what finance has acknowledged."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.core.errors import Known, NotAllowed
from app.core.trust import Mode
from app.services import exchange
from app.services.desk import Desk
from app.services.exchange import SyncState
from app.spool.envelope import PlainBatch
from app.spool.faults import ShareFault
from app.spool.outbound import Answers, read_answers, send
from ui.changes import Changes
from ui.language import tr
from ui.models.share_standing import ShareStanding
from ui.work import Runner

NOT_SENT_FROM_DEMO = tr("This is the demo: nothing is sent anywhere.")
NO_SHARE = tr("No finance share is set up for this desk. Everything is safe here and waits.")


class ExchangeModel(QObject):
    """Tells the state after each commit, and sends when asked: records lane, then share lane.

    state(SyncState); told(str): a sentence for the notice bar.
    """

    state = Signal(object)
    told = Signal(str)
    sending = Signal(int)

    def __init__(self, desk: Desk, records: Runner, share: Runner, changes: Changes) -> None:
        super().__init__()
        self._desk, self._records, self._share = desk, records, share
        self._changes = changes
        self._busy = self._by_itself = False
        self.standing = ShareStanding(desk, self)
        self.standing.due.connect(self._try_again)
        changes.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Count again."""
        self._records.run(lambda: exchange.sync_state(self._desk), self._tell_state, self._ignore)

    def send(self) -> None:
        """Send what waits; a second press while sending does nothing."""
        if self._busy:
            return
        if self._desk.mode is Mode.DEMO:
            self.told.emit(NOT_SENT_FROM_DEMO)
        elif not self._desk.trust.share:
            self.told.emit(NO_SHARE)
        else:
            self._busy = True
            self._records.run(lambda: exchange.prepare(self._desk), self._put, self._stop)

    def _try_again(self) -> None:
        """By itself, and without a word should it fail again: the status bar tells since when."""
        self._by_itself = not self._busy
        self.send()

    def _put(self, batches: tuple[PlainBatch, ...]) -> None:
        if batches:
            self.sending.emit(len(batches))
        self._share.run(lambda: self._send_all(batches), self._mark, self._stop)

    def _send_all(self, batches: tuple[PlainBatch, ...]) -> tuple[PlainBatch, ...]:
        share = self._desk.shares(self._desk.trust.share)
        for batch in batches:
            send(batch, share)
        return batches

    def _mark(self, batches: tuple[PlainBatch, ...]) -> None:
        self._records.run(lambda: self._mark_all(batches), self._read, self._stop)

    def _mark_all(self, batches: tuple[PlainBatch, ...]) -> frozenset[int]:
        for batch in batches:
            exchange.mark_sent(self._desk, batch)
        return exchange.unanswered(self._desk)

    def _read(self, wanted: frozenset[int]) -> None:
        self._share.run(lambda: self._answers(wanted), self._take_in, self._stop)

    def _answers(self, wanted: frozenset[int]) -> Answers:
        return read_answers(
            self._desk.shares(self._desk.trust.share),
            provider=self._desk.trust.provider_code,
            device=self._desk.device,
            wanted=wanted,
        )

    def _take_in(self, answers: Answers) -> None:
        self._records.run(lambda: exchange.apply(self._desk, answers.found), self._done, self._stop)

    def _done(self, _taken: object) -> None:
        self._busy = self._by_itself = False
        self.standing.worked()
        self._changes.changed.emit()

    def _stop(self, known: Known) -> None:
        quietly, self._busy, self._by_itself = self._by_itself, False, False
        if isinstance(known, ShareFault):
            self.standing.failed(known)
        if not (quietly and isinstance(known, ShareFault | NotAllowed)):
            self.told.emit(known.message)
        self.refresh()

    def _tell_state(self, state: SyncState) -> None:
        self.state.emit(state)

    def _ignore(self, _known: Known) -> None:
        """Counting is a courtesy: a store just closed has nothing to count."""
