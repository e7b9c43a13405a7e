"""The dashboard over a real store: what is counted, for whom, from which days, and what leaves."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from app.billing.payment import Method
from app.billing.reports.years import Month
from app.casework.review import Choice
from app.casework.urgency import Urgency
from app.core.errors import BadInput, NotAllowed
from app.core.money import Money
from app.insight.board import Board, State
from app.library.peers import COLUMNS, PEERS_FILE
from app.machine import FixedClock
from app.services import dashboard, receiving, registration
from app.services.desk import Desk
from app.store import audit
from installer import translations
from tests.desks import add_visitor
from tests.documents.reading import text
from tests.services.work import (
    chargeable,
    decide,
    form,
    interview,
    invoiced,
    later,
    seated,
    visitor,
)


def seen(desk: Desk, month: Month | None = None, site: str = "") -> Board:
    with seated(desk, "officer"):
        return dashboard.dashboard(desk, month, site)


def figures(board: Board) -> list[object]:
    """Every figure of the charts, without the words."""
    rows = [row for chart in board.charts for row in chart.twin.rows]
    return [cell for row in rows for cell in row if not isinstance(cell, str)]


def tile(board: Board, name: str) -> str:
    return next(one.figure for one in board.tiles if one.name == name)


def watched(board: Board, name: str) -> tuple[str, State]:
    return next((one.figure, one.state) for one in board.watched if one.name == name)


def a_day(desk: Desk, days: int) -> None:
    assert isinstance(desk.clock, FixedClock)
    desk.clock.set(desk.clock.now() + timedelta(days=days))


def not_asked(desk: Desk) -> None:
    with seated(desk, "clerk"):
        step = registration.begin(desk, add_visitor(desk).patient_id, "emergency")
        registration.could_not_ask(desk, step.registration_id, "unconscious")


def test_an_empty_store_has_a_dashboard(desk: Desk) -> None:
    board = seen(desk)
    assert tile(board, "asked") == tile(board, "recovered") == "None yet"
    with seated(desk, "auditor"):
        assert dashboard.to_choose(desk).months == (Month(2026, 3),)


def test_in_another_language_every_word_is_of_it_and_every_figure_as_before(desk: Desk) -> None:
    invoiced(desk)
    plain = seen(desk)
    desk.speak(translations.turned)
    turned = seen(desk)
    said = [turned.title, turned.site_words]
    said += [words for one in turned.tiles for words in (one.label, one.note)]
    said += [one.label for one in (*turned.watched, *turned.also_counted)]
    for chart in turned.charts:
        said += [chart.title, chart.sentence, *(column.label for column in chart.twin.columns)]
    mark = translations.turned("a")[0]
    assert [words for words in said if words and mark not in words] == []
    assert figures(turned) == figures(plain)


def test_h7_asked_is_of_everyone_booked_in_also_of_whoever_could_not_be_asked(desk: Desk) -> None:
    for _ in range(3):
        visitor(desk)
    not_asked(desk)
    with seated(desk, "clerk"):  # and one who is still being asked
        registration.begin(desk, add_visitor(desk).patient_id, "outpatient")
    board = seen(desk)
    assert tile(board, "asked") == "60 %"
    assert board.desks.twin.rows == (("Desk 3, R1H", 5, 3, Decimal(60)),)
    assert board.shifts.twin.rows == (("Morning", 5, 3, Decimal(60)),)


def test_the_way_counts_people_and_what_their_care_is_worth(desk: Desk) -> None:
    _, paid = invoiced(desk)
    with seated(desk, "finance"):
        receiving.take_payment(desk, paid.doc_no, amount=Money(10_000), method=Method.BACS)
    for _ in range(4):
        visitor(desk)
    rows = seen(desk).way.twin.rows
    assert [row[1] for row in rows] == [5, 1, 1, 1]
    assert rows[3][2] == Money(10_000)
    assert rows[0][2] == rows[2][2]  # the four without an estimate have no pounds yet


def test_recovery_counts_money_of_twelve_months_over_their_charges(desk: Desk) -> None:
    _, issued = invoiced(desk)
    board = seen(desk)
    assert tile(board, "recovered") == "0 %"
    charged = board.recovery.twin.rows[-1][1]
    assert isinstance(charged, Money)
    with seated(desk, "finance"):
        receiving.take_payment(
            desk, issued.doc_no, amount=Money(charged.pence // 2), method=Method.BACS
        )
    assert tile(seen(desk), "recovered") == "50 %"
    assert tile(seen(desk, site="R1H"), "recovered") == "50 %"
    assert tile(seen(desk, site="R1X"), "recovered") == "None yet"
    a_day(desk, 400)
    assert tile(seen(desk), "recovered") == "None yet"


def test_h7_flagged_then_found_free_is_of_those_decided(desk: Desk) -> None:
    case = visitor(desk)
    interview(desk, case, s2_protection="claimed_pending")
    decide(desk, case, Choice.EXEMPT)
    assert watched(seen(desk), "free") == ("100 %", State.WATCH)
    decide(desk, chargeable(desk))
    assert watched(seen(desk), "free") == ("50 %", State.WATCH)


def test_h6_open_cases_with_a_prompt_that_nobody_put_are_counted_until_it_is(desk: Desk) -> None:
    case = visitor(desk)
    assert watched(seen(desk), "unput") == ("1", State.LOOK)
    interview(desk, case)
    assert watched(seen(desk), "unput") == ("0", State.GOOD)


def test_h1_no_letter_asks_first_where_care_could_not_wait(desk: Desk) -> None:
    chargeable(desk)
    assert watched(seen(desk), "delayed") == ("0", State.GOOD)


def test_the_clinicians_form_is_timed_from_the_flag(desk: Desk) -> None:
    case = visitor(desk)
    visitor(desk)
    later(desk, 89)
    form(desk, case, Urgency.URGENT)
    line = seen(desk).also_counted[0]
    assert (line.figure, line.note) == ("90 min", "1 with a form. 1 without")


def test_a_month_holds_what_was_opened_in_it_by_the_clock_of_the_hospital(desk: Desk) -> None:
    visitor(desk)
    a_day(desk, 31)
    visitor(desk)
    visitor(desk)
    assert tile(seen(desk), "identified") == "2"
    assert tile(seen(desk, month=Month(2026, 3)), "identified") == "1"
    with seated(desk, "officer"):
        assert dashboard.to_choose(desk).months == (Month(2026, 4), Month(2026, 3))
    with pytest.raises(BadInput, match="lies ahead"):
        seen(desk, month=Month(2026, 5))


def test_a_clerk_counts_their_own_and_sees_nobody_elses(desk: Desk) -> None:
    visitor(desk)
    not_asked(desk)
    with seated(desk, "clerk"):
        own = dashboard.own_count(desk)
        assert (own.booked, own.asked) == (2, 1)
        with pytest.raises(NotAllowed):
            dashboard.dashboard(desk)
    with seated(desk, "officer"):
        assert dashboard.own_count(desk).booked == 0


def test_nobody_is_booked_in_of_your_own_while_they_are_parked(desk: Desk) -> None:
    with seated(desk, "clerk"):
        parked = registration.begin(desk, add_visitor(desk).patient_id, "outpatient")
        registration.park(desk, parked.registration_id)
        own = dashboard.own_count(desk)
        assert (own.booked, own.asked) == (0, 0)
        registration.resume(desk, parked.registration_id)
        registration.could_not_ask(desk, parked.registration_id, "unconscious")
        own = dashboard.own_count(desk)
        assert (own.booked, own.asked) == (1, 0)


def test_no_figure_names_a_person(desk: Desk) -> None:
    visitor(desk)
    board = seen(desk)
    with seated(desk, "auditor"):
        told = dashboard.dashboard_sheet(desk, board).decode() + text(
            dashboard.printed_dashboard(desk, board)
        )
    assert not [name for name in ("Patel", "clerk", "Okafor", "Adeyemi") if name in told]


def test_what_is_printed_or_saved_is_audited_and_says_what_the_screen_says(desk: Desk) -> None:
    for _ in range(5):
        visitor(desk)
    board = seen(desk)
    with seated(desk, "senior"):
        words = " ".join(text(dashboard.printed_dashboard(desk, board)).split())
        sheet = dashboard.dashboard_sheet(desk, board).decode()
    assert all(chart.sentence in words for chart in board.charts)
    assert "From identified to paid,Identified,People,5\r\n" in sheet
    acts = [row.happening.act for row in audit.latest(desk.db, limit=2)]
    assert acts == ["report_exported"] * 2


def test_the_opportunity_is_told_once_the_peers_are_known_and_a_bad_file_says_why(
    desk: Desk,
) -> None:
    place = Path(str(desk.db.path)).parent / PEERS_FILE
    assert seen(desk).opportunity.chart is None
    heads = ",".join(COLUMNS)
    place.write_text(f"{heads}\nR1H,165,2.2,265,2380,240\nRXX,120,2.1,610,2450,560\n", "utf-8")
    told = seen(desk).opportunity
    assert told.chart is not None
    assert told.figure.startswith("£")
    place.write_text(f"{heads}\nRXX,120,2.1,610,2450,560\n", "utf-8")
    assert "R1H is not among the trusts" in seen(desk).opportunity.missing
    place.write_text("something else", "utf-8")
    assert "first line" in seen(desk).opportunity.missing
