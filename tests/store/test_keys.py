from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.errors import BadInput, Known
from app.core.trust import Mode
from app.store import crypto, folder, key_file, key_store
from app.store.key_file import KEY_FILE, Protection
from tests.cupboard import Cupboard, empty_cupboard
from tests.cupboard import key_store as machine_with
from tests.store.samples import AT, CHEAP, PASSPHRASE

LIVE = folder.NewStore(store_id="store-live", mode=Mode.LIVE, created_at=AT)
LOCKED = Protection(passphrase=PASSPHRASE, cost=CHEAP)


@settings(deadline=None, max_examples=40)
@given(secret=st.text(min_size=1), other=st.text(min_size=1))
def test_a_wrapped_key_opens_with_its_secret_and_no_other(secret: str, other: str) -> None:
    key = crypto.new_key()
    try:
        secret.encode(), other.encode()
    except UnicodeEncodeError:
        return
    wrapped = crypto.wrap(key, secret, context="here", cost=CHEAP)
    assert crypto.unwrap(wrapped, secret, context="here") == key
    assert crypto.unwrap(wrapped, secret, context="elsewhere") is None
    if crypto._as_typed(other) != crypto._as_typed(secret):
        assert crypto.unwrap(wrapped, other, context="here") is None


def test_a_passphrase_typed_with_other_code_points_is_the_same() -> None:
    wrapped = crypto.wrap(b"k" * 32, "caf\u00e9 caf\u00e9 caf\u00e9", context="", cost=CHEAP)
    assert crypto.unwrap(wrapped, "cafe\u0301 cafe\u0301 cafe\u0301", context="") == b"k" * 32


def test_the_shipped_cost_is_what_the_key_file_says() -> None:
    wrapped = crypto.wrap(b"k" * 32, PASSPHRASE, context="")
    kept = (wrapped["iterations"], wrapped["lanes"], wrapped["memory_kib"])
    assert kept == (3, 4, 65536)


def test_passwords_are_hashed_with_salt_and_verified() -> None:
    one = crypto.hash_password("correct horse", cost=CHEAP)
    two = crypto.hash_password("correct horse", cost=CHEAP)
    assert one != two
    assert one.startswith("$argon2id$v=19$m=64,t=1,p=1$")
    assert crypto.verify_password("correct horse", one)
    assert not crypto.verify_password("correct horsf", one)


def test_a_recovery_key_is_read_as_people_type_it() -> None:
    key = crypto.new_recovery_key()
    assert len(key) == 39
    assert crypto.read_recovery_key(key.lower().replace("-", " ")) == key
    assert crypto.read_recovery_key("o1l0") == "0110"


def test_a_live_store_opens_with_its_passphrase(tmp_path: Path) -> None:
    folder.create_store(tmp_path / "s", LIVE, LOCKED).close()
    with folder.open_store(tmp_path / "s", lambda: PASSPHRASE) as db:
        assert db.scalar("SELECT value FROM meta WHERE key = 'mode'") == "live"


def test_a_live_store_opens_with_its_recovery_key(tmp_path: Path) -> None:
    recovery = crypto.new_recovery_key()
    both = Protection(passphrase=PASSPHRASE, recovery_key=recovery, cost=CHEAP)
    folder.create_store(tmp_path / "s", LIVE, both).close()
    folder.open_store(tmp_path / "s", lambda: recovery.lower()).close()
    folder.open_store(tmp_path / "s", lambda: PASSPHRASE).close()


def test_a_wrong_passphrase_is_one_sentence_and_nothing_on_the_terminal(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder.create_store(tmp_path / "s", LIVE, LOCKED).close()
    with pytest.raises(Known) as refused:
        folder.open_store(tmp_path / "s", lambda: "four quiet grey gees")
    assert refused.value.code == "wrong_passphrase"
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("nothing", [None, ""])
def test_without_a_passphrase_a_live_store_stays_shut(tmp_path: Path, nothing: str | None) -> None:
    folder.create_store(tmp_path / "s", LIVE, LOCKED).close()
    with pytest.raises(Known, match="RECOUP_PASSPHRASE") as refused:
        folder.open_store(tmp_path / "s", lambda: nothing)
    assert refused.value.code == "passphrase_needed"


def test_live_data_is_never_left_without_a_passphrase(tmp_path: Path) -> None:
    with pytest.raises(Known) as refused:
        folder.create_store(tmp_path / "s", LIVE, Protection())
    assert refused.value.code == "passphrase_needed"
    assert not (tmp_path / "s").exists()


def test_a_short_passphrase_is_refused_before_any_file_is_made(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refused:
        folder.create_store(tmp_path / "s", LIVE, Protection(passphrase="eleven char"))
    assert (refused.value.code, refused.value.field) == ("weak_passphrase", "passphrase")
    assert not (tmp_path / "s").exists()


def test_the_key_file_holds_no_key_and_is_for_its_owner_only(tmp_path: Path) -> None:
    folder.create_store(tmp_path / "s", LIVE, LOCKED).close()
    path = tmp_path / "s" / KEY_FILE
    key = folder.protection_of(tmp_path / "s").unlock(lambda: PASSPHRASE)
    assert key.hex() not in path.read_text()
    if os.name == "posix":
        assert path.stat().st_mode & 0o077 == 0


def test_a_demo_key_lies_open_and_says_so(store_folder: Path) -> None:
    body = json.loads((store_folder / KEY_FILE).read_text())
    assert (body["protection"], body["mode"]) == ("none", "demo")
    assert folder.protection_of(store_folder).is_open
    folder.open_store(store_folder).close()


def test_a_missing_key_file_says_what_to_do(store_folder: Path) -> None:
    (store_folder / KEY_FILE).unlink()
    with pytest.raises(Known, match="backup") as refused:
        folder.open_store(store_folder)
    assert refused.value.code == "key_file_missing"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not json",
        "[]",
        "{}",
        "[" * 100_000,
        '{"format": "recoup-key", "version": 2, "store_id": "s", "salt": ""}',
        '{"format": "recoup-key", "version": 1, "store_id": "s", "salt": "xy"}',
        '{"format": "recoup-key", "version": 1, "store_id": "s", "salt": "00"}',
        '{"format": "recoup-key", "version": 1, "store_id": "s", "salt": "00",'
        ' "protection": "none", "key": "abcd"}',
    ],
)
def test_a_damaged_key_file_says_what_to_do(store_folder: Path, text: str) -> None:
    (store_folder / KEY_FILE).write_text(text)
    with pytest.raises(Known) as refused:
        folder.open_store(store_folder)
    assert refused.value.code == "key_file_damaged"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("memory_kib", 10**12),
        ("iterations", 0),
        ("lanes", 10**6),
        ("kdf", "none"),
        ("sealed", "zz"),
        ("salt", 5),
    ],
)
def test_a_key_file_that_asks_for_the_absurd_is_damaged(
    tmp_path: Path, field: str, value: object
) -> None:
    folder.create_store(tmp_path / "s", LIVE, LOCKED).close()
    path = tmp_path / "s" / KEY_FILE
    body = json.loads(path.read_text())
    body["wrapped"][0][field] = value
    path.write_text(json.dumps(body))
    with pytest.raises(Known) as refused:
        folder.open_store(tmp_path / "s", lambda: PASSPHRASE)
    assert refused.value.code == "key_file_damaged"


@pytest.fixture
def cupboard() -> Cupboard:
    return empty_cupboard()


def test_where_there_is_a_key_store_no_passphrase_is_asked(
    tmp_path: Path, cupboard: Cupboard
) -> None:
    with machine_with(cupboard):
        wanted = Protection(passphrase=PASSPHRASE, key_store=True, cost=CHEAP)
        folder.create_store(tmp_path / "s", LIVE, wanted).close()
        folder.open_store(tmp_path / "s").close()
        cupboard.kept["Recoup", "store-live"] = "00" * 32  # a stale one is passed over
        folder.open_store(tmp_path / "s", lambda: PASSPHRASE).close()
        key_store.forget("store-live")
        folder.open_store(tmp_path / "s", lambda: PASSPHRASE).close()


def test_where_there_is_no_key_store_the_passphrase_does(tmp_path: Path) -> None:
    with machine_with(None):
        wanted = Protection(passphrase=PASSPHRASE, key_store=True, cost=CHEAP)
        folder.create_store(tmp_path / "s", LIVE, wanted).close()
        assert json.loads((tmp_path / "s" / KEY_FILE).read_text())["key_store"] is False
        assert key_store.recall("store-live") is None
        key_store.forget("store-live")
        folder.open_store(tmp_path / "s", lambda: PASSPHRASE).close()


def test_an_unwritable_key_file_is_known(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    made = key_file.make(
        tmp_path / "file" / KEY_FILE,
        crypto.new_key(),
        mode=Mode.DEMO,
        store_id="s",
        salt=b"0" * 16,
        protection=Protection(),
    )
    with pytest.raises(Known) as refused:
        key_file.write(made)
    assert refused.value.code == "unwritable"
