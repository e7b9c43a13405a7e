"""The left of a case: the free-care prompts, what was answered at the desk, what happened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.core.dates import clock_time, parse_iso, show
from app.core.errors import Known
from app.services.casefile import CaseFile, PromptLine
from app.services.stays import TimeInside
from app.services.timeline import Event as Happened
from ui.language import tr
from ui.models.case_time import TimeModel
from ui.theme import current
from ui.views.case_dated import DatedCard
from ui.views.case_family import FamilyCard
from ui.views.case_stay import StayCard
from ui.widgets import paint
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.facts import Facts
from ui.widgets.inputs import is_enter
from ui.widgets.layout import Column, clear
from ui.widgets.timeline import Event, Timeline

ANSWERS, FROM_THE_DESK = tr("Answers"), tr("from the desk")
PROMPTS, TIMELINE = tr("Free-care prompts"), tr("Timeline")
NO_ANSWERS = tr("Nothing was answered yet.")
TO_ANSWER = tr("Ask")
OF_CLINICIAN = tr("Clinician")
_SIDE = (16, 12, 16, 14)
_INKS = {"flag": "warn_text", "stethoscope": "action", "scale": "action", "receipt": "action"}


class PromptRow(QAbstractButton):
    """A ground of free care with its answer; pressing it opens the question."""

    def __init__(self, line: PromptLine) -> None:
        super().__init__()
        self.question_id = line.question.id
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_line(line)

    def show_line(self, line: PromptLine) -> None:
        """The prompt as it stands now."""
        self.open = not line.shown
        waits = OF_CLINICIAN if line.by_clinician else TO_ANSWER
        self._words, self._value = line.label, line.shown or waits
        self.setText(line.label.replace("&", "&&"))
        self.setAccessibleName(f"{line.label}: {line.shown or 'not answered'}")
        self.update()

    def value(self) -> str:
        """The answer shown, or who is to give it."""
        return self._value

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, as Space does."""
        if is_enter(event) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """A dense line."""
        theme = current()
        words = paint.text_size(self._words, theme.font("small")).width()
        value = paint.text_size(self._value, theme.font("small", "strong")).width()
        return QSize(words + value + theme.px(46), theme.px(26))

    def minimumSizeHint(self) -> QSize:
        """The ground may be cut with a mark, its answer never."""
        value = paint.text_size(self._value, current().font("small", "strong")).width()
        return QSize(value + current().px(100), current().px(26))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, words, answer, an arrow where there is none."""
        theme = current()
        painter = paint.begin(self)
        radius = theme.radius("control")
        if self.underMouse():
            paint.rounded(painter, self.rect(), radius, theme.colour("tint"), None)
        inside = self.rect().adjusted(theme.px(6), 0, -theme.px(6), 0)
        ink = "action" if self.open else "text"
        if self.open:
            inside.adjust(0, 0, -theme.px(18), 0)
            arrow = self.rect().adjusted(self.width() - theme.px(22), 0, -theme.px(4), 0)
            pixmap = theme.pixmap("chevron-right", role="action", size=16)
            paint.draw_icon(painter, pixmap, arrow)
        strong = theme.font("small", "strong")
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grey = theme.colour(ink)
        paint.draw_text(painter, inside, self._value, font=strong, ink=grey, flags=right)
        room = inside.width() - QFontMetrics(strong).horizontalAdvance(self._value) - theme.px(10)
        words = paint.elided(self._words, theme.font("small"), room)
        ink = "text" if self.open else "text2"
        paint.draw_text(painter, inside, words, font=theme.font("small"), ink=theme.colour(ink))
        if self.hasFocus():
            paint.ring(painter, self.rect(), radius)
        painter.end()


class CaseFacts(QWidget):
    """Six cards; `asked(question_id)` opens a prompt's question beside them."""

    asked = Signal(str)

    def __init__(
        self,
        time: TimeModel,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.stay, self.dated = StayCard(today), DatedCard(time.questions(), today)
        self.family = FamilyCard(time.relations(), today)
        self._follow(time)
        self.answers = Facts(ANSWERS, gap=4)
        self.prompts: list[PromptRow] = []
        self.done = Chip(tr("0 of 0"), "neutral")
        self.timeline = Timeline()
        answers = Card(ANSWERS, note=FROM_THE_DESK, scale="body", margins=_SIDE)
        answers.body.addWidget(self.answers)
        self._prompt_card = Card(PROMPTS, scale="body", margins=_SIDE, gap=6)
        self._rows = Column(gap=0)
        self._prompt_card.body.addLayout(self._rows)
        happened = Card(TIMELINE, scale="body", margins=_SIDE)
        happened.body.addWidget(self.timeline)
        Column(self, gap=10).holding(
            self._prompt_card, answers, self.stay, self.dated, self.family, happened, None
        )

    def show_case(self, case: CaseFile) -> None:
        """A case, or the same one after an act."""
        shown = [(line.label, line.shown) for line in case.answers]
        self.answers.show_facts([(tr("Here for"), case.booking.label), *shown])
        self._show_prompts(case.prompts)
        self.timeline.show_events([_event(one) for one in reversed(case.timeline)])

    def open_case(self) -> None:
        """Another case: nothing of the time of the last is left."""
        self.stay.open_case()
        self.dated.close_form()
        self.dated.hide()
        self.family.close_form()

    def show_time(self, time: TimeInside) -> None:
        """The stay and, once there is one, what changed during it."""
        self.stay.show_time(time)
        self.dated.show_lines(time.dated)
        self.dated.setVisible(time.recorded)
        self.family.show_lines(time.family)

    def refuse(self, known: Known) -> bool:
        """Say a refusal beside its field; False where it belongs to none here."""
        return (
            self.stay.refuse(known) or self.dated.refuse(known) or self.family.refuse(known.message)
        )

    def _follow(self, time: TimeModel) -> None:
        time.read.connect(self.show_time)
        self.stay.kept.connect(time.set_stay)
        time.stay_kept.connect(self.stay.was_kept)
        self.dated.given.connect(time.answer_from)
        self.dated.put_aside.connect(time.set_aside_from)
        self.dated.taken_back.connect(time.take_back_from)
        time.change_kept.connect(self.dated.was_kept)
        self.family.wanted.connect(time.find)
        time.found.connect(self.family.show_found)
        self.family.linked.connect(time.link)
        time.linked.connect(self.family.was_linked)

    def prompt(self, question_id: str) -> PromptRow | None:
        """The line of a prompt, or None."""
        return next((row for row in self.prompts if row.question_id == question_id), None)

    def first_open(self) -> PromptRow | None:
        """The first prompt without an answer, or None."""
        return next((row for row in self.prompts if row.open), None)

    def _show_prompts(self, lines: Sequence[PromptLine]) -> None:
        if [row.question_id for row in self.prompts] == [line.question.id for line in lines]:
            for row, line in zip(self.prompts, lines, strict=True):
                row.show_line(line)
        else:
            clear(self._rows)
            self.prompts = [PromptRow(line) for line in lines]
            for row in self.prompts:
                row.clicked.connect(lambda _=False, name=row.question_id: self.asked.emit(name))
                self._rows.addWidget(row)
                row.show()  # at once, so that it can take the focus
        answered = sum(bool(line.shown) for line in lines)
        chip = Chip(
            tr("{answered} of {count}").format(answered=answered, count=len(lines)),
            "done" if answered == len(lines) else "neutral",
        )
        self._prompt_card.head.replaceWidget(self.done, chip)
        self.done.hide()
        if self.done.parent() is None:
            self._prompt_card.head.addWidget(chip)
        self.done.deleteLater()
        self.done = chip


def _event(happened: Happened) -> Event:
    moment = f"{_day(happened.at)} {clock_time(happened.at)}"
    who = f", {happened.who}" if happened.who else ""
    return Event(happened.icon, happened.words, f"{moment}{who}", _INKS.get(happened.icon, "text2"))


def _day(moment: str) -> str:
    """`11-Jul` of a stored moment."""
    return show(parse_iso(moment[:10]))[:6]
