"""Money, payments in: files taken in, and the payments that wait for a person."""

from __future__ import annotations

from app.core.errors import Known
from app.core.money import ZERO, Money
from app.services.receiving import Unallocated
from app.services.remitting import PaymentIn, Preview
from ui.cells import Cell
from ui.days import show
from ui.language import tr
from ui.models.listing import Line
from ui.models.money_payments import PaymentsModel
from ui.models.pdf import PdfModel
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
from ui.widgets.button import Button
from ui.widgets.check import Check
from ui.widgets.layout import Column, Label

NOTHING = tr("No payment waits. Take in a payment file, and what is not certain comes here.")
NOTHING_ASIDE = tr("Nothing is set aside.")
WAIT, ONE_WAITS = tr("{count} payments wait, {total}"), tr("1 payment waits, {total}")
LIES = tr("{amount} of receipt {receipt}, {payer}, is on no invoice.")
ASIDE_HEAD = tr("{count} set aside, {total}")
TAKE_FILE = tr("Take in a payment &file")
SHOW_ASIDE, SHOW_WAITING = tr("Show what is set &aside"), tr("Show what &waits")
MATCH_ALL = tr("&Match to all {count}")
MATCH_TO, MATCH, ASIDE = tr("&Match to {to}"), tr("Match to another &number"), tr("&Set aside")
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


class PaymentsPanel(ListPanel[PaymentIn]):
    """Each with its reason and what it may be for; nothing is matched without a person here."""

    def __init__(self, model: PaymentsModel, pdf: PdfModel) -> None:
        super().__init__(model, pdf, label=tr("Payments in"), columns=_COLUMNS, nothing=NOTHING)
        self.model = model
        self.file, self.match, self.aside = FileForm(), MatchForm(), AsideForm()
        self.preview = PreviewPage()
        self.take_file = Button(TAKE_FILE, icon="folder")
        self.switch = Button(SHOW_ASIDE, kind="text")
        self._waits_for_list = False
        for form in (self.file, self.match, self.aside):
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
        model.progressed.connect(self.preview.show_progress)
        model.finished.connect(self._was_taken)
        model.ruled.connect(self._was_ruled)
        model.lying.connect(self._show_lying)
        model.listed.connect(lambda _things: self._to_list())

    def lay_head(self, whole: Column) -> None:
        """What waits, and what lies on no invoice."""
        super().lay_head(whole)
        self.lying = Label("", role="text2", wrap=True)
        self.lying.hide()
        whole.addWidget(self.lying)

    def on_key(self, key: str) -> bool:
        """Esc stops what is being taken in, and closes what lies over the list."""
        if key == "Esc" and self.preview.going:
            self.model.stop()
            return True
        return super().on_key(key)

    def line_of(self, thing: PaymentIn) -> Line:
        """Day, words, amount."""
        return Line(
            thing,
            (
                Cell(show(thing.on)),
                Cell(thing.said or thing.payer, strong=True),
                Cell(str(thing.amount), strong=True, right=True),
            ),
            f"{show(thing.on)}, {thing.amount}, {thing.said} {thing.payer}. {thing.why}",
        )

    def key_of(self, thing: PaymentIn) -> str:
        """The payment."""
        return thing.fingerprint

    def show_head(self, things: tuple[PaymentIn, ...]) -> None:
        """How many wait, and what they come to."""
        total = Money.total(one.amount for one in things)
        words = ONE_WAITS if len(things) == 1 else WAIT
        if self.model.shows_aside:
            words = ASIDE_HEAD
        self.put_head(words.format(count=len(things), total=total) if things else "")
        self.empty.setText(NOTHING_ASIDE if self.model.shows_aside else NOTHING)
        self.switch.set_words(SHOW_WAITING if self.model.shows_aside else SHOW_ASIDE)

    def _show_lying(self, found: tuple[Unallocated, ...]) -> None:
        """Money that came in and is for nothing yet: it stays in sight until it is."""
        said = [
            LIES.format(amount=one.amount, receipt=one.receipt_no, payer=one.payer) for one in found
        ]
        self.lying.setText("\n".join(said))
        self.lying.setVisible(bool(said))

    def show_thing(self, thing: PaymentIn | None) -> None:
        """Why it waits, what it may be for, and what can be done."""
        if thing is None:
            self.detail.put(name=NOTHING_CHOSEN)
            return
        offered = [
            (MAY_BE, OFFERED.format(to=one.to, payer=one.payer, amount=one.amount))
            for one in thing.suggestions
        ]
        self.detail.put(
            name=thing.payer or NO_PAYER,
            what=thing.said,
            figure=str(thing.amount),
            of=show(thing.on),
            facts=offered,
            note=thing.why,
            buttons=self._buttons(thing),
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

    def _show_preview(self, preview: Preview) -> None:
        self.pages.setCurrentWidget(self.preview)
        self.preview.ask(preview)

    def _was_taken(self, words: str) -> None:
        self.preview.ended()
        self.back()
        self.tell(words)

    def _was_ruled(self, payment: PaymentIn) -> None:
        self.back()
        words = MATCHED if payment.to else WAS_ASIDE
        self.tell(words.format(amount=payment.amount, to=payment.to, day=show(payment.on)))


def match_check(payment: PaymentIn, to: str) -> Check:
    """Which payment is matched to what."""
    came = payment.amount > ZERO
    return Check(
        title=CHECK_TITLE,
        facts=(
            (tr("Amount"), str(payment.amount)),
            (tr("Day"), show(payment.on)),
            (tr("What it says"), payment.said or payment.payer),
            (tr("For") if came else tr("Undoes"), to.upper()),
        ),
        then=THEN if came else BACK_THEN,
        confirm=CONFIRM,
    )
