"""How rows of patients are painted, all that changed at once.

What many rows share (ground, edge, reason, the facts' words) is a picture kept of it, which holds
nothing of a patient; the patients' own words follow, so that ink and type change once for all of a
kind. Rows stand on the surface of a card and paint that too, so nothing under them is painted anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from PySide6.QtGui import QFont, QPainter, QPixmap

from ui.theme import current
from ui.widgets import paint
from ui.widgets.patient_row import PatientRow
from ui.widgets.patient_words import Said
from ui.widgets.row_plan import Piece, Plan

_APART, _APART_ENDS = "\u2068", "\u2069"  # Unicode's first strong isolate
_Frame = tuple[int, int, str, bool]  # width, height, reason, whether it is live


def draw(
    painter: QPainter,
    rows: Sequence[PatientRow],
    *,
    mirrored: bool,
    instead: Sequence[Said] | None = None,
) -> None:
    """Rows in their places, the bare surface where one shows nobody.

    With `instead` these words are painted, of other patients whose rows would be laid out alike.
    """
    page = _Page(painter, mirrored)
    for row, said in zip(rows, instead or [row.said for row in rows], strict=True):
        page.draw_row(row, said)
    page.write()
    for row in rows:
        if row.match is not None and row.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint.ring(painter, row.geometry(), current().radius("row"))


@dataclass(slots=True)
class _Page:
    """Rows being painted: the words of those that share a plan wait for the others."""

    painter: QPainter
    mirrored: bool
    frames: dict[_Frame, QPixmap] = field(default_factory=dict)
    names: list[tuple[int, int, str]] = field(default_factory=list)  # left, line, text
    facts: list[tuple[int, int, str]] = field(default_factory=list)

    def draw_row(self, row: PatientRow, said: Said) -> None:
        """The ground of a row with what stands on it, as far as it does not wait."""
        if row.match is None:
            self.painter.fillRect(row.geometry(), current().colour("surface"))
            return
        plan, top = row.planned(), row.y()
        if plan.shared and not self.mirrored:
            self.painter.drawPixmap(0, top, self._frame(row, plan))
            name, *facts = plan.spots
            self.names.append((name[0], top + name[1], said.name))
            for (left, line), text in zip(facts, said.facts, strict=True):
                self.facts.append((left, top + line, text))
            return
        self.painter.save()
        self.painter.translate(0, top)
        if plan.shared:
            self.painter.drawPixmap(0, 0, self._frame(row, plan))
        else:
            self.painter.fillRect(row.rect(), current().colour("surface"))
            self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _draw_frame(self.painter, row, plan)
        for piece, text in zip(plan.own, (said.name, *said.facts), strict=True):
            _draw_piece(self.painter, row, piece, text)
        self.painter.restore()

    def write(self) -> None:
        """The words that waited."""
        theme, painter = current(), self.painter
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font("body", "strong"))
        for left, line, text in self.names:
            painter.drawText(left, line, text)
        painter.setFont(_facts_font(theme.text_size))
        for left, line, text in self.facts:
            painter.drawText(left, line, text)

    def _frame(self, row: PatientRow, plan: Plan) -> QPixmap:
        """What is no patient's own, from a picture kept of it."""
        frame = (row.width(), row.height(), row.said.reason, row.is_live)
        picture = self.frames.get(frame)
        if picture is None:
            picture = self.frames[frame] = paint.kept(
                self.painter,
                repr((frame, current())),
                row.size(),
                current().colour("surface"),
                lambda inside: _draw_frame(inside, row, plan),
            )
        return picture


@lru_cache(maxsize=4)
def _facts_font(_text_size: float) -> QFont:
    """Days, numbers and postcodes hold nothing to be shaped, and there are three to a row."""
    font = current().font("small")
    font.setStyleStrategy(QFont.StyleStrategy.PreferNoShaping)
    return font


def _draw_frame(painter: QPainter, row: PatientRow, plan: Plan) -> None:
    theme = current()
    fill, edge = ("tint", "action") if row.is_live else ("surface", "edge")
    ground, rim = theme.colour(fill), theme.colour(edge)
    paint.rounded(painter, row.rect(), theme.radius("row"), ground, rim, theme.line)
    if plan.chip is not None:
        chip = paint.mirrored(row, plan.chip)
        ground, rim = theme.colour("grey_tint"), theme.colour("hairline")
        paint.rounded(painter, chip, theme.radius("chip"), ground, rim, theme.px(1))
    for piece in plan.steady:
        _draw_piece(painter, row, piece, piece.text)


def _draw_piece(painter: QPainter, row: PatientRow, piece: Piece, text: str) -> None:
    painter.setFont(piece.font)
    painter.setPen(current().colour(piece.role))
    if piece.line is not None and not paint.is_mirrored(row):
        painter.drawText(piece.rect.left(), piece.line, text)
        return
    # Apart from the side it stands at: a number or a day is read from left to right.
    text = paint.held(text, piece.flags)
    apart = f"{_APART}{text}{_APART_ENDS}" if paint.is_mirrored(row) else text
    painter.drawText(paint.mirrored(row, piece.rect), piece.flags, apart)
