"""A panel with pages that lie over it: forms, a check page, a letter; Esc and Back lead back.

From a check page they lead to the form that it was asked from, with all that was typed.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.models.money import PanelModel
from ui.models.pdf import PdfModel
from ui.views.money_forms import MoneyForm
from ui.views.money_panel import MoneyPanel
from ui.views.pdf_preview import PdfPreview
from ui.widgets.announce import announce
from ui.widgets.check import Check, CheckPage
from ui.widgets.layout import Column, Label
from ui.widgets.scroll import Scroll


class PagedPanel(MoneyPanel):
    """A panel of this kind gives its own page to `lay`, and says where the focus goes on it.

    While another page lies over it the tabs are out of the way.
    """

    def __init__(self, model: PanelModel, pdf: PdfModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.said = Label("", weight="label", wrap=True)
        self.problem = Label("", weight="strong", role="error", wrap=True)
        self.check = CheckPage()
        self.letter = PdfPreview(pdf)
        self.pages = QStackedWidget()
        self._asked_by: MoneyForm | None = None  # the form behind the check page
        self._before: QWidget | None = None  # what had the focus on it
        for words in (self.said, self.problem):
            words.hide()

    def lay(self, inside: QWidget) -> None:
        """Put the panel's own page under those that may lie over it."""
        self.own_page = Scroll(inside)
        for page in (self.own_page, self.check, self.letter):
            self.pages.addWidget(page)
        Column(self).addWidget(self.pages)
        self.check.back.connect(self.turn_back)
        self.letter.closed.connect(self.back)
        self.pages.currentChanged.connect(
            lambda _place: self.covering.emit(self.pages.currentWidget() is not self.own_page)
        )

    def take_focus(self) -> None:
        """The focus goes to what the panel is worked by."""
        self.own_page.setFocus()

    def opened(self) -> None:
        """The panel's own page, read again."""
        self._model.watched = True
        self.pages.setCurrentWidget(self.own_page)
        self._model.refresh()
        self.take_focus()

    def on_key(self, key: str) -> bool:
        """Esc closes what lies over the panel; nothing was done."""
        here = self.pages.currentWidget()
        if key != "Esc" or here is self.own_page:
            return False
        if here is self.letter:
            self.letter.close_letter()
        elif here is self.check:
            self.turn_back()
        else:
            self.back()
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._model.watched = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What stands beside or above what follows the room there is."""
        super().resizeEvent(event)
        self.restyle()

    def ask(self, check: Check, confirmed: Callable[[], object]) -> None:
        """Show what is about to be saved; `confirmed` runs where the person agrees."""
        here = self.pages.currentWidget()
        self._asked_by = here if isinstance(here, MoneyForm) else None
        self._before = self.window().focusWidget()
        self.pages.setCurrentWidget(self.check)

        def confirm() -> None:
            if self._asked_by is not None:
                self._asked_by.hand_over()
            confirmed()

        self.check.ask(check, confirm)

    def turn_back(self) -> None:
        """From the check page to what it was asked from; nothing was saved, and nothing is lost."""
        if self._asked_by is None:
            self.back()
            return
        form, before = self._asked_by, self._before
        self.pages.setCurrentWidget(form)
        was_there = before is not None and form.isAncestorOf(before)
        target = before if before is not None and was_there else form.go_on
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def checked(self) -> None:
        """What the check page asked was done: the form behind it has nothing more to keep."""
        if self._asked_by is not None and self.pages.currentWidget() is self.check:
            self._asked_by.done()

    def back(self) -> None:
        """To the panel's own page."""
        self.checked()
        self.pages.setCurrentWidget(self.own_page)
        self.take_focus()

    def say(self, words: str) -> None:
        """Say why something was not done."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        if words:
            announce(self, words, assertive=True)

    def tell(self, words: str) -> None:
        """Say what was done."""
        self.said.setText(words)
        self.said.setVisible(bool(words))
        if words:
            announce(self, words)
