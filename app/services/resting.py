"""On which days letters rest because the overseas visitor team says so, read for whoever asks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date

from app.billing.debt.holds import Hold
from app.billing.debt.terms import HoldKind, Scope
from app.casework.rests import Rest, RestEvent, rests_of
from app.core.dates import parse_iso
from app.core.errors import Known
from app.core.wording import Phrase
from app.services.desk import Desk
from app.store import case_rests, diary, registrations
from app.store.case_rests import StoredRest

ANSWER = "answer"  # of the diary: another body has yet to say who the patient is
BY_THE_TEAM = Phrase("On the overseas visitor team’s word")


def rests_on_case(desk: Desk, registration_id: str) -> tuple[Rest, ...]:
    """The rests that reach a case, oldest first: its own, and its patient's from other cases."""
    registration = registrations.get(desk.db, registration_id)
    kept = case_rests.of_patient(desk.db, registration.patient_id)
    return _rests(one for one in kept if _reaches(desk, one, registration_id))


def rests_of_cases(desk: Desk) -> Callable[[str, str], tuple[Rest, ...]]:
    """The rests of any case, asked for by registration and patient; all are read once."""
    of_patient: defaultdict[str, list[StoredRest]] = defaultdict(list)
    for one in case_rests.every(desk.db):
        of_patient[one.patient_id].append(one)

    def rests(registration_id: str, patient_id: str) -> tuple[Rest, ...]:
        kept = of_patient.get(patient_id, ())
        return _rests(one for one in kept if _reaches(desk, one, registration_id))

    return rests


def holds_of_cases(desk: Desk) -> Callable[[str, str], tuple[Hold, ...]]:
    """The holds of any case, asked for by registration and patient; all rests are read once."""
    rests = rests_of_cases(desk)

    def holds(registration_id: str, patient_id: str) -> tuple[Hold, ...]:
        return tuple(
            Hold(
                kind=HoldKind(desk.terms.rests[rest.kind].hold),
                since=rest.since,
                until=rest.until,
                reason=BY_THE_TEAM,
                is_over=rest.until is not None,
            )
            for rest in rests(registration_id, patient_id)
        )

    return holds


def require_no_rest(desk: Desk, registration_id: str) -> None:
    """Raise Known while no invoice may go out: a referral or another body's answer is open.

    A slavery referral alone frees nobody, but charging pauses until the reasonable-grounds
    decision (charging-rules.md 8.1). The sentence names no ground: finance reads it.
    """
    waits = any(
        desk.terms.rests[rest.kind].invoice_waits and _covers(rest, desk.today)
        for rest in rests_on_case(desk, registration_id)
    )
    open_answer = any(
        one.kind == ANSWER and not one.mark for one in diary.of(desk.db, registration_id)
    )
    if waits or open_answer:
        raise Known(
            "charging_rests",
            "Nothing is billed for now: the overseas visitor team has something to settle first. "
            "They will say when it can go on.",
        )


def _rests(kept: Iterable[StoredRest]) -> tuple[Rest, ...]:
    return rests_of(RestEvent(one.kind, one.begins, parse_iso(one.made_at[:10])) for one in kept)


def _reaches(desk: Desk, one: StoredRest, registration_id: str) -> bool:
    """What is of the person reaches all their cases, as it reaches all their invoices."""
    kind = HoldKind(desk.terms.rests[one.kind].hold)
    if desk.finance.debt.holds[kind].scope is Scope.PERSON:
        return True
    return one.registration_id == registration_id


def _covers(rest: Rest, day: date) -> bool:
    return rest.since <= day and (rest.until is None or day <= rest.until)
