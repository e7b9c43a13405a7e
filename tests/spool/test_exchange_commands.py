"""`recoup intake` and `recoup verify`, from the outside."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.cli import main
from app.core.trust import Mode
from app.shares import PASSWORD as PASSWORD_VARIABLE
from app.spool.share import FolderShare
from tests.cupboard import key_store
from tests.spool.made import SAMPLE, Sender, invoice, put
from tests.spool.samba import PASSWORD, Samba
from tests.spool.test_envelope import STEM

NOW = "2026-04-15T17:20:11Z"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any], str]:
    code = main(arguments)
    shown = capsys.readouterr()
    return code, json.loads(shown.out), shown.err


def test_intake_takes_answers_and_a_repeat_changes_nothing(
    share: FolderShare, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(Sender().usual(1), share)
    command = ("intake", "--share", str(folder), "--now", NOW)
    url = f"sqlite:///{tmp_path}/ledger/finance.db"
    code, first, _ = run(capsys, *command, "--ledger", url, "--mode", "test")
    assert code == 0
    (batch,) = first["batches"]
    assert (batch["status"], batch["ledger_batch_no"]) == ("ACCEPTED", "SL2026-000001")
    assert batch["accepted"] == {"CUS": 1, "INV": 1, "RCP": 1}
    assert batch["accepted_control_total_pence"] == {"INV": 80_000, "RCP": 80_000}
    code, again, _ = run(capsys, *command, "--ledger", url)
    assert code == 0
    assert again["counts"]["DUPLICATE"] == 1
    assert again["batches"][0]["batch_id"] == batch["batch_id"]
    assert again["totals"] == first["totals"]


def test_intake_reads_a_share_on_a_server_with_a_password_from_the_environment(
    samba: Samba,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put(Sender().usual(1), FolderShare(samba.folder))
    ledger = str(tmp_path / "ledger" / "finance.db")
    command = ("intake", "--share", samba.address(), "--ledger", ledger, "--mode", "test")
    monkeypatch.delenv(PASSWORD_VARIABLE, raising=False)
    with key_store(None):
        code, refused, sentence = run(capsys, *command)
        assert (code, refused["error"]["code"]) == (1, "share_password")
        assert PASSWORD_VARIABLE in sentence
        monkeypatch.setenv(PASSWORD_VARIABLE, "wrong")
        code, refused, _ = run(capsys, *command)
        assert (code, refused["error"]["code"]) == (1, "share_sign_in")
        assert not Path(ledger).exists(), "a share that does not answer makes no ledger"
        monkeypatch.setenv(PASSWORD_VARIABLE, PASSWORD)
        code, taken, _ = run(capsys, *command)
    assert code == 0
    assert taken["counts"]["ACCEPTED"] == 1
    assert any(path.name.endswith("_ACK.json") for path in samba.folder.iterdir())


def test_a_password_in_the_address_is_refused_and_not_said_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    address = "smb://me:hunter2@files/finance"
    code, refused, sentence = run(capsys, "intake", "--share", address, "--ledger", str(tmp_path))
    assert (code, refused["error"]["code"]) == (1, "bad_share")
    assert "Leave the password out" in sentence
    assert "hunter2" not in json.dumps(refused) + sentence


def test_the_same_intake_gives_the_same_words(
    share: FolderShare, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(Sender().usual(1), share)
    answers = []
    for name in ("one", "two"):
        ledger = str(tmp_path / name / "l.db")
        command = ("intake", "--share", str(folder), "--ledger", ledger, "--mode", "test")
        answers.append(run(capsys, *command, "--now", NOW)[1])
    assert answers[0]["totals"] == answers[1]["totals"]
    assert answers[0]["batches"][0]["batch_id"] == answers[1]["batches"][0]["batch_id"]


def test_intake_says_which_batch_is_refused_and_what_to_do(
    share: FolderShare, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(Sender(mode=Mode.DEMO).usual(1), share)
    ledger = str(tmp_path / "ledger.db")
    command = ("intake", "--share", str(folder), "--ledger", ledger, "--mode", "test")
    code, shown, said = run(capsys, *command)
    assert code == 1
    assert shown["error"]["code"] == "E108"
    assert "Name the ledger that is for such batches." in said


def test_a_row_that_comes_back_does_not_fail_the_run(
    share: FolderShare, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(Sender().batch(invoices=[invoice(1)]), share)
    ledger = str(tmp_path / "ledger.db")
    code, shown, _ = run(
        capsys, "intake", "--share", folder.as_uri(), "--ledger", ledger, "--mode", "test"
    )
    assert code == 0
    (batch,) = shown["batches"]
    assert batch["status"] == "PARTIAL"
    assert [(why["code"], why["doc_no"]) for why in batch["reasons"]] == [("E201", "R1H26OV000001")]


@pytest.mark.parametrize(
    ("share_url", "ledger_url", "error"),
    [
        ("{tmp}/absent", "{tmp}/l.db", "share_unavailable"),
        ("smb://server/x", "{tmp}/l.db", "bad_share"),
        ("{tmp}/share", "oracle://x", "bad_ledger"),
        ("{tmp}/share", "{tmp}/l.db", "mode_needed"),
    ],
)
def test_what_cannot_be_opened_is_one_sentence_and_nothing_is_made(
    share_url: str,
    ledger_url: str,
    error: str,
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, shown, said = run(
        capsys,
        *("intake", "--share", share_url.format(tmp=tmp_path)),
        *("--ledger", ledger_url.format(tmp=tmp_path)),
    )
    assert (code, shown["error"]["code"]) == (1, error)
    assert said.count("\n") == 1
    assert list(tmp_path.iterdir()) == [folder]


def test_a_live_ledger_takes_its_passphrase_from_the_environment(
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("RECOUP_PASSPHRASE", raising=False)
    command = ("intake", "--share", str(folder), "--ledger", str(tmp_path / "l.db"))
    assert run(capsys, *command, "--mode", "live")[1]["error"]["code"] == "passphrase_needed"
    monkeypatch.setenv("RECOUP_PASSPHRASE", "four words of mine")
    # It opens, and takes sealed envelopes alone.
    assert run(capsys, *command, "--mode", "live")[1]["error"]["code"] == "not_sealed"
    told = run(capsys, "ledger", "--ledger", str(tmp_path / "l.db"))[1]
    assert told["ledger_mode"] == "live"
    monkeypatch.setenv("RECOUP_PASSPHRASE", "four words of yours")
    assert run(capsys, *command)[1]["error"]["code"] == "wrong_passphrase"


@pytest.mark.parametrize("end", ["", "_", "_MAN.json", "_INV.csv", "_ACK.json"])
def test_verify_finds_the_sample_sound_by_any_of_its_names(
    end: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, shown, _ = run(capsys, "verify", str(SAMPLE / f"{STEM}{end}"))
    assert (code, shown["sound"], shown["refusals"]) == (0, True, [])
    assert shown["counts"] == {"CUS": 2, "INV": 3, "RCP": 2}
    assert [entry["sha256"][:4] for entry in shown["files"]] == ["2aa3", "d3b6", "49ab"]
    assert shown["totals"]["receipt_pence"] == 500_000
    assert shown["chain"] == "previous batch is not here"


def test_verify_sees_the_chain_where_its_neighbour_lies_beside(
    share: FolderShare, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sender = Sender()
    first, second = sender.usual(1), sender.usual(2)
    broken = sender.batch(previous_manifest_sha256="e" * 64)
    headless = Sender(device="D08").batch(previous_manifest_sha256="e" * 64)
    for batch in (first, second, broken, headless):
        put(batch, share)
    shown = [
        run(capsys, "verify", str(folder / str(batch.stem)))[1]
        for batch in (first, second, broken, headless)
    ]
    assert [each["chain"] for each in shown] == ["first", "follows", "broken", "broken"]
    assert shown[2]["error"]["code"] == "E107"


def test_verify_names_each_refusal_with_its_code(
    share: FolderShare, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    batch = Sender().usual(1)
    put(batch, share)
    (folder / batch.files[0][0]).unlink()
    (folder / batch.files[1][0]).write_bytes(b"x")
    code, shown, said = run(capsys, "verify", str(folder / batch.stem.manifest))
    assert (code, shown["sound"], shown["error"]["code"]) == (1, False, "E102")
    assert [refusal["code"] for refusal in shown["refusals"]] == ["E102", "E103"]
    assert "E102" in said


def test_verify_refuses_rows_and_manifests_alike(
    share: FolderShare, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = Sender().batch(invoices=[invoice(1, currency="EUR")])
    put(rows, share)
    shown = run(capsys, "verify", str(folder / str(rows.stem)))[1]
    assert [(r["code"], r["record_no"]) for r in shown["refusals"]] == [("E208", 1)]
    (folder / rows.stem.manifest).write_bytes(b"{}")
    assert run(capsys, "verify", str(folder / str(rows.stem)))[1]["error"]["code"] == "E103"
    copy = str(rows.stem)[:-1] + "9"
    (folder / f"{copy}_MAN.json").write_bytes(rows.manifest_bytes)
    assert run(capsys, "verify", str(folder / copy))[1]["error"]["code"] == "E102"


@pytest.mark.parametrize(
    ("batch", "error"),
    [
        ("letter.pdf", "bad_batch"),
        (STEM, "not_found"),
        (f"absent/{STEM}", "not_found"),
    ],
)
def test_verify_of_nothing_says_what_to_name(
    batch: str, error: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, shown, _ = run(capsys, "verify", str(tmp_path / batch))
    assert (code, shown["error"]["code"]) == (1, error)


def test_the_ledger_is_told_which_codes_and_days_it_takes_of_a_trust(
    share: FolderShare, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger = str(tmp_path / "ledger" / "finance.db")
    sender = Sender()
    put(sender.usual(1), share)
    run(capsys, "intake", "--share", str(folder), "--ledger", ledger, "--mode", "test")
    listing = ("--trust", "R1H", "--code", "gl_account=9999", "--period", "2030-01-01..2030-01-31")
    for _ in range(2):  # listing again changes nothing
        assert run(capsys, "ledger", "--ledger", ledger, *listing)[0] == 0
    put(sender.usual(2), share)
    told = run(capsys, "intake", "--share", str(folder), "--ledger", ledger, "--now", NOW)[1]
    rejected = told["batches"][-1]["rejected"]
    assert rejected["INV"] == 1


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (("--code", "gl_account=1"), "trust_needed"),
        (("--trust", "R1H", "--code", "gl_account"), "bad_code"),
        (("--trust", "R1H", "--code", "account=1"), "bad_code"),
        (("--trust", "R1H", "--period", "2026-04-01"), "bad_date"),
        (("--trust", "R1H", "--period", "2026-04-30..2026-04-01"), "bad_period"),
        (("--trust", "R1H", "--period", "2030-01-01..2030-02-28"), "bad_period"),
    ],
)
def test_a_code_or_a_period_that_is_none_is_refused(
    share: FolderShare,
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    given: tuple[str, ...],
    code: str,
) -> None:
    ledger = str(tmp_path / "ledger" / "finance.db")
    put(Sender().usual(1), share)
    run(capsys, "intake", "--share", str(folder), "--ledger", ledger, "--mode", "test")
    january = ("--trust", "R1H", "--period", "2030-01-01..2030-01-31")
    assert run(capsys, "ledger", "--ledger", ledger, *january)[0] == 0
    status, told, _ = run(capsys, "ledger", "--ledger", ledger, *given)
    assert (status, told["error"]["code"]) == (1, code)
