"""The whole law from its files to usable, in a fresh process, against plainly reading them.

`python -m benchmarks.load` from the root of the repository. Goal: at most 60 ms. Ours reads every
shelf as typed values and lays out the rules to be tested all at once; from the folder that ships,
and from a signed pack, signature checked. The peer reads the same TOML and CSV with the standard
library and does nothing with them. Each load is a process of its own with warm files and compiled
modules, timed in its own processor time; rounds alternate and the best of each counts; what each
found is compared first. Loading is told without and with the imports it needs.
"""

from __future__ import annotations

import compileall
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROUNDS = 25
GOAL = 60.0
ROOT = Path(__file__).parents[1]
SHELVES = ROOT / "resources"
TABLES = (
    *(f"rules/{name}" for name in ("pack", "facts", "groups", "services", "diseases")),
    *(f"rules/{name}" for name in ("evidence", "statements")),
    *(f"questions/{name}" for name in ("stage_1", "stage_2", "clinician", "outcomes")),
)
Loaded = list[str]


def folder(_: Path) -> Callable[[], Loaded]:
    """The law as shipped."""
    from app.library.law import load_law

    def load() -> Loaded:
        law = load_law()
        assert law.outcomes
        return _names(law)

    return load


def pack(file: Path) -> Callable[[], Loaded]:
    """The same as a signed pack."""
    from app.library.packs import read_pack
    from app.store.signing import Signature

    assert not Signature(bytes(32), bytes(64)).holds(b"")  # `cryptography` is imported by now

    def load() -> Loaded:
        return _names(read_pack(file.read_bytes()).law)

    return load


def plain(_: Path) -> Callable[[], Loaded]:
    """The files the law is read from, as TOML or CSV, and no more."""
    import csv
    import tomllib

    def load() -> Loaded:
        tables = {
            name.rpartition("/")[2]: tomllib.loads((SHELVES / f"{name}.toml").read_text("utf-8"))
            for name in TABLES
        }
        with (SHELVES / "countries" / "countries.csv").open(encoding="utf-8", newline="") as file:
            tables["countries"] = {"row": list(csv.DictReader(file))}
        asked = [
            row["id"]
            for name in ("stage_1", "stage_2", "clinician")
            for row in tables[name]["question"]
        ]
        rules = [
            row["id"]
            for name, key in (("services", "service"), ("groups", "group"))
            for row in tables[name][key]
        ]
        return [*tables["facts"]["fact"], *asked, *rules]

    return load


CONTESTANTS = {"folder": folder, "pack": pack, "plain": plain}


def main() -> None:
    """Compare, race, report one JSON line; exit 1 where the goal is missed."""
    for part in ("app", "benchmarks"):
        compileall.compile_dir(ROOT / part, quiet=1)
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "law.recoup-pack"
        file.write_bytes(_signed())
        found = {name: _round(name, file)[2] for name in CONTESTANTS}
        if len({tuple(names) for names in found.values()}) != 1:
            raise SystemExit("The contestants read different laws, so their times say nothing.")
        rounds: dict[str, list[tuple[float, float]]] = {name: [] for name in CONTESTANTS}
        for _ in range(ROUNDS):
            for name, kept in rounds.items():
                importing, loading, _names = _round(name, file)
                kept.append((loading, importing + loading))
    bare = {name: min(loading for loading, _ in kept) for name, kept in rounds.items()}
    whole = {name: min(both for _, both in kept) for name, kept in rounds.items()}
    print(
        json.dumps(
            {
                "benchmark": "load",
                "milliseconds": {name: round(seconds * 1e3, 1) for name, seconds in bare.items()},
                "with_imports": {name: round(seconds * 1e3, 1) for name, seconds in whole.items()},
                "ratio": round(bare["folder"] / bare["plain"], 2),
                "ratio_pack": round(bare["pack"] / bare["plain"], 2),
                "goal": GOAL,
                "met": bare["folder"] * 1e3 <= GOAL,
            }
        )
    )
    raise SystemExit(bare["folder"] * 1e3 > GOAL)


def contest(name: str, file: Path) -> None:
    """In a process of its own: what the imports took, what the load took, and what was read."""
    begun = time.process_time()
    load = CONTESTANTS[name](file)
    imported = time.process_time()
    names = load()
    done = time.process_time()
    print(json.dumps([imported - begun, done - imported, names]))


def _names(law: object) -> Loaded:
    from app.residency.law import Law

    assert isinstance(law, Law)
    facts = [fact.name for fact in law.facts.all]
    asked = [question.id for question in law.questions.all]
    return [*facts, *asked, *(rule.id for rule in law.pack.rules)]


def _signed() -> bytes:
    from app.library.packs import pack_folder, sealed
    from app.store import signing

    words = "three quiet words"
    body = pack_folder(SHELVES, made_at="2026-01-01T00:00:00Z", made_by="benchmark")
    return sealed(body, signing.sign(body, signing.new_private_key(words), words))


def _round(name: str, file: Path) -> tuple[float, float, Loaded]:
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks.load", name, str(file)],
        cwd=ROOT,
        env={key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"},
        capture_output=True,
        text=True,
        check=True,
    )
    importing, loading, names = json.loads(run.stdout)
    return importing, loading, names


if __name__ == "__main__":
    contest(sys.argv[1], Path(sys.argv[2])) if len(sys.argv) > 2 else main()
