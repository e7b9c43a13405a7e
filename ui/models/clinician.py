"""The clinician's form: how urgent, beside the leaving date; the same form officers transcribe."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal

from app.access.roles import Act, Role
from app.casework.urgency import Urgency
from app.core.errors import BadInput, Known
from app.residency.questions import Question
from app.services import clinical_record, clinician, review
from app.services.clinician import ClinicianCase
from app.services.desk import Desk
from app.services.reading_files import Scan
from ui.language import tr
from ui.models.lane_model import LaneModel

URGENCY, AROSE, NECESSARY = "s2_c_urgency", "s2_c_arose", "s2_c_necessary"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormTerms:
    """The words of the form as the law data has them; `transcribed` asks who signed it."""

    urgency: Question
    definitions: tuple[str, ...]
    none_of: tuple[Question, ...]  # answered with no by one tick, or singly
    arose: Question
    necessary: Question
    transcribed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledForm:
    """The form as filled in; text until the service reads it."""

    urgency: str
    none_of_these: bool = False
    need_arose: str = ""
    necessary: str = ""
    clinical: tuple[tuple[str, str], ...] = ()  # single answers: question, option
    clinician_name: str = ""
    decided_on: str = ""
    signed_form: Scan | str | None = None  # its copy, or the paper that is one


def form_terms(desk: Desk) -> FormTerms:
    """What the form says and asks, for whoever sits at the desk."""
    book = desk.law.questions
    urgency = book.get(URGENCY)
    roles = desk.user.roles if desk.user else frozenset()
    return FormTerms(
        urgency=urgency,
        definitions=tuple(f"{part.rstrip('.')}." for part in urgency.help.split(". ") if part),
        none_of=tuple(book.get(name) for name in clinical_record.CLINICAL_NONE),
        arose=book.get(AROSE),
        necessary=book.get(NECESSARY),
        transcribed=Role.CLINICIAN not in roles,
    )


def record(desk: Desk, registration_id: str, form: FilledForm) -> None:
    """Keep a filled form; raises BadInput naming the field to put right. Call in a lane."""
    if not form.urgency:
        raise BadInput("no_urgency", tr("Choose how urgent the care is."), "urgency")
    review.record_urgency(
        desk,
        registration_id,
        urgency_value=Urgency(form.urgency),
        clinician_name=form.clinician_name,
        decided_on=form.decided_on,
        none_of_these=form.none_of_these,
        need_arose=form.need_arose,
        necessary=form.necessary,
        signed_form=form.signed_form,
        clinical=dict(form.clinical),
    )


class ClinicianModel(LaneModel):
    """One case by its reference, and nothing about money."""

    found = Signal(object)  # ClinicianCase
    recorded = Signal(object)  # ClinicianCase, as it stands now
    refused = Signal(object)  # Known

    def may_record(self) -> bool:
        """Whether to offer the form at all; the services check again."""
        return self._desk.may(Act.RECORD_URGENCY)

    def terms(self) -> FormTerms:
        """The words of the form."""
        return form_terms(self._desk)

    def find(self, ref: str) -> None:
        """Open the form of a case such as `R-1042`."""
        wanted = ref.strip().upper()
        if wanted:
            self._lane.run(
                partial(clinician.clinician_case, self._desk, wanted),
                self.found.emit,
                self.refused.emit,
            )

    def save(self, case: ClinicianCase, form: FilledForm) -> None:
        """Record the form; a second press while the first is kept does nothing."""

        def keep() -> ClinicianCase:
            record(self._desk, case.registration_id, form)
            return clinician.clinician_case(self._desk, case.ref)

        self._run_once(keep, self._kept, self._refuse)

    def _kept(self, case: ClinicianCase) -> None:
        self.recorded.emit(case)
        self._changes.changed.emit()

    def _refuse(self, known: Known) -> None:
        self.refused.emit(known)
