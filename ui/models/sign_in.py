"""Who sits down at the desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.errors import Known
from ui.work import Runner

if TYPE_CHECKING:
    from app.core.look import Look
    from app.services.desk import Desk, User
    from app.services.own_signin import OnShift
    from app.services.signin import Person


class SignInModel(QObject):
    """Checks name and password, or PIN, in the records' lane; the window waits for nothing.

    model.signed_in.connect(shell.open_for)          # signed_in(User)
    model.look.connect(comfort.wear)                 # look(Look), before it, where they have one
    model.refused.connect(view.show_refusal)         # refused(Known)
    """

    people = Signal(object)
    checking = Signal()  # name and secret, from now until one of the two last
    on_shift = Signal(object)  # tuple[OnShift, ...]: whose PIN opens this desk now
    look = Signal(object)
    signed_in = Signal(object)
    refused = Signal(object)

    def __init__(
        self, desk: Callable[[], Desk], lane: Runner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._lane = desk, lane
        self._busy = False

    def load(self) -> None:
        """Read who may sign in, for the list a demo shows."""
        self._lane.run(self._read_people, self._show_people, self._refuse)

    def load_shift(self) -> None:
        """Read whose PIN opens this desk now."""
        self._lane.run(self._read_shift, self._show_shift, self._refuse)

    def sign_in(self, name: str, secret: str) -> None:
        """Try name and secret; a second press while the first is checked does nothing."""
        if self._busy:
            return
        self._busy = True
        self.checking.emit()
        self._lane.run(lambda: self._check(name, secret), self._welcome, self._refuse)

    def _read_people(self) -> tuple[Person, ...]:
        from app.services import signin  # after the first window is shown

        return signin.people(self._desk())

    def _read_shift(self) -> tuple[OnShift, ...]:
        from app.services import own_signin

        return own_signin.on_shift(self._desk())

    def _check(self, name: str, secret: str) -> tuple[User, Look | None]:
        from app.services import looks, own_signin

        try:
            user = own_signin.let_in(self._desk(), name, secret)
            return user, looks.look(self._desk())
        finally:
            self._busy = False

    def _show_people(self, found: tuple[Person, ...]) -> None:
        self.people.emit(found)

    def _show_shift(self, found: tuple[OnShift, ...]) -> None:
        self.on_shift.emit(found)

    def _welcome(self, sat_down: tuple[User, Look | None]) -> None:
        user, look = sat_down
        if look is not None:
            self.look.emit(look)
        self.signed_in.emit(user)

    def _refuse(self, known: Known) -> None:
        self.refused.emit(known)
