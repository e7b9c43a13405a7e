"""Reading what an officer typed from a card or certificate."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.billing.claims.claim import Entitlement
from app.billing.claims.terms import ClaimField, ClaimType, FieldKind
from app.core.dates import parse_date
from app.core.errors import BadInput
from app.core.people import clean_line, clean_name
from app.core.wording import Phrase

YES_NO = ("yes", "no")
_NAMES = ("family_name", "given_names")
_PAST = ("born", "issued_on")


def read_entitlement(type_: ClaimType, typed: Mapping[str, str], today: date) -> Entitlement:
    """The fields as kept; what is left empty is left out, to be entered later.

    Raises BadInput, naming the field, for a value its field cannot hold, or a field that this
    type does not have.
    """
    known = {field.id: field for field in type_.fields}
    stray = sorted(set(typed) - set(known))
    if stray:
        raise BadInput(
            "unknown_field",
            Phrase("{claim} has no field {field}.", claim=type_.label, field=stray[0]),
            stray[0],
        )
    values = {
        name: _read(known[name], text, type_, today) for name, text in typed.items() if text.strip()
    }
    return Entitlement(type_.id, {name: value for name, value in values.items() if value})


def _read(field: ClaimField, text: str, type_: ClaimType, today: date) -> str:
    match field.kind:
        case FieldKind.DATE:
            past = field.id in _PAST
            return parse_date(text, today, past=past, field=field.id).isoformat()
        case FieldKind.YES_NO if text not in YES_NO:
            raise BadInput(
                "bad_value", Phrase("{label}: choose yes or no.", label=field.label), field.id
            )
        case FieldKind.STATE if text not in type_.states:
            raise BadInput(
                "unknown_state",
                Phrase(
                    "{claim} is not issued there. Choose a state from the list.", claim=type_.label
                ),
                field.id,
            )
        case FieldKind.LINES:
            lines = (clean_line(line, field.id) for line in text.splitlines())
            return "\n".join(line for line in lines if line)
    clean = clean_name if field.id in _NAMES else clean_line
    value = clean(text, field.id)
    return _number(value) if field.id == type_.card else value


def _number(text: str) -> str:
    """A card's number without the gaps it is printed with."""
    return text.replace(" ", "").replace("-", "")
