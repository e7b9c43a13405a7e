"""Payments in: a file looked at, taken in step by step, and what waits for a person."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.billing.matching import State
from app.core.errors import Known
from app.library.sources import read_file
from app.services import payments_waiting, receiving, remitting
from app.services.desk import Desk
from app.services.remitting import PaymentIn, Preview, TakenIn
from ui.changes import Changes
from ui.days import show
from ui.language import tr
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


class PaymentsModel(PanelModel):
    """`previewed(Preview)`, then `progressed(done, of)`, then `finished(words)`."""

    previewed = Signal(object)
    progressed = Signal(int, int)
    finished = Signal(str)
    ruled = Signal(object)  # PaymentIn, matched or set aside
    lying = Signal(object)  # tuple[Unallocated, ...]: money of receipts that is on no invoice

    def __init__(
        self,
        desk: Desk,
        lane: Runner,
        changes: Changes | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(desk, lane, changes, parent)
        self.shows_aside = False
        self._stopped = False
        self._counts: dict[str, int] = {}

    def refresh(self) -> None:
        """Read the list again, and what lies on no invoice."""
        super().refresh()
        if self.watched:
            self._lane.run(
                partial(receiving.unallocated_money, self._desk), self.lying.emit, self.refuse
            )

    def read(self) -> tuple[PaymentIn, ...]:
        """The payments that wait, or those set aside."""
        return (
            payments_waiting.put_aside(self._desk)
            if self.shows_aside
            else payments_waiting.waiting(self._desk)
        )

    def show_aside(self, aside: bool) -> None:
        """List what was set aside in the place of what waits."""
        self.shows_aside = aside
        self.refresh()

    def read_file(self, path: str) -> None:
        """Look at a payment file; `progressed` while it lasts, then `previewed` or `refused`."""
        self._stopped = False
        self._lane.run(partial(self._preview, Path(path)), self.previewed.emit, self.refuse)

    def take_in(self, preview: Preview) -> None:
        """Take a file in, a few payments at a time."""
        self._stopped = False
        self._counts = {"matched": 0, "waiting": 0, "known": 0}
        self.progressed.emit(0, len(preview.payments))
        self._go_on(preview, 0)

    def stop(self) -> None:
        """Look no further, or take in no more; what was taken in stays."""
        self._stopped = True

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

    def _preview(self, path: Path) -> Preview:
        raw = read_file(path, most=self._desk.payments.most_bytes)
        return remitting.preview(self._desk, raw, going_on=self._looks_on)

    def _looks_on(self, done: int, of: int) -> bool:
        """Asked in the lane; the signal is delivered in the window's thread."""
        if done % TELL_EVERY == 0:
            self.progressed.emit(done, of)
        return not self._stopped

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


def nothing_new(preview: Preview) -> str:
    """What is said of a file whose payments are all known, else nothing."""
    count = len(preview.payments)
    if not count or len(preview.of(State.KNOWN)) < count:
        return ""
    words = ONE_KNOWN if count == 1 else NOTHING_NEW
    return words.format(count=count, day=show(date.fromisoformat(preview.known_at[:10])))
