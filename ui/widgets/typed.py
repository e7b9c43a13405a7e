"""What stands in a form and is kept nowhere yet: it outlasts a lock, for its writer alone.

typed = Typed(form, "payment", read=form.typed, show=form.put)
typed.set_down()             # before the form is emptied for another record
typed.take_up(account_no)    # once it is empty: what this person had typed about it stands there
typed.done()                 # it was kept, so there is nothing to bring back
typed_in(form, "payment")    # of a form of plain fields
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.drafts import Drafts
from ui.widgets.inputs import Choice, LineEdit, Notes


@runtime_checkable
class Seat(Protocol):
    """The window, which has the drafts of whoever sits at it."""

    drafts: Drafts


class Typed(QObject):
    """`read` gives what stands in the form, `show` puts the same back."""

    def __init__(
        self,
        form: QWidget,
        place: str,
        *,
        read: Callable[[], object],
        show: Callable[[Any], None],
    ) -> None:
        super().__init__(form)
        self._form, self._place = form, place
        self._read, self._put = read, show
        self._about = ""
        self._as_kept: object = None

    def take_up(self, about: str) -> None:
        """The form stands empty, or as it is kept, for this record: go on where they were."""
        self._about = about
        self._as_kept = self._read()
        drafts = self._drafts()
        typed = drafts.take(self._place, about) if about and drafts is not None else None
        if typed is not None:
            self._put(typed)

    def set_down(self) -> None:
        """Another record comes, or the person goes: remember what was typed about this one."""
        drafts = self._drafts()
        if self._about and drafts is not None:
            typed = self._read()
            if typed != self._as_kept:
                drafts.keep(self._place, self._about, typed)
        self._about = ""

    def done(self) -> None:
        """What stands there is kept elsewhere now."""
        if self._about:
            self._as_kept = self._read()

    def _drafts(self) -> Drafts | None:
        window = self._form.window()
        return window.drafts if isinstance(window, Seat) else None


def typed_in(form: QWidget, place: str) -> Typed:
    """Of a form that has the same fields every time; passwords are not remembered."""
    return Typed(form, place, read=partial(_values, form), show=partial(_put_back, form))


def _inputs(form: QWidget) -> list[LineEdit | Notes | Choice]:
    found = [
        one for one in form.findChildren(QWidget) if isinstance(one, LineEdit | Notes | Choice)
    ]
    hidden = LineEdit.EchoMode.Password
    return [one for one in found if not (isinstance(one, LineEdit) and one.echoMode() == hidden)]


def _values(form: QWidget) -> tuple[object, ...]:
    return tuple(_value(one) for one in _inputs(form))


def _put_back(form: QWidget, values: tuple[object, ...]) -> None:
    for one, value in zip(_inputs(form), values, strict=True):
        _put(one, value)


def _value(field: LineEdit | Notes | Choice) -> object:
    return field.value() if isinstance(field, Choice) else field.text()


def _put(field: LineEdit | Notes | Choice, value: Any) -> None:
    if isinstance(field, Choice):
        field.set_value(value)
    elif isinstance(field, Notes):
        field.setPlainText(value)
    else:
        field.setText(value)


def set_down_all(window: QWidget) -> None:
    """Whoever sat here goes: nothing that they typed is lost."""
    for one in window.findChildren(Typed):
        one.set_down()
