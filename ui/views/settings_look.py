"""How the window looks and behaves for one person: worn at once, kept for the next time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.core.look import LONGEST_LOCK, SHORTEST_LOCK, TEXT_PERCENTS
from ui.language import tr
from ui.models.own_settings import OwnSettingsModel
from ui.theme import current
from ui.views.settings_panel import SettingsPanel
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choices import WORDS_AT, RadioList, TickBox
from ui.widgets.field import Field
from ui.widgets.inputs import Choice
from ui.widgets.layout import Label, Row

TITLE = tr("Appearance")
LEAD = tr("Every change shows at once and is kept for you, on this computer.")
COLOURS, TEXT_SIZE = tr("Colours"), tr("Text size")
SCHEMES = (
    ("system", tr("As this computer")),
    ("light", tr("Light")),
    ("dark", tr("Dark")),
    ("contrast", tr("High contrast")),
)
PERCENT = tr("{percent} %")
BEHAVES = tr("How it behaves")
AUTO_ADVANCE = tr("Open the next question once one is answered")
WITHOUT = tr("Without it, an answer is only marked, and Enter goes on.")
MOTION = tr("Fold and advance with a short movement")
ROOMY = tr("Roomy rows in tables")
LOCK_AFTER = tr("Lock this desk when nobody touches it for")
LOCK_HINT = tr("It warns before, and any key stays. What was begun is kept.")
ONE_MINUTE, MINUTES = tr("1 minute"), tr("{count} minutes")
FOR_ALL = tr("Use this look for the sign-in page too")
_TIMES = tuple(
    minutes for minutes in (1, 2, 3, 5, 10, 15) if SHORTEST_LOCK <= minutes <= LONGEST_LOCK
)


class LookPanel(SettingsPanel):
    """Colours and text size beside each other where there is room."""

    def __init__(self, model: OwnSettingsModel, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, LEAD, parent)
        self._model = model
        self.colours = RadioList(COLOURS, SCHEMES)
        self.sizes = RadioList(
            TEXT_SIZE, [(one, PERCENT.format(percent=one)) for one in TEXT_PERCENTS]
        )
        self.advance = TickBox(AUTO_ADVANCE)
        self.motion = TickBox(MOTION)
        self.roomy = TickBox(ROOMY)
        self.lock = Field(
            LOCK_AFTER, Choice([(one, _minutes(one)) for one in _TIMES]), hint=LOCK_HINT
        )
        self.for_all = Button(FOR_ALL, icon="users")
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self._wire()
        self._arrange()

    def refresh(self) -> None:
        """What is worn now."""
        look = self._model.look
        self.colours.set_value(look.scheme)
        self.sizes.set_value(look.text_percent)
        self.advance.setChecked(look.auto_advance)
        self.motion.setChecked(look.motion)
        self.roomy.setChecked(look.roomy)
        self.lock.input.set_value(look.lock_minutes)

    def take_focus(self) -> None:
        """On the colours."""
        self.colours.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Under each other where the text is large."""
        super().resizeEvent(event)
        self._arrange()

    def restyle(self) -> None:
        """Take the sizes of the current theme."""
        super().restyle()
        if hasattr(self, "_beside"):
            self._arrange()

    def _build(self) -> None:
        for title, what in ((COLOURS, self.colours), (TEXT_SIZE, self.sizes)):
            card = Card(title, gap=8)
            card.body.addWidget(what)
            card.body.addStretch(1)
            self._beside.addWidget(card, 1)
        self.body.addLayout(self._beside)
        behaves = Card(BEHAVES, gap=6)
        without = Row(margins=(WORDS_AT, 0, 0, 4))  # under the words of the tick
        without.addWidget(Label(WITHOUT, scale="small", role="text2", wrap=True))
        behaves.body.addWidget(self.advance)
        behaves.body.addLayout(without)
        behaves.body.holding(self.motion, self.roomy, 6, self.lock)
        self.body.addWidget(behaves)
        self.body.addLayout(Row().holding(self.for_all, None))
        self.body.addStretch(1)

    def _wire(self) -> None:
        self.colours.chosen.connect(lambda scheme: self._wear(scheme=str(scheme)))
        self.sizes.chosen.connect(lambda percent: self._wear(text_percent=percent))
        self.advance.clicked.connect(lambda on: self._wear(auto_advance=on))
        self.motion.clicked.connect(lambda on: self._wear(motion=on))
        self.roomy.clicked.connect(lambda on: self._wear(roomy=on))
        self.lock.input.chosen.connect(lambda minutes: self._wear(lock_minutes=minutes))
        self.for_all.clicked.connect(self._model.keep_for_computer)
        self._model.told.connect(self.tell)
        self._model.refused.connect(self.refuse)

    def _wear(self, **change: object) -> None:
        look = self._model.look.but(**change)
        focus = self.window().focusWidget()
        self._model.wear(look)
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        room = self.own_page.width() >= current().px(640)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._beside.setDirection(across if room else down)
        self._beside.setSpacing(current().px(14))


def _minutes(count: int) -> str:
    return ONE_MINUTE if count == 1 else MINUTES.format(count=count)
