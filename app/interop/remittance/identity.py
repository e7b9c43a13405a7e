"""Which payment a line is, so that no payment is taken in twice, by whichever file it comes.

A line has one *mark* within its *space*: the numbering of one bank account in one kind of file.
The mark is the bank's own number of the payment where the file has one, else its place among equal
lines of that file; so two equal payments of one day are two, and the same statement again,
renamed, longer or in another order, is the same two.

Files of different kinds number differently. They meet in the *likeness*: channel, day, amount and
the words that name a document (or all words, where none does). A line with a new mark takes up a
payment of its likeness that its own space has not marked yet, if there is one, and is a new payment
otherwise. Each likeness so has as many payments as the space that counts most of them, in
whatever order the files come.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from app.billing.named import names_in
from app.core.people import search_key
from app.interop.remittance.line import Channel, PaymentLine

_WORD = re.compile(r"[a-z0-9]+")
_NOT_IN_ACCOUNTS = re.compile(r"[^A-Z0-9]+")
_UK_IBAN = re.compile(r"GB\d{2}[A-Z]{4}\d{6}(\d{8})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Identity:
    """What a line is known by; hashes only, but for the words of `space`."""

    mark: str
    space: str
    likeness: str
    account: str  # of the statement, "" where the file does not say


def identities(lines: Sequence[PaymentLine], kind: str) -> Iterator[Identity]:
    """The identity of every line of a file of that kind, in order."""
    seen: Counter[tuple[str, ...]] = Counter()
    numbered = all(line.bank_id for line in lines)  # else two numberings would meet in one file
    for line in lines:
        account = hashed("own", account_key(line.own_account)) if line.own_account else ""
        likeness = likeness_of(line)
        if numbered:
            scheme = line.channel.value if line.channel is not Channel.BANK else f"{kind} id"
            named: tuple[str, ...] = (line.bank_id, line.amount.plain)
            if line.channel is Channel.CARD:  # a terminal counts to 9999 and begins anew
                named = (*named, line.on.isoformat())
        else:
            scheme, named = f"{kind} plain", (likeness,)
        space = f"{scheme} {account}".rstrip()
        seen[(space, *named)] += 1
        mark = hashed(space, *named, str(seen[(space, *named)]))
        yield Identity(mark, space, likeness, account)


def likeness_of(line: PaymentLine) -> str:
    """What lines of one payment have in common in files of different kinds, as a hash."""
    words = f"{line.text} {line.payer}"
    named = names_in(words).all
    said = named or tuple(sorted(set(_WORD.findall(search_key(words)))))
    return hashed(line.channel.value, line.on.isoformat(), line.amount.plain, *said)


def account_key(account: str) -> str:
    """An account number however it is written: a British IBAN and its eight digits are one."""
    plain = _NOT_IN_ACCOUNTS.sub("", account.upper())
    british = _UK_IBAN.fullmatch(plain)
    return british[1] if british else plain[-8:] if plain.isdigit() else plain


def hashed(*parts: str) -> str:
    """Parts as one hash, none of which can be told from it or pass for two."""
    return sha256("\x1f".join(part.replace("\x1f", " ") for part in parts).encode()).hexdigest()
