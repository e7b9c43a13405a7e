"""The desk's page for a health card or certificate: copied field by field, holding nobody up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.errors import Known
from app.services.card_capture import Captured
from app.services.entitlements import EntitlementForm
from ui.language import tr
from ui.models.card_capture import CardCaptureModel
from ui.views.case_card import CardForm
from ui.widgets.card import Card
from ui.widgets.layout import Label
from ui.widgets.page import SplitPage

TITLE = tr("Card or certificate")
ABOUT = tr(
    "Copy what is printed on it. What is missing can be brought later: leave it empty, and go on."
)
BACK = tr("&Back to the visitor page")
PASSPORT_ENOUGH = tr(
    "No card at hand? A passport of {country} does as well: note its number on the visitor page."
)
NOTHING_HELD_UP = tr("Book in as normal. Nothing here holds anybody up.")


class CardPage(SplitPage):
    """`left()`: back to the visitor page. What was kept stays, and is shown there."""

    left = Signal()

    def __init__(
        self,
        model: CardCaptureModel,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(TITLE, parent=parent)
        self._model = model
        self._registration = ""
        self._is_read = False  # until then the form is empty, or another patient's
        self._leaving = False
        self.form = CardForm(today, about=ABOUT, back=BACK)
        self.enough = Label("", weight="label", wrap=True)
        card = Card(margins=(24, 18, 24, 20), gap=10)
        card.body.addWidget(self.enough)
        card.body.addWidget(self.form)
        self.content.holding(card)
        self.footer.holding(Label(NOTHING_HELD_UP, scale="small", role="text2", wrap=True))
        self.form.saved.connect(self._save)
        self.form.back.connect(self.leave)
        model.asked.connect(self._show)
        model.kept.connect(self._kept)
        model.refused.connect(self.refuse)

    def ask_for(self, registration_id: str) -> None:
        """The card of this registration."""
        self._registration, self._is_read = registration_id, False
        self._leaving = False
        self._model.ask(registration_id)

    def take_focus(self) -> None:
        """What kind it is, or the first field that is empty."""
        self.form.take_focus()

    def refuse(self, known: Known) -> None:
        """Beside its field; nothing was kept."""
        if self.isVisible():
            self.form.refuse(known)

    def leave(self) -> None:
        """Back, once what was typed is kept; what cannot be read is said once and then let go."""
        if self._leaving or not self._stands_unsaved():
            self.left.emit()
            return
        self._leaving = True
        self._save(*self.form.typed())

    def keep_on_leaving(self) -> None:
        """Keep what was typed for whoever locks or goes on: nobody is there to put it right."""
        if self._stands_unsaved():
            type_id, typed = self.form.typed()
            self._model.keep_on_leaving(self._registration, type_id, typed, self.form.before())

    def close_panel(self) -> bool:
        """Esc discards nothing: the same as Back."""
        self.leave()
        return True

    def _show(self, form: EntitlementForm, country: str) -> None:
        self.enough.setText(PASSPORT_ENOUGH.format(country=country) if country else "")
        self.enough.setVisible(bool(country))
        self.form.ask(form)
        self._is_read = True
        self.take_focus()

    def _stands_unsaved(self) -> bool:
        return self._is_read and self.form.is_changed()

    def _save(self, type_id: str, typed: dict[str, str]) -> None:
        self._model.keep(self._registration, type_id, typed)

    def _kept(self, captured: Captured) -> None:
        if self._leaving:
            self.left.emit()
            return
        self.form.was_kept(captured.findings)
