"""What holds for every test: the network is shut (security item 4), and proofs print figures.

And how the run keeps short: files that hold slow tests go first, so that no worker is left alone
with one at the end; folders of tests lie in memory; what collecting left behind is not walked
again at every collection of garbage.
"""

from __future__ import annotations

import gc
import os
import shutil
import socket
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import own_servers

_REACHING_OUT = frozenset({"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"})
_NAMES = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"})
_tried: list[str] = []


def _shut(event: str, details: tuple[Any, ...]) -> None:
    """Refuse at the interpreter itself, whichever library asks; local sockets are no network."""
    if own_servers.is_ours(event, details):
        return
    if event in _NAMES or (event in _REACHING_OUT and details[0].family != socket.AF_UNIX):
        _tried.append(f"{event} {details[1:]}")
        raise PermissionError(f"a test tried the network: {_tried[-1]}")


sys.addaudithook(_shut)

_MEMORY = Path("/dev/shm")
_ROOM = 2 << 30  # bytes free, or the disk it is


def pytest_configure() -> None:
    """Folders in memory where that can be: thousands of stores are made, and disks are slow."""
    if _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with slow tests first, those with most at the head."""
    slow = Counter(item.path for item in items if item.get_closest_marker("slow"))
    items.sort(key=lambda item: -slow[item.path])


def pytest_collection_finish() -> None:
    """Whatever the modules made stays to the end; Unicode's tables are made in no test's time."""
    if "hypothesis" in sys.modules:
        from hypothesis import strategies

        strategies.characters(categories=["L"]).validate()
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def network_tries() -> Iterator[list[str]]:
    """What tried the network during a test; it fails even where the refusal was swallowed."""
    _tried.clear()
    yield _tried
    assert _tried == [], "Recoup opens no network socket"


@pytest.fixture
def proof(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Puts a figure of a proof into the summary of the run, from whichever worker it comes."""
    return lambda line: record_property("proof", line)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the figures of the proofs that ran."""
    reports = [report for some in terminalreporter.stats.values() for report in some]
    lines = [
        str(value)
        for report in reports
        for name, value in getattr(report, "user_properties", ())
        if name == "proof" and report.when == "call"
    ]
    if lines:
        terminalreporter.section("The law, proven")
        for line in lines:
            terminalreporter.write_line(line)
