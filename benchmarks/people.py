"""A store of 1,000,000 made-up patients, made once in the cache folder, for find and key.

Names of many languages: those that very many bear, and a long tail made of syllables. Three of a
hundred have no day of birth, four of a hundred were born on a 1 January, as where a day is a guess.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

from platformdirs import user_cache_path

from app.core.nhs_number import check_digit
from app.machine import FixedClock, SeededIds
from app.opening import open_desk
from app.services.desk import Desk
from app.store import migration_0016_finding as finding
from tests.desks import MORNING, make_desk, sign_in

PEOPLE = 1_000_000
SEED = 20_260_309
_NAMES = {
    kind: words.split()
    for kind, words in (
        line.split(": ")
        for line in Path(__file__)
        .with_name("data")
        .joinpath("names.txt")
        .read_text("utf-8")
        .splitlines()
    )
}
COMMON_FAMILIES, COMMON_GIVEN = _NAMES["families"], _NAMES["given"]
_STARTS, _MIDDLES, _ENDS = _NAMES["starts"], _NAMES["middles"], ["", *_NAMES["ends"]]
_ADD = """
    INSERT INTO patients (
        patient_id, family_name, given_names, family_key, given_key, title, gender, born,
        nhs_number, hospital_number, address_lines, postcode, country, abroad_lines,
        abroad_postcode, abroad_country, phone, email, died, interpreter, needs, safe_contact)
    VALUES (?, ?, ?, '', '', '', '', ?, ?, ?, '["1 Test Street"]', ?, 'GB', '[]', '', '', ?, '',
            NULL, '', '[]', '')"""
_INDEXES = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND name LIKE 'patients_by_%'"
Person = tuple[str, str, str, str | None, str | None, str, str, str]


def desk_of_a_million(people: int = PEOPLE) -> Desk:
    """An officer's desk over the store; the first call makes it, which takes some minutes."""
    folder = store_folder(people)
    if not (folder / "made.txt").exists():
        shutil.rmtree(folder, ignore_errors=True)
        desk = make_desk(folder / "desk")
        _fill(desk, people)
        desk.db.close()
        (folder / "made.txt").write_text(str(people), "utf-8")
    return _opened(folder / "desk")


def store_folder(people: int = PEOPLE) -> Path:
    """Where the store of so many lies."""
    return user_cache_path("recoup-benchmarks") / f"people-{people}"


def made_up(people: int) -> Iterator[Person]:
    """The same people every time, in the order in which they came."""
    chance = random.Random(SEED)
    families = [*COMMON_FAMILIES, *_tail(chance, 60_000, parts=3)]
    given = [*COMMON_GIVEN, *_tail(chance, 8_000, parts=2)]
    by_family = list(accumulate(1 / (place + 20) for place in range(len(families))))
    by_given = list(accumulate(1 / (place + 20) for place in range(len(given))))
    for number in range(people):
        (family,) = chance.choices(families, cum_weights=by_family)
        first = chance.choices(given, cum_weights=by_given, k=chance.choice((1, 1, 2)))
        if chance.random() < 0.06:
            family += "-" + chance.choice(families)
        yield (
            f"{number:012x}",
            family,
            " ".join(first),
            _born(chance),
            _nhs_number(number) if chance.random() < 0.7 else None,
            f"H{number:07}" if chance.random() < 0.5 else "",
            f"LS{chance.randrange(1, 29)} {chance.randrange(1, 9)}TF",
            f"07700 {chance.randrange(1_000_000):06}" if chance.random() < 0.5 else "",
        )


def _fill(desk: Desk, people: int) -> None:
    db = desk.db
    indexes = db.rows(_INDEXES)
    for name, function in finding.FUNCTIONS.items():
        count = 2 if name == "keys_of_name" else 1
        db.tools.conn.create_function(name, count, function, deterministic=True)
    with db.atomic():
        for index in indexes:
            db.execute(f"DROP INDEX {index['name']}")
        db.execute_many(_ADD, list(made_up(people)))
        for statement in finding.FILLING:
            db.execute(statement)
        for index in indexes:
            db.execute(index["sql"])
        db.execute("ANALYZE")
        db.execute("DELETE FROM sqlite_stat1")
    db.checkpoint()


def _opened(folder: Path) -> Desk:
    clock = FixedClock(MORNING)
    desk = open_desk(folder / "desk", clock=clock, ids=SeededIds(7, clock))
    sign_in(desk, "officer")
    return desk


def _tail(chance: random.Random, count: int, *, parts: int) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < count:
        word = "".join(
            chance.choice(_STARTS) + chance.choice(_MIDDLES)
            for _ in range(chance.randrange(1, parts))
        )
        word += chance.choice(_STARTS) + chance.choice(_MIDDLES) + chance.choice(_ENDS)
        found[word.capitalize()] = None
    return list(found)


def _born(chance: random.Random) -> str | None:
    kind = chance.random()
    if kind < 0.03:
        return None
    if kind < 0.07:
        return date(chance.randrange(1940, 2020), 1, 1).isoformat()
    return (date(1930, 1, 1) + timedelta(days=chance.randrange(35_000))).isoformat()


def _nhs_number(number: int) -> str | None:
    nine = f"9{number * 97 % 100_000_000:08}"
    digit = check_digit(nine)
    return None if digit is None else f"{nine}{digit}"
