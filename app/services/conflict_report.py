"""What conflicted, and who chose: the report afterwards, for the screen, as CSV and as PDF."""

from __future__ import annotations

from datetime import date
from functools import partial

from app.access.roles import Act
from app.billing.reports.report import Column, Kind, Report, as_csv
from app.core.wording import Phrase, together
from app.documents.report_pdf import report_pdf
from app.services.desk import Desk, service
from app.services.disputes import Said, settled_conflicts

_REPORT = (
    (Phrase("Case"), Kind.TEXT),
    (Phrase("What differed"), Kind.TEXT),
    (Phrase("Both versions"), Kind.TEXT),
    (Phrase("Who chose"), Kind.TEXT),
    (Phrase("When"), Kind.DAY),
    (Phrase("Why"), Kind.TEXT),
)


@service(Act.DECIDE_STATUS)
def report(desk: Desk) -> Report:
    """What conflicted, and who chose: by reference, with no patient's name."""
    settled = sorted(settled_conflicts(desk), key=lambda one: one.settled_at, reverse=True)
    return Report(
        name="conflicts",
        title=Phrase("What conflicted, and who chose"),
        sentence=Phrase(
            "Each was said differently on two machines that did not know of each other. Neither "
            "side won by itself; both stay on record."
        ),
        as_of=desk.today,
        columns=tuple(Column(label, kind) for label, kind in _REPORT),
        rows=tuple(
            (
                one.ref or "-",
                one.label,
                together((_side(side) for side in one.sides), " / "),
                one.settled_by,
                date.fromisoformat(one.settled_at[:10]),
                one.reason,
            )
            for one in settled
        ),
    )


def _side(side: Said) -> str:
    return Phrase("{said} ({who})", said=side.words, who=side.who or side.device)


@service(Act.DECIDE_STATUS)
def printed(desk: Desk) -> bytes:
    """The report as PDF; that it left the program is audited."""
    made = report(desk)
    with desk.db.atomic():
        desk.audit("report_exported", made.stem, {"form": "pdf"})
    drawn = partial(report_pdf, made, trust=desk.trust, mode=desk.mode, logo=desk.logo)
    return desk.press.draw(drawn)


@service(Act.DECIDE_STATUS)
def spreadsheet(desk: Desk) -> bytes:
    """The report as CSV; that it left the program is audited."""
    made = report(desk)
    with desk.db.atomic():
        desk.audit("report_exported", made.stem, {"form": "csv"})
    return as_csv(made)
