"""What lies beside a registration at the desk: needs, the language card, the finish.

beside = Beside.of(desk, records, changes)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from app.services.desk import Desk
from ui.changes import Changes
from ui.models.finishing import FinishModel
from ui.models.language_card import LanguageModel
from ui.models.needs import NeedsModel
from ui.work import Runner


@dataclass(frozen=True, slots=True)
class Beside:
    """One model each, over the same records."""

    needs: NeedsModel
    language: LanguageModel
    finish: FinishModel

    @classmethod
    def of(cls, desk: Desk, records: Runner, changes: Changes) -> Self:
        """Those of a desk."""
        return cls(
            NeedsModel(desk, records, changes),
            LanguageModel(desk, records, changes),
            FinishModel(desk, records, changes),
        )
