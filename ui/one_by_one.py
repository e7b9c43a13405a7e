"""The parts of a large page, each made once: when it is first asked for, or one at a step before.

class Panels(OneByOne):
    @cached_property
    def left(self) -> Left: ...

panels = Panels()
for _ in panels.one_by_one(): ...   # one more is made
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property


class OneByOne:
    """Its cached properties are the parts, made in their order."""

    def one_by_one(self) -> Iterator[None]:
        """Make them, one more each time."""
        for name, part in vars(type(self)).items():
            if isinstance(part, cached_property):
                getattr(self, name)
                yield
