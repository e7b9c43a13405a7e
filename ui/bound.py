"""An act that lives as long as its part of the window, for signals of what may live longer.

A signal keeps a lambda for as long as its sender lives. Where the lambda speaks of a page and the
page holds the sender, its model say, Python never lets go of either: after a lock all of the page
would stay in memory. A method of a widget needs none of this.

    model.saved.connect(bound(self, lambda place: self.tell(SAVED.format(place=place))))
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject


def bound(part: QObject, act: Callable[..., object]) -> Callable[..., None]:
    """The act, until the part is gone."""
    return _Bound(part, act).do


class _Bound(QObject):
    def __init__(self, part: QObject, act: Callable[..., object]) -> None:
        super().__init__(part)
        self._act = act

    def do(self, *given: object) -> None:
        """What the signal says is handed on."""
        self._act(*given)
