"""How a search finds: from the surest way to the least sure, until there is enough to show.

Numbers first; then a name with its day of birth; then, for those who may browse, a name alone.
Each way is a handful of seeks (`app.store.patient_search`); whether a name really is the one
typed, and why, is told by `app.core.likeness` alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from operator import itemgetter

from app.core.likeness import name_reason, shares_a_word
from app.core.match import Match, Reason
from app.core.names import fold, variants, words_of
from app.core.numbers import plain_number
from app.core.people import Patient
from app.core.sought import Sought
from app.core.sounds import sound_keys
from app.core.spelling import pieces, spelled_nearly_so, steps_between
from app.store import patient_numbers
from app.store import patient_search as search
from app.store.database import Database
from app.store.patient_search import Hit

_MOST_OF_A_DAY = 300  # births on one day; of 1 January, where the day is a guess, there are more
_MOST_WORDS_OF_A_SOUND = 400
_CLOSEST = 12  # compared letter by letter
_MOST_LIKE = 10  # words taken for one that was typed
_ARTICLES = ("al", "el", "de", "van")
_LEAST_LIKE = 3  # letters: what is shorter is not guessed at
_MERGED, _ALIKE, _LEAST_ALIKE = (
    reason.rank for reason in (Reason.MERGED, Reason.SURNAME_SOUNDS, Reason.NEARLY)
)
_SURE = frozenset({Reason.SURNAME, Reason.ONE_NAME, Reason.GIVEN_NAME, Reason.TURNED})


class _Found:
    """The patients found so far, each once with the best reason, up to a limit."""

    def __init__(self, db: Database, limit: int, *, without: str = "") -> None:
        self._db, self._limit, self._without = db, limit, without
        self._best: dict[str, tuple[int, Hit, Reason]] = {}

    def __len__(self) -> int:
        return len(self._best)

    @property
    def room(self) -> int:
        return max(0, self._limit - len(self._best))

    def add(self, hits: Iterable[Hit], reason: Reason) -> None:
        rank, best, without = _rank(reason), self._best, self._without
        for hit in hits:
            person = hit.read_as or hit.patient_id
            if without and without in (person, hit.patient_id):
                continue
            sure = rank if hit.read_as is None else _MERGED
            held = best.get(person)
            if held is None or sure < held[0]:
                best[person] = (sure, hit, reason)

    def add_named(
        self, hits: Iterable[Hit], typed: Sequence[str], *, open_end: bool, born: bool
    ) -> None:
        for hit in hits:
            reason = name_reason(typed, hit.family_key, hit.given_key, open_end=open_end)
            if reason is not None:
                self.add((hit,), reason.on_the_day() if born else reason)

    def matches(self) -> tuple[Match, ...]:
        held = sorted(self._best.values(), key=itemgetter(0))[: self._limit]
        return tuple([search.as_match(self._db, hit, reason) for _, hit, reason in held])


def matching(
    db: Database, wanted: Sought, *, browsing: bool, limit: int, typing: bool = False
) -> tuple[Match, ...]:
    """Who answers to what was typed, the surest first.

    While somebody is still `typing` a name, what is merely like it is looked for only where
    nothing else answers: at Enter it always is.

    Without `browsing` only what names one person counts: a whole number, or a name with the day
    of birth or with the word that it is not known.
    """
    found = _Found(db, limit)
    _by_number(db, wanted, found, browsing=browsing)
    if wanted.numbers and (found or wanted.born is None):
        return found.matches()
    if wanted.birth_not_known:
        _without_birth(db, wanted.words, found, browsing=browsing)
    elif wanted.born is not None:
        _with_birth(db, wanted.words, wanted.born, found, browsing=browsing)
    elif browsing and wanted.words:
        return _by_name(db, wanted, found, typing=typing)
    return found.matches()


def alike(db: Database, patient: Patient, *, limit: int) -> tuple[Match, ...]:
    """Who a patient could be mistaken for: by a number, by name and birth, or by name alone
    where a day of birth is not known.
    """
    found = _Found(db, limit, without=patient.patient_id)
    if patient.nhs_number is not None:
        found.add(search.by_nhs_number(db, patient.nhs_number.digits), Reason.NHS_NUMBER)
    for kind, number in _paper_numbers(db, patient):
        hits = [hit for other, hit in search.by_number(db, number, limit) if other == kind]
        found.add(hits, Reason.of_kind(kind))
    family, given = fold(patient.family_name), fold(patient.given_names)
    words = tuple(dict.fromkeys((*words_of(family), *words_of(given))))
    for hit in _born(db, patient.born, words):
        reason = name_reason(words, hit.family_key, hit.given_key)
        if reason is not None:
            found.add((hit,), reason.on_the_day())
        elif shares_a_word(words, hit.family_key, hit.given_key):
            found.add((hit,), Reason.COMMON_AND_BIRTH)
    for hit in _born(db, _swapped(patient.born), words):
        if shares_a_word(words, hit.family_key, hit.given_key):
            found.add((hit,), Reason.DAY_AND_MONTH)
    for hit in search.family_and_given(db, family, given, limit):
        if hit.given_key == given and (hit.born is None or patient.born is None):
            found.add((hit,), Reason.BIRTH_NOT_KNOWN)
    return found.matches()


def _paper_numbers(db: Database, patient: Patient) -> Iterator[tuple[str, str]]:
    """Numbers that are one person's alone: not the telephone of a family."""
    hospital = plain_number(patient.hospital_number)
    if hospital:
        yield patient_numbers.HOSPITAL, hospital
    for one in patient_numbers.of(db, patient.patient_id):
        if one.kind != patient_numbers.PHONE:
            yield one.kind, one.number


def _born(db: Database, born: date | None, words: Sequence[str]) -> Sequence[Hit]:
    """Those of a day of birth; of a day that very many share, those with a word of the name."""
    if born is None:
        return ()
    day = born.isoformat()
    hits = search.born_on(db, day, _MOST_OF_A_DAY + 1)
    if len(hits) <= _MOST_OF_A_DAY:
        return hits
    return list(_seek_born(db, day, [_like(db, word) for word in words], _MOST_OF_A_DAY))


def _by_number(db: Database, wanted: Sought, found: _Found, *, browsing: bool) -> None:
    if wanted.nhs_number is not None:
        found.add(search.by_nhs_number(db, wanted.nhs_number.digits), Reason.NHS_NUMBER)
    for number in wanted.numbers:
        for kind, hit in search.by_number(db, number, found.room):
            found.add((hit,), Reason.of_kind(kind))
    if not browsing or found:
        return
    for number in wanted.numbers:
        if number.isdigit():
            found.add(search.nhs_number_begins(db, number, found.room), Reason.NUMBER_BEGINS)
        found.add(search.number_begins(db, number, found.room), Reason.NUMBER_BEGINS)


def _with_birth(
    db: Database, words: Sequence[str], born: date, found: _Found, *, browsing: bool
) -> None:
    if not words:
        if browsing:
            found.add(search.born_on(db, born.isoformat(), found.room), Reason.BIRTH)
        return
    found.add_named(_born(db, born, words), words, open_end=browsing, born=True)
    if found.room:
        for hit in _born(db, _swapped(born), words):
            if name_reason(words, hit.family_key, hit.given_key) not in (None, Reason.NEARLY):
                found.add((hit,), Reason.DAY_AND_MONTH)


def _without_birth(db: Database, words: Sequence[str], found: _Found, *, browsing: bool) -> None:
    """Those whose birth is not known; only somebody who may browse sees names merely alike."""
    ways = [_like(db, word) if browsing else list(variants(word)) for word in words]
    for hit in _seek_born(db, None, ways, found.room):
        reason = name_reason(words, hit.family_key, hit.given_key, open_end=browsing)
        if reason in _SURE:
            found.add((hit,), Reason.BIRTH_NOT_KNOWN)
        elif reason is not None and browsing:
            found.add((hit,), reason)


def _seek_born(
    db: Database, day: str | None, ways: Sequence[Sequence[str]], limit: int
) -> Iterator[Hit]:
    """Those of a day that very many share: by family name, then by any word of the name."""
    found = False
    for words, rests in _halves(ways):
        families = [*words, *(f"{article} {words[0]}" for article in _ARTICLES)]
        givens = rests if len(ways) > 1 else ()
        for hit in search.born_and_family(db, day, families, limit, givens=givens):
            found = True
            yield hit
    for words, rests in () if found else _halves(ways):
        yield from search.born_and_named(db, day, words, rests, limit)


def _by_name(db: Database, wanted: Sought, found: _Found, *, typing: bool) -> tuple[Match, ...]:
    """A name alone: as it begins, then by any of its words, then by what is like them."""
    first = search.family_begins(db, wanted.name, found.room)
    if first and len(first) == found.room:  # no way is surer: most letters typed end here
        enough = search.as_matches(db, first, Reason.SURNAME)
        if enough is not None:
            return enough
    found.add(search.as_hits(db, first), Reason.SURNAME)
    _by_other_ways(db, wanted, found, typing=typing)
    return found.matches()


def _by_other_ways(db: Database, wanted: Sought, found: _Found, *, typing: bool) -> None:
    words = wanted.words
    parts = wanted.name.split()
    for place in range(1, len(parts)):
        family, given = " ".join(parts[:place]), " ".join(parts[place:])
        found.add(search.family_and_given(db, family, given, found.room), Reason.SURNAME)
    if found.room and len(words) == 1:
        hits = search.word_begins(db, words[0], found.room + len(found))
        found.add_named(hits, words, open_end=True, born=False)
    if found.room and len(words) > 1:
        _by_halves(db, words, [[word] for word in words], found)
    if typing and found:
        return
    if found.room and min(map(len, words)) >= _LEAST_LIKE:
        _by_halves(db, words, [_like(db, word) for word in words], found)


def _by_halves(
    db: Database, words: Sequence[str], ways: Sequence[Sequence[str]], found: _Found
) -> None:
    for first, rests in _halves(ways):
        if not found.room:
            return
        hits = search.named(db, first, rests, found.room + len(found))
        found.add_named(hits, words, open_end=True, born=False)


def _halves(
    ways: Sequence[Sequence[str]],
) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Words to look under, and words that the other half of the name begins with: both orders."""
    if len(ways) == 1:
        yield ways[0], ("",)
        return
    last = len(ways) - 1
    for one, other in dict.fromkeys(((0, last), (last, 0), (0, 1), (1, 0))):
        yield ways[one], ways[other]


def _like(db: Database, word: str) -> list[str]:
    """The word, then words that somebody here is called by and that are like it, closest first."""
    if len(word) < _LEAST_LIKE:
        return [word]
    letters = set(word)
    alike = sorted(
        search.words_with_keys(db, sound_keys(word), _MOST_WORDS_OF_A_SOUND),
        key=lambda other: (abs(len(other) - len(word)), -len(letters & set(other)), other),
    )
    shared = search.words_with_keys(db, pieces(word), _MOST_WORDS_OF_A_SOUND)
    near = [other for other in sorted(shared) if spelled_nearly_so(word, other)]
    closest = sorted(
        {*alike[:_CLOSEST], *near}, key=lambda other: (steps_between(word, other), other)
    )
    return list(dict.fromkeys((*variants(word), *closest[:_MOST_LIKE])))


def _swapped(born: date | None) -> date | None:
    if born is None or born.day > 12 or born.day == born.month:
        return None
    return born.replace(month=born.day, day=born.month)


def _rank(reason: Reason) -> int:
    """The surer first; names alike in whatever way stay in the order of their closeness."""
    return _ALIKE if _ALIKE <= reason.rank <= _LEAST_ALIKE else reason.rank
