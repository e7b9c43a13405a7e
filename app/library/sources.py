"""A law by whatever name somebody gives it: `builtin`, a folder, or a pack file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from app.core.errors import BadInput, NotFound
from app.core.wording import Phrase
from app.library.law import shipped
from app.library.packs import LARGEST, built_in, read_folder, read_pack
from app.library.shelves import DocumentShelves, FolderShelves, Shelves
from app.residency.law_pack import LawPack

BUILT_IN = "builtin"


@dataclass(frozen=True, slots=True)
class Source:
    """A law that was read, and the shelves it was read from."""

    pack: LawPack
    shelves: Shelves


def open_source(name: str) -> Source:
    """The law of that name; raises NotFound, BadInput `bad_pack`, or Known as `read_pack` does."""
    if name == BUILT_IN:
        return Source(built_in(), shipped().shelves)
    path = Path(name)
    if path.is_dir():
        return Source(read_folder(path), FolderShelves(path))
    pack = read_pack(read_file(path))
    return Source(pack, _shelves_in(pack.raw))


def open_shelves(name: str) -> Shelves:
    """The shelves of a law that need not be whole, for telling what is wrong with it.

    A file is checked for its signature first, as ever.
    """
    if name == BUILT_IN:
        return shipped().shelves
    path = Path(name)
    return FolderShelves(path) if path.is_dir() else open_source(name).shelves


def read_file(path: Path, *, most: int = LARGEST) -> bytes:
    """A file's bytes, one more of them than `most`, a pack's size, at the most.

    Who asked refuses what is too large. Raises NotFound or BadInput.
    """
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except FileNotFoundError:
        raise NotFound(
            Phrase("There is no file {path}. Check the name.", path=path), "file"
        ) from None
    except (OSError, ValueError) as refused:
        if path.is_dir():
            folder = Phrase("{path} is a folder. Name the file in it.", path=path)
            raise BadInput("bad_file", folder, "file") from None
        reason = getattr(refused, "strerror", None) or refused
        raise BadInput(
            "bad_file",
            Phrase(
                "{path} cannot be read: {reason}. Ask IT to put that right.",
                path=path,
                reason=reason,
            ),
            "file",
        ) from None


def _shelves_in(raw: bytes) -> Shelves:
    return DocumentShelves(json.loads(raw.partition(b"\n")[0])["shelves"])
