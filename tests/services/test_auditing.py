"""The auditor's reading of the audit: narrowed, page by page, verified step by step."""

from __future__ import annotations

import pytest

from app.core.errors import BadInput, NotFound
from app.services import auditing, finding
from app.services.auditing import AuditWanted
from app.services.desk import Desk
from app.store import audit, registrations, users
from app.store.audit import Happening, Walked
from app.store.driver import Connection
from tests.services.work import chargeable, decide, later, seated


def _many(desk: Desk, count: int) -> None:
    with desk.db.atomic():
        for number in range(count):
            desk.audit("looked", f"thing-{number}")


def _walk(desk: Desk) -> list[Walked]:
    steps = [Walked()]
    while not steps[-1].is_done:
        steps.append(auditing.verify_on(desk, steps[-1]))
    return steps[1:]


def test_the_audit_is_narrowed_by_person_act_case_and_day(desk: Desk) -> None:
    case = chargeable(desk)
    decide(desk, case)
    ref = registrations.get(desk.db, case).ref
    officer = users.by_name(desk.db, "officer").user_id
    later(desk, minutes=24 * 60)
    with seated(desk, "auditor"):
        of_case = auditing.rows(desk, AuditWanted(ref=ref)).lines
        assert {line.ref for line in of_case} == {ref}
        assert of_case[0].seq > of_case[-1].seq
        by_officer = auditing.rows(desk, AuditWanted(ref=ref, who=officer)).lines
        assert {line.who for line in by_officer} == {"M. Adeyemi"} < {line.who for line in of_case}
        (decided,) = auditing.rows(desk, AuditWanted(ref=ref, act="decided")).lines
        assert (decided.what, decided.why) == ("Decision saved", "")
        assert auditing.rows(desk, AuditWanted(ref=ref, since="today")).lines == ()
        assert auditing.rows(desk, AuditWanted(ref=ref, until="9/3/26")).lines == of_case
        with pytest.raises(BadInput, match="last day is before"):
            auditing.rows(desk, AuditWanted(since="today", until="9/3/26"))
        with pytest.raises(NotFound):
            auditing.rows(desk, AuditWanted(ref="R-9999"))


def test_the_audit_is_read_a_page_at_a_time(desk: Desk) -> None:
    _many(desk, 120)
    with seated(desk, "auditor"):
        first = auditing.rows(desk, AuditWanted(act="looked"))
        assert (len(first.lines), first.more) == (auditing.PAGE_OF_ROWS, True)
        second = auditing.rows(desk, AuditWanted(act="looked"), before=first.lines[-1].seq)
        third = auditing.rows(desk, AuditWanted(act="looked"), before=second.lines[-1].seq)
        seen = [line.seq for page in (first, second, third) for line in page.lines]
        assert len(seen) == 120 == len(set(seen))
        assert not third.more
        assert ("looked", "Looked") in auditing.choices(desk).acts


def test_a_senior_officer_reads_the_audit_of_their_own_cases_alone(desk: Desk) -> None:
    mine = chargeable(desk)
    chargeable(desk, family_name="Other")
    decide(desk, mine, by="senior")
    with seated(desk, "senior"):
        lines = auditing.rows(desk, AuditWanted()).lines
    assert {line.ref for line in lines} == {registrations.get(desk.db, mine).ref}


def test_an_auditor_finds_a_patient_masked_and_their_cases_by_reference(desk: Desk) -> None:
    case = chargeable(desk)
    with seated(desk, "auditor"):
        (match,) = finding.find(desk, "Okafor 2/3/1990")
        assert "Okafor" not in str(match)
        assert auditing.cases_of(desk, match.patient_id) == (registrations.get(desk.db, case).ref,)


def test_security_7_the_chain_is_verified_step_by_step(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(auditing, "ROWS_A_STEP", 40)
    _many(desk, 100)
    with seated(desk, "auditor"):
        steps = _walk(desk)
        assert len(steps) > 2
        assert [one.rows for one in steps] == sorted({one.rows for one in steps})
        assert (steps[-1].rows, steps[-1].first_bad_seq) == (steps[-1].of, None)
        whole = auditing.verify(desk)
        assert whole.sound
        (row,) = audit.latest(desk.db, limit=1)
        assert row.happening.act == "audit_verified"


def _tamper(desk: Desk, sql: str) -> None:
    """As somebody with the key and without the program would."""
    connection: Connection = desk.db._connection
    for act in ("update", "delete"):
        connection.execute(f"DROP TRIGGER audit_refuses_{act}")
    connection.execute(sql)


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        ("UPDATE audit SET user_name = 'x' WHERE seq = 61", 61),
        ("DELETE FROM audit WHERE seq = 7", 7),
        ("UPDATE audit SET seq = -1 WHERE seq = 3", 3),
    ],
)
def test_security_7_a_broken_link_is_found_and_located_step_by_step(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, sql: str, found: int
) -> None:
    monkeypatch.setattr(auditing, "ROWS_A_STEP", 40)
    _many(desk, 100)
    _tamper(desk, sql)
    with seated(desk, "auditor"):
        assert _walk(desk)[-1].first_bad_seq == found


def test_what_is_added_while_the_chain_is_verified_counts_too(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(auditing, "ROWS_A_STEP", 10)
    _many(desk, 30)
    with seated(desk, "auditor"):
        begun = auditing.verify_on(desk, Walked())
        with desk.db.atomic():
            audit.record(
                desk.db,
                Happening(
                    at=desk.moment,
                    user_id="",
                    user_name="",
                    device=desk.device,
                    act="meanwhile",
                    subject="",
                ),
            )
        step = begun
        while not step.is_done:
            step = auditing.verify_on(desk, step)
    assert step.first_bad_seq is None
    assert step.rows == step.of > begun.of
