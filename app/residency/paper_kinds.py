"""Kinds of papers: which a list may name, and which questions each speaks for."""

from __future__ import annotations

from collections.abc import Mapping

from app.residency.law import Law
from app.residency.question import Question
from app.residency.rules import Group, RulePack


def open_kinds(pack: RulePack) -> Mapping[str, str]:
    """Papers by code, less those that would tell of a protected ground (charging-rules.md 8.1)."""
    groups = [rule for rule in pack.rules if isinstance(rule, Group)]
    open_ones = {code for group in groups if not group.sensitive for code in group.evidence}
    private = {code for group in groups if group.sensitive for code in group.evidence} - open_ones
    return {code: words for code, words in pack.standing.evidence.items() if code not in private}


def speaks_for(law: Law, code: str) -> frozenset[str]:
    """The questions whose answers a kind of paper can show to be so."""
    told = frozenset(law.pack.standing.supports.get(code, ()))
    return frozenset(one.id for one in law.questions.all if not told.isdisjoint(_facts_of(one)))


def _facts_of(question: Question) -> frozenset[str]:
    chosen = (fact for option in question.options for fact in option.sets)
    return frozenset((*question.sets, *chosen))
