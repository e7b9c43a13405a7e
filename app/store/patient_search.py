"""The statements of the one search box; each is a seek in an index, none reads a table through.

Every function gives bare tuples for `app.core.match.Match`, with the folded name and the merge
behind them (`Hit`): twenty at each key, so nothing heavier is made of them here.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from app.core.match import Match, Reason
from app.core.people import in_banner_order
from app.store.database import Database, Parameters

_MOST_WAYS = 500  # looked at for a day of birth, of a word that very many bear
_AFTER_ALL = "\U0010ffff"
_SHOWN = """
    p.patient_id, p.family_name, p.given_names, p.title, p.born, p.died, p.nhs_number, p.postcode"""
_HIT = f"{_SHOWN}, p.family_key, p.given_key, NULL"
# Whether anything was ever merged is asked first, whose record a hit is only then.
_ANY_MERGED = "SELECT 1 FROM patient_aliases LIMIT 1"
_MERGED = """
    SELECT a.patient_id, a.read_as FROM json_each(?) found
    CROSS JOIN patient_aliases a ON a.patient_id = found.value"""
_FROM = "FROM patients p"
_BY_ID = f"SELECT {_HIT} {_FROM} WHERE p.patient_id = ?"
_BY_NHS_NUMBER = f"SELECT {_HIT} {_FROM} WHERE p.nhs_number = ?"
_NHS_NUMBER_BEGINS = f"""
    SELECT {_HIT} {_FROM} WHERE p.nhs_number >= ? AND p.nhs_number < ?
    ORDER BY p.nhs_number LIMIT ?"""
_BY_NUMBER = """
    SELECT kind, patient_id FROM patient_numbers WHERE number = ? ORDER BY kind, patient_id
    LIMIT ?"""
_NUMBER_BEGINS = """
    SELECT patient_id FROM patient_numbers WHERE number >= ? AND number < ?
    ORDER BY number, kind, patient_id LIMIT ?"""
# The seek itself tells that the name is the one typed: its folded form need not be read. All that
# is shown stands in the index (migration 0022).
_FAMILY_BEGINS = f"""
    SELECT {_SHOWN} {_FROM} WHERE p.family_key >= ? AND p.family_key < ?
    ORDER BY p.family_key, p.given_key, p.born LIMIT ?"""
_FAMILY_AND_GIVEN = f"""
    SELECT {_HIT} {_FROM}
    WHERE p.family_key = ? AND p.given_key >= ? AND p.given_key < ?
    ORDER BY p.given_key, p.born LIMIT ?"""
_WORD_BEGINS = f"""
    SELECT {_HIT} FROM patient_name_ways w CROSS JOIN patients p ON p.patient_id = w.patient_id
    WHERE w.word >= ? AND w.word < ? ORDER BY w.word, w.rest LIMIT ?"""
# Lists come as JSON: SQLite walks them itself, each item a seek of its own, in the order given.
_WAYS = """
    json_each(:words) first CROSS JOIN json_each(:rests) second
    CROSS JOIN patient_name_ways w ON w.word = first.value
        AND w.rest >= second.value AND w.rest < second.value || char(1114111)"""
_NAMED = f"""
    SELECT {_HIT} FROM {_WAYS}
    CROSS JOIN patients p ON p.patient_id = w.patient_id
    LIMIT :limit"""
_BORN_NAMED = f"""
    SELECT {_HIT} FROM (SELECT w.patient_id FROM {_WAYS} LIMIT {_MOST_WAYS}) few
    CROSS JOIN patients p ON p.patient_id = few.patient_id AND p.born IS :born
    LIMIT :limit"""
_BORN = f"SELECT {_HIT} {_FROM} WHERE p.born IS ? ORDER BY p.family_key, p.given_key LIMIT ?"
_BORN_AND_FAMILY = f"""
    SELECT {_HIT} FROM json_each(:families) first CROSS JOIN patients p
        ON p.born IS :born
        AND p.family_key >= first.value AND p.family_key < first.value || char(1114111)
    LIMIT :limit"""
_BORN_FAMILY_AND_GIVEN = f"""
    SELECT {_HIT} FROM json_each(:families) first CROSS JOIN json_each(:givens) second
    CROSS JOIN patients p ON p.born IS :born AND p.family_key = first.value
        AND p.given_key >= second.value AND p.given_key < second.value || char(1114111)
    LIMIT :limit"""
_WORDS_OF_KEYS = """
    SELECT k.word FROM json_each(?) sought CROSS JOIN name_word_keys k ON k.key = sought.value
    LIMIT ?"""
_READ_THROUGH = (
    "SELECT count(*) FROM patients INDEXED BY patients_by_name WHERE family_key >= ''",
    "SELECT count(*) FROM name_word_keys",
)


class Hit(NamedTuple):
    """A row of a search: what a `Match` shows, the folded name, and whose record it is read as."""

    patient_id: str
    family_name: str
    given_names: str
    title: str
    born: str | None
    died: str | None
    nhs_number: str | None
    postcode: str
    family_key: str
    given_key: str
    read_as: str | None


def by_id(db: Database, patient_id: str) -> list[Hit]:
    """One record as it is."""
    return _hits(db, _BY_ID, (patient_id,))


def by_nhs_number(db: Database, digits: str) -> list[Hit]:
    """The record with this NHS number."""
    return _hits(db, _BY_NHS_NUMBER, (digits,))


def nhs_number_begins(db: Database, digits: str, limit: int) -> list[Hit]:
    """Records whose NHS number begins with these digits."""
    return _hits(db, _NHS_NUMBER_BEGINS, (digits, digits + _AFTER_ALL, limit))


def by_number(db: Database, number: str, limit: int) -> list[tuple[str, Hit]]:
    """Records with a number of a paper, card or telephone, each with the kind of number."""
    found = list(db.each(_BY_NUMBER, (number, limit)))
    return [(kind, hit) for kind, patient_id in found for hit in by_id(db, patient_id)]


def number_begins(db: Database, number: str, limit: int) -> list[Hit]:
    """Records with a number that begins so."""
    found = [row[0] for row in db.each(_NUMBER_BEGINS, (number, number + _AFTER_ALL, limit))]
    return [hit for patient_id in dict.fromkeys(found) for hit in by_id(db, patient_id)]


def family_begins(db: Database, family: str, limit: int) -> list[tuple[Any, ...]]:
    """Records whose folded family name begins so, in the order of names: what of them is shown."""
    return db.tuples(_FAMILY_BEGINS, (family, family + _AFTER_ALL, limit))


def as_hits(db: Database, shown: Sequence[tuple[Any, ...]]) -> list[Hit]:
    """Records of `family_begins` with whose record each is read as; without their keys."""
    return _read_as(db, [Hit._make((*row, "", "", None)) for row in shown])


def as_matches(
    db: Database, shown: Sequence[tuple[Any, ...]], reason: Reason
) -> tuple[Match, ...] | None:
    """The same to be shown as they are; None where one of them was merged into another."""
    if _merged(db, [row[0] for row in shown]):
        return None
    rest = (reason, "")
    return tuple([Match._make(row + rest) for row in shown])


def family_and_given(db: Database, family: str, given: str, limit: int) -> list[Hit]:
    """Records of this folded family name whose given names begin so."""
    return _hits(db, _FAMILY_AND_GIVEN, (family, given, given + _AFTER_ALL, limit))


def word_begins(db: Database, word: str, limit: int) -> list[Hit]:
    """Records with any word of the name beginning so."""
    return _hits(db, _WORD_BEGINS, (word, word + _AFTER_ALL, limit))


def named(db: Database, words: Sequence[str], rests: Sequence[str], limit: int) -> list[Hit]:
    """Records with one of the words in a half of the name, the other half beginning as one says.

    In the order of the words; an empty rest is any.
    """
    values = {"words": json.dumps(words), "rests": json.dumps(rests), "limit": limit}
    return _hits(db, _NAMED, values)


def born_on(db: Database, born: str | None, limit: int) -> list[Hit]:
    """Records of this day of birth; of none known with None."""
    return _hits(db, _BORN, (born, limit))


def born_and_family(
    db: Database,
    born: str | None,
    families: Sequence[str],
    limit: int,
    *,
    givens: Sequence[str] = (),
) -> list[Hit]:
    """Records of a day of birth (of none known with None) whose family name begins as one says.

    With `givens` the family name is one of those, and the given names begin as one says.
    """
    values = {"families": json.dumps(families), "born": born, "limit": limit}
    if not givens:
        return _hits(db, _BORN_AND_FAMILY, values)
    return _hits(db, _BORN_FAMILY_AND_GIVEN, values | {"givens": json.dumps(givens)})


def born_and_named(
    db: Database, born: str | None, words: Sequence[str], rests: Sequence[str], limit: int
) -> list[Hit]:
    """As `named`, among those of a day of birth; of none known with None."""
    values = {"words": json.dumps(words), "rests": json.dumps(rests), "limit": limit}
    return _hits(db, _BORN_NAMED, values | {"born": born})


def words_with_keys(db: Database, keys: Sequence[str], limit: int) -> set[str]:
    """Words that somebody here is called by, with one of these sounds or pieces."""
    return {row[0] for row in db.each(_WORDS_OF_KEYS, (json.dumps(keys), limit))}


def read_through(db: Database) -> None:
    """Read the indexes of names once, so that the first search finds them in memory."""
    for statement in _READ_THROUGH:
        db.scalar(statement)


def as_match(db: Database, hit: Hit, reason: Reason) -> Match:
    """The patient to show: the survivor, where the record found was merged into another."""
    if hit.read_as is None:
        return Match._make((*hit[:8], reason, ""))
    (survivor,) = by_id(db, hit.read_as)
    name = in_banner_order(hit.family_name, hit.given_names, hit.title)
    return Match(*survivor[:8], Reason.MERGED, name)


def _hits(db: Database, sql: str, parameters: Parameters) -> list[Hit]:
    return _read_as(db, list(map(Hit._make, db.tuples(sql, parameters))))


def _read_as(db: Database, hits: list[Hit]) -> list[Hit]:
    merged = _merged(db, [hit.patient_id for hit in hits])
    return [hit._replace(read_as=merged.get(hit.patient_id)) for hit in hits] if merged else hits


def _merged(db: Database, patient_ids: Sequence[str]) -> dict[str, str]:
    """Whose record each of these is read as, of those that were merged."""
    if not patient_ids or not db.tuples(_ANY_MERGED):
        return {}
    return dict(db.tuples(_MERGED, (json.dumps(patient_ids),)))
