"""The list of the trust's machines, for who holds its key file: let in and take off, act by act.

Every act unlocks the key file anew and forgets it: nothing of passphrase or key stays. All of it is
done in the share's lane, without the store.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from app.core.errors import BadInput, Known
from app.core.ports import stamp
from app.services import admitting, enrolling
from app.services.admitting import Edition, Office
from app.services.own_standing import Standing
from app.services.trust_keys import unlock
from app.spool.device_request import LARGEST_REQUEST, Request
from app.spool.keys import spoken
from app.spool.roster import Device, Duty
from app.store.small_files import require_new, write_new
from ui.language import tr
from ui.models.named_file import NO_FILE, read_named
from ui.models.own_machine import OwnMachineModel

LET_IN = tr("{name} is let in. Carry the grant file to it, and read out the trust’s fingerprint.")
TAKEN_OFF = tr("{code} is off the list. What it sent before stays.")
NO_SHARE = tr("Name the share first, under Finance share: the list lies there.")
NO_DUTY = tr("Say what the machine is for.")
DUTY_NAMES: dict[Duty, str] = {
    Duty.DESK: tr("Desk"),
    Duty.WARD: tr("Ward laptop"),
    Duty.OFFICER: tr("Officer"),
    Duty.HUB: tr("Finance’s side"),
}
DESKS = admitting.DESKS
_LARGEST_KEYS = 64 * 1024
_BESIDE = {"request": "asked", "grant": "granted", "out": "granted"}  # fields of this page

__all__ = [
    "DESKS",
    "DUTY_NAMES",
    "Asked",
    "Device",
    "Duty",
    "KeyFile",
    "MachinesModel",
    "duties_in_words",
]


@dataclass(frozen=True, slots=True, repr=False)
class KeyFile:
    """The trust's key file by its name, and what opens it; for one act."""

    path: str
    passphrase: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A machine's request, read but not granted; `replaces` names the one whose place it takes."""

    request: Request
    file: bytes
    fingerprint: str
    duties: frozenset[Duty]
    grant: str
    replaces: str


class MachinesModel(OwnMachineModel):
    """`read(Asked)` before anything is granted; `told(str)` after an act."""

    read = Signal(object)
    _standing: Standing | None = None

    def look_at(self, request: str, duties: frozenset[Duty], grant: str) -> None:
        """Read a request, to be compared before it is granted."""
        self._files.run(lambda: self._asked(request, duties, grant), self.read.emit, self._refuse)

    def let_in(self, asked: Asked, keys: KeyFile) -> None:
        """Grant a request: the next edition on the share, and the grant file."""

        def act(office: Office, at: str) -> Edition:
            require_new(Path(asked.grant))
            edition = office.let_in(asked.file, asked.duties, at)
            write_new(Path(asked.grant), edition.file)
            return edition

        self._do(keys, act, LET_IN.format(name=asked.request.name))

    def take_off(self, code: str, because: str, keys: KeyFile) -> None:
        """Take a machine off the list, for good."""
        self._do(
            keys,
            lambda office, at: office.revoke(code, because, at),
            TAKEN_OFF.format(code=code),
        )

    def _asked(self, path: str, duties: frozenset[Duty], grant: str) -> Asked:
        if not duties:
            raise BadInput("no_duty", NO_DUTY, "duties")
        file = read_named(path, "asked", most=LARGEST_REQUEST)
        request = admitting.read_asked(file)
        if not grant.strip():
            raise BadInput("no_file", NO_FILE, "granted")
        listed = None if self._standing is None else self._standing.listed
        before = None if listed is None else admitting.replaced_by(listed, request)
        said = spoken(request.keys.verify)
        name = "" if before is None else before.name
        return Asked(request, file, said, duties, grant.strip(), name)

    def _do(self, keys: KeyFile, act: Callable[[Office, str], Edition], words: str) -> None:
        at = stamp(self._desk.clock.now())
        self._run_once(
            lambda: act(self._office(keys), at),
            lambda edition: self._done(edition, words),
            self._refuse,
            lane=self._share_lane,
        )

    def _office(self, keys: KeyFile) -> Office:
        trust = self._desk.trust
        if not trust.share:
            raise Known("no_share", NO_SHARE)
        file = read_named(keys.path, "keys", most=_LARGEST_KEYS)
        own = unlock(file, keys.passphrase)
        kept = self._standing.list_file if self._standing is not None else b""
        believed = self._standing is not None and self._standing.root
        same = believed == spoken(own.root.public.verify)
        return Office(own=own, share=self._desk.shares(trust.share), kept=kept if same else None)

    def _done(self, edition: Edition, words: str) -> None:
        def heard(_: object) -> None:
            self.told.emit(words)
            self.refresh()

        self._lane.run(partial(enrolling.hear, self._desk, edition.file), heard, self._refuse)

    def _tell(self, standing: Standing) -> None:
        self._standing = standing
        super()._tell(standing)

    def _refuse(self, known: Known) -> None:
        field = _BESIDE.get(known.field or "", known.field)
        super()._refuse(Known(known.code, known.message, field))


def duties_in_words(duties: frozenset[Duty] | tuple[Duty, ...]) -> str:
    """`Desk, Officer`, in one order everywhere."""
    return ", ".join(words for duty, words in DUTY_NAMES.items() if duty in duties)
