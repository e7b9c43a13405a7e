"""A desk under pressure: registrations one after another while everything behind it is slow.

watch = Watchdog()
watch.start()
work_through(window, 200)
watch.stop()
watch.longest_work, watch.longest_silence        # seconds
"""

from __future__ import annotations

import sys
import threading
import time
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.casework.letter_kinds import LetterKind
from app.documents.letter import letter_pdf
from app.services.desk import Desk
from tests.desks import add_visitor
from tests.documents.letters import made
from ui.main import Window
from ui.models.registration import RegistrationModel

_BEAT = 5  # milliseconds
_LOUD = 0.1  # seconds: from here on the watchdog keeps where the window was
PATIENCE = 60.0


class Watchdog(QObject):
    """Beats in the window's thread and tells how long it was busy, and how long it was silent.

    `longest_work` is processor time of the window's thread alone between two beats: it does not
    depend on what else the machine does. `longest_silence` is time on the clock, `longest_held` the
    same without what the thread, ready to work, waited for a processor that others had: its work
    and what it waited for its own program, such as for the interpreter. Where the system does not
    tell that (it is Linux that does), it is the silence.
    """

    def __init__(self) -> None:
        super().__init__()
        self.longest_work = self.longest_held = self.longest_silence = 0.0
        self.silences: list[float] = []
        self.held: list[float] = []
        self.caught: list[str] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_BEAT)
        self._timer.timeout.connect(self._beat)
        self._window_thread = threading.get_ident()
        self._ended = Event()
        self._ready = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat")
        self._clock = self._work = self._waited = 0.0

    def start(self) -> None:
        """Watch from now on."""
        self._clock, self._work = time.perf_counter(), time.thread_time()
        self._waited = self._wait_for_processor()
        self._timer.start()
        threading.Thread(target=self._listen, daemon=True).start()

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()
        self._ended.set()

    def _beat(self) -> None:
        clock, work = time.perf_counter(), time.thread_time()
        waited = self._wait_for_processor()
        silence = clock - self._clock
        held = silence - (waited - self._waited)
        self.silences.append(silence)
        self.held.append(held)
        self.longest_silence = max(self.longest_silence, silence)
        self.longest_held = max(self.longest_held, held)
        self.longest_work = max(self.longest_work, work - self._work)
        self._clock, self._work, self._waited = clock, work, waited

    @property
    def tells_held(self) -> bool:
        """Whether the system tells how long a thread waited for a processor."""
        return self._ready.exists()

    def _wait_for_processor(self) -> float:
        """Seconds this thread was ready so far while all processors were taken."""
        try:
            return int(self._ready.read_text("ascii").split()[1]) / 1e9
        except OSError:
            return 0.0

    def _listen(self) -> None:
        while not self._ended.wait(_LOUD / 4):
            if time.perf_counter() - self._clock > _LOUD:
                frame = sys._current_frames().get(self._window_thread)
                if frame is not None:
                    self.caught.append("".join(traceback.format_stack(frame)[-6:]))


def patients(desk: Desk, count: int) -> list[str]:
    """Made-up patients to register, by their identifiers."""
    return [
        add_visitor(desk, family_name=f"Steady{number}", given_names="Made-up").patient_id
        for number in range(count)
    ]


def import_prices_for(window: Window, seconds: float, file: Path) -> None:
    """Read a price workbook again and again in the lane of files, as one long import would."""
    desk, until, raw = window.opening.desk(), time.perf_counter() + seconds, file.read_bytes()

    def work() -> None:
        while time.perf_counter() < until:
            desk.aside.do(partial(desk.price_files.published, raw, file.name, None, frozenset()))

    window.files.run(work)


def draw_letters_for(
    window: Window, seconds: float, then: Callable[[], object] = lambda: None
) -> None:
    """Draw letters one after another for the lane of records, as a run of reminders would."""
    press, until = window.opening.desk().press, time.perf_counter() + seconds
    reminder = partial(letter_pdf, made(LetterKind.REMINDER_1))

    def next_one(_: bytes) -> None:
        if time.perf_counter() < until:
            window.records.run(partial(press.draw, reminder), next_one)
        else:
            then()

    next_one(b"")


def work_through(window: Window, waiting: list[str], beside: Callable[[], None]) -> int:
    """Book everybody in by keys; `beside` is called once, after the first. Gives how many."""
    office = window.office
    assert office is not None
    model = office.registration
    assert model is not None
    done = 0
    for patient in waiting:
        model.begin(patient, "outpatient")
        wait_until(lambda: model.step is not None and model.step.question is not None)
        for key in (Qt.Key.Key_1, Qt.Key.Key_1, Qt.Key.Key_1):
            _press_and_wait(model, key)
        QTest.keyClick(_focused(), Qt.Key.Key_Return)
        wait_until(lambda: model.step is not None and not model.is_draft)
        QTest.keyClick(_focused(), Qt.Key.Key_F2)
        wait_until(lambda: model.step is None)
        done += 1
        if done == 1:
            beside()
    return done


def _press_and_wait(model: RegistrationModel, key: Qt.Key) -> None:
    before = model.step
    QTest.keyClick(_focused(), key)
    wait_until(lambda: model.step is not before)


def wait_until(true: Callable[[], bool]) -> None:
    """Turn the loop until something holds."""
    until = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < until, "the window does not get there"
        QApplication.processEvents()
        time.sleep(0.001)


def _focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget
