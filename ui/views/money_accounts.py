"""Money, accounts: every invoice, how it stands, payments taken and credits proposed."""

from __future__ import annotations

from app.core.dates import show
from app.core.errors import Known
from app.core.money import ZERO
from app.services.invoicing import Account
from ui.cells import Cell
from ui.models.listing import Line
from ui.models.money_accounts import AccountsModel, Payment, owed_on
from ui.models.pdf import PdfModel
from ui.views.money_detail import NOTHING_CHOSEN
from ui.views.money_forms import METHODS, CreditForm, PaymentForm
from ui.views.money_list import ListPanel
from ui.widgets.button import Button
from ui.widgets.check import Check
from ui.widgets.chip import Chip

NOTHING = "No invoice was issued yet."
OWED = "{amount} owed"
ONE_INVOICE, SOME_INVOICES = "1 invoice", "{count} invoices"
PAYMENT, CREDIT, SEE = "Record a &payment", "Propose a &credit note", "See the &invoice"
WHOLE = "of {total}, {paid} paid"
PROPOSED = "Proposed. A senior officer approves the credit of {doc_no}."
CHECK_PAYMENT, TAKE = "Check before you record the payment", "&Record the payment"
PAYMENT_THEN = "A receipt is made. It goes to finance’s ledger with the next batch."
CHECK_CREDIT, PROPOSE = "Check before you propose the credit", "&Propose the credit note"
PROPOSE_THEN = "Nothing changes until another person, a senior officer, approves."
NO_REFERENCE = "None"
_COLUMNS = (("Invoice", 134), ("Payer", None), ("Owed", 104), ("State", 96))
_STATE_CHIPS = {
    "Paid": "done",
    "Part paid": "neutral",
    "To pay": "neutral",
    "Cancelled": "ask_later",
}


class AccountsPanel(ListPanel[Account]):
    """An invoice read again, a payment recorded, a credit asked for."""

    def __init__(self, model: AccountsModel, pdf: PdfModel) -> None:
        super().__init__(model, pdf, label="Accounts", columns=_COLUMNS, nothing=NOTHING)
        self.model = model
        self.payment, self.credit = PaymentForm(), CreditForm()
        self.add_page(self.payment)
        self.add_page(self.credit)
        self.payment.went_on.connect(self._read_payment)
        self.credit.went_on.connect(self._check_credit)
        model.payment_read.connect(self._check_payment)
        model.issued.connect(lambda done: self.show_issued(f"Receipt {done.doc_no}", done))
        model.proposed.connect(self._was_proposed)

    def line_of(self, thing: Account) -> Line:
        """Invoice, payer, what is owed, state."""
        icon = {"Paid": "circle-check", "Cancelled": "x"}.get(thing.state, "clock")
        role = "success" if thing.state == "Paid" else "text2"
        return Line(
            thing,
            (
                Cell(thing.doc_no),
                Cell(thing.payer, strong=True),
                Cell(str(thing.balance), strong=True, right=True),
                Cell(thing.state, icon=icon, icon_role=role),
            ),
            f"{thing.doc_no}, {thing.payer}, {thing.balance} owed of {thing.total}, {thing.state}",
        )

    def key_of(self, thing: Account) -> str:
        """The invoice."""
        return thing.doc_no

    def show_head(self, things: tuple[Account, ...]) -> None:
        """What is owed in all."""
        count = len(things)
        counts = ONE_INVOICE if count == 1 else SOME_INVOICES.format(count=count)
        self.put_head(OWED.format(amount=owed_on(things)), counts)

    def show_thing(self, thing: Account | None) -> None:
        """How the invoice stands, and what can be done with it."""
        if thing is None:
            self.detail.put(name=NOTHING_CHOSEN)
            return
        credited = (("Credited", str(thing.credited)),) if thing.credited != ZERO else ()
        self.detail.put(
            name=thing.payer,
            what=f"Invoice {thing.doc_no} of {show(thing.issued_on)}",
            figure=str(thing.balance),
            of=WHOLE.format(total=thing.total, paid=thing.paid),
            facts=(
                ("Total", str(thing.total)),
                ("Paid", str(thing.paid)),
                *credited,
                ("Still owed", str(thing.balance)),
                ("Due", show(thing.due_on)),
            ),
            chip=Chip(thing.state, _STATE_CHIPS.get(thing.state, "neutral")),
            buttons=self._buttons(thing),
        )

    def _buttons(self, account: Account) -> tuple[Button, ...]:
        see = Button(SEE, icon="file-text")
        pay = Button(PAYMENT, kind="primary", icon="cash")
        credit = Button(CREDIT, icon="pencil")
        see.clicked.connect(lambda: self.read_letter(f"Invoice {account.doc_no}", account.file_id))
        pay.clicked.connect(lambda: self._open(self.payment, account))
        credit.clicked.connect(lambda: self._open(self.credit, account))
        open_still = account.state != "Cancelled"
        pay.setEnabled(open_still and account.balance > ZERO)
        credit.setEnabled(open_still and self.model.may_propose())
        return pay, see, credit

    def _open(self, form: PaymentForm | CreditForm, account: Account) -> None:
        self.open_page(form)
        form.ask(account)

    def _read_payment(self) -> None:
        self.payment.clear_errors()
        if self.payment.account is not None:
            self.model.read_payment(
                self.payment.account,
                self.payment.amount.input.text(),
                str(self.payment.method.input.value() or ""),
                self.payment.reference.input.text(),
            )

    def _check_payment(self, payment: Payment) -> None:
        self.ask(payment_check(payment), lambda: self.model.take_payment(payment))

    def _check_credit(self) -> None:
        account, reason = self.credit.account, self.credit.reason.input.text().strip()
        self.credit.clear_errors()
        if account is None:
            return
        if len(reason.split()) < 2:
            self.credit.refuse(Known("no_reason", "Say why the charge is not due.", "reason"))
            return
        self.ask(credit_check(account, reason), lambda: self.model.propose_credit(account, reason))

    def _was_proposed(self, doc_no: str) -> None:
        self.back()
        self.tell(PROPOSED.format(doc_no=doc_no))


def payment_check(payment: Payment) -> Check:
    """From whom, how much, what is left."""
    account = payment.account
    return Check(
        title=CHECK_PAYMENT,
        facts=(
            ("From", account.payer),
            ("Invoice", account.doc_no),
            ("Amount", str(payment.amount)),
            ("How it came", METHODS[payment.method]),
            ("Reference", payment.provider_ref or NO_REFERENCE),
            ("Still owed afterwards", str(account.balance - payment.amount)),
        ),
        then=PAYMENT_THEN,
        confirm=TAKE,
        icon="cash",
    )


def credit_check(account: Account, reason: str) -> Check:
    """What is proposed to be credited, and why."""
    return Check(
        title=CHECK_CREDIT,
        facts=(
            ("Invoice", account.doc_no),
            ("Payer", account.payer),
            ("Amount", str(account.total)),
            ("Why", reason),
        ),
        then=PROPOSE_THEN,
        confirm=PROPOSE,
    )
