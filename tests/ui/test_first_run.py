"""The first start: a desk for real patients set up step by step, and made-up ones to practise."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app import setting_up
from app.core.errors import BadInput
from app.core.trust import Mode
from app.machine import SystemClock
from app.opening import open_desk
from app.pricing.tariff import tariff_year_of
from app.services import admitting, meeting, own_standing, signin, trust_keys
from app.services.admitting import Office
from app.services.desk import Desk
from app.spool.keys import spoken
from app.spool.listing import publish
from app.spool.roster import Duty
from app.spool.share import FolderShare
from tests.cupboard import empty_cupboard, key_store
from tests.desks import QUICK
from tests.services.sealed import AT
from tests.ui.first_run_window import PEOPLE, FirstRunWindow
from ui import theme
from ui.models.first_run import Step
from ui.theme import Theme
from ui.views.first_run_join import JoinForm
from ui.views.first_run_steps import KeyForm, RecoveryForm, ShareForm

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
    room.press(Qt.Key.Key_Return)  # the summary leads to the choice
    room.choose_live()
    assert room.step() is Step.TRUST


def test_ux_7_5_large_text_in_the_smallest_window_cuts_nothing_of_the_set_up(
    room: FirstRunWindow,
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, Theme("light", 2.0, motion=False))
    room.shell.resize(1024, 640)
    room.choose_live()
    room.fill(trust_name="Northmoor General", provider_code="R1H", desk="Desk 3", device="X99")
    room.go_on()
    fields = room.view.form.fields
    said = fields["device"].problem()
    assert said == (
        "Enter the computer’s number, D01 to D80. No two computers of the trust have the same."
    )
    wide = [fields[name].width() for name in ("provider_code", "desk", "device")]
    assert max(wide) - min(wide) <= 1, "an error moves its own column alone"
    room.fill(device="D07")
    room.go_on()
    room.fill(passphrase=PASSPHRASE, passphrase_again=PASSPHRASE)
    room.go_on()
    form = room.view.forms[Step.RECOVERY]
    assert isinstance(form, RecoveryForm)
    for button in (form.out.print_button, form.out.save_button):
        assert button.width() >= button.sizeHint().width()
        right = button.mapTo(form, button.rect().bottomRight()).x()
        assert right <= form.width()
        assert button.visibleRegion().boundingRect().width() == button.width()
    theme.apply(app, Theme("light", 1.0, motion=False))


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
    room.leave_others_for_later()
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
    assert room.model.step is Step.JOIN
    assert [account for _, account in cupboard.kept] == ["share me@files:445"]
    share = room.view.forms[Step.SHARE]
    assert isinstance(share, ShareForm)
    assert share.where.typed_password() == "", "nothing of it stays behind the page"


@pytest.mark.parametrize(
    ("share", "said"),
    [
        ("not-there", "put its address right above, and test it again."),
        ("smb://me@files/finance", "Enter it above, and test it again."),
    ],
)
def test_a_share_that_fails_its_test_is_put_right_on_the_page_that_tests_it(
    room: FirstRunWindow, share: str, said: str
) -> None:
    """There are no settings yet to be sent to."""
    to_the_people(room)
    room.fill(**PEOPLE)
    room.go_on()
    room.fill(share=share if "//" in share else str(room.folder / share))
    with key_store(empty_cupboard()):
        room.try_share()
    form = room.view.forms[Step.SHARE]
    assert isinstance(form, ShareForm)
    assert form.test.words.text().endswith(said)
    assert "Settings" not in form.test.words.text()


def to_the_others(room: FirstRunWindow) -> None:
    to_the_people(room)
    room.fill(**PEOPLE)
    room.go_on()
    room.fill(share=str(room.folder / "share"))
    room.go_on()
    assert room.model.step is Step.JOIN


def finished(room: FirstRunWindow) -> Desk:
    """The desk once the set-up is over, with its administrator."""
    room.go_on()
    room.go_on()
    assert len(room.ready) == 1
    desk = room.ready[0]
    assert isinstance(desk, Desk)
    signin.act_as(desk, "aadmin")
    return desk


def test_nothing_is_chosen_of_other_machines_and_nothing_is_lost_by_leaving_it(
    room: FirstRunWindow,
) -> None:
    to_the_others(room)
    room.go_on()
    assert room.model.step is Step.JOIN
    assert room.view.summary.isVisible()
    room.leave_others_for_later()
    assert room.step() is Step.RULES
    assert room.view.go_on.hasFocus(), "a step to be read has nothing else for the keys"
    assert not own_standing.standing(finished(room)).asked


def test_the_step_on_prices_says_whether_this_year_has_any(room: FirstRunWindow) -> None:
    to_the_others(room)
    room.leave_others_for_later()
    assert room.step() is Step.RULES
    year = tariff_year_of(SystemClock().today())
    told = [one.text() for one in room.view.form.findChildren(QLabel)]
    said = told[told.index(f"Prices {year}") + 1]
    shipped = {one.tariff_year: one.edition for one in room.opening.desk().shipped.editions}
    assert year in shipped or said.startswith("None yet. Take them in under Settings")
    assert f"Prices {max(shipped)}" in told


def test_printing_the_recovery_key_is_a_button_that_says_so(room: FirstRunWindow) -> None:
    to_the_key(room)
    room.fill(passphrase=PASSPHRASE, passphrase_again=PASSPHRASE)
    room.go_on()
    form = room.view.forms[Step.RECOVERY]
    assert isinstance(form, RecoveryForm)
    assert (form.out.print_button.text(), form.out.save_button.text()) == ("Print", "Save a copy")


def test_the_first_machine_makes_the_trusts_keys_and_its_list_goes_to_the_share(
    room: FirstRunWindow,
) -> None:
    to_the_others(room)
    room.choose(0)
    words, keys = "five very quiet words", room.folder / "trust.keys"
    room.fill(trust_passphrase=words, trust_passphrase_again=words, trust_keys=str(keys))
    room.go_on()
    key = room.trust_key()
    room.fill(trust_recovery_again="AAAA")
    room.go_on()
    assert "Print or save the sheet" in room.view.form.fields["trust_recovery_again"].problem()
    assert room.model.step is Step.JOIN
    room.fill(trust_recovery_again=key[-4:])
    room.go_on()
    assert room.step() is Step.RULES
    assert room.trust_key() == "", "nothing of it stays"
    assert keys.stat().st_mode & 0o077 == 0
    for secret in (words, key):
        assert trust_keys.unlock(keys.read_bytes(), secret).trust == "R1H"
    desk = finished(room)
    stands = own_standing.standing(desk)
    assert (stands.joined, stands.duties) == (True, (Duty.DESK, Duty.OFFICER))
    assert not list((room.folder / "share").iterdir()), "nothing before somebody exchanges"
    share = FolderShare(room.folder / "share")
    meeting.meet(desk, share)
    assert admitting.listed_on(share).number == 2


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("trust_passphrase", "short", "at least 12 characters"),
        ("trust_passphrase_again", "something else", "The two passphrases differ"),
        ("trust_keys", "", "Name the file."),
        ("trust_keys", "share", "already"),
    ],
)
def test_what_keeps_the_trusts_keys_from_being_made_is_told_beside_its_field(
    room: FirstRunWindow, field: str, text: str, words: str
) -> None:
    to_the_others(room)
    room.choose(0)
    typed = {
        "trust_passphrase": "five very quiet words",
        "trust_passphrase_again": "five very quiet words",
        "trust_keys": str(room.folder / "trust.keys"),
    }
    if field == "trust_passphrase":
        typed["trust_passphrase_again"] = text
    room.fill(**(typed | {field: str(room.folder / text) if text == "share" else text}))
    room.go_on()
    assert words in room.view.form.fields[field].problem()
    assert room.view.go_on.isEnabled()
    assert not (room.folder / "trust.keys").exists()


def test_a_trust_that_has_a_list_on_the_share_is_not_founded_again(room: FirstRunWindow) -> None:
    to_the_others(room)
    made = admitting.found("R1H", passphrase=PASSPHRASE, recovery_key=PASSPHRASE, at=AT, cost=QUICK)
    publish(FolderShare(room.folder / "share"), made.edition.file)
    room.choose(0)
    words = "five very quiet words"
    room.fill(
        trust_passphrase=words,
        trust_passphrase_again=words,
        trust_keys=str(room.folder / "trust.keys"),
    )
    room.go_on()
    assert "has its list of machines already" in room.view.summary.accessibleName()
    assert not (room.folder / "trust.keys").exists()


def test_another_machine_saves_its_request_and_takes_the_grant(room: FirstRunWindow) -> None:
    to_the_others(room)
    room.choose(1)
    request, grant = room.folder / "d07.request", room.folder / "d07.grant"
    room.fill(request=str(request))
    form = room.view.forms[Step.JOIN]
    assert isinstance(form, JoinForm)
    form.join.save.click()
    made = admitting.found("R1H", passphrase=PASSPHRASE, recovery_key=PASSPHRASE, at=AT, cost=QUICK)
    asked = admitting.read_asked(request.read_bytes())
    assert asked.name == "Desk 3, D07"
    assert spoken(asked.keys.verify) in form.join.fingerprint.text()
    office = Office(own=trust_keys.unlock(made.keys, PASSPHRASE), kept=made.edition.file)
    grant.write_bytes(office.let_in(request.read_bytes(), frozenset((Duty.WARD,)), AT).file)
    room.fill(grant=str(room.folder / "nowhere"))
    room.go_on()
    assert "no file" in room.view.form.fields["grant"].problem()
    room.fill(grant=str(grant))
    room.go_on()
    assert room.model.step is Step.RULES
    assert own_standing.standing(finished(room)).duties == (Duty.WARD,)


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
