"""One window, and people who sit down at it one after another, each with drafts of their own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services import signin
from app.services.desk import Desk
from tests.desks import PASSWORD
from tests.ui.hands import opened
from ui.drafts import Drafts
from ui.office import Office
from ui.shell import Shell
from ui.views.desk import DeskPage
from ui.views.ladder import LadderView
from ui.work import Inline


@contextmanager
def window_of_many(qtbot: QtBot, desk: Desk, shell: Shell) -> Iterator[Room]:
    """One window, shown; whoever sits there last leaves."""
    opened(qtbot, shell)
    room = Room(desk, shell)
    yield room
    if room.office is not None:
        room.office.leave()


class Room:
    """One window, and people who sit down at it and lock it; each has drafts of their own."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        self.desk, self.shell = desk, shell
        self.office: Office | None = None
        self._drafts: dict[str, Drafts] = {}
        self.records = Inline()

    def sit(self, name: str, *, back_to: str = "") -> Office:
        """Sign in; with `back_to` the registration is open again as after a lock."""
        user = signin.sign_in(self.desk, name, PASSWORD)
        self.office = Office(
            self.desk,
            user,
            self.shell,
            records=self.records,
            share=Inline(),
            back_to=back_to,
            drafts=self._drafts.setdefault(name, Drafts()),
        )
        QApplication.processEvents()
        return self.office

    def lock(self) -> None:
        """Leave the seat: every page goes."""
        assert self.office is not None
        self.office.leave()
        self.office = None
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    @property
    def page(self) -> DeskPage:
        """The desk's page."""
        assert self.office is not None
        assert self.office.at_desk is not None
        return self.office.at_desk.page

    def on_ladder(self) -> LadderView:
        """The ladder, once it was said whose registration is open."""
        if self.page.stack.currentWidget() is self.page.interruption:
            self.page.interruption.go_on.click()
        assert self.page.stack.currentWidget() is self.page.ladder
        return self.page.ladder
