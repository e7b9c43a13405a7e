"""The first window: what waits for it, what it does without, and what `--check` says."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.core.look import Look
from app.demo import DEFAULT_MOMENT, make_demo_desk
from ui.appearance import Appearance
from ui.main import Window
from ui.started import FirstPaint

pytestmark = pytest.mark.ui

ROOT = Path(__file__).parent.parent.parent
HEAVY = ("app.store", "app.residency", "app.documents", "app.services", "reportlab", "sqlite_utils")


def test_a_window_is_seen_once_it_was_painted_and_not_before(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    told: list[str] = []
    FirstPaint(window).seen.connect(lambda: told.append("seen"))
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
