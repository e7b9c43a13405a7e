"""Every service tried as every role, on a real desk, against the matrix (safety section 2, H3)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from app.access.roles import Extent, Role
from app.billing.payment import Method
from app.core.errors import Known, NotAllowed
from app.core.money import ZERO, Money
from app.services import (
    crediting,
    emergency,
    exchange,
    language_texts,
    packs,
    paper,
    receiving,
    refunding,
    registration,
    signin,
    two_people,
    writing_off,
)
from app.services.desk import SERVICES, WHOLE, Desk
from app.spool.share import FolderShare
from app.store import evidence, invoices, removals, users
from tests.desks import PASSWORD, add_visitor
from tests.packs import PackKey, edited_pack, trust_signer
from tests.services.all_services import short
from tests.services.calls import CALLS, Call, World
from tests.services.conftest import opened_copy
from tests.services.statements import STATEMENT, take_in
from tests.services.work import (
    SECOND_ADMIN,
    chargeable,
    decide,
    estimate,
    form,
    interview,
    invoiced,
    seated,
    visitor,
)

ACTS = Path(__file__).with_name("acts.toml")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, made_once: Path) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("world")
    desk = opened_copy(made_once, folder / "desk")
    with seated(desk, "admin"):
        for role in Role:
            signin.add_person(
                desk,
                name=f"only_{role}",
                display_name=f"Only {role}",
                password=PASSWORD,
                roles=[role],
            )
    patient = add_visitor(desk, family_name="Okafor")
    draft = registration.begin(desk, patient.patient_id, "outpatient").registration_id
    parked = registration.begin(desk, patient.patient_id, "outpatient").registration_id
    registration.park(desk, parked)
    ready = chargeable(desk)
    decided = chargeable(desk)
    decide(desk, decided)
    told = estimate(desk, decided)
    to_check = visitor(desk)
    form(desk, to_check)
    interview(desk, to_check, s2_protection="refused_final")
    decide(desk, to_check)
    _, one = invoiced(desk)
    _, other = invoiced(desk)
    with seated(desk, "finance"):
        customer_ref = invoices.get(desk.db, one.doc_no).customer_ref
        waiting = receiving.take_unallocated(
            desk, customer_ref, amount=Money(500), method=Method.CHEQUE
        )
        (refund,) = refunding.propose_refund(desk, waiting.doc_no, "Paid by mistake.")
        spare = receiving.take_unallocated(
            desk, customer_ref, amount=Money(500), method=Method.CHEQUE
        )
        write_off = writing_off.propose_write_off(
            desk, one.doc_no, reason_code="untraceable", evidence="Letters came back."
        )
        (payment,) = take_in(desk, STATEMENT.replace(b"7.00", b"8.00")).payments
        with desk.db.atomic():
            debt_report = two_people.propose(
                desk, two_people.DEBT_REPORT, "report-1", amount=ZERO, reason="Two months old."
            )
        crediting.propose_credit(desk, other.doc_no, "Charge not due.")
        (batch,) = exchange.prepare(desk)
    (folder / "share").mkdir()
    key = PackKey()
    with seated(desk, "admin"):
        proposed = packs.propose_signer(desk, "Law team of another trust", PackKey().public)
    trust_signer(desk, key)
    with seated(desk, SECOND_ADMIN):
        text = language_texts.enter_text(
            desk,
            language="fr",
            about="calling",
            words="Nous appelons un interprète.",
            translator="Anne Martin",
            translated_on=desk.today,
        )
    with seated(desk, "officer"):
        to_key = paper.print_pre_attendance(desk, "R-1001").code
        to_record = paper.print_clinician(desk, "R-1001").code
    with seated(desk, "clerk"):
        access = emergency.open_in_emergency(
            desk, "R-1001", "The ward asks whom to ring tonight."
        ).access_id
    with desk.db.atomic():
        removal = removals.propose(
            desk.db, [ready], by=users.by_name(desk.db, SECOND_ADMIN).user_id, at=desk.moment
        )
    (seen, *_) = evidence.of(desk.db, ready)
    yield World(
        desk=desk,
        patient=patient,
        draft=draft,
        parked=parked,
        ready=ready,
        decided=decided,
        to_check=to_check,
        evidence_id=seen.evidence_id,
        doc_no=one.doc_no,
        other_doc_no=other.doc_no,
        estimate_no=told.estimate_no,
        customer_ref=customer_ref,
        waiting_receipt=spare.doc_no,
        refund=refund,
        write_off=write_off,
        payment=payment.fingerprint,
        debt_report=debt_report,
        file_id=told.file_id,
        form_code=to_key,
        clinical_code=to_record,
        batch=batch,
        share=FolderShare(folder / "share"),
        pack=key.signed(edited_pack("2026.12.1")),
        proposed_signer=proposed.signer,
        text=text,
        access=access,
        removal=removal,
    )
    desk.db.close()


class _Undo(Exception):
    """Takes back what a try has written."""


def _try(world: World, call: Call) -> Known | None:
    """What the call was refused with; whatever it wrote is taken back."""
    refused: Known | None = None
    with suppress(_Undo), world.desk.db.atomic():
        try:
            call(world)
        except Known as known:
            refused = known
        raise _Undo
    return refused


def _changes(desk: Desk) -> int:
    return int(desk.db.scalar("SELECT total_changes()"))


def _may(desk: Desk, name: str, role: Role) -> bool:
    extent = desk.matrix.extent([role], SERVICES[name])
    return extent is Extent.FULL or (extent is Extent.LIMITED and name not in WHOLE)


def test_section_2_every_service_stands_under_its_act() -> None:
    """What a service asks for is read here against the table, and never from the service."""
    written = tomllib.loads(ACTS.read_text(encoding="utf-8"))
    stands = {name: act for act, names in written.items() for name in names}
    assert {short(name): act.value for name, act in SERVICES.items()} == stands


def test_there_is_a_call_for_every_service() -> None:
    assert {short(name) for name in SERVICES} == set(CALLS)


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_a_service_runs_for_the_roles_of_the_matrix_and_no_other(world: World, name: str) -> None:
    desk = world.desk
    for role in Role:
        signin.act_as(desk, f"only_{role}")
        before = _changes(desk)
        refused = _try(world, CALLS[short(name)])
        if _may(desk, name, role):
            assert not isinstance(refused, NotAllowed), (role, refused)
        else:
            assert isinstance(refused, NotAllowed), role
            assert _changes(desk) == before, f"{role} was refused only after something was written"


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_a_service_runs_for_nobody_who_has_not_signed_in(world: World, name: str) -> None:
    world.desk.user = None
    before = _changes(world.desk)
    refused = _try(world, CALLS[short(name)])
    assert isinstance(refused, NotAllowed)
    assert "Sign in first" in refused.message
    assert _changes(world.desk) == before


def test_h3_clerk_finance_and_admin_cannot_record_urgency(world: World) -> None:
    for role in (Role.CLERK, Role.FINANCE, Role.ADMIN, Role.AUDITOR):
        signin.act_as(world.desk, f"only_{role}")
        assert isinstance(_try(world, CALLS["review.record_urgency"]), NotAllowed)
    for role in (Role.CLINICIAN, Role.OFFICER, Role.SENIOR):
        signin.act_as(world.desk, f"only_{role}")
        assert _try(world, CALLS["review.record_urgency"]) is None


ISSUED = ("invoices", "receipts", "entries", "files", "estimates", "proposals", "rulings")


@pytest.mark.slow
def test_no_service_edits_or_takes_away_what_was_issued(world: World) -> None:
    """Each act by somebody who may: the rows there before are there after, to the byte."""
    desk = world.desk
    for name in sorted(SERVICES):
        able = next((role for role in Role if _may(desk, name, role)), None)
        assert able is not None, name
        signin.act_as(desk, f"only_{able}")
        before = _issued(desk)
        with suppress(_Undo), desk.db.atomic():
            with suppress(Known):
                CALLS[short(name)](world)
            after = _issued(desk)
            for table, rows in before.items():
                assert after[table][: len(rows)] == rows, (name, table)
            raise _Undo


def _issued(desk: Desk) -> dict[str, list[dict[str, object]]]:
    return {table: desk.db.rows(f"SELECT * FROM {table} ORDER BY rowid") for table in ISSUED}
