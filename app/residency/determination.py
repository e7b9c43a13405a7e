"""Who pays for which service, under which rule, and what to ask to be sure (charging-rules 10)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import reduce
from operator import or_
from typing import NamedTuple

from app.residency import explanation, letters, papers
from app.residency.case import Case as Case
from app.residency.case import lines_of, tests_of
from app.residency.case import tested as tested
from app.residency.findings import (
    Category,
    Change,
    Charged,
    EvidenceWanted,
    Flag,
    Liable,
    LineFinding,
    Outcome,
    Resident,
    Retrospective,
    Settles,
)
from app.residency.flagging import flags_of, must_flag
from app.residency.law import Law
from app.residency.line import Line, LineTest
from app.residency.looking_back import retrospective
from app.residency.rules import Group, Reason, Rule, RulePack
from app.residency.spell import Spells, split
from app.residency.statements import statement_for_patient, statement_for_staff
from app.residency.telling import tell


class Determination(NamedTuple):
    """The finding on a case: per line and as a whole, with its reasons."""

    on: date
    rules_version: str
    ordinarily_resident: Resident
    groups: tuple[Group, ...]
    lines: tuple[LineFinding, ...]
    chargeable: Charged
    charging_category: Category
    status_classification: int
    liable_party: Liable | None
    statement_for_staff: str
    statement_for_patient: str
    flag_officer: bool
    flags: tuple[Flag, ...]
    missing: tuple[str, ...]
    reasons: tuple[Reason, ...]
    retrospective: Retrospective
    ignored: tuple[str, ...]
    basis: explanation.Basis

    def __eq__(self, other: object) -> bool:
        """Two findings are the same when they say the same, whatever they were made from."""
        return isinstance(other, Determination) and self[:-1] == other[:-1]

    def __ne__(self, other: object) -> bool:
        return not self == other

    @property
    def outcome(self) -> Outcome:
        """The finding in two words."""
        return Outcome(self.chargeable, self.charging_category)

    @property
    def would_settle(self) -> tuple[Settles, ...]:
        """Single answers that would end the waiting; worked out when asked for."""
        return explanation.would_settle(self.basis)

    @property
    def evidence_wanted(self) -> tuple[EvidenceWanted, ...]:
        """Papers that support what is true, and the fewest that would settle what is open."""
        return papers.evidence_wanted(self.basis)

    @property
    def nearest_other_outcome(self) -> Change | None:
        """The fewest facts that would lead elsewhere, or None; worked out when asked for."""
        return explanation.nearest_other_outcome(self.basis)

    def as_json(self) -> dict[str, object]:
        """The finding as `recoup determine` prints it."""
        from app.residency.printed import printed  # it reads this class

        return printed(self)


def determine(case: Case, law: Law, on: date) -> Determination:
    """Find who pays, testing every line on its own day; `on` is the day of lines without one.

    Raises BadInput `date_out_of_range` for a service before 6 April 2015.
    """
    pack = law.pack
    tried = lines_of(case, pack, on)
    tests = tests_of(tried, case, pack, on)
    last = letters.latest(tests)
    resident = letters.residence(last, pack)
    chargeable = letters.chargeable(tests)
    letter = letters.letter(last, resident, chargeable, pack)
    category = letter.category
    true = reduce(or_, [test.reading.true for test in tests])
    freeing = true & pack.bits.freeing
    settled = category is not Category.P
    lines = tuple([_finding(test, pack, settled=settled) for test in tests])
    flagged = must_flag(category, tests, pack)
    basis = explanation.Basis(
        case=case,
        law=law,
        on=on,
        lines=tried,
        tests=tests,
        open=explanation.open_clauses(tests, last, resident, letter.open, pack),
        outcome=Outcome(chargeable, category),
    )
    found = Determination(
        on=last[0].day.service_date,
        rules_version=pack.rules_version,
        ordinarily_resident=resident,
        groups=pack.groups_of(freeing),
        lines=lines,
        chargeable=chargeable,
        charging_category=category,
        status_classification=letter.digit,
        liable_party=_liable(lines, last),
        statement_for_staff=statement_for_staff(tests, lines, law, plain_resident=not flagged),
        statement_for_patient=statement_for_patient(category, chargeable, tests, pack),
        flag_officer=flagged,
        flags=flags_of(category, chargeable, tests, true, pack),
        missing=explanation.missing(basis),
        reasons=_reasons(pack.rules_of(freeing), tests, pack, settled=settled),
        retrospective=retrospective(tests, pack),
        ignored=case.ignored,
        basis=basis,
    )
    return found if case.spells is None else _in_parts(found, case, on=on)


def _in_parts(found: Determination, case: Case, *, on: date) -> Determination:
    """The finding with each stay told in parts, and the days that a look-back reaches."""
    spells, pack = case.spells or Spells(), found.basis.pack
    parts = split(case.lines or (Line("1"),), case.facts, spells, pack=pack, on=on)
    told = tell(parts, found.lines, tests=found.basis.tests, pack=pack)
    return found._replace(lines=told.lines, retrospective=told.retrospective)


def _finding(test: LineTest, pack: RulePack, *, settled: bool) -> LineFinding:
    services = pack.ids_of(test.reading.true & pack.bits.service)
    if test.charged is Charged.YES:
        rate = pack.rate(test.reading.true)
        return LineFinding(
            id=test.id,
            charged=test.charged,
            service_exemptions=services,
            group=rate.group.id if rate.group else None,
            rate_percent=rate.percent,
            liable_party=test.liable,
            may_ask_payment_first=settled
            and test.urgency == "non_urgent"
            and test.day.service_date >= pack.standing.payment_first_from,
            reason=rate.reason.sentence,
        )
    persons = test.frees & ~pack.bits.service
    group = pack.best_of(persons) if persons else None
    free = test.charged is Charged.NO
    return LineFinding(
        id=test.id,
        charged=test.charged,
        service_exemptions=services,
        group=group.id if group else None,
        rate_percent=0 if free else None,
        liable_party=None,
        may_ask_payment_first=False,
        reason=(_why_free(test, group, pack) if free else pack.pending).sentence,
    )


def _why_free(test: LineTest, group: Group | None, pack: RulePack) -> Reason:
    if group is not None:
        return group.reason
    services = pack.rules_of(test.frees)
    return services[0].reason if services else pack.standing.outside


def _liable(lines: Sequence[LineFinding], last: Sequence[LineTest]) -> Liable | None:
    """Who owes; where that changes from line to line, who owes the latest charged line."""
    if len(lines) == 1:
        return lines[0].liable_party
    charged = [line for line in lines if line.charged is Charged.YES]
    latest = {test.id for test in last}
    now = [line for line in charged if line.id in latest] or charged
    return now[-1].liable_party if now else None


def _reasons(
    true: Sequence[Rule], tests: Sequence[LineTest], pack: RulePack, *, settled: bool
) -> tuple[Reason, ...]:
    reasons = [rule.reason for rule in true]
    for test in tests:
        if test.charged is Charged.YES:
            charging = pack.groups_of(test.reading.true & pack.bits.chargeable)
            reasons += [group.reason for group in charging] or [pack.standing.charge]
        elif test.charged is Charged.NO and not test.frees:
            reasons.append(pack.standing.outside)
    if not settled:
        reasons.append(pack.pending)
    return tuple(dict.fromkeys(reasons)) if len(reasons) > 1 else tuple(reasons)
