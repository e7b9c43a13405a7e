"""Money, to invoice: what is decided, checked and estimated becomes an invoice."""

from __future__ import annotations

from app.core.errors import Known
from app.services.invoicing import ToInvoice
from ui.bound import bound
from ui.cells import Cell
from ui.days import show
from ui.language import tr
from ui.models.listing import Line
from ui.models.money_invoicing import Advance, InvoiceCheck, InvoicingModel
from ui.models.pdf import PdfModel
from ui.views.money_detail import NOTHING_CHOSEN
from ui.views.money_forms import METHODS, PayerForm, PaymentForm
from ui.views.money_list import ListPanel
from ui.widgets.button import Button
from ui.widgets.check import Check
from ui.widgets.chip import Chip

NOTHING = tr("Nothing to invoice. A case comes here once it is decided, checked and estimated.")
MAKE_INVOICE, INTERIM = tr("&Make the invoice"), tr("I&nterim invoice")
OTHER_PAYER, IN_ADVANCE = tr("Somebody &else pays"), tr("Payment in &advance")
LEFT = tr("{left} of estimate {estimate_no} is not paid yet, {patient}.")
CHECK_ADVANCE, TAKE_ADVANCE = tr("Check before you record the payment"), tr("&Record the payment")
ADVANCE_THEN = tr(
    "A receipt is made. The money is held until the invoice deducts it; what it is more than the "
    "final charge goes back without being asked for."
)
SECOND_DUE = tr("A second person has yet to check the decision. The invoice waits for that.")
CHECK_INVOICE, ISSUE = tr("Check before you issue the invoice"), tr("&Issue the invoice")
INVOICE_THEN = tr(
    "An invoice is never changed afterwards: a mistake becomes a credit note and a new invoice."
)
NO_ADDRESS = tr("None")
_COLUMNS = ((tr("Ref"), 92), (tr("Patient"), None), (tr("Amount"), 112))


class InvoicingPanel(ListPanel[ToInvoice]):
    """Each case, who pays where the law says another, the check page, the invoice as printed."""

    def __init__(self, model: InvoicingModel, pdf: PdfModel) -> None:
        super().__init__(model, pdf, label=tr("To invoice"), columns=_COLUMNS, nothing=NOTHING)
        self.model = model
        self.payer = PayerForm()
        self.advance = PaymentForm()
        self._paying: ToInvoice | None = None
        self.add_page(self.payer)
        self.add_page(self.advance)
        self.advance.went_on.connect(self._read_advance)
        model.advance_read.connect(self._check_advance)
        model.received.connect(
            bound(
                self,
                lambda done: self.show_issued(
                    tr("Receipt {doc_no}").format(doc_no=done.doc_no), done
                ),
            )
        )
        self.payer.went_on.connect(self._read_payer)
        model.to_check.connect(self._check)
        model.payer_needed.connect(self._ask_payer)
        model.issued.connect(
            bound(
                self,
                lambda done: self.show_issued(
                    tr("Invoice {doc_no}").format(doc_no=done.doc_no), done
                ),
            )
        )

    def line_of(self, thing: ToInvoice) -> Line:
        """Reference, patient, amount."""
        waits = tr(", second check due") if thing.second_check_wanted else ""
        amount = Cell(str(thing.total), strong=True, right=True)
        return Line(
            thing,
            (Cell(thing.ref), Cell(thing.patient, strong=True), amount),
            f"{thing.ref}, {thing.patient}, {thing.total}{waits}",
        )

    def key_of(self, thing: ToInvoice) -> str:
        """The case."""
        return thing.registration_id

    def show_thing(self, thing: ToInvoice | None) -> None:
        """What the invoice would come to, and whether it can be made."""
        if thing is None:
            self.detail.put(name=NOTHING_CHOSEN)
            return
        make = Button(MAKE_INVOICE, kind="primary", icon="receipt")
        make.setEnabled(not thing.second_check_wanted)
        make.clicked.connect(lambda: self.model.prepare_invoice(thing))
        other = Button(OTHER_PAYER, icon="users")
        other.setEnabled(not thing.second_check_wanted)
        other.clicked.connect(lambda: self._ask_payer(thing))
        interim = Button(INTERIM, icon="calendar")
        interim.setEnabled(not thing.second_check_wanted)
        interim.clicked.connect(lambda: self.model.prepare_invoice(thing, interim=True))
        advance = Button(IN_ADVANCE, icon="cash")
        advance.setEnabled(thing.in_advance < thing.total)
        advance.clicked.connect(lambda: self._ask_advance(thing))
        second = Chip(tr("Second check due"), "late", icon="users")
        self.detail.put(
            name=thing.patient,
            what=tr("{ref}, decided to charge").format(ref=thing.ref),
            figure=str(thing.total),
            of=tr("as estimated"),
            facts=(
                (tr("Estimate"), thing.estimate_no),
                (tr("Amount"), str(thing.total)),
                *(
                    ((tr("Paid in advance"), str(thing.in_advance)),)
                    if thing.in_advance.pence
                    else ()
                ),
                *(((tr("On interim invoices"), str(thing.billed)),) if thing.billed.pence else ()),
            ),
            note=SECOND_DUE if thing.second_check_wanted else "",
            chip=second if thing.second_check_wanted else None,
            buttons=(make, *((interim,) if thing.overnight else ()), advance, other),
        )

    def _ask_payer(self, case: ToInvoice, known: Known | None = None) -> None:
        self.open_page(self.payer)
        self.payer.ask(case, known)

    def _read_payer(self) -> None:
        if self.payer.case is not None:
            self.model.prepare_invoice(self.payer.case, self.payer.typed())

    def _ask_advance(self, case: ToInvoice) -> None:
        self._paying = case
        self.open_page(self.advance)
        left = case.total - case.in_advance
        self.advance.ask_about(
            LEFT.format(left=left, estimate_no=case.estimate_no, patient=case.patient)
        )

    def _read_advance(self) -> None:
        self.advance.clear_errors()
        if self._paying is not None:
            self.model.read_advance(
                self._paying,
                self.advance.amount.input.text(),
                str(self.advance.method.input.value() or ""),
                self.advance.reference.input.text(),
            )

    def _check_advance(self, advance: Advance) -> None:
        self.ask(advance_check(advance), lambda: self.model.take_advance(advance))

    def _check(self, check: InvoiceCheck) -> None:
        self.ask(invoice_check(check), lambda: self.model.issue_invoice(check))


def advance_check(advance: Advance) -> Check:
    """From whom, how much, what of the estimate is left."""
    return Check(
        title=CHECK_ADVANCE,
        facts=(
            (tr("From"), advance.case.patient),
            (tr("Estimate"), advance.case.estimate_no),
            (tr("Amount"), str(advance.amount)),
            (tr("How it came"), METHODS[advance.method]),
            (tr("Reference"), advance.provider_ref or NO_ADDRESS),
            (tr("Not paid afterwards"), str(advance.missing)),
        ),
        then=ADVANCE_THEN,
        confirm=TAKE_ADVANCE,
        icon="cash",
    )


def invoice_check(check: InvoiceCheck) -> Check:
    """Made out to whom, for what, how much."""
    invoice = check.invoice
    address = ", ".join([*invoice.payer.address.lines, invoice.payer.address.postcode])
    lines = tuple((one.description, f"{one.net} ({one.tariff_year})") for one in invoice.lines)
    return Check(
        title=CHECK_INVOICE,
        facts=(
            *(((tr("Interim, up to"), show(check.through)),) if check.through else ()),
            (tr("Made out to"), invoice.payer.name),
            (tr("Address"), address.strip(", ") or NO_ADDRESS),
            (tr("Case"), f"{check.case.ref}, {check.case.patient}"),
            (tr("Estimate"), check.case.estimate_no),
            *lines,
            (tr("To pay"), str(invoice.balance)),
            (tr("Due"), show(invoice.due_on)),
        ),
        then=INVOICE_THEN,
        confirm=ISSUE,
        icon="receipt",
    )
