"""The program knows what it is made of, from source and from the list of the frozen folder."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from app.library import parts
from app.library.retention import load_retention
from app.library.safety import load_hazards
from installer import sbom

ROOT = Path(__file__).parents[2]


def test_every_dependency_is_a_part_with_a_version_and_a_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    found = {part.name.casefold().replace("_", "-"): part for part in parts.parts()}
    for need in project["dependencies"]:
        name = need.split(">")[0].split("=")[0].split("[")[0].casefold()
        assert found[name].version, need
        assert found[name].licence, need
    assert parts.parts()[0].name == "recoup"
    assert parts.version() == project["version"]
    assert "pytest" not in found
    assert "numpy" not in found


def test_security_3_9_the_list_of_parts_is_cyclonedx() -> None:
    document = parts.bill_of_materials(parts.parts())
    assert (document["bomFormat"], document["specVersion"]) == ("CycloneDX", "1.6")
    assert document["metadata"]["component"]["type"] == "application"
    addresses = [row["bom-ref"] for row in document["components"]]
    assert len(set(addresses)) == len(addresses) >= 20
    assert all(address.startswith("pkg:pypi/") for address in addresses)


def test_the_frozen_folder_answers_from_the_list_written_where_it_was_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = sbom.write(tmp_path / "build" / "sbom.json", modules=["reportlab", "segno", "app"])
    monkeypatch.setattr(parts, "resource", lambda *_: path)
    parts.parts.cache_clear()
    try:
        assert [part.name for part in parts.parts()] == ["recoup", "reportlab", "segno"]
        assert json.loads(path.read_text("utf-8")) == parts.bill_of_materials(parts.parts())
    finally:
        parts.parts.cache_clear()


def test_how_long_records_are_kept_is_told_line_by_line() -> None:
    assert len(load_retention().lines) >= 7
    assert all(line.what and line.how_long for line in load_retention().lines)


def test_the_hazards_shown_are_those_of_the_log() -> None:
    log = (ROOT / "docs" / "hazards.md").read_text("utf-8")
    shown = load_hazards()
    assert [one.no for one in shown] == [f"H{number}" for number in range(1, 15)]
    for one in shown:
        assert f"| {one.no} | {one.hazard} |" in log
        assert len(one.control.split()) >= 6
