"""The officer's queue through its services: order, filters, own views, bulk acts, letters."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from app.access.roles import Act
from app.billing.debt.terms import HoldKind
from app.casework import flags
from app.casework.letter_kinds import LetterKind
from app.core.errors import BadInput, Known, NotFound
from app.core.nhs_number import NHSNumber
from app.core.people import Address
from app.services import (
    holding,
    letter_register,
    letters,
    merging,
    queue_acts,
    queue_filters,
    queue_letters,
    registration,
    review,
    stays,
)
from app.services.desk import SERVICES, Desk
from app.services.queue import (
    DECIDED,
    PRIVATE,
    VIEWS,
    Wanted,
    beside,
    page,
    queue,
    queue_counts,
    standing,
    total,
)
from app.store import meta, patients, registrations, snoozes, users
from tests.desks import add_visitor
from tests.services.work import (
    answer,
    chargeable,
    decide,
    estimate,
    form,
    interview,
    invoiced,
    later,
    seated,
    visitor,
)


@pytest.fixture
def officer(desk: Desk) -> Iterator[Desk]:
    with seated(desk, "officer"):
        yield desk


def refs(desk: Desk, wanted: Wanted | None = None) -> list[str]:
    return [row.ref for row in page(desk, wanted or Wanted())]


def who(desk: Desk, name: str) -> str:
    return users.by_name(desk.db, name).user_id


def test_ux_3_protection_comes_first_then_who_leaves_first(officer: Desk) -> None:
    answered, leaves_later, leaves_first = (visitor(officer) for _ in range(3))
    interview(officer, answered)
    review.set_leaving_date(officer, answered, "+1d")
    review.set_leaving_date(officer, leaves_later, "+9d")
    review.set_leaving_date(officer, leaves_first, "+2d")
    shown = page(officer, Wanted())
    assert [row.registration_id for row in shown] == [leaves_first, leaves_later, answered]
    assert shown[0].because == (
        "Questions of protection still to ask; Urgency form missing; Treatment is soon; "
        "Leaves on 11-Mar-2026"
    )
    assert shown[2].because.startswith("Urgency form missing; Treatment is soon")


def test_h5_what_a_case_would_cost_never_moves_it(officer: Desk) -> None:
    cheap, dear = chargeable(officer), chargeable(officer)
    before = refs(officer)
    decide(officer, dear)
    estimate(officer, dear)
    with officer.db.atomic():
        registrations.set_review(officer.db, dear, "waiting")
    assert refs(officer) == before
    assert page(officer, Wanted())[0].registration_id == cheap
    columns = {row["name"] for row in officer.db.rows("PRAGMA table_info(queue_cases)")}
    assert not {name for name in columns if "total" in name or "price" in name or "pence" in name}


def test_a_discharge_known_ranks_as_a_leaving_does(officer: Desk) -> None:
    one, two = visitor(officer), visitor(officer)
    for case in (one, two):
        review.set_leaving_date(officer, case, "+20d")
    stays.set_stay(officer, two, first="today", last="+1d")
    assert page(officer, Wanted())[0].registration_id == two


def test_a_changed_leaving_date_asks_for_the_urgency_form_again(officer: Desk) -> None:
    case = visitor(officer)
    review.set_leaving_date(officer, case, "+20d")
    form(officer, case)
    assert queue_counts(officer)["urgency_missing"] == 0
    later(officer)
    review.set_leaving_date(officer, case, "+60d")
    assert queue_counts(officer)["urgency_missing"] == 1


def test_an_older_store_is_worked_through_bit_by_bit(
    officer: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for case in [visitor(officer) for _ in range(3)]:
        interview(officer, case)
    with officer.db.atomic():
        officer.db.execute("DELETE FROM queue_facts")
        meta.put(officer.db, "queue_prompts", "")
    monkeypatch.setattr("app.services.queue_place._AT_ONCE", 2)

    def unasked() -> int:
        rows = page(officer, Wanted())
        return sum("Questions of protection" in row.because for row in rows)

    assert [unasked(), unasked(), unasked()] == [1, 0, 0]


def test_filters_are_offered_in_words_and_narrow_any_view(officer: Desk) -> None:
    adult = visitor(officer, born_years_ago=40)
    child = visitor(officer, born_years_ago=8, booking="maternity")
    queue_acts.assign(officer, [child], who(officer, "senior"))
    offered = {one.name: dict(one.choices) for one in queue_filters.filters(officer)}
    assert offered["age"] == {"adult": "adults", "child": "children"}
    assert offered["service"]["maternity"] == "Maternity"
    assert offered["assigned"]["me"] == "me"
    found = {
        (name, value): [
            row.registration_id for row in page(officer, Wanted(filters=((name, value),)))
        ]
        for name, value in (
            ("age", "adult"),
            ("age", "child"),
            ("assigned", "nobody"),
            ("assigned", "me"),
            ("service", "maternity"),
            ("site", "R1H"),
            ("late", "yes"),
            ("snoozed", "yes"),
        )
    }
    assert found[("age", "adult")] == found[("assigned", "nobody")] == [adult]
    assert found[("age", "child")] == found[("service", "maternity")] == [child]
    assert len(found[("site", "R1H")]) == 2
    assert found[("late", "yes")] == found[("snoozed", "yes")] == found[("assigned", "me")] == []
    later(officer, minutes=60 * 24 * 3)
    assert total(officer, Wanted(filters=(("late", "yes"),))) == 2
    narrowed = Wanted(view="due", filters=(("late", "yes"), ("age", "child")))
    assert total(officer, narrowed) == 1


@pytest.mark.parametrize(
    "filters", [(("colour", "red"),), (("site", "A"), ("site", "B")), (("age", "any"),)]
)
def test_a_filter_there_is_not_is_refused(
    officer: Desk, filters: tuple[tuple[str, str], ...]
) -> None:
    with pytest.raises(BadInput):
        page(officer, Wanted(filters=filters))


@pytest.mark.parametrize(
    "text",
    [
        "999 000 0018",
        "+44 7700 900123",
        "nguyen 2/3/1990",
        "2 Mar 1990 nguyen",
        "hoa nguyen",
        "nguyn",
        "h 000 77",
    ],
)
@pytest.mark.parametrize("decided", [False, True])
def test_the_search_finds_the_case_of_whoever_rings_back(
    officer: Desk, text: str, decided: bool
) -> None:
    case = visitor(officer, family_name="Nguyễn", given_names="Thị Hoa")
    other = visitor(officer)
    patient = patients.get(officer.db, registrations.get(officer.db, case).patient_id)
    number = NHSNumber("9990000018")
    known = replace(patient, nhs_number=number, phone="07700 900123", hospital_number="H00077")
    with officer.db.atomic():
        patients.update(officer.db, known)
        for one in (case, other) if decided else ():
            registrations.set_review(officer.db, one, "decided")
    assert refs(officer, Wanted(search=text)) == ["R-1001"]
    assert total(officer, Wanted(search=text)) == 1
    assert refs(officer, Wanted(search="07700")) == [], "half a number finds nobody here"


def test_the_search_finds_a_reference_and_a_folded_name(officer: Desk) -> None:
    visitor(officer, family_name="Nguyễn", given_names="Thị Hoa")
    visitor(officer, family_name="Okafor")
    assert refs(officer, Wanted(search="nguyen")) == refs(officer, Wanted(search="R-1001"))
    assert refs(officer, Wanted(search="  Hoa ")) == ["R-1001"]
    assert refs(officer, Wanted(search="nobody")) == []
    assert total(officer, Wanted(search="nguyen")) == 1
    assert refs(officer, Wanted(view="diary", search="nguyen")) == []
    assert total(officer, Wanted(view="diary", search="nguyen")) == 0


def test_own_views_are_saved_renamed_and_deleted_by_their_owner_alone(officer: Desk) -> None:
    wanted = Wanted(view="due", filters=(("assigned", "me"),), sort="due", search="oka")
    kept = queue_filters.save_view(officer, " My  late ones ", wanted)
    assert kept.name == "My late ones"
    assert queue_filters.own_views(officer) == (replace(kept, wanted=replace(wanted, search="")),)
    with pytest.raises(Known, match="You have a view called my late ones"):
        queue_filters.save_view(officer, "my late ones", wanted)
    with pytest.raises(Known, match="There is a view called due"):
        queue_filters.save_view(officer, "due", wanted)
    with pytest.raises(BadInput, match="Give the view a name"):
        queue_filters.save_view(officer, " ", wanted)
    other = queue_filters.save_view(officer, "Other", Wanted())
    with pytest.raises(Known, match="You have a view called OTHER"):
        queue_filters.rename_view(officer, kept.view_id, "OTHER")
    queue_filters.rename_view(officer, other.view_id, "Others")
    with seated(officer, "senior"):
        assert queue_filters.own_views(officer) == ()
        with pytest.raises(NotFound):
            queue_filters.delete_view(officer, kept.view_id)
    queue_filters.delete_view(officer, kept.view_id)
    assert [one.name for one in queue_filters.own_views(officer)] == ["Others"]


def test_nobody_has_more_views_than_can_be_looked_through(
    officer: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue_filters, "MOST_VIEWS", 1)
    queue_filters.save_view(officer, "One", Wanted())
    with pytest.raises(Known, match="Delete one first"):
        queue_filters.save_view(officer, "Two", Wanted())


def test_cases_are_given_to_anyone_who_decides_and_taken_back(officer: Desk) -> None:
    one, two = visitor(officer), visitor(officer)
    queue_acts.assign(officer, [two], who(officer, "officer"))
    assert [name for _, name in queue_acts.assignees(officer)] == ["M. Adeyemi", "S. Byrne"]
    done = queue_acts.assign(officer, [one, two], who(officer, "senior"))
    assert done.to == "S. Byrne"
    assert {row.who for row in queue(officer)} == {"S. Byrne"}
    queue_acts.take_back_assigning(officer, done)
    assert {row.registration_id: row.who for row in queue(officer)} == {one: "", two: "Me"}
    with pytest.raises(BadInput, match="overseas visitor team"):
        queue_acts.assign(officer, [one], who(officer, "finance"))
    with pytest.raises(NotFound):
        queue_acts.assign(officer, [one, "no-such"], who(officer, "senior"))
    assert {row.registration_id: row.who for row in queue(officer)}[one] == ""


def test_ux_5_undo_leaves_a_case_that_somebody_gave_to_another_since(officer: Desk) -> None:
    one, two = visitor(officer), visitor(officer)
    done = queue_acts.assign(officer, [one, two], who(officer, "senior"))
    queue_acts.assign(officer, [two], who(officer, "officer"))
    queue_acts.take_back_assigning(officer, done)
    assert {row.registration_id: row.who for row in queue(officer)} == {one: "", two: "Me"}


def test_a_case_put_away_comes_back_by_itself(officer: Desk) -> None:
    one, two = visitor(officer), visitor(officer)
    for case in (one, two):
        interview(officer, case)
    done = queue_acts.snooze(officer, [one], until="+3d", reason="Letter sent")
    assert (done.done, done.not_done) == ((one,), ())
    assert [row.registration_id for row in queue(officer)] == [two]
    (away,) = page(officer, Wanted(filters=(("snoozed", "yes"),)))
    assert away.snoozed_until == officer.today + timedelta(days=3)
    assert queue_counts(officer)["snoozed"] == 1
    later(officer, minutes=60 * 24 * 3)
    assert {row.registration_id for row in queue(officer)} == {one, two}
    (kept,) = snoozes.of(officer.db, one)
    assert (kept.reason, kept.snoozed_by) == ("Letter sent", officer.person.user_id)


def test_a_snooze_is_taken_back_and_asks_for_a_day_and_a_reason(officer: Desk) -> None:
    one = visitor(officer)
    queue_acts.snooze(officer, [one], until="+1d", reason="Letter sent")
    queue_acts.wake(officer, [one])
    assert len(queue(officer)) == 1
    for until, reason, said in (
        ("today", "Letter sent", "from tomorrow to"),
        ("+40d", "Letter sent", "from tomorrow to"),
        ("soon", "Letter sent", "Enter a date"),
        ("+1d", " ", "Say in a few words"),
    ):
        with pytest.raises(BadInput, match=said):
            queue_acts.snooze(officer, [one], until=until, reason=reason)


def test_a_decided_case_is_found_again_by_its_reference_and_by_its_patients_name(
    officer: Desk,
) -> None:
    one = chargeable(officer, family_name="Al Masri", given_names="Huda")
    waits = visitor(officer, family_name="Balewa")
    (ref,) = [row.ref for row in queue(officer) if row.registration_id == one]
    decide(officer, one)
    with officer.db.atomic():
        registrations.set_review(officer.db, one, "decided")
    assert one not in {row.registration_id for row in queue(officer)}
    for words in (ref, ref.lower(), ref.removeprefix("R-"), "al masri", "Al-Masri, Hu", "AL MAS"):
        wanted = Wanted(view="due", search=words)
        (found,) = page(officer, wanted)
        assert (found.registration_id, found.ref, found.reason) == (one, ref, DECIDED)
        assert total(officer, wanted) == 1
        assert page(officer, wanted, first=1) == ()
        assert standing(officer, wanted, one) is None
    # Where somebody who waits answers, the queue stays the queue; filters narrow what waits.
    assert [row.registration_id for row in page(officer, Wanted(search="bal"))] == [waits]
    for nobody in ("masri huda x", "l masri", "R-999", "R-1" + "0" * 40, "%", "-", "'"):
        assert page(officer, Wanted(search=nobody)) == ()
        assert total(officer, Wanted(search=nobody)) == 0
    assert page(officer, Wanted(search=ref, filters=(("assigned", "nobody"),))) == ()


def test_a_decided_case_of_a_joined_record_is_found_by_the_name_it_is_read_under(
    officer: Desk,
) -> None:
    one = chargeable(officer, family_name="Okafor", given_names="Ada")
    other = chargeable(officer, family_name="Nwosu", given_names="Ada")
    for case in (one, other):
        decide(officer, case)
        with officer.db.atomic():
            registrations.set_review(officer.db, case, "decided")
    people = [registrations.get(officer.db, case).patient_id for case in (one, other)]
    merging.merge(officer, people[0], into=people[1], reason="Saw the passport.")
    assert page(officer, Wanted(search="okafor")) == ()
    assert {row.registration_id for row in page(officer, Wanted(search="nwosu"))} == {one, other}


def test_h8_a_late_question_of_protection_is_never_put_away(officer: Desk) -> None:
    unasked, asked, gone = visitor(officer), visitor(officer), chargeable(officer)
    interview(officer, asked)
    decide(officer, gone)
    put = queue_acts.snooze(officer, [unasked], until="+20d", reason="Waits for a card")
    assert put.done == (unasked,)
    later(officer, minutes=60 * 24 * 4)
    assert unasked in {row.registration_id for row in queue(officer)}
    done = queue_acts.snooze(officer, [unasked, asked, gone], until="+2d", reason="Away")
    assert done.done == (asked,)
    assert [(one.ref, one.why) for one in done.not_done] == [
        ("R-1001", "It is late, and the questions of protection are still to ask."),
        ("R-1003", "It waits for nobody any more."),
    ]


def test_ux_3_there_is_no_bulk_decision() -> None:
    several = ("registration_ids", "cases", "ids")
    only_told = {"app.services.travel_state.standings": Act.EXCHANGE}  # where records are; no act
    for name, act in SERVICES.items():
        module, _, function = name.rpartition(".")
        taken = inspect.signature(getattr(__import__(module, fromlist=[function]), function))
        if name in only_told:
            assert act is only_told[name]
        elif any(one in taken.parameters for one in several):
            assert module in ("app.services.queue_acts",), name
            assert act is Act.DECIDE_STATUS
    bulk = {name.rpartition(".")[2] for name in SERVICES if ".queue_acts." in name}
    assert bulk == {"assignees", "assign", "take_back_assigning", "snooze", "wake"}


def test_previous_and_next_outlast_the_case_itself(officer: Desk) -> None:
    one, two, three = (visitor(officer) for _ in range(3))
    here = standing(officer, Wanted(), two)
    assert here is not None
    with officer.db.atomic():
        registrations.set_review(officer.db, two, "decided")
    after, before = (beside(officer, Wanted(), here, after=way) for way in (True, False))
    assert (after and after.registration_id, before and before.registration_id) == (three, one)
    assert after is not None
    assert beside(officer, Wanted(), after, after=True) is None
    assert standing(officer, Wanted(), two) is None
    assert standing(officer, Wanted(view="diary"), three) is None


def test_a_document_is_asked_for_once_and_never_by_itself_where_it_must_not(
    officer: Desk,
) -> None:
    one, private, silent, dead, plain = (visitor(officer) for _ in range(5))
    answer(officer, one, "s2_british_or_irish", "british")
    answer(officer, private, "s2_protection", "refused_final")
    for case, change in (
        (silent, {"safe_contact": "do_not_post"}),
        (dead, {"died": officer.today}),
    ):
        patient = patients.get(officer.db, registrations.get(officer.db, case).patient_id)
        with officer.db.atomic():
            patients.update(officer.db, replace(patient, **change))
    written = queue_letters.ask_for_document(officer, one)
    assert [paper.pdf[:5] for paper in written.papers] == [b"%PDF-"]
    told = letter_register.told(officer, "R-1001")
    assert [row.kind for row in told] == [LetterKind.REQUEST_FOR_INFORMATION]
    assert [
        queue_letters.ask_for_document(officer, case).why_not
        for case in (one, private, silent, dead, plain)
    ] == [
        "Asked already on 09-Mar-2026. The answer may still come.",
        queue_letters.PRIVATE,
        "Nothing may be posted to this patient. Open the case, and hand it over.",
        "This patient has died. Write to whoever deals with the estate, from the case.",
        "Nothing is known to be missing. Open the case, and say what to ask for.",
    ]
    assert letter_register.told(officer, "R-1002") == ()


def test_no_letter_is_written_to_somebody_without_an_address_among_many(officer: Desk) -> None:
    case = visitor(officer)
    answer(officer, case, "s2_british_or_irish", "british")
    patient = patients.get(officer.db, registrations.get(officer.db, case).patient_id)
    with officer.db.atomic():
        patients.update(
            officer.db, replace(patient, address=Address(()), address_abroad=Address(()))
        )
    found = queue_letters.ask_for_document(officer, case)
    assert found.papers == ()
    assert found.why_not.startswith("No address is known.")
    assert letter_register.told(officer, "R-1001") == ()


def test_letters_not_gone_yet_are_printed_and_those_gone_are_not(officer: Desk) -> None:
    one = visitor(officer)
    assert queue_letters.letters_to_print(officer, one).why_not.startswith("No letter")
    answer(officer, one, "s2_british_or_irish", "british")
    letter = letters.write(officer, LetterKind.REQUEST_FOR_INFORMATION, "R-1001")
    letters.write(officer, LetterKind.ADVICE_REQUEST, "R-1001")  # goes to a clinician
    found = queue_letters.letters_to_print(officer, one)
    assert [(paper.file_id, paper.pdf) for paper in found.papers] == [(letter.file_id, letter.pdf)]
    letter_register.mark_sent(officer, "R-1001", letter.file_id, "posted")
    assert not queue_letters.letters_to_print(officer, one).papers


def test_h8_who_could_not_be_asked_for_a_private_reason_is_private_to_all_but_the_officer(
    officer: Desk,
) -> None:
    with seated(officer, "clerk"):
        ada = add_visitor(officer)
        case = registration.begin(officer, ada.patient_id, "outpatient").registration_id
        registration.could_not_ask(officer, case, "safeguarding")
    (row,) = page(officer, Wanted())
    assert row.reason == PRIVATE
    assert review.open_case(officer, case).not_asked == "Safeguarding"
    assert queue_letters.ask_for_document(officer, case).why_not == queue_letters.PRIVATE
    with seated(officer, "clerk"):
        registration.resume(officer, case)
        registration.could_not_ask(officer, case, "declined")
    (row,) = page(officer, Wanted())
    assert row.reason == PRIVATE, "what was private once stays so"


def test_h8_an_account_under_safeguarding_lets_no_letter_go_in_bulk(officer: Desk) -> None:
    case, issued = invoiced(officer)
    with seated(officer, "finance"):
        holding.place_hold(officer, issued.doc_no, HoldKind.SAFEGUARDING, "Team calls first.")
    found = queue_letters.ask_for_document(officer, case)
    assert found.why_not == (
        "It rests (contact by the team only). Open the case, and write from there."
    )


def test_letters_that_an_officer_lets_rest_stay_in_bulk_too(officer: Desk) -> None:
    one = visitor(officer)
    answer(officer, one, "s2_british_or_irish", "british")
    letters.write(officer, LetterKind.REQUEST_FOR_INFORMATION, "R-1001")
    kind = next(iter(officer.terms.rests))
    holding.rest_letters(officer, one, kind, "Her sister asked us to wait.")
    assert queue_letters.letters_to_print(officer, one).why_not.startswith("Its letters rest.")
    assert queue_letters.ask_for_document(officer, one).why_not.startswith("Its letters rest.")


def test_a_view_names_no_protected_ground(officer: Desk) -> None:
    one = visitor(officer)
    answer(officer, one, "s2_nrm", "positive_reasonable_grounds")
    for name, _ in VIEWS:
        for row in page(officer, Wanted(view=name)):
            assert row.reason == "Private, open to see"
            assert "slavery" not in row.because.lower()
    assert registrations.get(officer.db, one).flag_reason == flags.PRIVATE
