"""Money, accounts: what is owed by age, every invoice, and the one chosen whole beside them."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout

from app.casework.letter_kinds import LetterKind
from app.core.money import ZERO
from app.services.account import AccountFile, AccountLine, Owed
from app.services.letters import WrittenLetter
from ui.bound import bound
from ui.cells import Cell
from ui.language import tr
from ui.models.account_acts import Ready
from ui.models.letters import LettersModel
from ui.models.listing import Line
from ui.models.money_accounts import AccountsModel, Payment
from ui.models.pdf import PdfModel
from ui.theme import current
from ui.views.account_card import AccountCard
from ui.views.account_forms import ActForm, form_of
from ui.views.account_payment import payment_check
from ui.views.account_words import ACTS, act_check
from ui.views.letters import LettersPage
from ui.views.money_forms import PaymentForm
from ui.views.money_list import ListPanel
from ui.widgets.age_strip import AgeStrip, StripBand, said
from ui.widgets.announce import announce
from ui.widgets.button import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.layout import Column, Label, Row
from ui.widgets.reading import in_reading_order

NOTHING, NONE_HERE = tr("No invoice was issued yet."), tr("Nothing of this age is owed.")
OWED = tr("{amount} owed")
ONE, SOME = tr("1 account"), tr("{count} accounts")
ON_PLAN, ON_HOLD = tr("{count} on a plan"), tr("{count} on hold")
ALL, ALL_AGAIN = tr("All accounts"), tr("Show all accounts again")
AGES = tr("Debt by age")
PAYMENT, STATEMENTS = tr("Record a &payment"), tr("St&atements")
PREVIEW, NOT_WRITTEN = tr("As it would be written"), tr("Nothing was written or sent yet.")
WRITTEN = tr("Written, and kept. Say under Letters when it has gone out.")
TO_LOOK_AT, HELD = tr("To look at"), tr("On hold")
_COLUMNS = ((tr("Ref"), 76), (tr("Account"), None), (tr("Owed"), 108), (tr("State"), 118))
_TIGHT, _TIGHT_UNDER = (74, None, 92, 106), 1000
_ACTS_BESIDE_FROM = 560  # what is owed and the two acts stand in one line
_DISPUTED = "disputed"
_STATE_ICONS = {
    "paid": ("circle-check", "success"),
    "cancelled": ("x", "text2"),
    "overdue": ("alert-triangle", "warn_text"),
    "plan": ("calendar", "text2"),
    "promised": ("heart-handshake", "text2"),
    _DISPUTED: ("scale", "text2"),
    "legal": ("scale", "text2"),
    "agency": ("external-link", "text2"),
}


class AccountsPanel(ListPanel[AccountLine]):
    """The strip filters the list; the line chosen is shown whole, with all that can be done."""

    WIDE, SHARE = 452, 51

    def __init__(self, model: AccountsModel, pdf: PdfModel, letters: LettersModel) -> None:
        self.strip = AgeStrip(AGES)
        self.statements = Button(STATEMENTS, icon="printer")
        self.pay = Button(PAYMENT, kind="primary", icon="plus")
        self.filter = Label(ALL, weight="strong")
        self.all_again = IconButton("x", ALL_AGAIN, kind="text")
        self.listed = Label("", scale="small", role="text2")
        super().__init__(model, pdf, label=tr("Accounts"), columns=_COLUMNS, nothing=NOTHING)
        self.model, self._letters = model, letters
        self.letters = LettersPage(letters, lambda: model.desk.today)
        self._from_letters = False
        self.payment = PaymentForm()
        self.forms: dict[str, ActForm] = {}
        self._form: ActForm | None = None  # behind the check page
        self._about: AccountFile | None = None  # whom the form is about, whatever is chosen since
        self._wanted = ""  # an account to be opened as soon as the list is there
        self._owed: Owed | None = None
        self._came_from = ""  # the button that led away from the card
        self.pages.addWidget(self.letters)
        self.add_page(self.payment)
        self.payment.went_on.connect(self._read_payment)
        self._wire_acts()

    @cached_property
    def page(self) -> AccountCard:
        """The account chosen."""
        return AccountCard()

    def beside(self) -> Card:
        """The account itself."""
        return self.page

    def lay_head(self, whole: Column) -> None:
        """What is owed, the two acts that need no scrolling, and the strip."""
        acts = Flow(gap=(8, 6))
        for button in (self.statements, self.pay):
            acts.addWidget(button)
            button.setEnabled(False)
        self._head = Row(gap=16)
        self._head.addLayout(Column(gap=0).holding(self.headline, self.counts), 1)
        self._head.addLayout(acts)
        whole.addLayout(self._head)
        whole.addWidget(self.strip)

    def lay_list(self, column: Column) -> None:
        """Which accounts are listed, and how many."""
        head = Row(gap=6, margins=(10, 2, 8, 2))
        head.holding(self.filter, self.all_again, None, self.listed)
        column.addLayout(head)
        self.all_again.hide()

    def restyle(self) -> None:
        """Narrower columns where the list is narrower, and the acts under what is owed."""
        super().restyle()
        beside = self.width() >= current().px(_ACTS_BESIDE_FROM)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._head.setDirection(across if beside else down)
        tight = self.width() < current().px(_TIGHT_UNDER)
        self.table.set_widths(_TIGHT if tight else [width for _, width in _COLUMNS])

    def line_of(self, thing: AccountLine) -> Line:
        """Case, payer, what is owed, state."""
        one = thing.account
        words, (icon, role) = thing.state, _STATE_ICONS.get(thing.life, ("clock", "text2"))
        if thing.tasks:
            words, icon, role = TO_LOOK_AT, "phone", "warn_text"
        elif thing.is_held and thing.life != _DISPUTED:  # which says why it rests
            words, icon, role = HELD, "shield", "warn_text"
        return Line(
            thing,
            (
                Cell(thing.ref),
                Cell(one.payer, strong=True),
                Cell(str(one.balance), strong=True, right=True),
                Cell(words, icon=icon, icon_role=role),
            ),
            tr("{ref}, {payer}, invoice {doc_no}, {balance} owed of {total}, {state}").format(
                ref=thing.ref,
                payer=one.payer,
                doc_no=one.doc_no,
                balance=one.balance,
                total=one.total,
                state=words,
            ),
        )

    def key_of(self, thing: AccountLine) -> str:
        """The invoice."""
        return thing.account.doc_no

    def show_head(self, things: tuple[AccountLine, ...]) -> None:
        """How many are listed, and what is owed in all."""
        self.listed.setText(_count(len(things)))
        self.empty.setText(NOTHING if self.strip.band() < 0 else NONE_HERE)
        if self._owed is None:
            return
        told = [_count(self._owed.invoices)]
        if self.strip.band() < 0:
            plans = sum(thing.life == "plan" for thing in things)
            held = sum(thing.is_held for thing in things)
            told += [ON_PLAN.format(count=plans)] if plans else []
            told += [ON_HOLD.format(count=held)] if held else []
            self.put_head(OWED.format(amount=self._owed.owed), ", ".join(told))

    def show_thing(self, thing: AccountLine | None) -> None:
        """The line chosen: what the list knows at once, the rest once it is read."""
        if thing is None:
            self.model.close()
            self.page.show_nothing()
            self._allow_acts()
            return
        self.page.show_line(thing)
        self._allow_acts()
        self.model.open(thing.account.doc_no)

    def show_list(self, things: tuple[AccountLine, ...]) -> None:
        """Other lines; an account asked for from elsewhere is the one shown."""
        super().show_list(things)
        wanted, self._wanted = self._wanted, ""
        if not wanted:
            return
        rows = [row for row, one in enumerate(things) if self.key_of(one) == wanted]
        if rows:
            self.table.go_to(rows[0])
        else:
            self.model.open(wanted)
        self.page.take_focus()

    def open_account(self, doc_no: str) -> None:
        """One account, from elsewhere."""
        self._wanted = doc_no
        self._choose_band(-1)

    def to_detail(self) -> None:
        """Enter on a line goes to what can be done with it; it does nothing by itself."""
        self.page.take_focus()

    def take_focus(self) -> None:
        """To the button that led away, else to the list."""
        came_from, self._came_from = self._came_from, ""
        button = self.page.buttons.get(came_from)
        if button is not None and button.isEnabled():
            button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().take_focus()

    def on_key(self, key: str) -> bool:
        """Esc goes back one page; within the account, to the list."""
        if key == "Esc" and self.page.isAncestorOf(self.window().focusWidget() or self):
            super().take_focus()
            return True
        return super().on_key(key)

    def back(self) -> None:
        """To the letters that were open, else to the accounts."""
        self._form = self._about = None
        if self._from_letters and self.pages.currentWidget() is self.letter:
            self.pages.setCurrentWidget(self.letters)
            self.letters.panel.which.input.setFocus()
            return
        self._from_letters = False
        super().back()

    def _wire_acts(self) -> None:
        model, page = self.model, self.page
        model.headed.connect(self._show_owed)
        model.payment_read.connect(self._check_payment)
        model.issued.connect(
            bound(
                self,
                lambda done: self.show_issued(
                    tr("Receipt {doc_no}").format(doc_no=done.doc_no), done
                ),
            )
        )
        model.opened.connect(self._show_account)
        model.ready.connect(self._check)
        model.done.connect(self._was_done)
        model.previewed.connect(self._show_preview)
        page.wanted.connect(self._want)
        page.invoice_wanted.connect(self._read_invoice)
        page.preview_wanted.connect(self._preview)
        page.letters_wanted.connect(lambda: self._open_letters("letters"))
        self.statements.clicked.connect(lambda: self._open_letters("", wanted=LetterKind.STATEMENT))
        self.pay.clicked.connect(self._pay)
        self.strip.chosen.connect(self._choose_band)
        self.all_again.clicked.connect(lambda: self._choose_band(-1))
        self.letters.back.connect(self.back)
        self.letters.panel.read_wanted.connect(self.read_letter)
        self._letters.seen.connect(self._show_seen)
        self._letters.written.connect(self._show_written)

    def _show_owed(self, owed: Owed) -> None:
        self._owed = owed
        self.put_head(OWED.format(amount=owed.owed), self.counts.text() or _count(owed.invoices))
        self.strip.show_bands(
            [
                StripBand(
                    band.label,
                    str(band.owed),
                    band.owed.pence,
                    said(band.title, str(band.owed), band.invoices),
                )
                for band in owed.bands
            ]
        )

    def _choose_band(self, place: int) -> None:
        """Only the accounts of one age, or all again; said, since the list changes elsewhere."""
        had_focus = self.all_again.hasFocus()
        self.strip.choose(place)
        words = ALL if place < 0 or self._owed is None else self._owed.bands[place].title
        self.filter.setText(words)
        self.all_again.setVisible(place >= 0)
        self.model.show_band(None if place < 0 else place)
        announce(self, f"{words}. {self.listed.text()}")
        if had_focus:
            super().take_focus()

    def _show_account(self, file: AccountFile) -> None:
        self.page.show_file(file, may_propose=self.model.may_propose(), today=self.model.desk.today)
        self._allow_acts()
        in_reading_order(self.own_page)  # it came after its line was laid down

    def _allow_acts(self) -> None:
        """A payment where something is owed, a statement of any account."""
        file = self.page.file
        self.statements.setEnabled(file is not None)
        self.pay.setEnabled(file is not None and file.account.balance > ZERO)

    # Acts of the account that is open

    def _want(self, act: str, given: dict[str, str]) -> None:
        file = self.page.file
        assert file is not None
        self.say("")
        self.tell("")
        self._came_from = f"send-{given['step']}" if act == "send" else act
        if act in ("send", "claim"):
            self.model.prepare(act, file, given)
            return
        if act not in self.forms:
            form = self.forms[act] = form_of(
                act, self.model.desk.finance, lambda: self.model.desk.today
            )
            self.add_page(form)
            form.went_on.connect(self._read_form)
        self._form, self._about = self.forms[act], file
        self.open_page(self._form)
        about = tr("Invoice {doc_no}, {payer}.").format(doc_no=file.doc_no, payer=file.payer)
        self._form.ask(about, given)

    def _read_form(self) -> None:
        if self._form is not None and self._about is not None:
            self._form.clear_errors()
            self.model.prepare(self._form.act, self._about, self._form.typed())

    def _check(self, ready: Ready) -> None:
        self.ask(act_check(ready), lambda: self.model.commit(ready))

    def _was_done(self, act: str, result: object) -> None:
        self.back()
        self.tell(ACTS[act].done)
        if isinstance(result, WrittenLetter):
            self.pages.setCurrentWidget(self.letter)
            title = (
                f"{self.model.desk.press.words.letters[result.kind.value].title}, {result.number}"
            )
            self.letter.show_pdf(title, result.pdf, ACTS[act].done, file_id=result.file_id)

    def _preview(self, step: str) -> None:
        if self.page.file is not None:
            self._came_from = f"see-{step}"
            self.model.preview(self.page.file.doc_no, step)

    def _show_preview(self, pdf: bytes) -> None:
        self.pages.setCurrentWidget(self.letter)
        self.letter.show_pdf(PREVIEW, pdf, NOT_WRITTEN, draft=True)

    def _open_letters(self, came_from: str, *, wanted: LetterKind | None = None) -> None:
        file = self.page.file
        if file is not None:
            self._from_letters, self._came_from = True, came_from
            self.open_page(self.letters)
            self.letters.open(file.ref, file.doc_no, file.payer, wanted=wanted)

    def _show_seen(self, title: str, pdf: bytes) -> None:
        self.pages.setCurrentWidget(self.letter)
        self.letter.show_pdf(title, pdf, NOT_WRITTEN, draft=True)

    def _show_written(self, title: str, written: WrittenLetter) -> None:
        self.pages.setCurrentWidget(self.letter)
        self.letter.show_pdf(title, written.pdf, WRITTEN, file_id=written.file_id)

    def _read_invoice(self) -> None:
        file = self.page.file
        if file is not None:
            self._came_from = "invoice"
            self.read_letter(tr("Invoice {doc_no}").format(doc_no=file.doc_no), file.file_id)

    def _pay(self) -> None:
        if self.page.file is not None:
            self.open_page(self.payment)
            self.payment.ask(self.page.file.account)

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


def _count(accounts: int) -> str:
    return ONE if accounts == 1 else SOME.format(count=accounts)
