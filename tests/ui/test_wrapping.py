"""Words that wrap: no line ends within a date or a number, and nobody hears what holds them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ui.theme import Theme, apply, current
from ui.widgets import paint
from ui.widgets.choices import RadioList, TickBox
from ui.widgets.layout import Label
from ui.widgets.long_tick import LongTick

SAID = "Leave to be in the UK ends on 14-Jul-2026, asked on 2 March 2026 by 0113 496 0000"


def lines(label: QLabel, width: int) -> list[str]:
    """What a label shows on each of its lines at a width."""
    shown = QLabel.text(label)
    laid = QTextLayout(shown, label.font())
    laid.setTextOption(QTextOption(label.alignment()))
    laid.beginLayout()
    found = []
    while (line := laid.createLine()).isValid():
        line.setLineWidth(width)
        found.append(shown[line.textStart() : line.textStart() + line.textLength()])
    laid.endLayout()
    return [one.replace("\u2060", "").replace("\u00a0", " ").strip() for one in found]


@pytest.mark.parametrize("width", range(130, 400, 15))
def test_no_line_of_a_label_ends_within_a_date_or_a_number(qtbot: QtBot, width: int) -> None:
    label = Label(SAID, wrap=True)
    qtbot.addWidget(label)
    found = lines(label, width)
    assert " ".join(found) == SAID
    for whole in ("14-Jul-2026", "2 March 2026", "0113 496 0000"):
        assert [one for one in found if whole in one], found


def test_a_label_says_its_words_as_they_were_given_and_dates_in_long_form(qtbot: QtBot) -> None:
    label = Label("", wrap=True)
    qtbot.addWidget(label)
    label.setText(SAID)
    assert label.text() == SAID
    reader = QAccessible.queryAccessibleInterface(label)
    assert reader is not None
    assert reader.text(QAccessible.Text.Name) == SAID.replace("14-Jul-2026", "14 July 2026")
    label.setText("Not known")
    assert reader.text(QAccessible.Text.Name) == "Not known"


@pytest.mark.parametrize("whole", ["14-Jul-2026", "2 March 2026", "0113 496 0000"])
def test_no_line_of_painted_words_ends_within_a_date_or_a_number(
    qapp: QApplication, whole: str
) -> None:
    apply(qapp, Theme())
    width = paint.text_size(whole, current().font()).width() + 4
    flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | paint.WRAPS
    assert painted(f"On {whole}", width, flags) == painted(f"On\n{whole}", 400, flags)
    high = paint.wrapped_size(f"On {whole}", current().font(), width).height()
    assert high == paint.wrapped_size(f"On\n{whole}", current().font(), 400).height()


def painted(text: str, width: int, flags: int) -> QImage:
    """What is painted of a text that may wrap at a width."""
    picture = QImage(400, 80, QImage.Format.Format_RGB32)
    picture.fill(current().colour("surface"))
    painter = QPainter(picture)
    ink = current().colour("text")
    room = QRect(0, 0, width, 80)
    paint.draw_text(painter, room, text, font=current().font(), ink=ink, flags=flags)
    painter.end()
    return picture


def test_words_that_wrap_are_painted_in_one_place() -> None:
    """Qt's own flag would break a date: `paint.WRAPS` is the one that holds it together."""
    ui = Path(__file__).resolve().parents[2] / "ui"
    assert [one for one in ui.rglob("*.py") if "TextWordWrap" in one.read_text("utf-8")] == []


@pytest.mark.parametrize("text_size", [1.0, 2.0])
def test_the_ring_stays_clear_of_a_mark(qtbot: QtBot, qapp: QApplication, text_size: float) -> None:
    apply(qapp, Theme(text_size=text_size))
    for part in (
        TickBox("Relied on"),
        RadioList("Which", [("a", "Free")]).buttons[0],
        LongTick("I"),
    ):
        qtbot.addWidget(part.window())
        part.resize(part.sizeHint())
        mark, ring = part.mark(), current().px(5)
        inside = part.rect().adjusted(ring, ring, -ring, -ring)
        assert inside.contains(mark)
        assert mark.top() > inside.top()
