"""`recoup intake` with an inbox, and as a service: from the outside, in a process of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from app.cli.service_secrets import FOLDER, secret
from app.core.errors import BadInput
from app.library import resource
from app.spool.share import FolderShare
from tests.spool.killer import ROOT
from tests.spool.made import Sender, put
from tests.spool.test_exchange_commands import run

NOW = "2026-04-15T17:20:11Z"


@pytest.fixture
def command(folder: Path, tmp_path: Path) -> tuple[str, ...]:
    """An intake with its inbox."""
    (tmp_path / "inbox").mkdir()
    return (
        *("intake", "--share", str(folder), "--ledger", str(tmp_path / "ledger" / "l.db")),
        *("--mode", "test", "--inbox", str(tmp_path / "inbox")),
    )


def test_what_was_written_for_the_ledger_is_said(
    command: tuple[str, ...],
    share: FolderShare,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    batch = Sender().usual(1)
    put(batch, share)
    code, told, _ = run(capsys, *command, "--mapping", "oracle_autoinvoice", "--now", NOW)
    assert (code, told["inbox"]) == (0, {"written": [str(batch.stem)], "left": []})
    code, told, _ = run(capsys, *command, "--mapping", "oracle_autoinvoice", "--now", NOW)
    assert (code, told["inbox"]) == (0, {"written": [], "left": []})
    assert len(list((tmp_path / "inbox").iterdir())) == 4


def test_what_could_not_be_written_is_said_with_exit_code_1(
    command: tuple[str, ...],
    share: FolderShare,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    put(Sender().usual(1), share)
    (tmp_path / "inbox").rmdir()
    code, told, sentence = run(capsys, *command, "--mapping", "neutral", "--now", NOW)
    assert (code, told["error"]["code"]) == (1, "inbox_unavailable")
    assert "The ledger’s inbox cannot be reached" in sentence
    assert told["counts"]["ACCEPTED"] == 1


def test_a_mapping_of_the_trusts_own_is_read_from_its_file(
    command: tuple[str, ...],
    share: FolderShare,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    put(Sender().usual(1), share)
    text = resource("ledgers", "oracle_autoinvoice.toml").read_text(encoding="utf-8")
    own = tmp_path / "ours.toml"
    own.write_text(text.replace('org_id = "101"', 'org_id = "207"'), encoding="utf-8")
    code, _, _ = run(capsys, *command, "--mapping", str(own), "--now", NOW)
    assert code == 0
    (lines,) = (tmp_path / "inbox").glob("*_RA_INTERFACE_LINES_ALL.csv")
    assert ",207," in lines.read_text(encoding="utf-8")
    assert tomllib.loads(own.read_text(encoding="utf-8"))["settings"]["org_id"] == "207"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ((), "inbox_and_mapping"),
        (("--mapping", "sage"), "unknown_mapping"),
        (("--mapping", "gone.toml"), "not_found"),
        (("--mapping", "neutral", "--watch", "--every", "soon"), "bad_every"),
    ],
)
def test_a_wrong_order_is_refused_before_anything_is_done(
    command: tuple[str, ...],
    more: tuple[str, ...],
    code: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    exit_code, told, _ = run(capsys, *command, *more)
    assert (exit_code, told["error"]["code"]) == (1, code)
    assert not (tmp_path / "ledger").exists()


def test_a_mapping_that_is_no_toml_is_refused(
    command: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for data in (b"about = ", b"\xff", b"#" * (1 << 20) + b"##"):
        (tmp_path / "own.toml").write_bytes(data)
        code, told, _ = run(capsys, *command, "--mapping", str(tmp_path / "own.toml"))
        assert (code, told["error"]["code"]) == (1, "bad_mapping")


def test_the_inbox_is_never_the_share(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, told, _ = run(
        capsys,
        *("intake", "--share", str(folder), "--ledger", str(tmp_path / "l.db"), "--mode", "test"),
        *("--inbox", f"{folder}/", "--mapping", "neutral"),
    )
    assert (code, told["error"]["code"]) == (1, "inbox_is_share")


def test_a_service_takes_what_comes_says_so_line_by_line_and_ends_when_asked(
    command: tuple[str, ...], share: FolderShare, tmp_path: Path
) -> None:
    sender = Sender()
    put(sender.usual(1), share)
    status = tmp_path / "status.json"
    service = subprocess.Popen(
        [
            *(sys.executable, "-m", "app", *command, "--mapping", "neutral"),
            *("--watch", "--every", "1", "--status", str(status)),
        ],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert service.stdout is not None
    first = json.loads(service.stdout.readline())
    assert (first["turn"], first["state"], first["counts"]) == (1, "working", {"ACCEPTED": 1})
    assert first["inbox"] == {"written": 1, "left": []}
    put(sender.usual(2), share)
    taken = 0
    while not taken:
        taken = json.loads(service.stdout.readline())["counts"].get("ACCEPTED", 0)
    assert json.loads(status.read_text())["state"] == "working"
    service.send_signal(signal.SIGTERM)
    rest, _ = service.communicate()
    assert json.loads(rest.splitlines()[-1])["state"] == "stopped"
    assert service.returncode == 0
    assert json.loads(status.read_text())["state"] == "stopped"
    assert len(list((tmp_path / "inbox").iterdir())) == 8


def test_a_service_set_up_wrongly_ends_with_a_sentence(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / "ledger").mkdir()
    (tmp_path / "ledger" / "l.db").write_bytes(b"not a ledger at all")
    ended = subprocess.run(
        [sys.executable, "-m", "app", *command, "--mapping", "neutral", "--watch"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 1
    assert ended.stderr.strip()
    assert "Traceback" not in ended.stderr


def test_what_was_put_aside_is_listed(
    command: tuple[str, ...], share: FolderShare, capsys: pytest.CaptureFixture[str]
) -> None:
    put(Sender().usual(1), share)
    run(capsys, *command, "--mapping", "neutral", "--now", NOW)
    code, told, _ = run(capsys, *command, "--quarantine")
    assert code == 0
    assert told["trusts"] == [{"provider": "R1H", "put_aside": []}]


def test_h6_a_service_is_given_its_secrets_in_files_of_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(FOLDER, raising=False)
    assert secret("hub-passphrase") is None
    monkeypatch.setenv(FOLDER, str(tmp_path))
    assert secret("hub-passphrase") is None
    (tmp_path / "hub-passphrase").write_text("four quiet words here\n")
    assert secret("hub-passphrase") == "four quiet words here"
    for odd in (b"\xff", b"a" * 5_000):
        (tmp_path / "hub-passphrase").write_bytes(odd)
        with pytest.raises(BadInput):
            secret("hub-passphrase")


def unit() -> dict[str, list[str]]:
    """The lines of the service's unit, by key."""
    found: dict[str, list[str]] = {}
    text = (ROOT / "installer" / "recoup-intake.service").read_text(encoding="utf-8")
    for line in text.splitlines():
        if "=" in line and not line.startswith("#"):
            key, _, value = line.partition("=")
            found.setdefault(key, []).append(value)
    return found


def test_h6_the_unit_gives_the_service_no_more_than_it_needs() -> None:
    found = unit()
    assert found["Restart"] == ["on-failure"]
    assert "hub-passphrase:/etc/recoup/hub-passphrase" in found["LoadCredential"]
    for key in ("NoNewPrivileges", "PrivateTmp", "ProtectHome", "MemoryDenyWriteExecute"):
        assert found[key] == ["yes"]
    assert found["ProtectSystem"] == ["strict"]
    assert found["CapabilityBoundingSet"] == [""]


def test_the_system_reads_the_unit(tmp_path: Path) -> None:
    checker = Path("/usr/bin/systemd-analyze")
    if not checker.exists():
        pytest.skip("no systemd on this machine")
    text = (ROOT / "installer" / "recoup-intake.service").read_text(encoding="utf-8")
    lines = [
        "ExecStart=/bin/true" if line.startswith("ExecStart=") else line
        for line in text.replace("\\\n", " ").splitlines()
    ]
    made = tmp_path / "recoup-intake.service"
    made.write_text("\n".join(lines) + "\n", encoding="utf-8")
    checked: Any = subprocess.run(
        [checker, "verify", made],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "SYSTEMD_LOG_LEVEL": "warning"},
    )
    assert "recoup-intake.service:" not in checked.stderr, checked.stderr
