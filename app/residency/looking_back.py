"""Charges already made that a finding drops or repays (charging-rules 6.3)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.residency.findings import NOT_RETROSPECTIVE, Charged, Retrospective
from app.residency.line import LineTest
from app.residency.rules import RulePack

_NHS_BODIES = ("nhs_trust", "nhs_foundation_trust")


def retrospective(tests: Sequence[LineTest], pack: RulePack) -> Retrospective:
    """The first rule that frees a line and reaches back over its day."""
    for test in tests:
        if test.frees & pack.bits.looking_back:
            back = look_back(test, pack)
            if back is not None:
                return back
    return NOT_RETROSPECTIVE


def look_back(test: LineTest, pack: RulePack) -> Retrospective | None:
    """What frees this line and reaches back over its day, with the days of the rule, or None."""
    for rule in pack.rules_of(test.frees & pack.bits.looking_back):
        back = rule.look_back
        if back is not None and back.reaches(test.day.service_date):
            provider = test.facts.get("provider_type")
            repay = not back.nhs_bodies_repay_only or provider in (None, *_NHS_BODIES)
            reason = f"{back.reason} ({back.regulation})"
            own = test.facts.get(back.since_fact)
            since = own if isinstance(own, date) else back.since
            return Retrospective(True, repay, reason, since, back.until)
    return None


def wrongly_charged(test: LineTest, pack: RulePack) -> Retrospective | None:
    """A line charged before and found free now: the charge should not have been made (reg 5)."""
    if test.charged is not Charged.NO:
        return None
    reason = pack.standing.wrongly_charged
    return Retrospective(True, True, f"{reason.text} ({reason.regulation})", None, None)
