"""What happened in a case, read from the audit in plain words."""

from __future__ import annotations

from dataclasses import dataclass

from app.services.desk import Desk
from app.store import audit
from app.store.audit import Happening

_WORDS = {
    "registration_opened": ("Registration opened", "user"),
    "registered": ("Booked in at the desk", "flag"),
    "parked": ("Parked", "player-pause"),
    "resumed": ("Taken up again", "pencil"),
    "urgency_recorded": ("Clinician's form recorded", "stethoscope"),
    "leaving_date_changed": ("Leaving date changed", "calendar"),
    "stay_recorded": ("Stay recorded", "calendar"),
    "answered_from": ("Answer recorded that holds from a day", "calendar"),
    "family_linked": ("Family member's record linked", "users"),
    "evidence_added": ("Evidence added", "file-text"),
    "paper_noted": ("Paper noted", "file-text"),
    "document_attached": ("Paper copied", "file-text"),
    "image_removed": ("Copy of a paper taken out", "file-text"),
    "decided": ("Decision saved", "scale"),
    "second_checked": ("Second check", "users"),
    "certified": ("Closed: no other ground is claimed", "lock"),
    "certificate_withdrawn": ("Certificate taken back", "pencil"),
    "reopened": ("Case opened again", "arrow-back-up"),
    "brought_back": ("Back before the team", "clock"),
    "record_read": ("Clinical record read", "stethoscope"),
    "estimate_issued": ("Estimate issued", "receipt"),
    "invoice_issued": ("Invoice issued", "receipt"),
    "credit_issued": ("Credit note issued", "receipt"),
    "payment_taken": ("Payment recorded", "cash"),
    "assigned": ("Taken on", "users"),
    "form_printed": ("Paper form printed", "printer"),
    "form_keyed": ("Paper form keyed in", "scan"),
    "form_keyed_late": ("Paper form keyed in late, after the day of care", "scan"),
}


MOST_EVENTS = 500


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the timeline."""

    at: str
    words: str
    who: str
    icon: str


def timeline_of(desk: Desk, registration_id: str) -> tuple[Event, ...]:
    """The acts on a case, oldest first; single answers are left to the answers themselves."""
    rows = audit.latest(desk.db, subject=registration_id, limit=MOST_EVENTS)
    return tuple(_event(row.happening) for row in reversed(rows) if row.happening.act in _WORDS)


def _event(happening: Happening) -> Event:
    words, icon = _WORDS[happening.act]
    return Event(happening.at, words, happening.user_name, icon)
