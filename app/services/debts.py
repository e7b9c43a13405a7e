"""Debts with their history read and folded: what the services of collecting stand on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from app.billing.debt.events import DebtEvent, read_event
from app.billing.debt.holds import Hold
from app.billing.debt.moves import Bill, bill_from
from app.billing.debt.position import Position, position
from app.billing.debt.terms import DebtTerms, HoldKind, Scope
from app.billing.ledger import Entry
from app.billing.payer import Payer, PayerType
from app.core.wording import Phrase
from app.services.desk import Desk
from app.services.posting import entries_about, entry_from
from app.services.resting import holds_of_cases
from app.store import debt_events, debts, entries
from app.store.debt_events import PERSON, StoredDebtEvent
from app.store.debts import StoredDebt

_SAFE_CONTACT = Phrase("Safe contact on the record")
_DIED, _OPEN = Phrase("The patient has died"), Phrase("The case is open")


@dataclass(frozen=True, slots=True, kw_only=True)
class Debt:
    """One invoice as collecting knows it; `history` is who wrote each event down, and when."""

    kept: StoredDebt
    payer: Payer
    bill: Bill
    history: tuple[tuple[DebtEvent, StoredDebtEvent], ...]
    position: Position

    @property
    def doc_no(self) -> str:
        """The invoice's number."""
        return self.kept.doc_no


def debt_of(desk: Desk, doc_no: str) -> Debt:
    """One debt as it stands today; raises NotFound."""
    return _folded(
        desk,
        debts.get(desk.db, doc_no),
        entries_about(desk, doc_no),
        debt_events.of(desk.db, doc_no),
        received_on=debts.received_days_of(desk.db, doc_no),
        rests=holds_of_cases(desk),
    )


def owing_debts(desk: Desk) -> tuple[Debt, ...]:
    """Every debt on which something is owed, as it stands today, oldest first."""
    kept = debts.owing(desk.db)
    about: dict[str, list[Entry]] = {one.doc_no: [] for one in kept}
    for row in entries.until(desk.db):
        if row.doc_no in about:
            about[row.doc_no].append(entry_from(row))
    return _all_folded(desk, kept, about)


def newest_debts(desk: Desk, limit: int) -> tuple[Debt, ...]:
    """So many debts as they stand today, newest first."""
    kept = debts.newest(desk.db, limit)
    return _all_folded(desk, kept, {one.doc_no: entries_about(desk, one.doc_no) for one in kept})


def debts_due(desk: Desk, first: date, last: date, limit: int) -> tuple[Debt, ...]:
    """So many debts that fell due on some days and are still owed, as they stand today."""
    kept = debts.due_between(desk.db, first, last, limit=limit)
    return _all_folded(desk, kept, {one.doc_no: entries_about(desk, one.doc_no) for one in kept})


def note(desk: Desk, debt: Debt, event: DebtEvent, *, scope: Scope = Scope.INVOICE) -> None:
    """Write down what happened to a debt, with its audit line; the caller's transaction."""
    debt_events.add(
        desk.db,
        StoredDebtEvent(
            doc_no=debt.doc_no,
            scope=scope.value,
            kind=event.KIND,
            on=event.on,
            body=event.body(),
            made_by=desk.person.user_id,
            made_at=desk.moment,
        ),
    )
    desk.audit(f"debt_{event.KIND}", debt.doc_no)


def _all_folded(
    desk: Desk, kept: Iterable[StoredDebt], about: Mapping[str, Iterable[Entry]]
) -> tuple[Debt, ...]:
    happened = _by_invoice(desk)
    days, rests = debts.received_days(desk.db), holds_of_cases(desk)
    return tuple(
        _folded(desk, one, about[one.doc_no], happened[one.doc_no], received_on=days, rests=rests)
        for one in kept
    )


def _folded(
    desk: Desk,
    kept: StoredDebt,
    about: Iterable[Entry],
    happened: Iterable[StoredDebtEvent],
    *,
    received_on: Mapping[str, date],
    rests: Callable[[str, str], tuple[Hold, ...]],
) -> Debt:
    bill = bill_from(
        kept.doc_no,
        about,
        issued_on=kept.issued_on,
        due_on=kept.due_on,
        received_on=received_on,
    )
    payer = Payer.from_json(kept.payer)
    history = tuple((read_event(row.kind, row.on, row.body), row) for row in happened)
    terms = desk.finance.debt
    return Debt(
        kept=kept,
        payer=payer,
        bill=bill,
        history=history,
        position=position(
            bill,
            [event for event, _ in history],
            desk.today,
            terms,
            from_record=(
                *_from_record(kept, payer, desk.today, terms),
                *rests(kept.registration_id, kept.patient_id),
            ),
            may_be_told=payer.payer_type is PayerType.PATIENT,
        ),
    )


def _from_record(kept: StoredDebt, payer: Payer, today: date, terms: DebtTerms) -> Iterator[Hold]:
    """Holds that nobody need place: the record of patient and case says so already.

    Nobody ever writes to the dead: their invoice is credited and made out to the estate.
    """
    if kept.safe_contact in ("do_not_post", "phone_only"):
        yield Hold(kind=HoldKind.UNSAFE_ADDRESS, since=today, reason=_SAFE_CONTACT)
    if kept.died is not None:
        own = payer.payer_type is PayerType.PATIENT
        days = terms.holds[HoldKind.BEREAVEMENT].days or 0
        yield Hold(
            kind=HoldKind.BEREAVEMENT,
            since=kept.died,
            until=None if own else kept.died + timedelta(days=days),
            reason=_DIED,
        )
    if not kept.is_final or kept.answer_awaited:
        yield Hold(kind=HoldKind.EXEMPTION_REVIEW, since=today, reason=_OPEN)


def _by_invoice(desk: Desk) -> Mapping[str, list[StoredDebtEvent]]:
    """Each event where it counts: a person's at every invoice of the same payer or patient."""
    happened = debt_events.every(desk.db)
    known = debts.persons(desk.db) if any(one.scope == PERSON for one in happened) else ()
    of_person: defaultdict[str, set[str]] = defaultdict(set)
    for doc_no, payer, patient in known:
        of_person[payer].add(doc_no)
        of_person[patient].add(doc_no)
    persons = {doc_no: (payer, patient) for doc_no, payer, patient in known}
    found: defaultdict[str, list[StoredDebtEvent]] = defaultdict(list)
    for event in happened:
        reached = {event.doc_no}
        if event.scope == PERSON:
            reached |= {doc for key in persons[event.doc_no] for doc in of_person[key]}
        for doc_no in reached:
            found[doc_no].append(event)
    return found
