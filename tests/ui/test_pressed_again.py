"""An act is done once, also where it is asked for again before what came of it is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.casework.letter_kinds import LetterKind
from app.services import letter_register
from app.services.letter_parts import LetterChoices
from tests.desks import sign_in
from tests.ui.held_lane import HeldLane
from tests.ui.officer_window import OfficerWindow
from ui.models.backup import BackupModel
from ui.models.desk import DeskModel, NewPatient
from ui.models.letters import LettersModel
from ui.models.pdf import PdfModel
from ui.views.settings_backup import BackupPanel
from ui.work import Inline

pytestmark = pytest.mark.ui


class Hand:
    """What presses again between the work and its result; nothing until a test says what."""

    presses: Callable[[], object] | None = None

    def __call__(self) -> None:
        press, self.presses = self.presses, None
        if press is not None:
            press()


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def room(tmp_path: Path, hand: Hand) -> Iterator[OfficerWindow]:
    window = OfficerWindow(tmp_path, HeldLane(holds=False, meanwhile=hand))
    yield window
    window.close()


def hold_enter(on: QWidget) -> None:
    """Enter and what a keyboard repeats of it, before another part has the focus."""
    for repeated in (False, *(True,) * 5):
        held = Qt.KeyboardModifier.NoModifier
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, held, "\r", repeated, 1)
        QApplication.sendEvent(on, key)


def test_ux_5_enter_held_down_on_a_row_opens_it_once(room: OfficerWindow) -> None:
    room.registered(("Okafor", "Ada"), ("Lee", "Min"))
    room.sit_down("officer", "queue")
    opened = list[int]()
    room.queue.table.opened.connect(opened.append)
    hold_enter(room.queue.table)
    assert opened == [0]


def test_ux_5_enter_held_down_in_a_field_keeps_what_stands_there_once(
    qtbot: QtBot, room: OfficerWindow
) -> None:
    sign_in(room.desk, "admin")
    lane = Inline()
    panel = BackupPanel(BackupModel(room.desk, lane, lane), PdfModel(room.desk, lane, lane))
    qtbot.addWidget(panel)
    hold_enter(panel.folder.input)
    assert room.desk.db.scalar("SELECT count(*) FROM audit WHERE act = 'backup_folder_set'") == 1


def test_h4_a_patient_is_added_once_however_soon_the_button_is_pressed_again(
    room: OfficerWindow,
) -> None:
    sign_in(room.desk, "clerk")
    lane = HeldLane()
    model = DeskModel(room.desk, lane)
    typed = {"family_name": "Okafor", "given_names": "Ada", "title": "", "gender": ""}
    ada = NewPatient(**typed, born="2/3/1990", nhs_number="")
    for _ in range(2):  # a double click on “None of these”, while the records are slow
        model.add(ada, sure=True)
    lane.let_go()
    assert room.desk.db.scalar("SELECT count(*) FROM patients") == 1


def test_ux_5_a_letter_is_written_once_however_soon_it_is_asked_for_again(
    room: OfficerWindow, hand: Hand
) -> None:
    room.registered(("Okafor", "Ada"))
    room.sit_down("officer", "queue")
    model = LettersModel(room.desk, HeldLane(holds=False, meanwhile=hand))
    model.open("R-1001")
    kind, choices = LetterKind.UNDERTAKING, LetterChoices()
    hand.presses = lambda: model.write(kind, choices)
    model.write(kind, choices)
    assert hand.presses is None
    assert len(letter_register.told(room.desk, "R-1001")) == 1
    model.write(kind, choices)
    assert len(letter_register.told(room.desk, "R-1001")) == 2, "later it is another letter"
