"""Which clinical answers stand as an officer read them from the patient's record."""

from __future__ import annotations

from app.services.desk import Desk
from app.store import answers, readings
from app.store.readings import Reading


def read_from_record(desk: Desk, registration_id: str) -> dict[str, Reading]:
    """The questions whose answer in force was read from the record, with where and of what day."""
    history = answers.history(desk.db, registration_id)
    places = {row.question_id: place for place, row in enumerate(history, start=1)}
    return {
        question_id: row
        for row in readings.of(desk.db, registration_id)
        for question_id, place in places.items()
        if row.first_answer <= place <= row.last_answer
    }
