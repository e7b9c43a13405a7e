"""Items of a file taken one by one into what was read, what was left out, what cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.core.errors import BadInput
from app.core.money import Money
from app.core.wording import Phrase
from app.interop.remittance.line import LeftOut, PaymentLine, RowFault, Statement

Found = PaymentLine | tuple[PaymentLine, ...] | str
_LINE = Phrase("Line")
_MOST = Money(100_000_000_000)  # a thousand million pounds: sums of whole files stay countable


class Gathering:
    """A statement while its file is being read."""

    def __init__(self, kind: str, *, called: Phrase = _LINE) -> None:
        self._kind, self._called = kind, called
        self._left_out: list[LeftOut] = []
        self.lines: list[PaymentLine] = []
        self.faults: list[RowFault] = []
        self.warnings: list[str] = []

    def take(self, number: int, read: Callable[[], Found]) -> tuple[PaymentLine, ...]:
        """Read one item: its payments, or the words of why it is none; a fault keeps its number."""
        try:
            found = read()
            several = () if isinstance(found, str) else _several(found)
        except BadInput as wrong:
            self.faults.append(
                RowFault(
                    number,
                    Phrase(
                        "{called} {number}: {what}",
                        called=self._called,
                        number=number,
                        what=wrong.message,
                    ),
                )
            )
            return ()
        if isinstance(found, str):
            self._left_out.append(LeftOut(number, found))
            return ()
        lines = tuple(replace(line, row=number) for line in several)
        self.lines.extend(lines)
        return lines

    def statement(self) -> Statement:
        """All of it."""
        return Statement(
            kind=self._kind,
            lines=tuple(self.lines),
            left_out=tuple(self._left_out),
            faults=tuple(self.faults),
            warnings=tuple(self.warnings),
        )


def _several(found: PaymentLine | tuple[PaymentLine, ...]) -> tuple[PaymentLine, ...]:
    lines = found if isinstance(found, tuple) else (found,)
    for line in lines:
        if not -_MOST < line.amount < _MOST:
            raise BadInput(
                "bad_amount",
                Phrase("{amount} is more than any payment.", amount=line.amount),
                "amount",
            )
    return lines
