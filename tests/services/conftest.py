"""A desk of its own for each test: copied from one made once, since making costs most."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.machine import FixedClock, SeededIds
from app.opening import open_desk
from app.services.desk import Desk
from tests.desks import MORNING, QUICK, make_desk, sign_in
from tests.services.sealed_fixtures import clerk as clerk
from tests.services.sealed_fixtures import hub as hub
from tests.services.sealed_fixtures import officer as officer
from tests.services.sealed_fixtures import trust as trust


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one person of every role and no patient."""
    folder = tmp_path_factory.mktemp("made")
    make_desk(folder).db.close()
    return folder / "desk"


@pytest.fixture
def desk(tmp_path: Path, made_once: Path) -> Iterator[Desk]:
    """The clerk sits at it."""
    opened = opened_copy(made_once, tmp_path / "desk")
    yield opened
    opened.db.close()


def opened_copy(original: Path, folder: Path) -> Desk:
    """A copy of a closed store, opened on the morning of the tests; the clerk sits at it."""
    clock = FixedClock(MORNING)
    desk = open_desk(shutil.copytree(original, folder), clock=clock, ids=SeededIds(11, clock))
    desk.password_cost = QUICK
    sign_in(desk, "clerk")
    return desk
