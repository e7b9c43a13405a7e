"""PySide6 as the program loads it: quicker, and the same where a call is wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from ui.binding import KNOWN

pytestmark = pytest.mark.ui

ROOT = Path(__file__).parent.parent.parent
_CALLS = """
from PySide6 import QtCore, QtWidgets
app = QtWidgets.QApplication([])
widget = QtWidgets.QWidget()
for wrong in (
    lambda: widget.resize("wide"),
    lambda: widget.setGeometry(1, 2),
    lambda: widget.missing,
    lambda: QtCore.QPoint(1, 2, 3),
    lambda: QtWidgets.QWidget(objectNam="x"),
    lambda: widget.setWindowTitle(title="x"),
):
    try:
        wrong()
    except Exception as error:
        print(type(error), error)
from PySide6 import QtPrintSupport
try:
    QtPrintSupport.QPrinter().setPrinterName(1)
except TypeError as error:
    print(error)
print(QtWidgets.QWidget.resize.__doc__)
import base64, tempfile, textwrap, traceback, zipfile
print(base64.b64encode, tempfile.gettempdir(), textwrap.dedent)
print(traceback.print_exc, zipfile.ZipFile)
"""


def said(script: str) -> str:
    run = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


def where_nothing_moves(words: str) -> str:
    """What was printed, without the places in memory of functions."""
    return "\n".join(line.partition(" at 0x")[0] for line in words.splitlines())


def test_the_pyside_that_is_installed_was_looked_through() -> None:
    assert version("PySide6-Essentials") in KNOWN


def test_a_wrong_call_is_told_in_the_same_words_as_by_the_whole_binding() -> None:
    ours = said("from ui import binding; binding.load()" + _CALLS)
    usual = said(_CALLS)
    assert "Supported signatures" in ours
    assert where_nothing_moves(ours) == where_nothing_moves(usual)


def test_nothing_is_unpacked_before_a_call_is_wrong_and_imports_stay_pythons_own() -> None:
    script = """
from ui import binding
binding.load()
from PySide6 import QtWidgets
import builtins, sys
print("shibokensupport.signature.parser" in sys.modules, "zipfile" in sys.modules)
print(builtins.__import__.__name__ == "__feature_import__", builtins.compile.__name__)
"""
    assert said(script).split() == ["False", "False", "False", "compile"]


def test_a_pyside_nobody_looked_through_starts_in_its_own_way() -> None:
    script = """
from ui import binding
binding.KNOWN = ()
binding.load()
from PySide6 import QtWidgets
import sys
print("shibokensupport.signature.parser" in sys.modules)
"""
    assert said(script).split() == ["True"]
