"""Records kept right by keyboard alone in the real window: joined, parted, and taken away in time.

A clerk is warned of a similar patient, an officer compares the two, joins and parts them; one
administrator lists the copies whose time is over, another removes them.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.demo import PASSWORD
from app.demo.people import make_demo_desk
from app.machine import FixedClock, SystemClock
from app.opening import open_desk
from app.services import documents, finding, retention, signin
from app.store import audit, registrations
from tests.desks import PASSWORD as SECOND_PASSWORD
from tests.desks import add_visitor
from tests.journeys.keyboard import KEY, Keyboard
from tests.journeys.seat import locks, sits_down
from tests.services.work import SECOND_ADMIN, add_second_admin, decided_on_a_passport, seated
from tests.ui.desk_window import add_ada

pytestmark = [pytest.mark.journey, pytest.mark.ui, pytest.mark.slow]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A case decided a hundred days ago, its passport copied; and Ada, who is there twice."""
    now = SystemClock().now()
    desk = make_demo_desk(tmp_path / "desk", moment=now - timedelta(days=100), seed=5)
    add_second_admin(desk)
    decided_on_a_passport(desk, family_name="Lee", given_names="Min")
    assert isinstance(desk.clock, FixedClock)
    desk.clock.set(now - timedelta(hours=1))
    with seated(desk, "clerk"):
        add_ada(desk)
        add_visitor(desk)
    desk.db.close()
    return tmp_path / "desk"


def test_ux_7_2_similar_records_are_joined_and_parted_by_keyboard_alone(
    hands: Keyboard, folder: Path
) -> None:
    sits_down(hands, "clerk", "Find a patient")
    is_warned_of_the_similar_patient(hands)
    locks(hands, "OKAFOR", "LEE, MIN")
    sits_down(hands, "officer", "All open")
    joins_the_two(hands)
    parts_them_again(hands)
    hands.window.shell.close()
    the_store_knows_two_again(folder)


def is_warned_of_the_similar_patient(hands: Keyboard) -> None:
    hands.press("999 317 7423", KEY.Key_Return)
    hands.sees(
        "1 patient found", "Similar patient: OKAFOR, Ada (Mrs)", "Make sure it is the right one."
    )
    assert "Compare records" not in hands.screen(), "a clerk is not asked to judge it"


def joins_the_two(hands: Keyboard) -> None:
    hands.press(KEY.Key_F2, "999 317 7423", KEY.Key_Return)
    hands.sees("Similar patient: OKAFOR, Ada (Mrs)")
    hands.alt("r")
    hands.sees("Records of OKAFOR, Ada (Mrs)", "No other record is read as this one.")
    assert hands.place().startswith("OKAFOR, Ada (Mrs), Born 2 March 1990"), "the similar one"
    hands.press(KEY.Key_Return)
    hands.sees("Are these one person?", "Address: 22 Nowell Crescent, LS9 7TF, Not known")
    assert hands.place() == "This record stays"
    hands.press(KEY.Key_Space)
    hands.tab_to("Why they are one person")
    hands.press("Passport seen")
    hands.alt("c")
    hands.sees(
        "Check before you join two records", "Reason: Passport seen", "you can part them again"
    )
    hands.press(KEY.Key_Return)  # out of habit: nothing is joined by it
    hands.sees("Check before you join two records")
    hands.alt("j")
    hands.sees("Records of OKAFOR, Ada (Mrs)", "by M. Adeyemi: Passport seen")
    hands.press(KEY.Key_Escape)
    hands.sees("Find a patient")
    hands.press(KEY.Key_F2, "Okafor 2/3/1990", KEY.Key_Return)
    hands.sees("1 patient found")
    assert "Similar patient" not in hands.screen()


def parts_them_again(hands: Keyboard) -> None:
    hands.alt("r")
    hands.sees("by M. Adeyemi: Passport seen", "No similar record is found.")
    hands.tab_to("Why part them")
    hands.press("Twins: two passports seen")
    hands.tab_to("Part again: OKAFOR, Ada (Mrs)")
    hands.press(KEY.Key_Return)
    hands.sees("Check before you part two records", "Reason: Twins: two passports seen")
    hands.alt("p")
    hands.sees("No other record is read as this one.", "Choose one to see both side by side.")


def the_store_knows_two_again(folder: Path) -> None:
    """Opened again: two patients are found, and the audit tells both acts."""
    desk = open_desk(folder, clock=SystemClock())
    try:
        assert audit.verify(desk.db).sound
        signin.sign_in(desk, "officer", PASSWORD)
        assert len(finding.find(desk, "okafor 2/3/1990")) == 2
        acts = ("patient_merged", "patient_unmerged")
        told = [row.happening for row in audit.latest(desk.db, limit=100)]
        assert {one.act: one.user_name for one in told if one.act in acts} == dict.fromkeys(
            acts, "officer"
        )
    finally:
        desk.db.close()


def test_ux_7_2_copies_are_listed_by_one_administrator_and_removed_by_another(
    hands: Keyboard, folder: Path
) -> None:
    sits_down(hands, "admin", "Appearance")
    lists_what_is_due(hands)
    locks(hands, "OKAFOR", "LEE, MIN")
    sits_down(hands, SECOND_ADMIN, "Appearance", SECOND_PASSWORD)
    removes_what_another_listed(hands)
    hands.window.shell.close()
    the_store_holds_the_certificate(folder)


def opens_retention(hands: Keyboard) -> None:
    """The first letters of a part of the settings go to it."""
    hands.tab_to("Parts of the settings")
    hands.pick("reten")
    hands.sees("Retention", "Copies whose time is over")


def lists_what_is_due(hands: Keyboard) -> None:
    opens_retention(hands)
    hands.sees("Case R-1001", "Copies 1, Pages 2")
    hands.alt("l")
    hands.sees("Check the list", "Cases: 1", "Copies: 1", "Nothing is removed yet.")
    hands.alt("l")
    hands.sees("The list waits for another administrator.", "You made this list.")
    hands.alt("a")  # nobody approves their own list
    hands.sees("A list waits for a second person")
    assert "Check before you remove" not in hands.screen()
    assert "LEE" not in hands.screen().upper(), "no patient is seen here"


def removes_what_another_listed(hands: Keyboard) -> None:
    opens_retention(hands)
    hands.sees("Listed by A. Admin", "Cases whose copies go: 1.")
    hands.alt("a")
    hands.sees("Check before you remove", "Listed by: A. Admin", "nobody can bring them back")
    hands.press(KEY.Key_Return)  # out of habit: nothing is removed by it
    hands.sees("Check before you remove")
    hands.alt("r")
    hands.sees("Removed. Copies: 1. Cases: 1. The certificate is below.", "Approved by B. Second")
    assert "LEE" not in hands.screen().upper()


def the_store_holds_the_certificate(folder: Path) -> None:
    """Opened again: the copy is gone, what was seen stands, and a certificate says who agreed."""
    desk = open_desk(folder, clock=SystemClock())
    try:
        assert audit.verify(desk.db).sound
        signin.sign_in(desk, "auditor", PASSWORD)
        (certificate,) = retention.report(desk).certificates
        assert (certificate.copies, certificate.cases, certificate.held) == (1, 1, 0)
        assert (certificate.proposer, certificate.approver) == ("A. Admin", "B. Second")
        signin.sign_in(desk, "officer", PASSWORD)
        case = registrations.by_ref(desk.db, "R-1001").registration_id
        copied = documents.shown(desk, case)[0]
        assert (copied.short, copied.pages, copied.removed) == ("Passport", 0, "Its time was over")
    finally:
        desk.db.close()
