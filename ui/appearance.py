"""What the person chose to look at, and what the system asks for; changes are worn at once.

app = application(sys.argv[1:])
appearance = Appearance(app, scheme="system", text_size=1.0)
appearance.choose(scheme="dark", text_size=1.5)
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from ui.theme import Scheme, Theme, apply, load_scripts

Chosen = Literal["system", "light", "dark", "contrast"]


class Appearance(QObject):
    """Wears the chosen theme; with `system` it follows dark mode and high contrast live."""

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        *,
        scheme: Chosen = "system",
        text_size: float = 1.0,
        motion: bool = True,
        scripts: bool = True,
    ) -> None:
        super().__init__(app)
        self._app, self._motion, self._scripts = app, motion, scripts
        self.scheme: Chosen = scheme
        self.text_size = text_size
        self._hints = app.styleHints()
        self._contrast = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self._follow)
        self._contrast.contrastPreferenceChanged.connect(self._follow)
        self._wear()

    def choose(self, *, scheme: Chosen | None = None, text_size: float | None = None) -> None:
        """Another scheme, another text size (1.0 to 2.0), or both."""
        self.scheme = scheme or self.scheme
        self.text_size = text_size or self.text_size
        self._wear()

    def add_scripts(self) -> None:
        """Bring the fonts of other scripts, where the first window was to do without them."""
        self._scripts = True
        load_scripts()

    def wanted(self) -> Scheme:
        """The scheme to wear: the one chosen, else the one the system asks for."""
        if self.scheme != "system":
            return self.scheme
        if self._contrast.contrastPreference() == Qt.ContrastPreference.HighContrast:
            return "contrast"
        dark = self._hints.colorScheme() == Qt.ColorScheme.Dark
        return "dark" if dark else "light"

    def _follow(self) -> None:
        if self.scheme == "system":
            self._wear()

    def _wear(self) -> None:
        theme = Theme(self.wanted(), self.text_size, self._motion)
        apply(self._app, theme, scripts=self._scripts)
        self.changed.emit()
