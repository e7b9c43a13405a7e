"""The one-folder program, built and started as on a machine that has no Python of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.journey,
    pytest.mark.timeout(1800),  # building takes minutes where other tests run beside it
]

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "dist" / "recoup"
ENDING = ".exe" if sys.platform == "win32" else ""
SOURCES = ("app", "ui", "resources", "installer", "requirements.lock")


@pytest.fixture(scope="module")
def program() -> Path:
    """The folder, built again where a source is newer."""
    command = FOLDER / f"recoup{ENDING}"
    if not command.exists() or command.stat().st_mtime < _newest_source():
        build = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
        places = ["--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build")]
        spec = str(ROOT / "installer" / "recoup.spec")
        run = subprocess.run([*build, *places, spec], cwd=ROOT, capture_output=True, text=True)
        assert run.returncode == 0, run.stderr
    return FOLDER


def test_the_frozen_demo_makes_pdfs_a_batch_and_its_acknowledgement(
    program: Path, tmp_path: Path
) -> None:
    made = _demo(program, tmp_path)
    assert {"A", "E", "F", "P"} <= made["determinations"].keys()
    assert {"C", "D"} & made["determinations"].keys()
    pages = [_words(Path(one["path"])) for one in [*made["estimates"], *made["invoices"]]]
    assert len(pages) >= 3
    assert all("DEMO" in page for page in pages)
    assert made["acknowledged"] == len(made["batches"]) >= 1
    on_share = {path.name for path in (tmp_path / "share").iterdir()}
    assert set(made["batches"][0]["files"]) <= on_share
    assert any(name.endswith("_ACK.json") for name in on_share)


def test_the_frozen_window_shows_and_leaves_nothing_in_the_home_folder(
    program: Path, tmp_path: Path
) -> None:
    _demo(program, tmp_path)
    shown = _run(program, "recoup-desk", "--data", str(tmp_path / "data"), "--check", at=tmp_path)
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.startswith("shown ")
    assert not list((tmp_path / "home").iterdir())


def test_the_frozen_window_offers_its_first_run_in_an_empty_home(
    program: Path, tmp_path: Path
) -> None:
    shown = _run(program, "recoup-desk", "--check", at=tmp_path)
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.startswith("shown ")


def test_the_frozen_command_knows_the_law(program: Path, tmp_path: Path) -> None:
    facts = _run(program, "recoup", "facts", "--json", at=tmp_path)
    assert facts.returncode == 0, facts.stderr
    assert "service_date" in {fact["name"] for fact in json.loads(facts.stdout)}


def test_every_part_of_the_folder_brings_its_licence(program: Path) -> None:
    licences = program / "licences"
    listed = (licences / "README.txt").read_text("utf-8")
    for part in (
        "recoup",
        "Python",
        "PySide6_Essentials",
        "sqlcipher3",
        "reportlab",
        "cryptography",
    ):
        assert any((licences / part).iterdir())
        assert f"{part}: " in listed


def test_the_folder_holds_no_tests_no_broken_links_and_no_gpl_font(program: Path) -> None:
    inside = program / "_internal"
    names = [path.relative_to(inside).as_posix().lower() for path in inside.rglob("*")]
    assert not [name for name in names if "/tests/" in f"/{name}" or "pytest" in name]
    assert not [path for path in inside.rglob("*") if path.is_symlink() and not path.exists()]
    assert not [name for name in names if "darkgarden" in name]
    assert any(name.endswith("fonts/notosansarabic-regular.ttf") for name in names)


def _demo(program: Path, place: Path) -> dict[str, Any]:
    options = [word for part in ("data", "share", "out") for word in (f"--{part}", place / part)]
    run = _run(program, "recoup", "demo", *map(str, options), at=place)
    assert run.returncode == 0, run.stdout + run.stderr
    made: dict[str, Any] = json.loads(run.stdout)
    return made


def _run(program: Path, name: str, *arguments: str, at: Path) -> subprocess.CompletedProcess[str]:
    """As on a bare machine: an empty home, no Python, no settings, no screen."""
    home = at / "home"
    home.mkdir(exist_ok=True)
    return subprocess.run(
        [str(program / f"{name}{ENDING}"), *arguments],
        cwd=at,
        env={"HOME": str(home), "PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=600,
    )


def _newest_source() -> float:
    tops = [ROOT / name for name in SOURCES]
    files = [path for top in tops for path in ([top] if top.is_file() else top.rglob("*"))]
    return max(path.stat().st_mtime for path in files if path.is_file() and path.suffix != ".pyc")


def _words(pdf: Path) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
