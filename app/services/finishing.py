"""The end of the visitor branch: notice given, form out, signed. None of it ever holds anyone up.

Signing needs no dragging (WCAG 2.5.7): a typed name with a witness, a signature drawn on a tablet,
or the form printed, signed and scanned are worth the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.access.roles import Act
from app.casework.desk_terms import Notice
from app.casework.form_code import FormKind
from app.casework.forms import build
from app.core.dates import clock_time
from app.core.errors import BadInput
from app.core.people import Patient, clean_name
from app.services.desk import Desk, service
from app.store import desk_finish, patients, registrations
from app.store.desk_finish import FORM, NOTICE, SIGNATURE, FinishStep

MOST_POINTS = 4000  # of a drawn signature; a name takes a few hundred

Stroke = tuple[tuple[int, int], ...]


class Handover(StrEnum):
    """How the form goes out."""

    PRINTED = "printed"
    HANDED = "handed"
    EMAILED = "emailed"


class Signing(StrEnum):
    """How it is signed."""

    TYPED = "typed"
    DRAWN = "drawn"
    ON_PAPER = "on_paper"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """A signature. `name` is the signer's; `witness` saw a typed one; strokes are of a drawn one,
    in thousandths of the pad."""

    how: Signing
    name: str = ""
    relation: str = ""
    witness: str = ""
    strokes: tuple[Stroke, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishPage:
    """What stands: the notice and when it was given, how the form went, who signed and when."""

    notice: Notice
    email: str
    patient_name: str
    witness: str
    given_at: str = ""
    given_version: str = ""
    form: Handover | None = None
    form_at: str = ""
    signed: Signing | None = None
    signed_by: str = ""
    signed_at: str = ""


@service(Act.REGISTER)
def finish_page(desk: Desk, registration_id: str) -> FinishPage:
    """The finish of the open registration as it stands."""
    patient = _patient(desk, registration_id)
    done = desk_finish.of(desk.db, registration_id)
    notice, form, signed = (done.get(step) for step in (NOTICE, FORM, SIGNATURE))
    return FinishPage(
        notice=desk.desk_terms.notice,
        email=patient.email,
        patient_name=patient.name,
        witness=desk.person.display_name,
        given_at=_time(notice),
        given_version=str(notice.detail["version"]) if notice else "",
        form=Handover(form.how) if form else None,
        form_at=_time(form),
        signed=Signing(signed.how) if signed else None,
        signed_by=str(signed.detail["name"]) if signed else "",
        signed_at=_time(signed),
    )


@service(Act.REGISTER)
def give_notice(desk: Desk, registration_id: str) -> FinishPage:
    """Record that the privacy notice in use was given, with its version; once a version."""
    done = desk_finish.of(desk.db, registration_id).get(NOTICE)
    version = desk.desk_terms.notice.version
    if done is None or done.detail["version"] != version:
        _keep(desk, registration_id, NOTICE, "told", {"version": version})
    return finish_page(desk, registration_id)


@service(Act.REGISTER)
def hand_over(desk: Desk, registration_id: str, how: Handover) -> FinishPage:
    """Record how the form goes out; raises BadInput where email has no address or is not safe."""
    patient = _patient(desk, registration_id)
    if how is Handover.EMAILED:
        if not patient.email:
            raise BadInput("no_email", "Enter their email address first.", "email")
        if patient.safe_contact in ("phone_only", "post_only"):
            raise BadInput(
                "not_by_email", "Email is not safe for this patient. Hand the form over.", "form"
            )
    _keep(desk, registration_id, FORM, how.value, {"rules_version": _version(desk)})
    return finish_page(desk, registration_id)


@service(Act.REGISTER)
def sign(desk: Desk, registration_id: str, signed: Signed) -> FinishPage:
    """Record the signature under the declaration; raises BadInput naming the field to fill."""
    name = clean_name(signed.name, "signed_name")
    witness = clean_name(signed.witness, "witness")
    if not name:
        raise BadInput("no_name", "Enter the name of whoever signs.", "signed_name")
    if signed.how is Signing.TYPED and not witness:
        raise BadInput("no_witness", "Enter who saw the name being given.", "witness")
    if signed.how is Signing.DRAWN and not any(signed.strokes):
        raise BadInput("no_drawing", "Draw the signature, or type the name instead.", "drawing")
    if sum(map(len, signed.strokes)) > MOST_POINTS:
        raise BadInput("bad_drawing", "Clear the pad and sign once more.", "drawing")
    detail = {
        "name": name,
        "relation": clean_name(signed.relation, "relation"),
        "witness": witness,
        "strokes": [[list(point) for point in stroke] for stroke in signed.strokes],
        "declaration": list(_declaration(desk)),
        "rules_version": _version(desk),
    }
    _keep(desk, registration_id, SIGNATURE, signed.how.value, detail)
    return finish_page(desk, registration_id)


def _keep(desk: Desk, registration_id: str, step: str, how: str, detail: Mapping[str, Any]) -> None:
    registrations.get(desk.db, registration_id)
    with desk.db.atomic():
        desk_finish.add(
            desk.db,
            FinishStep(
                registration_id=registration_id,
                step=step,
                how=how,
                detail=detail,
                done_by=desk.person.user_id,
                done_at=desk.moment,
            ),
        )
        desk.audit(f"desk_{step}", registration_id, {"how": how})


def _declaration(desk: Desk) -> tuple[str, ...]:
    plan = desk.forms(desk.pack)[FormKind.PRE_ATTENDANCE]
    return build(plan, desk.law.questions).declaration


def _patient(desk: Desk, registration_id: str) -> Patient:
    registration = registrations.get(desk.db, registration_id)
    return patients.get(desk.db, registration.patient_id)


def _time(done: FinishStep | None) -> str:
    return clock_time(done.done_at) if done is not None else ""


def _version(desk: Desk) -> str:
    return desk.law.pack.standing.rules_version
