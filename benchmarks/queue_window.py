"""A contestant of `benchmarks.queue`: the window's queue page over a store of so many cases.

A line begins a round: a page as the program makes it, shown, read through the same services, and
painted. Its answer is the milliseconds that took.
"""

from __future__ import annotations

import os
import sys
import time

from PySide6.QtWidgets import QApplication, QMainWindow

from app.services.desk import Desk
from benchmarks.queue_desk import seated
from ui.models.queue import QueueModel
from ui.models.queue_acts import QueueActs
from ui.models.queue_letters import QueueLetters
from ui.theme import Theme, apply
from ui.views.queue import QueuePage
from ui.work import Inline


def main() -> int:
    """Answer until nobody asks."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    apply(app, Theme())
    with seated(int(sys.argv[1])) as desk:
        for _line in sys.stdin:
            print(_open(desk, app), flush=True)
    return 0


def _open(desk: Desk, app: QApplication) -> float:
    window = QMainWindow()
    window.resize(1366, 768)
    began = time.perf_counter()
    lane = Inline()
    page = QueuePage(QueueModel(desk, lane), QueueActs(desk, lane), QueueLetters(desk, lane, lane))
    window.setCentralWidget(page)
    window.show()
    page.opened()
    page.table.viewport().repaint()
    app.processEvents()
    took = time.perf_counter() - began
    if page.rows.rowCount() < 50_000 or page.rows.row_at(0) is None:
        raise SystemExit("the window shows no queue")
    window.close()
    window.deleteLater()
    app.processEvents()
    return took * 1_000


if __name__ == "__main__":
    sys.exit(main())
