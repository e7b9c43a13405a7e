"""Who pays for which service, under which rule, and what to ask to be sure (charging-rules 10)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from app.residency import explanation, letters
from app.residency.facts import FactValue
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
    Verdict,
)
from app.residency.flagging import flags_of, must_flag
from app.residency.law import Law
from app.residency.line import Line, LineTest, best_group, try_line
from app.residency.looking_back import retrospective
from app.residency.rules import Group, Reason, Rule, RulePack
from app.residency.spell import Part, Spells, split
from app.residency.statements import statement_for_patient, statement_for_staff
from app.residency.telling import tell


@dataclass(frozen=True, slots=True)
class Case:
    """What is known of a case. Facts are as FactBook reads them; `certified`: an officer certifies
    that the grounds were put and no other is claimed; `spells` where a line lasts for days."""

    facts: Mapping[str, FactValue]
    lines: tuple[Line, ...] = ()
    certified: bool = False
    ignored: tuple[str, ...] = ()
    spells: Spells | None = None

    def with_facts(self, facts: Mapping[str, FactValue]) -> Case:
        """The same case, were these facts so on every line; the days of a stay stay as they are."""
        if self.spells is not None:
            facts = {name: facts[name] for name in facts if name != "service_date"}
        lines = tuple(line.with_facts(facts) for line in self.lines)
        spells = self.spells.without(facts) if self.spells is not None else None
        return replace(self, facts={**self.facts, **facts}, lines=lines, spells=spells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Determination:
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
    basis: explanation.Basis = field(repr=False, compare=False)

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
        """Papers that support what is true, or what something already speaks for."""
        return explanation.evidence_wanted(self.basis)

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
    tests = _tests(tried, case, pack, on)
    last = letters.latest(tests)
    resident = letters.residence(last, pack)
    chargeable = letters.chargeable(tests)
    letter = letters.letter(last, resident, chargeable, pack)
    category = letter.category
    true = _union(test.reading.true for test in tests)
    freeing = true & pack.bits.freeing
    settled = category is not Category.P
    lines = tuple(_finding(test, pack, settled=settled) for test in tests)
    flagged = must_flag(category, tests, pack)
    basis = explanation.Basis(
        tests=tests,
        open=explanation.open_clauses(tests, last, resident, letter.open, pack),
        pack=pack,
        facts=law.facts,
        outcome=Outcome(chargeable, category),
        lines=tried,
        shared=case.facts,
        again=lambda changes: _tests(
            [line.with_facts(changes) for line in tried], case.with_facts(changes), pack, on
        ),
        verdict=lambda changes: verdict(case.with_facts(changes), pack, on),
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


def tested(case: Case, pack: RulePack, on: date) -> list[LineTest]:
    """Every line, or part of a stay, against the rules of its own day.

    Raises BadInput `date_out_of_range` for a service before the scheme began.
    """
    return _tests(lines_of(case, pack, on), case, pack, on)


def lines_of(case: Case, pack: RulePack, on: date) -> Sequence[Line]:
    """The lines of a case as they are tested: every line, or every part of its stay."""
    lines = case.lines or (Line("1"),)
    return lines if case.spells is None else split(lines, case.facts, case.spells, pack=pack, on=on)


def verdict(case: Case, pack: RulePack, on: date) -> Verdict:
    """What is found of a case and no more; a stay is one line, however many parts it has."""
    lines = lines_of(case, pack, on)
    tests = _tests(lines, case, pack, on)
    found = letters.verdict(tests, pack)
    stays: dict[str, list[LineTest]] = {}
    for line, test in zip(lines, tests, strict=True):
        stays.setdefault(line.of if isinstance(line, Part) else line.id, []).append(test)
    return found._replace(lines=tuple(letters.chargeable(stay) for stay in stays.values()))


def _tests(lines: Sequence[Line], case: Case, pack: RulePack, on: date) -> list[LineTest]:
    return [try_line(line, case.facts, pack, on=on, certified=case.certified) for line in lines]


def _in_parts(found: Determination, case: Case, *, on: date) -> Determination:
    """The finding with each stay told in parts, and the days that a look-back reaches."""
    spells, pack = case.spells or Spells(), found.basis.pack
    parts = split(case.lines or (Line("1"),), case.facts, spells, pack=pack, on=on)
    told = tell(parts, found.lines, tests=found.basis.tests, pack=pack)
    return replace(found, lines=told.lines, retrospective=told.retrospective)


def _finding(test: LineTest, pack: RulePack, *, settled: bool) -> LineFinding:
    services = tuple(rule.id for rule in pack.rules_of(test.reading.true & pack.bits.service))
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
            reason=sentence(rate.reason),
        )
    persons = test.frees & ~pack.bits.service
    group = best_group(persons, pack) if persons else None
    free = test.charged is Charged.NO
    return LineFinding(
        id=test.id,
        charged=test.charged,
        service_exemptions=services,
        group=group.id if group else None,
        rate_percent=0 if free else None,
        liable_party=None,
        may_ask_payment_first=False,
        reason=sentence(_why_free(test, group, pack) if free else pack.pending),
    )


def sentence(reason: Reason) -> str:
    """A reason as one line of text, with the place in the law it rests on."""
    return f"{reason.text} ({reason.regulation})"


def _why_free(test: LineTest, group: Group | None, pack: RulePack) -> Reason:
    if group is not None:
        return group.reason
    services = pack.rules_of(test.frees)
    return services[0].reason if services else pack.standing.outside


def _liable(lines: Sequence[LineFinding], last: Sequence[LineTest]) -> Liable | None:
    """Who owes; where that changes from line to line, who owes the latest charged line."""
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
    return tuple(dict.fromkeys(reasons))


def _union(masks: Iterable[int]) -> int:
    union = 0
    for mask in masks:
        union |= mask
    return union
