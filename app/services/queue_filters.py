"""What narrows a view, as choices in words; and the views people save for themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from app.access.roles import Act
from app.core.errors import BadInput, Known
from app.core.people import clean_line
from app.core.wording import Phrase, phrases
from app.residency.walk import Route
from app.services.desk import Desk, service
from app.services.queue import DIARY, ME, NOBODY, SORTS, VIEWS, Wanted
from app.store import queue as stored_queue
from app.store import saved_views, users
from app.store.saved_views import SavedView

MOST_VIEWS = 20
YES = "yes"  # of what is or is not, such as late
_ROUTES = phrases(
    {
        Route.DOCUMENT.value: "Card or certificate",
        Route.VISITOR.value: "Visitor page",
    }
)
_AGES = (("adult", Phrase("adults")), ("child", Phrase("children")))
_YES = ((YES, Phrase("yes")),)


@dataclass(frozen=True, slots=True)
class Filter:
    """One thing a view can be narrowed by: its name, its word, and the values with theirs."""

    name: str
    label: str
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnView:
    """A view somebody saved, with what it asks for."""

    view_id: str
    name: str
    wanted: Wanted


@service(Act.DECIDE_STATUS)
def filters(desk: Desk) -> tuple[Filter, ...]:
    """What the queue can be narrowed by today: sites and services that it holds, its people."""
    held = stored_queue.names_of(desk.db, "site", "service")
    people = tuple((one.user_id, one.display_name) for one in who_decides(desk))
    offered = (
        Filter("site", Phrase("Site"), tuple((name, name) for name in held["site"] if name)),
        Filter("age", Phrase("Age"), _AGES),
        Filter("route", Phrase("Route"), tuple(_ROUTES.items())),
        Filter(
            "assigned",
            Phrase("Assigned"),
            ((ME, Phrase("me")), (NOBODY, Phrase("nobody")), *people),
        ),
        Filter("service", Phrase("Service"), tuple(_services(desk, held["service"]))),
        Filter("late", Phrase("Late"), _YES),
        Filter("snoozed", Phrase("Snoozed"), _YES),
    )
    return tuple(one for one in offered if one.choices)


@service(Act.DECIDE_STATUS)
def own_views(desk: Desk) -> tuple[OwnView, ...]:
    """The views this person saved, in the order of their tabs."""
    rows = saved_views.of(desk.db, desk.person.user_id)
    return tuple(
        OwnView(view_id=row.view_id, name=row.name, wanted=_from_json(row.asked)) for row in rows
    )


@service(Act.DECIDE_STATUS)
def save_view(desk: Desk, name: str, wanted: Wanted) -> OwnView:
    """Keep what is asked for as a view of one's own; words searched for are not kept with it.

    Raises BadInput without a name, Known `name_taken`, `too_many`.
    """
    called = _name(name)
    mine = saved_views.of(desk.db, desk.person.user_id)
    if len(mine) >= MOST_VIEWS:
        raise Known("too_many", Phrase("You have {most} views. Delete one first.", most=MOST_VIEWS))
    kept = SavedView(
        view_id=desk.ids.new(),
        user_id=desk.person.user_id,
        name=called,
        asked=_to_json(wanted),
        saved_at=desk.moment,
    )
    with desk.db.atomic():
        saved_views.add(desk.db, kept)
    return OwnView(view_id=kept.view_id, name=called, wanted=_from_json(kept.asked))


@service(Act.DECIDE_STATUS)
def rename_view(desk: Desk, view_id: str, name: str) -> None:
    """Call a view of one's own otherwise; raises BadInput, Known `name_taken`, NotFound."""
    called = _name(name)
    with desk.db.atomic():
        saved_views.rename(desk.db, view_id, called, user_id=desk.person.user_id)


@service(Act.DECIDE_STATUS)
def delete_view(desk: Desk, view_id: str) -> None:
    """Let a view of one's own go; no case is touched. Raises NotFound."""
    with desk.db.atomic():
        saved_views.drop(desk.db, view_id, user_id=desk.person.user_id)


def who_decides(desk: Desk) -> tuple[users.User, ...]:
    """Everybody here who may work the queue, by their names."""
    able = (
        one
        for one in users.everyone(desk.db)
        if one.active and desk.matrix.extent(one.roles, Act.DECIDE_STATUS) is not None
    )
    return tuple(sorted(able, key=lambda one: one.display_name))


def _services(desk: Desk, held: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for name in held:
        booking = desk.terms.bookings.get(name)
        yield name, booking.label if booking is not None else name


def _name(text: str) -> str:
    called = clean_line(text, "name")
    if not called:
        raise BadInput("no_name", "Give the view a name.", "name")
    if called.casefold() in {words.casefold() for _, words in VIEWS}:
        raise Known(
            "name_taken",
            Phrase("There is a view called {name}. Choose another name.", name=called),
            "name",
        )
    return called


def _to_json(wanted: Wanted) -> dict[str, Any]:
    return {
        "view": wanted.view,
        "filters": [list(pair) for pair in wanted.filters],
        "sort": wanted.sort,
        "descending": wanted.descending,
    }


def _from_json(asked: dict[str, Any]) -> Wanted:
    """What a saved view asks for; an order of another edition becomes the queue's own."""
    known = {name for name, _ in VIEWS} - {DIARY}
    return Wanted(
        view=asked["view"] if asked["view"] in known else "all",
        filters=tuple((name, value) for name, value in asked["filters"]),
        sort=asked["sort"] if asked["sort"] in SORTS else "rank",
        descending=bool(asked["descending"]),
    )
