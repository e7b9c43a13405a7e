"""Who a bill is made out to: whom the law makes liable, and nobody else."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from app.billing.invoice import Payer, PayerType
from app.core.errors import BadInput, Known
from app.core.people import clean_line, clean_name
from app.core.wording import Phrase
from app.services.addresses import clean_address
from app.services.desk import Desk
from app.store import customers, numbers, patients, registrations
from app.store.customers import StoredCustomer
from app.store.registrations import Registration

LIABLE = {
    "patient": PayerType.PATIENT,
    "parental_responsibility": PayerType.PARENT,
    "ship_owner": PayerType.SHIPOWNER,
    "employer": PayerType.EMPLOYER,
    "estate": PayerType.ESTATE,
}
_WHO = {
    PayerType.PARENT: Phrase("the person with parental responsibility"),
    PayerType.SHIPOWNER: Phrase("the shipowner"),
    PayerType.EMPLOYER: Phrase("the employer of the air crew"),
    PayerType.ESTATE: Phrase("the estate"),
}


def payer_of(
    desk: Desk, registration: Registration, given: Payer | None, liable: PayerType
) -> Payer:
    """The liable person's details; raises Known where another than the patient must be named."""
    if given is not None:
        if given.payer_type is not liable and liable is not PayerType.PATIENT:
            raise Known(
                "wrong_payer",
                Phrase("The law makes {who} liable, not this payer.", who=_WHO[liable]),
            )
        return _tidied(given, desk.law.pack.countries)
    if liable is not PayerType.PATIENT:
        raise Known(
            "payer_needed",
            Phrase("Enter the name and address of {who}: they are liable.", who=_WHO[liable]),
            "payer",
        )
    patient = patients.get(desk.db, registration.patient_id)
    known = customers.of_patient(desk.db, patient.patient_id)
    return Payer(
        customer_ref=known[0].customer_ref if known else "",
        payer_type=PayerType.PATIENT,
        title=patient.title,
        given_names=patient.given_names,
        family_name=patient.family_name,
        address=patient.post_address,
        email=patient.email,
        phone=patient.phone,
    )


def _tidied(payer: Payer, countries: Container[str]) -> Payer:
    """A payer as typed; raises BadInput for a name or address no letter or ledger can hold."""
    name = clean_name(payer.family_name, "name")
    if not name:
        raise BadInput("no_payer", "Enter the name the invoice is made out to.", "name")
    return replace(
        payer,
        family_name=name,
        given_names=clean_name(payer.given_names, "name"),
        title=clean_name(payer.title, "name"),
        address=clean_address(payer.address, "address", countries=countries),
        email=clean_line(payer.email, "email"),
        phone=clean_line(payer.phone, "phone"),
    )


def by_hand(desk: Desk, registration_id: str) -> bool:
    """Whether nothing may be posted about this case: papers are handed over (hazard H8)."""
    registration = registrations.get(desk.db, registration_id)
    return patients.get(desk.db, registration.patient_id).not_by_post


def large_print(desk: Desk, registration_id: str, payer: Payer) -> bool:
    """Whether a paper to this payer is set large: they are the patient, who reads it so."""
    if payer.payer_type is not PayerType.PATIENT:
        return False
    registration = registrations.get(desk.db, registration_id)
    return patients.get(desk.db, registration.patient_id).reads_large_print


def with_reference(desk: Desk, payer: Payer, registration: Registration) -> tuple[Payer, bool]:
    """Keep the payer, with a customer reference taken if there is none; caller's transaction.

    Also tells whether the payer is new to the finance side.
    """
    if not payer.customer_ref:
        serial = numbers.take_next(desk.db, "customer")
        payer = replace(payer, customer_ref=f"P{serial:09d}")
    own = payer.payer_type is PayerType.PATIENT
    new = customers.put(
        desk.db,
        StoredCustomer(
            customer_ref=payer.customer_ref,
            patient_id=registration.patient_id if own else None,
            registration_id=registration.registration_id,
            body=payer.as_json(),
        ),
        at=desk.moment,
    )
    return payer, new
