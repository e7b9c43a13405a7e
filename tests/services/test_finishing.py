"""The finish of the visitor branch: notice, form and signature are kept, and hold nobody up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.core.errors import BadInput
from app.core.people import Patient
from app.services import finishing, registration
from app.services.desk import Desk
from app.services.finishing import MOST_POINTS, Handover, Signed, Signing
from app.services.registration import Place
from app.store import desk_finish, patients
from tests.desks import add_visitor, register_visitor


@pytest.fixture
def one(desk: Desk) -> str:
    return registration.begin(desk, add_visitor(desk).patient_id, "outpatient").registration_id


TYPED = Signed(how=Signing.TYPED, name="Ada Okafor", witness="J. Patel")


def test_h8_that_the_notice_was_given_is_kept_with_its_version(desk: Desk, one: str) -> None:
    assert finishing.finish_page(desk, one).given_at == ""
    page = finishing.give_notice(desk, one)
    assert (page.given_version, page.given_at) == (desk.desk_terms.notice.version, "09:00")
    kept = desk_finish.of(desk.db, one)[desk_finish.NOTICE]
    assert kept.done_by == desk.person.user_id


def test_the_same_notice_is_recorded_once_and_a_newer_one_again(desk: Desk, one: str) -> None:
    finishing.give_notice(desk, one)
    finishing.give_notice(desk, one)
    assert _rows(desk) == 1
    desk.desk_terms = replace(desk.desk_terms, notice=replace(desk.desk_terms.notice, version="z"))
    finishing.give_notice(desk, one)
    assert _rows(desk) == 2


def test_signing_needs_no_dragging(desk: Desk, one: str) -> None:
    page = finishing.sign(desk, one, TYPED)
    assert (page.signed, page.signed_by) == (Signing.TYPED, "Ada Okafor")
    kept = desk_finish.of(desk.db, one)[desk_finish.SIGNATURE].detail
    assert kept["witness"] == "J. Patel"
    assert "as far as I know" in " ".join(kept["declaration"])
    assert kept["rules_version"] == desk.law.pack.standing.rules_version


def test_a_drawn_signature_keeps_its_strokes(desk: Desk, one: str) -> None:
    drawn = Signed(how=Signing.DRAWN, name="Ada Okafor", strokes=(((1, 2), (3, 4)),))
    finishing.sign(desk, one, drawn)
    kept = desk_finish.of(desk.db, one)[desk_finish.SIGNATURE].detail
    assert kept["strokes"] == [[[1, 2], [3, 4]]]


def test_the_last_signature_stands(desk: Desk, one: str) -> None:
    finishing.sign(desk, one, TYPED)
    page = finishing.sign(desk, one, replace(TYPED, how=Signing.ON_PAPER, name="Bola Okafor"))
    assert (page.signed, page.signed_by) == (Signing.ON_PAPER, "Bola Okafor")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (replace(TYPED, name=" "), "signed_name"),
        (replace(TYPED, witness=""), "witness"),
        (replace(TYPED, how=Signing.DRAWN), "drawing"),
        (replace(TYPED, strokes=(((0, 0),) * (MOST_POINTS + 1),)), "drawing"),
    ],
)
def test_what_is_missing_of_a_signature_is_said(
    desk: Desk, one: str, wrong: Signed, field: str
) -> None:
    with pytest.raises(BadInput) as said:
        finishing.sign(desk, one, wrong)
    assert said.value.field == field
    assert desk_finish.of(desk.db, one) == {}


def test_h8_the_form_is_emailed_only_where_email_is_safe(desk: Desk, one: str) -> None:
    with pytest.raises(BadInput, match="email address first"):
        finishing.hand_over(desk, one, Handover.EMAILED)
    patient = registration.step(desk, one).patient
    _change(desk, replace(patient, email="a@example.org", safe_contact="phone_only"))
    with pytest.raises(BadInput, match="not safe"):
        finishing.hand_over(desk, one, Handover.EMAILED)
    _change(desk, replace(patient, email="a@example.org", safe_contact="do_not_post"))
    page = finishing.hand_over(desk, one, Handover.EMAILED)
    assert (page.form, page.form_at) == (Handover.EMAILED, "09:00")


def test_h1_nobody_is_held_up_by_a_missing_notice_or_signature(desk: Desk) -> None:
    one = register_visitor(desk, add_visitor(desk))
    assert registration.step(desk, one).place is Place.DONE
    assert desk_finish.of(desk.db, one) == {}


def _rows(desk: Desk) -> int:
    return int(desk.db.scalar("SELECT count(*) FROM desk_finish") or 0)


def _change(desk: Desk, patient: Patient) -> None:
    with desk.db.atomic():
        patients.update(desk.db, patient)
