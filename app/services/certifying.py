"""Closing a case: the officer certifies that no other ground is claimed; a later claim undoes it.

The certificate is an act of its own (charging-rules.md 10.8): who, when, in which words. It is
never given again by itself, and nothing that comes in later counts against the patient (H5).
"""

from __future__ import annotations

from collections.abc import Iterator

from app.residency.claims import later_claims
from app.residency.determination import Case
from app.residency.facts import FactValue
from app.residency.kept_case import case_from
from app.services.answers import case_of
from app.services.desk import Desk
from app.store import certificates, decisions, inputs, registrations
from app.store.certificates import Certificate


def certified(desk: Desk, registration_id: str) -> bool:
    """Whether a certificate stands. Cases decided before it was an act rest on their decision."""
    return bool(statement_of(desk, registration_id))


def statement_of(desk: Desk, registration_id: str) -> str:
    """What the officer certified, word for word; empty where no certificate stands."""
    latest = certificates.latest(desk.db, registration_id)
    if latest is not None:
        return latest.statement if latest.standing else ""
    decision = decisions.latest(desk.db, registration_id)
    return desk.terms.certificate if decision is not None and decision.certified else ""


def certify(desk: Desk, registration_id: str, determination_id: str) -> None:
    """The officer's certificate on the case as it was just determined; the caller's transaction."""
    _add(desk, registration_id, desk.terms.certificate, determination_id)
    desk.audit("certified", registration_id)


def take_back(desk: Desk, registration_id: str) -> None:
    """No certificate stands any more, where one did; the caller's transaction."""
    if certified(desk, registration_id):
        _add(desk, registration_id, "", None)
        desk.audit("certificate_withdrawn", registration_id)


def is_outdated(desk: Desk, registration_id: str) -> bool:
    """Whether something was claimed, or taken back, since the certificate was given.

    Whatever the way it came in: an answer, one that holds from a day, a form, the family's record.
    """
    certificate = certificates.latest(desk.db, registration_id)
    if certificate is None or certificate.determination_id is None:
        return False
    body = inputs.body_of(desk.db, certificate.determination_id)
    law, registration = desk.law, registrations.get(desk.db, registration_id)
    day = law.pack.day(registration.service_date or desk.today)
    before = list(_known(case_from(body["case"], law.facts)))
    return any(
        all(later_claims(then, now, law, day) for then in before)
        for now in _known(case_of(desk, registration_id))
    )


def _known(case: Case) -> Iterator[dict[str, FactValue]]:
    """What is known of a case: at first, and after each change of it in time."""
    facts: dict[str, FactValue | None] = dict(case.facts)
    yield {name: value for name, value in facts.items() if value is not None}
    for change in case.spells.changes if case.spells is not None else ():
        facts |= change.facts
        yield {name: value for name, value in facts.items() if value is not None}


def _add(desk: Desk, registration_id: str, statement: str, determination_id: str | None) -> None:
    certificates.add(
        desk.db,
        Certificate(
            registration_id=registration_id,
            standing=bool(statement),
            statement=statement,
            determination_id=determination_id,
            made_by=desk.person.user_id,
            made_at=desk.moment,
        ),
    )
