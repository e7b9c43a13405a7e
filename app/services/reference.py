"""The quick reference: a page for every rule, disease and country, and the search among them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.access.roles import Act, Extent
from app.core.dates import long
from app.core.people import search_key
from app.core.wording import Phrase
from app.residency.guide import Guide, asked_facts, condition_words
from app.residency.law import Law
from app.residency.rules import Country, Disease, Group, Kind, Rule
from app.residency.wording import fact_label, plain
from app.services.desk import Desk, service

_HIDDEN = (Kind.CHARGEABLE, Kind.PENDING)  # what follows for money is no clerk's to read out

_CITING = ("reg", "reg.", "regs", "regulation", "regulations", "para", "paragraph")
_CITED = re.compile(r"(?<![\w/])\d+[a-z]*(?:\([0-9a-z]+\))*")
_SENTENCE = re.compile(r"(?<=[.;:]) ")
_MONEY = re.compile(r"chargeable|£|\b150\b|%", re.IGNORECASE)
_WORD = re.compile(r"[\w'’]+")


class PageKind(StrEnum):
    """What a page is about."""

    RULE = "rule"
    DISEASE = "disease"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class Told:
    """An example in a sentence."""

    text: str
    holds: bool
    result: str


@dataclass(frozen=True, slots=True)
class Witness:
    """Whose word the rule rests on, and for what."""

    role: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of the guide, in the words shown."""

    key: str
    kind: PageKind
    chapter: str
    title: str
    chip: str
    free: bool
    in_short: str
    covers: str
    asks: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    at_the_desk: str = ""
    sensitive: bool = False
    evidence: tuple[str, ...] = ()
    examples: tuple[Told, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    regulation: str = ""
    dates: str = ""
    confirmed: bool = True
    note: str = ""
    source: str = ""
    checked: str = ""
    names: tuple[str, ...] = ()  # other names it is looked up by
    listed: bool = True  # in the list of contents, not by search alone


@service(Act.READ_GUIDE)
def guide(desk: Desk) -> tuple[Page, ...]:
    """Every page of the law in force at this desk; a clerk's leaves out who is charged what."""
    whole = desk.extent(Act.READ_GUIDE) is Extent.FULL
    book = _Writer(desk.guide(), desk.law, desk.today, whole=whole)
    return tuple(book.pages())


def found(pages: Sequence[Page], words: str) -> tuple[Page, ...]:
    """The pages that all the words lead to, best first; every listed page where there are none.

    A page is found by its title, its other names, its regulation (`15(b)`) or its text.
    """
    wanted = search_key(words).split()
    wanted = [word for word in wanted if word not in _CITING or len(wanted) == 1]
    if not wanted:
        return tuple(page for page in pages if page.listed)
    ranked = [(rank, page) for page in pages if (rank := _rank(page, wanted)) is not None]
    return tuple(page for _, page in sorted(ranked, key=lambda one: one[0]))


def _rank(page: Page, wanted: Sequence[str]) -> int | None:
    """How well a page answers, the lowest best; None where a word leads nowhere."""
    places = [
        *((0, [search_key(name)]) for name in (page.title, *page.names)),
        (1, _WORD.findall(search_key(" ".join((page.title, *page.names))))),
        (2, _CITED.findall(search_key(page.regulation))),
        (3, _WORD.findall(search_key(" ".join((page.in_short, page.covers, *page.asks))))),
    ]
    whole = " ".join(wanted)
    if any(entry.startswith(whole) for rank, entries in places if rank == 0 for entry in entries):
        return 0 if page.listed else 1
    ranks = []
    for word in wanted:
        held = [
            rank for rank, entries in places if any(entry.startswith(word) for entry in entries)
        ]
        if not held:
            return None
        ranks.append(min(held))
    return 2 * max(1, *ranks) + (not page.listed)


class _Writer:
    """Writes the pages of one law for one reader."""

    def __init__(self, words: Guide, law: Law, today: date, *, whole: bool) -> None:
        self._words, self._law, self._today, self._whole = words, law, today, whole
        self._examples: dict[str, list[Told]] = {}
        for one in words.examples:
            result = words.results[one.result] if whole else ""
            self._examples.setdefault(one.rule, []).append(Told(one.text, one.holds, result))

    def pages(self) -> Iterator[Page]:
        """Chapter by chapter, then the diseases, then the countries."""
        rules = {rule.id: rule for rule in self._law.pack.rules}
        named = {name for chapter in self._words.chapters for name in chapter.rules}
        chapters = [(chapter.title, chapter.rules) for chapter in self._words.chapters]
        others = tuple(name for name in rules if name not in named)
        chapters.append((self._words.titles["other"], others))
        for title, names in chapters:
            for name in names:
                if name in rules and self._may_read(rules[name]):
                    yield self._rule(rules[name], title)
        for disease in self._law.pack.diseases:
            yield self._disease(disease)
        countries = sorted(self._law.pack.countries.values(), key=lambda one: search_key(one.name))
        for country in countries:
            yield self._country(country)

    def _may_read(self, rule: Rule) -> bool:
        return self._whole or not (isinstance(rule, Group) and rule.kind in _HIDDEN)

    def _rule(self, rule: Rule, chapter: str) -> Page:
        words, law = self._words, self._law
        group = rule if isinstance(rule, Group) else None
        kind = group.kind.value if group else "service"
        over = rule.in_force_to is not None and rule.in_force_to < self._today
        evidence = law.pack.standing.evidence
        ends = (*group.ends_when,) if group else getattr(rule, "stops_when", ())
        return Page(
            key=f"{PageKind.RULE}:{rule.id}",
            kind=PageKind.RULE,
            chapter=chapter,
            title=rule.label,
            chip=words.chips["historic" if over else kind],
            free=kind not in _HIDDEN and not over,
            in_short=self._may_hear(plain(rule.text, law)),
            covers=words.covers.get(group.scope if group else "service", ""),
            asks=condition_words(rule.when, words, law),
            ends=tuple(_sentence(plain(one, law)) for one in ends) if self._whole else (),
            at_the_desk=words.at_the_desk[_at_the_desk(rule)],
            sensitive=rule.sensitive,
            evidence=tuple(evidence.get(code, code) for code in group.evidence) if group else (),
            examples=tuple(self._examples.get(rule.id, ())),
            witnesses=self._witnesses(rule),
            regulation=rule.regulation,
            dates=_span(rule.in_force_from, rule.in_force_to),
            confirmed=rule.confirmed,
            note=plain(rule.confirmation_note, law) if self._whole else "",
            source=rule.source,
            checked=long(rule.checked),
        )

    def _may_hear(self, text: str) -> str:
        """The text, for a clerk without its sentences about charges."""
        if self._whole:
            return text
        return " ".join(one for one in _SENTENCE.split(text) if not _MONEY.search(one))

    def _witnesses(self, rule: Rule) -> tuple[Witness, ...]:
        facts, said = self._law.facts, dict[str, list[str]]()
        for name in asked_facts(rule.when):
            said.setdefault(facts[name].decided_by.value, []).append(fact_label(name, self._law))
        return tuple(
            Witness(self._words.roles[role], tuple(said[role]))
            for role in self._words.roles
            if role in said
        )

    def _disease(self, disease: Disease) -> Page:
        words = self._words
        return Page(
            key=f"{PageKind.DISEASE}:{disease.id}",
            kind=PageKind.DISEASE,
            chapter=words.titles["diseases"],
            title=disease.name,
            chip=words.chips["disease"],
            free=True,
            in_short=disease.note,
            covers=words.covers["disease"],
            at_the_desk=words.at_the_desk["disease"],
            regulation=f"{disease.regulation}; reg 9(1)(d)",
            dates=_span(disease.in_force_from, None),
            confirmed=disease.confirmed,
            source=disease.source,
            checked=long(disease.checked),
            names=disease.aliases,
        )

    def _country(self, country: Country) -> Page:
        words, today = self._words, self._today
        runs = country.in_schedule_2(today)
        ended = country.listed is not None and not runs
        persons = country.agreement_persons
        none = words.covers["agreement_ended" if ended else "no_agreement"]
        return Page(
            key=f"{PageKind.COUNTRY}:{country.alpha2}",
            kind=PageKind.COUNTRY,
            chapter=words.titles["countries"],
            title=country.name,
            chip=words.chips["agreement" if runs else "no_agreement"],
            free=runs,
            in_short=" ".join(
                f"{_sentence(part)}." for part in (country.agreement_name, persons) if part
            ),
            covers=words.agreement.get(country.agreement_scope, none) if runs else none,
            at_the_desk=words.at_the_desk["other"],
            evidence=(_sentence(country.agreement_evidence),) if country.agreement_evidence else (),
            regulation="SI 2015/238 reg 14 and Sch 2" if country.listed else "",
            dates=_overlap(country),
            confirmed=country.scope_confirmed or not country.listed,
            note=_sentence(plain(country.notes, self._law)),
            source="https://www.legislation.gov.uk/uksi/2015/238" if country.listed else "",
            names=(country.alpha2, country.alpha3),
            listed=runs,
        )


def _at_the_desk(rule: Rule) -> str:
    if rule.sensitive:
        return "sensitive"
    if not isinstance(rule, Group):
        return "disease" if "condition_id" in asked_facts(rule.when) else "service"
    if "entitlement_document" in asked_facts(rule.when):
        return "document"
    return "resident" if rule.kind is Kind.RESIDENT else "other"


def _overlap(country: Country) -> str:
    """The days on which listing and agreement both run."""
    if country.listed is None:
        return ""
    since = max(country.listed[0], country.agreement[0])
    until = min(country.listed[1], country.agreement[1])
    return _span(since, None if until == date.max else until)


def _span(since: date, until: date | None) -> str:
    if until is None:
        return Phrase("From {since}", since=long(since))
    return Phrase("From {since} to {until}", since=long(since), until=long(until))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
