"""No screen of finance or of a clinician says a word of a protected ground (charging-rules 8.1)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from app.services import holding, review
from tests.desks import sign_in
from tests.ui.officer_cases import invoice, make_billable
from tests.ui.officer_window import KEY, OfficerWindow, settle
from ui.work import Inline

pytestmark = [pytest.mark.ui, pytest.mark.slow]
SECRET = ("Canaryground", "Safeguarding", "slavery", "reasonable-grounds", "asylum")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[OfficerWindow]:
    room = OfficerWindow(tmp_path, Inline())
    room.shell.show()
    room.shell.activateWindow()
    yield room
    room.close()


def words(window: QWidget) -> str:
    """Everything shown or read out."""
    said = []
    for one in window.findChildren(QWidget):
        said.append(one.accessibleName() + " " + one.accessibleDescription())
        if isinstance(one, QLabel | QAbstractButton | QLineEdit):
            said.append(one.text())
    return " ".join(said)


def protect(room: OfficerWindow, case: str) -> None:
    """A ground is claimed after the invoice, and an officer lets letters rest."""
    sign_in(room.desk, "officer")
    review.answer(room.desk, case, "s2_nrm", "referred")
    review.answer(room.desk, case, "s2_protection", ("claimed_pending",))
    holding.rest_letters(room.desk, case, "safeguarding", "Canaryground told the nurse")


def test_h8_finance_sees_that_letters_rest_and_never_why(room: OfficerWindow) -> None:
    billed, other = room.registered(("Okafor", "Ada"), ("Lee", "Min"))
    invoice(room.desk, billed)
    make_billable(room.desk, other)
    for case in (billed, other):
        protect(room, case)
    room.sit_down("finance", "money")
    seen = ""
    for name in room.money.names():
        room.money.open_panel(name)
        settle()
        room.press(KEY.Key_Return)
        seen += words(room.shell)
    assert "OKAFOR" in seen.upper()
    assert not [word for word in SECRET if word.casefold() in seen.casefold()]


def test_h8_a_clinician_sees_the_clinical_form_and_no_other_ground(room: OfficerWindow) -> None:
    (case,) = room.registered(("Okafor", "Ada"))
    protect(room, case)
    room.sit_down("clinician", "clinician")
    room.press("R-1001", KEY.Key_Return)
    settle()
    seen = words(room.shell)
    assert "Okafor".upper() in seen.upper()
    assert not [word for word in SECRET if word.casefold() in seen.casefold()]
