"""A health card or certificate of the open registration, taken down at the desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal

from app.core.errors import BadInput
from app.services import card_capture
from app.services.card_capture import Captured
from app.services.desk import Desk
from app.services.entitlements import EntitlementForm
from ui.models.lane_model import LaneModel

Asked = tuple[EntitlementForm, str]


class CardCaptureModel(LaneModel):
    """`asked(EntitlementForm, country whose passport is enough)`, `kept(Captured)`, `refused`."""

    asked = Signal(object, str)
    kept = Signal(object)
    refused = Signal(object)

    def ask(self, registration_id: str) -> None:
        """Read what the form starts from."""
        self._lane.run(
            partial(_form, self._desk, registration_id),
            lambda found: self.asked.emit(*found),
            self.refused.emit,
        )

    def keep(self, registration_id: str, type_id: str, typed: Mapping[str, str]) -> None:
        """Keep what was typed; what is odd about it comes with `kept`."""

        def done(found: Captured) -> None:
            self.kept.emit(found)
            self._changes.changed.emit()

        self._run_once(
            partial(card_capture.keep_card, self._desk, registration_id, type_id, dict(typed)),
            done,
            self.refused.emit,
        )

    def keep_on_leaving(
        self,
        registration_id: str,
        type_id: str,
        typed: Mapping[str, str],
        before: Mapping[str, str],
    ) -> None:
        """Keep what can be read, for whoever leaves: nobody hears what came of it."""
        keep = partial(card_capture.keep_card, self._desk, registration_id, type_id)
        self._keep_on_leaving(partial(keep_readable, keep, typed, before))


def keep_readable(
    keep: Callable[[Mapping[str, str]], object],
    typed: Mapping[str, str],
    before: Mapping[str, str],
) -> None:
    """Keep a card; a field that cannot be read, such as half a date, stays as it was before."""
    readable = dict(typed)
    while True:
        try:
            keep(readable)
        except BadInput as bad:
            field = bad.field or ""
            if readable.get(field, "") == before.get(field, ""):
                raise
            readable[field] = before.get(field, "")
        else:
            return


def _form(desk: Desk, registration_id: str) -> Asked:
    form = card_capture.card_form(desk, registration_id)
    return form, card_capture.passport_enough(desk, registration_id)
