"""H10: a whole trust, in all weathers, ends with one state everywhere, nothing lost in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.proof.travel import live

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("seed", [2, 3])
def test_h10_machines_that_miss_each_other_in_every_way_end_the_same(
    tmp_path: Path, seed: int
) -> None:
    """The short form of `python -m tests.proof.travel`."""
    verdict = live(tmp_path / "trust", operations=700, seed=seed)
    assert verdict.faults == ()
    assert verdict.counts["silent overwrites"] == 0
    assert verdict.counts["values written"] > 300
