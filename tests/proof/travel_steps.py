"""What the processes of travel_kill.py do, each repeatable after any death."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from app.core.trust import Mode
from app.hub.inbox import HubInbox
from app.hub.opening import open_ledger
from app.hub.travel import HubTravel
from app.library.ledgers import load_mapping
from app.machine import FixedClock, SeededIds
from app.opening import open_desk
from app.services import meeting
from app.services.signin import act_as
from app.spool.hub_keys import HubKeys
from app.spool.ledger_inbox import LedgerInbox
from app.spool.sealed_intake import sealed_intake
from app.spool.share import FolderShare
from tests.read_before import read_the_library


def meet(folder: str, share: str, user: str, now: str) -> None:
    """One whole exchange of a desk: take in, seal, send, mark."""
    desk = open_desk(Path(folder), clock=FixedClock(datetime.fromisoformat(now)))
    try:
        act_as(desk, user)
        meeting.meet(desk, FolderShare(Path(share)))
    finally:
        desk.db.close()


def take(share: str, inbox: str, ledger: str, keys: str, now: str) -> None:
    """One whole run of finance: open, check, keep, load, answer, and write for its own ledger."""
    clock = FixedClock(datetime.fromisoformat(now))
    with open_ledger(ledger, mode=Mode.TEST, ids=SeededIds(7, clock), clock=clock) as opened:
        hub = read_keys(Path(keys))
        book = HubTravel(opened, hub.trust)
        place, mapping = FolderShare(Path(inbox)), load_mapping("neutral")
        plain = LedgerInbox(place, mapping, HubInbox(opened), clock)
        sealed_intake(FolderShare(Path(share)), hub, opened, book, clock, inbox=plain.keep)
        plain.write()


def keep_keys(file: Path, keys: HubKeys) -> None:
    """Finance's keys, bare: a test has no secrets."""
    told = {
        "trust": keys.trust,
        "sign": keys.sign.hex(),
        "opening": [one.hex() for one in keys.opening],
        "root": keys.root.hex(),
    }
    file.write_text(json.dumps(told))


def read_keys(file: Path) -> HubKeys:
    """Those again."""
    told = json.loads(file.read_text())
    return HubKeys(
        trust=told["trust"],
        sign=bytes.fromhex(told["sign"]),
        opening=tuple(bytes.fromhex(one) for one in told["opening"]),
        root=bytes.fromhex(told["root"]),
    )


read_the_library()
