"""Whole cases that are due: 5,000 among 100,000 registrations, found while others use the records.

`python -m benchmarks.retention` from the root of the repository. Ours goes through an encrypted
store a stretch at a time, as the window does, and says how many are due, which are held and by
what. The peer is one bare SQL statement over the same file, by the same driver and with the same
indexes, that reads the same cases at once: who writes a report writes that. It says less, for it
asks neither whether letters rest nor whether a machine that needed a case brought it back; both
must name the same cases but for those, and the same days, before anything is timed.

Goals: no stretch keeps the lane that owns the records longer than 50 ms, half of what a key may
take from press to paint (ux.md 7); the first page takes a twentieth of the bare statement, as it
must not wait for the last case; all of it, exactly counted, takes no longer than the bare
statement does; and of ten times the registrations a stretch takes at most 1.5 times as long.
Every contestant is a process of its own in its own processor time, rounds are interleaved, the best
of each counts; of the stretches of a round the longest does.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from subprocess import Popen
from typing import Any

from app.services import due_cases
from app.services.desk import Desk
from benchmarks import runners
from benchmarks.retention_data import TODAY, opened, store
from tests.desks import make_desk, sign_in

MANY, FEW = 100_000, 10_000
ROUNDS = 7
GOAL_TURN_MS, GOAL_FIRST, GOAL_ALL, GOAL_FLAT = 50.0, 0.05, 1.0, 1.5
_DAYS = {"not_followed": 365, "not_charged": 730, "invoices": 2191}
_BARE = """
    SELECT * FROM (
        SELECT r.ref, date(max(r.finished_at,
            ifnull((SELECT max(d.decided_at, ifnull(c.checked_at, '')) FROM decisions d
                    LEFT JOIN second_checks c USING (decision_id)
                    WHERE d.registration_id = r.registration_id ORDER BY d.seq DESC LIMIT 1), ''),
            ifnull((SELECT max(answered_at) FROM answers
                    WHERE answer_id BETWEEN r.number << 16 AND r.number << 16 | 65535), ''),
            {latest})) AS last_on,
          CASE WHEN EXISTS (SELECT 1 FROM decisions d WHERE d.registration_id = r.registration_id
                              AND d.choice = 'charge')
              OR EXISTS (SELECT 1 FROM billing_requests b
                         WHERE b.registration_id = r.registration_id)
              OR EXISTS (SELECT 1 FROM invoices v WHERE v.registration_id = r.registration_id)
              OR EXISTS (SELECT 1 FROM customers u WHERE u.registration_id = r.registration_id)
            THEN :invoices WHEN r.review = '' THEN :not_followed ELSE :not_charged END AS until,
          EXISTS (SELECT 1 FROM record_holds h WHERE h.registration_id = r.registration_id
                  AND h.begins AND NOT EXISTS (
                    SELECT 1 FROM record_holds n WHERE n.registration_id = h.registration_id
                      AND n.kind = h.kind AND n.entry_id > h.entry_id))
            OR EXISTS (SELECT 1 FROM invoices v WHERE v.registration_id = r.registration_id)
            OR EXISTS (SELECT 1 FROM customers u WHERE u.registration_id = r.registration_id)
            OR EXISTS (SELECT 1 FROM emergency_accesses e
                       WHERE e.registration_id = r.registration_id
                         AND e.access_id NOT IN (SELECT access_id FROM emergency_looks))
            OR EXISTS (SELECT 1 FROM disputes x WHERE x.settled_by IS NULL
                         AND x.about IN (r.registration_id, r.patient_id)) AS held
        FROM registrations r
        WHERE r.state = 'finished' AND r.review IN ('', 'decided')
          AND r.finished_at < :soonest AND NOT EXISTS (
            SELECT 1 FROM diary d WHERE d.registration_id = r.registration_id
              AND d.due_on > :today AND d.entry_id NOT IN (SELECT entry_id FROM diary_marks)))
    WHERE last_on <= until"""
_LATEST = ", ".join(
    f"ifnull((SELECT max({column}) FROM {table} t WHERE t.registration_id = r.registration_id), '')"
    for table, column in (
        ("evidence", "recorded_at"),
        ("document_images", "added_at"),
        ("letters", "made_at"),
        ("urgency_records", "recorded_at"),
        ("case_rests", "made_at"),
        ("billing_requests", "asked_at"),
        ("estimates", "issued_on"),
        ("claim_entitlements", "entered_at"),
        ("claim_treatments", "entered_at"),
        ("claim_reports", "reported_at"),
        ("dispute_rulings", "ruled_at"),
    )
)


def main() -> int:
    """Compare, time, tell; the last line is JSON."""
    for count in (FEW, MANY):
        store(count)
    running = {
        name: runners.start(sys.executable, "-m", "benchmarks.retention", *arguments)
        for name, arguments in {
            "ours": ("ours", str(MANY)),
            "few": ("ours", str(FEW)),
            "bare": ("bare", str(MANY)),
        }.items()
    }
    try:
        due = _compare(*(_said(running[name]) for name in ("ours", "bare")))
        _said(running["few"])
        best = _race(running)
    finally:
        for one in running.values():
            runners.end(one)
    ours, bare = best["ours"], best["bare"]
    flat = ours["turn"] / best["few"]["turn"]
    first, whole = ours["first"] / bare["whole"], ours["whole"] / bare["whole"]
    turn_ms = ours["turn"] * 1e3
    met = turn_ms <= GOAL_TURN_MS and first <= GOAL_FIRST and whole <= GOAL_ALL
    row = {
        "benchmark": "retention",
        "registrations": MANY,
        "due": due,
        "longest_turn_ms": round(turn_ms, 1),
        "first_page_of_bare": round(first, 3),
        "all_of_bare": round(whole, 2),
        "ours_s": round(ours["whole"], 3),
        "bare_s": round(bare["whole"], 3),
        "flat": round(flat, 2),
        "goal_turn_ms": GOAL_TURN_MS,
        "goal_first": GOAL_FIRST,
        "goal_all": GOAL_ALL,
        "goal_flat": GOAL_FLAT,
        "met": met and flat <= GOAL_FLAT,
    }
    print(json.dumps(row))
    return 0


def _compare(ours: dict[str, Any], bare: dict[str, Any]) -> int:
    """How many are due by ours; ends the program where they differ in more than they may."""
    mine, plain = ours["found"], bare["found"]
    back = set(plain) - set(mine)
    more = set(mine) - set(plain)
    alike = not more and all(
        mine[ref][0] == plain[ref][0]
        and (bool(mine[ref][1]) == plain[ref][1] or mine[ref][1] == due_cases.RESTS)
        for ref in mine
    )
    if not alike or not 0 < len(back) <= len(plain) // 100:
        raise SystemExit("the bare statement reads other cases than the store")
    return len(mine)


def _race(running: dict[str, Popen[str]]) -> dict[str, dict[str, float]]:
    """The best processor seconds of each: the whole, the first page, the longest turn."""
    best: dict[str, dict[str, float]] = {}
    for _ in range(ROUNDS):
        for name, runner in running.items():
            took = _said(runner)["took"]
            kept = best.setdefault(name, took)
            best[name] = {key: min(kept[key], took[key]) for key in took}
    for name, took in best.items():
        print(
            f"{name}: " + ", ".join(f"{key} {value * 1e3:,.1f} ms" for key, value in took.items())
        )
    return best


def _said(runner: Popen[str]) -> dict[str, Any]:
    runners.ask(runner)
    found: dict[str, Any] = json.loads(runners.answer(runner))
    return found


def work(who: str, count: int) -> None:
    """One contestant: at each line read go through all of it, say what was found and how long."""
    with tempfile.TemporaryDirectory() as folder, opened(count, Path(folder)) as filled:
        desk = make_desk(Path(folder))
        sign_in(desk, "admin")
        own, desk.db = desk.db, filled
        go: Callable[[Desk], dict[str, Any]] = _ours if who == "ours" else _bare
        for place, _ in enumerate(sys.stdin):
            said = go(desk)
            print(json.dumps(said if not place else {"took": said["took"]}), flush=True)
        desk.db = own
        own.close()


def _ours(desk: Desk) -> dict[str, Any]:
    found: dict[str, tuple[str, str]] = {}
    after: due_cases.Place | None = due_cases.Place()
    turns, first = [], 0.0
    while after is not None:
        begun = time.process_time()
        stretch = due_cases.stretch(desk, after)
        turns.append(time.process_time() - begun)
        found |= {one.ref: (one.last_on.isoformat(), one.held_for) for one in stretch.cases}
        first = first or (sum(turns) if found else 0.0)
        after = stretch.then
    took = {"whole": sum(turns), "first": first, "turn": max(turns)}
    return {"found": found, "took": took}


def _bare(desk: Desk) -> dict[str, Any]:
    days = {line: (TODAY - timedelta(days=kept)).isoformat() for line, kept in _DAYS.items()}
    soonest = (TODAY - timedelta(days=min(_DAYS.values()) - 1)).isoformat()
    asked = days | {"soonest": soonest, "today": TODAY.isoformat()}
    begun = time.process_time()
    rows = desk.db.tuples(_BARE.format(latest=_LATEST), asked)
    took = time.process_time() - begun
    found = {ref: (last_on, bool(held)) for ref, last_on, _, held in rows}
    return {"found": found, "took": {"whole": took}}


if __name__ == "__main__":
    if len(sys.argv) == 3:
        work(sys.argv[1], int(sys.argv[2]))
    else:
        sys.exit(main())
