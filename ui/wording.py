"""Words that several screens share. Question texts and reasons come with the rules instead."""

from __future__ import annotations

APP = "Recoup"
NOT_KNOWN = "Not known"
PROBLEM = "There is a problem"
DEMO_PLATE = "DEMO: made-up patients"
DEMO_NOTE = "Nothing is sent anywhere."
BOOK_IN = "Book in as normal."
SAVES_BY_ITSELF = "Saves by itself. Esc never discards."
UNDO = "Undo"
LOCK = "Lock"
CHANGE = "Change"
WHY_WE_ASK = "Why we ask"
COULD_NOT_ASK = "Could not ask"
PARK = "Park"
CONTINUE = "Continue"
PRINT_FORM = "Print form"
WHAT_HAPPENS_NEXT = "What happens next"
FAULT = "This is a fault in Recoup, not in what you entered. What you saved before is kept."

DESK, QUEUE, MONEY, DASHBOARD = "Desk", "Queue", "Money", "Dashboard"
GUIDE, SETTINGS = "Guide", "Settings"
RAIL_ICONS = {
    DESK: "user-search",
    QUEUE: "inbox",
    MONEY: "coin-pound",
    DASHBOARD: "chart-bar",
    GUIDE: "book",
    SETTINGS: "settings",
}


def saved_here(clock_time: str) -> str:
    """`Saved here 09:14`: on this computer, whatever became of the share."""
    return f"Saved here {clock_time}"


def waiting(count: int) -> str:
    """`3 waiting to send`."""
    return f"{count} waiting to send"


def all_sent(clock_time: str) -> str:
    """`All sent 14:02`: acknowledged, not merely written."""
    return f"All sent {clock_time}"


def sending(done: int, total: int) -> str:
    """`Sending 3 of 8`."""
    return f"Sending {done} of {total}"


def offline(since: str) -> str:
    """`Share not reachable, working offline since 13:10`."""
    return f"Share not reachable, working offline since {since}"


def needs_attention(count: int) -> str:
    """`1 needs attention`, `2 need attention`."""
    return f"{count} needs attention" if count == 1 else f"{count} need attention"


def steps_left(count: int) -> str:
    """`1 step left`, `2 steps left`."""
    return f"{count} step left" if count == 1 else f"{count} steps left"
