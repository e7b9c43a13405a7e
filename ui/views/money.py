"""Money, in finance's hands: what to invoice, what is owed, payments, credits by two people."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from app.core.errors import Known
from app.services.invoicing import Account, CreditProposal, Issued, ToInvoice
from ui.delegates.rows import Rows
from ui.models.listing import Line, Listing
from ui.models.money import InvoiceCheck, MoneyLists, MoneyModel, Payment
from ui.models.pdf import PdfModel
from ui.theme import current
from ui.views.money_checks import approval_check, credit_check, invoice_check, payment_check
from ui.views.money_detail import DetailCard
from ui.views.money_forms import CreditForm, MoneyForm, PayerForm, PaymentForm
from ui.views.money_rows import (
    ACCOUNTS,
    COLUMNS,
    CREDITS,
    TO_INVOICE,
    account_line,
    credit_line,
    key_of,
    to_invoice_line,
)
from ui.views.pdf_preview import PdfPreview
from ui.widgets.announce import announce
from ui.widgets.card import Card
from ui.widgets.check import Check, CheckPage
from ui.widgets.layout import NONE, Column, Label, Row
from ui.widgets.page import Page
from ui.widgets.scroll import Scroll
from ui.widgets.table import Table
from ui.widgets.tabs import Tab, Tabs

_TABS = {TO_INVOICE: "To invoice", ACCOUNTS: "Invoices", CREDITS: "Credits to approve"}
_NOTHING = {
    TO_INVOICE: "Nothing to invoice. A case comes here once it is decided, checked and estimated.",
    ACCOUNTS: "No invoice was issued yet.",
    CREDITS: "No credit note waits for approval.",
}
OWED = "{amount} owed"
COUNTS = "{invoices}, {waiting} to invoice"
ONE_INVOICE, SOME_INVOICES = "1 invoice", "{count} invoices"
NOT_YOURS = "Money is finance’s page. A senior officer approves credit notes here."
PROPOSED = "Proposed. A senior officer approves the credit of {doc_no}."
_LETTERS = {"invoice": "Invoice {no}", "receipt": "Receipt {no}", "credit": "Credit note {no}"}
_WIDTHS: dict[str, tuple[int | None, ...]] = {
    TO_INVOICE: (92, None, 112),
    ACCOUNTS: (134, None, 104, 96),
    CREDITS: (132, None, 112),
}
_LIST = 520
_BESIDE_FROM, _LEAST_CARD = 760, 210


class MoneyPage(Page):
    """Lists of several people: never a banner. Each act goes through a check page."""

    def __init__(self, model: MoneyModel, pdf: PdfModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._lists = MoneyLists(None, None, None)
        self._shown = ""
        self.owed = Label("", scale="screen", weight="strong")
        self.counts = Label("", role="text2")
        self.said = Label("", weight="label", wrap=True)
        self.problem = Label("", weight="strong", role="error", wrap=True)
        self.tabs = Tabs([])
        self.tables: dict[str, Table] = {}
        self.listings: dict[str, Listing] = {}
        self.empty = Label("", role="text2", wrap=True)
        self.detail = DetailCard(model)
        self.check = CheckPage()
        self.payment, self.credit, self.payer = PaymentForm(), CreditForm(), PayerForm()
        self.letter = PdfPreview(pdf)
        self._build()
        self._wire()
        self._say("")
        self._tell("")
        self.restyle()

    def opened(self) -> None:
        """Only the lists the person's roles allow."""
        self._model.watched = True
        self._make_tabs()
        self._stack.setCurrentWidget(self._lists_page)
        self._say("" if self._model.may_see() else NOT_YOURS)
        self._model.refresh()
        self._focus_list()

    def on_key(self, key: str) -> bool:
        """Esc closes what lies over the lists; nothing was done."""
        here = self._stack.currentWidget()
        if key != "Esc" or here is self._lists_page:
            return False
        if here is self.letter:
            self.letter.close_letter()
        else:
            self._back()
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._model.watched = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list leaves room for what is chosen in it."""
        super().resizeEvent(event)
        self.restyle()

    def restyle(self) -> None:
        """The list is as wide as the design says; above its detail where there is no room."""
        theme = current()
        stacked = self.width() < theme.px(_BESIDE_FROM)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._across.setDirection(down if stacked else across)
        most = self.width() if stacked else (self.width() - theme.px(62)) * 56 // 100
        self._list_card.setMinimumWidth(0)
        self._list_card.setMaximumWidth(most if stacked else min(theme.px(_LIST), most))
        for card in (self._list_card, self.detail):
            card.setMinimumHeight(theme.px(_LEAST_CARD))

    # Building

    def _build(self) -> None:
        self._list_card = Card(margins=(2, 6, 10, 6), gap=0)
        self._list_card.body.set_margins(NONE)
        self._tables = QStackedWidget()
        nothing = QWidget()
        Column(nothing, margins=(16, 12, 16, 12)).holding(self.empty, None)
        self._tables.addWidget(nothing)
        self._nothing = nothing
        for name, columns in COLUMNS.items():
            table = Table(_TABS[name], _WIDTHS[name], dense=False)
            listing = Listing(columns, self)
            table.setModel(listing)
            table.setItemDelegate(Rows(table))
            table.selectionModel().currentRowChanged.connect(lambda *_: self._show_current())
            table.opened.connect(lambda _row: self._to_detail())
            self.tables[name], self.listings[name] = table, listing
            self._tables.addWidget(table)
        self._list_card.body.addWidget(self._tables, 1)
        inside = QWidget()
        self._across = Row(gap=14)
        self._across.addWidget(self._list_card, 5)
        self._across.addWidget(self.detail, 4)
        self._head = Column()
        whole = Column(inside, gap=10, margins=(24, 16, 24, 12))
        whole.addLayout(Column(gap=0).holding(self.owed, self.counts))
        whole.addLayout(self._head)
        whole.addWidget(self.said)
        whole.addWidget(self.problem)
        whole.addLayout(self._across, 1)
        self._lists_page = Scroll(inside)
        self._stack = QStackedWidget()
        for page in (
            *(self._lists_page, self.check, self.payment),
            *(self.credit, self.payer, self.letter),
        ):
            self._stack.addWidget(page)
        Column(self).addWidget(self._stack)

    def _wire(self) -> None:
        model, detail = self._model, self.detail
        model.listed.connect(self._show_lists)
        model.to_check.connect(self._check_invoice)
        model.payer_needed.connect(self._ask_payer)
        model.payment_read.connect(self._check_payment)
        model.issued.connect(self._show_issued)
        model.proposed.connect(self._was_proposed)
        model.refused.connect(self._refuse)
        detail.invoice_wanted.connect(lambda case: model.prepare_invoice(case))
        detail.payment_wanted.connect(lambda account: self._open(self.payment, account))
        detail.credit_wanted.connect(lambda account: self._open(self.credit, account))
        detail.letter_wanted.connect(self._read_letter)
        detail.approval_wanted.connect(self._check_approval)
        self.payment.went_on.connect(self._read_payment)
        self.credit.went_on.connect(self._check_credit)
        self.payer.went_on.connect(self._read_payer)
        for form in (self.payment, self.credit, self.payer):
            form.back.connect(self._back)
        self.check.back.connect(self._back)
        self.letter.closed.connect(self._back)

    def _make_tabs(self) -> None:
        names = [TO_INVOICE, ACCOUNTS] if self._model.may_invoice() else []
        names += [CREDITS] if self._model.may_approve() else []
        before = self.tabs
        self.tabs = Tabs([Tab(name, _TABS[name], 0) for name in names])
        self.tabs.chosen.connect(self._show_tab)
        self._head.addWidget(self.tabs)
        self.tabs.setVisible(bool(names))
        before.hide()
        before.deleteLater()
        self._list_card.setVisible(bool(names))
        self.detail.setVisible(bool(names))
        self._show_tab(self._shown if self._shown in names else names[0] if names else "")

    # The lists

    def _show_lists(self, lists: MoneyLists) -> None:
        self._lists = lists
        self._fill(TO_INVOICE, [to_invoice_line(one) for one in lists.to_invoice or ()])
        self._fill(ACCOUNTS, [account_line(one) for one in lists.accounts or ()])
        self._fill(CREDITS, [credit_line(one) for one in lists.credits or ()])
        self.owed.setText(OWED.format(amount=lists.owed))
        self.owed.setVisible(lists.accounts is not None)
        count = len(lists.accounts or ())
        self.counts.setText(
            COUNTS.format(
                invoices=ONE_INVOICE if count == 1 else SOME_INVOICES.format(count=count),
                waiting=len(lists.to_invoice or ()),
            )
        )
        self.counts.setVisible(lists.accounts is not None)
        self._show_tab(self._shown)

    def _fill(self, name: str, lines: Sequence[Line]) -> None:
        table, listing = self.tables[name], self.listings[name]
        key = key_of(listing.thing_at(table.row()))
        listing.show_rows(lines)
        kept = [place for place, line in enumerate(lines) if key_of(line.thing) == key]
        table.go_to(kept[0] if kept and key else 0)
        self.tabs.set_count(name, len(lines))

    def _show_tab(self, name: str) -> None:
        self._shown = name
        if not name:
            return
        if self.tabs.key() != name:
            self.tabs.show_view(name)
        filled = self.listings[name].rowCount() > 0
        self._tables.setCurrentWidget(self.tables[name] if filled else self._nothing)
        self.empty.setText(_NOTHING[name])
        self._show_current()

    def _show_current(self) -> None:
        if self._shown:
            table = self.tables[self._shown]
            self.detail.show_thing(self.listings[self._shown].thing_at(table.row()))

    def _focus_list(self) -> None:
        if self._shown and self.listings[self._shown].rowCount():
            self.tables[self._shown].setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.tabs.count():
            self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_detail(self) -> None:
        """Enter on a line goes to what can be done with it; it does nothing by itself."""
        for button in self.detail.buttons:
            if button.isEnabled():
                button.setFocus(Qt.FocusReason.TabFocusReason)
                return

    # Acts: form, check, done

    def _open(self, form: PaymentForm | CreditForm, account: Account) -> None:
        self._tell("")
        self._stack.setCurrentWidget(form)
        form.ask(account)

    def _ask_payer(self, case: ToInvoice, known: Known) -> None:
        self._stack.setCurrentWidget(self.payer)
        self.payer.ask(case, known)

    def _read_payer(self) -> None:
        if self.payer.case is not None:
            self._model.prepare_invoice(self.payer.case, self.payer.typed())

    def _check_invoice(self, check: InvoiceCheck) -> None:
        self._ask(invoice_check(check), lambda: self._model.issue_invoice(check))

    def _read_payment(self) -> None:
        self.payment.clear_errors()
        if self.payment.account is not None:
            self._model.read_payment(
                self.payment.account,
                self.payment.amount.input.text(),
                str(self.payment.method.input.value() or ""),
                self.payment.reference.input.text(),
            )

    def _check_payment(self, payment: Payment) -> None:
        self._ask(payment_check(payment), lambda: self._model.take_payment(payment))

    def _check_credit(self) -> None:
        account, reason = self.credit.account, self.credit.reason.input.text().strip()
        self.credit.clear_errors()
        if account is None:
            return
        if len(reason.split()) < 2:
            self.credit.refuse(Known("no_reason", "Say why the charge is not due.", "reason"))
            return
        self._ask(
            credit_check(account, reason), lambda: self._model.propose_credit(account, reason)
        )

    def _check_approval(self, proposal: CreditProposal) -> None:
        self._tell("")
        self._ask(approval_check(proposal), lambda: self._model.approve_credit(proposal))

    def _ask(self, check: Check, confirmed: Callable[[], object]) -> None:
        self._stack.setCurrentWidget(self.check)
        self.check.ask(check, confirmed)

    def _show_issued(self, kind: str, issued: Issued) -> None:
        self._stack.setCurrentWidget(self.letter)
        title = _LETTERS[kind].format(no=issued.doc_no)
        self.letter.show_pdf(title, issued.pdf, f"Issued. {title}, {issued.total}.")

    def _read_letter(self, account: Account) -> None:
        self._stack.setCurrentWidget(self.letter)
        self.letter.open(_LETTERS["invoice"].format(no=account.doc_no), account.file_id)

    def _was_proposed(self, doc_no: str) -> None:
        self._back()
        self._tell(PROPOSED.format(doc_no=doc_no))

    def _back(self) -> None:
        self._stack.setCurrentWidget(self._lists_page)
        self._focus_list()

    def _refuse(self, known: Known) -> None:
        here = self._stack.currentWidget()
        if isinstance(here, MoneyForm):
            here.refuse(known)
            return
        self._back()
        self._say(known.message)

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        if words:
            announce(self, words, assertive=True)

    def _tell(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))
        if words:
            announce(self, words)
