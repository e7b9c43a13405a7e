"""How long records are kept, how many have had their time, and what was removed: to read."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.services.retention import Report, ReportLine
from ui.bound import bound
from ui.language import tr
from ui.models.listing import Listing
from ui.models.retention import RetentionReportModel
from ui.views.retention_words import (
    CERTIFICATE_COLUMNS,
    CERTIFICATES,
    NO_CERTIFICATE,
    certificate_line,
    certificates_table,
)
from ui.views.settings_panel import SettingsPanel
from ui.widgets.card import Card
from ui.widgets.facts import Facts
from ui.widgets.layout import Label

TITLE = tr("Retention report")
LEAD = tr(
    "Our defaults, for the trust’s information governance lead to confirm. Copies of papers "
    "and whole cases are removed by two administrators; invoices, payments and the audit stay."
)
LINES = tr("How long records are kept")
OVER, OVER_HELD = (
    tr("{how_long}. Past their time: {count}."),
    tr("{how_long}. Past their time: {count}, of which held: {held}."),
)
NONE_OVER, NOT_COUNTED, COUNTING = (
    tr("{how_long}. None has had its time."),
    tr("{how_long}. Not counted here."),
    tr("{how_long}. Being counted."),
)


class RetentionReportPanel(SettingsPanel):
    """Lines and certificates; the page itself takes the focus, so that the arrows read down it."""

    def __init__(self, model: RetentionReportModel, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, LEAD, parent)
        self._model = model
        self.lines = Facts(LINES, label_width=320, gap=12)
        self.certificates = Listing(CERTIFICATE_COLUMNS, self)
        self.certificates_table = certificates_table(self.certificates)
        self.none_yet = Label(NO_CERTIFICATE, wrap=True)
        self.sheet.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sheet.setAccessibleName(TITLE)
        lines = Card(LINES, gap=12)
        lines.body.addWidget(self.lines)
        removed = Card(CERTIFICATES, gap=8)
        removed.body.holding(self.certificates_table, self.none_yet)
        self.body.holding(lines, removed, None)
        self.certificates_table.hide()
        model.shown.connect(bound(self, partial(self._show, counted=False)))
        model.counted.connect(bound(self, partial(self._show, counted=True)))
        model.refused.connect(self.refuse)

    def refresh(self) -> None:
        """Count anew."""
        self._model.refresh()

    def _show(self, report: Report, *, counted: bool) -> None:
        self.lines.show_facts(
            [(one.what, _words(one, counted=counted or not one.cases)) for one in report.lines]
        )
        self.certificates.show_rows([certificate_line(one) for one in report.certificates])
        self.certificates_table.setVisible(bool(report.certificates))
        self.none_yet.setVisible(not report.certificates)


def _words(one: ReportLine, *, counted: bool) -> str:
    if not counted:
        words = COUNTING
    elif one.due is None:
        words = NOT_COUNTED
    elif not one.due:
        words = NONE_OVER
    else:
        words = OVER_HELD if one.held else OVER
    return words.format(how_long=one.how_long, count=one.due, held=one.held)
