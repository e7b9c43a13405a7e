"""Envelopes go on being sent while the desk is locked, and from the sign-in page after a start."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from app.core.errors import Known, NotAllowed
from app.core.ports import stamp
from app.library.site import write_trust
from app.machine import FixedClock, SystemClock
from app.services import away, dispatching, meeting, own_signin, signin
from app.services.desk import Desk
from app.spool.roster import Duty
from app.spool.travel_names import own_prefix
from app.store import contact, key_store, registrations, sealed_files
from app.store.folder import protection_of
from app.store.key_file import Protection
from tests.desks import PASSWORD, QUICK, add_visitor, make_desk, register_visitor
from tests.desks import sign_in as seat
from tests.services.sealed import MadeUpTrust, machine, made_up_trust
from tests.services.work import days_later
from tests.ui.hands import press
from tests.ui.held_lane import HeldLane
from tests.ui.test_window import WAIT, sign_in, start
from ui.main import Window
from ui.models.meeting import Meeting
from ui.models.sending_on import SendingOn
from ui.work import Inline

pytestmark = pytest.mark.ui

__all__ = ["start"]  # a fixture


@pytest.fixture
def trust(tmp_path: Path) -> MadeUpTrust:
    return made_up_trust(tmp_path)


@pytest.fixture
def clerk(trust: MadeUpTrust) -> Iterator[Desk]:
    desk = machine(trust, "D01", Duty.DESK)
    desk.trust = replace(desk.trust, share=str(trust.folder / "share"))
    yield desk
    desk.db.close()


@pytest.fixture
def officer(trust: MadeUpTrust) -> Iterator[Desk]:
    desk = machine(trust, "D02", Duty.OFFICER, user="officer")
    yield desk
    desk.db.close()


def on_the_share(trust: MadeUpTrust, desk: Desk) -> int:
    return len(trust.share.list(own_prefix("R1H", desk.device)))


def send_on(desk: Desk) -> None:
    """Once, as the sign-in page does."""
    parent = QObject()
    sending = SendingOn(desk, Inline(), Inline(), parent)
    sending.begin()
    sending.leave()


def case_under_other_bytes(trust: MadeUpTrust, clerk: Desk) -> str:
    """A case whose envelope waits, while the share has other bytes under its name."""
    meeting.meet(clerk, trust.share)
    case = register_visitor(clerk, add_visitor(clerk))
    dispatching.seal_waiting(clerk)
    (sequence,) = dispatching.unsent(clerk)
    waiting = dispatching.to_send(clerk, sequence)
    assert waiting is not None
    (trust.folder / "share" / waiting.name).write_bytes(b"")
    return case


def has_come_to(officer: Desk, trust: MadeUpTrust, case: str) -> bool:
    """Whether it waits in the queue of an officer who exchanges now."""
    meeting.meet(officer, trust.share)
    return registrations.get(officer.db, case).review == "waiting"


def test_h9_what_was_finished_is_sent_while_nobody_is_signed_in(
    qtbot: QtBot, trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    meeting.meet(clerk, trust.share)
    case = register_visitor(clerk, add_visitor(clerk))
    before = on_the_share(trust, clerk)
    signin.sign_out(clerk)
    for act in (dispatching.seal_waiting, dispatching.unsent):
        with pytest.raises(NotAllowed, match="Sign in first"):
            act(clerk)
    parent = QObject()
    sending = SendingOn(clerk, Inline(), Inline(), parent)
    sending.begin()
    assert on_the_share(trust, clerk) == before + 1
    assert clerk.user is None
    sending.begin()
    assert on_the_share(trust, clerk) == before + 1
    sending.leave()
    assert has_come_to(officer, trust, case)
    seat(clerk, "clerk")
    assert dispatching.unsent(clerk) == ()


def test_ux_5_sending_from_the_sign_in_page_is_an_answer_of_the_share(
    qtbot: QtBot, trust: MadeUpTrust, clerk: Desk
) -> None:
    meeting.meet(clerk, trust.share)
    register_visitor(clerk, add_visitor(clerk))
    with clerk.db.atomic():
        contact.note_away(clerk.db, clerk.moment)
    counted_from = contact.time_away(clerk.db, clerk.moment)[0]
    assert isinstance(clerk.clock, FixedClock)
    clerk.clock.set(clerk.clock.now() + timedelta(hours=2))
    signin.sign_out(clerk)
    send_on(clerk)
    assert contact.last_contact(clerk.db) == stamp(clerk.clock.now())
    assert contact.away_since(clerk.db) == ""
    # Who is off the list was not read: a lost laptop is away all the same.
    assert contact.time_away(clerk.db, clerk.moment)[0] == counted_from


def test_h10_other_bytes_under_an_envelopes_name_stop_nothing_at_the_sign_in_page(
    qtbot: QtBot, trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    case = case_under_other_bytes(trust, clerk)
    signin.sign_out(clerk)
    send_on(clerk)
    assert has_come_to(officer, trust, case)
    seat(clerk, "clerk")
    assert dispatching.unsent(clerk) == ()


def test_h10_other_bytes_under_an_envelopes_name_stop_no_exchange_in_the_window(
    qtbot: QtBot, trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    case = case_under_other_bytes(trust, clerk)
    parent = QObject()
    exchange = Meeting(clerk, Inline(), Inline(), parent)
    failed: list[Known] = []
    exchange.failed.connect(failed.append)
    exchange.start()
    assert failed == []
    assert dispatching.unsent(clerk) == ()
    assert has_come_to(officer, trust, case)


def test_h10_a_share_that_is_away_while_the_desk_is_locked_is_tried_again_later(
    qtbot: QtBot, trust: MadeUpTrust, clerk: Desk
) -> None:
    meeting.meet(clerk, trust.share)
    register_visitor(clerk, add_visitor(clerk))
    signin.sign_out(clerk)
    share, away = trust.folder / "share", trust.folder / "away"
    share.rename(away)
    parent = QObject()
    sending = SendingOn(clerk, Inline(), Inline(), parent)
    sending.begin()
    assert clerk.share_standing.failing_since is not None
    away.rename(share)
    before = on_the_share(trust, clerk)
    sending.begin()  # not yet: it is tried again ever less often
    assert on_the_share(trust, clerk) == before
    clerk.share_standing = clerk.share_standing.worked()
    sending.begin()
    assert on_the_share(trust, clerk) == before + 1
    sending.leave()


def test_h10_a_machine_with_no_share_in_its_settings_sends_nothing_on(
    qtbot: QtBot, trust: MadeUpTrust, officer: Desk
) -> None:
    meeting.meet(officer, trust.share)
    register_visitor(officer, add_visitor(officer))
    before = on_the_share(trust, officer)
    signin.sign_out(officer)
    parent = QObject()
    sending = SendingOn(officer, Inline(), Inline(), parent)
    sending.begin()
    assert on_the_share(trust, officer) == before
    sending.leave()


def test_h9_what_is_on_its_way_while_somebody_signs_in_is_sent_and_there_once(
    qtbot: QtBot, trust: MadeUpTrust, clerk: Desk
) -> None:
    """Or another desk was opened: to note it then would be to write in a store that is closed."""
    meeting.meet(clerk, trust.share)
    register_visitor(clerk, add_visitor(clerk))
    before = on_the_share(trust, clerk)
    signin.sign_out(clerk)
    records, share, parent = HeldLane(holds=False), HeldLane(), QObject()
    sending = SendingOn(clerk, records, share, parent)
    sending.begin()
    sending.leave()
    asked = records.asked
    share.let_go()
    assert (on_the_share(trust, clerk), records.asked) == (before + 1, asked)
    seat(clerk, "clerk")
    meeting.meet(clerk, trust.share)
    assert on_the_share(trust, clerk) == before + 1
    assert dispatching.unsent(clerk) == ()


def test_h9_the_window_sends_on_at_the_sign_in_page_and_while_it_is_locked(
    qtbot: QtBot, trust: MadeUpTrust, clerk: Desk, start: Callable[..., Window]
) -> None:
    meeting.meet(clerk, trust.share)
    register_visitor(clerk, add_visitor(clerk))
    before, folder = on_the_share(trust, clerk), clerk.db.path.parent
    write_trust(folder, clerk.trust, clerk.place)
    clerk.db.close()
    window = start(folder)
    qtbot.waitUntil(lambda: on_the_share(trust, clerk) == before + 1, timeout=WAIT)
    assert window.shell.page() == "sign_in"
    sign_in(qtbot, window, "clerk", PASSWORD)
    qtbot.waitUntil(lambda: window.office is not None, timeout=WAIT)
    assert window._sending_on is None
    press(Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: window.shell.page() == "sign_in", timeout=WAIT)
    qtbot.waitUntil(lambda: window._sending_on is not None, timeout=WAIT)


@pytest.fixture
def laptop(trust: MadeUpTrust, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A ward's, with a key to lock away and a machine's key store in memory."""
    keys: dict[str, bytes] = {}
    monkeypatch.setattr(key_store, "remember", lambda name, key: keys.update({name: key}) or True)
    monkeypatch.setattr(key_store, "recall", keys.get)
    monkeypatch.setattr(key_store, "forget", lambda name: keys.pop(name, None))
    desk = make_desk(
        trust.folder / "D05",
        protection=Protection(
            passphrase="four quiet words here",
            recovery_key="ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345-6789",
            key_store=True,
            cost=QUICK,
        ),
    )
    trust.let_in(desk, Duty.WARD)
    desk.trust = replace(desk.trust, share=str(trust.folder / "share"))
    yield desk
    desk.db.close()


def opened_by(folder: Path) -> list[str]:
    return sorted(one["by"] for one in protection_of(folder).body["wrapped"])


def test_security_5_a_laptop_standing_at_the_sign_in_page_locks_there_after_seven_days(
    qtbot: QtBot, trust: MadeUpTrust, laptop: Desk, officer: Desk
) -> None:
    meeting.meet(laptop, trust.share)
    case = register_visitor(laptop, add_visitor(laptop, family_name="Quartzberry"))
    signin.sign_out(laptop)
    share, gone = trust.folder / "share", trust.folder / "gone"
    share.rename(gone)
    folder, parent, told = laptop.db.path.parent, QObject(), list[Known]()
    sending = SendingOn(laptop, Inline(), Inline(), parent)
    sending.shut.connect(told.append)
    sending.begin()
    days_later(laptop, 6)
    sending.begin()
    assert told == []
    assert opened_by(folder) == ["passphrase", "recovery"]
    days_later(laptop, 1)
    sending.begin()  # nobody touched it
    assert [one.code for one in told] == ["locked_away"]
    for words in ("connect it", "recovery key"):
        assert words in told[0].message
    assert opened_by(folder) == ["recovery"]
    files = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    assert not any(b"Quartzberry" in file for file in files)
    with pytest.raises(Known, match="connect it"):
        own_signin.let_in(laptop, "clerk", PASSWORD)
    gone.rename(share)
    assert away.send_sealed(folder, trust.share) == len(sealed_files.names(folder)) > 0
    assert has_come_to(officer, trust, case)


def test_security_5_the_window_says_so_and_sends_what_is_sealed_once_the_share_is_back(
    qtbot: QtBot, trust: MadeUpTrust, laptop: Desk, start: Callable[..., Window]
) -> None:
    meeting.meet(laptop, trust.share)
    register_visitor(laptop, add_visitor(laptop))
    folder, share, gone = laptop.db.path.parent, trust.folder / "share", trust.folder / "gone"
    now = SystemClock().now()
    with laptop.db.atomic():
        contact.count_from(laptop.db, stamp(now - timedelta(days=6)))
    write_trust(folder, laptop.trust, laptop.place)
    laptop.db.close()
    share.rename(gone)
    window = start(folder)
    qtbot.waitUntil(lambda: window._sending_on is not None, timeout=WAIT)
    window.opening.desk().clock = FixedClock(now + timedelta(days=2))
    window._begin_sending_on()  # minutes later, the laptop where it stood
    qtbot.waitUntil(lambda: "connect it" in window.shell.notice.words.text(), timeout=WAIT)
    assert window._sending_on is None
    assert window.shell.page() == "sign_in"
    qtbot.waitUntil(window.opening._again.isActive, timeout=WAIT)
    sign_in(qtbot, window, "clerk", PASSWORD)
    qtbot.wait(200)
    assert window.office is None
    gone.rename(share)
    before = on_the_share(trust, laptop)
    window.opening._again.timeout.emit()
    qtbot.waitUntil(lambda: on_the_share(trust, laptop) > before, timeout=WAIT)
    qtbot.waitUntil(lambda: "on the share now" in window.shell.notice.words.text(), timeout=WAIT)
