"""What the button at the foot of the window says of the records, truthfully (ux.md 5).

Green, and the tick with it, only where a receipt came for everything; otherwise how many wait, and
since when.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.core.dates import LONDON
from app.services.travel_state import TravelState
from ui import wording
from ui.days import show
from ui.language import tr

NOTHING, ALL_TAKEN = tr("Nothing to send"), tr("all taken")
FINANCE_HAS_ALL = tr("all taken by finance")  # cases stay on a machine that is on no list
NOT_TAKEN = tr("{count} not taken by finance yet, since {since}")
NOT_ANSWERED = tr("{count} sent, not yet acknowledged")
SINCE = tr("{words} since {since}")
POINT = " · "


@dataclass(frozen=True, slots=True)
class SyncWords:
    """Words, an icon, and what stands beside the words."""

    words: str
    icon: str
    detail: str = ""


def clock(moment: str | datetime, now: datetime) -> str:
    """`14:02`, or the day where it was another: `09-Mar-2026`."""
    there = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
    there, here = there.astimezone(LONDON), now.astimezone(LONDON)
    return f"{there:%H:%M}" if there.date() == here.date() else show(there.date())


def sync_words(state: TravelState, *, now: datetime, offline: str, aside: int) -> SyncWords:
    """What to say: `offline` where the share is away, `aside` files that nobody has looked at."""
    waits = _waits(state, now)
    here = wording.saved_here(clock(now, now))
    attention = state.ledger.attention + aside
    if attention:
        beside = POINT.join(one for one in (offline, waits) if one)
        return SyncWords(wording.needs_attention(attention), "alert-circle", beside or here)
    if offline:
        return SyncWords(offline, "cloud-off", waits)
    if waits:
        return SyncWords(here, "cloud-up", waits)
    return _sent(state, now, here)


def _sent(state: TravelState, now: datetime, here: str) -> SyncWords:
    cases = state.cases
    if state.joined and cases.last_sent:
        sent = wording.all_sent(clock(cases.last_sent, now))
        if state.all_taken:
            return SyncWords(sent, "cloud-check", ALL_TAKEN)
        count = cases.on_share + state.ledger.sent or cases.untaken
        since = clock(cases.sent_since or cases.last_sent, now)
        return SyncWords(sent, "cloud-up", NOT_TAKEN.format(count=count, since=since))
    if state.ledger.sent:
        return SyncWords(here, "cloud-up", NOT_ANSWERED.format(count=state.ledger.sent))
    if state.all_taken:
        return SyncWords(here, "cloud-check", FINANCE_HAS_ALL)
    return SyncWords(here, "cloud-up", NOTHING)


def _waits(state: TravelState, now: datetime) -> str:
    if not state.waiting:
        return ""
    words = wording.waiting(state.waiting)
    if not state.cases.waiting_since or not state.joined:
        return words
    return SINCE.format(words=words, since=clock(state.cases.waiting_since, now))
