"""Making stored determinations again, each with its own pack and its own case (hazard H9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.access.roles import Act
from app.core.errors import NotFound
from app.core.wording import Phrase
from app.residency.determination import determine
from app.residency.kept_case import case_from
from app.residency.law_pack import LawPack, stamped
from app.services.desk import Desk, service
from app.services.packs import pack_of
from app.store import inputs
from app.store.inputs import StoredInput
from app.store.values import from_json, to_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """One determination made again. `same` is None where its case was not kept yet.

    `differs` names the parts that came out otherwise, never what they hold.
    """

    ref: str
    seq: int
    rules_version: str
    pack_id: str
    same: bool | None
    differs: tuple[str, ...] = ()


@service(Act.VERIFY_AUDIT)
def replay(desk: Desk, ref: str = "") -> tuple[Replayed, ...]:
    """Make every determination again, or those of one registration, and compare the bytes.

    Nothing is stored. A person sees references and names of parts, nothing of a patient. Raises
    NotFound for a reference with no determination.
    """
    kept = inputs.of(desk.db, ref)
    if ref and not kept:
        raise NotFound(
            Phrase("There is no determination of {ref} here. Check the reference.", ref=ref), "ref"
        )
    packs: dict[str, LawPack] = {}
    return tuple(_replayed(desk, row, packs) for row in kept)


def _replayed(desk: Desk, row: StoredInput, packs: dict[str, LawPack]) -> Replayed:
    before = from_json(row.result)
    version = before.get("rules_version", "")
    if row.pack_id is None or row.body is None or row.asked_on is None:
        return Replayed(ref=row.ref, seq=row.seq, rules_version=version, pack_id="", same=None)
    if row.pack_id not in packs:
        packs[row.pack_id] = pack_of(desk, row.pack_id)
    pack = packs[row.pack_id]
    case = case_from(row.body["case"], pack.law.facts)
    today = date.fromisoformat(row.body["today"])
    now = stamped(determine(case, pack.law, row.asked_on).as_json(), pack.manifest, today)
    text = to_json(now)
    again = from_json(text)
    return Replayed(
        ref=row.ref,
        seq=row.seq,
        rules_version=version,
        pack_id=row.pack_id,
        same=text == row.result,
        differs=tuple(
            sorted(k for k in before.keys() | again.keys() if before.get(k) != again.get(k))
        ),
    )
