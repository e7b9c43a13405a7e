"""Nothing a patient told us can be read from any file left on disk."""

from __future__ import annotations

import shutil
from pathlib import Path

from app.core.trust import Mode
from app.store import folder
from app.store.key_file import Protection
from tests.store.samples import AT, CHEAP, PASSPHRASE
from tests.store.whole_store import fill

CANARIES = [
    "okafor",
    "Okafor",
    "Ikeja",
    "Canaryword",
    "9990000018",
    "E1 1ZZ",
    "ada@example.org",
    "Nigeria",
    "a.officer",
    "%PDF",
    "SQLite format 3",
    "CREATE TABLE",
    PASSPHRASE,
]


def test_no_patient_string_in_any_file_left_on_disk(tmp_path: Path) -> None:
    live = folder.NewStore(store_id="s", mode=Mode.LIVE, created_at=AT)
    locked = Protection(passphrase=PASSPHRASE, cost=CHEAP)
    db = folder.create_store(tmp_path / "s", live, locked)
    fill(db)
    shutil.copytree(tmp_path / "s", tmp_path / "while open")
    db.close()
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {path.name for path in files} >= {"recoup.db", "recoup.db-wal", "recoup.db-shm"}
    for path in files:
        content = path.read_bytes()
        for canary in CANARIES:
            for spelled in (canary.encode(), canary.encode("utf-16-le")):
                assert spelled not in content, (path.name, canary)
