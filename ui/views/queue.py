"""The queue: views, what narrows them, the cases that wait; never a banner, never a bare reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.casework.overrides import Overrides
from app.core.errors import Known
from app.services.queue_acts import Assigned, PutAway
from ui.bound import bound
from ui.days import show
from ui.language import told, tr
from ui.models.queue import DIARY, EVERYTHING, OwnView, QueueModel, QueuePart, Wanted
from ui.models.queue_acts import QueueActs
from ui.models.queue_letters import ASK, PRINT, QueueLetters
from ui.models.queue_rows import SORTS
from ui.theme import current
from ui.views.queue_asking import QueueAsking
from ui.views.queue_bars import FiltersBar
from ui.views.queue_letters import QueueLettersPage
from ui.views.queue_list import QueueList
from ui.views.queue_strips import Strip
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.layout import Column, Label, Row
from ui.widgets.page import Page
from ui.widgets.scroll import Scroll
from ui.widgets.tabs import LEAD, Tab, Tabs

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
TWO, WERE_TWO = tr("&Two versions ({count})"), tr("Wha&t conflicted")
PAIRS = tr("Perhaps one p&erson ({count})")
_SHORT = 520


class QueuePage(Page):
    """`case_opened(registration_id, order)` replaces the list by the case: never both at once.

    `undoable(words, back)`: an act was done that can be taken back for a while.
    `conflicts_wanted()`: what two machines said differently.
    """

    case_opened = Signal(str, object)
    undoable = Signal(str, object)
    conflicts_wanted = Signal()

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
        self._conflicts, self._pairs_found = (0, 0), 0
        self.tabs = Tabs([Tab(name, words, 0) for name, words in model.views()])
        self.filters = FiltersBar()
        self.problem = Label("", weight="strong", role="error", wrap=True)
        self.cases = QueueList(self.tabs)
        self.rows, self.table, self.empty = self.cases.rows, self.cases.table, self.cases.empty
        self.acts = self.cases.acts
        self.two = Button("", kind="text", icon="alert-triangle", small=True, scale="small")
        self.overridden = Label("", scale="small", role="text2", wrap=True)
        self.asking = QueueAsking(model.today)
        self.letters = QueueLettersPage(letters)
        self._build()
        self._wire()
        self.problem.hide()
        self.overridden.hide()
        self.two.hide()

    def opened(self) -> None:
        """Read the view; the keys stand on the list."""
        self._model.watched = True
        self._model.refresh()
        if self._pages.currentWidget() is self.letters:
            self.letters.back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.cases.take_focus()

    def on_key(self, key: str) -> bool:
        """Esc leaves the letters; a strip closes by a key of its own."""
        return self._pages.currentWidget() is self.letters and self.letters.on_key(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tighter columns where the window is small for its text."""
        super().resizeEvent(event)
        self.cases.restyle()

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
        listed = QWidget()
        # The words of the first tab stand over the edge of the list.
        whole = Column(listed, gap=8, margins=(24 - LEAD, 8, 24, 12))
        whole.addWidget(self.tabs)
        below = Column(gap=8, margins=(LEAD, 0, 0, 0))
        below.addLayout(Row().holding(self.two, None))
        for part in (self.filters, self.asking, self.problem):
            below.addWidget(part)
        below.addWidget(self.cases, 1)
        below.addWidget(self.overridden)
        whole.addLayout(below, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(Scroll(listed))
        self._pages.addWidget(self.letters)
        Column(self).addWidget(self._pages)

    def _wire(self) -> None:
        self._wire_list()
        self._wire_filters()
        self._wire_acts()

    def _wire_list(self) -> None:
        model = self._model
        self.tabs.chosen.connect(self._choose_view)
        self.two.clicked.connect(self.conflicts_wanted)
        self.table.opened.connect(self._open)
        self.table.horizontalHeader().sectionClicked.connect(self._sort_by_column)
        self.rows.missing.connect(model.want)
        self.cases.seen.connect(model.near)
        model.shown.connect(self._show)
        model.paged.connect(self.rows.put)
        model.placed.connect(self.rows.put_standings)
        model.counted.connect(self._show_counts)
        model.overridden.connect(self._show_overridden)
        model.refused.connect(self._refuse)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.activated.connect(self._to_search)

    def _wire_filters(self) -> None:
        model, filters, asking = self._model, self.filters, self.asking
        filters.search.searched.connect(model.search)
        filters.search.left_downwards.connect(self.table.setFocus)
        filters.dropped.connect(self._drop_filter)
        filters.add.clicked.connect(lambda: asking.ask(asking.filter.open_strip))
        filters.order.clicked.connect(
            lambda: asking.ask(lambda: asking.sort.start(model.wanted().sort))
        )
        filters.save.clicked.connect(lambda: asking.ask(asking.save.start))
        filters.rename.clicked.connect(lambda: asking.ask(self._start_renaming))
        filters.delete.clicked.connect(lambda: asking.ask(asking.delete.open_strip))
        asking.filter.wanted.connect(model.add_filter)
        asking.sort.wanted.connect(model.sort)
        asking.opening.connect(self._make_way)
        asking.closed.connect(self._back_to_list)

    def _wire_acts(self) -> None:
        acts, asking = self._acts, self.asking
        self.acts.assign.clicked.connect(self._start_assigning)
        self.acts.snooze.clicked.connect(self._start_snoozing)
        self.acts.ask.clicked.connect(lambda: self._start_letters(ASK))
        self.acts.letters.clicked.connect(lambda: self._start_letters(PRINT))
        self.letters.closed.connect(self._leave_letters)
        acts.people.connect(self._offer_people)
        asking.assign.wanted.connect(lambda to: acts.assign(self.cases.chosen(), to))
        asking.snooze.wanted.connect(
            lambda until, reason: acts.snooze(self.cases.chosen(), until, reason)
        )
        asking.save.wanted.connect(lambda name: acts.save_view(name, self._model.wanted()))
        asking.rename.wanted.connect(self._rename)
        asking.delete.wanted.connect(self._delete)
        acts.assigned.connect(self._say_assigned)
        acts.put_away.connect(self._say_put_away)
        acts.brought_back.connect(self._say_back)
        acts.view_saved.connect(self._show_saved)
        acts.view_changed.connect(bound(self, lambda: asking.finish(asking.rename)))
        acts.refused.connect(self._refuse_act)

    # What is asked for

    def _to_search(self) -> None:
        self.asking.close_all()
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

    def _start_renaming(self) -> None:
        own = self._model.own_view()
        if own is not None:
            self.asking.rename.start(own.name)

    def _rename(self, name: str) -> None:
        own = self._model.own_view()
        if own is not None:
            self._acts.rename_view(own.view_id, name)

    def _delete(self) -> None:
        own = self._model.own_view()
        if own is not None:
            self._acts.delete_view(own.view_id)

    # What is done

    def _make_way(self) -> None:
        """For a strip that asks."""
        self.problem.hide()
        self._make_room(not self._is_short())

    def _is_short(self) -> bool:
        """Whether a strip and the bars would leave the list no room."""
        return self.height() < current().px(_SHORT)

    def _make_room(self, roomy: bool) -> None:
        self.filters.setVisible(roomy)
        self.acts.setVisible(roomy)

    def _back_to_list(self) -> None:
        self._make_room(True)
        home = self.asking.came_from() or self.cases.home()
        home.setFocus(Qt.FocusReason.OtherFocusReason)

    def _start_assigning(self) -> None:
        if self.cases.chosen():
            self._acts.who()

    def _offer_people(self, people: tuple[tuple[str, str], ...]) -> None:
        self.asking.assign.offer(people)
        self.asking.assign.say_whom(self.cases.whom())
        self.asking.ask(self.asking.assign.open_strip)

    def _start_snoozing(self) -> None:
        if self._is_of_snoozed(self._shown):
            self._acts.wake(self.cases.chosen())
        elif self.cases.chosen():
            self.asking.snooze.say_whom(self.cases.whom())
            cases = self.cases.chosen()
            self.asking.ask(lambda: self.asking.snooze.start(cases))

    def _start_letters(self, what: str) -> None:
        cases = self.cases.chosen()
        if cases:
            self._pages.setCurrentWidget(self.letters)
            self.letters.begin(what, cases)

    def _leave_letters(self) -> None:
        self._pages.setCurrentIndex(0)
        self.rows.clear_ticks()
        self.cases.take_focus()

    def _say_assigned(self, done: Assigned) -> None:
        self._after_act(self.asking.assign)
        words = GIVEN_ONE if len(done.before) == 1 else GIVEN_SOME
        said = words.format(count=len(done.before), to=done.to)
        self.undoable.emit(said, lambda: self._acts.undo_assigning(done))

    def _say_put_away(self, done: PutAway) -> None:
        self._after_act(self.asking.snooze)
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
        self.asking.finish(strip)

    def _show_saved(self, view: OwnView) -> None:
        self.asking.finish(self.asking.save)
        self._model.show_saved(view)

    def _refuse_act(self, known: Known) -> None:
        if not self.asking.refuse(known):
            self._refuse(known)

    def _refuse(self, known: Known) -> None:
        self._tell(told(known))

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
        self._shown = part.wanted
        self.cases.show_part(part, today=self._model.today(), nothing=self._nothing(part))
        self._show_head(part)
        self.cases.show_place()

    def _show_head(self, part: QueuePart) -> None:
        own = [Tab(view.view_id, view.name) for view in part.own]
        everybodys = [
            Tab(name, words, part.counts.get(name, 0)) for name, words in self._model.views()
        ]
        self.tabs.set_tabs([*everybodys, *own], self._model.key())
        self._own = tuple(view.view_id for view in part.own)
        self._show_counts(part.counts)
        self.cases.show_treatment(part.wanted.view != DIARY)
        self.asking.filter.offer(part.filters)
        mine = self._model.own_view()
        changed = mine is not None and mine.wanted != part.wanted
        self.filters.show_wanted(
            [(name, self.asking.filter.words(name, value)) for name, value in part.wanted.filters],
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

    def show_conflicts(self, waiting: int, settled: int) -> None:
        """How many cases have two versions; what was chosen stays to be read."""
        self._conflicts = waiting, settled
        self._show_two()

    def show_pairs(self, found: Sequence[object]) -> None:
        """How many pairs of records may be one person each."""
        self._pairs_found = len(found)
        self._show_two()

    def _show_two(self) -> None:
        waiting, settled = self._conflicts
        words = TWO.format(count=waiting) if waiting else WERE_TWO
        if self._pairs_found and not waiting:
            words = PAIRS.format(count=self._pairs_found)
        self.two.set_words(words)
        self.two.setVisible(bool(waiting or settled or self._pairs_found))

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
