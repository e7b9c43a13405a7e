"""The facts of many cases as columns, and what comparisons make of them in three values."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from app.residency.conditions import DISEASES, NO_DAY, SERVICE_DATE, Atom, Day
from app.residency.derived import PARTS, Facts
from app.residency.facts import FactBook, FactValue
from app.residency.line import refuse_before_the_scheme
from app.residency.planes import Column, Planes, side_by_side
from app.residency.rules import RulePack

Known = FactValue | None


class Columns:
    """The facts of many cases: a column a fact, and which cases are certified."""

    def __init__(self, size: int, certified: Sequence[bool] = ()) -> None:
        self.size = size
        self.certified = Column.of(certified).where(bool) if certified else 0
        self._columns: dict[str, Column[Known]] = {}

    @classmethod
    def of(cls, cases: Sequence[Mapping[str, Known]], certified: Sequence[bool] = ()) -> Columns:
        """The columns of some cases, told case by case."""
        columns = cls(len(cases), certified)
        for fact in dict.fromkeys(name for case in cases for name in case):
            columns.put(fact, [case.get(fact) for case in cases])
        return columns

    def put(self, fact: str, values: Sequence[Known]) -> None:
        """One fact of every case, in order; None where it is not known."""
        self._columns[fact] = Column.of(values)

    def put_codes(self, fact: str, legend: Sequence[Known], codes: bytes) -> None:
        """The same as a byte a case that points into a legend."""
        self._columns[fact] = Column(legend, codes)

    def __getitem__(self, fact: str) -> Column[Known]:
        column = self._columns.get(fact)
        return Column.same(None, self.size) if column is None else column

    def worked_out(self, pack: RulePack, on: date) -> Columns:
        """These and what follows from them (charging-rules 10.1), each different case once."""
        found = Columns(self.size)
        found.certified = self.certified
        found._columns = dict(self._columns)
        found._columns["service_date"] = self._days(on, pack)
        for part in PARTS:
            names = (*part.sources, *part.gives)
            rows = side_by_side([found["service_date"], *(self[name] for name in names)])
            after = []
            for day, *row in rows.legend:
                assert isinstance(day, date)
                facts: Facts = dict(zip(names, row, strict=True))
                part.work(facts, day, pack.countries)
                after.append(facts)
            for name in part.gives:
                column = Column([facts[name] for facts in after], rows.codes)
                found._columns[name] = column.shortened()
        return found

    def _days(self, on: date, pack: RulePack) -> Column[Known]:
        days = [day if isinstance(day, date) else on for day in self["service_date"].legend]
        refuse_before_the_scheme(min(days), pack)
        return Column(days, self["service_date"].codes)


class Comparisons:
    """Each comparison of some conditions with the facts of many cases, made once.

    Without a book of facts a value is plainly known or unknown. `day` is what conditions may ask
    of a service date.
    """

    def __init__(
        self, columns: Columns, facts: FactBook | None = None, day: Callable[[date], Day] = Day
    ) -> None:
        self._columns, self._facts, self._day = columns, facts, day
        self._made: dict[Atom, Planes] = {}
        self._silent: dict[str, tuple[int, int]] = {}

    def planes(self, atom: Atom) -> Planes:
        """Of which cases the comparison is true, and of which it may be."""
        made = self._made.get(atom)
        if made is None:
            made = self._made[atom] = self._make(atom)
        return made

    def _make(self, atom: Atom) -> Planes:
        true = self._true(atom)
        open_, unclaimed = self._silence(atom.fact)
        if unclaimed and atom.holds_unclaimed():
            true |= unclaimed
        return Planes(true, true | open_) if open_ else Planes(true, true)

    def _true(self, atom: Atom) -> int:
        column = self._columns[atom.fact]
        silent = self._no_answers(atom.fact)
        day: Callable[[date], Day] = self._day if atom.value == DISEASES else Day

        def holds(value: Known, on: Known = None) -> bool:
            if value is None or value in silent:
                return False
            return atom.holds(value, day(on) if isinstance(on, date) else NO_DAY)

        if atom.value not in (SERVICE_DATE, DISEASES):
            return column.where(holds)
        dated = side_by_side([column, self._columns["service_date"]])
        return dated.where(lambda row: holds(*row))

    def _no_answers(self, fact: str) -> tuple[Known, ...]:
        """The values that are no answer: nothing, "not known" and "not yet"."""
        if self._facts is None:
            return (None,)
        told = self._facts[fact]
        return (None, *told.unknown_values, *told.pending_values)

    def _silence(self, fact: str) -> tuple[int, int]:
        """The cases that leave the fact open, and those that do not claim it (10.2)."""
        if fact not in self._silent:
            column = self._columns[fact]
            silent = self._no_answers(fact)
            open_, unclaimed = column.where(lambda one: one in silent), 0
            if self._facts is not None and self._facts[fact].lapses_unclaimed:
                pending = self._facts[fact].pending_values
                unclaimed = column.where(lambda one: one in silent and one not in pending)
                unclaimed &= self._columns.certified
            self._silent[fact] = open_ & ~unclaimed, unclaimed
        return self._silent[fact]
