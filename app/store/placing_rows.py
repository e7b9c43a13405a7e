"""The one row of a subject, brought to what its records add up to; and what it rests on."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.replica.fold import State
from app.replica.record import Scalar, Subject
from app.store import local_parts, patients, registrations, shared_numbers
from app.store.database import Database
from app.store.replicated_shape import Kind, Row

_HAS_PATIENT = "SELECT 1 FROM patients WHERE patient_id = ?"
_HAS_REGISTRATION = "SELECT 1 FROM registrations WHERE registration_id = ?"
_HAS_PACK = "SELECT 1 FROM law_packs WHERE pack_id = ?"
_HAS_FEEDBACK = "SELECT 1 FROM feedback WHERE registration_id = ?"
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


class Waits(Exception):
    """Something that a subject rests on has not come."""


def place_own_row(db: Database, kind: Kind, about: str, state: State) -> None:
    """Bring the row of a subject to its cells; raises Waits for what must come first."""
    for table, at, has, what in _RESTS_ON:
        for values in state.values(table):
            if db.first(has, (values[at],)) is None:
                raise Waits(f"It waits for {what}.")
    if kind.subject is Subject.DOCUMENT and state.rows and not state.values("document_images"):
        raise Waits(TAKEN_AWAY)
    place = _PLACES.get(kind.subject)
    if place is not None:
        place(db, kind, about, state)


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
            patients.forget_ways(db, about)
            shared_numbers.release(db, about)
        if row.name != "users":
            db.execute(f"DELETE FROM {row.name} WHERE {row.key} = ?", (about,))


def _place_case(db: Database, kind: Kind, about: str, state: State) -> None:
    registration, feedback = kind.rows
    cells = _cells_of(registration, state)
    if "number" not in cells:
        raise Waits(TAKEN_AWAY)
    if db.first(_HAS_PATIENT, (cells["patient_id"],)) is None:
        raise Waits("It waits for the record of its patient.")
    if db.first(_HAS_REGISTRATION, (about,)) is None:
        # Begun as a draft and finished at once: what keeps the queue follows updates.
        begun = {"number", "patient_id", "opened_at", "opened_by", "desk", "site", "service_type"}
        _insert(
            db,
            registration,
            about,
            {k: v for k, v in cells.items() if k in begun} | {"admitted": cells.get("admitted", 0)},
        )
    _update(db, registration, about, cells)
    told = _cells_of(feedback, state)
    if told:
        if db.first(_HAS_FEEDBACK, (about,)) is None:
            _insert(db, feedback, about, told)
        else:
            _update(db, feedback, about, told)


def _place_patient(db: Database, kind: Kind, about: str, state: State) -> None:
    cells = _cells_of(kind.rows[0], state)
    if not cells:
        raise Waits("It waits for the patient's own record.")
    if state.taken and "family_name" not in cells:
        raise Waits(TAKEN_AWAY)
    said = cells.get("nhs_number")
    if db.first(_HAS_PATIENT, (about,)) is None:
        patients.put(db, about, cells | {"nhs_number": None})
    shown = shared_numbers.admit(db, about, None if said is None else str(said))
    patients.put(db, about, cells | {"nhs_number": shown})


def _place_person(db: Database, kind: Kind, about: str, state: State) -> None:
    cells = _cells_of(kind.rows[0], state)
    if cells and db.first(_IS_OURS, (about,)) is None:
        db.execute(_COLLEAGUE, {"user_id": about, "name": "", "display_name": ""} | cells)


def _cells_of(row: Row, state: State) -> dict[str, Scalar]:
    return {
        name: state.cells[row.name, name] for name in row.names if (row.name, name) in state.cells
    }


def _insert(db: Database, row: Row, about: str, cells: Mapping[str, Scalar]) -> None:
    names = (row.key, *cells)
    marks = ", ".join("?" for _ in names)
    db.execute(
        f"INSERT INTO {row.name} ({', '.join(names)}) VALUES ({marks})", (about, *cells.values())
    )


def _update(db: Database, row: Row, about: str, cells: Mapping[str, Scalar]) -> None:
    put = ", ".join(f"{name} = ?" for name in cells)
    db.execute(f"UPDATE {row.name} SET {put} WHERE {row.key} = ?", (*cells.values(), about))


_PLACES: Mapping[Subject, Callable[[Database, Kind, str, State], None]] = {
    Subject.CASE: _place_case,
    Subject.PATIENT: _place_patient,
    Subject.PERSON: _place_person,
}
