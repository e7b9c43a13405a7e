"""Step 33: a pack of law is known by its bytes alone, and its version keeps no other one out.

A version is a word that any machine may say of any bytes: whoever said it first kept out the pack
that is really of that version. Packs of which more than one record tells are looked at again when
the next records come, since the first of them stood whether it was true or not
(`law_packs.is_told_truly`).
"""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    "DROP INDEX law_packs_by_version",
    """INSERT OR IGNORE INTO unplaced (subject, about, reason)
       SELECT subject, about, 'It waits for the next records that come.' FROM journal
       WHERE subject = 'pack' GROUP BY subject, about HAVING count(*) > 1""",
)
