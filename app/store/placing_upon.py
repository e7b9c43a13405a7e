"""What others changed of subjects that stand here, laid down upon what stands.

Mostly a word or two has come, written in sight of all that is here but for what people changed
meanwhile. Then nothing is made of what came first: neither of the first record of the subject,
which is most of it, nor of the columns of its row that nobody set again. Whatever is not of this
plain kind is left to `app.store.placing`, and comes to the same there.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.replica.disputes import Cells, Dispute
from app.replica.fold import fold_upon
from app.replica.record import Dot, Record, Scalar, Subject
from app.store import absorbing, calendars, disputes, patients, shared_numbers
from app.store.changes import Changes
from app.store.database import Database
from app.store.local_rows import cells_of_each
from app.store.placing_rows import laying_down
from app.store.read_last import reader
from app.store.replicated import QUIET, RIVALS, RULINGS
from app.store.replicated_shape import Kind

# Of subjects that were laid down whole before a place, of which nothing is or was in dispute and
# nothing waits to be recorded: every record, and whether it is the one that came first.
_RECORDS = """
    WITH here AS MATERIALIZED (
        SELECT w.value AS about, (
            SELECT min(j.place) FROM journal j WHERE j.subject = ?1 AND j.about = w.value) AS first
        FROM json_each(?2) w
        WHERE NOT EXISTS (SELECT 1 FROM disputes d WHERE d.subject = ?1 AND d.about = w.value)
          AND NOT EXISTS (SELECT 1 FROM touched t WHERE t.subject = ?1 AND t.about = w.value)
          AND NOT EXISTS (SELECT 1 FROM unplaced u WHERE u.subject = ?1 AND u.about = w.value)
          AND NOT EXISTS (
              SELECT 1 FROM meta m WHERE m.key = 'laid_down_to ' || ?1 || ' ' || w.value))
    SELECT h.about, j.actor, j.number, j.place = h.first, j.body
    FROM here h CROSS JOIN journal j ON j.subject = ?1 AND j.about = h.about
    WHERE h.first <= ?3"""
# What other rows rest on, or is made into more than it says: for `placing` to bring.
_NOT_PLAIN = {
    Subject.CASE: frozenset(("number", "patient_id")),
    Subject.PATIENT: frozenset(patients.TOLD) - patients.WORDS,
}
_LOOKED_AT = {Subject.CASE: frozenset[str](), Subject.PATIENT: patients.NUMBERS}


@dataclass(frozen=True, slots=True)
class Upon:
    """Of some subjects the cells of their own rows to be set, what stands there, and disputes."""

    told: Mapping[str, Mapping[str, Scalar]]
    stands: Mapping[str, Mapping[str, Scalar]]
    disputes: Mapping[str, Sequence[Dispute]]


def look(
    db: Database, kind: Kind, abouts: Sequence[str], before: int, at_hand: Mapping[bytes, Record]
) -> Upon:
    """What has come behind a place of those subjects of which it is no more than plain cells.

    None of `abouts` has rows that came. Raises DamagedRecord.
    """
    if kind.subject not in _NOT_PLAIN or not abouts:
        return Upon({}, {}, {})
    row, *others = kind.rows
    not_plain, known = _NOT_PLAIN[kind.subject], frozenset(row.names)
    told: dict[str, Mapping[str, Scalar]] = {}
    found = _folded(db, kind, abouts, before, at_hand)
    for about, (cells, _) in found.items():
        said = cells.of(row.name)
        if not_plain.isdisjoint(said) and not any(cells.of(other.name) for other in others):
            told[about] = {name: said[name] for name in sorted(known & said.keys())}
    if kind.subject is Subject.PATIENT:
        for about in shared_numbers.sharing(db, list(told)):
            del told[about]
    names = _LOOKED_AT[kind.subject].union(*told.values())
    stands = cells_of_each(db, kind, row, list(told), tuple(sorted(names)))
    told = {about: cells for about, cells in told.items() if about in stands}
    return Upon(told, stands, {about: found[about][1] for about in told})


def place(db: Database, kind: Kind, upon: Upon) -> None:
    """Lay down what was looked at; the caller owns the transaction.

    Raises OutsideCalendars for what no calendar holds, or the driver's error.
    """
    if not upon.told:
        return
    row = kind.rows[0]
    for cells in upon.told.values():
        calendars.require_cells(row.names, cells)
    disputes.add(db, kind.subject, upon.disputes)
    with laying_down(db, in_any_order=False):
        if kind.subject is Subject.PATIENT:
            patients.set_words(db, upon.told, upon.stands)
        else:
            changes = Changes(row.name, row.key)
            for about, cells in upon.told.items():
                changes.note(about, upon.stands[about], cells)
            changes.make(db)
    absorbing.forget_marks(db, kind.subject, list(upon.told))


def _folded(
    db: Database, kind: Kind, abouts: Sequence[str], before: int, at_hand: Mapping[bytes, Record]
) -> dict[str, tuple[Cells, Sequence[Dispute]]]:
    firsts: dict[str, Dot] = {}
    later: dict[str, list[Record]] = {}
    last = reader(db)
    found = db.tuples(_RECORDS, (kind.subject.value, json.dumps(abouts), before))
    for about, actor, number, is_first, body in found:
        records = later.setdefault(about, [])
        if is_first:
            last.require_sound(body)
            firsts[about] = (actor, number)
        else:
            records.append(at_hand.get(body) or last.read(body))
    folded = {
        about: fold_upon(first, later[about], rivals=RIVALS, quiet=QUIET, rulings=RULINGS)
        for about, first in firsts.items()
    }
    return {about: one for about, one in folded.items() if one is not None}
