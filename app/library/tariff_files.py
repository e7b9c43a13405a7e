"""The files of the shelf of prices, each checked against the sum it shipped with."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from app.core.errors import Known
from app.core.wording import Phrase
from app.library import resource

FOLDER = "tariffs"


def read_file(entry: Mapping[str, Any]) -> str:
    """A file of the shelf as text; raises Known `bad_tariff` where it is not the one shipped."""
    name: str = entry["file"]
    # A checkout on Windows may have turned the line ends; the figures are the same.
    kept = resource(FOLDER, name).read_bytes().replace(b"\r\n", b"\n")
    if sha256(kept).hexdigest() != entry["sha256"]:
        raise Known(
            "bad_tariff",
            Phrase(
                "The price file {name} is damaged or was changed. Install Recoup again.", name=name
            ),
            "tariff",
        )
    return kept.decode("utf-8")
