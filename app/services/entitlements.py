"""Cards and certificates taken down field by field: the form, what is read of it, what is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.billing.claims.claim import Entitlement
from app.billing.claims.reading import read_entitlement
from app.billing.claims.terms import ClaimType
from app.core.errors import BadInput
from app.services.answers import answers_of
from app.services.desk import Desk
from app.store import claims as store
from app.store import patients, registrations
from app.store.claims import StoredEntitlement

DOCUMENT, ISSUER = "s2_doc_kind", "s2_doc_issuer"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntitlementForm:
    """What the form offers: the types, the one the answers name, and what is known."""

    types: tuple[ClaimType, ...]
    type: str  # "" where neither the case nor an earlier entry says
    values: Mapping[str, str]
    states: Mapping[str, str]  # names by code


def form_of(desk: Desk, registration_id: str) -> EntitlementForm:
    """The form with what is known already: the last entry, else the patient and the answers."""
    kept = store.entitlement_of(desk.db, registration_id)
    return EntitlementForm(
        types=tuple(desk.claims.types.values()),
        type=kept.type if kept else _answered_type(desk, registration_id),
        values=kept.body if kept else _known(desk, registration_id),
        states=state_names(desk),
    )


def read_form(desk: Desk, type_id: str, typed: Mapping[str, str]) -> Entitlement:
    """What was typed, as a card; raises BadInput for a value no such field can hold."""
    types = desk.claims.types
    if type_id not in types:
        raise BadInput("unknown_type", "Choose what kind of document it is.", "type")
    return read_entitlement(types[type_id], typed, desk.today)


def keep_form(desk: Desk, registration_id: str, card: Entitlement) -> None:
    """Append the card to its registration; the caller's transaction. Raises NotFound."""
    registrations.get(desk.db, registration_id)
    store.add_entitlement(
        desk.db,
        StoredEntitlement(
            registration_id=registration_id,
            type=card.type,
            body=card.values,
            entered_by=desk.person.user_id,
            entered_at=desk.moment,
        ),
    )
    desk.audit("entitlement_entered", registration_id, {"type": card.type})


def state_names(desk: Desk) -> dict[str, str]:
    """The names of the states that issue such documents, by code."""
    listed = {code for type_ in desk.claims.types.values() for code in type_.states}
    return {
        one.alpha2: one.name for one in desk.law.pack.countries.values() if one.alpha2 in listed
    }


def _answered_type(desk: Desk, registration_id: str) -> str:
    answer = answers_of(desk, registration_id).get(DOCUMENT)
    return desk.claims.documents.get(str(answer.value), "") if answer else ""


def _known(desk: Desk, registration_id: str) -> dict[str, str]:
    """Names, birthday and address as the desk has them; the card may say otherwise."""
    patient = patients.get(desk.db, registrations.get(desk.db, registration_id).patient_id)
    issuer = answers_of(desk, registration_id).get(ISSUER)
    known = {
        "family_name": patient.family_name,
        "given_names": patient.given_names,
        "born": patient.born.isoformat() if patient.born else "",
        "home_address": "\n".join(patient.address_abroad.lines),
        "state": str(issuer.value) if issuer and issuer.value else "",
        "trust_name": desk.trust.name,
        "provider_name": desk.trust.name,
    }
    return {name: text for name, text in known.items() if text}
