"""One durable registration through the store against the same rows in plain SQLCipher.

`python -m benchmarks.save` from the root of the repository. Goal: at most 2 times the plain
transaction. Each saves 1 registration, 25 answers and 1 audit row in one transaction, with
synchronous=FULL, write-ahead log and a raw key. Ours is handed the types of the house and adds
what the store adds: checks, foreign keys, indexes, append-only triggers, JSON, the audit's hash.
The plain one is handed finished rows and has tables with nothing but their keys. A 4 KiB write
with fdatasync shows what the disk allows. Each contestant runs in its own process; rounds
alternate, the best of each counts; the rows of both databases are compared before any timing.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from app.core.people import Patient
from app.core.trust import Mode
from app.store import answers, audit, driver, folder, patients, registrations
from app.store.answers import StoredAnswer
from app.store.audit import Happening
from app.store.key_file import Protection
from app.store.registrations import Opening
from benchmarks.runners import answer, ask, start

ROUNDS, SAVES, WARM_UP, QUESTIONS = 60, 25, 50, 25
GOAL = 2.0
AT = "2026-03-09T09:14:00Z"
Save = Callable[[int], None]
Contestant = tuple[Save, Callable[[], str]]

_PLAIN_TABLES = (
    """CREATE TABLE registrations (number INTEGER PRIMARY KEY, registration_id TEXT UNIQUE,
        patient_id TEXT, opened_at TEXT, opened_by TEXT, desk TEXT, site TEXT,
        service_type TEXT, admitted INTEGER, service_date TEXT)""",
    """CREATE TABLE answers (answer_id INTEGER PRIMARY KEY, registration_id TEXT,
        question_id TEXT, state TEXT, value TEXT, answered_by TEXT, answered_at TEXT)""",
    """CREATE TABLE audit (seq INTEGER PRIMARY KEY, at TEXT, user_id TEXT, user_name TEXT,
        device TEXT, act TEXT, subject TEXT, detail TEXT, previous_hash TEXT, hash TEXT)""",
)
_REGISTRATION = """
    SELECT number, registration_id, patient_id, opened_at, opened_by, desk, site, service_type,
        admitted, service_date FROM registrations ORDER BY number"""
_ANSWERS = """
    SELECT question_id, state, value, answered_by, answered_at FROM answers ORDER BY answer_id"""
_ROWS = (_REGISTRATION, _ANSWERS, "SELECT * FROM audit ORDER BY seq")


def ours(place: Path) -> Contestant:
    """Through the repositories, as a service calls them."""
    new = folder.NewStore(store_id="bench", mode=Mode.DEMO, created_at=AT)
    db = folder.create_store(place, new, Protection())
    with db.atomic():
        patients.add(db, Patient(patient_id="p-1", family_name="Example"))

    ready = [_as_types(number) for number in range(WARM_UP + ROUNDS * SAVES)]

    def save(number: int) -> None:
        opening, given, happening = ready[number]
        with db.atomic():
            registrations.open_new(db, opening)
            answers.save_all(db, opening.registration_id, given)
            audit.record(db, happening)

    return save, lambda: _digest(db.tools.conn)


def plain(place: Path) -> Contestant:
    """The bare driver and rows made ready beforehand."""
    place.mkdir()
    connection = driver.connect(place / "plain.db", b"k" * driver.KEY_BYTES)
    driver.make_durable(connection)
    for statement in _PLAIN_TABLES:
        connection.execute(statement)
    ready = list(_finished_rows(WARM_UP + ROUNDS * SAVES))

    def save(number: int) -> None:
        registration, given, audited = ready[number]
        connection.execute("BEGIN")
        connection.execute(
            f"INSERT INTO registrations VALUES ({_marks(registration)})", registration
        )
        connection.executemany(
            "INSERT INTO answers (registration_id, question_id, state, value, answered_by, "
            "answered_at) VALUES (?, ?, ?, ?, ?, ?)",
            given,
        )
        connection.execute(f"INSERT INTO audit VALUES ({_marks(audited)})", audited)
        connection.execute("COMMIT")

    return save, lambda: _digest(connection)


def disk(place: Path) -> Contestant:
    """What the disk allows: 4 KiB and fdatasync."""
    place.mkdir()
    handle = os.open(place / "raw", os.O_WRONLY | os.O_CREAT)
    block = bytes(4096)

    def save(_: int) -> None:
        os.write(handle, block)
        os.fdatasync(handle)

    return save, lambda: ""


CONTESTANTS: dict[str, Callable[[Path], Contestant]] = {
    "recoup": ours,
    "plain_sqlcipher": plain,
    "fdatasync_4k": disk,
}


def main() -> None:
    """Run the rounds and print the figures, the last line as JSON."""
    with tempfile.TemporaryDirectory() as scratch:
        workers = {name: _start(name, Path(scratch) / name) for name in CONTESTANTS}
        digests = {name: answer(worker) for name, worker in workers.items()}
        if digests["recoup"] != digests["plain_sqlcipher"]:
            raise SystemExit("the contestants wrote different rows: nothing measured")
        best = dict.fromkeys(CONTESTANTS, float("inf"))
        for _ in range(ROUNDS):
            for name, worker in workers.items():
                best[name] = min(best[name], _round(worker))
        for worker in workers.values():
            worker.communicate("stop\n")
    ratio = best["recoup"] / best["plain_sqlcipher"]
    for name, seconds in best.items():
        print(f"{name:16} {seconds * 1000:7.3f} ms a save", file=sys.stderr)
    print(
        json.dumps(
            {
                "benchmark": "save",
                "unit": "one registration, 25 answers, 1 audit row, durable",
                "milliseconds": {name: round(value * 1000, 3) for name, value in best.items()},
                "ratio": round(ratio, 2),
                "ratio_to_fdatasync": round(best["recoup"] / best["fdatasync_4k"], 2),
                "goal": GOAL,
                "met": ratio <= GOAL,
            }
        )
    )


def work(name: str, place: Path) -> None:
    """One contestant: say the digest of the first rows, then time a round at each line read."""
    save, digest = CONTESTANTS[name](place)
    number = 0
    for number in range(WARM_UP):
        save(number)
    print(digest(), flush=True)
    for line in sys.stdin:
        if line.strip() == "stop":
            return
        begun = time.perf_counter()
        for _ in range(SAVES):
            number += 1
            save(number)
        print((time.perf_counter() - begun) / SAVES, flush=True)


def _start(name: str, place: Path) -> subprocess.Popen[str]:
    return start(sys.executable, "-m", "benchmarks.save", name, str(place))


def _round(worker: subprocess.Popen[str]) -> float:
    ask(worker)
    return float(answer(worker))


def _registration_id(number: int) -> str:
    return f"019ccfd0-0000-7000-8000-{number:012}"


def _answers(number: int) -> list[tuple[str, Any]]:
    """Mostly a choice, a word; every tenth a list (of the shipped questions, 6 in 103 are)."""
    return [
        (f"s1_question_{place}", ["GB", str(number)] if place % 10 == 0 else f"option_{place}")
        for place in range(QUESTIONS)
    ]


def _as_types(number: int) -> tuple[Opening, list[StoredAnswer], Happening]:
    registration_id = _registration_id(number)
    opening = Opening(
        registration_id=registration_id,
        patient_id="p-1",
        opened_at=AT,
        opened_by="u-clerk",
        desk="Desk 3",
        site="Main",
        service_type="outpatient",
        service_date=date(2026, 3, 9),
    )
    given = [
        StoredAnswer(question, "answered", value, "u-clerk", AT)
        for question, value in _answers(number)
    ]
    happening = Happening(
        at=AT,
        user_id="u-clerk",
        user_name="j.patel",
        device="D07",
        act="registered",
        subject=registration_id,
        detail={"answers": QUESTIONS},
    )
    return opening, given, happening


def _finished_rows(count: int) -> Any:
    previous = audit.BEGINNING
    for number in range(count):
        registration_id = _registration_id(number)
        given = [
            (
                registration_id,
                question,
                "answered",
                json.dumps(value, separators=(",", ":")),
                "u-clerk",
                AT,
            )
            for question, value in _answers(number)
        ]
        detail = f'{{"answers":{QUESTIONS}}}'
        row = (number + 1, AT, "u-clerk", "j.patel", "D07", "registered", registration_id, detail)
        text = json.dumps((*row, previous), separators=(",", ":"))
        head = hashlib.sha256(text.encode()).hexdigest()
        visit = ("p-1", AT, "u-clerk", "Desk 3", "Main", "outpatient", 0, "2026-03-09")
        yield (number + 1001, registration_id, *visit), given, (*row, previous, head)
        previous = head


def _marks(row: tuple[Any, ...]) -> str:
    return ", ".join("?" * len(row))


def _digest(connection: driver.Connection) -> str:
    rows = [tuple(row) for sql in _ROWS for row in connection.execute(sql)]
    return hashlib.sha256(repr(rows).encode()).hexdigest()


if __name__ == "__main__":
    if len(sys.argv) == 3:
        work(sys.argv[1], Path(sys.argv[2]))
    else:
        main()
