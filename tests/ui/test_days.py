"""Days and months are named as the language of the window names them, papers stay English."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from app.billing.reports.years import Month
from app.core import dates
from app.core.wording import Phrase
from installer import translations
from ui import days
from ui.language import as_shown, speak

SAID = date(2026, 7, 4)


@pytest.fixture
def spoken(tmp_path: Path) -> Iterator[Callable[[str], None]]:
    """Speak a language, with the made-up words of the pseudo language."""
    catalogue = translations.pseudo(tmp_path)
    yield lambda code: speak(code, catalogue)
    speak("en")


def test_in_english_days_are_as_the_nhs_writes_them() -> None:
    assert days.show(SAID) == "04-Jul-2026"
    assert days.brief(SAID) == "04-Jul"
    assert days.long(SAID) == "4 July 2026"
    assert days.full(SAID) == "Saturday 4 July 2026"
    assert days.typed(SAID) == "04-Jul-2026"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("fr", ["4 juil. 2026", "4 juil.", "4 juillet 2026", "samedi 4 juillet 2026"]),
        ("de", ["4. Juli 2026", "4 Juli", "4. Juli 2026", "Samstag, 4. Juli 2026"]),
        ("pl", ["4 lip 2026", "4 lip", "4 lipca 2026", "sobota, 4 lipca 2026"]),
        ("ar", ["٤ يوليو ٢٠٢٦", "٤ يوليو", "٤ يوليو ٢٠٢٦", "السبت، ٤ يوليو ٢٠٢٦"]),
        ("zh", ["2026年7月4日", "7月 4", "2026年7月4日", "2026年7月4日星期六"]),
        ("qps", ["04/07/2026", "04/07", "04/07/2026", "04/07/2026"]),  # no locale knows it
    ],
)
def test_a_screen_names_days_as_its_language_does(
    spoken: Callable[[str], None], code: str, said: list[str]
) -> None:
    spoken(code)
    forms = (days.show, days.brief, days.long, days.full)
    assert [form(SAID).replace("\u00a0", " ") for form in forms] == said


@pytest.mark.parametrize(
    ("code", "said"), [("pl", "lipiec 2026"), ("es", "julio 2026"), ("qps", "07/2026")]
)
def test_a_month_by_itself_has_the_name_it_has_by_itself(
    spoken: Callable[[str], None], code: str, said: str
) -> None:
    spoken(code)
    assert as_shown(Month.of(SAID).words).replace("\u00a0", " ") == said


def test_a_day_within_what_the_services_say_is_of_the_same_language(
    spoken: Callable[[str], None],
) -> None:
    told = Phrase(
        "Leaving date must be after the arrival date, {day}.", day=dates.long(date(2026, 3, 2))
    )
    sent = pickle.loads(pickle.dumps(told))  # as another process hands it over
    spoken("fr")
    for one in (told, sent):
        assert one == "Leaving date must be after the arrival date, 2 March 2026."
        assert "2\u00a0mars\u00a02026" in as_shown(one)
        assert "March" not in as_shown(one)


def test_a_day_in_a_field_is_one_that_can_be_read_again(spoken: Callable[[str], None]) -> None:
    for code in ("fr", "ar", "qps"):
        spoken(code)
        assert dates.parse_date(days.typed(SAID), SAID) == SAID
