"""Locking, unlocking by PIN and switching at once: few keys, and every draft on its own record."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.look import Look
from app.machine import SystemClock
from app.services import looks, own_signin, signin
from tests.desks import PASSWORD, QUICK, add_visitor, make_desk
from tests.ui.hands import focused, press, write
from ui.appearance import Appearance
from ui.idle import IdleWatch
from ui.main import Window

pytestmark = pytest.mark.ui

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
WAIT = 15_000
PIN = {"clerk": "482913", "second": "719264"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with two clerks, each with a shift begun and a PIN, and two patients."""
    from app.access.roles import Role

    folder = tmp_path_factory.mktemp("switch")
    desk = make_desk(folder, user="admin")
    signin.add_person(
        desk, name="second", display_name="R. Second", password=PASSWORD, roles=[Role.CLERK]
    )
    desk.clock = SystemClock()
    for name, pin in PIN.items():
        signin.sign_in(desk, name, PASSWORD)
        own_signin.set_pin(desk, pin, password=PASSWORD)
    add_visitor(desk, family_name="Okafor")
    add_visitor(desk, family_name="Adeyemi", given_names="Bola", born_years_ago=50)
    signin.act_as(desk, "second")
    looks.keep_look(desk, Look(scheme="light", auto_advance=False, lock_minutes=2))
    desk.db.close()
    return folder / "desk"


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, made: Path, tmp_path: Path) -> Iterator[Window]:
    folder = Path(shutil.copytree(made, tmp_path / "desk"))
    one = Window(folder, tmp_path / "demo", Appearance(qapp, Look(scheme="light")))
    one.shell.activateWindow()
    qtbot.waitUntil(one.shell.isActiveWindow, timeout=WAIT)
    qtbot.waitUntil(lambda: len(one.sign_in_view.shift) == 2, timeout=WAIT)
    one.opening.desk().password_cost = QUICK
    yield one
    one.shell.close()
    one.shell.deleteLater()


def unlocked(qtbot: QtBot, window: Window, name: str) -> None:
    qtbot.waitUntil(lambda: window.office is not None, timeout=WAIT)
    qtbot.waitUntil(lambda: str(window.shell.status.user.text()).startswith(name), timeout=WAIT)


def lock(qtbot: QtBot, window: Window) -> None:
    window.lock()
    qtbot.waitUntil(lambda: len(window.sign_in_view.shift) == 2, timeout=WAIT)


def key_of(window: Window, name: str) -> int:
    """The number a person has on the lock screen."""
    names = [button.text() for button in window.sign_in_view.shift]
    return names.index(name) + 1


def switch(qtbot: QtBot, window: Window, shown: str, name: str) -> int:
    """Alt and a number, six digits, Enter; returns how many presses that were."""
    press(KEY(KEY.Key_0 + key_of(window, shown)), ALT)
    qtbot.waitUntil(lambda: window.sign_in_view.name.input.text() == name, timeout=WAIT)
    write(PIN[name])
    press(KEY.Key_Return)
    unlocked(qtbot, window, shown)
    return 1 + len(PIN[name]) + 1


def begin(qtbot: QtBot, window: Window, text: str) -> str:
    """Find a patient, answer one question; returns the registration."""
    assert window.office is not None
    model = window.office.registration
    assert model is not None
    assert window.office.at_desk is not None
    page = window.office.at_desk.page
    page.start.finder.focus_search()
    write(text)
    press(KEY.Key_Return)
    for _ in range(40):
        QApplication.processEvents()
        if model.step is not None:
            break
        qtbot.wait(100)
        press(KEY.Key_Return)
        if model.step is None and window.shell.page() == "desk":
            press(KEY.Key_Down)
    assert model.step is not None
    return model.step.registration_id


def test_ux_8_a_switch_takes_eight_keys_and_each_comes_back_to_their_own_draft(
    qtbot: QtBot, window: Window
) -> None:
    switch(qtbot, window, "J. Patel", "clerk")
    first = begin(qtbot, window, "Okafor 2/3/" + born(window, 36))
    lock(qtbot, window)
    assert "Okafor" not in all_text(window), "the lock hides who was open"
    assert window.sign_in_view.name.input.text() == "clerk"
    assert focused().accessibleName() == "Password"
    assert switch(qtbot, window, "R. Second", "second") <= 8
    second = begin(qtbot, window, "Adeyemi 2/3/" + born(window, 50))
    assert second != first
    lock(qtbot, window)
    switch(qtbot, window, "J. Patel", "clerk")
    office = window.office
    assert office is not None
    model = office.registration
    assert model is not None
    qtbot.waitUntil(lambda: model.step is not None, timeout=WAIT)
    assert model.step is not None
    assert model.step.registration_id == first
    assert model.step.patient.family_name == "Okafor"
    assert office.at_desk is not None
    page = office.at_desk.page
    assert page.stack.currentWidget() is page.interruption, "it says whose it is first (hazard H4)"
    lock(qtbot, window)
    switch(qtbot, window, "R. Second", "second")
    office = window.office
    assert office is not None
    again = office.registration
    assert again is not None
    qtbot.waitUntil(lambda: again.step is not None, timeout=WAIT)
    assert again.step is not None
    assert again.step.registration_id == second


def test_ux_5_a_new_patient_half_typed_is_in_sight_again_within_the_keys_of_a_switch(
    qtbot: QtBot, window: Window
) -> None:
    switch(qtbot, window, "J. Patel", "clerk")
    assert window.office is not None
    assert window.office.at_desk is not None
    finder = window.office.at_desk.page.start.finder
    finder.focus_search()
    write("Nguyen 3/4/" + born(window, 30))
    press(KEY.Key_N, ALT)
    qtbot.waitUntil(finder.new_patient.isVisible, timeout=WAIT)
    write("Thi Ma")
    press(KEY.Key_F12)
    qtbot.waitUntil(lambda: len(window.sign_in_view.shift) == 2, timeout=WAIT)
    assert "Thi Ma" not in all_text(window)
    switch(qtbot, window, "R. Second", "second")
    assert window.office.at_desk is not None
    assert not window.office.at_desk.page.start.finder.new_patient.isVisible()
    assert "Thi Ma" not in all_text(window)
    lock(qtbot, window)
    assert switch(qtbot, window, "J. Patel", "clerk") <= 8
    assert window.office.at_desk is not None
    panel = window.office.at_desk.page.start.finder.new_patient
    qtbot.waitUntil(panel.isVisible, timeout=WAIT)
    assert (panel.given.input.text(), panel.family.input.text()) == ("Thi Ma", "Nguyen")
    assert panel.kept.isVisible()
    assert panel.isAncestorOf(focused())
    window.idle.idle.emit()  # nobody is there: the same lock
    qtbot.waitUntil(lambda: len(window.sign_in_view.shift) == 2, timeout=WAIT)
    switch(qtbot, window, "J. Patel", "clerk")
    assert window.office.at_desk is not None
    panel = window.office.at_desk.page.start.finder.new_patient
    qtbot.waitUntil(panel.isVisible, timeout=WAIT)
    assert panel.given.input.text() == "Thi Ma"


def test_ux_5_needs_that_stand_on_their_page_are_kept_by_a_lock(
    qtbot: QtBot, window: Window
) -> None:
    switch(qtbot, window, "J. Patel", "clerk")
    begin(qtbot, window, "Okafor 2/3/" + born(window, 36))
    assert window.office is not None
    assert window.office.at_desk is not None
    press(KEY.Key_N, ALT)
    view = window.office.at_desk.page.beside.needs
    qtbot.waitUntil(lambda: bool(view.contact.buttons) and view.isVisible(), timeout=WAIT)
    view.interpreter.input.setFocus()
    write("yoru")
    view.contact.buttons[3].setFocus()
    press(KEY.Key_Space)
    view.number.input.setFocus()
    write("077")  # half typed
    lock(qtbot, window)
    assert "Yoruba" not in all_text(window)
    assert not window.shell.banner.isVisible()
    switch(qtbot, window, "J. Patel", "clerk")
    model = window.office.registration
    assert model is not None
    qtbot.waitUntil(lambda: model.step is not None, timeout=WAIT)
    assert model.step is not None
    patient = model.step.patient
    assert (patient.interpreter, patient.safe_contact) == ("Yoruba", "do_not_post")
    assert patient.safe_number == "", "half a number is no number to call"


def test_one_comes_back_by_seven_keys_and_a_wrong_pin_says_what_is_left(
    qtbot: QtBot, window: Window
) -> None:
    switch(qtbot, window, "J. Patel", "clerk")
    lock(qtbot, window)
    write("000001")
    press(KEY.Key_Return)
    qtbot.waitUntil(lambda: window.sign_in_view.password.problem() != "", timeout=WAIT)
    assert "4 tries are left" in window.sign_in_view.password.problem()
    write(PIN["clerk"])
    press(KEY.Key_Return)
    unlocked(qtbot, window, "J. Patel")


def test_ux_5_a_persons_own_look_and_lock_time_come_with_them(qtbot: QtBot, window: Window) -> None:
    switch(qtbot, window, "R. Second", "second")
    assert window.idle.locks_after() == 120
    assert window.office is not None
    model = window.office.registration
    assert model is not None
    assert not model.auto_advance
    window.comfort.wear(Look(scheme="light"))
    assert model.auto_advance, "it changes while one works"
    lock(qtbot, window)
    switch(qtbot, window, "J. Patel", "clerk")
    assert window.idle.locks_after() == 300, "the time of whoever left is not that of who comes"


def test_ux_7_11_the_warning_goes_once_somebody_is_there(qtbot: QtBot, window: Window) -> None:
    switch(qtbot, window, "J. Patel", "clerk")
    window.idle.set_minutes(0.05)
    qtbot.waitUntil(window.shell.notice.isVisible, timeout=WAIT)
    assert "Press any key to stay" in window.shell.notice.words.text()
    window.idle.set_minutes(5)
    QTest.keyClick(window.shell.windowHandle(), KEY.Key_Shift)
    qtbot.waitUntil(lambda: not window.shell.notice.isVisible(), timeout=WAIT)
    assert window.office is not None


@pytest.mark.parametrize("minutes", [1, 2, 5, 15])
def test_ux_7_11_the_warning_comes_at_least_20_seconds_ahead(minutes: int) -> None:
    watch = IdleWatch(minutes=minutes)
    assert watch.locks_after() == minutes * 60
    assert 20 <= watch.locks_after() - watch.warns_after() <= 60
    assert watch.warns_after() >= 20
    watch.set_minutes(1)
    assert watch.locks_after() == 60


def born(window: Window, years: int) -> str:
    return str(window.opening.desk().today.year - years)


def all_text(window: Window) -> str:
    from tests.ui.test_window import words_of

    return words_of(window.shell)
