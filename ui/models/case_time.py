"""The time inside the open case: its stay, what changed on a day, and the family's records."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.residency.questions import AnswerState, Question
from app.services import finding, stays
from ui.models.case import CaseModel


class TimeModel(QObject):
    """Acts on the case that `CaseModel` has open; refusals are told by that model."""

    read = Signal(object)  # TimeInside of the open case
    stay_kept = Signal()
    change_kept = Signal()
    found = Signal(object)  # (Patient, ...): who answers to what was typed
    linked = Signal()

    def __init__(self, case: CaseModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._case = case

    def questions(self) -> tuple[Question, ...]:
        """What may change on a day and is not a clinician's to say."""
        return tuple(
            question
            for question in self._case.desk.law.questions.all
            if question.stage != "1" and question.sets and question.asked_by != "clinician"
        )

    def relations(self) -> tuple[tuple[str, str], ...]:
        """Whose records may be linked, and their words."""
        return tuple(self._case.desk.terms.relations.items())

    def refresh(self) -> None:
        """Read the stay of the open case, and the parts of what was decided."""
        self._case.read(partial(stays.time_inside, self._case.desk), self.read.emit)

    def set_stay(self, first: str, last: str, ward: str) -> None:
        """Record from when to when the patient is here, as typed."""
        desk = self._case.desk
        self._case.act(
            lambda here: stays.set_stay(desk, here, first=first, last=last, ward=ward),
            self.stay_kept.emit,
        )

    def answer_from(self, question_id: str, value: object, since: str) -> None:
        """Keep an answer that holds from a day."""
        desk = self._case.desk
        self._case.act(
            lambda here: stays.answer_from(desk, here, question_id, value, since=since),
            self.change_kept.emit,
        )

    def set_aside_from(self, question_id: str, state: AnswerState, since: str) -> None:
        """Keep that from a day on it is not known or refused."""
        desk = self._case.desk
        self._case.act(
            lambda here: stays.answer_from(desk, here, question_id, None, since=since, state=state),
            self.change_kept.emit,
        )

    def take_back_from(self, question_id: str, since: date) -> None:
        """Take an answer of a day back out."""
        desk = self._case.desk
        self._case.act(
            lambda here: stays.take_back_answer_from(desk, here, question_id, since=since),
            self.change_kept.emit,
        )

    def find(self, text: str) -> None:
        """Look for the family member's record."""
        self._case.read(lambda _: finding.find(self._case.desk, text), self.found.emit)

    def link(self, relation: str, patient_id: str | None) -> None:
        """Say whose record tells of the patient's cover; None takes it back."""
        desk = self._case.desk
        self._case.act(
            lambda here: stays.link_family(desk, here, relation=relation, patient_id=patient_id),
            self.linked.emit,
        )
