"""What is typed from a form before it is saved: kept for the typist, gone once it is keyed."""

from __future__ import annotations

import pytest

from app.core.errors import BadInput, Known
from app.services import form_drafts, keying, open_forms, paper, registration
from app.services.answers import answers_of
from app.services.desk import Desk
from tests.desks import add_visitor
from tests.services.work import seated


def printed(desk: Desk) -> tuple[str, str]:
    step = registration.begin(desk, add_visitor(desk).patient_id, "outpatient")
    return step.registration_id, paper.print_pre_attendance(desk, step.ref).code


def test_what_was_typed_last_is_there_again_and_is_no_answer(desk: Desk) -> None:
    case, code = printed(desk)
    form_drafts.keep_typed(desk, code, {"1": "Ada"})
    form_drafts.keep_typed(desk, code, {"1": "Ada Okafor", "13": "3", "signed_by": "A", "2": " "})
    typed = open_forms.open_form(desk, code).typed
    assert typed == {"1": "Ada Okafor", "13": "3", "signed_by": "A"}
    assert answers_of(desk, case) == {}


def test_it_is_the_typists_own(desk: Desk) -> None:
    _, code = printed(desk)
    form_drafts.keep_typed(desk, code, {"1": "Ada"})
    with seated(desk, "officer"):
        assert open_forms.open_form(desk, code).typed == {}


def test_it_goes_when_the_form_is_keyed_or_everything_was_taken_back(desk: Desk) -> None:
    _, code = printed(desk)
    form_drafts.keep_typed(desk, code, {"13": "3"})
    form_drafts.keep_typed(desk, code, {})
    assert open_forms.open_form(desk, code).typed == {}
    form_drafts.keep_typed(desk, code, {"13": "3"})
    keying.key_back(desk, code, {"13": "3"})
    assert open_forms.open_form(desk, code).typed == {}


def test_a_clinicians_form_keeps_what_is_typed_too(desk: Desk) -> None:
    step = registration.begin(desk, add_visitor(desk).patient_id, "outpatient")
    registration.could_not_ask(desk, step.registration_id, "emergency")
    with seated(desk, "officer"):
        code = paper.print_clinician(desk, step.ref).code
        form_drafts.keep_typed_clinical(desk, code, {"1": "2"})
        assert open_forms.open_clinical_form(desk, code).typed == {"1": "2"}


def test_a_misread_code_and_a_flood_of_letters_are_refused(desk: Desk) -> None:
    _, code = printed(desk)
    with pytest.raises(Known):
        form_drafts.keep_typed(desk, code[:-1] + "x", {"1": "Ada"})
    with pytest.raises(BadInput) as refused:
        form_drafts.keep_typed(desk, code, {"1": "a" * 20_001})
    assert refused.value.code == "too_long"
