"""Every letter as pictures, at both sizes, to people whose names try a page.

    python -m tests.pictures.papers /tmp/papers [KIND ...]

writes `<kind>-<person>-<size>-<page>.png` for the kinds named, or for all.
"""

from __future__ import annotations

from pathlib import Path

from app.casework.letter_kinds import LetterKind
from app.documents.letter import letter_pdf
from tests.documents.letters import made
from tests.documents.made_up import FONTS, WORDS
from tests.documents.reading import picture, texts
from tests.pictures.looks import asked_for

PEOPLE = {
    "arabic": "ليلى الخطيب",
    "vietnamese": "Nguyễn Thị Ngọc Ánh",
    "tamil": "முத்துலட்சுமி கணேசன்",
    "long": "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh-Cholmondeley",
}
SCALE = 1.0  # pixels to a point


def main(folder: Path, kinds: tuple[LetterKind, ...]) -> None:
    """Write every page of the letters wanted."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind in kinds:
        for person, name in PEOPLE.items():
            for size in ("normal", "large"):
                values = {"patient": name, "signer": name}
                letter = made(kind, name=name, values=values, large_print=size == "large")
                pdf = letter_pdf(letter, FONTS, WORDS)
                for page in range(len(texts(pdf))):
                    to = folder / f"{kind.value}-{person}-{size}-{page + 1}.png"
                    picture(pdf, page=page, scale=SCALE).save(to)


if __name__ == "__main__":
    folder, kinds = asked_for(__doc__, tuple(LetterKind))
    main(folder, tuple(map(LetterKind, kinds)) or tuple(LetterKind))
