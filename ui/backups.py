"""Backups while somebody sits here: made by themselves, told in the status when they are late."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.access.roles import Act
from app.services.backing_up import BackupState
from app.services.desk import Desk
from ui.language import tr
from ui.models.backup import BackupModel, warning
from ui.shell import Shell

TELL_ADMINISTRATOR = tr(
    "The records have no backup of today. Tell your administrator; work goes on meanwhile."
)


class Backups(QObject):
    """From signing in to leaving; the warning leads an administrator to `settings`."""

    def __init__(
        self, desk: Desk, shell: Shell, model: BackupModel, settings: Callable[[], object]
    ) -> None:
        super().__init__()
        self._desk, self._shell, self._model, self._settings = desk, shell, model, settings
        shell.backup_pressed.connect(self._open)
        model.state.connect(self._warn)
        model.begin()

    def leave(self) -> None:
        """What is under way is stopped, and nothing is told any more."""
        self._model.leave()
        self._model.state.disconnect(self._warn)
        self._shell.backup_pressed.disconnect(self._open)
        self._shell.set_backup("")

    def _warn(self, state: BackupState) -> None:
        self._shell.set_backup(warning(state))

    def _open(self) -> None:
        if self._desk.may(Act.ADMINISTER):
            self._settings()
        else:
            self._shell.notice.say(TELL_ADMINISTRATOR)
