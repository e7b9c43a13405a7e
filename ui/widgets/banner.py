"""The patient banner: who this page is about, across the whole width, never covered.

    banner = PatientBanner()
    banner.show_patient(patient, clock.today())      # None hides it
    banner.slot.addWidget(IconButton("chevron-right", "Next case"))

After the NHS CUI patient banner (ISB 1500 series): labels without colons, `Not known` rather
than a mark, a death told by colour, pattern and word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.unbroken import aloud
from ui.language import as_shown, is_right_to_left, spoken, tr
from ui.theme import current
from ui.widgets import paint
from ui.widgets.flow import Flow
from ui.widgets.layout import Column, Icon, Label, Row, clear

if TYPE_CHECKING:
    from datetime import date

    from app.core.people import Patient

_CONTACT = {
    "do_not_post": tr("Do not post"),
    "phone_only": tr("Contact by phone only"),
    "post_only": tr("Contact by post only"),
}
_NOT_TO = {
    "partner": tr("Do not speak to partner"),
    "family": tr("Do not speak to family"),
    "anyone": tr("Speak to nobody else"),
}


class Plate(Label):
    """A word on a white plate, readable on any pattern."""

    def __init__(self, words: str) -> None:
        super().__init__(words, scale="small", weight="strong", role="demo_strip.ink")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.restyle()

    def restyle(self) -> None:
        """Room around the word."""
        super().restyle()
        theme = current()
        self.setContentsMargins(theme.px(12), theme.px(3), theme.px(12), theme.px(3))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The plate, then the word."""
        theme = current()
        painter = paint.begin(self)
        plate = theme.colour("demo_strip.plate")
        paint.rounded(painter, self.rect(), theme.radius("tick"), plate, None)
        painter.end()
        super().paintEvent(event)


class Name(Label):
    """A name on one line, or on as many as it takes; one word that is wider breaks anywhere.

    Half a name may be somebody else's (hazard H4).
    """

    def __init__(self, words: str, role: str) -> None:
        super().__init__(words, scale="title", weight="strong", role=role, wrap=True)

    def restyle(self) -> None:
        """A little more room after the name than between the facts."""
        super().restyle()
        after = current().px(8)
        sides = (after, 0) if is_right_to_left() else (0, after)
        self.setContentsMargins(sides[0], 0, sides[1], 0)

    def sizeHint(self) -> QSize:
        """On one line."""
        words = paint.text_size(self.text().replace("&", "&&"), self.font())
        return QSize(words.width() + current().px(8), words.height())

    def minimumSizeHint(self) -> QSize:
        """A few letters of each line."""
        return QSize(current().px(120), self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        """On as many lines as it takes."""
        room = width - current().px(8)
        return paint.wrapped_size(self.text(), self.font(), room, self._flags(room)).height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The words, from the top."""
        ink = self.palette().color(QPalette.ColorRole.WindowText)
        painter = paint.begin(self)
        spot = self.contentsRect()
        flags = self._flags(spot.width())
        paint.draw_text(painter, spot, self.text(), font=self.font(), ink=ink, flags=flags)
        painter.end()

    def _flags(self, room: int) -> int:
        """Between words where each of them has room, else anywhere."""
        wraps = paint.LEFT | paint.WRAPS
        wide = paint.wrapped_size(self.text(), self.font(), room, wraps).width()
        return wraps if wide <= room else wraps | paint.BREAKS


class PatientBanner(QWidget):
    """One line of identity, a second one for needs; hidden while no patient is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._died = False
        self._narrow = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._patient: Patient | None = None
        self._today: date | None = None
        self._facts = Flow(gap=(28, 4))
        self._needs = Flow(gap=(26, 0))
        self._needs_row = QWidget()
        self._needs_row.setLayout(self._needs)
        self.slot = Row(gap=8)
        words = Column(gap=6)
        words.addStretch(1)
        words.addLayout(self._facts)
        words.addWidget(self._needs_row)
        words.addStretch(1)
        self._whole = Row(self, gap=16, margins=(20, 10, 22, 10))
        self._whole.addLayout(words, 1)
        self._whole.addLayout(self.slot)
        self.hide()

    def show_patient(self, patient: Patient | None, today: date | None) -> None:
        """Show who is open, with age on `today`; None hides the banner."""
        self._patient, self._today = patient, today
        clear(self._facts)
        clear(self._needs)
        self.hide()  # parts that come into what is in sight cost a layout of the window each
        if patient is None or today is None:
            self.setAccessibleName("")
            return
        from app.core.people import NOT_KNOWN
        from ui.days import show  # the first window shows no patient and need not know

        self._died = patient.died is not None
        facts = [
            (tr("Born"), spoken(patient.born_with_age(today))),
            (tr("Gender"), as_shown(patient.gender or NOT_KNOWN)),
            (tr("NHS No."), str(patient.nhs_number or as_shown(NOT_KNOWN))),
        ]
        self._facts.addWidget(Name(patient.banner_name, self._ink()))
        if patient.died is not None:
            self._facts.addWidget(Plate(tr("Died {died}").format(died=show(patient.died))))
        for word, value in facts:
            self._facts.addWidget(self._fact(word, value))
        needs = _needs(patient)
        for icon, words in _needs(patient, short=True) if self._narrow else needs:
            (self._facts if self._narrow else self._needs).addWidget(self._need(icon, words))
        self._needs_row.setVisible(bool(needs) and not self._narrow)
        died = [tr("Died {died}").format(died=show(patient.died))] if patient.died else []
        said = [patient.banner_name, *died, *(f"{word} {value}" for word, value in facts)]
        self.setAccessibleName(aloud(", ".join([*said, *(words for _, words in needs)])))
        self.restyle()
        self.show()

    def set_narrow(self, narrow: bool) -> None:
        """Needs join the facts where the window is small for its text."""
        if narrow != self._narrow:
            self._narrow = narrow
            shown = not self.isHidden()
            self.show_patient(self._patient, self._today)
            self.setVisible(shown)

    def restyle(self) -> None:
        """One line or two, in the current theme."""
        theme = current()
        two = not self._needs_row.isHidden()
        least = theme.size("banner_two_lines" if two else "banner_one_line")
        self.setMinimumHeight(least)
        side = 14 if self._narrow else 20
        self._whole.set_margins((side, 6, side, 6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The slate band; stripes for a patient who has died."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._died:
            fill, stripe = (theme.colour(f"deceased_banner.{part}") for part in ("fill", "stripe"))
            paint.stripes(painter, self.rect(), fill, stripe)
        else:
            painter.fillRect(self.rect(), theme.colour("banner"))
        if theme.high_contrast:
            line = theme.line
            foot = QRect(0, self.height() - line, self.width(), line)
            painter.fillRect(foot, theme.colour("edge"))
        painter.end()

    def _ink(self, second: bool = False) -> str:
        if self._died:
            return "deceased_banner.ink"
        return "banner2" if second else "on_banner"

    def _fact(self, word: str, value: str) -> QWidget:
        pair = QWidget()
        row = Row(pair, gap=9)
        row.addWidget(Label(word, scale="small", role=self._ink(second=True)))
        row.addWidget(Label(value, weight="strong", role=self._ink()))
        pair.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return pair

    def _need(self, icon: str, words: str) -> QWidget:
        pair = QWidget()
        row = Row(pair, gap=8)
        row.addWidget(
            Icon(icon, role=self._ink(second=True), size=18), 0, Qt.AlignmentFlag.AlignVCenter
        )
        row.addWidget(Label(words, scale="small", weight="label", role=self._ink()))
        return pair


def _safe(patient: Patient) -> list[str]:
    """How to reach the patient, whom not to speak to, and the only number to call."""
    found = []
    if patient.safe_contact:
        found.append(_CONTACT.get(patient.safe_contact, patient.safe_contact))
    if patient.not_to:
        found.append(_NOT_TO.get(patient.not_to, patient.not_to))
    if patient.safe_number:
        found.append(tr("Safe number {number}").format(number=patient.safe_number))
    return found


def _needs(patient: Patient, *, short: bool = False) -> list[tuple[str, str]]:
    """Interpreter, formats and safe contact, each with its icon.

    `short` names the language alone, which its icon then tells of.
    """
    words = tr("Interpreter: {interpreter}").format(interpreter=patient.interpreter)
    return [
        *([("language", patient.interpreter if short else words)] if patient.interpreter else []),
        *(("mail", as_shown(need)) for need in patient.needs),
        *(("shield-check", words) for words in _safe(patient)),
    ]
