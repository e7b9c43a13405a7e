"""Which tables travel between machines, and what of them does not.

What one machine alone is answerable for stays there: the ledger of the machine that invoices,
numbers granted to a device, paper forms of the desk that printed them, passwords, settings.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.replica.record import Subject
from app.store import law_packs, shared_numbers
from app.store.replicated_case import TABLES
from app.store.replicated_shape import Kind, Row, Table


def _own(table: str, key: str) -> str:
    return f"SELECT {key} AS about, 0 AS number FROM json_each(?1) JOIN {table} ON {key} = value"


CASE = Kind(
    subject=Subject.CASE,
    own="""SELECT registration_id AS about, number FROM json_each(?1)
           JOIN registrations ON registration_id = value""",
    rows=(
        Row(
            name="registrations",
            key="registration_id",
            columns=(
                "number patient_id opened_at opened_by desk site service_type "
                "admitted service_date state parked_at could_not_ask route outcome "
                "category basis finished_at flagged flag_reason review assigned_to "
                "due_on"
            ),
        ),
        Row(name="feedback", key="registration_id", columns="for_user told_at read_at"),
    ),
    tables=TABLES,
)
PATIENT = Kind(
    subject=Subject.PATIENT,
    own=_own("patients", "patient_id"),
    rows=(
        Row(
            name="patients",
            key="patient_id",
            columns=(
                "family_name given_names title gender born nhs_number hospital_number "
                "address_lines postcode country abroad_lines abroad_postcode "
                "abroad_country phone email died interpreter needs safe_contact "
                "safe_number not_to"
            ),
            told_by={"nhs_number": shared_numbers.OWN_NUMBER},
        ),
    ),
    tables=(
        Table(
            name="patient_numbers",
            columns="patient_id kind number issuer added_at",
            joined="t.patient_id = b.about AND t.added_at IS NOT NULL",
            identity="patient_id",
            natural="kind number",
            replaces=True,  # a number of the record itself, which stands without a moment
            numbered=False,
        ),
    ),
)
JOINS = Kind(
    subject=Subject.JOINS,
    own=_own("patients", "patient_id"),
    tables=(
        Table(
            name="patient_merges",
            columns="act patient_id survivor_id reason made_by made_at",
            joined="t.patient_id = b.about",
        ),
    ),
)
DOCUMENT = Kind(
    subject=Subject.DOCUMENT,
    own=_own("document_images", "image_id"),
    tables=(
        Table(
            name="document_images",
            columns=(
                "image_id evidence_id registration_id kind page_count sha256 added_by added_at"
            ),
            joined="t.image_id = b.about",
            identity="image_id",
            numbered=False,
        ),
        Table(
            name="image_removals",
            columns="image_id reason removed_by removed_at",
            joined="t.image_id = b.about",
            identity="image_id",
            numbered=False,
        ),
        Table(
            name="document_pages",
            columns="image_id page media_type width height content",
            joined="t.image_id = b.about",
            identity="image_id",
            natural="page",
            numbered=False,
            bytes_in=frozenset(("content",)),
        ),
    ),
    at_once=1,
)
PERSON = Kind(
    subject=Subject.PERSON,
    own=_own("users", "user_id"),
    rows=(Row(name="users", key="user_id", columns="name display_name"),),
)
PACK = Kind(
    subject=Subject.PACK,
    own=_own("law_packs", "pack_id"),
    tables=(
        Table(
            name="law_packs",
            columns="pack_id version valid_from valid_to signer squeezed kept_by kept_at",
            joined="t.pack_id = b.about",
            identity="pack_id",
            numbered=False,
            bytes_in=frozenset(("squeezed",)),
            bears_out=law_packs.is_told_truly,
        ),
    ),
    at_once=1,
)
KINDS: Mapping[Subject, Kind] = {
    kind.subject: kind for kind in (PERSON, PACK, PATIENT, JOINS, CASE, DOCUMENT)
}

# Two of these written by people who did not know of each other exclude one another.
RIVALS = frozenset(("decisions", "second_checks", "provisional_prices_confirmed", "patient_merges"))
# A person's word on a dispute, which settles it.
RULINGS = "dispute_rulings"
# Rows of the one, once there, take out those of the other: the time of a copy's pages is over.
TAKES_OUT: Mapping[str, str] = {"image_removals": "document_pages"}
# These follow from other answers, or say nothing of the case: the newest stands without a word.
QUIET = frozenset(
    (
        ("registrations", "parked_at"),
        ("registrations", "desk"),
        ("registrations", "due_on"),
        ("registrations", "flag_reason"),
        ("registrations", "flagged"),
        ("feedback", "for_user"),
        ("feedback", "told_at"),
        ("feedback", "read_at"),
    )
)
