"""What lies in a layout, without leaving anything behind.

    for part in parts(layout): ...           # widgets, and layouts within it

A layout is never asked for its items: the binding makes an object for each and keeps it as long as
the layout lives, also once Qt has deleted the item. What Qt then puts at the same place in memory
is taken for that item, and the program ends; and a window asked again and again grows without end.
So whatever could lie in a layout is asked where in it it stands.
"""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QWidget


def parts(layout: QLayout) -> list[QWidget | QLayout]:
    """The widgets and the layouts in a layout, in its order; spaces are left out."""
    owner = layout.parentWidget()
    around = [*(owner.children() if owner is not None else ()), *layout.children()]
    placed = [(layout.indexOf(one), one) for one in around if isinstance(one, (QWidget, QLayout))]
    return [one for place, one in sorted(placed, key=lambda each: each[0]) if place >= 0]
