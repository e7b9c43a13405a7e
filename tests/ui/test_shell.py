"""The frame: one patient at most, only allowed screens, keys to the page, truth at the foot."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.core.errors import BadInput
from app.core.nhs_number import NHSNumber
from app.core.people import Patient
from tests.ui.hands import click, opened, press
from ui import theme, wording
from ui.shell import Shell
from ui.theme import Theme
from ui.widgets.button import Button, IconButton
from ui.widgets.layout import Label
from ui.widgets.page import Page, SplitPage
from ui.widgets.rail import RailItem

TODAY = date(2026, 7, 14)
ADA = Patient(
    patient_id="1",
    family_name="Okafor",
    given_names="Ada",
    title="Mrs",
    gender="Female",
    born=date(1990, 3, 2),
    nhs_number=NHSNumber("9993177423"),
    interpreter="Yoruba",
    needs=("Large print letters",),
    safe_contact="do_not_post",
)


class Desk(SplitPage):
    """A page with buttons that print their keys."""

    def __init__(self) -> None:
        super().__init__("Registration")
        self.pressed: list[str] = []
        self.park = Button("Park", key="F8")
        self.go_on = Button("Continue", kind="primary", key="Enter")
        self.park.clicked.connect(lambda: self.pressed.append("park"))
        self.go_on.clicked.connect(lambda: self.pressed.append("continue"))
        self.content.addWidget(Label("Question"))
        self.panel.addWidget(Label("What happens next"))
        self.footer.holding(self.park, self.go_on)

    def opened(self) -> None:
        self.pressed.append("opened")

    def on_key(self, key: str) -> bool:
        self.pressed.append(key)
        return key == "F2"


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def shell(qtbot: QtBot, desk: Desk) -> Shell:
    made = Shell(demo=True)
    made.add_page("desk", desk, rail=RailItem("desk", "Desk", "user-search"), banner=True)
    made.add_page("queue", Page(), rail=RailItem("queue", "Queue", "inbox"))
    made.add_page("signin", Page(), bare=True)
    made.show_page("desk")
    qtbot.addWidget(made)
    opened(qtbot, made)
    return made


def words(widget: QWidget) -> str:
    QApplication.processEvents()
    labels = [label for label in widget.findChildren(QLabel) if label.isVisible()]
    return " ".join(label.text() for label in labels if label.text())


def test_the_banner_names_the_patient_without_colons(shell: Shell) -> None:
    shell.set_patient(ADA, TODAY)
    shown = words(shell.banner)
    assert "OKAFOR, Ada (Mrs)" in shown
    assert "Born 02-Mar-1990 (36y)" in shown
    assert "Gender Female" in shown
    assert "NHS No. 999 317 7423" in shown
    assert "Interpreter: Yoruba" in shown
    assert "Do not post" in shown
    assert shell.banner.height() == 76


def test_what_is_not_known_says_so_on_one_line(shell: Shell) -> None:
    shell.set_patient(Patient(patient_id="2", family_name="Baker"), TODAY)
    QApplication.processEvents()
    shown = words(shell.banner)
    assert "Born Not known" in shown
    assert "NHS No. Not known" in shown
    assert "?" not in shown
    assert shell.banner.height() == 56


def test_h9_a_death_is_told_by_word_and_pattern_not_colour_alone(shell: Shell) -> None:
    shell.set_patient(ADA, TODAY)
    alive = shell.banner.grab().toImage()
    died = Patient(patient_id="3", family_name="Baker", died=date(2026, 7, 9))
    shell.set_patient(died, TODAY)
    assert "Died 09-Jul-2026" in words(shell.banner)
    assert "Died 9 July 2026" in shell.banner.accessibleName()
    image = shell.banner.grab().toImage()
    row = {image.pixel(x, 4) for x in range(image.width())}
    assert len(row) > 1, "stripes, not a plain band"
    assert len({alive.pixel(x, 4) for x in range(alive.width())}) == 1


def test_no_banner_stands_over_a_list_of_patients(shell: Shell) -> None:
    shell.set_patient(ADA, TODAY)
    assert shell.banner.isVisible()
    shell.show_page("queue")
    assert not shell.banner.isVisible()
    shell.show_page("desk")
    assert shell.banner.isVisible()
    shell.set_patient(None, TODAY)
    assert not shell.banner.isVisible()


def test_only_allowed_screens_stand_on_the_rail(shell: Shell) -> None:
    assert list(shell.rail.buttons) == ["desk", "queue"]
    shell.allow({"desk"})
    assert list(shell.rail.buttons) == ["desk"]
    shell.set_count("queue", 14)
    shell.allow(None)
    shell.set_count("queue", 14)
    assert shell.rail.buttons["queue"].accessibleName() == "Queue, 14"


def test_the_rail_opens_a_page_and_tells_it(shell: Shell, desk: Desk) -> None:
    click(shell.rail.buttons["queue"])
    assert shell.page() == "queue"
    desk.pressed.clear()
    click(shell.rail.buttons["desk"])
    assert desk.pressed == ["opened"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_ux_7_2_a_screen_of_the_rail_is_opened_by_either_key(shell: Shell, key: Qt.Key) -> None:
    press(key, on=shell.rail.buttons["queue"])
    assert shell.page() == "queue"


def test_a_bare_page_stands_without_rail_or_banner(shell: Shell) -> None:
    shell.set_patient(ADA, TODAY)
    shell.show_page("signin")
    assert not shell.rail.isVisible()
    assert not shell.banner.isVisible()


def test_a_printed_key_presses_its_button(shell: Shell, desk: Desk) -> None:
    desk.pressed.clear()
    press(Qt.Key.Key_F8, on=shell)
    assert desk.pressed == ["park"]


def test_a_button_out_of_sight_does_not_answer_its_key(shell: Shell, desk: Desk) -> None:
    shell.show_page("queue")
    desk.pressed.clear()
    press(Qt.Key.Key_F8, on=shell)
    assert desk.pressed == []


def test_enter_presses_the_button_that_prints_it_but_not_over_another(
    shell: Shell, desk: Desk
) -> None:
    desk.pressed.clear()
    press(Qt.Key.Key_Return, on=desk)
    assert desk.pressed == ["continue"]
    desk.park.setFocus()
    press(Qt.Key.Key_Return)
    assert desk.pressed == ["continue", "park"]


def test_keys_nothing_took_go_to_the_page_then_out(qtbot: QtBot, shell: Shell, desk: Desk) -> None:
    desk.pressed.clear()
    out: list[str] = []
    shell.key.connect(out.append)
    press(Qt.Key.Key_F2, on=shell)
    press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier, on=shell)
    assert desk.pressed == ["F2", "Ctrl+L"]
    assert out == ["Ctrl+L"]


def test_f12_locks_once_someone_is_signed_in(qtbot: QtBot, shell: Shell) -> None:
    locked: list[bool] = []
    shell.lock_pressed.connect(lambda: locked.append(True))
    press(Qt.Key.Key_F12, on=shell)
    assert locked == []
    shell.set_user("J. Patel, Desk 3")
    QApplication.processEvents()
    press(Qt.Key.Key_F12, on=shell)
    assert locked == [True]


def test_the_foot_says_where_the_records_are(shell: Shell) -> None:
    shell.set_sync(wording.saved_here("09:14"), "cloud-up", wording.waiting(3))
    assert shell.status.sync.accessibleName() == "Saved here 09:14, 3 waiting to send"
    pressed: list[bool] = []
    shell.sync_pressed.connect(lambda: pressed.append(True))
    click(shell.status.sync)
    assert pressed == [True]


def test_a_demo_says_so_in_the_title_and_on_a_hatched_strip(shell: Shell) -> None:
    assert shell.demo_strip is not None
    assert shell.demo_strip.isVisible()
    assert "DEMO" in words(shell.demo_strip)
    assert "demo" in shell.windowTitle()


def test_a_reversible_act_can_be_taken_back_once(shell: Shell) -> None:
    taken: list[bool] = []
    shell.offer_undo("Case assigned to S. Byrne", back=lambda: taken.append(True))
    assert shell.undo.isVisible()
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, on=shell)
    assert taken == [True]
    assert not shell.undo.isVisible()
    shell.undo.take_back()
    assert taken == [True]


def test_ux_7_2_the_button_of_the_undo_bar_is_pressed_by_enter(shell: Shell) -> None:
    taken: list[bool] = []
    shell.offer_undo("Case assigned to S. Byrne", back=lambda: taken.append(True))
    (back,) = (
        one for one in shell.undo.findChildren(QAbstractButton) if one.accessibleName() == "Undo"
    )
    press(Qt.Key.Key_Return, on=back)
    assert taken == [True]


def test_ux_5_an_offer_to_undo_stands_for_ten_seconds_and_ends_by_itself(
    qtbot: QtBot, shell: Shell
) -> None:
    assert shell.undo._clock.interval() == 10_000
    shell.undo._clock.setInterval(1)
    shell.offer_undo("Parked", back=lambda: None)
    qtbot.waitUntil(lambda: not shell.undo.isVisible())


def test_a_refusal_is_shown_in_its_own_words_and_a_fault_as_ours(shell: Shell) -> None:
    shell.refuse(BadInput("share_away", "The share did not answer. Try again later."))
    assert shell.notice.isVisible()
    assert "share did not answer" in words(shell.notice)
    shell.show_fault(ZeroDivisionError("secret detail"))
    assert words(shell.notice) == wording.FAULT
    click(shell.notice.close_button)
    assert not shell.notice.isVisible()
    shell.show_fault(BadInput("bad", "Enter a date."))
    assert words(shell.notice) == "Enter a date."
    shell.show_page("queue")
    assert not shell.notice.isVisible()


def test_good_news_in_the_notice_bar_does_not_look_like_a_refusal(shell: Shell) -> None:
    shell.notice.tell("What was sealed is on the share now.")
    assert shell.notice.isVisible()
    assert shell.notice.is_calm()
    calm = shell.notice.grab().toImage()
    shell.notice.say("What was sealed is on the share now.")
    assert not shell.notice.is_calm()
    assert shell.notice.grab().toImage() != calm


def test_the_right_panel_folds_to_one_line_in_a_small_window(
    qtbot: QtBot, shell: Shell, desk: Desk
) -> None:
    assert not desk.is_narrow()
    assert not desk.fold.isVisible()
    desk.set_fold("circle-check", "Book in as normal.", "2 left")
    shell.resize(1024, 640)
    qtbot.waitUntil(desk.is_narrow)
    assert desk.fold.isVisible()
    panel = desk.findChild(Label, options=Qt.FindChildOption.FindChildrenRecursively)
    assert panel is not None
    assert shell.rail.width() < 104
    click(desk.fold)
    assert desk.fold.accessibleDescription() == "Open"
    shell.resize(1366, 768)
    qtbot.waitUntil(lambda: not desk.is_narrow())
    assert not desk.fold.isVisible()


def test_the_panel_folds_at_twice_the_text_size_too(
    qtbot: QtBot, shell: Shell, desk: Desk, qapp: QApplication
) -> None:
    theme.apply(qapp, Theme("dark", 2.0))
    qtbot.waitUntil(desk.is_narrow)
    shell.set_user("J. Patel, Desk 3")
    assert shell.status.lock.accessibleName() == "Lock"


def test_an_icon_alone_still_has_a_name() -> None:
    assert IconButton("zoom-in", "Zoom in", key="Ctrl++").accessibleName() == "Zoom in"


@pytest.mark.parametrize(("count", "said"), [(1, "1 needs attention"), (2, "2 need attention")])
def test_words_agree_with_their_number(count: int, said: str) -> None:
    assert wording.needs_attention(count) == said
    assert wording.steps_left(count).startswith(f"{count} step")
