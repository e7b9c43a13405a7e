"""`recoup debts`: the worklist, letters and the list, each by whose task it is."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from app.cli import main
from app.core.trust import Mode
from tests.desks import make_desk
from tests.services.work import invoiced

Run = Callable[..., dict[str, Any]]
_SWITCH = "[debt.home_office]\nenabled = true\n"


@pytest.fixture(scope="module")
def billed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A folder with one invoice of 9 March 2026, and the invoice's number."""
    folder = tmp_path_factory.mktemp("billed")
    desk = make_desk(folder, mode=Mode.TEST)
    _, issued = invoiced(desk)
    desk.db.close()
    return folder / "desk", issued.doc_no


@pytest.fixture
def store(tmp_path: Path, billed: tuple[Path, str]) -> tuple[str, str]:
    """A copy of it."""
    folder, doc_no = billed
    return str(copytree(folder, tmp_path / "desk")), doc_no


@pytest.fixture
def run(store: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> Run:
    """A command on that folder, on a day, as somebody; its answer."""

    def runs(*words: str, user: str = "finance", on: str = "2026-03-17", code: int = 0) -> Any:
        told = ["debts", *words, "--data", store[0], "--user", user, "--now", f"{on}T10:00:00Z"]
        assert main(told) == code
        return json.loads(capsys.readouterr().out)

    return runs


def test_what_is_due_is_listed_and_printed_once(
    run: Run, store: tuple[str, str], tmp_path: Path
) -> None:
    (due,) = run("due")["due"]
    assert (due["doc_no"], due["step"], due["what"]) == (store[1], "reminder_1", "First reminder")
    out = tmp_path / "letters"
    (letter,) = run("print", "--out", str(out))["letters"]
    assert Path(letter["path"]).read_bytes().startswith(b"%PDF")
    assert letter["kind"] == "reminder_1"
    assert run("due")["due"] == []
    assert run("print", "--out", str(out))["letters"] == []


def test_a_folder_is_asked_for(run: Run) -> None:
    assert run("print", code=1)["error"]["code"] == "no_folder"
    assert run("export", user="officer", code=1)["error"]["code"] == "no_folder"


def test_a_list_goes_through_two_people_to_a_file(
    run: Run, store: tuple[str, str], tmp_path: Path
) -> None:
    folder, doc_no = store
    (debt,) = run("list")["debts"]
    assert debt["why_not"][0] == "The list is switched off"
    (Path(folder) / "finance.toml").write_text(_SWITCH, "utf-8")
    warned = run("print", "--out", str(tmp_path / "letters"), on="2026-04-25")["letters"]
    assert {one["kind"] for one in warned} == {"reminder_1", "debt_warning"}
    (debt,) = run("list", on="2026-05-12")["debts"]
    assert debt["may_be_told"], debt["why_not"]
    assert not debt["ask"]
    report_id = run("report", doc_no, on="2026-05-12")["report_id"]
    refused = run("approve", "no-such", user="officer", on="2026-05-12", code=1)
    assert refused["error"]["code"] == "not_found"
    assert run("approve", report_id, user="finance", on="2026-05-12", code=1)["error"]["code"] == (
        "not_allowed"
    )
    assert run("approve", report_id, user="officer", on="2026-05-12")["approved"] == [report_id]
    in_the_way = tmp_path / "list" / "debt-list-R1H-2026-05-12.csv"
    in_the_way.mkdir(parents=True)
    out = ("--out", str(tmp_path / "list"))
    held_up = run("export", *out, user="officer", on="2026-05-12", code=1)
    assert held_up["error"]["code"] == "unwritable"
    in_the_way.rmdir()
    made = run("export", *out, user="officer", on="2026-05-12")
    assert (made["rows"], made["left_out"]) == (1, [])
    assert doc_no in Path(made["path"]).read_text("utf-8")
