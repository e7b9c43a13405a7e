"""What finance types before a check page: a payment, the reason of a credit, another payer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.billing.payment import Method
from app.core.errors import Known
from app.services.invoicing import Account, ToInvoice
from ui.language import told, tr
from ui.models.money_invoicing import TypedPayer
from ui.theme import current
from ui.widgets.address import AddressLines, Postcode
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.inputs import Choice, LineEdit
from ui.widgets.layout import Column, Grid, Label, Row
from ui.widgets.scroll import Scroll
from ui.widgets.typed import typed_in

GO_ON, BACK = tr("&Go on to the check"), tr("&Back")
PAYMENT_TITLE = tr("Record a payment")
AMOUNT, METHOD, REFERENCE = (
    tr("Amount received"),
    tr("How it came"),
    tr("Reference, from the terminal or bank"),
)
OWED = tr("{balance} is owed on invoice {doc_no}, {payer}.")
NO_CARD_NUMBER = tr("Never a card number: only the terminal’s or bank’s own reference.")
PAYER_TITLE = tr("Who pays this invoice")
LIABLE, NAME, ADDRESS, POSTCODE = tr("Pays as"), tr("Name"), tr("Address"), tr("Postcode")
ON_BEHALF = tr(
    "Make the invoice out to somebody else only where they have promised in writing to pay: a "
    "signed undertaking, or a letter of guarantee. The patient stays liable."
)
METHODS = {
    Method.CARD_TERMINAL: tr("Card at the desk"),
    Method.GOVUK_PAY: tr("GOV.UK Pay"),
    Method.BACS: tr("Bank transfer (BACS)"),
    Method.FPS: tr("Bank transfer (Faster Payments)"),
    Method.CASH: tr("Cash"),
    Method.CHEQUE: tr("Cheque"),
}
PAYERS = {
    "PARENT": tr("Person with parental responsibility"),
    "SHIPOWNER": tr("Shipowner"),
    "EMPLOYER": tr("Employer"),
    "ESTATE": tr("Estate"),
    "SPONSOR": tr("Sponsor or relative, by their undertaking"),
    "INSURER": tr("Insurer, by its guarantee"),
    "EMBASSY": tr("Embassy, by its letter"),
}
_WIDEST = 760


class MoneyForm(QWidget):
    """A card in the middle with `back`; `went_on` says that the fields are to be read."""

    back = Signal()
    went_on = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = Card(title, scale="screen", gap=14, margins=(32, 26, 32, 28))
        self.words = Label("", role="text2", wrap=True)
        self.problem = Label("", weight="strong", role="error", wrap=True)
        self.problem.hide()
        self.go_on = Button(GO_ON, kind="primary", icon="chevron-right", trailing=True, main=True)
        self.go_back = Button(BACK, main=True)
        self.card.body.addWidget(self.words)
        self.card.body.addWidget(self.problem)
        self._fields = Column(gap=12)
        self.card.body.addLayout(self._fields)
        acts = Row(gap=12, margins=(0, 4, 0, 0)).holding(self.go_on, self.go_back, None)
        self.card.body.addLayout(acts)
        inside = QWidget()
        row = Row(inside, margins=(24, 24, 24, 4))
        row.addStretch(1)
        row.addLayout(Column().holding(self.card, None), 40)  # all there is, up to its width
        row.addStretch(1)
        Column(self).addWidget(Scroll(inside))
        self.go_on.clicked.connect(self.went_on)
        self.go_back.clicked.connect(self.back)
        self._about: object = None  # what the words in the fields were typed for
        self._typed = typed_in(self, title)
        self.restyle()

    def restyle(self) -> None:
        """As wide as a page to be read."""
        self.card.setMaximumWidth(current().px(_WIDEST))

    def begin(self, about: object, empty: Callable[[], None]) -> None:
        """What was typed stays for the same until it is done; for another, `empty` the fields first
        and go on where this person was."""
        if self._about == about:
            return
        self._typed.set_down()
        self._about = about
        empty()
        self._typed.take_up(str(about))

    def hand_over(self) -> None:
        """What was typed is asked to be saved."""
        self._typed.hand_over()

    def come_back(self) -> None:
        """It was not saved: it stands here as before."""
        self._typed.come_back()

    def done(self) -> None:
        """What was typed is saved, and stands in no form any more."""
        self._about = None
        self._typed.done()

    def refuse(self, known: Known) -> None:
        """Say a refusal that belongs to no field."""
        self._say(told(known))

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        if words:
            announce(self, words, assertive=True)


class PaymentForm(MoneyForm):
    """Amount, method, reference of one account."""

    def __init__(self) -> None:
        super().__init__(PAYMENT_TITLE)
        self.account: Account | None = None
        self.amount = Field(AMOUNT, LineEdit(placeholder="1,234.50"))
        self.method = Field(METHOD, Choice([(one.value, words) for one, words in METHODS.items()]))
        self.reference = Field(REFERENCE, LineEdit(), hint=NO_CARD_NUMBER)
        grid = Grid(gap=(16, 12))
        grid.addWidget(self.amount, 0, 0)
        grid.addWidget(self.method, 0, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._fields.addLayout(grid)
        self._fields.addWidget(self.reference)
        for line in (self.amount.input, self.reference.input):
            line.returnPressed.connect(self.went_on)

    def ask(self, account: Account) -> None:
        """The form for an account."""
        self.account = account
        self.ask_about(
            OWED.format(balance=account.balance, doc_no=account.doc_no, payer=account.payer)
        )

    def ask_about(self, words: str) -> None:
        """The form, saying what the money is for."""
        self.words.setText(words)
        self.begin(words, self._empty)
        self.clear_errors()
        self.amount.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _empty(self) -> None:
        self.amount.input.clear()
        self.method.input.set_value(None)
        self.reference.input.clear()

    def clear_errors(self) -> None:
        """Nothing is wrong so far."""
        self._say("")
        self.amount.set_error("")
        self.method.set_error("")

    def refuse(self, known: Known) -> None:
        """Beside the field at fault."""
        if known.field == "amount":
            self.amount.set_error(told(known))
            self.amount.input.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, told(known), assertive=True)
        elif known.field == "method":
            self.method.set_error(told(known))
            self.method.input.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, told(known), assertive=True)
        else:
            super().refuse(known)


class PayerForm(MoneyForm):
    """Whom the law makes liable in the patient's place, or who pays on the patient's behalf."""

    def __init__(self) -> None:
        super().__init__(PAYER_TITLE)
        self.case: ToInvoice | None = None
        self.liable = Field(LIABLE, Choice(list(PAYERS.items())))
        self.name = Field(NAME, LineEdit())
        self.address = Field(ADDRESS, AddressLines(lines=3))
        self.postcode = Field(POSTCODE, Postcode())
        self.address.input.beside(self.postcode.input)
        self._fields.holding(self.liable, self.name, self.address, self.postcode)
        for line in (self.name.input, self.postcode.input):
            line.returnPressed.connect(self.went_on)

    def ask(self, case: ToInvoice, known: Known | None) -> None:
        """Ask for a payer, `known` being why; the same case keeps what was typed."""
        self.begin(case.registration_id, self._empty)
        self.case = case
        for field in (self.liable, self.name, self.address):
            field.set_error("")
        self.words.setText("")
        self._say("")
        if known is None:
            self.words.setText(ON_BEHALF)
            self.liable.input.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._place(known)

    def typed(self) -> TypedPayer:
        """What stands in the fields."""
        return TypedPayer(
            payer_type=str(self.liable.input.value() or ""),
            name=self.name.input.text(),
            address=self.address.input.text(),
            postcode=self.postcode.input.text(),
        )

    def _empty(self) -> None:
        self.name.input.clear()
        self.address.input.setPlainText("")
        self.postcode.input.clear()
        self.liable.input.set_value(None)

    def _place(self, known: Known) -> None:
        target: QWidget = self.name.input
        if known.field == "name":
            self.name.set_error(told(known))
        elif known.field == "address":
            self.address.set_error(told(known))
            target = self.address.input
        elif known.field == "payer_type":
            self.liable.set_error(told(known))
            target = self.liable.input
        elif known.field == "payer":
            self.words.setText(told(known))
        else:
            self._say(told(known))
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, told(known), assertive=True)
