"""The ledger in the plain text of other programs, so that its sums can be checked apart from us.

hledger (https://hledger.org/hledger.html) and Beancount
(https://beancount.github.io/docs/beancount_language_syntax.html).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby

from app.billing.ledger import Account, Entry, is_balanced
from app.core.money import CURRENCY

NAMES: Mapping[Account, str] = {
    Account.RECEIVABLES: "Assets:Receivables",
    Account.ALLOWANCE: "Assets:Allowance",
    Account.CASH: "Assets:Cash",
    Account.ADVANCES: "Liabilities:Advances",
    Account.UNALLOCATED: "Liabilities:Unallocated",
    Account.INCOME: "Income:OverseasVisitors",
    Account.RECOVERIES: "Income:Recoveries",
    Account.WRITE_OFFS: "Expenses:WriteOffs",
    Account.IMPAIRMENT: "Expenses:Impairment",
}
_WIDE = 26


def hledger(entries: Iterable[Entry]) -> Iterator[str]:
    """The lines of an hledger journal; entries come in the order of posting.

    Raises ValueError where what one document caused does not come to nothing.
    """
    yield f"commodity 1000.00 {CURRENCY}"
    for account in Account:
        yield f"account {NAMES[account].lower()}"
    for on, source_no, postings in _transactions(entries):
        yield ""
        yield f"{on.isoformat()} * {source_no}"
        for one in postings:
            posting = f"{NAMES[one.account].lower():{_WIDE}}  {_amount(one):>14} {CURRENCY}"
            yield f"    {posting}  ; doc: {one.doc_no}"


def beancount(entries: Iterable[Entry], *, opened_on: date) -> Iterator[str]:
    """The lines of a Beancount ledger whose accounts open on a day before all entries.

    Raises ValueError where what one document caused does not come to nothing.
    """
    yield f'option "operating_currency" "{CURRENCY}"'
    for account in Account:
        yield f"{opened_on.isoformat()} open {NAMES[account]} {CURRENCY}"
    for on, source_no, postings in _transactions(entries):
        yield ""
        yield f'{on.isoformat()} * "{source_no}"'
        for one in postings:
            yield f"  {NAMES[one.account]:{_WIDE}}  {_amount(one):>14} {CURRENCY}"
            yield f'    doc: "{one.doc_no}"'


def _transactions(entries: Iterable[Entry]) -> Iterator[tuple[date, str, list[Entry]]]:
    """What one document caused on one day."""
    for (on, source_no), group in groupby(entries, key=lambda one: (one.on, one.source_no)):
        postings = list(group)
        if not is_balanced(postings):
            raise ValueError(f"the entries of {source_no} on {on} do not balance")
        yield on, source_no, postings


def _amount(entry: Entry) -> str:
    return (entry.debit - entry.credit).plain
