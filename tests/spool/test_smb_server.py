"""A real server that refuses, fills up, dies, stands still or offers too little: sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
from smbprotocol.open import (
    CreateDisposition,
    FilePipePrinterAccessMask,
    ImpersonationLevel,
    Open,
)

from app.spool.share import (
    ShareBusy,
    ShareDenied,
    ShareFault,
    ShareFull,
    ShareMissing,
    ShareSignIn,
    ShareTimeout,
    ShareUnavailable,
    open_share,
)
from app.spool.smb_address import smb_address
from app.spool.smb_line import SmbLine
from tests import own_servers
from tests.mounts import small_disk
from tests.spool.fault_proxy import Fault, FaultProxy, Way
from tests.spool.means import means
from tests.spool.refusals import every_act, told
from tests.spool.samba import PASSWORD, USER, Samba, Starting

ROOM = 4 << 20


@pytest.mark.parametrize(
    ("place", "fault"),
    [
        ("closed", ShareDenied),  # may not even look
        ("absent", ShareMissing),  # no such share
        ("finance/absent", ShareMissing),  # no such folder
    ],
)
def test_whatever_is_asked_of_a_share_that_is_not_to_be_had_is_the_same_sentence(
    samba: Samba, place: str, fault: type[ShareFault]
) -> None:
    for act in every_act(open_share(samba.address(place), means())):
        assert type(told(act)) is fault


def test_a_share_that_may_only_be_read_is_read_and_not_written(samba: Samba) -> None:
    (samba.folder / "B.csv").write_bytes(b"theirs")
    share = open_share(samba.address("reading"), means())
    assert share.list() == ("B.csv",)
    assert share.read("B.csv") == b"theirs"
    assert type(told(lambda: share.write_new("A.csv", b"ours"))) is ShareDenied
    assert share.list() == ("B.csv",)


@pytest.mark.parametrize("password", ["wrong", "", "Correct horse, 7 staples "])
def test_a_wrong_password_is_told_and_the_right_one_then_works(samba: Samba, password: str) -> None:
    wrong = open_share(samba.address(), means(password=password))
    for act in every_act(wrong):
        assert type(told(act)) is ShareSignIn
    right = open_share(samba.address(), means())
    right.write_new("A.csv", b"content")
    assert type(told(wrong.list)) is ShareSignIn  # not over the other's connection
    assert right.list() == ("A.csv",)


def test_an_account_the_server_does_not_know_is_told(samba: Samba) -> None:
    share = open_share(samba.address(user="nobody-here"), means())
    assert type(told(share.list)) is ShareSignIn


@pytest.mark.parametrize(
    ("flags", "changed"),
    [("DU", 1 << 30), ("LU", 1 << 30), ("U", 0)],
    ids=["disabled", "locked out", "to be changed first"],
)
def test_an_account_that_may_not_sign_in_now_is_told(
    own: Starting, flags: str, changed: int
) -> None:
    server = own()
    server.set_password(PASSWORD, flags=flags, changed=changed)
    assert type(told(open_share(server.address(), means()).list)) is ShareSignIn


def test_h10_a_password_changed_in_mid_run_is_told_and_the_new_one_goes_on(
    own: Starting,
) -> None:
    server = own()
    share = open_share(server.address(), means())
    share.write_new("A.csv", b"1")
    server.set_password("another, quite long")
    server.restart()
    assert type(told(lambda: share.write_new("B.csv", b"2"))) is ShareSignIn
    again = open_share(server.address(), means(password="another, quite long"))
    again.write_new("B.csv", b"2")
    assert again.list() == ("A.csv", "B.csv")


def test_h10_a_server_started_again_is_found_again(own: Starting) -> None:
    server = own()
    share = open_share(server.address(), means())
    share.write_new("A.csv", b"1")
    server.stop()
    for act in every_act(share):
        assert type(told(act)) is ShareUnavailable
    server.start()
    share.write_new("B.csv", b"2")
    assert share.list() == ("A.csv", "B.csv")


def test_a_server_that_is_not_there_is_told() -> None:
    share = open_share(
        f"smb://{USER}@{own_servers.HERE}:{own_servers.free_port()}/finance", means()
    )
    for act in every_act(share):
        assert type(told(act)) is ShareUnavailable


def test_h10_a_server_that_stands_still_is_given_up_at_the_deadline(
    own: Starting,
) -> None:
    server = own()
    share = open_share(server.address(), means(deadline=0.5))
    share.write_new("A.csv", b"1")
    server.pause()
    for act in every_act(share):
        assert type(told(act)) is ShareTimeout
    server.go_on()
    share.write_new("B.csv", b"2")
    assert share.list() == ("A.csv", "B.csv")


def test_h10_a_full_disk_behind_the_server_is_told_and_nothing_half_is_left_under_a_name(
    own: Starting, tmp_path: Path
) -> None:
    with small_disk(tmp_path, str(ROOM)) as disk:
        server = own(places={"small": disk})
        share = open_share(server.address("small"), means())
        share.write_new("A.csv", b"a" * (ROOM // 2))
        assert type(told(lambda: share.write_new("B.csv", b"b" * ROOM))) is ShareFull
        assert share.list() == ("A.csv",)
        share.write_new("B.csv", b"b" * (ROOM // 8))
        assert share.read("B.csv") == b"b" * (ROOM // 8)
        server.stop()


def test_h10_a_full_disk_behind_a_folder_is_told_and_leaves_no_part(tmp_path: Path) -> None:
    with small_disk(tmp_path, str(ROOM)) as disk:
        share = open_share(str(disk), means())
        share.write_new("A.csv", b"a" * (ROOM // 2))
        assert type(told(lambda: share.write_new("B.csv", b"b" * ROOM))) is ShareFull
        assert share.list() == ("A.csv",)
        share.write_new("B.csv", b"b" * (ROOM // 8))
        assert share.list() == ("A.csv", "B.csv")


def test_a_file_that_another_program_holds_is_told(samba: Samba) -> None:
    """Held over a second connection, open to nobody else."""
    (samba.folder / "A.csv").write_bytes(b"content")
    line = SmbLine(smb_address(samba.address()), seconds=20, guids=iter([7]))
    held = Open(line.tree(PASSWORD), "A.csv")
    mask = FilePipePrinterAccessMask.FILE_READ_DATA
    held.create(ImpersonationLevel.Impersonation, mask, 0, 0, CreateDisposition.FILE_OPEN, 0)
    share = open_share(samba.address(), means())
    assert type(told(lambda: share.read("A.csv"))) is ShareBusy
    held.close()
    line.close()
    assert share.read("A.csv") == b"content"


def test_h10_the_part_of_a_connection_the_server_still_believes_in_stands_in_nobodys_way(
    samba: Samba,
) -> None:
    with FaultProxy(samba.port) as wire:
        cut_off = open_share(samba.address(port=wire.port), means(deadline=2.0))
        cut_off.write_new("A.csv", b"1")
        wire.break_after(Way.THERE, 500_000, Fault.STALL)
        assert type(told(lambda: cut_off.write_new("B.csv", b"2" * 3_000_000))) is ShareTimeout
        share = open_share(samba.address(), means())
        (part,) = [name for name in share.list() if name.endswith(".part")]
        share.write_new("B.csv", b"2" * 3_000_000)
        share.sweep("B")
        assert part in share.list()  # in use, as far as the server knows
        assert share.read("B.csv") == b"2" * 3_000_000
        wire.heal()
    samba.restart()
    share.sweep("B")
    assert share.list() == ("A.csv", "B.csv")


@pytest.mark.slow
def test_h10_a_line_too_slow_for_one_large_message_gets_the_file_through(samba: Samba) -> None:
    data = bytes(range(256)) * 1_200
    with FaultProxy(samba.port) as wire:
        wire.slow_down(40_000)  # the file takes twice the deadline there, and twice back again
        open_share(samba.address(port=wire.port), means(deadline=4.0)).write_new("A.csv", data)
    assert (samba.folder / "A.csv").read_bytes() == data
