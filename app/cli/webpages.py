"""`recoup webpage`: a document that this program wrote, as a page for a browser."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.frame import DONE, Subcommands, command, print_json, read_bytes
from app.core.errors import BadInput

_MANUAL = """The twin of a PDF, for whoever reads on a screen: the same words in the same order, as
large as the reader wants them, with headings, lists and tables that a screen reader knows. It is
one file, with nothing to fetch. It holds what the PDF holds: keep it where you keep that.

input: FILE, a PDF that Recoup wrote: a letter, an estimate, an invoice, a form, a report.

output: {"path", "title", "language", "sha256"}. The page lies at --out.

refusals: no_twin (no document of Recoup, or damaged), too_large, unwritable."""
_MOST = 20_000_000  # bytes; the longest document of ours is a tenth of it


def register(commands: Subcommands) -> None:
    """Add `webpage`."""
    parser = command(
        commands,
        "webpage",
        _web_page,
        purpose="Make a page for a browser of a PDF that Recoup wrote, with the same words.",
        manual=_MANUAL,
        example="recoup webpage letters/statement-P000000001.pdf --out statement.html",
    )
    parser.add_argument("file", metavar="FILE|-", help="a PDF, or - for standard input")
    parser.add_argument("--out", metavar="FILE", required=True, help="where the page goes")


def _web_page(args: argparse.Namespace) -> int:
    from app.cli.stores import write_file
    from app.documents.told import told
    from app.documents.web_page import web_page
    from app.services.press import sha256

    pdf = read_bytes(args.file, most=_MOST)
    if len(pdf) > _MOST:
        raise BadInput("too_large", "No document of Recoup is so large. Name another file.", "file")
    letter = told(pdf)
    page = web_page(letter).encode()
    path = Path(args.out)
    write_file(path, page)
    print_json(
        {
            "contract_version": 1,
            "path": str(path),
            "title": letter.title,
            "language": letter.language,
            "sha256": sha256(page),
        }
    )
    return DONE
