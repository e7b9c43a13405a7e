"""How the window looks: colours, sizes, fonts and icons by role, from the design tokens.

`app = application()` makes the program; `apply(app, Theme("dark", 1.5))` dresses every open window
at once. A widget asks `current()` each time it paints or measures; one that keeps a font, margin or
fixed size defines `restyle()`, which is called after every change. Nothing else in the window names
a colour or a pixel.

    theme = current()
    painter.fillRect(rect, theme.colour("surface"))
    self.setFixedHeight(theme.px(44))
    painter.drawPixmap(point, theme.pixmap("flag", role="on_warn", size=24))
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Self, get_args

from PySide6 import QtCore
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontInfo,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QLayout, QWidget
from shiboken6 import isValid

from app.library import style
from ui.language import is_right_to_left
from ui.parts import parts
from ui.stylesheet import sheet
from ui.wording import APP

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QIcon

Scheme = Literal["light", "dark", "contrast"]
Scale = Literal["badge", "small", "body", "title", "screen", "figure"]
Weight = Literal["text", "label", "strong", "badge"]
SMALLEST, LARGEST = 1.0, 2.0
_DONE = object()
# Names come in every script; these files are bundled for the letters and serve the window too.
_SCRIPTS = (
    "Liberation Sans",
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Devanagari",
    "Droid Sans Fallback",
)


@cache
def tokens() -> dict[str, Any]:
    """The design tokens, read once."""
    return style.tokens()


class _Look(NamedTuple):
    scheme: Scheme
    text_size: float
    motion: bool
    roomy: bool


class Theme(_Look):  # dataclasses alone would cost the first window more than this whole module
    """One look: a colour scheme and a text size from 1.0 to 2.0, which scales every size.

    `motion` is off when the system or the person asks for less of it, `roomy` gives the rows of
    tables more height.
    """

    __slots__ = ()

    def __new__(
        cls,
        scheme: Scheme = "light",
        text_size: float = 1.0,
        motion: bool = True,
        *,
        roomy: bool = False,
    ) -> Self:
        """A text size beyond the limits is held at them."""
        held = min(max(text_size, SMALLEST), LARGEST)
        return super().__new__(cls, scheme, held, motion, roomy)

    @property
    def high_contrast(self) -> bool:
        """Whether tints are dropped and edges doubled."""
        return self.scheme == "contrast"

    @property
    def line(self) -> int:
        """The width of an ordinary edge in pixels."""
        return self.px(2) if self.high_contrast else max(1, int(self.text_size))

    def px(self, size: float) -> int:
        """A size of the design at 100 %, as pixels at this text size."""
        return round(size * self.text_size)

    def size(self, name: str) -> int:
        """A named size of the tokens, such as `answer_row`, in pixels."""
        if self.roomy and name == "table_row_dense":
            name = "table_row"
        return self.px(tokens()["size"][name])

    def radius(self, name: str) -> int:
        """A named corner of the tokens, such as `card`, in pixels."""
        return self.px(tokens()["radius"][name])

    def colour(self, role: str) -> QColor:
        """The colour of a role such as `surface` or `on_action`; raises KeyError for no role."""
        return _colours(self.scheme)[role]

    def font(self, scale: Scale = "body", weight: Weight = "text") -> QFont:
        """A font of the type scale; figures line up without a feature switch."""
        return QFont(_font(scale, weight, self.text_size))

    def pixmap(
        self, name: str, *, role: str = "text", size: int = 20, stroke: float = 1.75
    ) -> QPixmap:
        """An icon by its Tabler name, in the colour of a role, `size` pixels at 100 %."""
        app = QApplication.instance()
        ratio = app.devicePixelRatio() if isinstance(app, QApplication) else 1.0
        return _drawn(name, self.colour(role).name(), self.px(size), stroke, ratio)

    def icon(self, name: str, *, role: str = "text", size: int = 20) -> QIcon:
        """The same as a QIcon, for the few Qt widgets that take one."""
        from PySide6.QtGui import QIcon  # nothing of the first window needs it

        return QIcon(self.pixmap(name, role=role, size=size))

    def fold_ms(self) -> int:
        """How long folding and advancing take; nothing else moves."""
        return int(tokens()["motion"]["fold_ms"]) if self.motion else 0


class _Wardrobe:
    """What is worn now: the one mutable thing of this module."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.in_fusion = False
        # What still wears an older look, out of sight, with the steps it is away from that of now.
        self.behind: dict[QWidget, Iterator[None]] = {}


_worn = _Wardrobe(Theme())


def current() -> Theme:
    """The theme worn now."""
    return _worn.theme


def application(arguments: Sequence[str] = ()) -> QApplication:
    """The program's QApplication, in the Fusion style on every system.

    The style is asked for by argument: `setStyle` hands back Qt's style object, and wrapping that
    costs as much of the start as all our widgets together.
    """
    _worn.in_fusion = True
    app = QApplication([APP, *arguments, "-style", "fusion"])
    if is_right_to_left():
        app.setLayoutDirection(QtCore.Qt.LayoutDirection.RightToLeft)
    return app


def apply(
    app: QApplication, theme: Theme, *, scripts: bool = True, unseen: Collection[QWidget] = ()
) -> None:
    """Dress the application: fonts, palette, style sheet, then every widget.

    Without `scripts` only the window's own fonts are there, until `load_scripts`: the first page
    shows no names. What is `unseen` wears a sheet of its own, and keeps its look until `catch_up`.
    """
    _worn.theme = theme
    if not _worn.in_fusion:
        app.setStyle("Fusion")
        _worn.in_fusion = True
    load_fonts()
    if scripts:
        load_scripts()
    app.setFont(theme.font())
    app.setPalette(_palette(theme))
    every = app.allWidgets()
    dressed = {one for one in every if one.styleSheet()}
    _worn.behind = {one: _changing(one) for one in unseen}
    inside = {part for one in unseen for part in (one, *one.findChildren(QWidget))}
    _change(dressed - inside, set(every) - inside)


def catch_up(part: QWidget) -> None:
    """Let what was out of sight wear the look of now; before it is shown, at the latest."""
    while catch_up_a_step(part):
        pass


def catch_up_a_step(part: QWidget) -> bool:
    """The same in steps that are short; whether there are more."""
    steps = _worn.behind.get(part)
    if steps is None:
        return False
    if not isValid(part) or next(steps, _DONE) is _DONE:
        del _worn.behind[part]
    return part in _worn.behind


def is_behind(part: QWidget) -> bool:
    """Whether it wears an older look, or none while it changes."""
    return part in _worn.behind


def dress(part: QWidget) -> None:
    """Give a part of the window, or a window of its own, the style sheet.

    The program as a whole has none: Qt would style every part anew each time it gets a parent, so
    that a page put together from parts of parts took four times as long to open. Nor has the
    shell: a look that changes would change on all its pages at once.
    """
    part.setStyleSheet(sheet(current()))


def _change(dressed: Collection[QWidget], widgets: Iterable[QWidget]) -> None:
    """The look of now instead of another, on these widgets and the sheets they wear.

    Qt keeps the palette a part had when the sheet was put on, and gives it back to a part that
    moves to another parent: what it keeps must be of the new look.
    """
    for one in dressed:
        one.setStyleSheet("")
    for widget in widgets:
        _restyle(widget)
    for one in dressed:
        dress(one)


def _changing(part: QWidget) -> Iterator[None]:
    """The same for one part with all that is in it, in steps."""
    part.setStyleSheet("")
    yield
    for widget in (part, *part.findChildren(QWidget)):
        _restyle(widget)
    yield
    dress(part)


def _restyle(widget: QWidget) -> None:
    _rescale(widget.layout())
    hook = getattr(widget, "restyle", None)
    if hook is not None:
        hook()
    widget.updateGeometry()
    widget.update()


def _rescale(layout: QLayout | None) -> None:
    if layout is None:
        return
    hook = getattr(layout, "restyle", None)
    if hook is not None:
        hook()
    for part in parts(layout):
        if isinstance(part, QLayout):
            _rescale(part)
    layout.invalidate()


@cache
def load_fonts() -> tuple[str, ...]:
    """Give Qt the window's own fonts; the families it found."""
    return _given(style.font_paths(list(tokens()["type"]["files"])))


@cache
def load_scripts() -> tuple[str, ...]:
    """Give Qt the fonts of other scripts too; the families it found."""
    return _given(style.other_font_paths(list(tokens()["type"]["files"])))


def _given(files: list[Path]) -> tuple[str, ...]:
    families: list[str] = []
    for path in files:
        number = QFontDatabase.addApplicationFont(str(path))
        families += QFontDatabase.applicationFontFamilies(number)
    return tuple(dict.fromkeys(families))


@cache
def _colours(scheme: Scheme) -> dict[str, QColor]:
    """The roles of a scheme, and the fixed colours that hold in all three."""
    data = tokens()
    named: dict[str, str] = dict(data["colours"][scheme])
    for part, roles in data["fixed"].items():
        if isinstance(roles, dict):
            named |= {
                f"{part}.{name}": value
                for name, value in roles.items()
                if isinstance(value, str) and value.startswith("#")
            }
        elif roles.startswith("#"):
            named[part] = roles
    return {role: QColor(value) for role, value in named.items()}


@cache
def _font(scale: Scale, weight: Weight, text_size: float) -> QFont:
    kind = tokens()["type"]
    steps = kind["scale"] | kind["exception"]
    font = QFont([kind["family"], *_SCRIPTS, *kind["fallback"]])
    font.setPixelSize(round(steps[scale]["px"] * text_size))
    font.setWeight(QFont.Weight(kind["weights"][weight]))
    if sys.platform.startswith("linux"):
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@cache
def _drawn(name: str, colour: str, size: int, stroke: float, ratio: float) -> QPixmap:
    drawing = style.icon_svg(name).replace("currentColor", colour)
    drawing = drawing.replace('stroke-width="2"', f'stroke-width="{stroke}"')
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    worn = {
        role.Window: "page",
        role.WindowText: "text",
        role.Base: "input",
        role.AlternateBase: "sunken",
        role.Text: "text",
        role.PlaceholderText: "text2",
        role.Button: "surface",
        role.ButtonText: "text",
        role.BrightText: "error",
        role.Highlight: "action",
        role.HighlightedText: "on_action",
        role.Link: "action",
        role.LinkVisited: "action",
        role.ToolTipBase: "surface",
        role.ToolTipText: "text",
        role.Light: "surface",
        role.Midlight: "hairline",
        role.Mid: "hairline",
        role.Dark: "edge",
        role.Shadow: "edge",
        role.Accent: "action",
    }
    for part, name in worn.items():
        palette.setColor(part, theme.colour(name))
    for part in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, part, theme.colour("disabled"))
    return palette


def shown_family() -> str:
    """The family that Qt really draws body text in, for the test that fonts arrived."""
    return QFontInfo(current().font()).family()


def schemes() -> tuple[Scheme, ...]:
    """Every scheme there is, for galleries and tests."""
    return get_args(Scheme)
