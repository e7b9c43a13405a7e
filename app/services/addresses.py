"""Addresses as people give them, made fit for letters and for the ledger."""

from __future__ import annotations

from collections.abc import Container

from app.core.errors import BadInput
from app.core.people import Address, clean_line
from app.core.wording import Phrase


def clean_address(address: Address, field: str, *, countries: Container[str]) -> Address:
    """Its lines tidied, empty ones left out; raises BadInput for an unknown country code."""
    if address.country and address.country not in countries:
        raise BadInput(
            "unknown_country",
            Phrase(
                "“{code}” is not the code of a country. Use two letters, such as NG.",
                code=address.country,
            ),
            field,
        )
    lines = (clean_line(line, field) for line in address.lines)
    return Address(
        tuple(line for line in lines if line),
        clean_line(address.postcode, field),
        address.country,
    )
