"""docs/hazards.md names files and tests; what it names must be there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOG = (ROOT / "docs" / "hazards.md").read_text("utf-8")
CODE = re.findall(r"`((?:app|ui|resources|tests)/[\w/]+\.\w+)`", LOG)
TESTS = re.findall(r"`(test_\w+)`", LOG)


def test_every_file_the_hazard_log_names_is_there() -> None:
    assert len(CODE) > 40
    assert [name for name in CODE if not (ROOT / name).is_file()] == []


def test_every_test_the_hazard_log_names_is_there() -> None:
    written = "\n".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    known = set(re.findall(r"^def (test_\w+)\(", written, re.MULTILINE))
    assert len(TESTS) > 60
    assert sorted(set(TESTS) - known) == []


def test_every_line_of_a_table_has_what_its_head_names() -> None:
    """A line that lacks a column tells its files as what is done, and its tests as files."""
    tables = re.findall(r"(?:^\|.*\n)+", LOG, re.MULTILINE)
    assert len(tables) > 3
    for table in tables:
        head, *lines = (line.count("|") for line in table.splitlines())
        assert lines == [head] * len(lines), table.splitlines()[0]


@pytest.mark.parametrize("number", range(1, 15))
def test_the_hazard_log_leaves_no_hazard_out(number: int) -> None:
    assert re.search(rf"\bH{number}\b", LOG)
