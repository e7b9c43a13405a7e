"""Other editions of the rules for tests: the shipped folders copied, some text of them changed."""

from __future__ import annotations

import shutil
from pathlib import Path

from app.library import resource
from app.library.packs import read_folder
from app.library.shelves import ROOMS
from app.residency.law_pack import LawPack


def edition(folder: Path, *changes: tuple[str, str, str]) -> Path:
    """A folder of rules in which, file by file, one text stands in place of another."""
    for room in ROOMS:
        shutil.copytree(resource(room), folder / room)
    for file, old, new in changes:
        path = folder / file
        text = path.read_text("utf-8")
        assert old in text, (file, old)
        path.write_text(text.replace(old, new), "utf-8")
    return folder


def pack_of(folder: Path) -> LawPack:
    """The rules of a folder."""
    return read_folder(folder)


def without_asylum(folder: Path) -> Path:
    """An edition in which asylum seekers were exempt until the end of 2020 only."""
    opening = 'id = "asylum_seeker"\n'
    return edition(
        folder,
        ("rules/groups.toml", opening, f"{opening}in_force_to = 2020-12-31\n"),
        ("rules/pack.toml", "rules_version = ", 'rules_version = "other" # '),
    )
