"""Finance's side on another machine or with other keys, over the ledger it always had."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.billing.records import Kind
from app.hub.payments import load_payments
from app.services import meeting, payments_waiting, trust_keys
from app.services.desk import Desk
from app.spool.envelope import to_csv
from app.spool.hub_keys import HubKeys
from app.spool.roster import Duty
from app.spool.travel_names import own_prefix
from app.store import registrations, travelling
from tests.desks import QUICK, add_visitor, register_visitor
from tests.hub.test_payments_to_desks import paid
from tests.services.sealed import AT, PASSPHRASE, MadeUpTrust, machine
from tests.services.sealed_hub import has_heard_all, ledger_of, run
from tests.services.work import invoiced, seated


def let_in(trust: MadeUpTrust, code: str) -> HubKeys:
    file, trust.roster = trust_keys.let_hub_in(
        trust.keys,
        trust.roster,
        code=code,
        name="Finance",
        passphrase=PASSPHRASE,
        at=AT,
        cost=QUICK,
    )
    trust.publish()
    return trust_keys.unlock_hub(file, PASSPHRASE)


def with_new_keys(trust: MadeUpTrust) -> HubKeys:
    return let_in(trust, "HUB")


def under_another_code(trust: MadeUpTrust) -> HubKeys:
    return let_in(trust, "HUB2")


def after_it_was_stolen(trust: MadeUpTrust) -> HubKeys:
    trust.revoke("HUB")
    return let_in(trust, "HUB")


def after_it_was_retired(trust: MadeUpTrust) -> HubKeys:
    trust.revoke("HUB")
    return let_in(trust, "HUB2")


@pytest.mark.parametrize("heard", [True, False])
@pytest.mark.parametrize(
    "replace", [with_new_keys, under_another_code, after_it_was_stolen, after_it_was_retired]
)
def test_h10_a_hub_that_was_replaced_answers_every_machine(
    trust: MadeUpTrust,
    hub: HubKeys,
    desk: Desk,
    replace: Callable[[MadeUpTrust], HubKeys],
    *,
    heard: bool,
) -> None:
    """Whether or not the machine had heard the last of it by then."""

    def bill(keys: HubKeys) -> None:
        invoiced(desk)
        meeting.meet(desk, trust.share)
        assert [one.outcome.value for one in run(trust, keys).taken] == ["ACCEPTED"]

    bill(hub)
    meeting.meet(desk, trust.share)
    bill(hub)
    if heard:
        meeting.meet(desk, trust.share)
    new = replace(trust)
    for _ in range(2):
        bill(new)
        meeting.meet(desk, trust.share)
    assert travelling.untaken(desk.db) == ()
    assert has_heard_all(desk)
    names = trust.share.list(own_prefix("R1H", "HUB"))
    assert run(trust, new).sent == 0
    assert trust.share.list(own_prefix("R1H", "HUB")) == names


def test_h10_what_nobody_had_heard_of_a_hub_that_was_stolen_is_said_again(
    trust: MadeUpTrust, hub: HubKeys, desk: Desk
) -> None:
    """Money that finance took, and records for an officers' machine that joined later."""
    case = register_visitor(desk, add_visitor(desk))
    _, issued = invoiced(desk)
    meeting.meet(desk, trust.share)
    run(trust, hub)
    meeting.meet(desk, trust.share)
    late = machine(trust, "D05", Duty.OFFICER, user="officer")
    with ledger_of(trust) as ledger:
        file = to_csv(Kind.RECEIPTS, [paid(desk, issued)])
        assert load_payments(ledger, file, provider=hub.trust).refused == ()
    run(trust, hub)
    new = after_it_was_stolen(trust)
    for one in (desk, late):
        assert meeting.meet(one, trust.share).put_aside == 1
    run(trust, new)
    for one in (desk, late):
        assert meeting.meet(one, trust.share).put_aside == 0
    with seated(desk, "finance"):
        assert [one.amount for one in payments_waiting.waiting(desk)] == [issued.total]
    assert registrations.get(late.db, case).review == "waiting"
    run(trust, new)
    assert run(trust, new).sent == 0
    late.db.close()
