"""Facts and questions as marks on the clauses of the rules, for the days of one case.

Made once for a set of days and then only looked things up in: the search for the next question
(`bearing`) is a matter of masks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from app.residency.conditions import Day
from app.residency.derived import SOURCES, Facts
from app.residency.facts import FactBook, FactValue
from app.residency.marks import DRIVES, FactMarks, Marks
from app.residency.questions import Question, QuestionBook
from app.residency.rules import Group, RulePack

DECEASED, BIRTH = "patient_deceased", "date_of_birth"
LIABLE = ("ship_crew", "air_crew", DECEASED, BIRTH)
"""Facts that change who is liable, in the order in which they do (charging-rules 10.4)."""

_SERVICE_DATE = "service_date"
_SIBLINGS: Mapping[str, tuple[str, ...]] = {
    fact: tuple(other for other, same in SOURCES.items() if other != fact and same == sources)
    for fact, sources in SOURCES.items()
    if len(sources) == 1
}
"""Facts worked out from the same one: where one of them was given, their source adds nothing."""


class Reply(NamedTuple):
    """One thing that an answer can make known: the facts, and the marks they leave."""

    facts: Mapping[str, FactValue]
    marks: Mapping[str, Marks]


class Asking(NamedTuple):
    """A question, and the facts it tells."""

    question: Question
    tells: frozenset[str]


class Board:
    """Everything the rules can be told on some days, as clauses that die."""

    def __init__(
        self, pack: RulePack, facts: FactBook, questions: QuestionBook, days: tuple[Day, ...]
    ) -> None:
        self.pack = pack
        self.bits = pack.bits
        self._facts = facts
        self._questions = questions
        self._fact_marks = FactMarks(pack, facts, days)
        self.values = self._fact_marks.values
        self.marks = self._fact_marks.marks
        self.classes = self._fact_marks.classes
        self._replies: dict[str, tuple[Reply, ...]] = {}
        self._facts_of: dict[int, tuple[str, ...]] = {}
        self._quiet: dict[str, Marks] = {}
        self._covers: dict[int, tuple[tuple[int, frozenset[str]], ...]] = {}

    def place(self, day: Day) -> int:
        """The place of a day in every mark of this board."""
        return self._fact_marks.days.index(day)

    @cached_property
    def questions(self) -> tuple[Asking, ...]:
        """The questions of stage 2 and the clinician's that tell a fact, in the order of asking."""
        return tuple(
            Asking(question, frozenset(question.sets))
            for question in self._questions.ranked
            if question.sets and question.stage != "1"
        )

    @cached_property
    def asks(self) -> Mapping[str, int]:
        """For every fact the clauses that ask for it, or for what is worked out from it."""
        tables = self.pack.tables
        bits = {name: tables.bits_of(name) for name in (*tables.asked, *SOURCES, DECEASED)}
        for source, driven in DRIVES.items():
            bits[source] = tables.bits_of(source)
            for name in driven:
                bits[source] |= tables.bits_of(name)
        return bits

    @cached_property
    def lower_rate(self) -> int:
        """The clauses of groups that are charged less than the default."""
        default = self.pack.standing.default_rate_percent
        return self.pack.tables.mask(
            place
            for place, rule in enumerate(self.pack.rules)
            if isinstance(rule, Group) and 0 < (rule.rate_percent or 0) < default
        )

    @cached_property
    def quietest(self) -> tuple[tuple[str, Marks], ...]:
        """What is true of most people, fact by fact, those that leave least alive first."""
        quiet = [(fact, self.quiet(fact)) for fact in self.asks]
        quiet.sort(key=lambda pair: -sum(mark.bit_count() for mark in pair[1]))
        return tuple(pair for pair in quiet if any(pair[1]))

    def quiet(self, fact: str) -> Marks:
        """The mark of a fact that leaves the fewest grounds alive."""
        if fact not in self._quiet:
            grounds = self.bits.freeing | self.lower_rate
            self._quiet[fact] = max(
                self.classes(fact),
                key=lambda marks: sum((mark & grounds).bit_count() for mark in marks),
                default=(),
            )
        return self._quiet[fact]

    def facts_of(self, clause: int) -> tuple[str, ...]:
        """The facts that one clause asks for, and those that they are worked out from."""
        found = self._facts_of.get(clause)
        if found is None:
            found = tuple(fact for fact, bits in self.asks.items() if bits & clause)
            self._facts_of[clause] = found
        return found

    def covers(self, clause: int) -> tuple[tuple[int, frozenset[str]], ...]:
        """The clauses that hold whenever one does, as far as the facts go that both ask for; with
        each the facts of the first. What a cover asks for besides must be known.
        """
        found = self._covers.get(clause)
        if found is None:
            found = self._covers[clause] = tuple(self._find_covers(clause))
        return found

    def _find_covers(self, clause: int) -> Iterator[tuple[int, frozenset[str]]]:
        bits, within = self.bits, frozenset(self.facts_of(clause))
        if not clause & bits.freeing:
            return
        others = (bits.resident if clause & bits.resident else bits.freeing) & ~clause
        while others:
            cover = others & -others
            others ^= cover
            shared = [fact for fact in self.facts_of(cover) if fact in within]
            if shared and all(self._stand_together(clause, cover, fact) for fact in shared):
                yield cover, within

    def _stand_together(self, clause: int, cover: int, fact: str) -> bool:
        """Whether whatever a fact is, it kills the cover only where it kills the clause."""
        return all(
            mark & clause or not mark & cover for kind in self.classes(fact) for mark in kind
        )

    def replies(self, question: Question) -> tuple[Reply, ...]:
        """Every kind of answer to a question that makes something known."""
        found = self._replies.get(question.id)
        if found is None:
            apart: dict[tuple[tuple[str, Marks], ...], Reply] = {}
            for facts in self._questions.known_from(question, self.values):
                marks = {fact: self.marks(fact, value) for fact, value in facts.items()}
                payer = tuple((fact, (facts[fact] is True,)) for fact in LIABLE if fact in facts)
                apart.setdefault((*sorted(marks.items()), *payer), Reply(facts, marks))
            found = self._replies[question.id] = tuple(apart.values())
        return found

    def open_facts(self, facts: Facts, *, certified: bool) -> frozenset[str]:
        """The facts that somebody may still make known; what is worked out names its source.

        Under the certificate, what clerk or officer could have been told is not open any more.
        """
        known = {name for name, value in facts.items() if value is not None}
        found = self._told - known
        for name, pending in self._pending:
            if facts.get(name) in pending:
                found.add(name)
        for name, sources in self._worked_out:
            if name not in known:
                missing = [source for source in sources if source not in known]
                told = any(one in known for one in _SIBLINGS.get(name, ()))
                found.update([name] if told or not missing else missing)
        if certified:
            found = {name for name in found if not self._facts[name].lapses_unclaimed}
        return frozenset(found)

    @cached_property
    def _told(self) -> set[str]:
        """Facts that rules ask for and somebody tells; the others are worked out."""
        return {*self.pack.tables.asked, DECEASED} - {*SOURCES, _SERVICE_DATE}

    @cached_property
    def _pending(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        asked = (self._facts[name] for name in self.pack.tables.asked)
        return tuple((fact.name, fact.pending_values) for fact in asked if fact.pending_values)

    @cached_property
    def _worked_out(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        return tuple((name, SOURCES[name]) for name in SOURCES if self.pack.tables.bits_of(name))

    @cached_property
    def by_family(self) -> tuple[tuple[str, int, int], ...]:
        """Every fact that a question tells, its family and the clauses that ask for it, families
        together. Facts are of one family when one question can tell both."""
        number: dict[str, int] = {}
        for place, asking in enumerate(self.questions):
            joined = {number[fact] for fact in asking.tells if fact in number}
            family = min(joined, default=place)
            number |= {fact: family for fact, one in number.items() if one in joined}
            number |= dict.fromkeys(asking.tells, family)
        facts = ((fact, family, self.asks.get(fact, 0)) for fact, family in number.items())
        return tuple(sorted(facts, key=lambda entry: (entry[1], entry[0])))
