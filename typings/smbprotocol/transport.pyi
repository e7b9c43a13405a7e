import socket

class Tcp:
    connected: bool
    _sock: socket.socket | None
