"""One whole exchange with the share, for the command line: seal, send, take in.

The window does the same in steps, each where it belongs (ui/models/exchange.py): the share hangs in
a lane of its own, and the store never waits for it.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.access.roles import Act
from app.services import dispatching, taking_in
from app.services.desk import Desk, service
from app.services.enrolling import roster_of
from app.services.taking_in import Took
from app.spool.listing import put_back
from app.spool.sealed import LARGEST_FILE
from app.spool.share import Share, ShareFault
from app.spool.travel import gather
from app.spool.travel_names import own_prefix

_MOST_ROUNDS = 10_000


@dataclass(frozen=True, slots=True)
class Met:
    """What one exchange did: envelopes made, sent and found spoilt, and what was taken in."""

    made: int
    sent: int
    spoilt: int
    took: tuple[Took, ...]

    @property
    def put_aside(self) -> int:
        """Files that were not believed."""
        return sum(one.put_aside for one in self.took)


@service(Act.EXCHANGE)
def meet(desk: Desk, share: Share) -> Met:
    """Take in all that has come, seal and send what waits, and look once more where some did.

    Whoever met the share at the same moment has sent by then: neither needs another exchange.

    Raises Known `not_joined`, or ShareFault: everything stays here and goes with the next call.
    """
    try:
        taken = _take_all(desk, share)
        checked = dispatching.to_check(desk)
        spoilt = [one for one in checked if not one.is_sound(share.read(one.name, LARGEST_FILE))]
        dispatching.send_again(desk, spoilt)
        made = dispatching.seal_waiting(desk, checked)
        sent = send(desk, share)
        if sent:
            share.sweep(own_prefix(desk.trust.provider_code, desk.device))
            taken += _take_all(desk, share, mends=False)
    except ShareFault:
        taking_in.note_away(desk)
        raise
    return Met(made, sent, len(spoilt), tuple(taken))


@service(Act.EXCHANGE)
def send(desk: Desk, share: Share) -> int:
    """Put what is sealed and waits on the share; returns how many envelopes. Raises ShareFault.

    What the share gave back is noted a few at a time: what was not noted yet is offered again,
    and found there.
    """
    waiting = dispatching.unsent(desk)
    sent = 0
    for first in range(0, len(waiting), dispatching.AT_ONCE):
        given_back = []
        try:
            for sequence in waiting[first : first + dispatching.AT_ONCE]:
                envelope = dispatching.to_send(desk, sequence)
                if envelope is not None:
                    share.write_new(envelope.name, envelope.file)
                    given_back.append(sequence)
        finally:
            dispatching.mark_sent(desk, *given_back)
        sent += len(given_back)
    return sent


def _take_all(desk: Desk, share: Share, *, mends: bool = True) -> list[Took]:
    """Take in all that has come; `mends` where the list of devices is put back if it is gone."""
    taken = []
    for _ in range(_MOST_ROUNDS):
        look = taking_in.where_we_stand(desk)
        gathered = gather(share, look.receiver, look.roster, look.book)
        if mends:
            put_back(share, look.listed, gathered.names)
        taken.append(taking_in.take(desk, gathered))
        # A list that was not believed lies there at every look: only a later edition is news.
        known = roster_of(desk)
        if not gathered.more and (known is None or known.number == look.roster.number):
            break
    return taken
