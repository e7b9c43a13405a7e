"""A share, a ledger and its inbox, for the tests of what reaches finance's own ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from app.hub.inbox import HubInbox
from app.hub.ledger import Ledger
from app.library.ledgers import load_mapping
from app.spool.intake import intake
from app.spool.ledger_inbox import InboxReport, LedgerInbox
from app.spool.share import FolderShare, Share
from tests.spool.made import clock


@dataclass
class Inbox:
    """The ledger's inbox beside a share."""

    share: FolderShare
    folder: Path
    ledger: Ledger

    def run(
        self, mapping: str = "neutral", *, into: Share | None = None, later: int = 0
    ) -> InboxReport:
        """One intake, with its inbox."""
        place = FolderShare(self.folder) if into is None else into
        now = clock()
        now.set(now.now() + timedelta(minutes=later))
        inbox = LedgerInbox(place, load_mapping(mapping), HubInbox(self.ledger), now)
        inbox.keep(self.share, intake(self.share, self.ledger, now))
        return inbox.write()

    @property
    def names(self) -> list[str]:
        """What lies in the inbox."""
        return sorted(path.name for path in self.folder.iterdir())

    def empty(self) -> None:
        """The ledger's loader took everything."""
        for path in self.folder.iterdir():
            path.unlink()
