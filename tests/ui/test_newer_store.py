"""A window over a store that a newer program has upgraded says so, and leaves it as it is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.store.folder import DATABASE_FILE
from app.store.key_file import Protection
from tests.cli.test_shut_stores import upgrade
from tests.desks import PASSWORD, QUICK, make_desk
from tests.ui.test_window import PASSPHRASE, WAIT, sign_in, start, words_of
from ui.main import Window

pytestmark = pytest.mark.ui

__all__ = ["start"]  # a fixture


def test_h10_a_newer_store_is_told_at_the_sign_in_and_nobody_gets_in(
    qtbot: QtBot, tmp_path: Path, start: Callable[..., Window]
) -> None:
    make_desk(tmp_path).db.close()
    store = tmp_path / "desk"
    upgrade(store)
    before = (store / DATABASE_FILE).read_bytes()
    window = start(store)
    qtbot.waitUntil(lambda: "written by a newer Recoup" in words_of(window.shell), timeout=WAIT)
    sign_in(qtbot, window, "clerk", PASSWORD)
    qtbot.waitUntil(lambda: "not open yet" in words_of(window.shell), timeout=WAIT)
    assert window.office is None
    assert (store / DATABASE_FILE).read_bytes() == before


def test_h10_a_newer_store_under_a_passphrase_is_told_where_that_was_typed(
    qtbot: QtBot, tmp_path: Path, start: Callable[..., Window]
) -> None:
    make_desk(tmp_path, protection=Protection(passphrase=PASSPHRASE, cost=QUICK)).db.close()
    store = tmp_path / "desk"
    upgrade(store, PASSPHRASE)
    window = start(store)
    qtbot.waitUntil(lambda: window.unlock is not None, timeout=WAIT)
    assert window.unlock is not None
    for typed, told in (
        ("four other words", "does not open this folder"),
        (PASSPHRASE, "newer Recoup"),
    ):
        window.unlock.passphrase.input.setText(typed)
        window.unlock.button.click()
        qtbot.waitUntil(partial(_says, window, told), timeout=WAIT)
    assert window.shell.page() == "unlock"


def _says(window: Window, words: str) -> bool:
    return words in words_of(window.shell)
