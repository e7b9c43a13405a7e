"""Letters of a case or an account: which there are, seen first, written, and who was told."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.casework.letter_kinds import LetterKind
from app.core.errors import Known
from app.services import letter_register, letters
from app.services.desk import Desk
from app.services.letters import LetterChoices, WrittenLetter
from ui.changes import Changes
from ui.models.lane_model import LaneModel
from ui.work import Runner


class LettersModel(LaneModel):
    """One subject at a time: a case, or an invoice of it."""

    offered = Signal(object)  # tuple[tuple[LetterKind, str], ...]
    usual = Signal(object)  # LetterChoices
    told = Signal(object, object)  # tuple[Told, ...], and who has yet to be told
    seen = Signal(str, object)  # title and PDF; nothing is kept
    written = Signal(str, object)  # title and WrittenLetter
    refused = Signal(object)  # Known

    def __init__(
        self,
        desk: Desk,
        lane: Runner,
        changes: Changes | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(desk, lane, changes, parent)
        self._ref = self._subject = ""
        self._titles: dict[LetterKind, str] = {}

    def open(self, ref: str, doc_no: str = "") -> None:
        """Take up a case, or with `doc_no` an invoice of it."""
        self._ref, self._subject = ref, doc_no or ref
        of_account = bool(doc_no)
        self._run(lambda: letters.kinds(self._desk, of_account=of_account), self._offer, about=ref)
        self._run(lambda: letters.usual(self._desk, ref), self.usual.emit, about=ref)
        self.refresh()

    def refresh(self) -> None:
        """Read the register again."""
        ref = self._ref
        if ref:
            self._run(lambda: self._register(ref), lambda both: self.told.emit(*both), about=ref)

    def preview(self, kind: LetterKind, choices: LetterChoices) -> None:
        """The letter as it would be written."""
        job = partial(letters.preview, self._desk, kind, self._subject, choices)
        self._run(job, lambda pdf: self.seen.emit(self._titles[kind], pdf), about=self._ref)

    def write(self, kind: LetterKind, choices: LetterChoices) -> None:
        """Write it; a second press while the first is made does nothing."""
        job = partial(letters.write, self._desk, kind, self._subject, choices)
        self._run_once(job, self._was_written, self.refused.emit)

    def mark_sent(self, file_id: str, how: str) -> None:
        """Say that a paper went out today."""
        ref = self._ref
        self._run(
            lambda: letter_register.mark_sent(self._desk, ref, file_id, how),
            lambda _: self.refresh(),
            about=ref,
        )

    def _register(self, ref: str) -> tuple[object, object]:
        told = letter_register.told(self._desk, ref)
        return told, letter_register.still_to_tell(self._desk, ref)

    def _offer(self, kinds: tuple[tuple[LetterKind, str], ...]) -> None:
        self._titles = dict(kinds)
        self.offered.emit(kinds)

    def _was_written(self, letter: WrittenLetter) -> None:
        self.written.emit(self._titles[letter.kind], letter)
        self.refresh()
        self._changes.changed.emit()

    def _run(self, job: Callable[[], object], then: Callable[..., object], *, about: str) -> None:
        """Do it in the lane; what comes back for a case put away since is let go (H4)."""

        def show(found: object) -> None:
            if about == self._ref:
                then(found)

        def refuse(known: Known) -> None:
            if about == self._ref:
                self.refused.emit(known)

        self._lane.run(job, show, refuse)
