"""The first window: what waits for it, what it does without, and what `--check` says."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.look import Look
from app.core.trust import Mode
from app.demo import DEFAULT_MOMENT, make_demo_desk
from app.store.key_file import Protection
from tests.desks import make_desk
from ui.appearance import Appearance
from ui.main import Window
from ui.shell import Shell
from ui.started import FirstPaint, await_first_paint, once_seen

pytestmark = pytest.mark.ui

ROOT = Path(__file__).parent.parent.parent
HEAVY = ("app.store", "app.residency", "app.documents", "app.services", "reportlab", "sqlite_utils")


def test_a_window_is_seen_once_it_was_painted_and_not_before(qtbot: QtBot) -> None:
    window = Shell()
    qtbot.addWidget(window)
    told: list[str] = []
    FirstPaint(window, window.painted).seen.connect(lambda: told.append("seen"))
    assert told == []
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: bool(told))
    window.repaint()
    QApplication.processEvents()
    assert told == ["seen"]


def test_the_first_window_is_there_before_store_law_and_letters_are_read() -> None:
    told = "import sys, ui.main; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True
    )
    read = run.stdout.split()
    assert "ui.views.sign_in" in read
    assert [name for name in read if name.startswith(HEAVY)] == []


LOCKED = Protection(passphrase="a desk of its own")


@pytest.mark.parametrize(
    ("mode", "protection"), [(Mode.TEST, None), (Mode.LIVE, LOCKED)], ids=["sign in", "unlock"]
)
def test_the_first_window_is_painted_before_costly_namespaces_of_qt_are_made(
    tmp_path: Path, mode: Mode, protection: Protection | None
) -> None:
    """Each takes a tenth of the start or more; one careless `Qt.` in a first widget makes it.

    The field with the focus is ringed by then, and takes what is typed.
    """
    script = f"""
from ui import binding
binding.load()
import ui.main
from PySide6 import QtCore, QtWidgets

def tell(window):
    print("Qt" in vars(QtCore), "QStyle" in vars(QtWidgets))
    field, ring = QtWidgets.QApplication.focusWidget(), window.ring
    try:
        print(ring.geometry().contains(field.mapTo(window, field.rect().center())))
        from PySide6.QtTest import QTest
        QTest.keyClicks(field, "jpatel")
        print(ring.isVisible(), field.text())
    finally:
        window.close()

ui.main.say_and_close = tell
ui.main.main(["--data", {str(tmp_path / "desk")!r}, "--check"])
"""
    make_desk(tmp_path, mode=mode, protection=protection).db.close()
    run = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
    )
    assert run.stdout.split() == ["False", "False", "True", "True", "jpatel"], run.stderr


def test_what_waits_for_the_first_paint_is_done_a_thing_a_turn_and_at_once_afterwards(
    qtbot: QtBot,
) -> None:
    done: list[str] = []
    await_first_paint()
    once_seen(lambda: done.append("one"))
    once_seen(lambda: done.append("two"))
    window = Shell()
    qtbot.addWidget(window)
    through = Qt.WidgetAttribute.WA_TransparentForMouseEvents
    assert not window.ring.testAttribute(through)
    FirstPaint(window, window.painted).seen.connect(lambda: done.append("seen"))
    assert done == []
    window.show()
    qtbot.waitUntil(lambda: window.ring.testAttribute(through))
    assert done == ["seen", "one", "two"]
    QApplication.processEvents()
    once_seen(lambda: done.append("at once"))
    assert done[-1] == "at once"


def test_h14_a_demo_wears_its_strip_from_the_first_paint_on(
    qapp: QApplication, tmp_path: Path
) -> None:
    make_demo_desk(tmp_path / "desk", moment=DEFAULT_MOMENT, seed=1).db.close()
    window = Window(tmp_path / "desk", tmp_path / "demo", Appearance(qapp, Look(scheme="light")))
    try:
        assert window.shell.demo_strip is not None
        assert window.shell.demo_strip.isVisible()
    finally:
        window.shell.close()
        window.shell.deleteLater()


def test_check_shows_the_first_window_and_leaves(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "ui", "--data", str(tmp_path / "none"), "--check"],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr
    word, width, height = run.stdout.split()
    assert word == "shown"
    assert int(width) >= 1024
    assert int(height) >= 640
    assert not (tmp_path / "none").exists()
