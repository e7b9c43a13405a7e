"""What an estimate of a case is priced from: dates, age, factor and rate come from the case."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from app.casework.review import Choice
from app.core.dates import age_in_years, parse_iso
from app.core.errors import BadInput, Known
from app.core.wording import Phrase
from app.pricing.estimate import Estimate, EstimateRequest, LineRequest
from app.pricing.tariff import Admission, tariff_year_of
from app.pricing.uplift import Rounding
from app.residency.findings import Charged, LineFinding, charged_lines
from app.services.answers import find_out
from app.services.desk import Desk
from app.store import decisions, estimates, patients, registrations

VISITOR_RATE = 150  # per cent of the national price, where no rule gives another
FREE = 0


def request_of(desk: Desk, registration_id: str, lines: tuple[LineRequest, ...]) -> EstimateRequest:
    """The request for some lines of a case; raises BadInput without any, Known where it is free."""
    if not lines:
        raise BadInput("no_lines", "Add at least one line to estimate.", "lines")
    registration = registrations.get(desk.db, registration_id)
    born = patients.get(desk.db, registration.patient_id).born
    day = registration.service_date or desk.today
    rate = _rate(desk, registration_id, lines)
    year = tariff_year_of(day)
    return EstimateRequest(
        provider=desk.trust.provider_code,
        tariff_year=year,
        mff=factor_of(desk, year),
        rounding=desk.finance.rounding,
        lines=tuple(_of_case(line, day, born=born, rate=rate) for line in lines),
    )


def factor_of(desk: Desk, tariff_year: str) -> Decimal:
    """This provider's factor of a year, as published or entered; else the one in the trust's
    settings. Raises Known `no_mff`."""
    own = desk.trust.market_forces_factor
    return desk.forces.factor(desk.trust.provider_code, tariff_year, otherwise=own)


def _of_case(line: LineRequest, day: date, *, born: date | None, rate: int) -> LineRequest:
    on = line.on or day
    return replace(
        line,
        on=on,
        rate_percent=FREE if line.rate_percent == FREE else rate,
        age=age_in_years(born, on) if born is not None and born <= on else None,
    )


def _rate(desk: Desk, registration_id: str, lines: tuple[LineRequest, ...]) -> int:
    """The rate of the case as decided; before a decision that of a visitor (finance.md 1).

    Care another country pays for is free to the patient, and an estimate says so.
    """
    decision = decisions.latest(desk.db, registration_id)
    if decision is None:
        return VISITOR_RATE
    choice = Choice(decision.choice)
    if choice is Choice.EUROPEAN_CARD:
        return FREE
    if choice not in (Choice.CHARGE, Choice.CANNOT_TELL):
        raise Known("decided_free", "This care was decided to be free. There is nothing to price.")
    found = find_out(desk, registration_id, certified=decision.certified)
    _check_nights(lines, found.lines)
    rates = {line.rate_percent for line in charged_lines(found.lines)}
    if len(rates) > 1:
        raise Known(
            "several_rates",
            "The days of this stay are charged at more than one rate, and an estimate has one. "
            "Register the days of each rate on their own.",
        )
    return next(iter(rates), None) or VISITOR_RATE


def _check_nights(lines: Iterable[LineRequest], found: Sequence[LineFinding]) -> None:
    """No line has more nights than the stay has days that are charged (hazard H5)."""
    parts = [one for one in found if one.days is not None]
    charged = sum(_length(one) for one in charged_lines(parts))
    if not charged or all(one.charged is Charged.YES for one in parts):
        return
    for line in lines:
        if max(line.length_of_stay, line.longest_stay or 0) > charged:
            days = Phrase("1 day") if charged == 1 else Phrase("{count} days", count=charged)
            raise BadInput(
                "part_of_stay",
                Phrase(
                    "Only {days} of this stay are charged. Enter the nights of these days alone.",
                    days=days,
                ),
                "length_of_stay",
            )


def _length(part: LineFinding) -> int:
    return (part.days.last - part.days.first).days + 1 if part.days is not None else 0


def request_from(kept: dict[str, Any]) -> EstimateRequest:
    """The request an issued estimate was priced from, its edition pinned."""
    body = kept["request"]
    return EstimateRequest(
        provider=body["provider"],
        tariff_year=body["tariff_year"],
        edition=body["edition"],
        mff=Decimal(body["mff"]),
        rounding=Rounding(body["rounding"]),
        lines=tuple(_line(row) for row in body["lines"]),
    )


def _line(row: dict[str, Any]) -> LineRequest:
    return LineRequest(
        id=row["id"],
        admission=Admission(row["admission"]),
        hrg=row["hrg"],
        root=row["root"],
        tfc=row.get("tfc"),
        item=row.get("item"),
        rate_percent=row["rate_percent"],
        length_of_stay=row["length_of_stay"],
        longest_stay=row.get("longest_stay"),
        on=parse_iso(row["on"]) if row["on"] else None,
        first=row.get("first", True),
        multi_professional=row.get("multi_professional", False),
        face_to_face=row.get("face_to_face", True),
        units=row.get("units", 1),
        visit=row.get("visit", ""),
        age=row.get("age"),
        admission_method=row.get("admission_method"),
        provisional=row.get("provisional", False),
    )


def request_json(request: EstimateRequest, priced: Estimate) -> dict[str, Any]:
    """The request as it is kept with what it gave."""
    return {
        "provider": request.provider,
        "tariff_year": request.tariff_year,
        "edition": priced.edition,
        "mff": f"{priced.mff:f}",
        "rounding": request.rounding.value,
        "lines": [_line_json(line) for line in request.lines],
    }


def _line_json(line: LineRequest) -> dict[str, Any]:
    return {
        "id": line.id,
        "admission": line.admission.value,
        "hrg": line.hrg,
        "root": line.root,
        "tfc": line.tfc,
        "item": line.item,
        "rate_percent": line.rate_percent,
        "length_of_stay": line.length_of_stay,
        "longest_stay": line.longest_stay,
        "on": line.on.isoformat() if line.on else None,
        "first": line.first,
        "multi_professional": line.multi_professional,
        "face_to_face": line.face_to_face,
        "units": line.units,
        "visit": line.visit,
        "age": line.age,
        "admission_method": line.admission_method,
        "provisional": line.provisional,
    }


def last_asked(desk: Desk, registration_id: str) -> tuple[tuple[LineRequest, ...], str]:
    """The lines and words of the estimate given last, to begin the next one with; none at first.

    Their days are left to the case: its day of care may be another one by now.
    """
    given = estimates.of(desk.db, registration_id)
    if not given:
        return (), ""
    body = dict(given[-1].body)
    lines = tuple(replace(line, on=None) for line in request_from(body).lines)
    return lines, str(body["treatment"])
