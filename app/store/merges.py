"""Records that turned out to be one person: which is read as which, and how that came.

Nothing of either record is changed. Rows stay on the record they were made on, and whoever reads
them reads the person as the survivor's record tells them (`reads_as`).
"""

from __future__ import annotations

from dataclasses import dataclass

from app.store.database import Database

MERGED, UNMERGED = "merged", "unmerged"
_ADD = """
    INSERT INTO patient_merges (act, patient_id, survivor_id, reason, made_by, made_at)
    VALUES (:act, :patient_id, :survivor_id, :reason, :made_by, :made_at)"""
_LINK = "INSERT INTO patient_aliases (patient_id, survivor_id, read_as) VALUES (?, ?, ?)"
_UNLINK = "DELETE FROM patient_aliases WHERE patient_id = ?"
_SURVIVOR = "SELECT survivor_id FROM patient_aliases WHERE patient_id = ?"
_READ_AS = "SELECT read_as FROM patient_aliases WHERE patient_id = ?"
# Everyone whose way leads through this record, and themselves.
_BELOW = """
    WITH RECURSIVE below (patient_id) AS (
        VALUES (:top)
        UNION SELECT a.patient_id FROM patient_aliases a JOIN below b
              ON a.survivor_id = b.patient_id)
    UPDATE patient_aliases SET read_as = :read_as
    WHERE patient_id IN (SELECT patient_id FROM below) AND patient_id <> :read_as"""
_STANDING = """
    SELECT patient_id, survivor_id FROM patient_merges m
    WHERE act = ? AND entry_id = (SELECT max(entry_id) FROM patient_merges n
                                  WHERE n.patient_id = m.patient_id)
    ORDER BY made_at, patient_id"""
_MEMBERS = "SELECT patient_id FROM patient_aliases WHERE read_as = ? ORDER BY patient_id"
_DIRECT = "SELECT patient_id FROM patient_aliases WHERE survivor_id = ? ORDER BY patient_id"
_HISTORY = """
    SELECT act, patient_id, survivor_id, reason, made_by, made_at FROM patient_merges
    WHERE patient_id = :it OR survivor_id = :it ORDER BY entry_id"""


def reads_as(column: str) -> str:
    """The id of the record that a column's patient is read as, for named statements."""
    return (
        f"ifnull((SELECT read_as FROM patient_aliases alias WHERE alias.patient_id = {column}), "
        f"{column})"
    )


def records_of(column: str) -> str:
    """Every record of the person a column's patient is, as a list for named statements."""
    top = reads_as(column)
    return f"(SELECT {top} UNION SELECT patient_id FROM patient_aliases WHERE read_as = {top})"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredMerge:
    """One record joined to another, or parted from it again: by whom, when and why."""

    act: str  # MERGED, UNMERGED
    patient_id: str
    survivor_id: str
    reason: str
    made_by: str
    made_at: str


def merge(db: Database, made: StoredMerge) -> None:
    """From now on read one record as another; the caller owns the transaction."""
    top = read_as(db, made.survivor_id)
    db.execute(_ADD, _values(made))
    db.execute(_LINK, (made.patient_id, made.survivor_id, top))
    db.execute(_BELOW, {"top": made.patient_id, "read_as": top})


def unmerge(db: Database, made: StoredMerge) -> None:
    """Read a record as itself again, with those that were merged into it before."""
    db.execute(_ADD, _values(made))
    db.execute(_UNLINK, (made.patient_id,))
    db.execute(_BELOW, {"top": made.patient_id, "read_as": made.patient_id})


def enter_again(db: Database, made: StoredMerge) -> None:
    """Let a merge, or the undoing of one, stand as the newest; the caller owns the transaction."""
    db.execute(_ADD, _values(made))
    follow_all(db)


def follow_all(db: Database) -> None:
    """Read every record as the newest merge or undoing of it says, from whichever machine.

    Of merges that would lead in a circle the oldest stand. The caller owns the transaction.
    """
    db.execute("DELETE FROM patient_aliases")
    for patient_id, survivor_id in db.tuples(_STANDING, (MERGED,)):
        top = read_as(db, survivor_id)
        if top != patient_id:
            db.execute(_LINK, (patient_id, survivor_id, top))
            db.execute(_BELOW, {"top": patient_id, "read_as": top})


def survivor_of(db: Database, patient_id: str) -> str | None:
    """The record this one was merged into, or None."""
    found = db.scalar(_SURVIVOR, (patient_id,))
    return None if found is None else str(found)


def read_as(db: Database, patient_id: str) -> str:
    """The record that tells who this patient is: their own, or the survivor of merges."""
    found = db.scalar(_READ_AS, (patient_id,))
    return patient_id if found is None else str(found)


def members(db: Database, patient_id: str) -> tuple[str, ...]:
    """All records of a person: the one they are read as first."""
    top = read_as(db, patient_id)
    return (top, *(str(row["patient_id"]) for row in db.rows(_MEMBERS, (top,))))


def merged_into(db: Database, patient_id: str) -> tuple[str, ...]:
    """The records that were merged into this very one."""
    return tuple(str(row["patient_id"]) for row in db.rows(_DIRECT, (patient_id,)))


def history(db: Database, patient_id: str) -> tuple[StoredMerge, ...]:
    """Every merge and undoing of a record, oldest first."""
    return tuple(StoredMerge(**row) for row in db.rows(_HISTORY, {"it": patient_id}))


def _values(made: StoredMerge) -> dict[str, str]:
    return {
        "act": made.act,
        "patient_id": made.patient_id,
        "survivor_id": made.survivor_id,
        "reason": made.reason,
        "made_by": made.made_by,
        "made_at": made.made_at,
    }
