"""One account whole: where it stands, what rests, what may go, and everything that happened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.core.dates import show
from app.core.money import ZERO
from app.services.account import AccountFile, Happened, HoldLine
from ui.language import tr
from ui.theme import current
from ui.views.account_words import ACTS
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.choices import TickBox
from ui.widgets.facts import Facts
from ui.widgets.flow import Flow
from ui.widgets.layout import Column, Label, Row, clear
from ui.widgets.scroll import Scroll
from ui.widgets.timeline import Event, Timeline

BACK, BACK_SAID = tr("&Back"), tr("Back to the accounts")
STANDS, RESTS, HISTORY = tr("Where it stands"), tr("Letters rest while"), tr("What happened")
PAYMENT, SEE, FIRST = tr("Record a &payment"), tr("See the &invoice"), tr("&See it first")
LETTERS = tr("Letters and what &went out")
BY_RECORD = tr("Set by the record of the case; it ends there")
STATE_CHIPS = {
    "paid": "done",
    "cancelled": "ask_later",
    "overdue": "late",
    "disputed": "on_hold",
}
_BESIDE_FROM = 900
_ICONS = {"payment": "cash", "invoice": "file-text", "letters": "mail"}


class AccountPage(QWidget):
    """Says by `wanted` what the person would do: an act, and what is known of it already."""

    back = Signal()
    wanted = Signal(str, object)  # act, dict of what is given
    payment_wanted = Signal()
    invoice_wanted = Signal()
    letters_wanted = Signal()
    preview_wanted = Signal(str)  # step

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file: AccountFile | None = None
        self.name = Label("", scale="screen", weight="strong", wrap=True)
        self.what = Label("", role="text2", wrap=True)
        self.figure = Label("", scale="figure", weight="strong", right=True)
        self.of = Label("", scale="small", role="text2", right=True)
        self.said = Label("", weight="label", wrap=True)
        self.facts = Facts(tr("Where it stands"), label_width=130, gap=8)
        self.timeline = Timeline()
        self.close_button = Button(BACK, icon="chevron-left")
        self.close_button.setAccessibleName(BACK_SAID)
        self.buttons: dict[str, Button] = {}
        self.ticks: dict[str, TickBox] = {}
        self._state = Row(gap=8)
        self._due, self._acts = Flow(gap=(10, 8)), Flow(gap=(10, 8))
        self._holds, self._reasons = Flow(gap=(18, 6)), Column(gap=2)
        self._build()
        self.close_button.clicked.connect(self.back)

    def show_file(self, file: AccountFile, *, may_propose: bool) -> None:
        """The account as it stands; the focus stays where it was."""
        self.file = file
        self.name.setText(file.payer)
        self.what.setText(
            tr("Invoice {doc_no} of {issued_on}, case {ref}").format(
                doc_no=file.doc_no, issued_on=show(file.issued_on), ref=file.ref
            )
        )
        self.figure.setText(str(file.owed))
        self.of.setText(tr("owed of {charged}").format(charged=file.charged))
        clear(self._state)
        chip = Chip(file.state, STATE_CHIPS.get(file.life, "neutral"))
        self._state.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        self.facts.show_facts(_facts(file))
        self._show_buttons(file, may_propose=may_propose)
        self._show_holds(file.holds)
        self.timeline.show_events([_event(one) for one in file.history])

    def take_focus(self) -> None:
        """To what can be done first."""
        for button in self.buttons.values():
            if button.isEnabled():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def tell(self, words: str) -> None:
        """What was done, over the account."""
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """History beside where there is room, below where there is not."""
        super().resizeEvent(event)
        self.restyle()

    def restyle(self) -> None:
        """As the width allows."""
        beside = self.width() >= current().px(_BESIDE_FROM)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._across.setDirection(across if beside else down)

    def _build(self) -> None:
        stands = Card(STANDS, gap=12)
        stands.body.holding(self.facts, 4)
        stands.body.addLayout(self._due)
        stands.body.addLayout(self._acts)
        rests = Card(RESTS, gap=8)
        rests.body.addLayout(self._holds)
        rests.body.addLayout(self._reasons)
        history = Card(HISTORY, gap=10)
        history.body.holding(self.timeline, None)
        inside = QWidget()
        # Whose account it is stays in sight however far one scrolls (H4).
        head = Row(gap=16, margins=(24, 12, 24, 0))
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        who = Column(gap=2).holding(self.name, self.what)
        who.addLayout(self._state)
        head.addLayout(who, 1)
        head.addLayout(Column(gap=2).holding(self.figure, self.of, None))
        whole = Column(inside, gap=14, margins=(24, 4, 24, 16))
        whole.addWidget(self.said)
        self._across = Row(gap=14)
        self._across.addLayout(Column().holding(stands, None), 5)
        self._across.addLayout(Column(gap=14).holding(rests, history, None), 4)
        whole.addLayout(self._across, 1)
        page = Column(self, gap=8)
        page.addLayout(head)
        page.addWidget(Scroll(inside), 1)
        self.said.hide()

    def _show_buttons(self, file: AccountFile, *, may_propose: bool) -> None:
        had = next((name for name, one in self.buttons.items() if one.hasFocus()), "")
        clear(self._due)
        clear(self._acts)
        self.buttons = {}
        owing = file.owed > ZERO
        for place, (step, label) in enumerate(file.steps):
            words = f"{label[:1].lower()}{label[1:]}"
            button = self._put(
                self._due,
                f"send-{step}",
                _write(words, place),
                primary=place == 0,
            )
            button.clicked.connect(lambda _=False, one=step: self._want("send", step=one))
            if step != "agency":
                see = self._put(
                    self._due,
                    f"see-{step}",
                    FIRST if place == 0 else tr("See it first"),
                )
                see.clicked.connect(lambda _=False, one=step: self.preview_wanted.emit(one))
        if file.tasks:
            self._act(self._due, "follow_up", primary=True)
        pay = self._put(self._acts, "payment", PAYMENT, primary=not (file.steps or file.tasks))
        pay.clicked.connect(self.payment_wanted)
        pay.setEnabled(owing)
        see_invoice = self._put(self._acts, "invoice", SEE)
        see_invoice.clicked.connect(self.invoice_wanted)
        self._put(self._acts, "letters", LETTERS).clicked.connect(self.letters_wanted)
        acts = ["promise", "end_plan" if file.has_plan else "plan", "undertaking", "died", "claim"]
        for act in acts:
            self._act(self._acts, act).setEnabled(owing)
        if file.to_pay_back > ZERO:
            self._act(self._acts, "refund").setEnabled(may_propose)
        for act in ("credit", "write_off"):
            allowed = may_propose and file.life != "cancelled" and (act == "credit" or owing)
            self._act(self._acts, act).setEnabled(allowed)
        if had in self.buttons:
            self.buttons[had].setFocus(Qt.FocusReason.OtherFocusReason)

    def _act(self, flow: Flow, act: str, *, primary: bool = False) -> Button:
        button = self._put(flow, act, ACTS[act].button, primary=primary)
        button.clicked.connect(lambda: self._want(act))
        return button

    def _put(self, flow: Flow, name: str, words: str, *, primary: bool = False) -> Button:
        act = ACTS.get(name.partition("-")[0])
        icon = act.icon if act else _ICONS.get(name, "search")
        button = Button(words, kind="primary" if primary else "secondary", icon=icon)
        flow.addWidget(button)
        self.buttons[name] = button
        return button

    def _show_holds(self, holds: Sequence[HoldLine]) -> None:
        had = next((kind for kind, tick in self.ticks.items() if tick.hasFocus()), "")
        clear(self._holds)
        clear(self._reasons)
        self.ticks = {}
        for line in holds:
            tick = TickBox(line.label)
            tick.setChecked(line.is_on)
            tick.setEnabled(line.is_own)
            tick.clicked.connect(lambda _=False, one=line: self._toggle(one))
            self.ticks[line.kind] = tick
            self._holds.addWidget(tick)
            if line.is_on:
                detail = _hold_detail(line)
                tick.setAccessibleDescription(detail)
                words = f"{line.label}, {detail}"
                self._reasons.addWidget(Label(words, scale="small", role="text2", wrap=True))
        if had in self.ticks:
            self.ticks[had].setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle(self, line: HoldLine) -> None:
        """A hold is set by its form, never by the tick alone."""
        self.ticks[line.kind].setChecked(line.is_on)
        self._want("lift" if line.is_on else "hold", kind=line.kind)

    def _want(self, act: str, **given: str) -> None:
        self.tell("")
        self.wanted.emit(act, given)


def _write(step: str, place: int) -> str:
    words = ACTS["send"].button.format(step=step)
    return words if place == 0 else words.replace("&", "")


def _facts(file: AccountFile) -> tuple[tuple[str, str], ...]:
    known = (
        (tr("State"), file.state),
        (tr("Next"), file.next),
        (tr("To look at"), ", ".join(file.tasks)),
        (tr("Promise"), file.promise),
        (tr("Plan"), file.plan),
        (tr("Undertaking"), file.undertaking),
        (tr("Due"), show(file.due_on)),
        (tr("Paid"), str(file.received)),
        (tr("To pay back"), "" if file.to_pay_back == ZERO else str(file.to_pay_back)),
        (tr("Credited"), "" if file.credited == ZERO else str(file.credited)),
        (tr("Debt list"), tr("On the Home Office debt list") if file.is_reported else ""),
    )
    return tuple((label, words) for label, words in known if words)


def _hold_detail(line: HoldLine) -> str:
    if not line.is_own:
        return f"{line.reason}. {BY_RECORD}."
    since = "" if line.since is None else tr("since {since}").format(since=show(line.since))
    until = "" if line.until is None else tr(" until {until}").format(until=show(line.until))
    return f"{since}{until}: {line.reason}"


def _event(one: Happened) -> Event:
    why = f". {one.why}" if one.why else ""
    detail = f"{show(one.on)}, {one.who}" if one.who else show(one.on)
    return Event("clock" if one.who else "cash", f"{one.what}{why}", detail)
