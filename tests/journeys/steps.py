"""What the processes of test_kill.py do: the real commands, run in one that can be killed."""

from __future__ import annotations

import contextlib
import io

from app.cli import main
from tests.read_before import read_the_library


def sync(data: str, share: str, now: str) -> None:
    """`recoup sync` as finance."""
    _run("sync", "--data", data, "--share", share, "--user", "finance", "--now", now)


def intake(share: str, ledger: str, now: str) -> None:
    """`recoup intake` into a demo ledger."""
    _run("intake", "--share", share, "--ledger", ledger, "--mode", "demo", "--now", now)


def _run(*arguments: str) -> None:
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = main(arguments)
    if code:
        raise AssertionError(f"{arguments[0]} ended with {code}: {said.getvalue()}")


_run("facts", "--json")
read_the_library()
