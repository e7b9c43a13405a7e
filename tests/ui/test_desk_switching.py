"""Hazard H4, wrong patient: however the clerk switches, answers stay on their own record."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from app.core.errors import Known
from app.services import desk_lists, particulars, registration
from app.services.desk import Desk
from tests.desks import add_visitor, make_desk
from ui.models.registration import RegistrationModel, Showing
from ui.work import Inline

ANSWERS = {
    "s1_residence_12m": ("uk_all", "uk_part", "abroad", "not_given"),
    "s1_countries_12m": (("NG",), ("FR", "ES"), ("US",)),
    "s1_document": ("none", "ehic", "s1_non_uk", "not_given"),
    "s1_existing_banner": ("no", "yes", "unknown"),
}


class Clerk:
    """Presses anything in any order, and remembers what was said for whom."""

    def __init__(self, desk: Desk, chance: random.Random) -> None:
        self.desk, self.chance = desk, chance
        self.model = RegistrationModel(desk, Inline())
        self.model.stepped.connect(self._see)
        self.model.closed.connect(self._see_nobody)
        self.model.refused.connect(self._hear)
        self.patients = [
            add_visitor(desk, family_name=f"Patient{number}", given_names="Made-up").patient_id
            for number in range(12)
        ]
        self.said: dict[str, dict[str, object]] = {}
        self.belongs: dict[str, str] = {}
        self.told: dict[str, str] = {}
        self.refusals: list[Known] = []
        self.on_screen: Showing | None = None
        self.acts = (
            *(self.answer,) * 6,
            *(self.tell,) * 3,
            *(self.begin, self.park, self.resume, self.resume, self.reopen, self.finish),
            *(self.could_not_ask, self.back, self.leave),
        )

    def act(self) -> None:
        """One thing at random."""
        self.chance.choice(self.acts)()

    def begin(self) -> None:
        if len(self.said) < 60 or self.chance.random() < 0.02:
            patient = self.chance.choice(self.patients)
            before = self.model.step
            self.model.begin(patient, "outpatient")
            step = self.model.step
            if step is not None and step is not before:
                assert step.patient.patient_id == patient
                self.said.setdefault(step.registration_id, {})
                self.belongs.setdefault(step.registration_id, patient)

    def answer(self) -> None:
        step = self.model.step
        if step is None or step.question is None or not self.model.is_draft:
            return
        value = self.chance.choice(ANSWERS[step.question.id])
        self.model.answer(value)
        self.said[step.registration_id][step.question.id] = value

    def tell(self) -> None:
        step = self.model.step
        if step is not None and self.model.is_draft:
            words = f"Policy {step.registration_id} {self.chance.randrange(10**6)}"
            self.model.save_particulars({"insurance": words})
            self.told[step.registration_id] = words

    def park(self) -> None:
        self.model.park()

    def resume(self) -> None:
        waiting = [one.registration_id for one in desk_lists.parked(self.desk)]
        if waiting:
            self.model.resume(self.chance.choice(waiting))

    def reopen(self) -> None:
        step = self.model.step
        if step is not None and step.answered and self.model.is_draft:
            self.model.reopen(self.chance.choice(step.answered).question.id)

    def finish(self) -> None:
        self.model.finish()

    def could_not_ask(self) -> None:
        if self.model.is_draft and self.chance.random() < 0.2:
            self.model.could_not_ask("too_unwell")

    def back(self) -> None:
        if self.model.step is not None and not self.model.is_draft:
            self.model.back_to_the_answers()

    def leave(self) -> None:
        self.model.leave()

    def check(self, registration_id: str) -> None:
        """What the store holds for a registration is what was said for it, and for nobody else."""
        held = registration.step(self.desk, registration_id)
        assert held.patient.patient_id == self.belongs[registration_id]
        shown = {one.question.id: one.shown for one in held.answered}
        for question_id, words in shown.items():
            assert words == self._words(question_id, self.said[registration_id][question_id])
        page = particulars.visitor_page(self.desk, registration_id)
        values = {field.id: field.value for group in page.groups for field in group.fields}
        assert values["insurance"] == self.told.get(registration_id, "")

    def _words(self, question_id: str, value: object) -> str:
        if isinstance(value, tuple):
            names = {one.alpha2: one.name for one in self.desk.law.pack.countries.values()}
            return ", ".join(names[code] for code in value)
        options = self.desk.law.questions.get(question_id).options
        return next(option.label for option in options if option.value == value)

    def _see(self, showing: Showing) -> None:
        self.on_screen = showing

    def _see_nobody(self) -> None:
        self.on_screen = None

    def _hear(self, known: Known) -> None:
        self.refusals.append(known)


def walk(desk: Desk, *, steps: int, seed: int) -> Clerk:
    """Let a clerk do anything; after each step at most one registration is open."""
    clerk = Clerk(desk, random.Random(seed))
    for _ in range(steps):
        clerk.act()
        drafts = desk.db.rows("SELECT registration_id FROM registrations WHERE state = 'draft'")
        open_ones = [str(row["registration_id"]) for row in drafts]
        step = clerk.model.step
        assert len(open_ones) <= 1
        assert open_ones == ([step.registration_id] if step and clerk.model.is_draft else [])
        seen = clerk.on_screen.step.registration_id if clerk.on_screen else None
        assert seen == (step.registration_id if step else None)
    for registration_id in clerk.said:
        clerk.check(registration_id)
    return clerk


def test_h4_switching_leaves_every_answer_on_its_own_record(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    clerk = walk(desk, steps=300, seed=4)
    assert len(clerk.said) > 5
    assert {known.code for known in clerk.refusals} <= {"too_many_parked"}
    desk.db.close()


@pytest.mark.slow
def test_h4_two_patients_open_at_once_is_impossible(tmp_path: Path) -> None:
    """10,000 random switch, park and resume steps (safety-and-security.md H4)."""
    desk = make_desk(tmp_path)
    clerk = walk(desk, steps=10_000, seed=1500)
    assert len(clerk.said) >= 60
    assert {known.code for known in clerk.refusals} <= {"too_many_parked"}
    desk.db.close()
