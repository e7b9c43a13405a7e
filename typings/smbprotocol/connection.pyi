from smbprotocol.session import Session
from smbprotocol.structure import Structure
from smbprotocol.transport import Tcp

class SigningAlgorithms:
    AES_CMAC: int
    AES_GMAC: int

class Request: ...

class Connection:
    transport: Tcp | None
    session_table: dict[int, Session]
    dialect: int | None
    supports_encryption: bool | None
    max_read_size: int
    max_write_size: int
    max_transact_size: int
    sequence_window: dict[str, int]
    def __init__(
        self, guid: int, server_name: str, port: int = ..., require_signing: bool = ...
    ) -> None: ...
    def connect(
        self,
        dialect: int | None = ...,
        timeout: float = ...,
        preferred_encryption_algos: list[int] | None = ...,
        preferred_signing_algos: list[int] | None = ...,
    ) -> None: ...
    def verify_signature(self, header: Structure, session_id: int, force: bool = ...) -> None: ...
    def disconnect(self, close: bool = ..., timeout: float | None = ...) -> None: ...
    def send(
        self,
        message: Structure,
        sid: int | None = ...,
        tid: int | None = ...,
        credit_request: int | None = ...,
    ) -> Request: ...
    def receive(
        self, request: Request, wait: bool = ..., timeout: float | None = ...
    ) -> Structure: ...
