"""One turn of finance's side: take, bring to the ledger's inbox, load payments."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.billing.ledger_files.mapping import LedgerMapping
from app.core.ports import Clock
from app.spool.hub_keys import HubKeys
from app.spool.intake import IntakeReport, intake
from app.spool.ledger_inbox import InboxReport, LedgerInbox, Left
from app.spool.sealed_intake import SealedReport, require_unsealed, sealed_intake
from app.spool.share import Share

if TYPE_CHECKING:
    from app.hub.ledger import Ledger
    from app.hub.payments import Loaded


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """What one intake was asked to do."""

    share: Share
    keys: HubKeys | None = None
    inbox: Share | None = None
    mapping: LedgerMapping | None = None
    payments: bytes | None = None
    provider: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What came of it."""

    report: IntakeReport
    sealed: SealedReport | None
    inbox: InboxReport | None
    payments: Loaded | None

    @property
    def left(self) -> Sequence[Left]:
        """What could not be written for the ledger."""
        return () if self.inbox is None else self.inbox.left


def run_errand(errand: Errand, ledger: Ledger, clock: Clock) -> Done:
    """Do it once. Raises what intake and the ledger raise; what was taken before stays taken."""
    from app.hub.payments import load_payments

    inbox = _inbox(errand, ledger, clock)
    sealed = None
    if errand.keys is None:
        require_unsealed(ledger)
        report = intake(errand.share, ledger, clock, begin=os.getpid())
        if inbox is not None:
            inbox.keep(errand.share, report)
    else:
        from app.hub.travel import HubTravel

        keys = errand.keys
        sealed = sealed_intake(
            errand.share,
            keys,
            ledger,
            HubTravel(ledger, keys.trust),
            clock,
            inbox=None if inbox is None else inbox.keep,
            begin=os.getpid(),
        )
        report = sealed.batches
    loaded = None
    if errand.payments is not None:
        loaded = load_payments(ledger, errand.payments, provider=errand.provider)
    written = None if inbox is None else inbox.write()
    return Done(report=report, sealed=sealed, inbox=written, payments=loaded)


def _inbox(errand: Errand, ledger: Ledger, clock: Clock) -> LedgerInbox | None:
    from app.hub.inbox import HubInbox

    if errand.inbox is None or errand.mapping is None:
        return None
    return LedgerInbox(errand.inbox, errand.mapping, HubInbox(ledger), clock)
