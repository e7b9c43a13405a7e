"""Pages to be filled in by hand: a head with the code on each, tick boxes, ruled lines, dates."""

from __future__ import annotations

from collections.abc import Sequence

from app.casework.forms import FormSection, Item, ItemKind
from app.documents.flow import BODY, BOTTOM, LARGE_PRINT, LEFT, RIGHT, Flow, Role
from app.documents.fonts import Fonts
from app.documents.form_issue import FormHead
from app.documents.qr import square
from app.documents.script import width_of
from app.documents.sheet import MM, SECOND, TEXT, Box
from app.documents.tags import Element, Numbering
from app.documents.words import Words

SQUARE = 21 * MM
_TOP = 14 * MM
_UNDER_THE_TRUST = 19 * MM
_ONE_ROW, _TWO_COLUMNS_FROM = 3, 4
_BOX, _RULED, _CELL = 11.0, 24.0, 17.0
_BESIDE_BOX, _BESIDE_NUMBER = 17.0, 40.0


class FormFlow(Flow):
    """A pen that puts the form's head on each page it turns to."""

    def __init__(self, fonts: Fonts, head: FormHead, *, large_print: bool) -> None:
        super().__init__(fonts, LARGE_PRINT if large_print else BODY, top=_TOP)
        self.head = head

    def begin_page(self) -> None:
        """The form's head, on each page."""
        self.y = _UNDER_THE_TRUST
        with self.furniture():
            self.show_head()
        self._top = self.y

    def show_head(self) -> None:
        """Title and sentence on the left, the square on the right, its line below both."""
        top, right = self.y, RIGHT - SQUARE - 6 * MM
        self.paragraph(
            self.head.title, right=right, size=self.style.heading, bold=True, role=Role.TITLE
        )
        self.gap(1)
        self.paragraph(self.head.calm, right=right, bold=True)
        self.gap(2)
        self.paragraph(self.head.hint, right=right, size=self.style.small, ink=SECOND)
        self.paragraph(str(self.head.code), right=right, size=self.style.small, bold=True)
        square(self, str(self.head.code), alt=self.head.square, y=top, side=SQUARE)
        self.y = max(self.y, top + SQUARE) + 5 * MM

    @property
    def whole(self) -> float:
        """How much fits on a page under its head."""
        return BOTTOM - self._top

    @property
    def indent(self) -> float:
        """Where a question begins, right of its number."""
        return LEFT + 26 * self.style.scale


def ask(
    flow: FormFlow, item: Item, say: Words, *, right: float = RIGHT, ticked: frozenset[str]
) -> None:
    """One numbered question with the room to answer it, kept together where a page can.

    One that is taller than a page begins where half a page is left: under its section's heading,
    which would else stand alone on a page.
    """
    height = _height(flow, item, say, right)
    flow.room(height if height <= flow.whole else flow.whole / 2)
    body = flow.style.body
    with flow.part(Role.PARAGRAPH):
        flow.put(str(item.number), bold=True)
        if item.kind is ItemKind.TICK:
            _tick(flow, item, right)
        else:
            flow.paragraph(item.text, x=flow.indent, right=right, bold=True)
    for line in _helps(item, say):
        flow.paragraph(line, x=flow.indent, right=right, size=body, ink=SECOND)
    flow.gap(2)
    match item.kind:
        case ItemKind.CHOICE | ItemKind.SEVERAL:
            _boxes(flow, item, right, ticked)
        case ItemKind.TEXT | ItemKind.COUNTRY | ItemKind.COUNTRIES:
            for _ in range(item.lines):
                ruled(flow, x=flow.indent, right=right)
        case ItemKind.DATE:
            day(flow, say, x=flow.indent)
        case ItemKind.DATES:
            for name in ("from", "to"):
                day(flow, say, x=flow.indent, label=say.say(name))
        case ItemKind.TICK:
            pass
    flow.gap(7)


def begin_section(flow: FormFlow, section: FormSection, say: Words) -> None:
    """The heading of a part and its note, never alone at the foot of a page."""
    body = flow.style.body
    notes = len(list(flow.wrap(section.note, RIGHT - LEFT, size=body))) if section.note else 0
    first = _height(flow, section.items[0], say, RIGHT)
    flow.room(min(first + flow.style.leading(body) * (notes + 2.5), flow.whole))
    flow.heading(section.title)
    if section.note:
        flow.paragraph(section.note, ink=SECOND)
        flow.gap(4)


def labelled(flow: FormFlow, label: str) -> None:
    """A label with a ruled line under it."""
    flow.room(flow.style.leading(flow.style.body) + _RULED * flow.style.scale)
    flow.paragraph(label)
    ruled(flow, x=LEFT)


def ruled(flow: FormFlow, *, x: float, right: float = RIGHT) -> None:
    """One line to write on, high enough for a hand."""
    flow.room(_RULED * flow.style.scale)
    flow.y += _RULED * flow.style.scale
    flow.pages[-1].marks.append(Box(x=x, y=flow.y - 3, width=right - x, height=0.75, fill=SECOND))


def day(flow: FormFlow, say: Words, *, x: float, label: str = "") -> None:
    """Cells for a day, each part under its name."""
    scale, style = flow.style.scale, flow.style
    cell = _CELL * scale
    flow.room(style.leading(style.body) + cell + 4)
    at, top = x + (46 * scale if label else 0), flow.y
    cells = top + style.leading(style.body)
    with flow.part(Role.PARAGRAPH):
        flow.y = cells
        flow.put(label, x=x)
        flow.y = top
        for name, count in (("day", 2), ("month", 2), ("year", 4)):
            words = say.say(name)
            flow.put(words, x=at, ink=SECOND)
            flow.pages[-1].marks.extend(
                Box(x=at + place * cell, y=cells, width=cell, height=cell, edge=TEXT)
                for place in range(count)
            )
            wide = width_of(words, flow.fonts) * style.body / 1000
            at += max(count * cell, wide) + 10 * scale
    flow.y = cells + cell + 4


def _helps(item: Item, say: Words) -> list[str]:
    """What stands small under a question: when it is asked at all, and its hint."""
    found = []
    if item.only_if is not None:
        number, boxes = item.only_if
        found.append(say.say("only_if", number=number, boxes=_either(boxes, say)))
    if item.hint:
        found.append(item.hint)
    return found


def _either(boxes: Sequence[int], say: Words) -> str:
    *first, last = map(str, boxes)
    return say.say("either", first=", ".join(first), last=last) if first else last


def _tick(flow: FormFlow, item: Item, right: float) -> None:
    _box(flow, flow.indent, ticked=False)
    number = flow.indent + _BESIDE_BOX * flow.style.scale
    flow.put("1", x=number)
    flow.paragraph(
        item.text, x=flow.indent + _BESIDE_NUMBER * flow.style.scale, right=right, bold=True
    )


def _boxes(flow: FormFlow, item: Item, right: float, ticked: frozenset[str]) -> None:
    """The boxes with their numbers: side by side where all are short, filled downwards."""
    columns = _columns(flow, item, right)
    width = (right - flow.indent) / columns
    rows = -(-len(item.boxes) // columns)
    with flow.part(Role.LIST) as choices:
        choices.numbering = Numbering.DECIMAL
        choices.kids += [Element(Role.ITEM) for _ in item.boxes]  # read by number, not by row
    for row in range(rows):
        heights = [
            _label_height(flow, item.boxes[place].label, width)
            for place in range(row, len(item.boxes), rows)
        ]
        flow.room(max(heights))
        top = flow.y
        for column, place in enumerate(range(row, len(item.boxes), rows)):
            box, x, flow.y = item.boxes[place], flow.indent + column * width, top
            with flow.within(choices.kids[place]):
                _choice(flow, place + 1, box.label, x=x, width=width, ticked=box.value in ticked)
        flow.y = top + max(heights)


def _choice(
    flow: FormFlow, number: int, label: str, *, x: float, width: float, ticked: bool
) -> None:
    body = flow.style.body
    with flow.part(Role.LABEL):
        _box(flow, x, ticked=ticked)
        flow.put(str(number), x=x + _BESIDE_BOX * flow.style.scale)
    left = x + _BESIDE_NUMBER * flow.style.scale
    with flow.part(Role.BODY):
        flow.lines(list(flow.wrap(label, x + width - 6 - left, size=body)), x=left, size=body)


def _box(flow: FormFlow, x: float, *, ticked: bool) -> None:
    side = _BOX * flow.style.scale
    top = flow.y + 0.15 * flow.style.body
    flow.pages[-1].marks.append(Box(x=x, y=top, width=side, height=side, edge=TEXT))
    if ticked:
        wide = width_of("X", flow.fonts, bold=True) * flow.style.body / 1000
        flow.put("X", x=x + (side - wide) / 2, bold=True)


def _columns(flow: FormFlow, item: Item, right: float) -> int:
    width, count = right - flow.indent, len(item.boxes)
    line = flow.style.leading(flow.style.body) + 2

    def fit(columns: int) -> bool:
        return all(_label_height(flow, box.label, width / columns) <= line for box in item.boxes)

    if count == _ONE_ROW and fit(_ONE_ROW):
        return _ONE_ROW
    many = count > 2 * _TWO_COLUMNS_FROM
    return 2 if count >= _TWO_COLUMNS_FROM and (many or fit(2)) else 1


def _label_height(flow: FormFlow, label: str, width: float) -> float:
    room = width - 6 - _BESIDE_NUMBER * flow.style.scale
    lines = len(list(flow.wrap(label, room, size=flow.style.body)))
    return lines * flow.style.leading(flow.style.body) + 2


def _height(flow: FormFlow, item: Item, say: Words, right: float) -> float:
    """About how high a question is with its answers, so that a page turns before it."""
    scale, leading = flow.style.scale, flow.style.leading(flow.style.body)
    width = right - flow.indent
    words = len(list(flow.wrap(item.text, width, size=flow.style.body, bold=True)))
    for line in _helps(item, say):
        words += len(list(flow.wrap(line, width, size=flow.style.body)))
    height = words * leading + 9 * scale
    match item.kind:
        case ItemKind.CHOICE | ItemKind.SEVERAL:
            columns = _columns(flow, item, right)
            per = [_label_height(flow, box.label, width / columns) for box in item.boxes]
            return height + sum(per) / columns + max(per)
        case ItemKind.DATE:
            return height + leading + _CELL * scale
        case ItemKind.DATES:
            return height + 2 * (leading + _CELL * scale + 4)
        case ItemKind.TICK:
            return height
        case _:
            return height + item.lines * _RULED * scale
