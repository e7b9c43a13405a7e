"""The tasks whose keys and seconds are counted: a desk's, an officer's and finance's."""

from __future__ import annotations

from tests.journeys.effort import Effort, Person
from tests.journeys.keyboard import KEY
from tests.journeys.seat import locks, sits_down
from tests.journeys.test_morning_by_keyboard import (
    PATIENTS,
    adds_evidence,
    agrees_as_the_second_person,
    answers_the_prompts,
    decides_and_sees_the_suggestion_only_then,
    issues_an_estimate,
    issues_the_invoice,
    opens_the_case_from_the_queue,
    records_a_payment,
    records_that_the_care_can_wait,
    resumes_the_visitor,
    starts_a_visitor_and_parks,
)
from tests.journeys.test_visitor_with_passport import scan
from tests.services.test_passports import passport

RESIDENT = "resident known to the system"
TREAT_FIRST = "treat first"
COULD_NOT_ASK = "could not ask"
PASSPORT = "visitor with a scanned passport"
VISITOR = "visitor without a passport, parked and resumed"
DECISION = "officer decides a plain case"
PAYMENT = "finance records a payment"

# Most keys and seconds a task may take (ux.md 8); others are counted and bear no limit there.
MOST_KEYS = {RESIDENT: 5, PASSPORT: 45}
MOST_SECONDS = {RESIDENT: 20.0, PASSPORT: 90.0}


def work(person: Person) -> list[Effort]:
    """One morning in the real window; the tasks done, in order."""
    sits_down(person, "clerk", "Find a patient")
    _books_for_outpatients(person)
    with person.at(VISITOR):
        starts_a_visitor_and_parks(person)
        person.hear(2)
    _treats_first(person)
    with person.at(VISITOR):
        resumes_the_visitor(person)
        person.hear(6)
    person.press(KEY.Key_F2)
    _could_not_ask(person)
    _books_in_a_resident(person)
    _registers_a_visitor_from_their_passport(person)
    locks(person, *PATIENTS)
    sits_down(person, "clinician", "Case reference")
    records_that_the_care_can_wait(person)
    locks(person, *PATIENTS)
    sits_down(person, "officer", "All open")
    with person.at(DECISION):
        opens_the_case_from_the_queue(person)
        answers_the_prompts(person)
        adds_evidence(person)
        decides_and_sees_the_suggestion_only_then(person)
    issues_an_estimate(person)
    locks(person, *PATIENTS)
    sits_down(person, "senior", "All open")
    agrees_as_the_second_person(person)
    locks(person, *PATIENTS)
    sits_down(person, "finance", "To invoice")
    issues_the_invoice(person)
    with person.at(PAYMENT):
        records_a_payment(person)
    return person.done


def _finds_jane(person: Person) -> None:
    person.press("Smith 14/7/85", KEY.Key_Return)
    person.sees("SMITH, Jane (Ms)", "1 patient found")


def _books_for_outpatients(person: Person) -> None:
    """What a desk books for is chosen once, and remembered."""
    _finds_jane(person)
    person.press(KEY.Key_Return, "o", KEY.Key_Return)
    person.sees("Where have you lived")
    person.press("1", "1", "1", KEY.Key_Return)
    person.sees("No more questions.")
    person.press(KEY.Key_F2)


def _books_in_a_resident(person: Person) -> None:
    """The patient stands on screen; two identifiers are read back, two questions answered."""
    _finds_jane(person)
    with person.at(RESIDENT):
        person.hear()
        person.press(KEY.Key_Return)
        person.sees("Where have you lived")
        for _ in range(2):
            person.hear()
            person.press("1")
        person.press("1")
        person.sees("All questions are answered")
        person.press(KEY.Key_Return)
        person.sees("Book in as normal.", "No more questions.")
    person.press(KEY.Key_F2)


def _registers_a_visitor_from_their_passport(person: Person) -> None:
    """The reader fills who they are; their country, stay and one contact are asked."""
    with person.at(PASSPORT):
        person.reach()
        scan(person, passport())
        person.sees("New patient", "Passport A01234567")
        person.tab_to("Here for")
        person.pick("o")
        person.press(KEY.Key_Return)
        person.sees("OKAFOR, Ada Ngozi", "Where have you lived")
        person.hear()
        person.press("3")
        person.hear()
        person.press("nigerian")
        person.press(KEY.Key_Return, KEY.Key_Return)
        person.hear()
        person.press("1")
        person.press("1")
        person.sees("Visitor details", "A01234567")
        person.hear()
        person.tab_to("Phone")
        person.press("0113 496 0000")
        person.tab_to("Country they normally live in")
        person.press("nigeria")
        person.hear()
        person.tab_to("Arrived in the UK")
        person.press("2/3/26")
        person.hear()
        person.tab_to("Expected leaving")
        person.press("+3w", KEY.Key_Tab)
        person.press(KEY.Key_Return)
        person.sees("Book in as normal.")
    person.press(KEY.Key_F2)


def _treats_first(person: Person) -> None:
    """Somebody brought in by ambulance: nothing is asked before the care."""
    with person.at(TREAT_FIRST):
        person.alt("n")
        person.tab_to("Family name")
        person.press("Unknown")
        person.tab_to("Here for")
        person.pick("e")
        person.press(KEY.Key_Return)
        person.sees("Where have you lived")
        person.press(KEY.Key_F9)
        person.answer("Emergency")
        person.sees("Treat first")
    person.press(KEY.Key_F2)


def _could_not_ask(person: Person) -> None:
    """An interpreter is needed first."""
    person.alt("n")
    person.tab_to("Family name")
    person.press("Haddad")
    person.tab_to("Here for")
    person.pick("o")
    person.press(KEY.Key_Return)
    person.sees("Where have you lived")
    with person.at(COULD_NOT_ASK):
        person.press(KEY.Key_F9)
        person.answer("Interpreter needed")
        person.sees("Ask later")
    person.press(KEY.Key_F2)
