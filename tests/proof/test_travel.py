"""H10: a whole trust, in all weathers, ends with one state everywhere, nothing lost in silence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.proof.travel import live, live_over_smb
from tests.spool.samba import SMBD

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


@pytest.mark.skipif(
    not Path(SMBD).exists(), reason="no Samba on this machine: apt-get install samba"
)
def test_h10_machines_over_a_real_server_whose_wires_break_end_the_same(
    tmp_path: Path, proof: Callable[[str], None]
) -> None:
    """The short form of `python -m tests.proof.travel --smb`."""
    verdict = live_over_smb(tmp_path, operations=300, seed=1)
    counts = verdict.counts
    assert verdict.faults == ()
    assert counts["silent overwrites"] == 0
    assert counts["wire cut"] >= 5
    assert counts["wire stalled"] >= 1
    proof(
        f"a trust on a real server: 300 operations, {counts['exchanges']} exchanges, "
        f"{counts['wire cut']} wires cut, {counts['wire stalled']} stalled, "
        f"{counts['records']} records the same everywhere, 0 silent overwrites"
    )
