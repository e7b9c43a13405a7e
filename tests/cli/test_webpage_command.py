"""`recoup webpage`: a PDF of ours in, its page for a browser out."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from app.cli import main
from tests.documents.made_up import invoice_bytes
from tests.documents.web import read


def test_the_page_lies_where_it_was_asked_for_and_is_the_same_each_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter, page = tmp_path / "invoice.pdf", tmp_path / "invoice.html"
    letter.write_bytes(invoice_bytes())
    assert main(["webpage", str(letter), "--out", str(page)]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["path"] == str(page)
    first = page.read_bytes()
    (title,) = read(first.decode()).every("title")
    assert (title.words, "en-GB") == (answer["title"], answer["language"])
    assert main(["webpage", str(letter), "--out", str(page)]) == 0
    assert page.read_bytes() == first


def test_it_reads_standard_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(invoice_bytes())))
    assert main(["webpage", "-", "--out", str(tmp_path / "page.html")]) == 0
    assert json.loads(capsys.readouterr().out)["title"]


@pytest.mark.parametrize(
    ("given", "out", "code"),
    [
        (b"%PDF-1.7 of somebody else", "page.html", "no_twin"),
        (b" " * 20_000_001, "page.html", "too_large"),
        (None, "nowhere/page.html", "unwritable"),
    ],
)
def test_what_cannot_be_done_is_refused_and_nothing_is_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], given: bytes | None, out: str, code: str
) -> None:
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(invoice_bytes() if given is None else given)
    assert main(["webpage", str(letter), "--out", str(tmp_path / out)]) == 1
    assert json.loads(capsys.readouterr().out)["error"]["code"] == code
    assert list(tmp_path.iterdir()) == [letter]
