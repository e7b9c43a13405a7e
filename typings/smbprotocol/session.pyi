from smbprotocol.connection import Connection

class Session:
    session_id: int
    encrypt_data: bool
    connection: Connection
    def __init__(
        self,
        connection: Connection,
        username: str | None = ...,
        password: str | None = ...,
        require_encryption: bool = ...,
    ) -> None: ...
    def connect(self) -> None: ...
