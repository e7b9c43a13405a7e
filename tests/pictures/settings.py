"""Pictures of every part of the settings, of the lock screen, and of a desk that will not open.

    python -m tests.pictures.settings /tmp/settings [light|dark|contrast] [100|200|1024]

writes `<part>-<scheme>-<size>-<width>.png`.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QLoggingCategory, Qt
from PySide6.QtTest import QTest

from app.core.look import Look
from app.services import language_texts, own_signin, signin
from app.services.desk import Desk
from app.store import crypto
from app.store.key_file import locked_away
from tests.desks import PASSWORD, make_desk, sign_in
from tests.packs import PackKey, trust_signer
from tests.pictures.looks import Look as Taken
from tests.pictures.looks import asked_for, looks
from tests.services.test_trust_settings import picture
from tests.services.work import SECOND_ADMIN, seated
from tests.ui.officer_window import settle
from ui.comfort import Comfort
from ui.models.opening import SENT_ONE
from ui.models.sign_in import SignInModel
from ui.office import Office
from ui.shell import Shell
from ui.views.settings import SettingsPage
from ui.views.settings_people import PeoplePanel
from ui.views.settings_share import SharePanel
from ui.views.settings_trust import TrustPanel
from ui.views.sign_in import SignInView
from ui.views.unlock import UnlockView
from ui.work import Inline


def main(folder: Path, wanted: tuple[str, ...]) -> None:
    """Write every picture."""
    QLoggingCategory.setFilterRules("qt.text.font.db=false")
    with tempfile.TemporaryDirectory() as place:
        desk = _lived_in(Path(place))
        try:
            for look in looks(folder, wanted):
                _settings(desk, look, folder)
                _lock(desk, look, folder)
                _shut(look, folder)
        finally:
            desk.db.close()


def _lived_in(place: Path) -> Desk:
    from app.services import trust_settings

    desk = make_desk(place)
    trust_signer(desk, PackKey())
    for name in ("clerk", "officer"):
        sign_in(desk, name)
        own_signin.set_pin(desk, "482913", password=PASSWORD)
    with seated(desk, SECOND_ADMIN):
        for code, words in (
            ("pl", "Pytamy wszystkich o to samo."),
            ("ar", "نسأل الجميع نفس الأسئلة."),
        ):
            language_texts.enter_text(
                desk,
                language=code,
                about="everyone",
                words=words,
                translator="Ewa Nowak",
                translated_on=desk.today,
            )
    with seated(desk, "admin"):
        language_texts.approve_text(desk, 1)
        trust_settings.set_logo(desk, picture(size=(900, 300)))
    return desk


def _settings(desk: Desk, look: Taken, folder: Path) -> None:
    user = signin.act_as(desk, "admin")
    shell = Shell()
    shell.resize(look.width, look.height)
    shell.show()
    comfort = Comfort()
    comfort.look = Look(scheme=look.scheme, text_percent=round(look.size * 100))
    office = Office(desk, user, shell, records=Inline(), share=Inline(), comfort=comfort)
    shell.show_page("settings")
    page = shell.findChild(SettingsPage)
    assert page is not None
    look.shoot(shell, _walk(page), folder)
    office.leave()
    shell.close()
    shell.deleteLater()
    settle()


def _walk(page: SettingsPage) -> Iterator[str]:
    for name in page.names():
        page.open_section(name)
        yield name
        panel = page.section(name)
        if isinstance(panel, TrustPanel):
            panel.keep.click()
            yield "trust-check"
            panel.back()
            panel.see.click()
            yield "trust-letter"
            panel.letter.close_letter()
        if isinstance(panel, SharePanel):
            panel.where.share.input.setText("smb://desk3@files.rxx.nhs.uk/finance/overseas")
            yield "share-server"
            panel.test.button.click()
            yield "share-server-refused"
        if isinstance(panel, PeoplePanel):
            panel.table.go_to(4)
            QTest.keyClick(panel.table, Qt.Key.Key_Return)
            yield "people-person"
            panel.back()
            panel.add.click()
            yield "people-add"
            panel.let_in.click()
            yield "people-add-refused"
            panel.back()
    page.stack.setCurrentWidget(page.failed)
    page.failed.opened()
    yield "part-failed"


def _lock(desk: Desk, look: Taken, folder: Path) -> None:
    shell = Shell()
    shell.resize(look.width, look.height)
    view = SignInView(SignInModel(lambda: desk, Inline()), trust=desk.trust.name)
    view.set_locked("clerk", "J. Patel")
    shell.add_page("sign_in", view, bare=True)
    shell.show()
    shell.show_page("sign_in")
    look.shoot(shell, iter(["lock"]), folder)
    shell.close()
    shell.deleteLater()
    settle()


def _shut(look: Taken, folder: Path) -> None:
    """A desk whose key is nowhere, and a ward laptop that was away from the share too long."""
    shell, view = Shell(), UnlockView()
    shell.resize(look.width, look.height)
    shell.add_page("unlock", view, bare=True)
    shell.show()
    shell.show_page("unlock")
    look.shoot(shell, _unlocking(shell, view), folder)
    shell.close()
    shell.deleteLater()
    settle()


def _unlocking(shell: Shell, view: UnlockView) -> Iterator[str]:
    yield "unlock"
    view.refuse(crypto.wrong_passphrase())
    yield "unlock-refused"
    view.refuse(locked_away())
    shell.notice.tell(SENT_ONE)
    yield "unlock-away"


if __name__ == "__main__":
    main(*asked_for(__doc__))
