"""The dashboard: what was counted in a month at a site, drawn up once for screen, paper and CSV."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import partial

from app.access.roles import Act
from app.billing.reports.report import as_csv
from app.billing.reports.years import Month
from app.casework.review import Choice
from app.core.dates import LONDON
from app.core.errors import BadInput, Known
from app.core.ports import stamp
from app.core.wording import Phrase
from app.documents.dashboard_pdf import dashboard_pdf
from app.insight.board import Board, board
from app.insight.counts import Counted
from app.insight.opportunity import Outlook, outlook
from app.insight.rates import months_before
from app.services.desk import Desk, service
from app.services.ledger_figures import aged
from app.store import insight
from app.store.insight import Span

_FREE = frozenset({Choice.LIVES_HERE.value, Choice.EXEMPT.value})
_UNDECIDED = Choice.CANNOT_TELL.value


@dataclass(frozen=True, slots=True)
class ToChoose:
    """The months that hold something, newest first, and the sites."""

    months: tuple[Month, ...]
    sites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnCount:
    """How many somebody booked in themselves this month, and how many of these were asked."""

    month: Month
    booked: int
    asked: int


@service(Act.EXPORT_BATCH, whole=True)
def to_choose(desk: Desk) -> ToChoose:
    """From the first registration's month until this one, a year of them at most."""
    this = Month.of(desk.today)
    opened = insight.first_opened(desk.db)
    first = this if opened is None else Month.of(datetime.fromisoformat(opened).date())
    months = [one for one in months_before(this, desk.insight.months) if one >= first]
    return ToChoose(tuple(reversed(months)) or (this,), insight.sites(desk.db))


@service(Act.EXPORT_BATCH, whole=True)
def dashboard(desk: Desk, month: Month | None = None, site: str = "") -> Board:
    """Everything of a month, this one where none is named, at a site or at all of them.

    Raises BadInput for a month that lies ahead, Known `not_reconciled` where the ledger and its
    control account differ.
    """
    chosen = month or Month.of(desk.today)
    if chosen > Month.of(desk.today):
        raise BadInput(
            "bad_month", "That month lies ahead. Choose this one or one before.", "month"
        )
    return board(_counted(desk, chosen, site), desk.insight)


@service(Act.EXPORT_BATCH)
def own_count(desk: Desk) -> OwnCount:
    """The one figure of this page that is about a person: their own, for themselves."""
    month = Month.of(desk.today)
    return OwnCount(month, *insight.own(desk.db, _span(month, ""), desk.person.user_id))


@service(Act.EXPORT_BATCH, whole=True)
def printed_dashboard(desk: Desk, drawn: Board) -> bytes:
    """The dashboard as PDF, with its charts and their tables; that it left is audited."""
    with desk.db.atomic():
        desk.audit("report_exported", drawn.stem, {"form": "pdf"})
    return desk.press.draw(partial(dashboard_pdf, drawn, trust=desk.trust, mode=desk.mode))


@service(Act.EXPORT_BATCH, whole=True)
def dashboard_sheet(desk: Desk, drawn: Board) -> bytes:
    """Every figure of the dashboard as CSV, one a line; that it left is audited."""
    with desk.db.atomic():
        desk.audit("report_exported", drawn.stem, {"form": "csv"})
    return as_csv(drawn.flat)


def _counted(desk: Desk, month: Month, site: str) -> Counted:
    day, span = min(month.last, desk.today), _span(month, site)
    waited = insight.at_the_desk(desk.db, span, apart=False)
    prompts = [prompt.question_id for prompt in desk.terms.prompts]
    everybody = {"at_the_desk": waited[0]} if waited else {}
    told, why_not = _outlook(desk)
    return Counted(
        month=month,
        site=site,
        as_of=day,
        booked=insight.booked(desk.db, span),
        way=insight.way(desk.db, span, undecided=_UNDECIDED),
        income=insight.income(desk.db, day, site=site),
        cash=insight.cash(desk.db, day, site=site),
        ages=aged(desk, day),
        at_each_site=insight.at_the_desk(desk.db, span, apart=True),
        forms=insight.forms(desk.db, span),
        without_form=insight.without_form(desk.db, span),
        harm=insight.harm(desk.db, span, prompts=prompts, free=_FREE, undecided=_UNDECIDED),
        cards_claimed=insight.cards_claimed(desk.db, span),
        outlook=told,
        no_outlook=why_not,
        **everybody,
    )


def _outlook(desk: Desk) -> tuple[Outlook | None, str]:
    """The trust beside its peers; or why not, where there is a file of theirs that says too little.

    The rest of the dashboard never waits for that file to be put right.
    """
    try:
        peers = desk.peers()
        return (outlook(peers, desk.trust.provider_code) if peers else None), ""
    except Known as known:
        return None, known.message
    except ValueError as odd:
        return None, Phrase("The figures of peers.csv cannot be used: {why}.", why=odd)


def _span(month: Month, site: str) -> Span:
    return Span(since=_midnight(month.first), until=_midnight(month.next.first), site=site)


def _midnight(day: date) -> str:
    """The stamp of the moment a day begins at the hospital."""
    return stamp(datetime.combine(day, time(), LONDON).astimezone(UTC))
