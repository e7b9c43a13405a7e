"""A server for the whole run, and ledgers of both kinds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.trust import Mode
from app.hub.ledger import Ledger
from app.hub.opening import open_ledger
from app.machine import SeededIds
from app.services.desk import Desk
from app.spool.hub_keys import HubKeys
from app.spool.roster import Duty
from app.spool.share import FolderShare
from tests.hub.postgres import postgres as postgres
from tests.services.sealed import MadeUpTrust, machine
from tests.services.sealed_fixtures import hub as hub
from tests.services.sealed_fixtures import trust as trust
from tests.spool.made import clock


@pytest.fixture(params=["file", "server"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new ledger can be made: each test runs over both kinds."""
    if request.param == "file":
        return f"sqlite:///{tmp_path}/ledger.db"
    address: str = request.getfixturevalue("postgres").new_database()
    return address


@pytest.fixture
def ledger(url: str) -> Iterator[Ledger]:
    with open_ledger(url, mode=Mode.TEST, ids=SeededIds(7, clock()), clock=clock()) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "share"
    made.mkdir()
    return made


@pytest.fixture
def share(folder: Path) -> FolderShare:
    return FolderShare(folder)


@pytest.fixture
def desk(trust: MadeUpTrust, hub: HubKeys) -> Iterator[Desk]:
    """A machine that invoices, and has joined."""
    found = machine(trust, "D01", Duty.OFFICER)
    yield found
    found.db.close()
