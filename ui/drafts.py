"""What one person typed and had not kept, by its place and by whom or what it is about.

In memory alone, until the program ends or the laptop shuts: no other person is given it, and it
comes back only where the same record is open again (hazard H4).
"""

from __future__ import annotations

OWN = "own"  # about a form of no record: its writer alone


class Drafts:
    """Each is given back once."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], object] = {}

    def keep(self, place: str, about: str, typed: object) -> None:
        """Remember what stands in a place of the window about a record."""
        self._kept[place, about] = typed

    def holds(self, place: str, about: str = OWN) -> bool:
        """Whether something is remembered there."""
        return (place, about) in self._kept

    def take(self, place: str, about: str) -> object | None:
        """What was remembered, and remember it no longer."""
        return self._kept.pop((place, about), None)
