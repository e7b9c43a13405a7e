"""What happens to debts, and the lists of them, as kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.core.errors import NotFound
from app.store import customers, debt_events, debt_reports, debts, invoices, registrations
from app.store.database import Database
from tests.store.samples import ADA, AT, TODAY
from tests.store.whole_store import customer, debt_event, debt_list, fill, invoice

FIRST, SECOND = "R1H26OV000123", "R1H26OV000124"
_LINE = {"service_from": "2026-03-05"}


@pytest.fixture
def billed(db: Database) -> Database:
    """Two invoices of one patient, each made out to another payer."""
    fill(db)
    with db.atomic():
        customers.put(db, replace(customer(), customer_ref="P000001235"), AT)
        body = {
            "payer": {"family_name": "Okafor"},
            "lines": [_LINE, {"service_from": "2026-03-03"}],
        }
        invoices.add(db, replace(invoice(SECOND), customer_ref="P000001235", body=body))
    return db


def test_an_invoice_is_read_with_its_payer_and_the_day_its_care_began(billed: Database) -> None:
    kept = debts.get(billed, SECOND)
    assert kept.payer == {"family_name": "Okafor"}
    assert kept.incurred_on == date(2026, 3, 3)
    assert (kept.patient_id, kept.born) == (ADA.patient_id, ADA.born)
    assert not kept.answer_awaited


def test_every_invoice_is_known_by_its_payer_and_its_patient(billed: Database) -> None:
    assert debts.persons(billed) == (
        (FIRST, "P000001234", ADA.patient_id),
        (SECOND, "P000001235", ADA.patient_id),
    )


def test_a_number_that_is_no_invoice_is_not_found(billed: Database) -> None:
    with pytest.raises(NotFound):
        debts.get(billed, "R1H26OV000999")


def test_the_day_money_came_is_known_by_its_receipt(billed: Database) -> None:
    assert debts.received_days(billed) == {"R1HR000551": TODAY}
    assert debts.received_days_of(billed, FIRST) == {"R1HR000551": TODAY}
    assert debts.received_days_of(billed, SECOND) == {}


def test_an_event_of_a_person_counts_at_every_invoice_of_the_same_patient(
    billed: Database,
) -> None:
    assert debt_events.of(billed, SECOND) == ()
    of_person = debt_event(scope=debt_events.PERSON)
    with billed.atomic():
        debt_events.add(billed, of_person)
    assert debt_events.of(billed, SECOND) == (of_person,)
    assert debt_events.of(billed, FIRST) == (debt_event(), of_person)
    assert debt_events.every(billed) == (debt_event(), of_person)


def test_an_event_of_one_invoice_counts_there_alone(billed: Database) -> None:
    with billed.atomic():
        debt_events.add(billed, debt_event(SECOND))
    assert debt_events.of(billed, SECOND) == (debt_event(SECOND),)
    assert debt_events.of(billed, FIRST) == (debt_event(),)


def test_a_list_is_open_until_it_went_out(billed: Database) -> None:
    report = replace(debt_list(), report_id="list-2")
    assert debt_reports.not_exported(billed) == ()
    with billed.atomic():
        debt_reports.add(billed, report)
    assert debt_reports.not_exported(billed) == (report,)
    assert debt_reports.waiting_with(billed, FIRST, debt_reports.REPORT) == ("list-2",)
    assert debt_reports.waiting_with(billed, FIRST, debt_reports.WITHDRAWAL) == ()
    with billed.atomic():
        debt_reports.mark_exported(billed, "list-2", file_id="f-1", by="u-officer", at=AT)
    assert debt_reports.waiting_with(billed, FIRST, debt_reports.REPORT) == ()


def test_what_a_debt_last_went_out_with_is_told(billed: Database) -> None:
    told = debt_reports.last_exported(billed, FIRST)
    assert told is not None
    assert told.body == {"full_name": "Ada Okafor"}
    assert debt_reports.last_exported(billed, SECOND) is None


def test_a_registration_back_in_the_queue_is_not_final(billed: Database) -> None:
    with billed.atomic():
        registrations.set_review(billed, "r-1", "decided")
    assert debts.get(billed, SECOND).is_final
    with billed.atomic():
        registrations.set_review(billed, "r-1", "waiting")
    assert not debts.get(billed, SECOND).is_final
