"""The start of the desk: greeting, search, what waits here, and how the day went."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.casework.status import MOST_PARKED
from app.core.errors import Known
from ui.days import full
from ui.language import tr
from ui.models.desk import DeskLists, DeskModel
from ui.models.feedback import FeedbackModel
from ui.views.desk_cards import (
    ASK_BEFORE_DISCHARGE,
    OPEN,
    PARKED_HERE,
    RESUME,
    LineList,
    OpeningCard,
    TodayCard,
    later_lines,
    parked_lines,
)
from ui.views.feedback_card import FeedbackCard
from ui.views.find_card import FindCard
from ui.widgets.button import Button
from ui.widgets.layout import Column, Icon, Label, Row
from ui.widgets.page import SplitPage

FAIRNESS = tr("No one is asked more, or less, because of a name, a face or an accent.")
KEY_FORM = tr("&Key in a form")
LANGUAGE_CARD = tr("Language card")
RULES = tr("Rules {version}, to be read again by {on}")
_PANEL = 344
_TOP_END = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignTrailing
_SHORT = 2  # of those to ask before discharge, until all are asked for
_EVERY_MS = 60_000


def greeting(hour: int) -> str:
    """By the clock on the wall."""
    if hour < 12:
        return tr("Good morning")
    return tr("Good afternoon") if hour < 18 else tr("Good evening")


class DeskStart(SplitPage):
    """Nobody is open here: lists give initials only, results are told apart by what is read back.

    `opened(patient_id, booking_id)`, `resumed(registration_id)` and `form_wanted()` ask the desk to
    go on.
    """

    opened_for = Signal(str, str)
    resumed = Signal(str)
    form_wanted = Signal()
    _lift: QWidget | None = None  # the greeting's height, beside it in the panel

    def __init__(
        self, model: DeskModel, feedback: FeedbackModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(panel_width=_PANEL, parent=parent)
        self._model = model
        self.greeting = Label("", scale="screen", weight="strong")
        self.where = Label("", role="text2")
        self.language = Button(LANGUAGE_CARD, icon="language", key="Ctrl+L")
        self.key_form = Button(KEY_FORM, kind="text", icon="scan")
        self._greeted = QWidget()
        self._greeting = Row(self._greeted, gap=12, margins=(0, 4, 0, 2))
        self._greeting.addLayout(Column(gap=2).holding(self.greeting, self.where), 1)
        self._acts = Row(gap=8)
        self._acts.addWidget(self.key_form, 0, Qt.AlignmentFlag.AlignTop)
        self._greeting.addLayout(self._acts)
        self.rules = Label("", scale="small", role="text2")
        self.finder = FindCard(model)
        self.parked = LineList(PARKED_HERE, icon="player-pause", button=RESUME, short=MOST_PARKED)
        self.later = LineList(ASK_BEFORE_DISCHARGE, icon="clock", button=OPEN, short=_SHORT)
        self.today = TodayCard()
        self.opening = OpeningCard()
        self.feedback = FeedbackCard(feedback)
        lift = QWidget()
        self._lift = lift
        self._lifted = Row(lift, margins=(0, 4, 0, 0))
        self.content.holding(self._greeted, self.finder, self.parked, self.later, self.feedback)
        self.panel.holding(lift, self.today, self.opening)
        rules = QWidget()
        Row(rules, gap=8).holding(Icon("shield", role="text2", size=18), self.rules)
        self.footer.addWidget(rules)
        fair = Label(FAIRNESS, scale="small", role="text2", wrap=True, right=True)
        self.footer.addWidget(fair, 1)
        self.key_form.clicked.connect(self.form_wanted)
        self.finder.opened.connect(self.opened_for)
        self.finder.busy.connect(self._make_room)
        self.parked.chosen.connect(self.resumed)
        self.later.chosen.connect(self.resumed)
        model.lists.connect(self.show_lists)
        model.refused.connect(self.refuse)
        self._minute = QTimer(self)
        self._minute.setInterval(_EVERY_MS)
        self._minute.timeout.connect(self._tick)
        self._lists: DeskLists | None = None
        self._late = False  # the lists came while another page lay over this one
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show_late)
        self._busy = False
        self._fit()

    def opened(self) -> None:
        """Greet, read the lists, and put the focus into the search."""
        desk = self._model.desk
        today = self._model.today()
        self.greeting.setText(greeting(self._model.hour()))
        self.where.setText(f"{full(today)}, {desk.place}")
        self.rules.setText(self._model.rules_words(RULES))
        self._fit()
        self._soon.stop()  # they are read anew
        self._model.refresh()
        self.feedback.model.refresh()
        self._minute.start()
        self.finder.fresh()
        self.finder.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_from_the_top()
        self.finder.go_on()

    def refuse(self, known: Known) -> None:
        """Say a refusal where the person is looking."""
        if self.isVisible():
            self.finder.refuse(known)

    def show_lists(self, lists: DeskLists) -> None:
        """What lies on the desk now; a hidden one waits until it is seen."""
        self._lists = lists
        self._late = self.isHidden()
        if self._late:
            return
        shown, note = parked_lines(lists.parked)
        self.parked.show_lines(shown, note)
        self.later.show_lines(later_lines(lists.ask_later))
        self.today.show_today(lists.today, len(lists.ask_later))
        self._make_room(self._busy)
        self.set_fold(
            "users",
            tr("Today: {text}").format(text=self.today.asked.text()),
            self.today.ring.text(),
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Nothing lies over it any more: what came meanwhile is shown."""
        super().showEvent(event)
        if self._late:
            self._soon.start()  # unless the desk is opened now, and reads them anew

    def _show_late(self) -> None:
        if self._late and self._lists is not None:
            self.show_lists(self._lists)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the panel's first card beside the search."""
        super().resizeEvent(event)
        self._fit()

    def restyle(self) -> None:
        """Take the sizes of the current theme."""
        super().restyle()
        self._fit()

    def _fit(self) -> None:
        if self._lift is None:
            return
        narrow = self.is_narrow()
        home = self._acts if narrow else self._lifted
        if home.indexOf(self.language) < 0:
            (self._lifted if narrow else self._acts).removeWidget(self.language)
            home.addWidget(self.language, 0, _TOP_END)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._greeting.setDirection(down if narrow else across)
        self._lift.setVisible(not narrow)
        self._lift.setFixedHeight(self._greeted.sizeHint().height())

    def _make_room(self, busy: bool) -> None:
        """While a patient is looked at, the lists wait: one thing to do."""
        self._busy = busy
        if self._lists is not None:
            self.parked.setVisible(bool(self._lists.parked) and not busy)
            self.later.setVisible(bool(self._lists.ask_later) and not busy)

    def _tick(self) -> None:
        if self.isVisible():
            self._model.refresh()
