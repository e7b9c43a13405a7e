"""The end of a registration: what the clerk does now, and never a verdict about money."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.core.errors import Known
from app.residency.outcomes import OutcomeWords
from ui.language import told, tr
from ui.models.registration import RegistrationModel, Showing
from ui.views.ladder import REGISTRATION
from ui.widgets.announce import announce
from ui.widgets.band import Band, Outcome, StepsCard
from ui.widgets.button import Button
from ui.widgets.card import SIDE, Card
from ui.widgets.flow import Flow
from ui.widgets.inputs import is_enter
from ui.widgets.layout import Column, Icon, Label, Row, out_of_sight
from ui.widgets.page import SplitPage
from ui.wording import ANSWERS, BOOK_IN, NEEDS, PRINT_FORM, saved_here

FINISHED = tr("Finished {time}")
WHAT_WAS_ANSWERED = tr("What was answered")
HERE_FOR = tr("Here for")
PRINT_LEAFLET = tr("Print the leaflet")
NOT_ASKED = tr("Not asked")
IN_THE_QUEUE = tr("Where the team is needed, it is in their queue. Nothing more to do here.")
NEXT_PATIENT = tr("Next patient")

_BANDS: dict[str, Outcome] = {
    "green": "no_follow_up",
    "blue": "show_document",
    "amber": "team_will_call",
    "grey": "ask_later",
    "treat": "treat_first",
}
# A drawing beside each step; the words come with the rules, and say it all.
_STEP_ICONS: dict[str, tuple[str, ...]] = {
    "green": ("circle-check", "info-circle"),
    "blue": ("id", "file-text", "clock"),
    "amber": ("phone", "file-text", "hand-stop"),
    "grey": ("hand-stop", "clock"),
    "treat": ("heart-rate-monitor", "hand-stop", "phone"),
}


class OutcomeView(SplitPage):
    """Band, steps, what was answered; F2 goes on to the next patient.

    `leaflet_wanted()`, `form_wanted()` and `needs_wanted()` ask the desk for these.
    """

    next_patient = Signal()
    leaflet_wanted = Signal()
    form_wanted = Signal()
    needs_wanted = Signal()

    def __init__(
        self,
        model: RegistrationModel,
        reasons: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(REGISTRATION, parent=parent)
        self._reasons = reasons
        self.band = Band("no_follow_up", "", BOOK_IN)
        self.steps = StepsCard()
        self.problem = Label("", weight="strong", role="error", wrap=True)
        self.problem.hide()
        self.answers = _Answered()
        self._steps_shown: tuple[str, tuple[str, ...]] = ("", ())
        self.saved = Label("", weight="strong", wrap=True)
        self.print_button = Button(PRINT_FORM, icon="printer")
        self.needs_button = Button(NEEDS, icon="language")
        self.back = Button(ANSWERS, icon="chevron-left", key="Alt+Up")
        self.next = Button(NEXT_PATIENT, kind="primary", icon="check", key="F2", main=True)
        self.content.holding(self.band, self.steps, self.problem)
        self.panel.holding(self.answers, self._saved_card())
        buttons = QWidget()
        wrapped = self._offers = Flow(buttons, gap=(8, 6))
        for button in (self.back, self.print_button, self.needs_button):
            wrapped.addWidget(button)
        self.footer.addWidget(buttons, 1, Qt.AlignmentFlag.AlignVCenter)
        self.footer.addWidget(self.next, 0, Qt.AlignmentFlag.AlignBottom)
        self.print_button.clicked.connect(self.form_wanted)
        self.needs_button.clicked.connect(self.needs_wanted)
        self.back.clicked.connect(model.back_to_the_answers)
        self.next.clicked.connect(self.next_patient)

    def show_step(self, showing: Showing) -> None:
        """The outcome of a finished registration."""
        step = showing.step
        words = step.outcome
        if words is None:
            return
        self.problem.hide()
        self.set_title(REGISTRATION, FINISHED.format(time=step.saved_at))
        self._show_words(words)
        answered = [
            (HERE_FOR, step.booking.label),
            *((one.question.label, one.shown) for one in step.answered),
        ]
        if step.could_not_ask:
            reason = self._reasons.get(step.could_not_ask, step.could_not_ask)
            answered.append((NOT_ASKED, reason))
        self.answers.show_answers(answered)
        self.saved.setText(saved_here(step.saved_at))
        self.set_fold("cloud-up", saved_here(step.saved_at))
        self.setAccessibleName(f"{words.title}. {words.sentence}")
        announce(self, saved_here(step.saved_at))

    def take_focus(self) -> None:
        """Enter goes on to the next patient; where room is short the band stays in sight."""
        place = self if self.is_narrow() else self.next
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on."""
        if is_enter(event) and not event.isAutoRepeat():
            self.next.click()
            return
        super().keyPressEvent(event)

    def refuse(self, known: Known) -> None:
        """Say a refusal under the steps."""
        self.problem.setText(told(known))
        self.problem.show()
        announce(self, told(known), assertive=True)

    def offer(self, button: Button) -> None:
        """One more button at the foot."""
        self._offers.addWidget(button)

    def close_panel(self) -> bool:
        """Esc: there is no panel here."""
        return False

    def _show_words(self, words: OutcomeWords) -> None:
        if self._steps_shown != (words.band, words.steps):
            self._steps_shown = (words.band, words.steps)
            icons = _STEP_ICONS[words.band]
            spare = ("info-circle",) * len(words.steps)
            self.steps.show_steps(
                [
                    (icon, step, self._prints() if place == words.leaflet else None)
                    for place, (icon, step) in enumerate(
                        zip((*icons, *spare), words.steps, strict=False), start=1
                    )
                ]
            )
        self.band.show_outcome(_BANDS[words.band], words.title, words.heading, words.steps)

    def _prints(self) -> Button:
        """The button beside the step that hands out the leaflet."""
        button = Button(PRINT_LEAFLET, icon="printer", key="Ctrl+P")
        button.clicked.connect(self.leaflet_wanted)
        return button

    def _saved_card(self) -> Card:
        card = Card(margins=SIDE, gap=4)
        head = Row(gap=10)
        head.addWidget(Icon("cloud-up", role="text2"))
        head.addWidget(self.saved, 1)
        card.body.addLayout(head)
        card.body.addWidget(Label(IN_THE_QUEUE, scale="small", role="text2", wrap=True))
        return card


class _Answered(Card):
    """What was answered; its lines are kept, and say other words for the next patient."""

    def __init__(self) -> None:
        super().__init__(WHAT_WAS_ANSWERED, scale="small", quiet=True, margins=SIDE, gap=8)
        self._lines: list[tuple[QWidget, Label, Label]] = []

    def show_answers(self, answered: Sequence[tuple[str, str]]) -> None:
        """Each question with its answer; none hides the card."""
        with out_of_sight(self):
            while len(self._lines) < len(answered):
                self._add()
            spare = [("", "")] * (len(self._lines) - len(answered))
            for line, told in zip(self._lines, (*answered, *spare), strict=True):
                pair, question, answer = line
                question.setText(told[0])
                answer.setText(told[1])
                pair.setVisible(told != ("", ""))
        self.setVisible(bool(answered))

    def _add(self) -> None:
        pair = QWidget()
        question = Label("", scale="small", role="text2", wrap=True)
        answer = Label("", weight="strong", wrap=True)
        Column(pair).holding(question, answer)
        self.body.addWidget(pair)
        self._lines.append((pair, question, answer))
