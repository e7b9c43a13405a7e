"""Keeping what the law says of a registration: appended, never edited, with all it was made of."""

from __future__ import annotations

from app.residency.kept_case import case_document
from app.residency.law_pack import stamped
from app.services.answers import Asked
from app.services.desk import Desk
from app.services.packs import keep_in_use
from app.store import determinations, inputs
from app.store.determinations import StoredDetermination


def keep(desk: Desk, registration_id: str, asked: Asked) -> str:
    """Append a determination, its case and its pack, with the audit line.

    The caller owns the transaction, and asked with the pack in use.
    """
    determination_id, found = desk.ids.new(), asked.found
    determinations.add(
        desk.db,
        StoredDetermination(
            determination_id=determination_id,
            registration_id=registration_id,
            on_date=found.on,
            category=found.charging_category.value,
            result=stamped(found.as_json(), desk.pack.manifest, desk.today),
            rules_version=found.rules_version,
            certified=asked.case.certified,
            made_by=desk.person.user_id,
            made_at=desk.moment,
        ),
    )
    inputs.add(
        desk.db,
        determination_id,
        pack_id=keep_in_use(desk),
        asked_on=asked.on,
        body={"case": case_document(asked.case), "today": desk.today.isoformat()},
    )
    desk.audit("determined", registration_id, {"category": found.charging_category.value})
    return determination_id
