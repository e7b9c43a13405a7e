"""The re-decision diary: the days on which what a case rests on may no longer hold.

Worked out of what is known, never remembered beside it: a fact that changes changes its days. A
day is told before it comes (charging-rules.md 10.10) and again when it is there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.core.dates import add_months, age_in_months, age_in_years, days_after, show
from app.core.wording import Say, filled, said
from app.residency.conditions import Atom, Condition, Op
from app.residency.facts import FactValue
from app.residency.rules import Group

_ADULT_AT = 18  # reg 4(4): until then whoever has parental responsibility is liable
PAPER, PROMISE = "paper", "promise"


@dataclass(frozen=True, slots=True)
class Awaited:
    """A fact that, at one of these values, says another body has yet to answer."""

    kind: str
    fact: str
    values: tuple[FactValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryTerms:
    """Spans and words, from resources/casework.toml. No word names a protected ground."""

    before_days: int
    ask_again_days: int
    stay_days: int
    words: Mapping[str, str]
    papers: Mapping[str, str]
    other_paper: str
    awaited: tuple[Awaited, ...]

    def in_words_of(self, tr: Say) -> DiaryTerms:
        """The same in another language."""
        return replace(
            self,
            words=said(self.words, tr),
            papers=said(self.papers, tr),
            other_paper=tr(self.other_paper),
        )

    def why(self, kind: str, about_on: date) -> str:
        """An entry in plain words; one of a kind that has none, as another machine named it."""
        known, _, code = kind.partition(".")
        if known not in self.words:
            return kind
        paper = self.papers.get(code, self.other_paper)
        return filled(self.words[known], day=show(about_on), paper=paper)


@dataclass(frozen=True, slots=True, kw_only=True)
class OnFile:
    """What a case rests on, and the day somebody last looked at all of it."""

    facts: Mapping[str, FactValue | None]
    groups: tuple[Group, ...]
    papers: tuple[tuple[str, date], ...]  # kind of document relied on, last day
    promises: tuple[date, ...]  # days by which somebody will bring a document
    last_day: date | None  # of the care; None while the patient is still here
    rules_end: date
    seen_on: date


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A day to look again: when, about which day, and what for."""

    due_on: date
    about_on: date
    kind: str


def entries(case: OnFile, terms: DiaryTerms) -> tuple[Entry, ...]:
    """Every day still ahead of the last look, soonest first, each once."""
    dated = {
        entry
        for kind, day in _ends(case, terms)
        for entry in _reminders(kind, day, case.seen_on, terms.before_days)
    }
    return tuple(sorted(dated | set(_awaited(case, terms)) | set(_promised(case))))


def _reminders(kind: str, day: date, seen_on: date, before_days: int) -> Iterator[Entry]:
    """Once before the day, once on it; what lies behind the last look was seen then."""
    if day > seen_on:
        before = days_after(day, -before_days)
        yield Entry(before if before > seen_on else day, day, kind)


def _ends(case: OnFile, terms: DiaryTerms) -> Iterator[tuple[str, date]]:
    leave = case.facts.get("leave_valid_to")
    if isinstance(leave, date) and case.facts.get("leave_extended_by_3c_3d") is not True:
        yield "leave", leave
    for code, day in case.papers:
        yield f"{PAPER}.{code if code in terms.papers else 'other'}", day
    for group in case.groups:
        if group.in_force_to is not None:
            yield "ground", group.in_force_to
    yield from _birthdays(case, terms)
    if case.last_day is None or case.last_day > case.rules_end:
        yield "rules", case.rules_end


def _birthdays(case: OnFile, terms: DiaryTerms) -> Iterator[tuple[str, date]]:
    born = case.facts.get("date_of_birth")
    if not isinstance(born, date):
        return
    for group in case.groups:
        for atom in _age_limits(group.when):
            yield "age", days_after(_first_day_past(born, atom), -1)
    adult = _first_day_at(born, years=_ADULT_AT)
    told_to = case.last_day or days_after(case.seen_on, terms.stay_days)
    if adult <= told_to:
        yield "adult", adult


def _awaited(case: OnFile, terms: DiaryTerms) -> Iterator[Entry]:
    day = days_after(case.seen_on, terms.ask_again_days)
    for one in terms.awaited:
        if case.facts.get(one.fact) in one.values:
            yield Entry(day, day, one.kind)


def _promised(case: OnFile) -> Iterator[Entry]:
    """The day after a promise, when it is known not to have been kept."""
    for day in case.promises:
        if day >= case.seen_on:
            yield Entry(days_after(day, 1), day, PROMISE)


def _age_limits(condition: Condition) -> Iterator[Atom]:
    """The comparisons of a ground that time alone will make false."""
    if isinstance(condition, Atom):
        if condition.fact in ("age_years", "age_months") and condition.op in (Op.LT, Op.LTE):
            yield condition
        return
    for part in condition.parts:
        yield from _age_limits(part)


def _first_day_past(born: date, limit: Atom) -> date:
    assert isinstance(limit.value, int)
    count = limit.value + (limit.op is Op.LTE)
    return (
        _first_day_at(born, years=count)
        if limit.fact == "age_years"
        else _first_day_at(born, months=count)
    )


def _first_day_at(born: date, *, years: int = 0, months: int = 0) -> date:
    """The first day on which an age is complete, as the rules count ages."""
    try:
        day = add_months(born, years * 12 + months)
    except ValueError:  # a birthday as a clock or a hand gone wrong may say it
        return date.max
    complete = age_in_years(born, day) >= years and age_in_months(born, day) >= months
    return day if complete else days_after(day, 1)  # somebody born on 29 February
