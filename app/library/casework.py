"""The shelf of the officer's review: reasons, prompts and words."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from app.casework.diary import Awaited, DiaryTerms
from app.casework.ranking import Protects, QueueTerms
from app.casework.rests import RestKind
from app.casework.review import Booking, Choice, Prompt, Reason, ReviewTerms, SecondLook
from app.library import resource


@cache
def load_review_terms() -> ReviewTerms:
    """The lists of resources/casework.toml as values."""
    table = tomllib.loads(resource("casework.toml").read_text(encoding="utf-8"))
    return ReviewTerms(
        charged=table["charged"],
        relations=table["relations"],
        labels={Choice(choice): label for choice, label in table["labels"].items()},
        reasons=tuple(
            Reason(row["code"], row["label"], frozenset(map(Choice, row["choices"])))
            for row in table["reason"]
        ),
        prompts=tuple(
            Prompt(
                row["question_id"],
                row["label"],
                row["none_value"],
                tuple(row.get("silent_values", ())),
            )
            for row in table["prompt"]
        ),
        could_not_ask=table["could_not_ask"],
        private_reasons=frozenset(table["private_reason"]["of"]),
        private_reason=table["private_reason"]["words"],
        left_unfinished=table["left_unfinished"],
        bookings={
            row["id"]: Booking(
                row["id"], row["label"], row["facts"], row.get("on_ward", ""), row["label"]
            )
            for row in table["booking"]
        },
        review_days=table["review_days"],
        certificate=table["certificate"],
        returned=table["returned"],
        diary=_diary(table["diary"]),
        key_answers=tuple(table["key_answers"]),
        feedback=table["feedback"]["words"],
        feedback_most=table["feedback"]["most"],
        rests={
            row["id"]: RestKind(
                row["id"], row["label"], row["hold"], row.get("invoice_waits", False)
            )
            for row in table["rest"]
        },
        second_looks={SecondLook(one): words for one, words in table["second_look"].items()},
        queue=_queue(table["queue"]),
    )


def _queue(table: dict[str, Any]) -> QueueTerms:
    return QueueTerms(
        protection=tuple(map(Protects, table["protection"])),
        soon_days=table["soon_days"],
        snooze_days=table["snooze_days"],
        sorted_by=table["sorted"],
        words=table["words"],
    )


def _diary(table: dict[str, Any]) -> DiaryTerms:
    return DiaryTerms(
        before_days=table["before_days"],
        ask_again_days=table["ask_again_days"],
        stay_days=table["stay_days"],
        words=table["words"],
        papers=table["papers"],
        other_paper=table["other_paper"],
        awaited=tuple(
            Awaited(row["kind"], row["fact"], tuple(row["values"])) for row in table["awaited"]
        ),
    )
