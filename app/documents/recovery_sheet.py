"""Sheets of recovery keys, a desk's and a trust's: one page each, to print and lock away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.core.trust import Mode, Trust
from app.documents import page
from app.documents.flow import LARGE_PRINT, Role
from app.documents.fonts import Fonts
from app.documents.words import LetterWords, Words

_GROUPS_A_LINE = 4  # of four letters and digits each, as they are typed


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverySheet:
    """What stands on it: the key as groups joined by dashes, and whose it is."""

    key: str
    trust: Trust
    desk: str
    device: str
    printed_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustKeySheet:
    """The same for the trust's own keys, with their fingerprint, which is no secret."""

    key: str
    trust: Trust
    fingerprint: str
    printed_on: date


def recovery_sheet_pdf(wanted: RecoverySheet, fonts: Fonts, words: LetterWords) -> bytes:
    """The sheet of a desk as PDF, in large print: it is read from paper and typed."""
    return _pdf(
        wanted,
        words.recovery_sheet,
        {"desk": wanted.desk, "device": wanted.device, "trust": wanted.trust.name},
        fonts=fonts,
        words=words,
    )


def trust_key_sheet_pdf(wanted: TrustKeySheet, fonts: Fonts, words: LetterWords) -> bytes:
    """The sheet of a trust's keys as PDF, in large print."""
    trust = wanted.trust
    return _pdf(
        wanted,
        words.trust_key_sheet,
        {"trust": trust.name, "code": trust.provider_code},
        fonts=fonts,
        words=words,
        fingerprint=wanted.fingerprint,
    )


def _pdf(
    wanted: RecoverySheet | TrustKeySheet,
    say: Words,
    values: Mapping[str, str],
    *,
    fonts: Fonts,
    words: LetterWords,
    fingerprint: str = "",
) -> bytes:
    common, style = words.common, LARGE_PRINT
    head = page.Letterhead(trust=wanted.trust, mode=Mode.LIVE, large_print=True)
    flow = page.begin(head, fonts, common)
    flow.gap(14)
    page.title(flow, say.say("title"))
    flow.paragraph(say.say("what", **values))
    flow.gap(12)
    groups = wanted.key.split("-")
    for at in range(0, len(groups), _GROUPS_A_LINE):
        line = "  ".join(groups[at : at + _GROUPS_A_LINE])
        flow.paragraph(line, size=style.heading * 1.4, bold=True, role=Role.PARAGRAPH)
    flow.gap(12)
    for part in ("keep", "use", "only"):
        flow.paragraph(say.say(part, **values))
        flow.gap(4)
    if fingerprint:
        flow.paragraph(say.say("fingerprint"))
        flow.paragraph(fingerprint, bold=True)
    document = say.say("document", **values)
    return page.finish(flow, head, common, document=document, dated=wanted.printed_on)
