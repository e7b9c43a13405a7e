"""Cases to invoice: read, worked out for the check page, issued."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Signal

from app.billing.invoice import Invoice, Payer, PayerType
from app.core.errors import BadInput, Known
from app.core.people import Address, clean_name
from app.services import invoicing
from app.services.invoicing import ToInvoice
from ui.models.money import PanelModel


@dataclass(frozen=True, slots=True)
class InvoiceCheck:
    """An invoice as it would be issued, for the check page."""

    case: ToInvoice
    invoice: Invoice
    payer: Payer | None  # given by hand, where another than the patient pays
    through: date | None = None  # of an interim invoice


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedPayer:
    """Another payer as typed."""

    payer_type: str
    name: str
    address: str
    postcode: str


class InvoicingModel(PanelModel):
    """What is decided, checked and estimated, and its invoice."""

    to_check = Signal(object)  # InvoiceCheck
    payer_needed = Signal(object, object)  # ToInvoice, Known
    issued = Signal(object)  # Issued

    def read(self) -> tuple[ToInvoice, ...]:
        """The cases that finance can bill."""
        return invoicing.to_invoice(self._desk)

    def prepare_invoice(
        self, case: ToInvoice, typed: TypedPayer | None = None, *, interim: bool = False
    ) -> None:
        """Work the invoice out for its check page; no number is taken. An interim one is for the
        stay up to today."""

        def work() -> InvoiceCheck:
            payer = _payer(typed) if typed is not None else None
            through = self._desk.today if interim else None
            found = invoicing.preview(self._desk, case.registration_id, payer, through=through)
            return InvoiceCheck(case, found, payer, through)

        def refused(known: Known) -> None:
            if known.field in ("payer", "payer_type", "name", "address") or (
                known.code == "wrong_payer"
            ):
                self.payer_needed.emit(case, known)
            else:
                self.refuse(known)

        self._lane.run(work, self.to_check.emit, refused)

    def issue_invoice(self, check: InvoiceCheck) -> None:
        """Issue what was checked."""
        case = check.case.registration_id
        act = partial(invoicing.issue, self._desk, case, check.payer)
        if check.through is not None:
            act = partial(
                invoicing.issue_interim,
                self._desk,
                case,
                through=check.through,
                payer=check.payer,
            )
        self.once(act, self.issued.emit)


def _payer(typed: TypedPayer) -> Payer:
    """The payer as typed; raises BadInput for the first part that is missing."""
    if not typed.payer_type:
        raise BadInput("no_payer", "Choose as what they pay.", "payer_type")
    if not typed.name.strip():
        raise BadInput("no_payer", "Enter the name the invoice is made out to.", "name")
    lines = tuple(line.strip() for line in typed.address.splitlines() if line.strip())
    if not lines:
        raise BadInput("no_payer", "Enter the address the invoice goes to.", "address")
    return Payer(
        customer_ref="",
        payer_type=PayerType(typed.payer_type),
        family_name=clean_name(typed.name, "name"),
        address=Address(lines, typed.postcode.strip().upper(), ""),
    )
