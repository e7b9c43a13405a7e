"""How a table that travels between machines is described.

The order of columns is a contract between versions of the program: a later step appends columns
at the end, none is taken out or moved (tests/store/test_replicated.py keeps them). A row from an
older program is shorter and the table's defaults fill it up; a row from a newer one is longer, and
what this program does not know stays in the journal for the day it does.

What one machine alone is answerable for does not travel: the ledger of the machine that invoices,
numbers granted to a device, paper forms of the desk that printed them, passwords, settings.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache

from app.replica.record import Scalar, Subject, Values

_BY_SUBJECT = re.compile(r"t\.(\w+) = b\.about")


@cache
def _parted(columns: str) -> tuple[str, ...]:
    return tuple(columns.split())


@cache
def _subject_at(joined: str, columns: str) -> int | None:
    found = _BY_SUBJECT.match(joined)
    return None if found is None else _parted(columns).index(found[1])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Table:
    """Rows that are only ever added.

    `joined` says which rows `t` belong to the subject `b` (its `about`, for a case its `number`).
    `identity` is the key they are taken away and ordered by; where `numbered`, each machine gives
    it anew, rising with the order of the rows. `counted` is a column that counts a subject's rows
    from 1. Rows without a number of their own are the same where their `natural` columns are; with
    `replaces`, one that stands there and does not travel gives way to one that does.
    `points_to` names columns that hold another table's local number: between machines they say
    which row of which record is meant. `bytes_in` hold bytes. Of rows that are the same the first
    stands, or with `bears_out` the first whose own content bears out what it says.
    """

    name: str
    columns: str  # parted by spaces
    joined: str = "t.registration_id = b.about"
    identity: str = "entry_id"
    numbered: bool = True
    natural: str = ""
    replaces: bool = False
    counted: str = ""
    points_to: tuple[tuple[str, str], ...] = ()  # column, table
    bytes_in: frozenset[str] = frozenset()
    bears_out: Callable[[Values], bool] | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The columns, in the order their values travel."""
        return _parted(self.columns)

    @property
    def same_by(self) -> tuple[int, ...]:
        """Where in a row the values stand that make it the same as another."""
        return tuple(self.names.index(name) for name in (self.natural or self.identity).split())

    def nature(self, values: Values) -> tuple[Scalar, ...]:
        """What makes a row the same as another."""
        return tuple(values[at] for at in self.same_by)

    def fitted(self, values: Values) -> Values:
        """A row from a newer program without the columns this one does not know."""
        return values[: len(self.names)]

    @property
    def names_subject_at(self) -> int | None:
        """Where in a row its subject stands; None where another row says whose it is."""
        return _subject_at(self.joined, self.columns)

    @property
    def order(self) -> str:
        """The column that puts the rows of a subject in order."""
        return self.counted or self.identity


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Row:
    """The one row of a subject whose columns may be set again.

    `told_by` gives, for columns whose value does not always stand in the row `t` itself, what does.
    """

    name: str
    key: str
    columns: str  # parted by spaces
    told_by: Mapping[str, str] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """The columns."""
        return _parted(self.columns)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Kind:
    """All that travels of one kind of subject, parents before children.

    `at_once` says how many of its subjects are held in memory together.
    """

    subject: Subject
    own: str  # gives `about` and `number` of the subjects whose ids are the JSON list ?1
    rows: tuple[Row, ...] = ()
    tables: tuple[Table, ...] = ()
    at_once: int = 100
