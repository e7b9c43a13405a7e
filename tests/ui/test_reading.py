"""Reading a layout leaves no object of the binding behind that Qt may have deleted since."""

from __future__ import annotations

import shiboken6
from PySide6.QtWidgets import QApplication, QSpacerItem, QWidget, QWidgetItem
from pytestqt.qtbot import QtBot

from ui.parts import parts
from ui.theme import Theme, apply
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.layout import Column, Label, Row
from ui.widgets.reading import in_reading_order


def left_behind() -> list[object]:
    return [
        one for one in shiboken6.getAllValidWrappers() if isinstance(one, QWidgetItem | QSpacerItem)
    ]


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
    before = len(left_behind())
    made, _column = page(qtbot)
    in_reading_order(made)
    apply(qapp, Theme("dark"))
    assert len(left_behind()) <= before
