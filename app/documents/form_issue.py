"""A form as it is issued: which questions, under which code and law, for which trust."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.casework.form_code import FormCode
from app.casework.forms import Form
from app.core.trust import Mode, Trust
from app.documents.page import Letterhead
from app.documents.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class FormHead:
    """What stands at the head of every page: title, the calm sentence, the code.

    `square` tells of the code as a square whoever does not see it.
    """

    title: str
    calm: str
    code: FormCode
    hint: str
    square: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormIssue:
    """What every printed form is: its code and questions, the law and the day, and whose it is."""

    code: FormCode
    form: Form
    rules_version: str
    printed_on: date
    trust: Trust
    mode: Mode
    logo: bytes | None = None
    large_print: bool = False

    @property
    def letterhead(self) -> Letterhead:
        """What stands over the first page."""
        return Letterhead(
            trust=self.trust, mode=self.mode, logo=self.logo, large_print=self.large_print
        )

    def head(self, say: Words) -> FormHead:
        """What stands at the head of every page, in the words of its kind."""
        return FormHead(
            title=say.say("title"),
            calm=say.say("calm"),
            code=self.code,
            hint=say.say("code"),
            square=say.say("square"),
        )

    def document(self, say: Words) -> str:
        """What the foot of each page and the file itself are called: no person's name."""
        ref = self.code.ref
        case = say.say("case", ref=ref) if ref else say.say("no_case")
        version = self.rules_version
        return say.say("document", form=self.code.form_id, case=case, version=version)
