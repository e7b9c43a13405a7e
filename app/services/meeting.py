"""One whole exchange with the share, for the command line: seal, send, take in.

The window does the same in steps, each where it belongs (ui/models/exchange.py): the share hangs in
a lane of its own, and the store never waits for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.access.roles import Act
from app.services import dispatching, taking_in
from app.services.desk import Desk, service
from app.services.dispatching import OnShare
from app.services.enrolling import roster_of
from app.services.taking_in import Took
from app.spool.listing import put_back
from app.spool.putting import put
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
        sent, unnoted = _put_there(desk, share)
        try:
            if sent:
                share.sweep(own_prefix(desk.trust.provider_code, desk.device))
                taken += _take_all(desk, share, sent=unnoted)
        finally:
            dispatching.mark_sent(desk, *unnoted)  # where nothing came to note it with
    except ShareFault:
        taking_in.note_away(desk)
        raise
    return Met(made, sent, len(spoilt), tuple(taken))


@service(Act.EXCHANGE)
def send(desk: Desk, share: Share) -> int:
    """Put what is sealed and waits on the share; returns how many envelopes. Raises ShareFault."""
    sent, unnoted = _put_there(desk, share)
    dispatching.mark_sent(desk, *unnoted)
    return sent


def _put_there(desk: Desk, share: Share) -> tuple[int, list[OnShare]]:
    """Put what waits on the share: how many envelopes, and those that are still to be noted.

    What the share gave back is noted a few at a time: what was not noted yet is offered again,
    and found there.
    """
    sent = 0
    given_back: list[OnShare] = []
    try:
        for sequence in dispatching.unsent(desk):
            if len(given_back) == dispatching.AT_ONCE:
                dispatching.mark_sent(desk, *given_back)
                given_back = []
            envelope = dispatching.to_send(desk, sequence)
            if envelope is not None:
                name = put(share, envelope.name, envelope.file)
                given_back.append(OnShare(sequence, name))
                sent += 1
    except BaseException:
        dispatching.mark_sent(desk, *given_back)
        raise
    return sent, given_back


def _take_all(desk: Desk, share: Share, *, sent: Sequence[OnShare] | None = None) -> list[Took]:
    """Take in all that has come; once something was `sent`, what came meanwhile, and note both."""
    taken = []
    for _ in range(_MOST_ROUNDS):
        look = taking_in.where_we_stand(desk)
        gathered = gather(share, look.receiver, look.roster, look.book)
        if sent is None:
            put_back(share, look.listed, gathered.names)
        taken.append(taking_in.take(desk, gathered, sent or ()))
        # A list that was not believed lies there at every look: only a later edition is news.
        known = roster_of(desk)
        if not gathered.more and (known is None or known.number == look.roster.number):
            break
    return taken
