"""What two machines said differently is told in words, never as the program keeps it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.wording import in_words_of
from app.services.desk import Desk
from app.services.dispute_words import label_of, words_of
from app.store.replicated import CASE, PATIENT, QUIET
from tests.desks import make_desk, sign_in

SAID = (
    ("registrations", "state", "parked", "Parked"),
    ("registrations", "route", "visitor", "The visitor page"),
    ("registrations", "outcome", "team_will_call", "Team will call"),
    ("registrations", "category", "F", "F, to be charged"),
    ("registrations", "basis", "determination", "What the rules made of the answers"),
    ("registrations", "basis", "decision", "An officer’s decision"),
    ("registrations", "review", "second_check", "Waits for a second check"),
    ("registrations", "admitted", 0, "No"),
    ("registrations", "finished_at", "2026-03-09T09:14:00Z", "09-Mar-2026 09:14"),
    ("registrations", "service_date", "2026-03-09", "09-Mar-2026"),
    ("patients", "address_lines", '["12 Acacia Road", "Exampleton"]', "12 Acacia Road, Exampleton"),
    ("patients", "needs", '["Large print letters"]', "Large print letters"),
    ("patients", "safe_contact", "do_not_post", "Do not post"),
    ("patients", "not_to", "partner", "Partner"),
    ("patients", "email", "ada_okafor@example.org", "ada_okafor@example.org"),
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path)
    sign_in(made, "officer")
    yield made
    made.db.close()


@pytest.mark.parametrize(("table", "column", "value", "words"), SAID)
def test_each_side_is_told_in_words(
    desk: Desk, table: str, column: str, value: object, words: str
) -> None:
    assert words_of(desk, table, column, value) == words


@pytest.mark.parametrize("column", ["state", "route", "category", "safe_contact"])
def test_what_a_code_means_is_said_in_the_language_of_the_window(desk: Desk, column: str) -> None:
    said = {one: (table, value) for table, one, value, _ in SAID}
    table, value = said[column]
    assert words_of(desk, table, column, value) != value
    desk.speak(str.upper)
    spoken = words_of(desk, table, column, value)
    turned = in_words_of(spoken, str.upper)
    assert turned == turned.upper()


def test_every_cell_that_can_be_in_dispute_has_a_name() -> None:
    kept = [
        (one.name, column) for kind in (CASE, PATIENT) for one in kind.rows for column in one.names
    ]
    unnamed = [
        column
        for table, column in kept
        if (table, column) not in QUIET and label_of(table, column) == label_of(table, "?")
    ]
    assert unnamed == ["number"]  # each machine counts its own: two never differ in it
