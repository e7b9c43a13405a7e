"""Money on no invoice: how it stands in the list, which invoice it goes on, and the check."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.core.errors import Known
from app.core.money import ZERO, Money
from app.services.placing import Place, Placement
from app.services.receiving import Unallocated
from ui.cells import Cell
from ui.days import show
from ui.language import told, tr
from ui.models.listing import Line
from ui.views.money_forms import MoneyForm
from ui.widgets.announce import announce
from ui.widgets.check import Check
from ui.widgets.field import Field
from ui.widgets.inputs import Choice, LineEdit

PLACE, PAY_BACK = tr("&Put on an invoice"), tr("Pay it &back")
ON_NONE = tr("On no invoice: {payer}")
RECEIPT = tr("Receipt {receipt}")
REFUND_WAITS = tr("A refund of {amount} waits for a second person.")
LIES_THERE = tr("It is on no invoice. Put it on one, or pay it back.")
ONE_LIES = tr("1 receipt with {total} on no invoice")
SOME_LIE = tr("{count} receipts with {total} on no invoice")
TITLE = tr("Put money on an invoice")
WHY = tr("{amount} of receipt {receipt}, {payer}, is on no invoice.")
WHICH, OTHER = tr("Invoice"), tr("Another invoice, by its number")
NUMBER, NUMBER_HINT = tr("Invoice number"), tr("Or its payment reference, beginning with RF")
AMOUNT, AMOUNT_HINT = tr("Amount to put on it"), tr("Left empty: as much of it as is owed there")
OFFERED, OFFERED_OTHER = tr("{doc_no}, {owed} owed, {ref}"), tr("{doc_no}, {owed} owed, {payer}")
CHECK_TITLE, CONFIRM = tr("Check before you put it on the invoice"), tr("&Put it on the invoice")
THEN = tr("No receipt is made: the payer has one. Letters and statements say less is owed.")
THEN_REFUND = tr(
    "A refund of {amount} waits for a second person. It can only be approved while that much is "
    "on no invoice: else they decline it."
)
PLACED = tr("Put on invoice {doc_no}: {amount} of receipt {receipt}. Nothing of it is left.")
PLACED_LEFT = tr("Put on invoice {doc_no}: {amount} of receipt {receipt}. {left} is on no invoice.")


class PlaceForm(MoneyForm):
    """Which invoice, and how much: the invoices of the same patient are offered, payer's first."""

    def __init__(self) -> None:
        super().__init__(TITLE)
        self.money: Unallocated | None = None
        self._owed: dict[object, Money] = {}
        self.which = Field(WHICH, Choice())
        self.number = Field(NUMBER, LineEdit(), hint=NUMBER_HINT)
        self.amount = Field(AMOUNT, LineEdit(placeholder="1,234.50"), hint=AMOUNT_HINT)
        self._fields.holding(self.which, self.number, self.amount)
        self.which.input.chosen.connect(lambda _value: self._chosen())
        for line in (self.number.input, self.amount.input):
            line.returnPressed.connect(self.went_on)

    def ask(self, money: Unallocated, places: Sequence[Place]) -> None:
        """The form; the one invoice there is stands ready, of several none."""
        self.money = money
        self._owed = {one.doc_no: one.owed for one in places}
        self.words.setText(
            WHY.format(amount=money.amount, receipt=money.receipt_no, payer=money.payer)
        )
        chosen = self.which.input.value()
        self.which.input.set_choices(
            [*((one.doc_no, _offered(one)) for one in places), ("", OTHER)]
        )
        self.which.input.set_value(chosen)
        self.which.setVisible(bool(places))
        self.begin(money.receipt_no, lambda: self._empty(places))
        self.number.setVisible(self._by_number())
        self.clear_errors()
        first: QWidget = self.which.input if places else self.number.input
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def typed(self) -> tuple[str, str]:
        """The number and the amount, as they stand."""
        number = self.number.input.text() if self._by_number() else self.which.input.value()
        return str(number or ""), self.amount.input.text()

    def clear_errors(self) -> None:
        """Nothing is wrong so far."""
        self._say("")
        for field in (self.which, self.number, self.amount):
            field.set_error("")

    def refuse(self, known: Known) -> None:
        """Beside the field at fault."""
        if known.field == "amount":
            self._place(self.amount, known)
        elif known.field == "doc_no":
            self._place(self.number if self._by_number() else self.which, known)
        else:
            super().refuse(known)

    def _place(self, field: Field[LineEdit] | Field[Choice], known: Known) -> None:
        field.set_error(told(known))
        field.input.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, told(known), assertive=True)

    def _empty(self, places: Sequence[Place]) -> None:
        self.which.input.set_value(places[0].doc_no if len(places) == 1 else None)
        self.number.input.clear()
        self._chosen()

    def _by_number(self) -> bool:
        return not self._owed or self.which.input.value() == ""

    def _chosen(self) -> None:
        """The smaller of what lies there and what is owed stands ready."""
        self.number.setVisible(self._by_number())
        owed = self._owed.get(self.which.input.value())
        ready = min(owed, self.money.amount) if owed is not None and self.money else None
        self.amount.input.setText("" if ready is None else f"{ready.plain}")


def line_of_money(money: Unallocated) -> Line:
    """Day, whose it is, how much."""
    words = ON_NONE.format(payer=money.payer)
    return Line(
        money,
        (
            Cell(show(money.received_on)),
            Cell(words, strong=True),
            Cell(str(money.amount), strong=True, right=True),
        ),
        f"{show(money.received_on)}, {money.amount}, {words}, "
        f"{RECEIPT.format(receipt=money.receipt_no)}",
    )


def lies_words(found: Sequence[Unallocated]) -> str:
    """How many receipts have money on no invoice, and how much in all; nothing where none has."""
    total = Money.total(one.amount for one in found)
    words = ONE_LIES if len(found) == 1 else SOME_LIE
    return words.format(count=len(found), total=total) if found else ""


def note_of(money: Unallocated) -> str:
    """What is to be known of it: that a refund of it waits, or what can be done."""
    if money.refund_waits > ZERO:
        return REFUND_WAITS.format(amount=money.refund_waits)
    return LIES_THERE


def place_check(checked: Placement) -> Check:
    """Whose money goes on which account of which case, how much, and what stands afterwards."""
    then = THEN
    if checked.refund_waits > checked.left:
        then = THEN_REFUND.format(amount=checked.refund_waits)
    return Check(
        title=CHECK_TITLE,
        facts=(
            (tr("Receipt"), checked.receipt_no),
            (tr("Paid by"), checked.paid_by),
            (tr("Invoice"), checked.doc_no),
            (tr("Made out to"), checked.payer),
            (tr("Case"), checked.ref),
            (tr("Amount"), str(checked.amount)),
            (tr("On no invoice"), _change(checked.lay, checked.left)),
            (tr("Owed on the invoice"), _change(checked.owed, checked.still_owed)),
        ),
        then=then,
        confirm=CONFIRM,
    )


def placed_words(done: Placement) -> str:
    """What was done, and what is left."""
    words = PLACED if done.left == ZERO else PLACED_LEFT
    return words.format(
        doc_no=done.doc_no, amount=done.amount, receipt=done.receipt_no, left=done.left
    )


def _change(before: Money, after: Money) -> str:
    return tr("{before} now, {after} afterwards").format(before=before, after=after)


def _offered(one: Place) -> str:
    words = OFFERED if one.same_payer else OFFERED_OTHER
    return words.format(doc_no=one.doc_no, owed=one.owed, ref=one.ref, payer=one.payer)
