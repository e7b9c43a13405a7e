"""A trust through the real commands: founded, machines let in, records sealed, one taken off."""

from __future__ import annotations

import json
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.cli import main
from app.core.trust import Mode
from app.services.desk import Desk
from app.services.trust_keys import unlock
from app.spool.sealed import read
from app.store.key_file import Protection
from tests.desks import QUICK, add_visitor, make_desk, register_visitor, sign_in
from tests.documents.reading import texts
from tests.services.work import invoiced

pytestmark = [pytest.mark.journey, pytest.mark.slow]

PASSPHRASE = "correct horse battery staple"
SECRETS = {
    "RECOUP_PASSPHRASE": PASSPHRASE,
    "RECOUP_TRUST_PASSPHRASE": "four quiet words here",
    "RECOUP_HUB_PASSPHRASE": "other quiet words here",
}
NOW = ("--now", "2026-03-09T16:00:00Z")


@dataclass
class Trust:
    """Everybody's commands, in one folder; `keys` is the key file in use."""

    home: Path
    capsys: pytest.CaptureFixture[str]
    said: str = ""
    keys: str = "trust.keys"

    def does(self, *words: object, code: int = 0) -> Any:
        """Run a command; its document."""
        ended = main([str(word) for word in words])
        told = self.capsys.readouterr()
        self.said = told.err
        assert ended == code, told
        return json.loads(told.out)

    def refused(self, wanted: str, *words: object) -> None:
        """Run a command that is refused with this code and one sentence."""
        document = self.does(*words, code=1)
        assert document["error"]["code"] == wanted
        assert document["error"]["message"].endswith(".")

    def machine(self, device: str) -> Desk:
        """A live desk with people, asked for its passphrase."""
        locked = Protection(passphrase=PASSPHRASE, cost=QUICK)
        return make_desk(self.home / device, mode=Mode.LIVE, protection=locked, device=device)

    def store(self, device: str) -> Path:
        """The data folder of a machine."""
        return self.home / device / "desk"

    def let_in(self, device: str, *duties: str) -> None:
        """Request, grant, join, with both fingerprints compared."""
        data = ("--data", self.store(device), "--user", "admin", *NOW)
        asked = self.does(
            "devices", "request", "--name", f"Machine {device}", "--out", f"{device}.request", *data
        )
        assert asked["fingerprint"] in self.said
        duty = [word for one in duties for word in ("--duty", one)]
        granted = self.does(
            "devices",
            "grant",
            f"{device}.request",
            *duty,
            "--fingerprint",
            asked["fingerprint"],
            "--keys",
            self.keys,
            "--share",
            "share",
            "--out",
            f"{device}.grant",
            *NOW,
        )
        assert granted["granted"]["duties"] == sorted(duties)
        joined = self.does("devices", "join", f"{device}.grant", "--root", granted["root"], *data)
        assert joined["machine"]["joined"]

    def sync(self, device: str, **more: Any) -> Any:
        """One exchange of a machine."""
        return self.does(
            "sync", "--data", self.store(device), "--share", "share", "--user", "finance", **more
        )

    def intake(self) -> Any:
        """Finance's run over a live ledger."""
        return self.does(
            "intake", "--share", "share", "--ledger", "sqlite:///ledger.db", "--mode", "live",
            "--keys", "hub.keys", *NOW,
        )  # fmt: skip

    def let_hub_in(self, out: str = "hub.keys") -> Any:
        """Finance's side, with a key file."""
        office = ("--keys", self.keys, "--share", "share", *NOW)
        return self.does("devices", "let-hub-in", "--code", "HUB", "--out", out, *office)

    def envelopes(self, device: str) -> set[str]:
        """The envelopes of a machine on the share."""
        return {path.name for path in (self.home / "share").glob(f"RECOUP_R1H_{device}_*.env")}


@pytest.fixture
def trust(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Trust:
    monkeypatch.chdir(tmp_path)
    for name, words in SECRETS.items():
        monkeypatch.setenv(name, words)
    (tmp_path / "share").mkdir()
    found = Trust(tmp_path, capsys)
    founded = found.does(
        "devices", "found", "--trust", "R1H", "--name", "Northmoor General", "--keys", "trust.keys",
        "--sheet", "recovery.pdf", "--out", "first.list", "--share", "share", *NOW,
    )  # fmt: skip
    assert founded["edition"] == 1
    return found


def test_security_3_4_live_records_travel_sealed_and_are_acknowledged(trust: Trust) -> None:
    desk = trust.machine("D01")
    invoiced(desk)
    desk.db.close()
    trust.refused(
        "not_joined",
        "sync", "--data", trust.store("D01"), "--share", "share", "--user", "finance",
    )  # fmt: skip
    trust.let_in("D01", "desk", "officer")
    trust.let_hub_in()
    sent = trust.sync("D01")
    assert sent["sealed"]["sent"] >= 2
    assert sent["acknowledged"] == 0
    for path in (trust.home / "share").iterdir():
        assert b"Okafor" not in path.read_bytes(), path.name
        assert path.suffix in (".env", ".json"), "no plain file of a batch on the share"
    taken = trust.intake()
    assert [one["status"] for one in taken["batches"]] == ["ACCEPTED"]
    assert taken["sealed"]["put_aside"] == []
    answered = trust.sync("D01")
    assert (answered["waiting"], answered["unsent"], answered["acknowledged"]) == (0, 0, 2)


def test_security_3_4_a_machine_taken_off_the_list_is_believed_no_more(trust: Trust) -> None:
    for device in ("D01", "D02"):
        desk = trust.machine(device)
        register_visitor(desk, add_visitor(desk))
        desk.db.close()
    trust.let_in("D01", "desk", "officer")
    trust.let_in("D02", "desk")
    trust.let_hub_in()
    trust.sync("D02")
    assert trust.intake()["sealed"]["taken_in"] == 1
    office = ("--keys", trust.keys, "--share", "share", *NOW)
    trust.refused("no_reason", "devices", "revoke", "D02", "--because", "new keys", *office)
    assert trust.does("devices", "revoke", "D02", "--because", "stolen", *office)["edition"] == 5
    _send_as_if_it_had_not_heard(trust, "D02")
    after = trust.intake()["sealed"]
    assert [one["code"] for one in after["put_aside"]] == ["S104"]
    assert after["taken_in"] == 0
    # What the machine itself does once it hears of it: it seals what it has, and is wiped.
    refused = trust.sync("D02", code=1)
    assert refused["error"]["code"] == "wiped"
    trust.refused("wiped", "devices", "list", "--data", trust.store("D02"), "--user", "admin", *NOW)


def test_a_new_key_of_the_trust_leaves_old_envelopes_readable_and_waits_for_the_hub(
    trust: Trust,
) -> None:
    desk = trust.machine("D01")
    register_visitor(desk, add_visitor(desk))
    desk.db.close()
    trust.let_in("D01", "desk", "officer")
    trust.let_hub_in()
    trust.sync("D01")
    before = trust.envelopes("D01")
    turned = trust.does(
        "devices", "rotate", "--keys", "trust.keys", "--out", "trust-2.keys", "--sheet",
        "recovery-2.pdf", "--name", "Northmoor General", "--share", "share", *NOW,
    )  # fmt: skip
    assert turned["hubs"] == ["HUB"]
    trust.refused(
        "older_keys",
        "devices", "revoke", "D01", "--because", "lost", "--keys", "trust.keys", "--share", "share",
    )  # fmt: skip
    trust.refused(
        "older_keys",
        "intake", "--share", "share", "--ledger", "sqlite:///ledger.db", "--mode", "live",
        "--keys", "hub.keys",
    )  # fmt: skip
    trust.keys = "trust-2.keys"
    (trust.home / "hub.keys").rename(trust.home / "old-hub.keys")
    trust.let_hub_in()
    trust.sync("D01")  # hears of the new key
    _register_one_more(trust, "D01")
    trust.sync("D01")
    assert trust.envelopes("D01") > before
    assert trust.intake()["sealed"]["taken_in"] == len(trust.envelopes("D01"))
    # Whoever has the new sheet opens everything, the old envelopes as well.
    secret = _key_on(trust.home / "recovery-2.pdf")
    own = unlock((trust.home / "trust-2.keys").read_bytes(), secret)
    for name in trust.envelopes("D01"):
        envelope = read((trust.home / "share" / name).read_bytes())
        assert any(envelope.is_for(one.public.seal) and envelope.open(one) for one in own.openers)


def test_key_files_are_for_their_owner_and_no_file_is_replaced(trust: Trust) -> None:
    trust.let_hub_in()
    for name in ("trust.keys", "hub.keys", "recovery.pdf"):
        assert stat.S_IMODE((trust.home / name).stat().st_mode) == 0o600
    office = ("--keys", "trust.keys", "--share", "share")
    again = ("devices", "let-hub-in", "--code", "HUB", "--out", "hub.keys", *office)
    before = sorted(path.name for path in (trust.home / "share").iterdir())
    trust.refused("exists", *again)
    assert sorted(path.name for path in (trust.home / "share").iterdir()) == before
    founding = (
        "devices", "found", "--trust", "R1H", "--name", "x", "--keys", "second.keys",
        "--sheet", "second.pdf", "--out", "second.list", "--share", "share",
    )  # fmt: skip
    trust.refused("trust_founded", *founding)
    assert not (trust.home / "second.keys").exists()


def test_a_list_is_read_from_the_share_and_held_to_a_fingerprint(trust: Trust) -> None:
    root = trust.does("devices", "list", "--roster", "first.list")["root"]
    listed = trust.does("devices", "list", "--share", "share", "--root", root)
    assert (listed["trust"], listed["edition"], listed["devices"]) == ("R1H", 1, [])
    trust.refused("other_fingerprint", "devices", "list", "--share", "share", "--root", "0000")
    trust.refused("no_list", "devices", "list")
    (trust.home / "empty").mkdir()
    trust.refused("no_roster", "devices", "list", "--share", "empty")


def _key_on(sheet: Path) -> str:
    """The recovery key, read off its page: eight groups of four letters and digits in a row."""
    words = " ".join(texts(sheet.read_bytes())).split()
    for at in range(len(words) - 7):
        groups = words[at : at + 8]
        if all((len(one) == 4 and one.isupper()) or one.isdigit() for one in groups):
            return "-".join(groups)
    raise AssertionError("no key on the sheet")


def _opened(trust: Trust, device: str) -> Desk:
    from app.machine import FixedClock
    from app.opening import open_desk
    from tests.desks import MORNING

    desk = open_desk(trust.store(device), clock=FixedClock(MORNING), ask=lambda: PASSPHRASE)
    desk.password_cost = QUICK
    sign_in(desk, "clerk")
    return desk


def _register_one_more(trust: Trust, device: str) -> None:
    desk = _opened(trust, device)
    register_visitor(desk, add_visitor(desk, family_name="Mbeki", given_names="Zola"))
    desk.db.close()


def _send_as_if_it_had_not_heard(trust: Trust, device: str) -> None:
    """Seal and send by the old list: what somebody with the stolen machine would do."""
    from app.services import dispatching
    from app.shares import open_share

    _register_one_more(trust, device)
    desk = _opened(trust, device)
    dispatching.seal_waiting(desk)
    share = open_share("share")
    for sequence in dispatching.unsent(desk):
        envelope = dispatching.to_send(desk, sequence)
        assert envelope is not None
        share.write_new(envelope.name, envelope.file)
    desk.db.close()
