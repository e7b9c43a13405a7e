"""Somebody in a hurry, at every page of every role: any keys, Enter held, everything clicked twice.

`python -m tests.ui.impatient --steps 2000` from the root of the repository; the last line is JSON.
A step is one thing such a person does: a key of any page, a letter with Alt, Enter held down where
the focus is, a double click on anything in sight, words typed, another page of the rail. What is
asked of the records comes late, as from a slow disk. Nothing may fail, and no act may be recorded
twice by one step: the audit tells.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import random
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from PySide6.QtCore import QEvent, QLoggingCategory, QPoint, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import isValid

from app.demo import DEFAULT_MOMENT, live_the_morning, make_demo_desk
from app.services import signin
from tests.ui.held_lane import HeldLane
from ui.office import Office
from ui.shell import Shell
from ui.widgets.button import Button

T = TypeVar("T", bound=QWidget)
KEY, ALT, CTRL = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
WHO = ("clerk", "officer", "senior", "finance", "clinician", "auditor", "admin")
FUNCTION_KEYS = tuple(KEY(KEY.Key_F1 + place) for place in range(11))  # F12 locks
MOVES = (KEY.Key_Tab, KEY.Key_Backtab, KEY.Key_Down, KEY.Key_Up, KEY.Key_PageDown, KEY.Key_Home)
WORDS = ("Okafor", "12", "1/2/2030", "100", "Says so", "today", "")
REPEATS = 12
_WRITTEN = "SELECT act, subject, detail FROM audit WHERE seq > ? ORDER BY seq"


class Impatient:
    """One window over a made-up morning; `counts` says what was done how often."""

    def __init__(self, folder: Path, *, seed: int) -> None:
        self._chance = random.Random(seed)
        self._desk = make_demo_desk(folder, moment=DEFAULT_MOMENT, seed=seed)
        live_the_morning(self._desk, seed=seed)
        self._shell = Shell()
        self._again: Callable[[], object] | None = None  # pressed between work and its result
        self._lane = HeldLane(holds=False, meanwhile=self._press_again)
        self.counts: Counter[str] = Counter()
        self.failed: list[str] = []
        self.twice: list[str] = []
        self.acts: Counter[str] = Counter()
        self.did = ""
        self._shell.resize(1366, 768)
        self._shell.show()
        self._shell.activateWindow()
        self._office: Office | None = None
        self._steps: tuple[Callable[[], None], ...] = (
            *(self.click_twice,) * 8,
            *(self.press_letter,) * 6,
            *(self.hold_enter,) * 5,
            *(self.go_on,) * 6,
            *(self.press_key,) * 4,
            *(self.type_words,) * 4,
            *(self.move,) * 3,
            self.turn_to,
        )

    def sit_down(self, name: str) -> None:
        """Another person; whoever sat there leaves."""
        self.rise()
        user = signin.act_as(self._desk, name)
        self._office = Office(
            self._desk, user, self._shell, records=self._lane, share=HeldLane(holds=False)
        )
        self._settle()

    def rise(self) -> None:
        """Nobody sits there."""
        if self._office is not None:
            self._office.leave()
            self._office = None
            self._settle()

    def step(self) -> None:
        """One thing at random; what it came to is done before the next."""
        act = self._chance.choice(self._steps)
        before = self._seq()
        self._lane.holds = self._chance.random() < 0.5
        where = f"{self._desk.person.name} at {self._shell.page()}: {act.__name__}"
        self.did = ""
        try:
            act()
        finally:
            self._lane.holds = False
            self._lane.let_go()
            self._settle()
        self.counts[act.__name__] += 1
        rows = self._desk.db.tuples(_WRITTEN, (before,))
        found = Counter((str(a), str(b), str(c)) for a, b, c in rows)
        for (what, subject, detail), count in found.items():
            self.acts[what] += 1
            if count > 1:
                self.twice.append(f"{where} {self.did}: {what} {subject} {detail} x{count}")

    # What somebody in a hurry does

    def press_key(self) -> None:
        """A key of some page, whatever page this is."""
        keys = [(one, Qt.KeyboardModifier.NoModifier) for one in FUNCTION_KEYS]
        keys += [(KEY(KEY.Key_1 + place), CTRL) for place in range(9)]
        keys += [(one, CTRL) for one in (KEY.Key_F, KEY.Key_L, KEY.Key_P, KEY.Key_Z)]
        keys += [(KEY.Key_Up, ALT), (KEY.Key_Down, ALT)]
        keys += [(KEY.Key_Escape, Qt.KeyboardModifier.NoModifier)]
        key, held = self._chance.choice(keys)
        self.did = f"{held} {key}"
        QTest.keyClick(self._focused(), key, held)

    def press_letter(self) -> None:
        """A letter with Alt that some button in sight has, pressed twice."""
        buttons = [one for one in self._in_sight(QAbstractButton) if one.shortcut().count()]
        if not buttons:
            return
        one = self._chance.choice(buttons)
        self.did = one.accessibleName()
        letter = KEY(ord(one.shortcut().toString()[-1]))
        for _ in range(2):
            QTest.keyClick(self._focused(), letter, ALT)
        if isValid(one) and one.isDown():
            QTest.qWait(120)  # Qt clicks it once it came up

    def hold_enter(self) -> None:
        """Enter, and what the keyboard repeats of it."""
        self.did = self._focused().accessibleName()
        for place in range(REPEATS):
            self._send(QEvent.Type.KeyPress, repeated=place > 0)
        self._send(QEvent.Type.KeyRelease, repeated=False)

    def click_twice(self) -> None:
        """A double click on anything in sight that can be clicked."""
        lists, buttons = self._in_sight(QAbstractItemView), self._on_page(QAbstractButton)
        parts = lists if lists and self._chance.random() < 0.4 else buttons
        if not parts:
            return
        one = self._chance.choice(parts)
        target = one.viewport() if isinstance(one, QAbstractItemView) else one
        self.did = one.accessibleName()
        where = target.rect().center()
        if isinstance(one, QAbstractItemView):
            where = QPoint(40, self._chance.randrange(8, max(target.height(), 9)))
        self._twice(target, where)

    def go_on(self) -> None:
        """All that is empty in sight is filled, and the button that leads on clicked twice."""
        for field in (*self._in_sight(QLineEdit), *self._in_sight(QPlainTextEdit)):
            if isValid(field) and field.isVisible():
                field.setFocus()
                QTest.keyClicks(field, self._chance.choice(WORDS))
        for choice in self._in_sight(QComboBox):
            if isValid(choice) and choice.count() and self._chance.random() < 0.7:
                choice.setCurrentIndex(self._chance.randrange(choice.count()))
        leading = [one for one in self._in_sight(Button) if one.kind == "primary"]
        if leading:
            one = self._chance.choice(leading)
            self.did = one.accessibleName()
            self._twice(one, one.rect().center())

    def type_words(self) -> None:
        """Words into a field in sight, or a choice of a list."""
        fields = [*self._in_sight(QLineEdit), *self._in_sight(QPlainTextEdit)]
        lists = self._in_sight(QComboBox)
        if lists and self._chance.random() < 0.4:
            one = self._chance.choice(lists)
            if one.count():
                one.setFocus()
                QTest.keyClick(one, KEY.Key_Down)
        elif fields:
            field = self._chance.choice(fields)
            field.setFocus()
            QTest.keyClicks(field, self._chance.choice(WORDS))

    def move(self) -> None:
        """Tab and the arrows, a few times."""
        for _ in range(self._chance.randrange(1, 6)):
            QTest.keyClick(self._focused(), self._chance.choice(MOVES))

    def turn_to(self) -> None:
        """Another page of the rail."""
        pages = [name for name, one in self._shell.rail.buttons.items() if one.isVisible()]
        if pages:
            self._shell.rail.buttons[self._chance.choice(pages)].click()

    def close(self) -> None:
        """Let the store go."""
        self.rise()
        self._shell.close()
        self._shell.deleteLater()
        self._settle()
        self._desk.db.close()

    # Within

    def _twice(self, target: QWidget, where: QPoint) -> None:
        """Two clicks, the second after the first or between its work and what comes of it."""

        def again() -> None:
            if isValid(target) and target.isVisible() and target.isEnabled():
                QTest.mouseDClick(target, Qt.MouseButton.LeftButton, pos=where)

        between = self._chance.random() < 0.5
        self._again = again if between else None
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=where)
        if not between:
            again()

    def _press_again(self) -> None:
        again, self._again = self._again, None
        if again is not None:
            again()

    def _in_sight(self, kind: type[T]) -> list[T]:
        return [
            one for one in self._shell.findChildren(kind) if one.isVisible() and one.isEnabled()
        ]

    def _on_page(self, kind: type[T]) -> list[T]:
        """Those in sight that are no part of the frame, which leads elsewhere."""
        page = self._shell.in_sight()
        return [one for one in self._in_sight(kind) if page is None or page.isAncestorOf(one)]

    def _focused(self) -> QWidget:
        popup = QApplication.activePopupWidget()
        return popup or QApplication.focusWidget() or self._shell

    def _send(self, kind: QEvent.Type, *, repeated: bool) -> None:
        held = Qt.KeyboardModifier.NoModifier
        event = QKeyEvent(kind, KEY.Key_Return, held, "\r", repeated, 1)
        QApplication.sendEvent(self._focused(), event)

    def _seq(self) -> int:
        return int(self._desk.db.scalar("SELECT ifnull(max(seq), 0) FROM audit"))

    def _settle(self) -> None:
        for _ in range(4):
            QApplication.processEvents()
        for one in QApplication.topLevelWidgets():
            if isinstance(one, QFileDialog) and one.isVisible():
                one.reject()
            elif one is not self._shell and one.isVisible() and one.isWindow():
                one.close()
        if QApplication.activeWindow() is None:
            self._shell.activateWindow()
        self._lane.let_go()


def drive(folder: Path, *, steps: int, seed: int, who: tuple[str, ...] = WHO) -> Impatient:
    """So many steps of each of these people; all that failed or was done twice is told."""
    one = Impatient(folder, seed=seed)
    here = Path.cwd()
    os.chdir(folder)  # a name typed where a file is asked for is one of that folder

    def fault(kind: type[BaseException], wrong: BaseException, at: TracebackType | None) -> None:
        one.failed.append("".join(traceback.format_exception(kind, wrong, at)))

    def qt(kind: QtMsgType, _where: object, words: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and "plugin does not support" not in words:
            one.failed.append(f"Qt: {words}")

    QLoggingCategory.setFilterRules("qt.text.font.db=false")
    before, heard = sys.excepthook, qInstallMessageHandler(qt)
    sys.excepthook = fault
    try:
        for name in who:
            one.sit_down(name)
            for number in range(steps):
                try:
                    one.step()
                except Exception as wrong:
                    fault(type(wrong), wrong, wrong.__traceback__)
                if number % 100 == 0:
                    gc.collect()
            print(name, one.counts.total(), len(one.failed), len(one.twice), flush=True)
        one.rise()
    finally:
        os.chdir(here)
        sys.excepthook = before
        qInstallMessageHandler(heard)
    return one


def main() -> int:
    """Drive and tell."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--steps", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1500)
    parser.add_argument("--who", nargs="*", default=WHO)
    given = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.theme import application

    app = application()
    with tempfile.TemporaryDirectory() as folder:
        one = drive(Path(folder), steps=given.steps, seed=given.seed, who=tuple(given.who))
        told = {"steps": one.counts.total(), "acts": dict(one.acts)}
        for words, count in Counter(one.failed).most_common():
            print(count, words)
        for words in one.twice:
            print("TWICE", words)
        one.close()
    app.quit()
    print(json.dumps(told))
    return 1 if one.failed or one.twice else 0


if __name__ == "__main__":
    sys.exit(main())
