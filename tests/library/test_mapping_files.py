"""A mapping that somebody wrote, cut short or filled with anything: read, or refused."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.errors import BadInput
from app.library import resource
from app.library.ledgers import load_mapping, mapping_names

SHIPPED = [resource("ledgers", f"{name}.toml").read_bytes() for name in mapping_names()]


def test_brackets_without_end_are_refused(tmp_path: Path) -> None:
    (tmp_path / "deep.toml").write_text(f"encoding = {'[' * 20_000}")
    with pytest.raises(BadInput, match="is not sound TOML") as refused:
        load_mapping(str(tmp_path / "deep.toml"))
    assert refused.value.code == "bad_mapping"


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.data())
def test_a_mapping_with_anything_in_it_is_read_or_refused(
    tmp_path: Path, data: st.DataObject
) -> None:
    raw = bytearray(data.draw(st.sampled_from(SHIPPED)))
    place = data.draw(st.integers(0, len(raw)))
    odd = st.binary(max_size=20) | st.sampled_from([b"= 1e309", b"= []", b"= {}", b"[" * 5_000])
    raw[place : place + data.draw(st.integers(0, 30))] = data.draw(odd)
    file = tmp_path / "odd.toml"
    file.write_bytes(raw)
    with suppress(BadInput):
        load_mapping(str(file))
