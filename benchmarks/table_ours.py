"""A contestant of `benchmarks.table`: the queue's table over a store of so many cases."""

from __future__ import annotations

import json
import os
import sys
import time

from PySide6.QtWidgets import QApplication, QMainWindow

from app.services import queue
from app.services.queue import Wanted
from benchmarks.queue_desk import seated
from ui.cells import CELL
from ui.delegates.rows import Rows
from ui.models.queue_rows import ROWS_A_PAGE, QueueRows
from ui.theme import Theme, apply, dress
from ui.widgets.table import Table

_WIDTHS = (48, 84, 270, None, 130, 150, 120)


def main() -> int:
    """Answer until nobody asks."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    apply(app, Theme())
    with seated(int(sys.argv[1])) as desk:
        for _line in sys.stdin:
            window = QMainWindow()
            window.resize(1262, 640)
            dress(window)
            began = time.perf_counter()
            table = Table("Cases", _WIDTHS)
            rows = QueueRows(window)
            wanted = Wanted()
            rows.start(wanted, queue.total(desk, wanted), desk.today)
            rows.put(0, queue.page(desk, wanted, count=ROWS_A_PAGE))
            table.setModel(rows)
            table.setItemDelegate(Rows(table))
            window.setCentralWidget(table)
            window.show()
            app.processEvents()  # until it has painted
            took = time.perf_counter() - began
            refs = [rows.index(place, 1).data(CELL).text for place in range(20)]
            last = rows.rowCount() - 1
            rows.missing.connect(
                lambda page, rows=rows, wanted=wanted: rows.put(
                    page,
                    queue.page(desk, wanted, first=page * ROWS_A_PAGE, count=ROWS_A_PAGE),
                )
            )
            table.go_to(last)
            for _ in range(4):
                app.processEvents()
                table.viewport().repaint()
            if rows.row_at(last) is None:
                raise SystemExit("the last row does not come")
            print(json.dumps({"ms": took * 1_000, "refs": refs}), flush=True)
            window.close()
            window.deleteLater()
            app.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main())
