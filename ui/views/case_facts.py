"""The left of a case: what was answered, the free-care prompts, what happened, its stay and kin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.dates import clock_time, parse_iso
from app.core.errors import Known
from app.services.casefile import CaseFile
from app.services.stays import TimeInside
from app.services.timeline import Event as Happened
from app.services.travel_state import Standing
from ui.days import brief
from ui.language import as_shown, told, tr
from ui.models.case_time import TimeModel
from ui.models.standing_words import STANDINGS
from ui.views.case_dated import DatedCard
from ui.views.case_family import FamilyCard
from ui.views.case_leaving import LeavingField
from ui.views.case_prompts import PromptRow, PromptsCard
from ui.views.case_reach import ReachCard
from ui.views.case_rest import RestCard
from ui.views.case_stay import StayCard
from ui.widgets.card import Card
from ui.widgets.facts import Facts, Mark
from ui.widgets.folding import Folding
from ui.widgets.layout import Column, Hanging
from ui.widgets.timeline import Event, Timeline

ANSWERS, RECORD = tr("Answers"), tr("Record")
NOT_ASKED = tr("Not asked")
TIMELINE = tr("Timeline")
ONE_PAPER, PAPERS = tr("1 paper shown"), tr("{count} papers shown")
_SIDE = (16, 12, 16, 14)
_NEWEST = 4
_INKS = {"flag": "warn_text", "stethoscope": "action", "scale": "action", "receipt": "action"}


class CaseFacts(QWidget):
    """Eight cards: what an officer needs at a glance stands first, the rest unfolds or scrolls.

    `paper_wanted(evidence_id)`: the paper that stands beside an answer is to be looked at.
    """

    paper_wanted = Signal(str)

    def __init__(
        self,
        time: TimeModel,
        today: Callable[[], date],
        key_answers: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.stay, self.dated = StayCard(today), DatedCard(time.questions(), today)
        self.family = FamilyCard(time.relations(), today)
        self._follow(time)
        self._key = tuple(key_answers)
        self._case: CaseFile | None = None
        self._standing: Standing | None = None
        self.answers = Facts(ANSWERS, label_width=104, gap=4)
        self.leaving = LeavingField(today)
        self.all_answers = Folding(ANSWERS)
        self.free_care = PromptsCard()
        self.reach = ReachCard()
        self.timeline = Timeline()
        self.whole_timeline = Folding(TIMELINE)
        self.rest = RestCard()
        answers = Card(ANSWERS, scale="body", margins=_SIDE, gap=4)
        answers.add_action(self.all_answers)  # at the head: Tab comes to it first
        change = Hanging().holding(self.leaving.change, None)
        answers.body.holding(self.answers, change, self.leaving)
        happened = Card(TIMELINE, scale="body", margins=_SIDE, gap=6)
        happened.add_action(self.whole_timeline)
        happened.body.addWidget(self.timeline)
        self.answers.opened.connect(self.paper_wanted)
        self.all_answers.toggled_to.connect(lambda _all: self._show_answers())
        self.whole_timeline.toggled_to.connect(lambda _all: self._show_timeline())
        Column(self, gap=10).holding(
            *(answers, self.free_care, self.reach, happened),
            *(self.rest, self.stay, self.dated, self.family, None),
        )

    def show_case(self, case: CaseFile) -> None:
        """A case, or the same one after an act."""
        self._case = case
        self._show_answers()
        self.leaving.show_case(case)
        self.free_care.show_lines(case.prompts)
        self.reach.show_reach(case.reach)
        self._show_timeline()

    @property
    def prompts(self) -> list[PromptRow]:
        """The lines of the free-care prompts."""
        return self.free_care.rows

    def _show_answers(self) -> None:
        case = self._case
        if case is None:
            return
        key = {line.question_id: line for line in case.answers if line.question_id in self._key}
        shown = (
            case.answers if self.all_answers.all else [key[one] for one in self._key if one in key]
        )
        self.answers.show_facts(
            [
                (tr("Here for"), case.booking.label),
                *(((NOT_ASKED, case.not_asked),) if case.not_asked else ()),
                *((line.label, line.shown) for line in shown),
                *self._record(),
            ],
            {line.label: _papers(line.papers) for line in shown if line.papers},
        )
        self.all_answers.count(len(case.answers), beyond=len(key))

    def show_standing(self, standing: Standing | None) -> None:
        """Where the record is: on this machine, on the share, taken."""
        if standing is not self._standing:
            self._standing = standing
            self._show_answers()

    def _record(self) -> tuple[tuple[str, str], ...]:
        return () if self._standing is None else ((RECORD, STANDINGS[self._standing]),)

    def _show_timeline(self) -> None:
        if self._case is None:
            return
        events = [_event(one) for one in reversed(self._case.timeline)]
        self.timeline.show_events(events if self.whole_timeline.all else events[:_NEWEST])
        self.whole_timeline.count(len(events), beyond=_NEWEST)

    def open_case(self, registration_id: str) -> None:
        """Another case: nothing of the time of the last is left."""
        self._standing = None
        self.all_answers.fold()
        self.whole_timeline.fold()
        for part in (self.leaving, self.rest, self.stay, self.dated, self.family):
            part.open_case(registration_id)

    def show_time(self, time: TimeInside) -> None:
        """The stay and, once there is one, what changed during it."""
        self.stay.show_time(time)
        self.dated.show_lines(time.dated)
        self.dated.setVisible(time.recorded)
        self.family.show_lines(time.family)

    def refuse(self, known: Known) -> bool:
        """Say a refusal beside its field; False where it belongs to none here."""
        return (
            self.rest.refuse(known)
            or self.stay.refuse(known)
            or self.dated.refuse(known)
            or self.family.refuse(told(known))
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


def _papers(papers: tuple[str, ...]) -> Mark:
    """How many papers speak for an answer; the first is opened."""
    count = len(papers)
    return Mark(ONE_PAPER if count == 1 else PAPERS.format(count=count), papers[0])


def _event(happened: Happened) -> Event:
    moment = f"{_day(happened.at)} {clock_time(happened.at)}"
    who = f", {happened.who}" if happened.who else ""
    words = as_shown(happened.words)
    return Event(happened.icon, words, f"{moment}{who}", _INKS.get(happened.icon, "text2"))


def _day(moment: str) -> str:
    """`11-Jul` of a stored moment."""
    return brief(parse_iso(moment[:10]))
