"""Garbage is collected in short looks: what one look left alive is left out of the next."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from weakref import ref

import pytest
from pytestqt.qtbot import QtBot

from ui.collecting import Collector

pytestmark = pytest.mark.ui


class Part:
    """Something that can point at itself, as parts of a page do."""

    ring: Part | None = None


@pytest.fixture
def collector(qapp: object) -> Iterator[Collector]:
    made = Collector(at_work_ms=20)
    yield made
    made.close()


def come_to_a_look_at_all() -> None:
    """As after some minutes of work."""
    for _ in range(gc.get_threshold()[2] + 1):
        gc.collect(1)


def is_looked_at(part: Part) -> bool:
    return any(one is part for one in gc.get_objects())


def test_what_lived_through_a_look_at_all_is_left_out_of_the_next(collector: Collector) -> None:
    lives, ends = Part(), Part()
    ends.ring = ends
    ended = ref(ends)
    del ends
    come_to_a_look_at_all()
    collector.collect()
    assert ended() is None
    assert not is_looked_at(lives)


def test_what_the_first_work_brings_is_left_out_before_any_look_at_all(
    qtbot: QtBot, collector: Collector
) -> None:
    there = Part()
    collector.settle()
    assert not is_looked_at(there)
    brought = Part()
    qtbot.waitUntil(lambda: not is_looked_at(brought))


def test_pages_that_are_taken_down_are_collected_though_they_were_left_out(
    qtbot: QtBot, collector: Collector
) -> None:
    page = Part()
    page.ring = page
    gone = ref(page)
    come_to_a_look_at_all()
    collector.collect()
    del page
    gc.collect()
    assert gone() is not None
    collector.loosen()
    qtbot.waitUntil(lambda: gone() is None)
