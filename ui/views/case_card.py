"""A health card or certificate taken down field by field, under the numbers printed on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.billing.claims.checks import Finding
from app.billing.claims.terms import ClaimField, ClaimType, FieldKind
from app.core.dates import parse_iso
from app.core.errors import Known
from app.services.entitlements import EntitlementForm
from ui.days import typed
from ui.language import as_shown, told, tr
from ui.theme import current
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.inputs import Choice, DateEdit, LineEdit, Notes
from ui.widgets.layout import Column, Grid, Label, Row
from ui.widgets.reading import in_reading_order

TYPE = tr("What kind of document it is")
SAVE, BACK = tr("&Save the card"), tr("&Back to the case")
FOR_FINANCE = tr(
    "For finance’s report of the care, so that the state can claim its cost. Take down what stands "
    "on the document; what is missing can be entered later."
)
KEPT = tr("Kept. Nothing is missing.")
KEPT_WITH = tr("Kept. Beside its field stands what can be put right now or later: {count}.")
YES_NO = (("yes", tr("Yes")), ("no", tr("No")))
_TWO_FROM = 560  # of the form, at 100 %
CardInput = LineEdit | DateEdit | Choice | Notes


class CardForm(QWidget):
    """`saved(type, values)`; a refusal or a remark stands beside its field."""

    saved = Signal(str, object)
    back = Signal()

    def __init__(
        self,
        today: Callable[[], date],
        *,
        about: str = FOR_FINANCE,
        back: str = BACK,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shown: tuple[str, dict[str, str]] = ("", {})
        self._today = today
        self._form: EntitlementForm | None = None
        self.fields: dict[str, Field[CardInput]] = {}
        self.type = Field(TYPE, Choice())
        self.said = Label("", weight="label", wrap=True)
        self.save = Button(SAVE, kind="primary", icon="check", main=True)
        self.go_back = Button(back, main=True)
        self._grid = Grid(gap=(16, 10))
        whole = Column(self, gap=12)
        whole.holding(Label(about, role="text2", wrap=True), self.said, self.type)
        whole.addLayout(self._grid)
        whole.addLayout(Row(gap=12).holding(self.save, self.go_back, None))
        self.said.hide()
        self.type.input.chosen.connect(lambda key: self._show_type(str(key)))
        self.save.clicked.connect(self._save)
        self.go_back.clicked.connect(self.back)

    def ask(self, form: EntitlementForm) -> None:
        """A form for the open case, filled with what is known."""
        self._form = form
        self._tell("")
        self.type.set_error("")
        self.type.input.set_choices([(one.id, one.label) for one in form.types])
        self.type.input.set_value(form.type or None)
        type_ = self._typed_fields(form.type)
        self._lay_out(type_, _shown(type_, form.values))
        self._shown = self.typed()

    def typed(self) -> tuple[str, dict[str, str]]:
        """The kind chosen, and what stands in its fields."""
        return str(self.type.input.value() or ""), self._typed()

    def is_changed(self) -> bool:
        """Whether something stands here that was not kept yet."""
        return self.typed() != self._shown

    def before(self) -> dict[str, str]:
        """What stood in its fields when it was read or last kept."""
        return dict(self._shown[1])

    def take_focus(self) -> None:
        """What kind it is first, then the first field that is empty."""
        target: QWidget = self.type.input
        if self.type.input.value() is not None:
            empty = [one for one in self.fields.values() if not _text(one.input)]
            target = empty[0].input if empty else self.save
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def was_kept(self, findings: Sequence[Finding]) -> None:
        """Say what is missing or odd, each beside its field."""
        self._clear()
        self._shown = self.typed()
        for finding in findings:
            if finding.field in self.fields:
                self.fields[finding.field].set_error(as_shown(finding.sentence))
        self._tell(KEPT_WITH.format(count=len(findings)) if findings else KEPT)
        if findings:
            self._to(findings[0].field)

    def refuse(self, known: Known) -> None:
        """Beside the field at fault; nothing was kept."""
        self._clear()
        if known.field in self.fields:
            self.fields[known.field].set_error(told(known))
            self._to(known.field)
        elif known.field == "type":
            self.type.set_error(told(known))
            self.type.input.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._tell(told(known))
        announce(self, told(known), assertive=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column or two."""
        super().resizeEvent(event)
        self.restyle()

    def restyle(self) -> None:
        """Two columns where there is room for them."""
        across = 2 if self.width() >= current().px(_TWO_FROM) else 1
        for place, field in enumerate(self.fields.values()):
            self._grid.removeWidget(field)
            top = Qt.AlignmentFlag.AlignTop  # a remark moves its own field and no other
            self._grid.addWidget(field, place // across, place % across, top)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, across - 1)

    def _show_type(self, type_id: str) -> None:
        """Another kind: what both have keeps what was typed, and what is known stands there."""
        self._tell("")
        type_ = self._typed_fields(type_id)
        known = _shown(type_, self._form.values) if self._form else {}
        typed = {name: text for name, text in self._typed().items() if text}
        self._lay_out(type_, known | typed)

    def _typed_fields(self, type_id: str) -> ClaimType | None:
        if self._form is None:
            return None
        return next((one for one in self._form.types if one.id == type_id), None)

    def _lay_out(self, type_: ClaimType | None, values: Mapping[str, str]) -> None:
        for field in self.fields.values():
            self._grid.removeWidget(field)
            field.hide()
            field.deleteLater()
        self.fields = {}
        for one in type_.fields if type_ else ():
            field = self.fields[one.id] = Field(one.title, self._input(one, type_))
            _fill(field.input, values.get(one.id, ""))
            field.setParent(self)
            field.show()
        self.restyle()
        in_reading_order(self)

    def _input(self, field: ClaimField, type_: ClaimType | None) -> CardInput:
        match field.kind:
            case FieldKind.DATE:
                return DateEdit(self._today, placeholder="14/7/26")
            case FieldKind.YES_NO:
                return Choice(list(YES_NO))
            case FieldKind.STATE:
                names = self._form.states if self._form else {}
                states = type_.states if type_ else ()
                named = sorted((names.get(code, code), code) for code in states)
                return Choice([(code, f"{name} ({code})") for name, code in named])
            case FieldKind.LINES:
                return Notes(lines=2)
            case FieldKind.TEXT:
                return LineEdit()

    def _typed(self) -> dict[str, str]:
        return {name: _text(field.input) for name, field in self.fields.items()}

    def _save(self) -> None:
        self.saved.emit(*self.typed())

    def _clear(self) -> None:
        self._tell("")
        self.type.set_error("")
        for field in self.fields.values():
            field.set_error("")

    def _to(self, name: str) -> None:
        if name in self.fields:
            self.fields[name].input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))
        if words:
            announce(self, words)


def _text(field: CardInput) -> str:
    return str(field.value() or "") if isinstance(field, Choice) else field.text()


def _fill(field: CardInput, text: str) -> None:
    if isinstance(field, Choice):
        field.set_value(text or None)
    elif isinstance(field, Notes):
        field.setPlainText(text)
    else:
        field.setText(text)


def _shown(type_: ClaimType | None, kept: Mapping[str, str]) -> dict[str, str]:
    """Kept values as people read them: days as everywhere in the window."""
    if type_ is None:
        return dict(kept)
    days = {one.id for one in type_.fields if one.kind is FieldKind.DATE}
    return {
        name: typed(parse_iso(text)) if name in days and text else text
        for name, text in kept.items()
    }
