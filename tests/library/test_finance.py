"""The money's settings, and what a trust sets otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.core.errors import BadInput, Known
from app.core.money import Money
from app.library.finance import FINANCE_FILE, load_finance_terms, read_finance_terms


def _own(folder: Path, text: str) -> Path:
    (folder / FINANCE_FILE).write_text(text, encoding="utf-8")
    return folder


_LADDER = """[[debt.ladder]]
kind = "{kind}"
label = "First"
day = {day}
[[debt.ladder]]
kind = "reminder_2"
label = "Second"
day = 21
"""
_HOLD = '[[debt.hold]]\nkind = "dispute"\nlabel = "Dispute"\nscope = "invoice"\n'


def test_a_trust_switches_on_the_debt_list_and_sets_its_own_ladder(tmp_path: Path) -> None:
    own = "[debt.home_office]\nenabled = true\n" + _LADDER.format(kind="reminder_1", day=10)
    found = read_finance_terms(_own(tmp_path, own)).debt
    assert found.home_office.enabled
    assert [(step.kind, step.day) for step in found.ladder] == [
        ("reminder_1", 10),
        ("reminder_2", 21),
    ]
    assert not load_finance_terms().debt.home_office.enabled


def test_without_a_file_our_own_settings_hold(tmp_path: Path) -> None:
    found = read_finance_terms(tmp_path)
    assert found == load_finance_terms()
    assert (found.terms_days, found.interim_every_days) == (0, 7)


def test_a_trust_sets_only_what_differs(tmp_path: Path) -> None:
    own = '[invoice]\nterms_days = 14\n[write_off.limits]\nsenior_officer = "250.00"\n'
    found = read_finance_terms(_own(tmp_path, own))
    assert (found.terms_days, found.interim_every_days) == (14, 7)
    assert found.write_off.limits == {"senior_officer": Money(25_000)}
    assert found.write_off.reasons == load_finance_terms().write_off.reasons


def test_a_trust_sets_its_own_ages_and_shares(tmp_path: Path) -> None:
    own = """[reports]
suppress_below = 10
bucket = [{ label = "Young", to = 90, share = "0.20" }, { label = "Old", share = "0.80" }]
"""
    found = read_finance_terms(_own(tmp_path, own)).reports
    assert found.suppress_below == 10
    assert [(one.label, one.first_day, one.last_day) for one in found.buckets] == [
        ("Young", None, 90),
        ("Old", 91, None),
    ]
    assert found.reports == load_finance_terms().reports.reports


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[reports]\nbucket = [{ label = "All", to = 9, share = "1" }]\n', "has an end"),
        ('[reports]\nbucket = [{ label = "All", share = "1.2" }]\n', "between 0 and 1"),
        ('[reports]\nbucket = [{ label = "All", share = "much" }]\n', "a share such as"),
        ('[reports]\nbucket = [{ share = "1" }]\n', "a bucket has a label"),
        (_LADDER.format(kind="reminder_1", day=30), "must rise"),
        (_LADDER.format(kind="postcard", day=3), "postcard"),
        ('[[debt.ladder]]\nkind = "reminder_1"\nday = 7\n', "a name too many or too few"),
        ('[[debt.ladder]]\nkind = "agency"\ncolour = "red"\n', "a name too many or too few"),
        (_HOLD, "leaves out insurer"),
        ('[debt.home_office]\nenabled = "yes"\n', "same kind"),
        ("[invoice]\nterm_days = 14\n", "no setting “invoice.term_days”"),
        ('[invoice]\nterms_days = "14"\n', "same kind"),
        ("[invoice]\nterms_days = -1\n", "below nothing"),
        ("[invoice\n", "not TOML"),
        ('[price]\nrounding = "up"\n', "must be pence or whole_pound"),
        ('[write_off.limits]\nsenior_officer = "much"\n', "Enter an amount"),
        ("[" * 5_000, "not TOML"),
    ],
)
def test_a_setting_that_cannot_be_is_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(BadInput, match=said) as refused:
        read_finance_terms(_own(tmp_path, text))
    assert refused.value.code == "bad_finance"


def test_a_file_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    (tmp_path / FINANCE_FILE).mkdir()
    with pytest.raises(Known) as refused:
        read_finance_terms(tmp_path)
    assert refused.value.code == "unreadable"
