"""Hazard H4 at the window itself: anything pressed in any order leaves every answer where it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.soak import EXPECTED, soak

pytestmark = [pytest.mark.ui, pytest.mark.slow]

STEPS = 300  # ten thousand: `python -m tests.ui.soak --steps 10000`


def test_h4_any_keys_in_any_order_leave_every_answer_on_its_own_record(
    qapp: QApplication, tmp_path: Path
) -> None:
    one = soak(tmp_path, steps=STEPS, seed=4)
    try:
        assert len(one.belongs) > 10
        assert one.counts["answers"] > 10
        assert set(one.refused) <= EXPECTED
    finally:
        one.close()
