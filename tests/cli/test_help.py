"""Every command's help is a manual page, and what is no text is refused before a store opens."""

from __future__ import annotations

import argparse
import json
from importlib import import_module
from pathlib import Path

import pytest

from app.cli import frame, main


def test_every_shipped_command_has_a_manual_page(capsys: pytest.CaptureFixture[str]) -> None:
    commands = argparse.ArgumentParser().add_subparsers()
    for shelf in frame.SHELVES:
        import_module(f"app.cli.{shelf}").register(commands)
    for name in commands.choices:
        assert main([name, "--help"]) == 0
        page = capsys.readouterr().out
        for part in ("input", "output", "exit codes:", "--json"):
            assert part in page, (name, part)
        assert f"example:\n  recoup {name}" in page, name


def test_the_first_page_of_help_is_a_manual_page_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    page = capsys.readouterr().out
    for part in ("Who pays for NHS", "input:", "output:", "exit codes:", "example:\n  recoup "):
        assert part in page, part


def test_a_postcode_that_is_no_text_is_refused_before_a_store_is_opened(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "registration.json"
    kept.write_text('{"patient": {"family_name": "Lee", "postcode": ["M1"]}}')
    assert main(["add", str(kept), "--data", str(tmp_path / "none")]) == 1
    assert json.loads(capsys.readouterr().out)["error"]["field"] == "patient"
