"""Files of the share gone wrong: cut, bent, swapped, or signed anew by somebody who has a key."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random
from typing import Any

_ODD: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    2**31,
    2**63,
    10**40,
    1.5,
    "",
    "0",
    "\ud800",
    "\x00",
    "../../etc/passwd",
    "a" * 5_000,
    "2026-02-30T25:61:61Z",
    [],
    {},
    [[]],
    {"": None},
)
_DEEP = b"[" * 20_000


def bent(data: bytes, chance: Random) -> bytes:
    """The bytes with one thing wrong: a bit, a length, a piece taken out, doubled or moved."""
    at = chance.randrange(len(data)) if data else 0
    to = min(len(data), at + 1 + chance.randrange(200))
    how = chance.randrange(8)
    if how == 0:
        return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]
    if how == 1:
        return data[:at]
    if how == 2:
        return data[:at] + data[to:]
    if how == 3:
        return data[:at] + data[at:to] * 2 + data[to:]
    if how == 4:
        return data[:at] + chance.randbytes(to - at) + data[to:]
    if how == 5:
        return data + chance.randbytes(1 + chance.randrange(64))
    if how == 6:
        return data[:at] + b"\x00" * (to - at) + data[to:]
    return data[at:] + data[:at]


def bent_json(value: Any, chance: Random) -> Any:
    """A JSON value with one member changed, gone, doubled, or of another kind."""
    copied = json.loads(json.dumps(value))
    places = list(_places(copied, []))
    if not places:
        return chance.choice(_ODD)
    *way, last = chance.choice(places)
    holder = copied
    for step in way:
        holder = holder[step]
    how = chance.randrange(4)
    if how == 0:
        del holder[last]
    elif how == 1 and isinstance(holder, list):
        holder.insert(last, holder[last])
    elif how == 1 and isinstance(holder, dict):
        holder[f"{last}x"] = holder[last]
    elif how == 2 and isinstance(holder[last], int):
        holder[last] += chance.choice((-1, 1, 1_000, 10**10))
    else:
        holder[last] = chance.choice(_ODD)
    return copied


def bent_line(line: bytes, chance: Random) -> bytes:
    """A record, or any line of JSON, gone wrong inside or as bytes."""
    how = chance.randrange(12)
    if how == 0:
        return bent(line, chance).replace(b"\n", b" ")
    if how == 1:
        return _DEEP
    return json.dumps(bent_json(json.loads(line), chance)).encode()


def times(count: int, seed: int, make: Callable[[Random], None]) -> None:
    """Do it so often, each time with a chance of its own: a failure names its seed."""
    for number in range(count):
        try:
            make(Random(seed * 1_000_003 + number))
        except BaseException as fault:
            fault.add_note(f"seed {seed}, number {number}")
            raise


def _places(value: Any, way: list[Any]) -> Any:
    found = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in list(found):
        yield [*way, key]
        if isinstance(inner, dict | list):
            yield from _places(inner, [*way, key])
