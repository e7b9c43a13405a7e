"""Files of the share that were not believed: why, from whom, and what somebody found who looked.

Nothing of such a file was taken in, and the file stays where it is. It names no patient.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.access.roles import Act
from app.core.errors import Known, NotFound
from app.core.wording import Phrase, phrases
from app.services.desk import Desk, service
from app.services.two_people import require_finding
from app.spool.sealed import WORDS, Fault
from app.store import quarantine, users
from app.store.quarantine import Aside

_SECURITY = Phrase(
    "Leave the file where it is. Tell whoever looks after security, and find out who made it."
)
# What a person does next; what is damaged here says it in its own words.
DO: Mapping[Fault, Phrase] = phrases(
    {
        Fault.DAMAGED: (
            "The machine that sent it sends it again by itself. If its records do not come, "
            "tell IT."
        ),
        Fault.UNSIGNED: _SECURITY,
        Fault.STRANGER: (
            "Ask your administrator whether that machine is to be let in. Once it is, judge the "
            "file again. If nobody knows it, tell whoever looks after security."
        ),
        Fault.REVOKED: (
            "Expected after a machine was lost. If it is still in use, ask your administrator to "
            "let it in anew."
        ),
        Fault.OTHER_TRUST: (
            "Tell IT: a machine of another trust uses this share, or this machine uses theirs."
        ),
        Fault.OTHER_MODE: "Tell IT: made-up records do not belong on a share for real ones.",
        Fault.REPLAYED: _SECURITY,
        Fault.FORKED: _SECURITY,
        Fault.UNREADABLE: "Tell IT the name of the file: it was damaged, or a key here was.",
        Fault.TOO_LARGE: _SECURITY,
        Fault.MISCOUNTED: (
            "Bring Recoup on this machine up to date, then judge the file again. If it was up to "
            "date, tell whoever looks after security."
        ),
        Fault.NOT_ENTITLED: _SECURITY,
        Fault.CONTRADICTED: _SECURITY,
    }
)


# What was found when the rest had been taken, or in no file of the share at all.
_NO_FILE_TO_JUDGE = frozenset((Fault.CONTRADICTED, Fault.DAMAGED_HERE))


@dataclass(frozen=True, slots=True, kw_only=True)
class AsideFile:
    """One file: its code with the words for it, and what to `do`; who looked, what they found.

    `judgeable` where an exchange can judge it again, `asked` where somebody asked for that.
    """

    name: str
    code: str
    words: str
    do: str
    device: str
    seen_at: str
    looked_at: str
    looked_by: str
    note: str
    judgeable: bool
    asked: bool


@service(Act.SEE_QUARANTINE)
def put_aside(desk: Desk) -> tuple[AsideFile, ...]:
    """Every file that was not believed, those nobody has looked at first."""
    return tuple(_shown(desk, one) for one in quarantine.aside(desk.db))


@service(Act.SEE_QUARANTINE)
def count_new(desk: Desk) -> int:
    """How many of them nobody has looked at."""
    return quarantine.count_unseen(desk.db)


@service(Act.SEE_QUARANTINE)
def mark_looked_at(desk: Desk, name: str, note: str) -> None:
    """Keep what somebody found; raises BadInput without a note, Known `looked_at`, NotFound."""
    said = require_finding(note, looked_at=bool(_get(desk, name).looked_at))
    with desk.db.atomic():
        quarantine.mark_looked_at(desk.db, name, by=desk.person.user_id, note=said, at=desk.moment)
        desk.audit("quarantine_looked_at", name, {"note": said})


@service(Act.SEE_QUARANTINE)
def judge_again(desk: Desk, name: str) -> None:
    """Let the next exchange judge the file anew, such as after a device was let in.

    It stays listed until then. Raises NotFound, Known `nothing_to_judge`.
    """
    one = _get(desk, name)
    if Fault(one.fault) in _NO_FILE_TO_JUDGE:
        raise Known(
            "nothing_to_judge",
            "There is no file to judge again. Write down what you found, and mark it as looked at.",
        )
    with desk.db.atomic():
        quarantine.judge_again(desk.db, name)
        said = {"code": one.fault, "sha256": one.sha256, "note": one.note}
        desk.audit("quarantine_judged_again", name, said)


def _get(desk: Desk, name: str) -> Aside:
    for one in quarantine.aside(desk.db):
        if one.name == name:
            return one
    raise NotFound("That file is not among those put aside any more. Look at the list again.")


def _shown(desk: Desk, one: Aside) -> AsideFile:
    return AsideFile(
        name=one.name,
        code=one.fault,
        words=WORDS[Fault(one.fault)],
        do=DO.get(Fault(one.fault), ""),
        device=one.device,
        seen_at=one.seen_at,
        looked_at=one.looked_at or "",
        looked_by=users.get(desk.db, one.looked_by).display_name if one.looked_by else "",
        note=one.note,
        judgeable=Fault(one.fault) not in _NO_FILE_TO_JUDGE,
        asked=Fault(one.fault) not in _NO_FILE_TO_JUDGE and not one.sha256,
    )
