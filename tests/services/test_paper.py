"""The paper twin: printed for a case, keyed back by its numbers, all of it or none."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.casework.form_code import FormCode, FormKind, read_code
from app.casework.urgency import Urgency
from app.core.errors import BadInput, Known, NotAllowed
from app.core.nhs_number import NHSNumber
from app.core.people import Address, Patient
from app.library.packs import read_pack
from app.residency.facts import FactValue
from app.residency.questions import Answer, AnswerState
from app.services import finding, keying, open_forms, paper, registration, review
from app.services.answers import answers_of, find_out, standing_of
from app.services.desk import Desk
from app.services.form_reading import Signature
from app.services.particulars import Problems
from app.store import files, forms, patients, registrations
from tests.desks import add_visitor
from tests.documents.reading import text
from tests.packs import PackKey, edited_pack
from tests.services.forms_of import filled, items, number
from tests.services.work import SIGNED_COPY, chargeable, decide, form, later, seated, visitor

SIGNED = Signature(name="Ada Okafor", on="9/3/26")
DOCTOR = Signature(name="Dr A. Roy", on="9/3/26")


def begun(desk: Desk) -> tuple[str, str]:
    """A case just opened at the desk: its id and its reference."""
    step = registration.begin(desk, add_visitor(desk).patient_id, "outpatient")
    return step.registration_id, step.ref


def said(**answers: FactValue) -> dict[str, Answer]:
    return {name: Answer(AnswerState.ANSWERED, value) for name, value in answers.items()}


def in_days(desk: Desk, days: int) -> None:
    later(desk, minutes=days * 24 * 60)


def test_a_form_is_kept_with_its_case_and_printing_it_is_audited(desk: Desk) -> None:
    case, ref = begun(desk)
    printed = paper.print_pre_attendance(desk, ref)
    assert printed.form_id == "D01-1"
    assert read_code(printed.code) == FormCode(
        trust="R1H", ref=ref, kind=FormKind.PRE_ATTENDANCE, form_id="D01-1"
    )
    kept = files.get(desk.db, printed.file_id)
    assert (kept.content, kept.name, kept.sha256) == (
        printed.pdf,
        "form-D01-1.pdf",
        printed.sha256,
    )
    with seated(desk, "officer"):
        words = [event.words for event in review.open_case(desk, case).timeline]
    assert "Paper form printed" in words


def test_h4_a_form_holds_the_name_of_its_case_and_no_other(desk: Desk) -> None:
    _, ref = begun(desk)
    other = registration.begin(
        desk, add_visitor(desk, family_name="Lee", given_names="Min").patient_id, "outpatient"
    )
    mine = text(paper.print_pre_attendance(desk, ref).pdf)
    theirs = text(paper.print_pre_attendance(desk, other.ref).pdf)
    assert "Ada Okafor" in mine
    assert "Min Lee" not in mine
    assert "Min Lee" in theirs
    assert "Okafor" not in theirs


def test_h8_a_form_that_may_not_be_posted_is_handed_over(desk: Desk) -> None:
    patient = finding.add_patient(
        desk,
        Patient(
            patient_id="",
            family_name="Hale",
            phone="020 7946 0001",
            address=Address(("1 Secret Street",), "E1 1AA", "GB"),
            safe_contact="do_not_post",
        ),
    )
    step = registration.begin(desk, patient.patient_id, "outpatient")
    printed = paper.print_pre_attendance(desk, step.ref)
    assert printed.by_hand
    assert "To be handed over in person" in text(printed.pdf)
    assert "Secret Street" not in text(printed.pdf)
    _, ref = begun(desk)
    assert not paper.print_pre_attendance(desk, ref).by_hand


def test_large_print_follows_the_patients_need(desk: Desk) -> None:
    patient = replace(add_visitor(desk), needs=("Large print letters",))
    with desk.db.atomic():
        patients.update(desk.db, patient)
    step = registration.begin(desk, patient.patient_id, "outpatient")
    large = paper.print_pre_attendance(desk, step.ref)
    _, ref = begun(desk)
    assert len(large.pdf) > len(paper.print_pre_attendance(desk, ref).pdf)
    assert text(paper.print_pre_attendance(desk, ref, large_print=True).pdf).count("Page") > 10


def test_what_is_keyed_is_what_was_answered(desk: Desk) -> None:
    case, ref = begun(desk)
    code = paper.print_pre_attendance(desk, ref).code
    told = said(
        s1_residence_12m="abroad",
        s1_countries_12m=("NG",),
        s1_document="none",
        s2_purpose="holiday",
    )
    kept = keying.key_back(desk, code, filled(desk, told), signed=SIGNED)
    stored = answers_of(desk, case)
    assert {name: stored[name] for name in told} == told
    assert (kept.kept, kept.late, kept.ref) == (4, False, ref)
    assert kept.words.startswith("4 answers kept, ")
    assert set(stored) == set(told)


def test_a_keyed_answer_says_that_it_came_from_paper_and_when(desk: Desk) -> None:
    case, ref = begun(desk)
    code = paper.print_pre_attendance(desk, ref).code
    in_days(desk, 2)
    keying.key_back(
        desk, code, filled(desk, said(s1_document="none")), received_on="10/3/26", signed=SIGNED
    )
    with seated(desk, "officer"):
        (line,) = (
            one for one in review.open_case(desk, case).answers if one.label == "Card or form"
        )
    assert line.who == "J. Patel, from a paper form received 10-Mar-2026"
    (back,) = forms.returns_of(desk.db, case)
    assert back.signed == {"name": "Ada Okafor", "on": "2026-03-09", "relation": ""}


def test_h14_a_form_keyed_after_the_day_of_care_is_marked_late(desk: Desk) -> None:
    case, ref = begun(desk)
    code = paper.print_pre_attendance(desk, ref).code
    in_days(desk, 1)
    assert keying.key_back(desk, code, filled(desk, said(s1_document="none"))).late
    with seated(desk, "officer"):
        words = [event.words for event in review.open_case(desk, case).timeline]
    assert "Paper form keyed in late, after the day of care" in words


def test_h14_a_form_printed_before_there_was_a_case_is_tied_to_one_when_keyed(desk: Desk) -> None:
    blank = paper.print_blank(desk)
    assert blank.ref == ""
    with pytest.raises(Known, match="printed blank"):
        keying.key_back(desk, blank.code, {})
    assert open_forms.open_form(desk, blank.code).patient is None
    case, ref = begun(desk)
    told = said(s1_residence_12m="uk_all")
    keying.key_back(desk, blank.code, filled(desk, told), ref=ref)
    assert answers_of(desk, case)["s1_residence_12m"] == told["s1_residence_12m"]
    assert open_forms.open_form(desk, blank.code).ref == ref
    _, other = begun(desk)
    with pytest.raises(Known, match=f"belongs to {ref}"):
        keying.key_back(desk, blank.code, {}, ref=other)


def test_all_of_it_is_kept_or_none(desk: Desk) -> None:
    case, ref = begun(desk)
    code = paper.print_pre_attendance(desk, ref).code
    keyed = filled(desk, said(s1_residence_12m="abroad", s1_document="none"))
    keyed |= {number(desk, "s1_document"): "12", number(desk, "s2_arrived"): "31/2/26", "99": "1"}
    with pytest.raises(Problems) as refused:
        keying.key_back(desk, code, keyed, received_on="1/1/30")
    fields = [one.field for one in refused.value.problems]
    assert fields == ["99", number(desk, "s2_arrived"), number(desk, "s1_document"), "received_on"]
    assert answers_of(desk, case) == {}
    assert forms.returns_of(desk.db, case) == ()


def test_a_blank_takes_nothing_away_that_is_known(desk: Desk) -> None:
    case, ref = begun(desk)
    registration.answer(desk, case, "s1_residence_12m", "uk_part")
    code = paper.print_pre_attendance(desk, ref).code
    before = open_forms.open_form(desk, code)
    assert [one.answered for one in before.lines if one.answered] == [
        "Partly in the UK, partly elsewhere"
    ]
    keying.key_back(desk, code, {})
    assert answers_of(desk, case)["s1_residence_12m"].value == "uk_part"


def test_h6_a_blank_is_no_answer_and_leaves_a_free_care_prompt_to_be_put(desk: Desk) -> None:
    case, ref = begun(desk)
    code = paper.print_pre_attendance(desk, ref).code
    with seated(desk, "officer"):
        keying.key_back(desk, code, filled(desk, said(s2_purpose="work")))
        assert not [one.label for one in review.open_case(desk, case).prompts if one.shown]
    assert set(answers_of(desk, case)) == {"s2_purpose"}


def test_the_sensitive_part_is_the_teams_to_see_and_to_key(desk: Desk) -> None:
    case, ref = begun(desk)
    code = paper.print_pre_attendance(desk, ref).code
    private = number(desk, "s2_protection")
    line = open_forms.open_form(desk, code).lines[int(private) - 1]
    assert (line.private, line.answered, line.text, line.boxes) == (True, "", "Other grounds", ())
    with pytest.raises(Problems, match="overseas visitor team"):
        keying.key_back(desk, code, {private: "1"})
    by_clerk = keying.key_back(desk, code, filled(desk, said(s1_document="none")))
    assert by_clerk.for_the_team == (int(private),)
    assert "for the overseas visitor team to key" in by_clerk.words
    assert "s2_protection" not in answers_of(desk, case)
    later(desk)
    with seated(desk, "officer"):
        again = open_forms.open_form(desk, code)
        assert again.keyed_before == 1
        assert not again.lines[int(private) - 1].private
        keying.key_back(desk, code, {private: "1"})
    assert answers_of(desk, case)["s2_protection"].value == ("claimed_pending",)
    assert answers_of(desk, case)["s1_document"].value == "none"


def test_a_clerks_keying_never_replaces_what_an_officer_recorded(desk: Desk) -> None:
    case, ref = begun(desk)
    code = paper.print_pre_attendance(desk, ref).code
    with seated(desk, "officer"):
        review.answer(desk, case, "s2_purpose", "work")
    assert (
        open_forms.open_form(desk, code).lines[int(number(desk, "s2_purpose")) - 1].answered
        == "On record"
    )
    kept = keying.key_back(desk, code, filled(desk, said(s2_purpose="holiday")))
    assert answers_of(desk, case)["s2_purpose"].value == "work"
    assert kept.notes == (int(number(desk, "s2_purpose")),)
    assert (kept.kept, kept.words.count("1 kept as a note")) == (0, 1)
    (back,) = forms.returns_of(desk.db, case)
    assert back.notes[0]["text"] == "On holiday"
    with seated(desk, "officer"):
        keying.key_back(desk, code, filled(desk, said(s2_purpose="holiday")))
    assert answers_of(desk, case)["s2_purpose"].value == "holiday"


def test_what_is_no_question_is_kept_with_the_form_as_written(desk: Desk) -> None:
    case, ref = begun(desk)
    code = paper.print_pre_attendance(desk, ref).code
    gp = number(desk, "gp_name_and_address")
    kept = keying.key_back(desk, code, {gp: "Dr Shah, 2 High Street"})
    assert kept.notes == (int(gp),)
    (back,) = forms.returns_of(desk.db, case)
    assert back.notes[0]["text"] == "Dr Shah, 2 High Street"
    assert back.keyed == {gp: "Dr Shah, 2 High Street"}


def test_h4_somebody_elses_form_is_seen_by_birthday_or_nhs_number(desk: Desk) -> None:
    patient = replace(add_visitor(desk), nhs_number=NHSNumber.parse("9993177423"))
    with desk.db.atomic():
        patients.update(desk.db, patient)
    ref = registration.begin(desk, patient.patient_id, "outpatient").ref
    code = paper.print_pre_attendance(desk, ref).code
    born, nhs = number(desk, "s2_dob"), number(desk, "nhs_number")
    with pytest.raises(Problems) as refused:
        keying.key_back(desk, code, {born: "3/3/90", nhs: "999 123 4560"})
    assert [one.field for one in refused.value.problems] == [born, nhs]
    assert "Check whose form this is" in refused.value.problems[0].message
    with pytest.raises(Problems, match="as 10 digits"):
        keying.key_back(desk, code, {nhs: "12"})
    kept = keying.key_back(desk, code, {born: "2/3/90", nhs: "999 317 7423"})
    assert kept.kept == 1


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"trust": "RXX"}, "another_trust"),
        ({"form_id": "D07-1"}, "another_desk"),
        ({"form_id": "D01-99"}, "unknown_form"),
        ({"ref": "R-9"}, "unknown_form"),
        ({"kind": FormKind.CLINICIAN}, "unknown_form"),
    ],
)
def test_a_code_that_is_not_of_a_form_printed_here_gets_one_sentence(
    desk: Desk, change: dict[str, object], code: str
) -> None:
    _, ref = begun(desk)
    printed = read_code(paper.print_pre_attendance(desk, ref).code)
    wrong = str(replace(printed, **change))  # type: ignore[arg-type]
    with pytest.raises(Known) as refused:
        open_forms.open_form(desk, wrong)
    assert refused.value.code == code
    assert refused.value.message.endswith(".")


def test_each_kind_of_form_is_opened_by_those_it_is_for(desk: Desk) -> None:
    _, ref = begun(desk)
    patients_own = paper.print_pre_attendance(desk, ref).code
    with seated(desk, "officer"):
        clinicians = paper.print_clinician(desk, ref).code
        with pytest.raises(Known, match="clinician’s form"):
            open_forms.open_form(desk, clinicians)
        with pytest.raises(Known, match="patient’s form"):
            open_forms.open_clinical_form(desk, patients_own)
    with pytest.raises(NotAllowed):
        open_forms.open_clinical_form(desk, clinicians)


def _with_less(shelves: dict[str, Any]) -> None:
    """Another version of the law: two questions are no longer asked, one has lost an option."""
    gone = ("s2_stay", "s2_names")
    shelf = shelves["questions/stage_2"]
    shelf["question"] = [one for one in shelf["question"] if one["id"] not in gone]
    for section in shelves["questions/forms"]["pre_attendance_form"]["section"]:
        section["from"] = [one for one in section.get("from", ()) if one not in gone]
    for question in shelf["question"]:
        if question["id"] == "s2_purpose":
            question["options"] = question["options"][:-1]


def test_an_old_form_is_keyed_under_the_questions_it_was_printed_with(desk: Desk) -> None:
    case, ref = begun(desk)
    code = paper.print_pre_attendance(desk, ref).code
    told = said(s2_stay="Three weeks", s2_purpose="other", s1_document="none", s2_uk_pension="no")
    keyed = filled(desk, told)
    stay, purpose = number(desk, "s2_stay"), number(desk, "s2_purpose")
    before = len(items(desk))
    desk.pack = read_pack(PackKey().signed(edited_pack("2026.12.1", _with_less)))
    assert len(items(desk)) == before - 2
    assert number(desk, "s2_dob") == "1"  # as a form printed today would have it
    shown = open_forms.open_form(desk, code)
    assert shown.is_old
    assert [one.number for one in shown.lines if one.gone] == [1, int(stay)]
    kept = keying.key_back(desk, code, keyed)
    assert set(kept.notes) == {int(stay), int(purpose)}
    stored = answers_of(desk, case)
    assert (stored["s1_document"].value, stored["s2_uk_pension"].value) == ("none", "no")
    (back,) = forms.returns_of(desk.db, case)
    assert {one["text"] for one in back.notes} == {"Three weeks", "Another reason"}


def test_opening_answers_from_paper_route_a_finished_case_anew(desk: Desk) -> None:
    case, ref = begun(desk)
    registration.answer(desk, case, "s1_residence_12m", "uk_all")
    registration.answer(desk, case, "s1_document", "none")
    registration.answer(desk, case, "s1_existing_banner", "no")
    assert registration.finish(desk, case).outcome is not None
    assert registrations.get(desk.db, case).category == "A"
    code = paper.print_pre_attendance(desk, ref).code
    later(desk)
    keying.key_back(desk, code, filled(desk, said(s1_residence_12m="abroad")))
    now = registrations.get(desk.db, case)
    assert (now.state, now.category, now.review) == ("finished", "P", "waiting")


def test_a_patient_who_could_not_be_asked_stays_one_to_ask_until_the_form_answers_all(
    desk: Desk,
) -> None:
    case, ref = begun(desk)
    registration.could_not_ask(desk, case, "unconscious")
    code = paper.print_pre_attendance(desk, ref).code
    later(desk)
    keying.key_back(desk, code, filled(desk, said(s1_residence_12m="uk_all")))
    assert registrations.get(desk.db, case).could_not_ask == "unconscious"
    registration.resume(desk, case)
    registration.answer(desk, case, "s1_existing_banner", "no")
    registration.could_not_ask(desk, case, "unconscious")
    later(desk)
    keying.key_back(desk, code, filled(desk, said(s1_document="none")))
    now = registrations.get(desk.db, case)
    assert (now.could_not_ask, now.category, now.outcome) == ("", "A", "no_follow_up")


def test_h5_a_form_that_takes_a_charge_away_reopens_the_case(desk: Desk) -> None:
    case = chargeable(desk)
    decide(desk, case)
    ref = registrations.get(desk.db, case).ref
    with seated(desk, "officer"):
        code = paper.print_pre_attendance(desk, ref).code
        keying.key_back(
            desk,
            code,
            filled(
                desk,
                said(
                    s2_british_or_irish="british",
                    s2_purpose="live_here",
                    s2_protection=("claimed_pending",),
                ),
            ),
        )
    assert registrations.get(desk.db, case).review == "waiting"


# The clinician's form


def _clinical(desk: Desk, case: str) -> str:
    with seated(desk, "officer"):
        return paper.print_clinician(desk, registrations.get(desk.db, case).ref).code


def _standing(desk: Desk, case: str) -> tuple[Urgency, bool]:
    found = standing_of(desk, registrations.get(desk.db, case), answers_of(desk, case))
    return found.urgency, found.review_needed


def test_h3_an_officer_transcribes_a_signed_form_whose_copy_is_kept(desk: Desk) -> None:
    case = visitor(desk)
    code = _clinical(desk, case)
    later(desk)
    keyed = {"1": "3", "2": "1", number(desk, "s2_c_arose", FormKind.CLINICIAN): "2"}
    with seated(desk, "officer"):
        with pytest.raises(BadInput, match="Attach a copy of the signed form"):
            keying.key_clinical_form(desk, code, keyed, signed=DOCTOR)
        with pytest.raises(BadInput, match="as signed on the form"):
            keying.key_clinical_form(
                desk, code, keyed, signed=replace(DOCTOR, name=""), signed_form=SIGNED_COPY
            )
        with pytest.raises(Problems, match="day the clinician signed"):
            keying.key_clinical_form(
                desk, code, keyed, signed=replace(DOCTOR, on=""), signed_form=SIGNED_COPY
            )
        with pytest.raises(Problems, match="signed for a day ahead"):
            keying.key_clinical_form(
                desk, code, keyed, signed=replace(DOCTOR, on="10/3/2026"), signed_form=SIGNED_COPY
            )
        assert forms.returns_of(desk.db, case) == ()
        kept = keying.key_clinical_form(desk, code, keyed, signed=DOCTOR, signed_form=SIGNED_COPY)
    assert kept.kept == 3
    assert _standing(desk, case) == (Urgency.NON_URGENT, False)
    stored = answers_of(desk, case)
    assert stored["s2_c_condition"].value == "none"
    assert stored["s2_c_arose"].value == "no"
    assert "s2_c_necessary" not in stored  # blank is no answer of a clinician


def test_h3_a_clinician_keys_their_own_form_under_their_own_name(desk: Desk) -> None:
    case = visitor(desk)
    code = _clinical(desk, case)
    with seated(desk, "clinician"):
        keying.key_clinical_form(desk, code, {"1": "1"}, signed=Signature(on="today"))
    assert _standing(desk, case)[0] is Urgency.IMMEDIATELY_NECESSARY


def test_a_form_that_leaves_the_urgency_open_or_says_two_things_goes_back(desk: Desk) -> None:
    case = visitor(desk)
    code = _clinical(desk, case)
    with seated(desk, "clinician"):
        with pytest.raises(Problems, match="how urgent the care is"):
            keying.key_clinical_form(desk, code, {"2": "1"}, signed=DOCTOR)
        with pytest.raises(Problems, match="None of these"):
            keying.key_clinical_form(desk, code, {"1": "2", "2": "1", "3": "2"}, signed=DOCTOR)
    assert _standing(desk, case)[0] is Urgency.NOT_ASSESSED


def test_h2_a_leaving_date_changed_since_the_form_was_printed_asks_the_clinician_again(
    desk: Desk,
) -> None:
    case = visitor(desk)
    code = _clinical(desk, case)
    later(desk)
    with seated(desk, "officer"):
        review.set_leaving_date(desk, case, "+6m")
    later(desk)
    with seated(desk, "officer"):
        keying.key_clinical_form(desk, code, {"1": "3"}, signed=DOCTOR, signed_form=SIGNED_COPY)
    assert _standing(desk, case) == (Urgency.NOT_ASSESSED, True)


def test_h2_the_leaving_date_stands_on_the_form(desk: Desk) -> None:
    case = visitor(desk)
    ref = registrations.get(desk.db, case).ref
    with seated(desk, "officer"):
        assert "30 March 2026" in text(paper.print_clinician(desk, ref).pdf)
        review.set_leaving_date(desk, case, "unknown")
        assert "Not known: answer as for care that cannot wait" in text(
            paper.print_clinician(desk, ref).pdf
        )


def test_h6_maternity_is_ticked_on_the_form_already(desk: Desk) -> None:
    case = visitor(desk, booking="maternity")
    with seated(desk, "officer"):
        printed = paper.print_clinician(desk, registrations.get(desk.db, case).ref)
    assert "always immediately necessary. The box is ticked already." in text(printed.pdf)


def test_the_paper_of_a_clinician_is_the_form_on_screen(desk: Desk) -> None:
    on_paper, on_screen = visitor(desk), visitor(desk, family_name="Other")
    code = _clinical(desk, on_paper)
    form(desk, on_screen)
    keyed = {"1": "3", "2": "1"} | filled(
        desk, said(s2_c_arose="no", s2_c_necessary="no"), FormKind.CLINICIAN
    )
    with seated(desk, "clinician"):
        keying.key_clinical_form(desk, code, keyed, signed=DOCTOR)
    assert answers_of(desk, on_paper) == answers_of(desk, on_screen)
    assert find_out(desk, on_paper) == find_out(desk, on_screen)
