"""Words that several screens share. Question texts and reasons come with the rules instead."""

from __future__ import annotations

from ui.language import tr

APP = tr("Recoup")
NOT_KNOWN = tr("Not known")
PROBLEM = tr("There is a problem")
DEMO_PLATE = tr("DEMO: made-up patients")
DEMO_NOTE = tr("Nothing is sent anywhere.")
BOOK_IN = tr("Book in as normal.")
UNDO = tr("Undo")
LOCK = tr("Lock")
CHANGE = tr("Change")
WHY_WE_ASK = tr("Why we ask")
COULD_NOT_ASK = tr("Could not ask")
PARK = tr("Park")
ANSWERS = tr("Answers")
NEEDS = tr("&Needs")
CONTINUE = tr("Continue")
PRINT_FORM = tr("Print form")
WHAT_HAPPENS_NEXT = tr("What happens next")
FAULT = tr("This is a fault in Recoup, not in what you entered. What you saved before is kept.")

DESK, QUEUE, MONEY, DASHBOARD = tr("Desk"), tr("Queue"), tr("Money"), tr("Dashboard")
GUIDE, SETTINGS = tr("Guide"), tr("Settings")
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
    return tr("Saved here {clock_time}").format(clock_time=clock_time)


def waiting(count: int) -> str:
    """`3 waiting to send`."""
    return tr("{count} waiting to send").format(count=count)


def all_sent(clock_time: str) -> str:
    """`All sent 14:02`: acknowledged, not merely written."""
    return tr("All sent {clock_time}").format(clock_time=clock_time)


def sending(done: int, total: int) -> str:
    """`Sending 3 of 8`."""
    return tr("Sending {done} of {total}").format(done=done, total=total)


def offline(since: str) -> str:
    """`Share not reachable, working offline since 13:10`."""
    return tr("Share not reachable, working offline since {since}").format(since=since)


def needs_attention(count: int) -> str:
    """`1 needs attention`, `2 need attention`."""
    return (
        tr("{count} needs attention").format(count=count)
        if count == 1
        else tr("{count} need attention").format(count=count)
    )


def steps_left(count: int) -> str:
    """`1 step left`, `2 steps left`."""
    return (
        tr("{count} step left").format(count=count)
        if count == 1
        else tr("{count} steps left").format(count=count)
    )
