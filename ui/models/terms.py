"""The terms in force at this desk, read only: figures, where from, and where they are changed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.billing.debt.terms import DebtTerms
from app.core.money import Money
from app.services.desk import Desk
from ui.language import tr
from ui.models.lane_model import LaneModel
from ui.work import Runner

DAYS, ONE_DAY = tr("{count} days"), tr("1 day")
WORKING_DAYS = tr("{count} working days")
EVERY = tr("Every {days}")
AT_ONCE = tr("On receipt")
DAY_AFTER = tr("{count} days after the invoice")
ON, OFF = tr("In use"), tr("Not in use")


@dataclass(frozen=True, slots=True)
class TermGroup:
    """Terms of one kind: lines of what and how much, where they come from, where they change."""

    title: str
    lines: tuple[tuple[str, str], ...]
    source: str
    change: str


class TermsModel(LaneModel):
    """`shown(tuple[TermGroup, ...])` after opening."""

    shown = Signal(object)

    def __init__(self, desk: Desk, lane: Runner, parent: QObject | None = None) -> None:
        super().__init__(desk, lane, parent=parent)

    def refresh(self) -> None:
        """Read what holds now."""
        self._lane.run(self._read, self._tell)

    def _read(self) -> tuple[TermGroup, ...]:
        return (*_of_cases(self._desk), *_of_money(self._desk), _of_records(self._desk))

    def _tell(self, groups: tuple[TermGroup, ...]) -> None:
        self.shown.emit(groups)


def _of_cases(desk: Desk) -> tuple[TermGroup, ...]:
    return (
        TermGroup(
            tr("Cases and estimates"),
            (
                (tr("A flagged case is due"), WORKING_DAYS.format(count=desk.terms.review_days)),
                (
                    tr("Second check from"),
                    str(Money(desk.trust.second_check_from_pence)),
                ),
                (tr("An estimate holds"), _days(desk.trust.estimate_valid_days)),
                (tr("The diary tells ahead"), _days(desk.terms.diary.before_days)),
            ),
            tr("Ours; neither law nor guidance names them."),
            tr(
                "In trust.toml of this desk’s folder, while Recoup is closed; the first and the "
                "last come with the program."
            ),
        ),
    )


def _of_money(desk: Desk) -> tuple[TermGroup, ...]:
    finance = desk.finance
    due = _days(finance.terms_days) if finance.terms_days else AT_ONCE
    money = TermGroup(
        tr("Invoices and write-offs"),
        (
            (tr("An invoice is payable"), due),
            (tr("A long stay is billed"), EVERY.format(days=_days(finance.interim_every_days))),
            *(
                (tr("Senior officer, up to"), str(limit))
                for limit in finance.write_off.limits.values()
            ),
        ),
        tr("Conventions of ours; a trust may set its own."),
        tr("In finance.toml of this desk’s folder, while Recoup is closed."),
    )
    return (money, _of_debt(finance.debt))


def _of_debt(debt: DebtTerms) -> TermGroup:
    return TermGroup(
        tr("Collecting"),
        (
            *((step.label, DAY_AFTER.format(count=step.day)) for step in debt.ladder),
            (tr("Home Office debt list"), ON if debt.home_office.enabled else OFF),
        ),
        tr("Conventions of ours. The 30 days after a letter before action are unconfirmed."),
        tr("In finance.toml of this desk’s folder, while Recoup is closed."),
    )


def _of_records(desk: Desk) -> TermGroup:
    return TermGroup(
        tr("How long records are kept"),
        tuple((line.what, line.how_long) for line in desk.retention.lines),
        tr(
            "Our defaults, for the trust’s information governance lead to confirm. "
            "The exact lines of the England code are unconfirmed."
        ),
        tr(
            "Copies of papers and whole cases are removed under Retention. "
            "Invoices, payments and the audit stay."
        ),
    )


def _days(count: int) -> str:
    return ONE_DAY if count == 1 else DAYS.format(count=count)
