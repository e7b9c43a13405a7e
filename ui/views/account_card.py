"""The account chosen, whole: what is owed, what rests, the plan, what happened and can be done."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.core.money import ZERO
from app.services import two_people
from app.services.account import AccountFile, AccountLine, Happened
from ui.days import show
from ui.language import spoken, tr
from ui.theme import current
from ui.views.account_holds import HoldsPart
from ui.views.account_plan import PlanPart
from ui.views.account_words import ACTS, CHANGE_PLAN
from ui.views.money_detail import NOTHING_CHOSEN
from ui.widgets.button import Button, Kind
from ui.widgets.card import Card
from ui.widgets.facts import Facts
from ui.widgets.flow import Flow
from ui.widgets.layout import Column, Label, Row, Rule, clear
from ui.widgets.scroll import Scroll
from ui.widgets.timeline import Event, Timeline

WHAT = tr("{ref}, invoice {doc_no} of {issued_on}, due {due_on}")
WHOLE = tr("of {total}, {paid} paid")
STANDS, HISTORY = tr("Where it stands"), tr("Timeline")
NOTE, SEE, FIRST = tr("Add a note"), tr("See the &invoice"), tr("&See it first")
SEE_TOO = tr("See it first")
LETTERS, MORE = tr("Letters that &went out"), tr("More that can be done")
_BESIDE_FROM = 620
_OUT = 8  # by which the text buttons hang out
_ICONS = {"invoice": "file-text", "letters": "mail", "see": "search"}
_EVENTS = {
    "paid": ("cash", "success"),
    "paid_back": ("arrow-back-up", "text2"),
    "invoiced": ("receipt", "action"),
    "credited": ("pencil", "text2"),
    "written_off": ("scale", "text2"),
    "hold_placed": ("shield", "warn_text"),
    "hold_lifted": ("shield-check", "text2"),
    "promise_made": ("heart-handshake", "text2"),
    "plan_agreed": ("calendar", "text2"),
    "plan_ended": ("x", "text2"),
    "step_taken": ("mail", "text2"),
    "followed_up": ("phone", "text2"),
}

PROPOSED = {
    two_people.CREDIT_NOTE: tr("Credit note of {amount}, proposed by {who}"),
    two_people.REFUND: tr("Refund of {amount}, proposed by {who}"),
    two_people.WRITE_OFF: tr("Write-off of {amount}, proposed by {who}"),
    two_people.DEBT_REPORT: tr("Home Office debt list, {amount}, proposed by {who}"),
}


class AccountCard(Card):
    """Says by `wanted` what the person would do: an act, and what is known of it already."""

    wanted = Signal(str, object)  # act, dict of what is given
    invoice_wanted = Signal()
    letters_wanted = Signal()
    preview_wanted = Signal(str)  # step

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margins=(14, 14, 22, 12), gap=8, parent=parent)
        self.file: AccountFile | None = None
        self.name = Label("", scale="title", weight="strong", wrap=True)
        self.what = Label("", scale="small", role="text2", wrap=True)
        self.figure = Label("", scale="screen", weight="strong", right=True)
        self.of = Label("", scale="small", role="text2", right=True)
        self.holds, self.plan = HoldsPart(), PlanPart()
        self.facts = Facts(STANDS, label_width=110, gap=6)
        self.timeline = Timeline()
        self.add_note = Button(NOTE, kind="text", icon="plus", small=True)
        self.buttons: dict[str, Button] = {}
        self._due, self._often, self._more = (Flow(gap=(8, 6)) for _ in range(3))
        self._build()
        self.holds.added.connect(lambda: self._want("hold"))
        self.holds.ended.connect(lambda kind: self._want("lift", kind=kind))
        self.add_note.clicked.connect(lambda: self._want("follow_up"))
        self.show_nothing()

    def show_nothing(self) -> None:
        """No account is chosen."""
        self.file = None
        self.name.setText(NOTHING_CHOSEN)
        for label in (self.what, self.figure, self.of):
            label.setText("")
        for flow in (self._due, self._often, self._more):
            clear(flow)
        self.buttons = {}
        self._under.hide()

    def show_line(self, line: AccountLine) -> None:
        """What the list knows of it already; the rest follows."""
        one = line.account
        if self.file is not None and self.file.doc_no == one.doc_no:
            return
        self.show_nothing()
        self.name.setText(one.payer)
        self.figure.setText(str(one.balance))
        self.of.setText(WHOLE.format(total=one.total, paid=one.paid))

    def show_file(self, file: AccountFile, *, may_propose: bool, today: date) -> None:
        """The account as it stands; the focus stays where it was."""
        self.file = file
        self.name.setText(file.payer)
        self.what.setText(
            WHAT.format(
                ref=file.ref,
                doc_no=file.doc_no,
                issued_on=show(file.issued_on),
                due_on=show(file.due_on),
            )
        )
        self.figure.setText(str(file.owed))
        self.of.setText(WHOLE.format(total=file.charged, paid=file.received))
        self.holds.show_holds(file.holds)
        self.facts.show_facts(_facts(file))
        self.plan.setVisible(bool(file.plan_title))
        if file.plan_title:
            self.plan.show_plan(file.plan_title, file.instalments, today)
        self._show_buttons(file, may_propose=may_propose)
        self.timeline.show_events([_event(one) for one in file.history])
        self._under.show()

    def take_focus(self) -> None:
        """To what can be done first."""
        for button in self.buttons.values():
            if button.isEnabled():
                button.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What happened beside where there is room, below where there is not."""
        super().resizeEvent(event)
        self.restyle()

    def restyle(self) -> None:
        """As the width allows."""
        super().restyle()
        if not hasattr(self, "_across"):
            return  # the card itself is being made
        beside = self.width() >= current().px(_BESIDE_FROM)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._across.setDirection(across if beside else down)

    def _build(self) -> None:
        # Whose account it is stays in sight however far one scrolls (H4).
        head = Row(gap=16, margins=(_OUT, 0, 0, 0))
        who = Column(gap=2).holding(self.name, self.what)
        head.addLayout(who, 1)
        head.addLayout(Column(gap=0).holding(self.figure, self.of))
        self.body.addLayout(head)
        self._under = QWidget()
        whole = Column(self._under, gap=8)
        above = Column(gap=8, margins=(_OUT, 0, 0, 0)).holding(self.holds, Rule())
        whole.addLayout(above)
        inside = QWidget()
        left = Column(gap=12)
        left.addLayout(self._due)
        left.holding(self.plan, self.facts, None)
        happened = Row(gap=8)
        happened.addWidget(Label(HISTORY, weight="strong"), 1)
        happened.addWidget(self.add_note)
        right = Column(gap=6)
        right.addLayout(happened)
        right.holding(self.timeline, None)
        self._across = Row(gap=24, margins=(_OUT, 0, 0, 0))
        self._across.addLayout(left, 12)  # a plan is read without scrolling sideways
        self._across.addLayout(right, 8)
        scrolled = Column(inside, gap=12, margins=(0, 2, 4, 4))
        scrolled.addLayout(self._across)
        more = Row(margins=(_OUT, 0, 0, 0))
        more.addWidget(Label(MORE, scale="small", weight="strong", role="text2"))
        scrolled.addLayout(more)
        scrolled.addLayout(self._more)
        scrolled.addStretch(1)
        whole.addWidget(Scroll(inside), 1)
        whole.addLayout(self._often)
        self.body.addWidget(self._under, 1)
        self.body.addStretch(0)

    def _show_buttons(self, file: AccountFile, *, may_propose: bool) -> None:
        had = next((name for name, one in self.buttons.items() if one.hasFocus()), "")
        for flow in (self._due, self._often, self._more):
            clear(flow)
        self.buttons = {}
        owing = file.owed > ZERO
        for place, (step, label) in enumerate(file.steps):
            self._offer(step, label, first=place == 0)
        if file.tasks:
            self._act(self._due, "follow_up", kind="secondary")
        self._act(self._often, "promise").setEnabled(owing)
        plan = self._act(self._often, "plan")
        plan.setEnabled(owing)
        if file.plan_title:
            plan.set_words(CHANGE_PLAN)
            self._act(self._often, "end_plan").setEnabled(owing)
        self._put(self._often, "invoice", SEE).clicked.connect(self.invoice_wanted)
        self._put(self._often, "letters", LETTERS).clicked.connect(self.letters_wanted)
        for act in ("undertaking", "died", "claim"):
            self._act(self._more, act).setEnabled(owing)
        if file.to_pay_back > ZERO:
            self._act(self._more, "refund").setEnabled(may_propose)
        for act in ("credit", "write_off"):
            allowed = may_propose and file.life != "cancelled" and (act == "credit" or owing)
            self._act(self._more, act).setEnabled(allowed)
        if had in self.buttons:
            self.buttons[had].show()  # what is hidden takes no focus
            self.buttons[had].setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self, step: str, label: str, *, first: bool) -> None:
        """A letter that may go today, and a look at it; keys lead to the first of them."""
        words = ACTS["send"].button.format(step=f"{label[:1].lower()}{label[1:]}")
        write = words if first else words.replace("&", "")
        send = self._put(self._due, f"send-{step}", write, kind="secondary")
        send.clicked.connect(lambda _=False: self._want("send", step=step))
        if step != "agency":
            see = self._put(self._due, f"see-{step}", FIRST if first else SEE_TOO)
            see.clicked.connect(lambda _=False: self.preview_wanted.emit(step))

    def _act(self, flow: Flow, act: str, *, kind: Kind = "text") -> Button:
        button = self._put(flow, act, ACTS[act].button, kind=kind)
        button.clicked.connect(lambda: self._want(act))
        return button

    def _put(self, flow: Flow, name: str, words: str, *, kind: Kind = "text") -> Button:
        """A quiet button, or an outlined one for what is due."""
        first = name.partition("-")[0]
        act = ACTS.get(first)
        icon = act.icon if act else _ICONS[first]
        button = Button(words, kind=kind, icon=icon, small=True, scale="small")
        flow.addWidget(button)
        self.buttons[name] = button
        return button

    def _want(self, act: str, **given: str) -> None:
        self.wanted.emit(act, given)


def _facts(file: AccountFile) -> tuple[tuple[str, str], ...]:
    known = (
        (tr("State"), file.state),
        (tr("Next"), file.next),
        (tr("To look at"), ", ".join(file.tasks)),
        (tr("Promise"), file.promise),
        (tr("Plan"), file.plan),
        (tr("Undertaking"), file.undertaking),
        (tr("Paid"), str(file.received)),
        (tr("To pay back"), "" if file.to_pay_back == ZERO else str(file.to_pay_back)),
        (tr("Credited"), "" if file.credited == ZERO else str(file.credited)),
        (
            tr("Waits for approval"),
            "; ".join(
                PROPOSED[act].format(amount=amount, who=who) for act, amount, who in file.proposed
            ),
        ),
        (tr("Debt list"), tr("On the Home Office debt list") if file.is_reported else ""),
    )
    return tuple((label, words) for label, words in known if words)


def _event(one: Happened) -> Event:
    why = f". {one.why}" if one.why else ""
    detail = f"{show(one.on)}, {one.who}" if one.who else show(one.on)
    icon, role = _EVENTS.get(one.kind, ("clock", "text2"))
    return Event(icon, f"{spoken(one.what)}{why}", detail, role)
