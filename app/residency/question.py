"""One question: its wording, its options, and what an answer to it can be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.residency.conditions import Condition
from app.residency.facts import FactValue


class AnswerState(StrEnum):
    """What became of a question. Unknown and refused are answers, and are not asked again."""

    ANSWERED = "answered"
    UNKNOWN = "unknown"
    REFUSED = "refused"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said to one question; a value only where it was answered."""

    state: AnswerState
    value: FactValue | None = None


class QuestionType(StrEnum):
    """How an answer is given."""

    YES_NO_UNKNOWN = "yes_no_unknown"
    CHOICE = "choice"
    MULTI_CHOICE = "multi_choice"
    TEXT = "text"
    DATE = "date"
    COUNTRY = "country"
    COUNTRIES = "countries"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Option:
    """One choice, in human words, and the facts that taking it (or leaving it) settles."""

    value: str
    label: str
    sets: Mapping[str, FactValue] = field(default_factory=dict)
    unticked: Mapping[str, FactValue] = field(default_factory=dict)
    alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of stage 1, stage 2 or the clinician's form."""

    id: str
    rank: int  # the order of asking, lowest first; kept apart from the precedence of rules
    stage: str
    section: str
    asked_by: str
    text: str
    type: QuestionType
    help: str = ""
    short: str = ""  # a label of two or three words, for lists of answers
    options: tuple[Option, ...] = ()
    required: bool = False
    sets: tuple[str, ...] = ()
    sensitive: bool = False
    finding: bool = False
    show_when: Condition | None = None

    @property
    def label(self) -> str:
        """The short label, else the question itself."""
        return self.short or self.text

    @property
    def is_range(self) -> bool:
        """Whether it asks for two days, from and to."""
        return self.type is QuestionType.DATE and len(self.sets) == 2


@dataclass(frozen=True, slots=True)
class Routing:
    """Where the stage 1 answers lead when a condition on them is true."""

    when: Condition
    route: str
