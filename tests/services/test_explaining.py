"""What the officer reads after choosing: facts, their evidence, what would change it (H12)."""

from __future__ import annotations

import re

import pytest

from app.casework.review import Choice
from app.services import explaining, review
from app.services.desk import Desk
from app.services.explaining import Explanation
from tests.desks import sign_in
from tests.services.work import answer, decide, form, interview, visitor

VARIABLE = re.compile(r"\b[a-z0-9]+_[a-z0-9_]+\b")


def explained(
    desk: Desk, case: str, choice: Choice = Choice.CHARGE, *, certified: bool = True
) -> Explanation:
    sign_in(desk, "officer")
    return review.choose(desk, case, choice, certified).explanation


@pytest.fixture
def case(desk: Desk) -> str:
    one = visitor(desk)
    form(desk, one)
    interview(desk, one)
    return one


def surcharge_paid(desk: Desk, case: str, last_day: str) -> None:
    sign_in(desk, "officer")
    answer(desk, case, "s2_permission", "visa_more_than_6_months")
    answer(desk, case, "s2_ihs", "paid")
    review.answer(desk, case, "s2_permission_dates", ("2025-09-01", last_day))


def test_h12_each_ground_names_its_clause_its_dates_and_whose_word_it_rests_on(
    desk: Desk, case: str
) -> None:
    surcharge_paid(desk, case, "2026-08-31")
    (ground,) = explained(desk, case).grounds
    assert ground.page == "rule:ihs_paid"
    assert ground.regulation == "SI 2015/238 reg 10(2)(a)"
    assert ground.dates == "In force since 6 April 2015"
    said = {rest.label: (rest.value, rest.source) for rest in ground.facts}
    assert said["Immigration health surcharge"][0] == "Paid"
    assert said["Permission ends"][0] == "31 August 2026"
    assert said["Permission ends"][1] == "M. Adeyemi, 09-Mar-2026"
    assert "Permission continues while an extension is decided" not in said
    assert ground.papers == "No document is relied on for this."


def test_h12_a_document_relied_on_stands_beside_the_ground_it_supports(
    desk: Desk, case: str
) -> None:
    surcharge_paid(desk, case, "2026-08-31")
    review.add_evidence(desk, case, type_code="ihs_reference")
    (ground,) = explained(desk, case).grounds
    assert ground.papers.startswith("Surcharge reference number")
    assert "seen 09-Mar-2026" in ground.papers


def test_h12_each_fact_names_the_papers_seen_that_speak_for_it(desk: Desk, case: str) -> None:
    surcharge_paid(desk, case, "2026-08-31")
    review.add_evidence(desk, case, type_code="ihs_reference")
    review.add_evidence(desk, case, type_code="evisa_share_code", relied_on=False)
    review.add_evidence(desk, case, type_code="passport")
    (ground,) = explained(desk, case).grounds
    papers = {rest.label: rest.papers for rest in ground.facts}
    assert papers["Immigration health surcharge"].startswith("Surcharge reference number")
    assert papers["Permission ends"] == ""


def test_h12_the_nearest_other_outcome_is_a_plain_sentence(desk: Desk, case: str) -> None:
    surcharge_paid(desk, case, "2026-02-28")
    assert explained(desk, case).nearest == (
        "If “Permission ends” were 9 March 2026, this care would be free: "
        "Immigration health surcharge paid."
    )


def test_other_care_another_illness_or_birthday_is_no_nearest_outcome(
    desk: Desk, case: str
) -> None:
    nearest = explained(desk, case).nearest
    assert nearest.startswith("If “")
    assert "Kind of care" not in nearest
    assert "Date of birth" not in nearest
    assert "infectious disease" not in nearest


def test_what_is_open_names_the_papers_of_which_any_one_would_do(desk: Desk) -> None:
    one = visitor(desk)
    form(desk, one)
    surcharge_paid(desk, one, "2026-08-31")
    found = explained(desk, one, certified=False)
    assert any("surcharge" in paper.label.lower() and paper.any_of for paper in found.papers)


def test_a_rule_that_is_not_confirmed_says_so_with_its_source(desk: Desk, case: str) -> None:
    sign_in(desk, "officer")
    answer(desk, case, "s2_protection", "claimed_pending")
    (doubt,) = explained(desk, case).unconfirmed
    assert doubt.startswith("Asylum application not yet finally decided: ")
    assert "https://" in doubt


def test_an_agreement_whose_scope_is_not_confirmed_says_so_with_its_source(
    desk: Desk, case: str
) -> None:
    sign_in(desk, "officer")
    answer(desk, case, "s2_country_of_residence", "AU")
    answer(desk, case, "s2_f_agreement_scope", "yes")
    (doubt,) = explained(desk, case).unconfirmed
    assert "UK-Australia reciprocal health agreement: residents of Australia" in doubt
    assert "https://www.legislation.gov.uk/uksi/2015/238/schedule/2" in doubt


def test_a_booking_the_record_and_what_follows_from_them_are_named_as_such(
    desk: Desk, case: str
) -> None:
    found = explained(desk, case)
    sources = {rest.source for ground in found.grounds for rest in ground.facts}
    assert "Worked out from: Lives in" in sources


def test_h12_the_reasons_of_a_case_are_told_only_once_it_is_decided(desk: Desk, case: str) -> None:
    sign_in(desk, "officer")
    assert explaining.why_decided(desk, case) is None
    found = explained(desk, case)
    decide(desk, case)
    sign_in(desk, "senior")
    assert explaining.why_decided(desk, case) == found


def test_no_word_of_the_explanation_is_a_variable_name(desk: Desk, case: str) -> None:
    for certified in (False, True):
        found = explained(desk, case, certified=certified)
        texts = [found.nearest, *found.settles, *found.unconfirmed]
        texts += [text for one in found.papers for text in (one.label, *one.any_of)]
        for ground in found.grounds:
            texts += [ground.words, ground.papers]
            texts += [part for rest in ground.facts for part in (rest.label, rest.value)]
        assert [text for text in texts if VARIABLE.search(text)] == []
