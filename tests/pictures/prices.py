"""Pictures of the prices page: before a file, with one read, refused, and as finance sees it.

    python -m tests.pictures.prices /tmp/prices

writes `prices-`, `preview-`, `refused-`, `own-`, `factor-` and `finance-<scheme>-<size>.png`,
light and dark, 100 % and 200 %.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QLoggingCategory
from PySide6.QtWidgets import QApplication

from app.core.money import Money
from app.pricing.currencies import Kind
from app.services import own_prices, signin
from app.services.desk import Desk
from app.services.own_prices import OwnPrice
from tests.desks import make_desk
from tests.pricing.workbooks import workbook
from ui import theme
from ui.office import Office
from ui.shell import Shell
from ui.theme import Scheme, Theme
from ui.views.money import MoneyPage
from ui.views.prices import PricesPanel
from ui.views.settings import SettingsPage
from ui.work import Inline

SCHEMES: tuple[Scheme, ...] = ("light", "dark")


def main(folder: Path) -> None:
    """Write every picture."""
    folder.mkdir(parents=True, exist_ok=True)
    QLoggingCategory.setFilterRules("qt.text.font.db=false")
    app = theme.application()
    with tempfile.TemporaryDirectory() as place:
        good, bad = Path(place) / "annex-a-2025-26.xlsx", Path(place) / "letter.xlsx"
        good.write_bytes(workbook())
        bad.write_bytes(b"Dear all")
        desk = make_desk(Path(place))
        try:
            _fill(desk)
            for scheme in SCHEMES:
                for size in (1.0, 2.0):
                    theme.apply(app, Theme(scheme, size, motion=False))
                    name = f"{scheme}-{size:.0%}.png"
                    _shoot(desk, folder / f"prices-{name}")
                    _shoot(desk, folder / f"preview-{name}", file=good)
                    _shoot(desk, folder / f"refused-{name}", file=bad)
                    _shoot(desk, folder / f"own-{name}", at="own")
                    _shoot(desk, folder / f"factor-{name}", at="factor")
                    _shoot(desk, folder / f"finance-{name}", user="finance")
        finally:
            desk.db.close()
    app.quit()


def _fill(desk: Desk) -> None:
    signin.act_as(desk, "admin")
    for code, name, pounds, kind in (
        ("XC04Z", "Adult critical care, 3 organs supported", 2400, Kind.CRITICAL_CARE),
        ("STENT", "Coronary stent", 812, Kind.DRUG_OR_DEVICE),
    ):
        unit = "day" if kind is Kind.CRITICAL_CARE else ""
        price = OwnPrice(name=name, code=code, unit=unit, price=Money(pounds * 100), kind=kind)
        own_prices.enter_price(desk, price)


def _shoot(
    desk: Desk, path: Path, *, user: str = "admin", file: Path | None = None, at: str = ""
) -> None:
    person = signin.act_as(desk, user)
    shell = Shell()
    shell.show()
    office = Office(desk, person, shell, records=Inline(), share=Inline())
    if user == "admin":
        shell.show_page("settings")
        settings = shell.stack.currentWidget()
        assert isinstance(settings, SettingsPage)
        settings.open_section("prices")
    else:
        shell.show_page("money")
        page = shell.stack.currentWidget()
        assert isinstance(page, MoneyPage)
        page.open_panel("prices")
    _settle()
    panel = shell.findChild(PricesPanel)
    assert panel is not None
    if at:
        (panel.own.name if at == "own" else panel.factors.factor).input.setFocus()
    if file is not None:
        panel.take_in.file.input.setText(str(file))
        panel.take_in.read.click()
    _settle()
    shell.grab().save(str(path))
    office.leave()
    shell.close()
    shell.deleteLater()
    _settle()


def _settle() -> None:
    for _ in range(8):
        QApplication.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
