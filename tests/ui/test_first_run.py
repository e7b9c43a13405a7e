"""The first start: a desk for real patients set up step by step, and made-up ones to practise."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app import setting_up
from app.core.errors import BadInput
from app.core.trust import Mode
from app.machine import SystemClock
from app.opening import open_desk
from app.services import signin
from tests.cupboard import empty_cupboard, key_store
from tests.ui.first_run_window import PEOPLE, FirstRunWindow
from ui.models.first_run import Step
from ui.views.first_run_steps import KeyForm, ShareForm

PASSPHRASE = "four very quiet words"


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[FirstRunWindow]:
    one = FirstRunWindow(tmp_path)
    one.show()
    yield one
    one.close()


def to_the_key(room: FirstRunWindow) -> None:
    room.choose_live()
    room.fill(trust_name="Northmoor General", provider_code="R1H", desk="Desk 3", device="D07")
    room.go_on()


def to_the_people(room: FirstRunWindow) -> None:
    to_the_key(room)
    room.fill(passphrase=PASSPHRASE, passphrase_again=PASSPHRASE)
    form = room.view.forms[Step.KEY]
    assert isinstance(form, KeyForm)
    form.key_store.setChecked(False)
    room.go_on()
    room.type_the_key_back()
    room.go_on()


def test_nothing_is_chosen_for_whoever_sets_up(room: FirstRunWindow) -> None:
    room.go_on()
    assert room.model.step is Step.START
    assert room.view.summary.isVisible()


def test_nothing_is_made_before_everything_is_known(room: FirstRunWindow) -> None:
    to_the_people(room)
    assert room.model.step is Step.PEOPLE
    assert not (room.folder / "desk").exists()


def test_a_desk_is_made_with_two_administrators_a_passphrase_and_a_recovery_key(
    room: FirstRunWindow,
) -> None:
    to_the_people(room)
    key = room.model.new.recovery_key
    room.fill(**PEOPLE)
    room.go_on()
    assert room.model.step is Step.SHARE
    room.fill(share=str(room.folder / "share"))
    room.try_share()
    room.go_on()
    room.go_on()
    room.go_on()
    assert len(room.ready) == 1
    room.opening.close()
    for secret in (PASSPHRASE, key, key.lower().replace("-", " ")):
        desk = open_desk(room.folder / "desk", clock=SystemClock(), ask=partial(str, secret))
        assert desk.mode is Mode.LIVE
        assert desk.user is None
        assert desk.trust.share == str(room.folder / "share")
        assert [one.name for one in signin.people(desk)] == ["aadmin", "bsecond"]
        desk.db.close()


def test_a_share_on_a_server_is_taken_with_its_password_and_never_with_it_in_the_address(
    room: FirstRunWindow,
) -> None:
    to_the_people(room)
    room.fill(**PEOPLE)
    room.go_on()
    room.fill(share="smb://me:hunter2@files/finance")
    room.go_on()
    assert "Leave the password out" in room.view.form.fields["share"].problem()
    cupboard = empty_cupboard()
    with key_store(cupboard):
        room.fill(share="smb://me@files/finance", share_password="three quiet words more")
        room.go_on()
    assert room.model.step is Step.RULES
    assert [account for _, account in cupboard.kept] == ["share me@files:445"]
    share = room.view.forms[Step.SHARE]
    assert isinstance(share, ShareForm)
    assert share.where.typed_password() == "", "nothing of it stays behind the page"


def test_no_secret_is_left_in_the_model_once_the_desk_is_made(room: FirstRunWindow) -> None:
    to_the_people(room)
    room.fill(**PEOPLE)
    room.go_on()
    left = repr(room.model.new)
    assert PASSPHRASE not in left
    assert "three quiet words" not in left


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("trust_name", " ", "Enter the name of the trust."),
        ("provider_code", "R", "Enter the trust’s ODS code"),
        ("device", "D99", "D01"),
        ("logo_file", "/nowhere/logo.png", "cannot be read"),
    ],
)
def test_a_wrong_field_says_what_to_do_beside_it(
    room: FirstRunWindow, field: str, text: str, words: str
) -> None:
    room.choose_live()
    typed = {"trust_name": "Northmoor", "provider_code": "R1H", "desk": "1", "device": "D07"}
    room.fill(**(typed | {field: text}))
    room.go_on()
    assert room.model.step is Step.TRUST
    assert words in room.view.form.fields[field].problem()


def test_the_recovery_key_is_typed_back_before_anything_goes_on(room: FirstRunWindow) -> None:
    to_the_key(room)
    room.fill(passphrase=PASSPHRASE, passphrase_again=PASSPHRASE)
    room.go_on()
    assert room.model.step is Step.RECOVERY
    room.fill(recovery_again="AAAA")
    room.go_on()
    assert room.model.step is Step.RECOVERY
    assert "Print or save the sheet" in room.view.form.fields["recovery_again"].problem()


def test_two_passphrases_that_differ_are_told_and_kept_as_typed(room: FirstRunWindow) -> None:
    to_the_key(room)
    room.fill(passphrase=PASSPHRASE, passphrase_again="five very quiet words")
    room.go_on()
    assert room.model.step is Step.KEY
    assert room.view.form.fields["passphrase"].input.text() == PASSPHRASE


def test_back_keeps_what_was_typed(room: FirstRunWindow) -> None:
    to_the_key(room)
    room.view.back.click()
    assert room.view.form.fields["trust_name"].input.text() == "Northmoor General"


def test_a_pause_keeps_names_and_no_secret(room: FirstRunWindow) -> None:
    to_the_people(room)
    room.fill(**PEOPLE)
    stopped: list[bool] = []
    room.view.stop_wanted.connect(lambda: stopped.append(True))
    room.view.stop.click()
    assert stopped == [True]
    kept = room.model.draft_file.read_text("utf-8")
    assert "Northmoor General" in kept
    assert "bsecond" in kept
    for secret in (PASSPHRASE, "three quiet words", room.model.new.recovery_key):
        assert secret not in kept
    again = setting_up.read_draft(room.model.draft_file)
    assert again.trust_name == "Northmoor General"
    assert again.administrators[1].name == "bsecond"


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"trust_name": 1}', "\x00" * 100])
def test_a_spoilt_pause_begins_anew(tmp_path: Path, kept: str) -> None:
    path = tmp_path / "setup.json"
    path.write_text(kept, "utf-8")
    assert setting_up.read_draft(path) == setting_up.NewDesk()


def test_two_people_are_two_people(room: FirstRunWindow) -> None:
    to_the_people(room)
    room.fill(**(PEOPLE | {"name_2": "aadmin"}))
    room.go_on()
    assert room.model.step is Step.PEOPLE
    assert "Name two people" in room.view.form.fields["name_2"].problem()


@pytest.mark.parametrize("name", ["OneDrive - Trust", "Dropbox", "Google Drive"])
def test_a_folder_that_is_synced_elsewhere_is_not_taken(tmp_path: Path, name: str) -> None:
    place = setting_up.look_at(tmp_path / name / "recoup")
    assert "copied elsewhere" in place.problem


def test_a_folder_under_a_file_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert "Nothing can be written" in setting_up.look_at(tmp_path / "file" / "desk").problem


def test_weak_passwords_are_told_by_whose_they_are() -> None:
    first = setting_up.NewPerson(name="a", password="three quiet words", password_again="x")
    with pytest.raises(BadInput) as refused:
        setting_up.check_people(setting_up.NewDesk(administrators=(first, first)))
    assert refused.value.field == "password_again_1"
