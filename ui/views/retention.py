"""Retention: copies and whole cases whose time is over, listed by one, removed by another."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.services.due_cases import DueWhole
from app.services.due_copies import DueCopies
from app.services.record_holds import HeldCase
from app.services.retention import Listed, Retention
from ui.cells import Cell
from ui.days import show
from ui.language import tr
from ui.models.due_count import CasesDue, CopiesDue
from ui.models.listing import Line, Listing
from ui.models.retention import RetentionModel
from ui.views.audit_words import moment
from ui.views.retention_words import (
    CERTIFICATE_COLUMNS,
    CERTIFICATES,
    NO_CERTIFICATE,
    certificate_line,
    certificates_table,
    table,
)
from ui.views.settings_panel import SettingsPanel
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.check import Check
from ui.widgets.field import Field
from ui.widgets.inputs import Choice, LineEdit
from ui.widgets.layout import Column, Label, Row
from ui.widgets.typed import typed_in

TITLE = tr("Retention")
LEAD = tr(
    "Copies of papers go {days} days after the final decision; what was seen, its dates and why "
    "the copy went stay with the case. Whole cases go when the time of their kind is over, on "
    "every computer of the trust. You see references and figures, and no patient."
)
DUE = tr("Copies whose time is over")
NOTHING_DUE = tr("No copy has had its time.")
DUE_COLUMNS = (tr("Case"), tr("Final decision"), tr("Copies"), tr("Pages"), tr("Held for"))
PROPOSE = tr("&List these for removal")
PROPOSE_CHECK, PROPOSE_THEN = (
    tr("Check the list"),
    tr("Nothing is removed yet. Another administrator approves the list or declines it."),
)
CASES_DUE = tr("Whole cases whose time is over")
NO_CASE_DUE = tr("No case has had its time.")
COUNTED, CASES_COUNTING = (
    tr("Cases: {count}. Shown here: {shown}, those finished the longest ago."),
    tr("Cases so far: {count}. The others are being counted."),
)
ONE_LIST = tr("One list holds {most} cases. The others come with the next.")
CASES_GO_ELSEWHERE = tr(
    "Whole cases are removed at an officer’s computer, so that they go everywhere."
)
CASE_COLUMNS = (tr("Case"), tr("Kind of record"), tr("Due since"), tr("Held for"))
PROPOSE_CASES = tr("List these &cases for removal")
WAITING, WAITING_COPIES, WAITING_CASES = (
    tr("A list waits for a second person"),
    tr("Listed by {by}, {at}. Cases whose copies go: {cases}."),
    tr("Listed by {by}, {at}. Whole cases that go: {cases}."),
)
OWN = tr("You made this list. Another administrator approves it; you may take it back.")
APPROVE, DECLINE = tr("&Approve and remove"), tr("&Decline")
WHY_NOT = tr("Why not, where you decline")
APPROVE_CHECK, APPROVE_THEN, APPROVE_CONFIRM = (
    tr("Check before you remove"),
    tr(
        "The pages are overwritten and nobody can bring them back. What is held, or came back "
        "before the team meanwhile, stays. A certificate without patient data says what went."
    ),
    tr("&Remove the copies"),
)
CASES_THEN, CASES_CONFIRM = (
    tr(
        "The cases go on every computer of the trust, with their papers, and with patients who "
        "have no other case. They are overwritten and nobody can bring them back. What is held, or "
        "was worked on meanwhile, stays. Whoever comes back is registered like anybody. "
        "A certificate without patient data says what went."
    ),
    tr("&Remove the cases"),
)
HOLDS, HOLDS_WHY = (
    tr("Cases held"),
    tr("Nothing of a case is removed while an appeal, a legal action or an inquiry goes on."),
)
NO_HOLD = tr("No case is held.")
HOLD_COLUMNS = (tr("Case"), tr("Held for"))
REF, KIND = tr("Case reference"), tr("Held for")
HOLD, RELEASE = tr("&Hold this case"), tr("&End the hold chosen")
CASES, WHOLE_CASES, COPIES, LISTED_BY = (
    tr("Cases"),
    tr("Whole cases"),
    tr("Copies"),
    tr("Listed by"),
)


class RetentionPanel(SettingsPanel):
    """What is due, what waits, what is held, what was removed; each act behind its check page."""

    def __init__(self, model: RetentionModel, parent: QWidget | None = None) -> None:
        days = model.desk.retention.copies.days
        super().__init__(TITLE, LEAD.format(days=days), parent)
        self._model = model
        self._found: Retention | None = None
        self._cases, self._copies = CasesDue(), CopiesDue()
        self.due, self.holds = Listing(DUE_COLUMNS, self), Listing(HOLD_COLUMNS, self)
        self.cases = Listing(CASE_COLUMNS, self)
        self.certificates = Listing(CERTIFICATE_COLUMNS, self)
        self.due_table = table(DUE, (86, 130, 72, 72, None), self.due)
        self.cases_table = table(CASES_DUE, (86, 190, 118, None), self.cases)
        self.holds_table = table(HOLDS, (100, None), self.holds)
        self.certificates_table = certificates_table(self.certificates)
        self.none_due = Label(NOTHING_DUE, wrap=True)
        self.due_counted = Label("", role="text2", wrap=True)
        self.no_case_due = Label(NO_CASE_DUE, wrap=True)
        self.cases_counted = Label("", role="text2", wrap=True)
        self.none_held = Label(NO_HOLD, wrap=True)
        self.none_removed = Label(NO_CERTIFICATE, wrap=True)
        self.propose = Button(PROPOSE, icon="file-text")
        self.propose_cases = Button(PROPOSE_CASES, icon="file-text")
        self.waiting_words = Label("", wrap=True)
        self.own = Label(OWN, role="text2", wrap=True)
        self.why_not = Field(WHY_NOT, LineEdit())
        self.approve = Button(APPROVE, kind="primary", icon="check")
        self.decline = Button(DECLINE, icon="x")
        self.ref = Field(REF, LineEdit(placeholder=tr("Such as R-1042")))
        self.kind = Field(KIND, Choice())
        self.hold = Button(HOLD, icon="lock")
        self.release = Button(RELEASE, icon="clock")
        self.fields = {"note": self.why_not, "ref": self.ref, "kind": self.kind}
        self._build()
        self._wire()

    def refresh(self) -> None:
        """Read what is due."""
        self._model.refresh()

    def shown(self) -> None:
        """Read what can be chosen too."""
        if not self.kind.input.count():
            self._model.load_kinds()
        super().shown()

    def take_focus(self) -> None:
        """On what waits for this person, else on what is due, else on the page to be read."""
        for part in (self.approve, self.due_table):
            if part.isVisible() and part.isEnabled():
                part.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.ref.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self._waiting = Card(WAITING, icon="users", ground="tint", gap=10)
        self._waiting.body.holding(self.waiting_words, self.own, self.why_not)
        self._waiting.body.addLayout(Row(gap=12).holding(self.approve, self.decline, None))
        due = Card(DUE, gap=10)
        due.body.holding(self.due_table, self.due_counted, self.none_due)
        due.body.addLayout(Row().holding(self.propose, None))
        cases = Card(CASES_DUE, gap=10)
        cases.body.holding(self.cases_table, self.cases_counted, self.no_case_due)
        cases.body.addLayout(Row().holding(self.propose_cases, None))
        held = Card(HOLDS, gap=10)
        held.body.holding(
            Label(HOLDS_WHY, role="text2", wrap=True), self.holds_table, self.none_held
        )
        held.body.addLayout(Row().holding(self.release, None))
        on_hold = QWidget()
        Column(on_hold, gap=10).holding(self.ref, self.kind)
        held.body.addWidget(on_hold)
        self._typed_note = typed_in(self.why_not, "not_removed")
        self._typed_hold = typed_in(on_hold, "hold_a_case")
        held.body.addLayout(Row().holding(self.hold, None))
        removed = Card(CERTIFICATES, gap=10)
        removed.body.holding(self.certificates_table, self.none_removed)
        self.body.holding(self._waiting, due, cases, held, removed, None)
        tables = (self.due_table, self.cases_table, self.holds_table, self.certificates_table)
        counted = (self.none_due, self.due_counted, self.no_case_due, self.cases_counted)
        for part in (self._waiting, *counted, *tables):
            part.hide()

    def _wire(self) -> None:
        self.propose.clicked.connect(self._check_list)
        self.propose_cases.clicked.connect(self._check_cases)
        self.approve.clicked.connect(self._check_removal)
        self.decline.clicked.connect(self._decline)
        self.hold.clicked.connect(self._hold)
        self.ref.input.returnPressed.connect(self._hold)
        self.release.clicked.connect(self._release)
        self._model.shown.connect(self._show)
        self._model.copies.connect(self._show_copies)
        self._model.cases.connect(self._show_cases)
        self._model.kinds.connect(self._offer_kinds)
        self._model.told.connect(self._done)
        self._model.refused.connect(self.refuse)

    def _show(self, found: Retention) -> None:
        self._found = found
        lists = (
            (self.holds, [_held(one) for one in found.holds], self.holds_table, self.none_held),
            (
                self.certificates,
                [certificate_line(one) for one in found.certificates],
                self.certificates_table,
                self.none_removed,
            ),
        )
        for listing, lines, shown, nothing in lists:
            listing.show_rows(lines)
            shown.setVisible(bool(lines))
            nothing.setVisible(not lines)
        self.no_case_due.setText(CASES_GO_ELSEWHERE if found.cases_go_elsewhere else NO_CASE_DUE)
        self.propose.hide()
        self.propose_cases.hide()
        self.release.setVisible(bool(found.holds))
        self._waiting.setVisible(bool(found.waiting))
        self._typed_note.set_down()
        self.why_not.input.clear()
        for listed in found.waiting[:1]:
            words = WAITING_CASES if listed.whole else WAITING_COPIES
            self.waiting_words.setText(
                words.format(by=listed.by, at=moment(listed.at), cases=listed.cases)
            )
            self.own.setVisible(listed.own)
            self.approve.setEnabled(not listed.own)
            self._typed_note.take_up(str(listed.removal_id))

    def _offer_kinds(self, kinds: Sequence[tuple[object, str]]) -> None:
        self.kind.input.set_choices(kinds)
        self._typed_hold.take_up()

    def _show_copies(self, due: CopiesDue) -> None:
        self._copies = due
        self.due.show_rows([_due_line(one) for one in due.rows])
        self.due_table.setVisible(bool(due.rows))
        self.none_due.setVisible(not due.count and not due.counting)
        words = CASES_COUNTING if due.counting else COUNTED
        self.due_counted.setText(words.format(count=due.count, shown=len(due.rows)))
        self.due_counted.setVisible(due.counting or due.count > len(due.rows))
        self.propose.setVisible(self._may_list(due))

    def _may_list(self, due: CasesDue | CopiesDue) -> bool:
        """Whether there is something to list, it is known what it would come to, and none waits."""
        known = not due.counting or due.free >= self._most
        return bool(due.free) and known and self._found is not None and not self._found.waiting

    def _show_cases(self, due: CasesDue) -> None:
        self._cases = due
        self.cases.show_rows([_case_line(one) for one in due.rows])
        self.cases_table.setVisible(bool(due.rows))
        self.no_case_due.setVisible(not due.count and not due.counting)
        words = CASES_COUNTING if due.counting else COUNTED
        self.cases_counted.setText(words.format(count=due.count, shown=len(due.rows)))
        self.cases_counted.setVisible(due.counting or due.count > len(due.rows))
        self.propose_cases.setVisible(self._may_list(due))

    def _check_list(self) -> None:
        cases = min(self._copies.free, self._most)
        facts = ((CASES, str(cases)), (COPIES, str(self._copies.listed)))
        then = self._then(cases, self._copies.free)
        self._check(PROPOSE_CHECK, facts, then, PROPOSE, self._model.propose)

    def _check_cases(self) -> None:
        cases = min(self._cases.free, self._most)
        facts = ((WHOLE_CASES, str(cases)),)
        then = self._then(cases, self._cases.free)
        self._check(PROPOSE_CHECK, facts, then, PROPOSE_CASES, self._model.propose_cases)

    def _then(self, listed: int, free: int) -> str:
        """What follows, and that the rest of those nothing holds come with the next list."""
        more = f"{ONE_LIST.format(most=self._most)} " if listed < free else ""
        return f"{more}{PROPOSE_THEN}"

    def _check_removal(self) -> None:
        listed = self._listed()
        if listed is not None:
            what = WHOLE_CASES if listed.whole else CASES
            facts = ((what, str(listed.cases)), (LISTED_BY, listed.by))
            then, confirm = APPROVE_THEN, APPROVE_CONFIRM
            if listed.whole:
                then, confirm = CASES_THEN, CASES_CONFIRM
            self._check(APPROVE_CHECK, facts, then, confirm, lambda: self._model.approve(listed))

    def _check(
        self,
        title: str,
        facts: tuple[tuple[str, str], ...],
        then: str,
        confirm: str,
        act: Callable[[], object],
    ) -> None:
        self.clear_problems()
        self.ask(Check(title=title, facts=facts, then=then, confirm=confirm), act)

    def _decline(self) -> None:
        listed = self._listed()
        if listed is not None:
            self.clear_problems()
            self._model.decline(listed, self.why_not.input.text())

    def _hold(self) -> None:
        self.clear_problems()
        self._model.hold(self.ref.input.text(), str(self.kind.input.value() or ""))

    def _release(self) -> None:
        one = self.holds.thing_at(self.holds_table.row())
        if isinstance(one, HeldCase):
            self.clear_problems()
            self._model.release(one.ref, one.kind)

    @property
    def _most(self) -> int:
        return self._model.desk.retention.most

    def _listed(self) -> Listed | None:
        return self._found.waiting[0] if self._found and self._found.waiting else None

    def _done(self, words: str) -> None:
        for field in (self.why_not, self.ref):
            field.input.clear()
        self.kind.input.set_value(None)
        for typed in (self._typed_note, self._typed_hold):
            typed.done()
        if self.pages.currentWidget() is self.check:
            self.pages.setCurrentWidget(self.own_page)
        self.tell(words)
        self.take_focus()


def _due_line(one: DueCopies) -> Line:
    texts = (one.ref, show(one.final_on), str(one.copies), str(one.pages), one.held_for)
    return _line(one, DUE_COLUMNS, texts, right=(2, 3))


def _case_line(one: DueWhole) -> Line:
    texts = (one.ref, one.why, show(one.due_on), one.held_for)
    return _line(one, CASE_COLUMNS, texts)


def _line(
    one: object, heads: Sequence[str], texts: Sequence[str], right: Sequence[int] = ()
) -> Line:
    cells = tuple(
        Cell(text, strong=not place, right=place in right) for place, text in enumerate(texts)
    )
    said = ", ".join(f"{head} {text}" for head, text in zip(heads, texts, strict=True) if text)
    return Line(one, cells, said)


def _held(one: HeldCase) -> Line:
    return Line(one, (Cell(one.ref, strong=True), Cell(one.label)), f"{one.ref}, {one.label}")
