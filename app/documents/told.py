"""What a screen reader is told by a letter, read back from its file.

A kept file is the record, so its twin for a browser is made from what lies in it and can say
nothing else, whatever has changed in the case since. Only files that `paint` wrote are read.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any
from xml.sax.saxutils import unescape

from app.core.errors import Known
from app.core.wording import Phrase
from app.documents.tags import Numbering, Role, Scope

_TOKEN = re.compile(
    rb"<<|>>|[\[\]]|/[^\s/<>\[\]()]*|<[0-9A-Fa-f]*>|\((?:[^()\\]|\\.)*\)|[^\s/<>\[\]()%]+|%[^\n]*",
    re.DOTALL,
)
_TITLE = re.compile('<rdf:li xml:lang="x-default">(.*?)</rdf:li>', re.DOTALL)
_LETTER = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4})>")
_ESCAPED = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_SPELT = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_WIDE = b"\xfe\xff"  # the mark of text in UTF-16
_AN_ENTRY = 20  # bytes in the table of a file's objects
_LEADS_OUT = 3  # what stands before an object: its number, its generation, `obj`

Value = Any  # what a PDF holds: names, numbers, text, lists and dictionaries of them
# A file that is cut short or damaged fails in one of these ways, wherever it is damaged.
_BROKEN = (
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    zlib.error,
)


@dataclass(frozen=True, slots=True)
class Told:
    """One part of a letter: the words and the parts in it, in reading order."""

    role: Role
    kids: tuple[Told | str, ...] = ()
    alt: str = ""
    scope: Scope | None = None
    numbering: Numbering | None = None


@dataclass(frozen=True, slots=True)
class ToldLetter:
    """The whole of a letter, with what the file says of itself."""

    title: str
    language: str
    whole: Told


def told(pdf: bytes) -> ToldLetter:
    """What the file tells; raises Known `no_twin` where it is none of ours, or is damaged."""
    try:
        return _File(pdf).told()
    except _BROKEN:
        raise Known(
            "no_twin",
            Phrase(
                "No page for a browser can be made of this file. Only letters that Recoup wrote "
                "can be saved so."
            ),
        ) from None


@dataclass(frozen=True, slots=True)
class _Ref:
    """An object told by its number."""

    number: int


class _Sign(str):
    """A bare word: an operator, or one that stands between objects."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class _Name:
    name: str


class _File:
    """A file, its objects found by the table at its end."""

    def __init__(self, pdf: bytes) -> None:
        self._pdf = pdf
        table = int(pdf[pdf.rindex(b"startxref") :].split()[1])
        head = re.compile(rb"xref\s+0 (\d+)\s+").match(pdf, table)
        if head is None:
            raise ValueError("no table of objects")
        first, count = head.end(), int(head[1])
        self._places = [int(pdf[first + at * _AN_ENTRY :][:10]) for at in range(count)]
        after = pdf.index(b"<<", first + count * _AN_ENTRY)
        self._root = self._get(_first(_values(pdf, after))["Root"])
        self._pages: dict[int, dict[int, list[str]]] = {}

    def told(self) -> ToldLetter:
        """Title, language and the tree of the parts."""
        about = self._stream(self._root["Metadata"]).decode()
        title = _TITLE.search(about)
        top = self._get(self._root["StructTreeRoot"])["K"][0]
        return ToldLetter(
            title=unescape(title[1]) if title else "",
            language=_text(self._root["Lang"]),
            whole=self._part(top),
        )

    def _part(self, ref: _Ref) -> Told:
        element = self._get(ref)
        attributes = element.get("A", {})
        alt = element.get("Alt", element.get("ActualText"))
        return Told(
            role=Role(element["S"].name),
            kids=tuple(self._kids(element)),
            alt="" if alt is None else _text(alt),
            scope=Scope(attributes["Scope"].name) if "Scope" in attributes else None,
            numbering=(
                Numbering(attributes["ListNumbering"].name)
                if "ListNumbering" in attributes
                else None
            ),
        )

    def _kids(self, element: Value) -> Iterator[Told | str]:
        """The parts in it, and the words drawn straight in it, in their order."""
        for kid in element["K"]:
            if isinstance(kid, _Ref):
                yield self._part(kid)
            elif isinstance(kid, dict):
                yield self._words(kid["Pg"], kid["MCID"])
            else:
                yield self._words(element["Pg"], kid)

    def _words(self, page: _Ref, stretch: int) -> str:
        if page.number not in self._pages:
            self._pages[page.number] = self._read(self._get(page))
        return "".join(self._pages[page.number].get(stretch, ()))

    def _read(self, page: Value) -> dict[int, list[str]]:
        """The words of a page by the number of their stretch, as written and not as drawn."""
        fonts = {
            name: self._letters(self._get(font))
            for name, font in self._resolved(page["Resources"]["Font"]).items()
        }
        found: dict[int, list[str]] = {}
        open_: list[tuple[int | None, bool]] = []  # the stretch, and whether its words were said
        letters: dict[int, str] = {}
        size, stack = 0.0, []
        for value in _values(self._stream(page["Contents"])):
            if not isinstance(value, _Sign):
                stack.append(value)
                continue
            stretch = open_[-1] if open_ else (None, False)
            words = found.setdefault(stretch[0], []) if stretch[0] is not None else []
            match value:
                case "BDC":
                    about = stack[-1]
                    said = "ActualText" in about
                    open_.append((about.get("MCID", stretch[0]), said or stretch[1]))
                    if said:
                        words.append(_text(about["ActualText"]))
                case "BMC":
                    open_.append((None, False))
                case "EMC":
                    open_.pop()
                case "Tf":
                    letters = fonts[stack[-2].name]
                    if words and size != stack[-1]:
                        words.append("\n")  # another size is another line, not one that wrapped
                    size = stack[-1]
                case "Tj" if not stretch[1]:
                    words.append("".join(letters[code] for code in stack[-1]))
            stack = []
        return found

    def _letters(self, font: Value) -> dict[int, str]:
        """What each code of a font means, from its own table."""
        return {
            int(code, 16): chr(int(letter, 16))
            for code, letter in _LETTER.findall(self._stream(font["ToUnicode"]))
        }

    def _resolved(self, value: Value) -> Value:
        return self._get(value) if isinstance(value, _Ref) else value

    def _get(self, ref: _Ref) -> Value:
        return _first(self._object(ref))

    def _object(self, ref: _Ref) -> Iterator[Value]:
        values = _values(self._pdf, self._places[ref.number])
        number, *_ = islice(values, _LEADS_OUT)
        if number != ref.number:
            raise ValueError("another object stands there")
        return values

    def _stream(self, ref: _Ref) -> bytes:
        about = self._get(ref)
        begins = self._pdf.index(b"stream\n", self._places[ref.number]) + len(b"stream\n")
        data = self._pdf[begins : begins + about["Length"]]
        return zlib.decompress(data) if "Filter" in about else data


def _first(values: Iterator[Value]) -> Value:
    for value in values:
        return value
    raise ValueError("the file ends here")


def _values(data: bytes, at: int = 0) -> Iterator[Value]:
    """Values and bare words from a place on; what brackets hold is one value."""
    open_: list[list[Value]] = []
    for found in _TOKEN.finditer(data, at):
        token = found[0]
        if token[:1] == b"%":
            continue
        if token in (b"<<", b"["):
            open_.append([])
            continue
        if token == b"]":
            value: Value = open_.pop()
        elif token == b">>":
            inside = open_.pop()
            keys = (key.name for key in inside[::2])
            value = dict(zip(keys, inside[1::2], strict=True))
        elif token == b"R" and open_:
            number, _ = open_[-1][-2:]
            del open_[-1][-2:]
            value = _Ref(number)
        else:
            value = _single(token)
        if open_:
            open_[-1].append(value)
        else:
            yield value


def _single(token: bytes) -> Value:
    match token[:1]:
        case b"/":
            return _Name(token[1:].decode())
        case b"<":
            return bytes.fromhex(token[1:-1].decode())
        case b"(":
            return _ESCAPED.sub(_unescaped, token[1:-1])
    try:
        return float(token) if b"." in token else int(token)
    except ValueError:
        return _Sign(token.decode())


def _unescaped(found: re.Match[bytes]) -> bytes:
    sign = found[1]
    return bytes([int(sign, 8)]) if sign.isdigit() else _SPELT.get(sign, sign)


def _text(value: bytes) -> str:
    """Text as a PDF spells it: UTF-16 with its mark, or plain."""
    if value.startswith(_WIDE):
        return value.removeprefix(_WIDE).decode("utf-16-be")
    return value.decode("ascii")
