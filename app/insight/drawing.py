"""Where the parts of a chart stand: one layout, which screen and paper both only paint.

    for mark in draw(chart.shape, 564, 250): ...

Units are design pixels at 100 %, x from the leading edge and y from the top. What is told by colour
is told by words beside it as well; the goal is a dashed line, so that grey print keeps it apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.insight.charts import Bar, Bars, Interval, Line, Shape, Strip


class Ink(StrEnum):
    """Roles of the design tokens; painters look their colours up."""

    FIRST = "c1"
    LAST = "c2"
    GOAL = "bench"
    TRACK = "sunken"
    TINT = "tint"
    RULE = "hairline"
    SURFACE = "surface"
    TEXT = "text"
    SECOND = "text2"
    ON_BAR = "on_action"


class Anchor(StrEnum):
    """Which point of the words stands at x."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A filled rectangle with round corners, outlined where it has an edge."""

    x: float
    y: float
    width: float
    height: float
    fill: Ink
    edge: Ink | None = None
    radius: float = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """A line through points."""

    points: tuple[tuple[float, float], ...]
    ink: Ink
    width: float = 1
    dashed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A filled circle around a point."""

    x: float
    y: float
    radius: float
    ink: Ink


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A few words on a base line."""

    x: float
    y: float
    text: str
    size: float
    ink: Ink = Ink.TEXT
    bold: bool = False
    anchor: Anchor = Anchor.START


Mark = Block | Stroke | Dot | Words
BODY, SMALL = 16.0, 14.0
_Up = Callable[[float], float]
_LETTER = 0.58  # of its size, about as wide as a letter is: columns are reserved, never measured
_GAP = 10.0
_BAR, _SLIM, _ROOMY = 34.0, 8.0, 62.0
_STEPS = (5, 10, 20, 25, 50, 100, 200, 500)


def draw(shape: Shape, width: float, height: float) -> tuple[Mark, ...]:
    """The marks of a shape within a width and a height, in the order they are painted."""
    match shape:
        case Bars():
            return tuple(_rows(shape.rows, shape.full, width, height, goal=shape.goal))
        case Line():
            return tuple(_trend(shape, width, height))
        case Strip():
            return tuple(_rows(shape.parts, shape.full, width, height, slim=True))
    return tuple(_between(shape, width, height))


def mirrored(marks: Sequence[Mark], width: float) -> tuple[Mark, ...]:
    """The same from right to left, for languages written so."""
    return tuple(_turned(mark, width) for mark in marks)


def least_height(shape: Shape) -> float:
    """Under this the parts would stand in each other."""
    match shape:
        case Bars():
            return max(1, len(shape.rows)) * 28.0
        case Line():
            return 170.0
        case Strip():
            return max(1, len(shape.parts)) * 26.0
    return 60.0


def _rows(
    rows: Sequence[Bar],
    full: int,
    width: float,
    height: float,
    *,
    slim: bool = False,
    goal: int | None = None,
) -> Iterator[Mark]:
    if not rows:
        return
    shares, amounts = [row.share for row in rows], [row.amount for row in rows]
    left = min(_column([row.label for row in rows], BODY), width * 0.4)
    share, amount = _column(shares, SMALL), _column(amounts, BODY)
    room = max(width - left - share - amount, 24.0)
    pitch = min(height / len(rows), _ROOMY)
    thick = _SLIM if slim else min(_BAR, pitch * 0.62)
    for place, row in enumerate(rows):
        middle = (place + 0.5) * pitch
        base = middle + BODY * 0.35
        top = middle - thick / 2
        long = 0.0 if row.length is None or full <= 0 else room * min(row.length / full, 1.0)
        yield Words(x=0, y=base, text=row.label, size=BODY)
        yield Block(x=left, y=top, width=room, height=thick, fill=Ink.TRACK)
        if long > 0:
            fill = Ink.LAST if row.is_last else Ink.FIRST
            yield Block(x=left, y=top, width=max(long, 2.0), height=thick, fill=fill)
        if row.inside:
            yield _inside(row, left, long, base)
        yield Words(
            x=width - share, y=base, text=row.amount, size=BODY, bold=True, anchor=Anchor.END
        )
        yield Words(x=width, y=base, text=row.share, size=SMALL, ink=Ink.SECOND, anchor=Anchor.END)
    if goal is not None and full > 0:
        at = left + room * min(goal / full, 1.0)
        yield Stroke(points=((at, 0), (at, pitch * len(rows))), ink=Ink.GOAL, width=2, dashed=True)


def _inside(row: Bar, left: float, long: float, base: float) -> Words:
    """In the bar where they fit, else after its end."""
    if _wide(row.inside, BODY) + 2 * _GAP <= long:
        return Words(x=left + 12, y=base, text=row.inside, size=BODY, ink=Ink.ON_BAR, bold=True)
    return Words(x=left + long + 8, y=base, text=row.inside, size=BODY, bold=True)


def _trend(shape: Line, width: float, height: float) -> Iterator[Mark]:
    values = [point.value for point in shape.points if point.value is not None]
    top = max([shape.goal, *values])
    foot = min([shape.foot, *values])
    step = next((one for one in _STEPS if one * 3 >= top - foot), _STEPS[-1])
    foot -= foot % step
    left, right = 42.0, max(_wide(shape.goal_label, SMALL), 48.0) + 12
    floor, ceiling = height - 26, 16.0
    across = width - left - right

    def up(value: float) -> float:
        return floor - (floor - ceiling) * (value - foot) / max(top + 1 - foot, 1)

    for value in range(foot, top + 1, step):
        yield Stroke(points=((left, up(value)), (left + across, up(value))), ink=Ink.RULE)
        yield Words(
            x=left - 8,
            y=up(value) + 5,
            text=f"{value} %",
            size=SMALL,
            ink=Ink.SECOND,
            anchor=Anchor.END,
        )
    at = up(shape.goal)
    yield Stroke(points=((left, at), (left + across, at)), ink=Ink.GOAL, width=2, dashed=True)
    yield from _through(shape, left, across, floor, up)
    last = shape.points[-1].value if shape.points else None
    beside = at + 5
    if last is not None:
        end = up(last) + 2
        if abs(end - beside) < SMALL + 4:  # neither covers the other
            beside = end + SMALL + 4 if shape.goal <= last else end - SMALL - 4
        yield Words(x=left + across + 12, y=end, text=f"{last} %", size=BODY, bold=True)
    yield Words(x=left + across + 12, y=beside, text=shape.goal_label, size=SMALL, ink=Ink.SECOND)


def _through(shape: Line, left: float, across: float, floor: float, up: _Up) -> Iterator[Mark]:
    """The months along the foot, and the line in as many stretches as gaps leave."""
    count = max(len(shape.points) - 1, 1)
    stretch: list[tuple[float, float]] = []
    stretches = [stretch]
    for place, point in enumerate(shape.points):
        x = left + across * place / count
        yield Words(
            x=x, y=floor + 20, text=point.label, size=SMALL, ink=Ink.SECOND, anchor=Anchor.MIDDLE
        )
        if point.value is None:
            stretch = []
            stretches.append(stretch)
        else:
            stretch.append((x, up(point.value)))
    for one in stretches:
        if len(one) > 1:
            yield Stroke(points=tuple(one), ink=Ink.FIRST, width=3)
    for x, y in [one[0] for one in stretches if len(one) == 1] + stretches[-1][-1:]:
        yield Dot(x=x, y=y, radius=7, ink=Ink.SURFACE)
        yield Dot(x=x, y=y, radius=5, ink=Ink.FIRST)


def _between(shape: Interval, width: float, height: float) -> Iterator[Mark]:
    full = max(shape.high * 3 // 2, 1)
    middle = height / 2 - 12
    places = [width * value / full for value in (shape.low, shape.middle, shape.high)]
    low, at, high = places
    yield Block(x=0, y=middle - 3, width=width, height=6, fill=Ink.TRACK, radius=3)
    yield Block(
        x=low,
        y=middle - 7,
        width=max(high - low, 2.0),
        height=14,
        fill=Ink.TINT,
        edge=Ink.FIRST,
        radius=7,
    )
    yield Dot(x=at, y=middle, radius=9, ink=Ink.SURFACE)
    yield Dot(x=at, y=middle, radius=7, ink=Ink.FIRST)
    widest = max(_wide(words, SMALL) for words in shape.words)
    crowded = min(at - low, high - at) < widest + 8
    for place, (x, words) in enumerate(zip(places, shape.words, strict=True)):
        yield Words(
            x=min(max(x, widest / 2), width - widest / 2),
            y=middle + (46 if crowded and place != 1 else 28),
            text=words,
            size=SMALL,
            bold=place == 1,
            ink=Ink.TEXT if place == 1 else Ink.SECOND,
            anchor=Anchor.MIDDLE,
        )


def _column(words: Sequence[str], size: float) -> float:
    """As wide as the widest, with a gap; nothing where there are no words."""
    widest = max(_wide(one, size) for one in words)
    return widest + _GAP if widest else 0.0


def _wide(words: str, size: float) -> float:
    return len(words) * size * _LETTER


def _turned(mark: Mark, width: float) -> Mark:
    match mark:
        case Block():
            return replace(mark, x=width - mark.x - mark.width)
        case Stroke():
            return replace(mark, points=tuple((width - x, y) for x, y in mark.points))
        case Dot():
            return replace(mark, x=width - mark.x)
    return replace(mark, x=width - mark.x, anchor=_ACROSS[mark.anchor])


_ACROSS = {Anchor.START: Anchor.END, Anchor.MIDDLE: Anchor.MIDDLE, Anchor.END: Anchor.START}
