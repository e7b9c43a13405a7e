"""A real PostgreSQL on this machine for tests that need many writers: there within a second.

Its data lie in memory where that can be, and nothing but this machine can reach it.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from tempfile import mkdtemp

import psycopg
import pytest
from psycopg import sql

USER = "postgres"
_MEMORY = Path("/dev/shm")
_A_FREE_PORT = (
    "import socket; s = socket.socket(); s.bind(('127.0.0.1', 0)); print(s.getsockname()[1])"
)
_SETTINGS = (
    "listen_addresses = '127.0.0.1'",
    "fsync = off",  # the machine does not die in a test; processes do
    "max_connections = 60",
    "shared_buffers = 128MB",
    "logging_collector = off",
)


@dataclass(frozen=True)
class Server:
    """A server that runs; `new_database` gives each test an empty one."""

    port: int
    numbers: Iterator[int]

    def url(self, database: str) -> str:
        """Where `open_ledger` finds a database."""
        return f"postgresql://{USER}@127.0.0.1:{self.port}/{database}"

    def new_database(self) -> str:
        """The address of an empty database."""
        return self._made(f"ledger_{next(self.numbers)}")

    def copy(self, url: str) -> str:
        """The address of a copy of a database that nobody has open."""
        return self._made(f"copy_{next(self.numbers)}", like=url.rpartition("/")[2])

    def drop(self, url: str) -> None:
        """Take a database away."""
        name = sql.Identifier(url.rpartition("/")[2])
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE {}").format(name))

    def _made(self, name: str, *, like: str = "template1") -> str:
        making = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(making.format(sql.Identifier(name), sql.Identifier(like)))
        return self.url(name)


def programs() -> Path | None:
    """Where `initdb` and its fellows are; None where PostgreSQL is not installed."""
    found = shutil.which("initdb")
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: path.parent.name)
    if found is not None:
        places.append(Path(found).parent)
    return next((place for place in reversed(places) if (place / "initdb").exists()), None)


@contextmanager
def server(*settings: str) -> Iterator[Server]:
    """Start one on a free port, as a user who may (PostgreSQL refuses root), and end it."""
    found = programs()
    if found is None:
        raise FileNotFoundError("initdb")
    folder = Path(mkdtemp(dir=_MEMORY if _MEMORY.is_dir() else None, prefix="recoup-hub-"))
    try:
        if os.geteuid() == 0:
            account = pwd.getpwnam(USER)
            os.chown(folder, account.pw_uid, account.pw_gid)
        data = folder / "data"
        _run(found / "initdb", "--no-sync", "-A", "trust", "-U", USER, "-E", "UTF8", "-D", data)
        port = int(subprocess.check_output([sys.executable, "-c", _A_FREE_PORT], text=True))
        with (data / "postgresql.conf").open("a", encoding="utf-8") as file:
            file.write(
                "\n".join((*_SETTINGS, f"port = {port}", f"unix_socket_directories = '{folder}'"))
            )
            file.write("\n" + "\n".join(settings) + "\n")
        _run(found / "pg_ctl", "-w", "-D", data, "-l", folder / "log", "start")
        try:
            yield Server(port, count(1))
        finally:
            _run(found / "pg_ctl", "-w", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """One server for the whole run."""
    if programs() is None:
        pytest.skip("PostgreSQL is not installed here: there is no initdb (see installer/setup.sh)")
    with server() as running:
        yield running


def _run(*command: object) -> None:
    words = [str(word) for word in command]
    if os.geteuid() == 0:
        words = ["runuser", "-u", USER, "--", *words]
    done = subprocess.run(words, cwd="/", capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{words}: {done.stdout}{done.stderr}")
