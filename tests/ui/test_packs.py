"""The charging rules page by keyboard, and the strip that tells everybody of an expired pack."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.access.roles import Role
from app.core.unbroken import aloud
from app.machine import FixedClock
from app.services import packs, signin
from app.services.desk import Desk
from tests.desks import make_desk
from tests.packs import PackKey, edited_pack, trust_signer
from tests.services.work import SECOND_ADMIN
from tests.ui.hands import focused, press, write
from ui.office import Office
from ui.shell import Shell
from ui.views.packs import PacksPage
from ui.views.settings import SettingsPage
from ui.widgets.button import Button
from ui.work import Inline

pytestmark = pytest.mark.ui

KEY = PackKey()
NEW = edited_pack("2026.3", review_by=date(2026, 3, 31))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path)
    yield made
    made.db.close()


@contextmanager
def window(qtbot: QtBot, desk: Desk, name: str) -> Iterator[Shell]:
    """Somebody sits down; they leave at the end."""
    user = signin.act_as(desk, name)
    shell = Shell()
    qtbot.addWidget(shell)
    shell.show()
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    office = Office(desk, user, shell, records=Inline(), share=Inline())
    if Role.ADMIN in user.roles:
        shell.show_page("settings")
        settings = shell.findChild(SettingsPage)
        assert settings is not None
        settings.open_section("rules")
    QApplication.processEvents()
    yield shell
    office.leave()


def page(shell: Shell) -> PacksPage:
    settings = shell.findChild(SettingsPage)
    assert settings is not None
    shown = settings.section("rules")
    assert isinstance(shown, PacksPage)
    return shown


def words(shell: Shell) -> str:
    return "\n".join(label.text() for label in page(shell).findChildren(QLabel))


def install(path: Path) -> None:
    """By keys alone: the focus is in the field when the page opens."""
    assert focused().accessibleName() == "Pack file"
    write(str(path))
    press(Qt.Key.Key_Return)
    QApplication.processEvents()


def test_an_administrator_installs_a_pack_by_keyboard(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    trust_signer(desk, KEY)
    file = tmp_path / "new.recoup-pack"
    file.write_bytes(KEY.signed(NEW))
    with window(qtbot, desk, "admin") as shell:
        assert "They came with the program." in words(shell)
        install(file)
        assert page(shell).in_use.accessibleName() == "In use: 2026.3"
        assert page(shell).said.text() == "2026.3 is installed and in use from now on."
        assert "2026.3, 09-Mar-2026 to 31-Mar-2026, signed by Law team, in use" in words(shell)
        assert "rules are not fully confirmed" in words(shell)
    assert desk.law.pack.rules_version == "2026.3"


def test_a_pack_that_is_refused_says_why_beside_the_field(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "new.recoup-pack"
    file.write_bytes(KEY.signed(NEW))
    with window(qtbot, desk, "admin") as shell:
        install(file)
        assert "a key that nobody here knows" in page(shell).file.problem()
        assert focused().accessibleName() == "Pack file"
        page(shell).file.input.clear()
        press(Qt.Key.Key_Return)
        assert page(shell).file.problem() == "Name the file of the pack."
        install(tmp_path / "none")
        assert "There is no file" in page(shell).file.problem()
        page(shell).file.input.clear()
        install(tmp_path)
        assert page(shell).file.problem() == f"{tmp_path} is a folder. Name the file in it."
        file.write_bytes(b"{}")
        page(shell).file.input.clear()
        install(file)
        assert "not a whole rule pack" in page(shell).file.problem()
    assert desk.pack is desk.packs.built_in()


def test_another_administrator_confirms_a_signer_by_keyboard(qtbot: QtBot, desk: Desk) -> None:
    trust_signer(desk, PackKey(), "Somebody before")
    signin.act_as(desk, "admin")
    packs.propose_signer(desk, "Law team", KEY.public)
    with window(qtbot, desk, "admin") as shell:
        assert "Confirm Law team" not in [b.text() for b in shell.findChildren(Button)]
        assert "Proposed by A. Admin" in words(shell)
    with window(qtbot, desk, SECOND_ADMIN) as shell:
        assert "Compare these letters" in words(shell)
        for _ in range(3):
            press(Qt.Key.Key_Tab)
        assert focused().accessibleName() == "Confirm Law team"
        press(Qt.Key.Key_Space)
        QApplication.processEvents()
        assert "Law team is trusted now" in page(shell).said.text()
        assert focused() is page(shell).file.input, "its button is gone, so the focus goes on"
    signin.act_as(desk, "admin")
    assert {one.state for one in packs.packs(desk).signers} == {"trusted"}


def test_h9_everybody_sees_that_the_rules_have_expired(qtbot: QtBot, desk: Desk) -> None:
    trust_signer(desk, KEY)
    signin.act_as(desk, "admin")
    packs.install(desk, KEY.signed(NEW))
    with window(qtbot, desk, "clerk") as shell:
        assert not shell.rules.isVisible()
    assert isinstance(desk.clock, FixedClock)
    desk.clock.set(datetime.fromisoformat("2026-04-01T09:00:00+00:00"))
    for name in ("clerk", "officer", "clinician", "finance", "auditor", "admin"):
        with window(qtbot, desk, name) as shell:
            assert shell.rules.isVisible(), name
            assert "read again by 31-Mar-2026" in shell.rules.words.text()
            assert shell.rules.accessibleName() == aloud(shell.rules.words.text())
            assert "charg" not in shell.rules.words.text()
        assert not shell.rules.isVisible()
    with window(qtbot, desk, "admin") as shell:
        assert "They were to be read again by 31-Mar-2026" in words(shell)


def test_a_new_pack_takes_the_strip_away(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    trust_signer(desk, KEY)
    signin.act_as(desk, "admin")
    packs.install(desk, KEY.signed(NEW))
    assert isinstance(desk.clock, FixedClock)
    desk.clock.set(datetime.fromisoformat("2026-04-01T09:00:00+00:00"))
    file = tmp_path / "new.recoup-pack"
    file.write_bytes(KEY.signed(edited_pack("2026.4", used_from=date(2026, 4, 1))))
    with window(qtbot, desk, "admin") as shell:
        install(file)
        assert not shell.rules.isVisible()
