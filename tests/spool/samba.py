"""A real Samba server on this machine's loopback, of this run's own, as root or as anybody.

    with Samba(folder) as server:
        server.address("finance")       # smb://clerk@127.0.0.1:40213/finance

It keeps everything in its folder, is its own process group, and is ended by that. The shares:
`finance` may be written, `reading` only read, `closed` lets nobody in; `places` adds others.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Protocol, Self

from spnego._ntlm_raw.crypto import ntowfv1

from tests import own_servers

SMBD = "/usr/sbin/smbd"
USER, PASSWORD = "clerk", "Correct horse, 7 staples"
_STRICT = {
    "server min protocol": "SMB3",
    "smb encrypt": "required",
    "server signing": "mandatory",
    "ntlm auth": "ntlmv2-only",
}


class Samba:
    """One server; `settings` change its `[global]` section, such as what it offers."""

    def __init__(
        self,
        root: Path,
        *,
        settings: Mapping[str, str] | None = None,
        places: Mapping[str, Path] | None = None,
    ) -> None:
        self.root = root
        self.port = own_servers.free_port()
        self._settings = _STRICT | dict(settings or {})
        self._server: subprocess.Popen[bytes] | None = None
        for name in ("private", "state", "lock", "cache", "pid", "rpc", "finance"):
            (root / name).mkdir(parents=True, mode=0o700)
        self.places = {"finance": root / "finance"} | dict(places or {})
        self._write_settings()
        self.set_password(PASSWORD)

    @property
    def folder(self) -> Path:
        """What `finance` holds, seen from the server."""
        return self.places["finance"]

    def empty(self) -> Path:
        """What `finance` holds, with nothing in it."""
        for path in self.folder.iterdir():
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()
        return self.folder

    def address(self, share: str = "finance", *, user: str = USER, port: int | None = None) -> str:
        """How a client names a share of this server."""
        return f"smb://{user}@{own_servers.HERE}:{port or self.port}/{share}"

    def set_password(self, password: str, *, flags: str = "U", changed: int = 0x65000000) -> None:
        """The account's line, as `smbpasswd` would write it; connections made before live on."""
        account = pwd.getpwuid(os.getuid())
        line = ":".join(
            (
                account.pw_name,
                str(account.pw_uid),
                "X" * 32,
                ntowfv1(password).hex().upper(),
                f"[{flags:<11}]",
                f"LCT-{changed:08X}",
                "",
            )
        )
        (self.root / "smbpasswd").write_text(line + "\n")

    def start(self) -> None:
        """Start it and wait until it answers."""
        self._server = subprocess.Popen(
            [SMBD, "-F", "--no-process-group", "-s", str(self.root / "smb.conf")],
            start_new_session=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(1_000):
            assert self._server.poll() is None, (self.root / "log").read_text()[-2_000:]
            with suppress(OSError), socket.create_connection((own_servers.HERE, self.port)):
                return
            time.sleep(0.01)
        raise AssertionError("the Samba server did not start")

    def stop(self) -> None:
        """End it and all that serve its connections, as a server dies: without a word."""
        if self._server is not None:
            with suppress(ProcessLookupError):
                os.killpg(self._server.pid, signal.SIGKILL)
            self._server.wait(30)
            self._server = None

    def restart(self) -> None:
        """Dead, and there again."""
        self.stop()
        self.start()

    def pause(self) -> None:
        """Every process of the server stands still: it takes connections and answers nothing."""
        assert self._server is not None
        os.killpg(self._server.pid, signal.SIGSTOP)

    def go_on(self) -> None:
        """The end of a pause."""
        assert self._server is not None
        os.killpg(self._server.pid, signal.SIGCONT)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _write_settings(self) -> None:
        root, account = self.root, pwd.getpwuid(os.getuid()).pw_name
        (root / "users").write_text(f"{account} = {USER}\n")
        settings = {
            "workgroup": "RECOUP",
            "server role": "standalone server",
            "interfaces": "lo",
            "bind interfaces only": "yes",
            "smb ports": str(self.port),
            "private dir": str(root / "private"),
            "state directory": str(root / "state"),
            "lock directory": str(root / "lock"),
            "cache directory": str(root / "cache"),
            "pid directory": str(root / "pid"),
            "ncalrpc dir": str(root / "rpc"),
            "log file": str(root / "log"),
            "log level": "0",
            "passdb backend": f"smbpasswd:{root / 'smbpasswd'}",
            "username map": str(root / "users"),
            "disable spoolss": "yes",
            "load printers": "no",
            "printcap name": "/dev/null",
        } | self._settings
        lines = ["[global]", *(f"{name} = {value}" for name, value in settings.items())]
        for name, place in self.places.items():
            lines += [f"[{name}]", f"path = {place}", "read only = no"]
        lines += ["[reading]", f"path = {self.folder}", "read only = yes"]
        lines += ["[closed]", f"path = {self.folder}", f"invalid users = {account}"]
        lines += ["[guests]", f"path = {self.folder}", "guest ok = yes", "read only = no"]
        (root / "smb.conf").write_text("\n".join(lines) + "\n")


class Starting(Protocol):
    """Starts a server of a test's own, with settings of its own."""

    def __call__(
        self,
        *,
        settings: Mapping[str, str] | None = None,
        places: Mapping[str, Path] | None = None,
    ) -> Samba: ...
