"""Pictures of the prices page: before a file, with one read, refused, and as finance sees it.

    python -m tests.pictures.prices /tmp/prices [light dark contrast] [100 200 1024]

writes `<screen>-<scheme>-<text size>-<width>.png`.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app.core.money import Money
from app.pricing.currencies import Kind
from app.services import own_prices, signin
from app.services.desk import Desk
from app.services.own_prices import OwnPrice
from tests.desks import make_desk
from tests.pictures.looks import Look, asked_for, looks
from tests.pricing.workbooks import workbook
from tests.ui.officer_window import settle
from ui.office import Office
from ui.shell import Shell
from ui.views.money import MoneyPage
from ui.views.prices import PricesPanel
from ui.views.settings import SettingsPage
from ui.work import Inline


def main(folder: Path, wanted: tuple[str, ...]) -> None:
    """Write every picture of the schemes and sizes wanted; with none named, all."""
    with tempfile.TemporaryDirectory() as place:
        (Path(place) / "annex-a-2025-26.xlsx").write_bytes(workbook())
        (Path(place) / "letter.xlsx").write_bytes(b"Dear all")
        desk = make_desk(Path(place))
        try:
            _fill(desk)
            for look in looks(folder, wanted):
                for who in ("admin", "finance"):
                    _shoot(desk, look, folder, who=who)
        finally:
            desk.db.close()


def _fill(desk: Desk) -> None:
    signin.act_as(desk, "admin")
    for code, name, pounds, kind in (
        ("XC04Z", "Adult critical care, 3 organs supported", 2400, Kind.CRITICAL_CARE),
        ("STENT", "Coronary stent", 812, Kind.DRUG_OR_DEVICE),
    ):
        unit = "day" if kind is Kind.CRITICAL_CARE else ""
        price = OwnPrice(name=name, code=code, unit=unit, price=Money(pounds * 100), kind=kind)
        own_prices.enter_price(desk, price)


def _shoot(desk: Desk, look: Look, folder: Path, *, who: str) -> None:
    person = signin.act_as(desk, who)
    shell = Shell()
    shell.resize(look.width, look.height)
    shell.show()
    shell.activateWindow()
    office = Office(desk, person, shell, records=Inline(), share=Inline())
    walk = _as_admin(shell, desk.db.path.parent) if who == "admin" else _as_finance(shell)
    look.shoot(shell, walk, folder)
    office.leave()
    shell.close()
    shell.deleteLater()
    settle()


def _as_admin(shell: Shell, files: Path) -> Iterator[str]:
    shell.show_page("settings")
    settings = shell.in_sight()
    assert isinstance(settings, SettingsPage)
    settings.open_section("prices")
    settle()
    panel = shell.findChild(PricesPanel)
    assert panel is not None
    yield "prices"
    panel.own.name.input.setFocus()
    yield "prices-own"
    panel.factors.factor.input.setFocus()
    yield "prices-factor"
    for name, file in (
        ("prices-refused", "letter.xlsx"),
        ("prices-preview", "annex-a-2025-26.xlsx"),
    ):
        panel.take_in.file.input.setText(str(files / file))
        panel.take_in.read.click()
        yield name


def _as_finance(shell: Shell) -> Iterator[str]:
    shell.show_page("money")
    page = shell.in_sight()
    assert isinstance(page, MoneyPage)
    page.open_panel("prices")
    yield "prices-finance"


if __name__ == "__main__":
    main(*asked_for(__doc__))
