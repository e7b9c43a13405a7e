"""A list of thousands is put into words only as far as it is looked at."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.cells import Cell
from ui.delegates.rows import Rows
from ui.models.listing import Line, Listing
from ui.widgets.table import Table

MANY = 100_000


def test_ux_a_list_of_thousands_makes_the_rows_in_sight_alone(qtbot: QtBot) -> None:
    made: list[int] = []

    def line(number: int) -> Line:
        made.append(number)
        return Line(number, (Cell(f"Payment {number}"),), f"Payment {number}, whole")

    listing = Listing(["What it says"])
    table = Table("Payments", [None], dense=False)
    table.setModel(listing)
    table.setItemDelegate(Rows(table))
    qtbot.addWidget(table)
    table.resize(600, 400)
    with qtbot.waitExposed(table):
        table.show()
    listing.show_things(range(MANY), line)
    QApplication.processEvents()
    assert listing.rowCount() == MANY
    assert made
    assert len(made) < 100
    made.clear()
    table.go_to(MANY - 1)
    QApplication.processEvents()
    assert listing.thing_at(table.row()) == MANY - 1
    assert listing.index(MANY - 1, 0).data() == f"Payment {MANY - 1}"
    assert MANY - 1 in made
    assert len(made) < 100
    assert listing.thing_at(MANY) is None
