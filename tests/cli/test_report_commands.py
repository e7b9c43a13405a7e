"""`recoup report` and `close`: the same figures on standard output and in both files."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from app.cli import main
from tests.documents.reading import text

NOW = ["--now", "2026-03-09T16:00:00Z"]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    places = [f"--{kind}={folder / kind}" for kind in ("data", "share", "out")]
    assert main(["demo", *places, "--now", "2026-03-09T09:00:00Z"]) == 0
    return folder


def said(
    capsys: pytest.CaptureFixture[str], demo: Path, *words: str, code: int = 0
) -> dict[str, Any]:
    capsys.readouterr()
    assert main([*words, "--data", str(demo / "data"), *NOW]) == code
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def test_json_csv_and_pdf_hold_one_set_of_figures(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = demo / "reports"
    told = said(capsys, demo, "report", "aged-debt-list", "--out", str(out), "--user", "finance")
    sheet, page = (Path(name) for name in told["files"])
    with sheet.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == [column["label"] for column in told["columns"]]
    assert rows[1:] == [[str(cell) for cell in row] for row in [*told["rows"], told["totals"]]]
    words = text(page.read_bytes())
    assert all(row[1] in words for row in told["rows"])
    assert f"£{told['totals'][-1][:1]}," in words


def test_a_statement_needs_a_payer_and_a_first_day(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = said(capsys, demo, "report", "statement", "--user", "finance", code=1)
    assert asked["error"]["code"] == "no_payer"
    listed = said(capsys, demo, "report", "aged-debt-list", "--user", "finance")
    payer = listed["rows"][0][0]
    told = said(
        capsys,
        demo,
        *("report", "statement", "--payer", payer, "--since", "2026-03-01", "--user", "finance"),
    )
    assert told["rows"][0][1] == "Brought forward"
    refused = said(
        capsys,
        demo,
        *("report", "statement", "--payer", payer, "--since", "2026-03-01", "--user", "auditor"),
        code=1,
    )
    assert refused["error"]["code"] == "not_allowed"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("report", "debts"), "not_found"),
        (("report", "journal"), "no_out"),
        (("report", "aged-debt", "--on", "2027-01-01"), "bad_date"),
        (("report", "aged-debt", "--on", "9/3/26"), "bad_date"),
        (("report", "accounts-note", "--year", "25"), "bad_year"),
        (("close", "March"), "bad_month"),
        (("close", "2026-03", "--check"), "not_ended"),
    ],
)
def test_what_cannot_be_told_is_refused_in_a_sentence(
    demo: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: str
) -> None:
    refused = said(capsys, demo, *words, "--user", "finance", code=1)
    assert refused["error"]["code"] == code
    assert refused["error"]["message"].endswith(".")


def test_a_close_is_shown_before_it_is_made(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    check = said(capsys, demo, "close", "2026-02", "--check", "--user", "finance")
    assert (check["closed"], check["problems"]) == (False, [])
    assert said(capsys, demo, "close", "2026-02", "--user", "finance")["closed"]
    again = said(capsys, demo, "close", "2026-02", "--user", "finance", code=1)
    assert again["error"]["code"] == "already_closed"
