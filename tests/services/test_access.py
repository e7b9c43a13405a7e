"""Every service tried as every role, on a real desk, against the matrix (safety section 2, H3)."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

import app.services
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

ROOT = Path(__file__).parents[2]
MODULES = [
    import_module(f"app.services.{found.name}") for found in iter_modules(app.services.__path__)
]

# Public functions that take a desk and are no act of the matrix, and why each may be so.
NOT_AN_ACT: Mapping[str, str] = {
    "packs.expiry_notice": "says of the law, not of a patient, what everybody must know",
    "exchange.sync_state": "counts without names; anyone at the desk may see how many wait",
    "away.keep_to_time": "a laptop too long away locks by itself, before anybody sits down",
    "away.take_back": "whoever has the recovery key opened the folder again",
    "signin.people": "the sign-in page lists names before anybody sits down",
    "signin.sign_in": "opens the door",
    "own_signin.let_in": "opens the door, by a PIN too",
    "own_signin.on_shift": "the lock screen names whose PIN opens it, before anybody sits down",
    "signin.sign_out": "closes it",
    "signin.act_as": "the command line's door: whoever has the store's key",
    "signin.first_administrator": "a store without people lets in its first, and only that one",
}
# Parts that several services share. They check nothing, so no screen or command may call them.
BEHIND_THE_COUNTER = frozenset(
    {
        "answers.answers_of",
        "answers.ward_of",
        "kept_answers.as_meant",
        "kin.family_facts",
        "time_inside.answered_later",
        "time_inside.lines_of",
        "answers.ask_law",
        "answers.booking_of",
        "answers.case_of",
        "answers.find_out",
        "answers.given",
        "answers.last_saved",
        "answers.leaving_date_changed_at",
        "answers.save",
        "answers.shown",
        "answers.standing_of",
        "away.clear_taken",
        "away.obey_list",
        "casefile.case_file",
        "casefile.decision_of",
        "casefile.prompt_line",
        "casefile.second_check_state",
        "casefile.waits_for_own_look",
        "claiming.claim_files",
        "dispatching.envelope_of",
        "dispatching.note_on_share",
        "dispatching.record_all",
        "dispatching.seal_all",
        "dispatching.seal_for_trust",
        "dispute_words.words_of",
        "disputes.require_undisputed",
        "known_elsewhere.as_patient",
        "known_elsewhere.bring_in",
        "known_elsewhere.matching",
        "enrolling.is_revoked",
        "sending_on.may_send",
        "sending_on.next_to_send",
        "sending_on.seal_what_is_finished",
        "enrolling.keep_roster",
        "registration.leave_unfinished",
        "record_holds.holds_of",
        "ward.hand_over_drafts",
        "ward.is_ward",
        "ward.let_go",
        "due_cases.due_among",
        "due_cases.every_due",
        "due_cases.rest_words",
        "whole_cases.goes_from_here",
        "whole_cases.take_away",
        "whole_cases.to_list",
        "enrolling.last_standing",
        "enrolling.own_device",
        "enrolling.own_keys",
        "enrolling.keys_as_officer",
        "enrolling.require_joined",
        "enrolling.roster_of",
        "entitlements.form_of",
        "exchange.batches_to_seal",
        "exchange.note_sent",
        "exchange.settle",
        "entitlements.keep_form",
        "entitlements.read_form",
        "entitlements.state_names",
        "certifying.certified",
        "certifying.statement_of",
        "certifying.certify",
        "certifying.is_outdated",
        "certifying.take_back",
        "clinical_record.answered_by_clinician",
        "countries.country_code",
        "crediting.credit_after_reversal",
        "crediting.propose_after_reversal",
        "determining.keep",
        "diary.keep_up",
        "diary.why",
        "diary_keeping.dealt_with",
        "diary_keeping.rules_end",
        "diary_keeping.write_up",
        "from_record.read_from_record",
        "calibrating.past",
        "calibrating.record",
        "care_search.plan",
        "estimate_requests.factor_of",
        "estimate_requests.last_asked",
        "estimate_requests.request_of",
        "estimate_standing.to_bill_from",
        "estimate_standing.to_pay_against",
        "estimating.charge_that_stands",
        "answers.circumstances",
        "explaining.explain",
        "interviewing.step_of",
        "ledger_figures.aged",
        "ledger_figures.allowance_on",
        "ledger_figures.note_of",
        "feedback.tell_from_register",
        "feedback.tell_the_desk",
        "filing.keep_pdf",
        "filing.require_reader",
        "letter_of_account.letter_of_account",
        "letter_of_case.letter_of_case",
        "letter_of_case.usually_missing",
        "letter_parts.drafted",
        "letter_parts.person",
        "letter_parts.plan_of",
        "letter_parts.reply_by",
        "letter_parts.to_clinician",
        "letter_parts.to_patient",
        "letter_parts.to_payer",
        "letter_register.readers_to_tell",
        "letters.draft",
        "letters.explain",
        "letters.write_letter",
        "signed_forms.keep_signed_form",
        "statement_rows.entries_of_account",
        "statement_rows.refunds_of",
        "undertaking_letter.issued_estimate",
        "undertaking_letter.undertaking",
        "form_reading.check_person",
        "form_reading.read_all",
        "form_reading.received_day",
        "form_reading.signature_on",
        "notifying.tell_finance_of_customer",
        "notifying.tell_finance_of_document",
        "notifying.tell_finance_of_receipt",
        "paper_lines.evidence_lines",
        "packs.keep_in_use",
        "packs.pack_of",
        "packs.take_up",
        "price_shelf.own_items",
        "price_shelf.take_up_prices",
        "open_forms.printed_form",
        "payers.by_hand",
        "debt_reporting.told_row",
        "debt_reporting.withdraw_for",
        "debt_reporting.withdraw_if_settled",
        "debts.owing_debts",
        "debts.debts_due",
        "invoicing.account_of",
        "debts.debt_of",
        "debts.newest_debts",
        "debts.note",
        "payers.large_print",
        "payers.payer_of",
        "payers.with_reference",
        "posting.balance",
        "posting.is_open",
        "posting.entries_about",
        "posting.first_open_day",
        "posting.invoice_of",
        "posting.keep_credit_note",
        "posting.keep_invoice",
        "posting.keep_receipt",
        "posting.post",
        "posting.receipt_postings",
        "posting.standing",
        "receipting.give_receipt",
        "receipting.registration_of",
        "receiving.held",
        "arriving.outcome_of",
        "arriving.rule_matched",
        "arriving.take_one",
        "arriving.waits",
        "from_finance.keep",
        "near_payment.around",
        "refunding.draft",
        "resting.holds_of_cases",
        "resting.rests_of_cases",
        "resting.require_no_rest",
        "resting.rests_on_case",
        "settling.settle",
        "two_people.approved",
        "two_people.propose",
        "two_people.to_approve",
        "drawing_up.draw_up",
        "posting.number_of",
        "posting.open_invoice",
        "posting.open_invoices_of",
        "registration.route_anew",
        "queue.keep_up",
        "queue_filters.who_decides",
        "queue_place.keep_up",
        "queue_place.note",
        "reopening.any_prompt_yes",
        "reopening.bring_back",
        "reopening.is_private",
        "reopening.take_in",
        "second_look.drops_charges",
        "second_look.reverses",
        "second_look.looks_wanted",
        "timeline.timeline_of",
    }
)
# The window reads a case again that `open_case` has opened for the same person.
READ_AGAIN = {("ui/models/case.py", "casefile.case_file")}
# Sends on what is finished while nobody is signed in whom the matrix could ask; shows nobody any.
NOBODY_IS_THERE = {
    ("ui/models/sending_on.py", "dispatching.note_on_share"),
    ("ui/models/sending_on.py", "sending_on.next_to_send"),
    ("ui/models/sending_on.py", "sending_on.seal_what_is_finished"),
}


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


def _short(name: str) -> str:
    return name.removeprefix("app.services.")


def _may(desk: Desk, name: str, role: Role) -> bool:
    extent = desk.matrix.extent([role], SERVICES[name])
    return extent is Extent.FULL or (extent is Extent.LIMITED and name not in WHOLE)


def test_there_is_a_call_for_every_service() -> None:
    assert {_short(name) for name in SERVICES} == set(CALLS)


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_a_service_runs_for_the_roles_of_the_matrix_and_no_other(world: World, name: str) -> None:
    desk = world.desk
    for role in Role:
        signin.act_as(desk, f"only_{role}")
        before = _changes(desk)
        refused = _try(world, CALLS[_short(name)])
        if _may(desk, name, role):
            assert not isinstance(refused, NotAllowed), (role, refused)
        else:
            assert isinstance(refused, NotAllowed), role
            assert _changes(desk) == before, f"{role} was refused only after something was written"


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_a_service_runs_for_nobody_who_has_not_signed_in(world: World, name: str) -> None:
    world.desk.user = None
    before = _changes(world.desk)
    refused = _try(world, CALLS[_short(name)])
    assert isinstance(refused, NotAllowed)
    assert "Sign in first" in refused.message
    assert _changes(world.desk) == before


def _public_functions() -> dict[str, Callable[..., object]]:
    """Every public function of a service module whose first argument is a desk."""
    found: dict[str, Callable[..., object]] = {}
    for module in MODULES:
        for name, function in vars(module).items():
            if name.startswith("_") or not inspect.isfunction(function):
                continue
            if inspect.unwrap(function).__module__ != module.__name__:
                continue
            first = next(iter(inspect.signature(function).parameters.values()), None)
            if first is not None and first.annotation == "Desk":
                found[f"{_short(module.__name__)}.{name}"] = function
    return found


def test_h3_a_function_of_a_desk_is_an_act_of_the_matrix_or_has_a_reason_not_to_be() -> None:
    acts = {_short(name) for name in SERVICES}
    assert set(_public_functions()) - acts == set(NOT_AN_ACT) | BEHIND_THE_COUNTER


def test_h3_no_screen_or_command_goes_behind_the_counter() -> None:
    used = set()
    for place in ("ui", "app/cli", "app/demo"):
        for file in (ROOT / place).rglob("*.py"):
            here = file.relative_to(ROOT).as_posix()
            used |= {(here, name) for name in _used_of_services(file) & BEHIND_THE_COUNTER}
    assert used == READ_AGAIN | NOBODY_IS_THERE


def _used_of_services(file: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("app.services."):
            names |= {f"{_short(str(node.module))}.{one.name}" for one in node.names}
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            names.add(f"{node.value.id}.{node.attr}")
    return names


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
                CALLS[_short(name)](world)
            after = _issued(desk)
            for table, rows in before.items():
                assert after[table][: len(rows)] == rows, (name, table)
            raise _Undo


def _issued(desk: Desk) -> dict[str, list[dict[str, object]]]:
    return {table: desk.db.rows(f"SELECT * FROM {table} ORDER BY rowid") for table in ISSUED}
