"""What lies beside a registration: needs, language card, finish, papers, what became of cases.

beside = Beside.of(desk, records, share, changes)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from app.services.desk import Desk
from ui.changes import Changes
from ui.models.documents import DocumentsModel
from ui.models.feedback import FeedbackModel
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
    documents: DocumentsModel
    feedback: FeedbackModel

    @classmethod
    def of(cls, desk: Desk, records: Runner, papers: Runner, changes: Changes) -> Self:
        """Those of a desk; pages of papers are drawn in a lane of their own."""
        return cls(
            NeedsModel(desk, records, changes),
            LanguageModel(desk, records, changes),
            FinishModel(desk, records, changes),
            DocumentsModel(desk, records, papers, changes),
            FeedbackModel(desk, records, changes),
        )
