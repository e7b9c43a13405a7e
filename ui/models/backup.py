"""Backups by themselves and on demand: a lane of their own, so that a dead disk holds nobody."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.dates import LONDON
from app.core.errors import Known
from app.services import backing_up
from app.services.backing_up import BackupJob, BackupState, Done, Stopped, Tested
from app.services.desk import Desk
from ui.days import long
from ui.language import told, tr
from ui.models.lane_model import LaneModel
from ui.work import Runner

LOOK_AGAIN = 60_000  # milliseconds between two looks at whether a backup is due
COPYING = tr("Copying the records")
LEFT = tr("Stopped. Nothing of it was kept; the last good backup stays.")
MADE = tr("Backed up and read back: {folder}")
WELL = tr("The backup of {when} opens, and holds what it says: {rows} audit lines, same head.")
KEPT, NOWHERE = tr("Kept. Backups go there."), tr("Kept. No backups are made.")
LATE, NEVER = tr("Last backup {when}"), tr("No backup yet")
NOW, HOURS, DAYS = (
    tr("{when}, less than an hour ago"),
    tr("{when}, {count} h ago"),
    tr("{when}, {count} days ago"),
)
_HOURS_TOLD = 48  # what is older is told in days
_STEPS = 50  # of progress; more would only keep the window's thread busy


class BackupModel(LaneModel):
    """`state(BackupState)` whenever it changed; `step(done, of, words)` then `ended(well, words)`
    for what somebody asked for. What is done by itself tells its state alone."""

    state = Signal(object)
    step = Signal(int, int, str)
    ended = Signal(bool, str)
    page = Signal(object)
    told = Signal(str)
    refused = Signal(object)  # Known
    _went_on = Signal(int, int)

    def __init__(
        self, desk: Desk, records: Runner, copies: Runner, parent: QObject | None = None
    ) -> None:
        super().__init__(desk, records, parent=parent)
        self._copies = copies
        self._stop: Event | None = None
        self._asked = False
        self._clock = QTimer(self)
        self._clock.setInterval(LOOK_AGAIN)
        self._clock.timeout.connect(self.look)
        self._went_on.connect(self._tell_step)

    def begin(self) -> None:
        """Look now and each minute from now on whether a backup is due."""
        self._clock.start()
        self.look()

    def leave(self) -> None:
        """Whoever sat here leaves: what is under way is stopped, and made at the next sitting."""
        self._clock.stop()
        self.cancel()

    def look(self) -> None:
        """Tell how backups stand; make one where one is due."""
        self._lane.run(partial(backing_up.state, self._desk), self._seen, self._ignore)

    def refresh(self) -> None:
        """Tell how backups stand."""
        self._lane.run(partial(backing_up.state, self._desk), self.state.emit, self._ignore)

    def last_in_words(self, state: BackupState) -> str:
        """The moment of the newest good one and its age; empty where there is none."""
        if state.last_at is None:
            return ""
        hours = int((self._desk.clock.now() - state.last_at).total_seconds()) // 3600
        words = NOW if hours < 1 else HOURS if hours < _HOURS_TOLD else DAYS
        count = hours if hours < _HOURS_TOLD else hours // 24
        return words.format(when=in_words(state.last_at), count=count)

    def set_folder(self, folder: str) -> None:
        """Put them there from now on."""
        job = partial(backing_up.set_folder, self._desk, folder)
        words = KEPT if folder.strip() else NOWHERE
        self._run_once(job, lambda _: self._kept(words), self.refused.emit)

    def start(self) -> None:
        """Make one now."""
        self._make(asked=True)

    def cancel(self) -> None:
        """Stop copying; nothing of it is kept."""
        if self._stop is not None:
            self._stop.set()

    def try_newest(self) -> None:
        """Open the newest one and compare."""
        self._lane.run(partial(backing_up.job, self._desk), self._test, self._say_no)

    def show_page(self) -> None:
        """Make the page of how IT reads the records without Recoup."""
        job = partial(backing_up.reading_back_page, self._desk)
        self._lane.run(job, self.page.emit, self.refused.emit)

    def _seen(self, state: BackupState) -> None:
        self.state.emit(state)
        if state.is_due:
            self._make(asked=False)

    def _make(self, *, asked: bool) -> None:
        self._asked = self._asked or asked
        if self._stop is not None:
            return
        self._stop = Event()
        self._lane.run(partial(backing_up.job, self._desk), self._copy, self._fail)

    def _copy(self, job: BackupJob) -> None:
        stop = self._stop or Event()
        self._tell_step(0, 0)
        self._copies.run(partial(self._copied, job, stop), self._copied_all, self._fail)

    def _copied(self, job: BackupJob, stop: Event) -> Done | None:
        """In the lane of copies."""
        last = -1

        def told(done: int, of: int) -> None:
            nonlocal last
            if stop.is_set():
                raise Stopped
            now = done * _STEPS // max(of, 1)
            if now != last:
                last = now
                self._went_on.emit(now, _STEPS)

        try:
            return job.run(told)
        except Stopped:
            return None

    def _copied_all(self, done: Done | None) -> None:
        if done is None:
            self._end(False, LEFT)
            return
        job = partial(backing_up.note_done, self._desk, done)
        words = MADE.format(folder=done.folder)
        self._lane.run(job, lambda _: self._end(True, words), self._fail)

    def _fail(self, known: Known) -> None:
        job = partial(backing_up.note_failed, self._desk, known)
        self._lane.run(job, lambda _: self._end(False, told(known)), self._ignore)

    def _end(self, well: bool, words: str) -> None:
        asked, self._asked, self._stop = self._asked, False, None
        if asked:
            self.ended.emit(well, words)
        self.refresh()

    def _tell_step(self, done: int, of: int) -> None:
        if self._asked:
            self.step.emit(done, of or _STEPS, COPYING)

    def _test(self, job: BackupJob) -> None:
        self._copies.run(job.test, self._tested, self._say_no)

    def _tested(self, tested: Tested) -> None:
        when = in_words(datetime.fromisoformat(tested.made_at))
        words = WELL.format(when=when, rows=f"{tested.contents.audit_rows:,}")
        job = partial(backing_up.note_tested, self._desk, tested.folder)
        self._lane.run(job, lambda _: self.ended.emit(True, words), self._say_no)

    def _say_no(self, known: Known) -> None:
        self.ended.emit(False, told(known))

    def _kept(self, words: str) -> None:
        self.told.emit(words)
        self.look()

    def _ignore(self, _known: Known) -> None:
        """Looking is a courtesy: nobody sits here any more, or the store was just closed."""


def in_words(moment: datetime) -> str:
    """A moment as people say it, by the hospital's clock."""
    local = moment.astimezone(LONDON)
    return f"{long(local.date())}, {local:%H:%M}"


def warning(state: BackupState) -> str:
    """What the status says where no good backup is new enough; else nothing."""
    if not state.is_late:
        return ""
    return NEVER if state.last_at is None else LATE.format(when=in_words(state.last_at))
