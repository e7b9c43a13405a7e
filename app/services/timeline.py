"""What happened in a case, read from the audit in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.casework.review import Choice
from app.core.dates import parse_iso, show
from app.core.wording import Phrase, phrases
from app.services.act_words import ACT_WORDS
from app.services.desk import Desk
from app.store import audit, emergencies, users
from app.store.audit import Happening

_WORDS = {
    "registration_opened": (Phrase("Registration opened"), "user"),
    "registered": (Phrase("Booked in at the desk"), "flag"),
    "parked": (Phrase("Parked"), "player-pause"),
    "resumed": (Phrase("Taken up again"), "pencil"),
    "urgency_recorded": (Phrase("Clinician's form recorded"), "stethoscope"),
    "leaving_date_changed": (Phrase("Leaving date changed"), "calendar"),
    "stay_recorded": (Phrase("Stay recorded"), "calendar"),
    "answered_from": (Phrase("Answer recorded that holds from a day"), "calendar"),
    "family_linked": (Phrase("Family member's record linked"), "users"),
    "evidence_added": (Phrase("Evidence added"), "file-text"),
    "paper_noted": (Phrase("Paper noted"), "file-text"),
    "document_attached": (Phrase("Paper copied"), "file-text"),
    "image_removed": (Phrase("Copy of a paper taken out"), "file-text"),
    "decided": (Phrase("Decision saved"), "scale"),
    "second_looked": (Phrase("Second person has looked"), "users"),
    "second_checked": (Phrase("Second check"), "users"),
    "letters_rest": (Phrase("Letters rest"), "clock"),
    "letters_go_on": (Phrase("Letters go on"), "mail"),
    "sent_to_finance": (Phrase("Sent to finance to invoice"), "cash"),
    "certified": (Phrase("Closed: no other ground is claimed"), "lock"),
    "certificate_withdrawn": (Phrase("Certificate taken back"), "pencil"),
    "reopened": (Phrase("Case opened again"), "arrow-back-up"),
    "brought_back": (Phrase("Back before the team"), "clock"),
    "emergency_opened": (Phrase("Opened in an emergency, with a reason"), "alert-circle"),
    "emergency_looked_at": (Phrase("Emergency access looked at"), "shield"),
    "copies_removed": (Phrase("Copies of papers removed: their time was over"), "file-text"),
    "case_removed": (Phrase("Removed on every machine: its time was over"), "file-text"),
    "records_held": (Phrase("Records held beyond their time"), "lock"),
    "records_released": (Phrase("Records no longer held"), "clock"),
    "record_read": (Phrase("Clinical record read"), "stethoscope"),
    "estimate_issued": (Phrase("Estimate issued"), "receipt"),
    "invoice_issued": (Phrase("Invoice issued"), "receipt"),
    "credit_issued": (Phrase("Credit note issued"), "receipt"),
    "payment_taken": (Phrase("Payment recorded"), "cash"),
    "assigned": (Phrase("Taken on"), "users"),
    "called": (Phrase("Called"), "phone"),
    "snoozed": (Phrase("Put away"), "clock"),
    "woken": (Phrase("Taken back before its day"), "clock"),
    "desk_notice": (Phrase("Privacy notice given"), "shield"),
    "desk_form": (Phrase("Form for the patient to fill in"), "file-text"),
    "desk_signature": (Phrase("Signed"), "pencil"),
    "letter_written": (Phrase("Letter written"), "mail"),
    "paper_sent": (Phrase("Letter or paper went out"), "mail"),
    "form_printed": (Phrase("Paper form printed"), "printer"),
    "form_keyed": (Phrase("Paper form keyed in"), "scan"),
    "form_keyed_late": (Phrase("Paper form keyed in late, after the day of care"), "scan"),
}


CALLS = phrases(  # how a call to the patient went, by its code
    {
        "spoke": "Called, spoke with the patient",
        "no_answer": "Called, no answer",
        "wrong_number": "Called, wrong number",
    }
)
_HOW = {  # the same act in other words, by how it was done
    "called": CALLS,
    "desk_form": phrases(
        {
            "printed": "Form printed for the patient",
            "handed": "Form handed to the patient",
            "emailed": "Form emailed to the patient",
        }
    ),
    "desk_signature": phrases(
        {
            "typed": "Signed by a typed name",
            "drawn": "Signed on the screen",
            "on_paper": "Signed on paper",
        }
    ),
    "paper_sent": phrases(
        {
            "posted": "Letter or paper posted",
            "handed": "Letter or paper handed over",
            "emailed": "Letter or paper emailed",
        }
    ),
}
MOST_EVENTS = 500


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the timeline."""

    at: str
    words: str
    who: str
    icon: str


AGREED = Phrase("Second check: agreed")
RETURNED = Phrase("Second check: returned with a comment")


def words_of(act: str) -> str:
    """An act of the audit in words."""
    if act in _WORDS:
        return _WORDS[act][0]
    return ACT_WORDS.get(act) or act.replace("_", " ").capitalize()


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
        Event(one.opened_at, _at(words, one.device), one.opener, icon)
        for one in emergencies.of(desk.db, registration_id)
        if one.device != desk.device
    ]


def _at(words: str, device: str) -> str:
    return Phrase("{words} at {device}", words=words, device=device) if device else words


def _event(desk: Desk, happening: Happening, names: Mapping[str, str], *, veiled: bool) -> Event:
    usual, icon = _WORDS[happening.act]
    words = usual if veiled else _in_full(desk, happening) or usual
    who = names.get(happening.user_id, happening.user_name)
    return Event(happening.at, words, who, icon)


def _in_full(desk: Desk, happening: Happening) -> str:
    """What was decided, written or said, and how; empty where the act says it all."""
    labels, detail = desk.terms.labels, happening.detail
    if happening.act in _HOW:
        return _HOW[happening.act].get(str(detail.get("how")), "")
    if happening.act == "snoozed":
        return Phrase("Put away until {day}", day=show(parse_iso(detail["until"])))
    if happening.act == "letter_written":
        plan = desk.press.words.letters.get(str(detail.get("kind")))
        return Phrase("Letter written: {letter}", letter=plan.name) if plan else ""
    if happening.act == "decided":
        choice = Choice(detail["choice"])
        suggested = Choice(detail.get("suggested", choice))  # kept from 0019 on
        if suggested is choice:
            return Phrase("Decided: {choice}", choice=labels[choice])
        return Phrase(
            "Decided: {choice}. The rules said: {suggested}",
            choice=labels[choice],
            suggested=labels[suggested],
        )
    if happening.act != "second_checked":
        return ""
    return AGREED if detail["agreed"] else RETURNED
