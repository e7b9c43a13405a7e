"""A demo on a disk that fills, or in a folder with an impossible name, leaves nothing behind."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli.frame import REFUSED, main
from tests.mounts import small_disk


@pytest.fixture
def full_soon(tmp_path: Path) -> Iterator[Path]:
    """A disk of 120 kB, where this account may mount one."""
    with small_disk(tmp_path, "120k") as place:
        yield place


@pytest.mark.parametrize("full", ["data", "share", "out"])
def test_a_demo_that_does_not_fit_leaves_nothing_that_counts(
    tmp_path: Path, full_soon: Path, capsys: pytest.CaptureFixture[str], full: str
) -> None:
    if full == "share":  # the batch is small: leave it less room than that
        (full_soon / "fill").write_bytes(bytes(112 * 1024))
        (full_soon / "share").mkdir()
    places = {name: tmp_path / name for name in ("data", "share", "out")}
    places["share"].mkdir()
    places["out"].mkdir()
    places[full] = full_soon / "share" if full == "share" else full_soon
    arguments = [part for name, place in places.items() for part in (f"--{name}", str(place))]
    assert main(["demo", *arguments]) == REFUSED
    error = json.loads(capsys.readouterr().out)["error"]
    assert error["code"] in ("disk_full", "share_full", "unwritable")
    left = {
        path.name
        for place in places.values()
        for path in (place.rglob("*") if place.exists() else ())
        if path.is_file() and path.name not in ("fill", "recoup.lock")
    }
    # On the share a data file may have landed; without its manifest it is no batch.
    assert not {name for name in left if full != "share" or not name.endswith(".csv")}


def test_a_folder_with_an_impossible_name_is_refused_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    places = {"data": tmp_path / ("x" * 300), "share": tmp_path / "s", "out": tmp_path / "o"}
    arguments = [part for name, place in places.items() for part in (f"--{name}", str(place))]
    assert main(["demo", *arguments]) == REFUSED
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "unwritable"
    assert list(tmp_path.iterdir()) == []
