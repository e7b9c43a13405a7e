"""Cases to invoice: read, worked out for the check page, issued."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Signal

from app.billing.invoice import Invoice, Payer, PayerType
from app.billing.payment import Method
from app.core.errors import BadInput, Known
from app.core.money import Money
from app.core.people import Address, clean_name
from app.services import invoicing, receiving
from app.services.invoicing import ToInvoice
from ui.language import tr
from ui.models.money import PanelModel, read_received


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


@dataclass(frozen=True, slots=True)
class Advance:
    """Money paid before the care, read and ready to be checked."""

    case: ToInvoice
    amount: Money
    method: Method
    provider_ref: str

    @property
    def missing(self) -> Money:
        """What of the estimate is not covered afterwards."""
        return self.case.total - self.case.in_advance - self.amount


class InvoicingModel(PanelModel):
    """What is decided, checked and estimated, and its invoice."""

    to_check = Signal(object)  # InvoiceCheck
    payer_needed = Signal(object, object)  # ToInvoice, Known
    issued = Signal(object)  # Issued
    advance_read = Signal(object)  # Advance
    received = Signal(object)  # Issued, the receipt

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

    def read_advance(self, case: ToInvoice, amount: str, method: str, provider_ref: str) -> None:
        """Read a payment in advance as typed; `advance_read` or `refused` follows."""
        left = case.total - case.in_advance
        beyond = tr("{left} of this estimate is left. Enter that or less.").format(left=left)
        try:
            money, way = read_received(amount, method, most=left, beyond=beyond)
        except BadInput as wrong:
            self.refuse(wrong)
            return
        self.advance_read.emit(Advance(case, money, way, provider_ref.strip()))

    def take_advance(self, advance: Advance) -> None:
        """Record a payment in advance that was checked; it gets its receipt."""
        self.once(
            partial(
                receiving.take_advance,
                self._desk,
                advance.case.estimate_no,
                amount=advance.amount,
                method=advance.method,
                provider_ref=advance.provider_ref,
            ),
            self.received.emit,
        )

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
        raise BadInput("no_payer", tr("Choose as what they pay."), "payer_type")
    if not typed.name.strip():
        raise BadInput("no_payer", tr("Enter the name the invoice is made out to."), "name")
    lines = tuple(line.strip() for line in typed.address.splitlines() if line.strip())
    if not lines:
        raise BadInput("no_payer", tr("Enter the address the invoice goes to."), "address")
    return Payer(
        customer_ref="",
        payer_type=PayerType(typed.payer_type),
        family_name=clean_name(typed.name, "name"),
        address=Address(lines, typed.postcode.strip().upper(), ""),
    )
