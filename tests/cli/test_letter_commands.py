"""`recoup letter` and `recoup letters`: written, seen first, refused, and who was told."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from app.cli import main
from tests.desks import make_desk
from tests.documents.reading import text
from tests.services.work import invoiced

LATER = "2026-03-30T12:00:00Z"


@pytest.fixture(scope="module")
def billed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with one case that was billed, R-1001."""
    folder = tmp_path_factory.mktemp("billed")
    desk = make_desk(folder)
    invoiced(desk)
    desk.db.close()
    return folder / "desk"


@pytest.fixture
def data(tmp_path: Path, billed: Path) -> str:
    """A copy of it."""
    return str(copytree(billed, tmp_path / "desk"))


def run(
    capsys: pytest.CaptureFixture[str], data: str, *words: str, user: str = "finance"
) -> tuple[int, dict[str, Any]]:
    code = main([*words, "--data", data, "--user", user, "--now", LATER])
    return code, json.loads(capsys.readouterr().out)


def out(data: str) -> list[str]:
    return ["--out", str(Path(data).parent / "out")]


def test_a_letter_is_written_kept_and_marked(data: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, made = run(capsys, data, "letter", "reminder_1", "r1h25ov000001", *out(data))
    pdf = Path(made["path"]).read_bytes()
    assert (code, made["sha256"], made["by_hand"]) == (0, sha256(pdf).hexdigest(), False)
    assert "A reminder of your invoice" in text(pdf)
    code, told = run(
        capsys, data, "letters", "R-1001", "--sent", made["file_id"], "--how", "posted"
    )
    (kept,) = [one for one in told["papers"] if one["kind"] == "reminder_1"]
    assert kept["sent"] == [{"how": "posted", "on": "2026-03-30"}]
    assert (kept["to"], kept["put_right"], told["still_to_tell"]) == ("patient", False, [])


def test_a_preview_is_written_and_nothing_is_kept(
    data: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _, made = run(capsys, data, "letter", "statement", "R-1001", "--preview", *out(data))
    assert made["file_id"] is None
    assert Path(made["path"]).name == "statement-R-1001.pdf"
    _, told = run(capsys, data, "letters", "R-1001")
    assert [one["kind"] for one in told["papers"]] == ["estimate", "invoice"]


def test_what_a_letter_turns_on_is_given_in_words(
    data: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--missing", "Your passport", "--reply-by", "2026-04-30", "--large-print"]
    _, made = run(
        capsys,
        data,
        *("letter", "request_for_information", "R-1001"),
        *asked,
        *out(data),
        user="officer",
    )
    assert "Reply by 30 April 2026" in text(Path(made["path"]).read_bytes())
    who = ["--signer", "Ngozi Eze", "--relation", "sister"]
    code, made = run(
        capsys, data, "letter", "undertaking", "R-1001", *who, *out(data), user="officer"
    )
    assert (code, made["number"]) == (0, "R-1001")


def test_a_leaflet_needs_nobody(data: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, made = run(capsys, data, "letter", "poster", *out(data), user="clerk")
    assert (code, made["file_id"], made["number"]) == (0, None, "")
    assert "Emergency care is for everyone" in text(Path(made["path"]).read_bytes())


@pytest.mark.parametrize(
    ("words", "user", "code"),
    [
        (("reminder_1",), "finance", "no_subject"),
        (("quick_card_nurse", "R-1001"), "officer", "about_nobody"),
        (("reminder_1", "R-1001"), "officer", "not_allowed"),
        (("explanation", "R-1001"), "finance", "nothing_taken_off"),
        (("statement", "R-7777"), "finance", "not_found"),
        (("reminder_3", "R1H25OV000001"), "finance", "not_due"),
        (("reminder_3", "R1H25OV000001", "--preview"), "finance", "not_due"),
    ],
)
def test_what_is_refused_leaves_nothing(
    data: str,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    user: str,
    code: str,
) -> None:
    exit_code, made = run(capsys, data, "letter", *words, *out(data), user=user)
    assert (exit_code, made["error"]["code"]) == (1, code)
    assert not list(Path(data).parent.glob("out/*.pdf"))
