"""Whatever is typed or pasted: a letter and a ledger row hold it, or it is refused at once.

A row that the ledger cannot read would hold up every row behind it, so none ever gets in.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.billing.payer import Payer, PayerType
from app.billing.payment import Method
from app.core.errors import BadInput, Known
from app.core.money import Money
from app.core.people import Address, Patient
from app.core.trust import Mode
from app.hub.opening import open_ledger
from app.machine import FixedClock, SeededIds
from app.services import exchange, finding, invoicing, particulars, receiving
from app.services.desk import Desk
from app.spool.intake import intake
from app.spool.share import FolderShare
from app.store import outbox, patients
from tests.desks import MORNING, add_visitor, register_visitor
from tests.services.work import chargeable, decide, estimate, form, interview, invoice, seated

LAGOS = Address(("14 Marina Road", "Lagos"), "", "NG")
HARMLESS = {
    "a formula in every line": {
        "address_abroad": Address(("=cmd|' /C calc'!A0", "+1", "-x", "@y"), "=9", "NG"),
        "phone": "+234 803 555 0142",
        "email": "=1+1@example.org",
    },
    "tabs and line ends": {"address_abroad": Address(("\t=1", "a\nb\r\nc"), "", "NG")},
    "more lines than a ledger has": {
        "address_abroad": Address(("l1", "l2", "l3", "l4", "l5", "l6"), "P", "NG")
    },
    "quotes and commas": {"family_name": 'O"Brien, "x"', "given_names": "a,b;c\u2028d"},
    "a heap of marks": {"family_name": "Z" + "\u0301" * 100},
    "the longest names": {"family_name": "W" * 120, "given_names": "M" * 120},
    "pictures among letters": {"family_name": "Oka🙂for", "given_names": "Ada 👩\u200d👧"},
    "Thai": {"family_name": "สมชาย", "given_names": "ใจดี"},
    "Arabic": {"family_name": "محمد", "given_names": "علي"},
    "Amharic and Korean": {"family_name": "ተስፋዬ", "given_names": "김민수"},
}
REFUSED = {
    "no letter at all": ({"family_name": "\u200b"}, "no_name"),
    "only a picture": ({"family_name": "🙂"}, "no_name"),
    "500 letters": ({"family_name": "W" * 500}, "bad_name"),
    "text turned around": ({"family_name": "\u202eevil"}, "bad_name"),
    "a formula for a title": ({"title": "=Mrs"}, "bad_name"),
    "a nought": ({"address_abroad": Address(("a\x00b",), "", "NG")}, "bad_text"),
    "half a letter": ({"address_abroad": Address(("a\ud800b",), "", "NG")}, "bad_text"),
    "a line of 500": ({"address_abroad": Address(("x" * 500,), "", "NG")}, "bad_text"),
    "a country in words": ({"address_abroad": Address(("x",), "", "Nigeria")}, "unknown_country"),
    "a phone of 500": ({"phone": "1" * 500}, "bad_text"),
}


def added(desk: Desk, **changes: object) -> Patient:
    given: dict[str, Any] = {
        "patient_id": "",
        "family_name": "Okafor",
        "given_names": "Ada",
        "gender": "Female",
        "born": None,
        "address_abroad": LAGOS,
        "phone": "1",
    }
    with seated(desk, "clerk"):
        return finding.add_patient(desk, Patient(**(given | changes)))


def billed(desk: Desk, patient: Patient) -> str:
    with seated(desk, "clerk"):
        case = register_visitor(desk, patient)
    form(desk, case)
    interview(desk, case)
    decide(desk, case)
    estimate(desk, case)
    return invoice(desk, case).doc_no


@pytest.mark.parametrize("changes", HARMLESS.values(), ids=HARMLESS.keys())
def test_an_odd_name_or_address_goes_all_the_way_to_the_ledger(
    desk: Desk, tmp_path: Path, changes: dict[str, object]
) -> None:
    billed(desk, added(desk, **changes))
    (tmp_path / "share").mkdir()
    share = FolderShare(tmp_path / "share")
    clock = FixedClock(MORNING)
    with (
        seated(desk, "finance"),
        open_ledger(
            str(tmp_path / "finance" / "l.db"), mode=Mode.TEST, ids=SeededIds(3, clock), clock=clock
        ) as ledger,
    ):
        exchange.sync(desk, share)
        (taken,) = intake(share, ledger, clock).taken
        assert taken.outcome == "ACCEPTED"
        assert exchange.sync(desk, share).state.words == "All acknowledged"
    (customers,) = (tmp_path / "share").glob("*_CUS.csv")
    for cell in customers.read_text(encoding="utf-8").replace('"', "").split(","):
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize(("changes", "code"), REFUSED.values(), ids=REFUSED.keys())
def test_what_no_letter_and_no_ledger_can_hold_is_refused_as_it_is_typed(
    desk: Desk, changes: dict[str, object], code: str
) -> None:
    with pytest.raises(BadInput) as refused:
        added(desk, **changes)
    assert refused.value.code == code


def test_the_fifth_line_of_an_address_is_not_lost_on_the_way_to_finance(desk: Desk) -> None:
    billed(desk, added(desk, address_abroad=Address(("a", "b", "c", "d", "e"), "", "NG")))
    (customer,) = (row for row in outbox.waiting(desk.db) if row.kind == "CUS")
    assert [customer.record[f"addr{n}"] for n in (1, 2, 3, 4)] == ["a", "b", "c", "d, e"]


def test_a_name_no_letter_can_show_stops_its_own_estimate_and_nothing_else(desk: Desk) -> None:
    case = chargeable(desk, family_name="ᏣᎳᎩ")
    decide(desk, case)
    with pytest.raises(Known) as refused:
        estimate(desk, case)
    assert refused.value.code == "no_letters"
    assert "as the passport shows it" in refused.value.message
    other = chargeable(desk, family_name="Mensah")
    decide(desk, other)
    assert estimate(desk, other).estimate_no == "R1HE000001"  # and no number was lost


@pytest.mark.parametrize(
    ("field", "typed"), [("phone", "1" * 500), ("address_abroad", "a\x00b"), ("postcode", "\u202e")]
)
def test_the_visitor_page_refuses_them_too(desk: Desk, field: str, typed: str) -> None:
    with seated(desk, "clerk"):
        patient = add_visitor(desk)
        case = register_visitor(desk, patient)
        specs = (spec for group in desk.page for spec in group.fields)
        place = next(spec.id for spec in specs if spec.patient == field)
        before = patients.get(desk.db, patient.patient_id)
        with pytest.raises(BadInput) as refused:
            particulars.save_particulars(desk, case, {place: typed})
    assert (refused.value.code, refused.value.field) == ("bad_text", place)
    assert patients.get(desk.db, patient.patient_id) == before


@pytest.mark.parametrize("reference", ["x" * 500, "\u202ex", "\x00"])
def test_a_payment_reference_nobody_could_read_is_refused(desk: Desk, reference: str) -> None:
    doc_no = billed(desk, added(desk))
    with seated(desk, "finance"), pytest.raises(BadInput) as refused:
        receiving.take_payment(
            desk, doc_no, amount=Money(100), method=Method.CARD_TERMINAL, provider_ref=reference
        )
    assert refused.value.field == "provider_ref"


def test_another_payers_odd_name_is_refused_before_a_number_is_taken(desk: Desk) -> None:
    case = chargeable(desk)
    decide(desk, case)
    estimate(desk, case)
    payer = Payer(
        customer_ref="", payer_type=PayerType.SPONSOR, family_name="Embassy", address=LAGOS
    )
    for odd in (
        replace(payer, family_name="=1+1"),
        replace(payer, family_name="\u200b"),
        replace(payer, address=Address(("x" * 3_000,), "", "NG")),
        replace(payer, address=replace(LAGOS, country="Nigeria")),
    ):
        with seated(desk, "finance"), pytest.raises(BadInput):
            invoicing.issue(desk, case, odd)
    assert outbox.waiting(desk.db) == ()
    with seated(desk, "finance"):
        assert invoicing.issue(desk, case, payer).doc_no == "R1H25OV000001"


def test_a_row_the_ledger_could_not_read_never_enters_the_queue(desk: Desk) -> None:
    desk.trust = replace(desk.trust, gl_account="£ 4310")  # as somebody might edit trust.toml
    case = chargeable(desk)
    decide(desk, case)
    estimate(desk, case)
    with pytest.raises(BadInput) as refused:
        invoice(desk, case)
    assert (refused.value.code, refused.value.field) == ("ledger_cannot_read", "gl_account")
    assert outbox.waiting(desk.db) == ()
