"""Records' bytes come back as they were put away, and most of them take less room."""

from __future__ import annotations

import json
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from app.replica.record import LARGEST
from app.store.bodies import DamagedRecord, packed, unpacked, unpacked_record

RECORDS = st.recursive(
    st.none() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=60,
).map(lambda said: json.dumps({"v": said}, ensure_ascii=True).encode())


@given(RECORDS | RECORDS.map(lambda body: body * 40))
def test_what_is_packed_comes_back_and_is_never_larger(body: bytes) -> None:
    kept = packed(body)
    assert unpacked(kept) == body
    assert len(kept) <= len(body)


@given(RECORDS.map(lambda body: body * 40), st.integers(0, 2**32), st.integers(1, 255))
def test_h10_what_is_damaged_is_told_as_that_whatever_byte_it_is(
    body: bytes, at: int, flip: int
) -> None:
    kept = bytearray(packed(body))
    kept[at % len(kept)] ^= flip
    told = None
    try:
        assert unpacked(bytes(kept)) == body or len(kept) == len(body)  # which was not packed
    except DamagedRecord as damaged:
        told = damaged
    assert told is None or "Restore the last backup" in told.message


@given(st.binary(max_size=200))
def test_h10_no_bytes_in_a_records_place_raise_anything_else(noise: bytes) -> None:
    for kept in (noise, b"\x28\xb5\x2f\xfd" + noise, b"{" + noise):
        with suppress(DamagedRecord):
            unpacked_record(kept)


def test_h10_a_few_bytes_that_unpack_without_end_are_damage_and_cost_no_memory() -> None:
    writer = zstandard.ZstdCompressor(level=1).compressobj(size=LARGEST + 1)
    parts = [writer.compress(b"{" + bytes(LARGEST)), writer.flush()]
    bomb = b"".join(parts)
    assert len(bomb) < LARGEST // 1000
    tracemalloc.start()
    with pytest.raises(DamagedRecord):
        unpacked(bomb)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < LARGEST // 8


def test_a_record_of_many_answers_takes_a_quarter_of_its_bytes() -> None:
    answers = [
        [f"question_{one}", "answered", "yes", "clerk", "2026-03-09T08:00:00Z"] * 2
        for one in range(25)
    ]
    body = json.dumps({"r": {"answers": answers}}).encode()
    assert len(packed(body)) * 4 < len(body)


def test_many_threads_pack_and_unpack_at_once() -> None:
    bodies = [
        json.dumps({"answers": [f"{one} is said again "] * 200}).encode() for one in range(64)
    ]
    with ThreadPoolExecutor(8) as hands:
        assert list(hands.map(lambda body: unpacked(packed(body)), bodies * 8)) == bodies * 8
