"""Who sits down at the desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.errors import Known
from ui.work import Runner

if TYPE_CHECKING:
    from app.services.desk import Desk, User
    from app.services.signin import Person


class SignInModel(QObject):
    """Checks name and password in the records' lane; the window waits for nothing.

    model.signed_in.connect(shell.open_for)          # signed_in(User)
    model.refused.connect(view.show_refusal)         # refused(Known)
    """

    people = Signal(object)
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

    def sign_in(self, name: str, password: str) -> None:
        """Try name and password; a second press while the first is checked does nothing."""
        if self._busy:
            return
        self._busy = True
        self._lane.run(lambda: self._check(name, password), self._welcome, self._refuse)

    def _read_people(self) -> tuple[Person, ...]:
        from app.services import signin  # after the first window is shown

        return signin.people(self._desk())

    def _check(self, name: str, password: str) -> User:
        from app.services import signin

        try:
            return signin.sign_in(self._desk(), name, password)
        finally:
            self._busy = False

    def _show_people(self, found: tuple[Person, ...]) -> None:
        self.people.emit(found)

    def _welcome(self, user: User) -> None:
        self.signed_in.emit(user)

    def _refuse(self, known: Known) -> None:
        self.refused.emit(known)
