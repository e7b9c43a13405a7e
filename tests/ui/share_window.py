"""Machines of one made-up trust, each with a whole window over its own store."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from app.machine import FixedClock
from app.services import meeting, signin
from app.services.desk import Desk
from app.spool.share import FolderShare
from tests.services.sealed import MadeUpTrust
from ui.office import Office
from ui.shell import Shell
from ui.views.share_page import SharePage
from ui.work import Inline, Runner


def with_share(desk: Desk, trust: MadeUpTrust) -> Desk:
    """The machine set up with the trust's share."""
    desk.trust = replace(desk.trust, share=str(trust.folder / "share"))
    return desk


def sits_down(desk: Desk, shell: Shell, name: str, share: Runner | None = None) -> Office:
    """Somebody signs in at a machine."""
    user = signin.act_as(desk, name)
    return Office(desk, user, shell, records=Inline(), share=share or Inline())


def status(shell: Shell) -> str:
    """What the sync button says, as it is read out."""
    return shell.status.sync.accessibleName()


def told(shell: Shell) -> str:
    """The notice, where one is shown."""
    return shell.notice.words.text() if shell.notice.isVisible() else ""


def share_page(shell: Shell) -> SharePage:
    """The page behind the button."""
    page = shell.findChild(SharePage)
    assert page is not None
    return page


def later(desk: Desk, by: timedelta) -> None:
    """Time goes on at one machine."""
    assert isinstance(desk.clock, FixedClock)
    desk.clock.set(desk.clock.now() + by)


def exchange(desk: Desk, trust: MadeUpTrust) -> None:
    """Another machine exchanges, without a window."""
    meeting.meet(desk, FolderShare(trust.folder / "share"))
