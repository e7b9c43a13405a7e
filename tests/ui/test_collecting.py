"""Garbage is collected in short looks: what was read before anybody signed in is left out."""

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
    made = Collector()
    yield made
    made.close()


def come_to_a_look_at_all() -> None:
    """As after some minutes of work."""
    for _ in range(gc.get_threshold()[2] + 1):
        gc.collect(1)


def is_looked_at(part: Part) -> bool:
    return any(one is part for one in gc.get_objects())


def test_what_lived_through_a_look_before_anybody_signed_in_is_left_out_of_the_next(
    collector: Collector,
) -> None:
    lives, ends = Part(), Part()
    ends.ring = ends
    ended = ref(ends)
    del ends
    come_to_a_look_at_all()
    collector.collect()
    assert ended() is None
    assert not is_looked_at(lives)


def test_what_was_there_before_anybody_signed_in_is_left_out_after_a_lock_too(
    qtbot: QtBot, collector: Collector
) -> None:
    there = Part()
    collector.settle()
    page = Part()
    page.ring = page
    gone = ref(page)
    del page
    collector.look_again()
    assert not is_looked_at(there)
    qtbot.waitUntil(lambda: gone() is None)
    assert not is_looked_at(there)


def test_pages_that_are_taken_down_are_collected_however_long_they_stood(
    qtbot: QtBot, collector: Collector
) -> None:
    collector.settle()
    page = Part()
    page.ring = page
    gone = ref(page)
    for _ in range(2):
        come_to_a_look_at_all()
        collector.collect()
        collector.settle()  # another person signs in meanwhile
    del page
    gc.collect(1)
    assert gone() is not None
    collector.look_again()
    qtbot.waitUntil(lambda: gone() is None)
