"""The queue and the case page with the models behind their panels."""

from __future__ import annotations

from collections.abc import Generator

from app.services.desk import Desk
from ui.changes import Changes
from ui.models.case import CaseModel
from ui.models.documents import DocumentsModel
from ui.models.estimate import EstimateModel
from ui.models.guide import GuideModel
from ui.models.letters import LettersModel
from ui.models.paper import PaperModel
from ui.models.pdf import PdfModel
from ui.models.queue import QueueModel
from ui.models.queue_acts import QueueActs
from ui.models.queue_letters import QueueLetters
from ui.views.case import CasePage
from ui.views.case_panels import CasePanels
from ui.views.queue import QueuePage
from ui.work import Runner


def queue_page(
    queue: QueueModel, desk: Desk, records: Runner, files: Runner, changes: Changes
) -> QueuePage:
    """One person's queue; its letters are drawn in the lane `files`."""
    acts = QueueActs(desk, records, changes)
    return QueuePage(queue, acts, QueueLetters(desk, records, files, changes))


def case_page(
    desk: Desk, records: Runner, files: Runner, changes: Changes, documents: DocumentsModel
) -> Generator[None, None, CasePage]:
    """One person's case page, a panel at a time; what it opens is drawn in the lane `files`."""
    model, estimate = CaseModel(desk, records, changes), EstimateModel(desk, records, changes)
    letters, guide = LettersModel(desk, records, changes), GuideModel(desk, records)
    panels = CasePanels(model, estimate, letters, documents, guide)
    yield from panels.one_by_one()
    return CasePage(
        model,
        estimate,
        PdfModel(desk, records, files),
        PaperModel(desk, records, changes),
        letters,
        documents,
        guide,
        panels=panels,
    )
