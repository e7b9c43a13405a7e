"""What signing in needs is read beforehand, in small pieces."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from ui.readying import Readying
from ui.turns import Turns
from ui.work import Inline

pytestmark = [pytest.mark.ui, pytest.mark.slow]

MOST = 10  # modules of the window that one turn reads

IN_PIECES = """
import json, sys
from importlib import import_module
import ui.main, ui.frame, ui.idle
import app.opening
from ui.readying import BEHIND, PAGES

def new(name):
    before = set(sys.modules)
    import_module(name)
    return sorted(set(sys.modules) - before)

for name in BEHIND:
    import_module(name)
told = {name: new(name) for name in PAGES}
print(json.dumps([told, new("ui.office")]))
"""


def test_each_turn_reads_a_few_modules_and_none_is_left_for_signing_in() -> None:
    run = subprocess.run(
        [sys.executable, "-c", IN_PIECES], capture_output=True, text=True, check=True
    )
    told, left = json.loads(run.stdout)
    assert left == []
    for name, read in told.items():
        assert [one for one in read if one.startswith("app.")] == [], name
        assert 0 < len([one for one in read if one.startswith("ui.")]) <= MOST, name


def test_everything_is_read_once(qtbot: QtBot) -> None:
    readying = Readying(Inline(), Turns())
    readying.begin()
    readying.begin()
    assert not readying.is_done()
    qtbot.waitUntil(readying.is_done)


def test_what_waits_for_all_of_it_is_done_once_in_its_order_and_at_once_from_then_on(
    qtbot: QtBot,
) -> None:
    done: list[str] = []
    readying = Readying(Inline(), Turns())
    readying.begin()
    for name in ("first", "second"):
        readying.once_done(partial(done.append, name))
    assert done == []
    qtbot.waitUntil(lambda: len(done) == 2)
    assert readying.is_done()
    readying.once_done(partial(done.append, "third"))
    assert done == ["first", "second", "third"]


def test_what_cannot_be_read_holds_up_nothing_after_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.readying.BEHIND", ("app.that_is_gone", "app.opening"))
    monkeypatch.setattr("ui.readying.PAGES", ("ui.that_is_gone", "ui.office"))
    readying = Readying(Inline(), Turns())
    readying.begin()
    qtbot.waitUntil(readying.is_done)


def test_the_law_of_each_desk_that_is_opened_is_read_and_one_that_fails_holds_up_nothing(
    qtbot: QtBot,
) -> None:
    read: list[str] = []

    def fail() -> None:
        raise OSError("the file is away")

    readying = Readying(Inline(), Turns())
    readying.begin(fail)
    readying.begin(lambda: read.append("the law"))
    assert read == ["the law"]
    qtbot.waitUntil(readying.is_done)
