"""A store that a command may not open: no passphrase, another one, or a newer program's.

Every command with `--data` is tried by the example of its own help; none is left out by hand.
"""

from __future__ import annotations

import argparse
import json
import shlex
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from app.cli import frame, main
from app.cli.stores import PASSPHRASE
from app.store import folder
from app.store.database import open_file
from app.store.folder import DATABASE_FILE
from app.store.key_file import Protection
from app.store.migrations import STORE
from app.store.schema import Schema, Step
from tests.desks import QUICK, make_desk

WORDS = "four quiet old words"
# What they read before a store, or the folder they make: that is missing first.
OF_A_FILE = {
    "law install",
    "law signer",
    "invoice",
    "add",
    "redetermine",
    "devices join",
    "restore",
}
MAKES_ITS_OWN = {"demo"}
NOT_AWAY = {"unlock"}  # of a laptop that is locked; the passphrase is the new one


@pytest.fixture(scope="module")
def shut(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store under a passphrase."""
    made = tmp_path_factory.mktemp("shut")
    make_desk(made, protection=Protection(passphrase=WORDS, cost=QUICK)).db.close()
    return made / "desk"


@pytest.fixture(scope="module")
def newer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that the program of next year has upgraded."""
    made = tmp_path_factory.mktemp("newer")
    make_desk(made).db.close()
    upgrade(made / "desk")
    return made / "desk"


def upgrade(store: Path, passphrase: str | None = None) -> None:
    """What a newer program leaves: one step more than this one knows."""
    key = folder.protection_of(store).unlock(lambda: passphrase)
    step = Step("9999_next_year", ("CREATE TABLE next_year (a TEXT) STRICT",))
    open_file(store / DATABASE_FILE, key, Schema(STORE.name, (*STORE.steps, step))).close()


def every_command() -> Iterator[tuple[str, list[str]]]:
    """The commands with `--data`, and the words of the example in their help."""
    top = argparse.ArgumentParser(prog="recoup")
    commands = top.add_subparsers()
    for shelf in frame.SHELVES:
        import_module(f"app.cli.{shelf}").register(commands)
    for parser in _leaves(top):
        if "--data" in parser._option_string_actions:
            page = str(parser.epilog)
            words = shlex.split(page.partition("example:\n")[2].strip().splitlines()[0])[1:]
            yield parser.prog.removeprefix("recoup "), words


def _leaves(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    below = [one for one in parser._actions if isinstance(one, argparse._SubParsersAction)]
    if not below:
        yield parser
    for one in below:
        for child in one.choices.values():
            yield from _leaves(child)


def refusals(
    store: Path, place: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> dict[str, str]:
    """The code with which each command refused the store, one sentence each and nothing made."""
    monkeypatch.chdir(place)
    found: dict[str, str] = {}
    for name, words in every_command():
        if name in MAKES_ITS_OWN:
            continue
        at = words.index("--data") + 1 if "--data" in words else len(words)
        words[at:] = [str(store), *words[at + 1 :]] if "--data" in words else ["--data", str(store)]
        assert main(words) == 1, words
        said = capsys.readouterr()
        assert said.err.count("\n") == 1, said.err
        found[name] = json.loads(said.out)["error"]["code"]
        assert list(place.iterdir()) == [], (words, list(place.iterdir()))
    assert len(found) >= 30
    return found


def expected(found: dict[str, str], code: str) -> None:
    others = {name: said for name, said in found.items() if said != code}
    assert set(others) == OF_A_FILE | NOT_AWAY
    assert {others[name] for name in OF_A_FILE} == {"not_found"}


@pytest.mark.parametrize(
    ("given", "code"), [(None, "passphrase_needed"), ("four other words", "wrong_passphrase")]
)
def test_without_its_passphrase_every_command_says_so_and_does_nothing(
    given: str | None,
    code: str,
    shut: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(PASSPHRASE, raising=False)
    if given is not None:
        monkeypatch.setenv(PASSPHRASE, given)
    before = {one.name: one.read_bytes() for one in shut.iterdir()}
    expected(refusals(shut, tmp_path, capsys, monkeypatch), code)
    assert {one.name: one.read_bytes() for one in shut.iterdir()} == before


def test_a_newer_programs_store_is_refused_by_every_command_and_left_as_it_is(
    newer: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = (newer / DATABASE_FILE).read_bytes()
    names = {one.name for one in newer.iterdir()}
    expected(refusals(newer, tmp_path, capsys, monkeypatch), "newer_schema")
    assert (newer / DATABASE_FILE).read_bytes() == before
    assert {one.name for one in newer.iterdir()} == names
