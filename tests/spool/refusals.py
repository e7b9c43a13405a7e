"""What a share is asked in tests of its refusals, and how it is to refuse."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.spool.share import Share, ShareFault


def told(act: Callable[[], object]) -> ShareFault:
    with pytest.raises(ShareFault) as refused:
        act()
    assert "safe on this computer" in refused.value.message
    return refused.value


def every_act(share: Share) -> tuple[Callable[[], object], ...]:
    return (
        share.list,
        lambda: share.read("A.csv"),
        lambda: share.exists("A.csv"),
        lambda: share.write_new("A.csv", b"content"),
        lambda: share.sweep("A"),
        lambda: share.remove_trial("recoup-trial-1.txt"),
    )
