"""Money, payments in: files taken in, payments that wait, and money on no invoice."""

from __future__ import annotations

from app.core.errors import Known
from app.core.money import ZERO, Money
from app.services.placing import Place, Placement
from app.services.receiving import Unallocated
from app.services.remitting import PaymentIn, Preview
from ui.bound import bound
from ui.cells import Cell
from ui.days import show
from ui.language import tr
from ui.models.account_acts import Ready
from ui.models.listing import Line
from ui.models.money_payments import PaymentsModel
from ui.models.pdf import PdfModel
from ui.views.account_forms import form_of
from ui.views.account_words import ACTS, act_check
from ui.views.money_detail import NOTHING_CHOSEN
from ui.views.money_list import ListPanel
from ui.views.money_payment_forms import (
    NO_FILE,
    NO_NUMBER,
    AsideForm,
    FileForm,
    MatchForm,
)
from ui.views.money_payment_preview import PreviewPage
from ui.views.money_placing import (
    PAY_BACK,
    PLACE,
    RECEIPT,
    WHY,
    PlaceForm,
    lies_words,
    line_of_money,
    note_of,
    place_check,
    placed_words,
)
from ui.widgets.button import Button
from ui.widgets.check import Check

NOTHING = tr("No payment waits. Take in a payment file, and what is not certain comes here.")
NOTHING_ASIDE = tr("Nothing is set aside.")
WAIT, ONE_WAITS = tr("{count} payments wait, {total}"), tr("1 payment waits, {total}")
ASIDE_HEAD = tr("{count} set aside, {total}")
TAKE_FILE = tr("Take in a payment &file")
SHOW_ASIDE, SHOW_WAITING = tr("Show what is set &aside"), tr("Show what &waits")
MATCH_ALL = tr("&Match to all {count}")
MATCH_TO, MATCH, ASIDE = tr("&Match to {to}"), tr("Match to another &number"), tr("&Set aside")
REFUND = ACTS["refund"]
NO_PAYER = tr("Payer not named")
MAY_BE = tr("May be for")
OFFERED = "{to}, {payer}, {amount}"
MATCHED = tr("Matched: {amount} for {to}.")
WAS_ASIDE = tr("Set aside: {amount} of {day}.")
CHECK_TITLE, CONFIRM = tr("Check before you match the payment"), tr("&Match it")
THEN = tr(
    "A receipt is made, dated the day of the payment. What is more than is owed waits under it, "
    "and its refund is drafted."
)
BACK_THEN = tr("What the receipt paid is owed again, dated the day the money came back.")
_COLUMNS = ((tr("Day"), 104), (tr("What it says"), None), (tr("Amount"), 112))


class PaymentsPanel(ListPanel[PaymentIn | Unallocated]):
    """Each payment with its reason and what it may be for, then the money on no invoice.

    Nothing is matched, put on an invoice or paid back without a person here.
    """

    def __init__(self, model: PaymentsModel, pdf: PdfModel) -> None:
        super().__init__(model, pdf, label=tr("Payments in"), columns=_COLUMNS, nothing=NOTHING)
        self.model = model
        self.file, self.match, self.aside = FileForm(), MatchForm(), AsideForm()
        self.place = PlaceForm()
        self.refund = form_of("refund", model.desk.finance, lambda: model.desk.today)
        self._refunding: Unallocated | None = None
        self.preview = PreviewPage()
        self.take_file = Button(TAKE_FILE, icon="folder")
        self.switch = Button(SHOW_ASIDE, kind="text")
        self._waits_for_list = False
        for form in (self.file, self.match, self.aside, self.place, self.refund):
            self.add_page(form)
        self.pages.addWidget(self.preview)
        self.tools.addWidget(self.take_file)
        self.tools.addWidget(self.switch)
        self._wire_payments()

    def _wire_payments(self) -> None:
        model = self.model
        self.take_file.clicked.connect(self._ask_file)
        self.switch.clicked.connect(self._switch)
        self.file.went_on.connect(self._look)
        self.match.went_on.connect(self._match)
        self.aside.went_on.connect(self._set_aside)
        self.preview.back.connect(self.back)
        self.preview.wanted.connect(model.take_in)
        self.preview.stop.connect(model.stop)
        model.previewed.connect(self._show_preview)
        model.progressed.connect(self._show_progress)
        self.destroyed.connect(model.look_no_further)  # the records are for whoever comes next
        model.finished.connect(self._was_taken)
        model.ruled.connect(self._was_ruled)
        self.place.went_on.connect(self._read_placement)
        self.refund.went_on.connect(self._read_refund)
        model.places.connect(self._ask_place)
        model.placement.connect(self._check_placement)
        model.placed.connect(bound(self, lambda done: self._was_done(placed_words(done))))
        model.ready.connect(self._check_refund)
        model.proposed.connect(bound(self, lambda: self._was_done(REFUND.done)))
        model.listed.connect(bound(self, lambda _things: self._to_list()))

    def on_key(self, key: str) -> bool:
        """Esc stops what is being taken in, and closes what lies over the list."""
        if key == "Esc" and self.preview.going:
            self.model.stop()
            return True
        return super().on_key(key)

    def line_of(self, thing: PaymentIn | Unallocated) -> Line:
        """Day, words, amount."""
        if isinstance(thing, Unallocated):
            return line_of_money(thing)
        return Line(
            thing,
            (
                Cell(show(thing.on)),
                Cell(thing.said or thing.payer, strong=True),
                Cell(thing.sum, strong=True, right=True),
            ),
            f"{show(thing.on)}, {thing.sum}, {thing.said} {thing.payer}. {thing.why}",
        )

    def key_of(self, thing: PaymentIn | Unallocated) -> str:
        """The payment, or the receipt whose money it is."""
        return thing.receipt_no if isinstance(thing, Unallocated) else thing.fingerprint

    def show_head(self, things: tuple[PaymentIn | Unallocated, ...]) -> None:
        """How many wait and what they come to; the same of money on no invoice."""
        payments = [one for one in things if isinstance(one, PaymentIn)]
        total = Money.total(one.pounds for one in payments)
        words = ONE_WAITS if len(payments) == 1 else WAIT
        if self.model.shows_aside:
            words = ASIDE_HEAD
        waits = words.format(count=len(payments), total=total) if payments else ""
        lies = lies_words([one for one in things if isinstance(one, Unallocated)])
        self.put_head(waits or lies, lies if waits else "")
        self.empty.setText(NOTHING_ASIDE if self.model.shows_aside else NOTHING)
        self.switch.set_words(SHOW_WAITING if self.model.shows_aside else SHOW_ASIDE)

    def show_thing(self, thing: PaymentIn | Unallocated | None) -> None:
        """Why it waits, what it may be for, and what can be done."""
        if thing is None:
            self.detail.put(name=NOTHING_CHOSEN)
            return
        if isinstance(thing, Unallocated):
            self._show_money(thing)
            return
        offered = [
            (MAY_BE, OFFERED.format(to=one.to, payer=one.payer, amount=one.amount))
            for one in thing.suggestions
        ]
        self.detail.put(
            name=thing.payer or NO_PAYER,
            what=thing.said,
            figure=thing.sum,
            of=show(thing.on),
            facts=offered,
            note=thing.why,
            buttons=self._buttons(thing),
        )

    def _show_money(self, money: Unallocated) -> None:
        self.detail.put(
            name=money.payer,
            what=RECEIPT.format(receipt=money.receipt_no),
            figure=str(money.amount),
            of=show(money.received_on),
            facts=((tr("Case"), money.ref),) if money.ref else (),
            note=note_of(money),
            buttons=self._money_buttons(money),
        )

    def take_focus(self) -> None:
        """The list, or what fills it."""
        super().take_focus()
        self._waits_for_list = not self.listing.rowCount()
        if self._waits_for_list:
            self.take_file.setFocus()

    def refuse(self, known: Known) -> None:
        """A refusal ends what was going on; that of a file stands beside its name."""
        self.preview.ended()
        if self.pages.currentWidget() is self.preview and self.preview.preview is None:
            self.pages.setCurrentWidget(self.file)
        super().refuse(known)

    def _to_list(self) -> None:
        """Once there are lines, the focus that waited for them goes to them."""
        if self._waits_for_list and self.take_file.hasFocus() and self.listing.rowCount():
            self.take_focus()

    # Acts

    def _buttons(self, payment: PaymentIn) -> tuple[Button, ...]:
        buttons: list[Button] = []
        if payment.suggestions:
            best = payment.suggestions[0].to
            several = len(best.split())
            words = MATCH_ALL.format(count=several) if several > 1 else MATCH_TO.format(to=best)
            match = Button(words, kind="primary", icon="check")
            match.clicked.connect(lambda: self._check(payment, best))
            buttons.append(match)
        another = Button(MATCH, icon="pencil")
        another.clicked.connect(lambda: self._open(self.match, payment))
        buttons.append(another)
        if not self.model.shows_aside:
            aside = Button(ASIDE, icon="x")
            aside.clicked.connect(lambda: self._open(self.aside, payment))
            buttons.append(aside)
        return tuple(buttons)

    def _money_buttons(self, money: Unallocated) -> tuple[Button, ...]:
        place = Button(PLACE, kind="primary", icon="plus")
        place.clicked.connect(lambda: self.model.find_places(money))
        if money.refund_waits >= money.amount or not self.model.may_propose():
            return (place,)
        back = Button(PAY_BACK, icon=REFUND.icon)
        back.clicked.connect(lambda: self._ask_refund(money))
        return (place, back)

    def _ask_place(self, money: Unallocated, places: tuple[Place, ...]) -> None:
        self.open_page(self.place)
        self.place.ask(money, places)

    def _read_placement(self) -> None:
        self.place.clear_errors()
        if self.place.money is not None:
            self.model.read_placement(self.place.money, *self.place.typed())

    def _check_placement(self, checked: Placement) -> None:
        self.ask(place_check(checked), lambda: self.model.place(checked))

    def _ask_refund(self, money: Unallocated) -> None:
        self._refunding = money
        self.open_page(self.refund)
        about = WHY.format(amount=money.amount, receipt=money.receipt_no, payer=money.payer)
        self.refund.ask(about, {})

    def _read_refund(self) -> None:
        self.refund.clear_errors()
        if self._refunding is not None:
            self.model.read_refund(self._refunding, self.refund.typed())

    def _check_refund(self, refund: Ready) -> None:
        self.ask(act_check(refund), lambda: self.model.propose(refund))

    def _check(self, payment: PaymentIn, to: str) -> None:
        self.ask(match_check(payment, to), lambda: self.model.match(payment, to))

    def _open(self, form: MatchForm | AsideForm, payment: PaymentIn) -> None:
        self.open_page(form)
        form.ask(payment)

    def _ask_file(self) -> None:
        self.open_page(self.file)
        self.file.ask()

    def _switch(self) -> None:
        self.model.show_aside(not self.model.shows_aside)
        self.take_focus()

    def _look(self) -> None:
        self.file.clear_errors()
        path = self.file.file.input.text().strip()
        if path:
            self.pages.setCurrentWidget(self.preview)
            self.preview.look()
            self.model.read_file(path)
        else:
            self.file.refuse(Known("no_file", NO_FILE, "file"))

    def _match(self) -> None:
        self.match.clear_errors()
        typed = self.match.field.input.text().strip()
        if not typed:
            self.match.refuse(Known("no_number", NO_NUMBER, "to"))
        elif self.match.payment is not None:
            self._check(self.match.payment, typed)

    def _set_aside(self) -> None:
        self.aside.clear_errors()
        if self.aside.payment is not None:
            self.model.set_aside(self.aside.payment, self.aside.field.input.text())

    def _show_progress(self, done: int, of: int) -> None:
        if self.pages.currentWidget() is self.preview:  # not once it was stopped
            self.preview.show_progress(done, of)

    def _show_preview(self, preview: Preview) -> None:
        self.pages.setCurrentWidget(self.preview)
        self.preview.ask(preview)

    def _was_taken(self, words: str) -> None:
        self.preview.ended()
        self.file.done()
        self._was_done(words)

    def _was_ruled(self, payment: PaymentIn) -> None:
        words = MATCHED if payment.to else WAS_ASIDE
        self._was_done(words.format(amount=payment.sum, to=payment.to, day=show(payment.on)))

    def _was_done(self, words: str) -> None:
        self.back()
        self.tell(words)


def match_check(payment: PaymentIn, to: str) -> Check:
    """Which payment is matched to what."""
    came = payment.amount > ZERO
    return Check(
        title=CHECK_TITLE,
        facts=(
            (tr("Amount"), payment.sum),
            (tr("Day"), show(payment.on)),
            (tr("What it says"), payment.said or payment.payer),
            (tr("For") if came else tr("Undoes"), to.upper()),
        ),
        then=THEN if came else BACK_THEN,
        confirm=CONFIRM,
    )
