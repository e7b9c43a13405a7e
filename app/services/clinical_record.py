"""The clinical prompts as read from the patient's record by an officer, until a clinician speaks.

One tick, *none of these*, with the source and its date. It answers condition, violence,
termination and detention, and never urgency, need, necessity or course; what a clinician has
answered stands, and whatever a clinician says later replaces it.
"""

from __future__ import annotations

from app.access.roles import Act
from app.core.dates import parse_date
from app.core.errors import BadInput, Known
from app.residency.questions import AnswerState
from app.services.answers import answers_of, given, save
from app.services.desk import Desk, service
from app.services.from_record import read_from_record
from app.services.reopening import take_in
from app.store import answers as kept_answers
from app.store import readings
from app.store.readings import Reading

CLINICAL_NONE = {
    "s2_c_condition": "none",
    "s2_c_violence": "none",
    "s2_c_termination": "no",
    "s2_c_mha": "none",
    "s2_c_dols": "no",
    "s2_c_detained": "no",
}
"""What the tick answers, on the clinician's form and from the record alike."""


@service(Act.RECORD_URGENCY)
def read_none_of_these(desk: Desk, registration_id: str, *, source: str, dated_on: str) -> None:
    """Keep that the patient's record names none of the clinical grounds, by whom and of what day.

    It gives nothing back: a clinician may do it too, and need not know the rest of the case (H8).
    Raises BadInput without a source or a day that has been, Known where a clinician has answered
    every one of them already.
    """
    if len(source.split()) < 2:
        raise BadInput(
            "no_source", "Say where it was read, such as “clinic letter of Dr A. Roy”.", "source"
        )
    day = parse_date(dated_on, desk.today, field="dated_on")
    if day > desk.today:
        raise BadInput(
            "bad_date", "The record is dated in the future. Enter the day on it.", "dated_on"
        )
    answered = answered_by_clinician(desk, registration_id)
    left = {name: value for name, value in CLINICAL_NONE.items() if name not in answered}
    if not left:
        raise Known("clinician_answered", "A clinician has answered these, and the answers stand.")
    first = len(kept_answers.history(desk.db, registration_id)) + 1
    with desk.db.atomic():
        for question_id, value in left.items():
            save(desk, registration_id, *given(desk, question_id, value))
        readings.add(
            desk.db,
            Reading(
                registration_id=registration_id,
                first_answer=first,
                last_answer=first + len(left) - 1,
                source=source.strip(),
                dated_on=day,
                read_by=desk.person.user_id,
                read_at=desk.moment,
            ),
        )
        desk.audit("record_read", registration_id, {"dated_on": day.isoformat()})
        take_in(desk, registration_id)


def answered_by_clinician(desk: Desk, registration_id: str) -> frozenset[str]:
    """The clinical questions that stand answered by a clinician, not as read from the record."""
    read = read_from_record(desk, registration_id)
    return frozenset(
        question_id
        for question_id, answer in answers_of(desk, registration_id).items()
        if answer.state is AnswerState.ANSWERED
        and desk.law.questions.get(question_id).asked_by == "clinician"
        and question_id not in read
    )
