"""What an officer reads of what happened in a case: letters, calls, forms and days, in words."""

from __future__ import annotations

from app.casework.letter_kinds import LetterKind
from app.casework.review import Choice
from app.services import finishing, letter_register, letters, queue_acts, review
from app.services.desk import Desk
from app.services.finishing import Handover, Signed, Signing
from tests.services.work import answer, decide, interview, ref_of, seated, visitor


def told(desk: Desk, case: str, by: str = "officer") -> list[str]:
    with seated(desk, by):
        return [str(one.words) for one in review.open_case(desk, case).timeline]


def test_what_the_desk_gave_and_had_signed_stands_in_the_timeline(desk: Desk) -> None:
    case = visitor(desk)
    with seated(desk, "clerk"):
        finishing.give_notice(desk, case)
        finishing.hand_over(desk, case, Handover.HANDED)
        finishing.sign(desk, case, Signed(how=Signing.ON_PAPER, name="Ada Okafor"))
    assert told(desk, case)[-3:] == [
        "Privacy notice given",
        "Form handed to the patient",
        "Signed on paper",
    ]


def test_each_letter_and_how_it_went_out_stands_in_the_timeline(desk: Desk) -> None:
    case = visitor(desk)
    with seated(desk, "officer"):
        answer(desk, case, "s2_british_or_irish", "british")
        written = letters.write(desk, LetterKind.REQUEST_FOR_INFORMATION, ref_of(desk, case))
        letter_register.mark_sent(desk, ref_of(desk, case), written.file_id, "posted")
    assert told(desk, case)[-2:] == [
        "Letter written: Request for information",
        "Letter or paper posted",
    ]


def test_a_case_that_was_put_away_says_until_when_and_that_it_was_taken_back(desk: Desk) -> None:
    case = visitor(desk)
    interview(desk, case)  # no question of protection is late
    with seated(desk, "officer"):
        queue_acts.snooze(desk, [case], until="12/3/26", reason="Waits for the ward.")
        queue_acts.wake(desk, [case])
    assert told(desk, case)[-2:] == ["Put away until 12-Mar-2026", "Taken back before its day"]


def test_h12_no_letter_tells_the_second_person_what_the_first_decided(desk: Desk) -> None:
    case = visitor(desk, born_years_ago=10)
    interview(desk, case)
    with seated(desk, "officer"):
        answer(desk, case, "s2_british_or_irish", "british")
        letters.write(desk, LetterKind.REQUEST_FOR_INFORMATION, ref_of(desk, case))
    decide(desk, case, Choice.LIVES_HERE)
    assert "Letter written" in told(desk, case, by="senior")
    assert not [one for one in told(desk, case, by="senior") if one.startswith("Letter written:")]
