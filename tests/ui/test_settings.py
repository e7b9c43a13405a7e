"""Every part of the settings by keyboard alone, and that none of them shows a patient."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.access.roles import Role
from app.core.look import Look
from app.library.site import read_trust
from app.services import language_texts, looks, own_signin, signin
from app.services.desk import Desk
from tests.desks import PASSWORD, add_visitor, make_desk
from tests.packs import PackKey, trust_signer
from tests.services.test_trust_settings import picture
from tests.services.work import SECOND_ADMIN, chargeable
from tests.ui.hands import focused, press, press_letter, write
from ui import theme
from ui.appearance import Appearance
from ui.cells import ROW_TEXT
from ui.comfort import Comfort, look_of_computer
from ui.office import Office
from ui.shell import Shell
from ui.views.settings import SettingsPage
from ui.views.settings_panel import SettingsPanel
from ui.views.settings_share import SharePanel
from ui.views.share_test import ShareTest
from ui.work import Inline, Lane, Runner

pytestmark = pytest.mark.ui

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
EVERYONES = ("look", "sign_in", "about")
ADMINS = (
    *("trust", "place", "people", "texts", "share", "machines"),
    *("rules", "prices", "terms", "backup", "retention", "chain"),
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path)
    trust_signer(made, PackKey())
    yield made
    made.db.close()


@contextmanager
def settings(
    qtbot: QtBot,
    desk: Desk,
    name: str = "admin",
    comfort: Comfort | None = None,
    share: Runner | None = None,
) -> Iterator[SettingsPage]:
    """Somebody opens the settings; they leave at the end."""
    user = signin.act_as(desk, name)
    shell = Shell()
    qtbot.addWidget(shell)
    shell.show()
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    office = Office(desk, user, shell, records=Inline(), share=share or Inline(), comfort=comfort)
    shell.show_page("settings")
    QApplication.processEvents()
    page = shell.in_sight()
    assert isinstance(page, SettingsPage)
    try:
        yield page
    finally:
        office.leave()


def panel(page: SettingsPage, name: str) -> SettingsPanel:
    """A part, entered from the list by keys."""
    page.take_focus()
    for _ in page.names():
        press(KEY.Key_Up)
    for _ in page.names():
        if page.stack.currentWidget() is page.section(name):
            break
        press(KEY.Key_Down)
    press(KEY.Key_Return)
    QApplication.processEvents()
    found = page.stack.currentWidget()
    assert found is page.section(name)
    assert isinstance(found, SettingsPanel)
    return found


def tab_to(name: str) -> None:
    """Press Tab until what bears a name has the focus."""
    for _ in range(60):
        if focused().accessibleName() == name:
            return
        press(KEY.Key_Tab)
    raise AssertionError(f"Tab does not reach {name}")


def alt(key: Qt.Key) -> None:
    """A letter with Alt."""
    press_letter(key)


def focused_row() -> str:
    """What is read out of the current row of the list that has the focus."""
    table = focused()
    assert isinstance(table, QTableView)
    return str(table.model().data(table.currentIndex(), ROW_TEXT))


def words_of(root: QWidget) -> str:
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        found.append(widget.accessibleName())
        if isinstance(widget, QLabel | QLineEdit | QAbstractButton):
            found.append(widget.text())
    return "\n".join(found)


@pytest.mark.parametrize("name", ["clerk", "officer", "finance", "clinician", "auditor", "admin"])
def test_matrix_everybody_has_their_own_settings_and_an_administrator_the_rest(
    qtbot: QtBot, desk: Desk, name: str
) -> None:
    with settings(qtbot, desk, name) as page:
        wanted = (*EVERYONES, *ADMINS) if name == "admin" else EVERYONES
        assert set(page.names()) == set(wanted)


def test_matrix_no_part_of_an_administrators_settings_shows_a_patient(
    qtbot: QtBot, desk: Desk
) -> None:
    signin.act_as(desk, "clerk")
    add_visitor(desk, family_name="Canaryword", given_names="Adaora")
    chargeable(desk, family_name="Canaryson")
    with settings(qtbot, desk) as page:
        for name in page.names():
            page.open_section(name)
            QApplication.processEvents()
        shown = words_of(page.window()).casefold()
        assert "people and roles" in shown
        for canary in ("canaryword", "canaryson", "adaora", "marina road", "0142", "lagos"):
            assert canary not in shown, canary


def test_ux_7_2_the_list_is_walked_and_entered_by_keys_and_esc_leads_back(
    qtbot: QtBot, desk: Desk
) -> None:
    with settings(qtbot, desk) as page:
        assert focused() is page.list
        for name in page.names():
            if name != "look":
                press(KEY.Key_Down)
            assert page.stack.currentWidget() is page.section(name), name
        panel(page, "trust")
        assert focused().accessibleName() == "Name of the trust"
        press(KEY.Key_Escape)
        assert focused() is page.list
        press(KEY.Key_5, CTRL)
        assert page.stack.currentWidget() is page.section(page.names()[4])


def test_ux_5_a_look_is_worn_at_once_and_kept_for_its_person(
    qtbot: QtBot, desk: Desk, qapp: QApplication, tmp_path: Path
) -> None:
    file = tmp_path / "config" / "look.json"
    comfort = Comfort(Appearance(qapp, Look(scheme="light")), file)
    with settings(qtbot, desk, "clerk", comfort) as page:
        panel(page, "look")
        assert focused().accessibleName() == "Light"
        press(KEY.Key_Down)
        press(KEY.Key_Space)
        assert theme.current().scheme == "dark"
        assert focused().accessibleName() == "Dark", "the focus stays where it was"
        tab_to("100 %")
        press(KEY.Key_Down)
        press(KEY.Key_Down)
        press(KEY.Key_Space)
        assert theme.current().text_size == 1.5
        tab_to("Roomy rows in tables")
        before = theme.current().size("table_row_dense")
        press(KEY.Key_Space)
        assert theme.current().size("table_row_dense") > before
        tab_to("Lock this desk when nobody touches it for")
        press(KEY.Key_Up)
        wanted = Look(scheme="dark", text_percent=150, roomy=True, lock_minutes=3)
        assert looks.look(desk) == wanted
        assert not file.exists()
        tab_to("Use this look for the sign-in page too")
        press(KEY.Key_Space)
        assert look_of_computer(file) == wanted
        assert set(json.loads(file.read_text("utf-8"))) == set(wanted._asdict()), "no name in it"
    comfort.wear_computers()
    assert theme.current().scheme == "dark"
    file.write_text('{"scheme": "pink"}', encoding="utf-8")
    comfort.wear_computers()
    assert comfort.look == Look()


def test_what_the_command_line_asks_for_outweighs_a_choice(qapp: QApplication) -> None:
    appearance = Appearance(qapp, Look(), given={"scheme": "contrast"})
    appearance.choose(Look(scheme="dark", text_percent=200))
    assert theme.current().scheme == "contrast"
    assert theme.current().text_size == 2.0
    appearance.deleteLater()


def test_security_3_2_a_pin_is_set_and_the_password_changed_by_keys(
    qtbot: QtBot, desk: Desk
) -> None:
    with settings(qtbot, desk, "clerk") as page:
        own = panel(page, "sign_in")
        write("123456")
        press(KEY.Key_Tab)
        write(PASSWORD)
        press(KEY.Key_Return)
        assert "without a pattern" in own.fields["pin"].problem()
        assert focused().accessibleName() == "New PIN"
        press(KEY.Key_A, CTRL)
        write("482913")
        press(KEY.Key_Tab)
        press(KEY.Key_Return)
        assert own_signin.has_pin(desk)
        assert "Your PIN is set" in words_of(own)
        tab_to("The password you have")
        QGuiApplication.clipboard().setText(PASSWORD)
        press(KEY.Key_V, CTRL)
        press(KEY.Key_Tab)
        write("short")
        press(KEY.Key_Return)
        assert focused().accessibleName() == "New password"
        write(" and then some more")
        press(KEY.Key_Return)
        assert "Your password is changed" in words_of(own)
    assert signin.sign_in(desk, "clerk", "short and then some more").name == "clerk"


def test_a_letterhead_is_checked_on_a_page_before_it_is_kept(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    logo = tmp_path / "logo.png"
    logo.write_bytes(picture())
    with settings(qtbot, desk) as page:
        trust = panel(page, "trust")
        write(" Trust")
        tab_to("Email")
        press(KEY.Key_A, CTRL)
        write("nobody")
        alt(KEY.Key_C)
        assert focused().accessibleName() == "Email"
        assert "Enter an email address" in trust.fields["email"].problem()
        press(KEY.Key_A, CTRL)
        write("overseas@trust.example")
        alt(KEY.Key_C)
        assert trust.pages.currentWidget() is trust.check
        assert "overseas@trust.example" in trust.check.facts.text()
        press(KEY.Key_Escape)
        assert trust.pages.currentWidget() is trust.own_page
        assert desk.trust.email == "overseas@example.org", "leaving keeps nothing"
        alt(KEY.Key_C)
        alt(KEY.Key_K)
        assert desk.trust.email == "overseas@trust.example"
        assert read_trust(desk.db.path.parent)[0].name.endswith("Trust")
        tab_to("Picture file")
        write(str(logo))
        press(KEY.Key_Return)
        assert desk.logo is not None
        assert "The logo stands on every letter" in words_of(trust)
        alt(KEY.Key_S)
        assert trust.pages.currentWidget() not in (trust.own_page, trust.check)
        press(KEY.Key_Escape)
        assert trust.pages.currentWidget() is trust.own_page


def test_a_desk_is_named_by_keys(qtbot: QtBot, desk: Desk) -> None:
    with settings(qtbot, desk) as page:
        place = panel(page, "place")
        press(KEY.Key_A, CTRL)
        write("Desk 9")
        press(KEY.Key_Tab)
        write("Main hospital")
        press(KEY.Key_Return)
        assert (desk.place, desk.trust.site) == ("Desk 9", "Main hospital")
        assert "Kept." in words_of(place)


def test_somebody_is_let_in_given_roles_and_stopped_by_keys(qtbot: QtBot, desk: Desk) -> None:
    with settings(qtbot, desk) as page:
        people = panel(page, "people")
        alt(KEY.Key_A)
        write("nkaur")
        press(KEY.Key_Tab)
        write("N. Kaur")
        press(KEY.Key_Tab)
        write("three quiet words")
        tab_to("Senior officer")
        press(KEY.Key_Space)
        alt(KEY.Key_L)
        assert "N. Kaur may sign in now" in words_of(people)
        assert signin.sign_in(desk, "nkaur", "three quiet words").display_name == "N. Kaur"
        signin.act_as(desk, "admin")
        press(KEY.Key_N)  # a letter goes to the name that begins so
        press(KEY.Key_Return)
        tab_to("Officer")
        press(KEY.Key_Space)
        alt(KEY.Key_K)
        assert people.check.facts.text().endswith("Roles then: Officer, Senior officer")
        alt(KEY.Key_C)
        assert len(signin.sign_in(desk, "nkaur", "three quiet words").roles) == 2
        signin.act_as(desk, "admin")
        press(KEY.Key_Return)
        tab_to("Approves up to, in pounds")
        press(KEY.Key_A, CTRL)
        write("250")
        press(KEY.Key_Return)
        assert "up to £250.00" in words_of(people)
        press(KEY.Key_Return)
        alt(KEY.Key_T)
        assert people.pages.currentWidget() is people.check
        alt(KEY.Key_S)
        assert "nkaur" not in {one.name for one in signin.people(desk)}


def test_somebody_who_was_stopped_is_let_in_again_as_the_same_person(
    qtbot: QtBot, desk: Desk
) -> None:
    with settings(qtbot, desk) as page:
        people = panel(page, "people")
        press(KEY.Key_C)
        press(KEY.Key_Return)
        alt(KEY.Key_T)
        alt(KEY.Key_S)
        assert "clerk" not in {one.name for one in signin.people(desk)}
        alt(KEY.Key_A)
        write("clerk")
        tab_to("First password")
        write("three quiet words")
        tab_to("Clerk")
        press(KEY.Key_Space)
        alt(KEY.Key_L)
        assert "clerk was here and was stopped. Let them in again" in words_of(people)
        press(KEY.Key_Escape)
        tab_to("People and roles")
        press(KEY.Key_End)
        assert focused_row() == "clerk, J. Patel, Stopped"
        press(KEY.Key_Return)
        assert "They were stopped." in words_of(people)
        tab_to("New password for them")
        write("short")
        press(KEY.Key_Return)
        assert "at least 12 characters" in words_of(people)
        press(KEY.Key_A, CTRL)
        write("three quiet words")
        alt(KEY.Key_L)
        assert "J. Patel may sign in again" in words_of(people)
        assert focused_row() == "clerk, J. Patel, Clerk", "the row stays on the person"
        assert signin.sign_in(desk, "clerk", "three quiet words").roles == {Role.CLERK}
        signin.act_as(desk, "admin")


def test_whoever_was_just_let_in_is_the_current_row(qtbot: QtBot, desk: Desk) -> None:
    with settings(qtbot, desk) as page:
        panel(page, "people")
        alt(KEY.Key_A)
        write("nkaur")
        tab_to("First password")
        write("three quiet words")
        tab_to("Clerk")
        press(KEY.Key_Space)
        alt(KEY.Key_L)
        assert focused_row() == "nkaur, nkaur, Clerk"


def test_nobody_raises_their_own_role_in_the_window(qtbot: QtBot, desk: Desk) -> None:
    with settings(qtbot, desk) as page:
        people = panel(page, "people")
        press(KEY.Key_Home)
        press(KEY.Key_Return)
        assert "This is you" in words_of(people)
        shown = [box for box in people.findChildren(QAbstractButton) if box.isVisible()]
        assert {box.text() for box in shown} == {"&Back to the list"}
        press(KEY.Key_Escape)
        assert focused().accessibleName() == "People and roles"


def test_h11_a_text_is_entered_by_one_and_approved_by_another(qtbot: QtBot, desk: Desk) -> None:
    with settings(qtbot, desk, SECOND_ADMIN) as page:
        texts = panel(page, "texts")
        assert focused().accessibleName() == "Language"
        write("Pol")
        press(KEY.Key_Tab)
        write("We")
        press(KEY.Key_Tab)
        write("Pytamy wszystkich o to samo.")
        press(KEY.Key_Tab)
        write("Ewa Nowak")
        press(KEY.Key_Tab)
        write("1/3/26")
        alt(KEY.Key_E)
        assert [field.problem() for field in texts.fields.values()] == [""] * 5
        assert "once another administrator has approved it" in words_of(texts)
        approve = next(b for b in texts.findChildren(QAbstractButton) if "Approve" in b.text())
        assert not approve.isVisible(), "nobody approves their own"
    signin.act_as(desk, "clerk")
    assert language_texts.approved_texts(desk) == {}
    with settings(qtbot, desk) as page:
        texts = panel(page, "texts")
        alt(KEY.Key_A)
        assert "Pytamy" in texts.check.facts.text()
        alt(KEY.Key_L)
    signin.act_as(desk, "clerk")
    assert set(language_texts.approved_texts(desk)) == {"pl"}
    with settings(qtbot, desk) as page:
        panel(page, "texts")
        alt(KEY.Key_W)
    signin.act_as(desk, "clerk")
    assert language_texts.approved_texts(desk) == {}


def test_first_run_a_share_is_tried_step_by_step(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    there = tmp_path / "share"
    there.mkdir()
    with settings(qtbot, desk) as page:
        share = panel(page, "share")
        alt(KEY.Key_T)
        assert "Name the share first" in words_of(share)
        share.fields["share"].input.setText(str(tmp_path / "gone"))
        alt(KEY.Key_T)
        assert "The share’s folder is not there. Connect the network drive" in words_of(share)
        share.fields["share"].input.setText(str(there))
        QApplication.processEvents()
        (test,) = share.findChildren(ShareTest)
        assert not test.words.isVisible(), "what came of another share is said no more"
        alt(KEY.Key_T)
        assert "The share works" in words_of(share)
        assert list(there.iterdir()) == []
        share.take_focus()
        press(KEY.Key_Return)
        assert desk.trust.share == str(there)


@pytest.mark.slow
def test_ux_5_a_share_that_hangs_is_left_by_cancel_and_never_holds_the_window(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    answers = Event()
    faults: list[BaseException] = []
    lane = Lane("share", faults.append)
    lane.run(lambda: answers.wait(60))  # what hangs on the share: every later step waits for it
    with settings(qtbot, desk, share=lane) as page:
        share = panel(page, "share")
        assert isinstance(share, SharePanel)
        share.fields["share"].input.setText(str(tmp_path))
        alt(KEY.Key_T)
        waiting = share.test.waiting
        assert waiting.isVisible()
        assert waiting.words.text() == "Writing a small file"
        assert not waiting.cancel.isVisible(), "Cancel comes where it takes long"
        write("still typing", on=share.fields["share"].input)
        qtbot.waitUntil(waiting.cancel.isVisible, timeout=10_000)
        alt(KEY.Key_C)
        assert not waiting.isVisible()
        assert "You did not wait" in words_of(share)
        assert share.fields["share"].input.text().endswith("still typing")
        answers.set()
        lane.close()
        QApplication.processEvents()
        assert "You did not wait" in words_of(share), "what the share says later is for nobody"
    assert faults == []


def test_ux_7_4_a_page_that_is_read_by_scrolling_shows_that_it_has_the_focus(
    qtbot: QtBot, desk: Desk
) -> None:
    with settings(qtbot, desk) as page:
        terms = panel(page, "terms")
        shell = page.window()
        assert isinstance(shell, Shell)
        assert focused() is terms.sheet
        assert shell.ring.field() is terms.sheet
        assert shell.ring.isVisible()
        corner = terms.sheet.mapTo(shell, QPoint(0, 0))
        assert shell.ring.geometry() == QRect(corner, terms.sheet.size())
        focus, seen = theme.current().colour("focus"), shell.grab().toImage()
        assert seen.pixelColor(corner.x() + 1, corner.y() + terms.sheet.height() // 2) == focus


def test_terms_and_parts_are_read_by_keys(qtbot: QtBot, desk: Desk) -> None:
    with settings(qtbot, desk) as page:
        terms = panel(page, "terms")
        assert focused().accessibleName() == "Terms in force"
        shown = words_of(terms)
        for line in ("£5,000.00", "30 days", "First reminder", "6 years where not", "finance.toml"):
            assert line in shown
        about = panel(page, "about")
        shown = words_of(about)
        assert "H11: Language or capacity" in shown
        assert "0.1.0" in shown
        tab_to("Parts and licences")
        press(KEY.Key_Down)
        tab_to("Show the sources of")
        press(KEY.Key_Down)
        assert focused().accessibleName() == "Show the sources of"
    with settings(qtbot, desk, "clerk") as page:
        shown = words_of(panel(page, "about"))
        assert "Tariff" not in shown, "a clerk is told of no price list (hazard H1)"
