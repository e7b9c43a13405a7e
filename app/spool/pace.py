"""How much goes into one message, so that a slow line gets through within the deadline as well.

A call may stand still for the deadline, and a message counts only once it is answered. So the first
messages are small, and grow while answers come soon.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

SMALLEST, LARGEST = 1 << 16, 1 << 20  # bytes: one credit of SMB, and where larger is no faster


class Pace:
    """The size of the next message; `seconds` is how long one may take at most.

    begun = pace.begin(); send(pace.size bytes); pace.learn(pace.size, begun)
    """

    def __init__(self, seconds: float, clock: Callable[[], float] = monotonic) -> None:
        self._seconds, self.begin = seconds, clock
        self.size = SMALLEST

    def learn(self, carried: int, begun: float) -> None:
        """After a message that carried so many bytes: larger ones from now on, or smaller ones."""
        took = self.begin() - begun
        if took > self._seconds / 3:
            self.size = max(SMALLEST, self.size // 2)
        elif took < self._seconds / 8 and carried >= self.size:
            self.size = min(LARGEST, self.size * 2)
