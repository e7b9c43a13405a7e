"""`recoup intake --watch`: a line of JSON a turn, a status file, and a clean end."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import asdict, replace
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from app.cli.frame import DONE, Unwritten
from app.cli.intake_errand import Done, Errand, run_errand
from app.core.errors import BadInput
from app.core.ports import Clock, stamp
from app.library.share import load_share_terms, load_watch_terms
from app.machine import SystemRandomness
from app.spool.intake import Outcome
from app.spool.terms import WatchTerms
from app.spool.watching import Pass, Rhythm, StoppingShare, watch

if TYPE_CHECKING:
    from app.hub.ledger import Ledger

OpenLedger = Callable[[], "Ledger"]


def watch_intake(
    errand: Errand, open_: OpenLedger, clock: Clock, *, every: float | None, status: str | None
) -> int:
    """Take turns until a signal asks for an end; the exit code is 0 then."""
    stop = Event()
    for name in ("SIGTERM", "SIGINT", "SIGBREAK"):  # the last is Windows' own
        number = getattr(signal, name, None)
        if number is not None:
            signal.signal(number, lambda *_: stop.set())
    terms = load_watch_terms()
    rhythm = Rhythm(
        clock=clock,
        chance=SystemRandomness(),
        wait=stop.wait,
        watch=WatchTerms(every=terms.every if every is None else every, glance=terms.glance),
        share=load_share_terms(),
    )
    share = StoppingShare(errand.share, stop.is_set)
    with _Desk(replace(errand, share=share), open_, clock) as desk:
        last_success = None
        for one in watch(desk.turn, share, rhythm):
            last_success = one.at if one.fault is None else last_success
            if one.fault is not None:
                desk.shut()  # whatever it was, the next turn begins with a fresh connection
            said = _line(one)
            _say(said)
            if status is not None:
                _keep(status, {**said, "last_success": last_success and stamp(last_success)})
    _say({"at": stamp(clock.now()), "state": "stopped"})
    if status is not None:
        _keep(status, {"at": stamp(clock.now()), "state": "stopped"})
    return DONE


class _Desk(ExitStack):
    """The ledger, open from turn to turn until something fails."""

    def __init__(self, errand: Errand, open_: OpenLedger, clock: Clock) -> None:
        super().__init__()
        self._errand = errand
        self._open = open_
        self._clock = clock
        self._ledger: Ledger | None = None

    def turn(self) -> Done:
        """One turn."""
        if self._ledger is None:
            self._errand.share.list()  # a share that is not there is found before a ledger is made
            self._ledger = self.enter_context(self._open())
        done = run_errand(self._errand, self._ledger, self._clock)
        self._errand = replace(self._errand, payments=None)  # loaded once
        return done

    def shut(self) -> None:
        """Let go of the ledger."""
        self._ledger = None
        self.pop_all().close()


def _line(one: Pass[Done]) -> dict[str, Any]:
    said: dict[str, Any] = {"at": stamp(one.at), "turn": one.number}
    if one.fault is not None:
        since = one.standing.failing_since
        upcoming = one.standing.next_at
        return said | {
            "state": "waiting",
            "code": one.fault.code,
            "message": one.fault.message,
            "failing_since": since and stamp(since),
            "next_at": upcoming and stamp(upcoming),
        }
    done = one.done
    if done is None:
        raise ValueError("a turn either did something or failed")
    counts = {o.value: done.report.count(o) for o in Outcome if done.report.count(o)}
    said |= {"state": "attention" if _wants_attention(done) else "working", "counts": counts}
    if done.sealed is not None:
        said["sealed"] = {
            "taken_in": done.sealed.envelopes,
            "records": done.sealed.records,
            "sent": done.sealed.sent,
            "put_aside": len(done.sealed.put_aside),
            "missing": len(done.sealed.missing),
        }
    if done.inbox is not None:
        said["inbox"] = {
            "written": len(done.inbox.written),
            "left": [asdict(left) for left in done.inbox.left],
        }
    return said


def _wants_attention(done: Done) -> bool:
    return bool(done.report.refused or done.left or (done.sealed and done.sealed.put_aside))


def _say(document: dict[str, Any]) -> None:
    try:
        print(json.dumps(document, ensure_ascii=False), flush=True)
    except BrokenPipeError:
        raise
    except OSError as refused:
        raise Unwritten(refused.strerror) from refused


def _keep(name: str, document: dict[str, Any]) -> None:
    """The status file, whole at every moment."""
    path = Path(name)
    aside = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        aside.write_text(json.dumps(document, ensure_ascii=False) + "\n", encoding="utf-8")
        aside.replace(path)
    except OSError as refused:
        raise BadInput(
            "status_unwritable",
            f"The status file {name} could not be written: {refused.strerror}. Name another, or "
            "make room.",
            "status",
        ) from None
