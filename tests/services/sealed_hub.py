"""Finance's side of a made-up trust: its ledger in a file, and one run over the share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from app.core.trust import Mode
from app.hub.ledger import Ledger
from app.hub.opening import open_ledger
from app.hub.travel import HubTravel
from app.machine import FixedClock, SeededIds
from app.services import exchange, meeting
from app.services.desk import Desk
from app.spool.hub_keys import HubKeys
from app.spool.sealed_intake import SealedReport, sealed_intake
from tests.desks import MORNING, add_visitor, register_visitor
from tests.services.sealed import MadeUpTrust


@contextmanager
def ledger_of(trust: MadeUpTrust) -> Iterator[Ledger]:
    """Finance's database."""
    clock = FixedClock(MORNING)
    with open_ledger(
        f"sqlite:///{trust.folder / 'ledger.db'}",
        mode=Mode.TEST,
        ids=SeededIds(99, clock),
        clock=clock,
    ) as ledger:
        yield ledger


def run(trust: MadeUpTrust, hub: HubKeys, *, begin: int = 0) -> SealedReport:
    """Take in what lies on the share, and answer."""
    with ledger_of(trust) as ledger:
        book = HubTravel(ledger, hub.trust)
        return sealed_intake(trust.share, hub, ledger, book, FixedClock(MORNING), begin=begin)


def one_registration_taken(trust: MadeUpTrust, hub: HubKeys, desk: Desk) -> SealedReport:
    """Somebody is registered and sent, and finance's side takes it in and answers."""
    register_visitor(desk, add_visitor(desk))
    meeting.meet(desk, trust.share)
    return run(trust, hub)


def has_heard_all(desk: Desk) -> bool:
    """Whether nothing of a machine waits, travels or needs a person: finance answered it all."""
    state = exchange.sync_state(desk)
    return (state.waiting, state.unsent, state.sent, state.attention) == (0, 0, 0, 0)
