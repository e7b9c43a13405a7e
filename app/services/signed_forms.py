"""The copy of a signed form that an officer copies a clinician's word from: kept with its case."""

from __future__ import annotations

from app.core.errors import BadInput
from app.scans.page import Scan
from app.services import documents
from app.services.desk import Desk
from app.services.documents import PaperShown
from app.services.paper_lines import evidence_lines

SIGNED_FORM = "signed_form"  # a kind of paper (resources/scans.toml)


def keep_signed_form(desk: Desk, registration_id: str, form: Scan | str | None) -> str:
    """The paper that holds the form's copy: attached now, or one of the case already copied.

    Within the caller's transaction. Raises BadInput `no_form` where there is no copy.
    """
    if isinstance(form, Scan):
        before = {line.evidence_id for line in evidence_lines(desk, registration_id)}
        lines = documents.note(desk, registration_id, PaperShown(type_code=SIGNED_FORM), form)
        return next(line.evidence_id for line in lines if line.evidence_id not in before)
    for line in evidence_lines(desk, registration_id):
        if form and line.evidence_id == form and line.pages:
            return form
    raise BadInput(
        "no_form",
        "Attach a copy of the signed form, or choose it among the copies of this case.",
        "signed_form",
    )
