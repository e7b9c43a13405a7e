"""Letters through the services in one line each, everybody as themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.casework.letter_kinds import LetterKind
from app.core.errors import Known
from app.machine import FixedClock
from app.services import collection, letters
from app.services.desk import Desk
from app.services.letters import LetterChoices, WrittenLetter
from app.store import patients, registrations
from tests.documents.reading import text, texts
from tests.services.work import later, seated


def written(
    desk: Desk, kind: LetterKind, subject: str, *, by: str = "finance", **chosen: Any
) -> WrittenLetter:
    """A letter written by whoever may; what asks for money goes out from the account."""
    later(desk)
    with seated(desk, by):
        if kind.follows_an_account:
            written = collection.send(desk, subject, kind.value)
            assert written is not None
            return written
        return letters.write(desk, kind, subject, LetterChoices(**chosen))


def seen(desk: Desk, kind: LetterKind, subject: str, *, by: str = "finance", **chosen: Any) -> str:
    """The words of a preview."""
    with seated(desk, by):
        return text(letters.preview(desk, kind, subject, LetterChoices(**chosen)))


def refusal(desk: Desk, kind: LetterKind, subject: str, *, by: str = "finance", **c: Any) -> str:
    """The code a preview is refused with."""
    with pytest.raises(Known) as refused:
        seen(desk, kind, subject, by=by, **c)
    return refused.value.code


def wait(desk: Desk, days: int) -> None:
    """Let days pass."""
    assert isinstance(desk.clock, FixedClock)
    desk.clock.set(desk.clock.now() + timedelta(days=days))


def change(desk: Desk, case: str, **fields: Any) -> None:
    """Other facts of the patient."""
    patient = patients.get(desk.db, registrations.get(desk.db, case).patient_id)
    with desk.db.atomic():
        patients.update(desk.db, replace(patient, **fields))


def text_pages(desk: Desk, subject: str, large: bool | None) -> list[str]:
    """The words of each page of a first reminder."""
    with seated(desk, "finance"):
        choices = LetterChoices(large_print=large)
        return texts(letters.preview(desk, LetterKind.REMINDER_1, subject, choices))
