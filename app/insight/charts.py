"""Charts as definitions: what is shown and what it means, never where it stands on a screen.

A chart is a shape with its report. The report is the table twin; its title and its sentence are the
chart's own, so that window, paper and screen reader say the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.billing.reports.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One row: its words, how long it is, what stands in it and what beside it.

    A bar without a length is a group too small to be told; its words say so.
    """

    label: str
    length: int | None
    inside: str = ""
    amount: str = ""
    share: str = ""
    is_last: bool = False  # in the second colour, as paid is


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """Rows against one full length; `goal` is marked across them where there is one."""

    rows: tuple[Bar, ...]
    full: int
    goal: int | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the line, or a gap where there is no figure."""

    label: str
    value: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line through months in per cent, its axis from `foot`; with the benchmark it is held to."""

    points: tuple[Point, ...]
    foot: int
    goal: int
    goal_label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """Parts beside each other in their order, each as long as it is much."""

    parts: tuple[Bar, ...]
    full: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A figure between two bounds that hold nine times in ten, on a scale from nothing."""

    low: int
    middle: int
    high: int
    words: tuple[str, str, str]  # of the three


Shape = Bars | Line | Strip | Interval


@dataclass(frozen=True, slots=True)
class Chart:
    """A shape and its table twin."""

    shape: Shape
    twin: Report

    @property
    def title(self) -> str:
        """The words over it."""
        return self.twin.title

    @property
    def sentence(self) -> str:
        """All of it in one sentence, for whoever does not see it."""
        return self.twin.sentence
