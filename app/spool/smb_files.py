"""What is done to files of a share over SMB, message by message.

Raises as the library does; `app.spool.smb_faults.told` makes a condition of it.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from smbprotocol.connection import Connection
from smbprotocol.exceptions import SMBResponseException
from smbprotocol.file_info import FileAttributes, FileInformationClass, FileRenameInformation
from smbprotocol.open import (
    CreateDisposition,
    CreateOptions,
    FilePipePrinterAccessMask,
    ImpersonationLevel,
    Open,
    QueryDirectoryFlags,
    ShareAccess,
    SMB2FlushRequest,
    SMB2QueryDirectoryRequest,
    SMB2QueryDirectoryResponse,
    SMB2ReadRequest,
    SMB2ReadResponse,
    SMB2SetInfoRequest,
    SMB2WriteRequest,
)
from smbprotocol.structure import Structure
from smbprotocol.tree import TreeConnect

from app.spool.pace import LARGEST
from app.spool.smb_faults import NO_MORE_FILES, NO_SUCH_FILE
from app.spool.smb_line import SmbLine

_ANYBODY = (
    ShareAccess.FILE_SHARE_READ | ShareAccess.FILE_SHARE_WRITE | ShareAccess.FILE_SHARE_DELETE
)
_NOBODY = 0
_FILE = CreateOptions.FILE_NON_DIRECTORY_FILE | CreateOptions.FILE_OPEN_REPARSE_POINT
_AWAY = _FILE | CreateOptions.FILE_DELETE_ON_CLOSE
_NO_PLAIN_FILE = (
    FileAttributes.FILE_ATTRIBUTE_DIRECTORY | FileAttributes.FILE_ATTRIBUTE_REPARSE_POINT
)
_ENTRY = struct.Struct("<II8x8xQ8x8x8xII")  # FileDirectoryInformation, [MS-FSCC] 2.4.10
_BEGINNING = datetime(1601, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Listed:
    """A plain file in a folder, and when it was last written by the server's clock."""

    name: str
    written: datetime


class SmbFiles:
    """Files of the share that a line leads to; `progress` hears of every answer."""

    def __init__(self, line: SmbLine, tree: TreeConnect, progress: Callable[[], None]) -> None:
        self._line, self._tree, self._progress = line, tree, progress

    def is_plain(self, path: str) -> bool:
        """Whether a file lies there that is no folder and no link."""
        file = self._open(path, FilePipePrinterAccessMask.FILE_READ_ATTRIBUTES)
        try:
            return not file.file_attributes & _NO_PLAIN_FILE
        finally:
            self._close(file)

    def read(self, path: str, most: int) -> bytes | None:
        """The first bytes of a file, `most` of them at most; None for what is no plain file."""
        mask = FilePipePrinterAccessMask
        file = self._open(path, mask.FILE_READ_DATA | mask.FILE_READ_ATTRIBUTES)
        try:
            if file.file_attributes & _NO_PLAIN_FILE:
                return None
            return self._read(file, min(most, file.end_of_file))
        finally:
            self._close(file)

    def write(self, path: str, data: bytes) -> None:
        """Make a file that was not there, with these bytes, and let the server flush it."""
        file = self._create(path)
        try:
            left = memoryview(data)
            while left:
                some = left[: self._line.bite(len(left), self._server.max_write_size)]
                message = SMB2WriteRequest()
                message["file_id"] = file.file_id
                message["offset"] = len(data) - len(left)
                message["length"] = len(some)
                message["buffer"] = bytes(some)
                begun = self._line.pace.begin()
                self._ask(message, more=len(left))
                self._line.pace.learn(len(some), begun)
                left = left[len(some) :]
            flush = SMB2FlushRequest()
            flush["file_id"] = file.file_id
            self._ask(flush)
        finally:
            self._close(file)

    def rename(self, path: str, to: str) -> None:
        """Give a file its name; the server refuses where another has it."""
        file = self._open(path, FilePipePrinterAccessMask.DELETE)
        try:
            wanted = FileRenameInformation()
            wanted["replace_if_exists"] = False
            wanted["file_name"] = to
            message = SMB2SetInfoRequest()
            message["file_id"] = file.file_id
            message["info_type"] = FileRenameInformation.INFO_TYPE
            message["file_info_class"] = FileRenameInformation.INFO_CLASS
            message["buffer"] = wanted
            self._ask(message)
        finally:
            self._close(file)

    def remove(self, path: str) -> None:
        """Take a file away; the server refuses while somebody writes it."""
        mask = FilePipePrinterAccessMask
        self._close(self._open(path, mask.DELETE | mask.FILE_READ_ATTRIBUTES, options=_AWAY))

    def now(self, path: str) -> datetime:
        """The server's time: it dates a file made there, which is gone at once."""
        file = self._create(path, access=FilePipePrinterAccessMask.DELETE, options=_AWAY)
        self._close(file)
        return file.creation_time.replace(tzinfo=UTC)

    def list(self, folder: str, pattern: str) -> Iterator[Listed]:
        """The plain files of a folder whose names match, with the server picking them out."""
        mask = FilePipePrinterAccessMask
        opened = self._open(
            folder,
            mask.FILE_READ_DATA | mask.FILE_READ_ATTRIBUTES,
            options=CreateOptions.FILE_DIRECTORY_FILE,
        )
        try:
            flags = QueryDirectoryFlags.SMB2_RESTART_SCANS
            while (some := self._list(opened, pattern, flags)) is not None:
                yield from _entries(some)
                flags = 0
        finally:
            self._close(opened)

    def _list(self, folder: Open, pattern: str, flags: int) -> bytes | None:
        message = SMB2QueryDirectoryRequest()
        message["file_information_class"] = FileInformationClass.FILE_DIRECTORY_INFORMATION
        message["flags"] = flags
        message["file_id"] = folder.file_id
        message["output_buffer_length"] = self._line.bite(LARGEST, self._server.max_transact_size)
        message["buffer"] = pattern.encode("utf-16-le")
        begun = self._line.pace.begin()
        try:
            answer = self._ask(message, more=LARGEST)
        except SMBResponseException as refused:
            if refused.status in (NO_MORE_FILES, NO_SUCH_FILE):
                return None
            raise
        found = SMB2QueryDirectoryResponse()
        found.unpack(answer["data"].get_value())
        names = bytes(found["buffer"].get_value())
        self._line.pace.learn(2 * len(names), begun)  # an answer ends before the limit
        return names

    def _read(self, file: Open, size: int) -> bytes:
        taken = bytearray()
        while len(taken) < size:
            left = size - len(taken)
            message = SMB2ReadRequest()
            message["file_id"] = file.file_id
            message["offset"] = len(taken)
            message["length"] = self._line.bite(left, self._server.max_read_size)
            answer = SMB2ReadResponse()
            begun = self._line.pace.begin()
            answer.unpack(self._ask(message, more=left)["data"].get_value())
            some = answer["buffer"].get_value()
            self._line.pace.learn(len(some), begun)
            if not some:
                break
            taken += some
        return bytes(taken)

    def _create(self, path: str, *, access: int = 0, options: int = _FILE) -> Open:
        mask = FilePipePrinterAccessMask
        file = Open(self._tree, path)
        file.create(
            ImpersonationLevel.Impersonation,
            access | mask.FILE_WRITE_DATA | mask.FILE_READ_ATTRIBUTES,
            FileAttributes.FILE_ATTRIBUTE_NORMAL,
            _NOBODY,
            CreateDisposition.FILE_CREATE,
            options,
        )
        self._progress()
        return file

    def _open(self, path: str, access: int, *, options: int = _FILE) -> Open:
        file = Open(self._tree, path)
        file.create(
            ImpersonationLevel.Impersonation,
            access,
            0,
            _ANYBODY,
            CreateDisposition.FILE_OPEN,
            options,
        )
        self._progress()
        return file

    def _close(self, file: Open) -> None:
        """Close it; a handle whose connection is gone the server closes by itself."""
        with suppress(Exception):
            file.close()
        self._progress()

    def _ask(self, message: Structure, *, more: int = 0) -> Structure:
        answer = self._line.ask(message, more=more)
        self._progress()
        return answer

    @property
    def _server(self) -> Connection:
        return self._tree.session.connection


def _entries(listing: bytes) -> Iterator[Listed]:
    start, step = 0, 1
    while step:
        step, _, written, attributes, length = _ENTRY.unpack_from(listing, start)
        name_at = start + _ENTRY.size
        if not attributes & _NO_PLAIN_FILE:
            name = listing[name_at : name_at + length].decode("utf-16-le", "replace")
            yield Listed(name, _BEGINNING + timedelta(microseconds=written // 10))
        start += step
