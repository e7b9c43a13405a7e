from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store import folder
from app.store.database import Database
from app.store.key_file import Protection
from tests.store.samples import NEW, fresh_store


@pytest.fixture
def db() -> Iterator[Database]:
    """An empty store in memory."""
    with fresh_store() as database:
        yield database


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One demo store, made once; tests that need a file copy it."""
    made = tmp_path_factory.mktemp("template") / "store"
    folder.create_store(made, NEW, Protection()).close()
    return made


@pytest.fixture
def store_folder(template: Path, tmp_path: Path) -> Path:
    """A data folder of its own with an empty demo store in it."""
    return Path(shutil.copytree(template, tmp_path / "store"))


@pytest.fixture
def store(store_folder: Path) -> Iterator[Database]:
    """The same, open."""
    with folder.open_store(store_folder) as database:
        yield database
