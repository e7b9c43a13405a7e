"""The one registration that is open at the desk, and never a second (hazard H4)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.casework.number_card import NumberCard, cards
from app.core.errors import BadInput, Known
from app.core.people import Patient
from app.pricing.care import Care
from app.residency.law import Law
from app.residency.questions import AnswerState
from app.services import care_search, particulars, registration
from app.services.desk import Desk
from app.services.particulars import Problems
from app.services.registration import Asked, Place, Step
from ui.changes import Changes
from ui.models.lane_model import LaneModel
from ui.work import Runner

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Showing:
    """A step as the ladder shows it: the open question between the folded ones.

    `kept` is the answer a re-opened question has so far. `resumed` says that the patient came
    back from the parked ones, `parked` names the patient set aside for this one.
    """

    step: Step
    before: tuple[Asked, ...]
    after: tuple[Asked, ...]
    number: int
    kept: str = ""
    resumed: bool = False
    parked: str = ""


class RegistrationModel(LaneModel):
    """Begins, answers, parks, resumes and finishes; holds one `Step`, of one patient.

    While one request runs, a second answer is not taken: a key pressed before the next question
    is on screen must never answer it, nor the last one again. Every answer names the
    registration it was read from, so a late one can only land on its own record.
    """

    stepped = Signal(object)  # Showing
    closed = Signal()
    refused = Signal(object)  # Known
    particulars_read = Signal(object)  # VisitorPage
    care_found = Signal(object)  # tuple[Care, ...]
    understood = Signal(object)  # field id -> text as kept
    patient_changed = Signal(object)  # Patient, when a name or birthday was put right

    def __init__(
        self,
        desk: Desk,
        lane: Runner,
        changes: Changes | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(desk, lane, changes, parent)
        self._step: Step | None = None
        self._order: tuple[str, ...] = ()
        self._shown: dict[str, str] = {}
        self._searched = 0
        self._law: Law | None = None
        self._cards: dict[str, NumberCard] = {}
        self.auto_advance = True  # an answer opens the next question by itself (WCAG 3.2.2)

    @property
    def step(self) -> Step | None:
        """What is open, or None."""
        return self._step

    def card_of(self, question_id: str) -> NumberCard | None:
        """The number card a patient is handed for a question, or None where there is none."""
        if self._law is not self._desk.law:
            self._law = self._desk.law
            self._cards = cards(self._law.questions)
        return self._cards.get(question_id)

    def follow(self, patient: Patient) -> None:
        """Show the patient as they are on record now, where it is the one who is open."""
        step = self._step
        if step is not None and step.patient.patient_id == patient.patient_id:
            self._step = replace(step, patient=patient)
            self.patient_changed.emit(patient)

    @property
    def is_draft(self) -> bool:
        """Whether a patient is open whose questions are not finished."""
        return self._step is not None and self._step.place is not Place.DONE

    # Opening and leaving

    def begin(self, patient_id: str, booking_id: str) -> None:
        """Open a registration; one that is still open is parked first.

        A patient who is parked already for the same is taken up again.
        """
        leave = self._set_aside_first()
        name = self._step.patient.banner_name if self._step and leave else ""

        def opened(begun: tuple[Step, bool]) -> None:
            step, resumed = begun
            self._opened(step, resumed=resumed, parked=name if resumed else "")

        self._act(partial(_begin, self._desk, patient_id, booking_id, leave), opened)

    def resume(self, registration_id: str) -> None:
        """Take up a parked one, or one to ask later; one that is still open is parked."""
        leave = self._set_aside_first()
        if leave == registration_id:
            return
        name = self._step.patient.banner_name if self._step and leave else ""
        self._act(
            partial(_swap, self._desk, registration_id, leave),
            lambda step: self._opened(step, resumed=True, parked=name),
        )

    def back_to_the_answers(self) -> None:
        """Re-open the finished registration on screen, with every answer as it was."""
        if self._step is not None and not self.is_draft:
            self._act(partial(registration.resume, self._desk, self._step.registration_id))

    def park(self) -> None:
        """Set the open registration aside; refused where five wait already."""
        if self.is_draft and self._step is not None:
            job = partial(registration.park, self._desk, self._step.registration_id)
            self._act(job, self._close)

    def leave(self) -> None:
        """Close a finished registration; a draft stays open until it is parked."""
        if not self.is_draft:
            self._close()

    # The ladder

    def answer(self, value: str | tuple[str, ...]) -> None:
        """Keep the answer to the open question."""
        if self._step is not None and self._step.question is not None and self.is_draft:
            here, question = self._step.registration_id, self._step.question.id
            job = partial(registration.answer, self._desk, here, question, value)
            self._act(job, self._answered(question))

    def keep(self, value: str | tuple[str, ...]) -> None:
        """Keep what an answer holds so far; its question stays open for more."""
        if self._step is not None and self._step.question is not None and self.is_draft:
            here, question = self._step.registration_id, self._step.question.id
            job = partial(registration.answer, self._desk, here, question, value)
            self._lane.run(job, self._kept_so_far, self.refused.emit)

    def set_aside(self, state: AnswerState) -> None:
        """Keep “not sure” or “prefers not to say” for the open question."""
        if self._step is not None and self._step.question is not None and self.is_draft:
            here, question = self._step.registration_id, self._step.question.id
            job = partial(registration.set_aside, self._desk, here, question, state)
            self._act(job, self._answered(question))

    def reopen(self, question_id: str) -> None:
        """Open an answered question again; its answer stays until another is given."""
        if self._step is not None and self.is_draft:
            here = self._step.registration_id
            job = partial(registration.step, self._desk, here, question_id)
            self._act(job, self._reopened, saved=False)

    def question_before(self) -> None:
        """Open the question before the one on screen."""
        at = self._place()
        if at > 0:
            self.reopen(self._order[at - 1])

    def question_after(self) -> None:
        """Go on without changing the answer of a re-opened question."""
        at = self._place()
        if self._step is None or at >= len(self._order):
            return
        if at + 1 < len(self._order) and self._order[at + 1] in self._shown:
            self.reopen(self._order[at + 1])
        elif self._step.question is not None and self._step.question.id in self._shown:
            job = partial(registration.step, self._desk, self._step.registration_id)
            self._act(job, saved=False)

    def could_not_ask(self, reason: str) -> None:
        """Finish without the answers; never blocks."""
        if self._step is not None and self.is_draft:
            here = self._step.registration_id
            self._act(partial(registration.could_not_ask, self._desk, here, reason))

    def finish(self) -> None:
        """All is answered: book in."""
        if self._step is not None and self._step.place is Place.READY:
            self._act(partial(registration.finish, self._desk, self._step.registration_id))

    # The visitor page

    def read_particulars(self) -> None:
        """Read the visitor page of the open registration."""
        if self._step is not None:
            here = self._step.registration_id
            self._lane.run(
                partial(particulars.visitor_page, self._desk, here),
                self.particulars_read.emit,
                self.refused.emit,
            )

    def search_care(self, words: str) -> None:
        """Care by words, specialty or code; a slow answer never takes the place of a newer."""
        self._searched += 1
        number = self._searched
        if self._step is None:
            return

        def show(found: tuple[Care, ...]) -> None:
            if number == self._searched:
                self.care_found.emit(found)

        here = self._step.registration_id
        self._lane.run(partial(care_search.care, self._desk, here, words), show, self.refused.emit)

    def save_particulars(self, changes: Mapping[str, str]) -> None:
        """Keep what was typed; what cannot be read is said on Continue, not on leaving a field."""
        if self._step is not None:
            here = self._step.registration_id
            self._lane.run(
                partial(_save, self._desk, here, dict(changes)), self._kept, _said_on_continue
            )

    def continue_visitor(self, unread: Mapping[str, str]) -> None:
        """Check the page and finish; `refused` gets Problems with everything to put right."""
        if self._step is not None and self._step.place is Place.VISITOR:
            here = self._step.registration_id
            self._act(partial(_continue, self._desk, here, dict(unread)))

    # Within

    def _act(
        self,
        job: Callable[[], T],
        then: Callable[[T], None] | None = None,
        *,
        saved: bool = True,
    ) -> None:
        if self._waiting:
            return
        self._waiting = True

        def work() -> T:
            try:
                return job()
            except Known:
                raise
            except BaseException:  # a fault is shown by the lane; the desk must not hang on it
                self._waiting = False
                raise

        def done(result: T) -> None:
            self._waiting = False
            if then is not None:
                then(result)
            elif isinstance(result, Step):
                self._advance(result)
            if saved:
                self._changes.changed.emit()

        self._lane.run(work, done, self._refuse)

    def _refuse(self, known: Known) -> None:
        self._waiting = False
        self.refused.emit(known)

    def _set_aside_first(self) -> str:
        return self._step.registration_id if self.is_draft and self._step is not None else ""

    def _answered(self, question: str) -> Callable[[Step], None]:
        """The next question, or the same one with its answer where nothing opens by itself."""

        def show(step: Step) -> None:
            self._advance(step, tell=self.auto_advance)
            if not self.auto_advance:
                self.reopen(question)

        return show

    def _opened(self, step: Step, *, resumed: bool = False, parked: str = "") -> None:
        self._advance(step, resumed=resumed, parked=parked)

    def _advance(
        self, step: Step, *, resumed: bool = False, parked: str = "", tell: bool = True
    ) -> None:
        """Show the natural next place of a registration; without `tell` only remember it."""
        self._step = step
        self._shown = {one.question.id: one.shown for one in step.answered}
        self._order = tuple(self._shown)
        if step.question is not None:
            self._order += (step.question.id,)
        if not tell:
            return
        self.stepped.emit(
            Showing(
                step=step,
                before=step.answered,
                after=(),
                number=len(step.answered) + 1,
                resumed=resumed,
                parked=parked,
            )
        )

    def _reopened(self, step: Step) -> None:
        """Show an answered question open again, in its place."""
        if step.question is None or step.question.id not in self._order:
            self._advance(step)
            return
        self._step = step
        at = self._order.index(step.question.id)
        ahead = set(self._order[:at])
        self.stepped.emit(
            Showing(
                step=step,
                before=tuple(one for one in step.answered if one.question.id in ahead),
                after=tuple(one for one in step.answered if one.question.id not in ahead),
                number=at + 1,
                kept=self._shown.get(step.question.id, ""),
            )
        )

    def _place(self) -> int:
        """Where the open question stands; after the last one where none is open."""
        if self._step is not None and self._step.question is not None:
            return self._order.index(self._step.question.id)
        return len(self._order)

    def _close(self, _nothing: None = None) -> None:
        self._step = None
        self._order, self._shown = (), {}
        self.closed.emit()

    def _kept_so_far(self, step: Step) -> None:
        if self._step is not None and self._step.registration_id == step.registration_id:
            self._shown |= {one.question.id: one.shown for one in step.answered}
        self._changes.changed.emit()

    def _kept(self, kept: tuple[Mapping[str, str], Step]) -> None:
        understood, step = kept
        if self._step is not None and self._step.registration_id == step.registration_id:
            self.understood.emit(understood)
            if step.patient != self._step.patient:
                self.follow(step.patient)
        self._changes.changed.emit()


def _begin(desk: Desk, patient_id: str, booking_id: str, leave: str) -> tuple[Step, bool]:
    """The registration that lies open now, and whether it was parked before."""
    waiting = registration.left_parked(desk, patient_id, booking_id)
    if waiting:
        return _swap(desk, waiting, leave), True
    if leave:
        registration.park(desk, leave)
    return registration.begin(desk, patient_id, booking_id), False


def _swap(desk: Desk, take: str, leave: str) -> Step:
    """Resume one and park the other; in this order, so that a full desk can swap too."""
    step = registration.resume(desk, take)
    if leave:
        registration.park(desk, leave)
    return step


def _save(
    desk: Desk, registration_id: str, changes: Mapping[str, str]
) -> tuple[Mapping[str, str], Step]:
    understood = particulars.save_particulars(desk, registration_id, changes)
    return understood, registration.step(desk, registration_id)


def _continue(desk: Desk, registration_id: str, unread: Mapping[str, str]) -> Step:
    wrong: list[BadInput] = []
    for field, text in unread.items():
        try:
            particulars.save_particulars(desk, registration_id, {field: text})
        except BadInput as found:
            wrong.append(found)
    if wrong:
        raise Problems(tuple(wrong))
    return particulars.continue_visitor(desk, registration_id)


def _said_on_continue(_known: Known) -> None:
    """A field that cannot be read yet is no error until Continue."""
