"""The share while somebody sits here: its state told in the status, its page behind the button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from ui.models.exchange import ExchangeModel, Stand, SyncWords
from ui.shell import Shell
from ui.views.share_page import SharePage


class Sharing(QObject):
    """From signing in to leaving; `home` names the page for who came to the share by the rail.

    It tells from the first, whether or not its page is made yet.
    """

    def __init__(self, shell: Shell, exchange: ExchangeModel, home: Callable[[], str]) -> None:
        super().__init__()
        self._shell, self._exchange, self._home = shell, exchange, home
        self._came_from = ""
        self._said_away = ""  # in the notice, untrue once the share is back
        exchange.shown.connect(self._show_words)
        exchange.stood.connect(self._count_aside)
        exchange.told.connect(shell.notice.say)
        exchange.away.connect(self._say_away)

    def take(self, page: SharePage) -> None:
        """What the page shows, and what is pressed on it."""
        page.closed.connect(self._go_back)
        page.try_wanted.connect(self._exchange.send)
        page.cancel_wanted.connect(self._exchange.cancel)
        self._exchange.busy.connect(page.show_busy)
        self._exchange.shown.connect(page.show_words)
        self._exchange.stood.connect(page.follow)

    def open(self) -> None:
        """Show the page; it goes back to the one shown now."""
        if self._shell.page() != "share":
            self._came_from = self._shell.page()
        self._shell.show_page("share")

    def leave(self) -> None:
        """The exchange rests until somebody else sits here."""
        self._exchange.leave()

    def _say_away(self, words: str) -> None:
        self._said_away = words
        self._shell.notice.say(words)

    def _show_words(self, said: SyncWords) -> None:
        self._shell.set_sync(said.words, said.icon, said.detail)
        if self._said_away and not self._exchange.standing.words:
            if self._shell.notice.words.text() == self._said_away:
                self._shell.notice.hide()
            self._said_away = ""

    def _count_aside(self, stand: Stand) -> None:
        self._shell.set_count("share", stand.aside)

    def _go_back(self) -> None:
        self._shell.show_page(self._came_from or self._home())
        self._shell.status.sync.setFocus()
