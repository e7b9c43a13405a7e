"""The window: wires models to services, pages to the frame, and one lane to each slow thing.

The first page shows before the store, the law or the letters are even imported; the records'
lane does that while the person types their name (docs/architecture.md, Threads).
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLoggingCategory, QObject, QTimer

from app.core.errors import Known
from ui.appearance import Appearance
from ui.arguments import folders, parser
from ui.collecting import Collector
from ui.comfort import Comfort, look_of_computer
from ui.drafts import Drafts
from ui.language import tr
from ui.models.opening import OpeningModel
from ui.models.sign_in import SignInModel
from ui.readying import Readying
from ui.shell import Shell
from ui.started import FirstPaint, await_first_paint, once_seen, say_and_close
from ui.theme import application
from ui.turns import Turns
from ui.views.sign_in import SignInView
from ui.wording import APP
from ui.work import Lane

if TYPE_CHECKING:
    from app.services.desk import Desk, User
    from ui.held_keys import HeldKeys
    from ui.idle import IdleWatch
    from ui.models.sending_on import SendingOn
    from ui.office import Office
    from ui.views.unlock import UnlockView

# Seconds until a busy lane lets the window on: a page is some hundred steps, and each may wait.
LANES_TURN = 0.0005
SHARES_LAST_WORD = 2.0  # seconds that closing waits for a share; what it holds is kept here
SEND_ON_AFTER = 5_000  # ms at the sign-in page: whoever comes to sign in waits for none of it
NO_PAGES = tr(
    "Your pages did not open: sign in again, and if they still do not, close Recoup and start it."
)
LOCKING_SOON = tr("This desk locks in {seconds} seconds. Press any key to stay.")


class Window(QObject):
    """One window over one data folder."""

    def __init__(
        self,
        folder: Path,
        demo_folder: Path,
        appearance: Appearance,
        *,
        demo: bool = False,
        idle_minutes: float = 5,
        look_file: Path | None = None,
    ) -> None:
        super().__init__()
        sys.setswitchinterval(LANES_TURN)
        self.collector = Collector(self)
        self.turns = turns = Turns(self)
        self.records = Lane("records", self._fault, turns=turns)
        self.share = Lane("share", self._fault, turns=turns)
        self.files = Lane("files", self._fault, turns=turns)
        self.copies = Lane("copies", self._fault, turns=turns)
        self.opening = OpeningModel(self.records, demo_folder if demo else folder, demo_folder)
        self.readying = Readying(self.records, turns, self)
        self.signin = SignInModel(self.opening.desk, self.records)
        self.comfort = Comfort(appearance, look_file, self)
        self._sending_on: SendingOn | None = None  # while nobody is signed in
        self._send_soon = QTimer(self)
        self._send_soon.setSingleShot(True)
        self._send_soon.timeout.connect(self._begin_sending_on)
        self._user: User | None = None
        self._warning = ""
        self._left: dict[str, str] = {}  # who locked, and what they had open
        self._drafts: dict[tuple[Path, str], Drafts] = {}  # by store and person
        self._idle_minutes = idle_minutes
        has_desk = demo or (self.opening.folder / "recoup.db").exists()
        key = {} if demo or not has_desk else _key_file(folder)
        self._is_demo = demo or key.get("mode") == "demo"
        self.shell = Shell(demo=self._is_demo)
        self.sign_in_view = SignInView(self.signin)
        self.unlock: UnlockView | None = None
        self._office: Office | None = None
        self.shell.add_page("sign_in", self.sign_in_view, bare=True)
        self._wire()
        if not has_desk:
            self._first_run()
        elif _is_locked(key):
            self._locked()
        else:
            self.shell.show_page("sign_in")
        self.first_paint = FirstPaint(self.shell, self.shell.painted)
        once_seen(lambda: self.turns.paint_apart(self.shell))
        appearance.change_in_turns(self.shell, turns.later)
        once_seen(appearance.add_scripts, long=True)
        self.shell.show()
        if demo:
            self.opening.start_demo()
        else:
            self.opening.open()

    @property
    def office(self) -> Office | None:
        """The pages of who sits here, once the first of them is shown."""
        return self._office if self._office is not None and self._office.is_seated else None

    @cached_property
    def keys(self) -> HeldKeys:
        """What is typed between Enter on the sign-in page and the page it is meant for."""
        from ui.held_keys import HeldKeys

        return HeldKeys(self)

    @cached_property
    def idle(self) -> IdleWatch:
        """What locks a desk nobody is at; there is none to watch before somebody signed in."""
        from ui.idle import IdleWatch

        watch = IdleWatch(self, minutes=self._idle_minutes)
        watch.soon.connect(self._warn)
        watch.stayed.connect(self._take_warning_back)
        watch.idle.connect(self.lock)
        return watch

    def _tell(self, words: str) -> None:
        """In the notice bar, made with its first words: the frame would cost the first window."""
        self.shell.notice.tell(words)

    def _wire(self) -> None:
        self.opening.ready.connect(self._ready)
        self.sign_in_view.practice_wanted.connect(self._practise)
        self.opening.locked.connect(self._locked)
        self.opening.refused.connect(self._refused)
        self.opening.sent.connect(self._tell)
        self.signin.look.connect(self.comfort.wear)
        self.signin.checking.connect(lambda: self.keys.hold())
        self.signin.refused.connect(lambda _known: self.keys.drop())
        self.signin.signed_in.connect(self._signed_in)
        self.comfort.worn.connect(lambda look: self.idle.set_minutes(look.lock_minutes))
        self.shell.lock_pressed.connect(self.lock)
        self.shell.closing.connect(self.close)
        self.shell.key.connect(self._key)

    def _warn(self, seconds: int) -> None:
        self._warning = LOCKING_SOON.format(seconds=seconds)
        self.shell.notice.say(self._warning)

    def _take_warning_back(self) -> None:
        if self.shell.notice.words.text() == self._warning:  # another message stays
            self.shell.notice.hide()

    def _locked(self) -> None:
        if self.unlock is None:
            from ui.views.unlock import UnlockView

            self.unlock = UnlockView()
            self.unlock.given.connect(self.opening.open)
            self.shell.add_page("unlock", self.unlock, bare=True)
        if self.shell.page() != "unlock":  # else it may wait for what was given meanwhile
            self.shell.show_page("unlock")

    def _first_run(self) -> None:
        from ui.models.first_run import FirstRunModel
        from ui.views.first_run import FirstRunView

        model = FirstRunModel(self.opening, self.records, self.share, self.files)
        self.first_run = FirstRunView(model)
        self.first_run.demo_wanted.connect(self.opening.start_demo)
        self.first_run.stop_wanted.connect(self.shell.close)
        self.shell.add_page("first_run", self.first_run, bare=True)
        self.shell.show_page("first_run")

    def _ready(self, desk: Desk) -> None:
        from app.core.trust import Mode

        if desk.mode is Mode.DEMO:
            self._become_demo()
        elif self.shell.demo_strip is not None:
            self.shell.show_as_live()
            self.sign_in_view.set_demo_password("")
        if not self._is_demo and (desk.mode is Mode.LIVE or self.opening.is_practising()):
            self.sign_in_view.offer_practice(practising=desk.mode is Mode.DEMO)
        self.sign_in_view.set_trust(desk.trust.name)
        if self.shell.page() != "sign_in":
            self.shell.show_page("sign_in")
        elif desk.mode is Mode.DEMO:
            self.signin.load()
        self.readying.begin(lambda: desk.law.pack)
        self._send_on()

    def _send_on(self) -> None:
        """What is finished goes on its way although nobody is signed in."""
        self._stop_sending_on()
        self._send_soon.start(SEND_ON_AFTER)

    def _begin_sending_on(self) -> None:
        if self.shell.page() == "sign_in":
            from ui.models.sending_on import SendingOn

            self._sending_on = SendingOn(self.opening.desk(), self.records, self.share, self)
            self._sending_on.shut.connect(self._shut)
            self._sending_on.begin()

    def _shut(self, known: Known) -> None:
        """The laptop was away from the share too long: nobody's seat is kept for them here."""
        self._stop_sending_on()
        self._left.clear()
        self._drafts.clear()
        self.sign_in_view.set_locked("", "")
        self.opening.shut(known)

    def _stop_sending_on(self) -> None:
        """Also what was to begin soon: another desk may be opened meanwhile."""
        self._send_soon.stop()
        if self._sending_on is not None:
            self._sending_on.leave()
            self._sending_on.deleteLater()
            self._sending_on = None

    def _practise(self) -> None:
        """To made-up patients that nothing is sent of, and back; nobody is signed in meanwhile."""
        if self._user is not None:
            return  # whose first page is on its way
        self._left.clear()
        self._stop_sending_on()
        self.sign_in_view.set_locked("", "")
        if self.shell.demo_strip is None:
            self.opening.practise()
        else:
            self.opening.work()

    def _become_demo(self) -> None:
        from app.demo import PASSWORD

        self.shell.show_as_demo()
        self.sign_in_view.set_demo_password(PASSWORD)

    def _refused(self, known: Known) -> None:
        page = self.shell.page()
        if page == "unlock" and self.unlock is not None and self.unlock.is_waiting:
            self.unlock.refuse(known)
        elif page == "first_run":
            self.first_run.refuse(known)
        else:
            if page == "unlock":  # no passphrase would help
                self.shell.show_page("sign_in")
            self.shell.refuse(known)

    def _signed_in(self, user: User) -> None:
        self._user = user
        self._stop_sending_on()
        self.readying.once_done(partial(self._sit_down, user))

    def _sit_down(self, user: User) -> None:
        """The pages a person works on, built when they are there."""
        if self._user is not user:
            return  # the window was closed while they were read
        self.collector.settle()
        try:
            from ui.office import Office

            desk = self.opening.desk()
            office = self._office = Office(
                desk,
                user,
                self.shell,
                records=self.records,
                share=self.share,
                files=self.files,
                copies=self.copies,
                comfort=self.comfort,
                turns=self.turns,
                back_to=self._left.get(user.name, ""),
                drafts=self._drafts.setdefault((desk.db.path, user.name), Drafts()),
            )
        except Exception:  # whatever it is, signing in again reads them again
            sys.excepthook(*sys.exc_info())
            self._turn_away()
            return
        office.seated.connect(self._seated)
        office.failed.connect(self._turn_away)

    def _seated(self) -> None:
        self.idle.start()
        self.keys.give()

    def _turn_away(self) -> None:
        """No page can be shown: nobody is left signed in behind the sign-in page."""
        user = self._rise()
        self.comfort.wear_computers()
        self.shell.expect((), None)
        self.shell.show_page("sign_in")
        self._send_on()
        if user is not None:
            self.sign_in_view.turn_away(user.name, NO_PAGES)

    def _rise(self) -> User | None:
        """Who sits here leaves, signed out, and every page of theirs with them."""
        from app.services import signin

        self.keys.drop()
        desk = self.opening.desk()
        user, self._user = self._user, None
        office, self._office = self._office, None
        self.shell.set_user("")
        if user is not None and office is not None:
            self._left[user.name] = office.leave()
        elif user is not None:
            self.records.run(lambda: signin.sign_out(desk))
        return user

    def lock(self) -> None:
        """Hide every patient at once, then take them out of the widgets; the draft is parked."""
        self.idle.stop()
        if self._user is not None:
            self.sign_in_view.set_locked(self._user.name, self._user.display_name)
            self.collector.look_again()
        self.shell.show_page("sign_in")
        self.comfort.wear_computers()  # before the pages go: they are out of sight, and wait
        if self._rise() is not None:
            self._send_on()

    def close(self) -> None:
        """Finish what was asked, close the store, end the lanes."""
        self.first_paint.stop()
        self.opening.stop()
        self.idle.stop()
        self._stop_sending_on()
        if self._user is not None:
            self._rise()
        self.share.close(patience=SHARES_LAST_WORD)
        self.files.close()
        self.copies.close(patience=SHARES_LAST_WORD)
        self.records.close(self.opening.close)
        self.collector.close()

    def _key(self, key: str) -> None:
        if self.office is None:
            return
        if key == "F12":
            self.lock()
        elif key == "F2":
            self.office.find_patient()

    def _fault(self, fault: BaseException) -> None:
        if self._user is None:
            self.keys.drop()  # it may have been the checking that they wait for
        self.shell.show_fault(fault)


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window; returns when it is closed."""
    args = parser().parse_args(arguments)
    QLoggingCategory.setFilterRules("qt.text.font.db=false")  # it tells of every fallback font
    await_first_paint()
    app = application()
    app.setApplicationName(APP)
    folder, demo_folder, look_file = folders(args)
    asked = {"scheme": args.look, "text_percent": args.text}
    given = {name: value for name, value in asked.items() if value is not None}
    appearance = Appearance(app, look_of_computer(look_file), given=given, scripts=False)
    window = Window(folder, demo_folder, appearance, demo=args.demo, look_file=look_file)
    if args.check:
        shell = window.shell
        window.first_paint.seen.connect(lambda: say_and_close(shell))
    left = app.exec()
    del window  # held until here: Qt keeps no reference of its own
    return left


def _key_file(folder: Path) -> dict[str, object]:
    """What the key file says; the store itself is asked once it is open."""
    import json

    try:  # bare words: their enumeration lies beside decimals that the first window does without
        return dict(json.loads((folder / "key.json").read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return {}


def _is_locked(key: Mapping[str, object]) -> bool:
    """Whether a passphrase opens it and nothing else does: no key store, nor was it shut."""
    shut = key.get("key_store") or key.get("away") or key.get("wiped")
    return key.get("protection") == "passphrase" and not shut
