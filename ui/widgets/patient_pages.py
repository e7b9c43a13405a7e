"""Rows painted before anybody asks to see them: of who is found if the next letter is a likely one.

The picture reaches as far as rows look other, which is mostly in the patients' own words alone. It
is made only where the rows in sight would stay what they are but for those words, and is good only
while the list looks as it did (`look_of`). A few are held at most, until the next letter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from app.core.match import Match
from ui.theme import current
from ui.widgets import paint, patient_painting
from ui.widgets.patient_row import PatientRow
from ui.widgets.patient_words import Said
from ui.widgets.row_plan import widest

_PIXEL = 4  # bytes


@dataclass(frozen=True, slots=True)
class Page:
    """The rows in sight as they will look, from the top of the list."""

    matches: tuple[Match, ...]
    said: tuple[Said, ...]  # of the rows in sight
    picture: QPixmap
    area: QRect
    look: object

    @property
    def size(self) -> int:
        """Bytes the picture takes."""
        return size_of(self.area, self.picture.devicePixelRatioF())


def size_of(area: QRect, ratio: float) -> int:
    """Bytes that a picture of such an area takes at so many pixels to the point."""
    return ceil(area.width() * ratio) * ceil(area.height() * ratio) * _PIXEL


def look_of(shown_in: QWidget) -> object:
    """What a picture of rows depends on beside their words."""
    return current(), shown_in.width(), shown_in.height(), shown_in.devicePixelRatioF()


def painted(
    shown_in: QWidget,
    rows: Sequence[PatientRow],
    matches: tuple[Match, ...],
    today: date,
    *,
    room: int,
) -> Page | None:
    """A page of those `rows` of a list that are in sight; None where more than words would change.

    None too where its picture would take more than `room` bytes.
    That is where a row is bare, has the focus or the pointer, or would be laid out otherwise, and
    where the list is mirrored or scrolled away from its top.
    """
    seen = shown_in.visibleRegion().boundingRect()
    rows = [row for row in rows if row.y() <= seen.bottom()]
    if seen.isEmpty() or seen.top() > 0 or not 0 < len(rows) <= len(matches):
        return None
    said = tuple([Said.of(match, today) for match in matches[: len(rows)]])
    reach = 0
    for row, match, words in zip(rows, matches, said, strict=False):
        if row.is_live or row.hasFocus() or not row.would_lay_out(match, words):
            return None
        reach = max(reach, row.planned().reach, widest(row.said.name), widest(words.name))
    if paint.is_mirrored(shown_in):
        return None
    area = QRect(0, 0, min(reach, shown_in.width()), seen.bottom() + 1)
    if size_of(area, shown_in.devicePixelRatioF()) > room:
        return None
    picture = _picture(shown_in, rows, said, area)
    return Page(matches, said, picture, area, look_of(shown_in))


def _picture(
    shown_in: QWidget, rows: Sequence[PatientRow], said: Sequence[Said], area: QRect
) -> QPixmap:
    ratio = shown_in.devicePixelRatioF()
    picture = QPixmap(area.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(current().colour("surface"))
    painter = QPainter(picture)
    patient_painting.draw(painter, rows, mirrored=False, instead=said)
    painter.end()
    return picture
