"""An .xlsx file taken apart within bounds, before anything reads its cells.

A workbook is a zip of XML. The reader behind `app.library.workbook` trusts it: a cell named
XFD1048576 makes it ask for 500 gigabytes and ends the program, a cell that holds #REF! or a
formula that was never calculated comes out blank, which a price list would take for “no price”.
So every part is unpacked here first, counted and looked through.
"""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections import deque
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from app.core.wording import Phrase
from app.pricing.sheets import Fault, bad_file

_LARGEST_UNPACKED = 300_000_000
_MOST_PARTS = 2_000
_BOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_TEXTS = "xl/sharedStrings.xml"
_END = b"PK\5\6"  # the record a zip without a comment ends with
_LOCKED = 1
_PACKED_AT_ONCE, _UNPACKED_AT_ONCE, _LONGEST_TAG = 16_384, 1_000_000, 1_000_000
_STORED, _DEFLATED = zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED

# Cells beyond column ZZ or row 99,999, faults and formulas, in text laid bare: letters as A but for
# the e of a fault and the f of a formula, digits as 0, without white space, quotation marks and
# brackets. A plain search finds every mark; the slow expression then tells whether a cell that is
# not empty lies out there.
_LETTERS = bytes(range(65, 91)) + b"abcdghijklmnopqrstuvwxyz"
_LAID_BARE = bytes.maketrans(_LETTERS + b"123456789", b"A" * len(_LETTERS) + b"0" * 9)
_BARE = b" \t\r\n\"'<>/"
_FAR = re.compile(
    rb"\br\s*=\s*[\"'](?:[A-Za-z]{3}[0-9]|[A-Za-z]{1,2}[0-9]{6})[A-Za-z0-9]*+"
    rb"(?![\"'](?:\s+[\w:]+=\"[^\"<>]*\")*\s*/>)"
)
_DOUBTFUL = (b"'", b"\0")  # other quotation marks, another encoding
_RARE = ((b"e", b't="e"'), (b"f", b"</f>"))  # a fault and a formula, by a letter few cells hold
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*?)>(.*?)</(?:\w+:)?c>", re.DOTALL)
_REFERENCE = re.compile(rb"\br\s*=\s*[\"']\$?([A-Za-z]{1,3}[0-9]{1,7})[\"']")
_FAILED = re.compile(rb"\bt\s*=\s*[\"']e[\"']")
_FORMULA = re.compile(rb"<(?:\w+:)?f\b")
_VALUE = re.compile(rb"<(?:\w+:)?v\s*>[^<]+</|<(?:\w+:)?is\b")
_ROW = re.compile(r"[0-9]+$")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def look_through(raw: bytes) -> Mapping[str, tuple[Fault, ...]]:
    """The cells without a value, by the name of their sheet; raises BadInput `bad_file`."""
    try:
        return _looked_through(raw)
    # The library says NotImplementedError of a zip that needs a newer reader.
    except (zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError):
        raise bad_file(Phrase("It is damaged or locked with a password")) from None


def _looked_through(raw: bytes) -> Mapping[str, tuple[Fault, ...]]:
    """Every part unpacked and counted, and looked through but for the table of texts."""
    entries = _entries(raw)
    if _BOOK not in entries:
        raise bad_file(Phrase("It is no .xlsx workbook"))
    small = {
        name: b"".join(_unpacked(raw, entries[name]))
        for name in (_BOOK, _RELATIONS)
        if name in entries
    }
    sheets = _sheet_names(small)
    # A reader may take a part for a sheet whatever the case of its name.
    taken_for_sheets = {part.lower() for part in sheets}
    faults: dict[str, tuple[Fault, ...]] = dict.fromkeys(sheets.values(), ())
    for part, entry in entries.items():
        if part == _TEXTS and _TEXTS.lower() not in taken_for_sheets:
            deque(_unpacked(raw, entry), maxlen=0)
        elif _is_doubtful(raw, entry) and part in sheets:
            data, name = b"".join(_unpacked(raw, entry)), sheets[part]
            if b"\0" in data:
                raise bad_file(
                    Phrase(
                        "Its sheet “{name}” is written in a way that is not read here", name=name
                    )
                )
            faults[name] = tuple(_faults(data))
    return faults


def _entries(raw: bytes) -> Mapping[str, zipfile.ZipInfo]:
    """The parts by name, as far as they say of themselves no more than a price list holds."""
    if raw[-22:-18] != _END:  # something follows: readers could disagree where the zip ends
        raise zipfile.BadZipFile
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        entries = packed.infolist()
    found = {one.filename: one for one in entries}
    if len(entries) > _MOST_PARTS or len(found) < len(entries):
        raise bad_file(Phrase("Its parts are not those of a price list"))
    if sum(one.file_size for one in entries) > _LARGEST_UNPACKED:
        raise bad_file(Phrase("It unpacks to far more than a price list holds"))
    return found


def _unpacked(raw: bytes, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The very bytes that the workbook's reader will unpack, counted and not only declared."""
    if entry.flag_bits & _LOCKED or entry.compress_type not in (_STORED, _DEFLATED):
        raise zipfile.BadZipFile
    name, extra = struct.unpack_from("<HH", raw, entry.header_offset + 26)
    start = entry.header_offset + 30 + name + extra
    packed = raw[start : start + entry.compress_size]
    if entry.compress_type == _STORED:
        if len(packed) != entry.file_size:
            raise zipfile.BadZipFile
        yield packed
        return
    inflating = zlib.decompressobj(-15)
    left = entry.file_size
    for at in range(0, len(packed), _PACKED_AT_ONCE):
        piece = packed[at : at + _PACKED_AT_ONCE]
        while piece:
            data = inflating.decompress(piece, _UNPACKED_AT_ONCE)
            piece = inflating.unconsumed_tail
            left -= len(data)
            if left < 0:
                raise zipfile.BadZipFile
            yield data
    if left or not inflating.eof:
        raise zipfile.BadZipFile


def _sheet_names(parts: Mapping[str, bytes]) -> Mapping[str, str]:
    """The name on the tab by the part that holds the sheet."""
    try:
        book = fromstring(parts[_BOOK], forbid_dtd=True)
        relations = fromstring(parts.get(_RELATIONS, b"<r/>"), forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        raise bad_file(Phrase("It is damaged")) from None
    targets = {one.get("Id"): _target(one.get("Target", "")) for one in relations}
    return {
        targets[sheet.get(_RELATION)]: sheet.get("name", "")
        for sheet in book.iter()
        if sheet.tag.endswith("}sheet") and sheet.get(_RELATION) in targets
    }


def _target(written: str) -> str:
    path = posixpath.join("xl", written.replace("\\", "/"))
    return posixpath.normpath(path).lstrip("/")


def _is_doubtful(raw: bytes, entry: zipfile.ZipInfo) -> bool:
    """Whether a part may hold a cell without a value; raises BadInput for a cell too far out.

    Looked through piece by piece, each as far as its tags are whole.
    """
    doubtful = False
    rest = b""
    for piece in _unpacked(raw, entry):
        text = rest + piece
        whole = max(text.rfind(b"<"), 0)
        bare = text.translate(_LAID_BARE, _BARE)
        for letter, mark in _RARE:
            if letter in bare:
                doubtful = doubtful or mark in text
                bare = bare.replace(letter, b"A")
        if b"AAA0" in bare or b"A000000" in bare:
            _require_near(text[:whole])
        doubtful = doubtful or any(mark in text for mark in _DOUBTFUL)
        rest = text[whole:]
        if len(rest) > _LONGEST_TAG:
            if rest.startswith(b"<") and b">" not in rest:
                raise bad_file(Phrase("It is damaged"))
            rest = b""
    _require_near(rest)
    return doubtful


def _require_near(text: bytes) -> None:
    if _FAR.search(text):
        raise bad_file(Phrase("It has cells beyond column ZZ or row 99,999. Delete them"))


def _faults(data: bytes) -> Iterator[Fault]:
    for cell in _CELL.finditer(data):
        attributes, inside = cell.groups()
        if _FAILED.search(attributes):
            what = Phrase("holds a fault of its formula, such as #REF!")
        elif _FORMULA.search(inside) and not _VALUE.search(inside):
            what = Phrase("holds a formula that was never calculated")
        else:
            continue
        at = _REFERENCE.search(attributes)
        reference = at[1].decode("ascii") if at else "A0"
        row = _ROW.search(reference)
        yield Fault(int(row[0]) if row else 0, reference, what)
