"""Whatever somebody in a hurry presses, at any page: nothing fails, and nothing is done twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.impatient import WHO, drive

pytestmark = [pytest.mark.ui, pytest.mark.slow]

STEPS = 40  # each; many more: `python -m tests.ui.impatient --steps 2000`


@pytest.mark.parametrize("who", WHO)
def test_ux_5_nothing_fails_and_nothing_is_done_twice_for_somebody_in_a_hurry(
    qapp: QApplication, tmp_path: Path, who: str
) -> None:
    one = drive(tmp_path, steps=STEPS, seed=8, who=(who,))
    try:
        assert (one.failed, one.twice) == ([], [])
        assert one.counts.total() == STEPS
    finally:
        one.close()
