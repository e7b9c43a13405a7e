"""The claim pack: files ready to upload and a sheet for each case, ready to key."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from app.access.roles import Act
from app.billing.claims.claim import Worth
from app.billing.claims.pack import tables
from app.core.errors import Known
from app.core.money import Money
from app.core.wording import Phrase
from app.documents.claim_sheet import ClaimSheet, claim_sheet_pdf
from app.services.claiming import ClaimFile, claim_files
from app.services.desk import Desk, service
from app.services.entitlements import state_names
from app.spool.envelope import csv_bytes

NOTHING_TO_SHOW = Phrase("Enter the card and the treatment first.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPack:
    """Files by name, the refs in them, and what they are worth: two sums, never one."""

    files: tuple[tuple[str, bytes], ...]
    refs: tuple[str, ...]
    left_out: tuple[ClaimFile, ...]  # to report, but something stops them
    worth: Worth


@service(Act.INVOICE)
def pack(desk: Desk) -> ClaimPack:
    """Every claim that is ready and not reported yet; that it was made is audited.

    Raises Known `nothing_to_claim` where there is none. The same claims give the same bytes.
    """
    every = claim_files(desk)
    ready = [one for one in every if one.ready]
    if not ready:
        raise Known(
            "nothing_to_claim",
            "No case is ready to report. The Claims panel of Money says what each one lacks.",
        )
    files = [
        (f"claims-{table.type}.csv", csv_bytes(table.header, table.rows))
        for table in tables([one.claim for one in ready], desk.claims)
    ]
    files += [(f"claim-{one.claim.ref}.pdf", _sheet(desk, one)) for one in ready]
    refs = tuple(one.claim.ref for one in ready)
    with desk.db.atomic():
        for one in ready:
            desk.audit("claim_packed", one.registration_id)
    worths = [one.worth for one in ready if one.worth is not None]
    return ClaimPack(
        files=tuple(files),
        refs=refs,
        left_out=tuple(
            one
            for one in every
            if one.reporting.goes_into_a_pack and not one.ready and not one.claim.portal_id
        ),
        worth=Worth(
            Money.total(one.state_value for one in worths),
            Money.total(one.trust_income for one in worths),
        ),
    )


@service(Act.INVOICE)
def sheet(desk: Desk, registration_id: str) -> bytes:
    """The sheet of one case as PDF, ready or not; raises Known where there is nothing to show."""
    for found in claim_files(desk):
        if found.registration_id == registration_id:
            return _sheet(desk, found)
    raise Known("not_ready", NOTHING_TO_SHOW)


def _sheet(desk: Desk, found: ClaimFile) -> bytes:
    claim = found.claim
    if claim.entitlement is None or found.worth is None:
        raise Known("not_ready", NOTHING_TO_SHOW)
    return desk.press.draw(
        partial(
            claim_sheet_pdf,
            ClaimSheet(
                claim=claim,
                type=desk.claims.types[claim.entitlement.type],
                worth=found.worth,
                look=tuple(one.sentence for one in found.findings),
                made_on=desk.today,
                trust=desk.trust,
                mode=desk.mode,
                logo=desk.logo,
            ),
            say={**desk.claims.words, **desk.claims.sheet},
            states=state_names(desk),
        )
    )
