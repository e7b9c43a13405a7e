"""Trying a share: a small file is written, read back and taken away again, a step at a time.

The steps are apart so that each is told before it begins, and so that somebody who does not want to
wait any longer may leave between them. Nothing else on the share is touched.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from app.core.errors import Known
from app.spool.share import TRIAL, Share

_LETTER = b"Recoup tries this share. The file may be taken away.\n"


class Step(StrEnum):
    """What a trial does, in this order."""

    WRITE = "write"
    READ = "read"
    REMOVE = "remove"


class Trial:
    """One trial of one share; `mark` makes its file's name its own."""

    def __init__(self, share: Share, mark: str) -> None:
        self._share = share
        self._name = f"{TRIAL}{mark}.txt"
        self._written = _LETTER + mark.encode()

    def do(self, step: Step) -> None:
        """Do one step; raises ShareFault, or Known `share_changed` where other bytes come back."""
        acts: dict[Step, Callable[[], None]] = {
            Step.WRITE: lambda: self._share.write_new(self._name, self._written),
            Step.READ: self._read,
            Step.REMOVE: lambda: self._share.remove_trial(self._name),
        }
        acts[step]()

    def _read(self) -> None:
        if self._share.read(self._name, len(self._written)) != self._written:
            raise Known(
                "share_changed",
                "What the share gave back is not what was written. Tell IT before anything is sent "
                "there.",
                "share",
            )
