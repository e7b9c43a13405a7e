"""One part of the Money page behind its own tab.

class PricesPanel(MoneyPanel):
    def opened(self): self.model.refresh()
    def on_key(self, key): return key == "Esc" and self.back()
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal, SignalInstance

from ui.widgets.page import Page


class MoneyPanel(Page):
    """Fills the Money page under the tabs.

    While it asks for something that one finishes or leaves (a form, a check page, a letter), it
    says so by `covering`, and the tabs are out of the way until it is done.
    """

    covering = Signal(bool)
    read = Signal()  # its lines, or that there are none: see `has_lines`
    account_wanted = Signal(str)  # doc_no: to be opened among the accounts

    has_lines: bool | None = None  # None until they are read; a panel without a list stays so

    def take_focus(self) -> None:
        """The focus goes to what the panel is worked by."""

    def open_account(self, doc_no: str) -> None:
        """Show one account whole; only the panel of accounts has any."""

    def restyle(self) -> None:
        """Take the sizes of the current theme; the layouts do for most panels."""


@dataclass(frozen=True, slots=True)
class PanelPlan:
    """A panel the person's roles allow, its name inside the program and the words on its tab.

    Its widgets are built by `build` when it is first opened. `counted` is its model's signal of how
    many records wait in it, for the tab.
    """

    name: str
    label: str
    build: Callable[[], MoneyPanel]
    counted: SignalInstance | None = None
