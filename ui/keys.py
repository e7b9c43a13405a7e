"""A key that was pressed, by the name that pages know it by."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_MODIFIERS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
)


def is_modifier(event: QKeyEvent) -> bool:
    """Whether a key alone asks for nothing, such as Shift."""
    return event.key() in _MODIFIERS


def name_of(event: QKeyEvent) -> str:
    """A key with what is held beside it, such as `F2` or `Ctrl+L`, the same in every language."""
    keys = QKeySequence(event.keyCombination())
    return keys.toString(QKeySequence.SequenceFormat.PortableText)
