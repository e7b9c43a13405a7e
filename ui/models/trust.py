"""What an administrator sets of the trust: kept in the records' lane, its logo read in another."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.core.errors import BadInput, Known
from app.core.trust import Trust
from app.documents.logo import LARGEST_FILE, clean_logo
from app.library.sources import read_file
from app.services import trust_settings
from app.services.desk import Desk
from app.services.trust_settings import LetterheadForm
from ui.language import tr
from ui.models.lane_model import LaneModel
from ui.work import Runner

KEPT = tr("Kept. The next letter says so.")
LOGO_SET, LOGO_GONE = tr("The logo stands on every letter from now on."), tr("The logo is gone.")
NO_FILE = tr("Name the file of the picture.")
PLACE_KEPT = tr("Kept. New registrations bear it.")
SHARE_KEPT, NO_SHARE = (
    tr("Kept. “Test the share” shows whether it works."),
    tr("Kept. This desk sends nowhere."),
)
NOT_REMEMBERED = tr(
    "Kept. This desk sends there. This computer has no key store, so enter the password again "
    "after the next start."
)


class TrustModel(LaneModel):
    """`shown(LetterheadForm)` and `logo(bytes | None)` after reading; `checked(LetterheadForm)`
    before anything is kept; `page(bytes)` a page to look at."""

    shown = Signal(object)
    logo = Signal(object)
    checked = Signal(object)
    page = Signal(object)
    told = Signal(str)
    refused = Signal(object)  # Known

    def __init__(
        self, desk: Desk, lane: Runner, files: Runner, parent: QObject | None = None
    ) -> None:
        super().__init__(desk, lane, parent=parent)
        self._files = files

    @property
    def trust(self) -> Trust:
        """The trust as it is set now."""
        return self._desk.trust

    @property
    def folder(self) -> str:
        """Where this desk keeps its records."""
        return str(self._desk.db.path.parent)

    @property
    def place(self) -> str:
        """The name of this desk."""
        return self._desk.place

    def refresh(self) -> None:
        """Read what letters say now."""
        self._lane.run(
            partial(trust_settings.letterhead, self._desk), self._tell_shown, self._refuse
        )
        self._lane.run(partial(trust_settings.logo, self._desk), self._tell_logo, self._refuse)

    def check(self, form: LetterheadForm) -> None:
        """Whether the form may be kept; `checked` or `refused` follows."""
        self._lane.run(partial(trust_settings.checked, form), self._tell_checked, self._refuse)

    def keep(self, form: LetterheadForm) -> None:
        """Let letters say this."""
        job = partial(trust_settings.set_letterhead, self._desk, form)
        self._run_once(job, lambda _: self._done(KEPT), self._refuse)

    def show_page(self, form: LetterheadForm) -> None:
        """A page with this letterhead, to be looked at."""
        job = partial(trust_settings.letterhead_page, self._desk, form)
        self._lane.run(job, self._tell_page, self._refuse)

    def set_logo(self, path: str) -> None:
        """Take the picture of that file."""
        self._files.run(partial(_picture, path), self._keep_logo, self._refuse_logo)

    def drop_logo(self) -> None:
        """Print none."""
        job = partial(trust_settings.set_logo, self._desk, None)
        self._run_once(job, lambda _: self._done(LOGO_GONE), self._refuse_logo)

    def set_place(self, place: str, site: str) -> None:
        """Name this desk and where it stands."""
        job = partial(trust_settings.set_place, self._desk, place=place, site=site)
        self._run_once(job, lambda _: self._done(PLACE_KEPT), self._refuse)

    def set_share(self, share: str, password: str = "") -> None:
        """Send to this share, signed in to with this password, or with the one kept."""
        job = partial(trust_settings.set_share, self._desk, share, password=password)
        words = SHARE_KEPT if share.strip() else NO_SHARE
        self._run_once(
            job, lambda kept: self._done(words if kept else NOT_REMEMBERED), self._refuse
        )

    def _keep_logo(self, png: bytes) -> None:
        job = partial(trust_settings.set_logo, self._desk, png)
        self._run_once(job, lambda _: self._done(LOGO_SET), self._refuse_logo)

    def _done(self, words: str) -> None:
        self.told.emit(words)
        self.refresh()

    def _tell_shown(self, form: LetterheadForm) -> None:
        self.shown.emit(form)

    def _tell_logo(self, png: bytes | None) -> None:
        self.logo.emit(png)

    def _tell_checked(self, form: LetterheadForm) -> None:
        self.checked.emit(form)

    def _tell_page(self, pdf: bytes) -> None:
        self.page.emit(pdf)

    def _refuse(self, known: Known) -> None:
        self.refused.emit(known)

    def _refuse_logo(self, known: Known) -> None:
        self.refused.emit(Known(known.code, known.message, "logo"))


def _picture(path: str) -> bytes:
    """Read and drawn anew where no record waits for it; the service looks at it once more."""
    if not path.strip():
        raise BadInput("no_file", NO_FILE, "logo")
    return clean_logo(read_file(Path(path.strip()), most=LARGEST_FILE))
