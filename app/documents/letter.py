"""One page for every letter: the plan in resources/templates says what stands on it, in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from app.casework.letter_kinds import LetterKind
from app.core.dates import long
from app.core.people import Address
from app.core.trust import Mode, Trust
from app.documents import page
from app.documents.estimate_working import estimate_working
from app.documents.flow import LEFT, RIGHT, Column, Flow, Role
from app.documents.fonts import Fonts
from app.documents.pay import how_to_pay
from app.documents.sheet import MM, SECOND, Box
from app.documents.words import LetterPlan, LetterWords, Part, Section
from app.pricing.estimate import Estimate

_ROOM_TO_WRITE, _LINES = 26.0, 3
_SHORT = 9  # lines of a section that stay together
_BESIDE = 52 * MM


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom a letter goes to. `by_hand`: nothing may be posted, so no address is on it (H8)."""

    name: str
    address: Address
    by_hand: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """All that stands in one letter, and nothing of any other case.

    `values` fill the places of its words, days as days and money as money; `lists` and `rows` are
    those its sections and table speak of. `number` is what the reader quotes, `reference` the
    payment reference where money is asked for. Nobody is addressed in what is handed out to all.
    """

    kind: LetterKind
    dated: date
    number: str
    trust: Trust
    mode: Mode
    to: Addressee | None
    values: Mapping[str, object]
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rows: tuple[tuple[str, ...], ...] = ()
    reference: str = ""
    estimate: Estimate | None = None
    logo: bytes | None = None
    large_print: bool = False


def letter_pdf(letter: Letter, fonts: Fonts, words: LetterWords) -> bytes:
    """The letter as PDF; raises Known `no_letters` where a name is in a script without a font."""
    return _Page(letter, fonts, words).made()


class _Page:
    """One letter on its way down the page."""

    def __init__(self, letter: Letter, fonts: Fonts, words: LetterWords) -> None:
        self._letter, self._words = letter, words
        self._plan: LetterPlan = words.letters[letter.kind.value]
        self._values = _shown(letter, words)
        self._head = page.Letterhead(
            trust=letter.trust,
            mode=letter.mode,
            logo=letter.logo,
            large_print=letter.large_print or self._plan.large,
        )
        self._flow: Flow = page.begin(self._head, fonts, words.common)
        self._blocks: Mapping[str, Callable[[], None]] = {
            "panel": self._panel,
            "fields": self._fields,
            "blanks": self._blanks,
            "table": self._table,
            "working": self._working,
            "pay": self._pay,
            "lines": self._lines,
            "signature": self._signature,
        }

    def made(self) -> bytes:
        """Lay the blocks down, and draw the PDF."""
        letter, plan, common = self._letter, self._plan, self._words.common
        if letter.to is not None:
            self._address(letter.to)
        else:
            self._flow.gap(24)
        page.title(self._flow, self._say(plan.title))
        for part in plan.parts:
            if part.stands(self._values):
                self._lay(part)
        if letter.to is not None:
            self._tell(page.contact(self._head, common, letter.number))
        document = self._say(plan.document)
        return page.finish(self._flow, self._head, common, document=document, dated=letter.dated)

    def _lay(self, part: Part) -> None:
        block = self._blocks.get(part.name)
        if block is not None:
            block()
            return
        section = self._plan.sections.get(part.name) or self._words.common.sections[part.name]
        self._tell(section.filled(self._values))

    def _address(self, to: Addressee) -> None:
        common = self._words.common
        lines = (
            (to.name, common.say("by_hand"))
            if to.by_hand
            else page.address_lines(to.name, to.address, common)
        )
        page.address(self._flow, lines, self._filled(self._plan.facts))

    def _tell(self, section: Section) -> None:
        """A section; its paragraphs and lists in their order."""
        flow, lists = self._flow, self._letter.lists
        self._keep_together(section)
        if section.heading:
            flow.heading(section.heading)
        for paragraph in section.paragraphs:
            flow.paragraph(paragraph)
            flow.gap(3)
        listed = self._plan.lists.get(section.listed) or lists.get(section.listed, ())
        flow.bullets((*section.items, *listed))
        for box in section.boxes:
            flow.keep(3)
            flow.check_box(box)
            self._ruled(LEFT)
        for paragraph in section.after:
            flow.gap(3)
            flow.paragraph(paragraph)

    def _keep_together(self, section: Section) -> None:
        """A short section is read on one page."""
        flow, size = self._flow, self._flow.style.body
        texts = (*section.paragraphs, *section.items, *section.after)
        lines = sum(len(list(flow.wrap(text, RIGHT - LEFT, size=size))) for text in texts)
        if lines <= _SHORT:
            flow.keep(lines + 2)

    def _panel(self) -> None:
        panel = self._plan.panel
        assert panel is not None
        self._flow.gap(6)
        notes = [(said, strong) for text, strong in panel.notes if (said := self._say(text))]
        self._flow.panel(self._say(panel.caption), self._say(panel.amount), notes)
        self._flow.gap(4)

    def _fields(self) -> None:
        self._flow.gap(4)
        self._flow.fields(self._filled(self._plan.fields))

    def _blanks(self) -> None:
        """What is known beside its label, and a line to write on where it is not."""
        flow = self._flow
        stacked = flow.style.scale > 1
        beside = LEFT if stacked else LEFT + _BESIDE
        flow.gap(8)
        for label, text in self._plan.blanks.items():
            value = self._say(text)
            flow.room(2 * _ROOM_TO_WRITE * flow.style.scale)
            with flow.part(Role.PARAGRAPH):
                flow.paragraph(label, ink=SECOND)
                if not stacked:
                    flow.y -= flow.style.leading(flow.style.body)
                if value:
                    flow.paragraph(value, x=beside)
            if not value:
                self._ruled(beside)
            flow.gap(2)

    def _table(self) -> None:
        table = self._plan.table
        assert table is not None
        first_sum = len(table.columns) - table.sums
        columns = [
            Column(heading, money=place >= first_sum, whole=bool(table.sums) and place == 0)
            for place, heading in enumerate(table.columns)
        ]
        self._flow.gap(4)
        self._flow.table(columns, (*table.rows, *self._letter.rows))
        self._flow.gap(6)

    def _working(self) -> None:
        if self._letter.estimate is not None:
            estimate_working(self._flow, self._letter.estimate, self._words)

    def _pay(self) -> None:
        how_to_pay(self._flow, self._letter.reference, self._letter.trust, self._words.common)

    def _lines(self) -> None:
        for _ in range(_LINES):
            self._ruled(LEFT)

    def _signature(self) -> None:
        common = self._words.common
        self._flow.keep(6)
        self._flow.gap(10)
        for label in (self._plan.signature, common.say("name_in_capitals")):
            self._flow.signature(label, common.say("date"))
            self._flow.gap(4)

    def _ruled(self, x: float) -> None:
        """One line to write on, high enough for a hand."""
        flow = self._flow
        flow.room(_ROOM_TO_WRITE * flow.style.scale)
        flow.y += _ROOM_TO_WRITE * flow.style.scale
        line = Box(x=x, y=flow.y - 6, width=RIGHT - x, height=0.75, fill=SECOND)
        flow.pages[-1].marks.append(line)

    def _filled(self, words: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
        """Labels with their values; a label without one is left away."""
        filled = ((label, self._say(text)) for label, text in words.items())
        return tuple((label, value) for label, value in filled if value)

    def _say(self, text: str) -> str:
        return text.format_map(self._values)


def _shown(letter: Letter, words: LetterWords) -> Mapping[str, object]:
    """The values as they are read: days in full, and what every letter may say."""
    common = words.common
    every: dict[str, object] = {
        "dated": letter.dated,
        "number": letter.number,
        "trust": letter.trust.name,
        "ways": " ".join(f"{way}." for way in page.ways_to_reach(letter.trust, common)),
        "assurance": common.say("assurance"),
        **letter.values,
    }
    return {
        name: long(value) if isinstance(value, date) else value for name, value in every.items()
    }
