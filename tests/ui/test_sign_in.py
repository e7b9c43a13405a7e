"""Signing in by keys; a refusal keeps the name and empties the password."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.services import signin
from tests.desks import PASSWORD, PEOPLE
from tests.ui.desk_window import KEY, DeskWindow
from ui.work import Inline


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[DeskWindow]:
    one = DeskWindow(tmp_path, Inline())
    signin.sign_out(one.desk)
    qtbot.addWidget(one.shell)
    with qtbot.waitActive(one.shell):
        one.shell.show()
        one.shell.activateWindow()
    one.shell.show_page("signin")
    yield one
    one.desk.db.close()


def test_name_enter_password_enter(window: DeskWindow) -> None:
    window.press("clerk", KEY.Key_Return)
    assert window.sign_in.password.input.hasFocus()
    window.press(PASSWORD, KEY.Key_Return)
    assert window.desk.user is not None
    assert window.desk.user.display_name == "J. Patel"
    assert window.sign_in.password.input.text() == ""


def test_a_refusal_keeps_the_name_and_says_what_to_do(window: DeskWindow) -> None:
    window.press("clerk", KEY.Key_Tab, "wrong", KEY.Key_Return)
    view = window.sign_in
    assert view.name.input.text() == "clerk"
    assert view.password.input.text() == ""
    assert view.password.input.hasFocus()
    assert view.password.problem() == "Name or password is not right. Type both again."
    assert window.desk.user is None


def test_an_empty_field_says_what_belongs_there(window: DeskWindow) -> None:
    window.press(KEY.Key_Return)
    assert window.sign_in.name.problem().startswith("Enter your name")
    assert window.sign_in.name.input.hasFocus()


def test_ux_7_12_a_password_can_be_pasted(window: DeskWindow) -> None:
    window.press("clerk", KEY.Key_Tab)
    QGuiApplication.clipboard().setText(PASSWORD)
    window.sign_in.password.input.paste()
    window.press(KEY.Key_Return)
    assert window.desk.user is not None


def test_the_password_is_never_shown(window: DeskWindow) -> None:
    window.press("clerk", KEY.Key_Tab, "secret")
    assert "secret" not in window.sign_in.password.input.displayText()


def test_made_up_people_stand_there_in_a_demo_only(window: DeskWindow) -> None:
    assert not window.sign_in.people.isVisible()
    window.sign_in.set_demo_password(PASSWORD)
    window.shell.show_page("signin")
    shown = [label.text() for label in window.sign_in.people.findChildren(QLabel)]
    assert set(PEOPLE) <= set(shown)
    assert PASSWORD in shown
