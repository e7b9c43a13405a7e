"""Trying the finance share: each step in the share's lane, told before it begins, left any time."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.core.errors import Known
from app.services import trust_settings
from app.services.desk import Desk
from app.spool.faults import ShareMissing, SharePassword
from app.spool.smb_address import is_smb
from app.spool.trial import Step, Trial
from ui.language import told, tr
from ui.models.lane_model import LaneModel
from ui.work import Runner

DOING = {
    Step.WRITE: tr("Writing a small file"),
    Step.READ: tr("Reading it back"),
    Step.REMOVE: tr("Taking it away again"),
}
WELL = tr("The share works: a file was written, read back and taken away.")
LEFT = tr("You did not wait. The share has not answered yet; nothing was lost.")
# Address and password stand over the test, in the settings and where a desk is set up.
RIGHT_HERE = {
    ShareMissing: tr(
        "The share’s folder is not there. Connect the network drive, or put its address right "
        "above, and test it again."
    ),
    SharePassword: tr(
        "The share wants a password, and this computer has none for it. Enter it above, and test "
        "it again."
    ),
}
NO_SHARE = tr("Name the share first: a folder, file:///folder or smb://USER@SERVER/SHARE/FOLDER.")


def wants_password(share: str) -> bool:
    """Whether an address is of a share that is signed in to with a name and a password."""
    return is_smb(share)


class ShareTrialModel(LaneModel):
    """`step(done, of, words)` before each step, then `ended(bool, words)`.

    A share that hangs holds its own lane and nothing else: `leave` ends the waiting at once, and
    what the share says later is for nobody.
    """

    step = Signal(int, int, str)
    ended = Signal(bool, str)

    def __init__(
        self, desk: Desk, records: Runner, share: Runner, parent: QObject | None = None
    ) -> None:
        super().__init__(desk, records, parent=parent)
        self._share_lane = share
        self._turn = 0
        self._share = ""

    def start(self, share: str, password: str = "") -> None:
        """Try a share; a second start while one is tried does nothing.

        Without a password the one kept is used.
        """
        if self._share:
            return
        if not share.strip():
            self.ended.emit(False, NO_SHARE)
            return
        try:
            opened = self._desk.shares(share.strip(), password=password or None)
        except Known as known:
            self.ended.emit(False, _why(known))
            return
        self._share = share.strip()
        self._turn += 1
        self._do(Trial(opened, self._desk.ids.new()), tuple(Step), self._turn)

    def leave(self) -> None:
        """Wait no longer."""
        if self._share:
            self._end(False, LEFT, "left")

    def _do(self, trial: Trial, steps: tuple[Step, ...], turn: int) -> None:
        if turn != self._turn or not self._share:
            return
        if not steps:
            self._end(True, WELL, "well")
            return
        one, *others = steps
        self.step.emit(len(Step) - len(steps), len(Step), DOING[one])
        self._share_lane.run(
            partial(trial.do, one),
            lambda _: self._do(trial, tuple(others), turn),
            lambda known: self._refuse(known, turn),
        )

    def _refuse(self, known: Known, turn: int) -> None:
        if turn == self._turn and self._share:
            self._end(False, _why(known), known.code)

    def _end(self, well: bool, words: str, outcome: str) -> None:
        share, self._share = self._share, ""
        self._lane.run(partial(trust_settings.share_was_tried, self._desk, share, outcome))
        self.ended.emit(well, words)


def _why(known: Known) -> str:
    return next(
        (words for kind, words in RIGHT_HERE.items() if isinstance(known, kind)), told(known)
    )
