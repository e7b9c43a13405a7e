"""The pre-attendance form: what the desk asks, on paper, numbered as it is keyed back."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.dates import long
from app.core.people import Patient
from app.documents import page
from app.documents.flow import LEFT, RIGHT
from app.documents.fonts import Fonts
from app.documents.form_issue import FormIssue
from app.documents.form_page import FormFlow, ask, begin_section, day, labelled
from app.documents.words import LetterWords, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PreAttendanceForm:
    """All that stands on one form. `patient` is None on one printed before there is a case."""

    issue: FormIssue
    patient: Patient | None = None


def pre_attendance_pdf(wanted: PreAttendanceForm, fonts: Fonts, words: LetterWords) -> bytes:
    """The form as PDF; raises Known `no_letters` where a name is in a script without a font."""
    say, common, issue = words.pre_attendance, words.common, wanted.issue
    letterhead = issue.letterhead
    flow = FormFlow(fonts, issue.head(say), large_print=issue.large_print)
    page.letterhead(flow, letterhead, common)
    _addressed(flow, wanted, words)
    flow.show_head()
    page.tell(flow, say.section("why"))
    for section in issue.form.sections:
        begin_section(flow, section, say)
        for item in section.items:
            ask(flow, item, say, ticked=frozenset())
    _declare(flow, wanted, say)
    address = ", ".join((issue.trust.name, *issue.trust.address_lines))
    page.tell(flow, say.section("back", address=address))
    ways = "".join(f" {way}." for way in page.ways_to_reach(issue.trust, common))
    page.tell(flow, say.section("help", trust=issue.trust.name, ways=ways))
    document = issue.document(say)
    return page.finish(flow, letterhead, common, document=document, dated=issue.printed_on)


def _addressed(flow: FormFlow, wanted: PreAttendanceForm, words: LetterWords) -> None:
    say, common, patient = words.pre_attendance, words.common, wanted.patient
    facts = [
        (say.say("form"), wanted.issue.code.form_id),
        (say.say("ref"), wanted.issue.code.ref or say.say("no_ref")),
        (say.say("printed"), long(wanted.issue.printed_on)),
        (say.say("version"), wanted.issue.rules_version),
    ]
    lines: tuple[str, ...] = ()
    if patient is not None:
        name = " ".join(part for part in (patient.title, patient.name) if part)
        lines = (
            (name, common.say("by_hand"))
            if patient.not_by_post
            else page.address_lines(name, patient.post_address, common)
        )
        if patient.born:
            facts.insert(0, (say.say("born"), long(patient.born)))
    page.address(flow, lines, facts)


def _declare(flow: FormFlow, wanted: PreAttendanceForm, say: Words) -> None:
    """The sentences, then name, signature and day; kept on one page."""
    lines = sum(
        len(list(flow.wrap(text, RIGHT - LEFT - 14, size=flow.style.body)))
        for text in wanted.issue.form.declaration
    )
    flow.keep(min(lines + 14, 36))
    flow.heading(say.say("declaration"))
    flow.bullets(wanted.issue.form.declaration)
    flow.gap(8)
    for name in ("name", "relation", "signature"):
        labelled(flow, say.say(name))
        flow.gap(4)
    flow.keep(3)
    flow.paragraph(say.say("date"))
    day(flow, say, x=LEFT)
    flow.gap(4)
