"""When finance's side must go on as another writer, for no machine would follow its chain further.

That is so where its database came back from a copy and the share holds more of it than that knows,
where the list of devices knows it by another code now, and where the keys it signed with were taken
off the list: then nothing of it that a machine had not taken by then is believed any more, and all
is said again. Saying it twice does no harm.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from app.spool.hub_book import HubBook
from app.spool.hub_keys import HubKeys
from app.spool.roster import Device, Duty, Roster
from app.spool.sealed import LARGEST_FILE, Envelope, Refused, read
from app.spool.served_again import owe_all
from app.spool.share import Share
from app.spool.travel_names import EnvelopeName, read_name


@dataclass(frozen=True, slots=True)
class HubLife:
    """One look at the chain of finance's side, by the list of devices it goes by."""

    share: Share
    keys: HubKeys
    roster: Roster
    book: HubBook

    def begin_anew_where_needed(self, listed: Iterable[str]) -> None:
        """`listed` is what lies on the share, read before this is asked."""
        own = self.roster.signer(self.keys.pairs[0].public.verify)
        actor, newest = self.book.actor, self.book.newest()
        if own is None:
            return  # it is told so where it has something to say
        believed = follows = True
        if newest is not None:
            envelope = read(newest)
            signer = self._signer(envelope)
            believed = signer is not None and signer.may_have_signed
            follows = believed and envelope.heading.device == own.code
        if not follows or self._holds_more(actor, listed):
            self.book.in_turn(partial(self._begin_anew, actor, unheard=not believed))

    def _holds_more(self, actor: str, listed: Iterable[str]) -> bool:
        known = self.book.chain()
        return any(
            name.actor == actor
            and not known.get(name.sequence, "-").startswith(name.hash_part)
            and self._is_ours(name)
            for name in filter(None, map(read_name, listed))
        )

    def _is_ours(self, name: EnvelopeName) -> bool:
        """Whether a hub of the list, with keys of any time, made that file."""
        data = self.share.read(name.text, LARGEST_FILE)
        try:
            envelope = read(data or b"")
        except Refused:
            return False
        return name.fits(envelope) and self._signer(envelope) is not None

    def _signer(self, envelope: Envelope) -> Device | None:
        """Which hub of the list signed it, whether or not it is there still."""
        of_code = self.roster.of_code(envelope.heading.device)
        signers = (one for one in of_code if envelope.is_by(one.keys.verify))
        return next((one for one in signers if Duty.HUB in one.duties), None)

    def _begin_anew(self, ended: str, *, unheard: bool) -> None:
        if self.book.actor != ended:
            return  # another intake was quicker
        self.book.begin_life(ended)
        if unheard:
            self.book.answer_again()
            for device in self.roster.at_work(Duty.DESK, Duty.WARD, Duty.OFFICER):
                self.book.told(device.code, 0)
            owe_all(self.book, self.roster)
