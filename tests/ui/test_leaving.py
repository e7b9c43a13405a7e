"""Whoever leaves the desk leaves nothing on its way to the next: no page, no act, no count."""

from __future__ import annotations

import gc
from functools import partial

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.core.errors import Known
from app.services import registration, signin
from app.services.desk import Desk
from tests.desks import add_visitor, sign_in
from tests.ui.held_lane import HeldLane
from tests.ui.office_desk import desk as desk
from ui.office import Office
from ui.shell import Shell
from ui.sitting import Sitting
from ui.views.money import MoneyPage
from ui.views.settings import SettingsPage
from ui.work import Inline, Runner

pytestmark = pytest.mark.ui
_STILL_MS = 50  # for what pages put off until their layouts rest


class Reader(QObject):
    """What reads a file in one lane and keeps it in another, as whoever is signed in."""

    kept = Signal(str)

    def __init__(self, desk: Desk, records: Runner, files: Runner) -> None:
        super().__init__()
        self._desk, self._records, self._files = desk, records, files

    def read(self) -> None:
        """Read, then keep."""
        self._files.run(lambda: "read", self._keep)

    def _keep(self, _file: str) -> None:
        self._records.run(lambda: self._desk.person.name, self.kept.emit)


def test_h3_what_one_person_began_is_never_done_as_the_next(qtbot: QtBot, desk: Desk) -> None:
    """Its reader locks while a file is read, a colleague signs in, and then it is there."""
    files, sitting = HeldLane(), Sitting()
    reader = Reader(desk, sitting.lane(Inline()), sitting.lane(files))
    kept = list[str]()
    reader.kept.connect(kept.append)
    signin.act_as(desk, "clerk")
    reader.read()
    files.let_go()
    assert kept == ["clerk"]
    reader.read()
    sitting.end()
    signin.act_as(desk, "officer")
    files.let_go()
    reader.read()
    assert (kept, files.waiting) == (["clerk"], 0)


def test_a_refusal_reaches_who_asked_while_they_are_here_and_nobody_afterwards() -> None:
    lane, sitting, refused = HeldLane(), Sitting(), list[Known]()

    def refuse() -> None:
        raise Known("no", "Not now.")

    records = sitting.lane(lane)
    records.run(refuse, None, refused.append)
    lane.let_go()
    records.run(refuse, None, refused.append)
    sitting.end()
    lane.let_go()
    assert [one.code for one in refused] == ["no"]


@pytest.mark.parametrize("name", ["clerk", "officer", "finance", "admin"])
def test_what_is_read_for_pages_that_are_gone_is_told_to_none_of_them(
    qtbot: QtBot, desk: Desk, shell: Shell, name: str
) -> None:
    records, rest = HeldLane(holds=False), HeldLane(holds=False)
    office = Office(desk, signin.act_as(desk, name), shell, records=records, share=rest)
    records.holds = rest.holds = True
    for page in list(shell.rail.buttons):
        shell.show_page(page)
    office.changes.changed.emit()
    office.leave()
    with qtbot.capture_exceptions() as caught:
        qtbot.wait(1)
        for _ in range(3):
            records.let_go()
            rest.let_go()
    assert caught == []
    assert desk.user is None
    assert not shell.notice.isVisible()


def _held() -> list[QWidget]:
    """Every widget that Python still knows, also one that Qt destroyed."""
    gc.collect()
    return [one for one in gc.get_objects() if isinstance(one, QWidget)]


@pytest.mark.parametrize(
    "name", ["clerk", "officer", "senior", "finance", "clinician", "auditor", "admin"]
)
def test_security_3_nothing_outlasts_the_person_it_was_made_for(
    qtbot: QtBot, desk: Desk, shell: Shell, name: str
) -> None:
    """Neither in the window nor in memory, where each lock would look through all before it."""
    assert shell.rail is not None, "the frame stays"
    stay = _held()
    known = set(map(id, stay))
    office = Office(desk, signin.act_as(desk, name), shell, records=Inline(), share=Inline())
    for place in list(shell.rail.buttons):
        shell.show_page(place)
        page = shell.in_sight()
        if isinstance(page, MoneyPage):
            for panel in page.names():
                page.open_panel(panel)
        if isinstance(page, SettingsPage):
            for section in page.names():
                page.open_section(section)
    del page
    qtbot.wait(_STILL_MS)
    office.leave()
    del office
    qtbot.wait(_STILL_MS)
    assert sorted({type(one).__name__ for one in _held() if id(one) not in known}) == []
    del stay  # held until here: else another widget may have got the same number


def test_who_locks_again_before_they_are_back_is_led_back_the_next_time(
    qtbot: QtBot, desk: Desk, shell: Shell
) -> None:
    sign_in(desk, "clerk")
    begun = registration.begin(desk, add_visitor(desk).patient_id, "outpatient").registration_id
    registration.park(desk, begun)
    records = HeldLane()
    sit = partial(Office, desk, shell=shell, records=records, share=Inline(), back_to=begun)
    office = sit(signin.act_as(desk, "clerk"))
    assert office.leave() == begun
    records.let_go()
    assert shell.page() not in shell.rail.buttons
    records.holds = False
    office = sit(signin.act_as(desk, "clerk"))
    assert office.registration is not None
    assert office.registration.step is not None
    assert office.registration.step.registration_id == begun
    assert office.leave() == begun
