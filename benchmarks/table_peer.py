"""The peer of `benchmarks.table`: Qt's own table model over the same rows in a plain file."""

from __future__ import annotations

import csv
import json
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtSql import QSqlDatabase, QSqlQuery, QSqlTableModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

_COLUMNS = ("rank", "ref", "patient", "reason", "treatment", "due", "who")


def main() -> int:
    """Answer until nobody asks."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    db = QSqlDatabase.addDatabase("QSQLITE")
    db.setDatabaseName(str(_filled(Path(sys.argv[1]))))
    if not db.open():
        raise SystemExit(db.lastError().text())
    for _line in sys.stdin:
        window = QMainWindow()
        window.resize(1262, 640)
        began = time.perf_counter()
        table = QTableView()
        model = QSqlTableModel(window, db)
        model.setTable("cases")
        model.setSort(0, Qt.SortOrder.AscendingOrder)
        model.select()
        table.setModel(model)
        window.setCentralWidget(table)
        window.show()
        app.processEvents()  # until it has painted
        took = time.perf_counter() - began
        refs = [model.index(place, 1).data() for place in range(20)]
        print(json.dumps({"ms": took * 1_000, "refs": refs}), flush=True)
        window.close()
        window.deleteLater()
        app.processEvents()
    return 0


def _filled(path: Path) -> Path:
    """The rows shown, in a plain file indexed by their order."""
    beside = path.with_name("table-peer.db")
    if beside.exists():
        return beside
    made = QSqlDatabase.addDatabase("QSQLITE", "making")
    making = path.with_name("table-peer.part")
    making.unlink(missing_ok=True)
    made.setDatabaseName(str(making))
    made.open()
    made.transaction()
    query = QSqlQuery(made)
    query.exec(f"CREATE TABLE cases ({', '.join(_COLUMNS)})")
    query.prepare("INSERT INTO cases VALUES (?, ?, ?, ?, ?, ?, ?)")
    with path.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["snoozed"] == "0":
                for place, value in enumerate(_shown(row)):
                    query.bindValue(place, value)
                query.exec()
    query.exec("CREATE INDEX by_rank ON cases (rank)")
    made.commit()
    made.close()
    making.replace(beside)
    return beside


def _shown(row: dict[str, str]) -> tuple[object, ...]:
    return (
        int(row["rank"]),
        f"R-{row['number']}",
        f"{row['family_name'].upper()}, {row['given_names']}",
        row["flag_reason"],
        row["treated_on"],
        row["due_on"],
        row["assigned_to"],
    )


if __name__ == "__main__":
    sys.exit(main())
