"""How a case lies in the window: three columns, two with tabs, or one (design 06)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from app.residency.question import QuestionType
from app.residency.questions import AnswerState, Question
from app.services.casefile import CaseFile
from app.services.explaining import Explanation
from ui.language import tr
from ui.models.case import CaseModel
from ui.models.case_rest import RestModel
from ui.models.documents import DocumentsModel
from ui.theme import current
from ui.views.case_panels import CasePanels
from ui.views.case_why import WhyPanel
from ui.widgets.card import Card
from ui.widgets.focus import focus_kept
from ui.widgets.layout import Column, Row
from ui.widgets.scroll import Scroll
from ui.widgets.tabs import LEAD, Tab, Tabs

TABS = {
    "evidence": tr("Evidence"),
    "interview": tr("Interview"),
    "estimate": tr("Estimate"),
    "letters": tr("Letters"),
    "why": tr("Why"),
    "facts": tr("Answers"),
    "decision": tr("Decision"),
}
_PAPERS = "evidence"
_WITH_AN_ACT = ("interview", "estimate", "letters")  # theirs is the one filled button then
_LEFT, _RIGHT = 306, 372
_THREE_FROM, _TWO_FROM = 1120, 700  # of this widget, at 100 %
_SHORT_UNDER = 560  # of its height
_WIDEST = 16_777_215


class CaseLayout(QWidget):
    """Answers, evidence with interview and estimate, decision; tabs take what has no column.

    The guide lies over the middle, so that it is read beside the case and never instead of it.
    """

    resting = Signal(bool)  # whether letters to the patient rest on an officer's word

    def __init__(
        self,
        model: CaseModel,
        documents: DocumentsModel,
        panels: CasePanels,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model, self._documents = model, documents
        self.decision, self.guide = panels.decision, panels.guide
        self._came_from: QWidget | None = None
        self._columns = 0
        self._short: bool | None = None
        self._time, self._rests = panels.time, RestModel(model, self)
        self.facts, self.evidence = panels.facts, panels.evidence
        self.interview, self.estimate = panels.interview, panels.estimate
        self.letters = panels.letters
        self.why = WhyPanel()
        self._explained = False
        self._page = ""  # of the rule the finding rests on, once there is one to tell
        self._in_middle = _PAPERS  # the part of the middle shown last, to come back to
        self._left = Scroll(self.facts)
        self._middle = Card(margins=(16 - LEAD, 4, 10, 12), gap=10)
        self._tabs = Tabs([])
        self._head = Column()
        self._stack = QStackedWidget()
        for panel in (self.evidence, self.interview, self.estimate, self.letters, self.why):
            self._stack.addWidget(panel)
        self._middle.body.addLayout(self._head)
        below = Row(margins=(LEAD, 0, 0, 0))  # the words of the first tab stand over what it shows
        below.addWidget(self._stack)
        self._middle.body.addLayout(below, 1)
        self._beside = QStackedWidget()
        self._beside.addWidget(self._middle)
        self._beside.addWidget(self.guide)
        self._row = Row(self, gap=12)
        for part, share in ((self._left, 0), (self._beside, 1), (self.decision, 0)):
            self._row.addWidget(part, share)
        self.facts.free_care.asked.connect(self._ask_prompt)
        self.facts.free_care.denied.connect(self._deny)
        self.facts.free_care.passed.connect(self._pass_over)
        self.facts.rest.kept.connect(self._rests.keep)
        self._rests.read.connect(self.facts.rest.show_rests)
        self._rests.kept.connect(self.facts.rest.was_kept)
        self._rests.read.connect(lambda lines: self.resting.emit(any(one.since for one in lines)))
        self.guide.left_for_case.connect(self.close_guide)
        self.decision.rule_wanted.connect(self.look_up)
        self.why.rule_wanted.connect(self.look_up)
        self.decision.decided.estimate_wanted.connect(lambda: self.go_to("estimate"))
        self.decision.decided.letters_wanted.connect(lambda: self.go_to("letters"))
        model.countries.connect(self.facts.dated.editor.set_countries)
        self.interview.given.connect(model.answer)
        self.interview.put_aside.connect(model.set_aside)
        self.interview.returned.connect(self._back_to_prompts)
        self.interview.decision_wanted.connect(lambda: self.go_to("decision"))
        self.evidence.changed.connect(model.refresh)
        self.facts.paper_wanted.connect(self.show_paper)
        self.evidence.weighed.connect(model.rely_on)
        self.decision.explained.connect(self._show_why)
        model.explained.connect(self._show_why)
        self.decision.why_wanted.connect(lambda: self.go_to("why"))
        model.countries.connect(self.interview.set_countries)
        self._arrange(3)

    def tab(self) -> str:
        """The tab shown."""
        return self._tabs.key()

    def show_tab(self, name: str) -> None:
        """Show a tab, where it is one now."""
        if name in self._names():
            self._tabs.show_view(name)

    def go_to(self, name: str) -> None:
        """Show a tab and begin there."""
        self.show_tab(name)
        starts = {
            "evidence": self.evidence.take_focus,
            "interview": self.interview.take_focus,
            "estimate": self.estimate.take_focus,
            "letters": self.letters.take_focus,
            "why": self.why.take_focus,
            "facts": self.take_focus,
            "decision": self.decision.take_focus,
        }
        starts[name]()

    # The guide beside the case

    def look_up(self, key: str = "") -> None:
        """The page of a rule, or the guide to look something up in; the case stays open.

        Before the officer has chosen there is no rule of this case to open (hazard H12).
        """
        wanted = key or self._page
        if self._beside.currentWidget() is not self.guide:
            self._came_from = QApplication.focusWidget()
        self._beside.setCurrentWidget(self.guide)
        self.guide.open_page(wanted, from_case=True)
        self.guide.opened()
        if not wanted:
            self.guide.begin_search()

    def close_guide(self) -> bool:
        """Back to what was done before; False where no guide is open."""
        if self._beside.currentWidget() is not self.guide:
            return False
        self._beside.setCurrentWidget(self._middle)
        came_from, self._came_from = self._came_from, None
        if came_from is not None and came_from.isVisible():
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.take_focus()
        return True

    def open_case(self, case: CaseFile) -> None:
        """Another case."""
        self.evidence.forget(case.registration_id)
        self._documents.open(case.registration_id)
        self._came_from = None
        self._beside.setCurrentWidget(self._middle)
        self._model.load_countries()
        self.interview.open_case(case)
        self.estimate.open_case(case.registration_id)
        self.letters.open_case(case.ref)
        self.decision.open_case(case)
        self._show_why(None)
        self._model.load_why()
        self.evidence.begin(case.registration_id)
        self.facts.open_case(case.registration_id)
        self._left.verticalScrollBar().setValue(0)
        self._in_middle = _PAPERS
        self.show_tab(self._names()[0])
        self._show_parts(case)

    def show_case(self, case: CaseFile) -> None:
        """The same case after an act."""
        self._show_parts(case)
        self.decision.show_case(case)
        self._model.load_why()
        self.interview.show_case(case)  # last: it leads on to the next open prompt

    def show_paper(self, evidence_id: str) -> None:
        """A paper that stands beside an answer, in view and under the keys."""
        self.show_tab("evidence")
        self.evidence.open(evidence_id)

    def close_case(self) -> None:
        """Nobody is open: no page of a paper is left."""
        self._documents.close()
        self.evidence.forget()

    def take_focus(self) -> None:
        """The first thing open: a prompt without an answer, else the decision."""
        row = self.facts.free_care.first_open()
        if row is not None and self._left.isVisible():
            row.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.decision.isVisible():
            self.decision.take_focus()
        else:
            self._tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_prompt(self) -> QWidget:
        """The first prompt without an answer, in view."""
        self.show_tab("facts")
        return self.facts.free_care.first_open() or self._tabs

    def place_of_evidence(self) -> QWidget:
        """Where it is said that nothing was offered, in view."""
        self.show_tab("evidence")
        return self.evidence.no_evidence

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three columns, two or one."""
        super().resizeEvent(event)
        self._arrange(self._fitting())
        self._fit_height()

    def restyle(self) -> None:
        """Measure again in the current theme."""
        self._columns = 0
        self._arrange(self._fitting())

    def _show_parts(self, case: CaseFile) -> None:
        self.facts.show_case(case)
        self.evidence.show_lines(case.evidence)
        self.estimate.show_issued(case.estimates)
        self._show_counts(case)
        self._time.refresh()
        self._rests.refresh()

    def _show_counts(self, case: CaseFile) -> None:
        counts = {"evidence": len(case.evidence), "estimate": len(case.estimates)}
        for name, count in counts.items():
            self._tabs.set_count(name, count or None)

    def _ask_prompt(self, question_id: str) -> None:
        case = self._model.case
        if case is None:
            return
        line = next(one for one in case.prompts if one.question.id == question_id)
        self._ask(line.question, line.shown)

    def _deny(self, question_id: str) -> None:
        case = self._model.case
        if case is None:
            return
        line = next(one for one in case.prompts if one.question.id == question_id)
        several = line.question.type is QuestionType.MULTI_CHOICE
        value: object = (line.none_value,) if several else line.none_value
        self._model.answer(question_id, value, then=self._next_prompt)

    def _pass_over(self, question_id: str) -> None:
        self._model.set_aside(question_id, AnswerState.NOT_ASKED, then=self._next_prompt)

    def _next_prompt(self) -> None:
        """On to the next open prompt; with none left, to the officer's choice."""
        row = self.facts.free_care.first_open()
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._columns > 1:
            self.decision.take_focus()

    def _ask(self, question: Question, shown: str) -> None:
        self.show_tab("interview")
        self.interview.ask(question, shown, from_prompts=True)

    def _back_to_prompts(self, question_id: str) -> None:
        """On to the next open prompt, else back to the one that was answered."""
        self.show_tab("facts")
        row = self.facts.free_care.first_open() or self.facts.free_care.row(question_id)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_why(self, why: Explanation | None) -> None:
        """The tab is there only while the officer's choice is (hazard H12)."""
        grounds = why.grounds if why is not None else ()
        self._page = next((ground.page for ground in grounds if ground.page), "")
        if why is None:
            self.why.forget()
        else:
            self.why.show_explanation(why)
        if self._explained is not (why is not None):
            self._explained = why is not None
            self._make_tabs(keep=True)

    def _names(self) -> list[str]:
        middle = ["evidence", "interview", "estimate", "letters"]
        middle += ["why"] if self._explained else []
        if self._columns == 3:
            return middle
        return ["facts", *middle] if self._columns == 2 else ["facts", *middle, "decision"]

    def _fitting(self) -> int:
        """How many columns there is room for."""
        theme = current()
        if self.width() >= theme.px(_THREE_FROM):
            return 3
        return 2 if self.width() >= theme.px(_TWO_FROM) else 1

    def _arrange(self, columns: int) -> None:
        theme = current()
        if columns == self._columns:
            return
        self._columns = columns
        self._short = None
        had = QApplication.focusWidget()
        with focus_kept(self):
            self._fit_height()
            self._place(self._left, beside=columns == 3, first=True, width=theme.px(_LEFT))
            self._place(self.decision, beside=columns > 1, first=False, width=theme.px(_RIGHT))
            self.decision.set_framed(framed=columns > 1)
            self._make_tabs()
            self._show_tab_with(had)

    def _show_tab_with(self, had: QWidget | None) -> None:
        """What somebody was working in is the tab shown, where it is one from now on."""
        columns = ((_PAPERS, self.evidence), ("facts", self._left), ("decision", self.decision))
        for name, part in columns:
            if had is not None and part.isAncestorOf(had):
                self.show_tab(name)

    def _fit_height(self) -> None:
        short = self.height() < current().px(_SHORT_UNDER)
        if short is not self._short:
            self._short = short
            self.decision.set_roomy(self._columns > 1, short=short)

    def _place(self, part: QWidget, *, beside: bool, first: bool, width: int) -> None:
        self._row.removeWidget(part)
        self._stack.removeWidget(part)
        if beside:
            part.setFixedWidth(width)
            self._row.insertWidget(0 if first else -1, part)
        else:
            part.setMinimumWidth(0)
            part.setMaximumWidth(_WIDEST)
            self._stack.addWidget(part)
        part.setVisible(beside)

    def _make_tabs(self, *, keep: bool = False) -> None:
        before = self._tabs
        key = before.key() if before.count() else ""
        names = self._names()
        self._tabs = Tabs([Tab(name, TABS[name]) for name in names])
        self._tabs.setAccessibleName(tr("Parts of the case"))
        self._tabs.chosen.connect(self._show_part)
        self._tabs.jumped.connect(self.go_to)
        self._head.addWidget(self._tabs)
        before.hide()
        before.deleteLater()
        if key not in names:  # it has a column of its own now
            key = self._in_middle
        # answers come first where they are a tab
        first = key not in names or (key == _PAPERS and not keep)
        self._tabs.show_view(names[0] if first else key)
        self._show_part(self._tabs.key())
        if self._model.case is not None:
            self._show_counts(self._model.case)

    def _show_part(self, name: str) -> None:
        parts: dict[str, QWidget] = {
            "evidence": self.evidence,
            "interview": self.interview,
            "estimate": self.estimate,
            "letters": self.letters,
            "why": self.why,
            "facts": self._left,
            "decision": self.decision,
        }
        if name not in ("facts", "decision"):
            self._in_middle = name
        self._stack.setCurrentWidget(parts[name])
        self.decision.stand_back(name in _WITH_AN_ACT)
