"""The contestants of `benchmarks.key`: a line of JSON in, milliseconds a letter out.

The line names the texts and how the window rests before each (`asleep`, `awake`). Of each text the
last letter is the one timed: from the key to the end of the turn of the event loop in which the
window was painted.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from functools import partial

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QWidget

from app.core.match import Match
from app.services import finding
from app.services.desk import Desk
from benchmarks.people import desk_of_a_million
from ui import theme
from ui.changes import Changes
from ui.collecting import Collector
from ui.models.desk import DeskModel
from ui.models.feedback import FeedbackModel
from ui.theme import Theme
from ui.turns import Turns
from ui.views.desk_start import DeskStart
from ui.work import Lane

SIZE = (1262, 728)
_REST_MS = 20
Rest = Callable[[QApplication], None]
Letter = Callable[[str, Rest], float]


class _Painted(QObject):
    """Notes that a window was asked to paint itself."""

    seen = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest:
            self.seen = True
        return False


def main(name: str) -> None:
    """Answer lines until the end."""
    app = theme.application()
    theme.apply(app, Theme(motion=False))
    letter = {"ours": ours, "bare": bare}[name](app)
    rests = {"asleep": _sleep, "awake": _stay_awake}
    for line in sys.stdin:
        asked = json.loads(line)
        rest = rests[asked["rest"]]
        print(json.dumps([letter(text, rest) * 1_000 for text in asked["texts"]]), flush=True)


def bare(app: QApplication) -> Letter:
    """A line edit in an empty window."""
    window = QMainWindow()
    window.resize(*SIZE)
    theme.dress(window)
    edit = QLineEdit(window)
    edit.resize(SIZE[0] - 400, 56)
    window.show()
    edit.setFocus()
    painted = _watch(app, window)

    def letter(text: str, rest: Rest) -> float:
        edit.setText(text[:-1])
        rest(app)
        painted.seen = False
        began = time.perf_counter()
        _press(edit, text[-1])
        _until(app, painted, lambda: True)
        taken = time.perf_counter() - began
        if edit.text() != text or window.isHidden():
            raise SystemExit(f"the line edit holds {edit.text()}")
        return taken

    return letter


def ours(app: QApplication) -> Letter:
    """The start of the desk, as an officer has it, over its own lane."""
    turns = Turns()
    lane = Lane("records", faults=lambda fault: sys.exit(str(fault)), turns=turns)
    desks: list[Desk] = []
    lane.run(desk_of_a_million, desks.append)
    while not desks:
        app.processEvents()
    model = DeskModel(desks[0], lane, Changes())
    page = DeskStart(model, FeedbackModel(desks[0], lane))
    page.resize(*SIZE)
    theme.dress(page)
    turns.paint_apart(page)
    page.show()
    page.opened()
    Collector(page).settle()  # as in the window: no collection of garbage while a letter is shown
    box = page.finder.search
    came: list[tuple[str, tuple[Match, ...]]] = []
    told: list[tuple[Match, ...]] = []  # by the records, asked anew once the letter is timed
    shown_before: tuple[Match, ...] = ()
    painted = _watch(app, page)

    def arrived(text: str, found: tuple[Match, ...]) -> None:
        """What is painted from now on counts, where other rows are shown than before."""
        came.append((text, found))
        if found != shown_before:
            painted.seen = False

    model.type_ahead.came.connect(arrived)

    def letter(text: str, rest: Rest) -> float:
        nonlocal shown_before
        box.setText(text[:-1])
        model.type_ahead.look(text[:-1])
        rest(app)
        came.clear()
        rows = page.finder.results.rows
        shown_before = tuple([row.match for row in rows if row.match and row.isVisible()])
        painted.seen = False
        began = time.perf_counter()
        _press(box, text[-1])
        _until(app, painted, lambda: bool(came))
        taken = time.perf_counter() - began
        shown = tuple(row.match for row in page.finder.results.rows)
        lane.run(partial(finding.find, desks[0], text, typing=True), told.append)
        while not told:
            app.processEvents()
        if came[-1][0] != text or shown != told.pop():
            raise SystemExit(f"other rows than found are shown for {text}")
        return taken

    return letter


def _watch(app: QApplication, window: QWidget) -> _Painted:
    window.activateWindow()
    painted = _Painted(window)
    window.installEventFilter(painted)
    _sleep(app)
    return painted


def _press(widget: QWidget, letter: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(widget, event)


def _until(app: QApplication, painted: _Painted, ready: Callable[[], bool]) -> None:
    """Turn the loop until the window was painted after all was ready."""
    while not (ready() and painted.seen):
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _sleep(app: QApplication) -> None:
    """Let everything come to rest; the window sleeps meanwhile, as it does between two letters."""
    still = QEventLoop()
    QTimer.singleShot(_REST_MS, still.quit)
    still.exec()
    app.processEvents()


def _stay_awake(app: QApplication) -> None:
    """The same, with the event loop turning all the time: no window does, but all of it stays hot.

    Other threads hardly get Python's lock meanwhile.
    """
    until = time.perf_counter() + _REST_MS / 1_000
    while time.perf_counter() < until:
        app.processEvents()


if __name__ == "__main__":
    main(sys.argv[1])
