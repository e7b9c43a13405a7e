"""The shelf of what is reported to the state: types of entitlement, thresholds, words."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache
from typing import Any

from app.billing.claims.terms import (
    CaptureTerms,
    ClaimField,
    ClaimRules,
    ClaimTerms,
    ClaimType,
    FieldKind,
    Reporting,
)
from app.library import resource


@cache
def load_claim_terms() -> ClaimTerms:
    """resources/claims.toml as values."""
    table = tomllib.loads(resource("claims.toml").read_text(encoding="utf-8"))
    rows = {row["id"]: row for row in table["type"]}
    rules = {name: value for name, value in table["rules"].items() if name != "confirmed"}
    income = table["trust_income"]
    return ClaimTerms(
        types={name: _type(row, rows, table["reporting"][name]) for name, row in rows.items()},
        rules=ClaimRules(**rules),
        capture=_capture(table["capture"]),
        documents=table["documents"],
        words=table["words"],
        sheet=table["sheet"],
        trust_share=Decimal(income["percent"]) if income["on"] else None,
    )


def _capture(table: dict[str, Any]) -> CaptureTerms:
    return CaptureTerms(
        eea_under_eu_rules_to=table["eea_under_eu_rules_to"],
        passport_enough=tuple(table["passport_enough"]),
        numbers=table["numbers"],
    )


def _type(row: dict[str, Any], rows: dict[str, Any], reporting: dict[str, str]) -> ClaimType:
    body = rows[row["like"]] | row if "like" in row else row
    return ClaimType(
        id=body["id"],
        label=body["label"],
        short=body["short"],
        fields=tuple(
            ClaimField(
                one["id"], one["number"], one["label"], FieldKind(one["kind"]), one["needed"]
            )
            for one in body["fields"]
        ),
        states=tuple(body["states"]),
        reporting={category: Reporting(word) for category, word in reporting.items()},
        expires=body.get("expires", ""),
        encloses=tuple(body["encloses"]) if "encloses" in body else None,
        card=body.get("card", ""),
        quota=body.get("quota", ""),
        holder=body.get("holder", ""),
    )
