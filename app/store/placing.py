"""Laying records of other machines down in this machine's tables.

What a subject's records add up to is compared with what stands in the tables, and only the
difference is written: mostly a few rows at the end. Where a row arrives that belongs before others,
its table's rows are laid down anew, under new local numbers, so that on every machine they stand in
the same order.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache, partial

from app.core.errors import BadInput
from app.replica.fold import Row, State
from app.replica.record import Dot, Record, Scalar, Subject, Values
from app.store import (
    absorbing,
    calendars,
    disputes,
    journal,
    merges,
    needed_here,
    placing_upon,
    pointers,
    register,
)
from app.store.bodies import DamagedRecord
from app.store.database import Database
from app.store.driver import IntegrityError
from app.store.local_rows import LocalRow, rows_of
from app.store.placing_rows import Waits, laying_down, place_own_rows, take_own_row
from app.store.pointers import Place
from app.store.replicated import KINDS
from app.store.replicated_shape import Kind, Table

_LAST_ANSWER = """
    SELECT max(answer_id) FROM answers WHERE answer_id BETWEEN ?1 << 16 AND ?1 << 16 | 65535"""
_NUMBER_OF = "SELECT number FROM registrations WHERE registration_id = ?"
BrokenRule = IntegrityError
"""A row that rests on one that is not here: told when a transaction ends, not before."""
BROKEN = "It rests on something that is not here."
OF_ANOTHER = "It tells of another case or patient than its own."
# What records that no sound program wrote can come to, besides what waits for others. A disk that
# is full, a file that is locked or damaged are none of these: they are told, and nothing is kept.
_MISFITS = (
    Waits,
    IntegrityError,
    BadInput,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    OverflowError,
    RecursionError,
)


def take_in(
    db: Database, records: Sequence[tuple[Record, bytes]]
) -> tuple[tuple[Subject, str], ...]:
    """Keep records of other machines and lay them down; returns the subjects that changed.

    The caller owns the transaction, and has absorbed what people did here. Whatever the order,
    whatever came before or comes twice, the outcome is the same. A subject that does not fit is
    kept, told by `journal.unplaced`, and keeps nothing else waiting.
    """
    before = journal.place(db)
    wanted = list(_those_wanted(db, records))
    journal.add(db, wanted)
    came = journal.subjects_since(db, before)
    with_rows = {(str(one.subject), one.about) for one, _ in wanted if one.rows or one.gone}
    for subject, name in came:
        if subject not in KINDS:  # kept for the day this program is the newer one
            journal.set_unplaced(db, subject, name, "A newer program wrote it.", since=before)
    unplaced = journal.unplaced(db)
    waiting = {(one.subject, one.about) for one in unplaced if one.reason != BROKEN}
    with_rows |= {(one.subject, one.about) for one in unplaced}
    at_hand = {body: record for record, body in wanted}
    changed: list[tuple[Subject, str]] = []
    for kind in KINDS.values():
        abouts = sorted(name for subject, name in came | waiting if subject == kind.subject)
        # Rows follow from rows alone, where all of the subject was laid down before.
        rows = {name for subject, name in with_rows if subject == kind.subject}
        fit = list(_lay_down_each(db, kind, abouts, rows, before, at_hand))
        changed.extend((kind.subject, name) for name in fit)
        if kind.subject is Subject.JOINS and fit:
            merges.follow_all(db)
    return tuple(changed)


def keep(db: Database, records: Sequence[tuple[Record, bytes]]) -> None:
    """Keep records without laying them down; `lay_down_apart` does that. Within a transaction."""
    before = journal.place(db)
    journal.add(db, list(_those_wanted(db, records)))
    for subject, name in journal.subjects_since(db, before):
        journal.set_unplaced(db, subject, name, BROKEN, since=before)


def lay_down_apart(db: Database) -> tuple[tuple[Subject, str], ...]:
    """Lay down what rests on something, each subject by itself; returns those that fit now."""
    waiting = _broken(db)
    if not waiting:
        return ()
    for kind in KINDS.values():
        for subject, name in sorted(waiting):
            if subject == kind.subject:
                with suppress(BrokenRule), db.atomic():
                    lay_down(db, kind.subject, name)
    with db.atomic():
        merges.follow_all(db)
    fit = waiting - _broken(db)
    return tuple((Subject(subject), name) for subject, name in sorted(fit) if subject in KINDS)


def _broken(db: Database) -> set[tuple[str, str]]:
    return {(one.subject, one.about) for one in journal.unplaced(db) if one.reason == BROKEN}


def _those_wanted(
    db: Database, records: Sequence[tuple[Record, bytes]]
) -> Iterator[tuple[Record, bytes]]:
    """All but those of what this machine has let go of: they would bring it back."""
    away = {
        kind: journal.stays_away(db, kind, [one.about for one, _ in records if one.subject == kind])
        for kind in {one.subject for one, _ in records}
    }
    for record, body in records:
        if record.about not in away[record.subject]:
            yield record, body


def _lay_down_each(
    db: Database,
    kind: Kind,
    abouts: Sequence[str],
    rows: Collection[str],
    before: int,
    at_hand: Mapping[bytes, Record],
) -> Iterator[str]:
    """Lay subjects of a kind down, some at once; tells which fit."""
    for at in range(0, len(abouts), kind.at_once):
        some = abouts[at : at + kind.at_once]
        together = _fit_together(db, kind, some, rows, before, at_hand)
        for about in some:
            if together or lay_down(db, kind.subject, about, before=before, rows=about in rows):
                yield about


def _fit_together(
    db: Database,
    kind: Kind,
    abouts: Sequence[str],
    rows: Collection[str],
    before: int,
    at_hand: Mapping[bytes, Record],
) -> bool:
    """Lay subjects down in one step, as mostly can be done; where one does not fit, nothing is."""
    try:
        cells_alone = [about for about in abouts if about not in rows]
        upon = placing_upon.look(db, kind, cells_alone, before, at_hand)
        others = [about for about in abouts if about not in upon.told]
        states = journal.states_of(db, kind.subject, others, at_hand=at_hand)
        if any(state.taken for state in states.values()):
            return False  # whether it is needed here is a question for each
        with db.atomic():
            placing_upon.place(db, kind, upon)
            if states:
                disputes.tell(db, kind.subject, states)
                _bring(db, kind, states, rows)
                _note_laid_down(db, kind.subject, states)
    except (DamagedRecord, *_MISFITS):
        return False
    return True


def lay_down(
    db: Database, subject: Subject, about: str, *, before: int | None = None, rows: bool = True
) -> bool:
    """Bring the tables to what a subject's records add up to; whether they fit.

    `before` is where the journal ended before the records came that are to be laid down. Without
    `rows` the subject's own row alone is looked at.
    """
    try:
        return _lay_down_all(db, subject, about, before=before, rows=rows)
    except DamagedRecord as damaged:
        journal.cannot_be_read(db, subject, about, damaged)
        return False


def _lay_down_all(
    db: Database, subject: Subject, about: str, *, before: int | None, rows: bool
) -> bool:
    kind = KINDS[subject]
    state = journal.state_of(db, subject, about)
    if state.taken and needed_here.is_needed(db, subject, about, state):
        # Whoever took it away did not know: it comes back, here and everywhere.
        absorbing.bring_back(db, subject, about, state.taken)
        state, rows = journal.state_of(db, subject, about), True
    disputes.tell(db, subject, {about: state})
    try:
        _bring(db, kind, {about: state}, {about} if rows else ())
    except _MISFITS as misfit:
        since = journal.place(db) if before is None else before
        journal.set_unplaced(db, subject, about, str(misfit) or type(misfit).__name__, since=since)
        return False
    _note_laid_down(db, subject, {about: state})
    return True


def _bring(db: Database, kind: Kind, states: Mapping[str, State], rows: Collection[str]) -> None:
    """Bring the tables to what the records of subjects add up to; of `rows`, all their rows."""
    stand = {about: one for about, one in states.items() if not one.gone and not _is_none(one)}
    rows = frozenset(rows).intersection(stand)
    # Own rows rest on what is looked for first, and all else of a row on those of its subject.
    with laying_down(db, in_any_order=bool(rows) or len(stand) < len(states)):
        for about, state in states.items():
            if about not in stand:
                _take_away(db, kind, about)
            if state.gone and kind.subject is Subject.CASE:
                register.remove(db, about, max(map(partial(_stamp, db), state.heads)))
        place_own_rows(db, kind, stand, rows)
        for about, state in stand.items():
            if about in rows:
                _place_rows(db, kind, about, state)


def _is_none(state: State) -> bool:
    """Whether the only records of a subject were none of their writer's."""
    return not state.heads and not state.held


def _note_laid_down(db: Database, subject: Subject, states: Mapping[str, State]) -> None:
    journal.set_placed(db, subject, states)
    absorbing.forget_marks(db, subject, list(states))
    for about, state in states.items():
        journal.let_go(db, subject, about, state)


def take_away(db: Database, kind: Kind, about: str) -> None:
    """Take all rows of a subject away; the caller owns the transaction.

    Raises the driver's error where something rests on them.
    """
    with laying_down(db, in_any_order=True):
        _take_away(db, kind, about)


def _place_rows(db: Database, kind: Kind, about: str, state: State) -> None:
    keys: dict[str, dict[Place, Scalar]] = {}
    removed = bool(state.rows.get("image_removals"))
    here = rows_of(db, kind, about)
    for table in kind.tables:
        want = () if removed and table.name == "document_pages" else pointers.standing(table, state)
        have = here[table.name]
        if not want and not have:
            keys[table.name] = {}
            continue
        told = [table.fitted(pointers.inward(table, row.values, keys)) for row in want]
        _require_own(table, about, told)
        kept = _kept(table, told, have)
        # Above all numbers there ever were, so that none comes to mean another row.
        following = _following(db, table, about) if table.numbered else 0
        if kept is None or (removed and table.name == "document_pages"):
            _clear(db, table, have)
            kept = []
        elif table.points_to and not table.numbered:
            # What they pointed to may have been laid down anew, under another number.
            _clear(db, table, [one for one in have if one not in kept])
        elif not table.numbered and not table.natural:
            _clear(db, table, _others_words(table, told, kept, have))
        keys[table.name] = _add(db, table, want, told, kept, following)


def _kept(
    table: Table, want: Sequence[Values], have: Sequence[LocalRow]
) -> list[LocalRow | None] | None:
    """For each wanted row the local one that is it; None where rows stand in another order."""
    if table.numbered or table.counted:
        stand = len(have) <= len(want) and all(
            _is_same(local.values, row) for local, row in zip(have, want, strict=False)
        )
        return [*have, *[None] * (len(want) - len(have))] if stand else None
    by_nature = {table.nature(local.values): local for local in have}
    found = [by_nature.get(table.nature(row)) for row in want]
    if table.natural and not table.replaces:
        return found
    return [
        local if local is not None and _is_same(local.values, row) else None
        for local, row in zip(found, want, strict=True)
    ]


def _others_words(
    table: Table,
    want: Sequence[Values],
    kept: Sequence[LocalRow | None],
    have: Sequence[LocalRow],
) -> list[LocalRow]:
    """Rows here of which another machine's word stands on all: a copy was taken out at two."""
    if all(local is not None for local in kept):
        return []
    wanted = {table.nature(row) for row in want}
    return [one for one in have if one not in kept and table.nature(one.values) in wanted]


def _add(
    db: Database,
    table: Table,
    want: Sequence[Row],
    told: Sequence[Values],
    kept: Sequence[LocalRow | None],
    following: int,
) -> dict[Place, Scalar]:
    """Put the rows that are missing; where each wanted row stands on this machine."""
    keys: dict[Place, Scalar] = {}
    for at, (row, values) in enumerate(zip(want, told, strict=True)):
        local = kept[at] if at < len(kept) else None
        if local is not None:
            keys[*row.dot, row.index] = local.key
            continue
        calendars.require_row(table.name, table.names, values)
        names = list(table.names[: len(values)])
        put: list[object] = [
            bytes.fromhex(str(value)) if name in table.bytes_in else value
            for name, value in zip(names, values, strict=True)
        ]
        if table.numbered:
            names.append(table.identity)
            put.append(following)
        if table.counted:
            names.append(table.counted)
            put.append(at + 1)
        if table.name == "law_packs":
            names.append("seq")
            put.append(db.scalar("SELECT ifnull(max(seq), 0) + 1 FROM law_packs"))
        db.execute(_insert(table, tuple(names)), put)
        keys[*row.dot, row.index] = (
            following if table.numbered else values[table.names.index(table.identity)]
        )
        following += 1
    return keys


def _following(db: Database, table: Table, about: str) -> int:
    if table.name == "answers":
        number = int(db.scalar(_NUMBER_OF, (about,)))
        last = db.scalar(
            _LAST_ANSWER,
            (number,),
        )
        return int(last or number << 16) + 1
    return int(db.scalar(f"SELECT ifnull(max({table.identity}), 0) + 1 FROM {table.name}"))


def _clear(db: Database, table: Table, have: Sequence[LocalRow]) -> None:
    db.execute_many(
        f"DELETE FROM {table.name} WHERE {table.identity} = ?", [(local.key,) for local in have]
    )


def _take_away(db: Database, kind: Kind, about: str) -> None:
    # Found before any goes: which files are a case's is told by rows that go first.
    found = rows_of(db, kind, about)
    for table in reversed(kind.tables):
        _clear(db, table, found[table.name])
    take_own_row(db, kind, about)


def _stamp(db: Database, dot: Dot) -> int:
    return journal.stamp_of(db, dot) or 0


def _require_own(table: Table, about: str, rows: Sequence[Values]) -> None:
    """Raise Waits where a row names another subject: nobody would find it again by its own."""
    at = table.names_subject_at
    if at is not None and any(values[at] != about for values in rows):
        raise Waits(OF_ANOTHER)


def _is_same(local: Values, wanted: Values) -> bool:
    return local[: len(wanted)] == wanted


@cache
def _insert(table: Table, names: tuple[str, ...]) -> str:
    marks = ", ".join("?" for _ in names)
    put = "INSERT OR REPLACE" if table.replaces else "INSERT"
    return f"{put} INTO {table.name} ({', '.join(names)}) VALUES ({marks})"
