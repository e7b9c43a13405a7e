"""What the person chose to look at, and what the system asks for; changes are worn at once.

app = application(sys.argv[1:])
appearance = Appearance(app, Look(), given={"scheme": "dark"})   # as the command line says
appearance.choose(Look(scheme="light", text_percent=150))
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Protocol, cast

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.core.look import Look
from ui.started import once_seen
from ui.theme import Scheme, Theme, apply, catch_up_a_step, current, load_scripts


class Dressed(Protocol):
    """A window whose pages change their look in turns: the shell, which this knows nothing of."""

    def changing(self) -> Sequence[QWidget]:
        """The pages that change so; the first is painted once it has."""

    def setUpdatesEnabled(self, enable: bool, /) -> None:
        """Paint again."""


class Appearance(QObject):
    """Wears a look; with the scheme `system` it follows dark mode and high contrast live.

    What was `given` on the command line outweighs any choice for as long as the program runs.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        look: Look | None = None,
        *,
        given: Mapping[str, Any] | None = None,
        scripts: bool = True,
    ) -> None:
        super().__init__(app)
        self._app, self._given, self._scripts = app, dict(given or {}), scripts
        self.look = self._with_given(look or Look())
        self._hints = app.styleHints()
        self._contrast = self._hints.accessibility()
        self._is_seen = False
        self._shell: Dressed | None = None
        self._later: Callable[[Callable[[], object]], object] | None = None
        self._wear()
        once_seen(self._watch)

    def choose(self, look: Look) -> None:
        """Wear another look."""
        wanted = self._with_given(look)
        if wanted != self.look:
            self.look = wanted
            self._wear()

    def change_in_turns(
        self, shell: Dressed, later: Callable[[Callable[[], object]], object]
    ) -> None:
        """Change the pages of a window in turns of their own, in steps, the one in sight first.

        Nothing is painted until that one is done, so nobody sees it half changed.
        """
        self._shell, self._later = shell, later

    def add_scripts(self) -> None:
        """Bring the fonts of other scripts, where the first window was to do without them."""
        self._scripts = True
        load_scripts()

    def wanted(self) -> Scheme:
        """The scheme to wear: the one chosen, else the one the system asks for."""
        if self.look.scheme != "system":
            return cast("Scheme", self.look.scheme)
        if not self._is_seen and sys.platform == "linux":
            # What Qt says takes its namespace (`ui.widgets.paint`). At the start the palette tells
            # light from dark, and here no contrast is known before the first window has been seen.
            return "dark" if self._app.palette().window().color().lightness() < 128 else "light"
        if self._contrast.contrastPreference() == QtCore.Qt.ContrastPreference.HighContrast:
            return "contrast"
        dark = self._hints.colorScheme() == QtCore.Qt.ColorScheme.Dark
        return "dark" if dark else "light"

    def _with_given(self, look: Look) -> Look:
        return look.but(**self._given)

    def _watch(self) -> None:
        self._is_seen = True
        self._hints.colorSchemeChanged.connect(self._follow)
        self._contrast.contrastPreferenceChanged.connect(self._follow)
        if self.wanted() != current().scheme:
            self._wear()

    def _follow(self) -> None:
        if self.look.scheme == "system":
            self._wear()

    def _wear(self) -> None:
        look = self.look
        theme = Theme(self.wanted(), look.text_percent / 100, look.motion, roomy=look.roomy)
        shell = self._shell
        pages = shell.changing() if shell is not None and isValid(shell) else ()
        apply(self._app, theme, scripts=self._scripts, unseen=pages)
        for place, page in enumerate(pages):
            self._go_on(page, first=not place)
        self.changed.emit()

    def _go_on(self, page: QWidget, *, first: bool) -> None:
        if self._later is not None and self._shell is not None:
            self._later(partial(self._catch_up, page, first=first))

    def _catch_up(self, page: QWidget, *, first: bool) -> None:
        goes_on = False
        try:
            goes_on = catch_up_a_step(page)
        finally:
            if goes_on:
                self._go_on(page, first=first)
            elif first and self._shell is not None and isValid(self._shell):
                self._shell.setUpdatesEnabled(True)
