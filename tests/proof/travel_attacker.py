"""Somebody with the right to write on the share: alters, copies, withholds and puts back files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

from app.spool.travel_names import read_name


class Attacker:
    """Changes the share's folder; `taken` says whether finance has an envelope already.

    What finance gave a receipt for is let go by its sender, so such a file is withheld here and
    never spoilt: spoiling it is theft from those who have not read it, and shows as a gap.
    """

    def __init__(
        self, folder: Path, chance: Random, taken: Callable[[str, int], bool], counts: Counter[str]
    ) -> None:
        self._folder, self._chance, self._taken, self._counts = folder, chance, taken, counts
        self._withheld: dict[str, bytes] = {}
        self._seen: dict[str, bytes] = {}

    def act(self) -> None:
        """One thing done to the share."""
        names = sorted(path.name for path in self._folder.glob("*.env") if read_name(path.name))
        if not names:
            return
        name = self._chance.choice(names)
        act = self._chance.choice(
            (self._copy, self._swap, self._spoil, self._withhold, self._put_back, self._stray)
        )
        act(name)
        self._counts[f"share {act.__name__.strip('_')}"] += 1

    def put_all_back(self) -> None:
        """The share as an honest server restores it: every envelope that ever lay there."""
        while self._withheld:
            self._put_back("")

    def _copy(self, name: str) -> None:
        """An altered copy under a name that promises it."""
        data = bytearray((self._folder / name).read_bytes())
        data[self._chance.randrange(len(data))] ^= 1 << self._chance.randrange(8)
        self._write(self._other_name(name), bytes(data))

    def _swap(self, name: str) -> None:
        """Another envelope under this one's number."""
        other = self._chance.choice(sorted(self._folder.glob("*.env")))
        self._write(self._other_name(name), other.read_bytes())

    def _spoil(self, name: str) -> None:
        said = read_name(name)
        if said is not None and not self._taken(said.actor, said.sequence):
            self._withheld.setdefault(name, (self._folder / name).read_bytes())
            data = self._withheld[name]
            kept = data[: self._chance.randrange(len(data))]
            (self._folder / name).write_bytes(kept or b"\0")

    def _withhold(self, name: str) -> None:
        """Out of sight for a while: what comes after it waits."""
        self._withheld[name] = (self._folder / name).read_bytes()
        (self._folder / name).unlink()

    def _put_back(self, _: str) -> None:
        """An old file from a backup, over whatever lies there."""
        if self._withheld:
            name = self._chance.choice(sorted(self._withheld))
            (self._folder / name).write_bytes(self._withheld.pop(name))

    def _stray(self, name: str) -> None:
        """What no program of ours wrote."""
        stray = self._chance.choice(("Thumbs.db", "~$RECOUP.env", name + ".tmp", "RECOUP_x.env"))
        (self._folder / stray).write_bytes(self._chance.randbytes(40))

    def _other_name(self, name: str) -> str:
        said = read_name(name)
        assert said is not None
        part = said.hash_part
        stem = name.partition(f"_{part}")[0]
        return f"{stem}_{self._chance.getrandbits(4 * len(part)):0{len(part)}x}.env"

    def _write(self, name: str, data: bytes) -> None:
        (self._folder / name).write_bytes(data)
