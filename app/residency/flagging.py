"""What the officer should see beside a finding, and when the officer must see it at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.residency.derived import born_after_service
from app.residency.doubts import (
    agreement_words,
    doubted_agreements,
    doubted_rules,
    letter_doubted,
)
from app.residency.findings import Category, Charged, Flag
from app.residency.line import LineTest
from app.residency.rules import RulePack, percent

FOREIGN_DOCUMENTS = ("ehic", "prc", "s1_non_uk", "s2", "e112", "malta_quota", "reciprocal_proof")


def must_flag(category: Category, tests: Sequence[LineTest], pack: RulePack) -> bool:
    """Everything but a plain resident: one on every day of care, with no foreign document, and
    not by immunity alone."""
    if category is not Category.A:
        return True
    return (
        has_foreign_document(tests) or not always_resident(tests, pack) or only_immune(tests, pack)
    )


def always_resident(tests: Sequence[LineTest], pack: RulePack) -> bool:
    """Whether the person is known to be a resident on every line's day, not the latest alone."""
    return all(test.reading.true & pack.bits.resident for test in tests)


def has_foreign_document(tests: Sequence[LineTest]) -> bool:
    """Whether a document of another state was shown or told of."""
    return any(test.facts.get("entitlement_document") in FOREIGN_DOCUMENTS for test in tests)


def only_immune(tests: Sequence[LineTest], pack: RulePack) -> bool:
    """Whether on some line's day nothing but immunity from control makes the person a resident."""
    bits = pack.bits
    return any(test.reading.true & bits.resident == bits.immune for test in tests)


def flags_of(
    category: Category, charged: Charged, tests: Sequence[LineTest], true: int, pack: RulePack
) -> tuple[Flag, ...]:
    """The flags, each once, in a fixed order; `true` are the clauses that hold on some line."""
    codes = set(_case_codes(category, charged, tests, true, pack))
    for test in tests:
        codes.update(_line_codes(test, pack))
    if not codes:
        return ()
    more = {
        "unconfirmed_rule": lambda: doubted_rules(true, pack),
        "unconfirmed_agreement": lambda: " ".join(
            agreement_words(country) for country in doubted_agreements(tests, pack)
        ),
    }
    return tuple(
        Flag(flag.code, f"{flag.reason} {more[flag.code]()}") if flag.code in more else flag
        for flag in pack.flags
        if flag.code in codes
    )


def _case_codes(
    category: Category, charged: Charged, tests: Sequence[LineTest], true: int, pack: RulePack
) -> Iterator[str]:
    if category is Category.P:
        yield "letter_waiting" if charged is Charged.NO else "decision_pending"
    elif category is Category.D:
        yield "ask_for_replacement_certificate"
    elif category is Category.A:
        if has_foreign_document(tests):
            yield "foreign_document"
        if only_immune(tests, pack):
            yield "exempt_from_control_only"
        if not always_resident(tests, pack):
            yield "not_always_resident"
    if true & pack.bits.claimable:
        yield "claim_route"
    if true & pack.bits.unconfirmed:
        yield "unconfirmed_rule"
    if true & pack.bits.by_agreement and doubted_agreements(tests, pack):
        yield "unconfirmed_agreement"
    if letter_doubted(category, charged, tests, pack):
        yield "unconfirmed_letter"


def _line_codes(test: LineTest, pack: RulePack) -> Iterator[str]:
    get = test.facts.get
    if born_after_service(test.facts):
        yield "birth_after_service"
    if get("modern_slavery_decision") == "referred":
        yield "referral_pending"
    if get("leave_extended_by_3c_3d") is True and get("ihs_state") in _NOT_PAID_FOR:
        yield "pending_switch"
    if get("patient_deceased") is True:
        yield "patient_deceased"
    if test.charged is not Charged.YES:
        return
    if test.urgency == "not_assessed":
        yield "urgency_not_assessed"
    true, unknown = test.reading
    if unknown & pack.bits.chargeable:
        rate = pack.rate(true).percent
        if any(percent(group) < rate for group in pack.groups_of(unknown & pack.bits.chargeable)):
            yield "lower_rate_possible"
    if true & pack.bits.late_scheme:
        yield "settlement_scheme_route"


_NOT_PAID_FOR = ("not_paid", "exempt_short_or_visitor")
