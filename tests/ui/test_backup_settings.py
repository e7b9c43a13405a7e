"""Settings, Backup, by keys: a folder, one now, a test of it, the page for IT, and the status."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.errors import Known
from app.core.trust import Mode
from app.services import backing_up
from app.services.desk import Desk
from app.store.backup_folder import backups_in
from app.store.key_file import Protection
from tests.desks import QUICK, make_desk
from tests.services.work import later
from tests.ui.hands import press, write
from tests.ui.held_lane import HeldLane
from tests.ui.test_settings import KEY, panel, settings, tab_to, words_of
from ui.models.backup import BackupModel
from ui.shell import Shell
from ui.views.settings import SettingsPage
from ui.views.settings_backup import BackupPanel
from ui.work import Inline


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    protection = Protection(passphrase="four quiet words here", cost=QUICK)
    made = make_desk(tmp_path, user="admin", mode=Mode.LIVE, protection=protection)
    yield made
    made.db.close()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    made = tmp_path / "backups"
    made.mkdir()
    return made


def opened(page: SettingsPage) -> BackupPanel:
    found = panel(page, "backup")
    assert isinstance(found, BackupPanel)
    return found


def made_in(desk: Desk, place: Path) -> int:
    return len(
        backups_in(place, str(desk.db.scalar("SELECT value FROM meta WHERE key='store_id'")))
    )


def test_security_10_an_administrator_sets_a_folder_and_the_first_backup_is_made(
    qtbot: QtBot, desk: Desk, place: Path
) -> None:
    with settings(qtbot, desk) as page:
        backup = opened(page)
        assert "None yet" in words_of(backup)
        write(str(place), on=backup.folder.input)
        press(KEY.Key_Return)
        assert "Kept. Backups go there." in words_of(backup)
        assert made_in(desk, place) == 1  # it was due
        later(desk, 5)
        tab_to("Back up now")
        press(KEY.Key_Space)
        assert "Backed up and read back" in words_of(backup)
        assert made_in(desk, place) == 2
        assert "9 March 2026, 09:05, less than an hour ago" in words_of(backup)
        tab_to("Test the newest")
        press(KEY.Key_Space)
        assert "opens, and holds what it says" in words_of(backup)


def test_security_10_a_folder_that_is_gone_is_told_and_tried_again(
    qtbot: QtBot, desk: Desk, place: Path
) -> None:
    with settings(qtbot, desk) as page:
        backup = opened(page)
        write(str(place), on=backup.folder.input)
        press(KEY.Key_Return)
        away = place.with_name("unplugged")
        place.rename(away)
        later(desk, 61)
        tab_to("Back up now")
        press(KEY.Key_Space)
        assert "Connect its disk" in words_of(backup)
        away.rename(place)
        later(desk, 1)
        backup._model.look()
        assert made_in(desk, place) == 2
        assert "Connect its disk" not in backing_up.state(desk).problem
        backup.take_focus()
        write(str(place / "missing"), on=backup.folder.input)
        press(KEY.Key_Return)
        assert "Make it first" in backup.folder.problem()


def test_security_10_a_late_backup_stands_in_the_status_and_leads_there(
    qtbot: QtBot, desk: Desk
) -> None:
    later(desk, 30 * 60)
    with settings(qtbot, desk) as page:
        shell = page.window()
        assert isinstance(shell, Shell)
        assert shell.status.backup.isVisible()
        assert shell.status.backup.accessibleName() == "No backup yet"
        shell.status.backup.setFocus(Qt.FocusReason.TabFocusReason)
        press(KEY.Key_Space)
        assert isinstance(page.stack.currentWidget(), BackupPanel)
    with settings(qtbot, desk, "clerk") as page:
        shell = page.window()
        assert isinstance(shell, Shell)
        shell.status.backup.click()
        assert "Tell your administrator" in shell.notice.words.text()


def test_security_10_the_page_for_it_opens_and_esc_leaves_it(qtbot: QtBot, desk: Desk) -> None:
    with settings(qtbot, desk) as page:
        backup = opened(page)
        tab_to("See the page")
        press(KEY.Key_Space)
        assert backup.pages.currentWidget() is backup.page
        press(KEY.Key_Escape)
        assert backup.pages.currentWidget() is backup.own_page


def test_security_10_cancel_keeps_nothing_and_work_goes_on_meanwhile(
    desk: Desk, place: Path
) -> None:
    backing_up.set_folder(desk, str(place))
    copies, said = HeldLane(), list[tuple[bool, str]]()
    model = BackupModel(desk, Inline(), copies)
    model.ended.connect(lambda well, words: said.append((well, words)))
    model.start()
    model.start()  # a second press while one is made does nothing
    assert copies.waiting == 1
    backing_up.note_failed(desk, Known("disk_full", "Full."))  # the desk writes meanwhile
    model.cancel()
    copies.let_go()
    assert said == [(False, "Stopped. Nothing of it was kept; the last good backup stays.")]
    assert list(place.iterdir()) == []
    model.start()
    copies.let_go()
    assert said[-1][0]
    assert made_in(desk, place) == 1
