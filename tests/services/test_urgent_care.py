"""H1, H2, H6: nothing here can hold care up; asking to be paid first rests on a clinician."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.casework.review import Choice
from app.casework.status import State
from app.casework.urgency import Urgency
from app.core.errors import BadInput, Known
from app.residency.outcomes import DeskOutcome, desk_outcome, words
from app.residency.walk import Route
from app.scans.page import Scan
from app.services import documents, estimating, particulars, review
from app.services.desk import Desk
from app.services.signed_forms import SIGNED_FORM
from app.store import determinations
from app.store import urgency as forms
from app.store.driver import IntegrityError
from tests.documents.reading import text
from tests.services.work import (
    HIP,
    SIGNED_COPY,
    chargeable,
    check,
    decide,
    estimate,
    form,
    interview,
    invoice,
    later,
    seated,
    visitor,
)

ROOT = Path(__file__).parents[2]
HOLDS_UP = (
    r"(stop|hold|held|withh|refus|den(?:y|ied|ies)\b|cancel|postpon|delay|suspend|discharg"
    r"|turn\w* away|not (?:book|admit|treat|see)|no treatment)\w*"
)
OF_CARE = (
    r"(care\b|treat|appointment|patient|book|operation|admission|admit"
    r"|clinic\b|ward\b|bed\b)\w*"
)
TELLS = re.compile(
    rf"\b{HOLDS_UP}\b.*\b{OF_CARE}|\b{OF_CARE}\b.*\b{HOLDS_UP}\b", re.IGNORECASE | re.DOTALL
)
# Read by a person and found to say the opposite, or to be about something else.
READ = (
    "needed promptly to save life, to stop a condition becoming life-threatening",
    "never delayed or refused for money",
    "holders living here are treated as ordinarily resident",
    "A lower rate may hold",
)
STOPPING_VALUES = re.compile(
    r"(^|_)(stop|hold|on_hold|refuse|withhold|deny|cancel|postpone|delay|block|reject|turn_away)($|_)"
)


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for one in value.values():
                yield from _texts(one)
        case list():
            for one in value:
                yield from _texts(one)


def _said_by(path: Path) -> Iterator[str]:
    """Every text in a module that is no docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def _resources() -> Iterator[tuple[Path, dict[str, Any]]]:
    for path in sorted((ROOT / "resources").rglob("*.toml")):
        yield path, tomllib.loads(path.read_text(encoding="utf-8"))


def _telling(said: str) -> list[str]:
    sentences = re.split(r"(?<=[.!?])\s+", said)
    return [
        one for one in sentences if TELLS.search(one) and not any(known in one for known in READ)
    ]


def test_h1_no_text_of_the_resources_tells_anyone_to_stop_hold_or_refuse_care() -> None:
    for path, table in _resources():
        for said in _texts(table):
            assert _telling(said) == [], path.name


@pytest.mark.parametrize("room", ["services", "casework", "access", "residency", "billing"])
def test_h1_no_message_of_the_program_tells_anyone_to_stop_hold_or_refuse_care(room: str) -> None:
    for path in (ROOT / "app" / room).glob("*.py"):
        for said in _said_by(path):
            assert _telling(said) == [], path.name


@pytest.mark.parametrize(
    "said",
    [
        "Hold the booking until the debt is paid.",
        "Treatment is refused.",
        "Do not book the patient in.",
        "The appointment was cancelled.",
        "Patients who owe money are turned away.",
    ],
)
def test_h1_the_lint_itself_finds_such_words(said: str) -> None:
    assert _telling(said) == [said]


def test_h1_no_list_holds_a_value_that_stops_care(desk: Desk) -> None:
    values = [*DeskOutcome, *Choice, *Urgency, *State, *Route]
    values += [*desk.terms.bookings, *desk.terms.could_not_ask]
    values += [reason.code for reason in desk.terms.reasons]
    values += [str(option.value) for one in desk.law.questions.all for option in one.options]
    values += [value for fact in desk.law.facts.all for value in fact.values]
    for value in values:
        assert STOPPING_VALUES.search(value.casefold()) is None, value


def test_h1_every_outcome_starts_with_booking_in_or_with_care(desk: Desk) -> None:
    for outcome in DeskOutcome:
        told = words(outcome, desk.law)
        said = f"{told.heading} {told.sentence}".casefold()
        assert "book in as normal" in said or "treat first" in said, told
        assert "£" not in said
        assert not re.search(r"\bcharg", said), "a clerk sees nothing of money"


def test_h1_every_route_and_service_ends_in_one_of_those_outcomes() -> None:
    for route in (*Route, None):
        for service in ("other", "a_and_e", "maternity", None):
            for urgency in (*Urgency, None):
                for could_not_ask in (True, False):
                    found = desk_outcome(
                        route=route,
                        could_not_ask=could_not_ask,
                        service_type=service,
                        admitted=None,
                        urgency=urgency,
                        line=None,
                    )
                    assert found in DeskOutcome


def paid_first(desk: Desk, case: str) -> bool:
    with seated(desk, "officer"):
        return estimating.payment_first_stands(desk, case)


def decided(desk: Desk, case: str) -> str:
    interview(desk, case)
    decide(desk, case)
    return case


def test_h1_payment_first_fails_without_a_clinicians_record(desk: Desk) -> None:
    case = visitor(desk)
    interview(desk, case)
    with pytest.raises(Known) as refused:
        decide(desk, case)
    assert refused.value.code == "not_chargeable"
    decide(desk, case, Choice.CANNOT_TELL)
    assert not paid_first(desk, case)


@pytest.mark.parametrize("urgency", [Urgency.URGENT, Urgency.IMMEDIATELY_NECESSARY])
def test_h1_payment_first_fails_on_a_record_of_urgent_care(desk: Desk, urgency: Urgency) -> None:
    case = visitor(desk)
    form(desk, case, urgency, need_arose="yes")
    assert not paid_first(desk, decided(desk, case))


def test_h1_payment_first_stands_on_a_named_dated_clinicians_non_urgent_record(desk: Desk) -> None:
    case = chargeable(desk)
    assert not paid_first(desk, case), "nobody has decided yet"
    decide(desk, case)
    assert paid_first(desk, case)
    letter = text(estimate(desk, case).pdf)
    assert "Dr A. Roy recorded on 9 March 2026 that this treatment can safely wait." in letter


@pytest.mark.parametrize(
    ("clinician", "decided_on", "copy", "code"),
    [
        ("", "today", SIGNED_COPY, "unnamed_clinician"),
        ("Roy", "today", SIGNED_COPY, "unnamed_clinician"),
        ("Dr A. Roy", "+2d", SIGNED_COPY, "bad_date"),
        ("Dr A. Roy", " ", SIGNED_COPY, "undated"),
        ("Dr A. Roy", "today", None, "no_form"),
        ("Dr A. Roy", "today", "notes, page 4", "no_form"),
    ],
)
def test_h3_an_officer_transcribes_only_a_named_dated_attached_form(
    desk: Desk, clinician: str, decided_on: str, copy: Scan | str | None, code: str
) -> None:
    case = visitor(desk)
    with seated(desk, "officer"), pytest.raises(BadInput) as refused:
        review.record_urgency(
            desk,
            case,
            urgency_value=Urgency.NON_URGENT,
            clinician_name=clinician,
            decided_on=decided_on,
            signed_form=copy,
        )
    assert refused.value.code == code
    with seated(desk, "officer"):
        assert SIGNED_FORM not in {paper.type_code for paper in documents.shown(desk, case)}


def test_h3_the_copy_of_the_signed_form_stays_with_its_case_and_no_other(desk: Desk) -> None:
    case, other = visitor(desk), visitor(desk, family_name="Other")
    with seated(desk, "officer"):
        _transcribe(desk, case, SIGNED_COPY)
        (paper,) = documents.shown(desk, case)
        assert (paper.type_code, paper.pages) == (SIGNED_FORM, 1)
        (record,) = forms.of(desk.db, case)
        assert record.document_ref == paper.evidence_id
        _transcribe(desk, case, paper.evidence_id)  # the copy that is there serves again
        assert len(documents.shown(desk, case)) == 1
        with pytest.raises(BadInput, match="Attach a copy of the signed form"):
            _transcribe(desk, other, paper.evidence_id)
        documents.remove_copy(desk, case, paper.evidence_id, "unreadable")
        with pytest.raises(BadInput, match="Attach a copy of the signed form"):
            _transcribe(desk, case, paper.evidence_id)
    assert len(forms.of(desk.db, case)) == 2
    assert forms.of(desk.db, other) == ()


def test_h3_the_records_themselves_take_no_transcribed_form_without_its_copy(desk: Desk) -> None:
    case = visitor(desk)
    bare = forms.StoredUrgency(
        registration_id=case,
        urgency="non_urgent",
        clinician_name="Dr A. Roy",
        decided_at="2026-03-09",
        leaving_date=None,
        transcribed=True,
        document_ref="notes, page 4",
        recorded_by=desk.person.user_id,
        recorded_at=desk.moment,
    )
    with pytest.raises(IntegrityError, match="kept with its case"), desk.db.atomic():
        forms.add(desk.db, bare)


def _transcribe(desk: Desk, case: str, form: Scan | str) -> None:
    review.record_urgency(
        desk,
        case,
        urgency_value=Urgency.NON_URGENT,
        clinician_name="Dr A. Roy",
        decided_on="today",
        signed_form=form,
    )


def test_h2_a_new_leaving_date_asks_for_review_and_withdraws_payment_first(desk: Desk) -> None:
    case = decided(desk, chargeable(desk))
    assert paid_first(desk, case)
    later(desk)
    with seated(desk, "officer"):
        changed = review.set_leaving_date(desk, case, "+9w")
    assert changed.standing.review_needed
    assert changed.standing_words == (
        "Leaving date changed: ask the clinician again. Treat as urgent"
    )
    assert not paid_first(desk, case)
    assert "can safely wait" not in text(estimate(desk, case).pdf)
    form(desk, case)
    assert paid_first(desk, case)


def test_h2_the_clerks_page_reopens_the_form_as_well(desk: Desk) -> None:
    case = decided(desk, chargeable(desk))
    later(desk)
    particulars.save_particulars(desk, case, {"leaving": "unknown"})
    assert not paid_first(desk, case)


def test_h1_a_leaving_date_that_went_and_came_back_still_withdraws_payment_first(
    desk: Desk,
) -> None:
    case = decided(desk, chargeable(desk))
    with seated(desk, "officer"):
        for text_ in ("+9w", "+3w"):
            later(desk)
            review.set_leaving_date(desk, case, text_)
    assert not paid_first(desk, case)


def test_h1_a_form_signed_before_the_leaving_date_changed_is_too_old_when_transcribed_after(
    desk: Desk,
) -> None:
    case = visitor(desk)  # the leaving date is entered on 9 March
    later(desk)
    with seated(desk, "officer"):
        review.record_urgency(
            desk,
            case,
            urgency_value=Urgency.NON_URGENT,
            clinician_name="Dr A. Roy",
            decided_on=(desk.today - timedelta(days=4)).isoformat(),
            signed_form=SIGNED_COPY,
            none_of_these=True,
            need_arose="no",
            necessary="no",
        )
        assert review.open_case(desk, case).standing.review_needed
    assert not paid_first(desk, decided(desk, case))


def test_h6_maternity_never_holds_a_payment_first_request(desk: Desk) -> None:
    case = visitor(desk, booking="maternity")
    form(desk, case, Urgency.NON_URGENT)
    decided(desk, case)
    assert not paid_first(desk, case)
    with seated(desk, "officer"):
        shown = review.open_case(desk, case)
        assert shown.standing.urgency is Urgency.IMMEDIATELY_NECESSARY
    letter = estimate(desk, case)
    assert "can safely wait" not in text(letter.pdf)
    with pytest.raises(Known) as refused:
        form(desk, case, Urgency.NOT_ASSESSED)
    assert refused.value.code == "no_urgency"


def test_h1_payment_first_is_withdrawn_when_the_charge_itself_is_in_doubt(desk: Desk) -> None:
    case = decided(desk, chargeable(desk))
    assert paid_first(desk, case)
    with seated(desk, "officer"):
        review.answer(desk, case, "s2_protection", ("claimed_pending",))
    assert not paid_first(desk, case)
    with pytest.raises(Known) as refused:
        invoice(desk, case)
    assert refused.value.code == "review_due"


def test_h1_a_second_check_that_is_due_withholds_payment_first(desk: Desk) -> None:
    case = chargeable(desk)
    with seated(desk, "officer"):
        review.answer(desk, case, "s2_protection", ("refused_final",))
    decide(desk, case)
    assert not paid_first(desk, case)
    check(desk, case)
    assert paid_first(desk, case)


def test_h1_the_letter_of_a_sum_that_needs_a_second_look_asks_for_no_payment_first(
    desk: Desk,
) -> None:
    case = chargeable(desk)
    decide(desk, case)
    with seated(desk, "officer"):
        large = estimating.issue(desk, case, lines=(HIP,), treatment="Hip operation")
    assert "in full before" not in text(large.pdf)
    check(desk, case)
    with seated(desk, "officer"):
        again = estimating.issue(desk, case, lines=(HIP,), treatment="Hip operation")
    assert "in full before" in text(again.pdf)


def test_h1_no_determination_on_file_offers_payment_first_without_a_decision(desk: Desk) -> None:
    case = visitor(desk)
    for found in determinations.of(desk.db, case):
        assert not any(line["may_ask_payment_first"] for line in found.result["lines"])
