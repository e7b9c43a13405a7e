"""What every panel of money needs of its model: its list while somebody looks, acts done once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.billing.payment import Method
from app.core.errors import BadInput, Known
from app.core.money import ZERO, Money
from app.services.desk import Desk
from ui.changes import Changes
from ui.language import tr
from ui.models.lane_model import LaneModel
from ui.work import Runner

T = TypeVar("T")


def read_received(amount: str, method: str, *, most: Money, beyond: str) -> tuple[Money, Method]:
    """Money received as typed, at most `most`; raises BadInput beside the field at fault, with
    the words `beyond` where it is more."""
    money = Money.parse(amount, "amount")
    if money <= ZERO:
        raise BadInput("bad_amount", tr("Enter an amount above zero."), "amount")
    if money > most:
        raise BadInput("too_much", beyond, "amount")
    if not method:
        raise BadInput("no_method", tr("Choose how the money came."), "method")
    return money, Method(method)


class PanelModel(LaneModel):
    """Reads its list again after every change while its panel is open; a closed one reads nothing.

    A panel's own model says what to `read` and does each act through `once`.
    """

    listed = Signal(object)  # what `read` gave
    counted = Signal(int)  # how many stand in the list, for the panel's tab
    refused = Signal(object)  # Known

    def __init__(
        self,
        desk: Desk,
        lane: Runner,
        changes: Changes | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(desk, lane, changes, parent)
        self._changes.changed.connect(self.refresh)
        self.watched = False

    def read(self) -> tuple[object, ...]:
        """The list as it stands, read in the lane; the services check who asks."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read the list again while somebody looks."""
        if self.watched:
            self._lane.run(self.read, self._show, self.refuse)

    def refuse(self, known: Known) -> None:
        """Hand a refusal to the panel."""
        self.refused.emit(known)

    def once(self, job: Callable[[], T], then: Callable[[T], None]) -> None:
        """Do an act in the lane; a second press while the first is done is not taken.

        `then` gets its result; every open list is read again afterwards.
        """

        def done(result: T) -> None:
            then(result)
            self._changes.changed.emit()

        self._run_once(job, done, self.refuse)

    def _show(self, things: tuple[object, ...]) -> None:
        self.listed.emit(things)
        self.counted.emit(len(things))
