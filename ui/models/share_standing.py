"""How it stands with the share: since when it cannot be reached, and when it is tried again."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.dates import LONDON
from app.library.share import load_share_terms
from app.machine import SystemRandomness
from app.services.desk import Desk
from app.spool.faults import ShareFault
from ui import wording
from ui.days import show

_LONGEST_TIMER = 2**31 - 1  # ms, what Qt's timer can hold


class ShareStanding(QObject):
    """Remembers failures of the share and says when to try again: for ever, ever less often.

    `due()` when it is time. Trying at any other time is fine too.
    """

    due = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._terms, self._chance = load_share_terms(), SystemRandomness()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.due)
        self._wait()

    @property
    def words(self) -> str:
        """`Share not reachable, working offline since 13:10`; empty while it works."""
        since = self._desk.share_standing.failing_since
        return "" if since is None else wording.offline(self._time(since))

    def worked(self) -> None:
        """The share did what was asked."""
        self._desk.share_standing = self._desk.share_standing.worked()
        self._timer.stop()

    def failed(self, fault: ShareFault) -> None:
        """The share did not: it is tried again after a while."""
        self._desk.share_standing = self._desk.share_standing.failed(
            fault, at=self._desk.clock.now(), terms=self._terms, chance=self._chance
        )
        self._wait()

    def rest(self) -> None:
        """Whoever was signed in leaves: the next one tries again."""
        self._timer.stop()

    def _wait(self) -> None:
        standing, now = self._desk.share_standing, self._desk.clock.now()
        if standing.next_at is not None:
            wait = 0.0 if standing.is_due(now) else (standing.next_at - now).total_seconds()
            self._timer.start(min(_LONGEST_TIMER, round(wait * 1_000)))

    def _time(self, since: datetime) -> str:
        there, now = since.astimezone(LONDON), self._desk.clock.now().astimezone(LONDON)
        same_day = there.date() == now.date()
        return f"{there:%H:%M}" if same_day else show(there.date())
