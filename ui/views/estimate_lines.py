"""How an estimate's lines and the letters given before are shown, one row each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.pricing.estimate import Estimate
from app.pricing.priced import Driver, PricedLine
from app.services.casefile import EstimateLine
from app.services.estimate_standing import EstimateState
from ui.days import show
from ui.language import as_shown, tr
from ui.models.estimate import working
from ui.widgets.button import Button, IconButton
from ui.widgets.layout import Column, Label, Row

SEE = tr("See the letter")
CONFIRM = tr("Confirm the average cost")
NO_CHARGE = tr("No charge")
PROVISIONAL = tr("Provisional: a national average cost.")
_DRIVERS = {
    Driver.COMPLICATIONS: tr("which code it turns out to be (complications)"),
    Driver.LONGER_STAY: tr("how long the stay is"),
    Driver.EXPERIENCE: tr("how far final bills of this specialty lay from their estimates"),
}


def line_row(line: PricedLine, remove: Callable[[], object]) -> QWidget:
    """A line with its working, and how to take it away."""
    button = IconButton("x", tr("Remove {hrg}").format(hrg=line.hrg), kind="text")
    button.clicked.connect(lambda: remove())
    nights = (
        tr(", {length_of_stay} nights").format(length_of_stay=line.length_of_stay)
        if line.length_of_stay
        else ""
    )
    if line.longest_stay is not None:
        nights = tr(", {length_of_stay} to {longest_stay} nights").format(
            length_of_stay=line.length_of_stay, longest_stay=line.longest_stay
        )
    code = (
        line.hrg
        if line.root is None
        else tr("{root}, likely {hrg}").format(root=line.root, hrg=line.hrg)
    )
    head = Label(f"{code} {line.name}, {as_shown(line.admission.words)}{nights}", wrap=True)
    told = f"{working(line)}, {line.tariff_year}. {PROVISIONAL if line.provisional else ''}"
    small = Label(told.strip().rstrip("."), scale="small", role="text2", wrap=True)
    sums = Column().holding(Label(_sum(line), weight="strong", right=True))
    if line.low != line.high:
        spread = Label(
            tr("{low} to {high}").format(low=line.low, high=line.high),
            scale="small",
            role="text2",
            right=True,
        )
        sums.addWidget(spread)
    part = QWidget()
    row = Row(part, gap=10, margins=(0, 4, 0, 4))
    row.addLayout(Column().holding(head, small), 1)
    row.addLayout(sums)
    row.addWidget(button)
    return part


def why_it_ranges(estimate: Estimate) -> str:
    """What the range comes from, in words; empty where there is none."""
    if estimate.low == estimate.high:
        return ""
    drivers = tr(" and ").join(_DRIVERS[one] for one in estimate.drivers)
    return tr("From {low} to {high}, by {drivers}.").format(
        low=estimate.low, high=estimate.high, drivers=drivers
    )


def unconfirmed_words(estimate: Estimate) -> str:
    """The rules and prices no source confirms, for the officer; empty where there is none."""
    rules = " ".join(rule.words for rule in estimate.unconfirmed)
    prices = ", ".join(line.hrg for line in estimate.lines if not line.confirmed)
    told = ((tr("Rules not confirmed"), rules), (tr("Prices not read at their publisher"), prices))
    return "\n\n".join(f"{what}: {words}" for what, words in told if words)


def version_row(
    line: EstimateLine, see: Callable[[], object], confirm: Callable[[], object] | None
) -> QWidget:
    """A letter given out, how it stands today, and how to read it."""
    letter = Button(SEE, kind="text", icon="file-text", scale="small", small=True)
    letter.setAccessibleName(f"{SEE}: {line.no}, {line.total}")
    letter.clicked.connect(lambda: see())
    part = QWidget()
    row = Row(part, gap=10)
    state = Label(state_words(line), scale="small", role="text2", wrap=True)
    row.addLayout(Column().holding(Label(line.no), state), 1)
    row.addWidget(Label(str(line.total), weight="strong", right=True))
    if confirm is not None:
        button = Button(CONFIRM, kind="text", icon="check", scale="small", small=True)
        button.setAccessibleName(f"{CONFIRM}: {line.no}")
        button.clicked.connect(lambda: confirm())
        row.addWidget(button)
    row.addWidget(letter)
    return part


def state_words(line: EstimateLine) -> str:
    """How an estimate stands: `9-Mar-2026, valid until 8-Apr-2026`."""
    match line.state:
        case EstimateState.STANDS:
            stands = tr("valid until {valid_until}").format(valid_until=show(line.valid_until))
        case EstimateState.EXPIRED:
            stands = tr("ran out on {valid_until}: make it again").format(
                valid_until=show(line.valid_until)
            )
        case EstimateState.REPLACED:
            stands = tr("replaced by a later one")
    return f"{show(line.issued_on)}, {stands}"


def _sum(line: PricedLine) -> str:
    return NO_CHARGE if line.free else str(line.charge)
