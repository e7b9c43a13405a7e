"""The queue: views, what narrows them, the cases that wait; never a banner, never a bare reason."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.casework.overrides import Overrides
from app.core.dates import show
from app.core.errors import Known
from app.services.queue_acts import Assigned, PutAway
from ui.delegates.rows import Rows
from ui.language import tr
from ui.models.queue import DIARY, EVERYTHING, OwnView, QueueModel, QueuePart, Wanted
from ui.models.queue_acts import QueueActs
from ui.models.queue_letters import ASK, PRINT, QueueLetters
from ui.models.queue_rows import SORTS, QueueRows
from ui.theme import current
from ui.views.queue_bars import ActsBar, FiltersBar
from ui.views.queue_letters import QueueLettersPage
from ui.views.queue_strips import (
    AssignStrip,
    DeleteStrip,
    FilterStrip,
    NameStrip,
    SnoozeStrip,
    SortStrip,
    Strip,
)
from ui.widgets.announce import announce
from ui.widgets.card import Card
from ui.widgets.layout import NONE, Column, Label, Rule, is_narrow
from ui.widgets.page import Page
from ui.widgets.table import Table
from ui.widgets.tabs import Tab, Tabs

TABLE = tr("Cases that wait")
NOBODY_HERE, NOBODY_DUE = tr("No cases here."), tr("No cases due.")
NOBODY_FOUND = tr("No case answers to “{text}”. Clear the search to see them all.")
NOBODY_LEFT = tr("No case has all of this. Take a filter away to see more.")
NEW_TODAY = tr("{count} new today: press Ctrl+{place}.")
GIVEN_ONE, GIVEN_SOME = tr("1 case assigned to {to}"), tr("{count} cases assigned to {to}")
AWAY_ONE = tr("1 case put away until {day}")
AWAY_SOME = tr("{count} cases put away until {day}")
STAYED = tr("{ref} stays: {why}")
BACK_ONE, BACK_SOME = tr("1 case is back."), tr("{count} cases are back.")
OVERRIDDEN = tr("The team chose otherwise in {overridden} of {decisions} decisions this month.")
_WIDTHS = (48, 84, 270, None, 130, 150, 120)
_SHORT = 520
_TREATMENT = 4  # the diary goes by another day, and needs the room for why
_NARROW = (40, 76, 210, None, 106, 134, 96)


class QueuePage(Page):
    """`case_opened(registration_id, order)` replaces the list by the case: never both at once.

    `undoable(words, back)`: an act was done that can be taken back for a while.
    """

    case_opened = Signal(str, object)
    undoable = Signal(str, object)

    def __init__(
        self,
        model: QueueModel,
        acts: QueueActs,
        letters: QueueLetters,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model, self._acts = model, acts
        self._shown = Wanted()
        self._own: tuple[str, ...] = ()
        self._came_from: QWidget | None = None
        self._lent_focus = False  # to the tabs, while the list is empty
        self.tabs = Tabs([Tab(name, words, 0) for name, words in model.views()])
        self.filters = FiltersBar()
        self.problem = Label("", weight="strong", role="error", wrap=True)
        self.rows = QueueRows(self)
        self.table = Table(TABLE, _WIDTHS)
        self.table.setModel(self.rows)
        self.table.setItemDelegate(Rows(self.table))
        self.empty = Label("", role="text2", wrap=True)
        self.acts = ActsBar()
        self.overridden = Label("", scale="small", role="text2", wrap=True)
        self.filter_strip, self.sort_strip = FilterStrip(), SortStrip()
        self.assign_strip, self.snooze_strip = AssignStrip(), SnoozeStrip(model.today)
        self.save_strip, self.rename_strip, self.delete_strip = (
            NameStrip(),
            NameStrip(),
            DeleteStrip(),
        )
        self.letters = QueueLettersPage(letters)
        self._build()
        self._wire()
        self.problem.hide()
        self.overridden.hide()
        self.restyle()

    def opened(self) -> None:
        """Read the view; the keys stand on the list."""
        self._model.watched = True
        self._model.refresh()
        if self._pages.currentWidget() is self.letters:
            self.letters.back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_key(self, key: str) -> bool:
        """Esc leaves the letters; a strip closes by a key of its own."""
        if key == "Esc" and self._pages.currentWidget() is self.letters:
            self.letters.leave()
            return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tighter columns where the window is small for its text."""
        super().resizeEvent(event)
        self.restyle()

    def restyle(self) -> None:
        """The columns are as wide as the design says."""
        self.table.set_widths(_NARROW if is_narrow(self) else _WIDTHS)

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks."""
        super().showEvent(event)
        self._model.watched = True

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: only counts are kept up to date."""
        super().hideEvent(event)
        self._model.watched = False

    # Building

    def _build(self) -> None:
        self._stack = QStackedWidget()
        nothing = QWidget()
        Column(nothing, margins=(16, 16, 16, 16)).holding(self.empty, None)
        self._stack.addWidget(self.table)
        self._stack.addWidget(nothing)
        card = Card(margins=(2, 2, 10, 4), gap=0)
        card.body.set_margins(NONE)  # the table reaches to the card's edge
        card.body.addWidget(self._stack, 1)
        card.body.addWidget(Rule())
        card.body.addWidget(self.acts)
        listed = QWidget()
        whole = Column(listed, gap=8, margins=(24, 8, 24, 12))
        for part in (self.tabs, self.filters, *self._strips(), self.problem):
            whole.addWidget(part)
        whole.addWidget(card, 1)
        whole.addWidget(self.overridden)
        self._pages = QStackedWidget()
        self._pages.addWidget(listed)
        self._pages.addWidget(self.letters)
        Column(self).addWidget(self._pages)

    def _strips(self) -> tuple[Strip, ...]:
        return (
            *(self.filter_strip, self.sort_strip, self.save_strip, self.rename_strip),
            *(self.delete_strip, self.assign_strip, self.snooze_strip),
        )

    def _wire(self) -> None:
        self._wire_list()
        self._wire_filters()
        self._wire_acts()

    def _wire_list(self) -> None:
        model, bar = self._model, self.table.verticalScrollBar()
        self.tabs.chosen.connect(self._choose_view)
        self.table.opened.connect(self._open)
        self.table.horizontalHeader().setSectionsClickable(True)
        self.table.horizontalHeader().sectionClicked.connect(self._sort_by_column)
        self.rows.missing.connect(model.want)
        self.rows.ticks_changed.connect(self.acts.show_ticks)
        bar.valueChanged.connect(self._show_place)
        bar.rangeChanged.connect(self._show_place)
        self.acts.before.clicked.connect(lambda: self._turn(-1))
        self.acts.after.clicked.connect(lambda: self._turn(1))
        model.shown.connect(self._show)
        model.paged.connect(self.rows.put)
        model.counted.connect(self._show_counts)
        model.overridden.connect(self._show_overridden)
        model.refused.connect(self._refuse)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.activated.connect(self._to_search)

    def _wire_filters(self) -> None:
        model, filters = self._model, self.filters
        filters.search.searched.connect(model.search)
        filters.search.left_downwards.connect(self.table.setFocus)
        filters.dropped.connect(self._drop_filter)
        filters.add.clicked.connect(lambda: self._ask(self.filter_strip.open_strip))
        filters.order.clicked.connect(
            lambda: self._ask(lambda: self.sort_strip.start(model.wanted().sort))
        )
        filters.save.clicked.connect(lambda: self._ask(self.save_strip.start))
        filters.rename.clicked.connect(lambda: self._ask(self._start_renaming))
        filters.delete.clicked.connect(lambda: self._ask(self.delete_strip.open_strip))
        self.filter_strip.wanted.connect(model.add_filter)
        self.sort_strip.wanted.connect(model.sort)
        for strip in self._strips():
            strip.closed.connect(self._back_to_list)

    def _wire_acts(self) -> None:
        acts = self._acts
        self.acts.assign.clicked.connect(self._start_assigning)
        self.acts.snooze.clicked.connect(self._start_snoozing)
        self.acts.ask.clicked.connect(lambda: self._start_letters(ASK))
        self.acts.letters.clicked.connect(lambda: self._start_letters(PRINT))
        self.letters.closed.connect(self._leave_letters)
        acts.people.connect(self._offer_people)
        self.assign_strip.wanted.connect(lambda to: acts.assign(self._chosen(), to))
        self.snooze_strip.wanted.connect(
            lambda until, reason: acts.snooze(self._chosen(), until, reason)
        )
        self.save_strip.wanted.connect(lambda name: acts.save_view(name, self._model.wanted()))
        self.rename_strip.wanted.connect(self._rename)
        self.delete_strip.wanted.connect(self._delete)
        acts.assigned.connect(self._say_assigned)
        acts.put_away.connect(self._say_put_away)
        acts.brought_back.connect(self._say_back)
        acts.view_saved.connect(self._show_saved)
        acts.view_changed.connect(lambda: self._close_strip(self.rename_strip))
        acts.refused.connect(self._refuse_act)

    # What is asked for

    def _to_search(self) -> None:
        for strip in self._strips():
            self._close_strip(strip)
        self.filters.to_search()

    def _choose_view(self, key: str) -> None:
        self.filters.search.clear()
        self._model.show_view(key)

    def _drop_filter(self, name: str) -> None:
        self._model.drop_filter(name)
        self.filters.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sort_by_column(self, column: int) -> None:
        if SORTS[column] and self._model.wanted().view != DIARY:
            self._model.sort(SORTS[column])

    def _turn(self, way: int) -> None:
        seen = max(self.table.viewport().height() // self.table.rowHeight(0), 1)
        last = self.rows.rowCount() - 1
        self.table.go_to(min(max(self.table.row() + way * seen, 0), last))

    def _start_renaming(self) -> None:
        own = self._model.own_view()
        if own is not None:
            self.rename_strip.start(own.name)

    def _rename(self, name: str) -> None:
        own = self._model.own_view()
        if own is not None:
            self._acts.rename_view(own.view_id, name)

    def _delete(self) -> None:
        own = self._model.own_view()
        if own is not None:
            self._acts.delete_view(own.view_id)

    # What is done

    def _ask(self, opens: Callable[[], object]) -> None:
        """One strip at a time; the focus goes back where it came from."""
        came_from = self.focusWidget()
        for strip in self._strips():
            strip.hide()
        self._came_from = came_from
        self.problem.hide()
        self._make_room(not self._is_short())
        opens()

    def _is_short(self) -> bool:
        """Whether a strip and the bars would leave the list no room."""
        return self.height() < current().px(_SHORT)

    def _make_room(self, roomy: bool) -> None:
        self.filters.setVisible(roomy)
        self.acts.setVisible(roomy)

    def _close_strip(self, strip: Strip) -> None:
        if strip.isVisible():
            strip.close_strip()

    def _back_to_list(self) -> None:
        self._make_room(True)
        home, self._came_from = self._came_from, None
        if home is None or not home.isVisibleTo(self) or not home.isEnabled():
            home = self.table if self.rows.rowCount() else self.tabs
        home.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self) -> tuple[str, ...]:
        """The ticked cases, else the current one."""
        ticked = self.rows.ticked()
        here = self.rows.row_at(self.table.row())
        return ticked or ((here.registration_id,) if here is not None else ())

    def _start_assigning(self) -> None:
        if self._chosen():
            self._acts.who()

    def _offer_people(self, people: tuple[tuple[str, str], ...]) -> None:
        self.assign_strip.offer(people)
        self._ask(self.assign_strip.open_strip)

    def _start_snoozing(self) -> None:
        if self._is_of_snoozed(self._shown):
            self._acts.wake(self._chosen())
        elif self._chosen():
            self._ask(self.snooze_strip.start)

    def _start_letters(self, what: str) -> None:
        cases = self._chosen()
        if cases:
            self._pages.setCurrentWidget(self.letters)
            self.letters.begin(what, cases)

    def _leave_letters(self) -> None:
        self._pages.setCurrentIndex(0)
        self.rows.clear_ticks()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_assigned(self, done: Assigned) -> None:
        self._after_act(self.assign_strip)
        words = GIVEN_ONE if len(done.before) == 1 else GIVEN_SOME
        said = words.format(count=len(done.before), to=done.to)
        self.undoable.emit(said, lambda: self._acts.undo_assigning(done))

    def _say_put_away(self, done: PutAway) -> None:
        self._after_act(self.snooze_strip)
        self._tell(" ".join(STAYED.format(ref=one.ref, why=one.why) for one in done.not_done))
        if done.done:
            words = AWAY_ONE if len(done.done) == 1 else AWAY_SOME
            said = words.format(count=len(done.done), day=show(done.until))
            self.undoable.emit(said, lambda: self._acts.undo_snoozing(done))

    def _say_back(self, count: int) -> None:
        self.rows.clear_ticks()
        announce(self, BACK_ONE if count == 1 else BACK_SOME.format(count=count))

    def _after_act(self, strip: Strip) -> None:
        self.rows.clear_ticks()
        self._close_strip(strip)

    def _show_saved(self, view: OwnView) -> None:
        self._close_strip(self.save_strip)
        self._model.show_saved(view)

    def _refuse_act(self, known: Known) -> None:
        asking = next((strip for strip in self._strips() if strip.isVisible()), None)
        if asking is not None:
            asking.refuse(known)
        else:
            self._refuse(known)

    def _refuse(self, known: Known) -> None:
        self._tell(known.message)

    def _tell(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        if words:
            announce(self, words, assertive=True)

    # What is shown

    def _open(self, row: int) -> None:
        case = self.rows.row_at(row)
        if case is not None:
            one = case.registration_id
            self.case_opened.emit(one, self._model.order(one, row))

    def _show(self, part: QueuePart) -> None:
        same = part.wanted == self._shown
        here, row = self.rows.row_at(self.table.row()), self.table.row()
        at = self.table.verticalScrollBar().value()
        had_focus = self.table.hasFocus()
        self._shown = part.wanted
        self.rows.start(part.wanted, part.total, self._model.today())
        for page, rows in part.pages():
            self.rows.put(page, rows)
        if same and here is not None:
            place = self.rows.place_of(here.registration_id)
            self.table.go_to(place if place >= 0 else min(row, part.total - 1))
            self.table.verticalScrollBar().setValue(at)
        elif not same:
            self.table.scrollToTop()
        self._stack.setCurrentIndex(0 if part.total else 1)
        self.empty.setText(self._nothing(part))
        if had_focus and not part.total:
            self._lent_focus = True
            self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._lent_focus and part.total:
            self._lent_focus = False
            if self.tabs.hasFocus():
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_head(part)
        self._show_place()

    def _show_head(self, part: QueuePart) -> None:
        own = [Tab(view.view_id, view.name) for view in part.own]
        everybodys = [
            Tab(name, words, part.counts.get(name, 0)) for name, words in self._model.views()
        ]
        self.tabs.set_tabs([*everybodys, *own], self._model.key())
        self._own = tuple(view.view_id for view in part.own)
        self._show_counts(part.counts)
        self.table.setColumnHidden(_TREATMENT, part.wanted.view == DIARY)
        self.restyle()
        self.filter_strip.offer(part.filters)
        mine = self._model.own_view()
        changed = mine is not None and mine.wanted != part.wanted
        self.filters.show_wanted(
            [(name, self.filter_strip.words(name, value)) for name, value in part.wanted.filters],
            sorted_by=part.sorted_by,
            in_diary=part.wanted.view == DIARY,
            own=mine is not None,
            worth_saving=changed or (mine is None and part.wanted != Wanted(view=part.wanted.view)),
        )
        self.acts.offer(
            some=part.total > 0,
            in_diary=part.wanted.view == DIARY,
            snoozed=self._is_of_snoozed(part.wanted),
        )

    def _show_place(self, *_moved: int) -> None:
        total = self.rows.rowCount()
        first = self.table.rowAt(0)
        last = self.table.rowAt(self.table.viewport().height() - 1)
        self._model.near(first)
        self.acts.show_place(first, last if last >= 0 else total - 1, total)

    def _nothing(self, part: QueuePart) -> str:
        if part.wanted.search:
            return NOBODY_FOUND.format(text=part.wanted.search)
        if part.wanted.filters:
            return NOBODY_LEFT
        nobody = NOBODY_DUE if part.wanted.view == "due" else NOBODY_HERE
        new = part.counts.get("new", 0)
        if part.wanted.view in ("new", EVERYTHING) or not new:
            return nobody
        place = [name for name, _ in self._model.views()].index("new") + 1
        return f"{nobody} {NEW_TODAY.format(count=new, place=place)}"

    def _show_counts(self, counts: dict[str, int]) -> None:
        everybodys = {name: counts.get(name, 0) for name, _words in self._model.views()}
        here = self._model.key()
        own = {key: self.rows.rowCount() if key == here else None for key in self._own}
        self.tabs.set_counts({**everybodys, **own})

    def _show_overridden(self, found: Overrides) -> None:
        words = OVERRIDDEN.format(overridden=found.overridden, decisions=found.decisions)
        self.overridden.setText(words if found.decisions else "")
        self.overridden.setVisible(bool(found.decisions))

    def _is_of_snoozed(self, wanted: Wanted) -> bool:
        return any(name == "snoozed" for name, _ in wanted.filters)
