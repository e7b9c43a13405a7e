"""The rows of a claim file: one file for each type, one row for each treatment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.billing.claims.claim import Claim, worth_of
from app.billing.claims.terms import ClaimTerms, ClaimType
from app.billing.rows import cell

BEFORE = ("our_ref", "entitlement_type")
AFTER = ("start_date", "end_date", "full_cost", "reason", "state_value", "trust_income")


@dataclass(frozen=True, slots=True)
class ClaimTable:
    """The header and rows of one type's file."""

    type: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables(claims: Sequence[Claim], terms: ClaimTerms) -> tuple[ClaimTable, ...]:
    """Ready claims in one table for each type, in the order of the types, then of the refs.

    State value and trust income stand in columns of their own. No NHS number, no clinical word.
    """
    made = []
    for type_ in terms.types.values():
        rows = sorted(
            (claim.ref, _row(claim, type_, terms))
            for claim in claims
            if claim.entitlement is not None and claim.entitlement.type == type_.id
        )
        if rows:
            header = (*BEFORE, *(field.id for field in type_.fields), *AFTER)
            made.append(ClaimTable(type_.id, header, tuple(row for _, row in rows)))
    return tuple(made)


def _row(claim: Claim, type_: ClaimType, terms: ClaimTerms) -> tuple[str, ...]:
    entitlement, treatment = claim.entitlement, claim.treatment
    if entitlement is None or treatment is None:
        raise ValueError(f"{claim.ref} is not ready")
    worth = worth_of(treatment.cost, terms.trust_share)
    return (
        cell(claim.ref),
        cell(type_.id),
        *(cell(entitlement.text(field.id)) for field in type_.fields),
        cell(treatment.started),
        cell(treatment.ended or ""),
        cell(treatment.cost),
        cell(treatment.reason),
        cell(worth.state_value),
        cell(worth.trust_income),
    )
