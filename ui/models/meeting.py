"""One exchange with the share of a machine that has joined its trust, in steps between two lanes.

What needs the store is done in the records' lane, what needs the share in its own, so that a share
that hangs holds up nobody's work. Each step leaves everything whole: what was taken in stays taken,
what was made waits until it is sent, and the next exchange goes on from there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.core.errors import Known
from app.services import dispatching, taking_in
from app.services.desk import Desk
from app.services.dispatching import Check, OnShare, ToSend
from app.services.taking_in import Look, Took
from app.spool.faults import ShareFault
from app.spool.listing import put_back
from app.spool.putting import put
from app.spool.sealed import LARGEST_FILE
from app.spool.share import Share
from app.spool.travel import Gathered, Missing, gather
from app.spool.travel_names import own_prefix
from ui.work import Runner

T = TypeVar("T")


@dataclass(slots=True)
class Outcome:
    """What an exchange came to so far."""

    taken: int = 0  # envelopes
    receipts: int = 0
    put_aside: int = 0
    sent: int = 0
    missing: tuple[Missing, ...] = ()
    waiting: list[int] = field(default_factory=list)  # numbers still to send
    total: int = 0
    cancelled: bool = False

    @property
    def changed(self) -> bool:
        """Whether anything came that open lists may show."""
        return bool(self.taken or self.receipts)


class Meeting(QObject):
    """`start()` once; then `ended` or `failed`. `cancel()` ends it between two envelopes."""

    sending = Signal(int, int)  # this one of so many
    ended = Signal(object)  # Outcome
    failed = Signal(object)  # Known

    def __init__(
        self, desk: Desk, records: Runner, share: Runner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._records, self._share = desk, records, share
        self._left = False
        self.going = self._more = False
        self._looked_with = -1  # the edition of the list of devices that was looked with
        self._has_sent = False  # then what came meanwhile is all that is left to take
        self.outcome = Outcome()

    def start(self) -> None:
        """Take in what has come, send what waits, and look once more where some did.

        Whoever met the share at the same moment has sent by then. Nothing while one goes on.
        """
        if not self.going and not self._left:
            self.going, self.outcome, self._has_sent = True, Outcome(), False
            self._looked_with, self._more = -1, False
            self._ask()

    def cancel(self) -> None:
        """Go no further than the envelope that is on its way."""
        self.outcome.cancelled = True

    def leave(self) -> None:
        """Whoever was signed in goes: what is done is kept, and nothing more is begun."""
        self._left = True

    # Taking in

    def _ask(self) -> None:
        self._step(self._records, partial(taking_in.where_we_stand, self._desk), self._look)

    def _look(self, look: Look) -> None:
        if look.roster.number == self._looked_with and not self._more:
            self._go_on()  # a list that was not believed lies there at every look, and is no news
            return
        self._looked_with, self._more = look.roster.number, False

        def job() -> Gathered:
            share = self._open()
            gathered = gather(share, look.receiver, look.roster, look.book)
            if not self._has_sent:
                put_back(share, look.listed, gathered.names)
            return gathered

        self._step(self._share, job, self._take)

    def _take(self, gathered: Gathered) -> None:
        def taken(took: Took) -> None:
            outcome = self.outcome
            outcome.taken += took.envelopes
            outcome.receipts += took.receipts
            outcome.put_aside += took.put_aside
            outcome.missing = took.missing
            self._more = gathered.more
            if gathered.more or gathered.rosters:
                self._ask()
            else:
                self._go_on()

        self._step(self._records, partial(taking_in.take, self._desk, gathered), taken)

    def _go_on(self) -> None:
        if self._has_sent:
            self._end()
        else:
            self._check()

    # Sending

    def _check(self) -> None:
        self._step(self._records, partial(dispatching.to_check, self._desk), self._look_after)

    def _look_after(self, checks: tuple[Check, ...]) -> None:
        def job() -> list[Check]:
            share = self._open()
            return [one for one in checks if not one.is_sound(share.read(one.name, LARGEST_FILE))]

        self._step(self._share, job, partial(self._seal, checks))

    def _seal(self, checks: tuple[Check, ...], spoilt: list[Check]) -> None:
        def job() -> tuple[int, ...]:
            dispatching.send_again(self._desk, spoilt)
            dispatching.seal_waiting(self._desk, checks)
            return dispatching.unsent(self._desk)

        self._step(self._records, job, self._send_all)

    def _send_all(self, waiting: tuple[int, ...]) -> None:
        self.outcome.waiting, self.outcome.total = list(waiting), len(waiting)
        self._next()

    def _next(self) -> None:
        outcome = self.outcome
        if not outcome.waiting or outcome.cancelled:
            self._sweep()
            return
        sequence = outcome.waiting.pop(0)
        self.sending.emit(outcome.total - len(outcome.waiting), outcome.total)
        self._step(
            self._records, partial(dispatching.to_send, self._desk, sequence), self._put_there
        )

    def _put_there(self, envelope: ToSend | None) -> None:
        if envelope is None:  # sent since
            self._next()
            return

        def job() -> OnShare:
            return OnShare(envelope.sequence, put(self._open(), envelope.name, envelope.file))

        self._step(self._share, job, self._mark)

    def _mark(self, there: OnShare) -> None:
        def marked(_none: None) -> None:
            self.outcome.sent += 1
            self._next()

        self._step(self._records, partial(dispatching.mark_sent, self._desk, there), marked)

    def _sweep(self) -> None:
        """Take away what cut-off attempts of this machine left behind."""
        if not self.outcome.sent:
            self._end()
            return
        own = own_prefix(self._desk.trust.provider_code, self._desk.device)
        self._step(self._share, lambda: self._open().sweep(own), self._look_once_more)

    def _look_once_more(self, _none: None) -> None:
        self._has_sent, self._looked_with = True, -1
        self._ask()

    # Within

    def _open(self) -> Share:
        return self._desk.shares(self._desk.trust.share)

    def _step(self, lane: Runner, job: Callable[[], T], then: Callable[[T], None]) -> None:
        """One step, then the next; after a cancel or a leave none."""

        def work() -> T:
            try:
                return job()
            except Known:
                raise
            except BaseException:
                self.going = False  # a fault of ours is told, and is no reason never to try again
                raise

        def done(found: T) -> None:
            if self._left:
                self.going = False
            elif self.outcome.cancelled and lane is not self._share:
                self._end()  # what the share was seen to hold is noted first
            else:
                then(found)

        if self._left:
            self.going = False
        else:
            lane.run(work, done, self._fail)

    def _end(self) -> None:
        self.going = False
        self.ended.emit(self.outcome)

    def _fail(self, known: Known) -> None:
        self.going = False
        if self._left:
            return
        if isinstance(known, ShareFault):
            away = partial(taking_in.note_away, self._desk)
            self._records.run(away, None, self.failed.emit)  # a laptop too long away locks
        self.failed.emit(known)
