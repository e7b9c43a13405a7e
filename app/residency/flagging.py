"""What the officer should see beside a finding, and when the officer must see it at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.residency.derived import born_after_service
from app.residency.findings import Category, Charged, Flag
from app.residency.line import LineTest
from app.residency.rules import Group, Kind, Rule, RulePack

FOREIGN_DOCUMENTS = ("ehic", "prc", "s1_non_uk", "s2", "e112", "malta_quota", "reciprocal_proof")
_EXEMPT_FROM_CONTROL = "or_exempt_from_control"
_LATE_SCHEME = "eu_resident_without_euss"


def must_flag(category: Category, tests: Sequence[LineTest], groups: Sequence[Group]) -> bool:
    """Everything but a plain resident: no foreign document, and not resident by immunity alone."""
    return category is not Category.A or has_foreign_document(tests) or only_immune(groups)


def has_foreign_document(tests: Sequence[LineTest]) -> bool:
    """Whether a document of another state was shown or told of."""
    return any(test.facts.get("entitlement_document") in FOREIGN_DOCUMENTS for test in tests)


def only_immune(groups: Sequence[Group]) -> bool:
    """Whether nothing but immunity from immigration control makes the person a resident."""
    resident = [group.id for group in groups if group.kind is Kind.RESIDENT]
    return resident == [_EXEMPT_FROM_CONTROL]


def flags_of(
    category: Category,
    charged: Charged,
    tests: Sequence[LineTest],
    relied_on: Sequence[Rule],
    pack: RulePack,
) -> tuple[Flag, ...]:
    """The flags, each once, in a fixed order."""
    words = pack.standing.flag_words
    codes = dict.fromkeys(_codes(category, charged, tests, relied_on, pack))
    return tuple(Flag(code, words[code]) for code in words if code in codes)


def _codes(
    category: Category,
    charged: Charged,
    tests: Sequence[LineTest],
    relied_on: Sequence[Rule],
    pack: RulePack,
) -> Iterator[str]:
    groups = [rule for rule in relied_on if isinstance(rule, Group)]
    if charged is Charged.UNDETERMINED or category is Category.P:
        yield "letter_waiting" if charged is Charged.NO else "decision_pending"
    if category is Category.A:
        if has_foreign_document(tests):
            yield "foreign_document"
        if only_immune(groups):
            yield "exempt_from_control_only"
    if any(group.claim_route for group in groups):
        yield "claim_route"
    if any(not rule.confirmed for rule in relied_on):
        yield "unconfirmed_rule"
    if category is Category.D:
        yield "ask_for_replacement_certificate"
    for test in tests:
        yield from _line_codes(test, pack)


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
    rate = pack.rate(test.reading.true)
    chargeable = pack.bits.chargeable
    for group in pack.groups_of(test.reading.unknown & chargeable):
        if group.rate_percent is not None and group.rate_percent < rate.percent:
            yield "lower_rate_possible"
    if test.reading.true & chargeable and any(
        group.id == _LATE_SCHEME for group in pack.groups_of(test.reading.true & chargeable)
    ):
        yield "settlement_scheme_route"


_NOT_PAID_FOR = ("not_paid", "exempt_short_or_visitor")
