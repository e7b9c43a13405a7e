"""What README and its neighbours say is there, is there."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli.frame import SHELVES

ROOT = Path(__file__).parent.parent.parent
PAGES = tuple(
    str(page.relative_to(ROOT)) for page in sorted((*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")))
)
BENCHMARK = re.compile(r"python -m (benchmarks\.\w+)")
OURS = re.compile(r"python -m ((?:app|ui|benchmarks|installer|tests)(?:\.\w+)*)")


@pytest.mark.parametrize("name", PAGES)
def test_every_link_of_a_page_leads_to_a_file(name: str) -> None:
    page = ROOT / name
    links = re.findall(r"\[[^]]*\]\(([^)#:]+)\)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("name", PAGES)
def test_every_command_a_page_quotes_is_there(name: str) -> None:
    words = (ROOT / name).read_text("utf-8")
    modules = [ROOT.joinpath(*module.split(".")) for module in OURS.findall(words)]
    assert [
        str(place)
        for place in modules
        if not place.with_suffix(".py").exists() and not (place / "__main__.py").exists()
    ] == []
    made = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert set(re.findall(r"`make (\w+)`", words)) <= set(made)


@pytest.mark.parametrize("name", PAGES)
def test_every_test_and_folder_a_page_points_to_is_there(name: str) -> None:
    words = (ROOT / name).read_text("utf-8")
    places = re.findall(
        r"[` ]((?:app|ui|tests|benchmarks|installer|resources|typings)/[\w./-]+\w)", words
    )
    assert [
        place
        for place in places
        if not (ROOT / place).exists() and not (ROOT / f"{place}.py").exists()
    ] == []


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
