"""Opening the desk behind the window: everything slow happens in the records' lane.

Nothing of the store, the law or the letters is imported before the first window is shown; the
lane's first job does that while the person types their name.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.errors import BadInput, Known
from ui.language import tr
from ui.work import Runner

if TYPE_CHECKING:
    from app.services.desk import Desk
    from ui.models.new_desk import NewDesk

DEMO_SEED = 1


class OpeningModel(QObject):
    """Holds the one desk of this window. `desk()` is for work inside the records' lane.

    ready(Desk): it is open, nobody signed in. locked(): a passphrase is needed.
    absent(): there is no desk in the folder yet.
    """

    ready = Signal(object)
    locked = Signal()
    absent = Signal()
    refused = Signal(object)

    def __init__(self, lane: Runner, folder: Path, demo_folder: Path) -> None:
        super().__init__()
        self._lane = lane
        self.folder, self._demo_folder = folder, demo_folder
        self._desk: Desk | None = None

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

    def set_up(self, new: NewDesk) -> None:
        """Make a live desk: encrypted under the passphrase, with its first administrator."""
        self._lane.run(lambda: self._set_up(new), self.ready.emit, self.refused.emit)

    def close(self) -> None:
        """Close the store; the lane's last job."""
        if self._desk is not None:
            self._desk.db.close()
            self._desk = None

    def _open(self, passphrase: str | None) -> Desk:
        from app.core.trust import Mode
        from app.demo import bring_prices
        from app.machine import SystemClock
        from app.opening import open_desk

        desk = open_desk(self.folder, clock=SystemClock(), ask=lambda: passphrase)
        if desk.mode is Mode.DEMO:
            bring_prices(desk)
        self._desk = desk
        return desk

    def _demo(self) -> Desk:
        from app.demo import (
            FIRST,
            leave_some_waiting,
            live_the_months_before,
            live_the_morning,
            make_demo_desk,
        )
        from app.machine import SystemClock

        self.folder = self._demo_folder
        if not (self.folder / "recoup.db").exists():
            now = SystemClock().now()
            made = make_demo_desk(self.folder, moment=now - FIRST, seed=DEMO_SEED)
            try:
                live_the_months_before(made, until=now, seed=DEMO_SEED)
                live_the_morning(made, seed=DEMO_SEED)
                leave_some_waiting(made, seed=DEMO_SEED)
            finally:
                made.db.close()
        return self._open(None)

    def _set_up(self, new: NewDesk) -> Desk:
        from app.core.trust import Mode, Trust
        from app.machine import SystemClock
        from app.opening import create_desk
        from app.services import signin
        from app.store.key_file import Protection

        for words, field, text in (
            (tr("Enter the name of the trust."), "trust_name", new.trust_name),
            (tr("Enter your sign-in name, such as jpatel."), "name", new.name),
        ):
            if not text.strip():
                raise BadInput("missing", words, field)
        code = new.provider_code.strip().upper()
        if not (3 <= len(code) <= 5 and code.isascii() and code.isalnum()):
            raise BadInput(
                "bad_code", tr("Enter the trust's ODS code, such as R1H."), "provider_code"
            )
        if new.passphrase != new.passphrase_again:
            raise BadInput(
                "not_the_same",
                tr("The two passphrases differ. Type both again."),
                "passphrase_again",
            )
        signin.check_new_password(new.password)
        desk = create_desk(
            self.folder,
            mode=Mode.LIVE,
            trust=Trust(name=new.trust_name.strip(), provider_code=code, reference_code=code[:3]),
            device=new.device.strip().upper(),
            place=new.desk.strip() or tr("Desk 1"),
            clock=SystemClock(),
            protection=Protection(passphrase=new.passphrase, key_store=True),
        )
        self._desk = desk
        signin.first_administrator(
            desk, name=new.name, display_name=new.display_name, password=new.password
        )
        return desk

    def _sort_out(self, known: Known) -> None:
        match known.code:
            case "passphrase_needed":
                self.locked.emit()
            case "no_trust" | "not_found":
                self.absent.emit()
            case _:
                self.refused.emit(known)
