"""Step 27: laptops that hold little for long, and machines that join later.

`let_go` names the subjects whose rows left this machine because others have them: what comes of
them later stays away. While `laying_down` has a row the newest registration may go too, for
`app.store.registrations.never_again` keeps its number from being given again, and so may pages.
`served_again` and `owed_again` say which other officers' machines were sent what they could not
open when it came.
"""

from __future__ import annotations

from app.store.checks import moment

STATEMENTS: tuple[str, ...] = (
    f"""CREATE TABLE let_go (
        subject TEXT NOT NULL,
        about TEXT NOT NULL,
        at TEXT NOT NULL {moment("at")},
        PRIMARY KEY (subject, about)
    ) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE served_again (
        key_print TEXT PRIMARY KEY,
        at TEXT NOT NULL {moment("at")}
    ) STRICT""",
    """CREATE TABLE owed_again (
        key_print TEXT NOT NULL,
        actor TEXT NOT NULL,
        number INTEGER NOT NULL,
        PRIMARY KEY (key_print, actor, number)
    ) STRICT, WITHOUT ROWID""",
    "DROP TRIGGER registrations_newest_stays",
    """CREATE TRIGGER registrations_newest_stays BEFORE DELETE ON registrations
       WHEN old.number = (SELECT max(number) FROM registrations)
         AND NOT EXISTS (SELECT 1 FROM laying_down)
       BEGIN SELECT RAISE(ABORT, 'a reference is never given twice'); END""",
    "DROP TRIGGER document_pages_go_with_a_reason",
    """CREATE TRIGGER document_pages_go_with_a_reason BEFORE DELETE ON document_pages
       WHEN NOT EXISTS (SELECT 1 FROM image_removals r WHERE r.image_id = old.image_id)
         AND NOT EXISTS (SELECT 1 FROM laying_down)
       BEGIN SELECT RAISE(ABORT, 'a page goes only where its removal is recorded'); END""",
)
