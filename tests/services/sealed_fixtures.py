"""A made-up trust for a test, with finance's side and machines that have joined (`sealed`)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services.desk import Desk
from app.spool.hub_keys import HubKeys
from app.spool.roster import Duty
from tests.services.sealed import MadeUpTrust, machine, made_up_trust


@pytest.fixture
def trust(tmp_path: Path) -> MadeUpTrust:
    return made_up_trust(tmp_path)


@pytest.fixture
def hub(trust: MadeUpTrust) -> HubKeys:
    return trust.hub()


@pytest.fixture
def clerk(trust: MadeUpTrust) -> Iterator[Desk]:
    desk = machine(trust, "D01", Duty.DESK)
    yield desk
    desk.db.close()


@pytest.fixture
def officer(trust: MadeUpTrust) -> Iterator[Desk]:
    desk = machine(trust, "D02", Duty.OFFICER, user="officer")
    yield desk
    desk.db.close()
