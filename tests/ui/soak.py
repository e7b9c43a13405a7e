"""A clerk who presses anything at the desk page itself, in any order, ten thousand times.

`python -m tests.ui.soak --steps 10000` from the root of the repository; the last line is JSON. A
step is one of what a clerk does with keys: switch, park, resume, answer, change an answer, go back,
type into the visitor page, leave, lock and sit down again. After every step the banner, the page
and the store speak of one and the same registration, and at the end every answer that was given is
on the record it was given for, and on no other (hazard H4).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.core.errors import Known
from app.services import desk_lists, registration
from tests.desks import add_visitor, make_desk, sign_in
from ui.models.registration import RegistrationModel, Showing
from ui.office import Office
from ui.shell import Shell
from ui.views.desk import DeskPage
from ui.views.interruption import Interruption
from ui.views.ladder import LadderView
from ui.views.outcome import OutcomeView
from ui.views.visitor import VisitorView
from ui.work import Inline

KEY = Qt.Key
PATIENTS, REGISTRATIONS, TOLD_EVERY = 12, 60, 500
_DRAFTS = "SELECT registration_id FROM registrations WHERE state = 'draft'"
EXPECTED = {"too_many_parked"}  # what the desk may refuse a clerk who presses anything


class Soak:
    """One window over one store; `counts` says what was done how often."""

    def __init__(self, folder: Path, *, seed: int) -> None:
        self._chance = random.Random(seed)
        self._desk, self._shell = make_desk(folder), Shell()
        self._patients = [
            add_visitor(
                self._desk, family_name=f"Patient{number}", given_names="Made-up"
            ).patient_id
            for number in range(PATIENTS)
        ]
        self._on_screen = ""
        self.belongs: dict[str, str] = {}
        self.given: dict[str, dict[str, str]] = {}  # what was shown for a question once answered
        self.refused: Counter[str] = Counter()
        self.counts: Counter[str] = Counter()
        self._acts: tuple[Callable[[], None], ...] = (
            *(self.answer,) * 14,
            *(self.change, self.switch, self.resume) * 4,
            *(self.type,) * 6,
            *(self.give_up,) * 5,
            *(self.park, self.back, self.press, self.leave, self.finish) * 2,
            self.lock,
        )
        self._shell.show()
        self._shell.activateWindow()
        self._sit_down("")
        QApplication.processEvents()

    def step(self) -> None:
        """One thing at random, and what must hold after it."""
        act = self._chance.choice(self._acts)
        act()
        self.counts[act.__name__] += 1
        QApplication.processEvents()
        self._check_open()

    # What a clerk does

    def switch(self) -> None:
        """Another patient, whoever is open."""
        if len(self.belongs) < REGISTRATIONS or self._chance.random() < 0.05:
            self._model.begin(self._chance.choice(self._patients), "outpatient")

    def answer(self) -> None:
        """One of the first answers of the question shown."""
        if isinstance(self._shown(), LadderView | VisitorView):
            self._key(self._chance.choice((KEY.Key_1, KEY.Key_2, KEY.Key_3, KEY.Key_Return)))

    def give_up(self) -> None:
        """Finish without the answers, as with somebody who cannot be asked."""
        if self._model.is_draft:
            self._model.could_not_ask(self._chance.choice(tuple(self._desk.terms.could_not_ask)))

    def change(self) -> None:
        """Open a question again that was answered."""
        step = self._model.step
        if step is not None and step.answered and self._model.is_draft:
            self._model.reopen(self._chance.choice(step.answered).question.id)

    def type(self) -> None:
        """Words for the open registration alone, where they can be typed."""
        page = self._shown()
        if isinstance(page, VisitorView):
            fields = [one for one in page.findChildren(QWidget) if _takes_words(one)]
            if fields:
                self._chance.choice(fields).setFocus()
                QTest.keyClicks(_focused(self._page), str(self._chance.randrange(10**4)))

    def park(self) -> None:
        """F8, as the buttons say."""
        if isinstance(self._shown(), LadderView | VisitorView):
            self._key(KEY.Key_F8)

    def resume(self) -> None:
        """One that waits."""
        waiting = [one.registration_id for one in desk_lists.parked(self._desk)]
        if waiting:
            self._model.resume(self._chance.choice(waiting))

    def back(self) -> None:
        """Esc; from an outcome, the answers again."""
        if isinstance(self._shown(), OutcomeView) and not self._model.is_draft:
            self._model.back_to_the_answers()
        else:
            self._key(KEY.Key_Escape)

    def leave(self) -> None:
        """F2, with its word between where a registration is unfinished."""
        self._key(KEY.Key_F2)
        if isinstance(self._shown(), Interruption) and self._chance.random() < 0.7:
            self._key(KEY.Key_Return)

    def finish(self) -> None:
        """As the last answer's Enter does."""
        self._model.finish()

    def press(self) -> None:
        """Any key where the focus is, such as one meant for the page before."""
        keys = (KEY.Key_Tab, KEY.Key_Backtab, KEY.Key_Space, KEY.Key_Down, KEY.Key_F9, KEY.Key_5)
        self._key(self._chance.choice(keys))

    def lock(self) -> None:
        """F12 and the same clerk again, as the window does it: what was open comes back."""
        left_open = self._office.leave()
        self._see_nobody()
        QApplication.processEvents()
        sign_in(self._desk, "clerk")
        self._sit_down(left_open)
        assert (self._model.step.registration_id if self._model.step else "") == left_open

    # What must hold

    def _check_open(self) -> None:
        drafts = self._desk.db.rows(
            "SELECT registration_id FROM registrations WHERE state = 'draft'"
        )
        open_ones = [str(row["registration_id"]) for row in drafts]
        step = self._model.step
        assert open_ones == ([step.registration_id] if step and self._model.is_draft else [])
        assert self._on_screen == (step.registration_id if step else "")
        named = self._shell.banner.accessibleName()
        assert named.startswith(f"{step.patient.banner_name}, ") if step else not named
        if step is not None:
            belongs = self.belongs.setdefault(step.registration_id, step.patient.patient_id)
            assert belongs == step.patient.patient_id

    def check_records(self) -> int:
        """Every answer seen on screen stands on its own record; gives how many."""
        found = 0
        for registration_id, given in self.given.items():
            held = registration.step(self._desk, registration_id)
            assert held.patient.patient_id == self.belongs[registration_id]
            kept = {one.question.id: one.shown for one in held.answered}
            assert kept == given, f"{registration_id}: kept {kept}, shown {given}"
            found += len(given)
        return found

    def close(self) -> None:
        """Let the store go."""
        self._office.leave()
        self._shell.close()
        self._shell.deleteLater()
        QApplication.processEvents()
        self._desk.db.close()

    # Within

    def _sit_down(self, back_to: str) -> None:
        """The pages of a clerk, heard from before anything is taken up again."""
        user = self._desk.person
        self._office = Office(
            self._desk, user, self._shell, records=Inline(), share=Inline(), back_to=back_to
        )
        model, page = self._office.registration, self._shell.in_sight()
        assert isinstance(page, DeskPage)
        assert isinstance(model, RegistrationModel)
        self._model, self._page = model, page
        model.stepped.connect(self._see)
        model.closed.connect(self._see_nobody)
        model.refused.connect(self._hear)
        self._on_screen = model.step.registration_id if model.step is not None else ""

    def _shown(self) -> QWidget | None:
        return self._page.stack.currentWidget()

    def _key(self, key: Qt.Key) -> None:
        QTest.keyClick(_focused(self._page), key)

    def _see(self, showing: Showing) -> None:
        step = showing.step
        self._on_screen = step.registration_id
        given = {one.question.id: one.shown for one in (*showing.before, *showing.after)}
        if step.question is not None and showing.kept:  # open again, with its answer beside it
            given[step.question.id] = showing.kept
        self.given[step.registration_id] = given

    def _see_nobody(self) -> None:
        self._on_screen = ""

    def _hear(self, known: Known) -> None:
        self.refused[known.code] += 1


def _focused(page: QWidget) -> QWidget:
    widget = QApplication.focusWidget()
    return widget if widget is not None else page


def _takes_words(widget: QWidget) -> bool:
    return isinstance(widget, QLineEdit) and widget.isVisible() and widget.isEnabled()


def soak(folder: Path, *, steps: int, seed: int) -> Soak:
    """Let a clerk do anything so often; everything is checked as it goes and at the end."""
    one = Soak(folder, seed=seed)
    for number in range(1, steps + 1):
        one.step()
        if number % TOLD_EVERY == 0:
            one.check_records()
            print(f"{number:,} steps, {len(one.belongs)} registrations", flush=True)
    one.counts["answers"] = one.check_records()
    return one


def main() -> int:
    """Drive and tell; a step that leaves something on a wrong record ends it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--steps", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1500)
    given = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.theme import application

    app = application()
    with tempfile.TemporaryDirectory() as folder:
        one = soak(Path(folder), steps=given.steps, seed=given.seed)
        row = {"steps": given.steps, "seed": given.seed, **one.counts}
        row |= {"registrations": len(one.belongs), "refused": dict(one.refused)}
        one.close()
    app.quit()
    print(json.dumps(row))
    return 0


if __name__ == "__main__":
    sys.exit(main())
