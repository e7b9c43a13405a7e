"""What came under dots that are here already: the record's own content stands, the other is told.

`app.replica.one_dot` judges. Here what it finds is done to the journal, before records are laid
down; the caller owns the transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from app.replica.one_dot import (
    Brought,
    Contradiction,
    Envelope,
    Kept,
    Origin,
    Settled,
    dots_claimed,
    settle,
)
from app.replica.record import Dot, Subject
from app.store import absorbing, journal, origins, owed_again
from app.store.bodies import DamagedRecord
from app.store.database import Database

_REPLACED = "What another machine told of it was not what its own machine wrote."


def make_room(
    db: Database, records: Sequence[Brought], origin: Origin, envelope: Envelope
) -> Settled:
    """Take out what is here and false, and say which of the records are to be kept.

    Those are `fresh` and `instead`; `keep_account` is for when they are in the journal.
    """
    own = journal.actor(db)
    here, damaged = _here(db, dots_claimed(records))
    coming = []
    for one in records:
        dot = one[0].dot
        if dot in damaged and dot[0] != own:
            journal.take_out(db, dot)  # it has come again
        if dot not in damaged or dot[0] != own:
            coming.append(one)
    settled = settle(coming, here, origin=origin, envelope=envelope, out=origins.OUT, own=own)
    for record, _ in settled.instead:
        old, end = here[record.dot].record, journal.place(db)
        journal.take_out(db, record.dot)
        journal.set_unplaced(db, old.subject, old.about, _REPLACED, since=end)
    return settled


def keep_account(db: Database, settled: Settled, origin: Origin, envelope: Envelope) -> None:
    """Remember who told what, and set right whoever was told otherwise."""
    told = [one.dot for one, _ in (*settled.fresh, *settled.instead)]
    if origin is not Origin.WRITER:
        origins.note(db, told, origin, envelope)
    origins.note(db, settled.confirmed, origin, envelope)
    owed_again.owe_everybody(db, [one.dot for one in settled.contradicted])
    for record in settled.to_mend:
        absorbing.bring_back(db, Subject(record.subject), record.about, (record.dot,))


def false_in(settled: Settled) -> Iterator[tuple[Envelope, Sequence[Contradiction]]]:
    """The envelopes with what is not believed, each with what is wrong there."""
    by_envelope: dict[Envelope, list[Contradiction]] = {}
    for one in settled.contradicted:
        by_envelope.setdefault(one.false_in, []).append(one)
    yield from by_envelope.items()


def _here(db: Database, dots: Iterable[Dot]) -> tuple[dict[Dot, Kept], frozenset[Dot]]:
    """What is here under these dots, and which of them cannot be read any more."""
    here: dict[Dot, Kept] = {}
    damaged = set()
    for dot in journal.dots_here(db, dots):
        try:
            record = journal.record_at(db, dot)
        except DamagedRecord:
            damaged.add(dot)
            continue
        if record is not None:
            told = origins.of(db, dot)
            here[dot] = Kept(record, told.origin, told.brought_in, told.was)
    return here, frozenset(damaged)
