"""The prices page by keyboard: a file read, looked at, accepted or left; a price, a factor."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.core.money import Money
from app.pricing.currencies import PriceSource
from app.services import signin
from app.services.desk import Desk
from tests.desks import make_desk
from tests.pricing.workbooks import workbook
from tests.services.price_files import OWN_PRICES, price_file
from tests.ui.hands import focused, press, write
from tests.ui.held_lane import HeldLane
from ui.office import Office
from ui.shell import Shell
from ui.views.money import MoneyPage
from ui.views.prices import PricesPanel
from ui.views.prices_import import KINDS
from ui.views.settings import SettingsPage
from ui.widgets.button import Button
from ui.work import Inline, Lane, Runner

pytestmark = pytest.mark.ui


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path)
    yield made
    made.db.close()


@contextmanager
def prices(
    qtbot: QtBot, desk: Desk, name: str = "admin", files: Runner | None = None
) -> Iterator[PricesPanel]:
    """Somebody sits down before the prices; they leave at the end."""
    user = signin.act_as(desk, name)
    shell = Shell()
    qtbot.addWidget(shell)
    shell.show()
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    office = Office(desk, user, shell, records=Inline(), share=Inline(), files=files)
    if name == "admin":
        shell.show_page("settings")
        settings = shell.in_sight()
        assert isinstance(settings, SettingsPage)
        settings.open_section("prices")
    else:
        shell.show_page("money")
        money = shell.in_sight()
        assert isinstance(money, MoneyPage)
        money.open_panel("prices")
    QApplication.processEvents()
    panel = shell.findChild(PricesPanel)
    assert panel is not None
    yield panel
    office.leave()


def words(panel: PricesPanel) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def read(path: Path) -> None:
    """By keys alone: the focus is in the field when the page opens."""
    assert focused().accessibleName() == "Price file"
    write(str(path))
    press(Qt.Key.Key_Return)
    QApplication.processEvents()


def hip(desk: Desk) -> Money | None:
    return desk.shelf.edition("2025/26").currency("HN12F").combined


def test_an_administrator_takes_a_workbook_in_by_keyboard(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "annex-a.xlsx"
    file.write_bytes(workbook())
    with prices(qtbot, desk) as panel:
        read(file)
        shown = words(panel)
        for told in ("2025/26", "4 rows: admitted care", "Stroke", "Left unread: Notes"):
            assert told in shown
        assert focused().accessibleName() == "Published on"
        write("27/6/2025")
        press(Qt.Key.Key_Return)
        QApplication.processEvents()
        assert "is in use from now on: 19 prices." in words(panel)
        assert "Accepted by A. Admin on 9 March 2026." in words(panel)
    assert desk.shelf.edition("2025/26").currency("AA22C").combined == Money(8207_00)


def test_a_file_left_changes_nothing(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "prices.csv"
    file.write_bytes(price_file(9999))
    with prices(qtbot, desk) as panel:
        read(file)
        assert "Not in this file: outpatient attendances" in words(panel)
        panel.take_in.leave.click()
        assert focused().accessibleName() == "Price file"
        assert not panel.take_in.preview.isVisible()
    assert hip(desk) == Money(7251_00)


def test_ux_5_the_reading_of_a_file_is_cancelled_and_the_same_file_is_taken_afterwards(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "prices.csv"
    file.write_bytes(price_file(9999))
    files = HeldLane()
    with prices(qtbot, desk, files=files) as panel:
        card = panel.take_in
        read(file)
        assert card.cancel.isVisible()
        press(Qt.Key.Key_Tab)
        press(Qt.Key.Key_Escape)
        assert "Stopped. Nothing was taken in; the prices are as they were." in words(panel)
        assert not card.reading.isVisible()
        files.let_go()
        assert not card.preview.isVisible(), "what was stopped shows nothing afterwards"
        card.read.setFocus()
        press(Qt.Key.Key_Space)
        assert focused() is card.cancel
        press(Qt.Key.Key_Space)
        assert focused() is card.read
        files.let_go()
        assert not card.preview.isVisible()
        press(Qt.Key.Key_Space)
        files.let_go()
        assert card.preview.isVisible()
        write("27/6/2025")
        press(Qt.Key.Key_Return)
        QApplication.processEvents()
        assert "is in use from now on: 2 prices." in words(panel)
    assert hip(desk) == Money(9999_00)


def test_h9_a_refused_file_shows_the_sentence_and_keeps_the_old_list(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "prices.csv"
    file.write_bytes(price_file(-1))
    with prices(qtbot, desk) as panel:
        read(file)
        assert "Row 3, column “combined day case / ordinary elective”: “-1”" in words(panel)
        assert focused().accessibleName() == "Price file"
        assert panel.take_in.read.isEnabled()
    assert hip(desk) == Money(7251_00)


def test_what_cannot_be_accepted_is_said_at_its_field(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "prices.csv"
    file.write_bytes(price_file(8000))
    with prices(qtbot, desk) as panel:
        read(file)
        press(Qt.Key.Key_Return)  # no day yet
        assert panel.take_in.published.problem()
        write("1/2/26")
        panel.take_in.name.input.setText("")
        panel.take_in.accept.click()
        assert panel.take_in.name.problem() == "Name the list as it is printed on it."
        panel.take_in.by.input.setText("")
        panel.take_in.name.input.setText("Own")
        panel.take_in.accept.click()
        assert panel.take_in.by.problem() == "Say who published the list."
    assert hip(desk) == Money(7251_00)


def test_a_file_that_names_no_year_is_read_again_with_the_year_entered(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "prices.csv"
    file.write_bytes(price_file().replace(b"2025/26 prices\n", b""))
    with prices(qtbot, desk) as panel:
        read(file)
        assert "does not say of which year" in panel.take_in.year.problem()
        write("2025/26")
        press(Qt.Key.Key_Return)
        assert panel.take_in.preview.isVisible()


def test_own_prices_come_from_a_file_and_from_the_keyboard_and_end(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "own.csv"
    file.write_bytes(OWN_PRICES)
    with prices(qtbot, desk) as panel:
        panel.take_in.holds.input.set_value("local")
        read(file)
        assert focused().accessibleName() == "Name of the list"
        press(Qt.Key.Key_Return)
        assert "is in use from now on: 2 prices." in words(panel)
        own = panel.own
        own.name.input.setFocus()
        write("Insulin pump")
        own.price.input.setText("cheap")
        own.add.click()
        assert own.price.problem().startswith("Enter an amount")
        own.price.input.setText("1,450")
        own.add.click()
        assert "Insulin pump is £1,450.00 from now on." in words(panel)
        end = next(one for one in own.ends if "Insulin" in one.accessibleName())
        end.click()
        assert "Insulin pump has no price from tomorrow on." in words(panel)
    priced = {item.name for item in desk.shelf.items(PriceSource.LOCAL, on=desk.today)}
    assert priced == {"Critical care", "Insulin pump"}


@pytest.mark.parametrize(
    ("raw", "chosen", "said", "then"),
    [
        (OWN_PRICES, "scheme", "looks like the trust’s own prices", "local"),
        (price_file(8000), "local", "looks like prices or factors of the NHS Payment", "scheme"),
        (price_file(8000), "guide", "looks like prices or factors of the NHS Payment", "scheme"),
    ],
)
def test_a_file_of_another_kind_is_told_at_the_kind_that_was_chosen(
    qtbot: QtBot, desk: Desk, tmp_path: Path, raw: bytes, chosen: str, said: str, then: str
) -> None:
    file = tmp_path / "prices.csv"
    file.write_bytes(raw)
    with prices(qtbot, desk) as panel:
        holds = panel.take_in.holds
        holds.input.set_value(chosen)
        read(file)
        assert said in holds.problem()
        assert focused().accessibleName() == "What it holds"
        offered = [str(words) for value, words in KINDS if value == then]
        assert f"Choose “{offered[0]}”" in holds.problem()
        holds.input.set_value(then)
        panel.take_in.read.click()
        assert holds.problem() == ""
        assert panel.take_in.preview.isVisible()


def test_a_factor_is_entered_for_its_year(qtbot: QtBot, desk: Desk) -> None:
    with prices(qtbot, desk) as panel:
        panel.factors.year.input.setText("2025/26")
        panel.factors.factor.input.setText("one")
        panel.factors.set.click()
        assert panel.factors.factor.problem() == "Enter the factor like 1.148886."
        panel.factors.factor.input.setText("1.2")
        panel.factors.year.input.setText("2025")
        panel.factors.set.click()
        assert panel.factors.year.problem().startswith("Write the tariff year")
        panel.factors.year.input.setText("2025/26")
        panel.factors.set.click()
        assert "The factor of 2025/26 is 1.2 from now on." in words(panel)
        assert "2025/26: 1.200000 for this trust" in words(panel)


def test_finance_looks_and_changes_nothing(qtbot: QtBot, desk: Desk) -> None:
    with prices(qtbot, desk, "finance") as panel:
        shown = words(panel)
        assert "An administrator takes lists in and enters prices." in shown
        assert "National Cost Collection" in shown
        assert not [one for one in panel.findChildren(Button) if one.isVisible()]


def test_a_file_is_read_while_records_are_worked_with(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "prices.csv"
    file.write_bytes(price_file(8000))
    user = signin.act_as(desk, "admin")
    shell, share = Shell(), Lane("share", faults=lambda _fault: None)
    qtbot.addWidget(shell)
    office = Office(desk, user, shell, records=Inline(), share=share)
    shell.show_page("settings")
    settings = shell.in_sight()
    assert isinstance(settings, SettingsPage)
    settings.open_section("prices")
    panel = shell.findChild(PricesPanel)
    assert panel is not None
    panel.take_in.file.input.setText(str(file))
    panel.take_in.read.click()
    assert not panel.take_in.reading.isHidden()
    assert panel.take_in.read.isHidden()
    qtbot.waitUntil(lambda: not panel.take_in.preview.isHidden())
    assert panel.take_in.reading.isHidden()
    office.leave()
    share.close()
