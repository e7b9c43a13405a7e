"""Pairs of records that two machines made and that are probably one person's."""

from __future__ import annotations

from app.store import journal
from app.store.database import Database
from app.store.merges import UNMERGED, reads_as

_NOT_JOINED = f"{reads_as('one')} <> {reads_as('other')}"
# Somebody looked at the two and parted them again: they are not proposed a second time.
_NOT_PARTED = f"""
    NOT EXISTS (SELECT 1 FROM patient_merges m WHERE m.act = '{UNMERGED}'
                AND (m.patient_id, m.survivor_id) IN ((one, other), (other, one)))"""
_BY_NUMBER = f"""
    SELECT one, other FROM (
        SELECT a.patient_id AS one, b.patient_id AS other
        FROM shared_nhs_numbers a JOIN shared_nhs_numbers b
            ON b.nhs_number = a.nhs_number AND b.patient_id > a.patient_id)
    WHERE {_NOT_JOINED} AND {_NOT_PARTED} ORDER BY one, other LIMIT ?"""
_MAKER = """
    ifnull((SELECT j.actor FROM journal j WHERE j.subject = 'patient' AND j.about = {column}
            ORDER BY j.stamp, j.actor LIMIT 1), :own)"""
_BY_NAME = f"""
    SELECT one, other FROM (
        SELECT a.patient_id AS one, b.patient_id AS other
        FROM patients a JOIN patients b
            ON b.born = a.born AND b.family_key = a.family_key AND b.given_key = a.given_key
            AND b.patient_id > a.patient_id
        WHERE a.born IS NOT NULL)
    WHERE {_NOT_JOINED} AND {_NOT_PARTED}
        AND {_MAKER.format(column="one")} <> {_MAKER.format(column="other")}
    ORDER BY one, other LIMIT :limit"""

Pair = tuple[str, str]


def by_number(db: Database, *, limit: int) -> tuple[Pair, ...]:
    """Records that hold one NHS number, each made without knowing of the other."""
    return tuple((str(one), str(other)) for one, other in db.each(_BY_NUMBER, (limit,)))


def by_name(db: Database, *, limit: int) -> tuple[Pair, ...]:
    """Records of one name and one date of birth, made at two machines."""
    values = {"own": journal.actor(db), "limit": limit}
    return tuple((str(one), str(other)) for one, other in db.each(_BY_NAME, values))
