"""A report from the ledger on paper: the figures of the screen, no name but the trust's."""

from __future__ import annotations

from app.billing.reports.report import Kind, Report, shown
from app.core.dates import long
from app.core.trust import Mode, Trust
from app.documents import page
from app.documents.flow import Column, Flow
from app.documents.fonts import Fonts
from app.documents.page import Letterhead
from app.documents.pen import Style
from app.documents.sheet import SECOND
from app.documents.words import LetterWords

# Staff read it beside a screen: ten points, so that six columns of money stand side by side.
_REPORT = Style(10 / 12)
_TOP = 62.0


def report_pdf(
    report: Report,
    *,
    trust: Trust,
    mode: Mode,
    fonts: Fonts,
    words: LetterWords,
    logo: bytes | None = None,
) -> bytes:
    """The report as PDF; raises Known `no_letters` as an invoice does."""
    head = Letterhead(trust=trust, mode=mode, logo=logo)
    flow = Flow(fonts, _REPORT, top=_TOP)
    page.letterhead(flow, head, words.common)
    flow.gap(24)
    page.title(flow, report.title)
    flow.paragraph(long(report.as_of), bold=True)
    flow.gap(2)
    flow.paragraph(report.sentence, ink=SECOND)
    flow.gap(10)
    flow.table(
        [
            Column(column.label, money=column.kind.is_figure, whole=column.kind is Kind.DAY)
            for column in report.columns
        ],
        [[shown(cell) for cell in row] for row in report.rows],
        total=[shown(cell) for cell in report.totals] if report.totals else None,
    )
    flow.gap(8)
    for note in report.notes:
        flow.paragraph(note)
        flow.gap(3)
    return page.finish(
        flow,
        head,
        words.common,
        document=f"{report.title}, {long(report.as_of)}",
        dated=report.as_of,
    )
