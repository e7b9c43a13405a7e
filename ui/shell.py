"""The frame of the window: demo strip, patient banner, rail, pages, status bar.

    shell = Shell(demo=True)
    shell.add_page("desk", desk_view, rail=RailItem("desk", "Desk", "user-search"), banner=True)
    shell.add_page("queue", queue_view, rail=RailItem("queue", "Queue", "inbox"))
    shell.add_page("signin", sign_in_view, bare=True)
    shell.show_page("desk")
    shell.set_patient(patient, clock.today())
    shell.set_sync("Saved here 09:14", "cloud-up", "3 waiting to send")
    shell.set_user("J. Patel, Desk 3")

It knows widgets only: no services, no models. A key that nothing in the page took goes to the
page's `on_key`, then out by the signal `key`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.errors import Known
from ui.drafts import Drafts
from ui.language import spoken, told, tr
from ui.theme import catch_up, dress, is_behind
from ui.widgets.focus import FocusRing
from ui.widgets.layout import Column, Row, is_narrow
from ui.widgets.page import Page
from ui.wording import APP, FAULT

if TYPE_CHECKING:
    from datetime import date

    from app.core.people import Patient
    from ui.frame import Frame
    from ui.widgets.banner import PatientBanner
    from ui.widgets.notice import Notice
    from ui.widgets.rail import Rail, RailItem
    from ui.widgets.rules_strip import RulesStrip
    from ui.widgets.status import DemoStrip, StatusBar
    from ui.widgets.undo import UndoBar

LEAST = QSize(1024, 640)
USUAL = QSize(1366, 768)


class _Placed(NamedTuple):
    page: QWidget
    rail: RailItem | None
    banner: bool
    bare: bool


class Shell(QWidget):
    """The main window. A page made with `banner` may show the patient; lists never do."""

    key = Signal(str)
    page_changed = Signal(str)
    lock_pressed = Signal()
    sync_pressed = Signal()
    backup_pressed = Signal()
    closing = Signal()
    painted = Signal()

    def __init__(self, *, demo: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("{app} demo").format(app=APP) if demo else APP)
        self.setMinimumSize(LEAST)
        self.resize(USUAL)
        self._pages: dict[str, _Placed] = {}
        self._allowed: Collection[str] | None = None
        self._expected: dict[str, RailItem] = {}
        self._make: Callable[[str], object] | None = None
        self._name = ""
        self._has_patient = False
        self.drafts = Drafts()  # of whoever is signed in
        self.demo_strip: DemoStrip | None = None
        self._layers, self._bare = QStackedWidget(), QStackedWidget()
        self._seat: QStackedWidget | None = None  # the pages of whoever is signed in
        self._layers.addWidget(self._bare)
        self._beside, self._across, self._whole = Column(), Row(), Column(self)
        self._beside.addWidget(self._layers, 1)
        self._across.addLayout(self._beside, 1)
        self._whole.addLayout(self._across, 1)
        self._frame: Frame | None = None
        if demo:
            self.show_as_demo()
        self.ring = FocusRing(self)

    @property
    def frame(self) -> Frame:
        """What stands around the pages; built when it is first asked for."""
        if self._frame is None:
            from ui.frame import Frame  # the sign-in page is there without it

            frame = self._frame = Frame()
            for part in frame.parts():
                dress(part)
            frame.status.lock_pressed.connect(self.lock_pressed)
            frame.status.sync_pressed.connect(self.sync_pressed)
            frame.status.backup_pressed.connect(self.backup_pressed)
            frame.rail.chosen.connect(self.show_page)
            frame.stand_around(
                self._whole,
                across=self._across,
                beside=self._beside,
                top=0 if self.demo_strip is None else 1,
            )
            frame.set_bare(self._is_bare())
            self._show_banner()
            self.restyle()
        return self._frame

    @property
    def rules(self) -> RulesStrip:
        """What everybody is told of the rules."""
        return self.frame.rules

    @property
    def banner(self) -> PatientBanner:
        """Whose record is open."""
        return self.frame.banner

    @property
    def rail(self) -> Rail:
        """The pages to go to."""
        return self.frame.rail

    @property
    def undo(self) -> UndoBar:
        """What can be taken back."""
        return self.frame.undo

    @property
    def notice(self) -> Notice:
        """What was refused."""
        return self.frame.notice

    @property
    def status(self) -> StatusBar:
        """Where the records are, and who is here."""
        return self.frame.status

    def add_page(
        self,
        name: str,
        page: QWidget,
        *,
        rail: RailItem | None = None,
        banner: bool = False,
        bare: bool = False,
    ) -> None:
        """Take in a page. `bare` (sign-in, first run) hides rail and banner around it."""
        self._pages[name] = _Placed(page, rail, banner, bare)
        self._layer(bare=bare).addWidget(page)
        if rail is not None:
            self._fill_rail()

    def take_pages_out(self) -> None:
        """Take out all but the bare pages for good, widgets and all: a lock leaves nothing of them.

        They are out of the window at once, in what holds them: that wears no style sheet, while a
        page that moved by itself would be styled anew. They are destroyed in a later turn.
        """
        self._pages = {name: one for name, one in self._pages.items() if one.bare}
        seat, self._seat = self._seat, None
        if seat is not None:
            seat.setParent(None)
            QTimer.singleShot(0, seat.deleteLater)  # and held until then
        self._fill_rail()

    def expect(self, items: Sequence[RailItem], make: Callable[[str], object] | None) -> None:
        """Have these on the rail before their pages; `make` adds the page of one shown early.

        Where it cannot, it says so itself, and the page that is shown stays.
        """
        self._expected, self._make = {one.name: one for one in items}, make
        self._fill_rail()

    def show_as_demo(self) -> None:
        """Wear the hatched strip, once the store has said that it is a demo."""
        if self.demo_strip is None:
            from ui.widgets.status import DemoStrip  # most windows are live

            self.demo_strip = DemoStrip()
            self._whole.insertWidget(0, self.demo_strip)
            self.demo_strip.lower()
            self.demo_strip.show()  # at once, not when the layout next comes round
            self.setWindowTitle(tr("{app} demo").format(app=APP))

    def show_as_live(self) -> None:
        """Take the hatched strip off: real patients again."""
        if self.demo_strip is not None:
            self._whole.removeWidget(self.demo_strip)
            self.demo_strip.hide()
            self.demo_strip.deleteLater()
            self.demo_strip = None
            self.setWindowTitle(APP)

    def allow(self, names: Collection[str] | None) -> None:
        """The pages the person's roles allow on the rail; None allows all."""
        self._allowed = names
        self._fill_rail()

    def show_page(self, name: str) -> None:
        """Show a page and tell it; raises KeyError for a name there is not."""
        if self._make is not None and name in self._expected and name not in self._pages:
            self._make(name)
            if name not in self._pages:
                return
        placed = self._pages[name]
        self._name = name
        self._dress(placed.page)
        layer = self._layer(bare=placed.bare)
        layer.setCurrentWidget(placed.page)
        self._layers.setCurrentWidget(layer)
        self.setUpdatesEnabled(True)  # where the page before it waited for another look
        if self._frame is not None or not placed.bare:
            self.frame.set_bare(placed.bare)
            self.rail.open(name)
            self._show_banner()
            self.notice.hide()
        if isinstance(placed.page, Page):
            placed.page.opened()
        self.page_changed.emit(name)

    def changing(self) -> list[QWidget]:
        """The pages whose look changes in turns; the first is in sight, and painted once it has.

        A bare one changes at once: a lock leaves nobody's page in sight for it.
        """
        if self._is_bare() or self._name not in self._pages:
            return self.unseen()
        self.setUpdatesEnabled(False)
        return [self._pages[self._name].page, *self.unseen()]

    def in_sight(self) -> QWidget | None:
        """The page shown."""
        placed = self._pages.get(self._name)
        return None if placed is None else placed.page

    def unseen(self) -> list[QWidget]:
        """The pages that are not shown, and what stands around none that is bare, while one is.

        What changes on them may wait until they are shown.
        """
        shown = self.in_sight()
        around = self._frame.hidden_by_bare() if self._frame is not None and self._is_bare() else ()
        return [*(one.page for one in self._pages.values() if one.page is not shown), *around]

    def dress_next(self) -> None:
        """Give one more page the style sheet before it is shown."""
        for page in self.unseen():
            if not page.styleSheet() and not is_behind(page):
                dress(page)
                return

    def page(self) -> str:
        """The name of the page shown."""
        return self._name

    def set_patient(self, patient: Patient | None, today: date) -> None:
        """Exactly one patient is open, or none."""
        self._has_patient = patient is not None
        if self._frame is not None or patient is not None:
            self.banner.show_patient(patient, today)
            self._show_banner()

    def set_sync(self, words: str, icon: str, detail: str = "") -> None:
        """Where the records are: `ui.wording` has the words, tokens the icons."""
        self.status.set_sync(words, icon, detail)

    def set_backup(self, words: str) -> None:
        """Say that the newest backup is too old; an empty text for nothing to say."""
        self.status.set_backup(words)

    def set_user(self, words: str) -> None:
        """Who is signed in and where."""
        if self._frame is not None or words:
            self.status.set_user(words)

    def tell_rules(self, words: str) -> None:
        """What everybody is told of the rules in use; nothing while they are in date."""
        self.rules.tell(spoken(words))

    def set_count(self, name: str, count: int) -> None:
        """The number on a rail icon; a page not on the rail has none."""
        if name in self.rail.buttons:
            self.rail.set_count(name, count)

    def offer_undo(self, words: str, back: Callable[[], object]) -> None:
        """Say what was done and let it be taken back for ten seconds."""
        self.undo.offer(words, back)

    def refuse(self, known: Known) -> None:
        """Say a refusal in its own words."""
        self.notice.say(told(known))

    def show_fault(self, fault: BaseException) -> None:
        """Say that something is our fault; a refusal that nobody waited for is said as such."""
        self.notice.say(told(fault) if isinstance(fault, Known) else FAULT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that nothing took: to the page, then to whoever listens."""
        from ui.keys import is_modifier, name_of  # the first window has no key to name yet

        if is_modifier(event):
            super().keyPressEvent(event)
            return
        name = name_of(event)
        page = self.in_sight()
        if isinstance(page, Page) and page.on_key(name):
            return
        self.key.emit(name)
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """All its parts have their places now: the ring is around the field with the focus."""
        super().showEvent(event)
        self.ring.restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell that there is something to see."""
        super().paintEvent(event)
        self.painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rail narrows where the window is small for its text."""
        super().resizeEvent(event)
        self.restyle()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Lanes are closed by whoever listens."""
        self.closing.emit()
        super().closeEvent(event)

    def restyle(self) -> None:
        """Narrow or wide in the current theme."""
        if self._frame is not None:
            self._frame.set_narrow(is_narrow(self))

    def _dress(self, page: QWidget) -> None:
        catch_up(page)
        if not page.styleSheet():
            dress(page)

    def _layer(self, *, bare: bool) -> QStackedWidget:
        if bare:
            return self._bare
        if self._seat is None:
            self._seat = QStackedWidget()
            self._layers.addWidget(self._seat)
        return self._seat

    def _is_bare(self) -> bool:
        placed = self._pages.get(self._name)
        return placed is not None and placed.bare

    def _show_banner(self) -> None:
        placed = self._pages.get(self._name)
        self.banner.setVisible(self._has_patient and placed is not None and placed.banner)

    def _fill_rail(self) -> None:
        items = [*self._expected.values(), *(one.rail for one in self._pages.values() if one.rail)]
        allowed = self._allowed
        self.rail.show_items([one for one in items if allowed is None or one.name in allowed])
        self.rail.open(self._name)
