"""The guide in a window of its own, over a real store, worked by keys."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.services.desk import Desk
from tests.desks import make_desk, sign_in
from tests.ui.officer_window import settle
from ui.language import give_words
from ui.models.guide import GuideModel
from ui.shell import Shell
from ui.views.guide import GuidePage
from ui.widgets.rail import RailItem
from ui.wording import GUIDE, RAIL_ICONS
from ui.work import Runner


class GuideWindow:
    """One window whose only page is the guide."""

    def __init__(self, folder: Path, lane: Runner) -> None:
        self.desk: Desk = make_desk(folder)
        give_words(self.desk)
        self.shell = Shell()
        self._lane = lane

    def open(self, name: str) -> GuidePage:
        """Somebody signs in and opens the guide."""
        sign_in(self.desk, name)
        self.guide = GuidePage(GuideModel(self.desk, self._lane))
        self.shell.add_page("guide", self.guide, rail=RailItem("guide", GUIDE, RAIL_ICONS[GUIDE]))
        self.shell.show()
        self.shell.activateWindow()
        self.shell.show_page("guide")
        settle()
        return self.guide

    def press(self, *keys: Qt.Key | str) -> None:
        """Press keys, or type a text, where the focus is."""
        for key in keys:
            target = self._target()
            if isinstance(key, str):
                QTest.keyClicks(target, key)
            else:
                QTest.keyClick(target, key)
            settle()

    def look_up(self, words: str) -> None:
        """Type into the search, and wait as long as the list waits for typing to pause."""
        self.press(words)
        QTest.qWait(200)
        settle()

    def close(self) -> None:
        """Take the window down and close the store."""
        self.shell.close()
        self.shell.deleteLater()
        settle()
        self.desk.db.close()

    def _target(self) -> QWidget:
        return QApplication.focusWidget() or self.shell
