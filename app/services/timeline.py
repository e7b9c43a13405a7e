"""What happened in a case, read from the audit in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.casework.review import Choice
from app.services.desk import Desk
from app.store import audit, emergencies, users
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
    "second_looked": ("Second person has looked", "users"),
    "second_checked": ("Second check", "users"),
    "letters_rest": ("Letters rest", "clock"),
    "letters_go_on": ("Letters go on", "mail"),
    "sent_to_finance": ("Sent to finance to invoice", "cash"),
    "certified": ("Closed: no other ground is claimed", "lock"),
    "certificate_withdrawn": ("Certificate taken back", "pencil"),
    "reopened": ("Case opened again", "arrow-back-up"),
    "brought_back": ("Back before the team", "clock"),
    "emergency_opened": ("Opened in an emergency, with a reason", "alert-circle"),
    "emergency_looked_at": ("Emergency access looked at", "shield"),
    "copies_removed": ("Copies of papers removed: their time was over", "file-text"),
    "case_removed": ("Removed on every machine: its time was over", "file-text"),
    "records_held": ("Records held beyond their time", "lock"),
    "records_released": ("Records no longer held", "clock"),
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


DECIDED = "Decided: {choice}"
OTHERWISE = "Decided: {choice}. The rules said: {suggested}"
AGREED, RETURNED = "Second check: agreed", "Second check: returned with a comment"


def words_of(act: str) -> str:
    """An act of the audit in words."""
    return _WORDS[act][0] if act in _WORDS else act.replace("_", " ").capitalize()


def timeline_of(desk: Desk, registration_id: str, *, veiled: bool = False) -> tuple[Event, ...]:
    """The acts on a case, oldest first; single answers are left to the answers themselves.

    A decision says what was chosen, and what the rules said where that was something else: an
    override stays in sight. `veiled` keeps both from who has still to look for themselves (H12).
    """
    rows = audit.latest(desk.db, subject=registration_id, limit=MOST_EVENTS)
    names = {row.user_id: row.display_name for row in users.everyone(desk.db)}
    here = [
        _event(desk, row.happening, names, veiled=veiled)
        for row in reversed(rows)
        if row.happening.act in _WORDS
    ]
    elsewhere = _opened_elsewhere(desk, registration_id)
    # In the audit's own order where nothing is added to it.
    return tuple(sorted((*here, *elsewhere), key=lambda one: one.at) if elsewhere else here)


def _opened_elsewhere(desk: Desk, registration_id: str) -> list[Event]:
    """Emergency accesses to the case at other machines, whose audit is not here."""
    words, icon = _WORDS["emergency_opened"]
    return [
        Event(one.opened_at, f"{words} at {one.device}" if one.device else words, one.opener, icon)
        for one in emergencies.of(desk.db, registration_id)
        if one.device != desk.device
    ]


def _event(desk: Desk, happening: Happening, names: Mapping[str, str], *, veiled: bool) -> Event:
    words, icon = _WORDS[happening.act]
    if not veiled:
        words = _in_full(desk, happening) or words
    who = names.get(happening.user_id, happening.user_name)
    return Event(happening.at, words, who, icon)


def _in_full(desk: Desk, happening: Happening) -> str:
    """What was decided or said at a second check; empty for every other act."""
    labels, detail = desk.terms.labels, happening.detail
    if happening.act == "decided":
        choice = Choice(detail["choice"])
        suggested = Choice(detail.get("suggested", choice))  # kept from 0019 on
        if suggested is choice:
            return DECIDED.format(choice=labels[choice])
        return OTHERWISE.format(choice=labels[choice], suggested=labels[suggested])
    if happening.act != "second_checked":
        return ""
    return AGREED if detail["agreed"] else RETURNED
