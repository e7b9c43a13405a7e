"""Which parts on the share nobody will come back for.

A part whose file has arrived is done with. Any other may belong to a sender still writing, or to
one whose connection died with it: it is left until it is older than any attempt can be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta

from app.spool.files import whole_of


def spent_parts(
    listed: Iterable[str],
    *,
    written: Callable[[], Mapping[str, datetime]],
    now: Callable[[], datetime],
    oldest: timedelta | None,
) -> tuple[str, ...]:
    """The parts among the names listed that may go.

    `written` and `now` are by the clock of whoever keeps the files, and are asked only where a
    part is left whose file has not come; `oldest` None keeps all of those.
    """
    names = set(listed)
    parts = {name: whole for name in names if (whole := whole_of(name)) is not None}
    spent = {part for part, whole in parts.items() if whole in names}
    unsure = parts.keys() - spent
    if unsure and oldest is not None:
        times, moment = written(), now()
        spent |= {part for part in unsure if part in times and times[part] < moment - oldest}
    return tuple(sorted(spent))
