"""When a share that could not be used is tried again: for ever, ever less often, its age known.

    standing = Standing().failed(fault, at=now, terms=terms, chance=chance)
    standing.failing_since      # "working offline since 13:10"
    standing.is_due(later)      # whether it is time to try again
    standing = standing.worked()

A value of its own, without a clock: whoever keeps it says what time it is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from app.core.errors import Known
from app.core.ports import Randomness
from app.spool.faults import ShareSignIn
from app.spool.terms import ShareTerms

_GRAIN = 1_000_000  # how finely chance is drawn


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How it stands with a share: since when it fails, why, and when it is tried again."""

    failing_since: datetime | None = None  # the first failure after the last success
    failures: int = 0
    reason: str = ""  # the code of the last failure
    next_at: datetime | None = None
    wait: float = 0.0  # seconds, before chance

    def failed(
        self, fault: Known, *, at: datetime, terms: ShareTerms, chance: Randomness
    ) -> Standing:
        """After another failure at this moment: the next wait is longer, up to the longest."""
        wait = min(terms.longest_wait, max(terms.first_wait, self.wait * terms.growth))
        least = terms.sign_in_wait if isinstance(fault, ShareSignIn) else 0.0
        turn = 1 + terms.spread * (2 * chance.below(_GRAIN + 1) / _GRAIN - 1)
        return replace(
            self,
            failing_since=self.failing_since or at,
            failures=self.failures + 1,
            reason=fault.code,
            next_at=at + timedelta(seconds=max(least, wait * turn)),
            wait=wait,
        )

    def worked(self) -> Standing:
        """After a success: nothing is remembered."""
        return Standing()

    def is_due(self, at: datetime) -> bool:
        """Whether it is time to try; also where the clock was set back behind the last try."""
        if self.next_at is None or self.failing_since is None:
            return True
        return at >= self.next_at or at < self.failing_since
