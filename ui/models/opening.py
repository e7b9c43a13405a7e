"""Opening the desk behind the window: everything slow happens in the records' lane.

Nothing of the store, the law or the letters is imported before the first window is shown; the
lane's first job does that while the person types their name.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.errors import Known
from ui.language import tr
from ui.work import Runner

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.worker import Worker

DEMO_SEED = 1
SENT_ONE, SENT = (
    tr("What this locked laptop held sealed is on the share now: 1 file."),
    tr("What this locked laptop held sealed is on the share now: {count} files."),
)


class OpeningModel(QObject):
    """Holds the one desk of this window. `desk()` is for work inside the records' lane.

    ready(Desk): it is open, nobody signed in. locked(): a passphrase is needed.
    absent(): there is no desk in the folder yet. sent(str): what a locked laptop could send.
    """

    ready = Signal(object)
    locked = Signal()
    absent = Signal()
    refused = Signal(object)
    sent = Signal(str)

    def __init__(self, lane: Runner, folder: Path, demo_folder: Path) -> None:
        super().__init__()
        self._lane = lane
        self.folder, self._demo_folder = folder, demo_folder
        self._own_folder = folder
        self._desk: Desk | None = None
        self._workers: list[Worker] = []
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._send_what_is_sealed)

    def desk(self) -> Desk:
        """The open desk; a job queued after `open` always finds it, or refuses in words."""
        if self._desk is None:
            raise Known("not_open", tr("The desk is not open yet. Read the message above."))
        return self._desk

    def open(self, passphrase: str | None = None) -> None:
        """Open the folder's desk, or say what is missing."""
        self._lane.run(lambda: self._open(passphrase), self.ready.emit, self._sort_out)

    def start_demo(self) -> None:
        """Open the demo desk in its own folder, making it with a lived morning the first time."""
        self._lane.run(self._demo, self.ready.emit, self.refused.emit)

    def practise(self) -> None:
        """Leave the real desk and open the made-up one; `work` goes back."""
        self._lane.run(self._to_practice, self.ready.emit, self._sort_out)

    def work(self, passphrase: str | None = None) -> None:
        """Leave the made-up desk and open the real one again."""
        self._lane.run(lambda: self._to_work(passphrase), self.ready.emit, self._sort_out)

    def is_practising(self) -> bool:
        """Whether there is a real desk to go back to."""
        return self.folder != self._own_folder and (self._own_folder / "recoup.db").exists()

    def hold(self, desk: Desk) -> None:
        """A desk just made: it is closed with the window, and is not ready yet."""
        self._take_up(desk)

    def take(self, desk: Desk) -> None:
        """A desk just set up: whoever made it leaves the seat, and it is ready."""
        from app.services import signin

        self._lane.run(lambda: signin.sign_out(desk), lambda _: self.ready.emit(desk))

    def shut(self, known: Known) -> None:
        """A laptop that was too long away says so, and sends what it holds sealed once it can."""
        self.refused.emit(known)
        self._send_what_is_sealed()

    def stop(self) -> None:
        """Ask for nothing more: the window closes."""
        self._again.stop()

    def close(self) -> None:
        """Close the store and end what works for it; the lane's last job."""
        if self._desk is not None:
            self._desk.db.close()
            self._desk = None
        for worker in self._workers:
            worker.close()
        self._workers.clear()

    def _open(self, passphrase: str | None) -> Desk:
        from app.core.trust import Mode
        from app.demo import bring_prices
        from app.machine import SystemClock
        from app.opening import open_desk

        desk = open_desk(self.folder, clock=SystemClock(), ask=lambda: passphrase)
        if desk.mode is Mode.DEMO:
            bring_prices(desk)
        self._take_up(desk)
        return desk

    def _take_up(self, desk: Desk) -> None:
        """Files are read and letters drawn by a process each, begun when there is work for it.

        A file takes seconds, and the records wait for their letters: so these are two.
        """
        from app.worker import Worker

        files = Worker("files")
        letters = Worker("letters", partial(import_module, "app.documents.letter"))
        self._workers += [files, letters]
        desk.aside, desk.press = files, replace(desk.press, aside=letters)
        self._desk = desk

    def _to_practice(self) -> Desk:
        self.close()
        return self._demo()

    def _to_work(self, passphrase: str | None) -> Desk:
        self.close()
        self.folder = self._own_folder
        return self._open(passphrase)

    def _demo(self) -> Desk:
        from app.demo import (
            FIRST,
            MORNING,
            leave_some_waiting,
            live_the_months_before,
            live_the_morning,
            make_demo_desk,
        )
        from app.machine import SystemClock

        self.folder = self._demo_folder
        if not (self.folder / "recoup.db").exists():
            now = SystemClock().now()
            # What is made up was done today and is behind whoever looks at it.
            begun = max(now - MORNING, now.replace(hour=0, minute=0, second=0, microsecond=0))
            made = make_demo_desk(self.folder, moment=begun - FIRST, seed=DEMO_SEED)
            try:
                live_the_months_before(made, until=begun, seed=DEMO_SEED)
                live_the_morning(made, seed=DEMO_SEED)
                leave_some_waiting(made, seed=DEMO_SEED)
            finally:
                made.db.close()
        return self._open(None)

    def _sort_out(self, known: Known) -> None:
        match known.code:
            case "passphrase_needed":
                self.locked.emit()
            case "no_trust" | "not_found":
                self.absent.emit()
            case "locked_away":
                self.shut(known)
            case _:
                self.refused.emit(known)

    def _send_what_is_sealed(self) -> None:
        self._lane.run(self._send_sealed, self._say_sent, self._send_later)

    def _send_later(self, known: Known) -> None:
        from app.library.share import load_share_terms

        terms = load_share_terms()
        wait = terms.sign_in_wait if known.code == "share_sign_in" else terms.every
        self._again.start(round(wait * 1_000))

    def _send_sealed(self) -> int:
        """What a locked laptop holds sealed goes to the share; its key is not needed."""
        from app.library.site import read_trust
        from app.services import away
        from app.shares import open_share

        trust, _ = read_trust(self.folder)
        return away.send_sealed(self.folder, open_share(trust.share)) if trust.share else 0

    def _say_sent(self, sent: int) -> None:
        if sent:
            self.sent.emit(SENT_ONE if sent == 1 else SENT.format(count=sent))
