"""The family member whose own record tells of this patient's cover: found, read back, linked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.match import Match
from app.services.stays import KinLine
from ui.language import spoken, tr
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.inputs import Choice, LineEdit
from ui.widgets.layout import Column, Hanging, Label, Margins, Row, clear
from ui.widgets.typed import Typed

FAMILY = tr("Family’s own record")
ADD, CLOSE = tr("Link a &family record"), tr("Close the &family record")
RELATION, WHO = tr("This patient is"), tr("NHS number, hospital number, or surname and birthday")
FIND, LINK, TAKE_BACK = tr("Find the record"), tr("Link this record"), tr("Take back")
TAKE_BACK_NAMED = tr("Take back: {words} {name}")
LINE = "{words} {name}"
FOUND = tr("{name}. Born {born}. NHS No. {number}")
NOBODY = tr("Nobody answers to this. Check it, or register the family member first.")
SEVERAL = tr("More than one record answers to this. Enter the NHS number or the hospital number.")
NO_RELATION = tr("Choose how they belong together.")
LINKED = tr("Family records changed.")
_SIDE: Margins = (16, 12, 16, 14)


class FamilyCard(Card):
    """`wanted(text)` looks somebody up; `linked(relation, patient_id)`, None to take it back."""

    wanted = Signal(str)
    linked = Signal(str, object)

    def __init__(
        self,
        relations: Sequence[tuple[str, str]],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(FAMILY, scale="body", margins=_SIDE, parent=parent)
        self._today = today
        self._found: Match | None = None
        self.take_back: list[Button] = []
        self.change = Button(ADD, kind="text", icon="users", scale="small", small=True)
        self.relation = Field(RELATION, Choice(list(relations)))
        self.who = Field(WHO, LineEdit())
        self.look_up = Button(FIND)
        self.found = Label("", weight="strong", wrap=True)
        self.link = Button(LINK)
        self._lines = Column(gap=6)
        self._form = QWidget()
        Column(self._form, gap=8).holding(
            *(self.relation, self.who, Row().holding(self.look_up, None)),
            *(self.found, Row().holding(self.link, None)),
        )
        self.body.addLayout(self._lines)
        self.body.addLayout(Hanging().holding(self.change, None))
        self.body.addWidget(self._form)
        self._open(False)
        self._typed = Typed(self, "family", read=self._standing, show=self._stand)
        self.change.clicked.connect(lambda: self._open(not self.is_open()))
        self.look_up.clicked.connect(self._find)
        self.who.input.returnPressed.connect(self._find)
        self.link.clicked.connect(self._link)

    def show_lines(self, lines: Sequence[KinLine]) -> None:
        """Whose records are linked, each with a way to take it back."""
        clear(self._lines)
        self.take_back = []
        for line in lines:
            words = LINE.format(words=line.words, name=line.name)
            back = Button(TAKE_BACK, kind="text", scale="small", small=True)
            back.setAccessibleName(TAKE_BACK_NAMED.format(words=line.words, name=line.name))
            back.clicked.connect(
                lambda _=False, relation=line.relation: self.linked.emit(relation, None)
            )
            row = Row(gap=8)
            row.addWidget(Label(words, weight="strong", wrap=True), 1)
            row.addWidget(back)
            self._lines.addLayout(row)
            self.take_back.append(back)
        self._typed.arrive()

    def show_found(self, patients: Sequence[Match]) -> None:
        """The one record found, to be read back before it is linked (hazard H4)."""
        if len(patients) != 1:
            self._forget()
            self._wrong(self.who, NOBODY if not patients else SEVERAL)
            return
        (self._found,) = patients
        one = self._found
        self.found.setText(
            FOUND.format(
                name=one.banner_name,
                born=spoken(one.born_with_age(self._today())),
                number=one.shown_number,
            )
        )
        self.found.show()
        self.link.show()
        self.link.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.found.text())

    def is_open(self) -> bool:
        """Whether the form is unfolded."""
        return self.change.text() == CLOSE

    def open_case(self, registration_id: str) -> None:
        """Another case: nothing of what was begun is left."""
        self._typed.follow(registration_id)
        self._open(False)

    def was_linked(self) -> None:
        """The form folds, and its button has the focus again."""
        self._open(False)
        self.change.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, LINKED)

    def refuse(self, words: str) -> bool:
        """Say why nobody was found or linked; False while the form is folded."""
        if self.is_open():
            self._wrong(self.who, words)
        return self.is_open()

    def _open(self, wanted: bool) -> None:
        self._form.setVisible(wanted)
        self.change.setText(CLOSE if wanted else ADD)
        self.relation.input.set_value(None)
        self.who.input.clear()
        self.who.set_error("")
        self.relation.set_error("")
        self._forget()
        if wanted:
            self.relation.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _standing(self) -> tuple[object, str] | None:
        """Whom to look for; who was found is read back anew (hazard H4)."""
        return (self.relation.input.value(), self.who.input.text()) if self.is_open() else None

    def _stand(self, typed: tuple[object, str]) -> None:
        relation, who = typed
        self._form.show()
        self.change.setText(CLOSE)
        self.relation.input.set_value(relation)
        self.who.input.setText(who)

    def _forget(self) -> None:
        self._found = None
        self.found.hide()
        self.link.hide()

    def _find(self) -> None:
        self.who.set_error("")
        self.wanted.emit(self.who.input.text())

    def _link(self) -> None:
        relation = self.relation.input.value()
        if relation is None:
            self._wrong(self.relation, NO_RELATION)
        elif self._found is not None:
            self.linked.emit(str(relation), self._found.patient_id)

    def _wrong(self, field: Field[LineEdit] | Field[Choice], words: str) -> None:
        field.set_error(words)
        field.input.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, words, assertive=True)
