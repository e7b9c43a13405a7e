"""What the officer should see beside a finding, and when the officer must see it at all."""

from __future__ import annotations

from collections.abc import Sequence

from app.residency.derived import born_after_service
from app.residency.doubts import (
    agreement_words,
    doubted_agreements,
    letter_doubted,
)
from app.residency.findings import Category, Charged, Flag
from app.residency.line import LineTest
from app.residency.rules import RulePack, percent

FOREIGN_DOCUMENTS = frozenset(
    ("ehic", "prc", "s1_non_uk", "s2", "e112", "malta_quota", "reciprocal_proof")
)


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
    shown = [test.facts.get("entitlement_document") for test in tests]
    return not FOREIGN_DOCUMENTS.isdisjoint(shown)


def only_immune(tests: Sequence[LineTest], pack: RulePack) -> bool:
    """Whether on some line's day nothing but immunity from control makes the person a resident."""
    bits = pack.bits
    return any(test.reading.true & bits.resident == bits.immune for test in tests)


def flags_of(
    category: Category, charged: Charged, tests: Sequence[LineTest], true: int, pack: RulePack
) -> tuple[Flag, ...]:
    """The flags, each once, in a fixed order; `true` are the clauses that hold on some line."""
    codes = _case_codes(category, charged, tests, true, pack)
    for test in tests:
        codes += _line_codes(test, pack)
    if not codes:
        return ()
    flags = pack.flags_named(frozenset(codes), true & pack.bits.unconfirmed)
    if "unconfirmed_agreement" in codes:
        words = " ".join(map(agreement_words, doubted_agreements(tests, pack)))
        return tuple(
            Flag(flag.code, f"{flag.reason} {words}")
            if flag.code == "unconfirmed_agreement"
            else flag
            for flag in flags
        )
    return flags


def _case_codes(
    category: Category, charged: Charged, tests: Sequence[LineTest], true: int, pack: RulePack
) -> list[str]:
    codes = []
    if category is Category.P:
        codes.append("letter_waiting" if charged is Charged.NO else "decision_pending")
    elif category is Category.D:
        codes.append("ask_for_replacement_certificate")
    elif category is Category.A:
        if has_foreign_document(tests):
            codes.append("foreign_document")
        if only_immune(tests, pack):
            codes.append("exempt_from_control_only")
        if not always_resident(tests, pack):
            codes.append("not_always_resident")
    bits = pack.bits
    if true & bits.claimable:
        codes.append("claim_route")
    if true & bits.unconfirmed:
        codes.append("unconfirmed_rule")
    if true & bits.by_agreement and doubted_agreements(tests, pack):
        codes.append("unconfirmed_agreement")
    if category is not Category.A and letter_doubted(category, charged, tests, pack):
        codes.append("unconfirmed_letter")
    return codes


def _line_codes(test: LineTest, pack: RulePack) -> list[str]:
    codes, get = [], test.facts.get
    if get("date_of_birth") is not None and born_after_service(test.facts):
        codes.append("birth_after_service")
    if get("modern_slavery_decision") == "referred":
        codes.append("referral_pending")
    if get("leave_extended_by_3c_3d") is True and get("ihs_state") in _NOT_PAID_FOR:
        codes.append("pending_switch")
    if get("patient_deceased") is True:
        codes.append("patient_deceased")
    if test.charged is not Charged.YES:
        return codes
    if test.urgency == "not_assessed":
        codes.append("urgency_not_assessed")
    true, unknown = test.reading
    if unknown & pack.bits.chargeable:
        rate = pack.rate(true).percent
        if any(percent(group) < rate for group in pack.groups_of(unknown & pack.bits.chargeable)):
            codes.append("lower_rate_possible")
    if true & pack.bits.late_scheme:
        codes.append("settlement_scheme_route")
    return codes


_NOT_PAID_FOR = ("not_paid", "exempt_short_or_visitor")
