"""Verifying the audit chain."""

from __future__ import annotations

from app.access.roles import Act
from app.services.desk import Desk, service
from app.store import audit
from app.store.audit import AuditReport


@service(Act.VERIFY_AUDIT)
def verify(desk: Desk) -> AuditReport:
    """Recompute every link of the chain; tells the first row that does not hold.

    Every page of the file is read too: raises Known `damaged` where a byte anywhere was altered.
    """
    desk.db.require_sound()
    return audit.verify(desk.db)
