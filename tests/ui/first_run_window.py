"""The set-up of a desk in its window, worked by keys and fields."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.desk_window import settle
from ui.models.first_run import FirstRunModel, Step
from ui.models.opening import OpeningModel
from ui.shell import Shell
from ui.views.first_run import FirstRunView
from ui.views.first_run_join import JoinForm
from ui.views.first_run_steps import ShareForm
from ui.work import Inline

PEOPLE = {
    "display_name_1": "A. Admin",
    "name_1": "aadmin",
    "password_1": "three quiet words",
    "password_again_1": "three quiet words",
    "display_name_2": "B. Second",
    "name_2": "bsecond",
    "password_2": "three other words",
    "password_again_2": "three other words",
}


class FirstRunHands:
    """Somebody who fills in the set-up, step by step."""

    def __init__(self, view: FirstRunView) -> None:
        self._view = view

    def choose_live(self) -> None:
        """The second of two choices, then on."""
        self.press(Qt.Key.Key_Down, Qt.Key.Key_Space)
        self.go_on()

    def fill(self, **texts: str) -> None:
        """Write into the fields of the step shown."""
        for name, text in texts.items():
            field = self._view.form.fields[name].input
            field.setFocus()
            field.setText(text)

    def go_on(self) -> None:
        """Continue, by its key."""
        self._view.go_on.click()
        settle()

    def type_the_key_back(self) -> None:
        """The last group of the recovery key."""
        self.fill(recovery_again=self._view.model.new.recovery_key[-4:])

    def try_share(self) -> None:
        """Test the share of the step shown."""
        form = self._view.forms[Step.SHARE]
        assert isinstance(form, ShareForm)
        form.test.button.click()
        settle()

    def choose(self, down: int) -> None:
        """The choice so many lines below the first, of the step shown."""
        self._view.form.take_focus()
        self.press(*[Qt.Key.Key_Down] * down, Qt.Key.Key_Space)

    def step(self) -> Step:
        """The step shown."""
        return self._view.model.step

    def trust_key(self) -> str:
        """The recovery key of the trust's keys, as it is shown to be printed."""
        form = self._view.forms[Step.JOIN]
        assert isinstance(form, JoinForm)
        return form.model.recovery_key

    def leave_others_for_later(self) -> None:
        """Nothing yet of other machines of the trust, then on."""
        self.choose(2)
        self.go_on()

    def press(self, *keys: Qt.Key) -> None:
        """Press keys where the focus is."""
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self._view, key)
        settle()


class FirstRunWindow(FirstRunHands):
    """One window over an empty folder; `ready` holds the desk once it is handed over."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "share").mkdir(exist_ok=True)
        lane = Inline()
        self.opening = OpeningModel(lane, folder / "desk", folder / "demo")
        self.model = FirstRunModel(self.opening, lane, lane, lane)
        self.view = FirstRunView(self.model)
        super().__init__(self.view)
        self.ready: list[object] = []
        self.opening.ready.connect(self.ready.append)
        self.shell = Shell()
        self.shell.add_page("first_run", self.view, bare=True)
        self.shell.show_page("first_run")

    def show(self) -> None:
        """On the screen, with the keys."""
        self.shell.show()
        self.shell.activateWindow()
        settle()
        self.view.opened()

    def close(self) -> None:
        """Close the store, take the window away."""
        self.opening.close()
        self.shell.close()
        self.shell.deleteLater()
