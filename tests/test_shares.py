"""Where the password of a share comes from, and where it never is."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.errors import BadInput
from app.shares import PASSWORD as VARIABLE
from app.shares import open_share
from app.spool.share import SharePassword, ShareSignIn
from app.spool.smb_address import smb_address
from app.store import share_keys
from tests.cupboard import Cupboard, empty_cupboard, key_store
from tests.spool.samba import PASSWORD, SMBD, Samba

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.skipif(not Path(SMBD).exists(), reason="no Samba: apt-get install samba")


@pytest.fixture(scope="module")
def samba(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Samba]:
    with Samba(tmp_path_factory.mktemp("samba")) as started:
        yield started


@pytest.fixture
def cupboard(monkeypatch: pytest.MonkeyPatch) -> Iterator[Cupboard]:
    """A machine with a key store, and nothing in the environment."""
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr(share_keys, "_until_the_end", {})
    empty = empty_cupboard()
    with key_store(empty):
        yield empty


def account(samba: Samba) -> str:
    return smb_address(samba.address()).server_account


def nobody(_address: str) -> str | None:
    raise AssertionError("nobody is to be asked")


@pytest.mark.usefixtures("cupboard")
def test_without_a_password_the_first_use_says_where_to_enter_it(samba: Samba) -> None:
    share = open_share(samba.address())
    with pytest.raises(SharePassword) as refused:
        share.list()
    assert refused.value.code == "share_password"
    assert VARIABLE in refused.value.message
    with pytest.raises(SharePassword):
        open_share(samba.address(), ask=lambda _: None).list()


@pytest.mark.usefixtures("cupboard")
def test_a_password_that_is_kept_comes_before_the_environment_and_nobody_is_asked(
    samba: Samba, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert share_keys.keep(account(samba), PASSWORD)
    monkeypatch.setenv(VARIABLE, "wrong")
    assert open_share(samba.address(), ask=nobody).list() == ()
    with pytest.raises(ShareSignIn):
        open_share(samba.address(), password="tried instead").list()


@pytest.mark.usefixtures("cupboard")
def test_the_environment_comes_before_a_prompt(
    samba: Samba, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, PASSWORD)
    assert open_share(samba.address(), ask=nobody).list() == ()


@pytest.mark.usefixtures("cupboard")
def test_who_is_asked_is_told_the_address_and_asked_once(samba: Samba) -> None:
    asked: list[str] = []

    def ask(address: str) -> str:
        asked.append(address)
        return PASSWORD

    share = open_share(samba.address(), ask=ask)
    share.list()
    share.list()
    assert asked == [samba.address()]


def test_a_password_is_kept_in_the_key_store_alone(samba: Samba, cupboard: Cupboard) -> None:
    share_keys.keep(account(samba), PASSWORD)
    ((service, name),) = cupboard.kept
    assert service == "Recoup"
    assert name == f"share {account(samba)}"
    assert bytes.fromhex(cupboard.kept[service, name]).decode() == PASSWORD


def test_where_there_is_no_key_store_it_is_remembered_until_the_end(
    samba: Samba, cupboard: Cupboard
) -> None:
    with key_store(None):
        assert not share_keys.keep(account(samba), PASSWORD)
        assert open_share(samba.address()).list() == ()
    assert cupboard.kept == {}


def test_the_library_is_not_loaded_for_a_folder(tmp_path: Path) -> None:
    """It costs a sixth of a second: who sends to a folder never pays it."""
    seen = (
        "import sys; from app.shares import open_share; "
        f"open_share({str(tmp_path)!r}).list(); "
        "print([name for name in ('smbprotocol', 'spnego', 'keyring') if name in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", seen], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"


def test_every_share_of_the_program_is_opened_with_a_deadline() -> None:
    """Only `app.shares` opens one without: whoever else did might hang."""
    openers = {"open_share", "FolderShare", "SmbShare"}
    others = [path for room in ("app", "ui") for path in (ROOT / room).rglob("*.py")]
    found = [
        str(path.relative_to(ROOT))
        for path in others
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith("app.spool.")
        and openers & {name.name for name in node.names}
    ]
    assert sorted(set(found)) == ["app/shares.py", "app/spool/share.py"]


def test_a_folder_wants_no_password(tmp_path: Path) -> None:
    share = open_share(str(tmp_path), ask=nobody)
    share.write_new("A.csv", b"1")
    assert share.list() == ("A.csv",)


def test_a_password_in_the_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(BadInput) as refused:
        open_share("smb://me:hunter2@files/finance", ask=nobody)
    assert refused.value.code == "bad_share"
    assert "hunter2" not in refused.value.message
