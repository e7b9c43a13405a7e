"""Records' bytes come back as they were put away, and most of them take less room."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

from hypothesis import given
from hypothesis import strategies as st

from app.store.bodies import packed, unpacked

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
