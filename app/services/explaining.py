"""Why the rules find what they find, in words: facts, their evidence, what would change it."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.access.roles import Act
from app.core.dates import long, parse_iso, show
from app.core.wording import Phrase, both, listed, together
from app.residency.alternatives import FIXED
from app.residency.derived import SOURCES
from app.residency.determination import Determination, determine
from app.residency.explanation import nearest_other_outcome
from app.residency.facts import DecidedBy, FactValue
from app.residency.findings import Charged
from app.residency.grounds import Relied, facts_behind, papers_behind
from app.residency.path import relied_on
from app.residency.questions import Answer
from app.residency.rules import Group, Reason, Rule
from app.residency.wording import fact_label, plain, value_words
from app.services.answers import answers_of, booking_of, case_of, circumstances, find_out
from app.services.casefile import waits_for_own_look
from app.services.desk import Desk, service
from app.store import answers as kept_answers
from app.store import decisions, evidence, registrations, users
from app.store.registrations import Registration

BOOKING, RECORD = Phrase("The booking"), Phrase("The hospital’s record")
FORM = Phrase("The clinician’s form")
NOT_CLAIMED, NOT_CLAIMED_BY = Phrase("Not claimed"), Phrase("The officer’s certificate")
NO_PAPER = Phrase("No document is relied on for this.")
FREE, CHARGED, PARTLY = Phrase("free"), Phrase("charged"), Phrase("charged in part")
_MOST_ANSWERS = 3
_DOUBTS = ("unconfirmed_agreement", "unconfirmed_letter")


@dataclass(frozen=True, slots=True)
class Rest:
    """A fact relied on, its value, whose word it is, and the papers seen that speak for it."""

    label: str
    value: str
    source: str
    papers: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A rule that is true of the case: where it stands, what it rests on, which papers."""

    page: str  # the key of its page in the guide; empty where it has none
    words: str
    regulation: str
    dates: str
    facts: tuple[Rest, ...]
    papers: str


@dataclass(frozen=True, slots=True)
class Papers:
    """A ground that is open or true, and the documents of which any one supports it."""

    label: str
    any_of: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What an officer reads after choosing (hazard H12)."""

    grounds: tuple[Ground, ...]
    papers: tuple[Papers, ...]
    settles: tuple[str, ...]
    nearest: str
    unconfirmed: tuple[str, ...]
    notes: tuple[str, ...]  # what else an officer should see beside the finding


@service(Act.DECIDE_STATUS)
def why_decided(desk: Desk, registration_id: str) -> Explanation | None:
    """What the rules make now of a decided case; None before anybody has decided (hazard H12).

    Nor is it told to a second person before they have looked for themselves.
    """
    decision = decisions.latest(desk.db, registration_id)
    if decision is None or waits_for_own_look(desk, registration_id):
        return None
    found = find_out(desk, registration_id, certified=decision.certified)
    return explain(desk, registration_id, found)


def explain(desk: Desk, registration_id: str, found: Determination) -> Explanation:
    """The finding explained on what is recorded; the caller has checked who may."""
    writer = _Writer(desk, registration_id, found)
    return Explanation(
        grounds=tuple(writer.ground(reason) for reason in found.reasons),
        papers=tuple(
            Papers(one.label, tuple(writer.paper(code) for code in one.any_of))
            for one in found.evidence_wanted
        ),
        settles=tuple(writer.settles()),
        nearest=writer.nearest(),
        unconfirmed=tuple(writer.unconfirmed()),
        notes=tuple(writer.notes()),
    )


class _Writer:
    """Puts one finding into words."""

    def __init__(self, desk: Desk, registration_id: str, found: Determination) -> None:
        self._desk, self._id, self._found = desk, registration_id, found
        self._test = found.basis.tests[-1]
        self._relied = facts_behind(found)
        self._rules: Mapping[str, Rule] = {rule.id: rule for rule in desk.law.pack.rules}
        registration = registrations.get(desk.db, registration_id)
        answers = answers_of(desk, registration_id)
        self._sources = _sources_of(desk, registration, relied_on(answers, desk.law))
        self._recorded = circumstances(desk, registration, answers).facts.keys()
        self._seen = [row for row in evidence.of(desk.db, registration_id) if row.relied_on]

    def ground(self, reason: Reason) -> Ground:
        """One reason of the finding."""
        rule = self._rules.get(reason.rule)
        return Ground(
            page=f"rule:{rule.id}" if rule else "",
            words=plain(reason.text, self._desk.law),
            regulation=reason.regulation,
            dates=_dates(reason.valid_from, reason.valid_to),
            facts=tuple(map(self._rest, self._relied[reason])),
            papers=self._papers_for(rule),
        )

    def paper(self, code: str) -> str:
        """A kind of document in words."""
        return self._desk.law.pack.standing.evidence.get(code, code)

    def settles(self) -> Iterator[str]:
        """Single answers that would end the waiting, and to what."""
        for one in self._found.would_settle[:_MOST_ANSWERS]:
            outcome = _OUTCOMES.get(one.then.chargeable, "")
            yield Phrase(
                "{fact}: {value} ({outcome})",
                fact=self._label(one.fact),
                value=self._words(one.fact, one.value),
                outcome=outcome,
            )

    def nearest(self) -> str:
        """The nearest other outcome as a sentence; empty where there is none.

        What booking, record and clinician say stays: other care and another illness are no help.
        """
        said = self._test.facts
        clinical = {
            fact.name
            for fact in self._desk.law.facts.all
            if fact.decided_by is DecidedBy.CLINICIAN and said.get(fact.name) is not None
        }
        fixed = {*FIXED, *self._recorded, *clinical}
        change = nearest_other_outcome(self._found.basis, fixed)
        if change is None:
            return ""
        changes = change.values
        told = both(self._were(name, value) for name, value in changes.items())
        outcome = _OUTCOMES.get(change.then.chargeable, "")
        why = self._why_then(changes)
        if not why:
            return Phrase(
                "If {changes}, this care would be {outcome}.", changes=told, outcome=outcome
            )
        return Phrase(
            "If {changes}, this care would be {outcome}: {why}.",
            changes=told,
            outcome=outcome,
            why=why,
        )

    def unconfirmed(self) -> Iterator[str]:
        """What behind the finding rests on general knowledge, with its source."""
        for reason in self._found.reasons:
            rule = self._rules.get(reason.rule)
            if rule is not None and not rule.confirmed:
                note = plain(rule.confirmation_note, self._desk.law)
                yield f"{rule.label}: {note} ({rule.source})"
        yield from (flag.reason for flag in self._found.flags if flag.code in _DOUBTS)

    def notes(self) -> Iterator[str]:
        """The flags of the finding that are no doubts about the law."""
        for flag in self._found.flags:
            if flag.code not in (*_DOUBTS, "unconfirmed_rule"):
                yield plain(flag.reason, self._desk.law)

    def _why_then(self, changes: Mapping[str, FactValue]) -> str:
        """The rule that would settle the changed case, by its name."""
        case = case_of(self._desk, self._id).with_facts(changes)
        case = replace(case, certified=self._test.certified)
        then = determine(case, self._desk.law, self._test.day.service_date)
        before = {reason.rule for reason in self._found.reasons}
        new = [self._rules[one.rule] for one in then.reasons if one.rule in self._rules]
        return next((rule.label for rule in new if rule.id not in before), "")

    def _rest(self, relied: Relied) -> Rest:
        label = self._label(relied.fact)
        if relied.value is None:
            return Rest(label, NOT_CLAIMED, NOT_CLAIMED_BY)
        return Rest(
            label,
            self._words(relied.fact, relied.value),
            self._source(relied.fact),
            self._seen_of(papers_behind(relied.fact, self._desk.law.pack)),
        )

    def _source(self, name: str) -> str:
        if name in self._sources:
            return self._sources[name]
        names = [self._label(one) for one in SOURCES.get(name, ())]
        if not names:
            return RECORD
        return Phrase("Worked out from: {sources}", sources=listed(names))

    def _papers_for(self, rule: Rule | None) -> str:
        if not isinstance(rule, Group) or not rule.evidence:
            return ""
        return self._seen_of(rule.evidence) or NO_PAPER

    def _seen_of(self, codes: Container[str]) -> str:
        """The papers of some kinds that somebody saw and the officer relies on."""
        seen = [
            Phrase("{label}, seen {day}", label=self.paper(row.type_code), day=show(row.seen_on))
            for row in self._seen
            if row.type_code in codes and row.seen_on is not None
        ]
        return together(seen, "; ")

    def _were(self, name: str, value: FactValue) -> str:
        if isinstance(value, bool):
            return Phrase(
                "“{fact}” were so" if value else "“{fact}” were not so", fact=self._label(name)
            )
        return Phrase(
            "“{fact}” were {value}", fact=self._label(name), value=self._words(name, value)
        )

    def _label(self, name: str) -> str:
        return fact_label(name, self._desk.law)

    def _words(self, name: str, value: FactValue | None) -> str:
        return value_words(name, value, self._desk.law)


_OUTCOMES = {Charged.NO: FREE, Charged.YES: CHARGED, Charged.PARTLY: PARTLY}


def _sources_of(
    desk: Desk, registration: Registration, counting: Mapping[str, Answer]
) -> dict[str, str]:
    """Whose word each known fact is; the later word holds, as with the facts themselves."""
    rows = kept_answers.latest(desk.db, registration.registration_id)
    sources: dict[str, str] = {}
    for question in desk.law.questions.all:
        if question.id in counting and question.id in rows:
            row = rows[question.id]
            name = users.get(desk.db, row.answered_by).display_name
            said = f"{name}, {show(parse_iso(row.answered_at[:10]))}"
            sources |= dict.fromkeys(question.sets, said)
    sources |= dict.fromkeys(booking_of(desk, registration).facts, BOOKING)
    sources |= {"date_of_birth": RECORD, "service_date": BOOKING, "urgency": FORM}
    return sources


def _dates(since: date | None, until: date | None) -> str:
    if since is None:
        return ""
    if until is None:
        return Phrase("In force since {since}", since=long(since))
    return Phrase("In force since {since}, until {until}", since=long(since), until=long(until))
