"""The forms as data: the same questions, the same numbers as on screen, kept as printed."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date

import pytest

from app.casework.form_code import FormKind
from app.casework.forms import Form, Item, ItemKind, build, item_from, offered
from app.casework.keying import Written, is_blank, read
from app.core.errors import BadInput
from app.library import resource
from app.library.forms import load_form_plans
from app.library.law import load_law
from app.residency.questions import AnswerState, QuestionBook
from app.services.clinical_record import CLINICAL_NONE

BOOK = load_law().questions
PATIENTS, CLINICIANS = (build(load_form_plans()[kind], BOOK) for kind in FormKind)
TODAY = date(2026, 3, 9)


def item(question: str, form: Form = PATIENTS) -> Item:
    return next(one for one in form.items if question in (one.question, one.particular))


def keyed(question: str, typed: str, form: Form = PATIENTS) -> Written:
    return read(item(question, form), typed, today=TODAY, country=str.upper)


@pytest.mark.parametrize("form", [PATIENTS, CLINICIANS])
def test_everything_on_a_form_is_numbered_from_one(form: Form) -> None:
    assert [one.number for one in form.items] == list(range(1, len(form.items) + 1))


def test_the_form_asks_what_the_data_says_in_the_words_of_the_screen() -> None:
    shelf = tomllib.loads(resource("questions", "forms.toml").read_text("utf-8"))
    wanted = [
        name
        for section in shelf["pre_attendance_form"]["section"]
        for name in (*section.get("from", ()), *section.get("plus", ()))
    ]
    assert [one.question or one.particular for one in PATIENTS.items] == wanted
    for one in PATIENTS.items:
        if one.question:
            question = BOOK.get(one.question)
            labels = [option.label for option in question.options]
            assert one.text == question.text
            assert [box.label for box in one.boxes][: len(labels)] == labels


def test_stage_1_on_paper_is_stage_1_on_screen() -> None:
    asked = [one for one in BOOK.stage_1 if one.id != "s1_existing_banner"]  # the staff's own look
    on_paper = [item(question.id) for question in asked]
    assert [(one.text, one.sensitive) for one in on_paper] == [(q.text, False) for q in asked]
    for one, question in zip(on_paper, asked, strict=True):
        assert [box.value for box in one.boxes] == [option.value for option in question.options]


def test_no_finding_of_an_officer_and_no_staff_check_is_put_to_a_patient() -> None:
    asked = [BOOK.get(one.question) for one in PATIENTS.items if one.question]
    assert not [one.id for one in asked if one.finding or one.asked_by == "clinician"]
    assert "s1_existing_banner" not in [one.id for one in asked]


def test_the_sensitive_part_is_ticks_alone() -> None:
    section = next(one for one in PATIENTS.sections if one.title == "Other grounds")
    assert {one.kind for one in section.items} <= {ItemKind.CHOICE, ItemKind.SEVERAL}
    assert "private" in section.note
    assert [one.question for one in PATIENTS.items if one.sensitive] == ["s2_protection"]


def test_a_question_says_at_which_tick_it_opens() -> None:
    number, boxes = item("s1_countries_12m").only_if or (0, ())
    assert (number, boxes) == (item("s1_residence_12m").number, (2, 3))
    assert item("s2_arrived").only_if is None
    assert item("s2_c_same_course", CLINICIANS).only_if is None  # no tick opens it


def test_the_declaration_covers_every_item_in_our_own_words() -> None:
    form = tomllib.loads(resource("questions", "forms.toml").read_text("utf-8"))[
        "pre_attendance_form"
    ]
    assert [one["covers"] for one in form["declaration"]] == form["declaration_must_say"]
    assert PATIENTS.declaration == tuple(one["text"] for one in form["declaration"])
    assert not set(PATIENTS.declaration) & set(form["declaration_must_say"])


def test_a_clinician_is_asked_every_clinical_question_and_none_of_these_covers_what_it_says() -> (
    None
):
    asked = {one.question for one in CLINICIANS.items if one.question}
    assert asked == {question.id for question in BOOK.all if question.asked_by == "clinician"}
    assert CLINICIANS.items[0].question == "s2_c_urgency"
    assert CLINICIANS.items[1].particular == "none_of_these"
    assert set(CLINICAL_NONE) <= asked
    assert "s2_c_urgency" not in CLINICAL_NONE


def test_not_sure_and_will_not_say_come_last_where_a_question_has_none_of_its_own() -> None:
    labels = [box.label for box in item("s2_british_or_irish").boxes]
    assert labels[-2:] == ["Not sure", "Prefers not to say"]
    assert [box.label for box in item("s2_uk_pension").boxes] == ["Yes", "No", "Not sure"]
    assert item("s1_document").boxes[-1].label == "Not answered"
    urgency = BOOK.get("s2_c_urgency")
    assert len(offered(urgency)) == len(urgency.options)  # silence is the clinician's “not sure”


@pytest.mark.parametrize("form", [PATIENTS, CLINICIANS])
def test_a_form_is_kept_as_it_was_printed(form: Form) -> None:
    for one in form.items:
        again = item_from(one.as_json())
        assert again == replace(one, hint="", only_if=None, lines=1)


@pytest.mark.parametrize(
    ("question", "typed", "state", "value"),
    [
        ("s1_residence_12m", "2", "answered", "uk_part"),
        ("s1_residence_12m", "4", "answered", "not_given"),
        ("s2_uk_pension", "3", "answered", "unknown"),
        ("s2_british_or_irish", "6", "unknown", None),
        ("s2_british_or_irish", "7", "refused", None),
        ("s2_protection", "1, 5", "answered", ("claimed_pending", "section_95")),
        ("s2_protection", "8", "answered", ("none",)),
        ("s2_arrived", "14/7/26", "answered", "2026-07-14"),
        ("s2_arrived", "not sure", "unknown", None),
        ("s2_stay", "Refused", "refused", None),
        (
            "s2_permission_dates",
            "1/2/24 to 3 October 2026",
            "answered",
            ("2024-02-01", "2026-10-03"),
        ),
        ("s2_permission_dates", "1/2/24 TO", "answered", ("2024-02-01", "")),
        ("s2_permission_dates", "to 3/4/26", "answered", ("", "2026-04-03")),
        ("s2_permission_dates", "1/2/24", "answered", ("2024-02-01", "")),
        ("s2_country_of_residence", "ng", "answered", "NG"),
        ("s1_countries_12m", "ng, fr", "answered", ("NG", "FR")),
        ("s2_names", " Ada Okafor ", "answered", "Ada Okafor"),
        ("copy_of_document", "x", "answered", "1"),
    ],
)
def test_what_is_keyed_means_what_is_printed(
    question: str, typed: str, state: str, value: str | tuple[str, ...] | None
) -> None:
    assert keyed(question, typed) == Written(AnswerState(state), value)


@pytest.mark.parametrize(
    ("question", "typed", "says"),
    [
        ("s1_residence_12m", "5", "takes a number from 1 to 4"),
        ("s1_residence_12m", "0", "takes a number from 1 to 4"),
        ("s1_residence_12m", "12345", "takes a number from 1 to 4"),
        ("s1_residence_12m", "abroad", "takes a number from 1 to 4"),
        ("s2_protection", "1 99", "takes a number from 1 to 9"),
        ("copy_of_document", "2", "takes 1 where it is ticked"),
        ("s2_arrived", "31/2/26", "no such day"),
    ],
)
def test_what_cannot_stand_there_is_named_by_its_number(
    question: str, typed: str, says: str
) -> None:
    with pytest.raises(BadInput, match=says) as refused:
        keyed(question, typed)
    assert refused.value.field == str(item(question).number)


def test_blank_is_whatever_the_clerk_says_is_blank() -> None:
    assert all(is_blank(typed) for typed in ("", " ", "-", "Blank", "left blank"))
    assert not is_blank("0")


def test_a_question_no_longer_asked_is_left_off_and_the_numbers_close_up() -> None:
    book = QuestionBook(tuple(one for one in BOOK.all if one.id != "s2_names"), (), {})
    form = build(load_form_plans()[FormKind.PRE_ATTENDANCE], book)
    assert form.items[0].question == "s2_dob"
    assert [one.number for one in form.items] == list(range(1, len(PATIENTS.items)))
