"""The letters a hospital writes about a charge, and whose task each is (charging-rules.md 7.5).

Estimates, invoices, credit notes, receipts and the two paper forms are documents of their own.
"""

from __future__ import annotations

from enum import StrEnum

from app.access.roles import Act


class LetterKind(StrEnum):
    """What a letter is; its words are the table of the same name in resources/templates."""

    REQUEST_FOR_INFORMATION = "request_for_information"
    REQUEST_REMINDER = "request_reminder"
    NOT_CHARGEABLE = "not_chargeable"
    CHARGEABLE = "chargeable"
    ADVICE_REQUEST = "advice_request"
    ASSISTED_CONCEPTION = "assisted_conception"
    UNDERTAKING = "undertaking"
    INSTALMENT_AGREEMENT = "instalment_agreement"
    REMINDER_1 = "reminder_1"
    REMINDER_2 = "reminder_2"
    REMINDER_3 = "reminder_3"
    LETTER_BEFORE_ACTION = "letter_before_action"
    DEBT_WARNING = "debt_warning"
    REFUND_LETTER = "refund_letter"
    EXPLANATION = "explanation"
    STATEMENT = "statement"
    LEAFLET = "leaflet"
    POSTER = "poster"
    QUICK_CARD_CLERK = "quick_card_clerk"
    QUICK_CARD_NURSE = "quick_card_nurse"
    QUICK_CARD_DOCTOR = "quick_card_doctor"

    @property
    def is_about_an_account(self) -> bool:
        """Whether it is written about an invoice, and not about a case."""
        return self in _OF_AN_ACCOUNT

    @property
    def is_for_everyone(self) -> bool:
        """Whether it names nobody: it is handed out, and no copy is kept."""
        return self in FOR_EVERYONE

    @property
    def follows_an_account(self) -> bool:
        """Whether it goes out from the account alone, where what rests and what is due is seen."""
        return self in ASKS_FOR_MONEY

    @property
    def acts(self) -> tuple[Act, ...]:
        """The acts of which any one lets a person write it."""
        if self is LetterKind.UNDERTAKING:
            return (Act.MAKE_ESTIMATE, Act.INVOICE)
        if self.is_for_everyone:
            return (Act.READ_GUIDE,)
        return (Act.INVOICE,) if self.is_about_an_account else (Act.DECIDE_STATUS,)


QUICK_CARDS = (
    LetterKind.QUICK_CARD_CLERK,
    LetterKind.QUICK_CARD_NURSE,
    LetterKind.QUICK_CARD_DOCTOR,
)
FOR_EVERYONE = (LetterKind.LEAFLET, LetterKind.POSTER, *QUICK_CARDS)
REMINDERS = (LetterKind.REMINDER_1, LetterKind.REMINDER_2, LetterKind.REMINDER_3)
ASKS_FOR_MONEY = (
    *REMINDERS,
    LetterKind.LETTER_BEFORE_ACTION,
    LetterKind.DEBT_WARNING,
    LetterKind.INSTALMENT_AGREEMENT,
)
_OF_AN_ACCOUNT = (
    *ASKS_FOR_MONEY,
    LetterKind.REFUND_LETTER,
    LetterKind.EXPLANATION,
    LetterKind.STATEMENT,
)
# What tells somebody that care is charged: whoever had one is told when that was wrong (hazard H5).
TELLS_OF_A_CHARGE = (
    LetterKind.CHARGEABLE,
    LetterKind.UNDERTAKING,
    *ASKS_FOR_MONEY,
    LetterKind.STATEMENT,
)
