"""Who edits what away from the other: the same plan for both contestants of `sync_anki`.

It imports nothing, for Anki's side reads it in an environment of its own.
"""

from __future__ import annotations

NOTES = 1_000
BOTH = 50  # notes edited on both sides: 5 %
FIELDS = 2

Edit = tuple[int, int, str]  # the note, its field, what is written


def edits(side: str, apart: int) -> list[Edit]:
    """What one side ("A" or "B") writes: to `apart` notes of its own, and to those of both.

    Of the notes that both edit, every second one has the same field edited, others another field.
    Every value is written once and nowhere else, so that it can be looked for afterwards.
    """
    first = BOTH if side == "A" else NOTES - apart
    alone = [(note, note % FIELDS, f"alone {side} {note}") for note in range(first, first + apart)]
    field = {"A": (0, 0), "B": (0, 1)}[side]
    shared = [(note, field[note % 2], f"both {side} {note}") for note in range(BOTH)]
    return sorted((*alone, *shared))


def lost(written: list[str], found: str) -> int:
    """How many of the values written are nowhere in what was found."""
    return sum(f"<{value}>" not in found for value in written)
