"""A travel document as `recoup parse mrz` prints it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.interop.mrz.document import BadMrz, TravelDocument

_FIELDS = (
    "format",
    "document_type",
    "issuer",
    "nationality",
    "country_iso3",
    "surname",
    "given_names",
    "truncated",
    "document_number",
    "birth_date",
    "sex",
    "expiry_date",
    "expired",
    "optional_data",
    "checks",
)


def document_json(found: TravelDocument, country_iso3: str | None) -> dict[str, Any]:
    """Every field; `normalised` is the document number, `country_iso3` that of the nationality."""
    return {
        "valid": True,
        "normalised": found.document_number,
        "warnings": list(found.warnings),
        "format": found.format.value,
        "document_type": found.document_type,
        "issuer": found.issuer,
        "nationality": found.nationality,
        "country_iso3": country_iso3,
        "surname": found.surname,
        "given_names": found.given_names,
        "truncated": found.truncated,
        "document_number": found.document_number,
        "birth_date": str(found.birth) if found.birth else None,
        "sex": found.sex or None,
        "expiry_date": found.expires.isoformat() if found.expires else None,
        "expired": found.expired,
        "optional_data": list(found.optional_data),
        "checks": _checks(found.checks),
    }


def refused_json(bad: BadMrz) -> dict[str, Any]:
    """The same keys, filled with nothing but what was checked."""
    nothing: dict[str, Any] = dict.fromkeys(_FIELDS)
    return {
        "valid": False,
        "normalised": None,
        "warnings": [bad.message],
        **nothing,
        "format": bad.format.value if bad.format else None,
        "checks": _checks(bad.checks),
    }


def _checks(checks: Mapping[Any, bool]) -> dict[str, bool]:
    return {name.value: holds for name, holds in checks.items()}
