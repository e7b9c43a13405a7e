"""Large pages a part at a time: what is begun is never made twice, and what failed is made anew."""

from __future__ import annotations

from collections.abc import Callable, Generator
from functools import cached_property

from pytestqt.qtbot import QtBot

from ui.one_by_one import OneByOne
from ui.wings import Wings


def of_three(told: list[str], *, fails_at: int = 0) -> Callable[[], Generator[None]]:
    """A page of three parts; it fails once, at one of them."""
    left = [fails_at]

    def make() -> Generator[None]:
        for number in (1, 2, 3):
            if number == left[0]:
                left[0] = 0
                raise MemoryError("no room for a moment")
            told.append(f"part {number}")
            yield

    return make


def test_a_page_of_parts_is_made_a_part_at_a_step_and_one_after_the_other() -> None:
    told = list[str]()
    wings = Wings({"large": of_three(told), "small": lambda: told.append("small")})
    for step, so_far in enumerate((1, 2, 3)):
        assert wings.make_part()
        assert len(told) == so_far, step
    while wings.make_part():
        pass
    assert told == ["part 1", "part 2", "part 3", "small"]


def test_a_page_chosen_half_way_is_finished_and_not_begun_anew() -> None:
    told = list[str]()
    wings = Wings({"large": of_three(told)})
    wings.make_part()
    assert wings.make("large")
    assert wings.make("large"), "it is there"
    assert told == ["part 1", "part 2", "part 3"]
    assert not wings.make_part()


def test_a_page_that_failed_half_way_is_begun_anew_when_it_is_chosen(qtbot: QtBot) -> None:
    told = list[str]()
    wings = Wings({"large": of_three(told, fails_at=2)})
    with qtbot.capture_exceptions() as faults:
        while wings.make_part():
            pass
    assert [kind for kind, _, _ in faults] == [MemoryError]
    assert wings.make("large")
    assert told == ["part 1", "part 1", "part 2", "part 3"]


def test_parts_are_made_in_their_order_and_once() -> None:
    made = list[str]()

    class Panels(OneByOne):
        @cached_property
        def left(self) -> str:
            made.append("left")
            return "left"

        @cached_property
        def right(self) -> str:
            made.append("right")
            return "right"

    panels = Panels()
    assert panels.right == "right"
    assert len(list(panels.one_by_one())) == 2
    assert made == ["right", "left"]
