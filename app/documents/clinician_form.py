"""The clinician's form: how urgent the care is, beside the day the patient is to leave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.casework.forms import Item
from app.casework.urgency import Urgency
from app.core.dates import long
from app.core.people import Patient
from app.documents import page
from app.documents.flow import LEFT, RIGHT
from app.documents.fonts import Fonts
from app.documents.form_issue import FormIssue
from app.documents.form_page import FormFlow, ask, begin_section, day, labelled
from app.documents.sheet import ACTION, MM, SECOND, TINT, Box
from app.documents.words import LetterWords, Words

_BESIDE = 60 * MM
URGENCY = "s2_c_urgency"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicianForm:
    """All that stands on one form. `leaving` is None where the day is not known.

    `definitions` are the meanings of the three urgencies. `maternity` ticks the first of them.
    """

    issue: FormIssue
    patient: Patient
    care: str
    leaving: date | None
    definitions: tuple[str, ...]
    maternity: bool


def clinician_pdf(wanted: ClinicianForm, fonts: Fonts, words: LetterWords) -> bytes:
    """The form as PDF; raises Known `no_letters` where a name is in a script without a font."""
    say, common, issue = words.clinician, words.common, wanted.issue
    letterhead = issue.letterhead
    flow = FormFlow(fonts, issue.head(say), large_print=issue.large_print)
    page.letterhead(flow, letterhead, common)
    flow.y = max(flow.y + 6 * MM, 40 * MM)
    flow.show_head()
    _subject(flow, wanted, words)
    page.tell(flow, say.section("yours"))
    for section in issue.form.sections:
        begin_section(flow, section, say)
        for item in section.items:
            if item.question == URGENCY:
                _urgency(flow, item, wanted, say)
            else:
                ask(flow, item, say, ticked=frozenset())
    _sign(flow, say)
    document = issue.document(say)
    return page.finish(flow, letterhead, common, document=document, dated=issue.printed_on)


def _subject(flow: FormFlow, wanted: ClinicianForm, words: LetterWords) -> None:
    say, common, patient = words.clinician, words.common, wanted.patient
    number = str(patient.nhs_number) if patient.nhs_number else common.say("not_known")
    flow.fields(
        (
            (common.say("patient"), patient.name),
            (common.say("born"), long(patient.born) if patient.born else common.say("not_known")),
            (say.say("nhs_number"), number),
            (say.say("hospital_number"), patient.hospital_number),
            (say.say("care"), wanted.care),
            (say.say("ref"), wanted.issue.code.ref),
            (say.say("printed"), long(wanted.issue.printed_on)),
        )
    )


def _urgency(flow: FormFlow, item: Item, wanted: ClinicianForm, say: Words) -> None:
    """The three choices with the leaving date beside them, and what each of them means."""
    stacked = flow.style.scale > 1
    leaving = long(wanted.leaving) if wanted.leaving else say.say("leaving_not_known")
    if stacked:
        flow.panel(say.say("leaving"), leaving, ())
        flow.gap(8)
    else:
        flow.room(64 * MM)
    ticked = frozenset({Urgency.IMMEDIATELY_NECESSARY.value} if wanted.maternity else ())
    page_of, top = flow.pages[-1], flow.y
    ask(flow, item, say, right=RIGHT if stacked else RIGHT - _BESIDE - 4 * MM, ticked=ticked)
    if not stacked:
        bottom = flow.y
        page_of.marks.append(
            Box(x=RIGHT - _BESIDE, y=top, width=_BESIDE, height=bottom - top - 6, fill=TINT)
        )
        page_of.marks.append(
            Box(x=RIGHT - _BESIDE, y=top, width=4, height=bottom - top - 6, fill=ACTION)
        )
        flow.y = top + 3 * MM
        inside = RIGHT - _BESIDE + 5 * MM
        flow.paragraph(say.say("leaving"), x=inside, right=RIGHT - 3 * MM, ink=SECOND)
        flow.paragraph(leaving, x=inside, right=RIGHT - 3 * MM, size=flow.style.heading, bold=True)
        flow.y = max(flow.y, bottom)
    if wanted.maternity:
        flow.paragraph(say.say("maternity"), bold=True)
        flow.gap(3)
    flow.bullets(wanted.definitions)


def _sign(flow: FormFlow, say: Words) -> None:
    flow.keep(13)
    flow.heading(say.say("signed"))
    for name in ("name", "signature"):
        labelled(flow, say.say(name))
        flow.gap(4)
    flow.keep(3)
    flow.paragraph(say.say("date"))
    day(flow, say, x=LEFT)
