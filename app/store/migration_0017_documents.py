"""Step 17: papers as they were shown, and the pages that were copied of them.

How a paper stands is only ever added to: its last row counts. Pages are never altered; they go only
where a removal says who took them out and why, and everything else about the paper stays.
"""

from __future__ import annotations

from app.store.checks import append_only, day, moment, one_of

APPEND_ONLY = ("papers", "document_images", "image_removals")

STATEMENTS: tuple[str, ...] = (
    f"""CREATE TABLE papers (
        entry_id INTEGER PRIMARY KEY,
        evidence_id TEXT NOT NULL,
        registration_id TEXT NOT NULL REFERENCES registrations (registration_id),
        state TEXT NOT NULL {one_of("state", "seen", "copied", "promised")},
        number TEXT NOT NULL,
        promised_by TEXT {day("promised_by")},
        kept_by TEXT NOT NULL,
        kept_at TEXT NOT NULL {moment("kept_at")},
        CHECK ((state = 'promised') = (promised_by IS NOT NULL))
    ) STRICT""",
    "CREATE INDEX papers_by_registration ON papers (registration_id, evidence_id, entry_id)",
    f"""CREATE TABLE document_images (
        image_id TEXT PRIMARY KEY,
        evidence_id TEXT NOT NULL,
        registration_id TEXT NOT NULL REFERENCES registrations (registration_id),
        kind TEXT NOT NULL CHECK (kind <> ''),
        page_count INTEGER NOT NULL CHECK (page_count >= 1),
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        added_by TEXT NOT NULL,
        added_at TEXT NOT NULL {moment("added_at")}
    ) STRICT""",
    "CREATE INDEX images_by_registration ON document_images (registration_id, evidence_id)",
    f"""CREATE TABLE image_removals (
        image_id TEXT PRIMARY KEY REFERENCES document_images,
        reason TEXT NOT NULL CHECK (reason <> ''),
        removed_by TEXT NOT NULL,
        removed_at TEXT NOT NULL {moment("removed_at")}
    ) STRICT""",
    """CREATE TABLE document_pages (
        image_id TEXT NOT NULL REFERENCES document_images,
        page INTEGER NOT NULL CHECK (page >= 1),
        media_type TEXT NOT NULL CHECK (media_type <> ''),
        width INTEGER NOT NULL CHECK (width >= 1),
        height INTEGER NOT NULL CHECK (height >= 1),
        content BLOB NOT NULL,
        PRIMARY KEY (image_id, page)
    ) STRICT""",
    *(statement for table in APPEND_ONLY for statement in append_only(table)),
    """CREATE TRIGGER document_pages_refuses_update BEFORE UPDATE ON document_pages
       BEGIN SELECT RAISE(ABORT, 'document_pages is never altered'); END""",
    """CREATE TRIGGER document_pages_go_with_a_reason BEFORE DELETE ON document_pages
       WHEN NOT EXISTS (SELECT 1 FROM image_removals r WHERE r.image_id = old.image_id)
       BEGIN SELECT RAISE(ABORT, 'a page goes only where its removal is recorded'); END""",
    """CREATE TRIGGER document_pages_of_what_is_there BEFORE INSERT ON document_pages
       WHEN EXISTS (SELECT 1 FROM image_removals r WHERE r.image_id = new.image_id)
       BEGIN SELECT RAISE(ABORT, 'what was taken out stays out'); END""",
)
