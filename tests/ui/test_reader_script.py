"""ux.md 7.16: the script that a person goes through with a screen reader before each release."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree.ElementTree import parse

ROOT = Path(__file__).parents[2]
LEAST_STEPS = 10


def test_ux_7_16_the_script_by_hand_expects_only_words_the_window_says() -> None:
    script = (ROOT / "docs/screen-reader.md").read_text("utf-8")
    steps = re.findall(r"^\| \d+ \|", script, re.MULTILINE)
    assert len(steps) >= LEAST_STEPS
    expected = re.findall("“([^”]+)”", script)
    assert expected
    catalogue = parse(ROOT / "resources/translations/recoup_en.ts")
    words = [(one.text or "").replace("&", "") for one in catalogue.iter("source")]
    words += [one.read_text("utf-8") for one in (ROOT / "resources/questions").glob("*.toml")]
    assert [one for one in expected if not any(one in said for said in words)] == []


def test_ux_7_16_the_script_is_part_of_every_release() -> None:
    assert "screen-reader.md" in (ROOT / "docs/building.md").read_text("utf-8")
