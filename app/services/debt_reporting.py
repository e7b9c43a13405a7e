"""The Home Office debt list: prepared by finance, approved by an officer; `debt_exporting` sends.

Off unless the trust switches it on. What speaks for a debtor after the export is drafted as a
withdrawal by itself, and goes the same way through two people.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.access.roles import Act
from app.billing.debt.home_office import Debtor, Owing, must_ask, reaches_threshold, why_not
from app.billing.debt.outward import Told, row_of, taken_off
from app.billing.debt.position import Life
from app.core.errors import BadInput, Known
from app.core.money import ZERO, Money
from app.core.wording import Phrase
from app.services import two_people
from app.services.answers import answers_of
from app.services.debts import Debt, debt_of, owing_debts
from app.services.desk import Desk, service
from app.store import debt_reports, patients, proposals
from app.store.debt_reports import REPORT, WITHDRAWAL, StoredReport, StoredRow

_NATIONALITIES = "s2_nationalities"
_BELOW, _LISTED = "below", "listed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A debt two months old: what still keeps it off the list, and whether the rule is open."""

    doc_no: str
    payer: str
    issued_on: date
    owed: Money
    why_not: tuple[str, ...]
    ask: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ListToSend:
    """A list that has not gone out: debts to add, or to take off."""

    report_id: str
    is_withdrawal: bool
    reason: str
    made_on: date
    rows: tuple[StoredRow, ...]
    approved: bool


@service(Act.PREPARE_DEBT_REPORT)
def candidates(desk: Desk) -> tuple[Candidate, ...]:
    """Debts that are not settled, those that may be told first; nobody is added by looking."""
    words = desk.finance.debt.home_office.why_not
    found = [
        Candidate(
            doc_no=debt.doc_no,
            payer=debt.payer.name,
            issued_on=debt.bill.issued_on,
            owed=debt.position.owed,
            why_not=tuple(words[code] for code in codes),
            ask=must_ask(_nationalities(desk, debt), desk.finance.debt.home_office),
        )
        for debt, codes in _judged(desk)
        if debt.position.owed > ZERO
    ]
    return tuple(sorted(found, key=lambda one: (bool(one.why_not), one.issued_on, one.doc_no)))


@service(Act.PREPARE_DEBT_REPORT)
def prepare(desk: Desk, doc_nos: Sequence[str]) -> str:
    """Put debts before an officer as one list; returns its id.

    Raises BadInput for nothing chosen, Known `not_reportable` for a debt that may not be told.
    """
    wanted = tuple(dict.fromkeys(doc_nos))
    if not wanted:
        raise BadInput("none_chosen", "Choose the debts to put on the list.", "doc_no")
    judged = {debt.doc_no: (debt, codes) for debt, codes in _judged(desk)}
    for doc_no in wanted:
        _, codes = judged.get(doc_no, (None, ("settled",)))
        if codes:
            why = desk.finance.debt.home_office.why_not[codes[0]]
            raise Known(
                "not_reportable",
                Phrase("{number} stays off the list. {why}.", number=doc_no, why=why),
                "doc_no",
            )
    chosen = [judged[doc_no][0] for doc_no in wanted]
    report = _list(desk, REPORT, "", [StoredRow(one.doc_no, told_row(desk, one)) for one in chosen])
    with desk.db.atomic():
        debt_reports.add(desk.db, report)
        two_people.propose(
            desk,
            two_people.DEBT_REPORT,
            report.report_id,
            amount=Money.total(one.position.owed for one in chosen),
            reason=_counted(len(chosen)),
        )
    return report.report_id


@service(Act.APPROVE_DEBT_REPORT)
def approve(desk: Desk, proposal_id: int) -> None:
    """Let a list go out with the next export; never by the person who prepared it."""
    proposal = two_people.to_approve(desk, proposal_id, two_people.DEBT_REPORT)
    with desk.db.atomic():
        two_people.approved(desk, proposal, proposal.subject)


@service(Act.APPROVE_DEBT_REPORT)
def lists(desk: Desk) -> tuple[ListToSend, ...]:
    """Lists that have not gone out and that nobody declined, oldest first."""
    return tuple(
        ListToSend(
            report_id=one.report_id,
            is_withdrawal=one.kind == WITHDRAWAL,
            reason=one.reason,
            made_on=one.made_on,
            rows=one.rows,
            approved=ruled is True,
        )
        for one in debt_reports.not_exported(desk.db)
        if (ruled := _ruled(desk, one.report_id)) is not False
    )


def withdraw_for(desk: Desk, doc_no: str, reason: str, *, by: str | None = None) -> bool:
    """Draft the withdrawal of a debt that was told, for a code of `home_office.withdrawn`.

    Nothing is drafted for a debt that never went out or has a withdrawal waiting; tells whether
    the debt is on the list and comes off it. The caller owns the transaction. The person at the
    desk proposes it by their own act, and another approves; where it follows from an act that
    `by` proposed and this person approves, two people have agreed already.
    """
    told = debt_reports.last_exported(desk.db, doc_no)
    if told is None or not debt_of(desk, doc_no).position.is_reported:
        return False
    waiting = debt_reports.waiting_with(desk.db, doc_no, WITHDRAWAL)
    if any(_ruled(desk, one) is not False for one in waiting):
        return True
    words = desk.finance.debt.home_office.withdrawn[reason]
    report = _list(desk, WITHDRAWAL, words, [StoredRow(doc_no, taken_off(told.body))])
    debt_reports.add(desk.db, report)
    proposal_id = two_people.propose(
        desk,
        two_people.DEBT_REPORT,
        report.report_id,
        amount=ZERO,
        reason=f"Take {doc_no} off the debt list: {words.lower()}",
        by=by,
    )
    if by is not None:
        agreed = two_people.to_approve(desk, proposal_id, two_people.DEBT_REPORT)
        two_people.approved(desk, agreed, report.report_id, words)
    return True


def withdraw_if_settled(desk: Desk, doc_no: str) -> None:
    """Draft a withdrawal once nothing is owed any more; the caller's transaction."""
    if debt_reports.last_exported(desk.db, doc_no) is None:
        return
    life = debt_of(desk, doc_no).position.life
    if life in (Life.PAID, Life.CANCELLED):
        withdraw_for(desk, doc_no, life.value)


def _judged(desk: Desk) -> list[tuple[Debt, tuple[str, ...]]]:
    """Every debt with the codes of what keeps it off the list: itself, then the sum."""
    terms, today = desk.finance.debt, desk.today
    by_payer: defaultdict[str, list[tuple[Debt, tuple[str, ...]]]] = defaultdict(list)
    for debt in owing_debts(desk):
        codes = why_not(owing(debt), today, terms)
        by_payer[debt.kept.customer_ref].append((debt, codes))
    return [
        (debt, codes or _by_sum(desk, debt, of_payer))
        for of_payer in by_payer.values()
        for debt, codes in of_payer
    ]


def _by_sum(
    desk: Desk, debt: Debt, of_payer: Iterable[tuple[Debt, tuple[str, ...]]]
) -> tuple[str, ...]:
    if debt.position.is_reported or _waits(desk, debt.doc_no):
        return (_LISTED,)
    counted = [owing(one) for one, codes in of_payer if not codes]
    office = desk.finance.debt.home_office
    reached = reaches_threshold(counted, _nationalities(desk, debt), desk.today, office)
    return () if reached else (_BELOW,)


def _waits(desk: Desk, doc_no: str) -> bool:
    waiting = debt_reports.waiting_with(desk.db, doc_no, REPORT)
    return any(_ruled(desk, report_id) is not False for report_id in waiting)


def owing(debt: Debt) -> Owing:
    """A debt as reporting judges it."""
    kept = debt.kept
    return Owing(
        bill=debt.bill,
        incurred_on=kept.incurred_on,
        position=debt.position,
        debtor=Debtor(
            payer_type=debt.payer.payer_type,
            category=kept.category,
            is_final=kept.is_final,
            born=kept.born,
        ),
    )


def _nationalities(desk: Desk, debt: Debt) -> tuple[str, ...]:
    """As the patient stated them, by country code."""
    answer = answers_of(desk, debt.kept.registration_id).get(_NATIONALITIES)
    if answer is None or not isinstance(answer.value, tuple):
        return ()
    return tuple(str(one) for one in answer.value)


def told_row(desk: Desk, debt: Debt) -> dict[str, str]:
    """The row a debt goes out with, as it stands now."""
    countries = desk.law.pack.countries
    return row_of(
        Told(
            patient=patients.get(desk.db, debt.kept.patient_id),
            nationalities=[countries[one].name for one in _nationalities(desk, debt)],
            bill=debt.bill,
            owed=debt.position.owed,
        )
    )


def _list(desk: Desk, kind: str, reason: str, rows: Iterable[StoredRow]) -> StoredReport:
    return StoredReport(
        report_id=desk.ids.new(),
        kind=kind,
        reason=reason,
        made_on=desk.today,
        made_by=desk.person.user_id,
        made_at=desk.moment,
        rows=tuple(rows),
    )


def _ruled(desk: Desk, report_id: str) -> bool | None:
    """Whether a list was approved or declined; None while nobody has ruled on it."""
    (proposal, *_) = proposals.of(desk.db, report_id)
    ruling = proposals.ruling_of(desk.db, proposal.proposal_id)
    return None if ruling is None else ruling.approved


def _counted(count: int) -> str:
    return (
        "1 debt for the Home Office list"
        if count == 1
        else (f"{count} debts for the Home Office list")
    )
