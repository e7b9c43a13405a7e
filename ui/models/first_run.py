"""Setting up a desk: what was typed so far, one step after another, made when all is known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import IntEnum
from functools import partial

from PySide6.QtCore import QObject, Signal

from app import setting_up
from app.core.errors import Known
from app.machine import SystemClock
from app.pricing.tariff import tariff_year_of
from app.services import packs, price_shelf, trust_settings
from app.services.desk import Desk
from app.setting_up import NewDesk, NewPerson, Place
from ui.days import show
from ui.language import as_shown, tr
from ui.models.enrolment import EnrolmentModel
from ui.models.opening import OpeningModel
from ui.models.share_trial import ShareTrialModel
from ui.work import Runner

__all__ = ["FirstRunModel", "NewDesk", "NewPerson", "Place", "Step", "folder_words"]

NO_PRICES = tr("None yet. Take them in under Settings before the first estimate of that year.")


class Step(IntEnum):
    """The steps, in their order."""

    START = 0
    TRUST = 1
    KEY = 2
    RECOVERY = 3
    PEOPLE = 4
    SHARE = 5
    JOIN = 6
    RULES = 7
    FINISH = 8


CHECKS: dict[Step, Callable[[NewDesk], None]] = {
    Step.TRUST: setting_up.check_trust,
    Step.KEY: setting_up.check_key,
    Step.RECOVERY: setting_up.check_recovery,
    Step.PEOPLE: setting_up.check_people,
}


class FirstRunModel(QObject):
    """`moved(Step)` after a step is sound; `refused(Known)` where it is not; `made()` once the desk
    is there; `rules_read(tuple of (name, words))`; `sheet(bytes)` is the recovery key's PDF."""

    moved = Signal(object)
    refused = Signal(object)
    made = Signal()
    rules_read = Signal(object)
    sheet = Signal(bytes)

    def __init__(
        self, opening: OpeningModel, records: Runner, share: Runner, files: Runner
    ) -> None:
        super().__init__()
        self._opening, self._records, self._share, self.files = opening, records, share, files
        self.draft_file = opening.folder.with_name(f"{opening.folder.name}-setup.json")
        self.new = setting_up.read_draft(self.draft_file)
        self.step = Step.START
        self._desk: Desk | None = None
        self._busy = False

    def place(self) -> Place:
        """Where the records will lie, looked at."""
        return setting_up.look_at(self._opening.folder)

    def go_on(self, new: NewDesk) -> None:
        """The step is filled in: check it, and show the next; after the people, make the desk."""
        if self._busy:
            return
        self.new = new
        try:
            check = CHECKS.get(self.step)
            if check is not None:
                check(new)
            if self.step is Step.KEY and self.place().problem:
                raise Known("bad_place", self.place().problem)
        except Known as known:
            self.refused.emit(known)
            return
        if self.step is Step.KEY and not new.recovery_key:
            self.new = replace(new, recovery_key=setting_up.new_recovery_key())
        if self.step is Step.PEOPLE:
            self._make()
        else:
            self._move(Step(self.step + 1))

    def go_back(self, new: NewDesk) -> None:
        """The step before, with everything typed; never behind a desk that is made."""
        first = Step.SHARE if self._desk is not None else Step.START
        if self.step > first:
            self.new = new
            self._move(Step(self.step - 1))

    def keep(self, new: NewDesk) -> None:
        """Keep what was typed, secrets apart, to go on another day."""
        if self._desk is None:
            setting_up.keep_draft(self.draft_file, new)

    def make_sheet(self) -> None:
        """Draw the sheet of the recovery key."""
        today = SystemClock().today()
        self.files.run(
            partial(setting_up.recovery_sheet, self.new, today), self.sheet.emit, self._refuse
        )

    def trial(self) -> ShareTrialModel:
        """The share's trial, for a desk that is made."""
        if self._desk is None:
            raise RuntimeError("the desk is not made yet")
        return ShareTrialModel(self._desk, self._records, self._share)

    def enrolment(self) -> EnrolmentModel:
        """How a desk that is made comes to belong to its trust."""
        if self._desk is None:
            raise RuntimeError("the desk is not made yet")
        return EnrolmentModel(self._desk, self._records, self._share, self.files)

    def keep_share(self, share: str, password: str = "") -> None:
        """Send to this share; an empty one can be named later."""
        desk = self._desk
        if desk is not None and not self._busy:
            self._busy = True
            self._records.run(
                partial(trust_settings.set_share, desk, share, password=password),
                self._share_kept,
                self._refuse,
            )

    def finish(self) -> None:
        """Everything is set up: hand the desk over to whoever signs in."""
        if self._desk is not None:
            self._opening.take(self._desk)
            self._desk = None

    def _make(self) -> None:
        self._busy = True
        job = partial(setting_up.set_up, self._opening.folder, self.new, clock=SystemClock())
        self._records.run(job, self._was_made, self._refuse)

    def _was_made(self, desk: Desk) -> None:
        self._busy = False
        self._desk = desk
        self._opening.hold(desk)
        self.new = replace(
            NewDesk(),
            trust_name=self.new.trust_name,
            provider_code=self.new.provider_code,
            desk=self.new.desk,
            device=self.new.device,
        )
        setting_up.drop_draft(self.draft_file)
        self.made.emit()
        self._records.run(partial(_rules, desk), self.rules_read.emit)
        self._move(Step.SHARE)

    def _share_kept(self, _: object) -> None:
        self._busy = False
        self._move(Step.JOIN)

    def joined(self) -> None:
        """Joined, or left for later."""
        self._move(Step.RULES)

    def _move(self, step: Step) -> None:
        self.step = step
        self.moved.emit(step)

    def _refuse(self, known: Known) -> None:
        self._busy = False
        self.refused.emit(known)


def folder_words(place: Place) -> str:
    """`Writable, 212 GB free, not inside a synced folder`, or what to do."""
    if place.problem:
        return place.problem
    free = place.free // 1_000_000_000
    return tr("Writable, {free} GB free, not inside a synced folder").format(free=free)


def _rules(desk: Desk) -> tuple[tuple[str, str], ...]:
    """What the rules and prices are of, for the last look before work begins."""
    manifest = desk.pack.manifest
    until = tr("{version}, to be read again by {until}").format(
        version=manifest.version, until=show(manifest.valid_to)
    )
    lines = [(tr("Charging rules"), until)]
    notice = as_shown(packs.expiry_notice(desk))
    if notice:
        lines.append((tr("To know"), notice))
    editions = [one for one in price_shelf.shown(desk).editions if one.in_force]
    held = {
        one.tariff_year: tr("{edition}, published {day}").format(
            edition=one.edition, day=show(one.published_on)
        )
        for one in editions
    }
    this_year = tariff_year_of(desk.today)
    newest = sorted(held, reverse=True)[:1]
    for year in dict.fromkeys((this_year, *newest)):
        lines.append((tr("Prices {year}").format(year=year), held.get(year, NO_PRICES)))
    return tuple(lines)
