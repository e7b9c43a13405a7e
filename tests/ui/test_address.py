"""A UK address by keyboard: post towns are offered, taken or left; nothing typed is changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QListView, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desk_window import DeskWindow, add_ada, kept, to_the_visitor_page
from tests.ui.hands import opened, press, write
from ui.views.money_forms import PayerForm
from ui.views.trust_form import TrustForm
from ui.widgets.address import AddressLines, Postcode
from ui.widgets.field import Field
from ui.widgets.inputs import LineEdit
from ui.widgets.layout import Column
from ui.widgets.lookup import Lookup, Option
from ui.work import Inline

KEY = Qt.Key


class Form(QWidget):
    """An address, its postcode, and a field after them; keys go where a person’s would."""

    def __init__(self) -> None:
        super().__init__()
        self.address, self.postcode = AddressLines(lines=3), Postcode()
        self.address.beside(self.postcode)
        self.after = LineEdit()
        fields = (
            Field("Address", self.address),
            Field("Postcode", self.postcode),
            Field("Phone", self.after),
        )
        Column(self).holding(*fields)

    def start(self, address: str, *, on: QWidget) -> None:
        """An address typed before, no postcode, and the focus."""
        self.address.setPlainText(address)
        self.postcode.clear()
        on.setFocus()


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    one = Form()
    qtbot.addWidget(one)
    opened(qtbot, one)
    return one


def popup() -> QListView | None:
    """The list that is open."""
    one = QApplication.activePopupWidget()
    assert one is None or isinstance(one, QListView)
    return one


def offered() -> list[str]:
    """What it offers, as a screen reader reads it."""
    one = popup()
    if one is None:
        return []
    model = one.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def keys(*pressed: Qt.Key | str) -> None:
    """Press keys or type words, into the open list where there is one."""
    for key in pressed:
        if isinstance(key, str):
            for letter in key:
                write(letter, on=popup())
        else:
            press(key, on=popup())
        QApplication.processEvents()


def test_a_town_is_offered_below_the_street_and_taken_by_arrow_and_enter(form: Form) -> None:
    form.start("", on=form.address)
    keys("Lea Road 14")
    assert offered() == []
    keys(KEY.Key_Return, "lee")
    assert offered() == ["Lee-on-the-Solent", "Leeds", "Leek"]
    keys(KEY.Key_Down, KEY.Key_Down)
    assert form.address.text() == "Lea Road 14\nlee"
    keys(KEY.Key_Return)
    assert form.address.text() == "Lea Road 14\nLeeds"
    assert offered() == []


def test_tab_takes_a_chosen_town_and_else_leaves_for_the_next_field(form: Form) -> None:
    form.start("", on=form.address)
    keys("1 Elm Street, kings ly")
    assert offered() == ["King's Lynn"]
    keys(KEY.Key_Down, KEY.Key_Tab)
    assert form.address.text() == "1 Elm Street, King's Lynn"
    assert form.address.hasFocus()
    keys(KEY.Key_Return, "nor")
    assert len(offered()) == 8
    keys(KEY.Key_Tab)
    assert form.postcode.hasFocus()
    assert form.address.text() == "1 Elm Street, King's Lynn\nnor"
    assert offered() == []


def test_escape_and_a_bare_enter_keep_what_was_typed(form: Form) -> None:
    form.start("", on=form.address)
    keys("1 Elm Street", KEY.Key_Return, "lee", KEY.Key_Down, KEY.Key_Escape)
    assert offered() == []
    assert form.address.text() == "1 Elm Street\nlee"
    keys("d")
    assert offered() == ["Leeds"]
    keys(KEY.Key_Return)
    assert form.address.text() == "1 Elm Street\nleed\n"
    form.start("1 Elm Street", on=form.postcode)
    keys("ls9 7tf", KEY.Key_Return)
    assert (form.address.text(), form.postcode.text()) == ("1 Elm Street", "ls9 7tf")


def test_a_postcode_offers_the_towns_of_its_district_and_one_goes_below_the_street(
    form: Form,
) -> None:
    form.start("1 Elm Street", on=form.postcode)
    keys("po13 9aa")
    assert offered() == ["Gosport", "Lee-on-the-Solent"]
    keys(KEY.Key_Down, KEY.Key_Return)
    assert form.address.text() == "1 Elm Street\nGosport"
    assert form.postcode.text() == "po13 9aa"
    assert form.postcode.hasFocus()


def test_a_town_taken_before_the_street_leaves_the_first_line_for_it(form: Form) -> None:
    form.start("", on=form.postcode)
    keys("LS97TF", KEY.Key_Down, KEY.Key_Return, "1 Elm Street")
    assert form.address.text() == "1 Elm Street\nLeeds"


def test_the_town_of_the_postcode_waits_on_the_next_line(form: Form) -> None:
    form.start("", on=form.postcode)
    keys("LS9 7TF", KEY.Key_Escape)
    form.address.setFocus()
    keys("1 Elm Street", KEY.Key_Return)
    assert offered() == ["Leeds"]
    keys(KEY.Key_Down, KEY.Key_Return)
    assert form.address.text() == "1 Elm Street\nLeeds"
    keys(KEY.Key_Return)
    assert offered() == []


@pytest.mark.parametrize(
    ("address", "postcode"),
    [
        ("1 Elm Street\nLEEDS", "LS9 7TF"),
        ("1 Elm Street, Leeds", "LS9 7TF"),
        ("1 Elm Street", "ZZ99 3VZ"),
        ("", "ZZ99 3VZ"),
        ("1 Elm Street", "LS9"),
        ("1 Elm Street", "75008"),
    ],
)
def test_nothing_is_offered_where_the_town_stands_there_or_no_place_is_meant(
    form: Form, address: str, postcode: str
) -> None:
    form.start(address, on=form.postcode)
    keys(postcode)
    assert offered() == []


def test_a_screen_reader_hears_a_named_list_and_how_many_there_are(form: Form) -> None:
    form.start("1 Elm Street", on=form.postcode)
    keys("gl17 0aa")
    opened_list = popup()
    assert opened_list is not None
    spoken = QAccessible.queryAccessibleInterface(opened_list)
    assert spoken.role() == QAccessible.Role.List
    assert spoken.text(QAccessible.Text.Name) == "Matches"
    said = spoken.text(QAccessible.Text.Description)
    assert said == "5 matches. Press ↓ and Enter to take one."
    keys(KEY.Key_Backspace, KEY.Key_Backspace, KEY.Key_Backspace, KEY.Key_Escape)
    form.start("1 Elm Street", on=form.postcode)
    keys("ls9 7tf")
    opened_list = popup()
    assert opened_list is not None
    assert opened_list.accessibleDescription() == "1 match. Press ↓ and Enter to take it."


def test_the_list_of_countries_says_how_many_there_are_too(qtbot: QtBot) -> None:
    window = QWidget()
    field = Lookup([Option("NE", "Niger"), Option("NG", "Nigeria")])
    Column(window).addWidget(field)
    qtbot.addWidget(window)
    opened(qtbot, window)
    field.setFocus()
    keys("nig")
    opened_list = popup()
    assert opened_list is not None
    assert opened_list.accessibleDescription() == "2 matches. Press ↓ and Enter to take one."
    keys(KEY.Key_Escape)


_TYPED = st.lists(
    st.one_of(
        st.sampled_from(["lee", "Newp", "st. al", "LS9 7TF", "14 ", ", ", "ab", "Ty", "o"]),
        st.sampled_from([KEY.Key_Return, KEY.Key_Escape, KEY.Key_Left, KEY.Key_Down]),
    ),
    max_size=8,
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(typed=_TYPED)
def test_nothing_typed_is_changed_unless_a_town_is_taken(
    form: Form, typed: list[Qt.Key | str]
) -> None:
    form.start("", on=form.address)
    chosen = False
    for one in typed:
        before = form.address.text()
        if one == KEY.Key_Return and chosen:
            one = KEY.Key_Escape  # what was chosen is not taken
        keys(one)
        chosen = one == KEY.Key_Down and popup() is not None
        if isinstance(one, str) or one == KEY.Key_Return:
            added = one if isinstance(one, str) else "\n"
            after = form.address.text()
            assert len(after) == len(before) + len(added)
            assert added in after
        else:
            assert form.address.text() == before
    standing = form.address.text()
    keys(KEY.Key_Escape)
    assert form.address.text() == standing


# Where an address is taken


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[DeskWindow]:
    one = DeskWindow(tmp_path, Inline(), booking="outpatient")
    qtbot.addWidget(one.shell)
    opened(qtbot, one.shell)
    add_ada(one.desk)
    to_the_visitor_page(one)
    yield one
    one.desk.db.close()


def test_ux_2_the_visitor_page_takes_a_uk_address_by_postcode_and_lines(window: DeskWindow) -> None:
    fields = window.page.visitor.fields
    window.tab_to(fields["postcode"].input)
    window.press(*[KEY.Key_Backspace] * 8, "po13 9aa", KEY.Key_Down, KEY.Key_Down, KEY.Key_Return)
    assert fields["address"].text() == "22 Nowell Crescent\nLee-on-the-Solent"
    assert kept(window)["address"] == "22 Nowell Crescent\nLee-on-the-Solent"


def test_an_address_in_no_list_is_taken_as_typed(window: DeskWindow) -> None:
    fields = window.page.visitor.fields
    window.tab_to(fields["address"].input)
    window.press(KEY.Key_Return, "Nowhere-under-Sea", KEY.Key_Tab)
    assert "Nowhere-under-Sea" in kept(window)["address"]


def take_the_town(qtbot: QtBot, form: PayerForm | TrustForm, *typed: KEY | str, town: str) -> None:
    """In a form that begins with its address: what was typed offers this town alone."""
    qtbot.addWidget(form)
    opened(qtbot, form)
    form.address.input.setFocus()
    keys(*typed)
    assert offered() == [town]
    keys(KEY.Key_Down, KEY.Key_Return)


def test_a_payers_address_offers_towns(qtbot: QtBot) -> None:
    payer = PayerForm()
    take_the_town(qtbot, payer, "1 Broad Street", KEY.Key_Tab, "s99 2aa", town="Sheffield")
    assert payer.typed().address == "1 Broad Street\nSheffield"
    assert payer.typed().postcode == "s99 2aa"


def test_the_trusts_address_offers_the_town_above_its_postcode(qtbot: QtBot) -> None:
    trust = TrustForm()
    take_the_town(qtbot, trust, "Beckett Street", KEY.Key_Return, "LS9 7TF", town="Leeds")
    assert trust.value().address_lines == ("Beckett Street", "Leeds", "LS9 7TF")
