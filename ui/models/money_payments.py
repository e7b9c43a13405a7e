"""Payments in: a file taken in step by step, what waits for a person, money on no invoice."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal

from app.access.roles import Act
from app.billing.matching import State
from app.core.errors import Known
from app.core.money import Money
from app.interop.remittance.payment_file import PaymentFile, open_payments
from app.library.sources import read_file
from app.services import payments_waiting, placing, receiving, remitting
from app.services.desk import Desk
from app.services.placing import Placement
from app.services.receiving import Unallocated
from app.services.remitting import PaymentIn, Preview, TakenIn
from ui.changes import Changes
from ui.days import show
from ui.language import tr
from ui.models.account_acts import Ready, read_refund_of
from ui.models.money import PanelModel
from ui.work import Runner

TELL_EVERY = 50  # payments looked at
AT_ONCE = 10  # payments in one piece of work, so that others get their turn between
TAKEN = tr("Taken in: {matched} matched, {waiting} to look at, {known} known before.")
STOPPED = tr(
    "Stopped after {done} of {of}. What was taken in stays; take the file in again for the rest."
)
NOTHING_NEW = tr("Nothing new: all {count} payments of this file were taken in on {day}.")
ONE_KNOWN = tr("Nothing new: the one payment of this file was taken in on {day}.")
NOTHING_TAKEN = tr("Stopped. Nothing was taken in.")
HOLDS_NONE = tr("No payment stands in this file, so there is nothing to take in. Choose another.")


class PaymentsModel(PanelModel):
    """`previewed(Preview)`, then `progressed(done, of)`, then `finished(words)`."""

    previewed = Signal(object)
    progressed = Signal(int, int)
    finished = Signal(str)
    ruled = Signal(object)  # PaymentIn, matched or set aside
    places = Signal(object, object)  # Unallocated, and tuple[Place, ...] it may go on
    placement = Signal(object)  # Placement, to be checked
    placed = Signal(object)  # Placement, done
    ready = Signal(object)  # Ready: a refund to be checked
    proposed = Signal()  # that refund, for a second person

    def __init__(
        self,
        desk: Desk,
        lane: Runner,
        files: Runner,
        changes: Changes | None = None,
        parent: QObject | None = None,
    ) -> None:
        """In the lane `files` a file is read: one that is long holds up no record."""
        super().__init__(desk, lane, changes, parent)
        self.shows_aside = False
        self._files = files
        self._look: Event | None = None  # while a file is looked at; set once nobody waits for it
        self._stopped = False
        self._counts: dict[str, int] = {}

    def read(self) -> tuple[PaymentIn | Unallocated, ...]:
        """The payments that wait and the money on no invoice, or the payments set aside."""
        if self.shows_aside:
            return payments_waiting.put_aside(self._desk)
        return (
            *payments_waiting.waiting(self._desk),
            *receiving.unallocated_money(self._desk),
        )

    def show_aside(self, aside: bool) -> None:
        """List what was set aside in the place of what waits."""
        self.shows_aside = aside
        self.refresh()

    def read_file(self, path: str) -> None:
        """Look at a payment file; `progressed` while it lasts, then `previewed` or `refused`."""
        self.look_no_further()
        look = self._look = Event()

        def preview(file: PaymentFile) -> None:
            if look is self._look:
                looking = partial(self._looks_on, look)
                job = partial(remitting.preview, self._desk, file, going_on=looking)
                self._lane.run(job, show, refuse)

        def show(found: Preview) -> None:
            if look is self._look:
                self._look = None
                self.previewed.emit(found)

        def refuse(known: Known) -> None:
            if look is self._look:
                self._look = None
                self.refuse(known)

        self._files.run(partial(self._read, Path(path), look), preview, refuse)

    def take_in(self, preview: Preview) -> None:
        """Take a file in, a few payments at a time."""
        self._stopped = False
        self._counts = {"matched": 0, "waiting": 0, "known": 0}
        self.progressed.emit(0, len(preview.payments))
        self._go_on(preview, 0)

    def stop(self) -> None:
        """Look no further, which is said at once, or take in no more; what was taken in stays."""
        self._stopped = True
        if self._look is not None:
            self.look_no_further()
            self.refuse(Known("stopped", NOTHING_TAKEN, "file"))

    def look_no_further(self) -> None:
        """Nobody waits any more for the file that is looked at."""
        if self._look is not None:
            self._look.set()
            self._look = None

    def match(self, payment: PaymentIn, to: str) -> None:
        """Match a payment by hand."""
        self.once(
            partial(payments_waiting.match_by_hand, self._desk, payment.fingerprint, to),
            self.ruled.emit,
        )

    def set_aside(self, payment: PaymentIn, reason: str) -> None:
        """Set a payment aside."""
        self.once(
            partial(payments_waiting.set_aside, self._desk, payment.fingerprint, reason),
            self.ruled.emit,
        )

    def may_propose(self) -> bool:
        """Whether a refund may be proposed."""
        return self._desk.may(Act.PROPOSE_CREDIT)

    def find_places(self, money: Unallocated) -> None:
        """Look for the invoices money may go on; `places` follows."""
        self._lane.run(
            partial(placing.places, self._desk, money.receipt_no),
            lambda found: self.places.emit(money, found),
            self.refuse,
        )

    def read_placement(self, money: Unallocated, number: str, amount: str) -> None:
        """Read where money is to go and how much, as typed; `placement` or `refused` follows."""
        self._lane.run(
            lambda: placing.look(self._desk, money.receipt_no, number, _typed(amount)),
            self.placement.emit,
            self.refuse,
        )

    def place(self, checked: Placement) -> None:
        """Put money on the invoice that was checked."""
        self.once(
            partial(placing.place, self._desk, checked.receipt_no, checked.doc_no, checked.amount),
            self.placed.emit,
        )

    def read_refund(self, money: Unallocated, typed: Mapping[str, str]) -> None:
        """Read why money goes back; `ready` or `refused` follows."""
        job = partial(read_refund_of, self._desk, money, dict(typed))
        self._lane.run(job, self.ready.emit, self.refuse)

    def propose(self, refund: Ready) -> None:
        """Propose a refund that was checked."""
        self.once(refund.commit, lambda _ids: self.proposed.emit())

    def _read(self, path: Path, look: Event) -> PaymentFile:
        raw = read_file(path, most=self._desk.payments.most_bytes)
        work = partial(open_payments, raw, self._desk.payments)
        return self._desk.aside.do(work, lambda: not look.is_set())

    def _looks_on(self, look: Event, done: int, of: int) -> bool:
        """Asked in the lane; the signal is delivered in the window's thread."""
        if done % TELL_EVERY == 0 and not look.is_set():
            self.progressed.emit(done, of)
        return not look.is_set()

    def _go_on(self, preview: Preview, first: int) -> None:
        self._lane.run(
            partial(remitting.take_in, self._desk, preview.file, first=first, at_most=AT_ONCE),
            lambda taken: self._took(preview, taken),
            self._was_refused,
        )

    def _took(self, preview: Preview, taken: TakenIn) -> None:
        for one in taken.payments:
            self._counts[one.state] += 1
        self.progressed.emit(taken.done, taken.of)
        if taken.finished or self._stopped:
            words = TAKEN if taken.finished else STOPPED
            self.finished.emit(words.format(done=taken.done, of=taken.of, **self._counts))
            self._changes.changed.emit()
        else:
            QTimer.singleShot(0, self, lambda: self._go_on(preview, taken.done))

    def _was_refused(self, known: Known) -> None:
        self.refuse(known)
        self._changes.changed.emit()

    def _show(self, things: tuple[object, ...]) -> None:
        self.listed.emit(things)
        if not self.shows_aside:
            self.counted.emit(len(things))


def _typed(amount: str) -> Money | None:
    return Money.parse(amount, "amount") if amount.strip() else None


def nothing_new(preview: Preview) -> str:
    """What is said of a file without payments, or whose payments are all known; else nothing."""
    count = len(preview.payments)
    if not count:
        return "" if preview.file.statement.faults else HOLDS_NONE
    if set(preview.sums) != {State.KNOWN}:
        return ""
    words = ONE_KNOWN if count == 1 else NOTHING_NEW
    return words.format(count=count, day=show(date.fromisoformat(preview.known_at[:10])))
