"""What an officer's decision must rest on before it can be saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.casework.diary import DiaryTerms
from app.casework.ranking import QueueTerms
from app.casework.rests import RestKind
from app.core.errors import BadInput, Known
from app.core.wording import Phrase, Say, said


class Choice(StrEnum):
    """What an officer can find; each keeps care going."""

    LIVES_HERE = "lives_here"
    EXEMPT = "exempt"
    EUROPEAN_CARD = "european_card"
    CHARGE = "charge"
    CANNOT_TELL = "cannot_tell"


class SecondLook(StrEnum):
    """Why another person looks before anything follows from a decision (ux.md 3)."""

    ESTIMATE = "estimate"
    PROMPT = "prompt"
    REVERSAL = "reversal"
    NOT_AGREED = "not_agreed"
    CHILD = "child"
    NO_EVIDENCE = "no_evidence"


@dataclass(frozen=True, slots=True)
class Reason:
    """A coded reason offered for some of the choices."""

    code: str
    label: str
    choices: frozenset[Choice]


@dataclass(frozen=True, slots=True)
class Prompt:
    """A free-care ground that is put, or marked not asked, before every decision (hazard H6)."""

    question_id: str
    label: str
    none_value: str  # the answer that says no
    silent_values: tuple[str, ...] = ()  # answers that say neither yes nor no


@dataclass(frozen=True, slots=True)
class Booking:
    """What the patient is here for, and what that says of the service line.

    `on_ward` is the booking it turns into once the patient is moved to a ward, if that is another.
    `in_letters` is its name there, which stays English whatever the window speaks.
    """

    id: str
    label: str
    facts: Mapping[str, str | bool]
    on_ward: str = ""
    in_letters: str = ""

    @property
    def treat_first(self) -> bool:
        """Emergency and maternity care come before any question of money (reg 3(7), 9(1)(a))."""
        return self.facts["service_type"] in ("a_and_e", "maternity")


@dataclass(frozen=True, slots=True)
class ReviewTerms:
    """The reasons, prompts and bounds of a review, from resources/casework.toml."""

    labels: Mapping[Choice, str]
    charged: Mapping[str, str]  # what is found of a part of a stay, in words
    relations: Mapping[str, str]  # whose record tells of a patient's cover
    reasons: tuple[Reason, ...]
    prompts: tuple[Prompt, ...]
    could_not_ask: Mapping[str, str]
    private_reasons: frozenset[str]  # of these, told to the overseas team alone (hazard H8)
    private_reason: str  # what a desk reads instead
    left_unfinished: Mapping[str, str]  # the one reason that nobody chooses
    bookings: Mapping[str, Booking]
    review_days: int
    certificate: str  # what an officer certifies, word for word
    returned: Mapping[str, str]  # why a case is before an officer again
    diary: DiaryTerms
    queue: QueueTerms
    feedback: Mapping[str, str]  # what the desk hears of a case it flagged
    feedback_most: int
    key_answers: tuple[str, ...]  # questions whose answers stand first on a case
    rests: Mapping[str, RestKind]  # why letters rest on an officer's word
    second_looks: Mapping[SecondLook, str]

    @property
    def why_not_asked(self) -> Mapping[str, str]:
        """Why somebody could not be asked, as the overseas team reads it."""
        return {**self.could_not_ask, **self.left_unfinished}

    @property
    def why_not_asked_at_the_desk(self) -> Mapping[str, str]:
        """The same as a desk reads it once it is chosen."""
        hidden = dict.fromkeys(self.private_reasons, self.private_reason)
        return {**self.why_not_asked, **hidden}

    def in_words_of(self, tr: Say) -> ReviewTerms:
        """The same in another language; what an officer certifies stays word for word."""
        return replace(
            self,
            labels=said(self.labels, tr),
            charged=said(self.charged, tr),
            relations=said(self.relations, tr),
            reasons=tuple(replace(one, label=tr(one.label)) for one in self.reasons),
            prompts=tuple(replace(one, label=tr(one.label)) for one in self.prompts),
            could_not_ask=said(self.could_not_ask, tr),
            private_reason=tr(self.private_reason),
            left_unfinished=said(self.left_unfinished, tr),
            bookings={id_: replace(one, label=tr(one.label)) for id_, one in self.bookings.items()},
            returned=said(self.returned, tr),
            diary=self.diary.in_words_of(tr),
            queue=self.queue.in_words_of(tr),
            feedback=said(self.feedback, tr),
            rests={id_: replace(one, label=tr(one.label)) for id_, one in self.rests.items()},
            second_looks=said(self.second_looks, tr),
        )


_BY_CATEGORY = {
    "A": Choice.LIVES_HERE,
    "B": Choice.EXEMPT,
    "C": Choice.EUROPEAN_CARD,
    "E": Choice.EXEMPT,
    "D": Choice.CHARGE,
    "F": Choice.CHARGE,
    "P": Choice.CANNOT_TELL,
}


def suggestion(category: str, chargeable: str) -> Choice:
    """The choice that the rules' determination amounts to.

    A person of category D or F whose every line is free is *exempt* here: nothing is charged;
    one whose lines are undetermined cannot be told yet.
    """
    choice = _BY_CATEGORY[category]
    if choice is Choice.CHARGE and chargeable not in ("yes", "partly"):
        return Choice.EXEMPT if chargeable == "no" else Choice.CANNOT_TELL
    if choice in (Choice.EXEMPT, Choice.EUROPEAN_CARD) and chargeable in ("yes", "partly"):
        return Choice.CHARGE
    return choice


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A decision before it is saved."""

    choice: Choice
    reason_code: str
    note: str
    evidence_relied_on: int
    no_evidence_offered: bool
    leaving_date_answered: bool
    unanswered_prompts: Sequence[str]
    chargeable: str  # what the rules say: yes, no, partly, undetermined


def check(draft: Draft, terms: ReviewTerms) -> None:
    """Raise Known for the first thing a decision still lacks; return when it can be saved.

    Charging is the one choice the rules must share: a person may free where they would charge,
    but no one charges where they do not (hazard H5).
    """
    if draft.unanswered_prompts:
        raise Known(
            "prompt_unanswered",
            Phrase(
                "Answer this prompt, or mark it not asked: {prompt}.",
                prompt=draft.unanswered_prompts[0],
            ),
            "prompts",
        )
    if not draft.evidence_relied_on and not draft.no_evidence_offered:
        raise Known(
            "no_evidence",
            "Mark one piece of evidence as relied on, or tick “No evidence offered”.",
            "evidence",
        )
    if not draft.leaving_date_answered:
        raise Known(
            "no_leaving_date",
            "Enter the expected leaving date, or choose “Not known”.",
            "leaving_date",
        )
    codes = {reason.code for reason in terms.reasons if draft.choice in reason.choices}
    if draft.reason_code not in codes:
        raise BadInput("no_reason", "Choose a reason that fits the decision.", "reason")
    if len(draft.note.split()) < 2:
        raise BadInput("no_note", "Say in your own words why, in a line or two.", "note")
    if draft.choice is Choice.CHARGE and draft.chargeable not in ("yes", "partly"):
        raise Known(
            "not_chargeable",
            "The answers do not support a charge. Complete them, or choose “Cannot tell yet”.",
            "choice",
        )


def second_looks(
    choice: Choice,
    *,
    estimate_pence: int | None,
    bound_pence: int,
    any_prompt_yes: bool,
    reversal: bool,
    not_agreed: bool,
    child: bool,
    no_evidence: bool,
) -> tuple[SecondLook, ...]:
    """Why another person must look before anything follows from the decision; empty for no need.

    “Cannot tell yet” lets nothing follow and stays open: of it another looks only where it turns
    an earlier decision round, or repeats one nobody has agreed to.
    """
    before = {SecondLook.REVERSAL: reversal, SecondLook.NOT_AGREED: not_agreed}
    if choice is Choice.CANNOT_TELL:
        return tuple(one for one, wanted in before.items() if wanted)
    large = estimate_pence is not None and estimate_pence >= bound_pence
    found = {
        SecondLook.ESTIMATE: large and choice not in (Choice.LIVES_HERE, Choice.EXEMPT),
        SecondLook.PROMPT: any_prompt_yes,
        **before,
        SecondLook.CHILD: child,
        SecondLook.NO_EVIDENCE: no_evidence,
    }
    return tuple(one for one, wanted in found.items() if wanted)
