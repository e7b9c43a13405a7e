"""Looking while somebody types: the newest letters win, and nothing comes late.

look = TypeAhead(desk, lane)
look.came.connect(card.show_typed)           # (text, tuple[Match, ...])
look.expected.connect(card.expect)           # who may be shown next: tuple[Match, ...]
search.textEdited.connect(look.look)
look.stop()                                  # the next patient, or a lock: nothing more comes

Between two letters the lane reads what each likely next letter would find, first those with which
the names go on that are found already. Whoever types such a letter waits for nothing; any act on
the records since lets all that was read so go.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.access.roles import Act
from app.core.errors import Known
from app.core.match import Match
from app.core.names import fold
from app.services import finding
from app.services.desk import Desk, User
from ui.models.lane_model import LaneModel
from ui.work import Runner

_PATIENCE = 0.004  # seconds; a search of a million takes a tenth of one thousandth
_AFTER_MS = 2  # once the letter is painted
_AT_ONCE = 2  # texts read ahead in one piece of work, so that the window is never kept for long
_LETTERS = (*"eaionrlshtumdckgybvpwjzfqx", *" -'")  # as they come in names, the most frequent first
_DIGITS = (*"0123456789", *" ")


@dataclass(frozen=True, slots=True)
class _Came:
    """What a search brought: which one it was, who had asked, after which act, for what."""

    number: int
    asked_by: User | None
    acts: int
    text: str
    found: tuple[Match, ...]


class TypeAhead(LaneModel):
    """Matches for what stands in the search box; letters typed meanwhile let older ones go."""

    came = Signal(str, object)  # what was typed, tuple[Match, ...]
    expected = Signal(object)  # tuple[Match, ...]: found if the next letter is a likely one

    def __init__(self, desk: Desk, lane: Runner, parent: QObject | None = None) -> None:
        super().__init__(desk, lane, parent=parent)
        self._newest = 0
        self._prepared = False
        self._ahead: dict[str, _Came] = {}  # by text; let go after the next letter
        self._shown: _Came | None = None
        self._unread: Sequence[str] = ()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_MS)
        self._soon.timeout.connect(self._look_ahead)

    def prepare(self) -> None:
        """Read the indexes through in the lane, once, so that the first letter does not wait."""
        if not self._prepared and self._desk.may(Act.FIND_PATIENT):
            self._prepared = True
            self._lane.run(self._read_through, None, self._unheard)

    def look(self, text: str) -> None:
        """Look for this text, if it may be looked for already; `came` follows, or nothing."""
        self._newest += 1
        known = self._ahead.get(text)
        if known is not None and self._holds(known):
            self._tell(known)
        else:
            work = partial(self._read, self._newest, text)
            self._lane.run(work, self._show, self._unheard, patience=_PATIENCE)

    def stop(self) -> None:
        """Let go of whatever is still looked for, and of what was read ahead."""
        self._newest += 1
        self._ahead, self._shown, self._unread = {}, None, ()
        self._soon.stop()

    def _read(self, number: int, text: str) -> _Came | None:
        """In the lane: a search that is no longer the newest is not done at all."""
        asked_by, acts = self._desk.user, self._desk.acts
        if number != self._newest or asked_by is None:
            return None
        whole = finding.reads_whole(self._desk, text)
        found = finding.find(self._desk, text, typing=True) if whole else ()
        return _Came(number, asked_by, acts, text, found)

    def _read_through(self) -> None:
        if self._desk.user is not None:
            finding.read_through(self._desk)

    def _show(self, came: _Came | None) -> None:
        """In the window: not once the desk is locked or another person sits at it."""
        if came is None or came.number != self._newest or came.asked_by is not self._desk.user:
            return
        self._tell(came)

    def _holds(self, came: _Came) -> bool:
        """Whether the records would say the same now, to the same person."""
        return came.acts == self._desk.acts and came.asked_by is self._desk.user

    def _tell(self, came: _Came) -> None:
        self._shown, self._unread = came, ()
        self._soon.start()
        self.came.emit(came.text, came.found)

    def _look_ahead(self) -> None:
        """The letter is painted; what was read for it is let go of now, which takes a moment."""
        self._ahead = {}
        if self._shown is not None and self._shown.found:
            text, found = self._shown.text, self._shown.found
            self._unread = [text + letter for letter in _next_letters(text, found)]
            self._read_on()

    def _read_on(self) -> None:
        """The next of what may be typed next; work of others comes in between."""
        texts, self._unread = self._unread[:_AT_ONCE], self._unread[_AT_ONCE:]
        if texts:
            work = partial(self._read_all, self._newest, texts)
            self._lane.run(work, self._expect, self._unheard)

    def _read_all(self, number: int, texts: Sequence[str]) -> tuple[_Came | None, ...]:
        return tuple([self._read(number, text) for text in texts])

    def _expect(self, some: tuple[_Came | None, ...]) -> None:
        good = [one for one in some if one and one.number == self._newest and self._holds(one)]
        if len(good) < len(some):
            return
        self._read_on()  # the lane goes on while these are put into words
        for came in map(self._as_shown, good):
            self._ahead[came.text] = came
            self.expected.emit(came.found)

    def _as_shown(self, came: _Came) -> _Came:
        """With the very matches that are shown where it found the same: seen at a glance then."""
        if self._shown is not None and came.found == self._shown.found:
            return replace(came, found=self._shown.found)
        return came

    def _unheard(self, _refused: Known) -> None:
        """What is refused to letters half typed is said when the person presses Enter."""


def _next_letters(text: str, found: Sequence[Match]) -> Sequence[str]:
    """What may come after a text: digits after a digit, else letters, of the size that is typed.

    Those with which names of who is found go on come first: they are typed most often.
    """
    if text[-1].isdigit():
        return _DIGITS
    letters = dict.fromkeys((*_letters_after(text, found), *_LETTERS))
    in_capitals = len(text) > 1 and text.isupper()
    return [letter.upper() if in_capitals else letter for letter in letters]


def _letters_after(text: str, found: Sequence[Match]) -> list[str]:
    """The frequent first."""
    begun = fold(text).rpartition(" ")[2] if text[-1].isalpha() else ""
    after = Counter(
        (name[len(begun) :] or " ")[0]
        for match in found
        for name in fold(f"{match.family_name} {match.given_names}").split()
        if name.startswith(begun)
    )
    return [letter for letter, _ in after.most_common()]
