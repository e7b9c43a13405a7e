"""This machine and its trust: asking to be let in, taking the grant, being the first."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from app import setting_up
from app.core.errors import BadInput, Known
from app.services import enrolling, first_machine, own_standing
from app.services.desk import Desk
from app.services.first_machine import FirstMachine
from app.services.own_standing import Standing
from app.spool.faults import ShareFault
from app.spool.listing import newest_list
from app.spool.roster import LARGEST_ROSTER
from app.store.small_files import require_new, write_new
from ui.language import tr
from ui.models.named_file import named, read_named
from ui.models.own_machine import OwnMachineModel
from ui.work import Runner

JOINED = tr("This machine belongs to the trust now. What waits is sent with the next exchange.")
FOUNDED = tr("This trust has its list of machines already. Ask to be let in instead.")
DIFFER = tr("The two passphrases differ. Type both again.")
ASKED = tr("Saved. Carry it to whoever holds the trust’s key file, and read them the fingerprint.")


class EnrolmentModel(OwnMachineModel):
    """`asked(str)` the fingerprint once a request is saved; `joined()`; `founded(FirstMachine)`,
    then `sheet(bytes)`, the page of the recovery key."""

    asked = Signal(str)
    joined = Signal()
    founded = Signal(object)
    sheet = Signal(bytes)
    recovery_key = ""

    @property
    def name(self) -> str:
        """What people may call this machine: its desk and its number."""
        return f"{self._desk.place}, {self._desk.device}"

    @property
    def files(self) -> Runner:
        """Where pages are drawn."""
        return self._files

    def ask(self, name: str, path: str) -> None:
        """Save a request to be let in."""
        self._save(enrolling.request, name, path)

    def renew(self, name: str, path: str) -> None:
        """New keys, and the request to be known by them."""
        self._save(enrolling.renew_keys, name, path)

    def join(self, path: str) -> None:
        """Take the grant file."""
        read = partial(read_named, path, "grant", most=LARGEST_ROSTER)
        self._files.run(read, self._join, self._refuse)

    def found(self, passphrase: str, again: str, path: str) -> None:
        """Be the first machine of the trust; `path` is to hold the trust's keys."""
        try:
            if passphrase != again:
                raise BadInput("not_the_same", DIFFER, "trust_passphrase_again")
            where = named(path, "trust_keys")
        except BadInput as known:
            self._refuse(known)
            return
        self.recovery_key = setting_up.new_recovery_key()
        self._share_lane.run(
            self._require_first, lambda _: self._found(passphrase, where), self._refuse
        )

    def require_printed(self, last: str) -> None:
        """Let go of the recovery key once its last group was typed back; raises BadInput."""
        setting_up.require_typed_back(self.recovery_key, last, "trust_recovery_again")
        self.recovery_key = ""

    def _require_first(self) -> None:
        trust = self._desk.trust
        if trust.share:
            with suppress(ShareFault):  # away: the list goes there once it answers
                if newest_list(self._desk.shares(trust.share), trust.provider_code):
                    raise Known("trust_founded", FOUNDED)

    def _found(self, passphrase: str, path: Path) -> None:
        job = partial(
            first_machine.found_here,
            self._desk,
            name=self.name,
            passphrase=passphrase,
            recovery_key=self.recovery_key,
            keep=lambda keys: write_new(path, keys, mode=0o600),
        )
        self._run_once(job, self._was_founded, self._refuse_founding)

    def _was_founded(self, first: FirstMachine) -> None:
        self.founded.emit(first)
        job = partial(
            setting_up.trust_key_sheet,
            self._desk.trust,
            self.recovery_key,
            first.root,
            self._desk.today,
        )
        self._files.run(job, self.sheet.emit, self._refuse)

    def _save(self, make: Callable[[Desk, str], bytes], name: str, path: str) -> None:
        try:
            where = named(path, "request")
        except BadInput as known:
            self._refuse(known)
            return
        self._files.run(
            partial(require_new, where), lambda _: self._make(make, name, where), self._refuse_file
        )

    def _make(self, make: Callable[[Desk, str], bytes], name: str, where: Path) -> None:
        self._run_once(
            partial(make, self._desk, name),
            lambda file: self._files.run(
                partial(write_new, where, file), lambda _: self._was_asked(), self._refuse_file
            ),
            self._refuse,
        )

    def _was_asked(self) -> None:
        def tell(standing: Standing) -> None:
            self.shown.emit(standing)
            self.told.emit(ASKED)
            self.asked.emit(standing.fingerprint)

        self._lane.run(partial(own_standing.standing, self._desk), tell, self._refuse)

    def _join(self, grant: bytes) -> None:
        self._run_once(
            partial(enrolling.join, self._desk, grant), lambda _: self._was_joined(), self._refuse
        )

    def _was_joined(self) -> None:
        self.told.emit(JOINED)
        self.joined.emit()
        self.refresh()

    def _refuse_file(self, known: Known) -> None:
        self.refused.emit(Known(known.code, known.message, "request"))

    def _refuse_founding(self, known: Known) -> None:
        beside = {"passphrase": "trust_passphrase", "out": "trust_keys"}
        field = beside.get(known.field or "", known.field)
        self.refused.emit(Known(known.code, known.message, field))
