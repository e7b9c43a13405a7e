"""The worklist of what may go today: seen, written one by one or all at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from app.services import collection
from app.services.collection import Due
from ui.models.money import PanelModel


class RemindersModel(PanelModel):
    """What is due today; nothing goes but by an act of the person's."""

    written = Signal(object)  # WrittenLetter, or None for a referral
    batch_written = Signal(object)  # Batch
    previewed = Signal(object)  # bytes

    def read(self) -> tuple[Due, ...]:
        """What to look at first, then what may go."""
        return collection.due_today(self._desk)

    def preview(self, due: Due) -> None:
        """See a letter; nothing is kept."""
        job = partial(collection.preview, self._desk, due.doc_no, due.step)
        self._lane.run(job, self.previewed.emit, self.refuse)

    def send(self, due: Due) -> None:
        """Write one letter, or refer one debt."""
        self.once(partial(collection.send, self._desk, due.doc_no, due.step), self.written.emit)

    def send_all(self) -> None:
        """Write every letter that is due."""
        self.once(partial(collection.print_batch, self._desk), self.batch_written.emit)
