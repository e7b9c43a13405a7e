"""“What became of your cases” on the desk's start page (hazards H1 and H8)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.casework.review import Choice
from app.services.desk import Desk
from tests.desks import make_desk, sign_in
from tests.services.work import chargeable, decide
from ui.changes import Changes
from ui.models.feedback import FeedbackModel
from ui.views.feedback_card import FeedbackCard
from ui.widgets.layout import Column
from ui.work import Inline

pytestmark = pytest.mark.ui


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = make_desk(tmp_path)
    yield desk
    desk.db.close()


def test_h8_the_card_shows_references_and_plain_words_and_goes_once_read(desk: Desk) -> None:
    changes = Changes()
    window = QWidget()
    card = FeedbackCard(FeedbackModel(desk, Inline(), changes))
    Column(window).addWidget(card)
    window.show()
    card.model.refresh()
    assert not card.isVisible()
    decide(desk, chargeable(desk), Choice.CHARGE)
    sign_in(desk, "clerk")
    changes.changed.emit()
    assert card.isVisible()
    assert "R-1001" in card.text()
    assert "Seen by the team. Thank you." in card.text()
    assert "Okafor" not in card.text()
    QTest.keyClick(card.read, Qt.Key.Key_Return)
    assert not card.isVisible()
    card.model.refresh()
    assert not card.isVisible()
    window.close()
    window.deleteLater()
