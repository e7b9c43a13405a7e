"""Step 18: the queue kept ready, so that its first page and its tallies cost the same at any size.

`queue_source` says what the queue is: each waiting case with all that a list shows or sorts by, as
it stands on the day of `queue_day`. `queue_cases` holds exactly its rows, `queue_tallies` exactly
how many there are of each mark; triggers keep both with whatever a case rests on, and `changes_on`
names the next day on which a row becomes another by itself.

A snooze is over on its day, when the case waits for another reason, and, while protection is
still to be asked about, as soon as the case is late. Money is in no column here.
"""

from __future__ import annotations

from app.store.checks import append_only, day, flag, json, moment

APPEND_ONLY = ("snoozes",)
NEVER = "9999-12-31"
_WAITING = "IN ('waiting', 'second_check')"

_KEPT_BY_PEOPLE = (
    f"""CREATE TABLE queue_day (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        today TEXT NOT NULL {day("today")},
        soon_days INTEGER NOT NULL CHECK (soon_days >= 0),
        prompts_weigh INTEGER NOT NULL CHECK (prompts_weigh IN (1, 2, 4)),
        urgency_weighs INTEGER NOT NULL CHECK (urgency_weighs IN (1, 2, 4)),
        soon_weighs INTEGER NOT NULL CHECK (soon_weighs IN (1, 2, 4))
    ) STRICT""",
    # As of the last day anybody worked: what has changed since is brought on from there.
    """INSERT INTO queue_day
       SELECT 1, ifnull(max(substr(finished_at, 1, 10)), '2000-01-01'), 3, 4, 2, 1
       FROM registrations""",
    f"""CREATE TABLE queue_facts (
        number INTEGER PRIMARY KEY REFERENCES registrations,
        prompts_open INTEGER NOT NULL {flag("prompts_open")},
        ask_again INTEGER NOT NULL {flag("ask_again")},
        leaves_uk_on TEXT {day("leaves_uk_on")},
        discharged_on TEXT {day("discharged_on")}
    ) STRICT""",
    f"""CREATE TABLE snoozes (
        entry_id INTEGER PRIMARY KEY,
        registration_id TEXT NOT NULL REFERENCES registrations (registration_id),
        until TEXT {day("until")},
        reason TEXT NOT NULL,
        flag_reason TEXT NOT NULL,
        review TEXT NOT NULL,
        snoozed_by TEXT NOT NULL,
        snoozed_at TEXT NOT NULL {moment("snoozed_at")}
    ) STRICT""",
    "CREATE INDEX snoozes_by_registration ON snoozes (registration_id, entry_id)",
    f"""CREATE TABLE saved_views (
        view_id TEXT PRIMARY KEY,
        user_id TEXT NOT NULL REFERENCES users,
        name TEXT NOT NULL COLLATE NOCASE CHECK (name <> ''),
        asked TEXT NOT NULL {json("asked")},
        saved_at TEXT NOT NULL {moment("saved_at")},
        UNIQUE (user_id, name)
    ) STRICT""",
)
_COLUMNS = (
    "number, registration_id, born, name_key, site, service_type, treated_on, due_on, opened_at, "
    "finished_on, flag_reason, route, review, assigned_to, urgency_missing, lateness, snoozed, "
    "rank, changes_on, shown"
)
# All that a list tells of a case, in one text: a column each would cost twice as much to read.
# The parts stand in the order of `store.queue.QueueLine`, nothing where they are unknown.
_SHOWN = " || char(31) || ".join(
    f"ifnull({part}, '')"
    for part in (
        "registration_id",
        "family_name",
        "given_names",
        "treated_on",
        "due_on",
        "flag_reason",
        "outcome",
        "assigned_to",
        "protection",
        "leaves_on",
        "gone",
        "snoozed_until",
    )
)
# A day as a number of 15 bits, from the year 2000 to 2089; later ones count as the last.
_DAY_NUMBER = "max(0, min(32765, CAST(julianday({day}) - 2451544.5 AS INTEGER)))"
# The order of the queue in one number of 63 bits: what protects first, then who leaves first
# (not known after every day ahead, gone last), then treatment, then the minute it was opened.
_RANK = f"""((7 - protection) << 57)
    | (CASE WHEN leaves_on IS NOT NULL THEN {_DAY_NUMBER.format(day="leaves_on")}
        WHEN gone THEN 32767 ELSE 32766 END << 42)
    | (ifnull({_DAY_NUMBER.format(day="treated_on")}, 32767) << 27)
    | max(0, min(134217727,
        CAST(round((julianday(opened_at) - 2451544.5) * 1440, 3) AS INTEGER)))"""


def _ahead(column: str) -> str:
    return f"CASE WHEN {column} >= today THEN {column} END"


def _from(column: str, days: str = "") -> str:
    """A day on which a row changes, where that is still to come; else never."""
    on = f"date({column}, {days})" if days else column
    return f"CASE WHEN {on} > today THEN {on} ELSE '{NEVER}' END"


_SOURCE = f"""
    CREATE VIEW queue_source AS
    WITH
    known AS (
        SELECT r.number, r.registration_id, p.family_name, p.given_names, p.born,
            p.family_key || ' ' || p.given_key AS name_key, r.site, r.service_type,
            r.service_date AS treated_on, r.due_on, r.opened_at,
            substr(r.finished_at, 1, 10) AS finished_on, r.flag_reason, r.route, r.outcome,
            r.review, r.assigned_to, ifnull(f.prompts_open, 1) AS prompts_open,
            ifnull(f.ask_again, 0) OR NOT EXISTS (
                SELECT 1 FROM urgency_records u WHERE u.registration_id = r.registration_id
            ) AS urgency_missing,
            f.leaves_uk_on, f.discharged_on, s.until, d.today, d.soon_days, d.prompts_weigh,
            d.urgency_weighs, d.soon_weighs
        FROM registrations r JOIN patients p ON p.patient_id = ifnull(
                (SELECT read_as FROM patient_aliases a WHERE a.patient_id = r.patient_id),
                r.patient_id)
            JOIN queue_day d
            LEFT JOIN queue_facts f ON f.number = r.number
            LEFT JOIN snoozes s ON s.entry_id = (
                SELECT max(entry_id) FROM snoozes z WHERE z.registration_id = r.registration_id)
                AND s.flag_reason = r.flag_reason AND s.review = r.review
        WHERE r.review {_WAITING}
    ),
    on_the_day AS (
        SELECT *,
            min(ifnull({_ahead("leaves_uk_on")}, {_ahead("discharged_on")}),
                ifnull({_ahead("discharged_on")}, {_ahead("leaves_uk_on")})) AS leaves_on,
            treated_on IS NOT NULL AND treated_on >= today
                AND treated_on <= date(today, soon_days || ' days') AS soon,
            CASE WHEN due_on < today THEN 2 WHEN due_on = today THEN 1 ELSE 0 END AS lateness,
            CASE WHEN until > today THEN until END AS snoozed_until
        FROM known
    ),
    placed AS (
        SELECT *,
            leaves_on IS NULL AND (leaves_uk_on IS NOT NULL OR discharged_on IS NOT NULL) AS gone,
            snoozed_until IS NOT NULL AND NOT (prompts_open AND lateness = 2) AS snoozed,
            prompts_open * prompts_weigh + urgency_missing * urgency_weighs + soon * soon_weighs
                AS protection,
            min({_from("due_on")}, {_from("due_on", "'+1 day'")}, {_from("until")},
                {_from("treated_on", "-soon_days || ' days'")}, {_from("treated_on", "'+1 day'")},
                {_from("leaves_uk_on", "'+1 day'")}, {_from("discharged_on", "'+1 day'")}
            ) AS changes_on
        FROM on_the_day
    )
    SELECT {_COLUMNS.replace("rank", f"{_RANK} AS rank").replace("shown", f"{_SHOWN} AS shown")}
    FROM placed"""

_KEPT_READY = (
    _SOURCE,
    """CREATE TABLE queue_cases (
        number INTEGER PRIMARY KEY,
        registration_id TEXT NOT NULL,
        born TEXT,
        name_key TEXT NOT NULL,
        site TEXT NOT NULL,
        service_type TEXT NOT NULL,
        treated_on TEXT,
        due_on TEXT,
        opened_at TEXT NOT NULL,
        finished_on TEXT,
        flag_reason TEXT NOT NULL,
        route TEXT NOT NULL,
        review TEXT NOT NULL,
        assigned_to TEXT,
        urgency_missing INTEGER NOT NULL,
        lateness INTEGER NOT NULL,
        snoozed INTEGER NOT NULL,
        rank INTEGER NOT NULL,
        changes_on TEXT NOT NULL,
        shown TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE queue_tallies (
        mark TEXT NOT NULL,
        name TEXT NOT NULL,
        cases INTEGER NOT NULL CHECK (cases >= 0),
        PRIMARY KEY (mark, name)
    ) STRICT, WITHOUT ROWID""",
)
# What a case is counted under: (mark, name, the rows it holds for). A snoozed one is counted once.
_MARKS = (
    ("all", "''", "NOT snoozed"),
    ("due", "''", "NOT snoozed AND lateness >= 1"),
    ("late", "''", "NOT snoozed AND lateness = 2"),
    ("urgency_missing", "''", "NOT snoozed AND urgency_missing"),
    ("cards", "''", "NOT snoozed AND route = 'document'"),
    ("second_check", "''", "NOT snoozed AND review = 'second_check'"),
    ("snoozed", "''", "snoozed"),
    ("new", "finished_on", "NOT snoozed AND finished_on IS NOT NULL"),
    ("mine", "assigned_to", "NOT snoozed AND assigned_to IS NOT NULL"),
    ("site", "site", "TRUE"),
    ("service", "service_type", "TRUE"),
)
_COUNTED = (
    "CREATE VIEW queue_marks AS "
    + " UNION ALL ".join(
        f"SELECT number, '{mark}' AS mark, {name} AS name FROM queue_cases WHERE {holds}"
        for mark, name, holds in _MARKS
    ),
)
_ORDERS = (
    "CREATE INDEX queue_by_rank ON queue_cases (rank) WHERE NOT snoozed",
    "CREATE INDEX queue_due ON queue_cases (rank) WHERE NOT snoozed AND lateness >= 1",
    "CREATE INDEX queue_late ON queue_cases (rank) WHERE NOT snoozed AND lateness = 2",
    "CREATE INDEX queue_unformed ON queue_cases (rank) WHERE NOT snoozed AND urgency_missing",
    "CREATE INDEX queue_cards ON queue_cases (rank) WHERE NOT snoozed AND route = 'document'",
    """CREATE INDEX queue_checks ON queue_cases (rank)
       WHERE NOT snoozed AND review = 'second_check'""",
    "CREATE INDEX queue_snoozed ON queue_cases (rank) WHERE snoozed",
    """CREATE INDEX queue_new ON queue_cases (finished_on, rank)
       WHERE NOT snoozed AND finished_on IS NOT NULL""",
    """CREATE INDEX queue_mine ON queue_cases (assigned_to, rank)
       WHERE NOT snoozed AND assigned_to IS NOT NULL""",
    "CREATE INDEX queue_by_name ON queue_cases (name_key) WHERE NOT snoozed",
    f"""CREATE INDEX queue_by_treatment ON queue_cases (ifnull(treated_on, '{NEVER}'))
       WHERE NOT snoozed""",
    f"CREATE INDEX queue_by_due ON queue_cases (ifnull(due_on, '{NEVER}')) WHERE NOT snoozed",
    "CREATE INDEX queue_changes ON queue_cases (changes_on)",
)
_FILL = (
    f"INSERT INTO queue_cases ({_COLUMNS}) SELECT {_COLUMNS} FROM queue_source",
    "INSERT INTO queue_tallies SELECT mark, name, count(*) FROM queue_marks GROUP BY mark, name",
)


def _anew(numbers: str) -> str:
    """Take rows out and put them in as they are now."""
    return f"""
        DELETE FROM queue_cases WHERE number IN ({numbers});
        INSERT INTO queue_cases ({_COLUMNS})
            SELECT {_COLUMNS} FROM queue_source WHERE number IN ({numbers});"""


def _of_patients(*whose: str) -> str:
    """The registrations of patients, and of those who are read as them."""
    named = ", ".join(whose)
    return f"""SELECT number FROM registrations WHERE patient_id IN (
            SELECT patient_id FROM patients WHERE patient_id IN ({named})
            UNION ALL SELECT patient_id FROM patient_aliases WHERE read_as IN ({named}))"""


_OF_THE_CASE = "SELECT number FROM registrations WHERE registration_id = new.registration_id"
_KEEPING = (
    f"""CREATE TRIGGER queue_follows_registrations AFTER UPDATE OF patient_id, opened_at, site,
            service_type, service_date, due_on, finished_at, flag_reason, route, outcome, review,
            assigned_to ON registrations
        WHEN new.review {_WAITING} OR old.review {_WAITING}
        BEGIN {_anew("new.number")} END""",
    f"""CREATE TRIGGER queue_follows_patients AFTER UPDATE OF family_name, given_names, family_key,
            given_key, born ON patients
        BEGIN {_anew(_of_patients("new.patient_id"))} END""",
    f"""CREATE TRIGGER queue_follows_merges AFTER INSERT ON patient_aliases
        BEGIN {_anew(_of_patients("new.patient_id"))} END""",
    f"""CREATE TRIGGER queue_follows_readings AFTER UPDATE ON patient_aliases
        BEGIN {_anew(_of_patients("new.patient_id"))} END""",
    f"""CREATE TRIGGER queue_follows_partings AFTER DELETE ON patient_aliases
        BEGIN {_anew(_of_patients("old.patient_id"))} END""",
    f"""CREATE TRIGGER queue_follows_forms AFTER INSERT ON urgency_records
        BEGIN {_anew(_OF_THE_CASE)} END""",
    f"""CREATE TRIGGER queue_follows_new_facts AFTER INSERT ON queue_facts
        BEGIN {_anew("new.number")} END""",
    f"""CREATE TRIGGER queue_follows_facts AFTER UPDATE ON queue_facts
        BEGIN {_anew("new.number")} END""",
    f"""CREATE TRIGGER queue_follows_snoozes AFTER INSERT ON snoozes
        BEGIN {_anew(_OF_THE_CASE)} END""",
    """CREATE TRIGGER queue_lets_go AFTER DELETE ON registrations
        BEGIN DELETE FROM queue_cases WHERE number = old.number; END""",
    """CREATE TRIGGER tallies_follow_in AFTER INSERT ON queue_cases
        BEGIN
            INSERT INTO queue_tallies SELECT mark, name, 1 FROM queue_marks
                WHERE number = new.number
            ON CONFLICT (mark, name) DO UPDATE SET cases = cases + 1;
        END""",
    """CREATE TRIGGER tallies_follow_out BEFORE DELETE ON queue_cases
        BEGIN
            UPDATE queue_tallies SET cases = cases - 1 WHERE (mark, name) IN (
                SELECT mark, name FROM queue_marks WHERE number = old.number);
        END""",
    """CREATE TRIGGER queue_cases_are_made_anew BEFORE UPDATE ON queue_cases
        BEGIN SELECT RAISE(ABORT, 'a row of the queue is made anew, never changed'); END""",
)

STATEMENTS: tuple[str, ...] = (
    *_KEPT_BY_PEOPLE,
    *_KEPT_READY,
    *_COUNTED,
    *_FILL,
    *_ORDERS,
    *_KEEPING,
    *(statement for table in APPEND_ONLY for statement in append_only(table)),
)
