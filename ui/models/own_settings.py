"""What everybody sets for themselves: look, password, PIN."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.core.errors import Known
from app.core.look import Look
from app.services import looks, own_signin
from app.services.desk import Desk
from ui.comfort import Comfort
from ui.language import tr
from ui.models.lane_model import LaneModel
from ui.work import Runner

KEPT_FOR_ALL = tr("This computer’s sign-in page looks so from now on.")
PIN_SET = tr("Your PIN is set. Within your shift it unlocks this desk.")
PIN_GONE = tr("You have no PIN any more.")
CHANGED = tr("Your password is changed.")
ENDED = tr("Your shift is ended: the next time takes your password.")


class OwnSettingsModel(LaneModel):
    """A look is worn at once and kept; `pin(bool)` says whether there is one."""

    pin = Signal(bool)
    told = Signal(str)
    refused = Signal(object)  # Known

    def __init__(
        self, desk: Desk, lane: Runner, comfort: Comfort, parent: QObject | None = None
    ) -> None:
        super().__init__(desk, lane, parent=parent)
        self._comfort = comfort

    @property
    def look(self) -> Look:
        """The look worn now."""
        return self._comfort.look

    def wear(self, look: Look) -> None:
        """Put a look on and keep it for this person."""
        self._comfort.wear(look)
        self._lane.run(partial(looks.keep_look, self._desk, look), None, self._refuse)

    def keep_for_computer(self) -> None:
        """Let the sign-in page of this computer look as now."""
        job = partial(self._comfort.keep_for_computer, self.look)
        self._lane.run(job, lambda _: self.told.emit(KEPT_FOR_ALL), self._refuse)

    def refresh(self) -> None:
        """Whether there is a PIN."""
        self._lane.run(partial(own_signin.has_pin, self._desk), self._tell_pin, self._refuse)

    def set_pin(self, pin: str, password: str) -> None:
        """Choose a PIN."""
        job = partial(own_signin.set_pin, self._desk, pin, password=password)
        self._run_once(job, lambda _: self._done(PIN_SET), self._refuse)

    def drop_pin(self) -> None:
        """Have none any more."""
        job = partial(own_signin.drop_pin, self._desk)
        self._run_once(job, lambda _: self._done(PIN_GONE), self._refuse)

    def end_shift(self) -> None:
        """The next time takes the password."""
        job = partial(own_signin.end_shift, self._desk)
        self._run_once(job, lambda _: self._done(ENDED), self._refuse)

    def change_password(self, old: str, new: str) -> None:
        """Another password."""
        job = partial(own_signin.change_password, self._desk, old=old, new=new)
        self._run_once(job, lambda _: self._done(CHANGED), self._refuse)

    def _done(self, words: str) -> None:
        self.told.emit(words)
        self.refresh()

    def _tell_pin(self, there: bool) -> None:
        self.pin.emit(there)

    def _refuse(self, known: Known) -> None:
        self.refused.emit(known)
