"""Reading a layout leaves no object of the binding behind that Qt may have deleted since."""

from __future__ import annotations

import gc

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSpacerItem, QWidget, QWidgetItem
from pytestqt.qtbot import QtBot

from ui.parts import parts
from ui.theme import Theme, apply
from ui.widgets.button import Button
from ui.widgets.countries import CountriesField
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.inputs import LineEdit
from ui.widgets.layout import Column, Label, Row
from ui.widgets.lookup import Option
from ui.widgets.reading import in_reading_order


def left_behind() -> list[object]:
    """Objects of the binding for items, also those that speak of nothing any more."""
    gc.collect()
    known = [*shiboken6.getAllValidWrappers(), *gc.get_objects()]
    # by type: a weak proxy of something gone answers to nothing, not even to isinstance
    return [one for one in known if issubclass(type(one), QWidgetItem | QSpacerItem)]


def page(qtbot: QtBot) -> tuple[QWidget, Column]:
    made = QWidget()
    column = Column(made).holding(Label("One"), Row().holding(Button("Two"), None, Button("Three")))
    qtbot.addWidget(made)
    return made, column


def test_parts_are_told_in_order_and_spaces_left_out(qtbot: QtBot) -> None:
    _made, column = page(qtbot)
    found = list(parts(column))
    assert [type(one).__name__ for one in found] == ["Label", "Row"]
    inner = found[1]
    assert isinstance(inner, Row)
    assert [one.text() for one in parts(inner) if isinstance(one, Button)] == ["Two", "Three"]


def test_a_flow_keeps_the_items_it_lays_out_itself(qtbot: QtBot) -> None:
    made = QWidget()
    flow = Flow(made)
    flow.addWidget(Button("One"))
    qtbot.addWidget(made)
    made.show()
    in_reading_order(made)
    assert [one.text() for one in parts(flow) if isinstance(one, Button)] == ["One"]
    assert flow.heightForWidth(500) > 0


def test_reading_and_dressing_a_page_keep_none_of_its_items(
    qtbot: QtBot, qapp: QApplication
) -> None:
    made, _column = page(qtbot)
    made_with = len(left_behind())
    in_reading_order(made)
    apply(qapp, Theme("dark"))
    assert len(left_behind()) <= made_with


def test_tab_skips_no_field_after_a_country_was_taken_replaced_and_removed(qtbot: QtBot) -> None:
    made = QWidget()
    countries = CountriesField()
    options = [Option(name, name) for name in ("France", "Ghana", "Stateless")]
    countries.set_options(options, alone=("Stateless",))
    name, phone = Field("Name", LineEdit()), Field("Phone", LineEdit())
    fields = Column().holding(name, Field("From", countries), phone)
    Column(made).holding(Button("Begin"), fields, Button("Continue"), Button("Park"))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    in_reading_order(made)
    whole = ["Begin", "Name", "From", "Phone", "Continue", "Park"]
    assert _tab_round(made) == whole
    for typed in ("France", "Ghana", "Stateless"):
        countries.typing.setFocus()
        QTest.keyClicks(countries.typing, typed)
        QTest.keyClick(countries.typing, Qt.Key.Key_Return)
        QApplication.processEvents()
        in_reading_order(made)
    assert _tab_round(made) == [*whole[:3], "Remove Stateless", *whole[3:]]
    chip = QApplication.focusWidget()
    while chip is not None and chip.accessibleName() != "Remove Stateless":
        QTest.keyClick(chip, Qt.Key.Key_Tab)
        chip = QApplication.focusWidget()
    assert chip is not None
    QTest.keyClick(chip, Qt.Key.Key_Space)
    in_reading_order(made)
    assert _tab_round(made) == whole


def _tab_round(page: QWidget) -> list[str]:
    """What Tab stops at from the first button on, until it comes round again."""
    page.activateWindow()  # offscreen, a list of matches put away leaves no window active
    QTest.qWaitForWindowActive(page)
    first = page.findChildren(Button)[0]
    first.setFocus()
    met: list[str] = []
    for _ in range(20):
        now = QApplication.focusWidget()
        assert now is not None
        if met and now is first:
            return met
        met.append(now.accessibleName() or (now.text() if isinstance(now, Button) else ""))
        QTest.keyClick(now, Qt.Key.Key_Tab)
    return met
