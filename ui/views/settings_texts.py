"""Letters and languages: which letters there are, and what the language card may show (H11)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.casework.language_card import LanguageCard
from app.core.errors import BadInput
from app.services.language_texts import TextShown
from ui.cells import Cell
from ui.days import show
from ui.delegates.rows import Rows
from ui.language import tr
from ui.models.language_texts import LanguageTextsModel, NewText, TextsShown
from ui.models.listing import Line, Listing
from ui.views.settings_panel import SettingsPanel
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.check import Check
from ui.widgets.facts import Facts
from ui.widgets.field import Field
from ui.widgets.inputs import Choice, DateEdit, LineEdit, Notes
from ui.widgets.layout import Label, Row
from ui.widgets.short_table import ShortTable
from ui.widgets.typed import typed_in

TITLE = tr("Letters and languages")
CARD_TITLE = tr("Texts of the language card")
CARD_WHY = tr(
    "Recoup translates nothing. A text is shown to a patient only once a named translator wrote it "
    "and two administrators answered for it."
)
COLUMNS = (tr("Language"), tr("Text"), tr("State"))
NO_TEXTS = tr("None yet. The card shows the names of languages and “Call interpreter”.")
STATES = {
    "waiting": tr("Waits for approval"),
    "approved": tr("Approved"),
    "withdrawn": tr("Withdrawn"),
    "outdated": tr("English was changed"),
}
CHOSEN, ENGLISH, WORDS = tr("The text chosen"), tr("English"), tr("Translation")
BY, ENTERED_BY, STATE = tr("Translated by"), tr("Entered by"), tr("State")
BY_ON = tr("{name}, {day}")
APPROVE, WITHDRAW = tr("&Approve this text"), tr("&Withdraw this text")
OWN = tr("You entered it, so another administrator approves it.")
CHECK_TITLE = tr("Check before patients see it")
CHECK_THEN = tr("The language card shows it from now on, until somebody withdraws it.")
CONFIRM = tr("&Let patients see it")
ENTER_TITLE, LANGUAGE, ABOUT = tr("Enter a translation"), tr("Language"), tr("Text in English")
TRANSLATOR, DAY = tr("Translator’s first and last name"), tr("Translated on")
ENTER = tr("&Enter this translation")
NO_LANGUAGE, NO_ABOUT, NO_DAY = (
    tr("Choose a language from the list."),
    tr("Choose which text this translates."),
    tr("Enter the day it was translated, such as 14/7/26."),
)
LETTERS_TITLE = tr("Letters this program writes")
LETTERS_WHY = tr("Each in a usual and a large print. Their words come with the program.")
LANGUAGE_NAME = tr("{name}, {own}")


class TextsPanel(SettingsPanel):
    """The table, the text chosen in it, a form for another, and the letters."""

    def __init__(self, model: LanguageTextsModel, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, parent=parent)
        self._model = model
        self._card: LanguageCard | None = None
        self.texts = Listing(COLUMNS, self)
        self.table = ShortTable(CARD_TITLE, [140, None, 175])
        self.table.setItemDelegate(Rows(self.table))
        self.table.setModel(self.texts)
        self.none = Label(NO_TEXTS, role="text2", wrap=True)
        self.chosen = Facts(CHOSEN, label_width=150)
        self.own = Label(OWN, role="text2", wrap=True)
        self.approve = Button(APPROVE, icon="check")
        self.withdraw = Button(WITHDRAW, icon="x")
        self.language = Field(LANGUAGE, Choice())
        self.about = Field(ABOUT, Choice())
        self.words = Field(WORDS, Notes(lines=3))
        self.translator = Field(TRANSLATOR, LineEdit())
        self.day = Field(DAY, DateEdit(model.today, past=True))
        self.enter = Button(ENTER, icon="check")
        self.letters = Label("", wrap=True)
        self.fields = {
            "language": self.language,
            "about": self.about,
            "words": self.words,
            "translator": self.translator,
            "translated_on": self.day,
        }
        self._build()
        self._wire()

    def refresh(self) -> None:
        """Read what was entered."""
        self._model.refresh()

    def take_focus(self) -> None:
        """On the table, or the first field where it is empty."""
        first = self.language.input if self.table.isHidden() else self.table
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        card = Card(CARD_TITLE, gap=10)
        card.body.holding(Label(CARD_WHY, role="text2", wrap=True), self.none, self.table)
        self._chosen_card = Card(CHOSEN, gap=10)
        self._chosen_card.body.holding(self.chosen, self.own)
        self._chosen_card.body.addLayout(Row(gap=12).holding(self.approve, self.withdraw, None))
        form = Card(ENTER_TITLE, gap=12)
        form.body.holding(*self.fields.values())
        form.body.addLayout(Row().holding(self.enter, None))
        self._typed = typed_in(form, "translation")
        letters = Card(LETTERS_TITLE, gap=8)
        letters.body.holding(
            self.letters, Label(LETTERS_WHY, scale="small", role="text2", wrap=True)
        )
        self.body.holding(card, self._chosen_card, form, letters, None)

    def _wire(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_chosen())
        self.approve.clicked.connect(self._check)
        self.withdraw.clicked.connect(self._withdraw)
        self.enter.clicked.connect(self._enter)
        self._model.shown.connect(self._show)
        self._model.told.connect(self._done)
        self._model.refused.connect(self.refuse)

    def _show(self, shown: TextsShown) -> None:
        if self._card is None:
            self._card = shown.card
            self.language.input.set_choices(
                [
                    (one.code, LANGUAGE_NAME.format(name=one.name, own=one.own))
                    for one in shown.card.languages
                ]
            )
            self.about.input.set_choices(list(shown.card.texts.items()))
            self._typed.take_up()
        before = self.table.row()
        self.texts.show_rows([self._line(text) for text in shown.texts])
        self.table.go_to(min(max(before, 0), len(shown.texts) - 1))
        self.table.setVisible(bool(shown.texts))
        self.none.setVisible(not shown.texts)
        self.letters.setText(" · ".join(shown.letters))
        self._show_chosen()

    def _line(self, text: TextShown) -> Line:
        state = STATES[text.state]
        icon = "circle-check" if text.state == "approved" else "clock"
        cells = (
            Cell(self._name(text.language), strong=True),
            Cell(text.words.replace("\n", " ")),
            Cell(state, icon=icon, icon_role="success" if text.state == "approved" else "text2"),
        )
        return Line(text, cells, ", ".join(cell.text for cell in cells))

    def _name(self, code: str) -> str:
        found = self._card.language(code) if self._card else None
        return found.name if found else code

    def _chosen(self) -> TextShown | None:
        text = self.texts.thing_at(self.table.row())
        return text if isinstance(text, TextShown) else None

    def _show_chosen(self) -> None:
        text = self._chosen()
        self._chosen_card.setVisible(text is not None)
        if text is None:
            return
        self.chosen.show_facts([*self._facts(text), (STATE, STATES[text.state])])
        waits = text.state == "waiting"
        self.own.setVisible(waits and text.own)
        self.approve.setVisible(waits and not text.own)
        self.withdraw.setVisible(text.state != "withdrawn")

    def _facts(self, text: TextShown) -> tuple[tuple[str, str], ...]:
        return (
            (LANGUAGE, self._name(text.language)),
            (ENGLISH, text.english),
            (WORDS, text.words),
            (BY, BY_ON.format(name=text.translator, day=show(text.translated_on))),
            (ENTERED_BY, text.entered_by),
        )

    def _check(self) -> None:
        text = self._chosen()
        if text is not None:
            self.ask(
                Check(title=CHECK_TITLE, facts=self._facts(text), then=CHECK_THEN, confirm=CONFIRM),
                lambda: self._model.approve(text),
            )

    def _withdraw(self) -> None:
        text = self._chosen()
        if text is not None:
            self._model.withdraw(text)

    def _enter(self) -> None:
        self.clear_problems()
        language, about = self.language.input.value(), self.about.input.value()
        try:
            day = self.day.input.value()
        except BadInput as wrong:
            self.refuse(BadInput(wrong.code, wrong.message, "translated_on"))
            return
        if language is None:
            self.refuse(BadInput("missing", NO_LANGUAGE, "language"))
            return
        if about is None:
            self.refuse(BadInput("missing", NO_ABOUT, "about"))
            return
        if day is None:
            self.refuse(BadInput("missing", NO_DAY, "translated_on"))
            return
        self._model.enter(
            NewText(
                language=str(language),
                about=str(about),
                words=self.words.input.text(),
                translator=self.translator.input.text(),
                translated_on=day,
            )
        )

    def _done(self, words: str) -> None:
        if self.pages.currentWidget() is self.check:
            self.back()
        else:
            self.words.input.clear()
            self._typed.done()
        self.tell(words)
