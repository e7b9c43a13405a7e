"""docs/cli.md: every example is run, in its order, in a folder of its own, and must come out so.

In an expected answer `"…"` stands for any text, and `...` for anything more of that kind: the
rest of an object, the rest of a list, any number or value.
"""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from app.cli import main

MANUAL = Path(__file__).parents[2] / "docs" / "cli.md"
_BLOCK = re.compile(
    r"^```(?P<kind>\S*)(?: (?P<name>\S+))?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
ANY = "\x00any"
MORE = "\x00more"


def blocks() -> list[tuple[str, str, str]]:
    """Kind, name and text of each block of the manual."""
    text = MANUAL.read_text(encoding="utf-8")
    return [(found["kind"], found["name"] or "", found["text"]) for found in _BLOCK.finditer(text)]


def expected(text: str) -> Any:
    """The document of a block, with its ellipses."""
    text = re.sub(r":\s*\.\.\.", f': "{ANY}"', text).replace('"…"', f'"{ANY}"')
    text = re.sub(r",?\s*\.\.\.\s*\}", f', "{MORE}": null}}', text)
    text = re.sub(r",?\s*\.\.\.\s*\]", f', "{MORE}"]', text)
    text = re.sub(r"([\[{])\s*,", r"\1", text)
    return json.loads(text.replace("\x00", "\\u0000"))


def agrees(wanted: Any, found: Any) -> bool:
    """Whether an answer is as the manual has it."""
    match wanted:
        case str() if wanted == ANY:
            return found is not None
        case dict():
            if not isinstance(found, dict):
                return False
            names = set(wanted) - {MORE}
            whole = MORE in wanted or names == set(found)
            return whole and all(
                name in found and agrees(wanted[name], found[name]) for name in names
            )
        case list():
            if not isinstance(found, list):
                return False
            some = [one for one in wanted if one != MORE]
            whole = MORE in wanted or len(some) == len(found)
            return whole and all(
                agrees(one, other) for one, other in zip(some, found, strict=False)
            )
        case _:
            return bool(wanted == found) and type(wanted) is type(found)


def test_every_example_of_the_manual_comes_out_as_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in (
        "RECOUP_NEW_PASSWORD",
        "RECOUP_KEY_PASSPHRASE",
        "RECOUP_TRUST_PASSPHRASE",
        "RECOUP_HUB_PASSPHRASE",
    ):
        monkeypatch.setenv(name, "three quiet words")
    command, tried = "", 0
    for kind, name, text in blocks():
        if kind in ("json", "csv", "txt") and name:
            Path(name).write_text(text, encoding="utf-8")
        elif kind == "sh":
            command = text.strip()
            words = shlex.split(command)
            assert words.pop(0) == "recoup"
            code = main(words)
            answer = json.loads(capsys.readouterr().out)
            tried += 1
        elif kind == "json":
            assert agrees(expected(text), answer), f"{command}\n{json.dumps(answer, indent=1)}"
            assert code == (1 if "error" in answer else 0), command
    assert tried > 12


def test_the_manual_shows_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--help"])
    listed = set(re.findall(r"^    ([a-z-]+)\s", capsys.readouterr().out, re.MULTILINE))
    tried = {shlex.split(text)[1] for kind, _, text in blocks() if kind == "sh"}
    assert len(listed) > 10
    assert listed <= tried


def test_the_same_act_on_the_same_store_at_the_same_moment_says_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    name = "registration.json"
    Path(name).write_text(next(text for _, known, text in blocks() if known == name))
    said = []
    for place in ("one", "two"):
        assert main(["demo", *_folders(place)]) == 0
        capsys.readouterr()
        at = ["--now", "2026-03-09T15:00:00Z"]
        assert main(["add", name, "--data", f"{place}/data", "--user", "clerk", *at]) == 0
        said.append(capsys.readouterr().out)
    assert said[0] == said[1]


def _folders(place: str) -> list[str]:
    return [word for kind in ("data", "share", "out") for word in (f"--{kind}", f"{place}/{kind}")]
