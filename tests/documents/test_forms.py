"""The paper forms say what they must, on every page, and their code can be scanned."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import zxingcpp

from app.casework.form_code import FormCode, FormKind, read_code
from app.casework.forms import ItemKind, build
from app.core.trust import Mode
from app.documents.clinician_form import ClinicianForm, clinician_pdf
from app.documents.form_issue import FormIssue
from app.documents.pre_attendance_form import PreAttendanceForm, pre_attendance_pdf
from app.library.forms import load_form_plans
from app.library.law import load_law
from tests.documents.made_up import FONTS, TRUST, WORDS, patient
from tests.documents.reading import fonts, picture, says, text, texts
from tests.documents.test_safety import TURNS_AWAY

BOOK = load_law().questions
PLANS = load_form_plans()
CALM = "Late, unfinished or never sent: your care goes ahead just the same."


def _code(kind: FormKind, ref: str = "R-1042") -> FormCode:
    return FormCode(trust="R1H", ref=ref, kind=kind, form_id="D01-17")


def _issue(kind: FormKind, more: dict[str, Any]) -> FormIssue:
    """The form with what `more` says of its issue, which is taken out of it."""
    known: dict[str, Any] = {
        "code": _code(kind),
        "form": build(PLANS[kind], BOOK),
        "rules_version": "2026.11.22",
        "printed_on": date(2026, 3, 9),
        "trust": TRUST,
        "mode": Mode.LIVE,
        "large_print": False,
    }
    return FormIssue(**{name: more.pop(name, value) for name, value in known.items()})


def patients_form(**more: Any) -> bytes:
    issue = _issue(FormKind.PRE_ATTENDANCE, more)
    wanted = PreAttendanceForm(issue=issue, **({"patient": patient()} | more))
    return pre_attendance_pdf(wanted, FONTS, WORDS)


def clinicians_form(**more: Any) -> bytes:
    issue = _issue(FormKind.CLINICIAN, more)
    known: dict[str, Any] = {
        "patient": patient(),
        "care": "Planned admission",
        "leaving": date(2026, 7, 14),
        "definitions": ("Urgent: cannot wait.",),
        "maternity": False,
    }
    return clinician_pdf(ClinicianForm(issue=issue, **(known | more)), FONTS, WORDS)


FORMS = {
    "patient": (patients_form, FormKind.PRE_ATTENDANCE),
    "clinician": (clinicians_form, FormKind.CLINICIAN),
}


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("large", [False, True])
def test_every_page_carries_a_code_that_a_scanner_reads(name: str, large: bool) -> None:
    make, kind = FORMS[name]
    pdf = make(large_print=large, mode=Mode.DEMO)
    for page in range(len(texts(pdf))):
        (found,) = zxingcpp.read_barcodes(picture(pdf, page=page))
        assert read_code(found.text) == _code(kind)


@pytest.mark.parametrize("name", FORMS)
def test_every_page_has_title_calm_word_case_version_and_its_number(name: str) -> None:
    make, kind = FORMS[name]
    say = {"patient": WORDS.pre_attendance, "clinician": WORDS.clinician}[name]
    pages = texts(make())
    for number, page in enumerate(pages, 1):
        assert say.say("title") in page
        assert say.say("calm") in page
        assert f"case R-1042, rules 2026.11.22 · Page {number} of {len(pages)}" in page
        assert str(_code(kind)) in page


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("large", [False, True])
def test_every_question_and_every_box_stands_there_with_its_number(name: str, large: bool) -> None:
    make, kind = FORMS[name]
    read = text(make(large_print=large))
    for item in build(PLANS[kind], BOOK).items:
        if item.kind != "tick":
            assert f"{item.number} {item.text}" in read
        for place, box in enumerate(item.boxes, 1):
            assert f"{place} {' '.join(box.label.split())}" in read, box


def test_the_patients_form_has_why_declaration_and_help() -> None:
    read = text(patients_form())
    for sentence in build(PLANS[FormKind.PRE_ATTENDANCE], BOOK).declaration:
        assert sentence in read
    for wanted in (
        "Mrs Ada Okafor 12 Acacia Road",
        "Date of birth 2 March 1990",
        "Why we ask",
        "Only if you ticked 2 or 3 at 13.",
        "Staff will explain each of these to you in private.",
        "Signature",
        "how you are related to them",
        "large print, Easy Read, braille, audio or another language",
        CALM,
    ):
        assert wanted in read


def test_the_clinicians_form_has_the_leaving_date_beside_the_choice_and_who_says_it() -> None:
    first = texts(clinicians_form())[0]
    for wanted in (
        "Patient Ada Okafor",
        "Date of birth 2 March 1990",
        "Proposed care Planned admission",
        "Expected to leave the UK",
        "14 July 2026",
        "Urgent: cannot wait.",
        "for the treating clinician to say and nobody else",
        "Whether anything is paid is none of this form’s business",
        "It never answers how urgent the care is",
    ):
        assert wanted in first
    assert "Signed by the clinician Name and role Signature Date" in text(clinicians_form())


@pytest.mark.parametrize("large", [False, True])
def test_the_leaving_date_is_on_the_page_of_the_choice(large: bool) -> None:
    pages = texts(clinicians_form(large_print=large, leaving=None))
    (page,) = (page for page in pages if "Immediately necessary" in page)
    assert "Not known: answer as for care that cannot wait" in page


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("large", [False, True])
def test_no_heading_of_a_part_stands_without_its_first_question(name: str, large: bool) -> None:
    make, kind = FORMS[name]
    pages = texts(make(large_print=large))
    for section in build(PLANS[kind], BOOK).sections:
        first = section.items[0]
        asked = f"{first.number} {'1 ' * (first.kind is ItemKind.TICK)}{first.text[:15]}"
        assert [page for page in pages if asked in page.partition(section.title)[2]], section.title


def test_maternity_is_ticked_already() -> None:
    assert "X 1 Immediately necessary" in text(clinicians_form(maternity=True)).replace(
        "1 X", "X 1"
    )
    assert "The box is ticked already" not in text(clinicians_form())


def test_h1_no_words_of_a_form_turn_anyone_away() -> None:
    for words in (WORDS.pre_attendance, WORDS.clinician):
        said = list(words.phrases.values())
        for section in words.sections.values():
            said += [section.heading, *section.paragraphs]
        for phrase in said:
            assert TURNS_AWAY.search(phrase) is None, phrase
    for plan in PLANS.values():
        for phrase in (*plan.hints.values(), *plan.declaration):
            assert TURNS_AWAY.search(phrase) is None, phrase


def test_a_blank_form_has_no_name_and_no_case() -> None:
    code = _code(FormKind.PRE_ATTENDANCE, "")
    read = text(patients_form(patient=None, code=code))
    assert "Okafor" not in read
    assert "The hospital fills this in" in read
    assert "no case yet" in read


@pytest.mark.parametrize("name", FORMS)
def test_h14_forms_of_the_demo_say_demo_on_every_page(name: str) -> None:
    make, _ = FORMS[name]
    for page in texts(make(mode=Mode.DEMO)):
        assert "DEMO: made-up people, not a real letter" in page
    assert "DEMO" not in text(make())


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_the_same_file_each_time_and_names_nobody(name: str) -> None:
    make, _ = FORMS[name]
    pdf = make()
    assert pdf == make()
    assert all(fonts(pdf).values())
    assert "Okafor" not in " ".join(says(pdf).values())
