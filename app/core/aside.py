"""Long work that touches no record: done where it was asked for, or in a process of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from app.core.errors import Known
from app.core.wording import Phrase

T = TypeVar("T")
# Told after each step how many of how many are done; False stops the work.
GoingOn = Callable[[int, int], bool]
Tell = Callable[[int, int], None]
Wanted = Callable[[], bool]


class Stopped(Known):
    """Somebody pressed Cancel while something long was done; nothing of it was kept."""

    def __init__(self) -> None:
        super().__init__("stopped", Phrase("Stopped. Nothing was kept."))


class Aside(Protocol):
    """Does one thing after another and waits for it; what fails is raised where it was asked."""

    def do(self, work: Callable[[], T], wanted: Wanted | None = None) -> T:
        """Do the work; raises what it raises, and Stopped once it is no longer `wanted`."""

    def do_in_steps(
        self, work: Callable[[GoingOn], T], tell: Tell, wanted: Wanted | None = None
    ) -> T:
        """Do work that says how far it is; raises as `do`."""


class Here:
    """Where the work was asked for: in tests, and on the command line."""

    def do(self, work: Callable[[], T], wanted: Wanted | None = None) -> T:
        """Do it; once begun, nothing can stop it here."""
        if wanted is not None and not wanted():
            raise Stopped
        return work()

    def do_in_steps(
        self, work: Callable[[GoingOn], T], tell: Tell, wanted: Wanted | None = None
    ) -> T:
        """Do it; asked between two steps whether it is wanted."""

        def going_on(done: int, of: int) -> bool:
            tell(done, of)
            return wanted is None or wanted()

        return work(going_on)


HERE: Aside = Here()
