"""The cards of the desk's start: what waits here, how the day went, how to open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.casework.status import MOST_PARKED
from app.services.desk_lists import AskLaterLine, ParkedLine, Today
from app.services.travel_state import Standing
from ui.language import spoken, tr
from ui.models.standing_words import STANDING_ICONS, STANDINGS
from ui.theme import current
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.layout import Column, Grid, Icon, Label, Row, Rule, clear, out_of_sight
from ui.widgets.share import ShareRing

PARKED_HERE = tr("Parked at this desk")
RESUME = tr("Resume")
ASK_BEFORE_DISCHARGE = tr("Ask before discharge")
OPEN = tr("Open")
TODAY = tr("Today")
NOTHING_YET = tr("Nobody registered yet")
HOW_TO_OPEN = tr("How to open")
OPENING = tr("“Before I book you in, I have a few short questions. We ask them of everyone.”")
IF_THEY_ASK = tr("If they ask why")
ANSWER_WHY = tr("“We put the same questions to every patient, so that it is fair.”")
SHOW_ALL = tr("Show all {count}")

_TEXT_BUTTONS = (20, 18, 12, 12)  # a text button's own padding takes up the rest

_ICON_INKS = {
    "circle-check": "success",
    "id": "action",
    "flag": "warn_text",
    "clock": "text2",
    "stethoscope": "c2",
}
_STANDING_INKS = {Standing.TAKEN: "success"}  # green is for what a receipt has come for


def minutes(count: int) -> str:
    """`6 min`, `2 h 5 min`."""
    hours, rest = divmod(count, 60)
    return (
        tr("{hours} h {rest} min").format(hours=hours, rest=rest)
        if hours
        else tr("{rest} min").format(rest=rest)
    )


def since(days: int) -> str:
    """How long ago somebody could not be asked."""
    if days < 2:
        return tr("yesterday") if days else tr("today")
    return tr("{days} days ago").format(days=days)


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """One who waits: initials, what for, how long; where the record is, unless it is a draft."""

    registration_id: str
    initials: str
    words: str
    when: str
    standing: Standing | None = None

    @property
    def said(self) -> str:
        """Who and what, and where the record is, for a screen reader."""
        said = f"{self.initials}: {spoken(self.words)}"
        return said if self.standing is None else f"{said}, {STANDINGS[self.standing]}"


class LineList(Card):
    """A titled list of waiting patients by initials: icon, who, what, where, when, one button.

    More than `short` are folded behind “Show all”.
    """

    chosen = Signal(str)

    def __init__(self, title: str, *, icon: str, button: str, short: int) -> None:
        super().__init__(title, note=" ", margins=(24, 16, 24, 8), gap=0)
        self._icon, self._word, self._short = icon, button, short
        self.buttons: list[Button] = []
        self._lines: list[WaitingLine] = []
        self._all = Button("", kind="text", scale="small", small=True)
        self._all.clicked.connect(lambda: self._show(len(self._lines)))
        self.head.addWidget(self._all)
        self.hide()

    def show_lines(self, lines: Sequence[WaitingLine], note: str = "") -> None:
        """Show these; none hides the card."""
        self._lines = list(lines)
        self.set_note(note)
        with out_of_sight(self):
            self._show(self._short if len(lines) > self._short else len(lines))
        self.setVisible(bool(lines))

    def _show(self, count: int) -> None:
        clear(self.body)
        self.buttons = []
        self._all.set_words(SHOW_ALL.format(count=len(self._lines)))
        self._all.setVisible(count < len(self._lines))
        self.body.addSpacing(4)
        for line in self._lines[:count]:
            self.body.addWidget(Rule())
            self.body.addWidget(self._line(line))

    def _line(self, one: WaitingLine) -> QWidget:
        line = QWidget()
        row = Row(line, gap=12, margins=(0, 8, 0, 8))
        who = Label(one.initials, weight="strong")
        who.setMinimumWidth(current().px(36))
        what = Label(one.words, wrap=True)
        button = Button(self._word, small=True)
        button.setAccessibleName(f"{self._word} {one.said}")
        button.clicked.connect(lambda: self.chosen.emit(one.registration_id))
        self.buttons.append(button)
        row.addWidget(Icon(self._icon, role="text2"))
        row.addWidget(who)
        row.addWidget(what, 1)
        row.addLayout(_where_and_when(one))
        row.addWidget(button)
        return line


def _where_and_when(one: WaitingLine) -> Column:
    """Under how long it waits, where the record is: an icon and a word."""
    told = Column(gap=0)
    told.addWidget(Label(one.when, scale="small", role="text2", right=True))
    if one.standing is not None:
        icon = Icon(
            STANDING_ICONS[one.standing], role=_STANDING_INKS.get(one.standing, "text2"), size=16
        )
        words = Label(STANDINGS[one.standing], scale="small", role="text2")
        told.addLayout(Row(gap=6).holding(None, icon, words))
    return told


def parked_lines(lines: Sequence[ParkedLine]) -> tuple[list[WaitingLine], str]:
    """The parked registrations as lines, and `2 of 5`."""
    shown = [
        WaitingLine(one.registration_id, one.initials, one.waiting_at, minutes(one.minutes))
        for one in lines
    ]
    return shown, tr("{count} of {most_parked}").format(count=len(lines), most_parked=MOST_PARKED)


def later_lines(lines: Sequence[AskLaterLine]) -> list[WaitingLine]:
    """The patients to ask before discharge, as lines."""
    return [
        WaitingLine(one.registration_id, one.initials, one.words, since(one.days), one.standing)
        for one in lines
    ]


class TodayCard(Card):
    """The fairness of the day: how many were asked, and how the registrations came out."""

    def __init__(self) -> None:
        super().__init__(TODAY, margins=(24, 16, 24, 16), gap=10)
        self.ring = ShareRing(tr("asked"))
        self.asked = Label("", weight="strong", wrap=True)
        self.later = Label("", scale="small", role="text2", wrap=True)
        words = Column(gap=2).holding(None, self.asked, self.later, None)
        self.body.addLayout(Row(gap=18, margins=(0, 2, 0, 6)).holding(self.ring, words))
        self._counts = QWidget()
        self._grid = Grid(self._counts, gap=(12, 8))
        self._rule = Rule()
        self.body.addWidget(self._rule)
        self.body.addWidget(self._counts)

    def show_today(self, today: Today, to_ask_later: int) -> None:
        """Another count."""
        self.ring.show_share(today.asked, today.registered)
        self.asked.setText(
            tr("{asked} of {registered} asked").format(
                asked=today.asked, registered=today.registered
            )
            if today.registered
            else NOTHING_YET
        )
        self.later.setText(
            tr("{to_ask_later} to ask before discharge").format(to_ask_later=to_ask_later)
        )
        self.later.setVisible(to_ask_later > 0)
        with out_of_sight(self._counts):
            clear(self._grid)
            for place, one in enumerate(today.by_outcome):
                count = Label(str(one.count), scale="title", weight="strong", right=True)
                icon = Icon(one.icon, role=_ICON_INKS.get(one.icon, "text2"))
                self._grid.addWidget(count, place, 0)
                self._grid.addWidget(icon, place, 1)
                self._grid.addWidget(Label(one.label, wrap=True), place, 2)
        self._grid.setColumnStretch(2, 1)
        self._grid.setColumnMinimumWidth(0, 34)
        for part in (self._rule, self._counts):
            part.setVisible(bool(today.by_outcome))


class OpeningCard(Card):
    """What to say first, the same to everyone."""

    def __init__(self) -> None:
        super().__init__(ground="tint", margins=(24, 16, 24, 20), gap=6)
        head = Row(gap=10)
        head.addWidget(Icon("volume", role="action"))
        head.addWidget(Label(HOW_TO_OPEN, weight="strong"), 1)
        self.body.addLayout(head)
        self.body.addWidget(Label(OPENING, wrap=True))
        self.body.addWidget(Label(IF_THEY_ASK, scale="small", weight="label", role="text2"))
        self.body.addWidget(Label(ANSWER_WHY, wrap=True))
        self.setAccessibleName(f"{HOW_TO_OPEN}: {OPENING}")


class SideParked(Card):
    """Parked registrations beside an open one: initials, minutes, Resume."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(
            tr("Parked"), note=" ", scale="small", quiet=True, margins=_TEXT_BUTTONS, gap=2
        )
        self.head.set_margins((0, 0, 8, 0))
        self.buttons: list[Button] = []
        self.hide()

    def show_parked(self, lines: Sequence[ParkedLine]) -> None:
        """Show these; none hides the card."""
        clear(self.body)
        self.buttons = []
        self.set_note(
            tr("{count} of {most_parked}").format(count=len(lines), most_parked=MOST_PARKED)
        )
        for one in lines:
            self.body.addWidget(self._line(one))
        self.setVisible(bool(lines))

    def _line(self, one: ParkedLine) -> QWidget:
        line = QWidget()
        row = Row(line, gap=10)
        button = Button(RESUME, kind="text", scale="small", small=True)
        button.setAccessibleName(f"{RESUME} {one.initials}, {minutes(one.minutes)}")
        button.clicked.connect(lambda: self.chosen.emit(one.registration_id))
        self.buttons.append(button)
        row.addWidget(Icon("player-pause", role="text2", size=18), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(Label(one.initials, weight="strong"), 1)
        row.addWidget(Label(minutes(one.minutes), scale="small", role="text2"))
        row.addWidget(button)
        return line
