"""Keying a paper form back: the numbers as printed become answers, all of them or none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.access.roles import Act
from app.casework.form_code import FormKind
from app.casework.forms import NONE_OF_THESE
from app.casework.status import State
from app.casework.urgency import Urgency
from app.core.errors import Known
from app.core.wording import Phrase, listed
from app.documents.clinician_form import URGENCY
from app.residency.questions import Answer, AnswerState
from app.scans.page import Scan
from app.services.answers import answers_of, save
from app.services.clinical_record import CLINICAL_NONE
from app.services.desk import Desk, service
from app.services.form_reading import (
    Reading,
    Signature,
    check_person,
    paper_words,
    read_all,
    received_day,
    signature_on,
)
from app.services.open_forms import printed_form
from app.services.particulars import Problems
from app.services.registration import route_anew
from app.services.reopening import take_in
from app.services.review import Beside, record_urgency
from app.store import form_drafts, forms
from app.store.forms import StoredForm, StoredReturn
from app.store.registrations import Registration

UNSIGNED = Signature()
DIFFERS = "Differs from what the team recorded. The record stands."


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyed:
    """What became of a form: numbers answered, left blank, kept as notes, left to the team."""

    form_id: str
    ref: str
    registration_id: str
    kept: int
    blank: int
    notes: tuple[int, ...]
    for_the_team: tuple[int, ...]
    late: bool

    @property
    def words(self) -> str:
        """`12 answers kept, 3 left blank.`"""
        one = self.kept == 1
        parts = [Phrase("{count} answer kept" if one else "{count} answers kept", count=self.kept)]
        parts.append(Phrase("{count} left blank", count=self.blank))
        if self.notes:
            one = len(self.notes) == 1
            parts.append(
                Phrase(
                    "{count} kept as a note" if one else "{count} kept as notes",
                    count=len(self.notes),
                )
            )
        if self.for_the_team:
            count = len(self.for_the_team)
            parts.append(Phrase("{count} for the overseas visitor team to key", count=count))
        return Phrase("{parts}.", parts=listed(parts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The sheet on the desk: which form of which case, what was typed, when it came, who signed."""

    form: StoredForm
    home: Registration
    typed: Mapping[str, str]
    received_on: date
    signed: Signature


@service(Act.REGISTER)
def key_back(
    desk: Desk,
    scanned: str,
    answers: Mapping[str, str],
    *,
    received_on: str = "",
    signed: Signature = UNSIGNED,
    ref: str = "",
) -> Keyed:
    """Keep what a patient wrote on a pre-attendance form, by its numbers, in one transaction.

    A number left out was left blank. That is no answer: the law knows nothing of it, nothing known
    already is taken away, and the question stays open to be put in person (H6). A clerk keys what
    the patient wrote; sensitive numbers stay with the overseas visitor team, and what an officer
    recorded is not replaced by a clerk's keying. What has no question any more is kept as a note.
    Raises Known as `open_form` does, or Problems naming each number to put right; then nothing is
    kept.
    """
    form, home = printed_form(desk, scanned, FormKind.PRE_ATTENDANCE, ref)
    if home is None:
        raise Known(
            "no_case", "This form was printed blank. Give the reference of its case.", "ref"
        )
    reading = read_all(desk, form, answers, reads_all=desk.may(Act.DECIDE_STATUS))
    paper = Paper(
        form=form,
        home=home,
        typed=answers,
        received_on=received_day(desk, form, received_on, reading),
        signed=signature_on(desk, signed, reading),
    )
    check_person(desk, home, answers, reading)
    if reading.problems:
        raise Problems(tuple(reading.problems))
    with desk.db.atomic():
        keep = _to_keep(desk, answers_of(desk, home.registration_id), reading)
        for question, answer in keep.items():
            save(desk, home.registration_id, desk.law.questions.get(question), answer)
        late = _note_return(desk, paper, reading, tuple(keep))
        _look_again(desk, home, tuple(keep))
    return _keyed(paper, reading, late=late)


@service(Act.RECORD_URGENCY)
def key_clinical_form(
    desk: Desk,
    scanned: str,
    answers: Mapping[str, str],
    *,
    signed: Signature,
    received_on: str = "",
    signed_form: Scan | str | None = None,
) -> Keyed:
    """Keep a clinician's form, by its numbers; an officer keeps a copy of the paper with it.

    It is the same record as on screen, bound to the leaving date that stood on the paper: where
    that has changed since, a clinician is asked again (hazard H2). A number left blank stays
    unanswered. Raises Known as `open_form` and `record_urgency` do, or Problems.
    """
    form, home = printed_form(desk, scanned, FormKind.CLINICIAN, "")
    assert home is not None  # the store keeps no clinician's form without a case
    reading = read_all(desk, form, answers, reads_all=True)
    paper = Paper(
        form=form,
        home=home,
        typed=answers,
        received_on=received_day(desk, form, received_on, reading),
        signed=signature_on(desk, signed, reading),
    )
    _check_clinical(paper, reading)
    if reading.problems:
        raise Problems(tuple(reading.problems))
    said = {name: one.value for name, one in reading.answers.items() if _is_answered(one)}
    with desk.db.atomic():
        record_urgency(
            desk,
            home.registration_id,
            urgency_value=Urgency(str(said[URGENCY])),
            clinician_name=paper.signed.name,
            decided_on=paper.signed.on,
            none_of_these=reading.none_of_these,
            signed_form=signed_form,
            clinical={name: value for name, value in said.items() if name != URGENCY},
            beside=Beside(form.leaving_date),
        )
        late = _note_return(desk, paper, reading, tuple(said))
    return _keyed(paper, reading, late=late)


def _check_clinical(paper: Paper, found: Reading) -> None:
    """A form that names no urgency, no day, or says two things at once goes back."""
    if not _is_answered(found.answers.get(URGENCY)) and not found.problems:
        found.put_right(
            "no_urgency",
            Phrase(
                "The form does not say how urgent the care is. Care goes ahead as urgent: ask the "
                "clinician to fill that in."
            ),
            str(found.number_of(URGENCY)),
        )
    if not paper.signed.on and not any(one.field == "signed_on" for one in found.problems):
        found.put_right(
            "undated", Phrase("Enter the day the clinician signed the form."), "signed_on"
        )
    if found.none_of_these and any(
        name in found.answers and found.answers[name].value != none
        for name, none in CLINICAL_NONE.items()
    ):
        found.put_right(
            "two_answers",
            Phrase(
                "The form ticks “None of these” and one of them too. Ask the clinician which holds."
            ),
            str(found.number_of(NONE_OF_THESE)),
        )


def _to_keep(desk: Desk, known: Mapping[str, Answer], found: Reading) -> dict[str, Answer]:
    """What is new: no answer twice, and no clerk's word over an officer's."""
    book = desk.law.questions
    keep: dict[str, Answer] = {}
    for item in found.items:
        answer, before = found.answers.get(item.question), known.get(item.question)
        if answer is None or answer == before:
            continue
        by_the_team = book.get(item.question).asked_by != "clerk" and _is_answered(before)
        if by_the_team and not desk.may(Act.DECIDE_STATUS):
            found.note(item, paper_words(item, answer), DIFFERS)
            del found.answers[item.question]
        else:
            keep[item.question] = answer
    return keep


def _is_answered(answer: Answer | None) -> bool:
    return answer is not None and answer.state is AnswerState.ANSWERED


def _note_return(desk: Desk, paper: Paper, found: Reading, kept: tuple[str, ...]) -> bool:
    """Keep the keying itself, with every sign that was typed; returns whether it came in late."""
    home, signed = paper.home, paper.signed
    late = home.service_date is not None and desk.today > home.service_date
    forms.add_return(
        desk.db,
        StoredReturn(
            return_id=desk.ids.new(),
            form_id=paper.form.form_id,
            registration_id=home.registration_id,
            received_on=paper.received_on,
            late=late,
            signed={"name": signed.name, "on": signed.on, "relation": signed.relation},
            keyed={number: text.strip() for number, text in paper.typed.items() if text.strip()},
            kept=kept,
            notes=tuple(found.notes),
            keyed_by=desk.person.user_id,
            keyed_at=desk.moment,
        ),
    )
    form_drafts.drop(desk.db, paper.form.form_id, by=desk.person.user_id)
    detail = {
        "form": paper.form.form_id,
        "received": paper.received_on.isoformat(),
        "answers": len(kept),
    }
    desk.audit("form_keyed_late" if late else "form_keyed", home.registration_id, detail)
    return late


def _look_again(desk: Desk, home: Registration, changed: tuple[str, ...]) -> None:
    """A finished registration whose opening answers changed is routed anew, as at the desk."""
    opening = {question.id for question in desk.law.questions.stage_1}.intersection(changed)
    if opening and State(home.state) is State.FINISHED:
        route_anew(desk, home.registration_id)
    elif changed:
        take_in(desk, home.registration_id)


def _keyed(paper: Paper, found: Reading, *, late: bool) -> Keyed:
    return Keyed(
        form_id=paper.form.form_id,
        ref=paper.home.ref,
        registration_id=paper.home.registration_id,
        kept=len(found.answers) + found.none_of_these,
        blank=len(found.blank),
        notes=tuple(note["number"] for note in found.notes),
        for_the_team=tuple(found.private),
        late=late,
    )
