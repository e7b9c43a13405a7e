"""What each step of the set-up is made of: a question, why it is asked, its fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.models.first_run import NewDesk
from ui.widgets.field import Field
from ui.widgets.layout import Column


class Form(QWidget):
    """One step: its question, why it is asked, its fields by the names of their problems."""

    title = ""
    lead = ""

    def __init__(self) -> None:
        super().__init__()
        self.fields: Mapping[str, Field[Any]] = {}
        self.body = Column(self, gap=14)

    def show_new(self, new: NewDesk) -> None:
        """Show what is known so far."""

    def read(self, new: NewDesk) -> NewDesk:
        """What is known with what is typed here."""
        return new

    def first_input(self) -> QWidget | None:
        """What is filled in first; None where a step is to be read and no more."""
        return next((field.input for field in self.fields.values()), None)

    def take_focus(self) -> None:
        """On what is filled in first."""
        first = self.first_input()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
