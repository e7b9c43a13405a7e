"""The desk that an office is made for: `from tests.ui.office_desk import desk as desk`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services.desk import Desk
from tests.desks import make_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A store of its own, closed at the end."""
    made = make_desk(tmp_path / "desk")
    yield made
    made.db.close()
