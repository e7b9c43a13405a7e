"""A desk that is about to be killed: run by test_crash.py, never imported by the program."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.store import answers, audit, folder, outbox, patients, registrations
from app.store.key_file import Protection
from tests.store.samples import ADA, AT, NEW, answered, happening, opening

QUESTIONS = 25


def work(store_folder: Path) -> None:
    """Register for ever, each visit one act, saying so only after it is on disk."""
    db = folder.open_store(store_folder)
    if not db.first("SELECT 1 FROM patients"):
        with db.atomic():
            patients.add(db, ADA)
    number = int(db.scalar("SELECT count(*) FROM registrations"))
    while True:
        registration_id = f"r-{number}"
        with db.atomic():
            registrations.open_new(db, opening(registration_id))
            for question in range(QUESTIONS):
                answers.save(db, registration_id, answered(f"q{question}"))
            audit.record(db, happening(subject=registration_id))
            outbox.put(db, "CUS", {"registration": registration_id}, AT)
        number += 1
        print(number, flush=True)


def stop_halfway(store_folder: Path) -> None:
    """Open an act, write in it, say so, and never finish it."""
    db = folder.open_store(store_folder)
    with db.atomic():
        patients.add(db, ADA)
        registrations.open_new(db, opening())
        answers.save(db, "r-1", answered("q1"))
        print("halfway", flush=True)
        time.sleep(60)


def die_while_making(store_folder: Path, step: int) -> None:
    """Make a store and kill this process before its `step`-th call that changes the folder."""
    left = step

    def counted(original: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            nonlocal left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return original(*arguments, **named)

        return call

    for owner, name in (
        (os, "fsync"),
        (os, "open"),
        (os, "replace"),
        (os, "rename"),
        (os, "mkdir"),
        (os, "unlink"),
    ):
        setattr(owner, name, counted(getattr(owner, name)))
    folder.create_store(store_folder, NEW, Protection())


if __name__ == "__main__":
    if sys.argv[1] == "work":
        work(Path(sys.argv[2]))
    else:
        stop_halfway(Path(sys.argv[2]))
