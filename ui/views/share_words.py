"""The words for what travels: where a case is, what an envelope holds and how far it has come."""

from __future__ import annotations

from collections.abc import Mapping

from app.services.quarantine import AsideFile
from app.services.travel_state import EnvelopeLine, RefusedRow
from ui.cells import Cell
from ui.language import as_shown, tr
from ui.models.listing import Line
from ui.views.audit_words import moment

CONTENTS: Mapping[str, str] = {
    "cases": tr("Registrations"),
    "finance": tr("Invoices and payments"),
    "register": tr("Who is known"),
    "again": tr("Records for a new machine"),
    "answers": tr("Answers"),
}
ENVELOPES = (tr("No."), tr("Holds"), tr("Records"), tr("Made"), tr("State"))
READY, ON_SHARE, TAKEN = tr("Ready"), tr("On the share {at}"), tr("Taken {at}")
ASIDE = (tr("Code"), tr("Why"), tr("From"), tr("Seen"), tr("Looked at"))
REFUSED = (tr("Record"), tr("Why finance refused it"))
SAID_ENVELOPE = tr("Envelope {number}, {holds}, records: {count}, made {made}, {state}")
NOT_YET = tr("Not yet")
_NOT_KNOWN = tr("not known")


def envelope_line(one: EnvelopeLine) -> Line:
    """One envelope as a row."""
    holds, made, state = CONTENTS.get(one.content, one.content), moment(one.made_at), READY
    icon = "clock"
    if one.taken_at:
        state, icon = TAKEN.format(at=moment(one.taken_at)), "cloud-check"
    elif one.sent_at:
        state, icon = ON_SHARE.format(at=moment(one.sent_at)), "cloud-up"
    said = SAID_ENVELOPE.format(
        number=one.sequence, holds=holds, count=one.rows, made=made, state=state
    )
    ink = "success" if one.taken_at else "text2"
    cells = (
        Cell(str(one.sequence)),
        Cell(holds, strong=True),
        Cell(str(one.rows), right=True),
        Cell(made),
        Cell(state, icon=icon, icon_role=ink),
    )
    return Line(one, cells, said)


def aside_line(one: AsideFile) -> Line:
    """One file that was not believed as a row."""
    looked = f"{one.looked_by}, {moment(one.looked_at)}" if one.looked_at else NOT_YET
    texts = (one.code, as_shown(one.words), one.device or _NOT_KNOWN, moment(one.seen_at), looked)
    new = not one.looked_at
    icons = ("alert-triangle" if new else "", "", "", "", "" if new else "check")
    cells = tuple(
        Cell(text, strong=new and place == 0, icon=icon)
        for place, (text, icon) in enumerate(zip(texts, icons, strict=True))
    )
    return Line(one, cells, ", ".join(texts))


def refused_line(one: RefusedRow) -> Line:
    """One record that finance refused as a row."""
    cells = (Cell(one.what, strong=True, icon="alert-circle", icon_role="error"), Cell(one.why))
    return Line(one, cells, f"{one.what}, {one.why}")
