"""Files nested just as deep as the reader of JSON still takes: refused like any other."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress

import pytest

from app.core.errors import Known
from app.spool.device_request import FORM, read_request
from app.spool.manifest import NotAsWritten, read_manifest
from app.spool.roster import FORMAT, read_roster
from app.spool.sealed import FORMAT as ENVELOPE
from app.spool.sealed import MAGIC, Refused, read
from app.spool.signed_file import VERSION
from app.spool.travel_content import files_of

DEPTHS = range(1, 1100)


def nested(depth: int) -> str:
    return "[" * depth + "]" * depth


def signed_file(form: str, member: str, depth: int) -> bytes:
    body = {"format": form, "version": VERSION, "trust": "R1H", "number": 1, member: 0}
    whole = json.dumps({"body": body, "signature": "00" * 64})
    return whole.replace(f'"{member}": 0', f'"{member}": {nested(depth)}').encode()


def envelope(depth: int) -> bytes:
    header = f'{{"format":"{ENVELOPE}","version":1,"size":{nested(depth)}}}'.encode()
    return MAGIC + len(header).to_bytes(4) + header + bytes(200)


READERS: dict[str, Callable[[int], object]] = {
    "request, name": lambda depth: read_request(signed_file(FORM, "name", depth)),
    "request, odd": lambda depth: read_request(signed_file(FORM, "odd", depth)),
    "list, devices": lambda depth: read_roster(signed_file(FORMAT, "devices", depth)),
    "list, odd": lambda depth: read_roster(signed_file(FORMAT, "odd", depth)),
    "envelope": lambda depth: read(envelope(depth)),
    "manifest": lambda depth: read_manifest(nested(depth).encode()),
    "files": lambda depth: files_of(nested(depth)[: min(2 * depth, 1000)].encode() + b"\n", 1),
    "files, all opening": lambda depth: files_of(b"[" * min(depth, 1020) + b"\n", 1),
}


@pytest.mark.parametrize("reader", READERS)
def test_security_4_no_depth_of_nesting_gets_past_a_door_of_the_share(reader: str) -> None:
    for depth in DEPTHS:
        with suppress(Known, Refused, NotAsWritten):
            READERS[reader](depth)
            pytest.fail(f"taken at depth {depth}")
