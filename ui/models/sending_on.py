"""Sending what is sealed while nobody is signed in, in steps between the two lanes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.errors import Known
from app.library.share import load_share_terms
from app.services import away, dispatching, sending_on
from app.services.desk import Desk
from app.services.dispatching import OnShare, ToSend
from app.spool.faults import ShareFault
from app.spool.putting import put
from ui.models.share_standing import ShareStanding
from ui.work import Runner


class SendingOn(QObject):
    """`begin()` at the sign-in page; `leave()` once somebody is signed in.

    Nothing is said here: how it stands with the share is told to whoever signs in. `shut(Known)`
    where a ward laptop has been away from the share too long: its store is closed by then.
    """

    shut = Signal(object)

    def __init__(self, desk: Desk, records: Runner, share: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._records, self._share = desk, records, share
        self._left = False
        self._standing = ShareStanding(desk, self)
        self._often = QTimer(self)
        self._often.setSingleShot(True)
        self._often.setInterval(round(load_share_terms().every * 1_000))
        self._often.timeout.connect(self.begin)

    def begin(self) -> None:
        """Look at the time away; seal what was finished last and send envelope after envelope."""
        self._records.run(partial(away.keep_to_time, self._desk), self._seal, self._shut_or_rest)

    def _shut_or_rest(self, known: Known) -> None:
        if known.code == "locked_away":
            self.leave()
            self.shut.emit(known)
        else:
            self._rest()

    def _seal(self, _done: object = None) -> None:
        if self._left:
            return
        if self._desk.share_standing.is_due(self._desk.clock.now()):
            job = partial(sending_on.seal_what_is_finished, self._desk)
            self._records.run(job, self._next, self._rest)
        else:
            self._rest()

    def leave(self) -> None:
        """No further than the envelope that is on its way."""
        self._left = True
        self._often.stop()
        self._standing.rest()

    def _next(self, _done: object = None) -> None:
        if not self._left:
            job = partial(sending_on.next_to_send, self._desk)
            self._records.run(job, self._put_there, self._rest)

    def _put_there(self, envelope: ToSend | None) -> None:
        if envelope is None:
            self._rest()
        elif not self._left:
            self._share.run(partial(self._write, envelope), self._mark, self._failed)

    def _write(self, envelope: ToSend) -> OnShare:
        share = self._desk.shares(self._desk.trust.share)
        return OnShare(envelope.sequence, put(share, envelope.name, envelope.file))

    def _mark(self, there: OnShare) -> None:
        """Not where somebody has signed in, or another desk was opened: there it goes once more,
        and the same file under its name is no second one."""
        if not self._left:
            self._standing.worked()
            job = partial(dispatching.note_on_share, self._desk, there)
            self._records.run(job, self._next, self._rest)

    def _failed(self, known: Known) -> None:
        if isinstance(known, ShareFault) and not self._left:
            self._standing.failed(known)
        self._rest()

    def _rest(self, _known: Known | None = None) -> None:
        if not self._left:
            self._often.start()
