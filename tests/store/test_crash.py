"""Hazard H10: a process killed at any moment loses nothing it said was saved."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.store import audit, folder
from app.store.folder import DATABASE_FILE
from app.store.key_file import Protection
from tests.store.crash_child import QUESTIONS, die_while_making
from tests.store.samples import NEW

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a POSIX thing")


def start(*arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.store.crash_child", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


@pytest.mark.slow
def test_h10_killed_while_working_nothing_is_lost_halved_or_doubled(store_folder: Path) -> None:
    chance = random.Random(9)
    said = 0
    for _ in range(6):
        child = start("work", str(store_folder))
        assert child.stdout is not None
        for _ in range(chance.randrange(1, 40)):
            said = int(child.stdout.readline())
        time.sleep(chance.random() / 100)
        child.kill()
        said = max([said, *(int(line) for line in child.stdout.read().split())])
        child.wait()
        child.stdout.close()
        with folder.open_store(store_folder) as db:
            kept = db.scalar("SELECT count(*) FROM registrations")
            assert kept in (said, said + 1)  # the last may be on disk and not yet spoken of
            assert db.scalar("SELECT count(*) FROM answers") == kept * QUESTIONS
            assert db.scalar("SELECT count(*) FROM outbox") == kept
            report = audit.verify(db)
            assert (report.rows, report.sound) == (kept, True)
            assert db.check_integrity() == ()
            said = kept


def test_h10_an_act_killed_halfway_never_was(store_folder: Path) -> None:
    child = start("halfway", str(store_folder))
    assert child.stdout is not None
    assert child.stdout.readline() == "halfway\n"
    child.kill()
    child.wait()
    child.stdout.close()
    with folder.open_store(store_folder) as db:
        assert db.scalar("SELECT count(*) FROM patients") == 0
        assert db.scalar("SELECT count(*) FROM registrations") == 0
        assert db.scalar("SELECT count(*) FROM answers") == 0


def test_h10_killed_while_making_a_store_it_is_made_again(tmp_path: Path) -> None:
    for step in range(1, 60):
        store_folder = tmp_path / str(step)
        if not _killed_while_making(store_folder, step):
            break
        if not (store_folder / folder.DATABASE_FILE).exists():
            folder.create_store(store_folder, NEW, Protection()).close()
        with folder.open_store(store_folder) as db:
            assert db.check_integrity() == ()
    assert step > 6


def _killed_while_making(store_folder: Path, step: int) -> bool:
    """Whether a forked process that makes a store died before the step of that number."""
    child = os.fork()
    if child == 0:
        die_while_making(store_folder, step)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def test_h10_a_page_torn_as_it_was_moved_out_of_the_log_is_no_damage(
    store_folder: Path, tmp_path: Path
) -> None:
    """The file is read page by page; what stands whole in the log is put there first."""
    torn = tmp_path / "torn"
    with folder.open_store(store_folder) as db:
        page = int(db.scalar("PRAGMA page_size"))
        db.scalar("VACUUM")  # every page anew, in the log
        shutil.copytree(store_folder, torn)
    with (torn / DATABASE_FILE).open("rb+") as file:
        file.seek(3 * page + page // 2)
        file.write(bytes(page))
    with folder.open_store(torn) as db:
        db.require_sound()
        assert audit.verify(db).sound
