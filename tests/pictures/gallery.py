"""Pictures of every part in every state, to compare by eye with the design.

    python -m tests.pictures.gallery /tmp/gallery

writes `parts-<scheme>-<size>.png` for light, dark and contrast at 100 % and 200 %.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from app.core.nhs_number import NHSNumber
from app.core.people import Patient
from tests.pictures.looks import folder_asked_for
from ui import theme
from ui.cells import CELL, ROW, TICKED, Cell, RowCells
from ui.delegates.rows import Rows
from ui.theme import Theme
from ui.widgets.answers import AnswerRow
from ui.widgets.band import Band, Outcome, StepsCard
from ui.widgets.banner import PatientBanner
from ui.widgets.button import Button, IconButton, Kind
from ui.widgets.card import Card
from ui.widgets.chip import Chip, KeyCap
from ui.widgets.choices import RadioList, TickBox
from ui.widgets.errors import ErrorSummary
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.focus import FocusRing
from ui.widgets.folded import FoldedRow
from ui.widgets.inputs import Choice, DateEdit, LineEdit, Notes
from ui.widgets.layout import Column, Grid, Icon, Label, Row
from ui.widgets.progress import ProgressSteps, StepList
from ui.widgets.rail import Rail, RailItem
from ui.widgets.search import SearchField
from ui.widgets.status import DemoStrip, StatusBar
from ui.widgets.table import Table
from ui.widgets.tabs import Tab, Tabs
from ui.widgets.timeline import Event, Timeline
from ui.widgets.undo import UndoBar

TODAY = date(2026, 7, 14)
ADA = Patient(
    patient_id="1",
    family_name="Okafor",
    given_names="Ada",
    title="Mrs",
    gender="Female",
    born=date(1990, 3, 2),
    nhs_number=NHSNumber("9993177423"),
    interpreter="Yoruba",
    needs=("Large print letters",),
)
JOAN = Patient(patient_id="2", family_name="Baker", given_names="Joan", died=date(2026, 7, 9))
STATES = ("Rest", "Hover", "Focus", "Pressed", "Disabled")
Index = QModelIndex | QPersistentModelIndex


class Cases(QAbstractTableModel):
    """A few made-up cases."""

    HEADS = ("", "Ref", "Patient", "Reason to review", "Treatment ↑", "Due", "Sent")
    ROWS = (
        ("R-1042", "OKAFOR, Ada", "Visitor, no card", "Today 14:30", "2 days late", "Sent"),
        ("R-1047", "LEE, Min", "European card unread", "Today 16:00", "Today", "Waiting"),
        ("R-1051", "NGUYỄN, Thị Hoa", "Private, open to see", "15-Jul", "1 day late", "Refused"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.ticked: set[int] = {1}

    def rowCount(self, _parent: Index | None = None) -> int:
        return len(self.ROWS)

    def columnCount(self, _parent: Index | None = None) -> int:
        return len(self.HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        shown = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self.HEADS[section] if shown else None

    def setData(self, index: Index, value: object, role: int = 0) -> bool:
        if role != TICKED:
            return False
        chosen = Qt.CheckState(value) == Qt.CheckState.Checked
        (self.ticked.add if chosen else self.ticked.discard)(index.row())
        self.dataChanged.emit(index, index)
        return True

    def data(self, index: Index, role: int = 0) -> object:
        row, column = index.row(), index.column()
        if role == ROW:
            cells = [_cell(place, text) for place, text in enumerate(self.ROWS[row], start=1)]
            return RowCells((Cell(""), *cells), ticked=row in self.ticked)
        if column == 0:
            state = Qt.CheckState.Checked if row in self.ticked else Qt.CheckState.Unchecked
            return state if role == TICKED else None
        text = self.ROWS[row][column - 1]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        return _cell(column, text) if role == CELL else None


def _cell(column: int, text: str) -> Cell:
    if "late" in text:
        return Cell(text, icon="alert-triangle", chip="late")
    if text == "Refused":
        return Cell(text, icon="alert-circle", role="error", icon_role="error")
    if column == 6:
        sent = text == "Sent"
        icon, role = ("check", "success") if sent else ("clock", "text2")
        return Cell(text, icon=icon, icon_role=role)
    icon = "lock" if text.startswith("Private") else ""
    return Cell(text, strong=column in (2, 5) or text.startswith("Today"), icon=icon)


def shot(widget: QWidget, *, width: int = 0) -> QLabel:
    """A picture of a widget while it has the focus: only one can have it at a time."""
    stage = QWidget()
    Column(stage, margins=(4, 4, 4, 4)).addWidget(widget)
    stage.resize(theme.current().px(width) or stage.sizeHint().width(), stage.sizeHint().height())
    ring = FocusRing(stage)
    stage.show()
    stage.activateWindow()
    widget.setFocus()
    QApplication.processEvents()
    ring.restyle()
    picture = QLabel()
    picture.setPixmap(stage.grab())
    picture.setFixedSize(stage.size())
    stage.hide()
    return picture


def in_state(button: QAbstractButton, state: str) -> QWidget:
    """A button in a state."""
    button.setEnabled(state != "Disabled")
    button.setDown(state == "Pressed")
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, state == "Hover")
    return shot(button) if state == "Focus" else button


def controls() -> Card:
    """Buttons, answers and fields in every state."""
    card = Card("Buttons", scale="body", gap=10)
    grid = Grid(gap=(12, 8))
    kinds: tuple[tuple[str, Kind, str, str], ...] = (
        ("Primary", "primary", "Continue", ""),
        ("Secondary", "secondary", "Park", "player-pause"),
        ("Quiet", "text", "Change", "pencil"),
    )
    for column, state in enumerate(STATES, start=1):
        grid.addWidget(Label(state, scale="small", weight="label", role="text2"), 0, column)
    for line, (name, kind, words, icon) in enumerate(kinds, start=1):
        grid.addWidget(Label(name, scale="small", weight="label", role="text2"), line, 0)
        for column, state in enumerate(STATES, start=1):
            grid.addWidget(in_state(Button(words, kind=kind, icon=icon), state), line, column)
    card.body.addLayout(grid)
    keys = (
        Button("Next patient", kind="primary", icon="check", key="F2", main=True),
        Button("Could not ask", icon="hand-stop", key="F9"),
        Button("Why we ask", kind="text", icon="help-circle", key="F1"),
        IconButton("zoom-in", "Zoom in"),
        KeyCap("Ctrl+L"),
    )
    card.body.addLayout(_flow(keys))
    card.body.addWidget(Label("Answer rows", weight="strong"))
    answers = Grid(gap=(10, 10))
    for place, state in enumerate(("Rest", "Hover", "Focus", "Pressed")):
        row = AnswerRow(place + 1, state)
        shown = shot(row, width=320) if state == "Focus" else in_state(row, state)
        answers.addWidget(shown, place // 2, place % 2)
    card.body.addLayout(answers)
    card.body.addWidget(Label("Fields", weight="strong"))
    card.body.addLayout(_fields())
    return card


def _fields() -> Column:
    column = Column(gap=8)
    wrong = Field("Error", DateEdit(lambda: TODAY))
    wrong.input.setText("14/06/26")
    wrong.set_error("Leaving date must be after the arrival date")
    off = Field("Disabled", LineEdit("Okafor"))
    off.input.setEnabled(False)
    focused = Field("Focus", LineEdit("Okafor"))
    first = Row(gap=12).holding(Field("Rest", LineEdit("Okafor")), shot(focused, width=210), off)
    choice = Choice([("none", "No card"), ("ehic", "EHIC")])
    choice.set_value("none")
    second = Row(gap=12).holding(
        Field("European card", choice), Field("Nothing chosen", Choice([("a", "A")]))
    )
    marks = Row(gap=16)
    for on in (False, True):
        tick = TickBox("On" if on else "Off")
        tick.setChecked(on)
        marks.addWidget(tick)
    radios = RadioList("Decision", [("A", "Free: lives here"), ("F", "Charge: visitor, 150 %")])
    radios.set_value("F")
    marks.holding(radios, shot(TickBox("Focus")), None)
    notes = Notes("Spoke with patient and sister through interpreter.")
    return column.holding(first, wrong, second, Field("Note, in your words", notes), marks)


def facts() -> Card:
    """Type, chips, table, icons, bars."""
    card = Card("Type", scale="body", gap=8)
    card.body.addWidget(Label("£6,310.00", scale="figure", weight="strong"))
    card.body.addWidget(Label("Book in as normal", scale="screen", weight="strong"))
    card.body.addWidget(Label("Which of these describes you?", scale="title", weight="strong"))
    card.body.addWidget(Label("Body 16. NGUYỄN Thị Hoa, ŁUCJA, ŞAHİN, Ọláyínká", wrap=True))
    small = Label("Small 14, second ink. 0123456789 Il1 O0 rn m", scale="small", role="text2")
    card.body.addWidget(small)
    chips = (
        ("No follow-up", "no_follow_up"),
        ("Show a document", "show_document"),
        ("Team will call", "team_will_call"),
        ("Ask later", "ask_later"),
        ("Treat first", "treat_first"),
        ("Refused", "refused"),
        ("On hold", "on_hold"),
    )
    card.body.addLayout(_flow([Chip(words, kind) for words, kind in chips]))
    table = Table("Cases", [40, 76, None, 170, 100, 110, 90])
    table.setItemDelegate(Rows())
    table.setModel(Cases())
    table.go_to(1)
    table.setFixedHeight(theme.current().px(112))
    card.body.addWidget(shot(table, width=840))
    icons = [Icon(name) for name in theme.tokens()["icons"]["names"]]
    card.body.addLayout(_flow(icons))
    undo = UndoBar()
    undo.offer("Case assigned to S. Byrne", back=lambda: None)
    card.body.addWidget(undo)
    summary = ErrorSummary()
    summary.show_problems([("Leaving date must be after the arrival date, 2 July 2026", undo)])
    card.body.addWidget(summary)
    card.body.addWidget(Tabs([Tab("a", "All open", 212), Tab("n", "New today", 14)]))
    card.body.addWidget(shot(SearchField("Find a patient", "NHS number or surname"), width=600))
    return card


def bands() -> QWidget:
    """Banners, outcome bands, timeline, steps and bars."""
    page = QWidget()
    column = Column(page, gap=12)
    for patient in (ADA, JOAN):
        banner = PatientBanner()
        banner.show_patient(patient, TODAY)
        column.addWidget(banner)
    column.addWidget(DemoStrip())
    bands = Grid(gap=(12, 12))
    outcomes: tuple[Outcome, ...] = (
        "no_follow_up",
        "show_document",
        "team_will_call",
        "ask_later",
        "treat_first",
    )
    for place, outcome in enumerate(outcomes):
        title = outcome.replace("_", " ").capitalize()
        bands.addWidget(Band(outcome, title, "Book in as normal."), place // 2, place % 2)
    bands.addWidget(
        Band("treat_first", "Treat first: urgent", "Do not hold care for payment.", compact=True),
        2,
        1,
    )
    column.addLayout(bands)
    steps = StepsCard(
        [
            ("phone", "The overseas visitor team will speak to this patient.", None),
            ("file-text", "Give leaflet B.", Button("Print leaflet B", icon="printer")),
        ]
    )
    events = Timeline(
        [
            Event("flag", "Flagged at the desk", "11-Jul 09:02, J. Patel", "warn_text"),
            Event("stethoscope", "Urgent: Dr A. Roy", "11-Jul 11:20, form received", "action"),
            Event("receipt", "Estimate £6,310 ready", "12-Jul 09:05, tariff 2026/27"),
        ]
    )
    dashes = ProgressSteps()
    dashes.show_progress(2, 4)
    side = Card("Timeline", scale="body")
    side.body.holding(events, dashes)
    folded = Card(margins=(24, 0, 16, 0), gap=0)
    folded.body.addWidget(FoldedRow("Where do you normally live?", "Outside the UK: Nigeria"))
    rail = Rail(
        [RailItem("desk", "Desk", "user-search"), RailItem("queue", "Queue", "inbox")],
    )
    rail.open("queue")
    rail.set_count("queue", 14)
    rail.setFixedHeight(theme.current().px(160))
    lower = Row(gap=12).holding(
        steps, side, StepList(["Demo or live", "Your trust", "Records"], current_step=1), rail
    )
    column.addLayout(lower)
    column.addWidget(folded)
    status = StatusBar()
    status.set_sync("Saved here 09:14", "cloud-up", "3 waiting to send")
    status.set_user("J. Patel, Desk 3")
    column.addWidget(status)
    return page


def _flow(widgets: Sequence[QWidget]) -> Flow:
    flow = Flow(gap=(10, 8))
    for widget in widgets:
        flow.addWidget(widget)
    return flow


def picture() -> QPixmap:
    """All parts in the theme worn now."""
    page = QWidget()
    upper = Row(gap=16)
    upper.addWidget(controls(), 1)
    upper.addWidget(facts(), 1)
    Column(page, gap=16, margins=(24, 24, 24, 24)).holding(upper, bands())
    scale = theme.current().px
    page.resize(scale(1560), page.sizeHint().height())
    page.show()
    QApplication.processEvents()
    page.resize(page.width(), max(page.heightForWidth(page.width()), page.minimumHeight()))
    QApplication.processEvents()
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()
    return page.grab()


def main(folder: Path) -> None:
    """Write every picture."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = theme.application()
    folder.mkdir(parents=True, exist_ok=True)
    for scheme in theme.schemes():
        for size in (1.0, 2.0):
            theme.apply(app, Theme(scheme, size))
            name = folder / f"parts-{scheme}-{round(size * 100)}.png"
            picture().save(str(name))
            print(name)


if __name__ == "__main__":
    main(folder_asked_for(__doc__, "/tmp/gallery"))
