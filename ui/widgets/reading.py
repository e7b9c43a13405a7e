"""Tab order as reading order, for pages whose parts come and go.

in_reading_order(page)                           # after rows were added or taken away
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QStackedWidget, QWidget

from ui.parts import parts


def in_reading_order(page: QWidget) -> None:
    """Let Tab visit what lies in the page's layouts from the first to the last."""
    for one, then in pairwise(list(_stops(page))):
        QWidget.setTabOrder(one, then)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """The widgets that can take the focus, in the order of the layouts.

    One that hands the focus on is among them, before what it holds: left behind, it would take Tab
    at its old place and hand it back, and what follows would never be reached.
    """
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus or widget.focusProxy() is not None:
        yield widget
    if isinstance(widget, QScrollArea):
        inside = widget.widget()
        if inside is not None:
            yield from _stops(inside)
    elif isinstance(widget, QStackedWidget):
        shown = widget.currentWidget()
        if shown is not None:
            yield from _stops(shown)
    else:
        layout = widget.layout()
        if layout is not None:
            yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for part in parts(layout):
        if isinstance(part, QWidget):
            yield from _stops(part)
        else:
            yield from _in_layout(part)
