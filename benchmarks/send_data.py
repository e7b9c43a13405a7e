"""A store with so many finished registrations, on a machine that has joined a made-up trust."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from app.access.roles import Role
from app.core.trust import Mode, Trust
from app.machine import FixedClock, SeededIds
from app.opening import create_desk
from app.services import dispatching, enrolling, signin, trust_keys
from app.services.desk import Desk
from app.spool.roster import Duty
from app.store.crypto import Cost

QUESTIONS = 25
AT = "2026-03-09T09:14:00Z"
PASSWORD = "three quiet words"
MOMENT = datetime(2026, 3, 9, 9, 0, tzinfo=UTC)
_QUICK = Cost(iterations=1, memory_kib=64)
_TRUST = Trust(name="St Anne's Made-up Hospitals", provider_code="R1H", reference_code="R1H")
_AT_ONCE = 10_000
_PATIENT = """
    INSERT INTO patients (patient_id, family_name, given_names, family_key, given_key, title,
        gender, hospital_number, address_lines, postcode, country, abroad_lines, abroad_postcode,
        abroad_country, phone, email, interpreter, needs, safe_contact)
    VALUES (?, 'Example', 'Ada', 'example', 'ada', '', '', '', '[]', '', '', '[]', '', '', '', '',
        '', '[]', '')"""
_REGISTRATION = """
    INSERT INTO registrations (number, registration_id, patient_id, opened_at, opened_by, desk,
        site, service_type, admitted, service_date, state, outcome, category, basis, finished_at)
    VALUES (?, ?, ?, ?, 'u-1', 'Desk 3', 'Main', 'other', 0, '2026-03-09', 'finished', 'book_in',
        'A', 'stage 1', ?)"""
_ANSWER = """
    INSERT INTO answers (answer_id, question_id, state, value, answered_by, answered_at)
    VALUES (?, ?, 'answered', ?, 'u-1', ?)"""


def make(folder: Path, registrations: int, *, recorded: bool = True) -> None:
    """The store and its trust; with `recorded`, people's work is in the journal already."""
    clock = FixedClock(MOMENT)
    desk = create_desk(
        folder,
        mode=Mode.TEST,
        trust=_TRUST,
        device="D01",
        place="Desk 3",
        clock=clock,
        ids=SeededIds(1, clock),
        password_cost=_QUICK,
    )
    signin.first_administrator(desk, name="admin", display_name="A. Admin", password=PASSWORD)
    signin.sign_in(desk, "admin", PASSWORD)
    _join(desk)
    signin.add_person(
        desk, name="clerk", display_name="J. Patel", password=PASSWORD, roles=(Role.CLERK,)
    )
    fill(desk, registrations)
    if recorded:
        dispatching.record(desk)
    desk.db.close()


def fill(desk: Desk, registrations: int) -> None:
    """So many finished registrations, `r-0000000` of patient `p-0` and on, into an open store."""
    for first in range(0, registrations, _AT_ONCE):
        some = range(first, min(first + _AT_ONCE, registrations))
        with desk.db.atomic():
            desk.db.execute_many(_PATIENT, [(f"p-{n}",) for n in some])
            desk.db.execute_many(
                _REGISTRATION, [(1_001 + n, f"r-{n:07d}", f"p-{n}", AT, AT) for n in some]
            )
            desk.db.execute_many(_ANSWER, list(_answers(some)))


def answer_values(number: int) -> list[str]:
    """The answers of one registration as they stand in the store."""
    return [json.dumps(f"answer {number % 97} of question {at}") for at in range(QUESTIONS)]


def _answers(some: range) -> Iterator[tuple[int, str, str, str]]:
    for number in some:
        for at, value in enumerate(answer_values(number)):
            yield ((1_001 + number) << 16) + at + 1, f"question_{at:02d}", value, AT


def _join(desk: Desk) -> None:
    file, roster = trust_keys.new_trust(
        "R1H", passphrase=PASSWORD, recovery_key=None, at=AT, cost=_QUICK
    )
    own = trust_keys.unlock(file, PASSWORD)
    asked = enrolling.request(desk, "A desk")
    enrolling.join(desk, trust_keys.grant(own, roster, asked, frozenset((Duty.DESK,)), AT))
    (desk.db.path.parent / "trust-keys.json").write_bytes(file)
