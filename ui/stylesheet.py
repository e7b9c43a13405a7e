"""The one style sheet: fields, lists, header and scroll bars, made from the tokens.

Everything else is painted by our own widgets. Each rule names its class: a rule without a
selector would fall to all children of a scroll area.
"""

from __future__ import annotations

from functools import cache
from string import Template
from typing import TYPE_CHECKING

from ui.language import is_right_to_left

if TYPE_CHECKING:
    from ui.theme import Theme

_SHEET = Template("""
QLineEdit, QPlainTextEdit, QComboBox {
  background: $input; color: $text; border: ${line}px solid $edge; border-radius: ${control}px;
  selection-background-color: $action; selection-color: $on_action;
}
QLineEdit { padding: 0 ${pad_line}px; placeholder-text-color: $text2; }
QPlainTextEdit { padding: ${pad_box}px ${pad_multi}px; placeholder-text-color: $text2; }
QComboBox { padding: 0 ${pad_combo}px; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {
  border: ${thick}px solid $error;
}
QLineEdit[drawn="true"], QLineEdit[drawn="true"][wrong="true"] {
  background: transparent; border: 0; padding: 0 ${pad_drawn}px;
}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {
  background: $disabled_bg; color: $disabled; border-color: $rest_edge;
}
QComboBox::drop-down { border: 0; width: ${arrow}px; }
QComboBox::down-arrow { image: none; width: 0; height: 0; }
QComboBox QAbstractItemView, QListView#suggestions {
  background: $surface; color: $text; border: ${line}px solid $edge; outline: 0;
  selection-background-color: $selected; selection-color: $on_selected; padding: ${tiny}px;
}
/* a completer makes room for its rows and 6 px */
QListView#suggestions { padding: 1px ${tiny}px; }
QComboBox QAbstractItemView::item, QListView#suggestions::item {
  min-height: ${item}px; padding: 0 ${pad_line}px;
}
QTableView { background: $surface; border: 0; outline: 0; gridline-color: $hairline; }
QListView#contents { background: $surface; border: 0; outline: 0; }
QHeaderView { background: $surface; border: 0; }
QHeaderView::section {
  background: $surface; color: $text2; border: 0; border-bottom: ${line}px solid $hairline;
  padding: 0 ${after}px 0 ${before}px; font-size: ${small}px; font-weight: 500;
}
QTableCornerButton::section { background: $surface; border: 0; }
QToolTip {
  background: $surface; color: $text; border: ${line}px solid $edge; padding: ${tiny}px;
}
QTabBar::scroller { width: ${scrollers}px; }
QTabBar QToolButton {
  background: $surface; border: ${line}px solid $edge; border-radius: ${control}px;
}
QScrollArea { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: ${bar}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${bar}px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: ${knob}px; margin: ${tiny}px; }
QScrollBar::handle:vertical { min-height: ${grip}px; }
QScrollBar::handle:horizontal { min-width: ${grip}px; }
QScrollBar::handle:hover { background: $text2; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


SCROLL_BAR = 14  # across, at 100 %


@cache
def sheet(theme: Theme) -> str:
    """The style sheet of a theme."""
    colours = {
        role: theme.colour(role).name()
        for role in (
            *("input", "text", "text2", "edge", "action", "on_action", "error", "surface"),
            *("disabled", "disabled_bg", "selected", "hairline"),
        )
    }
    mirrored = is_right_to_left()
    return _SHEET.substitute(
        colours,
        on_selected=theme.colour("on_action" if theme.high_contrast else "text").name(),
        rest_edge=theme.colour("disabled" if theme.high_contrast else "hairline").name(),
        line=theme.line,
        thick=theme.px(2),
        pad_drawn=theme.px(8) + theme.line,
        control=theme.radius("control"),
        pad_line=theme.px(8),
        before=theme.px(4 if mirrored else 8),
        after=theme.px(8 if mirrored else 4),
        pad_combo=theme.px(10),
        pad_multi=theme.px(6),
        pad_box=theme.px(4),
        arrow=theme.px(32),
        item=theme.px(32),
        scrollers=2 * theme.size("min_target"),
        tiny=theme.px(4),
        bar=theme.px(SCROLL_BAR),
        knob=theme.px(3),
        grip=theme.px(40),
        small=theme.px(14),
    )
