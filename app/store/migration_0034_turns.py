"""Step 34: what two people agreed to remove goes a few cases at a time, and each turn is kept.

Others at the records wait for one turn, not for the whole list. What the turns removed stands here
until the last of them rules on the list, so a list that was begun is finished by whoever approves
it next, and its certificate counts all of it.
"""

from __future__ import annotations

from app.store.checks import append_only, json, moment

STATEMENTS: tuple[str, ...] = (
    f"""CREATE TABLE removal_turns (
        entry_id INTEGER PRIMARY KEY,
        removal_id INTEGER NOT NULL REFERENCES removals,
        cases INTEGER NOT NULL CHECK (cases >= 1),
        figures TEXT NOT NULL {json("figures")},
        made_by TEXT NOT NULL REFERENCES users (user_id),
        made_at TEXT NOT NULL {moment("made_at")}
    ) STRICT""",
    "CREATE INDEX removal_turns_by_removal ON removal_turns (removal_id, entry_id)",
    """CREATE TRIGGER removal_turns_by_another BEFORE INSERT ON removal_turns
       WHEN new.made_by = (SELECT proposed_by FROM removals WHERE removal_id = new.removal_id)
       BEGIN SELECT RAISE(ABORT, 'no one approves their own list'); END""",
    *append_only("removal_turns"),
)
