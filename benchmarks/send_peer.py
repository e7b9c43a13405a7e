"""orjson, zstd and AES-GCM doing the same: `python benchmarks/send_peer.py`.

Run by an environment that holds orjson, zstandard, cryptography and sqlcipher3. Each line of input
names a store, its key in hexadecimal, its salt and a file to write. Registrations and answers are
read in one ordered pass each, packed a registration a line, compressed, sealed, written, flushed
and read back.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import os
import sys
import time
from importlib import import_module
from pathlib import Path

import zstandard
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlcipher3 import dbapi2


def peak() -> float:
    """The most memory this process ever held, in MiB."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


orjson = import_module("orjson")  # in the environment of the peer alone
_REGISTRATIONS = """
    SELECT number, registration_id, patient_id, opened_at, opened_by, desk, site, service_type,
        admitted, service_date, state, outcome, category, basis, finished_at
    FROM registrations ORDER BY number"""
_ANSWERS = """
    SELECT answer_id >> 16, question_id, state, value, answered_by, answered_at
    FROM answers ORDER BY answer_id"""


def send(path: str, key: str, salt: str, target: str) -> None:
    """Everything in a store to one file, durable and compared."""
    connection = dbapi2.connect(path)
    connection.execute(f"PRAGMA key = \"x'{key}{salt}'\"")
    names = [
        "number",
        "registration_id",
        "patient_id",
        "opened_at",
        "opened_by",
        "desk",
        "site",
        "service_type",
        "admitted",
        "service_date",
        "state",
        "outcome",
        "category",
        "basis",
        "finished_at",
    ]
    answers = itertools.groupby(connection.execute(_ANSWERS), key=lambda row: row[0])
    packer = zstandard.ZstdCompressor(level=3).compressobj()
    parts = []
    for row in connection.execute(_REGISTRATIONS):
        _, given = next(answers)
        record = dict(zip(names, row, strict=True))
        record["answers"] = [one[1:] for one in given]
        parts.append(packer.compress(orjson.dumps(record) + b"\n"))
    parts.append(packer.flush())
    content_key = AESGCM.generate_key(256)
    sealed = AESGCM(content_key).encrypt(bytes(12), b"".join(parts), b"header")
    part = Path(f"{target}.part")
    with part.open("wb") as file:
        file.write(sealed)
        file.flush()
        os.fsync(file.fileno())
    back = part.rename(target).read_bytes()
    if hashlib.sha256(back).digest() != hashlib.sha256(sealed).digest():
        raise SystemExit("read back other bytes")
    connection.close()


BARE = peak()
for line in sys.stdin:
    path, key, salt, target = line.split()
    start = time.perf_counter()
    send(path, key, salt, target)
    seconds = time.perf_counter() - start
    size = Path(target).stat().st_size
    print(json.dumps({"seconds": seconds, "bytes": size, "mib": peak() - BARE}), flush=True)
