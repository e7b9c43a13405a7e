"""What is typed right after Enter on the sign-in page: all of it comes, in its order."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.services import own_signin
from tests.desks import PASSWORD
from tests.ui.hands import opened
from tests.ui.signing_in import KEY, WAIT, search, seated, signs_in, typed
from tests.ui.signing_in import early as early
from tests.ui.signing_in import goes_on as goes_on
from tests.ui.signing_in import made as made
from tests.ui.signing_in import window as window
from ui.held_keys import HeldKeys
from ui.main import Window
from ui.views.find_card import FOUND_ONE
from ui.views.queue import QueuePage

pytestmark = pytest.mark.ui

TYPED = "Okafor 2/3/1990 and more"
WRONG = "four loud words"


def test_what_is_typed_right_after_enter_stands_in_the_search_in_its_order(
    qtbot: QtBot, window: Window
) -> None:
    signs_in(window)
    typed(window, TYPED)
    seated(qtbot, window)
    qtbot.waitUntil(lambda: search(window).text() == TYPED, timeout=WAIT)


def test_a_key_in_each_turn_from_enter_until_long_after_is_in_the_search_in_its_order(
    qtbot: QtBot, window: Window
) -> None:
    signs_in(window)
    letters = "abcdefghijklmnopqrstuvwxyz" * 4
    for letter in letters:
        typed(window, letter)
        qtbot.wait(4)
    seated(qtbot, window)
    qtbot.waitUntil(lambda: search(window).text() == letters, timeout=WAIT)


def test_a_patient_is_found_by_what_was_typed_ahead_with_enter(
    qtbot: QtBot, window: Window
) -> None:
    signs_in(window)
    born = window.opening.desk().today.year - 36
    typed(window, f"okafor 2/3/{born}", KEY.Key_Return)
    seated(qtbot, window)
    assert window.office is not None
    assert window.office.at_desk is not None
    finder = window.office.at_desk.page.start.finder
    qtbot.waitUntil(lambda: finder.words.text() == FOUND_ONE, timeout=WAIT)


def test_enter_once_more_asks_for_nothing_twice(qtbot: QtBot, window: Window) -> None:
    signs_in(window)
    typed(window, KEY.Key_Return, KEY.Key_Return, "oka")
    seated(qtbot, window)
    qtbot.waitUntil(lambda: search(window).text() == "oka", timeout=WAIT)


def test_f12_typed_ahead_locks_once_somebody_sits_there(qtbot: QtBot, window: Window) -> None:
    signs_in(window)
    typed(window, KEY.Key_F12)
    qtbot.waitUntil(lambda: window.sign_in_view.name.input.text() == "clerk", timeout=WAIT)
    assert window.office is None
    typed(window, PASSWORD, KEY.Key_Return)
    seated(qtbot, window)
    assert window.shell.page() == "desk"


def held_down(window: Window, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    handle = window.shell.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, key, modifier)


def test_ux_1_a_letter_with_alt_typed_ahead_presses_its_button_and_what_follows_goes_there(
    qtbot: QtBot, window: Window
) -> None:
    signs_in(window)
    held_down(window, KEY.Key_N, Qt.KeyboardModifier.AltModifier)
    typed(window, "Oka")
    seated(qtbot, window)
    assert window.office is not None
    assert window.office.at_desk is not None
    start = window.office.at_desk.page.start
    form = start.finder.new_patient
    qtbot.waitUntil(form.isVisible, timeout=WAIT)
    assert search(window).text() == ""
    assert form.given.input.text() == "Oka"


def test_ux_1_keys_of_the_first_page_typed_ahead_act_there(qtbot: QtBot, window: Window) -> None:
    signs_in(window, name="officer")
    held_down(window, KEY.Key_4, Qt.KeyboardModifier.ControlModifier)
    held_down(window, KEY.Key_F, Qt.KeyboardModifier.ControlModifier)
    typed(window, "lee")
    seated(qtbot, window)
    page = window.shell.findChild(QueuePage)
    assert page is not None
    qtbot.waitUntil(lambda: page.filters.search.text() == "lee", timeout=WAIT)
    assert page.tabs.currentIndex() == 3


def test_a_refusal_lets_go_of_what_was_typed_and_keys_go_on(qtbot: QtBot, window: Window) -> None:
    page, is_checked = window.sign_in_view, Event()
    window.records.run(lambda: is_checked.wait(WAIT))
    signs_in(window, WRONG)
    typed(window, TYPED)
    is_checked.set()
    qtbot.waitUntil(lambda: page.password.problem() != "", timeout=WAIT)
    assert page.password.input.text() == ""
    typed(window, PASSWORD, KEY.Key_Return)
    seated(qtbot, window)
    assert search(window).text() == ""


def test_a_fault_while_the_password_is_checked_holds_no_key_for_good(
    qtbot: QtBot, window: Window
) -> None:
    def break_down(*_parts: object) -> None:
        raise OSError("the disk is away")

    with pytest.MonkeyPatch.context() as broken:
        broken.setattr(own_signin, "let_in", break_down)
        signs_in(window)
        qtbot.waitUntil(window.shell.notice.isVisible, timeout=WAIT)
    page = window.sign_in_view
    page.password.input.clear()
    typed(window, PASSWORD)
    assert page.password.input.text() == PASSWORD
    typed(window, KEY.Key_Return)
    seated(qtbot, window)


def test_who_signs_in_before_the_pages_are_read_waits_for_them(
    qtbot: QtBot, early: Window, goes_on: Event
) -> None:
    was_read: list[bool] = []
    early.signin.signed_in.connect(lambda _user: was_read.append(early.readying.is_done()))
    signs_in(early)
    typed(early, "oka")
    goes_on.set()
    seated(qtbot, early)
    assert was_read == [False]
    assert early.readying.is_done()
    qtbot.waitUntil(lambda: search(early).text() == "oka", timeout=WAIT)


def test_keys_come_with_the_time_at_which_they_were_pressed(qtbot: QtBot) -> None:
    field, heard = QLineEdit(), list[int]()
    qtbot.addWidget(field)
    opened(qtbot, field)

    class Listener(HeldKeys):
        def eventFilter(self, _watched: object, event: QEvent) -> bool:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                heard.append(event.timestamp())
            return False

    keys, listener = HeldKeys(), Listener()
    keys.hold()
    pressed: list[int] = []
    handle = field.windowHandle()
    assert handle is not None
    listener.hold()
    for letter in "abc":
        QTest.keyClick(handle, ord(letter))
    pressed, heard[:] = list(heard), []
    assert field.text() == ""
    keys.give()
    assert field.text() == "abc"
    assert heard == pressed
    listener.drop()
