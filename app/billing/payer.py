"""Who a bill is addressed to: never more than a finance office needs to know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from app.core.people import Address


class PayerType(StrEnum):
    """In what capacity somebody pays (finance.md 7.2)."""

    PATIENT = "PATIENT"
    PARENT = "PARENT"
    SPONSOR = "SPONSOR"
    INSURER = "INSURER"
    EMPLOYER = "EMPLOYER"
    SHIPOWNER = "SHIPOWNER"
    EMBASSY = "EMBASSY"
    ESTATE = "ESTATE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Payer:
    """The liable person or body as the ledger knows them: no NHS number, birth date or papers."""

    customer_ref: str
    payer_type: PayerType
    family_name: str
    title: str = ""
    given_names: str = ""
    address: Address = field(default_factory=Address)
    email: str = ""
    phone: str = ""

    @property
    def name(self) -> str:
        """`Ms Example Visitor`, the order of letters."""
        return " ".join(part for part in (self.title, self.given_names, self.family_name) if part)

    def as_json(self) -> dict[str, object]:
        """The payer as kept inside a document's snapshot."""
        return {
            "customer_ref": self.customer_ref,
            "payer_type": self.payer_type.value,
            "title": self.title,
            "given_names": self.given_names,
            "family_name": self.family_name,
            "address": {
                "lines": list(self.address.lines),
                "postcode": self.address.postcode,
                "country": self.address.country,
            },
            "email": self.email,
            "phone": self.phone,
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Payer:
        """Read back exactly what `as_json` wrote."""
        address = kept["address"]
        return cls(
            customer_ref=kept["customer_ref"],
            payer_type=PayerType(kept["payer_type"]),
            title=kept["title"],
            given_names=kept["given_names"],
            family_name=kept["family_name"],
            address=Address(tuple(address["lines"]), address["postcode"], address["country"]),
            email=kept["email"],
            phone=kept["phone"],
        )
