"""The law as one signed file, NAME.recoup-pack: two lines of JSON.

The first line is the law: a format number, the manifest, and every shelf. The second is an
Ed25519 signature over exactly the bytes of the first, with the public key it holds under. What is
not rightly signed is never read further. Whether the key is one to trust is asked elsewhere.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

from app.core.errors import BadInput, Known
from app.core.wording import Phrase
from app.library import resource
from app.library.forms import plans_of
from app.library.law import LawReader, shipped
from app.library.shape import Fault, faults
from app.library.shelves import DocumentShelves, FolderShelves, Shelves, packed
from app.residency.determination import Case, determine
from app.residency.law import Law
from app.residency.law_pack import LawPack, Manifest
from app.signatures import fingerprint
from app.store.signing import Signature, read_public_key

FORMAT = 1
LARGEST = 8 * 1024 * 1024
_MOST_TOLD = 368  # letters: a pack may hold long ones
ENDING = ".recoup-pack"
_KEYS = {"recoup_pack", "manifest", "shelves"}
_PROGRAM = "the program"


@cache
def built_in() -> LawPack:
    """The law that came with the program; its integrity is the program's own."""
    reader = shipped()
    manifest = _manifest(reader.shelves, made_at="", made_by=_PROGRAM)
    return LawPack(manifest, reader.law(), lambda: _body(FolderShelves(resource()), manifest))


@cache
def load_publishers() -> Mapping[str, str]:
    """Who publishes packs for everyone: a name for the fingerprint of each key that ships."""
    return {
        fingerprint(read_public_key(path.read_bytes())): path.stem.replace("-", " ")
        for path in sorted(resource("keys").glob("*.pem"))
    }


def read_folder(folder: Path) -> LawPack:
    """The pack that a folder of rules, questions and countries would make; unsigned.

    Raises BadInput `bad_pack` naming the file or rule at fault.
    """
    return read_body(pack_folder(folder, made_at="", made_by=""))


def pack_folder(folder: Path, *, made_at: str, made_by: str) -> bytes:
    """The folder as the first line of a pack: the same folder gives the same bytes.

    Raises BadInput `bad_pack` naming the file at fault.
    """
    if not (folder / "rules").is_dir():
        raise not_whole(
            Phrase(
                "{folder} has no folder “rules”. Name a folder laid out as resources/ is",
                folder=folder,
            )
        )
    shelves = FolderShelves(folder)
    try:
        return _body(shelves, _manifest(shelves, made_at=made_at, made_by=made_by))
    except KeyError as missing:
        raise not_whole(Phrase("{arg} is missing", arg=missing.args[0])) from None
    except (ValueError, TypeError, AttributeError, OSError, RecursionError) as odd:
        raise not_whole(str(odd)) from None


def sealed(body: bytes, signature: Signature) -> bytes:
    """The file: the law and the signature over it."""
    words = {
        "public_key": b64encode(signature.public_key).decode(),
        "signature": b64encode(signature.value).decode(),
    }
    return body + b"\n" + _json(words) + b"\n"


def read_pack(raw: bytes) -> LawPack:
    """A pack from the bytes of its file, every shelf read and tried.

    Raises BadInput `bad_pack` for a file that is none, Known `bad_signature` where a byte of it
    was changed after signing, `newer_pack` where it speaks of what this program does not know.
    """
    if len(raw) > LARGEST:
        raise not_whole(Phrase("it is larger than any pack"))
    body, _, tail = raw.partition(b"\n")
    signature = _signature(tail)
    if not signature.holds(body):
        raise Known(
            "bad_signature",
            "This pack was changed after it was signed, or its signature belongs to another. "
            "Ask its maker for the file again.",
            "file",
        )
    return _read(body, raw, signer=signature.signer)


def read_body(body: bytes) -> LawPack:
    """A pack without a signature, as a folder or the program's own law gives it.

    Raises BadInput `bad_pack` or Known `newer_pack`.
    """
    return _read(body, body, signer="")


def read_kept(raw: bytes) -> LawPack:
    """A pack as a store keeps it: signed, or the law of a program that may be gone by now."""
    return read_pack(raw) if b"\n" in raw else read_body(raw)


def _read(body: bytes, raw: bytes, *, signer: str) -> LawPack:
    document = _document(body)
    try:
        manifest = _read_manifest(document["manifest"])
        shelves = DocumentShelves(document["shelves"])
        _require_known_form(shelves)
        law = LawReader(shelves).law()
        _read_whole(law)
        plans_of(shelves)
        _try(law, manifest.valid_from)
        standing = law.pack.standing
    except Known:
        raise
    except KeyError as missing:
        raise not_whole(Phrase("{arg} is missing", arg=missing.args[0])) from None
    except (ValueError, TypeError, AttributeError, RecursionError) as odd:
        raise not_whole(str(odd)) from None
    if (manifest.version, manifest.valid_to) != (standing.rules_version, standing.review_by):
        raise not_whole(Phrase("its manifest and its rules differ in version or dates"))
    return LawPack(manifest, law, lambda: raw, signer=signer)


def _read_whole(law: Law) -> None:
    """Every shelf, now and not at the first patient."""
    for shelf in ("facts", "questions", "pack", "outcomes"):
        getattr(law, shelf)


def _try(law: Law, on: date) -> None:
    """Determine a case of which nothing is known, so that words the program needs are there."""
    determine(Case({}), law, on).as_json()


def _require_known_form(shelves: Shelves) -> None:
    for fault in faults(shelves):
        told = _told(fault)
        if fault.newer:
            raise Known(
                "newer_pack", Phrase("This pack needs a newer Recoup. {told}", told=told), "file"
            )
        raise BadInput(
            "bad_pack", Phrase("This is not a whole rule pack. {told}", told=told), "file"
        )


def _told(fault: Fault) -> str:
    """Where, what and what to do, cut where the pack's own words in it are long."""
    told = Phrase(
        "{shelf}, {entry}: {says} {do}",
        shelf=fault.shelf,
        entry=fault.entry,
        says=fault.says,
        do=fault.do,
    )
    return told if len(told) <= _MOST_TOLD else told[:_MOST_TOLD]


def _document(body: bytes) -> dict[str, Any]:
    try:
        document = json.loads(
            body.decode("utf-8"),
            parse_float=_no_number,
            parse_constant=_no_number,
            object_pairs_hook=_once_each,
        )
    except UnicodeDecodeError:
        raise not_whole(Phrase("it is not UTF-8 text")) from None
    except (ValueError, RecursionError) as odd:
        raise not_whole(
            Phrase("it is not JSON as packs hold it ({odd})", odd=str(odd)[:80])
        ) from None
    if not isinstance(document, dict) or "recoup_pack" not in document:
        raise not_whole(Phrase("it holds no law"))
    if document["recoup_pack"] != FORMAT:
        raise Known(
            "newer_pack",
            "This pack was made for a newer Recoup. Update the program, then install it.",
            "file",
        )
    if document.keys() != _KEYS or not isinstance(document["shelves"], dict):
        raise not_whole(Phrase("it does not hold a manifest and shelves, and nothing else"))
    return document


def _signature(tail: bytes) -> Signature:
    try:
        words = json.loads(tail)
        parts = [b64decode(words[name], validate=True) for name in ("public_key", "signature")]
    except (ValueError, TypeError, KeyError, RecursionError):
        raise not_whole(Phrase("it has no signature")) from None
    return Signature(*parts)


def _manifest(shelves: Shelves, *, made_at: str, made_by: str) -> Manifest:
    pack = shelves.table("rules/pack")
    return _read_manifest(
        {
            "version": pack["rules_version"],
            "valid_from": pack["used_from"].isoformat(),
            "valid_to": pack["review_by"].isoformat(),
            "made_at": made_at,
            "made_by": made_by,
        }
    )


def _read_manifest(words: dict[str, str]) -> Manifest:
    manifest = Manifest(
        version=words["version"],
        valid_from=_day(words["valid_from"]),
        valid_to=_day(words["valid_to"]),
        made_at=words["made_at"],
        made_by=words["made_by"],
    )
    texts = (manifest.version, manifest.made_at, manifest.made_by)
    if not manifest.version or not all(isinstance(t, str) and len(t) <= 200 for t in texts):
        raise ValueError("the manifest holds a version, dates and a name, each a short text")
    if manifest.valid_to < manifest.valid_from:
        raise ValueError("the pack ends (review_by) before it begins (used_from)")
    return manifest


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"“{text[:20]}” in its manifest is no day") from None


def _body(shelves: FolderShelves, manifest: Manifest) -> bytes:
    return _json(
        {
            "recoup_pack": FORMAT,
            "manifest": {
                "version": manifest.version,
                "valid_from": manifest.valid_from.isoformat(),
                "valid_to": manifest.valid_to.isoformat(),
                "made_at": manifest.made_at,
                "made_by": manifest.made_by,
            },
            "shelves": packed(shelves),
        }
    )


def _json(value: object) -> bytes:
    """One line: JSON escapes every line break within a text."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) < len(pairs):
        raise ValueError("a key stands twice in one object")
    return table


def _no_number(text: str) -> NoReturn:
    raise ValueError(f"the number {text[:20]}")


def not_whole(why: str) -> BadInput:
    """The refusal of what is no whole pack; what a reader says of it may quote at any length."""
    said = why if isinstance(why, Phrase) else why[:300].rstrip(".")
    return BadInput(
        "bad_pack",
        Phrase("This is not a whole rule pack: {why}.", why=said),
        "file",
    )
