"""The officer's queue: who waits, why, since when; never a protected reason on a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from app.access.roles import Act
from app.casework import flags
from app.casework.ranking import Place, Protects
from app.core import sought
from app.core.errors import BadInput
from app.core.match import Reason
from app.core.names import fold
from app.core.wording import Phrase, phrases
from app.residency.outcomes import DeskOutcome
from app.services import diary, queue_place
from app.services.desk import Desk, service
from app.services.searching import matching
from app.store import decided, registrations, users
from app.store import diary as stored_diary
from app.store import queue as stored
from app.store.diary import DiaryLine
from app.store.listed import ListedCase
from app.store.queue import Asked, Key, Looking, QueueLine, Sort, View

DIARY, EVERYTHING = "diary", "all"
VIEWS = (
    (EVERYTHING, Phrase("All open")),
    ("new", Phrase("New today")),
    ("due", Phrase("Due")),
    ("urgency_missing", Phrase("Urgency form missing")),
    ("cards", Phrase("European cards")),
    ("second_check", Phrase("Second check")),
    (DIARY, Phrase("Diary")),
)
PRIVATE = Phrase("Private, open to see")
OWN = Phrase("Me")
DECIDED = Phrase("Decided, waits for nobody")
ME, NOBODY = "me", stored.NOBODY
SORTS = tuple(sort.value for sort in Sort)
_REASONS: Mapping[str, str] = phrases(
    {
        DeskOutcome.SHOW_DOCUMENT: "Card or certificate to check",
        DeskOutcome.TEAM_WILL_CALL: "Visitor, to speak to",
        DeskOutcome.SERVICE_FREE: "Free service, status to record",
        DeskOutcome.ASK_LATER: "Not asked yet",
        DeskOutcome.TREAT_FIRST: "Treated first, to follow up",
    }
)
_AGES = ("adult", "child")
_LATE, _SNOOZED = "late", "snoozed"
_MOST_DECIDED = 50
_MOST_PEOPLE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which cases: a view, what narrows it (see `queue_filters`), words to find, an order.

    `filters` are pairs of a name and a value, each name once: `site`, `service`, `route`, `age`
    (`adult`, `child`), `assigned` (`me`, `nobody` or a user id), `late` and `snoozed`.
    """

    view: str = EVERYTHING
    filters: tuple[tuple[str, str], ...] = ()
    search: str = ""
    sort: str = Sort.RANK.value
    descending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """One waiting case, as a list of several patients may show it.

    `because` says why it stands where it does; empty in the diary, which goes by days.
    """

    registration_id: str
    ref: str
    patient: str
    reason: str
    private: bool
    treatment: date | None
    due: date | None
    days_late: int
    who: str
    mine: bool = False
    because: str = ""
    snoozed_until: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a case stands in an order; kept while it is open, so that its neighbours are found
    when it has left the queue meanwhile."""

    registration_id: str
    key: Key


@service(Act.DECIDE_STATUS)
def page(desk: Desk, wanted: Wanted, *, first: int = 0, count: int = 50) -> tuple[QueueRow, ...]:
    """Some rows of a view, in the order of the queue or as asked.

    The diary holds decided cases too, by the day they are to be looked at again. Where words are
    looked for that no waiting case answers to, decided ones that do are told: they are opened to
    be decided anew, estimated or written about. Raises BadInput for a filter there is not.
    """
    keep_up(desk)
    names = {row.user_id: row.display_name for row in users.everyone(desk.db)}
    if wanted.view == DIARY:
        return tuple(_diary(desk, wanted, names))[first : first + count]
    rows = stored.lines(desk.db, _looking(desk), _asked(desk, wanted), limit=count, offset=first)
    if not rows:
        found = _decided_instead(desk, wanted)[first : first + count]
        return tuple(_listed(desk, one, names, DECIDED) for one in found)
    weights = {one: desk.terms.queue.weight(one) for one in Protects}
    return tuple(_shown(desk, row, names, _place(row, weights)) for row in rows)


@service(Act.DECIDE_STATUS)
def total(desk: Desk, wanted: Wanted) -> int:
    """How many cases there are of what is wanted."""
    keep_up(desk)
    if wanted.view != DIARY:
        waiting = stored.count(desk.db, _looking(desk), _asked(desk, wanted))
        return waiting or len(_decided_instead(desk, wanted))
    return len(tuple(_diary(desk, wanted, {}))) if wanted.search else _diary_count(desk)


@service(Act.DECIDE_STATUS)
def queue(
    desk: Desk, view: str = EVERYTHING, search: str = "", limit: int = 200
) -> tuple[QueueRow, ...]:
    """The first cases of a view."""
    return page(desk, Wanted(view=view, search=search), count=limit)


@service(Act.DECIDE_STATUS)
def queue_counts(desk: Desk) -> dict[str, int]:
    """How many wait in each view."""
    keep_up(desk)
    found = stored.counts(desk.db, _looking(desk))
    return {view.value: count for view, count in found.items()} | {DIARY: _diary_count(desk)}


@service(Act.DECIDE_STATUS)
def standing(desk: Desk, wanted: Wanted, registration_id: str) -> Standing | None:
    """Where a case stands in what is wanted; None where it is in no order, as in the diary."""
    if wanted.view == DIARY:
        return None
    number = registrations.get(desk.db, registration_id).number
    key = stored.key_of(desk.db, _asked(desk, wanted), number)
    return None if key is None else Standing(registration_id, key)


@service(Act.DECIDE_STATUS)
def beside(desk: Desk, wanted: Wanted, here: Standing, *, after: bool) -> Standing | None:
    """The case next in the order, or the one before; None at the end."""
    found = stored.beside(desk.db, _looking(desk), _asked(desk, wanted), here.key, after=after)
    return None if found is None else Standing(*found)


def keep_up(desk: Desk) -> None:
    """Bring diary and queue to today."""
    diary.keep_up(desk)
    queue_place.keep_up(desk)


def _looking(desk: Desk) -> Looking:
    return Looking(today=desk.today, user_id=desk.person.user_id)


def _asked(desk: Desk, wanted: Wanted) -> Asked:
    """What the store is asked for; a filter with a tally of its own is asked for as a view."""
    view, filters = View(wanted.view), dict(wanted.filters)
    if len(filters) != len(wanted.filters):
        raise BadInput("two_filters", "Choose each filter once.", "filters")
    if filters.get("assigned") == ME:
        filters["assigned"] = desk.person.user_id
    if _SNOOZED in filters:
        view = View.SNOOZED
        del filters[_SNOOZED]
    if "age" in filters:
        filters[filters.pop("age")] = ""
    if view is View.ALL and _LATE in filters:
        view = View.LATE
        del filters[_LATE]
    elif view is View.ALL and filters.get("assigned") == desk.person.user_id:
        view = View.MINE
        del filters["assigned"]
    if not filters.keys() <= {"site", "service", "route", "assigned", _LATE, *_AGES}:
        raise BadInput("no_such_filter", "Choose a filter from the list.", "filters")
    return Asked(
        view=view,
        filters=filters,
        words=_words(wanted),
        found=_found_otherwise(desk, wanted),
        sort=Sort(wanted.sort),
        descending=wanted.descending,
    )


def _words(wanted: Wanted) -> str:
    """As names are folded; what folds to nothing is found nowhere, and not everywhere."""
    return fold(wanted.search) or wanted.search.strip()


def _found_otherwise(desk: Desk, wanted: Wanted) -> tuple[int, ...]:
    """Cases of whoever answers to a number, a telephone, a name with its day of birth, or a name in
    another order: as the desk finds them, for an officer whom a patient rings back."""
    if not _words(wanted):
        return ()
    seeking = sought.read(wanted.search, desk.today)
    browsing = not any(letter.isdigit() for letter in wanted.search)  # no number half typed
    people = matching(desk.db, seeking, browsing=browsing, limit=_MOST_PEOPLE, typing=True)
    # Whose record was joined to another goes by the name of that one, as the row itself does.
    named = [one for one in people if not browsing or one.reason is not Reason.MERGED]
    return decided.numbers_of(desk.db, [one.patient_id for one in named])


def _decided_instead(desk: Desk, wanted: Wanted) -> tuple[ListedCase, ...]:
    """Decided cases that answer to the words, where nothing that waits does."""
    words = _words(wanted)
    if not words or wanted.filters or stored.count(desk.db, _looking(desk), _asked(desk, wanted)):
        return ()
    number = stored.number_in(words)
    if number:
        return decided.of_number(desk.db, number)
    named = decided.of_name(desk.db, words, most=_MOST_DECIDED)
    if named:
        return named
    found = _found_otherwise(desk, wanted)
    return tuple(case for one in found for case in decided.of_number(desk.db, one))


def _diary(desk: Desk, wanted: Wanted, names: Mapping[str, str]) -> Iterator[QueueRow]:
    words = _words(wanted)
    for line in stored_diary.first_of_each(desk.db, limit=5_000):
        row = _ahead(desk, line, names)
        if f" {words}" in f" {fold(row.ref)} {fold(row.patient)}":
            yield row


def _diary_count(desk: Desk) -> int:
    return stored_diary.count_cases(desk.db)


def _shown(desk: Desk, row: QueueLine, names: Mapping[str, str], place: Place) -> QueueRow:
    reason = _REASONS.get(row.outcome, "")
    private = row.flag_reason == flags.PRIVATE
    due = _day(row.due_on)
    return QueueRow(
        registration_id=row.registration_id,
        ref=f"R-{row.number}",
        patient=_name(row.family_name, row.given_names),
        reason=PRIVATE if private else desk.terms.returned.get(row.flag_reason, reason),
        private=private,
        treatment=place.treated_on,
        due=due,
        days_late=_late(desk, due),
        who=_who(desk, row.assigned_to or None, names),
        mine=row.assigned_to == desk.person.user_id,
        because=desk.terms.queue.because(place),
        snoozed_until=_day(row.snoozed_until),
    )


def _place(row: QueueLine, weights: Mapping[Protects, int]) -> Place:
    protection = int(row.protection)
    return Place(
        protects=frozenset(one for one, weight in weights.items() if protection & weight),
        leaves_on=_day(row.leaves_on),
        gone=row.gone == "1",
        treated_on=_day(row.treated_on),
    )


def _ahead(desk: Desk, line: DiaryLine, names: Mapping[str, str]) -> QueueRow:
    return _listed(desk, line, names, diary.why(desk, line), line.due_on)


def _listed(
    desk: Desk, case: ListedCase, names: Mapping[str, str], reason: str, due: date | None = None
) -> QueueRow:
    private = case.flag_reason == flags.PRIVATE
    return QueueRow(
        registration_id=case.registration_id,
        ref=case.ref,
        patient=_name(case.family_name, case.given_names),
        reason=PRIVATE if private else reason,
        private=private,
        treatment=case.service_date,
        due=due,
        days_late=_late(desk, due),
        who=_who(desk, case.assigned_to, names),
        mine=case.assigned_to == desk.person.user_id,
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _late(desk: Desk, due: date | None) -> int:
    return (desk.today - due).days if due is not None and due < desk.today else 0


def _name(family: str, given: str) -> str:
    return f"{family.upper()}, {given}".rstrip(", ")


def _who(desk: Desk, user_id: str | None, names: Mapping[str, str]) -> str:
    if user_id is None:
        return ""
    return OWN if user_id == desk.person.user_id else names.get(user_id, "")
