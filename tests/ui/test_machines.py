"""Machines of the trust in the settings: asking, joining, letting in and taking off, by keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.services import admitting, enrolling, own_standing
from app.services.admitting import Office
from app.services.desk import Desk
from app.spool.keys import spoken
from app.spool.roster import Duty
from app.store import trust_keys
from tests.desks import QUICK, make_desk
from tests.services.sealed import AT, PASSPHRASE, MadeUpTrust, made_up_trust
from tests.ui.test_settings import alt, panel, settings, words_of
from ui.models.machines import Device
from ui.views.settings import SettingsPage
from ui.views.settings_machines import MachinesPanel

pytestmark = pytest.mark.ui

KEY = Qt.Key


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path / "desk", user="admin")
    yield made
    made.db.close()


@pytest.fixture
def trust(tmp_path: Path, desk: Desk) -> MadeUpTrust:
    """A trust whose key file lies beside, and whose share the desk uses."""
    found = made_up_trust(tmp_path / "trust")
    (tmp_path / "trust.keys").write_bytes(_key_file(found))
    found.publish()
    desk.trust = replace(desk.trust, share=str(found.folder / "share"))
    return found


def _key_file(trust: MadeUpTrust) -> bytes:
    return trust_keys.sealed(
        "R1H",
        (trust.keys.sign, *trust.keys.opening),
        root=trust.keys.root.public.verify,
        passphrase=PASSPHRASE,
        recovery_key=None,
        cost=QUICK,
    )


def machines(page: SettingsPage) -> MachinesPanel:
    found = panel(page, "machines")
    assert isinstance(found, MachinesPanel)
    return found


def fill(shown: MachinesPanel, **texts: object) -> None:
    """Write into the fields by their names."""
    for name, text in texts.items():
        field = shown.fields[name].input
        assert isinstance(field, QLineEdit)
        field.setText(str(text))


def another(folder: Path, device: str) -> bytes:
    """The request of another machine."""
    made = make_desk(folder / device, device=device, user="admin")
    try:
        return enrolling.request(made, f"Ward laptop {device}")
    finally:
        made.db.close()


def test_a_machine_asks_and_is_let_in_and_says_how_it_stands(
    qtbot: QtBot, desk: Desk, trust: MadeUpTrust, tmp_path: Path
) -> None:
    with settings(qtbot, desk) as page:
        shown = machines(page)
        assert "Not asked yet: everything waits here" in words_of(shown)
        assert "believes no list yet" in words_of(shown)
        alt(KEY.Key_Q)
        assert shown.fields["request"].problem() == "Name the file."
        fill(shown, request=tmp_path / "d01.request")
        alt(KEY.Key_Q)
        request = (tmp_path / "d01.request").read_bytes()
        said = spoken(admitting.read_asked(request).keys.verify)
        assert f"Read this to the administrator: {said}" in words_of(shown)
        assert "Asked, not let in yet" in words_of(shown)
        alt(KEY.Key_Q)
        assert "already" in shown.fields["request"].problem(), "no file is replaced"
        office = Office(own=trust.keys, share=trust.share)
        granted = office.let_in(request, frozenset((Duty.DESK,)), AT)
        (tmp_path / "d01.grant").write_bytes(granted.file)
        fill(shown, grant=tmp_path / "d01.request")
        alt(KEY.Key_I)
        assert "no list of this trust" in words_of(shown)
        fill(shown, grant=tmp_path / "d01.grant")
        alt(KEY.Key_I)
        assert "This machine belongs to the trust now" in words_of(shown)
        assert "On the list since 09-Mar-2026" in words_of(shown)
        assert spoken(trust.keys.root.public.verify) in words_of(shown)
        assert own_standing.standing(desk).joined


def test_a_machine_that_has_joined_renews_its_keys(
    qtbot: QtBot, desk: Desk, trust: MadeUpTrust, tmp_path: Path
) -> None:
    trust.let_in(desk, Duty.DESK, name="Desk 3")
    before = own_standing.standing(desk).fingerprint
    with settings(qtbot, desk) as page:
        shown = machines(page)
        fill(shown, request=tmp_path / "again.request")
        alt(KEY.Key_Q)
        assert "the older ones still count" in words_of(shown)
        stands = own_standing.standing(desk)
        assert (stands.joined, stands.renewing) == (True, True)
        assert stands.fingerprint != before


def test_who_holds_the_key_file_lets_a_machine_in_after_comparing(
    qtbot: QtBot, desk: Desk, trust: MadeUpTrust, tmp_path: Path
) -> None:
    trust.let_in(desk, Duty.DESK, Duty.OFFICER, name="Desk 3")
    asked = another(tmp_path, "D02")
    (tmp_path / "d02.request").write_bytes(asked)
    with settings(qtbot, desk) as page:
        shown = machines(page)
        alt(KEY.Key_O)
        assert "Say what the machine is for." in shown.fields["duties"].problem()
        shown.holder.boxes[Duty.WARD].click()
        fill(
            shown,
            keys=tmp_path / "trust.keys",
            passphrase="not these words",
            asked=tmp_path / "d02.request",
            granted=tmp_path / "d02.grant",
        )
        alt(KEY.Key_O)
        said = spoken(admitting.read_asked(asked).keys.verify)
        assert said in words_of(shown.check)
        assert "Ward laptop D02 (D02)" in words_of(shown.check)
        alt(KEY.Key_L)
        assert "does not open this key file" in shown.fields["passphrase"].problem()
        assert shown.holder.passphrase.input.text() == "", "asked each time"
        fill(shown, passphrase=PASSPHRASE)
        alt(KEY.Key_O)
        alt(KEY.Key_L)
        assert "Ward laptop D02 is let in" in words_of(shown)
        assert not shown.said.visibleRegion().isEmpty(), "seen from the foot of the page too"
        assert PASSPHRASE not in words_of(shown)
        assert [one.code for one in listed(shown)] == ["D01", "D02"]
    newest = admitting.listed_on(trust.share)
    assert newest.at_work(Duty.WARD)[0].name == "Ward laptop D02"
    other = (tmp_path / "d02.grant").read_bytes()
    assert other == trust.share.read("RECOUP_R1H_ROSTER_000003.json")


def listed(shown: MachinesPanel) -> list[Device]:
    rows = [shown.machines.thing_at(row) for row in range(shown.machines.rowCount())]
    return [row for row in rows if isinstance(row, Device)]


def test_esc_grants_nothing_and_a_machine_is_taken_off_with_a_reason(
    qtbot: QtBot, desk: Desk, trust: MadeUpTrust, tmp_path: Path
) -> None:
    trust.let_in(desk, Duty.DESK, Duty.OFFICER, name="Desk 3")
    office = Office(own=trust.keys, share=trust.share)
    trust.roster = office.let_in(another(tmp_path, "D02"), frozenset((Duty.WARD,)), AT).file
    enrolling.hear(desk, trust.roster)
    with settings(qtbot, desk) as page:
        shown = machines(page)
        shown.table.go_to(1)
        fill(shown, keys=tmp_path / "trust.keys", passphrase=PASSPHRASE, because="left on a train")
        alt(KEY.Key_K)
        assert "Ward laptop D02 (D02)" in words_of(shown.check)
        page.on_key("Esc")
        assert shown.pages.currentWidget() is shown.own_page
        assert admitting.listed_on(trust.share).number == 3
        alt(KEY.Key_K)
        alt(KEY.Key_T)
        assert "D02 is off the list" in words_of(shown)
        assert [one.is_revoked for one in listed(shown)] == [False, True]
        shown.table.go_to(1)
        alt(KEY.Key_K)
        assert "Choose a machine that is on the list." in words_of(shown)
    gone = admitting.listed_on(trust.share).device("D02")
    assert gone is not None
    assert (gone.is_revoked, gone.revoked_because) == (True, "left on a train")


def test_without_a_share_no_list_is_changed(
    qtbot: QtBot, desk: Desk, trust: MadeUpTrust, tmp_path: Path
) -> None:
    trust.let_in(desk, Duty.DESK, name="Desk 3")
    desk.trust = replace(desk.trust, share="")
    with settings(qtbot, desk) as page:
        shown = machines(page)
        shown.table.go_to(0)
        fill(shown, keys=tmp_path / "trust.keys", passphrase=PASSPHRASE, because="lost")
        alt(KEY.Key_K)
        alt(KEY.Key_T)
        assert "Name the share first" in words_of(shown)
    assert admitting.listed_on(trust.share).number == 2
