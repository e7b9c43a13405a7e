"""What README and its neighbours say is there, is there."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli.frame import SHELVES

ROOT = Path(__file__).parent.parent.parent
PAGES = ("README.md", "SECURITY.md", "docs/building.md")
BENCHMARK = re.compile(r"python -m (benchmarks\.\w+)")


@pytest.mark.parametrize("name", PAGES)
def test_every_link_of_a_page_leads_to_a_file(name: str) -> None:
    page = ROOT / name
    links = re.findall(r"(?<!!)\[[^]]*\]\(([^)#:]+)\)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_readme_names_every_command_and_no_other() -> None:
    table = (ROOT / "README.md").read_text("utf-8").partition("## The command line")[2]
    rows = re.findall(r"^\| (`.*?) \|", table.partition("## Measured")[0], re.MULTILINE)
    named = {words.split()[0] for row in rows for words in re.findall(r"`([^`]+)`", row)}
    run = subprocess.run(
        [sys.executable, "-m", "app", "--help"], cwd=ROOT, capture_output=True, text=True
    )
    there = set(re.findall(r"^    ([a-z]+)\b", run.stdout, re.MULTILINE))
    assert len(there) >= len(SHELVES)
    assert named == there


def test_readme_names_benchmarks_that_are_there() -> None:
    named = BENCHMARK.findall((ROOT / "README.md").read_text("utf-8"))
    assert len(named) >= 5
    for module in named:
        assert (ROOT / (module.replace(".", "/") + ".py")).exists()
