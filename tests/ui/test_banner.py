"""The patient banner keeps each rule of ux.md 1 (NHS CUI patient banner, ISB 1500 series)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.core.nhs_number import NHSNumber
from app.core.people import Patient
from tests.ui.desk_window import settle
from ui.shell import Shell
from ui.theme import Scheme, Theme, apply, schemes
from ui.widgets.page import Page
from ui.widgets.rail import RailItem

TODAY = date(2026, 7, 14)
ADA = Patient(
    patient_id="1",
    family_name="Okafor",
    given_names="Ada",
    title="Mrs",
    gender="Female",
    born=date(1990, 3, 2),
    nhs_number=NHSNumber("9993177423"),
    interpreter="Yoruba",
    needs=("Large print letters",),
)
BARE = Patient(patient_id="2", family_name="Baker")


@pytest.fixture
def shell(qtbot: QtBot) -> Shell:
    made = Shell()
    made.add_page("desk", Page(), rail=RailItem("desk", "Desk", "user-search"), banner=True)
    made.add_page("queue", Page(), rail=RailItem("queue", "Queue", "inbox"))
    made.show_page("desk")
    qtbot.addWidget(made)
    made.show()
    settle()
    return made


def shown(shell: Shell) -> list[str]:
    settle()
    labels = [label for label in shell.banner.findChildren(QLabel) if label.isVisible()]
    return [label.text() for label in labels if label.text()]


def test_cui_full_width_at_the_head_and_never_covered(shell: Shell) -> None:
    shell.set_patient(ADA, TODAY)
    settle()
    banner = shell.banner
    assert banner.width() == shell.width()
    assert banner.mapTo(shell, banner.rect().topLeft()).y() == 0
    middle = banner.mapTo(shell, banner.rect().center())
    on_top = shell.childAt(middle)
    assert on_top is not None
    assert on_top is banner or banner.isAncestorOf(on_top)


def test_cui_it_stays_where_it_is_whatever_page_of_the_patient_is_shown(shell: Shell) -> None:
    shell.add_page("case", Page(), banner=True)
    shell.set_patient(ADA, TODAY)
    settle()
    before = shell.banner.geometry()
    shell.show_page("case")
    settle()
    assert shell.banner.geometry() == before


def test_cui_labels_have_no_colons_and_stand_before_their_values(shell: Shell) -> None:
    shell.set_patient(replace(ADA, interpreter="", needs=()), TODAY)
    words = shown(shell)
    assert words == [
        "OKAFOR, Ada (Mrs)",
        *("Born", "02-Mar-1990 (36y)"),
        *("Gender", "Female"),
        *("NHS No.", "999 317 7423"),
    ]


def test_cui_what_is_unknown_says_not_known_and_never_a_mark(shell: Shell) -> None:
    shell.set_patient(BARE, TODAY)
    words = shown(shell)
    assert words.count("Not known") == 3
    assert not any("?" in word for word in words)


def test_cui_no_picture_and_no_clinical_data(shell: Shell) -> None:
    shell.set_patient(ADA, TODAY)
    fields = set(Patient.__slots__)
    assert not fields & {"photo", "picture", "image", "diagnosis", "condition", "ethnicity"}
    assert "photo" not in " ".join(shown(shell)).lower()


@pytest.mark.parametrize("scheme", schemes())
def test_cui_a_death_differs_in_colour_pattern_word_and_date(
    shell: Shell, qapp: QApplication, scheme: Scheme
) -> None:
    apply(qapp, Theme(scheme))
    shell.set_patient(BARE, TODAY)
    settle()
    alive = shell.banner.grab().toImage()
    shell.set_patient(replace(BARE, died=date(2026, 7, 9)), TODAY)
    assert "Died 09-Jul-2026" in shown(shell)
    dead = shell.banner.grab().toImage()
    across = {dead.pixel(x, 5) for x in range(dead.width())}
    assert len({alive.pixel(x, 5) for x in range(alive.width())}) == 1
    assert len(across) > 1, "a pattern, not a colour alone"
    assert alive.pixel(5, 5) not in across, "another colour as well"


def test_cui_needs_and_safe_contact_stand_in_the_second_line(shell: Shell) -> None:
    shell.set_patient(
        replace(ADA, safe_contact="do_not_post", not_to="partner", safe_number="0113 496 0000"),
        TODAY,
    )
    words = shown(shell)
    needs = ["Interpreter: Yoruba", "Large print letters", "Do not post"]
    needs += ["Do not speak to partner", "Safe number 0113 496 0000"]
    assert set(needs) <= set(words)
    name, need = (
        next(label for label in shell.banner.findChildren(QLabel) if label.text() == text)
        for text in ("OKAFOR, Ada (Mrs)", "Do not post")
    )
    lower = need.mapTo(shell, need.rect().topLeft()).y()
    assert lower >= name.mapTo(shell, name.rect().bottomLeft()).y()
    assert all(one in shell.banner.accessibleName() for one in needs)


@pytest.mark.parametrize(("size", "width"), [(2.0, 1366), (1.0, 1024)])
def test_cui_two_lines_hold_it_all_where_the_window_is_small(
    shell: Shell, qapp: QApplication, size: float, width: int
) -> None:
    apply(qapp, Theme("light", size))
    shell.resize(width, 768)
    shell.set_patient(ADA, TODAY)
    words = shown(shell)
    assert "Yoruba" in words  # the icon beside it tells that it is the interpreter's
    assert "Interpreter: Yoruba" in shell.banner.accessibleName()
    tops = {
        label.mapTo(shell, label.rect().center()).y() // round(14 * size)
        for label in shell.banner.findChildren(QLabel)
        if label.isVisible() and label.text()
    }
    assert len(tops) <= 3, "two lines, their middles a pixel apart at most"
    for label in shell.banner.findChildren(QLabel):
        if label.isVisible() and label.text():
            assert label.width() >= label.minimumSizeHint().width(), label.text()
            assert label.mapTo(shell, label.rect().topRight()).x() <= shell.width()


def test_pab_0015_no_banner_over_a_list_of_several_patients(shell: Shell) -> None:
    shell.set_patient(ADA, TODAY)
    shell.show_page("queue")
    assert not shell.banner.isVisible()
    shell.show_page("desk")
    assert shell.banner.isVisible()
    shell.set_patient(None, TODAY)
    assert not shell.banner.isVisible()
    assert shell.banner.accessibleName() == ""


@pytest.mark.parametrize("size", [1.0, 2.0])
def test_h4_a_very_long_name_is_read_whole_and_hides_nothing(
    shell: Shell, qapp: QApplication, size: float
) -> None:
    apply(qapp, Theme("light", size))
    try:
        family = "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh"
        shell.resize(1024, 640)
        shell.banner.slot.addWidget(QLabel("Case R-1001, 12 of 140"))
        shell.set_patient(replace(ADA, family_name=family), TODAY)
        settle()
        labels = [one for one in shell.banner.findChildren(QLabel) if one.isVisible()]
        for one in labels:
            left = one.mapTo(shell.banner, one.rect().topLeft()).x()
            assert left >= 0
            assert left + one.width() <= shell.banner.width(), one.text()
        name = next(one for one in labels if one.text().startswith(family.upper()))
        assert name.height() >= name.heightForWidth(name.width())
        assert name.width() < shell.banner.width() - labels[-1].width()
    finally:
        apply(qapp, Theme())
