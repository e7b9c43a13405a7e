"""`recoup redetermine`, `diary` and `overrides`: refusals in one sentence, nothing half-done."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.cli import main
from tests.editions import edition, without_asylum
from tests.packs import PackKey, edited_pack, group

AT = ["--now", "2026-03-09T15:00:00Z"]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    folders = [
        word for kind in ("data", "share", "out") for word in (f"--{kind}", f"{folder}/{kind}")
    ]
    assert main(["demo", *folders]) == 0
    return folder / "data"


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, Any]]:
    capsys.readouterr()
    code = main([*words])
    return code, json.loads(capsys.readouterr().out)


def test_a_folder_of_rules_is_tried_and_applied_only_when_asked(
    demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = str(without_asylum(tmp_path / "rules"))
    ask = ["redetermine", "--data", str(demo), "--pack", other, "--user", "officer", *AT]
    code, tried = run(capsys, *ask)
    assert (code, tried["rules_version"], tried["applied"]) == (0, "other", False)
    assert tried["cases"] == 6
    assert [(one["from"]["charging_category"], one["ref"]) for one in tried["changed"]] == [
        ("E", "R-1004")
    ]
    assert (tried["people_affected"], tried["put_on_list"]) == (1, 0)
    _, applied = run(capsys, *ask, "--apply")
    assert applied == tried | {"applied": True, "put_on_list": 1}


def test_a_pack_file_is_tried_whole_and_refused_where_a_byte_was_changed(
    demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def ended(shelves: dict[str, Any]) -> None:
        group(shelves, "asylum_seeker")["in_force_to"] = "2020-12-31"

    pack = PackKey().signed(edited_pack("2026.12", ended))
    (tmp_path / "new.recoup-pack").write_bytes(pack)
    (tmp_path / "bent.recoup-pack").write_bytes(pack.replace(b"2020-12-31", b"2021-12-31"))
    ask = ["redetermine", "--data", str(demo), "--user", "officer", *AT, "--pack"]
    code, tried = run(capsys, *ask, str(tmp_path / "new.recoup-pack"))
    assert (code, tried["rules_version"]) == (0, "2026.12")
    assert tried["tallies"] == [{"from": "E", "to": "P", "cases": 1}]
    code, answer = run(capsys, *ask, str(tmp_path / "bent.recoup-pack"))
    assert (code, answer["error"]["code"]) == (1, "bad_signature")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--pack", "nowhere"], "not_found"),
        (["--pack", "."], "bad_pack"),
        (["--pack", "builtin", "--on", "6 January"], "bad_date"),
        (["--pack", "builtin", "--on", "2015-04-05"], "date_out_of_range"),
        (["--pack", "builtin", "--user", "clerk"], "not_allowed"),
    ],
)
def test_what_cannot_be_tried_is_refused_in_a_sentence(
    demo: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    code: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    refused, answer = run(capsys, "redetermine", "--data", str(demo), *words, *AT)
    assert (refused, answer["error"]["code"]) == (1, code)
    assert answer["error"]["message"].endswith(".")


def test_rules_with_a_fault_in_them_are_refused_before_any_case_is_tried(
    demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = edition(tmp_path / "rules", ("rules/groups.toml", "in_force_from = 2016-02-01\n", ""))
    code, answer = run(capsys, "redetermine", "--data", str(demo), "--pack", str(broken), *AT)
    assert (code, answer["error"]["code"]) == (1, "bad_pack")
    assert "in_force_from" in answer["error"]["message"]


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("diary", ["--until", "soon"]),
        ("overrides", ["--from", "March"]),
        ("overrides", ["--from", "2026-03-09", "--to", "2026-03-08"]),
    ],
)
def test_a_day_that_is_none_is_refused(
    demo: Path, capsys: pytest.CaptureFixture[str], command: str, words: list[str]
) -> None:
    code, answer = run(capsys, command, "--data", str(demo), "--user", "officer", *words)
    assert (code, answer["error"]["code"]) == (1, "bad_date")


def test_overrides_count_the_days_asked_for_and_name_nobody(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ask = ["overrides", "--data", str(demo), "--user", "officer"]
    _, all_of_it = run(capsys, *ask)
    _, that_day = run(capsys, *ask, "--from", "2026-03-09", "--to", "2026-03-09")
    _, the_day_after = run(capsys, *ask, "--from", "2026-03-10")
    assert (all_of_it["decisions"], that_day["decisions"], the_day_after["decisions"]) == (4, 4, 0)
    assert the_day_after["rate_percent"] is None
    assert "officer" not in json.dumps(all_of_it)
