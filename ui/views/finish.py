"""The end of the visitor branch: notice given, form out, signed; over the page it belongs to.

Each is kept as it happens. None of it is needed to go on: care and booking wait for no signature.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.errors import Known
from app.services.finishing import FinishPage, Handover, Signed, Signing
from ui.language import told, tr
from ui.models.finishing import FinishModel
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choices import RadioList
from ui.widgets.field import Field
from ui.widgets.inputs import LineEdit
from ui.widgets.layout import Column, Grid, Hanging, Label, Row, is_narrow
from ui.widgets.long_tick import LongTick
from ui.widgets.page import Page
from ui.widgets.scroll import Scroll
from ui.widgets.signature_pad import SignaturePad
from ui.widgets.typed import Typed
from ui.wording import PRINT_FORM

TITLE = tr("Notice, form and signature")
NEVER_WAITS = tr("None of this holds anyone up. Go back whenever you like: it is kept.")
NOTICE = tr("Privacy notice")
SAY = tr("Say, or let them read:")
GIVEN = tr("&Given, version {version}")
GIVEN_AT = tr("Given {time}, version {version}")
FORM = tr("Form")
HOW_FORM = tr("How does the form go out?")
HANDOVERS = (
    (Handover.PRINTED, tr("Printed and filled in here")),
    (Handover.HANDED, tr("Handed over, to bring back")),
    (Handover.EMAILED, tr("Sent by email")),
)
FORM_AT = tr("{how}, {time}")
SIGNATURE = tr("Signature")
HOW_SIGNED = tr("How do they sign?")
SIGNINGS = (
    (Signing.TYPED, tr("Type the name, with a witness")),
    (Signing.ON_PAPER, tr("On the printed form, scanned later")),
    (Signing.DRAWN, tr("Draw it here")),
)
WHAT_IS_SIGNED = tr("They sign the declaration at the end of the form. Print it for them.")
SIGNER = tr("Name of whoever signs")
RELATION = tr("If for somebody else: how they are related")
WITNESS = tr("Witness")
CLEAR = tr("C&lear the pad")
SIGN = tr("Keep the &signature")
SIGNED = tr("{name} signed at {time}")
GO_BACK = tr("Back to the page")
NOTHING_TYPED = Signed(how=Signing.TYPED)


class FinishView(Page):
    """`closed()` goes back; `form_wanted()` asks for the paper form."""

    closed = Signal()
    form_wanted = Signal()

    def __init__(self, model: FinishModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._columns = 0
        self.notice = _Notice()
        self.form = _FormOut()
        self.signature = _Signature()
        self.back = Button(GO_BACK, icon="chevron-left", key="Esc")
        self._cards = QWidget()
        self._grid = Grid(self._cards, gap=(14, 14))
        inside = QWidget()
        self._calm = Label(NEVER_WAITS, scale="small", role="text2", wrap=True)
        self._scrolled = Column(inside, gap=12, margins=(0, 0, 6, 0))
        self._scrolled.holding(self._cards, None)
        self._foot = Row(gap=12)
        self._foot.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)
        whole = Column(self, gap=12, margins=(32, 20, 18, 20))
        whole.addWidget(Label(TITLE, scale="screen", weight="strong"))
        whole.addWidget(Scroll(inside), 1)
        whole.addLayout(self._foot)
        self._arrange()
        self.back.clicked.connect(self.closed)
        self.notice.tick.clicked.connect(model.give_notice)
        self.form.how.chosen.connect(model.hand_over)
        self.form.print_button.clicked.connect(self.form_wanted)
        self.signature.signed.connect(self._sign)
        card = self.signature
        self._typed = Typed(self, "signature", read=card.typed, show=card.put)
        self._signing = False
        model.read.connect(self._show)
        model.refused.connect(self.refuse)

    def open(self, registration_id: str) -> None:
        """The finish of this registration, with what its clerk typed and drew and did not keep."""
        self._typed.set_down()
        self.signature.forget()
        self._signing = False
        self._typed.take_up(registration_id)
        self._model.open(registration_id)

    def take_focus(self) -> None:
        """To the first thing still to do."""
        place = self.notice.tick if self.notice.tick.isEnabled() else self.signature.how
        place.setFocus()

    def close_panel(self) -> bool:
        """Esc: back to the page; what was kept stays kept."""
        self.closed.emit()
        return True

    def refuse(self, known: Known) -> None:
        """What to put right, in its own card."""
        self._signing = False
        if not self.isVisible():
            return
        if known.field in ("email", "form"):
            self.form.say(told(known))
        else:
            self.signature.refuse(known)
        announce(self, told(known), assertive=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns, or one."""
        super().resizeEvent(event)
        self._arrange()

    def restyle(self) -> None:
        """Take the sizes of the current theme."""
        self._columns = 0
        self._arrange()

    def _sign(self, signed: Signed) -> None:
        self._signing = True
        self._model.sign(signed)

    def _show(self, page: FinishPage) -> None:
        self.notice.show_page(page)
        self.form.show_page(page)
        untouched = self.signature.typed() == NOTHING_TYPED
        self.signature.show_page(page)
        if untouched or (self._signing and page.signed is not None):
            self._typed.done()
            self._signing = False

    def _arrange(self) -> None:
        columns = 1 if is_narrow(self) else 2
        if columns == self._columns:
            return
        self._columns = columns
        two = columns == 2
        self._grid.addWidget(self.notice, 0, 0)
        self._grid.addWidget(self.form, 1, 0)
        self._grid.addWidget(self.signature, 0 if two else 2, 1 if two else 0, 2 if two else 1, 1)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        if two:
            self._scrolled.removeWidget(self._calm)
            self._foot.addWidget(self._calm, 1)
        else:  # there it would take the room of what is asked
            self._foot.removeWidget(self._calm)
            self._scrolled.insertWidget(1, self._calm)


class _Notice(Card):
    """What to say, and the tick that it was said."""

    def __init__(self) -> None:
        super().__init__(NOTICE, icon="shield", gap=10)
        self.words = Column(gap=8)
        self.tick = LongTick(GIVEN.format(version=""))
        self.at = Label("", weight="label", wrap=True)
        self.at.hide()
        self.body.addWidget(Label(SAY, scale="small", role="text2"))
        self.body.addLayout(self.words)
        self.body.addWidget(self.tick)
        self.body.addWidget(self.at)
        self.body.addStretch(1)

    def show_page(self, page: FinishPage) -> None:
        """As it stands; a newer version is to be given again."""
        if not self.words.count():
            for line in page.notice.lines:
                self.words.addWidget(Label(line, wrap=True))
        given = page.given_version == page.notice.version
        self.tick.setText(GIVEN.format(version=page.notice.version))
        self.tick.setAccessibleName(f"{NOTICE}: {GIVEN.format(version='').replace('&', '')}")
        self.tick.setChecked(given)
        self.tick.setEnabled(not given)
        self.tick.setVisible(not given)
        self.at.setText(GIVEN_AT.format(time=page.given_at, version=page.given_version))
        self.at.setVisible(bool(page.given_at))


class _FormOut(Card):
    """How the form goes out; printing opens it on screen first."""

    def __init__(self) -> None:
        super().__init__(FORM, icon="file-text", gap=10)
        self.print_button = Button(PRINT_FORM, icon="printer", key="Ctrl+P", small=True)
        self.head.addWidget(self.print_button)
        self.how = RadioList(HOW_FORM, HANDOVERS)
        self.at = Label("", weight="label", wrap=True)
        self.at.hide()
        self.problem = Label("", weight="strong", role="error", wrap=True)
        self.problem.hide()
        self.body.addWidget(Label(HOW_FORM, scale="small", weight="strong"))
        self.body.addWidget(self.problem)
        self.body.addWidget(self.how)
        self.body.addWidget(self.at)
        self.body.addStretch(1)

    def show_page(self, page: FinishPage) -> None:
        """As it stands."""
        self.say("")
        self.how.set_value(page.form)
        words = dict(HANDOVERS).get(page.form, "") if page.form is not None else ""
        self.at.setText(FORM_AT.format(how=words, time=page.form_at))
        self.at.setVisible(bool(words))

    def say(self, words: str) -> None:
        """What to put right, and the choice that stands."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        if words:
            self.how.set_value(None)


class _Signature(Card):
    """One of three ways to sign the declaration, which stands on the form and not at the desk: it
    speaks of money."""

    signed = Signal(object)  # Signed

    def __init__(self) -> None:
        super().__init__(SIGNATURE, icon="pencil", gap=10)
        self.how = RadioList(HOW_SIGNED, SIGNINGS)
        self.name = Field(SIGNER, LineEdit())
        self.relation = Field(RELATION, LineEdit())
        self.witness = Field(WITNESS, LineEdit())
        self.pad = SignaturePad()
        self.clear_button = Button(CLEAR, kind="text", scale="small", small=True)
        self.keep = Button(SIGN, icon="check")
        self.problem = Label("", weight="strong", role="error", wrap=True)
        self.at = Label("", weight="label", wrap=True)
        self.body.addWidget(Label(WHAT_IS_SIGNED, wrap=True))
        self.body.addWidget(Label(HOW_SIGNED, scale="small", weight="strong"))
        for part in (
            *(self.how, self.name, self.relation, self.witness, self.problem, self.pad),
            *(Hanging().holding(self.clear_button, None), self.keep, self.at),
        ):
            self.body.holding(part)
        self.body.addStretch(1)
        self.how.chosen.connect(lambda _how: self._fit())
        self.clear_button.clicked.connect(self.pad.clear)
        self.keep.clicked.connect(self._keep)
        self.forget()

    def forget(self) -> None:
        """Nothing typed or drawn for another patient stays (hazard H4)."""
        for field in (self.name, self.relation, self.witness):
            field.set_error("")
        self.at.hide()
        self._say("")
        self.put(NOTHING_TYPED)

    def typed(self) -> Signed:
        """All that stands here, whichever way is chosen."""
        how = self.how.value()
        return Signed(
            how=how if isinstance(how, Signing) else Signing.TYPED,
            name=self.name.input.text(),
            relation=self.relation.input.text(),
            witness=self.witness.input.text(),
            strokes=self.pad.strokes(),
        )

    def put(self, typed: Signed) -> None:
        """As it stood."""
        self.how.set_value(typed.how)
        self.name.input.setText(typed.name)
        self.relation.input.setText(typed.relation)
        self.witness.input.setText(typed.witness)
        self.pad.set_strokes(typed.strokes)
        self._fit()

    def show_page(self, page: FinishPage) -> None:
        """As it stands; patient and clerk are offered as signer and witness."""
        if not self.name.input.text():
            self.name.input.setText(page.signed_by or page.patient_name)
        if not self.witness.input.text():
            self.witness.input.setText(page.witness)
        self.at.setText(SIGNED.format(name=page.signed_by, time=page.signed_at))
        self.at.setVisible(page.signed is not None)

    def refuse(self, known: Known) -> None:
        """Beside the field it is about."""
        fields = {"signed_name": self.name, "relation": self.relation, "witness": self.witness}
        field = fields.get(known.field or "")
        if field is None:
            self._say(told(known))
        else:
            field.set_error(told(known))
            field.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        self._say("")
        for field in (self.name, self.relation, self.witness):
            field.set_error("")
        typed = self.typed()
        self.signed.emit(
            replace(
                typed,
                witness=typed.witness if typed.how is Signing.TYPED else "",
                strokes=typed.strokes if typed.how is Signing.DRAWN else (),
            )
        )

    def _fit(self) -> None:
        how = self.how.value()
        self.witness.setVisible(how is Signing.TYPED)
        for part in (self.pad, self.clear_button):
            part.setVisible(how is Signing.DRAWN)

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
