"""Money, accounts: every invoice, how it stands, payments taken and credits proposed."""

from __future__ import annotations

from app.core.dates import show
from app.core.errors import Known
from app.core.money import ZERO
from app.services.account import AccountFile, AccountLine
from app.services.invoicing import Account
from app.services.letters import WrittenLetter
from ui.cells import Cell
from ui.language import tr
from ui.models.account_acts import Ready
from ui.models.letters import LettersModel
from ui.models.listing import Line
from ui.models.money_accounts import AccountsModel, Payment, owed_on
from ui.models.pdf import PdfModel
from ui.views.account_forms import ActForm, form_of
from ui.views.account_page import STATE_CHIPS, AccountPage
from ui.views.account_words import ACTS
from ui.views.letters import LettersPage
from ui.views.money_detail import NOTHING_CHOSEN
from ui.views.money_forms import METHODS, PaymentForm
from ui.views.money_list import ListPanel
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.check import Check
from ui.widgets.chip import Chip

NOTHING = tr("No invoice was issued yet.")
OWED = tr("{amount} owed")
ONE_INVOICE, SOME_INVOICES = tr("1 invoice"), tr("{count} invoices")
OPEN, PAYMENT, SEE = tr("&Open the account"), tr("Record a &payment"), tr("See the &invoice")
WHOLE = tr("of {total}, {paid} paid")
CHECK_PAYMENT, TAKE = tr("Check before you record the payment"), tr("&Record the payment")
PAYMENT_THEN = tr("A receipt is made. It goes to finance’s ledger with the next batch.")
NO_REFERENCE = tr("None")
PREVIEW, NOT_WRITTEN = tr("As it would be written"), tr("Nothing was written or sent yet.")
WRITTEN = tr("Written, and kept. Say under Letters when it has gone out.")
_COLUMNS = ((tr("Invoice"), 134), (tr("Payer"), None), (tr("Owed"), 104), (tr("State"), 122))
_STATE_ICONS = {
    "paid": ("circle-check", "success"),
    "cancelled": ("x", "text2"),
    "overdue": ("alert-triangle", "warn_text"),
}


class AccountsPanel(ListPanel[AccountLine]):
    """Every invoice; one opened whole, with everything that can be done about it."""

    def __init__(self, model: AccountsModel, pdf: PdfModel, letters: LettersModel) -> None:
        super().__init__(model, pdf, label=tr("Accounts"), columns=_COLUMNS, nothing=NOTHING)
        self.model, self._letters = model, letters
        self.letters = LettersPage(letters, lambda: model.desk.today)
        self._from_letters = False
        self.payment, self.page = PaymentForm(), AccountPage()
        self.forms: dict[str, ActForm] = {}
        self._form: ActForm | None = None  # behind the check page
        self._file: AccountFile | None = None  # the account that is open
        self._accounts: dict[str, Account] = {}
        self.pages.addWidget(self.page)
        self.pages.addWidget(self.letters)
        self.add_page(self.payment)
        self.payment.went_on.connect(self._read_payment)
        self._wire_acts()

    def line_of(self, thing: AccountLine) -> Line:
        """Invoice, payer, what is owed, state."""
        one = thing.account
        icon, role = _STATE_ICONS.get(thing.life, ("clock", "text2"))
        return Line(
            thing,
            (
                Cell(one.doc_no),
                Cell(one.payer, strong=True),
                Cell(str(one.balance), strong=True, right=True),
                Cell(thing.state, icon=icon, icon_role=role),
            ),
            tr("{doc_no}, {payer}, {balance} owed of {total}, {state}").format(
                doc_no=one.doc_no,
                payer=one.payer,
                balance=one.balance,
                total=one.total,
                state=thing.state,
            ),
        )

    def key_of(self, thing: AccountLine) -> str:
        """The invoice."""
        return thing.account.doc_no

    def show_head(self, things: tuple[AccountLine, ...]) -> None:
        """What is owed in all."""
        self._accounts = {thing.account.doc_no: thing.account for thing in things}
        count = len(things)
        counts = ONE_INVOICE if count == 1 else SOME_INVOICES.format(count=count)
        self.put_head(OWED.format(amount=owed_on(things)), counts)

    def show_thing(self, thing: AccountLine | None) -> None:
        """How the invoice stands, and what can be done with it."""
        if thing is None:
            self.detail.put(name=NOTHING_CHOSEN)
            return
        one = thing.account
        credited = "" if one.credited == ZERO else str(one.credited)
        facts = (
            (tr("Next"), thing.next),
            (tr("To look at"), ", ".join(thing.tasks)),
            (tr("Promise"), thing.promise),
            (tr("Plan"), thing.plan),
            (tr("Paid"), str(one.paid)),
            (tr("Credited"), credited),
            (tr("Still owed"), str(one.balance)),
            (tr("Due"), show(one.due_on)),
        )
        self.detail.put(
            name=one.payer,
            what=tr("Invoice {doc_no} of {issued_on}").format(
                doc_no=one.doc_no, issued_on=show(one.issued_on)
            ),
            figure=str(one.balance),
            of=WHOLE.format(total=one.total, paid=one.paid),
            facts=tuple((label, words) for label, words in facts if words),
            chip=Chip(thing.state, STATE_CHIPS.get(thing.life, "neutral")),
            buttons=self._buttons(one),
        )

    def open_account(self, doc_no: str) -> None:
        """One account over the list."""
        self.page.tell("")
        self.model.open(doc_no)

    def on_key(self, key: str) -> bool:
        """Esc goes back one page: to the account, then to the list."""
        if key == "Esc" and self.pages.currentWidget() is self.page:
            self._close_account()
            return True
        return super().on_key(key)

    def opened(self) -> None:
        """The list, read again."""
        self._file = None
        super().opened()

    def back(self) -> None:
        """To the letters or the account that is open, else to the list."""
        self._form = None
        if self._from_letters and self.pages.currentWidget() is self.letter:
            self.pages.setCurrentWidget(self.letters)
            self.letters.panel.which.input.setFocus()
            return
        self._from_letters = False
        if self._file is None:
            super().back()
            return
        self.pages.setCurrentWidget(self.page)
        self.page.take_focus()

    def refuse(self, known: Known) -> None:
        """In the form it came from, also from behind its check page; else over the account."""
        if self._form is not None:
            self.pages.setCurrentWidget(self._form)
            self._form.refuse(known)
            return
        super().refuse(known)
        if self._file is not None:
            self.page.tell(known.message)

    def _wire_acts(self) -> None:
        model, page = self.model, self.page
        model.payment_read.connect(self._check_payment)
        model.issued.connect(
            lambda done: self.show_issued(tr("Receipt {doc_no}").format(doc_no=done.doc_no), done)
        )
        model.opened.connect(self._show_account)
        model.ready.connect(self._check)
        model.done.connect(self._was_done)
        model.previewed.connect(self._show_preview)
        page.back.connect(self._close_account)
        page.wanted.connect(self._want)
        page.payment_wanted.connect(self._pay_open)
        page.invoice_wanted.connect(self._read_invoice)
        page.preview_wanted.connect(self._preview)
        page.letters_wanted.connect(self._open_letters)
        self.letters.back.connect(self.back)
        self.letters.panel.read_wanted.connect(self.read_letter)
        self._letters.seen.connect(self._show_seen)
        self._letters.written.connect(self._show_written)

    def _buttons(self, account: Account) -> tuple[Button, ...]:
        opens = Button(OPEN, kind="primary", icon="folder")
        see = Button(SEE, icon="file-text")
        pay = Button(PAYMENT, icon="cash")
        opens.clicked.connect(lambda: self.open_account(account.doc_no))
        see.clicked.connect(
            lambda: self.read_letter(
                tr("Invoice {doc_no}").format(doc_no=account.doc_no), account.file_id
            )
        )
        pay.clicked.connect(lambda: self._pay(account))
        pay.setEnabled(account.state != tr("Cancelled") and account.balance > ZERO)
        return opens, pay, see

    def _show_account(self, file: AccountFile) -> None:
        is_new = self._file is None
        self._file = file
        self.page.show_file(file, may_propose=self.model.may_propose())
        if is_new:
            self.pages.setCurrentWidget(self.page)
            self.page.take_focus()

    def _close_account(self) -> None:
        self._file = None
        self.model.close()
        self.back()

    # Acts of the account that is open

    def _want(self, act: str, given: dict[str, str]) -> None:
        assert self._file is not None
        if act in ("send", "claim"):
            self.model.prepare(act, self._file, given)
            return
        if act not in self.forms:
            form = self.forms[act] = form_of(
                act, self.model.desk.finance, lambda: self.model.desk.today
            )
            self.add_page(form)
            form.went_on.connect(self._read_form)
        self._form = self.forms[act]
        self.open_page(self._form)
        self._form.ask(
            tr("Invoice {doc_no}, {payer}.").format(
                doc_no=self._file.doc_no, payer=self._file.payer
            ),
            given,
        )

    def _read_form(self) -> None:
        if self._form is not None and self._file is not None:
            self._form.clear_errors()
            self.model.prepare(self._form.act, self._file, self._form.typed())

    def _check(self, ready: Ready) -> None:
        words = ACTS[ready.act]
        check = Check(
            title=words.title,
            facts=ready.facts,
            then=words.then,
            confirm=words.confirm,
            icon=words.icon,
        )
        self.ask(check, lambda: self.model.commit(ready))

    def _was_done(self, act: str, result: object) -> None:
        self.back()
        self.page.tell(ACTS[act].done)
        announce(self, ACTS[act].done)
        if isinstance(result, WrittenLetter):
            self.pages.setCurrentWidget(self.letter)
            title = (
                f"{self.model.desk.press.words.letters[result.kind.value].title}, {result.number}"
            )
            self.letter.show_pdf(title, result.pdf, ACTS[act].done, file_id=result.file_id)

    def _preview(self, step: str) -> None:
        if self._file is not None:
            self.model.preview(self._file.doc_no, step)

    def _show_preview(self, pdf: bytes) -> None:
        self.pages.setCurrentWidget(self.letter)
        self.letter.show_pdf(PREVIEW, pdf, NOT_WRITTEN, draft=True)

    def _open_letters(self) -> None:
        if self._file is not None:
            self._from_letters = True
            self.open_page(self.letters)
            self.letters.open(self._file.ref, self._file.doc_no, self._file.payer)

    def _show_seen(self, title: str, pdf: bytes) -> None:
        self.pages.setCurrentWidget(self.letter)
        self.letter.show_pdf(title, pdf, NOT_WRITTEN, draft=True)

    def _show_written(self, title: str, written: WrittenLetter) -> None:
        self.pages.setCurrentWidget(self.letter)
        self.letter.show_pdf(title, written.pdf, WRITTEN, file_id=written.file_id)

    def _read_invoice(self) -> None:
        if self._file is not None:
            self.read_letter(
                tr("Invoice {doc_no}").format(doc_no=self._file.doc_no), self._file.file_id
            )

    def _pay_open(self) -> None:
        if self._file is not None:
            self._pay(self._accounts[self._file.doc_no])

    def _pay(self, account: Account) -> None:
        self.open_page(self.payment)
        self.payment.ask(account)

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


def payment_check(payment: Payment) -> Check:
    """From whom, how much, what is left."""
    account = payment.account
    return Check(
        title=CHECK_PAYMENT,
        facts=(
            (tr("From"), account.payer),
            (tr("Invoice"), account.doc_no),
            (tr("Amount"), str(payment.amount)),
            (tr("How it came"), METHODS[payment.method]),
            (tr("Reference"), payment.provider_ref or NO_REFERENCE),
            (tr("Still owed afterwards"), str(account.balance - payment.amount)),
        ),
        then=PAYMENT_THEN,
        confirm=TAKE,
        icon="cash",
    )
