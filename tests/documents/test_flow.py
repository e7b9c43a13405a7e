"""The blocks a letter is built from: where they stand and how they turn the page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest

from app.core.trust import Mode
from app.documents import page
from app.documents.flow import Column, Flow, Style
from tests.documents.made_up import FONTS, TRUST, WORDS
from tests.documents.reading import text, texts
from tests.documents.tagged import badly_turned

COLUMNS = (
    Column("Date", whole=True),
    Column("What for"),
    Column("Amount", money=True),
)


def drawn(draw: Callable[[Flow], None], *, large_print: bool = False) -> bytes:
    """A letter of these blocks alone."""
    head = page.Letterhead(trust=TRUST, mode=Mode.LIVE, large_print=large_print)
    flow = page.begin(head, FONTS, WORDS.common)
    draw(flow)
    return page.finish(flow, head, WORDS.common, document="Made up", dated=date(2026, 3, 9))


def _rows(count: int) -> list[tuple[str, str, str]]:
    return [(f"{n} March 2026", "Hospital care", f"£{n}.00") for n in range(1, count + 1)]


def test_a_table_names_its_columns_on_every_page_and_loses_no_row() -> None:
    pages = texts(drawn(lambda flow: flow.table(COLUMNS, _rows(90), total=("", "Total", "£9.00"))))
    assert len(pages) > 1
    for read in pages:
        assert read.count("Date What for Amount") == 1
    read = " ".join(pages)
    for when, what, sum_ in _rows(90):
        assert f"{when} {what} {sum_}" in read
    assert "90 March 2026 Hospital care £90.00 Total £9.00" in pages[-1]


def test_a_total_never_stands_alone_on_a_page() -> None:
    for count in range(20, 50):
        rows = _rows(count)
        pages = texts(drawn(partial(Flow.table, columns=COLUMNS, rows=rows, total=("", "", "£1"))))
        assert f"{count} March 2026 Hospital care £{count}.00 £1" in pages[-1]


def test_a_cell_longer_than_a_page_goes_on_over_the_next() -> None:
    long = " ".join(f"word{n}" for n in range(900))
    read = text(drawn(lambda flow: flow.table(COLUMNS, [("1 March 2026", long, "£1.00")])))
    assert [word for word in read.split() if word.startswith("word")] == long.split()


def test_columns_too_many_for_large_print_are_told_row_by_row() -> None:
    columns = (*COLUMNS, Column("Number", whole=True), Column("Left", money=True))
    row = ("30 September 2026", "Hospital care", "£12,495.86", "R1H26OV000123", "£12,495.86")
    read = text(drawn(lambda flow: flow.table(columns, [row]), large_print=True))
    assert "Date 30 September 2026 What for Hospital care Amount £12,495.86" in read
    read = text(drawn(lambda flow: flow.table(columns, [row])))
    assert "30 September 2026 Hospital care £12,495.86 R1H26OV000123 £12,495.86" in read


_SENTENCE = "Tell us as soon as you can, and send what shows why. "
_SIGNED = "I have been told what this means, that I can ask about it, and whom I can ask."


def _headed(lines: int) -> Callable[[Flow], None]:
    def lay(flow: Flow) -> None:
        flow.heading("If you think this is wrong")
        flow.paragraph(_SENTENCE * lines)

    return lay


def _listed(flow: Flow) -> None:
    flow.paragraph("Send us these:")
    flow.bullets(["Your passport", _SENTENCE * 3, _SENTENCE * 5, "A bill"])


def _on_a_table(flow: Flow) -> None:
    flow.heading("What you paid")
    flow.table(COLUMNS, _rows(3))


def _on_fields(flow: Flow) -> None:
    flow.heading("What you paid")
    flow.fields([("Paid", _SENTENCE * 4), ("Left", "£1.00")])


def _ticked(flow: Flow) -> None:
    flow.check_box(_SIGNED)
    flow.check_box(_SIGNED * 3)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize(
    "lay",
    [*map(_headed, (1, 2, 3, 5, 9)), _listed, _on_a_table, _on_fields, _ticked],
    ids=["one", "two", "three", "five", "nine", "list", "table", "fields", "boxes"],
)
def test_no_line_of_a_paragraph_stands_alone_and_no_heading_without_what_it_heads(
    lay: Callable[[Flow], None], large: bool
) -> None:
    for above in range(430, 740, 7):

        def draw(flow: Flow, above: int = above) -> None:
            flow.paragraph("Before it.")
            flow.y = above
            lay(flow)

        assert badly_turned(drawn(draw, large_print=large)) == [], above


def test_a_paragraph_longer_than_a_page_goes_on_over_the_next() -> None:
    long = " ".join(f"word{n}" for n in range(1500))
    made = drawn(lambda flow: flow.paragraph(long))
    assert [word for word in text(made).split() if word.startswith("word")] == long.split()
    assert len(texts(made)) > 2
    assert badly_turned(made) == []


@pytest.mark.parametrize("large", [False, True])
def test_a_place_to_sign_names_itself_and_the_day(large: bool) -> None:
    def sign(flow: Flow) -> None:
        flow.check_box("I agree to this plan.")
        flow.check_box("I was told.", ticked=True)
        flow.signature("Signature", "Date")

    assert "I agree to this plan. X I was told. Signature Date" in text(
        drawn(sign, large_print=large)
    )


@pytest.mark.parametrize("width", range(90, 300, 10))
def test_no_line_ends_within_a_date_or_a_number(width: int) -> None:
    flow = Flow(FONTS, Style(), top=0)
    said = "Call 020 7946 0000 by 14 July 2026, or bring it (27 % of it) on 2 May."
    lines = list(flow.wrap(said, width, size=11))
    assert " ".join(lines) == said
    for whole in ("020 7946 0000", "14 July 2026", "27 %", "2 May"):
        assert [line for line in lines if whole in line], lines


def test_a_date_wider_than_its_line_is_parted_between_its_words() -> None:
    flow = Flow(FONTS, Style(), top=0)
    assert list(flow.wrap("14 September 2026", 60, size=11)) == ["14", "September", "2026"]
