"""One broadcast after each commit, so that every open screen shows the same truth."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Changes(QObject):
    """Says that records changed; what changed is read again from the services.

    changes.changed.connect(model.refresh)
    lane.run(save, then=lambda _: changes.changed.emit())
    """

    changed = Signal()
