"""What is gathered from the source for the catalogue, and what is found that it could not hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from installer.sentences import sentences, untold

_ERRORS = """
class Known(Exception):
    def __init__(self, code: str, message: str, field: str | None = None) -> None:
        super().__init__(message)

class NotFound(Known):
    def __init__(self, message: str) -> None:
        super().__init__("not_found", message)
"""
_TOLD = {
    'raise Known("full", "The disk is full.", "disk")': "The disk is full.",
    'raise NotFound("There is none." if first else "")': "There is none.",
    'raise Known("full", Phrase("{count} left.", count=len(first) - 1))': "{count} left.",
    'raise Known("full", _FULL, f"disk_{first}")': "It is full.",
    'raise Known("full", _BY_KIND[first])': "The shelf is full.",
    'words = Phrase("{how}.", how=Phrase("Too much"))\n    raise NotFound(words)': "Too much",
    "raise NotFound(_words(first))": "Made: {what}.",
}
_UNTOLD = (
    'raise Known("full", f"{first} is full.")',
    'raise Known("full", "It is full: " + first)',
    "raise NotFound(first)",
    'raise NotFound("It is full: {}".format(first))',
    'words = f"{first} is full."\n    raise NotFound(words)',
    'raise Known("full", Phrase(f"{first} is full."))',
    'raise Known("full", Phrase("{what}.", what=f"{first} disks"))',
    'raise Known("full", Phrase("{what}.", what="many disks"))',
    'what = "many disks" if first else ""\n    raise Known("full", Phrase("{what}.", what=what))',
    'raise Known("full", Phrase("{names}.", names=", ".join(first)))',
)
_MODULE = """
_FULL = "It is full."
_BY_KIND = {"shelf": Phrase("The shelf is full.")}

def _words(what: str) -> Phrase:
    return Phrase("Made: {what}.", what=what)

def act(first: str) -> None:
    BODY
"""


def _source(folder: Path, body: str) -> Path:
    (folder / "errors.py").write_text(_ERRORS)
    (folder / "act.py").write_text(_MODULE.replace("BODY", body))
    return folder


@pytest.mark.parametrize("body", _TOLD)
def test_a_sentence_is_gathered_where_it_is_said(tmp_path: Path, body: str) -> None:
    folder = _source(tmp_path, body)
    assert _TOLD[body] in sentences(folder)
    assert untold(folder) == []


@pytest.mark.parametrize("body", _UNTOLD)
def test_what_no_catalogue_can_hold_is_found(tmp_path: Path, body: str) -> None:
    [found] = untold(_source(tmp_path, body))
    assert found.startswith("act.py:")


def test_what_a_refusal_of_another_kind_says_is_looked_at_too(tmp_path: Path) -> None:
    made = (
        "class Gone(Known):\n"
        "    def __init__(self, name: str) -> None:\n"
        '        super().__init__("gone", f"{name} is gone.")\n'
    )
    (tmp_path / "errors.py").write_text(_ERRORS)
    (tmp_path / "gone.py").write_text(made)
    assert untold(tmp_path) == ["gone.py:3"]
