"""What the dashboard counts, in sums over many people: named statements, nothing per person.

No statement reads who worked at a desk. Moments are bounds of UTC, `since` in it and `until` not.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from app.billing.reports.years import Month
from app.core.money import Money
from app.insight.counts import Booked, Harm, Stage, Waited, Way
from app.store.database import Database
from app.store.values import to_json

_HERE = "(:site = '' OR site = :site)"
_OPENED = f"opened_at >= :since AND opened_at < :until AND {_HERE}"
_SITES = "SELECT DISTINCT site FROM registrations WHERE site <> '' ORDER BY site"
_FIRST = "SELECT min(opened_at) FROM registrations"
_BOOKED = f"""
    SELECT site, desk, substr(opened_at, 1, 13) AS hour, count(*),
        count(*) FILTER (WHERE finished_at IS NOT NULL AND could_not_ask = '')
    FROM registrations WHERE {_OPENED} GROUP BY site, desk, hour"""
# Charged is what stands on the income account; what the other accounts of an invoice leave of it
# is money less refunds (store.folds).
_WAY = f"""
    WITH seen AS (
        SELECT registration_id, patient_id FROM registrations WHERE flagged AND {_OPENED}),
    sums AS (
        SELECT s.patient_id,
            EXISTS (SELECT 1 FROM decisions d WHERE d.registration_id = s.registration_id
                AND d.choice <> :undecided) AS assessed,
            (SELECT sum(e.credit_pence) - sum(e.debit_pence) FROM invoices i
             JOIN entries e USING (doc_no)
             WHERE i.registration_id = s.registration_id AND e.account = 'income') AS charged,
            (SELECT sum(e.credit_pence) - sum(e.debit_pence) FROM invoices i
             JOIN entries e USING (doc_no)
             WHERE i.registration_id = s.registration_id
               AND e.account IN ('receivables', 'income', 'write_offs', 'recoveries')) AS came,
            (SELECT total_pence FROM estimates t WHERE t.registration_id = s.registration_id
             ORDER BY t.estimate_no DESC LIMIT 1) AS estimated
        FROM seen s),
    worth AS (SELECT *, ifnull(charged, estimated) AS pence FROM sums)
    SELECT count(DISTINCT patient_id), ifnull(sum(pence), 0),
        count(DISTINCT patient_id) FILTER (WHERE assessed),
        ifnull(sum(pence) FILTER (WHERE assessed), 0),
        count(DISTINCT patient_id) FILTER (WHERE charged > 0),
        ifnull(sum(charged) FILTER (WHERE charged > 0), 0),
        count(DISTINCT patient_id) FILTER (WHERE came > 0),
        ifnull(sum(came) FILTER (WHERE came > 0), 0),
        count(*) FILTER (WHERE pence IS NULL)
    FROM worth"""
# An advance is about an estimate. Money that is on neither belongs to no site.
_OF_SITE = """(:site = '' OR doc_no IN (
        SELECT doc_no FROM invoices JOIN registrations r USING (registration_id)
        WHERE r.site = :site
        UNION ALL
        SELECT estimate_no FROM estimates JOIN registrations r USING (registration_id)
        WHERE r.site = :site))"""
_INCOME = f"""
    SELECT substr(ifnull(recognised_on, on_date), 1, 7) AS month,
        sum(credit_pence) - sum(debit_pence)
    FROM entries WHERE account = 'income' AND on_date <= :last AND {_OF_SITE} GROUP BY month"""
_CASH = f"""
    SELECT substr(on_date, 1, 7) AS month, sum(debit_pence) - sum(credit_pence)
    FROM entries WHERE account = 'cash' AND on_date <= :last AND {_OF_SITE} GROUP BY month"""
_MEDIAN = """
    ranked AS (
        SELECT label, seconds, row_number() OVER (PARTITION BY label ORDER BY seconds) AS place,
            count(*) OVER (PARTITION BY label) AS number
        FROM took)
    SELECT label, number, CAST(round(avg(seconds)) AS INTEGER) FROM ranked
    WHERE place IN ((number + 1) / 2, (number + 2) / 2) GROUP BY label ORDER BY label"""
_AT_DESK = f"""
    WITH took AS (
        SELECT CASE WHEN :apart THEN site ELSE '' END AS label,
            unixepoch(finished_at) - unixepoch(opened_at) AS seconds
        FROM registrations WHERE state = 'finished' AND {_OPENED}), {_MEDIAN}"""
_FORMS = f"""
    WITH took AS (
        SELECT '' AS label, unixepoch(min(u.recorded_at)) - unixepoch(r.finished_at) AS seconds
        FROM registrations r JOIN urgency_records u USING (registration_id)
        WHERE flagged AND finished_at IS NOT NULL AND {_OPENED}
        GROUP BY r.number HAVING seconds >= 0), {_MEDIAN}"""
_WITHOUT_FORM = f"""
    SELECT count(*) FROM registrations r WHERE flagged AND {_OPENED}
      AND review IN ('waiting', 'second_check')
      AND NOT EXISTS (SELECT 1 FROM urgency_records u
                      WHERE u.registration_id = r.registration_id)"""
_FOUND = f"""
    SELECT count(*), count(*) FILTER (WHERE choice IN (SELECT value FROM json_each(:free)))
    FROM (SELECT (SELECT d.choice FROM decisions d WHERE d.registration_id = r.registration_id
                  ORDER BY d.seq DESC LIMIT 1) AS choice
          FROM registrations r WHERE flagged AND {_OPENED})
    WHERE choice <> :undecided"""
# Of the answers to a question the last one stands, and one taken back is none.
_UNPUT = f"""
    SELECT count(*), min(opened_at) FROM registrations r
    WHERE review IN ('waiting', 'second_check') AND {_HERE}
      AND EXISTS (
        SELECT 1 FROM json_each(:prompts) q WHERE ifnull((
            SELECT a.state FROM answers a
            WHERE a.answer_id BETWEEN r.number << 16 AND r.number << 16 | 65535
              AND a.question_id = q.value
            ORDER BY a.answer_id DESC LIMIT 1), 'withdrawn') = 'withdrawn')"""
_ASKED_FIRST = """
    SELECT count(*) FROM estimates e
    WHERE json_extract(e.body, '$.payment_first') AND ifnull((
        SELECT u.urgency FROM urgency_records u WHERE u.registration_id = e.registration_id
          AND date(u.recorded_at) <= e.issued_on
        ORDER BY u.entry_id DESC LIMIT 1), 'not_assessed') <> 'non_urgent'"""
_CLAIMED = f"""
    SELECT count(DISTINCT c.registration_id) FROM claim_reports c
    JOIN registrations r USING (registration_id)
    WHERE c.reported_at >= :since AND c.reported_at < :until AND {_HERE}"""
# Nobody is booked in by a registration that is parked or under way.
_OWN = """
    SELECT count(*), count(*) FILTER (WHERE could_not_ask = '')
    FROM registrations
    WHERE finished_at IS NOT NULL AND opened_by = :opened_by
      AND opened_at >= :since AND opened_at < :until"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Which registrations are meant: opened from one stamp until another, at a site or at all."""

    since: str
    until: str
    site: str = ""

    def values(self) -> dict[str, str]:
        """For a statement."""
        return {"since": self.since, "until": self.until, "site": self.site}


def sites(db: Database) -> tuple[str, ...]:
    """Every site that somebody was booked in at."""
    return tuple(str(site) for (site,) in db.each(_SITES))


def first_opened(db: Database) -> str | None:
    """The stamp of the first registration there is."""
    found = db.scalar(_FIRST)
    return None if found is None else str(found)


def booked(db: Database, span: Span) -> tuple[Booked, ...]:
    """How many were booked in and asked, by site, desk and hour."""
    return tuple(
        Booked(
            site=site,
            desk=desk,
            hour=datetime.fromisoformat(f"{hour}:00:00+00:00"),
            booked=count,
            asked=asked,
        )
        for site, desk, hour, count, asked in db.each(_BOOKED, span.values())
    )


def way(db: Database, span: Span, *, undecided: str) -> Way:
    """From identified to paid; `undecided` is the choice that decides nothing."""
    row = db.first(_WAY, span.values() | {"undecided": undecided}) or (0,) * 9
    stages = [Stage(row[at], Money(row[at + 1])) for at in (0, 2, 4, 6)]
    return Way(
        identified=stages[0],
        assessed=stages[1],
        charged=stages[2],
        paid=stages[3],
        unpriced=row[8],
    )


def income(db: Database, last: date, *, site: str) -> dict[Month, Money]:
    """Charges less credits by month of recognition, as posted up to a day."""
    return _by_month(db, _INCOME, last, site)


def cash(db: Database, last: date, *, site: str) -> dict[Month, Money]:
    """Money in less money out by month, up to a day."""
    return _by_month(db, _CASH, last, site)


def at_the_desk(db: Database, span: Span, *, apart: bool) -> tuple[Waited, ...]:
    """From opened to finished; with `apart` one for each site."""
    return _medians(db, _AT_DESK, span.values() | {"apart": apart})


def forms(db: Database, span: Span) -> Waited:
    """From the end of the desk's part to the first clinician's form of a flagged case."""
    return next(iter(_medians(db, _FORMS, span.values())), Waited())


def without_form(db: Database, span: Span) -> int:
    """Open cases of the span that no clinician has said anything of."""
    return int(db.scalar(_WITHOUT_FORM, span.values()))


def harm(
    db: Database, span: Span, *, prompts: Collection[str], free: Collection[str], undecided: str
) -> Harm:
    """What must not happen; `prompts` are question ids, `free` and `undecided` choices."""
    found = db.first(
        _FOUND, span.values() | {"free": to_json(sorted(free)), "undecided": undecided}
    )
    unput = db.first(_UNPUT, {"site": span.site, "prompts": to_json(sorted(prompts))})
    decided, found_free = found or (0, 0)
    count, since = unput or (0, None)
    return Harm(
        asked_first=int(db.scalar(_ASKED_FIRST)),
        unput=count,
        unput_since=None if since is None else date.fromisoformat(since[:10]),
        decided=decided,
        found_free=found_free,
    )


def cards_claimed(db: Database, span: Span) -> int:
    """Cases reported so that another state can be asked to pay, by the day they were reported."""
    return int(db.scalar(_CLAIMED, span.values()))


def own(db: Database, span: Span, opened_by: str) -> tuple[int, int]:
    """How many one person booked in themselves, and how many of these were asked."""
    values = {"opened_by": opened_by, "since": span.since, "until": span.until}
    found = db.first(_OWN, values)
    return (0, 0) if found is None else (int(found[0]), int(found[1]))


def _by_month(db: Database, sql: str, last: date, site: str) -> dict[Month, Money]:
    found = db.each(sql, {"last": last.isoformat(), "site": site})
    return {Month.parse(month): Money(pence) for month, pence in found}


def _medians(db: Database, sql: str, values: Mapping[str, object]) -> tuple[Waited, ...]:
    return tuple(
        Waited(label=label, count=count, median=median)
        for label, count, median in db.each(sql, values)
    )
