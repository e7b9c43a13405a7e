"""The sheet of a desk's recovery key: one page to print and lock away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.core.trust import Mode, Trust
from app.documents import page
from app.documents.flow import LARGE_PRINT, Role
from app.documents.fonts import Fonts
from app.documents.words import LetterWords

_GROUPS_A_LINE = 4  # of four letters and digits each, as they are typed


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverySheet:
    """What stands on it: the key as groups joined by dashes, and whose it is."""

    key: str
    trust: Trust
    desk: str
    device: str
    printed_on: date


def recovery_sheet_pdf(wanted: RecoverySheet, fonts: Fonts, words: LetterWords) -> bytes:
    """The sheet as PDF, in large print: it is read from paper and typed."""
    say, common, style = words.recovery_sheet, words.common, LARGE_PRINT
    head = page.Letterhead(trust=wanted.trust, mode=Mode.LIVE, large_print=True)
    flow = page.begin(head, fonts, common)
    flow.gap(14)
    page.title(flow, say.say("title"))
    flow.paragraph(say.say("what", desk=wanted.desk, device=wanted.device, trust=wanted.trust.name))
    flow.gap(12)
    groups = wanted.key.split("-")
    for at in range(0, len(groups), _GROUPS_A_LINE):
        line = "  ".join(groups[at : at + _GROUPS_A_LINE])
        flow.paragraph(line, size=style.heading * 1.4, bold=True, role=Role.PARAGRAPH)
    flow.gap(12)
    for part in ("keep", "use", "only"):
        flow.paragraph(say.say(part))
        flow.gap(4)
    document = say.say("document", desk=wanted.desk)
    return page.finish(flow, head, common, document=document, dated=wanted.printed_on)
