"""One case as an officer works on it: read whole, changed act by act, decided."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.access.roles import Act
from app.casework.review import Choice
from app.core.errors import Known
from app.replica.record import Dot
from app.residency.questions import AnswerState
from app.residency.wording import fact_label
from app.services import (
    calling,
    checking,
    clinical_record,
    countries,
    disputes,
    explaining,
    review,
    to_finance,
    travel_state,
)
from app.services.casefile import CaseFile, case_file
from app.services.desk import Desk
from app.services.disputes import Conflict
from app.services.explaining import Explanation
from app.services.review import Suggestion
from app.services.travel_state import Standing
from ui.changes import Changes
from ui.models.clinician import FilledForm, FormTerms, form_terms, record
from ui.models.decision import Decision, lacks
from ui.models.lane_model import LaneModel
from ui.work import Runner

T = TypeVar("T")


class CaseModel(LaneModel):
    """Holds one `CaseFile`; what comes back late for another case is let go (hazard H4).

    `suggested` comes only after `choose`: before a choice the rules' answer is not even read
    (hazard H12).
    """

    opened = Signal(object)  # CaseFile: another case
    changed = Signal(object)  # CaseFile: the same case, read again
    suggested = Signal(object)  # Suggestion
    explained = Signal(object)  # Explanation of a decided case
    decided = Signal(object)  # CaseFile, after a decision or a second check
    recorded = Signal(object)  # CaseFile, after the clinician's form
    second_looks = Signal(object)  # Choice -> (words, ...) why another person would look at it
    placed = Signal(object)  # Standing: how far its record has come
    versions = Signal(object)  # tuple[Conflict, ...]: what two machines said differently
    version_chosen = Signal()
    sent_to_finance = Signal(str)  # the reference of the case
    countries = Signal(object)  # (CountryName, ...)
    refused = Signal(object)  # Known

    def __init__(
        self,
        desk: Desk,
        lane: Runner,
        changes: Changes | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(desk, lane, changes, parent)
        self._case: CaseFile | None = None
        self._wanted = ""

    @property
    def case(self) -> CaseFile | None:
        """What is open, or None."""
        return self._case

    # What may be offered

    def may_decide(self) -> bool:
        """Whether to offer a decision."""
        return self._desk.may(Act.DECIDE_STATUS)

    def may_second_check(self) -> bool:
        """Whether to offer the second look."""
        return self._desk.may(Act.SECOND_CHECK)

    def may_invoice(self) -> bool:
        """Whether the person also bills; else the case is handed to finance."""
        return self._desk.may(Act.INVOICE)

    def choices(self) -> tuple[tuple[Choice, str], ...]:
        """The choices and their words."""
        return tuple(self._desk.terms.labels.items())

    def reasons(self, choice: Choice | None) -> tuple[tuple[str, str], ...]:
        """Codes and words of the reasons that fit a choice; none before there is one."""
        return tuple(
            (reason.code, reason.label)
            for reason in self._desk.terms.reasons
            if choice in reason.choices
        )

    def form_terms(self) -> FormTerms:
        """The words of the clinician's form."""
        return form_terms(self._desk)

    def fact_words(self, name: str) -> str:
        """What to ask for a missing fact: the question that settles it, else its label."""
        for question in self._desk.law.questions.all:
            if name in question.sets:
                return question.text
        return fact_label(name, self._desk.law)

    # Opening

    def open(self, registration_id: str) -> None:
        """Read a case; the opening is audited."""
        self._wanted, self._case = registration_id, None

        def show(case: CaseFile) -> None:
            if case.registration_id == self._wanted:
                self._case = case
                self.opened.emit(case)

        self._lane.run(partial(review.open_case, self._desk, registration_id), show, self._refuse)

    def close(self) -> None:
        """No case is open."""
        self._wanted, self._case = "", None

    def refresh(self) -> None:
        """Read the open case again, such as after an estimate was issued."""
        if self._case is not None:
            here = self._case.registration_id
            self._lane.run(partial(case_file, self._desk, here), self._show, self._refuse)

    def load_countries(self) -> None:
        """Read the names for the type-ahead."""
        self._lane.run(
            partial(countries.country_names, self._desk), self.countries.emit, self._refuse
        )

    def read(self, job: Callable[[str], T], then: Callable[[T], None]) -> None:
        """Read something more of the open case; what comes late for another is let go."""
        if self._case is None:
            return
        here = self._case.registration_id

        def show(found: T) -> None:
            if self._case is not None and self._case.registration_id == here:
                then(found)

        self._lane.run(partial(job, here), show, self._refuse)

    def keep_on_leaving(self, job: Callable[[str], object]) -> None:
        """Keep something of the open case for whoever leaves it."""
        if self._case is not None:
            self._keep_on_leaving(partial(job, self._case.registration_id))

    def load_why(self) -> None:
        """Read why the rules say what they say of the open case, once somebody has decided it."""
        case = self._case
        if case is None or case.decision is None:
            return

        def show(why: Explanation | None) -> None:
            if why is not None and self._is_open(case):
                self.explained.emit(why)

        job = partial(explaining.why_decided, self._desk, case.registration_id)
        self._lane.run(job, show, self._refuse)

    def load_second_looks(self) -> None:
        """Read why another person would look at each choice; it tells nothing of the rules."""
        if self.may_decide():
            self.read(partial(checking.second_looks, self._desk), self.second_looks.emit)

    def load_standing(self) -> None:
        """Read how far the record of the open case has come."""

        def find(here: str) -> Standing | None:
            return travel_state.standings(self._desk, (here,)).get(here)

        self.read(find, self.placed.emit)

    def load_versions(self) -> None:
        """Read what of the open case was said differently on two machines, for who decides."""
        if self.may_decide():
            self.read(partial(disputes.conflicts_of, self._desk), self.versions.emit)

    # Acts

    def choose_version(self, conflict: Conflict, dot: Dot, reason: str) -> None:
        """Let one of two versions stand; `version_chosen` follows."""

        def keep(here: str) -> CaseFile:
            disputes.choose(self._desk, conflict, dot, reason)
            return case_file(self._desk, here)

        def done(case: CaseFile) -> None:
            self._show(case)
            self.version_chosen.emit()

        self._act(keep, done, once=True)

    def act(self, job: Callable[[str], CaseFile], then: Callable[[], None]) -> None:
        """Run an act of another part of the page on the open case, show it, then go on."""

        def done(case: CaseFile) -> None:
            self._show(case)
            then()

        self._act(job, done)

    def answer(
        self, question_id: str, value: object, then: Callable[[], object] | None = None
    ) -> None:
        """Keep an answer; `then` follows once it is shown."""
        self._act(lambda here: review.answer(self._desk, here, question_id, value), self._on(then))

    def set_aside(
        self, question_id: str, state: AnswerState, then: Callable[[], object] | None = None
    ) -> None:
        """Keep “not sure”, “prefers not to say” or “not asked”; `then` follows once it is shown."""
        self._act(
            lambda here: review.answer(self._desk, here, question_id, None, state), self._on(then)
        )

    def set_leaving_date(self, text: str) -> None:
        """Keep the leaving date, or that it is not known."""
        self._act(lambda here: review.set_leaving_date(self._desk, here, text))

    def note_call(self, how: str, then: Callable[[], object]) -> None:
        """Keep that the patient was called, and how it went; `then` follows once it is shown."""
        self._act(lambda here: calling.note_call(self._desk, here, how), self._on(then), once=True)

    def rely_on(self, evidence_id: str, relied_on: bool) -> None:
        """Mark a document relied on, or no longer."""
        self._act(lambda here: review.rely_on(self._desk, here, evidence_id, relied_on))

    def record_urgency(self, form: FilledForm) -> None:
        """Keep a signed form that was transcribed."""

        def keep(here: str) -> CaseFile:
            record(self._desk, here, form)
            return case_file(self._desk, here)

        self._act(keep, self._show_recorded, once=True)

    def read_record(self, source: str, dated_on: str) -> None:
        """Keep that the patient's record names none of the clinical grounds."""

        def keep(here: str) -> CaseFile:
            clinical_record.read_none_of_these(self._desk, here, source=source, dated_on=dated_on)
            return case_file(self._desk, here)

        self._act(keep, self._show_recorded, once=True)

    def choose(self, choice: Choice, *, certified: bool) -> None:
        """Keep the officer's own choice; `suggested` follows."""
        if self._case is None:
            return
        here = self._case.registration_id

        def show(suggestion: Suggestion) -> None:
            if self._case is not None and self._case.registration_id == here:
                self.suggested.emit(suggestion)

        job = partial(review.choose, self._desk, here, choice, certified)
        self._lane.run(job, show, self._refuse)

    def lacks(self, decision: Decision) -> tuple[Known, ...]:
        """Everything a decision of the open case still lacks; empty when it can go."""
        return () if self._case is None else lacks(self._case, decision, self._desk.terms)

    def decide(self, decision: Decision) -> None:
        """Save the decision; a second press while the first is saved does nothing."""
        self._act(
            lambda here: review.decide(
                self._desk,
                here,
                choice=decision.choice,
                reason_code=decision.reason_code,
                note=decision.note,
                certified=decision.certified,
                no_evidence_offered=decision.no_evidence_offered,
            ),
            self._show_decided,
            once=True,
        )

    def look(self, choice: Choice) -> None:
        """Keep what the second person finds; the first decision shows from then on."""
        self._act(
            lambda here: checking.look(self._desk, here, choice), self._show_decided, once=True
        )

    def send_to_finance(self) -> None:
        """Hand the case to finance to be invoiced; `sent_to_finance` follows."""

        def keep(here: str) -> CaseFile:
            to_finance.hand_over(self._desk, here)
            return case_file(self._desk, here)

        def done(case: CaseFile) -> None:
            self._show(case)
            self.sent_to_finance.emit(case.ref)

        self._act(keep, done, once=True)

    def second_check(self, *, agree: bool, note: str) -> None:
        """Agree with a colleague's decision, or return it with a comment."""
        self._act(
            lambda here: checking.second_check(self._desk, here, agree=agree, note=note),
            self._show_decided,
            once=True,
        )

    # Within

    def _act(
        self,
        job: Callable[[str], CaseFile],
        then: Callable[[CaseFile], None] | None = None,
        *,
        once: bool = False,
    ) -> None:
        """Run an act on the open case; of those that run `once`, a second press is not taken."""
        if self._case is None:
            return
        act = partial(job, self._case.registration_id)

        def done(case: CaseFile) -> None:
            (then or self._show)(case)
            self._changes.changed.emit()

        if once:
            self._run_once(act, done, self._refuse)
        else:
            self._lane.run(act, done, self._refuse)

    def _on(self, then: Callable[[], object] | None) -> Callable[[CaseFile], None]:
        def show(case: CaseFile) -> None:
            self._show(case)
            if then is not None:
                then()

        return show

    def _show(self, case: CaseFile) -> None:
        if self._is_open(case):
            self._case = case
            self.changed.emit(case)

    def _show_recorded(self, case: CaseFile) -> None:
        if self._is_open(case):
            self._case = case
            self.recorded.emit(case)

    def _show_decided(self, case: CaseFile) -> None:
        if self._is_open(case):
            self._case = case
            self.decided.emit(case)

    def _is_open(self, case: CaseFile) -> bool:
        return self._case is not None and case.registration_id == self._case.registration_id

    def _refuse(self, known: Known) -> None:
        self.refused.emit(known)
