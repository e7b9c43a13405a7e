"""What stands in a form and is kept nowhere yet: it outlasts a lock, for its writer alone.

typed = Typed(form, "payment", read=form.typed, show=form.put)
typed.set_down()             # before the form is emptied for another record
typed.take_up(account_no)    # once it is empty: what this person had typed about it stands there
typed.done()                 # it was kept, so there is nothing to bring back
typed_in(form, "payment")    # of a form of plain fields
typed_in(form, "price").of_person()    # of no record: it stands there once the form is in sight
typed_in(form, "place", beside=Beside(TITLE, read))   # lost, and said so, once it reads otherwise
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from ui.drafts import OWN, Drafts
from ui.language import tr
from ui.widgets.choices import RadioList, TickBox
from ui.widgets.inputs import Choice, LineEdit, Notes

if TYPE_CHECKING:
    from ui.widgets.notice import Notice

CHANGED_ELSEWHERE = tr(
    "Somebody changed this meanwhile: {what}. What you had typed there is gone. See how it is now."
)
Input = LineEdit | Notes | Choice | TickBox | RadioList


@runtime_checkable
class Seat(Protocol):
    """The window, which has the drafts of whoever sits at it."""

    drafts: Drafts

    @property
    def notice(self) -> Notice:
        """Where they are told something."""


_UNREAD = object()  # nobody had read yet what it stood beside


class Beside(NamedTuple):
    """What somebody types beside: its words on the screen, and how it reads."""

    what: str
    read: Callable[[], object]


class _Draft(NamedTuple):
    beside: object
    typed: object


class Typed(QObject):
    """`read` gives what stands in the form, None where it is put away, `show` puts the same back.

    Where what it was typed `beside` has changed, the draft holds no more.
    """

    def __init__(
        self,
        form: QWidget,
        place: str,
        *,
        read: Callable[[], object],
        show: Callable[[Any], None],
        beside: Beside | None = None,
    ) -> None:
        super().__init__(form)
        self._form, self._place = form, place
        self._read, self._put = read, show
        self._beside = beside or Beside("", lambda: None)
        self._about = ""
        self._as_kept: object = None
        self._stood_beside: object = None
        self._comes_with_the_form = False
        self._coming = ""
        self._handed: object = None

    def of_person(self) -> Typed:
        """The form is about no record: go on with it where it is first in sight."""
        self._comes_with_the_form = True
        self._form.installEventFilter(self)
        return self

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The form comes in sight; nothing is kept from it."""
        if event.type() == QEvent.Type.Show and self._comes_with_the_form and not self._about:
            self.take_up()
        return False

    def take_up(self, about: str = OWN) -> None:
        """The form stands empty, or as it is kept, for this record: go on where they were."""
        self._about = about
        self._as_kept, self._stood_beside = self._read(), self._beside.read()
        self._handed = None
        drafts = self._drafts()
        draft = drafts.take(self._place, about) if about and drafts is not None else None
        if not isinstance(draft, _Draft):
            return
        if draft.beside in (_UNREAD, self._stood_beside):
            self._put(draft.typed)
        elif draft.typed != self._as_kept:
            QTimer.singleShot(0, self, self._tell_that_it_is_gone)  # once the page is in sight

    def follow(self, about: str) -> None:
        """Another record is being read: what was typed about the last is set down."""
        self.set_down()
        self._coming = about

    def arrive(self) -> None:
        """It is there, and the form as it is kept for it: go on where they were, once.

        A disk may be slow, and people are not: what they have begun meanwhile stands.
        """
        about, self._coming = self._coming, ""
        if about and self._read() is None:
            self.take_up(about)
        elif about:
            self._about, self._as_kept, self._stood_beside = about, None, self._beside.read()

    def set_down(self) -> None:
        """Another record comes, or the person goes: remember what was typed about this one."""
        drafts = self._drafts()
        about, as_kept, beside = self._about, self._as_kept, self._stood_beside
        if self._coming:  # it was not there yet
            about, as_kept, beside = self._coming, None, _UNREAD
        if about and drafts is not None:
            typed = self._read()
            if typed is not None and typed not in (as_kept, self._handed):
                drafts.keep(self._place, about, _Draft(beside, typed))
        self._about = self._coming = ""

    def hand_over(self) -> None:
        """What stands there is asked to be kept: a lock before the answer brings none of it back,
        to be kept a second time."""
        self._handed = self._read()

    def come_back(self) -> None:
        """It was not kept: what stands there is theirs as before."""
        self._handed = None

    def done(self) -> None:
        """What stands there is kept elsewhere now."""
        if self._about:
            self._as_kept, self._stood_beside = self._read(), self._beside.read()

    def _drafts(self) -> Drafts | None:
        window = self._form.window()
        return window.drafts if isinstance(window, Seat) else None

    def _tell_that_it_is_gone(self) -> None:
        window = self._form.window()
        if isinstance(window, Seat):
            window.notice.say(CHANGED_ELSEWHERE.format(what=self._beside.what))


def typed_in(form: QWidget, place: str, *, beside: Beside | None = None) -> Typed:
    """Of a form that has the same fields every time; passwords are not remembered."""
    read, show = partial(values_in, form), partial(put_into, form)
    return Typed(form, place, read=read, show=show, beside=beside)


def _inputs(form: QWidget) -> list[Input]:
    found = [one for one in form.findChildren(QWidget) if isinstance(one, Input)]
    hidden = LineEdit.EchoMode.Password
    return [one for one in found if not (isinstance(one, LineEdit) and one.echoMode() == hidden)]


def values_in(form: QWidget) -> tuple[object, ...]:
    """What stands in the fields of a form."""
    return tuple(_value(one) for one in _inputs(form))


def put_into(form: QWidget, values: tuple[object, ...]) -> None:
    """Have it stand there again."""
    for one, value in zip(_inputs(form), values, strict=True):
        _put(one, value)


def _value(field: Input) -> object:
    if isinstance(field, TickBox):
        return field.isChecked()
    return field.value() if isinstance(field, Choice | RadioList) else field.text()


def _put(field: Input, value: Any) -> None:
    if isinstance(field, TickBox):
        field.setChecked(value)
    elif isinstance(field, Choice | RadioList):
        field.set_value(value)
    elif isinstance(field, Notes):
        field.setPlainText(value)
    else:
        field.setText(value)


def set_down_all(window: QWidget) -> None:
    """Whoever sat here goes: nothing that they typed is lost."""
    for one in window.findChildren(Typed):
        one.set_down()
