from datetime import datetime

from smbprotocol.structure import Structure
from smbprotocol.tree import TreeConnect

class ImpersonationLevel:
    Impersonation: int

class ShareAccess:
    FILE_SHARE_READ: int
    FILE_SHARE_WRITE: int
    FILE_SHARE_DELETE: int

class CreateDisposition:
    FILE_OPEN: int
    FILE_CREATE: int

class CreateOptions:
    FILE_DIRECTORY_FILE: int
    FILE_NON_DIRECTORY_FILE: int
    FILE_DELETE_ON_CLOSE: int
    FILE_OPEN_REPARSE_POINT: int

class FilePipePrinterAccessMask:
    FILE_READ_DATA: int
    FILE_WRITE_DATA: int
    FILE_READ_ATTRIBUTES: int
    DELETE: int
    SYNCHRONIZE: int

class QueryDirectoryFlags:
    SMB2_RESTART_SCANS: int

class SMB2FlushRequest(Structure): ...
class SMB2QueryDirectoryRequest(Structure): ...
class SMB2QueryDirectoryResponse(Structure): ...
class SMB2ReadRequest(Structure): ...
class SMB2ReadResponse(Structure): ...
class SMB2SetInfoRequest(Structure): ...
class SMB2WriteRequest(Structure): ...

class Open:
    file_id: bytes
    end_of_file: int
    file_attributes: int
    creation_time: datetime
    def __init__(self, tree: TreeConnect, name: str) -> None: ...
    def create(
        self,
        impersonation_level: int,
        desired_access: int,
        file_attributes: int,
        share_access: int,
        create_disposition: int,
        create_options: int,
    ) -> None: ...
    def close(self) -> None: ...
