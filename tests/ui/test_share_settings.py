"""Naming a share on a server: its password is asked, tried, kept, and gone from the screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.library.site import TRUST_FILE
from app.services.desk import Desk
from app.shares import PASSWORD as VARIABLE
from app.store import share_keys
from tests.cupboard import Cupboard, empty_cupboard, key_store
from tests.desks import make_desk
from tests.spool.samba import PASSWORD, SMBD, Samba
from tests.ui.hands import press, write
from tests.ui.test_settings import alt, panel, settings, words_of
from ui.views.settings_share import SharePanel

pytestmark = [
    pytest.mark.ui,
    pytest.mark.skipif(not Path(SMBD).exists(), reason="no Samba: apt-get install samba"),
]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path / "desk")
    yield made
    made.db.close()


@pytest.fixture
def samba(tmp_path: Path) -> Iterator[Samba]:
    with Samba(tmp_path / "samba") as started:
        yield started


@pytest.fixture
def cupboard(monkeypatch: pytest.MonkeyPatch) -> Iterator[Cupboard]:
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr(share_keys, "_until_the_end", {})
    empty = empty_cupboard()
    with key_store(empty):
        yield empty


def test_first_run_a_share_on_a_server_is_tried_and_its_password_kept_off_the_records(
    qtbot: QtBot, desk: Desk, samba: Samba, cupboard: Cupboard
) -> None:
    with settings(qtbot, desk) as page:
        share = panel(page, "share")
        assert isinstance(share, SharePanel)
        assert not share.where.password.isVisible()
        write(samba.address(), on=share.where.share.input)
        assert share.where.password.isVisible()
        alt(Qt.Key.Key_T)
        assert "wants a password" in words_of(share)
        write("wrong", on=share.where.password.input)
        alt(Qt.Key.Key_T)
        assert "did not take the name or the password" in words_of(share)
        share.where.forget_password()
        write(PASSWORD, on=share.where.password.input)
        alt(Qt.Key.Key_T)
        assert "The share works" in words_of(share)
        assert list(samba.folder.iterdir()) == []
        assert cupboard.kept == {}, "tried is not kept"
        share.take_focus()
        press(Qt.Key.Key_Return)
        assert "Kept. “Test the share” shows whether it works." in words_of(share)
        assert share.where.password.input.text() == ""
        assert len(cupboard.kept) == 1
        alt(Qt.Key.Key_T)
        assert "The share works" in words_of(share)
    assert desk.trust.share == samba.address()
    desk.shares(desk.trust.share).write_new("A.csv", b"1")
    assert (samba.folder / "A.csv").read_bytes() == b"1"
    folder = desk.db.path.parent
    assert samba.address() in (folder / TRUST_FILE).read_text()
    for path in folder.rglob("*"):
        assert not path.is_file() or PASSWORD.encode() not in path.read_bytes(), path.name
    lines = desk.db.rows("SELECT * FROM audit")
    assert any("share_tried" in str(line) for line in lines)
    assert not any(PASSWORD in str(line) for line in lines)


def test_where_there_is_no_key_store_it_is_said_that_the_password_will_be_asked_again(
    qtbot: QtBot, desk: Desk, samba: Samba, cupboard: Cupboard
) -> None:
    with key_store(None), settings(qtbot, desk) as page:
        share = panel(page, "share")
        assert isinstance(share, SharePanel)
        write(samba.address(), on=share.where.share.input)
        write(PASSWORD, on=share.where.password.input)
        share.take_focus()
        press(Qt.Key.Key_Return)
        assert "no key store" in words_of(share)
        assert desk.shares(desk.trust.share).list() == ()
    assert cupboard.kept == {}


def test_a_password_typed_into_the_address_is_refused_and_not_shown_again(
    qtbot: QtBot, desk: Desk
) -> None:
    with settings(qtbot, desk) as page:
        share = panel(page, "share")
        assert isinstance(share, SharePanel)
        write("smb://me:hunter2@files/finance", on=share.where.share.input)
        press(Qt.Key.Key_Return)
        told = [label.text() for label in share.findChildren(QLabel)]
        assert any("Leave the password out" in words for words in told)
        assert not any("hunter2" in words for words in told)
    assert desk.trust.share == ""
