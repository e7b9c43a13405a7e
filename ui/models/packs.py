"""The rule packs of this desk, for an administrator: what is in use, installing, signers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.library.sources import read_file
from app.services import packs
from app.services.desk import Desk
from app.services.packs import PacksShown
from ui.days import show
from ui.language import tr
from ui.work import Runner

INSTALLED = tr("{version} is installed and in use from now on.")
KEPT = tr("{version} is installed. It is used from {day} on.")
CONFIRMED = tr("{name} is trusted now. Packs with this signature can be installed.")


class PacksModel(QObject):
    """`shown(PacksShown)` after opening and after each act, `told` what was done."""

    shown = Signal(object)
    told = Signal(str)
    notice = Signal(str)  # what everybody is told of the rules in use, "" for nothing
    refused = Signal(object)  # Known

    def __init__(self, desk: Desk, records: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._records = desk, records

    def refresh(self) -> None:
        """Read what is here."""
        self._records.run(partial(packs.packs, self._desk), self._show, self.refused.emit)

    def install(self, path: str) -> None:
        """Take in the pack of that file."""
        self._do(partial(self._install, Path(path)))

    def confirm(self, signer: str) -> None:
        """Say that a signer another administrator proposed is the trust's."""
        self._do(partial(self._confirm, signer))

    def _do(self, act: Callable[[], str]) -> None:
        self._records.run(act, self._done, self.refused.emit)

    def _install(self, path: Path) -> str:
        pack = packs.install(self._desk, read_file(path))
        words = INSTALLED if pack.in_use else KEPT
        return words.format(version=pack.version, day=show(pack.valid_from))

    def _confirm(self, signer: str) -> str:
        return CONFIRMED.format(name=packs.confirm_signer(self._desk, signer).name)

    def _done(self, words: str) -> None:
        self.told.emit(words)
        self._records.run(partial(packs.expiry_notice, self._desk), self.notice.emit)
        self.refresh()

    def _show(self, shown: PacksShown) -> None:
        self.shown.emit(shown)
