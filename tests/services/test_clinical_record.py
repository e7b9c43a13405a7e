"""One tick, none of these: the clinician's, or read from the record by an officer meanwhile."""

from __future__ import annotations

from typing import Any

import pytest

from app.casework.urgency import Urgency
from app.core.errors import BadInput, Known, NotAllowed
from app.residency.questions import AnswerState
from app.services import clinical_record, review
from app.services.desk import Desk
from app.store import answers, audit, readings, urgency
from tests.services.work import answer, form, interview, seated, visitor

SOURCE = "clinic letter of Dr A. Roy, page 2"
NEVER = ("s2_c_urgency", "s2_c_arose", "s2_c_necessary", "s2_c_course", "s2_c_same_course")


def read(desk: Desk, case: str, source: str = SOURCE, dated_on: str = "8/3/26") -> None:
    with seated(desk, "officer"):
        clinical_record.read_none_of_these(desk, case, source=source, dated_on=dated_on)


def word(desk: Desk, case: str, **clinical: str) -> None:
    with seated(desk, "clinician"):
        review.record_urgency(
            desk,
            case,
            urgency_value=Urgency.URGENT,
            clinician_name="",
            decided_on="today",
            clinical=clinical,
        )


def test_h3_the_record_read_answers_the_grounds_with_source_and_date_and_no_urgency(
    desk: Desk,
) -> None:
    case = visitor(desk)
    read(desk, case)
    given = answers.latest(desk.db, case)
    assert {name: given[name].value for name in clinical_record.CLINICAL_NONE} == dict(
        clinical_record.CLINICAL_NONE
    )
    assert not given.keys() & set(NEVER)
    assert urgency.of(desk.db, case) == ()
    (kept,) = readings.of(desk.db, case)
    assert (kept.source, kept.dated_on.isoformat()) == (SOURCE, "2026-03-08")
    with seated(desk, "officer"):
        shown = review.open_case(desk, case)
    assert not shown.standing.may_wait
    assert {one.label: one.shown for one in shown.prompts}["Violence, FGM or abuse"] == "No"
    assert "Clinical record read" in [event.words for event in shown.timeline]


def test_h6_a_clinicians_later_word_replaces_what_was_read(desk: Desk) -> None:
    case = visitor(desk)
    read(desk, case)
    word(desk, case, s2_c_violence="torture")
    assert answers.latest(desk.db, case)["s2_c_violence"].value == "torture"
    read(desk, case)
    assert answers.latest(desk.db, case)["s2_c_violence"].value == "torture"
    with seated(desk, "officer"), pytest.raises(NotAllowed, match="the answer stands"):
        review.answer(desk, case, "s2_c_violence", None, AnswerState.NOT_ASKED)


def test_h6_where_a_clinician_has_answered_all_nothing_is_read_over_it(desk: Desk) -> None:
    case = visitor(desk)
    form(desk, case)
    with pytest.raises(Known) as refused:
        read(desk, case)
    assert refused.value.code == "clinician_answered"
    assert readings.of(desk.db, case) == ()


def test_what_was_read_an_officer_may_take_back(desk: Desk) -> None:
    case = visitor(desk)
    read(desk, case)
    with seated(desk, "officer"):
        shown = review.answer(desk, case, "s2_c_violence", None, AnswerState.NOT_ASKED)
    assert {one.label: one.shown for one in shown.prompts}["Violence, FGM or abuse"] == "Not asked"


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"source": "notes"}, "no_source", "source"),
        ({"source": " "}, "no_source", "source"),
        ({"dated_on": "10/3/26"}, "bad_date", "dated_on"),
        ({"dated_on": ""}, "bad_date", "dated_on"),
    ],
)
def test_h3_a_reading_without_source_or_day_is_refused_whole(
    desk: Desk, changes: dict[str, Any], code: str, field: str
) -> None:
    case = visitor(desk)
    before = audit.latest(desk.db, subject=case)
    with pytest.raises(BadInput) as refused:
        read(desk, case, **changes)
    assert (refused.value.code, refused.value.field) == (code, field)
    assert audit.latest(desk.db, subject=case) == before


def test_h3_neither_clerk_nor_finance_reads_the_record(desk: Desk) -> None:
    case = visitor(desk)
    for name in ("clerk", "finance", "admin"):
        with seated(desk, name), pytest.raises(NotAllowed):
            clinical_record.read_none_of_these(desk, case, source=SOURCE, dated_on="today")


def test_h5_what_was_read_closes_no_case_that_waits_for_urgency_or_need(desk: Desk) -> None:
    case = visitor(desk)
    read(desk, case)
    interview(desk, case)
    with seated(desk, "officer"):
        answer(desk, case, "s2_doc_kind", "ehic")
        shown = review.open_case(desk, case)
    assert "A clinician's form" in shown.waits_for


def test_the_answers_say_where_and_of_what_day_the_record_was_read(desk: Desk) -> None:
    case = visitor(desk)
    read(desk, case)
    assert whose(desk, case, "Listed disease") == f"{SOURCE}, dated 08-Mar-2026"
    word(desk, case, s2_c_condition="none")
    assert whose(desk, case, "Listed disease") == "Dr A. Roy"


def whose(desk: Desk, case: str, label: str) -> str:
    with seated(desk, "officer"):
        lines = review.open_case(desk, case).answers
    return next(line.who for line in lines if line.label == label)
