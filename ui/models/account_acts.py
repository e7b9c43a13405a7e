"""What can be done with an account: what was typed, read into an act that waits for its check.

ready = read_act("promise", desk, file, {"amount": "500", "by": "+2w"})    # raises Known
ready.facts                                                    # for the check page
ready.commit()                                                 # in the lane, once somebody agreed
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from app.core.dates import parse_date
from app.core.errors import BadInput
from app.core.money import Money
from app.services import collection, crediting, holding, plans, refunding, writing_off
from app.services.account import AccountFile
from app.services.desk import Desk
from app.services.receiving import Unallocated
from ui.days import show
from ui.language import tr

Typed = Mapping[str, str]
Facts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """An act read and ready to be checked; `commit` gives the letter it wrote, where it did."""

    act: str
    facts: Facts
    commit: Callable[[], object]


def read_act(act: str, desk: Desk, file: AccountFile, typed: Typed) -> Ready:
    """Read what was typed for an act; raises Known beside the field at fault."""
    facts, commit = _READERS[act](desk, file, typed)
    whose = ((tr("Invoice"), file.doc_no), (tr("Payer"), file.payer))
    return Ready(act=act, facts=(*whose, *facts), commit=commit)


def read_refund_of(desk: Desk, money: Unallocated, typed: Typed) -> Ready:
    """Read why money on no invoice goes back; raises Known beside the field."""
    reason = _reason(typed)
    facts = (
        (tr("Receipt"), money.receipt_no),
        (tr("To whoever paid it"), money.payer),
        *(((tr("Case"), money.ref),) if money.ref else ()),
        (tr("To pay back"), str(money.amount - money.refund_waits)),
        (tr("Why"), reason),
    )
    commit = partial(refunding.propose_refund, desk, money.receipt_no, reason)
    return Ready(act="refund", facts=facts, commit=commit)


_Read = tuple[Facts, Callable[[], object]]


def _promise(desk: Desk, file: AccountFile, typed: Typed) -> _Read:
    amount, by = _amount(typed, file), _day(typed, "by", desk)
    facts = (
        (tr("Promises"), str(amount)),
        (tr("By"), show(by)),
        (tr("Still owed"), str(file.owed)),
    )
    return facts, partial(plans.promise, desk, file.doc_no, amount=amount, by=by)


def _plan(desk: Desk, file: AccountFile, typed: Typed) -> _Read:
    if not typed["every"]:
        raise BadInput("bad_interval", tr("Choose how often an instalment falls due."), "every")
    wanted = plans.PlanWanted(
        first_on=_day(typed, "first_on", desk),
        amount=Money.parse(typed["amount"], "amount"),
        every=typed["every"],
        band=typed["band"],
    )
    plan = plans.preview_plan(desk, file.doc_no, wanted)
    terms = desk.finance.debt.plan
    last = plan.instalments[-1]
    facts = (
        (tr("In all"), str(plan.total)),
        (tr("Instalments"), f"{plan.count}, {terms.intervals[wanted.every].lower()}"),
        (tr("Each"), str(plan.amount)),
        (tr("First"), show(plan.first_on)),
        (
            tr("Last"),
            tr("{amount} on {due_on}").format(amount=last.amount, due_on=show(last.due_on)),
        ),
        (tr("Can afford"), terms.bands[wanted.band]),
    )
    return facts, partial(plans.agree_plan, desk, file.doc_no, wanted)


def _end_plan(desk: Desk, file: AccountFile, typed: Typed) -> _Read:
    reason = _reason(typed)
    facts = ((tr("Plan"), file.plan), (tr("Why"), reason))
    return facts, partial(plans.end_plan, desk, file.doc_no, reason)


def _undertaking(desk: Desk, file: AccountFile, typed: Typed) -> _Read:
    if not typed["name"].strip():
        raise BadInput("no_name", tr("Enter the name of the person who signed."), "name")
    facts = (
        (tr("Signed by"), typed["name"].strip()),
        (tr("Who is"), typed["relation"].strip() or tr("Payer")),
    )
    return facts, partial(
        plans.sign_undertaking,
        desk,
        file.doc_no,
        name=typed["name"],
        relation=typed["relation"],
    )


def _hold(desk: Desk, file: AccountFile, typed: Typed) -> _Read:
    if not typed["kind"]:
        raise BadInput("bad_hold", tr("Choose a hold from the list."), "kind")
    reason = _reason(typed)
    term = next(one for one in desk.finance.debt.holds.values() if one.kind == typed["kind"])
    reach = tr("All of this person") if term.scope.value == "person" else tr("This invoice")
    days = (
        tr("Until somebody lifts it")
        if term.days is None
        else tr("{days} days, then look again").format(days=term.days)
    )
    facts = (
        (tr("Hold"), term.label),
        (tr("For"), reach),
        (tr("How long"), days),
        (tr("Why"), reason),
    )
    return facts, partial(holding.place_hold, desk, file.doc_no, typed["kind"], reason)


def _lift(desk: Desk, file: AccountFile, typed: Typed) -> _Read:
    reason = _reason(typed)
    label = next(line.label for line in file.holds if line.kind == typed["kind"])
    facts = ((tr("Hold"), label), (tr("Why it ends"), reason))
    return facts, partial(holding.lift_hold, desk, file.doc_no, typed["kind"], reason)


def _follow_up(desk: Desk, file: AccountFile, typed: Typed) -> _Read:
    words = _reason(typed)
    facts = ((tr("To look at"), ", ".join(file.tasks)), (tr("What was done"), words))
    return facts, partial(holding.follow_up, desk, file.doc_no, words)


def _died(desk: Desk, file: AccountFile, typed: Typed) -> _Read:
    day = _day(typed, "died_on", desk)
    facts = ((tr("Patient"), file.ref), (tr("Died on"), show(day)))
    return facts, partial(holding.record_death, desk, file.doc_no, day)


def _credit(desk: Desk, file: AccountFile, typed: Typed) -> _Read:
    reason = _reason(typed)
    facts = ((tr("Amount"), str(file.charged)), (tr("Why"), reason))
    return facts, partial(crediting.propose_credit, desk, file.doc_no, reason)


def _write_off(desk: Desk, file: AccountFile, typed: Typed) -> _Read:
    terms = desk.finance.write_off
    terms.require_reason(typed["reason_code"])
    evidence = _reason(typed, "evidence", tr("Say what shows it, in a few words."))
    facts = (
        (tr("Amount"), str(file.owed)),
        (tr("Why"), terms.reasons[typed["reason_code"]]),
        (tr("What shows it"), evidence),
    )
    return facts, partial(
        writing_off.propose_write_off,
        desk,
        file.doc_no,
        reason_code=typed["reason_code"],
        evidence=evidence,
    )


def _refund(desk: Desk, file: AccountFile, typed: Typed) -> _Read:
    reason = _reason(typed)
    parts = refunding.refundable(desk, file.doc_no)
    facts = (
        (tr("To pay back"), str(file.to_pay_back)),
        *(
            (tr("To whoever paid {receipt}").format(receipt=one.receipt_no), str(one.amount))
            for one in parts
        ),
        (tr("Why"), reason),
    )
    return facts, partial(refunding.propose_refund, desk, file.doc_no, reason)


def _send(desk: Desk, file: AccountFile, typed: Typed) -> _Read:
    step = typed["step"]
    label = desk.finance.debt.label(step)
    facts = ((tr("Goes"), label), (tr("Owed"), str(file.owed)))
    return facts, partial(collection.send, desk, file.doc_no, step)


def _claim(desk: Desk, file: AccountFile, _typed: Typed) -> _Read:
    return ((tr("Owed"), str(file.owed)),), partial(collection.start_claim, desk, file.doc_no)


_READERS: Mapping[str, Callable[[Desk, AccountFile, Typed], _Read]] = {
    "promise": _promise,
    "plan": _plan,
    "end_plan": _end_plan,
    "undertaking": _undertaking,
    "hold": _hold,
    "lift": _lift,
    "follow_up": _follow_up,
    "died": _died,
    "credit": _credit,
    "write_off": _write_off,
    "refund": _refund,
    "send": _send,
    "claim": _claim,
}


def _amount(typed: Typed, file: AccountFile) -> Money:
    amount = Money.parse(typed["amount"], "amount")
    if not Money(0) < amount <= file.owed:
        words = tr("Enter an amount above zero, {owed} at most.").format(owed=file.owed)
        raise BadInput("bad_amount", words, "amount")
    return amount


def _day(typed: Typed, field: str, desk: Desk) -> date:
    return parse_date(typed[field], desk.today, field=field)


def _reason(
    typed: Typed, field: str = "reason", words: str = tr("Say why, in a few words.")
) -> str:
    reason = " ".join(typed[field].split())
    if len(reason.split()) < 2:
        raise BadInput("no_reason", words, field)
    return reason
