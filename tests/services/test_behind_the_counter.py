"""What of the services is no act of the matrix, and that no screen or command calls it (H3)."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Mapping
from pathlib import Path

from app.services.desk import SERVICES
from tests.services.all_services import MODULES, short

ROOT = Path(__file__).parents[2]
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
        "answer_lines.answer_lines",
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
        "due_copies.due_among",
        "due_copies.every_due",
        "due_copies.is_theirs",
        "needs.ways_of_contact",
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
        "packs.next_begins",
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
        "refunding.waits",
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
        "reach.reach_of",
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
                found[f"{short(module.__name__)}.{name}"] = function
    return found


def test_h3_a_function_of_a_desk_is_an_act_of_the_matrix_or_has_a_reason_not_to_be() -> None:
    acts = {short(name) for name in SERVICES}
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
            names |= {f"{short(str(node.module))}.{one.name}" for one in node.names}
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            names.add(f"{node.value.id}.{node.attr}")
    return names
