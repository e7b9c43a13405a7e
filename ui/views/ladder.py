"""The ladder: one open question, the answered ones folded, what happens next at the right."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.casework.number_card import NumberCard
from app.core.errors import Known
from app.services.desk_lists import ParkedLine
from app.services.registration import Asked, Place
from ui.language import tr
from ui.models.registration import RegistrationModel, Showing
from ui.theme import current
from ui.views.aside import CouldNotAsk, NextCard
from ui.views.desk_cards import SideParked
from ui.views.question import QuestionCard
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import SIDE, Card
from ui.widgets.chip import KeyCap
from ui.widgets.flow import Flow
from ui.widgets.folded import FoldedRow
from ui.widgets.layout import Grid, Label, Row, Rule, clear, out_of_sight
from ui.widgets.lookup import Option
from ui.widgets.page import SplitPage
from ui.widgets.scroll import Scroll
from ui.widgets.typed import Typed
from ui.wording import BOOK_IN, COULD_NOT_ASK, NEEDS, PARK, steps_left

REGISTRATION = tr("Registration")
QUESTION = tr("Question {number}")
ALL_ANSWERED = tr("All questions are answered")
READ_BACK = tr("Check the answers above, then book in.")
FINISH = tr("Book in and finish")
KEYS = tr("Keys")
ONE_TO = tr("1 to {count}")
PRINT_CARD = tr("Print card {letter}")
CARD_TITLE = tr("Card {letter}")
SAVES_BY_ITSELF = tr("Saves and goes on by itself. Esc never discards.")
SAVES_AND_WAITS = tr("Saves by itself and waits for you. Esc never discards.")


class LadderView(SplitPage):
    """Every answer is saved as it is given; keys work as printed, Esc never discards.

    `card_wanted(question, title)` asks for the patient's card on paper, `needs_wanted()` for the
    page of needs.
    """

    resumed = Signal(str)
    card_wanted = Signal(str, str)
    needs_wanted = Signal()

    def __init__(
        self,
        model: RegistrationModel,
        reasons: Sequence[tuple[str, str]],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(REGISTRATION, parent=parent)
        self._model = model
        self._showing: Showing | None = None
        self.before, self.after = _Folded(), _Folded()
        self.question = QuestionCard()
        self.ready = _Ready()
        self.could_not_ask = CouldNotAsk(reasons)
        self.next = NextCard()
        self.parked = SideParked()
        self.park_button = Button(PARK, icon="player-pause", key="F8")
        self.could_not_button = Button(COULD_NOT_ASK, icon="hand-stop", key="F9")
        self.needs_button = Button(NEEDS, icon="language")
        self.keys = _Keys()
        self.saves = Label(SAVES_BY_ITSELF, scale="small", role="text2", wrap=True, right=True)
        self.content.holding(self.before, self.question, self.ready, self.after, self.could_not_ask)
        self.panel.holding(self.next, self.parked, self.keys)
        buttons = QWidget()
        wrapped = Flow(buttons, gap=(8, 6))
        wrapped.addWidget(self.could_not_button)
        wrapped.addWidget(self.park_button)
        wrapped.addWidget(self.needs_button)
        self.footer.addWidget(buttons, 3, Qt.AlignmentFlag.AlignVCenter)
        self.footer.addWidget(self.saves, 2)
        self.spared.append(self.saves)
        self._scrolling = self.findChildren(Scroll)[0]
        typing = self.question.countries.typing
        self._typed = Typed(self, "country", read=typing.text, show=typing.setText)
        self._wire()

    # What is shown

    def show_step(self, showing: Showing) -> None:
        """Another place on the ladder."""
        with self.laid_out_once():
            self._show_step(showing)
        self._say(showing)

    def _show_step(self, showing: Showing) -> None:
        step = showing.step
        self._showing = showing
        asking = step.question is not None
        self.could_not_ask.hide()
        self.before.show_asked(showing.before)
        self.after.show_asked(showing.after)
        self.question.setVisible(asking)
        self.ready.setVisible(step.place is Place.READY)
        if step.question is not None:
            by_hand = not self._model.auto_advance
            card = self._model.card_of(step.question.id)
            self._typed.set_down()
            self.question.ask(step.question, showing.kept, card, go_on=by_hand)
            self._typed.take_up(f"{step.registration_id} {step.question.id}")
            self.keys.show_keys(len(self.question.answers.rows), card)
            self.set_title(REGISTRATION, QUESTION.format(number=showing.number))
        else:
            self.set_title(REGISTRATION, ALL_ANSWERED)
        done = len(showing.before) + len(showing.after)
        self.saves.setText(SAVES_BY_ITSELF if self._model.auto_advance else SAVES_AND_WAITS)
        self.next.show_next(step.steps_left, done, at_most=step.steps_at_most)
        left = steps_left(step.steps_left) if step.steps_left else ""
        self.set_fold("circle-check", BOOK_IN, left)

    def take_focus(self) -> None:
        """The keys work on what is open, and all its answers are in sight."""
        if self.question.isVisible():
            self.question.take_focus()
            self._show_answers()
        else:
            self.ready.finish.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_key(self, key: str) -> bool:
        """Ctrl+P: the patient's card with the numbers on screen."""
        if key == "Ctrl+P" and self._showing is not None and self._showing.step.question:
            question = self._showing.step.question
            card = self._model.card_of(question.id)
            title = CARD_TITLE.format(letter=card.letter) if card is not None else ""
            self.card_wanted.emit(question.id, title)
            return True
        return False

    def show_parked(self, lines: Sequence[ParkedLine]) -> None:
        """The parked registrations beside this one."""
        self.parked.show_parked(lines)

    def set_countries(self, options: Sequence[Option]) -> None:
        """The countries for the type-ahead."""
        self.question.countries.set_options(options)

    def refuse(self, known: Known) -> None:
        """Say a refusal under the question; nothing stays chosen that was not kept."""
        self.question.refuse(known)

    def close_panel(self) -> bool:
        """Esc: close a panel, discard nothing; True when one was open."""
        if not self.could_not_ask.isHidden():
            self.could_not_ask.hide()
            self._show_open()
            self.take_focus()
            return True
        return self.question.why.put_away()

    def ask_why_not(self) -> None:
        """F9: the reasons in place of the question."""
        for one in (self.before, self.question, self.ready, self.after):
            one.hide()
        self.could_not_ask.open()

    # Within

    def _wire(self) -> None:
        self.question.answered.connect(self._model.answer)
        self.question.taken.connect(self._model.keep)
        self.question.put_aside.connect(self._model.set_aside)
        self.before.change.connect(self._model.reopen)
        self.after.change.connect(self._model.reopen)
        self.ready.finish.clicked.connect(self._model.finish)
        self.could_not_ask.chosen.connect(self._model.could_not_ask)
        self.could_not_ask.closed.connect(self.close_panel)
        self.could_not_button.clicked.connect(self.ask_why_not)
        self.park_button.clicked.connect(self._model.park)
        self.needs_button.clicked.connect(self.needs_wanted)
        self.question.kept_on.connect(self._model.question_after)
        self.parked.chosen.connect(self.resumed)
        # A question that wraps moves its answers after they got the focus.
        self._scrolling.verticalScrollBar().rangeChanged.connect(self._show_answers)
        for key, act in (
            ("Alt+Up", self._model.question_before),
            ("Alt+Down", self._model.question_after),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)

    def _show_answers(self) -> None:
        for card in (self.question, self.could_not_ask):
            if card.answers.has_focus():
                above = card.mapTo(self._scrolling.viewport(), QPoint()).y()
                bar = self._scrolling.verticalScrollBar()
                bar.setValue(bar.value() + min(0, above))  # what is asked, as far as both fit
                self._scrolling.ensureWidgetVisible(card.answers, 0, current().px(12))

    def _show_open(self) -> None:
        if self._showing is not None:
            asking = self._showing.step.question is not None
            self.question.setVisible(asking)
            self.ready.setVisible(not asking)
            self.before.setVisible(bool(self.before.rows))
            self.after.setVisible(bool(self.after.rows))

    def _say(self, showing: Showing) -> None:
        question = showing.step.question
        if question is None:
            announce(self, f"{ALL_ANSWERED}. {READ_BACK}")
        else:
            announce(self, f"{QUESTION.format(number=showing.number)}. {question.text}")


class _Folded(Card):
    """Answered questions, each with Change."""

    change = Signal(str)

    def __init__(self) -> None:
        super().__init__(margins=(24, 0, 16, 0), gap=0)
        self.rows: list[FoldedRow] = []
        self._shown: list[tuple[str, str, str]] = []
        self.hide()

    def show_asked(self, asked: Sequence[Asked]) -> None:
        """Show these; none hides the card. Rows up to the first that differs stay as they are."""
        shown = [(one.question.id, one.question.text, one.shown) for one in asked]
        if shown != self._shown:
            pairs = zip(self._shown, shown, strict=False)
            same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
            with out_of_sight(self):
                clear(self.body, after=max(0, 2 * same - 1))
                del self.rows[same:]
                for one in shown[same:]:
                    self._add(*one)
            self._shown = shown
        self.setVisible(bool(asked))

    def _add(self, name: str, question: str, answer: str) -> None:
        if self.rows:
            self.body.addWidget(Rule())
        row = FoldedRow(question, answer)
        row.change.clicked.connect(lambda: self.change.emit(name))
        self.rows.append(row)
        self.body.addWidget(row)


class _Ready(Card):
    """Nothing is left to ask: Enter books in."""

    def __init__(self) -> None:
        super().__init__(ALL_ANSWERED, bar=True, gap=14)
        self.finish = Button(FINISH, kind="primary", icon="check", key="Enter", main=True)
        self.body.addWidget(Label(READ_BACK, role="text2", wrap=True))
        self.body.addLayout(Row().holding(self.finish, None))
        self.hide()


class _Keys(Card):
    """The keys that work here, as printed on buttons elsewhere."""

    def __init__(self) -> None:
        super().__init__(KEYS, scale="small", quiet=True, margins=SIDE, gap=4)
        self._numbers, self._print = KeyCap(""), KeyCap("Ctrl+P")
        self._prints = _does("")
        lines = Grid(gap=(18, 4))
        lines.setColumnStretch(1, 1)
        for line, (key, does) in enumerate(
            (
                (self._numbers, _does(tr("Answer"))),
                (KeyCap("Alt+↑"), _does(tr("Question before"))),
                (KeyCap("Ctrl+L"), _does(tr("Language card"))),
                (self._print, self._prints),
            )
        ):
            lines.addWidget(key, line, 0, Qt.AlignmentFlag.AlignLeading)
            lines.addWidget(does, line, 1)
        self.body.addLayout(lines)

    def show_keys(self, answers: int, card: NumberCard | None) -> None:
        """For a question of so many answers, with or without a card for the patient."""
        self._numbers.setText(ONE_TO.format(count=answers))
        self._prints.setText(PRINT_CARD.format(letter=card.letter) if card is not None else "")
        for one in (self._print, self._prints):
            one.setVisible(card is not None)


def _does(words: str) -> Label:
    return Label(words, scale="small", role="text2")
