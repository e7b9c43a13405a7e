"""The pictures of README and docs: the real window over a real demo store, worked by keys.

    python -m tests.pictures.take [FOLDER]        (default docs/pictures; `make pictures`)

The made-up morning of 9 March 2026 lies behind it, so that the same program makes the same
pictures. Letters are page one of the PDFs the morning made.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pypdfium2
from PySide6.QtCore import QLoggingCategory, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.demo import DEFAULT_MOMENT, PASSWORD, leave_some_waiting, live_the_morning, make_demo_desk
from app.services import signin
from app.services.desk import Desk
from tests.pictures.looks import folder_asked_for
from ui import theme
from ui.office import Office
from ui.shell import Shell
from ui.theme import Scheme, Theme
from ui.views.case import CasePage
from ui.views.money import MoneyPage
from ui.work import Inline

SEED = 1
KEY = Qt.Key
SCALE = 1.5  # of the letters: enough to read on a page


def main(folder: Path) -> None:
    """Write every picture."""
    folder.mkdir(parents=True, exist_ok=True)
    QLoggingCategory.setFilterRules("qt.text.font.db=false")
    app = theme.application()
    with tempfile.TemporaryDirectory() as place:
        desk = make_demo_desk(Path(place) / "desk", moment=DEFAULT_MOMENT, seed=SEED)
        try:
            made = live_the_morning(desk, seed=SEED)
            leave_some_waiting(desk, seed=SEED)
            _letter(made.estimates[0].pdf, folder / "estimate.png")
            _letter(made.invoices[0].pdf, folder / "invoice.png")
            _windows(app, desk, "light", "", folder)
            _windows(app, desk, "dark", "-dark", folder)
        finally:
            desk.db.close()
    app.quit()


def _windows(app: QApplication, desk: Desk, scheme: Scheme, suffix: str, folder: Path) -> None:
    theme.apply(app, Theme(scheme, 1.0, motion=False))

    def shoot(name: str, shell: Shell) -> None:
        _settle()
        shell.grab().save(str(folder / f"{name}{suffix}.png"))

    _as(desk, "clerk", lambda shell, _office: _desk_pictures(shell, shoot))
    _as(desk, "officer", lambda shell, office: _case_pictures(shell, office, shoot))
    _as(desk, "finance", lambda shell, _office: _money_pictures(shell, shoot))


Shoot = Callable[[str, Shell], None]


def _desk_pictures(shell: Shell, shoot: Shoot) -> None:
    shoot("desk", shell)
    _type("Smith 14/7/85")
    _press(KEY.Key_Return)
    _choose_booking_if_asked(shell)
    shoot("ladder", shell)
    for _ in range(3):
        _press(KEY.Key_1)
    _press(KEY.Key_Return)
    shoot("outcome", shell)


def _choose_booking_if_asked(shell: Shell) -> None:
    """The first patient of a new desk needs a word on what they are here for."""
    _press(KEY.Key_Return)
    if not shell.banner.isVisible():
        _press(KEY.Key_Down)
        _press(KEY.Key_Return)
    if not shell.banner.isVisible():
        _press(KEY.Key_Return)


def _case_pictures(shell: Shell, office: Office, shoot: Shoot) -> None:
    shoot("queue", shell)
    _press(KEY.Key_Down)
    _press(KEY.Key_Return)
    shoot("case", shell)
    QTest.keyClick(_focused(), KEY.Key_2, Qt.KeyboardModifier.ControlModifier)
    case = shell.in_sight()
    assert isinstance(case, CasePage)
    case.interview.take_focus()
    shoot("interview", shell)
    shell.show_page("guide")
    _type("european card")
    QTest.qWait(250)
    _press(KEY.Key_Return)
    shoot("guide", shell)


def _money_pictures(shell: Shell, shoot: Shoot) -> None:
    page = shell.findChild(MoneyPage)
    assert page is not None
    page.open_panel("accounts")
    shoot("money", shell)
    _press(KEY.Key_Return)
    shoot("account", shell)
    page.open_panel("reports")
    shoot("reports", shell)
    shell.show_page("dashboard")
    shoot("dashboard", shell)


def _as(desk: Desk, name: str, work: Callable[[Shell, Office], None]) -> None:
    user = signin.sign_in(desk, name, PASSWORD)
    shell = Shell(demo=True)
    shell.show()
    shell.activateWindow()
    QTest.qWaitForWindowActive(shell)
    office = Office(desk, user, shell, records=Inline(), share=Inline())
    _settle()
    try:
        work(shell, office)
    finally:
        office.leave()
        shell.close()
        shell.deleteLater()
        _settle()


def _letter(pdf: bytes, path: Path) -> None:
    page = pypdfium2.PdfDocument(pdf)[0]
    page.render(scale=SCALE).to_pil().save(path)


def _press(key: Qt.Key) -> None:
    QTest.keyClick(_focused(), key)
    _settle()


def _focused() -> QWidget:
    """Where keys go."""
    widget = QApplication.focusWidget()
    if widget is None:
        raise RuntimeError("nothing has the focus")
    return widget


def _type(words: str) -> None:
    QTest.keyClicks(_focused(), words)
    _settle()


def _settle() -> None:
    """Let layouts and deferred work come to rest."""
    for _ in range(8):
        QApplication.processEvents()


if __name__ == "__main__":
    main(folder_asked_for(__doc__, "docs/pictures"))
