"""What is typed from a paper form before it is saved: on disk as it is typed, for the typist.

A desk that locks, or a power cut, loses none of it; opening the form again brings it back. It is
no answer until the form is saved, and goes then.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.access.roles import Act
from app.casework.form_code import FormKind
from app.core.errors import BadInput
from app.core.wording import Phrase
from app.services.desk import Desk, service
from app.services.open_forms import printed_form
from app.store import form_drafts

MOST_LETTERS = 20_000


@service(Act.REGISTER)
def keep_typed(desk: Desk, scanned: str, typed: Mapping[str, str], *, ref: str = "") -> None:
    """Keep what is typed so far of a patient's form; raises Known as `open_form` does."""
    _keep(desk, scanned, FormKind.PRE_ATTENDANCE, typed, ref)


@service(Act.RECORD_URGENCY)
def keep_typed_clinical(desk: Desk, scanned: str, typed: Mapping[str, str]) -> None:
    """Keep what is typed so far of a clinician's form; raises Known as `open_form` does."""
    _keep(desk, scanned, FormKind.CLINICIAN, typed, "")


def _keep(desk: Desk, scanned: str, kind: FormKind, typed: Mapping[str, str], ref: str) -> None:
    form, _ = printed_form(desk, scanned, kind, ref)
    there = {name: text for name, text in typed.items() if text.strip()}
    if sum(map(len, there.values())) > MOST_LETTERS:
        raise BadInput(
            "too_long",
            Phrase("Type at most {most:,} letters of one form.", most=MOST_LETTERS),
            "typed",
        )
    with desk.db.atomic():
        form_drafts.put(desk.db, form.form_id, by=desk.person.user_id, typed=there, at=desk.moment)
