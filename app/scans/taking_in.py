"""A file from outside becomes pages, or one sentence; whatever its bytes are."""

from __future__ import annotations

from collections.abc import Iterator

from app.core.aside import GoingOn, Stopped
from app.core.errors import BadInput, Known
from app.core.wording import Phrase
from app.scans import pdf, pictures
from app.scans.kinds import FIELD, Kind, kind_of
from app.scans.page import Page, Scan
from app.scans.terms import ScanTerms


def take_in(content: bytes, terms: ScanTerms, going_on: GoingOn = lambda _done, _of: True) -> Scan:
    """Read a file and draw its pages anew.

    `going_on(done, of)` is told before the first page and after each. Raises Stopped where it
    says no, and BadInput with field `file`: `too_large`, `too_many_pages`, `too_much_to_keep`, or
    as `kind_of` and the readers of the formats do.
    """
    if len(content) > terms.most_bytes:
        raise BadInput(
            "too_large",
            Phrase(
                "That file is larger than {most} MB. Scan it at 200 dots to the inch, or attach "
                "fewer pages.",
                most=terms.most_megabytes,
            ),
            FIELD,
        )
    kind = kind_of(content)
    try:
        return Scan(kind.value, _pages(content, kind, terms, going_on))
    except Known:
        raise
    except Exception as fault:  # decoders raise whatever they like at bytes made to break them
        if type(fault).__name__.startswith("DecompressionBomb"):
            raise pictures.too_many_pixels() from None
        raise pdf.broken_pdf() if kind is Kind.PDF else _broken() from None


def _pages(content: bytes, kind: Kind, terms: ScanTerms, going_on: GoingOn) -> tuple[Page, ...]:
    is_pdf = kind is Kind.PDF
    total = pdf.count(content) if is_pdf else pictures.count(content, kind, terms.most_pages)
    if total < 1:
        raise pdf.broken_pdf()
    if total > terms.most_pages:
        raise BadInput(
            "too_many_pages",
            Phrase(
                "That file has more than {most} pages. Attach those that matter.",
                most=terms.most_pages,
            ),
            FIELD,
        )
    drawn: list[Page] = []
    if not going_on(0, total):
        raise Stopped
    for page in _each(content, kind, total, terms):
        drawn.append(page)
        if sum(len(one.content) for one in drawn) > terms.most_kept_bytes:
            raise BadInput(
                "too_much_to_keep",
                "That file holds more than can be kept. Attach fewer pages.",
                FIELD,
            )
        if not going_on(len(drawn), total):
            raise Stopped
    return tuple(drawn)


def _each(content: bytes, kind: Kind, total: int, terms: ScanTerms) -> Iterator[Page]:
    if kind is Kind.PDF:
        return pdf.pages(content, terms)
    return pictures.pages(content, kind, total, terms)


def _broken() -> BadInput:
    return BadInput(
        "broken_picture",
        "That picture is damaged or cut short. Take or save it again, then attach it.",
        FIELD,
    )
