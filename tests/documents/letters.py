"""One made-up letter of each kind, with every value its words ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from app.billing.reference import payment_reference
from app.casework.letter_kinds import FOR_EVERYONE, QUICK_CARDS, LetterKind
from app.core.money import Money
from app.core.trust import Mode
from app.documents.letter import Addressee, Letter, letter_pdf
from tests.documents.made_up import FONTS, HOME, TRUST, WORDS, estimated

INVOICE_NO, CASE, ACCOUNT = "R1H26OV000123", "R-1042", "P000001234"
DATED = date(2026, 6, 9)
OWED = Money(1_249_586)
PERSON: Mapping[str, object] = {
    "ref": CASE,
    "patient": "Ada Okafor",
    "born": date(1990, 3, 2),
    "nhs_number": "999 000 0018",
    "hospital_number": "H0012345",
}
OF_ACCOUNT: Mapping[str, object] = {
    "doc_no": INVOICE_NO,
    "payer_ref": ACCOUNT,
    "balance": OWED,
    "total": OWED,
    "paid": "",
    "credited": "",
    "service": "Hospital treatment, 26 March 2026 to 28 March 2026",
    "issued_on": date(2026, 4, 15),
    "due_on": date(2026, 4, 15),
    "reply_by": date(2026, 7, 9),
}
VALUES: Mapping[LetterKind, Mapping[str, object]] = {
    LetterKind.REQUEST_FOR_INFORMATION: {**PERSON, "reply_by": date(2026, 6, 23)},
    LetterKind.REQUEST_REMINDER: {
        **PERSON,
        "reply_by": date(2026, 7, 7),
        "first_asked": date(2026, 5, 26),
    },
    LetterKind.NOT_CHARGEABLE: {
        **PERSON,
        "reason": "The law counts you as living in the UK.",
        "seen": True,
        "until_words": "This is so until 30 September 2026. We look at it again before then, and "
        "tell you if anything changes.",
    },
    LetterKind.CHARGEABLE: {
        **PERSON,
        "estimate_no": "R1H26OE000123",
        "decided_on": date(2026, 6, 8),
        "estimated": OWED,
        "urgency": "A clinician has said that this care should not wait until you can return home.",
        "may_wait": False,
    },
    LetterKind.ADVICE_REQUEST: {
        **PERSON,
        "reply_by": date(2026, 6, 23),
        "care": "Admitted care",
        "service_date": date(2026, 6, 8),
        "leaving": date(2026, 7, 14),
    },
    LetterKind.ASSISTED_CONCEPTION: PERSON,
    LetterKind.UNDERTAKING: {
        **PERSON,
        "estimate_no": "R1H26OE000123",
        "doc_no": "",
        "sum_caption": "Estimated charge",
        "amount": OWED,
        "address": "12 Acacia Road, Exampleton, EX2 2BB",
        "address_abroad": "",
        "phone": "+234 803 555 0142",
        "email": "",
        "nationality": "Nigeria",
        "signer": "Ada Okafor",
        "third_party": False,
        "relation": "the patient",
    },
    LetterKind.INSTALMENT_AGREEMENT: {
        **OF_ACCOUNT,
        "count": 3,
        "missed": 2,
        "late_days": 14,
        "review_on": date(2026, 12, 9),
    },
    LetterKind.REMINDER_1: OF_ACCOUNT,
    LetterKind.REMINDER_2: OF_ACCOUNT,
    LetterKind.REMINDER_3: OF_ACCOUNT,
    LetterKind.LETTER_BEFORE_ACTION: OF_ACCOUNT,
    LetterKind.DEBT_WARNING: {**OF_ACCOUNT, "owed": OWED, "report_from": date(2026, 6, 15)},
    LetterKind.REFUND_LETTER: {
        **OF_ACCOUNT,
        "refund_no": "R1HR000552",
        "amount": Money(250_000),
        "ground": WORDS.letters["refund_letter"].phrases["not_due"],
        "how": "card",
        "receipts": "R1HR000551",
        "reference": "RF53 R1H2 6OV0 0012 3",
    },
    LetterKind.EXPLANATION: {
        **OF_ACCOUNT,
        "taken_off": OWED,
        "still": "You owe nothing on this invoice.",
        "credit_note": "R1H26OV900007",
        "money_came": True,
        "no_money": False,
        "not_payer": False,
        "paid": Money(250_000),
        "refund": "We pay it back to whoever paid it, the same way. You need not ask.",
        "earlier": True,
        "reported": True,
    },
    LetterKind.STATEMENT: {**OF_ACCOUNT, "caption": "Left to pay", "owing": True},
    LetterKind.LEAFLET: {},
    LetterKind.POSTER: {},
    **{kind: {} for kind in QUICK_CARDS},
}
MISSING = (
    "Two recent papers that show life in the UK at your address",
    "Your passport or national identity card",
)
LISTS: Mapping[LetterKind, Mapping[str, tuple[str, ...]]] = {
    LetterKind.REQUEST_FOR_INFORMATION: {"missing": MISSING},
    LetterKind.REQUEST_REMINDER: {"missing": MISSING},
    LetterKind.NOT_CHARGEABLE: {"seen": ("British passport, 2 June 2026",)},
    LetterKind.CHARGEABLE: {"ways_to_pay": TRUST.payment_details},
    LetterKind.EXPLANATION: {
        "earlier": (f"Invoice {INVOICE_NO}, 15 April 2026", "Reminder, 1 May 2026")
    },
}
ROWS: Mapping[LetterKind, tuple[tuple[str, ...], ...]] = {
    LetterKind.INSTALMENT_AGREEMENT: (
        ("1", "1 July 2026", "£4,165.20", "£8,330.66"),
        ("2", "1 August 2026", "£4,165.33", "£4,165.33"),
        ("3", "1 September 2026", "£4,165.33", "£0.00"),
    ),
    LetterKind.STATEMENT: (
        ("15 April 2026", f"Invoice {INVOICE_NO}, hospital treatment", "£12,495.86", "", str(OWED)),
        ("20 April 2026", "Payment, receipt R1HR000551", "", "£500.00", "£11,995.86"),
        ("1 May 2026", "Credit note R1H26OV900007", "", "£1,000.00", "£10,995.86"),
    ),
}
ASKS_TO_PAY = frozenset(
    {
        LetterKind.REMINDER_1,
        LetterKind.REMINDER_2,
        LetterKind.REMINDER_3,
        LetterKind.LETTER_BEFORE_ACTION,
        LetterKind.DEBT_WARNING,
        LetterKind.INSTALMENT_AGREEMENT,
        LetterKind.STATEMENT,
    }
)
NAMES_NOBODY = FOR_EVERYONE


def made(kind: LetterKind, *, name: str = "Mrs Ada Okafor", **more: Any) -> Letter:
    """A letter of a kind; `values` given are put over the usual ones."""
    values = {**VALUES[kind], **more.pop("values", {})}
    letter = Letter(
        kind=kind,
        dated=DATED,
        number=INVOICE_NO if "balance" in values else CASE,
        trust=TRUST,
        mode=Mode.LIVE,
        to=None if kind in NAMES_NOBODY else Addressee(name, replace(HOME, country="GB")),
        values=values,
        lists=LISTS.get(kind, {}),
        rows=ROWS.get(kind, ()),
        reference=payment_reference(INVOICE_NO) if kind in ASKS_TO_PAY else "",
        estimate=estimated() if kind is LetterKind.CHARGEABLE else None,
    )
    return replace(letter, **more)


def pdf_of(kind: LetterKind, **more: Any) -> bytes:
    """That letter as PDF."""
    return letter_pdf(made(kind, **more), FONTS, WORDS)


@cache
def one_of_each(mode: Mode = Mode.LIVE, *, large_print: bool = False) -> Mapping[str, bytes]:
    """Every letter by its kind."""
    return {kind.value: pdf_of(kind, mode=mode, large_print=large_print) for kind in LetterKind}
