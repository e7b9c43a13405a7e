"""How to read a hospital's records without the program: pages for IT staff, to be printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.core.trust import Mode, Trust
from app.documents import page
from app.documents.flow import Flow, Role
from app.documents.fonts import Fonts
from app.documents.words import LetterWords

_SECTIONS = ("where", "steps", "key")
_HASH_GROUP, _GROUPS_A_LINE = 8, 4  # a hash is compared by eye, in groups


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingBack:
    """What stands in it: whose records, where they and copies lie, the script and its hash."""

    trust: Trust
    mode: Mode
    desk: str
    device: str
    data: str
    backups: str
    script: str
    sha256: str
    printed_on: date


def reading_back_pdf(wanted: ReadingBack, *, fonts: Fonts, words: LetterWords) -> bytes:
    """The pages as PDF."""
    say, common = words.reading_back, words.common
    head = page.Letterhead(trust=wanted.trust, mode=wanted.mode)
    places = {"data": wanted.data, "backups": wanted.backups, "script": wanted.script}
    flow = page.begin(head, fonts, common)
    flow.gap(10)
    page.title(flow, say.say("title"))
    whose = {"desk": wanted.desk, "device": wanted.device, "trust": wanted.trust.name}
    flow.paragraph(say.say("what", script=wanted.script, **whose))
    for name in _SECTIONS:
        section = say.section(name, **places)
        flow.heading(section.heading)
        for paragraph in section.paragraphs:
            flow.paragraph(paragraph)
            flow.gap(2)
        flow.bullets(section.items)
        if name == "steps":
            _hash(flow, say.say("hash"), wanted.sha256)
    document = say.say("document", desk=wanted.desk)
    return page.finish(flow, head, common, document=document, dated=wanted.printed_on)


def _hash(flow: Flow, words: str, sha256: str) -> None:
    flow.gap(4)
    flow.paragraph(words)
    groups = [sha256[at : at + _HASH_GROUP] for at in range(0, len(sha256), _HASH_GROUP)]
    for at in range(0, len(groups), _GROUPS_A_LINE):
        line = "  ".join(groups[at : at + _GROUPS_A_LINE])
        flow.paragraph(line, bold=True, role=Role.PARAGRAPH)
