"""H10: a whole case goes or stays, through the death of whoever removes it or hears of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.core.errors import Known
from tests.mounts import small_disk
from tests.proof import removal_steps
from tests.proof.removal_kill import Removals, removals
from tests.proof.removal_place import CLERK, FIRST, OTHER, REMOVER, Place, held, is_whole_or_gone

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def dying() -> Iterator[Removals]:
    with removals() as worlds:
        yield worlds


def test_h10_a_removal_killed_at_any_write_removes_all_of_a_case_or_nothing(
    dying: Removals, proof: Callable[[str], None]
) -> None:
    proof(f"the remover killed, all of a case gone or none: {dying.by_the_remover()}")


@pytest.mark.parametrize("code", [OTHER, CLERK])
def test_h10_who_hears_of_a_removal_and_is_killed_holds_all_of_a_case_or_nothing(
    dying: Removals, code: str, proof: Callable[[str], None]
) -> None:
    proof(f"{code} killed as it heard of a removal: {dying.by_one_who_hears(code)}")


@pytest.fixture
def full_soon(tmp_path: Path) -> Iterator[Path]:
    """A disk of 4 MB, where this account may mount one."""
    with small_disk(tmp_path, "4m") as place:
        yield place


@pytest.mark.parametrize("code", [REMOVER, OTHER])
def test_h10_on_a_full_disk_all_of_a_case_goes_or_stays_and_nothing_is_told_by_halves(
    dying: Removals, full_soon: Path, code: str
) -> None:
    """With ever more room until there is enough; each time room is made, it is finished."""
    before = dying.listed if code == REMOVER else dying.sent
    with before.store(code) as db:
        rows = held(db)
    refused, ends = [], set()
    for room in range(0, 2_048, 128):
        place = _on(full_soon, before, code)
        _fill(full_soon, leaving=room * 1024)
        try:
            _go(place, code)
        except Known as known:
            refused.append(known.code)
        else:
            break
        finally:
            (full_soon / "fill").unlink()
        ends.add(is_whole_or_gone(place, code, rows))
        _go(place, code)
        assert is_whole_or_gone(place, code, rows)
    assert set(refused) <= {"disk_full", "unwritable", "share_full"}
    assert len(refused) > 1
    assert False in ends
    assert is_whole_or_gone(place, code, rows)


def _on(disk: Path, before: Place, code: str) -> Place:
    for name in (code, "share"):
        shutil.rmtree(disk / name, ignore_errors=True)
        shutil.copytree(before.root / name, disk / name)
    return Place(disk)


def _fill(disk: Path, *, leaving: int) -> None:
    room = shutil.disk_usage(disk).free - leaving
    (disk / "fill").write_bytes(bytes(max(room, 0)))


def _go(place: Place, code: str) -> None:
    step = removal_steps.remove if code == REMOVER else removal_steps.meet
    step(str(place.folder(code)), str(place.share), "officer", FIRST)
