"""What finance's side sends: answers to each device, and records again to machines that came later.

An envelope is kept with the receipts it carries before it is put on the share, and is looked after
there: a crash anywhere is healed by the next run.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256

from app.billing.records import Kind
from app.core.ports import Clock, stamp
from app.core.trust import Mode
from app.spool.envelope import to_csv
from app.spool.hub_book import HubBook, Outgoing, Receipt
from app.spool.hub_keys import HubKeys, own_code
from app.spool.putting import put
from app.spool.roster import Device, Duty, Roster
from app.spool.sealed import LARGEST_FILE, Content, Heading, seal
from app.spool.served_again import LARGEST
from app.spool.share import Share
from app.spool.travel_content import PAYMENTS, RECEIPTS, every_file_of, pack_files
from app.spool.travel_names import PREFIX, name_of, next_copy, own_prefix

_LOOKED_AT = 32  # of the hub's own envelopes that are read again at each run


@dataclass(frozen=True, slots=True, kw_only=True)
class HubPost:
    """One run's way out, by the list of devices it goes by."""

    share: Share
    keys: HubKeys
    roster: Roster
    book: HubBook
    clock: Clock
    mode: Mode

    def answer(self) -> int:
        """What each device has to hear, in envelopes of a few MB; how many were made."""
        heard = {(one.device, one.actor) for one in self.book.unanswered()}
        made = 0
        for device in self.roster.at_work(Duty.DESK, Duty.WARD, Duty.OFFICER):
            actors = sorted(actor for code, actor in heard if code == device.code)
            if not actors and self.book.payments_to_tell(device.code):
                actors = [""]
            for actor in actors:
                while self.book.in_turn(partial(self._answer, device, actor)):
                    made += 1
        return made

    def _answer(self, device: Device, actor: str) -> bool:
        """Make the next envelope with receipts; False where nothing is left to say."""
        receipts = _first_few(
            one for one in self.book.unanswered() if (one.device, one.actor) == (device.code, actor)
        )
        payments = self.book.payments_to_tell(device.code)
        if not receipts and not payments:
            return False
        taken = [[one.sequence, one.sha256] for one in receipts]
        files = [(RECEIPTS, json.dumps({"actor": actor, "taken": taken}).encode())]
        for one in receipts:
            files.extend(every_file_of(one.answers))
        if payments:
            files.append((PAYMENTS, to_csv(Kind.RECEIPTS, [record for _, record in payments])))
        self.put_out(Content.ANSWERS, pack_files(files), len(files), device, receipts)
        if payments:
            self.book.told(device.code, payments[-1][0])
        return True

    def put_out(
        self,
        content: Content,
        plain: bytes,
        rows: int,
        device: Device,
        answered: Sequence[Receipt] = (),
    ) -> None:
        """Keep a new envelope for a device, in the caller's turn."""
        sequence, previous = self.book.last_out()
        heading = Heading(
            trust=self.keys.trust,
            mode=self.mode,
            device=own_code(self.keys, self.roster),
            actor=self.book.actor,
            sequence=self.book.in_chain(sequence + 1),
            previous=previous,
            content=content,
            rows=rows,
            schema=0,
            pack="",
            created=stamp(self.clock.now()),
        )
        file = seal(
            heading,
            plain,
            sender=self.keys.pairs[0],
            receivers=(device.keys.seal, self.roster.sealing[0]),
        )
        digest = sha256(file).hexdigest()
        outgoing = Outgoing(sequence + 1, name_of(heading, digest), digest, file)
        self.book.put_out(outgoing, answered)

    def look_after(self) -> None:
        """Send again what was taken away from the share or spoilt there.

        No device says that it has its answer: every name is looked for, the newest files are read.
        """
        there = set(self.share.list(PREFIX))
        for place, (sequence, name, digest) in enumerate(self.book.sent()):
            sound = name in there
            if sound and place < _LOOKED_AT:
                file = self.share.read(name, LARGEST_FILE)
                sound = file is not None and sha256(file).hexdigest() == digest
            if not sound:
                self.book.in_turn(partial(self.book.send_under, sequence, next_copy(name)))

    def send(self) -> int:
        """Everything that the share was not seen to hold; how many files that were.

        What an earlier run left half-written of them is swept away.
        """
        waiting = self.book.unsent()
        for outgoing in waiting:
            name = put(self.share, outgoing.name, outgoing.file)
            self.book.in_turn(partial(self._note_sent, outgoing, name))
        if waiting:
            self.share.sweep(own_prefix(self.keys.trust, own_code(self.keys, self.roster)))
        return len(waiting)

    def _note_sent(self, outgoing: Outgoing, name: str) -> None:
        if name != outgoing.name:  # other bytes lay under its own
            self.book.send_under(outgoing.sequence, name)
        self.book.mark_sent(outgoing.sequence, stamp(self.clock.now()))


def _first_few(receipts: Iterable[Receipt]) -> list[Receipt]:
    """As many as fit into an envelope of a few MB; one at least, where there is one."""
    some: list[Receipt] = []
    size = 0
    for one in receipts:
        size += len(one.answers)
        if some and size > LARGEST:
            break
        some.append(one)
    return some
