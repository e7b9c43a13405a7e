"""The own rows of subjects, brought to what their records add up to; and what they rest on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager

from app.replica.fold import State
from app.replica.record import Scalar, Subject
from app.store import calendars, local_parts, patients, registrations, shared_numbers
from app.store.changes import Changes
from app.store.database import Database
from app.store.local_rows import cells_of_each
from app.store.replicated_shape import Kind, Row

_HAS_PATIENT = "SELECT 1 FROM patients WHERE patient_id = ?"
_HAS_REGISTRATION = "SELECT 1 FROM registrations WHERE registration_id = ?"
_HAS_PACK = "SELECT 1 FROM law_packs WHERE pack_id = ?"
_IS_OURS = "SELECT 1 FROM users WHERE user_id = ?"
_COLLEAGUE = """
    INSERT INTO colleagues (user_id, name, display_name) VALUES (:user_id, :name, :display_name)
    ON CONFLICT (user_id)
    DO UPDATE SET name = excluded.name, display_name = excluded.display_name"""
_RESTS_ON = (
    ("determination_inputs", 1, _HAS_PACK, "the law it was determined with"),
    ("family_links", 2, _HAS_PATIENT, "the record of a relative"),
    ("patient_merges", 2, _HAS_PATIENT, "the record it is joined to"),
    ("document_images", 2, _HAS_REGISTRATION, "the case of a paper"),
)
TAKEN_AWAY = "It was taken away for its age, and somebody worked on it since."
_LAY_DOWN = "INSERT INTO laying_down (one) VALUES (1)"
_LAID_DOWN = "DELETE FROM laying_down"


class Waits(Exception):
    """Something that a subject rests on has not come."""


@contextmanager
def laying_down(db: Database, *, in_any_order: bool) -> Iterator[None]:
    """What happens in the block is the work of other machines, and none of this one's."""
    with db.atomic():
        if in_any_order:  # or every statement would be prepared anew for nothing
            db.defer_rules()
        db.execute(_LAY_DOWN)
        yield
        db.execute(_LAID_DOWN)


def place_own_rows(
    db: Database, kind: Kind, states: Mapping[str, State], rows: Collection[str]
) -> None:
    """Bring the rows of subjects to their cells; raises Waits for what must come first.

    Of those that are not among `rows` nothing but cells has come.
    """
    for about in rows:
        _look_for_what_it_rests_on(db, kind, states[about])
    place = _PLACES.get(kind.subject)
    if place is not None and states:
        place(db, kind, states)


def _look_for_what_it_rests_on(db: Database, kind: Kind, state: State) -> None:
    for table, at, has, what in _RESTS_ON:
        for values in state.values(table):
            if db.first(has, (values[at],)) is None:
                raise Waits(f"It waits for {what}.")
    if kind.subject is Subject.DOCUMENT and state.rows and not state.values("document_images"):
        raise Waits(TAKEN_AWAY)


def take_own_row(db: Database, kind: Kind, about: str) -> None:
    """Take the row of a subject away, where nothing rests on it any more."""
    for row in reversed(kind.rows):
        if row.name == "registrations":
            registrations.never_again(db, about)
            local_parts.take_away(db, about)
            db.execute(
                "DELETE FROM queue_facts WHERE number IN "
                "(SELECT number FROM registrations WHERE registration_id = ?)",
                (about,),
            )
        if row.name == "patients":
            shared_numbers.release(db, about)  # while it still stands beside those it shares with
            patients.forget_ways(db, about)
        if row.name != "users":
            db.execute(f"DELETE FROM {row.name} WHERE {row.key} = ?", (about,))


def _place_cases(db: Database, kind: Kind, states: Mapping[str, State]) -> None:
    registration, feedback = kind.rows
    here = cells_of_each(db, kind, registration, list(states))
    with_feedback = [about for about, state in states.items() if state.cells.of(feedback.name)]
    told_here = cells_of_each(db, kind, feedback, with_feedback) if with_feedback else {}
    changed, told_anew = (
        Changes(registration.name, registration.key),
        Changes(feedback.name, feedback.key),
    )
    for about, state in states.items():
        cells = _cells_of(registration, state)
        stands = here.get(about, {})
        if "number" not in cells:
            raise Waits(TAKEN_AWAY)
        patient = cells["patient_id"]
        if stands.get("patient_id") != patient and db.first(_HAS_PATIENT, (patient,)) is None:
            raise Waits("It waits for the record of its patient.")
        if not stands:
            _begin(db, registration, about, cells)
        changed.note(about, stands, cells)
        told = _cells_of(feedback, state) if with_feedback else {}
        if about in told_here:
            told_anew.note(about, told_here[about], told)
        elif told:
            _insert(db, feedback, about, told)
    changed.make(db)
    told_anew.make(db)


def _begin(db: Database, registration: Row, about: str, cells: Mapping[str, Scalar]) -> None:
    """As a draft, to be finished at once: what keeps the queue follows updates."""
    begun = {"number", "patient_id", "opened_at", "opened_by", "desk", "site", "service_type"}
    put = {name: value for name, value in cells.items() if name in begun}
    _insert(db, registration, about, put | {"admitted": cells.get("admitted", 0)})


def _place_patients(db: Database, kind: Kind, states: Mapping[str, State]) -> None:
    told = {about: _told_of_patient(kind, state) for about, state in states.items()}
    here = patients.rows_of(db, list(states))
    sharing = shared_numbers.sharing(db, list(states))
    # Whose number stays as it is, and is nobody else's, concerns no other record.
    alone = {
        about: cells
        for about, cells in told.items()
        if about in here
        and about not in sharing
        and here[about]["nhs_number"] == cells.get("nhs_number")
    }
    patients.put_each(db, alone, here)
    for about, cells in told.items():
        if about not in alone:
            _place_patient(db, about, cells)


def _told_of_patient(kind: Kind, state: State) -> dict[str, Scalar]:
    cells = _cells_of(kind.rows[0], state)
    if not cells:
        raise Waits("It waits for the patient's own record.")
    if state.taken and "family_name" not in cells:
        raise Waits(TAKEN_AWAY)
    return cells


def _place_patient(db: Database, about: str, cells: Mapping[str, Scalar]) -> None:
    said = cells.get("nhs_number")
    if db.first(_HAS_PATIENT, (about,)) is None:
        patients.put(db, about, {**cells, "nhs_number": None})
    shown = shared_numbers.admit(db, about, None if said is None else str(said))
    patients.put(db, about, {**cells, "nhs_number": shown})


def _place_people(db: Database, kind: Kind, states: Mapping[str, State]) -> None:
    for about, state in states.items():
        cells = _cells_of(kind.rows[0], state)
        if cells and db.first(_IS_OURS, (about,)) is None:
            db.execute(_COLLEAGUE, {"user_id": about, "name": "", "display_name": ""} | cells)


def _cells_of(row: Row, state: State) -> dict[str, Scalar]:
    """The cells of a row that this program knows, in the order of its columns."""
    said = state.cells.of(row.name)
    cells = {name: said[name] for name in row.names if name in said}
    calendars.require_cells(row.names, cells)
    return cells


def _insert(db: Database, row: Row, about: str, cells: Mapping[str, Scalar]) -> None:
    names = (row.key, *cells)
    marks = ", ".join("?" for _ in names)
    db.execute(
        f"INSERT INTO {row.name} ({', '.join(names)}) VALUES ({marks})", (about, *cells.values())
    )


_PLACES: Mapping[Subject, Callable[[Database, Kind, Mapping[str, State]], None]] = {
    Subject.CASE: _place_cases,
    Subject.PATIENT: _place_patients,
    Subject.PERSON: _place_people,
}
