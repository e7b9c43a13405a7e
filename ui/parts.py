"""What lies in a layout, without leaving anything behind.

    for part in parts(layout): ...           # widgets, and layouts within it

The binding keeps an object for each item it was asked for, also once Qt has deleted the item; what
Qt then puts at the same place in memory is taken for that item, and the program ends. So the
objects are let go of here as soon as they have said what they hold.
"""

from __future__ import annotations

from collections.abc import Iterator

import shiboken6
from PySide6.QtWidgets import QLayout, QWidget


def parts(layout: QLayout) -> Iterator[QWidget | QLayout]:
    """The widgets and the layouts in a layout, in its order; spaces are left out."""
    found: list[QWidget | QLayout] = []
    kept = getattr(layout, "keeps_items", False)  # a layout of ours, which holds and drops its own
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if inner is not None:
            found.append(inner)
            continue
        if widget is not None:
            found.append(widget)
        if not kept:
            shiboken6.invalidate(item)
    yield from found
