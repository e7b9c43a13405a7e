"""The guide: a page for everything in the law, found by words, number, country or other name."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from app.library.guide import load_guide
from app.library.law import load_law
from app.residency.contract import read_case
from app.residency.determination import determine
from app.residency.guide import Example
from app.services import reference
from app.services.desk import Desk
from app.services.reference import Page, PageKind, found
from tests.desks import sign_in

LAW = load_law()
GUIDE = load_guide()
NEVER_IN_FORCE = {  # of the 2011 Regulations: kept to explain to people who remember them
    "former_resident_working_abroad_old",
    "missionary_old",
    "uk_pensioner_abroad_old",
}
VARIABLE = re.compile(r"\b[a-z0-9]+_[a-z0-9_]+\b|\.(?:csv|yaml|toml)\b")
RESULTS = {"no": "free", "yes": "charged", "undetermined": "open"}


@pytest.fixture
def pages(desk: Desk) -> tuple[Page, ...]:
    sign_in(desk, "officer")
    return reference.guide(desk)


def words_of(page: Page) -> str:
    parts = [page.title, page.chip, page.in_short, page.covers, page.at_the_desk, page.note]
    parts += [*page.asks, *page.ends, *page.evidence, *(one.text for one in page.examples)]
    parts += [fact for witness in page.witnesses for fact in witness.facts]
    return " | ".join(parts)


@pytest.mark.parametrize("example", GUIDE.examples, ids=lambda one: f"{one.rule}-{one.holds}")
def test_an_example_is_what_the_rules_find(example: Example) -> None:
    _, unknown = LAW.facts.read(example.facts)
    assert not unknown
    case = read_case(
        {"facts": example.facts, "certified": example.certified},
        LAW,
    )
    found_now = determine(case, LAW, example.on)
    true = {reason.rule for reason in found_now.reasons}
    true |= {group.id for group in found_now.groups}
    true |= set(found_now.lines[0].service_exemptions)
    assert (example.rule in true) is example.holds
    assert RESULTS[found_now.chargeable.value] == example.result


def test_every_rule_has_an_example_that_holds_and_one_that_does_not() -> None:
    holding = {one.rule for one in GUIDE.examples if one.holds}
    failing = {one.rule for one in GUIDE.examples if not one.holds}
    rules = {rule.id for rule in LAW.pack.rules}
    assert rules - holding == NEVER_IN_FORCE
    assert rules == failing


def test_every_rule_stands_in_one_chapter() -> None:
    named = [name for chapter in GUIDE.chapters for name in chapter.rules]
    assert sorted(named) == sorted(rule.id for rule in LAW.pack.rules)


def test_there_is_a_page_for_every_rule_disease_and_country(pages: tuple[Page, ...]) -> None:
    pack = LAW.pack
    assert {page.key for page in pages} == (
        {f"rule:{rule.id}" for rule in pack.rules}
        | {f"disease:{one.id}" for one in pack.diseases}
        | {f"country:{code}" for code in pack.countries}
    )
    for page in pages:
        assert page.title
        assert page.covers
        assert page.at_the_desk
        assert page.kind is PageKind.COUNTRY or (page.regulation and page.dates and page.source)


def test_no_page_shows_the_name_of_a_variable(pages: tuple[Page, ...]) -> None:
    assert [page.key for page in pages if VARIABLE.search(words_of(page))] == []


def test_what_is_not_confirmed_says_which_part_and_from_where(pages: tuple[Page, ...]) -> None:
    doubtful = [page for page in pages if page.kind is PageKind.RULE and not page.confirmed]
    assert len(doubtful) > 10
    assert all(page.note and page.source and page.checked for page in doubtful)


def test_a_protected_ground_is_never_to_be_asked_at_the_desk(pages: tuple[Page, ...]) -> None:
    protected = [page for page in pages if page.sensitive]
    assert len(protected) > 20
    assert all(page.at_the_desk.startswith("Do not ask about this") for page in protected)


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("15(b)", "Asylum application not yet finally decided"),
        ("reg 15(b)", "Asylum application not yet finally decided"),
        ("Regulation 24(1)(a)", "National of a 1953 Convention or 1961 Charter state"),
        ("polio", "Acute poliomyelitis"),
        ("TB", "Tuberculosis"),
        ("nigeria", "Nigeria"),
        ("NGA", "Nigeria"),
        ("austral", "Australia"),
        ("surcharge paid", "Immigration health surcharge paid"),
        ("accident", "Accident and emergency services"),
        ("turki", "Turkiye"),
    ],
)
def test_the_search_leads_to_the_page(pages: tuple[Page, ...], words: str, title: str) -> None:
    assert found(pages, words)[0].title.startswith(title)


def test_the_search_needs_every_word_and_finds_nothing_where_nothing_is(
    pages: tuple[Page, ...],
) -> None:
    assert found(pages, "surcharge zebra") == ()
    assert found(pages, "115(b)") == ()
    assert found(pages, "  ") == tuple(page for page in pages if page.listed)


def test_a_country_says_whether_its_agreement_runs(pages: tuple[Page, ...]) -> None:
    by_title = {page.title: page for page in pages}
    assert by_title["Australia"].chip == "Agreement"
    assert not by_title["Australia"].confirmed
    assert by_title["Nigeria"].covers.startswith("There is no healthcare agreement")
    assert by_title["Barbados"].covers == "The agreement has ended."
    assert by_title["Barbados"].dates == "From 6 April 2015 to 30 September 2016"


def test_a_clerk_reads_the_law_without_who_is_charged_what(desk: Desk) -> None:
    sign_in(desk, "clerk")
    pages = reference.guide(desk)
    text = " ".join(words_of(page) for page in pages)
    text = text.replace("chargeable status area", "")  # what the national record calls it
    assert len(pages) > 300
    assert not re.search(r"£|\bchargeable\b|150 ?%|\b150\b", text, re.IGNORECASE)
    assert all(told.result == "" for page in pages for told in page.examples)
    assert "Charged" not in {page.chip for page in pages}


def test_a_rule_that_no_chapter_names_is_found_in_the_last_one(desk: Desk) -> None:
    sign_in(desk, "officer")
    first, *rest = GUIDE.chapters
    desk.guide = lambda: replace(GUIDE, chapters=tuple(rest))
    pages = [page for page in reference.guide(desk) if page.kind is PageKind.RULE]
    others = [page.key.removeprefix("rule:") for page in pages if page.chapter == "Other rules"]
    assert sorted(others) == sorted(first.rules)
    assert others == [rule.id for rule in LAW.pack.rules if rule.id in first.rules]
