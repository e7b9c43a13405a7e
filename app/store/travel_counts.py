"""How far this machine's own records have come: here alone, on the share, taken by the trust.

A case counts as taken once every record of it lies in an envelope whose receipt named its hash;
until then it stands as its record that has come the least far.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.core.ports import stamp
from app.replica.record import moment_of
from app.store.database import Database


class Standing(StrEnum):
    """How far a case has come; `came` was brought in by the share and has nothing to send."""

    DRAFT = "draft"
    HERE = "here"
    ON_SHARE = "on_share"
    TAKEN = "taken"
    CAME = "came"


@dataclass(frozen=True, slots=True)
class Counts:
    """Cases that are not taken yet, and since when the oldest waits; empty where none does.

    `records` counts every record that no envelope holds yet, of cases and of all else.
    """

    here: int
    on_share: int
    records: int
    unsent: int  # envelopes the share was not seen to hold
    untaken: int  # envelopes without a receipt
    waiting_since: str
    sent_since: str
    last_sent: str


_OWN = "(SELECT value FROM meta WHERE key = 'actor')"
_CASES = "e.content = 'cases'"
_SEALED = "(SELECT ifnull(max(last_record), 0) FROM envelopes_out WHERE content = 'cases')"
_UNRECORDED = """
    SELECT t.about AS about FROM touched t JOIN registrations r ON r.registration_id = t.about
    WHERE t.subject = 'case' AND r.finished_at IS NOT NULL"""
# For each case not taken yet: 0 where something of it is on this machine alone, else 1.
_NOT_TAKEN = f"""
    SELECT about, min(sent) AS sent FROM (
        SELECT about, 0 AS sent FROM ({_UNRECORDED})
        UNION ALL
        SELECT about, 0 FROM journal
        WHERE actor = {_OWN} AND number > {_SEALED} AND subject = 'case'
        UNION ALL
        SELECT j.about, e.sent_at IS NOT NULL FROM envelopes_out e JOIN journal j
            ON j.actor = {_OWN} AND j.number BETWEEN e.first_record AND e.last_record
        WHERE e.taken_at IS NULL AND {_CASES} AND j.subject = 'case'
    ) GROUP BY about"""
_COUNTS = f"""
    SELECT ifnull(sum(sent = 0), 0), ifnull(sum(sent = 1), 0) FROM ({_NOT_TAKEN})"""
_RECORDS = f"SELECT count(*), min(stamp) FROM journal WHERE actor = {_OWN} AND number > {_SEALED}"
_TOUCHED = f"SELECT count(*) FROM ({_UNRECORDED})"
_ENVELOPES = """
    SELECT ifnull(sum(sent_at IS NULL), 0), count(*),
        ifnull(min(CASE WHEN sent_at IS NULL THEN made_at END), ''), ifnull(min(sent_at), '')
    FROM envelopes_out WHERE taken_at IS NULL"""
_LAST_SENT = """
    SELECT ifnull(sent_at, '') FROM envelopes_out WHERE sent_at IS NOT NULL
    ORDER BY sequence DESC LIMIT 1"""
_TAKEN = f"""
    SELECT count(DISTINCT about) FROM journal
    WHERE subject = 'case' AND actor = {_OWN} AND about NOT IN (SELECT about FROM ({_NOT_TAKEN}))"""
# By the few records of each case, and the few envelopes without a receipt: a screen's rows are read
# while much may wait.
_OWN_RECORDS = f"journal j WHERE j.subject = 'case' AND j.about = w.value AND j.actor = {_OWN}"
_OPEN = f"e.taken_at IS NULL AND {_CASES} AND j.number BETWEEN e.first_record AND e.last_record"
_STANDINGS = f"""
    SELECT r.registration_id, r.finished_at IS NULL,
        EXISTS (SELECT 1 FROM {_OWN_RECORDS}),
        EXISTS (SELECT 1 FROM touched t WHERE t.subject = 'case' AND t.about = w.value)
            OR EXISTS (SELECT 1 FROM {_OWN_RECORDS} AND (j.number > {_SEALED} OR EXISTS (
                SELECT 1 FROM envelopes_out e WHERE {_OPEN} AND e.sent_at IS NULL))),
        EXISTS (SELECT 1 FROM {_OWN_RECORDS} AND EXISTS (
            SELECT 1 FROM envelopes_out e WHERE {_OPEN}))
    FROM json_each(?1) w JOIN registrations r ON r.registration_id = w.value"""


def counts(db: Database) -> Counts:
    """What is not taken yet; cheap where little waits, however much was taken."""
    here, on_share = db.first(_COUNTS) or (0, 0)
    unsent, untaken, made, sent = db.first(_ENVELOPES) or (0, 0, "", "")
    records, first = db.first(_RECORDS) or (0, None)
    return Counts(
        here=int(here),
        on_share=int(on_share),
        records=int(records) + int(db.scalar(_TOUCHED)),
        unsent=int(unsent),
        untaken=int(untaken),
        waiting_since=str(made) or _moment(first),
        sent_since=str(sent),
        last_sent=str(db.scalar(_LAST_SENT) or ""),
    )


def taken(db: Database) -> int:
    """Own cases of which everything was taken."""
    return int(db.scalar(_TAKEN))


def standings(db: Database, registration_ids: Sequence[str]) -> dict[str, Standing]:
    """How far each of some cases has come; those that are not here are left out."""
    found = db.each(_STANDINGS, (json.dumps(list(registration_ids)),))
    return {
        about: _standing(draft=draft, own=own, here=here, on_share=on_share)
        for about, draft, own, here, on_share in found
    }


def _standing(*, draft: int, own: int, here: int, on_share: int) -> Standing:
    if draft:
        return Standing.DRAFT
    if here:
        return Standing.HERE
    if on_share:
        return Standing.ON_SHARE
    return Standing.TAKEN if own else Standing.CAME


def _moment(first: int | None) -> str:
    """A record's stamp, in milliseconds, as moments are kept."""
    return "" if first is None else stamp(moment_of(int(first)))
