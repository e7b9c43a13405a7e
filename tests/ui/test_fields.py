"""Fields: labelled, forgiving while typing, exact on reading."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication, QListView, QStyleOptionComboBox, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.core.errors import BadInput
from app.core.people import NOT_KNOWN
from tests.ui.hands import opened, press, write
from ui import theme
from ui.widgets.countries import CountriesField
from ui.widgets.errors import ErrorSummary
from ui.widgets.facts import Facts
from ui.widgets.field import Field
from ui.widgets.focus import FocusRing
from ui.widgets.inputs import Choice, DateEdit, LineEdit, Notes
from ui.widgets.layout import Column, Label, Row
from ui.widgets.lookup import Lookup, Option
from ui.widgets.scroll import Scroll
from ui.widgets.search import SearchField

TODAY = date(2026, 7, 14)
COUNTRIES = [
    Option("NG", "Nigeria", ("NGA", "Nigerian")),
    Option("NE", "Niger", ("NER", "Nigerien")),
    Option("IE", "Ireland", ("IRL", "Irish")),
    Option("CI", "Côte d’Ivoire", ("CIV", "Ivorian")),
    Option("stateless", "Stateless"),
]


def a_date() -> DateEdit:
    return DateEdit(lambda: TODAY)


@pytest.mark.parametrize("typed", ["14/7/26", "140726", "14-Jul-2026", "14 July 2026"])
def test_a_date_is_understood_as_typed_and_echoed(qtbot: QtBot, typed: str) -> None:
    field = a_date()
    qtbot.addWidget(field)
    field.setText(typed)
    assert field.value() == date(2026, 7, 14)
    if typed != "14-Jul-2026":
        assert field.echo() == "14-Jul-2026"
    field.editingFinished.emit()
    assert field.text() == "14-Jul-2026"


def test_what_is_not_a_date_is_kept_and_said_only_when_read(qtbot: QtBot) -> None:
    field = a_date()
    qtbot.addWidget(field)
    field.setText("31/2/26")
    field.editingFinished.emit()
    assert field.text() == "31/2/26"
    assert field.echo() == ""
    with pytest.raises(BadInput, match="no such day"):
        field.value()


def test_a_leaving_date_may_be_unknown_or_empty(qtbot: QtBot) -> None:
    field = a_date()
    qtbot.addWidget(field)
    assert field.value() is None
    assert not field.is_unknown()
    field.setText("unknown")
    field.editingFinished.emit()
    assert field.is_unknown()
    assert field.text() == "Unknown"
    assert field.said() == NOT_KNOWN
    assert field.value() is None
    field.clear()
    field.show_said(NOT_KNOWN)
    assert (field.text(), field.said()) == ("Unknown", NOT_KNOWN)
    field.set_value(TODAY)
    assert field.text() == "14-Jul-2026"


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("nig", "NG"),
        ("NER", "NE"),
        ("irish", "IE"),
        ("cote", "CI"),
        ("ivoire", "CI"),
        ("st", "stateless"),
    ],
)
def test_a_country_is_found_by_name_code_or_demonym(
    qtbot: QtBot, typed: str, first: object
) -> None:
    field = Lookup(COUNTRIES)
    qtbot.addWidget(field)
    assert field.matches(typed)[0].value == first


def test_at_most_eight_matches_are_offered(qtbot: QtBot) -> None:
    field = Lookup([Option(number, f"Island {number}") for number in range(30)])
    qtbot.addWidget(field)
    assert len(field.matches("island")) == 8
    assert field.matches("  ") == []


def test_a_lookup_holds_nothing_until_it_names_an_option(qtbot: QtBot) -> None:
    field = Lookup(COUNTRIES)
    qtbot.addWidget(field)
    assert field.value() is None
    field.setText("nigeri")
    assert field.value() is None
    field.setText("nigerian")
    assert field.value() == "NG"
    field.editingFinished.emit()
    assert field.text() == "Nigeria"
    field.set_value(None)
    assert field.text() == ""


def test_a_match_is_taken_with_arrow_and_enter(qtbot: QtBot) -> None:
    window = QWidget()
    field = Lookup(COUNTRIES)
    Column(window).addWidget(field)
    qtbot.addWidget(window)
    opened(qtbot, window)
    given: list[object] = []
    field.chosen.connect(given.append)
    field.setFocus()
    write("ire")
    completer = field.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    press(Qt.Key.Key_Down, on=popup)
    press(Qt.Key.Key_Return, on=popup)
    assert given == ["IE"]
    assert field.text() == "Ireland"


def test_all_matches_are_in_sight_and_none_stays_once_one_is_taken(qtbot: QtBot) -> None:
    window = QWidget()
    field = CountriesField()
    field.set_options(COUNTRIES)
    Column(window).addWidget(field)
    qtbot.addWidget(window)
    opened(qtbot, window)
    field.setFocus()
    write("nig")
    completer = field.typing.completer()
    assert completer is not None
    popup = completer.popup()
    assert isinstance(popup, QListView)
    qtbot.waitUntil(popup.isVisible)
    assert popup.verticalScrollBar().maximum() == 0
    press(Qt.Key.Key_Down, on=popup)
    press(Qt.Key.Key_Return, on=popup)
    assert field.value() == ("NG",)
    assert not popup.isVisible()


def test_nothing_is_chosen_beforehand_and_the_wheel_changes_nothing(qtbot: QtBot) -> None:
    choice = Choice([("none", "No card"), ("ehic", "EHIC")])
    qtbot.addWidget(choice)
    assert choice.value() is None
    choice.set_value("ehic")
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(choice, turn)
    assert choice.value() == "ehic"
    choice.set_value("unheard of")
    assert choice.value() is None


def test_a_choice_that_finds_no_room_ends_with_a_mark(qtbot: QtBot) -> None:
    choice = Choice([("ehic", "European Health Insurance Card (EHIC)")])
    qtbot.addWidget(choice)
    choice.set_value("ehic")
    for width, whole in ((160, False), (600, True)):
        choice.resize(width, 36)
        drawn = QStyleOptionComboBox()
        choice.initStyleOption(drawn)
        assert drawn.currentText.endswith("…") is not whole
    assert choice.currentText() == "European Health Insurance Card (EHIC)"


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_a_choice_as_wide_as_it_wants_to_be_is_read_whole(
    qtbot: QtBot, qapp: QApplication, scale: float
) -> None:
    theme.apply(qapp, theme.Theme("light", scale))
    choice = Choice([("3", "March 2026"), ("9", "September 2026")])
    qtbot.addWidget(choice)
    for value in ("3", "9"):
        choice.set_choices([(value, {"3": "March 2026", "9": "September 2026"}[value])])
        choice.set_value(value)
        choice.show()
        choice.resize(choice.sizeHint())
        drawn = QStyleOptionComboBox()
        choice.initStyleOption(drawn)
        assert drawn.currentText == choice.currentText()


def test_a_choice_says_what_a_person_chose(qtbot: QtBot) -> None:
    choice = Choice([("none", "No card"), ("ehic", "EHIC")])
    qtbot.addWidget(choice)
    choice.show()
    given: list[object] = []
    choice.chosen.connect(given.append)
    press(Qt.Key.Key_E, on=choice)
    assert given == ["ehic"]


def test_an_error_stands_between_label_and_field_and_goes_again(qtbot: QtBot) -> None:
    field = Field("&Leaving date", a_date())
    qtbot.addWidget(field)
    field.resize(300, 200)
    field.show()
    field.input.setText("14/06/26")
    field.set_error("Leaving date must be after the arrival date")
    qtbot.waitUntil(lambda: field.error.isVisible())
    assert field.label.y() < field.error.mapTo(field, QPoint(0, 0)).y() < field.input.y()
    assert field.input.text() == "14/06/26"
    assert field.problem() == field.input.accessibleDescription()
    field.set_error("")
    assert not field.error.isVisible()


def test_a_fact_in_arabic_letters_stands_beside_its_label_as_any_other(qtbot: QtBot) -> None:
    facts = Facts("Answers")
    qtbot.addWidget(facts)
    facts.resize(700, 120)
    facts.show_facts([("Name", "Adeyemi"), ("Known as", "عائشة")])
    opened(qtbot, facts)
    begins = []
    for words in ("Adeyemi", "عائشة"):
        said = next(one for one in facts.findChildren(Label) if one.text() == words)
        picture = said.grab().toImage()
        ground = picture.pixel(picture.width() - 1, picture.height() - 1)
        inked = (
            x
            for x in range(picture.width())
            for y in range(picture.height())
            if picture.pixel(x, y) != ground
        )
        begins.append(next(inked))
    assert max(begins) < 20


def test_a_field_is_named_by_its_label(qtbot: QtBot) -> None:
    field = Field("&Family names, as on the document", LineEdit())
    qtbot.addWidget(field)
    seen = QAccessible.queryAccessibleInterface(field.input)
    assert seen.text(QAccessible.Text.Name) == "Family names, as on the document"
    assert field.label.buddy() is field.input


def test_notes_let_tab_through(qtbot: QtBot) -> None:
    window = QWidget()
    notes, after = Notes(lines=3), LineEdit()
    Column(window).holding(notes, after)
    qtbot.addWidget(window)
    opened(qtbot, window)
    notes.setFocus()
    write("Two words")
    press(Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert notes.text() == "Two words"


def test_a_search_is_said_on_enter_and_after_a_pause(qtbot: QtBot) -> None:
    search = SearchField("Find a patient", "NHS number")
    qtbot.addWidget(search)
    search.show()
    with qtbot.waitSignal(search.searched) as said:
        write(" okafor ", on=search)
    assert said.args == ["okafor"]
    with qtbot.waitSignal(search.searched):
        press(Qt.Key.Key_Return, on=search)
    assert search.height() == 56


def test_a_passphrase_may_be_pasted(qtbot: QtBot) -> None:
    field = LineEdit(password=True)
    qtbot.addWidget(field)
    QApplication.clipboard().setText("correct horse")
    field.paste()
    assert field.text() == "correct horse"


def test_the_summary_takes_the_focus_and_each_line_jumps_to_its_field(qtbot: QtBot) -> None:
    window = QWidget()
    summary, name, phone = ErrorSummary(), LineEdit("Okafor"), LineEdit()
    Column(window).holding(summary, name, phone, None)
    qtbot.addWidget(window)
    opened(qtbot, window)
    summary.show_problems([("Enter the family name", name), ("Enter a phone number", phone)])
    assert summary.hasFocus()
    assert "Enter a phone number" in summary.accessibleName()
    press(Qt.Key.Key_Return)
    assert name.hasFocus()
    assert name.text() == "Okafor"
    summary.links[1].setFocus()
    press(Qt.Key.Key_Return)
    assert phone.hasFocus()
    summary.set_short(True)
    assert [link.isVisible() for link in summary.links] == [True, False]
    summary.set_short(False)
    assert summary.links[1].isVisible()
    summary.show_problems([])
    assert not summary.isVisible()


def test_tab_reads_the_problems_before_what_stands_below_them(qtbot: QtBot) -> None:
    window = QWidget()
    summary, name, phone = ErrorSummary(), LineEdit("Okafor"), LineEdit()
    Column(window).holding(summary, name, phone, None)
    qtbot.addWidget(window)
    opened(qtbot, window)
    summary.show_problems([("Enter the family name", name), ("Enter a phone number", phone)])
    for then in (*summary.links, summary.go_to, name, phone):
        press(Qt.Key.Key_Tab)
        assert then.hasFocus()


def test_a_long_problem_is_told_on_as_many_lines_as_it_needs(qtbot: QtBot) -> None:
    window = QWidget()
    summary, field = ErrorSummary(), LineEdit()
    Column(window).holding(summary, field, None)
    qtbot.addWidget(window)
    opened(qtbot, window)
    window.resize(460, 400)
    words = "That passphrase does not open this folder. Type it again, or use the recovery key."
    summary.show_problems([(words, field)])
    qtbot.waitUntil(lambda: summary.links[0].height() > summary.links[0].sizeHint().height())
    link, go_to = summary.links[0].geometry(), summary.go_to.geometry()
    assert summary.rect().contains(link)
    assert summary.rect().contains(go_to)
    assert go_to.top() > link.bottom()  # below, so that the words have the whole width
    assert link.width() > summary.width() * 0.85


def test_the_focus_ring_follows_focus_scrolling_and_resizing(qtbot: QtBot) -> None:
    window, inside = QWidget(), QWidget()
    fields = [LineEdit() for _ in range(30)]
    Column(inside, gap=10, margins=(10, 10, 10, 10)).holding(*fields)
    Column(window).addWidget(Scroll(inside))
    window.resize(300, 300)
    qtbot.addWidget(window)
    ring = FocusRing(window)
    opened(qtbot, window)
    fields[0].setFocus()

    def around(field: LineEdit) -> bool:
        corner = field.mapTo(window, QPoint(-3, -3))
        return ring.isVisible() and ring.pos() == corner and ring.width() == field.width() + 6

    qtbot.waitUntil(lambda: around(fields[0]))
    fields[29].setFocus()
    qtbot.waitUntil(lambda: around(fields[29]))

    def fully_seen() -> bool:
        top = fields[29].mapTo(window, QPoint(0, 0)).y()
        return 0 <= top <= window.height() - fields[29].height()

    qtbot.waitUntil(fully_seen)
    qtbot.waitUntil(lambda: around(fields[29]))
    window.resize(420, 300)
    qtbot.waitUntil(lambda: around(fields[29]))
    fields[29].hide()
    qtbot.waitUntil(lambda: not ring.isVisible() or ring.field() is not fields[29])
    fields[3].setFocus()
    qtbot.waitUntil(lambda: around(fields[3]))
    fields[3].deleteLater()
    qtbot.waitUntil(lambda: not isValid(fields[3]))
    fields[4].setFocus()
    qtbot.waitUntil(lambda: around(fields[4]))
    assert ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_ux_7_7_an_example_in_an_empty_field_says_that_it_is_one(qtbot: QtBot) -> None:
    """In high contrast its ink is that of what was typed."""
    for hint, shown in (
        ("14/7/26", "Such as 14/7/26"),
        ("+1w", "Such as +1w"),
        ("Name or code", "Name or code"),
        ("", ""),
    ):
        field = LineEdit(placeholder=hint)
        qtbot.addWidget(field)
        assert field.placeholderText() == shown


def test_words_stand_close_over_their_field_beside_a_higher_one(qtbot: QtBot) -> None:
    window = QWidget()
    wrong, short = Field("Amount received", LineEdit()), Field("How it came", LineEdit())
    before = Field("Reason", LineEdit(), beside=True)
    rows = Column(window)
    rows.addLayout(Row(gap=8).holding(wrong, short))
    rows.holding(before, None)
    qtbot.addWidget(window)
    opened(qtbot, window)
    window.resize(420, 300)
    wrong.set_error("£12,495.86 is owed on this invoice. Enter that or less.")
    qtbot.waitUntil(lambda: short.height() > short.sizeHint().height())
    low, middle = Qt.AlignmentFlag.AlignBottom, Qt.AlignmentFlag.AlignVCenter
    assert short.label.alignment() & low
    assert short.label.geometry().bottom() + 8 > short.input.geometry().top()
    assert before.label.alignment() & middle  # on one line with its field
