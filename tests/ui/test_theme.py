"""The tokens become colours, sizes, fonts and icons, live and readable."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette, QTextLayout
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.core.look import Look
from ui import theme
from ui.appearance import Appearance
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.layout import Column, Label

SCHEMES = theme.schemes()


def luminance(colour: QColor) -> float:
    """WCAG 2.2 relative luminance."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(ink: QColor, ground: QColor) -> float:
    """WCAG 2.2 contrast ratio."""
    lighter, darker = sorted((luminance(ink), luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_has_contrast_of_at_least_4_5_and_edges_3(scheme: theme.Scheme) -> None:
    least = {"text": 4.5, "edge": 3.0}
    pairs = theme.tokens()["contrast_ratios"]["pairs"][scheme]
    for pair, (claimed, kind) in pairs.items():
        ink, ground = pair.split(" on ")
        worn = Theme(scheme)
        found = contrast(worn.colour(ink), worn.colour(ground))
        assert found >= least[kind], pair
        assert found == pytest.approx(claimed, abs=0.05), pair


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("deceased_banner.ink", "deceased_banner.fill"),
        ("deceased_banner.ink", "deceased_banner.stripe"),
        ("demo_strip.ink", "demo_strip.plate"),
    ],
)
def test_fixed_colours_are_readable(ink: str, ground: str) -> None:
    assert contrast(Theme().colour(ink), Theme().colour(ground)) >= 4.5


def test_every_scheme_knows_every_role() -> None:
    for scheme in SCHEMES:
        for role in theme.tokens()["colour_roles"]:
            assert Theme(scheme).colour(role).isValid()


def test_a_role_there_is_not_is_a_fault() -> None:
    with pytest.raises(KeyError):
        Theme().colour("mauve")


def test_text_size_scales_every_size_and_stays_between_100_and_200_percent() -> None:
    assert Theme(text_size=2.0).size("answer_row") == 2 * Theme().size("answer_row")
    assert Theme(text_size=1.5).font().pixelSize() == 24
    assert Theme(text_size=9).text_size == 2.0
    assert Theme(text_size=0.1).text_size == 1.0


def test_the_bundled_fonts_arrive() -> None:
    assert theme.shown_family() == "IBM Plex Sans"
    assert QFontInfo(Theme().font("body", "strong")).family().startswith("IBM Plex Sans")


@pytest.mark.parametrize("letter", ["Ṣ", "ọ", "Ễ", "王", "ع", "ह", "ш", "א"])
def test_a_name_in_any_script_has_its_letters(qapp: QApplication, letter: str) -> None:
    layout = QTextLayout(letter, Theme().font())
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    assert all(0 not in run.glyphIndexes() for run in layout.glyphRuns())


@pytest.mark.parametrize("name", sorted(theme.tokens()["icons"]["names"]))
def test_every_icon_of_the_tokens_can_be_drawn(qapp: QApplication, name: str) -> None:
    pixmap = Theme("dark").pixmap(name, role="text", size=20)
    image = pixmap.toImage()
    inked = [
        image.pixelColor(x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 200
    ]
    assert inked
    assert any(colour.lightness() > 200 for colour in inked), "recoloured for the dark ground"


def test_a_new_theme_reaches_open_widgets_at_once(qtbot: QtBot, qapp: QApplication) -> None:
    label, button = Label("Registration", scale="screen"), Button("Continue", kind="primary")
    column = Column(gap=10)
    column.holding(label, button)
    window = Label()
    window.setLayout(column)
    qtbot.addWidget(window)
    before = button.sizeHint()
    theme.apply(qapp, Theme("dark", 2.0))
    assert column.spacing() == 20
    assert label.font().pixelSize() == 52
    ink = label.palette().color(QPalette.ColorRole.WindowText)
    assert ink == Theme("dark").colour("text")
    assert button.sizeHint().height() == 2 * before.height()
    assert button.sizeHint().width() > 1.8 * before.width()


def test_words_keep_their_size_where_they_are_moved_after_a_change(
    qtbot: QtBot, qapp: QApplication
) -> None:
    window, part, other = QWidget(), QWidget(), QWidget()
    label = Label("Lives in", scale="small")
    Column(part).addWidget(label)
    Column(window).holding(part, other)
    elsewhere = Column(other)
    qtbot.addWidget(window)
    theme.dress(window)
    window.show()
    qapp.processEvents()
    theme.apply(qapp, Theme("light", 2.0))
    elsewhere.addWidget(part)  # as a column does that becomes a tab
    assert label.font().pixelSize() == 28


def test_the_program_wears_fusion_on_every_system(qapp: QApplication) -> None:
    qapp.setStyleSheet("")  # the sheet's own style stands in front of it
    assert qapp.style().name() == "fusion"


def test_less_motion_means_none() -> None:
    assert Theme().fold_ms() == 120
    assert Theme(motion=False).fold_ms() == 0


def test_a_choice_beats_the_system_and_system_follows_it(qapp: QApplication) -> None:
    appearance = Appearance(qapp, Look(scheme="dark", text_percent=150))
    assert theme.current() == Theme("dark", 1.5)
    appearance.choose(Look(text_percent=150))
    assert theme.current() == Theme(appearance.wanted(), 1.5)
    appearance.choose(Look(scheme="contrast"))
    assert theme.current().high_contrast
    appearance.deleteLater()


def test_a_part_that_is_moved_after_a_new_theme_keeps_the_new_ink(
    qtbot: QtBot, qapp: QApplication
) -> None:
    window, one, other, label = QWidget(), QWidget(), QWidget(), Label("Registration")
    qtbot.addWidget(window)
    before = theme.current()
    Column(window).holding(one, other)
    Column(one).addWidget(label)
    there = Column(other)
    theme.dress(window)
    window.show()
    theme.apply(qapp, Theme("dark"))
    there.addWidget(label)
    QApplication.processEvents()
    ink = label.palette().color(QPalette.ColorRole.WindowText)
    theme.apply(qapp, before)
    assert ink == Theme("dark").colour("text")
