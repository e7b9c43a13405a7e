"""Names of sealed envelopes and of the list of devices on the share.

A file's name holds a part of its own hash, so that nobody can take the name of an envelope that
has not been written yet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.spool.roster import Roster
from app.spool.sealed import Envelope, Heading

PREFIX, SUFFIX = "RECOUP", "env"
_HASH_LETTERS = 12
_NAME = re.compile(
    r"RECOUP_([A-Z0-9]{1,12})_([A-Z0-9]{1,12})_([0-9a-f]{16})_([0-9]{6,9})_([0-9a-f]{12})"
    r"(_r[0-9]{1,4})?\.env",
    re.ASCII,
)
_ROSTER = re.compile(r"RECOUP_([A-Z0-9]{1,12})_ROSTER_([0-9]{6})\.json", re.ASCII)


@dataclass(frozen=True, slots=True)
class EnvelopeName:
    """What a file's name says; believed only as far as the file bears it out."""

    text: str
    trust: str
    device: str
    actor: str
    sequence: int
    hash_part: str

    def fits(self, envelope: Envelope) -> bool:
        """Whether the file is the one its name promises."""
        heading = envelope.heading
        return (heading.trust, heading.device, heading.actor, heading.sequence) == (
            self.trust,
            self.device,
            self.actor,
            self.sequence,
        ) and envelope.sha256.startswith(self.hash_part)


def name_of(heading: Heading, digest: str, *, again: int = 0) -> str:
    """The name of an envelope's file; `again` tells copies apart where one was spoilt."""
    return name_in_chain(
        heading.trust, heading.device, heading.actor, heading.sequence, digest, again=again
    )


def name_in_chain(
    trust: str, device: str, actor: str, sequence: int, digest: str, *, again: int = 0
) -> str:
    """The name of the file of that number in a chain, by its hash."""
    copy = f"_r{again}" if again else ""
    part = digest[:_HASH_LETTERS]
    return f"{PREFIX}_{trust}_{device}_{actor}_{sequence:06d}_{part}{copy}.{SUFFIX}"


def own_prefix(trust: str, device: str) -> str:
    """How the names of all envelopes of a device begin, and of what was cut off in writing them."""
    return f"{PREFIX}_{trust}_{device}_"


def next_copy(name: str) -> str:
    """The name for one more copy of an envelope whose file was spoilt; raises ValueError."""
    found = _NAME.fullmatch(name)
    if found is None:
        raise ValueError(f"{name!r} is no envelope's name")
    copies = int(found[6][2:]) if found[6] else 0
    stem = name.removesuffix(f".{SUFFIX}").removesuffix(found[6] or "")
    return f"{stem}_r{copies + 1}.{SUFFIX}"


def read_name(text: str) -> EnvelopeName | None:
    """The parts of an envelope's name; None for any other file."""
    found = _NAME.fullmatch(text)
    if found is None:
        return None
    trust, device, actor, sequence, part, _ = found.groups()
    return EnvelopeName(text, trust, device, actor, int(sequence), part)


def roster_name(roster: Roster) -> str:
    """The name of an edition of the list of devices."""
    return f"{PREFIX}_{roster.trust}_ROSTER_{roster.number:06d}.json"


def roster_number(text: str, trust: str) -> int | None:
    """The edition a file of the share holds by its name; None for any other file."""
    found = _ROSTER.fullmatch(text)
    return int(found[2]) if found and found[1] == trust else None


def roster_trust(text: str) -> str | None:
    """The trust whose list of devices a file of the share holds by its name."""
    found = _ROSTER.fullmatch(text)
    return found[1] if found else None
