"""Beginning a pack of one's own: the program's law as a folder of files to edit."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

from app.core.errors import BadInput, Known
from app.core.wording import Phrase
from app.library import resource
from app.library.shelves import ROOMS

_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.-]{0,39}", re.ASCII)
_LINES = {
    "rules_version": re.compile(r"^rules_version = .*$", re.MULTILINE),
    "used_from": re.compile(r"^used_from = .*$", re.MULTILINE),
}


def begin_pack(folder: Path, version: str, used_from: date) -> None:
    """Copy the program's law, comments and all, under a new version; the whole folder or none.

    Raises BadInput `bad_value`, or Known `exists` or `unwritable`.
    """
    if not _VERSION.fullmatch(version):
        raise BadInput(
            "bad_value", "A version is letters, digits, dots and dashes, such as 2027.1.", "version"
        )
    if folder.exists():
        raise Known(
            "exists",
            Phrase("There is a {folder} already. Name a new folder.", folder=folder),
            "folder",
        )
    beside = folder.with_name(f"{folder.name}.part")
    try:
        for room in ROOMS:
            shutil.copytree(resource(room), beside / room, copy_function=shutil.copyfile)
        pack = beside / "rules" / "pack.toml"
        text = pack.read_text("utf-8")
        text = _LINES["rules_version"].sub(f'rules_version = "{version}"', text)
        text = _LINES["used_from"].sub(f"used_from = {used_from.isoformat()}", text)
        pack.write_text(text, "utf-8", newline="\n")
        beside.rename(folder)
    except OSError as refused:
        shutil.rmtree(beside, ignore_errors=True)
        raise Known(
            "unwritable",
            Phrase(
                "{folder} cannot be written: {reason}. Name another folder.",
                folder=folder,
                reason=refused.strerror,
            ),
        ) from None
