"""Every word of the window can be translated, and the window lays itself out from either side."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from app.access.roles import Act, Extent, Matrix, Role
from app.core.errors import Known, NotAllowed
from app.core.wording import Phrase
from app.library.worded import worded
from app.services import packs
from app.services.act_words import ACT_WORDS
from app.services.timeline import words_of
from app.spool.faults import ShareFull
from installer import translations
from installer.sentences import sentences, untold
from tests.desks import make_desk
from tests.packs import PackKey, trust_signer
from tests.services.audit_acts import acts
from tests.services.work import seated
from tests.ui import app_words, english
from tests.ui.words import not_literal, untold_refusals, untranslated
from ui.language import speak, told, tr

ROOT = Path(__file__).resolve().parents[2]
_SHOW = """
import sys
from pathlib import Path
from ui.language import speak
speak("qps", Path(sys.argv[1]))
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QAbstractButton
from ui.theme import application, apply, Theme
app = application()
apply(app, Theme())
from ui.models.sign_in import SignInModel
from ui.views.sign_in import SignInView
from ui.work import Inline
view = SignInView(SignInModel(lambda: None, Inline()))
view.resize(1024, 600)
view.show()
app.processEvents()
shown = [one.text() for one in view.findChildren(QLabel) + view.findChildren(QAbstractButton)]
print(app.layoutDirection() == Qt.LayoutDirection.RightToLeft)
print(all("\\u202e" in text for text in shown if any(c.isalpha() for c in text)))
"""


def test_every_word_of_the_window_is_in_the_catalogue() -> None:
    assert untranslated() == []
    assert not_literal() == []


def test_the_catalogue_is_gathered_from_the_source(tmp_path: Path) -> None:
    translations.gather(tmp_path / "recoup_en.ts")
    gathered = (tmp_path / "recoup_en.ts").read_text("utf-8")
    assert "<source>Find a patient</source>" in gathered
    assert "<source>{count} waiting to send</source>" in gathered
    kept = (translations.SHELF / translations.ENGLISH).read_text("utf-8")
    stale = "the catalogue is not of this source: `make translations`"
    assert _words(kept) == _words(gathered), stale


def _words(catalogue: str) -> set[str]:
    return {message.findtext("source") or "" for message in fromstring(catalogue).iter("message")}


def test_the_words_that_are_data_are_in_the_catalogue_too() -> None:
    kept = _words((translations.SHELF / translations.ENGLISH).read_text("utf-8"))
    assert set(worded(ROOT)) <= kept
    for shown in ("Flagged, then found free", "Debt by age", "Seen by the team. Thank you."):
        assert shown in kept


def test_every_word_of_the_data_is_translated_or_stays_english_by_design() -> None:
    spoken = set(worded(ROOT))
    left = [(where, text) for where, text in english.texts() if text not in spoken]
    assert [one for one in left if not english.by_design(one[0])] == []
    used = {line for where, _ in left for line in english.by_design(where)}
    assert used == set(english.BY_DESIGN)


def test_the_sentences_of_the_services_are_in_the_catalogue_too() -> None:
    kept = _words((translations.SHELF / translations.ENGLISH).read_text("utf-8"))
    assert set(sentences()) <= kept
    assert "Nobody is signed in at this desk. Sign in first." in kept


def test_every_text_the_program_makes_is_in_the_catalogue_or_english_by_design() -> None:
    kept = _words((translations.SHELF / translations.ENGLISH).read_text("utf-8"))
    left = list(app_words.past(kept))
    assert [one for one in left if not app_words.reasons(*one)] == []
    used = {line for one in left for line in app_words.reasons(*one)}
    assert used == set(app_words.BY_DESIGN)


def test_every_act_of_the_audit_has_words_and_no_other() -> None:
    """An act that is new is told by its code, in English, until it has some."""
    noted = acts()
    assert len(noted) > 100
    assert [act for act in sorted(noted) if not isinstance(words_of(act), Phrase)] == []
    assert sorted(ACT_WORDS.keys() - noted) == []


def test_every_refusal_is_told_in_the_language_of_the_window(tmp_path: Path) -> None:
    """A screen that read a refusal's own words would show English."""
    speak("qps", translations.pseudo(tmp_path))
    try:
        nobody = Known("nobody", "Nobody is signed in at this desk. Sign in first.")
        assert "\u202e" in told(nobody)
    finally:
        speak("en")
    assert told(nobody) == nobody.message
    assert untold_refusals() == []


def test_no_refusal_is_put_together_where_no_catalogue_can_follow() -> None:
    """A sentence made of pieces, or filled in with English, would be shown in English."""
    assert untold() == []


def test_what_a_refusal_is_put_together_of_is_told_in_that_language_too(tmp_path: Path) -> None:
    speak("qps", translations.pseudo(tmp_path))
    try:
        with pytest.raises(NotAllowed) as clerk:
            Matrix({Act.SEE_PRICES: {Role.FINANCE: Extent.FULL}}).require((), Act.SEE_PRICES)
        for refusal in (ShareFull(), clerk.value):
            assert _in_english(told(refusal)) == ""
    finally:
        speak("en")


def test_how_a_signer_stands_is_told_in_that_language_too(tmp_path: Path) -> None:
    desk, key = make_desk(tmp_path), PackKey()
    trust_signer(desk, key)
    with seated(desk, "admin"), pytest.raises(Known) as again:
        packs.propose_signer(desk, "Law team", key.public)
    desk.db.close()
    speak("qps", translations.pseudo(tmp_path))
    try:
        assert _in_english(told(again.value)) == ""
    finally:
        speak("en")


def _in_english(words: str) -> str:
    """What of a sentence in the pseudo language was not turned."""
    outside = re.sub("\u202e.*?\u202c", "", words)
    return words if any(letter.isalpha() for letter in outside) else ""


def test_a_turned_word_keeps_what_is_filled_in() -> None:
    turned = translations.turned("{count} waiting to send")
    assert turned.format(count=3).startswith("3")
    assert "waiting to send" in turned
    assert len(turned) > len("{count} waiting to send")


_BROKEN = """<?xml version="1.0" encoding="utf-8"?>
<TS version="2.1" language="de"><context><name></name>
<message><source>{count} waiting to send</source>
<translation>{zahl.__class__.__mro__} warten</translation></message>
<message><source>Find a patient</source><translation>Patient {suchen</translation></message>
<message><source>Ward</source><translation>Station</translation></message>
</context></TS>"""


def test_a_translation_that_cannot_be_filled_in_leaves_the_words_in_english(tmp_path: Path) -> None:
    """A refusal has to be shown whatever a catalogue holds, and shows nothing but its values."""
    (tmp_path / "recoup_de.ts").write_text(_BROKEN, "utf-8")
    translations.compiled(tmp_path / "recoup_de.ts", tmp_path / "recoup_de.qm")
    speak("de", tmp_path / "recoup_de.qm")
    try:
        waiting = Known("waiting", Phrase("{count} waiting to send", count=3))
        assert told(waiting) == "3 waiting to send"
        assert tr("{count} waiting to send").format(count=4) == "4 waiting to send"
        assert tr("Find a patient") == "Find a patient"
        assert tr("Ward") == "Station"
    finally:
        speak("en")


def test_english_needs_no_catalogue_and_an_unknown_language_is_told(tmp_path: Path) -> None:
    assert tr("Find a patient") == "Find a patient"
    with pytest.raises(Known, match="does not speak “xx”"):
        speak("xx")
    (tmp_path / "xx.qm").write_bytes(b"not a catalogue")
    with pytest.raises(Known, match="could not be read"):
        speak("xx", tmp_path / "xx.qm")
    assert tr("Find a patient") == "Find a patient"


@pytest.mark.slow
def test_no_screen_shows_in_english_what_the_catalogue_has() -> None:
    """Case, timeline, audit, queue, accounts, disputes, dashboard and desk, in a language."""
    walks = ("desk", "share", "audit", "debt", "officer", "dashboard")
    command = [sys.executable, "-m", "tests.ui.every_audit", "--words", "--dress", "light-100"]
    run = subprocess.run([*command, *walks], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.slow
def test_a_language_read_from_right_to_left_turns_words_and_layout(tmp_path: Path) -> None:
    made = translations.pseudo(tmp_path)
    run = subprocess.run(
        [sys.executable, "-c", _SHOW, str(made)], cwd=ROOT, capture_output=True, text=True
    )
    assert run.stdout.split() == ["True", "True"], run.stderr
