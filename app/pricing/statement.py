"""The words that stand beside every estimate's total (finance.md 2.4)."""

from __future__ import annotations

from app.core.wording import Phrase, together
from app.pricing.priced import PricedLine
from app.pricing.rules import RuleId
from app.pricing.tariff import Admission, Edition

NOT_A_BILL = Phrase("This is an estimate, not a bill.")
URGENT_CARE = Phrase("Treatment that cannot wait will be given whether or not it is paid.")
FINAL_CHARGE = Phrase(
    "The final charge may differ; what is paid beyond it is paid back, with no need to ask."
)
NOT_INCLUDED = Phrase(
    "Not included: a longer stay, complications, critical care, drugs and devices priced apart, "
    "further appointments."
)
MADE_UP = Phrase("The prices are made up for demonstration.")
RANGE = Phrase(
    "Where the exact code is not known yet, the total uses the middle price of the range shown."
)
SHORT_STAY = Phrase(
    "A short emergency stay may cost less, where the list has a reduced price for it."
)
PROVISIONAL = Phrase(
    "A price marked provisional is a national average cost until a manager confirms it."
)
UPFRONT = Phrase("A price of the upfront list is an average, until the exact care is known.")
ONE_VISIT = Phrase("Of several procedures in one visit, only the dearest is charged.")
LONG_STAY = Phrase("This price list does not hold long-stay payments, so long stays may cost more.")


def statement_for(lines: tuple[PricedLine, ...], editions: tuple[Edition, ...]) -> str:
    """The plain sentences for these lines: what it is, what is left out, what may change."""
    sentences = [NOT_A_BILL, URGENT_CARE, FINAL_CHARGE, NOT_INCLUDED]
    if any(edition.made_up for edition in editions):
        sentences.insert(0, MADE_UP)
    if any(line.low != line.high for line in lines):
        sentences.append(RANGE)
    if any(_may_be_short(line) for line in lines):
        sentences.append(SHORT_STAY)
    if any(line.provisional for line in lines):
        sentences.append(PROVISIONAL)
    if any(line.rate_in_price for line in lines):
        sentences.append(UPFRONT)
    if any(line.given_with is not None for line in lines):
        sentences.append(ONE_VISIT)
    if any(_lacks_long_stay(line) for line in lines):
        sentences.append(LONG_STAY)
    return together(sentences, " ")


def _may_be_short(line: PricedLine) -> bool:
    """Nights 0 and 1 of an emergency, as in the 2017/19 rules (finance.md 1.5)."""
    reduced = RuleId.SHORT_STAY in line.rules
    return line.admission is Admission.NON_ELECTIVE and line.length_of_stay <= 1 and not reduced


def _lacks_long_stay(line: PricedLine) -> bool:
    nights = line.longest_stay or line.length_of_stay
    return nights > 0 and line.per_day is None and RuleId.SHORT_STAY not in line.rules
