"""Payment files in: looked at first, then taken in, each payment once and whole.

Every payment is a transaction of its own, with its receipt: a file whose taking in was cut short,
or that comes again, is simply taken in again. See docs/money.md, "Payments in".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from app.access.roles import Act
from app.billing.matching import State
from app.core.errors import BadInput, Known
from app.core.money import Money
from app.core.wording import Phrase, together
from app.interop.remittance.line import RowFault
from app.interop.remittance.payment_file import PaymentFile
from app.services.arriving import PaymentIn, Taken, take_one
from app.services.desk import Desk, service
from app.services.near_payment import Expected

__all__ = ["PaymentIn", "Preview", "RowFault", "TakenIn", "preview", "take_in"]

GoingOn = Callable[[int, int], bool]
_MOST_FAULTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What taking in a file would do. `known_at` is when the last of its known payments came.

    `sums` are how many payments are in each state, and what they come to in pounds.
    """

    file: PaymentFile
    kind: str
    payments: tuple[PaymentIn, ...]
    known_at: str
    sums: Mapping[State, tuple[int, Money]]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What became of the payments of a file up to `done` of `of`; `known_at` as in a preview."""

    payments: tuple[PaymentIn, ...]
    known_at: str
    done: int
    of: int

    @property
    def finished(self) -> bool:
        """Whether the file is through."""
        return self.done >= self.of


class _Undone(Exception):
    """Takes a preview's writes back."""


@service(Act.INVOICE)
def preview(
    desk: Desk, file: PaymentFile, *, going_on: GoingOn = lambda _done, _of: True
) -> Preview:
    """What taking in this file would do, found by doing it and taking it back; nothing is kept.

    `going_on(done, of)` is asked before each payment whether to. Raises Known `stopped`.
    """
    lines = file.statement.lines
    expected = Expected()
    found: list[Taken] = []
    try:
        with desk.db.atomic():
            for done, (line, identity) in enumerate(zip(lines, file.identities, strict=True)):
                if not going_on(done, len(lines)):
                    raise Known("stopped", "Stopped. Nothing was taken in.", "file")
                found.append(take_one(desk, file, line, identity, expected))
            raise _Undone
    except _Undone:
        pass
    payments = tuple(one.shown for one in found)
    return Preview(
        file=file,
        kind=desk.payments.formats[file.statement.kind],
        payments=payments,
        known_at=max((one.known_at for one in found), default=""),
        sums=_sums(payments),
    )


@service(Act.INVOICE)
def take_in(
    desk: Desk, file: PaymentFile, *, first: int = 0, at_most: int | None = None
) -> TakenIn:
    """Take in the payments of a file from the `first` on, each in a transaction of its own.

    What is certain is posted with its receipt, dated the day of the payment; the rest waits. With
    `at_most` the caller can say how far it is, or stop. Raises BadInput `bad_rows` where a row
    cannot be read: a statement is taken in whole or not at all.
    """
    _require_sound(file)
    lines = file.statement.lines
    last = len(lines) if at_most is None else min(len(lines), first + at_most)
    found: list[Taken] = []
    for place in range(first, last):
        with desk.db.atomic():
            found.append(take_one(desk, file, lines[place], file.identities[place]))
    return TakenIn(
        payments=tuple(one.shown for one in found),
        known_at=max((one.known_at for one in found), default=""),
        done=last,
        of=len(lines),
    )


def _sums(payments: Sequence[PaymentIn]) -> dict[State, tuple[int, Money]]:
    by_state: dict[State, list[PaymentIn]] = {}
    for one in payments:
        by_state.setdefault(one.state, []).append(one)
    return {
        state: (len(found), Money.total(one.pounds for one in found))
        for state, found in by_state.items()
    }


def _require_sound(file: PaymentFile) -> None:
    faults = file.statement.faults
    if faults:
        raise BadInput("bad_rows", _unsound(faults), "file")


def _unsound(faults: Sequence[RowFault]) -> Phrase:
    said = together((fault.message for fault in faults[:_MOST_FAULTS]), " ")
    more = len(faults) - _MOST_FAULTS
    if more <= 0:
        return Phrase(
            "Nothing of this file was taken in. {faults} Fetch the file again, or correct it.",
            faults=said,
        )
    return Phrase(
        "Nothing of this file was taken in. {faults} {count} more. Fetch the file again, or "
        "correct it.",
        faults=said,
        count=more,
    )
