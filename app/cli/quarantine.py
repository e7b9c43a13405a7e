"""`recoup intake --quarantine`: what was put aside on finance's side, and what to do with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from app.cli.frame import DONE, print_json
from app.spool.sealed import WORDS, Fault

if TYPE_CHECKING:
    from app.hub.ledger import Ledger
    from app.hub.travel import AsideFile

CONTRACT_VERSION = 1
_DO = {
    Fault.DAMAGED: "Ask the desk to send it again; keep the file for IT.",
    Fault.REVOKED: "If the device should still be in use, let it in anew (`recoup devices`).",
    Fault.OTHER_MODE: "Point the desk that made it at the share for its own kind of records.",
    Fault.OTHER_TRUST: "Tell the trust it belongs to which folder is theirs.",
    Fault.UNREADABLE: "Look whether this hub was given all its earlier keys.",
}
_TELL = "Tell whoever looks after security: leave the file where it is, and find out who made it."


def list_quarantine(open_: Callable[[], Ledger]) -> int:
    """Every file put aside, by trust, the newest first."""
    from app.hub.travel import aside_of

    with open_() as ledger:
        trusts = [
            {
                "provider": trust,
                "put_aside": [_one(one) for one in aside_of(ledger, trust)],
            }
            for trust in ledger.trusts()
        ]
    print_json({"contract_version": CONTRACT_VERSION, "trusts": trusts})
    return DONE


def _one(found: AsideFile) -> dict[str, Any]:
    fault = Fault(found.fault)
    return {
        "name": found.name,
        "sha256": found.sha256,
        "code": fault.value,
        "message": WORDS[fault],
        "do": _DO.get(fault, _TELL),
        "device": found.device,
        "seen": found.seen_utc,
    }
