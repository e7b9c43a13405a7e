"""The shelf of collecting: the ladder, holds, plans and the debt list, as terms."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from typing import Any

from app.billing.debt.terms import (
    DebtTerms,
    HoldKind,
    HoldTerm,
    HomeOfficeTerms,
    PlanTerms,
    Scope,
    Step,
    Threshold,
)
from app.casework.letter_kinds import LetterKind
from app.core.money import Money
from app.library import resource

DEBT_FILE = "debt.toml"


def debt_table() -> dict[str, Any]:
    """resources/debt.toml as it is read; a trust's own `finance.toml` may differ from it."""
    return tomllib.loads(resource(DEBT_FILE).read_text(encoding="utf-8"))


def debt_terms(table: Mapping[str, Any]) -> DebtTerms:
    """The table as values; raises ValueError or BadInput for a value that cannot be."""
    try:
        return _terms(table)
    except (TypeError, KeyError) as odd:
        raise ValueError(f"a table under “debt” has a name too many or too few ({odd})") from None


def _terms(table: Mapping[str, Any]) -> DebtTerms:
    return DebtTerms(
        ladder=_ladder(table["ladder"]),
        holds=_holds(table["hold"]),
        plan=PlanTerms(**table["plan"]),
        promise_within_days=table["promise"]["within_days"],
        claim_after_days=table["claim"]["after_days"],
        home_office=_home_office(table["home_office"]),
        life=table["life"],
        tasks=table["tasks"],
        happened=table["happened"],
        says=table["says"],
    )


def _holds(rows: Iterable[dict[str, Any]]) -> dict[HoldKind, HoldTerm]:
    """Every kind of hold with its terms: a trust cannot do without one."""
    holds = [
        HoldTerm(**row | {"kind": HoldKind(row["kind"]), "scope": Scope(row["scope"])})
        for row in rows
    ]
    found = {one.kind: one for one in holds}
    if left_out := [kind.value for kind in HoldKind if kind not in found]:
        raise ValueError(f"“debt.hold” leaves out {', '.join(left_out)}")
    return found


def _ladder(rows: Iterable[dict[str, Any]]) -> tuple[Step, ...]:
    """The rungs; raises ValueError for days that do not rise, or a letter there is no text for."""
    steps = tuple(Step(**row) for row in rows)
    for step in steps:
        if step.is_letter:
            LetterKind(step.kind)
    days = [step.day for step in steps]
    if days != sorted(set(days)):
        raise ValueError("the days of “debt.ladder” must rise from letter to letter")
    return steps


def _home_office(table: dict[str, Any]) -> HomeOfficeTerms:
    return HomeOfficeTerms(
        **table
        | {
            "warning": Step(day=table["warning_day"], **table["warning"]),
            "categories": frozenset(table["categories"]),
            "eea_side": frozenset(table["eea_side"]),
            "ask_about": frozenset(table["ask_about"]),
            "eea": _thresholds(table["eea"]),
            "other": _thresholds(table["other"]),
        }
    )


def _thresholds(rows: Iterable[dict[str, Any]]) -> tuple[Threshold, ...]:
    return tuple(
        Threshold(amount=Money.parse(row["amount"]), incurred_from=row["incurred_from"])
        for row in rows
    )
