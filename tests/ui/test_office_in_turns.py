"""Signing in: the page a person begins with first, the others one after another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.core.look import Look
from app.services import signin
from app.services.desk import Desk
from tests.ui.office_desk import desk as desk
from ui import theme
from ui.appearance import Appearance
from ui.office import Office
from ui.shell import Shell
from ui.theme import Theme
from ui.turns import Turns
from ui.widgets.page import Page
from ui.work import Inline

pytestmark = pytest.mark.ui


@pytest.fixture
def turns(qapp: object) -> Turns:
    return Turns()


def comes(desk: Desk, shell: Shell, name: str, turns: Turns | None) -> Office:
    user = signin.act_as(desk, name)
    return Office(desk, user, shell, records=Inline(), share=Inline(), turns=turns)


def sits_down(qtbot: QtBot, desk: Desk, shell: Shell, name: str, turns: Turns | None) -> Office:
    """Until the first page is there."""
    office = comes(desk, shell, name, turns)
    qtbot.waitUntil(lambda: office.is_seated)
    return office


@pytest.mark.parametrize("name", ["clerk", "officer", "finance", "admin"])
def test_the_rail_is_whole_before_its_pages_and_looks_as_it_does_with_them(
    qtbot: QtBot, desk: Desk, shell: Shell, turns: Turns, name: str
) -> None:
    at_once = sits_down(qtbot, desk, shell, name, None)
    home, rail = shell.page(), list(shell.rail.buttons)
    at_once.leave()
    office = sits_down(qtbot, desk, shell, name, turns)
    assert (shell.page(), list(shell.rail.buttons)) == (home, rail)
    with qtbot.waitSignal(office.built):
        pass
    assert (shell.page(), list(shell.rail.buttons)) == (home, rail)
    for page in rail:
        shell.show_page(page)
    office.leave()


def test_a_page_chosen_before_its_turn_is_made_then(
    qtbot: QtBot, desk: Desk, shell: Shell, turns: Turns
) -> None:
    office = sits_down(qtbot, desk, shell, "officer", turns)
    assert office.registration is None
    shell.rail.buttons["desk"].click()
    assert shell.page() == "desk"
    desks_own = office.registration
    assert desks_own is not None
    with qtbot.waitSignal(office.built):
        pass
    assert office.registration is desks_own, "it is made once"
    assert shell.page() == "desk"
    office.leave()


def test_h3_a_page_the_roles_do_not_allow_is_not_made_either_way(
    qtbot: QtBot, desk: Desk, shell: Shell, turns: Turns
) -> None:
    office = sits_down(qtbot, desk, shell, "clerk", turns)
    for _ in range(2):
        with pytest.raises(KeyError):
            shell.show_page("queue")
        qtbot.wait(1)
    office.leave()


@pytest.mark.parametrize("rounds", range(7))
def test_who_leaves_before_the_first_page_is_shown_sees_none_and_keeps_what_was_open(
    qtbot: QtBot, desk: Desk, shell: Shell, turns: Turns, rounds: int
) -> None:
    user = signin.act_as(desk, "clerk")
    seated, left = list[str](), list[str]()
    office = Office(
        desk, user, shell, records=Inline(), share=Inline(), turns=turns, back_to="R1H-D01-1"
    )
    office.seated.connect(lambda: seated.append(shell.page()))

    def leave_after(more: int) -> None:
        if more and not office.is_seated:
            turns.later(partial(leave_after, more - 1))
        else:
            left.append(office.leave())

    leave_after(rounds)
    qtbot.waitUntil(lambda: bool(left))
    qtbot.wait(20)
    assert seated == []
    assert shell.page() == ""
    assert left == ["R1H-D01-1"]
    with pytest.raises(KeyError):
        shell.show_page("desk")


def test_who_leaves_before_all_is_there_leaves_nothing_behind(
    qtbot: QtBot, desk: Desk, shell: Shell, turns: Turns
) -> None:
    office = sits_down(qtbot, desk, shell, "officer", turns)
    office.leave()
    with qtbot.assertNotEmitted(office.built, wait=50):
        pass
    assert list(shell.rail.buttons) == []
    with pytest.raises(KeyError):
        shell.show_page("settings")


def _once_still(qtbot: QtBot, shell: Shell) -> QImage:
    """A page as it stands once what it waited for has come."""
    seen = [shell.grab().toImage()]

    def is_still() -> bool:
        qtbot.wait(50)
        seen.append(shell.grab().toImage())
        return len(seen) > 2 and seen[-1] == seen[-2] == seen[-3]

    qtbot.waitUntil(is_still, timeout=10_000)
    return seen[-1]


def test_a_look_that_changes_in_turns_ends_as_one_that_changes_at_once(
    qtbot: QtBot, qapp: QApplication, desk: Desk, shell: Shell, turns: Turns
) -> None:
    office = sits_down(qtbot, desk, shell, "officer", None)
    rail = list(shell.rail.buttons)

    def pages() -> dict[str, QImage]:
        grabbed = {}
        for name in rail:
            shell.show_page(name)
            shell.setFocus()
            grabbed[name] = _once_still(qtbot, shell)
        shell.show_page(rail[0])
        return grabbed

    pages()  # what is built when a page is first shown is there

    light, dark = Theme(motion=False), Theme("dark", 1.2, motion=False)
    theme.apply(qapp, dark)
    expected = pages()
    theme.apply(qapp, light)
    unseen = shell.unseen()
    for look in (Theme("contrast", motion=False), dark):  # the second while the first is half on
        theme.apply(qapp, look, unseen=unseen)
        for part in unseen:
            assert theme.catch_up_a_step(part), "none changes at one go"
    shell.show_page(rail[-1])  # before its turn
    for part in unseen:
        turns.later(partial(theme.catch_up, part))
    with qtbot.waitCallback() as all_done:
        turns.later(all_done)
    assert pages() == expected
    theme.apply(qapp, Theme())
    office.leave()


@pytest.fixture
def appearance(
    qtbot: QtBot, qapp: QApplication, desk: Desk, shell: Shell, turns: Turns
) -> Iterator[Appearance]:
    """Of a window with an officer's settings in sight."""
    office = sits_down(qtbot, desk, shell, "officer", None)
    shell.show_page("settings")
    worn = Appearance(qapp, Look(scheme="light", motion=False))
    worn.change_in_turns(shell, turns.later)
    yield worn
    worn.choose(Look(scheme="light"))
    office.leave()
    shell.show_page("sign_in")


@pytest.fixture
def sign_in(shell: Shell) -> QWidget:
    """A bare page, as a lock shows it."""
    page = Page()
    shell.add_page("sign_in", page, bare=True)
    return page


def _in_sight(shell: Shell) -> QWidget:
    page = shell.in_sight()
    assert page is not None
    return page


DARK = Look(scheme="dark", text_percent=150, motion=False)


def test_a_page_in_sight_changes_its_look_in_turns_and_is_painted_once_it_has(
    qtbot: QtBot, qapp: QApplication, shell: Shell, sign_in: QWidget, appearance: Appearance
) -> None:
    page = _in_sight(shell)
    theme.apply(qapp, Theme("dark", 1.5, motion=False))
    expected = _once_still(qtbot, shell)
    theme.apply(qapp, Theme(motion=False))
    appearance.choose(DARK)
    assert theme.is_behind(page)
    assert not page.updatesEnabled()
    qtbot.waitUntil(lambda: not theme.is_behind(page))
    qtbot.waitUntil(page.updatesEnabled)
    assert _once_still(qtbot, shell) == expected


def test_a_lock_is_painted_at_once_though_the_page_before_it_still_changes(
    qtbot: QtBot, shell: Shell, sign_in: QWidget, appearance: Appearance
) -> None:
    page = _in_sight(shell)
    appearance.choose(DARK)
    shell.show_page("sign_in")
    assert sign_in.updatesEnabled()
    assert theme.is_behind(page)
    appearance.choose(Look(scheme="contrast"))
    assert not theme.is_behind(sign_in), "a bare page changes at once"
    assert sign_in.updatesEnabled()
    qtbot.waitUntil(lambda: not theme.is_behind(page))
    assert page.updatesEnabled()


def test_a_page_that_is_gone_needs_no_other_look(
    qtbot: QtBot, qapp: QApplication, desk: Desk, shell: Shell
) -> None:
    office = sits_down(qtbot, desk, shell, "clerk", None)
    for name in shell.rail.buttons:
        shell.show_page(name)
    unseen = shell.unseen()
    theme.apply(qapp, Theme("dark"), unseen=unseen)
    office.leave()
    qtbot.wait(1)
    for part in unseen:
        theme.catch_up(part)
    theme.apply(qapp, Theme())
