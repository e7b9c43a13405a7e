"""A record: what one machine added to one case, patient or list, and what it had seen by then.

Records are only ever added. A machine is known by its *actor*, the life of its store, and numbers
its records from 1, so that `(actor, number)`, the record's *dot*, is never used twice. `after`
names the newest records of the same subject that the writer knew: by it, and not by any clock,
everybody can tell whether one change was made in sight of another.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, TypeAlias

VERSION = 1
LARGEST = 48 * 1024 * 1024  # bytes of one record: a scanned page or two
_LONGEST_NAME = 200

# Made once: json.dumps would make an encoder for every record, and json.loads looks for blanks.
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode
_decode = json.JSONDecoder().raw_decode

Dot: TypeAlias = tuple[str, int]
Scalar: TypeAlias = str | int | None
Values: TypeAlias = tuple[Scalar, ...]

_ACTOR = re.compile(r"[0-9a-f]{16}", re.ASCII)
_NAME = re.compile(r"[a-z][a-z_]{0,60}", re.ASCII)
_MEMBERS = frozenset("vantecpsrwg")
_HALF_A_CHARACTER = re.compile(rb"\\u[dD][89a-fA-F]")
_MOST = 2**62
HIGHEST_STAMP = _MOST - 1  # a clock that lies so far can lie no further
_END_OF_CALENDARS = 253_370_764_800_000  # the first day of the year 9999, in milliseconds


class Subject(StrEnum):
    """What a record is about."""

    CASE = "case"  # a registration with all that hangs on it
    PATIENT = "patient"
    DOCUMENT = "document"  # the copy of a paper, by its pages
    PERSON = "person"  # who works here: names only
    PACK = "pack"  # the law that cases were determined with
    JOINS = "joins"  # which patients' records are one person's


_SUBJECTS = {subject.value: subject for subject in Subject}


class NotARecord(Exception):
    """Bytes that no machine of ours wrote as a record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One addition. `stamp` puts records in one order that agrees with `after`.

    `rows` are rows that are only ever added, by table, their values in the order of the table's
    columns: later schemas append columns, so an older row is a shorter one. `cells` are single
    values of the subject's own row, by table and column, that a later record may set again. With
    `gone` the record takes away all it has seen of its subject: its time of keeping is over.
    """

    actor: str
    number: int
    stamp: int
    subject: str  # a `Subject`, or what a newer program knows beyond them
    about: str
    after: tuple[Dot, ...] = ()
    schema: int
    rows: Mapping[str, tuple[Values, ...]] = field(default_factory=dict)
    cells: Mapping[str, Mapping[str, Scalar]] = field(default_factory=dict)
    gone: bool = False

    @property
    def dot(self) -> Dot:
        """The record's own name."""
        return (self.actor, self.number)

    @property
    def place(self) -> tuple[int, str, int]:
        """Where the record stands among all others, the same on every machine."""
        return (self.stamp, self.actor, self.number)

    def to_bytes(self) -> bytes:
        """The record in its one form."""
        return _encode(
            {
                "v": VERSION,
                "a": self.actor,
                "n": self.number,
                "t": self.stamp,
                "e": str(self.subject),
                "c": self.about,
                "p": [list(dot) for dot in self.after],
                "s": self.schema,
                "r": {table: [list(row) for row in rows] for table, rows in self.rows.items()},
                "w": {table: dict(cells) for table, cells in self.cells.items()},
                "g": int(self.gone),
            }
        ).encode()


def moment_of(stamp: int) -> datetime:
    """When a stamp was, by its writer's clock; of one beyond all calendars their last year."""
    return datetime.fromtimestamp(min(stamp, _END_OF_CALENDARS) / 1000, UTC)


def read_record(data: bytes) -> Record:
    """A record from its bytes; raises NotARecord for anything else."""
    if len(data) > LARGEST:
        raise NotARecord("larger than a record is")
    try:
        said = _said(data)
        if _HALF_A_CHARACTER.search(data):
            json.dumps(said, ensure_ascii=False).encode()  # not for any file or table
        if not isinstance(said, dict) or said.keys() != _MEMBERS or said["v"] != VERSION:
            raise NotARecord("not a record of this form")
        return Record(
            actor=_actor(said["a"]),
            number=_number(said["n"], least=1),
            stamp=_number(said["t"]),
            subject=_known(_name(said["e"])),
            about=_text(said["c"]),
            after=tuple([(_actor(actor), _number(number, least=1)) for actor, number in said["p"]]),
            schema=_number(said["s"]),
            rows={_name(table): _rows(rows) for table, rows in said["r"].items()},
            cells={_name(table): _cells(cells) for table, cells in said["w"].items()},
            gone=bool(_number(said["g"])),
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise NotARecord("not a record of this form") from None


def kept_record(data: bytes) -> Record:
    """A record as this machine keeps it: `read_record` took it once, nothing is tried again."""
    said = _said(data)
    return Record(
        actor=said["a"],
        number=said["n"],
        stamp=said["t"],
        subject=_known(said["e"]),
        about=said["c"],
        after=tuple(map(tuple, said["p"])),
        schema=said["s"],
        rows={table: tuple(map(tuple, rows)) for table, rows in said["r"].items()},
        cells=said["w"],
        gone=bool(said["g"]),
    )


def _said(data: bytes) -> Any:
    text = data.decode()
    if text.startswith("{"):
        said, end = _decode(text)
        if end == len(text):
            return said
    return json.loads(text)  # with blanks around it, as no program of ours writes it


def _known(name: str) -> str:
    return _SUBJECTS.get(name, name)


def _rows(said: object) -> tuple[Values, ...]:
    if not isinstance(said, list):
        raise NotARecord("rows are a list")
    return tuple(tuple(_scalar(value) for value in _list(row)) for row in said)


def _cells(said: Mapping[str, Any]) -> dict[str, Scalar]:
    return {_text(column): _scalar(value) for column, value in said.items()}


def _list(said: object) -> list[Any]:
    if not isinstance(said, list):
        raise NotARecord("a row is a list")
    return said


def _scalar(value: object) -> Scalar:
    if value is None or type(value) is str or (type(value) is int and abs(value) < _MOST):
        return value
    raise NotARecord("a value is a text, a whole number or nothing")


def _number(value: object, *, least: int = 0) -> int:
    if type(value) is not int or not least <= value < _MOST:
        raise NotARecord("not a number of this form")
    return value


def _text(value: object) -> str:
    if type(value) is not str or not 1 <= len(value) <= _LONGEST_NAME or not value.isprintable():
        raise NotARecord("not a name")
    return value


def _actor(value: object) -> str:
    if type(value) is not str or not _ACTOR.fullmatch(value):
        raise NotARecord("not an actor")
    return value


def _name(value: object) -> str:
    if type(value) is not str or not _NAME.fullmatch(value):
        raise NotARecord("not the name of a table or a kind of subject")
    return value
