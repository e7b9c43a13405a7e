"""The trust's own prices and its factor: what holds, and entering one by hand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.errors import Known
from app.pricing.currencies import ItemPrice, Kind, PriceSource
from app.services.price_shelf import FactorShown
from ui.language import told, tr
from ui.models.prices import PricesModel, TypedPrice
from ui.views.prices_words import HOLDS, SETTING, factor_line, item_fact
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choices import TickBox
from ui.widgets.field import Field
from ui.widgets.inputs import Choice, LineEdit
from ui.widgets.layout import Column, Grid, Label, Row, clear
from ui.widgets.reading import in_reading_order
from ui.widgets.typed import typed_in

TITLE, NONE_YET = tr("The trust’s own prices"), tr("None yet.")
WHY = tr(
    "For what the scheme does not price: critical care days, drugs, devices. They carry no market "
    "forces factor unless you say so."
)
GUIDE_PRICE = tr("guide price")
ADD, END = tr("A&dd or change it from today"), tr("End {name}")
NAME, CODE, UNIT = tr("&What it is"), tr("C&ode"), tr("&Unit, such as day")
PRICE, KIND = tr("Pr&ice in pounds"), tr("&Kind")
FACTOR_APPLIES = tr("The &market forces factor applies")
FACTORS, FACTOR_WHY = (
    tr("Market forces factors"),
    tr("Each year has its own; another year’s is never used."),
)
FACTOR_YEAR, FACTOR, SET_FACTOR = (
    tr("Y&ear of the factor"),
    tr("&This trust’s factor"),
    tr("&Set the factor"),
)
KINDS = (Kind.CRITICAL_CARE, Kind.DRUG_OR_DEVICE, Kind.MATERNITY, Kind.UNBUNDLED, Kind.OTHER)


class OwnPricesCard(Card):
    """A line for each price with the button that ends it; below, one to add."""

    asked = Signal()

    def __init__(self, model: PricesModel, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, margins=(24, 20, 24, 24), gap=10, parent=parent)
        self._model = model
        self._rows = Column(gap=6)
        self.ends: list[Button] = []
        self.name = Field(NAME, LineEdit())
        self.code = Field(CODE, LineEdit())
        self.unit = Field(UNIT, LineEdit())
        self.price = Field(PRICE, LineEdit())
        self.kind = Field(KIND, Choice([(kind, HOLDS[kind.value].capitalize()) for kind in KINDS]))
        self.factor = TickBox(FACTOR_APPLIES)
        self.problem = Label("", weight="strong", role="error", wrap=True)
        self.said = Label("", weight="label", wrap=True)
        self.add = Button(ADD, icon="plus")
        self._form = QWidget()
        self._build()
        self._typed = typed_in(self._form, "own_price").of_person()
        self.add.clicked.connect(self._enter)

    def show_items(self, items: tuple[ItemPrice, ...]) -> None:
        """What holds on which days."""
        clear(self._rows)
        self.ends = []
        for item in items:
            self._add_row(item)
        if not items:
            self._rows.addWidget(Label(NONE_YET, role="text2"))
        in_reading_order(self)

    def tell(self, words: str) -> None:
        """What was done; the form is ready for the next price."""
        self._clear()
        self._typed.done()
        self.said.setText(words)
        self.said.show()

    def _clear(self) -> None:
        for field in (self.name, self.code, self.unit, self.price):
            field.input.setText("")
            field.set_error("")
        self.kind.input.set_value(Kind.OTHER)
        self.factor.setChecked(False)
        self.problem.hide()

    def refuse(self, known: Known) -> None:
        """The sentence at its field."""
        fields = {"name": self.name, "code": self.code, "unit": self.unit, "price": self.price}
        field = fields.get(known.field or "")
        if field is None:
            self.problem.setText(told(known))
            self.problem.show()
        else:
            field.set_error(told(known))
            field.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.body.addWidget(Label(WHY, role="text2", wrap=True))
        self.body.addLayout(self._rows)
        self.body.addWidget(self._form)
        form = Column(self._form, gap=10)
        grid = Grid(gap=(12, 10))
        grid.addWidget(self.name, 0, 0, 1, 2)
        grid.addWidget(self.price, 1, 0)
        grid.addWidget(self.unit, 1, 1)
        grid.addWidget(self.code, 2, 0)
        grid.addWidget(self.kind, 2, 1)
        form.addLayout(grid)
        form.addWidget(self.factor)
        form.addWidget(self.problem)
        form.addLayout(Row().holding(self.add, None))
        form.addWidget(self.said)
        self.said.hide()
        self._form.setVisible(self._model.may_change())
        self._clear()

    def _add_row(self, item: ItemPrice) -> None:
        code, words = item_fact(item)
        guide = f" ({GUIDE_PRICE})" if item.source is PriceSource.GUIDE_PRICE else ""
        line = Row(gap=10)
        line.addWidget(Label(f"{code}  {words}{guide}", wrap=True), 1)
        is_open = item.effective_to is None or item.effective_to > self._model.desk.today
        if self._model.may_change() and is_open:
            end = Button(END.format(name=item.code or item.name), small=True)
            end.clicked.connect(lambda: self._end(item))
            line.addWidget(end, 0, Qt.AlignmentFlag.AlignTop)
            self.ends.append(end)
        self._rows.addLayout(line)

    def _end(self, item: ItemPrice) -> None:
        self.asked.emit()
        self._model.end(item)

    def _enter(self) -> None:
        self.asked.emit()
        self.problem.hide()
        self.said.hide()
        for field in (self.name, self.code, self.unit, self.price):
            field.set_error("")
        kind = self.kind.input.value()
        self._model.enter(
            TypedPrice(
                name=self.name.input.text(),
                code=self.code.input.text().strip(),
                unit=self.unit.input.text(),
                price=self.price.input.text(),
                kind=kind if isinstance(kind, Kind) else Kind.OTHER,
                factor_applies=self.factor.isChecked(),
            )
        )


class FactorsCard(Card):
    """A line for each year, and the trust's own factor to enter."""

    asked = Signal()

    def __init__(self, model: PricesModel, parent: QWidget | None = None) -> None:
        super().__init__(FACTORS, margins=(24, 20, 24, 24), gap=10, parent=parent)
        self._model = model
        self._rows = Column(gap=6)
        self.year = Field(FACTOR_YEAR, LineEdit(placeholder="2026/27"))
        self.factor = Field(FACTOR, LineEdit(placeholder="1.148886"))
        self.set = Button(SET_FACTOR, icon="pencil")
        self.said = Label("", weight="label", wrap=True)
        form = QWidget()
        self.body.addWidget(Label(FACTOR_WHY, role="text2", wrap=True))
        self.body.addLayout(self._rows)
        self.body.addWidget(form)
        grid = Grid(gap=(12, 10))
        grid.addWidget(self.year, 0, 0)
        grid.addWidget(self.factor, 0, 1)
        column = Column(form, gap=10)
        column.addLayout(grid)
        column.addLayout(Row().holding(self.set, None))
        column.addWidget(self.said)
        self.said.hide()
        form.setVisible(model.may_change())
        self._typed = typed_in(form, "factor").of_person()
        self.set.clicked.connect(self._set)

    def show_factors(self, factors: tuple[FactorShown, ...], setting: str) -> None:
        """Each year's, and the setting that stands in for the others."""
        clear(self._rows)
        if setting:
            self._rows.addWidget(Label(SETTING.format(factor=setting), wrap=True))
        for one in factors:
            self._rows.addWidget(Label(factor_line(one), wrap=True))

    def refuse(self, known: Known) -> None:
        """The sentence at its field."""
        field = self.year if known.field == "tariff_year" else self.factor
        field.set_error(told(known))
        field.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, words: str) -> None:
        """What was done."""
        for field in (self.year, self.factor):
            field.input.setText("")
            field.set_error("")
        self._typed.done()
        self.said.setText(words)
        self.said.show()

    def _set(self) -> None:
        self.asked.emit()
        self.said.hide()
        for field in (self.year, self.factor):
            field.set_error("")
        self._model.enter_factor(self.year.input.text(), self.factor.input.text())
