"""Making stored determinations again, each with its own pack and its own case (hazard H9)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.access.roles import Act
from app.core.errors import Known, NotFound
from app.core.wording import Phrase
from app.residency.determination import determine
from app.residency.kept_case import case_from
from app.residency.law_pack import LawPack, stamped
from app.services.desk import Desk, service
from app.services.packs import pack_of
from app.store import inputs
from app.store.inputs import StoredInput
from app.store.values import from_json, to_json

# What a kept case can come to that no sound program wrote; a machine at fault may have sent it.
_ODD = (
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """One determination made again. `same` is None where its case was not kept yet, or is odd.

    `differs` names the parts that came out otherwise, never what they hold; `odd` says why it
    cannot be made again.
    """

    ref: str
    seq: int
    rules_version: str
    pack_id: str
    same: bool | None
    differs: tuple[str, ...] = ()
    odd: str = ""


@service(Act.VERIFY_AUDIT)
def replay(desk: Desk, ref: str = "") -> tuple[Replayed, ...]:
    """Make every determination again, or those of one registration, and compare the bytes.

    Nothing is stored. A person sees references and names of parts, nothing of a patient. One that
    cannot be made again is told, and keeps none of the others from it. Raises NotFound for a
    reference with no determination.
    """
    kept = inputs.of(desk.db, ref)
    if ref and not kept:
        raise NotFound(
            Phrase("There is no determination of {ref} here. Check the reference.", ref=ref), "ref"
        )
    packs: dict[str, LawPack | Known] = {}
    return tuple(_replayed(desk, row, packs) for row in kept)


def _replayed(desk: Desk, row: StoredInput, packs: dict[str, LawPack | Known]) -> Replayed:
    found = Replayed(
        ref=row.ref, seq=row.seq, rules_version="", pack_id=row.pack_id or "", same=None
    )
    try:
        before = from_json(row.result)
        found = replace(found, rules_version=str(before.get("rules_version", "")))
        if row.pack_id is None or row.body is None or row.asked_on is None:
            return found
        text = _made_again(row.body, row.asked_on, _pack(desk, row.pack_id, packs))
    except Known as known:
        return replace(found, odd=known.message)
    except _ODD:
        return replace(
            found,
            odd=Phrase(
                "What was kept with it cannot be read. Another machine, or a damaged file, wrote "
                "it so: tell the publisher, and keep the file as it is."
            ),
        )
    again = from_json(text)
    return replace(
        found,
        same=text == row.result,
        differs=tuple(
            sorted(k for k in before.keys() | again.keys() if before.get(k) != again.get(k))
        ),
    )


def _made_again(body: str, asked_on: str, pack: LawPack) -> str:
    kept = from_json(body)
    today = date.fromisoformat(kept["today"])
    case = case_from(kept["case"], pack.law.facts)
    found = determine(case, pack.law, date.fromisoformat(asked_on))
    return to_json(stamped(found.as_json(), pack.manifest, today))


def _pack(desk: Desk, pack_id: str, packs: dict[str, LawPack | Known]) -> LawPack:
    """The pack, read once; raises Known as `pack_of` does, each time."""
    if pack_id not in packs:
        try:
            packs[pack_id] = pack_of(desk, pack_id)
        except Known as known:
            packs[pack_id] = known
    pack = packs[pack_id]
    if isinstance(pack, Known):
        raise pack
    return pack
