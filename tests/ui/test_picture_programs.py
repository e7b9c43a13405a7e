"""The programs that take the pictures say how they are used, and make no folder of an option."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.pictures import looks

ROOT = Path(__file__).resolve().parents[2]


def test_help_is_words_and_no_folder(tmp_path: Path) -> None:
    said = subprocess.run(
        [sys.executable, "-m", "tests.pictures.take", "--help"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 0, said.stderr
    assert "The pictures of README and docs" in said.stdout
    assert list(tmp_path.iterdir()) == []


def test_a_look_there_is_not_is_refused_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "shots"
    monkeypatch.setattr(sys, "argv", ["walk", str(folder), "dark", "150"])
    with pytest.raises(SystemExit):
        looks.asked_for("The walk.")
    assert "There is no 150: choose from light, dark, contrast" in capsys.readouterr().err
    assert not folder.exists()
    monkeypatch.setattr(sys, "argv", ["walk", str(folder), "dark", "200"])
    assert looks.asked_for("The walk.") == (folder, ("dark", "200"))
