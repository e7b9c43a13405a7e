"""The whole window over a real store: first run, sign-in, who sees what, lock, the sync button."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.core.errors import Known
from app.core.look import Look
from app.core.trust import Mode
from app.demo import DEFAULT_MOMENT, PASSWORD, leave_some_waiting, live_the_morning, make_demo_desk
from app.store.key_file import Protection
from tests import desks
from tests.desks import QUICK, make_desk
from tests.ui.first_run_window import PEOPLE, FirstRunHands
from tests.ui.hands import focused, press, write
from ui.appearance import Appearance
from ui.main import Window
from ui.models.exchange import NOT_SENT_FROM_DEMO
from ui.models.first_run import Step
from ui.shell import Shell
from ui.views.case import CasePage
from ui.views.find_card import FindCard
from ui.views.queue import QueuePage
from ui.views.unlock import UnlockView

pytestmark = pytest.mark.ui

KEY = Qt.Key
WAIT = 15_000
PASSPHRASE = "four very quiet words"


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo store with a morning behind it, made once and copied for each test."""
    folder = tmp_path_factory.mktemp("demo") / "desk"
    desk = make_demo_desk(folder, moment=DEFAULT_MOMENT, seed=3)
    live_the_morning(desk, seed=3)
    leave_some_waiting(desk, seed=3)
    desk.db.close()
    return folder


@pytest.fixture
def start(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., Window]]:
    """Open windows, and close them and their lanes when the test ends."""
    opened: list[Window] = []
    appearance = Appearance(qapp, Look(scheme="light"))

    def begin(folder: Path, *, idle_minutes: float = 5) -> Window:
        window = Window(folder, tmp_path / "made-demo", appearance, idle_minutes=idle_minutes)
        window.shell.activateWindow()
        opened.append(window)
        return window

    yield begin
    for window in opened:
        window.shell.close()
        window.shell.deleteLater()


@pytest.fixture
def demo(lived: Path, tmp_path: Path, start: Callable[..., Window]) -> Window:
    """A window over a copy of the lived-in demo."""
    return start(Path(shutil.copytree(lived, tmp_path / "desk")))


def sign_in(qtbot: QtBot, window: Window, name: str, password: str = PASSWORD) -> None:
    """By keyboard: name, Tab, password, Enter."""
    qtbot.waitUntil(lambda: window.shell.page() == "sign_in", timeout=WAIT)
    qtbot.waitUntil(window.shell.isActiveWindow, timeout=WAIT)
    window.sign_in_view.name.input.setFocus()
    write(name)
    press(KEY.Key_Tab)
    write(password)
    press(KEY.Key_Return)


def working(qtbot: QtBot, window: Window, name: str) -> None:
    """Signed in, with the pages of that person up."""
    sign_in(qtbot, window, name)
    qtbot.waitUntil(lambda: window.office is not None, timeout=WAIT)


def words_of(root: QWidget) -> str:
    """Every word in the widget tree, shown or not."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        found.append(widget.accessibleName())
        if isinstance(widget, QLabel | QLineEdit | QAbstractButton):
            found.append(widget.text())
        if isinstance(widget, QPlainTextEdit):
            found.append(widget.toPlainText())
    return "\n".join(found)


def rail_of(window: Window) -> list[str]:
    return list(window.shell.rail.buttons)


def test_the_first_start_offers_made_up_patients_in_a_hatched_file_of_their_own(
    qtbot: QtBot, start: Callable[..., Window], tmp_path: Path
) -> None:
    window = start(tmp_path / "nothing-here")
    qtbot.waitUntil(lambda: window.shell.page() == "first_run", timeout=WAIT)
    qtbot.waitUntil(window.shell.isActiveWindow, timeout=WAIT)
    press(KEY.Key_Space)
    press(KEY.Key_Return)
    qtbot.waitUntil(lambda: window.shell.page() == "sign_in", timeout=60_000)
    assert window.shell.demo_strip is not None
    assert window.shell.demo_strip.isVisible()
    assert (tmp_path / "made-demo" / "recoup.db").exists()
    assert not (tmp_path / "nothing-here").exists()


def test_a_new_desk_is_encrypted_and_opens_again_with_its_passphrase(
    qtbot: QtBot, start: Callable[..., Window], tmp_path: Path
) -> None:
    folder = tmp_path / "live"
    window = start(folder)
    qtbot.waitUntil(lambda: window.shell.page() == "first_run", timeout=WAIT)
    qtbot.waitUntil(window.shell.isActiveWindow, timeout=WAIT)
    _set_up(qtbot, window)
    assert window.shell.demo_strip is None
    window.shell.close()
    assert b"St Anne" not in (folder / "recoup.db").read_bytes()

    again = start(folder)
    assert again.shell.page() == "unlock", "it is the first page: nobody can sign in before"
    unlock = again.unlock
    assert unlock is not None
    unlock.button.click()
    assert unlock.passphrase.problem() == "Type the passphrase of this desk, or its recovery key."
    unlock.passphrase.input.setText("not the passphrase")
    unlock.button.click()
    qtbot.waitUntil(lambda: "does not open" in unlock.passphrase.problem(), timeout=WAIT)
    unlock.passphrase.input.setText("four very quiet words")
    unlock.button.click()
    qtbot.waitUntil(lambda: again.shell.page() == "sign_in", timeout=WAIT)


def test_what_no_passphrase_helps_with_is_said_on_the_sign_in_page(
    qtbot: QtBot, start: Callable[..., Window], tmp_path: Path
) -> None:
    folder = tmp_path / "live"
    protection = Protection(passphrase=PASSPHRASE, cost=QUICK)
    make_desk(tmp_path / "made", mode=Mode.LIVE, protection=protection).db.close()
    (tmp_path / "made" / "desk").rename(folder)
    (folder / "trust.toml").unlink()
    window = start(folder)
    assert window.shell.page() == "unlock"
    qtbot.waitUntil(lambda: window.shell.page() == "sign_in", timeout=WAIT)
    assert "trust.toml is missing" in window.shell.notice.words.text()


def test_enter_unlocks_once_however_often_it_is_pressed(qtbot: QtBot) -> None:
    shell = Shell()
    qtbot.addWidget(shell)
    view = UnlockView()
    shell.add_page("unlock", view, bare=True)
    shell.show_page("unlock")
    with qtbot.waitActive(shell):
        shell.show()
        shell.activateWindow()
    qtbot.waitUntil(view.passphrase.input.hasFocus, timeout=WAIT)
    given: list[str] = []
    view.given.connect(given.append)
    write("four very quiet words")
    press(KEY.Key_Return)
    press(KEY.Key_Return)
    assert given == ["four very quiet words"]
    view.refuse(Known("bad_passphrase", "Try the passphrase again."))
    view.passphrase.input.setFocus()
    press(KEY.Key_Return)
    assert len(given) == 2


def test_a_passphrase_does_not_stay_on_the_page_that_it_was_given_on(qtbot: QtBot) -> None:
    """Whoever comes back from the made-up patients later would only have to press Enter."""
    shell = Shell()
    qtbot.addWidget(shell)
    view = UnlockView()
    shell.add_page("unlock", view, bare=True)
    shell.add_page("other", QWidget(), bare=True)
    shell.show_page("unlock")
    shell.show()
    view.passphrase.input.setText("four very quiet words")
    view.button.click()
    shell.show_page("other")
    assert view.passphrase.input.text() == ""
    shell.show_page("unlock")
    assert view.button.isEnabled()


def test_practice_is_a_file_of_its_own_and_the_way_back_asks_for_the_key(
    qtbot: QtBot, start: Callable[..., Window], tmp_path: Path
) -> None:
    window = start(tmp_path / "live")
    qtbot.waitUntil(lambda: window.shell.page() == "first_run", timeout=WAIT)
    qtbot.waitUntil(window.shell.isActiveWindow, timeout=WAIT)
    _set_up(qtbot, window)
    window.sign_in_view.practice.click()
    qtbot.waitUntil(lambda: window.shell.demo_strip is not None, timeout=60_000)
    assert (tmp_path / "made-demo" / "recoup.db").exists()
    working(qtbot, window, "clerk")
    window.lock()
    window.sign_in_view.practice.click()
    qtbot.waitUntil(lambda: window.shell.page() == "unlock", timeout=WAIT)
    assert window.unlock is not None
    window.unlock.passphrase.input.setText(PASSPHRASE)
    window.unlock.button.click()
    qtbot.waitUntil(lambda: window.shell.page() == "sign_in", timeout=WAIT)
    assert window.shell.demo_strip is None
    qtbot.waitUntil(lambda: "J. Patel" not in words_of(window.shell), timeout=WAIT)


def test_h4_what_is_half_typed_of_a_patient_never_comes_up_among_the_made_up(
    qtbot: QtBot, start: Callable[..., Window], lived: Path, tmp_path: Path
) -> None:
    shutil.copytree(lived, tmp_path / "made-demo")
    make_desk(tmp_path / "live").db.close()
    window = start(tmp_path / "live" / "desk")

    def finder() -> FindCard:
        assert window.office is not None
        assert window.office.at_desk is not None
        return window.office.at_desk.page.start.finder

    sign_in(qtbot, window, "clerk", desks.PASSWORD)
    qtbot.waitUntil(lambda: window.office is not None, timeout=WAIT)
    finder().new_button.click()
    finder().new_patient.given.input.setText("Thi Ma")
    window.lock()
    window.sign_in_view.practice_wanted.emit()
    qtbot.waitUntil(lambda: window.shell.demo_strip is not None, timeout=WAIT)
    window.sign_in_view.name.input.clear()
    working(qtbot, window, "clerk")
    assert not finder().new_patient.isVisible()
    assert "Thi Ma" not in words_of(window.shell)
    window.lock()
    window.sign_in_view.practice_wanted.emit()
    qtbot.waitUntil(lambda: window.shell.demo_strip is None, timeout=WAIT)
    window.sign_in_view.name.input.clear()
    sign_in(qtbot, window, "clerk", desks.PASSWORD)
    qtbot.waitUntil(lambda: window.office is not None, timeout=WAIT)
    qtbot.waitUntil(lambda: finder().new_patient.isVisible(), timeout=WAIT)
    assert finder().new_patient.given.input.text() == "Thi Ma"


def _set_up(qtbot: QtBot, window: Window) -> None:
    """A live desk, by the eight steps."""
    hands = FirstRunHands(window.first_run)
    model = window.first_run.model
    hands.choose_live()
    hands.fill(trust_name="St Anne’s", provider_code="R1H", desk="Desk 3", device="D07")
    hands.go_on()
    hands.fill(passphrase=PASSPHRASE, passphrase_again=PASSPHRASE)
    hands.go_on()
    hands.type_the_key_back()
    hands.go_on()
    hands.fill(**PEOPLE)
    hands.go_on()
    qtbot.waitUntil(lambda: model.step is Step.SHARE, timeout=60_000)
    hands.go_on()
    qtbot.waitUntil(lambda: model.step is Step.JOIN, timeout=WAIT)
    hands.leave_others_for_later()
    hands.go_on()
    hands.go_on()
    qtbot.waitUntil(lambda: window.shell.page() == "sign_in", timeout=WAIT)


def test_a_wrong_password_says_so_and_opens_nothing(qtbot: QtBot, demo: Window) -> None:
    sign_in(qtbot, demo, "clerk", "not the password")
    qtbot.waitUntil(lambda: demo.sign_in_view.password.problem() != "", timeout=WAIT)
    assert demo.office is None
    assert rail_of(demo) == []


@pytest.mark.parametrize(
    ("name", "pages"),
    [
        ("clerk", ["desk", "dashboard"]),
        ("officer", ["desk", "queue", "money", "dashboard"]),
        ("senior", ["desk", "queue", "money", "dashboard", "audit"]),
        ("finance", ["money", "dashboard"]),
        ("clinician", ["clinician"]),
        ("auditor", ["money", "dashboard", "audit"]),
        ("admin", []),
    ],
)
def test_each_role_sees_its_own_pages_and_no_more(
    qtbot: QtBot, demo: Window, name: str, pages: list[str]
) -> None:
    working(qtbot, demo, name)
    beyond = ["emergency"] if name in ("clerk", "finance", "clinician") else []
    looks_after = ["share"] if name in ("officer", "senior", "admin") else []
    # law and one's own look are all's
    assert rail_of(demo) == [*pages, "guide", *beyond, *looks_after, "settings"]


def test_the_officer_starts_at_the_queue_which_shows_no_banner(qtbot: QtBot, demo: Window) -> None:
    working(qtbot, demo, "officer")
    qtbot.waitUntil(lambda: demo.shell.page() == "queue", timeout=WAIT)
    assert not demo.shell.banner.isVisible()


def test_f2_finds_a_patient_from_any_page(qtbot: QtBot, demo: Window) -> None:
    working(qtbot, demo, "clerk")
    qtbot.waitUntil(lambda: isinstance(focused(), QLineEdit), timeout=WAIT)
    search = focused()
    demo.shell.rail.buttons["guide"].click()
    qtbot.waitUntil(lambda: demo.shell.page() == "guide", timeout=WAIT)
    press(KEY.Key_F2)
    qtbot.waitUntil(lambda: demo.shell.page() == "desk", timeout=WAIT)
    qtbot.waitUntil(lambda: focused() is search, timeout=WAIT)


def test_f2_leads_nobody_to_a_desk_they_do_not_work_at(qtbot: QtBot, demo: Window) -> None:
    working(qtbot, demo, "auditor")
    here = demo.shell.page()
    press(KEY.Key_F2)
    assert demo.shell.page() == here


def test_after_a_lock_no_patient_text_is_left_in_the_widgets(qtbot: QtBot, demo: Window) -> None:
    working(qtbot, demo, "clerk")
    qtbot.waitUntil(lambda: isinstance(focused(), QLineEdit), timeout=WAIT)
    write("Smith 14/7/85")
    press(KEY.Key_Return)
    qtbot.waitUntil(lambda: "SMITH" in words_of(demo.shell), timeout=WAIT)
    press(KEY.Key_F12)
    qtbot.waitUntil(lambda: demo.shell.page() == "sign_in", timeout=WAIT)
    qtbot.waitUntil(lambda: "SMITH" not in words_of(demo.shell).upper(), timeout=WAIT)
    assert not demo.shell.banner.isVisible()


def test_an_idle_desk_locks_by_itself(
    qtbot: QtBot, start: Callable[..., Window], lived: Path, tmp_path: Path
) -> None:
    window = start(Path(shutil.copytree(lived, tmp_path / "desk")), idle_minutes=0.02)
    working(qtbot, window, "clerk")
    qtbot.waitUntil(lambda: window.office is None, timeout=WAIT)
    assert window.shell.page() == "sign_in"


def case_note(qtbot: QtBot, window: Window, name: str) -> QPlainTextEdit:
    """Somebody signs in and opens the first case of the queue; the note of its decision."""
    window.sign_in_view.name.input.clear()  # a lock leaves the name of whoever was there
    working(qtbot, window, name)
    qtbot.waitUntil(lambda: window.shell.findChild(CasePage) is not None, timeout=WAIT)
    queue, page = window.shell.findChild(QueuePage), window.shell.findChild(CasePage)
    assert queue is not None
    assert page is not None
    qtbot.waitUntil(lambda: queue.table.currentIndex().isValid(), timeout=WAIT)
    queue.table.setFocus()
    press(KEY.Key_Return)
    qtbot.waitUntil(lambda: window.shell.page() == "case" and page.work.isEnabled(), timeout=WAIT)
    return page.decision.words.input


def test_ux_5_a_note_not_saved_outlasts_a_lock_and_is_its_writers_alone(
    qtbot: QtBot, demo: Window
) -> None:
    case_note(qtbot, demo, "officer").setPlainText("Landlord confirms since 2024")
    demo.lock()
    assert "Landlord" not in words_of(demo.shell)
    assert case_note(qtbot, demo, "senior").toPlainText() == ""
    demo.lock()
    assert case_note(qtbot, demo, "officer").toPlainText() == "Landlord confirms since 2024"


def test_h14_the_demo_in_the_window_sends_nothing(qtbot: QtBot, demo: Window) -> None:
    working(qtbot, demo, "officer")
    assert demo.office is not None
    demo.office.exchange.send()
    qtbot.waitUntil(lambda: NOT_SENT_FROM_DEMO in words_of(demo.shell.notice), timeout=WAIT)


def test_closing_the_window_leaves_the_store_to_the_next(
    qtbot: QtBot, demo: Window, start: Callable[..., Window]
) -> None:
    working(qtbot, demo, "clerk")
    folder = demo.opening.folder
    demo.shell.close()
    again = start(folder)
    working(qtbot, again, "clerk")


def test_a_second_window_on_the_same_folder_says_so(
    qtbot: QtBot, demo: Window, start: Callable[..., Window]
) -> None:
    working(qtbot, demo, "clerk")
    second = start(demo.opening.folder)
    qtbot.waitUntil(lambda: "already open" in words_of(second.shell.notice), timeout=WAIT)
