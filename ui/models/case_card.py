"""The card or certificate of the open case, as an officer takes it down."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.services import claiming
from ui.models.card_capture import keep_readable
from ui.models.case import CaseModel


class CardModel(QObject):
    """Acts on the case that `CaseModel` has open; refusals are told by that model."""

    asked = Signal(object)  # EntitlementForm
    kept = Signal(object)  # (Finding, ...): what is missing or odd, and was kept all the same

    def __init__(self, case: CaseModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._case = case

    def ask(self) -> None:
        """Read what the form starts from; `asked` follows."""
        self._case.read(partial(claiming.entitlement_form, self._case.desk), self.asked.emit)

    def keep(self, type_id: str, typed: Mapping[str, str]) -> None:
        """Keep what was typed; `kept` follows."""
        desk = self._case.desk
        self._case.read(
            lambda here: claiming.keep_entitlement(desk, here, type_id, typed), self.kept.emit
        )

    def keep_on_leaving(
        self, type_id: str, typed: Mapping[str, str], before: Mapping[str, str]
    ) -> None:
        """Keep what can be read, for whoever locks or opens another case."""
        desk = self._case.desk

        def keep(here: str) -> None:
            keep_readable(
                lambda readable: claiming.keep_entitlement(desk, here, type_id, readable),
                typed,
                before,
            )

        self._case.keep_on_leaving(keep)
