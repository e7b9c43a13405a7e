"""What one envelope takes of the journal: every record that can be read, once and in order."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.store.bodies import DamagedRecord, packed, unpacked, unpacked_lines
from app.store.outgoing import LARGEST, armful

SMALL, PACKED = b'{"small":1}', b'{"r":"' + b"said again " * 60 + b'"}'
NOISE = b"not a record"
BENT = packed(PACKED)[:12] + bytes(6) + packed(PACKED)[18:]
SHORT = packed(PACKED)[:-3]
OTHER = packed(b"[" + b"no record begins so " * 60 + b"]")
DAMAGED = (NOISE, BENT, SHORT, OTHER)


def taken(kept: list[bytes]) -> tuple[list[int], bytes]:
    some = armful(lambda: enumerate(kept))
    return list(some.places), bytes(some.lines)


def taken_in_the_end(kept: list[bytes]) -> tuple[list[int], bytes]:
    """Envelope after envelope, each beginning behind what the one before took."""
    places: list[int] = []
    lines = b""
    rows = list(enumerate(kept))
    while (some := armful(partial(iter, rows))).places:
        places += some.places
        lines += some.lines
        rows = rows[rows.index((some.places[-1], kept[some.places[-1]])) + 1 :]
    return places, lines


@given(st.lists(st.sampled_from((SMALL, packed(SMALL * 9), packed(PACKED), *DAMAGED))))
def test_h10_all_that_can_be_read_goes_whatever_stands_beside_it(kept: list[bytes]) -> None:
    sound = [(at, unpacked(one)) for at, one in enumerate(kept) if one not in DAMAGED]
    places, lines = taken(kept)
    assert places == [at for at, _ in sound]
    assert lines == b"".join(body + b"\n" for _, body in sound)


@given(st.integers(0, len(packed(PACKED)) - 1), st.integers(1, 255))
@example(at=4, flip=192)
def test_h10_whatever_byte_is_damaged_what_is_beside_it_goes(at: int, flip: int) -> None:
    bent = bytearray(packed(PACKED))
    bent[at] ^= flip
    bodies = {0: PACKED, 1: PACKED, 2: SMALL}
    try:
        bodies[1] = unpacked(bytes(bent))
    except DamagedRecord:
        del bodies[1]
    # Damage may claim a size that no envelope holds, and so end one before its time.
    places, lines = taken_in_the_end([packed(PACKED), bytes(bent), packed(SMALL)])
    assert places == list(bodies)
    assert lines == b"".join(body + b"\n" for body in bodies.values())


@pytest.mark.parametrize("damaged", DAMAGED)
def test_h10_lines_are_never_made_of_what_cannot_be_read(damaged: bytes) -> None:
    with pytest.raises(DamagedRecord):
        unpacked_lines(enumerate([packed(PACKED), damaged]), LARGEST)


def test_an_envelope_takes_no_more_than_it_holds_unless_one_record_is_larger() -> None:
    third = packed(b'{"r":"' + bytes(LARGEST // 3) + b'"}')
    places, lines = taken([third] * 5)
    assert places == [0, 1]
    assert len(lines) <= LARGEST
    alone = packed(b'{"r":"' + bytes(2 * LARGEST) + b'"}')
    assert taken([alone, SMALL])[0] == [0]
    assert taken([SMALL, alone])[0] == [0]


def test_no_more_is_read_than_one_envelope_takes() -> None:
    read = []

    def rows() -> Iterator[tuple[int, bytes]]:
        for at in range(10_000):
            read.append(at)
            yield at, packed(PACKED)

    assert list(armful(rows).places) == read[:-1]
