"""Reports from the ledger: asked for, shown, saved; and a month closed."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from app.access.roles import Act
from app.billing.reports.report import Report
from app.billing.reports.years import FinancialYear
from app.services import closing, reporting
from app.services.closing import ClosedMonth, ToClose
from app.services.reporting import Asked, Listed
from ui.models.money import PanelModel
from ui.models.saving import save

PDF, CSV = ".pdf", ".csv"


class ReportsModel(PanelModel):
    """The report asked for last is made again when the ledger moves."""

    made = Signal(object)  # Report
    not_made = Signal(object)  # Known: no figure may stay on screen as if it were the answer
    printed = Signal(str, bytes)  # title, PDF
    saved = Signal(str)  # where
    to_close = Signal(object, object)  # ToClose, and the month closed last: ClosedMonth or None
    none_to_close = Signal(object)  # the month closed last
    closed = Signal(object)  # ClosedMonth

    def read(self) -> tuple[Listed, ...]:
        """The reports the person may ask for."""
        return reporting.listed(self._desk)

    def may_close(self) -> bool:
        """Whether a month may be closed."""
        return self._desk.may(Act.INVOICE)

    def today(self) -> date:
        """The day that a report is as of, where none is given."""
        return self._desk.today

    def years(self, count: int) -> tuple[FinancialYear, ...]:
        """This financial year and those before it."""
        found = [FinancialYear.of(self._desk.today)]
        while len(found) < count:
            found.append(found[-1].before)
        return tuple(found)

    def ask(self, name: str, asked: Asked) -> None:
        """Make a report; `made` or `not_made` follows."""
        self._lane.run(
            partial(reporting.report, self._desk, name, asked),
            self.made.emit,
            self.not_made.emit,
        )

    def print_it(self, report: Report) -> None:
        """The PDF of the figures shown."""
        self._lane.run(
            partial(reporting.printed, self._desk, report),
            lambda pdf: self.printed.emit(report.title, pdf),
            self.refuse,
        )

    def save_to(self, report: Report, place: str) -> None:
        """Save the figures shown, as CSV or PDF by the name of the file."""

        def work() -> Path:
            as_pdf = Path(place).suffix.lower() == PDF
            form = reporting.printed if as_pdf else reporting.spreadsheet
            path = Path(place) if as_pdf or place.lower().endswith(CSV) else Path(place + CSV)
            return save(path, form(self._desk, report))

        self._lane.run(work, lambda path: self.saved.emit(str(path)), self.refuse)

    def prepare_close(self) -> None:
        """What closing the next month would post and fix, for the check page."""

        def work() -> tuple[ToClose | None, ClosedMonth | None]:
            month = closing.next_to_close(self._desk)
            found = None if month is None else closing.preview_close(self._desk, str(month))
            return found, closing.last_closed(self._desk)

        self._lane.run(work, self._show_close, self.refuse)

    def close_month(self, found: ToClose) -> None:
        """Close the month that was checked."""
        self.once(partial(closing.close_month, self._desk, str(found.month)), self.closed.emit)

    def _show_close(self, read: tuple[ToClose | None, ClosedMonth | None]) -> None:
        found, last = read
        if found is None:
            self.none_to_close.emit(last)
        else:
            self.to_close.emit(found, last)
