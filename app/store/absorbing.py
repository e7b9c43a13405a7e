"""Bringing what people did at this machine into the journal, as records that travel.

A subject that was never recorded goes in whole, its JSON made by SQLite, hundreds at a time. Of
one that was, only what is new goes in: rows that the journal does not have, columns that differ
from what the journal adds up to. Its rows are looked at only where something beside its own row
was worked on.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from app.replica.bringing_back import rows_that_carry
from app.replica.fold import State
from app.replica.record import HIGHEST_STAMP, VERSION, Dot, Record, Scalar, Subject, Values
from app.store import disputes, journal, news, pointers, shared_numbers
from app.store.bodies import DamagedRecord
from app.store.database import Database
from app.store.local_rows import (
    cells_as_json,
    cells_of,
    cells_of_each,
    keys_as_json,
    rows_as_json,
    rows_of,
    rows_of_each,
)
from app.store.news import NOTHING
from app.store.pointers import Place
from app.store.replicated import KINDS
from app.store.replicated_shape import Kind, Table

AT_ONCE = 100
_READ = 10_000  # names held at once of what is ready: their order is worked out each time

# A draft is nobody's business yet; a patient is known elsewhere once a registration is finished.
_READY: Mapping[Subject, str] = {
    Subject.CASE: """
        SELECT t.about, t.whole FROM touched t JOIN registrations r ON r.registration_id = t.about
        WHERE t.subject = 'case' AND r.finished_at IS NOT NULL ORDER BY r.number""",
    Subject.PATIENT: """
        SELECT t.about, t.whole FROM touched t WHERE t.subject = 'patient' AND (
            EXISTS (SELECT 1 FROM registrations r
                    WHERE r.patient_id = t.about AND r.finished_at IS NOT NULL)
            OR EXISTS (SELECT 1 FROM journal j WHERE j.subject = 'patient' AND j.about = t.about)
            OR EXISTS (SELECT 1 FROM patient_merges m WHERE t.about = m.patient_id)
            OR t.about IN (SELECT survivor_id FROM patient_merges)
            OR t.about IN (SELECT f.patient_id FROM family_links f JOIN registrations r
                           USING (registration_id) WHERE r.finished_at IS NOT NULL))
        ORDER BY t.about""",
    Subject.DOCUMENT: """
        SELECT t.about, t.whole FROM touched t JOIN document_images i ON i.image_id = t.about
        JOIN registrations r USING (registration_id)
        WHERE t.subject = 'document' AND r.finished_at IS NOT NULL ORDER BY t.about""",
}
_READY_AT_ONCE = "SELECT about, whole FROM touched WHERE subject = '{subject}' ORDER BY about"
_MARK = "INSERT OR IGNORE INTO touched (subject, about) VALUES (?, ?)"
_DONE = """
    DELETE FROM touched WHERE subject = ?1 AND about IN (SELECT value FROM json_each(?2))"""


@dataclass(slots=True)
class _Pen:
    """Gives each record of this machine its number and stamp."""

    actor: str
    number: int
    stamp: int
    now: int
    written: int = field(default=0, init=False)

    def next(self) -> tuple[int, int]:
        self.number += 1
        self.stamp = min(max(self.now, self.stamp + 1), HIGHEST_STAMP)
        self.written += 1
        return self.number, self.stamp


def absorb(db: Database, *, now: int, knew: Mapping[str, int] | None = None) -> int:
    """Record all that people did and is ready to travel; returns how many records were written.

    `now` is the clock in milliseconds. The caller owns the transaction. Records of other machines
    are laid down only after this, so that what is new here was written in sight of all the rest.
    `knew` says how many columns of each table an older program knew that the rows here are from.
    """
    return sum(_parts(db, now, knew))


def absorb_in_parts(db: Database, *, now: int) -> int:
    """What `absorb` does, a few subjects in each transaction of its own, for whoever is in none.

    However much there is, memory stays the same. After a death the rest is still to be recorded.
    """
    parts, written = _parts(db, now, None), 0
    with db.atomic():
        more = next(parts, None)
    if more is not None:  # or nothing was read that pages should be given up for
        with db.sparing():
            while more is not None:
                written += more
                with db.atomic():
                    more = next(parts, None)
    return written


def _parts(db: Database, now: int, knew: Mapping[str, int] | None) -> Iterator[int]:
    """Record what is ready, some subjects each time; tells how many records that came to."""
    own = journal.actor(db)
    pen = _Pen(own, journal.last_number(db, own), journal.last_stamp(db), now)
    shared_numbers.follow_changes_here(db)
    for kind in KINDS.values():
        ready = _READY.get(kind.subject) or _READY_AT_ONCE.format(subject=kind.subject.value)
        left = 0  # of those read before, which cannot be recorded
        while touched := dict(db.tuples(f"{ready} LIMIT {_READ} OFFSET {left}")):
            for some in _each_few(list(touched), AT_ONCE):
                before = pen.written
                left += _record(db, kind, some, touched, pen, knew)
                yield pen.written - before


def _record(
    db: Database,
    kind: Kind,
    some: Sequence[str],
    touched: Mapping[str, int],
    pen: _Pen,
    knew: Mapping[str, int] | None,
) -> int:
    """Record what is new of some subjects; returns how many of them cannot be recorded."""
    # What an older program did not know may stand in any row.
    whole = frozenset(about for about in some if touched[about] or knew is not None)
    known = journal.known(db, kind.subject, some)
    _add_whole(db, kind, [about for about in some if about not in known], pen)
    waiting = set()
    for few in _each_few(sorted(known), kind.at_once):
        waiting |= _add_what_can_be_read(db, kind, few, whole, pen, knew)
    done = [about for about in some if about not in waiting]
    db.execute(_DONE, (kind.subject.value, json.dumps(done)))
    return len(waiting)


def say(
    db: Database,
    subject: Subject,
    about: str,
    cells: Mapping[str, Mapping[str, Scalar]],
    *,
    now: int,
) -> None:
    """Record cells as somebody chose them, in sight of all there is, changed or not.

    The tables hold them already; the caller owns the transaction.
    """
    _say(db, subject, about, now=now, cells=cells)


def say_whole(db: Database, subject: Subject, about: str) -> None:
    """Record a subject once more as it stands here, for who may have it no longer.

    Of a kind whose rows are the same by what they say, so that none is there twice.
    """
    kind = KINDS[subject]
    rows = {name: tuple(row.values for row in of) for name, of in rows_of(db, kind, about).items()}
    cells = {row.name: cells_of(db, kind, row, about) or {} for row in kind.rows}
    said = {
        name: {column: value for column, value in found.items() if value not in NOTHING}
        for name, found in cells.items()
    }
    _say(db, subject, about, rows={name: of for name, of in rows.items() if of}, cells=said)


def take_away(db: Database, subject: Subject, about: str, *, now: int) -> None:
    """Record that a subject's time is over, for every machine; `placing.lay_down` obeys it here."""
    _say(db, subject, about, now=now, gone=True)


def bring_back(db: Database, subject: Subject, about: str, taken: Collection[Dot]) -> None:
    """Record that a removal must not stand, with the records it took, where they are here still."""
    believed = journal.believes(db, subject, about)
    carried = rows_that_carry(journal.records_of(db, subject, about), taken, believed)
    if carried:
        _say(db, subject, about, rows=carried)


def _say(
    db: Database,
    subject: Subject,
    about: str,
    *,
    now: int = 0,
    rows: Mapping[str, tuple[Values, ...]] | None = None,
    cells: Mapping[str, Mapping[str, Scalar]] | None = None,
    gone: bool = False,
) -> None:
    own = journal.actor(db)
    pen = _Pen(own, journal.last_number(db, own), journal.last_stamp(db), now)
    number, stamp = pen.next()
    said = Record(
        actor=own,
        number=number,
        stamp=stamp,
        subject=subject,
        about=about,
        after=journal.state_of(db, subject, about).heads,
        schema=journal.SCHEMA,
        rows=rows or {},
        cells=cells or {},
        gone=gone,
    )
    journal.add(db, [(said, said.to_bytes())])
    disputes.tell(db, subject, {about: journal.state_of(db, subject, about)})


def mark(db: Database, subject: str, about: str) -> None:
    """Something of a subject that people did here has not gone on its way."""
    db.execute(_MARK, (subject, about))


def forget_marks(db: Database, subject: Subject, abouts: Sequence[str]) -> None:
    """What was laid down from elsewhere is no work of this machine."""
    db.execute(_DONE, (subject.value, json.dumps(abouts)))


def _add_whole(db: Database, kind: Kind, abouts: Sequence[str], pen: _Pen) -> None:
    """Subjects never recorded, each as one record."""
    if not abouts:
        return
    rows = {table.name: rows_as_json(db, kind, table, abouts) for table in kind.tables}
    cells = {row.name: cells_as_json(db, kind, row, abouts) for row in kind.rows}
    pointing = [table for table in kind.tables if table.points_to and rows[table.name]]
    keys = {
        name: keys_as_json(db, kind, _table(kind, name), abouts)
        for name in {target for table in pointing for _, target in table.points_to}
    }
    added = []
    for about in abouts:
        number, stamp = pen.next()
        for table in pointing:
            if about in rows[table.name]:
                places = {
                    name: _own_places(pen.actor, number, found.get(about, "[]"))
                    for name, found in keys.items()
                }
                values = [
                    pointers.outward(table, one, places)
                    for one in json.loads(rows[table.name][about])
                ]
                rows[table.name] = {**rows[table.name], about: _json(values)}
        body = _body(
            pen.actor,
            number,
            stamp,
            kind.subject,
            about,
            rows=_joined(rows, about),
            cells=_joined(cells, about),
        )
        added.append(
            (
                pen.actor,
                number,
                stamp,
                kind.subject.value,
                about,
                journal.SCHEMA,
                body.encode(),
            )
        )
    journal.add_rows(db, added)


def _add_what_can_be_read(
    db: Database,
    kind: Kind,
    abouts: Sequence[str],
    whole: Collection[str],
    pen: _Pen,
    knew: Mapping[str, int] | None,
) -> set[str]:
    """Add the news of some subjects; those of which a record cannot be read are told, and wait."""
    try:
        _add_news(db, kind, abouts, whole, pen, knew)
    except DamagedRecord as damaged:  # found before anything of them was written
        if len(abouts) == 1:
            journal.cannot_be_read(db, kind.subject, abouts[0], damaged)
            return set(abouts)
        each = (_add_what_can_be_read(db, kind, [one], whole, pen, knew) for one in abouts)
        return set().union(*each)
    return set()


def _add_news(
    db: Database,
    kind: Kind,
    abouts: Sequence[str],
    whole: Collection[str],
    pen: _Pen,
    knew: Mapping[str, int] | None,
) -> None:
    """What the journal does not have of some subjects yet; nothing of one where it has all.

    Of those that are not among the `whole`, their own row alone was worked on.
    """
    # Where newer records wait to be laid down, people here did not see them.
    states = journal.states_in_sight(db, kind.subject, abouts)
    here = rows_of_each(db, kind, [about for about in abouts if about in whole])
    cells = {row.name: cells_of_each(db, kind, row, abouts) for row in kind.rows}
    written: list[tuple[Record, State]] = []
    for about in abouts:
        state = states[about]
        dot = (pen.actor, pen.number + 1)
        rows = news.new_rows(kind, here[about], state, dot, knew) if about in here else {}
        changed = {
            row.name: news.new_cells(row, cells[row.name][about], state, knew)
            for row in kind.rows
            if about in cells[row.name]
        }
        changed = {name: some for name, some in changed.items() if some}
        if rows or changed:
            number, stamp = pen.next()
            record = Record(
                actor=pen.actor,
                number=number,
                stamp=stamp,
                subject=kind.subject,
                about=about,
                after=state.heads,
                schema=journal.SCHEMA,
                rows=rows,
                cells=changed,
            )
            written.append((record, state))
    journal.add(db, [(record, record.to_bytes()) for record, _ in written])
    journal.follow(db, kind.subject, written)


def _each_few(abouts: Sequence[str], many: int) -> Iterator[Sequence[str]]:
    return (abouts[at : at + many] for at in range(0, len(abouts), many))


def _own_places(actor: str, number: int, keys: str) -> dict[Scalar, Place]:
    return {key: (actor, number, index) for index, key in enumerate(json.loads(keys))}


def _table(kind: Kind, name: str) -> Table:
    return next(table for table in kind.tables if table.name == name)


def _joined(parts: Mapping[str, Mapping[str, str]], about: str) -> str:
    found = [(name, texts[about]) for name, texts in parts.items() if about in texts]
    return ",".join(f'"{name}":{text}' for name, text in found)


def _body(
    actor: str,
    number: int,
    stamp: int,
    subject: Subject,
    about: str,
    *,
    rows: str,
    cells: str,
) -> str:
    """A first record in the form of `Record.to_bytes`, its content JSON already."""
    return (
        f'{{"v":{VERSION},"a":"{actor}","n":{number},"t":{stamp},"e":"{subject.value}",'
        f'"c":{_json(about)},"p":[],"s":{journal.SCHEMA},'
        f'"r":{{{rows}}},"w":{{{cells}}},"g":0}}'
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
