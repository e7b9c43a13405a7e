"""The pages of an office: one part more in each turn, or the rest at once when a page is chosen.

A page that cannot be made holds up no other. It is made again when it is chosen: many faults pass,
and who never wants that page is told of nothing.

    wings = Wings({"queue": add_queue, "case": add_case})
    while wings.make_part(): ...     # in turns
    if not wings.make("case"): ...   # somebody chose it, and it does not open
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Iterator

Making = Callable[[], Generator[None] | None]


class Wings:
    """`plans` make a page each: at one go, or as a generator that stops after each part."""

    def __init__(self, plans: dict[str, Making]) -> None:
        self._plans = dict(plans)
        self._begun: dict[str, Iterator[None]] = {}
        self._later: set[str] = set()  # could not be made in their turn

    def make(self, name: str) -> bool:
        """Make what a page still needs; whether it is there, as far as it was planned."""
        parts = self.in_parts(name)
        while True:
            try:
                next(parts)
            except StopIteration as made:
                return bool(made.value)

    def in_parts(self, name: str) -> Generator[None, None, bool]:
        """The same a part at a step."""
        while name in self._plans:
            if not self._go_on(name):
                return False
            yield
        return True

    def make_part(self) -> bool:
        """One part more of the next page; False once nothing is left to be made unasked."""
        name = next((one for one in self._plans if one not in self._later), None)
        if name is None:
            return False
        if not self._go_on(name):
            self._later.add(name)
        return True

    def _go_on(self, name: str) -> bool:
        try:
            if name not in self._begun:
                self._begun[name] = self._plans[name]() or iter(())
            next(self._begun[name])
        except StopIteration:
            del self._plans[name], self._begun[name]
        except Exception:  # whatever it is, the other pages are made
            self._begun.pop(name, None)
            sys.excepthook(*sys.exc_info())
            return False
        return True
