"""What one person proposed, for another to approve or decline."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal

from app.services import crediting, debt_reporting, refunding, two_people, writing_off
from app.services.filing import Issued
from app.services.two_people import Proposal
from ui.models.money import PanelModel


class ApprovalsModel(PanelModel):
    """What waits for a second person."""

    issued = Signal(object, object)  # Proposal, and the Issued document that came of it
    approved = Signal(object)  # Proposal, where no document came of it
    declined = Signal(object)  # Proposal

    def read(self) -> tuple[Proposal, ...]:
        """What waits for this person's approval, one's own among it."""
        return two_people.waiting(self._desk)

    def approve(self, proposal: Proposal) -> None:
        """Do what another person proposed."""
        self.once(self._act(proposal), lambda result: self._tell(proposal, result))

    def decline(self, proposal: Proposal, note: str) -> None:
        """Say no, and why."""
        self.once(
            partial(two_people.decline, self._desk, proposal.proposal_id, note),
            lambda _nothing: self.declined.emit(proposal),
        )

    def _act(self, proposal: Proposal) -> Callable[[], object]:
        if proposal.act == two_people.CREDIT_NOTE:
            return partial(crediting.approve_credit, self._desk, proposal.subject)
        acts: dict[str, Callable[..., object]] = {
            two_people.REFUND: refunding.approve_refund,
            two_people.WRITE_OFF: writing_off.approve_write_off,
            two_people.DEBT_REPORT: debt_reporting.approve,
        }
        return partial(acts[proposal.act], self._desk, proposal.proposal_id)

    def _tell(self, proposal: Proposal, result: object) -> None:
        if isinstance(result, Issued):
            self.issued.emit(proposal, result)
        else:
            self.approved.emit(proposal)
