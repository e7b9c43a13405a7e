"""ux.md 7, asked of every screen: the walks that take the pictures are stopped at each of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from tests.pictures.looks import Look
from tests.ui import audit
from tests.ui.officer_window import settle
from ui import theme
from ui.theme import Theme

pytestmark = [pytest.mark.ui, pytest.mark.slow]

WALKS = (
    *("desk", "officer", "guide", "paper", "debt", "dashboard", "first_run", "settings"),
    *("finding", "evidence", "audit"),
)
Check = Callable[[QWidget], list[str]]


@pytest.fixture
def as_before(qapp: QApplication) -> Iterator[None]:
    """The walks dress the program; undress it again."""
    worn = theme.current()
    yield
    theme.apply(qapp, worn)


def _faults(
    monkeypatch: pytest.MonkeyPatch, folder: Path, *, walk: str, size: str, checks: Iterable[Check]
) -> list[str]:
    """Every fault of every screen of a walk, by the name of its picture."""
    faults: list[str] = []
    stops: list[str] = []

    def stop_and_look(_look: Look, window: QWidget, names: Iterable[str], _folder: Path) -> None:
        for name in names:
            settle()
            stops.append(name)
            had = QApplication.focusWidget()
            faults.extend(f"{name}: {fault}" for check in checks for fault in check(window))
            if had is not None and isValid(had):
                had.setFocus()
                if isinstance(had, QLineEdit):
                    had.selectAll()  # as Tab into it does

    monkeypatch.setattr(Look, "shoot", stop_and_look)
    monkeypatch.setitem(os.environ, "QT_QPA_PLATFORM", "offscreen")
    import_module(f"tests.pictures.{walk}").main(folder, ("light", size))
    assert stops
    return faults


@pytest.mark.parametrize("walk", WALKS)
def test_ux_7_names_order_targets_mnemonics_words_and_focus_of_every_screen(
    walk: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, as_before: None
) -> None:
    checks = (
        *(audit.nameless, audit.small_targets, audit.shared_mnemonics),
        *(audit.clipped, audit.tab_round),
    )
    faults = _faults(monkeypatch, tmp_path, walk=walk, size="100", checks=checks)
    assert not faults, "\n".join(faults)


def test_the_audit_finds_what_it_is_there_for(qapp: QApplication, as_before: None) -> None:
    from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

    theme.apply(qapp, Theme())
    window = QWidget()
    window.resize(300, 200)
    first, second = QPushButton("&Save", window), QPushButton("&Send", window)
    first.setGeometry(10, 10, 100, 40)
    second.setGeometry(10, 60, 20, 20)
    QLineEdit(window).setGeometry(10, 90, 100, 30)
    label = QLabel("A sentence that is far too long for it", window)
    label.setGeometry(10, 130, 40, 20)
    window.show()
    settle()
    assert len(audit.nameless(window)) == 1
    assert len(audit.small_targets(window)) == 1
    assert audit.shared_mnemonics(window) == ["Alt+S: ['&Save', '&Send']"]
    assert any("A sentence" in fault for fault in audit.clipped(window))
    QWidget.setTabOrder(second, first)
    second.setFocus()
    assert len([one for one in audit.tab_round(window) if "comes before" in one]) == 1
    window.close()
