"""A folder as a share: whole files or none, nothing replaced, each failure a plain sentence."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from app.core.errors import BadInput, Known
from app.spool.share import (
    AlreadyThere,
    FolderShare,
    ShareDenied,
    ShareFault,
    ShareFull,
    ShareMissing,
    ShareTimeout,
    ShareUnavailable,
    ShareUnfit,
    check_share,
    open_share,
)


def test_a_file_is_written_whole_and_leaves_no_part(share: FolderShare, folder: Path) -> None:
    share.write_new("A_MAN.json", b"content")
    assert (folder / "A_MAN.json").read_bytes() == b"content"
    assert share.list() == ("A_MAN.json",)


def test_writing_the_same_again_is_done_already(share: FolderShare) -> None:
    share.write_new("A.csv", b"same")
    share.write_new("A.csv", b"same")
    assert share.read("A.csv") == b"same"


@pytest.mark.parametrize("other", [b"other", b"", b"same and more"])
def test_h10_no_file_on_the_share_is_ever_overwritten(share: FolderShare, other: bytes) -> None:
    share.write_new("A.csv", b"same")
    with pytest.raises(AlreadyThere) as refused:
        share.write_new("A.csv", other)
    assert refused.value.code == "already_there"
    assert share.read("A.csv") == b"same"


def test_what_a_cut_off_attempt_left_stands_in_nobodys_way(
    share: FolderShare, folder: Path
) -> None:
    (folder / "A.csv.1.part").write_bytes(b"con")
    share.write_new("A.csv", b"content")
    assert share.read("A.csv") == b"content"
    share.sweep("A")
    assert share.list() == ("A.csv",)


def test_sweeping_leaves_parts_of_files_that_have_not_arrived(
    share: FolderShare, folder: Path
) -> None:
    (folder / "B.csv.1.part").write_bytes(b"con")
    share.sweep("B")
    assert share.list() == ("B.csv.1.part",)


def test_a_reader_is_never_given_more_than_it_asked_for(share: FolderShare, folder: Path) -> None:
    with (folder / "huge.csv").open("wb") as file:
        file.truncate(1 << 40)
    assert len(share.read("huge.csv", 10) or b"") == 11


def test_links_folders_and_pipes_are_not_files_of_the_exchange(
    share: FolderShare, folder: Path
) -> None:
    (folder / "secret").write_bytes(b"secret")
    (folder / "link.csv").symlink_to(folder / "secret")
    (folder / "inner.csv").mkdir()
    os.mkfifo(folder / "pipe.csv")
    assert share.list() == ("secret",)
    for name in ("link.csv", "inner.csv", "pipe.csv", "absent.csv"):
        assert share.read(name) is None
        assert not share.exists(name)


def test_a_dangling_link_under_a_batchs_name_is_not_followed_nor_replaced(
    share: FolderShare, folder: Path, tmp_path: Path
) -> None:
    (folder / "A.csv").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(AlreadyThere):
        share.write_new("A.csv", b"content")
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("name", ["../A", "a/b", "", ".hidden", "a\\b", "a b", "x" * 200])
def test_a_name_that_could_lead_elsewhere_is_a_fault_of_the_caller(
    share: FolderShare, name: str
) -> None:
    with pytest.raises(ValueError, match="no name for a file"):
        share.write_new(name, b"")


def test_a_share_that_is_not_there_says_so_and_that_nothing_is_lost(tmp_path: Path) -> None:
    share = open_share(str(tmp_path / "gone"))
    for act in (
        share.list,
        lambda: share.read("A.csv"),
        lambda: share.exists("A.csv"),
        lambda: share.write_new("A.csv", b""),
    ):
        with pytest.raises(ShareMissing) as refused:
            act()
        assert refused.value.code == "share_unavailable"
        assert "folder is not there. Connect the network drive" in refused.value.message
        assert "Settings, Finance share" in refused.value.message
        assert "safe on this computer" in refused.value.message


def test_a_share_that_is_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ShareMissing):
        open_share(str(tmp_path / "file")).list()
    with pytest.raises(ShareMissing):
        open_share(str(tmp_path / "file")).write_new("A.csv", b"")


@pytest.mark.parametrize("call", ["open", "write", "fsync", "link", "unlink"])
@pytest.mark.parametrize(
    ("number", "fault"),
    [
        (errno.EACCES, ShareDenied),
        (errno.EROFS, ShareDenied),
        (errno.ENOSPC, ShareFull),
        (errno.EDQUOT, ShareFull),
        (errno.ETIMEDOUT, ShareTimeout),
        (errno.EIO, ShareUnavailable),
        (errno.ESTALE, ShareUnavailable),
        (errno.EHOSTDOWN, ShareUnavailable),
    ],
)
def test_every_failure_in_mid_write_is_a_sentence_and_the_next_attempt_heals_it(
    share: FolderShare,
    monkeypatch: pytest.MonkeyPatch,
    call: str,
    number: int,
    fault: type[ShareFault],
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as broken:
        broken.setattr(os, call, fail)
        with pytest.raises(fault):
            share.write_new("A.csv", b"content")
    share.write_new("A.csv", b"content")
    share.sweep("A")
    assert share.list() == ("A.csv",)
    assert share.read("A.csv") == b"content"


def test_a_disk_that_cannot_name_files_safely_is_not_used(
    share: FolderShare, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", fail)
    with pytest.raises(ShareUnfit):
        share.write_new("A.csv", b"content")


def test_a_server_that_knows_no_flush_of_folders_will_do(
    share: FolderShare, monkeypatch: pytest.MonkeyPatch
) -> None:
    flush = os.fsync

    def refuse_folders(handle: int) -> None:
        if Path(f"/proc/self/fd/{handle}").is_dir():
            raise OSError(errno.EINVAL, "folders")
        flush(handle)

    monkeypatch.setattr(os, "fsync", refuse_folders)
    share.write_new("A.csv", b"content")
    assert share.read("A.csv") == b"content"


def test_two_senders_of_the_same_file_both_count_it_as_done(
    share: FolderShare, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = os.link

    def be_slower(source: str, target: str, **how: bool) -> None:
        (folder / "A.csv").write_bytes(b"content")
        link(source, target, **how)

    monkeypatch.setattr(os, "link", be_slower)
    share.write_new("A.csv", b"content")
    assert share.list() == ("A.csv",)


def test_a_share_is_named_by_path_or_file_address(tmp_path: Path) -> None:
    (tmp_path / "my share").mkdir()
    open_share(str(tmp_path / "my share")).write_new("A.csv", b"1")
    for url in (f"file://{tmp_path}/my%20share", f"file://localhost{tmp_path}/my%20share"):
        assert open_share(url).list() == ("A.csv",)


@pytest.mark.parametrize("url", ["", " ", "https://x/", "file://server/x", "ftp://me:secret@x/y"])
def test_another_kind_of_address_is_refused_with_what_to_do(url: str) -> None:
    for opening in (open_share, check_share):
        with pytest.raises(BadInput) as refused:
            opening(url)
        assert refused.value.code == "bad_share"
        assert "folder" in refused.value.message
        assert "secret" not in refused.value.message


def test_all_faults_of_a_share_are_known() -> None:
    for fault in (ShareUnavailable, ShareDenied, ShareFull, ShareTimeout, ShareUnfit):
        assert isinstance(fault(), Known)
