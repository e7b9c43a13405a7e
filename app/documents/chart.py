"""A chart on paper: the marks of `app.insight.drawing`, which the window paints too.

The figure's words are its sentence; its table stands under it as real rows, so nothing is told by
the drawing alone.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from app.documents.fonts import Fonts
from app.documents.pen import LEFT, RIGHT, Pen
from app.documents.script import runs, width_of
from app.documents.sheet import (
    ACTION,
    DEEP,
    HAIRLINE,
    SECOND,
    TEXT,
    TINT,
    WHITE,
    Drawing,
    Line,
    Trace,
)
from app.documents.sheet import Ink as PaperInk
from app.documents.tags import Element, Role
from app.insight.charts import Chart
from app.insight.drawing import (
    Anchor,
    Block,
    Dot,
    Ink,
    Mark,
    Stroke,
    Words,
    draw,
    least_height,
)

_SCALE = 0.68  # points to a design pixel: body words are as large as the rows of a report
_INKS: Mapping[Ink, PaperInk] = {
    Ink.FIRST: ACTION,
    Ink.LAST: DEEP,
    Ink.GOAL: TEXT,
    Ink.TRACK: TINT,
    Ink.TINT: TINT,
    Ink.RULE: HAIRLINE,
    Ink.SURFACE: WHITE,
    Ink.TEXT: TEXT,
    Ink.SECOND: SECOND,
    Ink.ON_BAR: WHITE,
}
_HALF_PI = math.pi / 2


def figure(pen: Pen, chart: Chart) -> None:
    """The chart across the text, with its sentence for whoever does not see it."""
    width, height = (RIGHT - LEFT) / _SCALE, least_height(chart.shape)
    tall = height * _SCALE
    pen.room(tall)
    marks, top = draw(chart.shape, width, height), pen.y
    with pen.part(Role.FIGURE, alt=chart.sentence) as part:
        page = pen.pages[-1].marks
        page.append(
            Drawing(
                x=LEFT,
                y=top,
                width=RIGHT - LEFT,
                height=tall,
                traces=tuple(trace for mark in marks for trace in _traces(mark, top)),
                of=part,
            )
        )
        page.extend(
            _line(mark, top, pen.fonts, part)
            for mark in marks
            if isinstance(mark, Words) and mark.text
        )
    pen.y = top + tall


def _line(words: Words, top: float, fonts: Fonts, part: Element) -> Line:
    size = words.size * _SCALE
    long = width_of(words.text, fonts, bold=words.bold) * size / 1000
    back = {Anchor.START: 0.0, Anchor.MIDDLE: long / 2, Anchor.END: long}[words.anchor]
    return Line(
        x=LEFT + words.x * _SCALE - back,
        y=top + words.y * _SCALE,
        size=size,
        runs=runs(words.text, fonts, bold=words.bold, spaced=True),
        ink=_INKS[words.ink],
        of=part,
    )


def _traces(mark: Mark, top: float) -> list[Trace]:
    match mark:
        case Block():
            return [
                Trace(
                    points=_on_paper(_rounded(mark), top),
                    closed=True,
                    fill=_INKS[mark.fill],
                    edge=None if mark.edge is None else _INKS[mark.edge],
                )
            ]
        case Stroke():
            return [
                Trace(
                    points=_on_paper(mark.points, top),
                    edge=_INKS[mark.ink],
                    width=mark.width * _SCALE,
                    dashed=mark.dashed,
                )
            ]
        case Dot():
            around = [_HALF_PI * turn / 6 for turn in range(24)]
            circle = tuple(
                (mark.x + mark.radius * math.cos(turn), mark.y + mark.radius * math.sin(turn))
                for turn in around
            )
            return [Trace(points=_on_paper(circle, top), closed=True, fill=_INKS[mark.ink])]
        case Words():
            return []


def _rounded(block: Block) -> tuple[tuple[float, float], ...]:
    """The outline, each corner in five points of its quarter of a circle."""
    radius = min(block.radius, block.width / 2, block.height / 2)
    left, top = block.x + radius, block.y + radius
    right, foot = block.x + block.width - radius, block.y + block.height - radius
    corners = ((right, foot, 0), (left, foot, 1), (left, top, 2), (right, top, 3))
    return tuple(
        (
            x + radius * math.cos(_HALF_PI * (quarter + step / 4)),
            y + radius * math.sin(_HALF_PI * (quarter + step / 4)),
        )
        for x, y, quarter in corners
        for step in range(5)
    )


def _on_paper(
    points: tuple[tuple[float, float], ...], top: float
) -> tuple[tuple[float, float], ...]:
    return tuple((LEFT + x * _SCALE, top + y * _SCALE) for x, y in points)
