"""The estimate a patient is given before treatment (regulation 3(1A); contents: finance.md 2.4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.casework.urgency import Urgency
from app.core.dates import long
from app.core.errors import Known
from app.core.money import ZERO
from app.core.people import Patient
from app.core.trust import Mode, Trust
from app.documents import page
from app.documents.estimate_working import FreeDays, estimate_working
from app.documents.flow import Flow
from app.documents.fonts import Fonts
from app.documents.words import LetterWords, Words
from app.pricing.estimate import Estimate
from app.pricing.tariff import Admission
from app.pricing.versions import Difference

_APART = (Admission.CRITICAL_CARE, Admission.DRUG_OR_DEVICE)


@dataclass(frozen=True, slots=True)
class Replaced:
    """The estimate this one takes the place of, and how the two differ."""

    estimate_no: str
    issued_on: date
    difference: Difference


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateLetter:
    """All that stands in one estimate letter, and nothing of any other case.

    `treatment` is in plain words. `clinician` and `decided_on` are those of the urgency record.
    `notices` stand under the sum, such as that the price list has run out. `free` are days of the
    stay that are not charged. Raises Known
    `payment_first_not_allowed` unless a named, dated clinician's non-urgent record stands behind
    a request to pay first (hazard H1).
    """

    estimate_no: str
    issued_on: date
    valid_until: date
    trust: Trust
    mode: Mode
    patient: Patient
    estimate: Estimate
    treatment: str
    urgency: Urgency
    payment_first: bool = False
    clinician: str = ""
    decided_on: date | None = None
    left_out: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    no_charge: str = ""  # why the patient pays nothing: ehic, s1, s2 or cover
    replaces: Replaced | None = None
    free: tuple[FreeDays, ...] = ()
    logo: bytes | None = None
    large_print: bool = False

    def __post_init__(self) -> None:
        if self.payment_first and (self.no_charge or not self.may_wait):
            raise Known(
                "payment_first_not_allowed",
                "Only a clinician's named and dated non-urgent record lets a letter ask for "
                "payment first. Record it, or make the estimate without asking.",
                "payment_first",
            )

    @property
    def may_wait(self) -> bool:
        """True only on a named, dated clinician's non-urgent record."""
        recorded = bool(self.clinician) and self.decided_on is not None
        return recorded and self.urgency is Urgency.NON_URGENT

    @property
    def by_hand(self) -> bool:
        """True where nothing may be posted to this patient (hazard H8)."""
        return self.patient.not_by_post


def estimate_pdf(letter: EstimateLetter, fonts: Fonts, words: LetterWords) -> bytes:
    """The letter as PDF; raises Known `no_letters` where a name is in a script without a font."""
    say, common = words.estimate, words.common
    head = page.Letterhead(
        trust=letter.trust, mode=letter.mode, logo=letter.logo, large_print=letter.large_print
    )
    flow = page.begin(head, fonts, common)
    _addressed(flow, letter, words)
    page.title(flow, say.say("no_charge_title" if letter.no_charge else "title"))
    flow.paragraph(say.say("no_charge_intro" if letter.no_charge else "intro"))
    if letter.replaces is not None:
        flow.gap(4)
        flow.paragraph(_what_changed(letter.replaces, say))
    flow.gap(8)
    _subject(flow, letter, words)
    flow.gap(8)
    _panel(flow, letter, say)
    _before_treatment(flow, letter, words)
    if not letter.no_charge:
        page.tell(flow, common.section("free"))
    estimate_working(
        flow, letter.estimate, words, free=letter.free, no_charge=bool(letter.no_charge)
    )
    page.tell(flow, say.section("left_out"))
    flow.bullets(letter.left_out or _left_out(letter.estimate, say))
    page.tell(flow, say.section("disagree"))
    page.tell(flow, common.section("advice"))
    page.tell(flow, common.section("information"))
    page.closing(flow, head, common, letter.estimate_no)
    document = say.say("document", number=letter.estimate_no)
    return page.finish(flow, head, common, document=document, dated=letter.issued_on)


def _addressed(flow: Flow, letter: EstimateLetter, words: LetterWords) -> None:
    patient, say = letter.patient, words.estimate
    name = " ".join(part for part in (patient.title, patient.name) if part)
    lines = (
        (name, words.common.say("by_hand"))
        if letter.by_hand
        else page.address_lines(name, patient.post_address, words.common)
    )
    facts = (
        (say.say("number"), letter.estimate_no),
        (say.say("issued"), long(letter.issued_on)),
        (say.say("valid"), long(letter.valid_until)),
    )
    page.address(flow, lines, facts)


def _subject(flow: Flow, letter: EstimateLetter, words: LetterWords) -> None:
    say, common, born = words.estimate, words.common, letter.patient.born
    flow.fields(
        (
            (common.say("patient"), letter.patient.name),
            (common.say("born"), long(born) if born else common.say("not_known")),
            (say.say("treatment"), letter.treatment),
            (say.say("provider"), f"{letter.trust.name} ({letter.trust.provider_code})"),
        )
    )


def _panel(flow: Flow, letter: EstimateLetter, say: Words) -> None:
    found = letter.estimate
    if letter.no_charge:
        flow.panel(
            say.say("no_charge_caption"),
            say.say("no_charge"),
            (
                (say.say(f"no_charge_{letter.no_charge}"), True),
                (say.say("assurance"), True),
                (say.say("no_charge_bill"), False),
                *((notice, False) for notice in letter.notices),
            ),
        )
        return
    ranged = found.low != found.high
    amount = say.say("range", low=found.low, high=found.high) if ranged else str(found.total)
    likely = ((say.say("likely", likely=found.total), True),) if ranged else ()
    flow.panel(
        say.say("caption"),
        amount,
        (
            *likely,
            (say.say("assurance"), True),
            (say.say("no_bill"), False),
            *(((_why_it_ranges(found, say), False),) if ranged and found.drivers else ()),
            *((notice, False) for notice in letter.notices),
        ),
    )


def _left_out(found: Estimate, say: Words) -> tuple[str, ...]:
    """What is not in the total; what is priced apart only where no line is for it."""
    apart = any(line.admission in _APART for line in found.lines)
    return say.lists["left_out"] + (() if apart else say.lists["left_out_apart"])


def _why_it_ranges(found: Estimate, say: Words) -> str:
    nights = max(line.longest_stay or line.length_of_stay for line in found.lines)
    drivers = [say.say(f"driver_{one.value}", nights=nights) for one in found.drivers]
    return say.say("why_range", drivers=say.say("and").join(drivers))


def _what_changed(replaced: Replaced, say: Words) -> str:
    """Which estimate this takes the place of, how much the total moved, and why."""
    found = replaced.difference
    moved = found.amount
    name = "same" if moved == ZERO else "more" if moved > ZERO else "less"
    causes = [say.say(f"cause_{one.kind.value}", about=one.about) for one in found.causes]
    because = say.say("because", causes="; ".join(causes)) if causes else "."
    change = say.say(name, amount=moved if moved > ZERO else -moved) + because
    dated = long(replaced.issued_on)
    return say.say("replaces", number=replaced.estimate_no, dated=dated, change=change)


def _before_treatment(flow: Flow, letter: EstimateLetter, words: LetterWords) -> None:
    say, said = words.estimate, letter.urgency
    if said is Urgency.NON_URGENT and not letter.may_wait:
        said = Urgency.NOT_ASSESSED  # without its record the word counts for nothing
    name = "payment_first" if letter.payment_first else said.value
    decided = long(letter.decided_on) if letter.decided_on else ""
    section = say.section(
        name, clinician=letter.clinician, decided=decided, amount=letter.estimate.total
    )
    page.tell(flow, section)
    if letter.payment_first:
        flow.heading(words.common.section("pay").heading)
        for line in letter.trust.payment_details:
            flow.paragraph(line)
        flow.paragraph(say.say("give_number", number=letter.estimate_no))
