"""Messages grow while answers come soon, shrink when they come late, within their bounds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.spool.pace import LARGEST, SMALLEST, Pace


class Line:
    """Answers after so many seconds for a message, and so many for each byte."""

    def __init__(self, *, delay: float = 0.0, rate: float = 1e9) -> None:
        self.now, self.delay, self.rate = 0.0, delay, rate
        self.pace = Pace(20.0, lambda: self.now)

    def send(self, carried: int) -> float:
        begun = self.pace.begin()
        took = self.delay + carried / self.rate
        self.now += took
        self.pace.learn(carried, begun)
        return took


def test_a_quick_line_comes_to_the_largest_messages_within_a_megabyte() -> None:
    line = Line()
    for _ in range(4):
        line.send(line.pace.size)
    assert line.pace.size == LARGEST
    line.send(LARGEST)
    assert line.pace.size == LARGEST


def test_small_messages_teach_nothing_of_large_ones() -> None:
    line = Line()
    for _ in range(100):
        line.send(400)
    assert line.pace.size == SMALLEST


def test_a_line_that_turns_slow_is_given_smaller_messages_again() -> None:
    line = Line()
    for _ in range(4):
        line.send(line.pace.size)
    line.rate = 60_000
    for _ in range(6):
        line.send(line.pace.size)
    assert line.pace.size < LARGEST // 2


@given(st.floats(0, 2), st.floats(8_000, 1e9))
def test_no_line_that_could_be_used_ever_waits_out_the_deadline(delay: float, rate: float) -> None:
    line = Line(delay=delay, rate=rate)
    assert all(line.send(line.pace.size) < 20.0 for _ in range(40))
    assert SMALLEST <= line.pace.size <= LARGEST
