"""The sync button: what waits, what was sent, what was taken; and the exchange itself.

A machine that has joined its trust exchanges by itself, every few minutes and soon after work was
finished; one that has not sends a demo's or a test's plain batches when asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.access.roles import Act
from app.core.errors import Known, NotAllowed
from app.core.trust import Mode
from app.library.share import load_share_terms
from app.services import dispatching, exchange, quarantine, travel_state
from app.services.desk import Desk
from app.services.travel_state import TravelState
from app.spool.envelope import PlainBatch
from app.spool.faults import ShareFault
from app.spool.outbound import Answers, read_answers, send
from app.spool.travel import Missing
from ui import wording
from ui.changes import Changes
from ui.language import told, tr
from ui.models.meeting import Meeting, Outcome
from ui.models.share_standing import ShareStanding
from ui.models.sync_words import SyncWords, sync_words
from ui.work import Runner

__all__ = ["ExchangeModel", "Missing", "Stand", "SyncWords"]

NOT_SENT_FROM_DEMO = tr("This is the demo: nothing is sent anywhere.")
NO_SHARE = tr("No finance share is set up for this desk. Everything is safe here and waits.")
CANCELLED = tr("Stopped after the envelope that was on its way. The rest waits here.")


@dataclass(frozen=True, slots=True)
class Stand:
    """The state, how many files put aside nobody has looked at (0 for who may not see), and what
    other machines' chains wait for."""

    state: TravelState
    aside: int
    missing: tuple[Missing, ...]


class ExchangeModel(QObject):
    """Tells the state after each commit, and exchanges: by itself, and when asked.

    shown(SyncWords); stood(Stand); told(str): a sentence for the notice bar; away(str): one about
    the share, true until it works again; busy(bool).
    """

    shown = Signal(object)
    stood = Signal(object)
    told = Signal(str)
    away = Signal(str)
    busy = Signal(bool)

    def __init__(self, desk: Desk, records: Runner, share: Runner, changes: Changes) -> None:
        super().__init__()
        self._desk, self._records, self._share = desk, records, share
        self._changes = changes
        self._busy = self._by_itself = False
        self._waited = 0
        self.stand: Stand | None = None
        self._missing: tuple[Missing, ...] = ()
        self.standing = ShareStanding(desk, self)
        self.standing.due.connect(self._try_again)
        self._meeting = Meeting(desk, records, share, self)
        self._meeting.sending.connect(self._say_sending)
        self._meeting.ended.connect(self._ended)
        self._meeting.failed.connect(self._stop)
        terms = load_share_terms()
        self._often, self._soon = QTimer(self), QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(round(terms.after_work * 1_000))
        for timer in (self._often, self._soon):
            timer.timeout.connect(self.keep_up)
        self._often.start(round(terms.every * 1_000))
        changes.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Count again."""
        self._records.run(self._count, self._show, self._ignore)

    def send(self) -> None:
        """Exchange now; a second press while one goes on does nothing."""
        if self._busy:
            return
        if self._desk.mode is Mode.DEMO:
            self.told.emit(NOT_SENT_FROM_DEMO)
        elif not self._desk.trust.share:
            self.told.emit(NO_SHARE)
        else:
            self._set_busy(True)
            self._records.run(self._has_joined, self._begin, self._stop)

    def cancel(self) -> None:
        """Stop between two envelopes."""
        self._meeting.cancel()

    def keep_up(self) -> None:
        """By itself: record what people did, and exchange where it is time to.

        Recorded first, for a share that does not answer ends an exchange before that.
        """
        if self._busy:
            return
        self._records.run(partial(dispatching.record, self._desk), None, self._ignore)
        is_due = self._desk.share_standing.is_due(self._desk.clock.now())
        joined = self.stand is not None and self.stand.state.joined
        if joined and is_due and self._desk.trust.share and self._desk.mode is not Mode.DEMO:
            self._try_again()

    def leave(self) -> None:
        """Whoever was signed in goes; the next one goes on."""
        self._often.stop()
        self._soon.stop()
        self.standing.rest()
        self._meeting.leave()

    def _try_again(self) -> None:
        """By itself, and without a word should it fail again: the status bar tells since when."""
        self._by_itself = not self._busy
        self.send()

    def _begin(self, joined: bool) -> None:
        if joined:
            self._meeting.start()
        else:
            self._records.run(partial(exchange.prepare, self._desk), self._put, self._stop)

    def _has_joined(self) -> bool:
        return travel_state.travel_state(self._desk).joined

    # A machine without keys: plain batches of a demo or a test

    def _put(self, batches: tuple[PlainBatch, ...]) -> None:
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
        self._rest(changed=True)

    # How it ended

    def _ended(self, outcome: Outcome) -> None:
        self._missing = outcome.missing
        if outcome.cancelled:
            self.told.emit(CANCELLED)
        self._rest(changed=outcome.changed)

    def _rest(self, *, changed: bool) -> None:
        self._by_itself = False
        self.standing.worked()
        self._set_busy(False)
        if changed:
            self._changes.changed.emit()  # which counts again, too
        else:
            self.refresh()

    def _stop(self, known: Known) -> None:
        quietly, self._by_itself = self._by_itself, False
        if isinstance(known, ShareFault):
            self.standing.failed(known)
        self._set_busy(False)
        if not (quietly and isinstance(known, ShareFault | NotAllowed)):
            (self.away if isinstance(known, ShareFault) else self.told).emit(told(known))
        self.refresh()

    def _set_busy(self, on: bool) -> None:
        self._busy = on
        self.busy.emit(on)

    # What is told

    def _count(self) -> Stand:
        may_look = self._desk.may(Act.SEE_QUARANTINE)
        aside = quarantine.count_new(self._desk) if may_look else 0
        return Stand(travel_state.travel_state(self._desk), aside, self._missing)

    def _show(self, stand: Stand) -> None:
        self.stand = stand
        now = self._desk.clock.now()
        offline = self.standing.words
        self.shown.emit(sync_words(stand.state, now=now, offline=offline, aside=stand.aside))
        self.stood.emit(stand)
        if stand.state.joined and stand.state.waiting > self._waited:
            self._soon.start()
        self._waited = stand.state.waiting

    def _say_sending(self, this: int, total: int) -> None:
        self.shown.emit(SyncWords(wording.sending(this, total), "cloud-up"))

    def _ignore(self, _known: Known) -> None:
        """Counting is a courtesy: a store just closed has nothing to count."""
