"""The name of this desk and where it stands: every registration begun here bears both."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.language import tr
from ui.models.trust import TrustModel
from ui.views.settings_panel import SettingsPanel
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.facts import Facts
from ui.widgets.field import Field
from ui.widgets.inputs import LineEdit
from ui.widgets.layout import Label, Row
from ui.widgets.typed import Beside, typed_in

TITLE = tr("Site and desk")
LEAD = tr("New registrations bear both; those begun before keep theirs.")
DESK, DESK_HINT = (
    tr("Name of this desk"),
    tr("Such as Desk 3; the status bar shows it from the next sign-in"),
)
SITE, SITE_HINT = tr("Site"), tr("Such as the main hospital; left empty, it is the ODS code {code}")
KEEP = tr("&Keep")
NUMBER_TITLE, NUMBER = tr("This computer"), tr("Number")
NUMBER_WHY = tr("Its number keeps documents of two computers apart, so it never changes.")


class DeskPlacePanel(SettingsPanel):
    """Two names and the number of this computer."""

    def __init__(self, model: TrustModel, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, LEAD, parent)
        self._model = model
        self.desk = Field(DESK, LineEdit(), hint=DESK_HINT)
        code = model.trust.provider_code
        self.site = Field(SITE, LineEdit(), hint=SITE_HINT.format(code=code))
        self.keep = Button(KEEP, kind="primary", icon="check", key="Enter")
        self.number = Facts(NUMBER_TITLE)
        self.fields = {"place": self.desk, "site": self.site}
        card = Card(gap=12)
        card.body.holding(self.desk, self.site)
        card.body.addLayout(Row().holding(self.keep, None))
        number = Card(NUMBER_TITLE, gap=8)
        number.body.holding(self.number, Label(NUMBER_WHY, scale="small", role="text2", wrap=True))
        self.body.holding(card, number, None)
        self.number.show_facts([(NUMBER, model.desk.device)])
        self.desk.input.setText(model.place)
        self.site.input.setText(model.trust.site)
        self._typed = typed_in(card, "place", beside=Beside(TITLE, self._as_kept)).of_person()
        self.keep.clicked.connect(self._keep)
        model.told.connect(self._done)
        model.refused.connect(self.refuse)

    def take_focus(self) -> None:
        """On the desk's name."""
        self.desk.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        self.clear_problems()
        self._model.set_place(self.desk.input.text(), self.site.input.text())

    def _done(self, words: str) -> None:
        self._typed.done()
        self.tell(words)

    def _as_kept(self) -> tuple[str, str]:
        return self._model.place, self._model.trust.site
