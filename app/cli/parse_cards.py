"""`recoup parse ehic`: a card or certificate as its fields, or a card number alone."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from datetime import date
from typing import Any

from app.cli.frame import parse_json
from app.cli.parse_identity import MOST, as_at, one_or_all, text_of
from app.core.dates import parse_iso
from app.core.errors import BadInput
from app.core.people import Patient

__all__ = ["MANUAL", "MOST", "read"]
MANUAL = """ehic: a card number a line, or JSON objects, one a line: {"type": "ehic" (left out too),
"prc", "s1", "s2", "e112", "malta_quota", "reciprocal", then the fields by their names in
`resources/claims.toml` or, of a card, by the numbers printed on it ("2" to "9")}. "holder":
{"family_name", "given_names", "born"} may say whose card it should be.
  {"valid", "normalised": the card number, "warnings", "type", ...fields, "problems": {field: what
   to put right or ask}}
  Not valid is what a field cannot hold. What is missing, expired, from a state that was in no
  scheme on --as-at, or unlike its holder is a warning: no card holds anybody up."""


def read(raw: bytes, args: argparse.Namespace) -> dict[str, Any] | list[dict[str, Any]]:
    """The cards of a file; raises BadInput where there is none."""
    day, text = as_at(args), text_of(raw).strip()
    whole = _object(text)
    lines = [text] if whole is not None else [line for line in text.splitlines() if line.strip()]
    return one_or_all([_card(line.strip(), day) for line in lines])


def _card(line: str, day: date) -> dict[str, Any]:
    typed = _object(line) if line.startswith("{") else {"card_number": line}
    if typed is None:
        return _refused("This line is no JSON object. Give a card number or an object.")
    try:
        return _looked_at(typed, day)
    except BadInput as bad:
        return _refused(bad.message)


def _looked_at(typed: Mapping[str, Any], day: date) -> dict[str, Any]:
    from app.billing.claims.capture import Seen, look_at
    from app.billing.claims.reading import read_entitlement
    from app.library.claims import load_claim_terms
    from app.library.law import load_countries

    terms = load_claim_terms()
    kind = typed.get("type", "ehic")
    if not isinstance(kind, str) or kind not in terms.types:
        raise BadInput("unknown_type", f"The type is one of {', '.join(terms.types)}.", "type")
    type_ = terms.types[kind]
    numbered = {field.number: field.id for field in type_.fields if field.number}
    fields = {
        numbered.get(name, name): str(value)
        for name, value in typed.items()
        if name not in ("type", "holder")
    }
    card = read_entitlement(type_, fields, day)
    issuer = load_countries().get(card.text("state"))
    found = look_at(card, Seen(patient=_holder(typed), on=day, issuer=issuer), terms)
    return {
        "valid": True,
        "normalised": card.text(type_.card) or None if type_.card else None,
        "warnings": [one.sentence for one in found],
        "type": kind,
        **{field.id: card.text(field.id) or None for field in type_.fields},
        "problems": {one.field: one.sentence for one in found},
    }


def _holder(typed: Mapping[str, Any]) -> Patient:
    said = typed.get("holder")
    holder = said if isinstance(said, dict) else {}
    born = holder.get("born")
    return Patient(
        patient_id="",
        family_name=str(holder.get("family_name", "")),
        given_names=str(holder.get("given_names", "")),
        born=parse_iso(str(born), "born") if born else None,
    )


def _object(text: str) -> dict[str, Any] | None:
    try:
        return parse_json(text)
    except BadInput:
        return None


def _refused(why: str) -> dict[str, Any]:
    return {"valid": False, "normalised": None, "warnings": [why]}
