"""A share and a ledger of its own for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from app.hub.ledger import Ledger
from app.spool.share import FolderShare
from tests.spool.made import MEMORY, ledger_at
from tests.spool.samba import SMBD, Samba, Starting


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """In memory where that can be: these tests flush thousands of files, and disks are slow."""
    with TemporaryDirectory(dir=MEMORY) as made:
        yield Path(made)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The share's folder."""
    made = tmp_path / "share"
    made.mkdir()
    return made


@pytest.fixture
def share(folder: Path) -> FolderShare:
    return FolderShare(folder)


@pytest.fixture(scope="session")
def samba_started() -> Iterator[Samba]:
    """One real server for all tests of a run; a test that spoils it starts one of its own."""
    if not Path(SMBD).exists():
        pytest.skip("no Samba on this machine: apt-get install samba")
    with TemporaryDirectory(dir=MEMORY) as folder, Samba(Path(folder)) as started:
        yield started


@pytest.fixture
def samba(samba_started: Samba) -> Samba:
    """That server, its share empty."""
    samba_started.empty()
    return samba_started


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Starting]:
    """Servers of a test's own."""
    started: list[Samba] = []

    def start(
        *,
        settings: Mapping[str, str] | None = None,
        places: Mapping[str, Path] | None = None,
    ) -> Samba:
        root = tmp_path / f"server{len(started)}"
        started.append(Samba(root, settings=settings, places=places))
        started[-1].start()
        return started[-1]

    yield start
    for server in started:
        server.stop()


@pytest.fixture(scope="session")
def empty_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger made once, to be copied: making one costs more than most tests."""
    made = tmp_path_factory.mktemp("ledger")
    ledger_at(made).close()
    return made


@pytest.fixture
def ledger(tmp_path: Path, empty_ledger: Path) -> Iterator[Ledger]:
    shutil.copytree(empty_ledger, tmp_path / "ledger")
    with ledger_at(tmp_path / "ledger") as opened:
        yield opened
