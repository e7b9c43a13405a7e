"""Where the records of this machine are: counts and standings, no name and no finding.

On this machine alone, on the share, or taken: taken is said only where a receipt named the very
bytes that were sent (hazard H10).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.access.roles import Act
from app.services import exchange
from app.services.desk import Desk, service
from app.services.enrolling import is_revoked, own_device
from app.services.exchange import SyncState
from app.store import contact, travel_counts, travelling
from app.store.travel_counts import Counts, Standing
from app.store.travelling import Sealed

__all__ = ["EnvelopeLine", "RefusedRow", "Standing", "TravelState", "Whereabouts"]

_SHOWN = 50
_NAMED_BY = ("receipt_no", "doc_no", "customer_ref")


@dataclass(frozen=True, slots=True, kw_only=True)
class TravelState:
    """What the button at the foot of the window tells.

    `cases` are this machine's own registrations, `ledger` the rows for finance. Moments are as
    stored; `away_since` is empty while the share answers.
    """

    joined: bool
    cases: Counts
    ledger: SyncState
    last_contact: str
    away_since: str

    @property
    def waiting(self) -> int:
        """What is on this machine alone: registrations, else other records, else rows."""
        if not self.joined:
            return self.ledger.waiting + self.ledger.unsent
        here = self.cases.here + self.ledger.waiting
        return here or self.cases.unsent or (1 if self.cases.records else 0)

    @property
    def all_taken(self) -> bool:
        """Whether a receipt has come for everything; only then is the state told as well."""
        cases, ledger = self.cases, self.ledger
        open_rows = ledger.waiting + ledger.unsent + ledger.sent + ledger.attention
        if not self.joined:
            return not open_rows and bool(ledger.acknowledged)
        nothing_left = not (cases.untaken or cases.records or open_rows)
        return nothing_left and bool(cases.last_sent)


@dataclass(frozen=True, slots=True)
class EnvelopeLine:
    """One envelope of this machine; moments are empty until they have come."""

    sequence: int
    content: str
    rows: int
    made_at: str
    sent_at: str
    taken_at: str


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A record that finance refused: its number or payer, and why in finance's words."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Everything behind the button: the state, how many cases were taken, the newest envelopes."""

    state: TravelState
    taken: int
    envelopes: tuple[EnvelopeLine, ...]
    revoked: bool


@service(Act.EXCHANGE)
def travel_state(desk: Desk) -> TravelState:
    """The counts of what is not taken yet; cheap, for it is read after every act."""
    return TravelState(
        joined=own_device(desk) is not None,
        cases=travel_counts.counts(desk.db),
        ledger=exchange.sync_state(desk),
        last_contact=contact.last_contact(desk.db),
        away_since=contact.away_since(desk.db),
    )


@service(Act.EXCHANGE)
def whereabouts(desk: Desk) -> Whereabouts:
    """The state with the newest envelopes, for the page behind the button."""
    return Whereabouts(
        state=travel_state(desk),
        taken=travel_counts.taken(desk.db),
        envelopes=tuple(_line(one) for one in travelling.latest(desk.db, _SHOWN)),
        revoked=is_revoked(desk),
    )


@service(Act.EXCHANGE)
def standings(desk: Desk, registration_ids: Sequence[str]) -> dict[str, Standing]:
    """How far each of some cases has come."""
    return travel_counts.standings(desk.db, registration_ids)


@service(Act.EXPORT_BATCH, whole=True)
def refused_rows(desk: Desk) -> tuple[RefusedRow, ...]:
    """What finance refused and nobody has sent again."""
    return tuple(
        RefusedRow(next(filter(None, map(one.record.get, _NAMED_BY)), one.kind), one.reason)
        for one in exchange.refused(desk)
    )


def _line(one: Sealed) -> EnvelopeLine:
    return EnvelopeLine(
        one.sequence, one.content, one.rows, one.made_at, one.sent_at or "", one.taken_at or ""
    )
