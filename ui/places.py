"""The screens of the window: their words on the rail, and which of them a person begins with."""

from __future__ import annotations

from ui.audit_panels import AUDIT
from ui.language import tr
from ui.widgets.rail import RailItem
from ui.wording import DASHBOARD, GUIDE, RAIL_ICONS, SETTINGS

# The first of these that a person has is what their role is there for.
FIRST = ("queue", "audit", "money", "clinician", "desk", "settings", "elsewhere")
ON_RAIL = {
    one.name: one
    for one in (
        RailItem("desk", tr("Desk"), "user-search"),
        RailItem("queue", tr("Queue"), "inbox"),
        RailItem("money", tr("Money"), "coin-pound"),
        RailItem("dashboard", DASHBOARD, RAIL_ICONS[DASHBOARD]),
        RailItem("clinician", tr("Urgency"), "stethoscope"),
        RailItem("audit", AUDIT, "shield-check"),
        RailItem("guide", GUIDE, RAIL_ICONS[GUIDE]),
        RailItem("emergency", tr("Emergency"), "alert-circle", at_foot=True),
        RailItem("share", tr("Share"), "cloud-up", at_foot=True),
        RailItem("settings", SETTINGS, RAIL_ICONS[SETTINGS], at_foot=True),
    )
}
