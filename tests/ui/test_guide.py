"""The guide by keys: look something up, read it, go back; whole at every size."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.desks import sign_in
from tests.ui.guide_window import GuideWindow
from tests.ui.officer_cases import make_ready
from tests.ui.officer_window import KEY, OfficerWindow, settle
from ui import theme
from ui.office import Office
from ui.theme import Theme
from ui.views.case import CasePage
from ui.widgets.layout import Elided
from ui.work import Inline

pytestmark = pytest.mark.ui


@pytest.fixture
def room(tmp_path: Path) -> Iterator[GuideWindow]:
    window = GuideWindow(tmp_path, Inline())
    yield window
    window.close()


def test_typing_a_regulation_shows_its_page_at_once(room: GuideWindow) -> None:
    guide = room.open("officer")
    assert QApplication.focusWidget() is guide.search
    room.look_up("15(b)")
    assert guide.page.title.text() == "Asylum application not yet finally decided"
    assert guide.count.text() == "One page found"
    assert "Do not ask about this at the desk" in guide.page.text()
    assert "Not confirmed" in guide.page.text()
    assert "A man whose asylum appeal is still open." in guide.page.text()
    assert QApplication.focusWidget() is guide.search


def test_the_keys_lead_to_the_page_and_back(room: GuideWindow) -> None:
    guide = room.open("officer")
    room.press(KEY.Key_Down)
    assert guide.list.hasFocus()
    first = guide.page.title.text()
    room.press(KEY.Key_Down)
    assert guide.page.title.text() != first
    room.press(KEY.Key_Return)
    assert guide.page.reader.hasFocus()
    assert guide.page.reader.accessibleName().startswith(guide.page.title.text())
    room.press(KEY.Key_End, KEY.Key_Home, KEY.Key_PageDown, KEY.Key_Escape)
    assert guide.list.hasFocus()
    room.press(KEY.Key_Up, KEY.Key_Up)
    assert guide.search.hasFocus()


def test_the_arrows_pass_over_the_headings(room: GuideWindow) -> None:
    guide = room.open("officer")
    room.press(KEY.Key_Down, *[KEY.Key_Down] * 12)
    page = guide.contents.page_at(guide.list.row())
    assert page is not None
    assert page.chapter == "Lives here"


def test_a_search_without_a_page_says_what_to_try(room: GuideWindow) -> None:
    guide = room.open("officer")
    room.look_up("zebra")
    assert guide.count.text().startswith("No page has all of these words.")
    assert not guide.list.isVisible()
    guide.search.clear()
    room.look_up(" ")
    assert guide.list.isVisible()


@pytest.mark.parametrize("who", ["clerk", "officer", "clinician", "finance"])
def test_every_role_may_read_the_law(room: GuideWindow, who: str) -> None:
    guide = room.open(who)
    room.look_up("australia")
    assert guide.page.title.text() == "Australia"
    assert guide.page.isVisible()


def test_a_clerk_sees_no_word_about_charges(room: GuideWindow) -> None:
    guide = room.open("clerk")
    room.look_up("surcharge paid")
    assert "Holds" in guide.page.text()
    assert "harged" not in guide.page.text()


@pytest.mark.parametrize(
    ("width", "height", "size"), [(1366, 768, 1.0), (1366, 768, 2.0), (1024, 640, 1.0)]
)
def test_no_word_of_the_guide_is_cut(
    room: GuideWindow, qapp: QApplication, width: int, height: int, size: float
) -> None:
    theme.apply(qapp, Theme("light", size, motion=False))
    room.shell.resize(width, height)
    guide = room.open("officer")
    for words in ("15(b)", "european card", "australia", "tuberculosis", "baby"):
        guide.search.clear()
        room.look_up(words)
        settle()
        assert [label.text() for label in guide.findChildren(QLabel) if _cut(label)] == []
        assert not guide.list.horizontalScrollBar().isVisible()


def test_where_a_page_is_low_its_title_scrolls_with_the_text(
    room: GuideWindow, qapp: QApplication
) -> None:
    guide = room.open("officer")
    room.look_up("15(b)")
    page = guide.page
    assert not page.reader.isAncestorOf(page.title)
    theme.apply(qapp, Theme("light", 2.0, motion=False))
    room.shell.setMinimumSize(400, 400)
    room.shell.resize(1366, 480)
    settle()
    assert page.reader.isAncestorOf(page.title)
    assert not _cut(page.title)
    room.shell.resize(1366, 1200)
    settle()
    assert not page.reader.isAncestorOf(page.title)


def test_where_there_is_room_for_one_part_only_the_other_makes_way(
    room: GuideWindow, qapp: QApplication
) -> None:
    theme.apply(qapp, Theme("light", 2.0, motion=False))
    room.shell.setMinimumSize(400, 400)
    room.shell.resize(1024, 640)
    guide = room.open("officer")
    assert guide.list.isVisible()
    assert not guide.page.isVisible()
    room.press(KEY.Key_Down, KEY.Key_Return)
    assert guide.page.isVisible()
    assert not guide.list.isVisible()
    assert guide.to_list.isVisible()
    room.press(KEY.Key_Escape)
    assert guide.list.isVisible()


def test_each_part_that_takes_the_focus_has_a_name(room: GuideWindow) -> None:
    guide = room.open("officer")
    reachable = [
        one
        for one in guide.findChildren(QWidget)
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert {guide.search, guide.list, guide.page.reader} <= set(reachable)
    assert [one for one in reachable if not one.accessibleName()] == []


def _cut(label: QLabel) -> bool:
    if not label.isVisible() or not label.text() or isinstance(label, Elided):
        return False
    if label.wordWrap():
        return label.height() < label.heightForWidth(label.width())
    return label.width() < label.sizeHint().width()


def test_one_key_leads_from_a_cases_reason_to_its_page_and_esc_back(tmp_path: Path) -> None:
    room = OfficerWindow(tmp_path, Inline())
    (one,) = room.registered(("Okafor", "Ada"))
    make_ready(room.desk, one)
    sign_in(room.desk, "officer")
    assert room.desk.user is not None
    shell = room.shell
    office = Office(room.desk, room.desk.user, shell, records=Inline(), share=Inline())
    shell.show()
    shell.activateWindow()
    settle()
    room.press(KEY.Key_Return)
    assert shell.page() == "case"
    case = shell.in_sight()
    assert isinstance(case, CasePage)
    case.decision.choices.buttons[3].click()
    case.decision.certified.click()
    settle()
    room.press(KEY.Key_F1)
    guide = case.work.guide
    assert guide.page.title.text().startswith("Visitor or other overseas visitor")
    assert guide.page.reader.hasFocus()
    assert shell.page() == "case"
    assert shell.banner.isVisible()
    room.press(KEY.Key_Escape)
    assert not guide.isVisible()
    assert shell.page() == "case"
    assert shell.banner.isVisible()
    assert case.decision.suggestion is not None
    office.leave()
    room.close()
