"""Care as people pick it: every currency of the lists that hold on a day, found by words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile

from app.pricing.currencies import ItemPrice, Kind
from app.pricing.request import HRG
from app.pricing.search import Entry, SearchIndex
from app.pricing.tariff import Admission, Currency, Edition, Shelf

_KINDS = {one.kind: one for one in Admission if one.kind is not None}
_SPELLS = (
    Admission.ELECTIVE,
    Admission.DAY_CASE,
    Admission.NON_ELECTIVE,
    Admission.OUTPATIENT_PROCEDURE,
)
_SPLIT_WORDS = {"with", "without", "cc", "score", "and", "or", "between"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Care:
    """One currency: how it can be given, and for which of these an average cost alone is held.

    `group` marks the HRGs of one root, as long as nobody knows which, `tfc` a treatment function,
    `item` what is called by the code of its list. It holds no price, so that it can be shown to
    whoever books care (hazard H1).
    """

    code: str
    name: str
    ways: tuple[Admission, ...]
    provisional: frozenset[Admission] = frozenset()
    group: bool = False
    tfc: bool = False
    item: bool = False

    @property
    def words(self) -> str:
        """Code and name, as a field shows what was picked."""
        return self.name if self.name == self.code else f"{self.code} {self.name}"


def find_care(shelf: Shelf, edition: Edition | None, words: str, limit: int) -> tuple[Care, ...]:
    """Care whose code, name or specialty answers to the words, or that people call so."""
    return _index(shelf, edition).find(words, limit)


def care_named(shelf: Shelf, edition: Edition | None, words: str) -> Care | None:
    """The care of a code, or of code and name as a field shows them; None where there is none."""
    by_words, by_code = _named(shelf, edition)
    return by_words.get(words.strip()) or by_code.get(words.strip().upper())


@lru_cache(maxsize=8)
def _named(shelf: Shelf, edition: Edition | None) -> tuple[dict[str, Care], dict[str, Care]]:
    every = all_care(shelf, edition)
    return {one.words: one for one in every}, {one.code.upper(): one for one in every}


@lru_cache(maxsize=8)
def _index(shelf: Shelf, edition: Edition | None) -> SearchIndex[Care]:
    guide = shelf.guide
    entries = (
        Entry(one.code, one.name, one, guide.specialty_of_code(one.code))
        for one in all_care(shelf, edition)
    )
    return SearchIndex.of(entries, guide.lay_words)


def all_care(shelf: Shelf, edition: Edition | None) -> tuple[Care, ...]:
    """Every currency once: treatment functions, those of the edition, what other lists add."""
    found: dict[str, Care] = {}
    _join(found, _clinics(shelf, edition))
    if edition is not None:
        _join(found, _spells(edition))
        _join(found, (_of_item(item) for item in edition.further.items))
    _join(found, (_of_item(item) for one in shelf.lists for item in one.items))
    return tuple(found.values())


def _spells(edition: Edition) -> Iterator[Care]:
    """Each root with more than one HRG, before its HRGs."""
    for root, rows in edition.by_root.items():
        one_by_one = [Care(code=row.code, name=row.name, ways=_ways(row)) for row in rows]
        if len(rows) > 1:
            ways = tuple(way for way in _SPELLS if any(way in one.ways for one in one_by_one))
            yield Care(
                code=root, name=common_name([row.name for row in rows]), ways=ways, group=True
            )
        yield from one_by_one


def _ways(row: Currency) -> tuple[Admission, ...]:
    return tuple(one for one in _SPELLS if row.price(one) is not None)


def common_name(names: Sequence[str]) -> str:
    """What the names of a root's HRGs begin with, without the words that begin the split."""
    alike = takewhile(lambda words: len(set(words)) == 1, zip(*map(str.split, names), strict=False))
    common = [words[0] for words in alike]
    while common and common[-1].strip(",").casefold() in _SPLIT_WORDS:
        common.pop()
    return " ".join(common).rstrip(",") or names[0]


def _clinics(shelf: Shelf, edition: Edition | None) -> Iterator[Care]:
    """Treatment functions; those without a price can be booked and not priced."""
    ways = (Admission.OUTPATIENT_ATTENDANCE,)
    named = dict(shelf.guide.treatment_functions)
    for one in edition.further.attendances if edition is not None else ():
        name = named.pop(one.treatment_function, one.name)
        yield Care(code=one.treatment_function, name=name, ways=ways, tfc=True)
    for code, name in named.items():
        yield Care(code=code, name=name, ways=(), tfc=True)


def _of_item(item: ItemPrice) -> Care:
    way = Admission(item.admission) if item.admission else _KINDS.get(item.kind)
    ways = _SPELLS if item.kind is Kind.OTHER_UNIT_PRICE and way is None else (way,)
    known = tuple(one for one in ways if one is not None)
    return Care(
        code=item.code or item.name,
        name=item.name,
        ways=known,
        provisional=frozenset(known if item.source.provisional else ()),
        item=not HRG.fullmatch(item.code),
    )


def _join(found: dict[str, Care], more: Iterable[Care]) -> None:
    """Add what is new; of what is known, add the ways it did not have yet."""
    for one in more:
        known = found.get(one.code)
        if known is None:
            found[one.code] = one
            continue
        added = tuple(way for way in one.ways if way not in known.ways)
        firm = frozenset(way for way in one.ways if way not in one.provisional)
        found[one.code] = replace(
            known,
            ways=(*known.ways, *added),
            provisional=(known.provisional | (one.provisional & frozenset(added))) - firm,
        )
