"""The days on which an answer may turn: those of the law, and those of one person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache

from app.core.dates import add_months
from app.residency.conditions import SERVICE_DATE
from app.residency.facts import FactValue
from app.residency.rules import Country, RulePack

Known = Mapping[str, FactValue | None]
_ADULT = 18  # from that birthday on the patient owes, not who has parental responsibility


@lru_cache(maxsize=8)
def days_of_the_law(pack: RulePack) -> tuple[date, ...]:
    """The days on which a rule, a disease or a power begins, or is there no more, in order."""
    days = {pack.standing.payment_first_from}
    for rule in pack.rules:
        days |= {rule.in_force_from, *after(rule.in_force_to)}
        if rule.look_back is not None and rule.look_back.since is not None:
            days |= {rule.look_back.since, *after(rule.look_back.until)}
    days |= {disease.in_force_from for disease in pack.diseases}
    compared = [atom.value for atom in pack.tables.atoms("service_date")]
    days |= {one for day in compared if isinstance(day, date) for one in (day, *after(day))}
    return tuple(sorted(days))


def days_of_the_person(everything: Sequence[Known], pack: RulePack) -> Iterator[date]:
    """The days on which what is known of a person, at whatever time, may say something else."""
    for facts in everything:
        for name, value in facts.items():
            if isinstance(value, date) and any(
                atom.value == SERVICE_DATE for atom in pack.tables.atoms(name)
            ):
                yield from (value, *after(value))
        born, code = facts.get("date_of_birth"), facts.get("country_of_residence")
        if isinstance(born, date):
            yield from _birthdays(born, pack)
        if isinstance(code, str):
            yield from _agreement_days(pack.countries[code])


def after(day: date | None) -> tuple[date, ...]:
    """The next day, where there is one."""
    return () if day is None or day == date.max else (day + timedelta(days=1),)


def _birthdays(born: date, pack: RulePack) -> Iterator[date]:
    """The day of birth, and each on which an age that a rule names is reached, or passed."""
    yield born
    for fact, months in (("age_years", 12), ("age_months", 1)):
        named = [atom.value for atom in pack.tables.atoms(fact)]
        ages = {int(age) for age in named if isinstance(age, int)}
        ages |= {_ADULT} if fact == "age_years" else set()
        for age in ages | {age + 1 for age in ages}:
            try:
                day = add_months(born, age * months)
            except ValueError:
                continue  # beyond the calendar's last year
            # Who was born on 29 February is a year older on 1 March of a common year.
            yield from (day, *after(day))


def _agreement_days(country: Country) -> Iterator[date]:
    for span in (country.listed, country.agreement):
        if span is not None:
            yield from (span[0], *after(span[1]))
