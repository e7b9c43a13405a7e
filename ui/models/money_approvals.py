"""Credits another person proposed, for a senior officer to approve."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from app.services import invoicing
from app.services.invoicing import CreditProposal
from ui.models.money import PanelModel


class ApprovalsModel(PanelModel):
    """What waits for a second person."""

    issued = Signal(object)  # Issued, the credit note

    def read(self) -> tuple[CreditProposal, ...]:
        """The credits that wait."""
        return invoicing.credits_to_approve(self._desk)

    def approve_credit(self, proposal: CreditProposal) -> None:
        """Issue the credit note another person proposed."""
        self.once(partial(invoicing.approve_credit, self._desk, proposal.doc_no), self.issued.emit)
