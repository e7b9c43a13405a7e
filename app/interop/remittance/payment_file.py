"""A payment file opened: what stands in it, and what each of its payments is known by."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from app.core.money import Money
from app.interop.remittance.identity import Identity, identities
from app.interop.remittance.line import Statement
from app.interop.remittance.terms import PaymentTerms


@dataclass(frozen=True, slots=True)
class PaymentFile:
    """A file read once; taking it in may take many steps."""

    sha256: str
    statement: Statement
    identities: tuple[Identity, ...]
    total: Money  # of all its lines: what they come to later must be the same


def open_payments(raw: bytes, terms: PaymentTerms) -> PaymentFile:
    """Read a file of any known format; raises BadInput as `read_payments` does."""
    from app.interop.remittance.reading import read_payments  # the formats, only for a file

    statement = read_payments(raw, terms)
    return PaymentFile(
        sha256=sha256(raw).hexdigest(),
        statement=statement,
        identities=tuple(identities(statement.lines, statement.kind)),
        total=Money.total(line.amount for line in statement.lines),
    )
