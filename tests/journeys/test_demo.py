"""`recoup demo` as a stranger runs it: in an empty home, and again, and against every obstacle."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.core.trust import Mode
from app.services import exchange
from app.store.key_file import Protection
from app.store.lock import FolderLock
from tests.desks import QUICK, make_desk
from tests.documents.reading import says, texts
from tests.services.work import invoiced

pytestmark = [pytest.mark.journey, pytest.mark.slow]

ROOT = Path(__file__).parents[2]
PASSPHRASE = "correct horse battery staple"


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    document: Any
    said: str


def recoup(home: Path, *arguments: object, **environment: str) -> Ended:
    """Run the command in an empty home, in its own process, with `home` as the place to be."""
    home.mkdir(exist_ok=True)
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    ran = subprocess.run(
        [sys.executable, "-m", "app", *map(str, arguments)],
        cwd=home,
        env=kept | {"HOME": str(home), "PYTHONPATH": str(ROOT), "TMPDIR": str(home)} | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert "Traceback" not in ran.stderr
    return Ended(ran.returncode, json.loads(ran.stdout) if ran.stdout else None, ran.stderr)


def demo(home: Path, *more: object) -> Ended:
    return recoup(home, "demo", "--data", "data", "--share", "share", "--out", "out", *more)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("stranger") / "home"


@pytest.fixture(scope="module")
def done(home: Path) -> Ended:
    """The demo, run once."""
    return demo(home)


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def refused(ended: Ended, code: str) -> None:
    """Exit code 1, one JSON error, and one sentence for people that says what to do."""
    assert (ended.code, ended.document["error"]["code"]) == (1, code), ended
    sentence = ended.document["error"]["message"]
    assert ended.said.strip() == sentence
    assert sentence.endswith(".")
    assert len(sentence.splitlines()) == 1


def test_the_demo_keeps_its_contract(done: Ended) -> None:
    assert done.code == 0
    document = done.document
    assert next(iter(document)) == "contract_version"
    assert {"patients", "determinations", "estimates", "invoices", "batches", "acknowledged"} < set(
        document
    )
    assert {"path", "total"} <= set(document["estimates"][0])
    assert {"path", "number", "total"} <= set(document["invoices"][0])
    assert {"id", "files"} == set(document["batches"][0])
    assert (document["patients"], document["acknowledged"]) == (6, 1)
    assert isinstance(document["seconds"], float)
    for money in (*document["estimates"], *document["invoices"]):
        assert money["total"].count(".") == 1
        assert money["currency"] == "GBP"


def test_the_demos_determinations_cover_the_letters(done: Ended) -> None:
    letters = done.document["determinations"]
    assert letters.keys() >= {"A", "E", "F", "P"}
    assert letters.keys() & {"C", "D"}
    assert sum(letters.values()) == done.document["patients"]


def test_every_page_of_the_demo_opens_and_says_demo(home: Path, done: Ended) -> None:
    made = done.document
    named = {one["path"] for kind in ("estimates", "invoices", "receipts") for one in made[kind]}
    assert named == {f"out/{path.name}" for path in (home / "out").iterdir()}
    for path in (home / "out").glob("*.pdf"):
        pages = texts(path.read_bytes())
        assert pages
        assert all("DEMO" in page for page in pages), path.name


def test_the_batch_is_sound_and_a_repeat_changes_nothing(home: Path, done: Ended) -> None:
    (batch,) = done.document["batches"]
    before = files(home / "share")
    manifest = next(name for name in batch["files"] if name.endswith("_MAN.json"))
    found = recoup(home, "verify", home / "share" / manifest)
    assert (found.code, found.document["sound"], found.document["mode"]) == (0, True, "demo")
    assert found.document["batch_id"] == batch["id"]
    ledger = ("--ledger", "data/finance/ledger.db")
    again = recoup(home, "intake", "--share", "share", *ledger)
    assert (again.code, again.document["counts"]["DUPLICATE"]) == (0, 1)
    synced = recoup(home, "sync", "--data", "data", "--share", "share")
    assert synced.code == 0
    assert (synced.document["batches"], synced.document["answered"]) == ([], [])
    assert (synced.document["acknowledged"], synced.document["waiting"]) == (5, 0)
    assert files(home / "share") == before


def test_the_audit_of_the_demo_is_sound(home: Path, done: Ended) -> None:
    found = recoup(home, "audit", "verify", "--data", "data")
    assert (found.code, found.document["sound"]) == (0, True)


def test_the_same_moment_and_seed_give_the_same_bytes(home: Path, done: Ended) -> None:
    again = demo(home.parent / "again")
    assert again.code == 0
    for folder in ("out", "share"):
        assert files(home / folder) == files(home.parent / "again" / folder)
    same = {key: value for key, value in again.document.items() if key != "seconds"}
    assert same == {key: value for key, value in done.document.items() if key != "seconds"}


def test_another_seed_gives_other_numbers(home: Path, done: Ended) -> None:
    other = demo(home.parent / "seeded", "--seed", "2")
    assert other.code == 0
    assert other.document["batches"][0]["id"] != done.document["batches"][0]["id"]


def test_h14_a_day_without_shipped_prices_takes_a_made_up_edition_labelled_so(
    tmp_path: Path,
) -> None:
    ran = demo(tmp_path / "later", "--now", "2026-11-22")
    assert ran.code == 0
    estimate = tmp_path / "later" / ran.document["estimates"][0]["path"]
    said = " ".join(texts(estimate.read_bytes()))
    assert "Made-up prices 2026/27" in said
    assert "2025/26" not in said


def test_a_folder_that_holds_something_is_refused_and_left_alone(home: Path, done: Ended) -> None:
    before = files(home)
    refused(demo(home), "exists")
    refused(
        recoup(home, "demo", "--data", "new", "--share", "share", "--out", "elsewhere"),
        "share_in_use",
    )
    assert files(home) == before
    assert not (home / "new").exists()
    assert not (home / "elsewhere").exists()


@pytest.mark.parametrize("blocked", ["data", "share", "out"])
def test_a_folder_that_cannot_be_written_is_refused_and_nothing_is_left(
    tmp_path: Path, blocked: str
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "file").write_text("in the way")
    places = {name: name for name in ("data", "share", "out")} | {blocked: "file/inside"}
    ended = recoup(home, "demo", *(word for name in places for word in (f"--{name}", places[name])))
    refused(ended, "unwritable")
    assert {path.name for path in home.iterdir()} == {"file"}


def test_a_demo_that_cannot_be_lived_leaves_nothing_behind(tmp_path: Path) -> None:
    refused(demo(tmp_path / "home", "--now", "2015-01-05"), "date_out_of_range")
    assert list((tmp_path / "home").iterdir()) == []
    refused(demo(tmp_path / "home", "--now", "yesterday"), "bad_date")


def test_commands_on_what_is_no_store_are_refused_in_a_sentence(home: Path, done: Ended) -> None:
    refused(recoup(home, "audit", "verify", "--data", "nowhere"), "no_trust")
    refused(recoup(home, "audit", "verify", "--data", "data/recoup.db"), "no_trust")
    refused(recoup(home, "sync", "--data", "data", "--share", "missing"), "share_unavailable")
    refused(recoup(home, "get", "R-9999", "--data", "data"), "not_found")
    refused(recoup(home, "search", "999 123 4560", "--data", "data"), "bad_nhs_number")
    refused(recoup(home, "users", "list", "--data", "data", "--user", "clerk"), "not_allowed")
    refused(recoup(home, "users", "list", "--data", "data", "--user", "who"), "not_found")
    assert recoup(home, "users", "--data", "data").code == 2


@pytest.fixture
def copied(home: Path, done: Ended, tmp_path: Path) -> Path:
    """The demo's store, to be spoilt."""
    for name, content in files(home / "data").items():
        (tmp_path / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "data" / name).write_bytes(content)
    return tmp_path / "data"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("recoup.db", b"This is no database at all.", "not_a_database"),
        ("recoup.db", b"", "not_a_database"),
        ("trust.toml", b"name = ", "bad_trust"),
        ("trust.toml", b'name = "only this"', "bad_trust"),
        ("trust.toml", b"\xff\xfe", "bad_trust"),
        ("key.json", b"{}", "key_file_damaged"),
    ],
)
def test_a_spoilt_file_is_named_and_left_as_it_is(
    copied: Path, name: str, content: bytes, code: str
) -> None:
    (copied / name).write_bytes(content)
    before = files(copied)
    refused(recoup(copied.parent / "home", "audit", "verify", "--data", copied), code)
    assert files(copied) == before


def test_a_tampered_page_is_found(copied: Path) -> None:
    spoilt = bytearray((copied / "recoup.db").read_bytes())
    spoilt[len(spoilt) // 2] ^= 1
    (copied / "recoup.db").write_bytes(spoilt)
    ended = recoup(copied.parent / "home", "audit", "verify", "--data", copied)
    assert ended.code == 1
    assert ended.document.get("sound") is False or ended.document["error"]["code"] == "damaged"


def test_a_second_instance_is_told_that_the_folder_is_in_use(copied: Path) -> None:
    lock = FolderLock(copied)
    try:
        refused(recoup(copied.parent / "home", "audit", "verify", "--data", copied), "locked")
    finally:
        lock.release()


@pytest.fixture
def live(tmp_path: Path) -> Path:
    """A live store with an invoice that waits to be sent."""
    locked = Protection(passphrase=PASSPHRASE, cost=QUICK)
    desk = make_desk(tmp_path, mode=Mode.LIVE, protection=locked)
    invoiced(desk)
    assert exchange.sync_state(desk).waiting == 2
    desk.db.close()
    (tmp_path / "share").mkdir()
    return tmp_path / "desk"


def test_a_live_store_asks_for_its_passphrase_and_for_who_acts(live: Path) -> None:
    home = live.parent / "home"
    users = ("users", "list", "--data", live)
    refused(recoup(home, *users, "--user", "admin"), "passphrase_needed")
    refused(recoup(home, *users, RECOUP_PASSPHRASE="not this one at all"), "wrong_passphrase")
    refused(recoup(home, *users, RECOUP_PASSPHRASE=PASSPHRASE), "no_user")
    listed = recoup(home, *users, "--user", "admin", RECOUP_PASSPHRASE=PASSPHRASE)
    assert (listed.code, len(listed.document["people"])) == (0, 7)


def test_h14_a_live_store_that_has_not_joined_sends_nothing_and_its_rows_stay_waiting(
    live: Path,
) -> None:
    home, share = live.parent / "home", live.parent / "share"
    words = ("sync", "--data", live, "--share", share, "--user", "finance")
    for _ in range(2):
        refused(recoup(home, *words, RECOUP_PASSPHRASE=PASSPHRASE), "not_joined")
        assert list(share.iterdir()) == []


CANARIES = ("Smith", "Ọláìyá", "Adaọra", "García", "Lefèvre", "حداد", "LS9 7TF")
NUMBERS = ("9991000", "999 100", "0142", "900123")


def test_names_and_numbers_of_patients_stand_only_where_they_belong(
    home: Path, done: Ended
) -> None:
    def clean(text: str, where: str) -> None:
        for canary in (*CANARIES, *NUMBERS, "sevilla", "lagos", "ines@example.org"):
            assert canary.casefold() not in text.casefold(), f"{canary} in {where}"

    clean(json.dumps(done.document, ensure_ascii=False) + done.said, "what was printed")
    for path in home.rglob("*"):
        clean(path.relative_to(home).as_posix(), "a file name")
    for name, content in files(home).items():
        if name.startswith("out/"):
            clean(json.dumps(says(content), ensure_ascii=False), f"the metadata of {name}")
            # Without the list of places at its end, whose figures hold anything by chance.
            raw = content[: content.rindex(b"\nxref\n")].decode("latin-1")
            clean(raw, f"the plain bytes of {name}")
        elif not name.endswith("_CUS.csv"):
            for encoding in ("utf-8", "utf-16-le"):
                for canary in CANARIES:
                    assert canary.encode(encoding) not in content, f"{canary} in {name}"
            clean(content.decode("utf-8", "ignore") if name.endswith("l") else "", name)


def test_nothing_is_left_outside_the_named_folders(home: Path, done: Ended) -> None:
    assert {path.name for path in home.iterdir()} == {"data", "share", "out"}
