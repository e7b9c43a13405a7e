"""The first start: nine steps at the left, one form at the right, and nothing made by halves."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.errors import Known
from ui.language import told, tr
from ui.models.first_run import FirstRunModel, NewDesk, Step
from ui.stylesheet import SCROLL_BAR
from ui.theme import current
from ui.views.first_run_form import Form
from ui.views.first_run_join import JoinForm
from ui.views.first_run_steps import (
    DEMO,
    FactsForm,
    KeyForm,
    PeopleForm,
    RecoveryForm,
    ShareForm,
    StartForm,
    TrustForm,
)
from ui.widgets import paint
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.errors import ErrorSummary
from ui.widgets.layout import Column, Label, Row
from ui.widgets.page import Page
from ui.widgets.progress import StepList
from ui.widgets.scroll import Scroll

TITLE, PAUSE = tr("Set up Recoup"), tr("About 10 minutes, and you can pause.")
STEPS = (
    tr("Demo or live"),
    tr("Your trust"),
    tr("Records and key"),
    tr("Recovery key"),
    tr("Two administrators"),
    tr("Share test"),
    tr("Other machines"),
    tr("Rules and prices"),
    tr("Finish"),
)
BACK, STOP, CONTINUE = tr("&Back"), tr("&Save and stop"), tr("&Continue")
MAKE, FINISH, WORKING = tr("&Make this desk"), tr("&Go to sign-in"), tr("One moment…")
CHOOSE = tr("Choose what this computer is for.")
RULES, RULES_LEAD = (
    tr("Are rules and prices in date?"),
    tr("Newer ones are taken in under Settings, by an administrator."),
)
DONE, DONE_LEAD = (
    tr("This desk is ready"),
    tr("Sign in as an administrator and let the clerks and officers in under Settings."),
)
_SIDE, _CARD = 330, 760


class FirstRunView(Page):
    """Esc never discards; what was typed is kept from step to step, and over a pause.

    `demo_wanted()` opens the made-up desk, `stop_wanted()` closes the window once it is kept.
    """

    demo_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, model: FirstRunModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.summary = ErrorSummary()
        self.steps = StepList(STEPS)
        self.count = Label("", scale="small", weight="label", role="text2")
        self.title = Label("", scale="screen", weight="strong", wrap=True)
        self.lead = Label("", role="text2", wrap=True)
        self.back = Button(BACK, icon="chevron-left", main=True)
        self.stop = Button(STOP, kind="text", main=True)
        self.go_on = Button(CONTINUE, kind="primary", key="Enter", main=True)
        self._forms = Column()
        self.forms: dict[Step, Form] = {
            Step.START: StartForm(),
            Step.TRUST: TrustForm(),
            Step.KEY: KeyForm(model.place()),
            Step.RECOVERY: RecoveryForm(model),
            Step.PEOPLE: PeopleForm(),
            Step.RULES: FactsForm(RULES, RULES_LEAD),
            Step.FINISH: FactsForm(DONE, DONE_LEAD),
        }
        for form in self.forms.values():
            self._add(form)
        self._build()
        self._wire()
        self._show(Step.START)

    @property
    def form(self) -> Form:
        """The step shown."""
        return self.forms[self.model.step]

    def opened(self) -> None:
        """The page is shown: choose at once."""
        self._take_focus()

    def refuse(self, known: Known) -> None:
        """Say what is missing, beside its field."""
        self._rest()
        field = self.form.fields.get(known.field or "")
        if field is not None:
            field.set_error(told(known))
        at = field.input if field is not None else self.form.first_input() or self.go_on
        self.summary.show_problems([(told(known), at)])

    def restyle(self) -> None:
        """The steps stand aside only where both fit."""
        theme = current()
        narrow = self.width() < theme.px(_SIDE) + theme.px(460)
        self._side.setVisible(not narrow)
        self._side.setFixedWidth(theme.px(_SIDE))
        bar = theme.px(SCROLL_BAR)
        room = self.width() - (0 if narrow else self._side.width()) - bar - theme.px(48)
        self._card.setFixedWidth(max(320, min(theme.px(_CARD), room)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width."""
        super().resizeEvent(event)
        self.restyle()

    def _build(self) -> None:
        self._side = _Side()
        side = Column(self._side, gap=4, margins=(28, 36, 28, 24))
        side.addWidget(Label(TITLE, scale="screen", weight="strong"))
        side.addWidget(Label(PAUSE, scale="small", role="text2", wrap=True))
        side.addSpacing(20)
        side.addWidget(self.steps)
        side.addStretch(1)
        self._card = Card(margins=(40, 28, 40, 22), gap=14)
        head = Column(gap=4).holding(self.count, self.title, self.lead)
        foot = Row(gap=16).holding(self.back, None, self.stop, self.go_on)
        self._card.body.addLayout(head)
        self._card.body.addWidget(self.summary)
        self._card.body.addLayout(self._forms)
        self._card.body.addStretch(1)
        self._card.body.addLayout(foot)
        inside = QWidget()
        middle = Row(inside, margins=(24, 36, 24, 12))
        middle.addStretch(1)
        middle.addWidget(self._card)
        middle.addStretch(1)
        across = Row(self)
        across.addWidget(self._side)
        self._scroll = Scroll(inside)
        across.addWidget(self._scroll, 1)

    def _wire(self) -> None:
        self.go_on.clicked.connect(self._continue)
        self.back.clicked.connect(lambda: self.model.go_back(self._typed()))
        self.stop.clicked.connect(self._stop)
        self.model.moved.connect(self._show)
        self.model.refused.connect(self.refuse)
        self.model.made.connect(self._made)
        self.model.rules_read.connect(self._show_rules)

    def _continue(self) -> None:
        self._clear()
        step = self.model.step
        if step is Step.START:
            self._start()
        elif step is Step.SHARE:
            share = self.forms[Step.SHARE]
            if isinstance(share, ShareForm):
                self.model.keep_share(share.where.address(), share.where.typed_password())
        elif step is Step.JOIN:
            join = self.forms[Step.JOIN]
            if isinstance(join, JoinForm):
                self._busy(WORKING)
                join.go_on()
        elif step is Step.FINISH:
            self._busy(WORKING)
            self.model.finish()
        else:
            if step is Step.PEOPLE:
                self._busy(WORKING)
            self.model.go_on(self._typed())

    def _start(self) -> None:
        form = self.forms[Step.START]
        chosen = form.choice.value() if isinstance(form, StartForm) else None
        if chosen is None:
            self.refuse(Known("nothing_chosen", CHOOSE))
        elif chosen == DEMO:
            self._busy(WORKING)
            self.demo_wanted.emit()
        else:
            self.model.go_on(self._typed())

    def _stop(self) -> None:
        self.model.keep(self._typed())
        self.stop_wanted.emit()

    def _typed(self) -> NewDesk:
        return self.form.read(self.model.new)

    def _made(self) -> None:
        share = self.forms[Step.SHARE] = ShareForm(self.model)
        self.model.moved.connect(lambda _step: share.where.forget_password())
        self._add(share)
        model = self.model.enrolment()
        join = self.forms[Step.JOIN] = JoinForm(model)
        join.left.connect(self.model.joined)
        join.refused.connect(self.refuse)
        model.refused.connect(self.refuse)
        model.founded.connect(lambda _first: self._show(Step.JOIN))
        self._add(join)

    def _add(self, form: Form) -> None:
        form.body.addStretch(1)
        self._forms.addWidget(form)

    def _show_rules(self, facts: tuple[tuple[str, str], ...]) -> None:
        form = self.forms[Step.RULES]
        if isinstance(form, FactsForm):
            form.show_facts(facts)

    def _show(self, step: Step) -> None:
        self._clear()
        self._rest()
        form = self.forms[step]
        form.show_new(self.model.new)
        if step is Step.FINISH and isinstance(form, FactsForm):
            new = self.model.new
            form.show_facts(
                (
                    (tr("Trust"), new.trust_name),
                    (tr("Desk"), f"{new.desk}, {new.device}"),
                    (tr("Records"), str(self.model.place().folder)),
                )
            )
        for one in self.forms.values():  # the card is as high as the step shown
            if one is not form:
                one.hide()
        form.show()
        self.steps.go_to(int(step))
        of = tr("Step {number} of {count}").format(number=int(step) + 1, count=len(STEPS))
        self.count.setText(of)
        self.title.setText(form.title)
        self.lead.setText(form.lead)
        self.back.setVisible(step not in (Step.START, Step.SHARE))
        self.stop.setVisible(Step.TRUST <= step <= Step.PEOPLE)
        words = {Step.PEOPLE: MAKE, Step.FINISH: FINISH}.get(step, CONTINUE)
        self.go_on.set_words(words)
        announce(self, f"{of}. {form.title}")
        self._take_focus()

    def _take_focus(self) -> None:
        """On the first field; where a step is to be read and no more, on what goes on."""
        if isinstance(self.form, FactsForm):
            self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.form.take_focus()

    def _busy(self, words: str) -> None:
        self.go_on.set_words(words)
        self.go_on.setEnabled(False)

    def _rest(self) -> None:
        self.go_on.setEnabled(True)
        words = {Step.PEOPLE: MAKE, Step.FINISH: FINISH}.get(self.model.step, CONTINUE)
        self.go_on.set_words(words)

    def _clear(self) -> None:
        self.summary.clear()
        for field in self.form.fields.values():
            field.set_error("")


class _Side(QWidget):
    """The sunken ground of the steps."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and line."""
        theme = current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("sunken"))
        edge = self.rect()
        edge.setLeft(edge.right() - theme.line + 1)
        edge = paint.mirrored(self, edge)
        painter.fillRect(edge, theme.colour("hairline"))
        painter.end()
