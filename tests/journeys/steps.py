"""What the processes of test_kill.py do: the real commands, run in one that can be killed."""

from __future__ import annotations

import contextlib
import io

from app.cli import main
from app.library.access import denied_passwords, load_matrix
from app.library.casework import load_review_terms
from app.library.desk import load_visitor_page
from app.library.law import load_law
from app.library.tariffs import load_market_forces, load_shelf


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


# What every run needs is read once, before the forks: a death then costs milliseconds.
_run("facts", "--json")
load_law()
load_shelf()
load_market_forces()
load_matrix()
load_review_terms()
load_visitor_page()
denied_passwords()
