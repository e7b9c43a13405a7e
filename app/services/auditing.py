"""Verifying the audit chain."""

from __future__ import annotations

from app.access.roles import Act
from app.services.desk import Desk, service
from app.store import audit
from app.store.audit import AuditReport


@service(Act.VERIFY_AUDIT)
def verify(desk: Desk) -> AuditReport:
    """Recompute every link of the chain; tells the first row that does not hold."""
    return audit.verify(desk.db)
