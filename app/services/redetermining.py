"""Every stored case under another edition of the rules, or on another day: what would change.

Only the law differs between the two findings held side by side: the answers are those recorded,
the certificate the one that stands. Nothing is changed by looking. What is applied is a list for
people to work through; an outcome changes when an officer decides, and not before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date

from app.access.roles import Act
from app.casework import flags
from app.core.dates import working_days_after
from app.core.errors import BadInput, NotFound
from app.core.money import ZERO, Money
from app.core.wording import Phrase, listed
from app.residency.comparison import ROUTED_OUT, CaseOutcome, may_differ, outcome_of
from app.residency.determination import Case, determine
from app.residency.law import Law
from app.residency.law_pack import LawPack
from app.residency.line import Line, refuse_before_the_scheme
from app.residency.walk import Route, next_stage_1, route_stage_1
from app.services.answers import answers_of, case_of
from app.services.certifying import certified
from app.services.desk import Desk, service
from app.services.posting import open_invoices_of
from app.services.registration import STAGE_1_BASIS
from app.services.reopening import bring_back
from app.store import estimates, invoices, registrations
from app.store.registrations import Registration

AT_ONCE = 5_000  # cases held in memory together
NOT_ASKED = Case({})  # in the place of a case that stage 1 ended; it has no line to try at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A case whose outcome would be another, and what has been asked for because of it so far."""

    registration_id: str
    patient_id: str
    ref: str
    recorded: str  # the category as recorded: a person may have decided otherwise
    before: CaseOutcome
    after: CaseOutcome
    invoiced: Money
    estimated: Money  # where no invoice is out yet


@dataclass(frozen=True, slots=True)
class NotDetermined:
    """A case that the other rules cannot be asked about, and why."""

    registration_id: str
    ref: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Redetermined:
    """What another edition or day would make of the stored cases; none is left out."""

    rules_version: str
    on: date | None
    cases: int
    changed: tuple[Changed, ...]
    not_determined: tuple[NotDetermined, ...]
    put_on_list: int = 0

    @property
    def review_list(self) -> tuple[tuple[str, str], ...]:
        """Whom an officer should look at, by id and reference."""
        changed = tuple((one.registration_id, one.ref) for one in self.changed)
        return changed + tuple((one.registration_id, one.ref) for one in self.not_determined)

    @property
    def people(self) -> int:
        """How many people the changes are about."""
        return len({one.patient_id for one in self.changed})

    @property
    def invoiced(self) -> Money:
        """Open invoices of the changed cases."""
        return Money.total(one.invoiced for one in self.changed)

    @property
    def estimated(self) -> Money:
        """Estimates of the changed cases that have no open invoice."""
        return Money.total(one.estimated for one in self.changed)

    @property
    def tallies(self) -> tuple[tuple[str, str, int], ...]:
        """How many cases would go from which category to which."""
        counted = Counter(
            (one.before.category.value, one.after.category.value) for one in self.changed
        )
        return tuple((before, after, count) for (before, after), count in sorted(counted.items()))


@service(Act.DECIDE_STATUS, whole=True)
def redetermine(
    desk: Desk, pack: LawPack, *, on: date | None = None, apply: bool = False
) -> Redetermined:
    """Determine every finished registration again under `pack`, and on `on` where it is given.

    With `apply` the changed cases, and those that could not be determined, go on the officers'
    list, one transaction a case; otherwise nothing is written. Raises BadInput for a day before
    the rules begin.
    """
    if on is not None and on < pack.law.pack.standing.valid_from:
        raise BadInput("date_out_of_range", "These rules do not reach back to that day.", "on")
    known = registrations.ever_finished(desk.db)
    changed: list[Changed] = []
    lost: list[NotDetermined] = []
    for start in range(0, len(known), AT_ONCE):
        more = _Part(desk, replace(desk, pack=pack), on, known[start : start + AT_ONCE])
        changed += more.changed()
        lost += more.lost
    found = Redetermined(
        rules_version=pack.manifest.version,
        on=on,
        cases=len(known),
        changed=tuple(changed),
        not_determined=tuple(lost),
    )
    return replace(found, put_on_list=_put_on_list(desk, found)) if apply else found


class _Part:
    """Some of the cases, as both editions of the rules read them."""

    def __init__(
        self, desk: Desk, other: Desk, on: date | None, known: Sequence[tuple[str, str]]
    ) -> None:
        self._desk, self._other, self._on = desk, other, on
        self._read: list[tuple[Registration, Case | None, Case | None]] = []
        self.lost: list[NotDetermined] = []
        same_questions = desk.law.questions.all == other.law.questions.all
        for registration_id, ref in known:
            with self._kept_or_lost(registration_id, ref):
                registration = registrations.get(desk.db, registration_id)
                if not same_questions:
                    _require_same_answers(desk, other, registration_id)
                pair = _asked(desk, registration, None), _asked(other, registration, on)
                if pair != (None, None):
                    self._read.append((registration, *pair))

    def changed(self) -> Iterator[Changed]:
        """The cases that come out otherwise; those that cannot be determined join the lost."""
        today, law, other = self._desk.today, self._desk.law, self._other.law
        cases = [(before or NOT_ASKED, after or NOT_ASKED) for _, before, after in self._read]
        before, after = [one for one, _ in cases], [one for _, one in cases]
        for place in may_differ(before, after, law, other, today):
            registration, asked, asked_again = self._read[place]
            with self._kept_or_lost(registration.registration_id, registration.ref):
                was, would = _outcome(asked, law, today), _outcome(asked_again, other, today)
                if was != would:
                    yield _change(self._desk, registration, was, would)

    @contextmanager
    def _kept_or_lost(self, registration_id: str, ref: str) -> Iterator[None]:
        try:
            yield
        except (BadInput, NotFound) as refused:
            self.lost.append(NotDetermined(registration_id, ref, refused.message))


def _change(
    desk: Desk, registration: Registration, before: CaseOutcome, after: CaseOutcome
) -> Changed:
    registration_id = registration.registration_id
    out = open_invoices_of(desk, registration_id)
    issued = estimates.of(desk.db, registration_id)
    return Changed(
        registration_id=registration_id,
        patient_id=registration.patient_id,
        ref=registration.ref,
        recorded=registration.category,
        before=before,
        after=after,
        invoiced=Money.total(invoices.get(desk.db, doc_no).total for doc_no in out),
        estimated=issued[-1].total if issued and not out else ZERO,
    )


def _asked(desk: Desk, registration: Registration, on: date | None) -> Case | None:
    """The case as the law of this desk is asked; None where stage 1 left nothing to ask.

    Raises BadInput for care before these rules begin.
    """
    registration_id = registration.registration_id
    if registration.basis == STAGE_1_BASIS and _nothing_to_follow_up(desk, registration_id):
        return None
    case = case_of(desk, registration_id, certified=certified(desk, registration_id))
    case = _on_day(case, on)
    for line in case.lines:
        day = line.facts["service_date"]
        assert isinstance(day, date)
        refuse_before_the_scheme(day, desk.law.pack)
    return case


def _outcome(case: Case | None, law: Law, today: date) -> CaseOutcome:
    return ROUTED_OUT if case is None else outcome_of(determine(case, law, today))


def _require_same_answers(desk: Desk, other: Desk, registration_id: str) -> None:
    """Raise BadInput where the other rules can make nothing of an answer that was given."""
    lost = answers_of(desk, registration_id).keys() - answers_of(other, registration_id).keys()
    if lost:
        raise BadInput(
            "answers_lost",
            Phrase(
                "The other rules do not take the answer to {names}. Ask the patient again before "
                "deciding.",
                names=listed(sorted(lost)),
            ),
        )


def _nothing_to_follow_up(desk: Desk, registration_id: str) -> bool:
    answers = answers_of(desk, registration_id)
    complete = next_stage_1(answers, desk.law) is None
    return complete and route_stage_1(answers, desk.law) is Route.STANDARD


def _on_day(case: Case, on: date | None) -> Case:
    if on is None:
        return case
    spells = case.spells.without_length() if case.spells is not None else None
    return replace(case, lines=tuple(_moved(case.lines, on)), spells=spells)


def _moved(lines: tuple[Line, ...], on: date) -> Iterator[Line]:
    for line in lines:
        yield Line(line.id, {**line.facts, "service_date": on})


def _put_on_list(desk: Desk, found: Redetermined) -> int:
    due_on = working_days_after(desk.today, desk.terms.review_days)
    for registration_id, _ in found.review_list:
        with desk.db.atomic():
            bring_back(desk, registration_id, flags.RULES_CHANGED, due_on)
            desk.audit("put_on_review_list", registration_id, {"rules": found.rules_version})
    return len(found.review_list)
