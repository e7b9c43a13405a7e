"""Bringing a subject back that was taken away by somebody who did not know of work on it.

Who takes a subject away takes what they had seen, and everywhere its content goes. Where a machine
has something the remover did not know of (a hold, an answer, an invoice), the removal must not
stand: that machine writes one more record, in sight of the removal, that carries the records that
were taken, each under its own name. So it makes no difference how many machines do it, or when,
and what was written since stands upon what it was written over.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from app.replica.record import Dot, NotARecord, Record, Values, kept_record, read_record
from app.replica.sight import Sight

CARRIED = "carried"  # a table no store has: its rows are records, whole
Believes: TypeAlias = Callable[[Record], bool]
"""Whether a record that was brought back says what it said, as far as a machine can tell."""


def is_hollow(record: Record) -> bool:
    """Whether only a record's place is left."""
    return not record.rows and not record.cells and not record.gone


def says_nothing(record: Record) -> bool:
    """Whether a record by itself is no word on its subject: hollow, or for bringing back alone."""
    return not record.gone and not record.cells and not set(record.rows) - {CARRIED}


def believe_all(_: Record) -> bool:
    """Of a machine that kept no hash of what it let go of."""
    return True


def rows_that_carry(
    records: Iterable[Record], taken: Collection[Dot], believes: Believes = believe_all
) -> Mapping[str, tuple[Values, ...]]:
    """What a record that brings a subject back says: the records that were taken, as they are.

    Empty where none of them has its content any more: then there is nothing to bring back.
    """
    known = {record.dot: record for record in records}
    contents: dict[Dot, Record] = {}
    for record in known.values():
        for one in filter(believes, carried_by(record)):
            contents.setdefault(one.dot, one)
    # Those brought back before are carried on: the record that did it may be hollow elsewhere.
    wanted = sorted(
        dot
        for dot in {*taken, *contents} & set(known)
        if not known[dot].gone and CARRIED not in known[dot].rows
    )
    whole = (
        contents.get(dot, known[dot]) if is_hollow(known[dot]) else known[dot] for dot in wanted
    )
    carried = tuple((one.to_bytes().decode(),) for one in whole if not is_hollow(one))
    return {CARRIED: carried} if carried else {}


def returned(
    ordered: Sequence[Record], sight: Sight, believes: Believes = believe_all
) -> tuple[frozenset[Dot], Mapping[Dot, Record]]:
    """The removals that are void, and the content of the records they had taken."""
    removals = sight.some(record.dot for record in ordered if record.gone)
    void = 0
    contents: dict[Dot, Record] = {}
    for place, record in enumerate(ordered if removals else ()):
        if CARRIED in record.rows:
            void |= removals & sight.seen[place]
            for one in filter(believes, carried_by(record)):
                if sight.some((one.dot,)) & sight.seen[place]:
                    contents.setdefault(one.dot, one)
    return sight.dots_of(void), contents


def without(record: Record, tables: Collection[str]) -> Record:
    """A record that carries others, these without the rows of some tables."""
    lighter = tuple(
        replace(one, rows={name: rows for name, rows in one.rows.items() if name not in tables})
        for one in carried_by(record)
    )
    carried = tuple((one.to_bytes().decode(),) for one in lighter)
    return replace(record, rows={**record.rows, CARRIED: carried})


def moves_subjects(record: Record) -> bool:
    """Whether a record takes its subject away everywhere, or brings it back."""
    return record.gone or CARRIED in record.rows


def carries_its_own(record: Record) -> bool:
    """Whether all that a record carries, if anything, are records of its own subject."""
    try:
        carried = [read_record(_bytes(row)) for row in record.rows.get(CARRIED, ())]
    except NotARecord:
        return False
    return all(
        (one.subject, one.about) == (record.subject, record.about) and CARRIED not in one.rows
        for one in carried
    )


def carried_by(record: Record) -> Iterable[Record]:
    """The records that one carries, if any."""
    for row in record.rows.get(CARRIED, ()):
        yield kept_record(_bytes(row))


def _bytes(row: Values) -> bytes:
    return str(row[0] if row else "").encode()
