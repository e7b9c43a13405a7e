"""Reading a pack with a critical eye: what is wrong, doubtful or old, and what to do about it.

`REFUSAL`: the pack cannot be used or says what cannot be meant. `WARNING`: look again before you
sign. `NOTE`: true and known, to be kept in mind.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.core.dates import show
from app.core.wording import Phrase
from app.library.in_force import facts_of, settles, used_facts
from app.library.lint_idle import idle_remarks
from app.library.packs import not_whole
from app.library.remark import Remark, Severity
from app.library.shape import Fault, faults
from app.library.sources import open_shelves, open_source
from app.residency.conditions import DISEASES, SERVICE_DATE, Atom, clauses
from app.residency.facts import Fact, FactType
from app.residency.law import Law
from app.residency.questions import ASKED, Question, QuestionType
from app.residency.rules import Disease, Group, Kind, Rule

_A_YEAR = timedelta(days=365)
_OF_THE_PROGRAM = ("service_is_relevant", "urgency", "patient_deceased")
"""Facts that no rule turns on but the outcome does: regs 2, 3 and 4 (charging-rules 10.4)."""

_CHOICES = (QuestionType.CHOICE, QuestionType.MULTI_CHOICE)


def of_fault(fault: Fault) -> Remark:
    """A fault of form, as a remark."""
    return Remark(fault.code, Severity.REFUSAL, fault.shelf, fault.entry, fault.says, fault.do)


def critical_reading(name: str, today: date, *, thorough: bool) -> list[Remark]:
    """Everything to be said of a law: `builtin`, a folder or a pack file.

    `thorough` tries every combination of answers on every legal epoch, which takes a while. Faults
    of form come alone: what is not of the right form cannot be read further. Raises NotFound, or
    BadInput `bad_pack` where a shelf is missing or no TOML, or Known as `read_pack`.
    """
    try:
        odd = [of_fault(fault) for fault in faults(open_shelves(name))]
        if odd:
            return odd
        source = open_source(name)
        law = source.pack.law
        found = list(remarks(law, today))
        if thorough:  # this finds what is idle, and more of it, by trying
            found = [one for one in found if one.code not in ("unused_fact", "idle_question")]
            found += idle_remarks(law, source.shelves)
    except KeyError as missing:
        raise not_whole(Phrase("{arg} is missing", arg=missing.args[0])) from None
    except ValueError as unread:
        raise not_whole(str(unread)) from None
    return found


def remarks(law: Law, today: date) -> Iterator[Remark]:
    """Everything to be said of a law that is of the right form."""
    for rule in law.pack.rules:
        kind = "group" if isinstance(rule, Group) else "service"
        yield from _dated(kind, rule, today)
        yield from _said_of_rule(kind, rule, law)
    for disease in law.pack.diseases:
        yield from _dated("disease", disease, today)
    yield from _said_of_papers(law)
    yield from _said_of_agreements(law)
    yield from _said_of_facts(law)
    for question in law.questions.all:
        yield from _said_of_question(question, law)


def _dated(kind: str, entry: Rule | Disease, today: date) -> Iterator[Remark]:
    if entry.checked > today:
        yield _refuse(
            "checked_later",
            kind,
            entry.id,
            f"It was checked on {show(entry.checked)}, a day to come.",
            "Give the day on which a person read the law.",
        )
    elif today - entry.checked > _A_YEAR:
        yield _note(
            "checked_long_ago",
            kind,
            entry.id,
            f"A person last read the law for it on {show(entry.checked)}, over a year ago.",
            "Read the source again, then change checked.",
        )
    if not entry.confirmed:
        note = entry.note if isinstance(entry, Disease) else entry.confirmation_note
        if note:
            yield _note(
                "unconfirmed",
                kind,
                entry.id,
                f"It is not confirmed: {note}",
                "An overseas visitor manager confirms it before it is relied on.",
            )
        else:
            yield _warn(
                "unconfirmed",
                kind,
                entry.id,
                "It is not confirmed, and does not say why.",
                "Say in confirmation_note which part rests on what.",
            )
    if not entry.source.startswith("http"):
        yield _warn(
            "unsourced",
            kind,
            entry.id,
            f"Its source, “{entry.source}”, is no address.",
            "Give the address of the page it was checked against.",
        )


def _said_of_rule(kind: str, rule: Rule, law: Law) -> Iterator[Remark]:
    if rule.in_force_to is not None and rule.in_force_to < rule.in_force_from:
        yield _refuse(
            "dates_out_of_order",
            kind,
            rule.id,
            f"It ends on {show(rule.in_force_to)}, before it begins on {show(rule.in_force_from)}.",
            "Correct in_force_from or in_force_to.",
        )
    back = rule.look_back
    if back and back.since and back.until and back.until < back.since:
        yield _refuse(
            "dates_out_of_order",
            kind,
            rule.id,
            "Its look-back ends before it begins.",
            "Correct from or to in look_back.",
        )
    for atom in dict.fromkeys(atom for clause in clauses(rule.when) for atom in clause):
        yield from _said_of_comparison(kind, rule, atom, law)
    if isinstance(rule, Group):
        yield from _said_of_group(rule, law)


def _said_of_comparison(kind: str, rule: Rule, atom: Atom, law: Law) -> Iterator[Remark]:
    fact = law.facts[atom.fact]
    wanted = atom.value if isinstance(atom.value, tuple) else (atom.value,)
    if atom.value in (None, SERVICE_DATE, DISEASES) or not fact.values:
        return
    for value in wanted:
        if value not in fact.values:
            yield _refuse(
                "unknown_value",
                kind,
                rule.id,
                f"It compares {fact.name} with “{value}”, which it can never be.",
                f"Use one of {', '.join(fact.values)}.",
            )


def _said_of_group(group: Group, law: Law) -> Iterator[Remark]:
    standing = law.pack.standing
    ids = {one.id for one in law.pack.rules}
    for code in group.covers_family_through:
        if code not in ids:
            yield _refuse(
                "unknown_group",
                "group",
                group.id,
                f"Its covers_family_through names “{code}”, and there is no such group.",
                "Correct the name.",
            )
    for code in group.evidence:
        if code not in standing.evidence:
            yield _refuse(
                "unknown_evidence",
                "group",
                group.id,
                f"Its evidence names “{code}”, which evidence.toml does not.",
                "Correct the name, or add it there.",
            )
    if group.kind is Kind.CHARGEABLE and group.rate_percent is None:
        yield _refuse(
            "no_rate", "group", group.id, "It charges, and says no rate.", "Add rate_percent."
        )


def _said_of_papers(law: Law) -> Iterator[Remark]:
    standing = law.pack.standing
    for code, facts in standing.supports.items():
        if code not in standing.evidence:
            yield _refuse(
                "unknown_evidence",
                "evidence",
                code,
                f"[supports] names “{code}”, which [evidence] does not.",
                "Correct the name, or add it there.",
            )
        for fact in facts:
            if fact not in law.facts:
                yield _refuse(
                    "unknown_fact",
                    "evidence",
                    code,
                    f"It is said to speak for “{fact}”, and there is no such fact.",
                    "Correct the name, or add the fact to rules/facts.toml.",
                )


def _said_of_agreements(law: Law) -> Iterator[Remark]:
    for country in law.pack.countries.values():
        if country.listed is None:
            continue
        for since, until in (country.listed, country.agreement):
            if until < since:
                yield _refuse(
                    "dates_out_of_order",
                    "country",
                    country.alpha2,
                    f"{country.name}: a listing or an agreement ends before it begins.",
                    "Correct its days in countries.csv.",
                )
        if not country.scope_confirmed:
            yield _note(
                "unconfirmed",
                "country",
                country.alpha2,
                f"What the agreement with {country.name} covers is not confirmed.",
                "An overseas visitor manager confirms it before it is relied on.",
            )


def _said_of_facts(law: Law) -> Iterator[Remark]:
    used = _used(law)
    asked = {fact for question in law.questions.all for fact in settles(question)}
    for fact in law.facts.all:
        if fact.name not in used:
            yield _note(
                "unused_fact",
                "fact",
                fact.name,
                "No rule turns on it.",
                "Take it out, or keep it for people to read.",
            )
        elif fact.name not in asked and fact.decided_by != "system":
            yield _warn(
                "unasked_fact",
                "fact",
                fact.name,
                "A rule turns on it, no question asks.",
                "Add a question, or an option that sets it.",
            )


def _said_of_question(question: Question, law: Law) -> Iterator[Remark]:
    told = settles(question)
    if not told & _used(law) and ASKED + question.id not in _asked_for(law):
        yield _note(
            "idle_question",
            "question",
            question.id,
            "No answer to it settles a fact that any rule turns on.",
            "Ask it for another reason than the law, or take it out.",
        )
    for option in question.options:
        for name, value in (*option.sets.items(), *option.unticked.items()):
            if name not in law.facts:
                yield _refuse(
                    "unknown_fact",
                    "question",
                    question.id,
                    f"The option “{option.label}” sets “{name}”, no fact there is.",
                    "Correct the name.",
                )
            elif not _can_be(law.facts[name], value):
                yield _refuse(
                    "unknown_value",
                    "question",
                    question.id,
                    f"The option “{option.label}” makes {name} “{value}”, which it can never be.",
                    "Correct the value.",
                )
            elif name not in question.sets:
                yield _warn(
                    "unannounced_fact",
                    "question",
                    question.id,
                    f"The option “{option.label}” sets {name}, which sets does not list.",
                    "Add it to sets.",
                )
    if (
        question.type in _CHOICES
        and question.sets
        and not any(option.sets or option.unticked for option in question.options)
    ):
        yield _warn(
            "options_lead_nowhere",
            "question",
            question.id,
            "It promises facts, and none of its options sets any.",
            "Say in each option what it sets.",
        )


def _used(law: Law) -> set[str]:
    """The facts that a rule, an opening or the program itself turns on."""
    return _asked_for(law).union(_OF_THE_PROGRAM, *(used_facts(rule) for rule in law.pack.rules))


def _asked_for(law: Law) -> set[str]:
    """What openings and the ways out of stage 1 ask for: facts, and answers."""
    conditions = [question.show_when for question in law.questions.all if question.show_when]
    conditions += [routing.when for routing in law.questions.routing]
    asked: set[str] = set()
    return asked.union(*(facts_of(condition) for condition in conditions))


def _can_be(fact: Fact, value: object) -> bool:
    if fact.type is FactType.BOOL:
        return isinstance(value, bool)
    return not fact.values or value in (*fact.values, *fact.unknown_values)


def _refuse(code: str, kind: str, id_: str, says: str, do: str) -> Remark:
    return Remark(code, Severity.REFUSAL, kind, id_, says, do)


def _warn(code: str, kind: str, id_: str, says: str, do: str) -> Remark:
    return Remark(code, Severity.WARNING, kind, id_, says, do)


def _note(code: str, kind: str, id_: str, says: str, do: str) -> Remark:
    return Remark(code, Severity.NOTE, kind, id_, says, do)
