"""Every screen there is, in every dress: the walks that take the pictures, stopped at each.

A screen is built once and then dressed and resized where it stands, as a person does it who turns
the text up in the middle of the morning.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from tests.pictures.looks import SIZES, stopping
from tests.ui.officer_window import settle
from ui import theme
from ui.theme import Scheme, Theme

WALKS = (
    *("desk", "officer", "guide", "paper", "debt", "dashboard", "first_run", "settings"),
    *("finding", "evidence", "audit", "packs", "prices", "share", "names"),
)
Check = Callable[[QWidget], list[str]]


LIGHT = ("light-100", "light-200", "light-1024")


@dataclass(frozen=True)
class Dress:
    """A scheme with a text size and a size of the window, and the name faults are told by."""

    name: str
    theme: Theme
    width: int
    height: int

    def put_on(self, window: QWidget) -> None:
        """Dress the program and give the window its size."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        if theme.current() != self.theme:
            theme.apply(app, self.theme)
        window.resize(self.width, self.height)
        settle()


def dress(name: str) -> Dress:
    """A dress by its name, such as `dark-200`; raises KeyError for none such."""
    scheme, _, size = name.partition("-")
    width, height, text_size = SIZES[size]
    known: dict[str, Scheme] = {one: one for one in theme.schemes()}
    return Dress(name, Theme(known[scheme], text_size, motion=False), width, height)


def walk(
    name: str,
    folder: Path,
    *,
    dresses: Iterable[Dress],
    look: Callable[[Dress, QWidget, str], Iterable[str]],
) -> tuple[int, list[str]]:
    """Stop at each screen of a walk in each dress; how many there were, and what `look` told."""
    faults: list[str] = []
    stops: list[str] = []
    usual = dress("light-100")

    def stop(window: QWidget, screen: str) -> None:
        _let_go()
        stops.append(screen)
        had = QApplication.focusWidget()
        for worn in dresses:
            worn.put_on(window)
            told = look(worn, window, screen)
            faults.extend(f"{screen} in {worn.name}: {fault}" for fault in told)
        usual.put_on(window)
        if had is not None and isValid(had):
            had.setFocus()
            if isinstance(had, QLineEdit):
                had.selectAll()  # as Tab into it does

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with stopping(stop):
        import_module(f"tests.pictures.{name}").main(folder, ("light", "100"))
    _let_go()
    return len(stops), faults


def checking(*checks: Check) -> Callable[[Dress, QWidget, str], list[str]]:
    """A look that asks each of these of a screen."""

    def look(_dress: Dress, window: QWidget, _screen: str) -> list[str]:
        return [fault for check in checks for fault in check(window)]

    return look


def _let_go() -> None:
    """Windows closed before are let go now, or each new dress would be put on them too."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
