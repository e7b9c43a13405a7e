"""Reading a keyed form whole: answers, notes, blanks, and everything to put right at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Any

from app.casework.forms import NONE_OF_THESE, Item, ItemKind
from app.casework.keying import Written, is_blank, read
from app.core.dates import long, parse_date, parse_iso
from app.core.errors import BadInput
from app.core.nhs_number import NHSNumber
from app.core.people import Patient, clean_line, clean_name
from app.core.wording import Phrase, refilled
from app.residency.questions import Answer, AnswerState
from app.services.answers import given
from app.services.countries import country_code
from app.services.desk import Desk
from app.services.open_forms import items_of
from app.store import patients
from app.store.forms import StoredForm
from app.store.registrations import Registration

BORN, NHS_NUMBER = "s2_dob", "nhs_number"
GONE = Phrase("No longer asked.")
WRITTEN = Phrase("Written on the form.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who signed the paper, on which day; `relation` where they signed for somebody else."""

    name: str = ""
    on: str = ""
    relation: str = ""


@dataclass(slots=True)
class Reading:
    """The form as it is read: answers by question, notes, and everything to put right."""

    items: tuple[Item, ...]
    answers: dict[str, Answer] = field(default_factory=dict)
    blank: list[Item] = field(default_factory=list)
    notes: list[dict[str, Any]] = field(default_factory=list)
    private: list[int] = field(default_factory=list)
    none_of_these: bool = False
    problems: list[BadInput] = field(default_factory=list)

    def number_of(self, name: str) -> int:
        """The number of a question or particular on this form, 0 where it is not on it."""
        return next((one.number for one in self.items if name in (one.question, one.particular)), 0)

    def put_right(self, code: str, sentence: Phrase, field_name: str) -> None:
        """Note one more thing to put right."""
        self.problems.append(BadInput(code, sentence, field_name))

    def note(self, item: Item, text: str, why: str) -> None:
        """Keep what has no place among the answers."""
        self.notes.append({"number": item.number, "short": item.short, "text": text, "why": why})


def read_all(desk: Desk, form: StoredForm, typed: Mapping[str, str], *, reads_all: bool) -> Reading:
    """Every number of the form; `reads_all` for those who may key the sensitive ones."""
    found = Reading(items_of(form))
    items = {str(item.number): item for item in found.items}
    for number in typed:
        if number not in items:
            found.put_right(
                "unknown_number",
                Phrase("This form has no question {number}.", number=number[:20]),
                number,
            )
    for number, item in items.items():
        text = typed.get(number, "")
        if item.sensitive and not reads_all:
            found.private.append(item.number)
            if not is_blank(text):
                found.put_right(
                    "not_yours_to_key",
                    Phrase(
                        "Question {number} is for the overseas visitor team to key. Leave it to "
                        "them.",
                        number=number,
                    ),
                    number,
                )
            continue
        try:
            _read_one(desk, item, text, found)
        except BadInput as wrong:
            found.problems.append(BadInput(wrong.code, wrong.message, number))
    return found


def _read_one(desk: Desk, item: Item, text: str, found: Reading) -> None:
    if is_blank(text):
        found.blank.append(item)
        return
    country = partial(country_code, desk, field=str(item.number))
    written = read(item, text, today=desk.today, country=country)
    if item.particular == NONE_OF_THESE:
        found.none_of_these = True
    elif item.particular:
        found.note(item, clean_line(text, str(item.number)), WRITTEN)
    elif not _is_still_asked(desk, item, written):
        found.note(item, paper_words(item, written), GONE)
    else:
        found.answers[item.question] = _given(desk, item, written)


def _given(desk: Desk, item: Item, written: Written) -> Answer:
    """The same check as on screen, said with the number on the paper."""
    if written.state is not AnswerState.ANSWERED:
        return Answer(written.state)
    try:
        return given(desk, item.question, written.value)[1]
    except BadInput as wrong:
        raise BadInput(
            wrong.code,
            refilled(wrong.message, name=Phrase("Question {number}", number=item.number)),
            str(item.number),
        ) from None


def _is_still_asked(desk: Desk, item: Item, written: Written) -> bool:
    """Whether the question is there, and still offers what was ticked."""
    book = desk.law.questions
    if item.question not in book:
        return False
    ticked = item.kind in (ItemKind.CHOICE, ItemKind.SEVERAL)
    if written.state is not AnswerState.ANSWERED or not ticked:
        return True
    offered = {option.value for option in book.get(item.question).options}
    values = written.value if isinstance(written.value, tuple) else (written.value,)
    return offered.issuperset(map(str, values))


def paper_words(item: Item, said: Written | Answer) -> str:
    """The words beside the boxes that were ticked, or the text itself."""
    if said.state is not AnswerState.ANSWERED:
        return said.state.value
    values = said.value if isinstance(said.value, tuple) else (said.value,)
    labels = {box.value: box.label for box in item.boxes}
    return ", ".join(labels.get(str(value), str(value)) for value in values)


def received_day(desk: Desk, form: StoredForm, typed: str, found: Reading) -> date:
    """The day the paper came in: today unless said, never ahead, never before it was printed."""
    try:
        day = parse_date(typed, desk.today, field="received_on") if typed.strip() else desk.today
    except BadInput as wrong:
        found.problems.append(wrong)
        return desk.today
    if not parse_iso(form.printed_at[:10]) <= day <= desk.today:
        found.put_right(
            "bad_date",
            Phrase("Enter the day the form came in: not ahead, and not before it was printed."),
            "received_on",
        )
    return day


def signature_on(desk: Desk, signed: Signature, found: Reading) -> Signature:
    """Name, day and relation as they stand on the paper; an unsigned form is kept as unsigned."""
    try:
        day = parse_date(signed.on, desk.today, past=True, field="signed_on").isoformat()
    except BadInput as wrong:
        if signed.on.strip():
            found.problems.append(wrong)
        day = ""
    if day > desk.today.isoformat():
        found.put_right(
            "bad_date", Phrase("The form is signed for a day ahead. Check the date."), "signed_on"
        )
    try:
        name = clean_name(signed.name, "signed_by")
        return Signature(name=name, on=day, relation=clean_line(signed.relation, "relation"))
    except BadInput as wrong:
        found.problems.append(wrong)
        return replace(signed, on=day)


def check_person(desk: Desk, home: Registration, typed: Mapping[str, str], found: Reading) -> None:
    """A birthday or NHS number other than the record's may be somebody else's form (hazard H4)."""
    patient = patients.get(desk.db, home.patient_id)
    for item in found.items:
        text = typed.get(str(item.number), "")
        if not is_blank(text):
            wrong = _mismatch(patient, item, text, found.answers.get(item.question))
            if wrong:
                found.problems.append(wrong)


def _mismatch(patient: Patient, item: Item, text: str, answer: Answer | None) -> BadInput | None:
    number = str(item.number)
    if item.question == BORN and answer is not None and patient.born is not None:
        born = answer.value
        if isinstance(born, date) and born != patient.born:
            return _other_person(
                number,
                Phrase(
                    "The form says {written}, the record {recorded}. Check whose form this is. "
                    "If it is {name}’s, leave this blank and put the birthday right on the "
                    "patient’s page.",
                    written=long(born),
                    recorded=long(patient.born),
                    name=patient.name,
                ),
            )
    if item.particular == NHS_NUMBER and patient.nhs_number is not None:
        try:
            other = NHSNumber.parse(text)
        except BadInput as wrong:
            return BadInput("other_person", wrong.message, number)
        if other != patient.nhs_number:
            return _other_person(
                number,
                Phrase(
                    "This is not the NHS number on record. Check whose form this is. If it is "
                    "{name}’s, leave this blank.",
                    name=patient.name,
                ),
            )
    return None


def _other_person(number: str, words: Phrase) -> BadInput:
    return BadInput("other_person", words, number)
