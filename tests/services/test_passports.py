"""A passport or card at the desk: what it fills, what it never fills, and who is known by it."""

from __future__ import annotations

from datetime import date

import pytest

from app.core.errors import BadInput, Known
from app.residency.questions import AnswerState
from app.services import card_capture, countries, particulars, passports
from app.services.answers import answers_of
from app.services.desk import Desk
from tests.desks import add_visitor
from tests.interop.mrz_written import digit
from tests.services.work import visitor

LINE_1 = "P<NGAOKAFOR<<ADA<NGOZI".ljust(44, "<")


def passport(
    *, number: str = "A01234567", nationality: str = "NGA", born: str = "900302", sex: str = "F"
) -> str:
    """Ada's passport, or one like it."""
    head = number + digit(number) + nationality.ljust(3, "<") + born + digit(born) + sex
    body = f"{head}300101{digit('300101')}" + "<" * 15
    return f"{LINE_1}\n{body}{digit(body[:10] + body[13:20] + body[21:])}"


def test_a_passport_fills_what_it_says_and_says_what_to_check(desk: Desk) -> None:
    found = passports.read_passport(desk, passport()).reading
    assert (found.family_name, found.given_names) == ("Okafor", "Ada Ngozi")
    assert (found.born, found.gender, found.nationality) == ("02-Mar-1990", "Female", "Nigeria")
    assert (found.kind, found.number, found.issuer) == ("passport", "A01234567", "NGA")
    assert found.remarks == (passports.CHECK_THE_PAGE,)


def test_a_failed_digit_fills_nothing(desk: Desk) -> None:
    with pytest.raises(Known, match="date of birth"):
        passports.read_passport(desk, passport().replace("900302", "900303"))


def test_the_document_finds_its_holder_next_time(desk: Desk) -> None:
    ada, other = add_visitor(desk), add_visitor(desk, family_name="Bello")
    scanned = passports.read_passport(desk, passport())
    assert scanned.known == ()
    passports.note_passport(desk, ada.patient_id, scanned.reading)
    assert [one.patient_id for one in passports.read_passport(desk, passport()).known] == [
        ada.patient_id
    ]
    elsewhere = passport().replace("P<NGA", "P<GHA")  # another state may give the same number
    assert passports.read_passport(desk, elsewhere).known == ()
    passports.note_passport(
        desk, other.patient_id, passports.read_passport(desk, elsewhere).reading
    )
    assert len(passports.read_passport(desk, elsewhere).known) == 1


@pytest.mark.parametrize(
    ("code", "name", "remark"),
    [
        ("D", "Germany", ""),
        ("GBO", "United Kingdom", "It says British overseas citizen."),
        ("XXA", "Stateless", "It says Stateless person. Ask."),
        ("XXB", "", "It says Refugee (1951 Convention). Ask."),
        ("UTO", "", "No country has the code UTO. Ask."),
    ],
)
def test_codes_of_passports_are_read_as_what_they_are(
    desk: Desk, code: str, name: str, remark: str
) -> None:
    found = passports.read_passport(desk, passport(nationality=code)).reading
    assert found.nationality == name
    assert (remark in found.remarks) is bool(remark)


def test_what_a_passport_does_not_say_is_left_empty(desk: Desk) -> None:
    found = passports.read_passport(desk, passport(born="90<<<<", sex="<")).reading
    assert (found.born, found.gender) == ("", "")
    assert any("only a part of the date of birth, 1990" in one for one in found.remarks)


def test_a_person_may_be_stateless(desk: Desk) -> None:
    here = visitor(desk)
    kept = particulars.save_particulars(desk, here, {"nationalities": "Stateless"})
    assert kept == {"nationalities": "Stateless"}
    answer = answers_of(desk, here)["s2_nationalities"]
    assert (answer.state, answer.value) == (AnswerState.ANSWERED, ())
    page = particulars.visitor_page(desk, here)
    assert {one.id: one.value for group in page.groups for one in group.fields}[
        "nationalities"
    ] == "Stateless"
    assert particulars.save_particulars(desk, here, {"nationalities": "Not known"}) == {
        "nationalities": "Not known"
    }


def test_the_number_typed_on_the_page_finds_the_patient_too(desk: Desk) -> None:
    here = visitor(desk)
    assert particulars.save_particulars(desk, here, {"passport": "A0 1234 567"}) == {
        "passport": "A01234567"
    }
    with pytest.raises(BadInput, match="whole number"):
        particulars.save_particulars(desk, here, {"passport": "A0"})


@pytest.mark.parametrize(
    ("typed", "code"),
    [("Dutch", "NL"), ("ci", "CI"), ("NGA", "NG"), ("Burma", "MM"), ("côte d'ivoire", "CI")],
)
def test_countries_by_name_code_or_demonym(desk: Desk, typed: str, code: str) -> None:
    assert countries.country_code(desk, typed, "country") == code


@pytest.mark.parametrize(
    ("typed", "says"),
    [("Congolese", "Congo or Congo"), ("Utopia", "no country “Utopia”"), ("", "no country")],
)
def test_what_is_no_one_country_says_what_to_do(desk: Desk, typed: str, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        countries.country_code(desk, typed, "country")


def test_a_card_answers_which_document_and_who_issued_it(desk: Desk) -> None:
    here = visitor(desk)
    found = card_capture.keep_card(
        desk, here, "ehic", {"state": "DE", "expires": "31/1/20", "family_name": "Meyer"}
    )
    assert (found.document, found.issuer) == ("ehic", "DE")
    said = {one.field: one.sentence for one in found.findings}
    assert "ran out" in said["expires"]
    assert "the record Okafor" in said["family_name"]
    known = answers_of(desk, here)
    assert (known["s2_doc_kind"].value, known["s2_doc_issuer"].value) == ("ehic", "DE")
    form = card_capture.card_form(desk, here)
    assert (form.type, form.values["expires"]) == ("ehic", date(2020, 1, 31).isoformat())


def test_a_uk_card_is_a_document_of_its_own(desk: Desk) -> None:
    here = visitor(desk)
    found = card_capture.keep_card(desk, here, "ehic", {"state": "GB"})
    assert found.document == "uk_ghic"
    assert any("proves nothing here by itself" in one.sentence for one in found.findings)


def test_what_no_field_can_hold_keeps_nothing(desk: Desk) -> None:
    here = visitor(desk)
    for kind, typed in (("ehic", {"expires": "soon"}), ("card", {}), ("ehic", {"state": "US"})):
        with pytest.raises(BadInput):
            card_capture.keep_card(desk, here, kind, typed)
    assert card_capture.card_form(desk, here).type == ""


def test_a_norwegian_passport_does_for_a_card(desk: Desk) -> None:
    here = visitor(desk)
    assert card_capture.passport_enough(desk, here) == ""
    particulars.save_particulars(desk, here, {"nationalities": "Norwegian, Nigerian"})
    assert card_capture.passport_enough(desk, here) == "Norway"
