"""What two machines said differently, in words: never the name of a column, never a bare code."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from app.casework.review import Choice
from app.core.dates import parse_iso, show
from app.core.errors import NotFound
from app.core.people import NOT_KNOWN
from app.core.wording import Phrase, phrases, together
from app.residency.findings import Category
from app.residency.walk import Route
from app.services.desk import Desk
from app.services.needs import ways_of_contact
from app.services.registration import STAGE_1_BASIS
from app.store import merges, patients, users
from app.store.replicated import KINDS
from app.store.values import from_json

_ROWS: Mapping[str, str] = phrases(
    {
        "decisions": "The decision",
        "second_checks": "The second check",
        "provisional_prices_confirmed": "A provisional price",
        "patient_merges": "Which records are one person",
    }
)
_CELLS: Mapping[str, str] = phrases(
    {
        "patient_id": "Whose case it is",
        "opened_by": "Who registered",
        "site": "Site",
        "service_type": "Booking",
        "admitted": "Whether admitted",
        "service_date": "Treatment date",
        "state": "Whether it is finished",
        "could_not_ask": "Why the questions could not be asked",
        "route": "Which page of the desk",
        "outcome": "What the desk was told to do",
        "category": "The finding",
        "basis": "The rule it rests on",
        "opened_at": "When it was begun",
        "finished_at": "When it was finished",
        "review": "Where the review stands",
        "assigned_to": "Who works on it",
        "family_name": "Family name",
        "given_names": "Given names",
        "title": "Title",
        "gender": "Gender",
        "born": "Date of birth",
        "nhs_number": "NHS number",
        "hospital_number": "Hospital number",
        "address_lines": "UK address",
        "postcode": "Postcode",
        "country": "Country",
        "abroad_lines": "Address abroad",
        "abroad_postcode": "Postcode abroad",
        "abroad_country": "Country of the address abroad",
        "phone": "Phone",
        "email": "Email",
        "died": "Date of death",
        "interpreter": "Interpreter",
        "needs": "Needs",
        "safe_contact": "How to contact safely",
        "safe_number": "Safe number",
        "not_to": "Whom not to speak to",
        "name": "Name for signing in",
        "display_name": "Name",
    }
)
# What a cell holds where the program keeps a code of its own, and what that means.
_CODES: Mapping[str, Mapping[Any, str]] = {
    "admitted": phrases({0: "No", 1: "Yes"}),
    "state": phrases({"draft": "Begun", "parked": "Parked", "finished": "Finished"}),
    "review": phrases(
        {"waiting": "Waiting", "second_check": "Waits for a second check", "decided": "Decided"}
    ),
    "route": phrases(
        {
            Route.STANDARD: "The opening questions alone",
            Route.DOCUMENT: "A document to be shown",
            Route.VISITOR: "The visitor page",
        }
    ),
    "category": phrases(
        {
            Category.A: "A, lives here",
            Category.B: "B, has paid the immigration health charge",
            Category.C: "C, exempt, from a European country",
            Category.D: "D, to be charged, from a European country",
            Category.E: "E, exempt",
            Category.F: "F, to be charged",
            Category.P: "P, not decided yet",
        }
    ),
    "basis": phrases(
        {
            STAGE_1_BASIS: "The opening questions, with nothing to follow up",
            "determination": "What the rules made of the answers",
            "decision": "An officer’s decision",
        }
    ),
}
_LISTS = ("address_lines", "abroad_lines", "needs")
_PEOPLE, _COUNTRIES = ("opened_by", "assigned_to"), ("country", "abroad_country")
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?")
_OTHER, _NOBODY = Phrase("Something else of the record"), Phrase("Nobody")
_AGREED, _RETURNED = Phrase("Agreed"), Phrase("Returned")
_JOINED = Phrase("One person: joined to another record")
_APART = Phrase("Two people: the records are apart")


def label_of(table: str, column: str) -> str:
    """What is in dispute, such as `Treatment date`."""
    return (_CELLS if column else _ROWS).get(column or table, _OTHER)


def words_of(desk: Desk, table: str, column: str, value: Any) -> str:
    """One side as a person reads it."""
    if column:
        return _cell(desk, column, value)
    rows = [dict(zip(_names(table), row, strict=False)) for row in value or ()]
    return together((_row(desk, table, row) for row in rows), " ") if rows else NOT_KNOWN


def _row(desk: Desk, table: str, row: Mapping[str, Any]) -> str:
    parts: tuple[str, ...]
    match table:
        case "decisions":
            reasons = {one.code: one.label for one in desk.terms.reasons}
            reason = reasons.get(str(row["reason_code"]), "")
            parts = (desk.terms.labels[Choice(row["choice"])], reason, str(row["note"]))
        case "second_checks":
            parts = (_AGREED if row["agreed"] else _RETURNED, str(row["note"] or ""))
        case "patient_merges":
            parts = (_JOINED if row["act"] == merges.MERGED else _APART, str(row["reason"]))
        case _:
            parts = (str(row.get("note", "")),)
    return together((_sentence(part) for part in parts if part), " ")


def _cell(desk: Desk, column: str, value: Any) -> str:
    if value is None or value in ("", "[]"):
        return _NOBODY if column == "assigned_to" else NOT_KNOWN
    if column in _CODES:
        return _CODES[column].get(value, str(value))
    text = str(value)
    if column in _LISTS:
        return ", ".join(from_json(text))
    if column in _PEOPLE:
        return _person(desk, text)
    if column in _COUNTRIES:
        known = desk.law.pack.countries
        return known[text].name if text in known else text
    if column == "patient_id":
        return _patient(desk, text)
    if column in (chosen := _chosen(desk)):
        return chosen[column].get(text, text)
    found = _DAY.match(text)
    if found is not None:
        return " ".join(part for part in (show(parse_iso(found[1])), found[2]) if part)
    return text.replace("\n", ", ")


def _chosen(desk: Desk) -> Mapping[str, Mapping[str, str]]:
    """What people chose from lists that are data of the trust or the law."""
    return {
        "service_type": {key: one.label for key, one in desk.terms.bookings.items()},
        "could_not_ask": desk.terms.could_not_ask,
        "outcome": {key.value: one.title for key, one in desk.law.outcomes.items()},
        "safe_contact": ways_of_contact(desk),
        "not_to": desk.desk_terms.not_to,
    }


def _person(desk: Desk, user_id: str) -> str:
    try:
        return users.get(desk.db, user_id).display_name
    except NotFound:
        return user_id


def _patient(desk: Desk, patient_id: str) -> str:
    try:
        who = patients.get(desk.db, patient_id)
    except NotFound:
        return NOT_KNOWN
    return f"{who.family_name.upper()}, {who.given_names}"


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else Phrase("{text}.", text=text)


def _names(table: str) -> Sequence[str]:
    for kind in KINDS.values():
        for one in kind.tables:
            if one.name == table:
                return one.names
    return ()
