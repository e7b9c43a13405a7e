"""A laptop away too long, from the window and the command line: it sends without its key."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.cli import main
from app.core.errors import Known
from app.core.ports import stamp
from app.services import meeting
from app.spool.roster import Duty
from app.store import sealed_files
from app.store.key_file import Protection
from tests.desks import MORNING, QUICK, add_visitor, make_desk, register_visitor
from tests.services.sealed import MadeUpTrust, made_up_trust
from ui.models.opening import OpeningModel
from ui.work import Inline

PASSPHRASE = "four quiet words here"
RECOVERY = "ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345-6789"
LATER = stamp(MORNING + timedelta(days=8))


@pytest.fixture
def trust(tmp_path: Path) -> MadeUpTrust:
    return made_up_trust(tmp_path)


@pytest.fixture
def folder(trust: MadeUpTrust) -> Path:
    """The closed folder of a ward laptop with a registration that nobody has."""
    desk = make_desk(
        trust.folder / "D01",
        protection=Protection(passphrase=PASSPHRASE, recovery_key=RECOVERY, cost=QUICK),
    )
    desk.keep_trust(replace(desk.trust, share=str(trust.folder / "share")), "Ward 7")
    trust.let_in(desk, Duty.WARD)
    meeting.meet(desk, trust.share)
    register_visitor(desk, add_visitor(desk))
    desk.db.close()
    return trust.folder / "D01" / "desk"


def test_security_5_the_window_says_what_to_do_and_sends_what_is_sealed(
    trust: MadeUpTrust, folder: Path
) -> None:
    opening = OpeningModel(Inline(), folder, folder / "demo")
    refused: list[Known] = []
    said: list[str] = []
    opening.refused.connect(refused.append)
    opening.sent.connect(said.append)
    opening.open(PASSPHRASE)  # by the machine's own clock, long after the made-up morning
    assert [one.code for one in refused] == ["locked_away"]
    assert "recovery key" in refused[0].message
    lying = sealed_files.names(folder)
    assert lying
    assert set(lying) <= {path.name for path in (trust.folder / "share").iterdir()}
    assert said == [f"What this locked laptop held sealed is on the share now: {len(lying)} files."]


def test_security_5_sync_sends_from_a_locked_laptop_and_unlock_opens_it_again(
    trust: MadeUpTrust,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("RECOUP_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("RECOUP_RECOVERY_KEY", RECOVERY)
    data = ["--data", str(folder), "--now", LATER]
    sync = ["sync", *data, "--user", "clerk", "--share", str(trust.folder / "share")]
    assert main(sync) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer == {
        "contract_version": 1,
        "locked": True,
        "sealed_files": len(sealed_files.names(folder)),
    }
    monkeypatch.setenv("RECOUP_PASSPHRASE", "another four quiet words")
    assert main(["unlock", *data]) == 0
    assert json.loads(capsys.readouterr().out)["unlocked"] is True
    assert main(sync) == 0
    assert json.loads(capsys.readouterr().out)["sealed"]["made"] == 0
