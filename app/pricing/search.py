"""Finding one of thousands of currencies while it is being typed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from app.core.people import search_key

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SearchIndex(Generic[T]):
    """Codes and names folded once, so that each key stroke only scans plain text."""

    entries: tuple[tuple[str, str, T], ...]

    @classmethod
    def of(cls, rows: Iterable[tuple[str, str, T]]) -> SearchIndex[T]:
        """Fold code and name of every row; results keep this order within a rank."""
        return cls(
            tuple((search_key(code), f" {search_key(name)}", row) for code, name, row in rows)
        )

    def find(self, words: str, limit: int) -> tuple[T, ...]:
        """Rows that match every word: by code first, then at word starts, then anywhere."""
        wanted = search_key(words).split()
        if not wanted:
            return ()
        ranked: tuple[list[T], list[T], list[T]] = ([], [], [])
        for code, name, row in self.entries:
            rank = _rank(code, name, wanted)
            if rank is not None:
                ranked[rank].append(row)
        return tuple([row for rows in ranked for row in rows][:limit])


def _rank(code: str, name: str, wanted: list[str]) -> int | None:
    worst = 0
    for word in wanted:
        if code.startswith(word):
            continue
        if word not in name:
            return None
        worst = max(worst, 1 if f" {word}" in name else 2)
    return worst
