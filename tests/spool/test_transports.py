"""The same promises from a folder, a folder with a deadline, and a real SMB server."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.library.share import load_share_terms
from app.spool.share import FolderShare, Share, open_share
from tests.spool.means import means
from tests.spool.samba import Samba
from tests.spool.share_contract import ShareContract


class TestFolder(ShareContract):
    @pytest.fixture
    def share(self, folder: Path) -> Share:
        return FolderShare(folder, part_age=load_share_terms().part_age)


class TestAttendedFolder(ShareContract):
    @pytest.fixture
    def share(self, folder: Path) -> Share:
        return open_share(str(folder), means())


class TestSmb(ShareContract):
    @pytest.fixture
    def folder(self, samba: Samba) -> Path:
        return samba.empty()

    @pytest.fixture
    def share(self, samba: Samba, folder: Path) -> Share:
        assert folder.is_dir()
        return open_share(samba.address(), means())


class TestSmbInAFolderOfTheShare(ShareContract):
    @pytest.fixture
    def folder(self, samba: Samba) -> Path:
        inner = samba.empty() / "from desks" / "März 2026"
        inner.mkdir(parents=True)
        return inner

    @pytest.fixture
    def share(self, samba: Samba, folder: Path) -> Share:
        assert folder.is_dir()
        return open_share(samba.address("finance/from%20desks/M%C3%A4rz%202026"), means())
