"""The parts of the audit's screen: headed by emergency accesses; only those a person's roles allow.

An auditor has them all, a senior officer what there is of own cases; an administrator verifies
from the settings, where no patient is shown.
"""

from __future__ import annotations

from app.access.roles import Act, Extent
from app.services.desk import Desk
from ui.language import tr
from ui.models.audit import AuditModel
from ui.models.audit_chain import ChainModel
from ui.models.emergency import AccessesModel
from ui.models.retention import RetentionReportModel
from ui.views.audit_accesses import AccessesPanel
from ui.views.audit_chain import ChainPanel
from ui.views.audit_patients import AuditPatientsPanel
from ui.views.audit_rows import AuditRowsPanel
from ui.views.retention_report import RetentionReportPanel
from ui.views.settings import SectionPlan, SettingsPage
from ui.work import Runner

AUDIT = tr("Audit")
TO_LOOK_AT, WHAT_WAS_DONE, PROOF = tr("To look at"), tr("What was done"), tr("Proof")


def audit_page(desk: Desk, records: Runner, accesses: AccessesModel) -> SettingsPage:
    """The screen of whoever reads the audit; raises NotAllowed for anybody else."""
    whole = desk.extent(Act.READ_AUDIT) is Extent.FULL
    rows, patients = AuditModel(desk, records), AuditModel(desk, records)
    chain, report = ChainModel(desk, records), RetentionReportModel(desk, records)

    def found() -> AuditPatientsPanel:
        panel = AuditPatientsPanel(patients)
        panel.case_chosen.connect(to_case)
        return panel

    plans = [
        SectionPlan(
            "accesses",
            tr("Emergency access"),
            TO_LOOK_AT,
            lambda: AccessesPanel(accesses, marks=whole),
        ),
        SectionPlan(
            "rows",
            tr("Acts"),
            WHAT_WAS_DONE,
            lambda: AuditRowsPanel(rows, own_cases=not whole),
        ),
    ]
    if whole:
        plans.append(SectionPlan("patients", tr("A patient’s cases"), WHAT_WAS_DONE, found))
    plans += [
        SectionPlan("chain", tr("Verify"), PROOF, lambda: ChainPanel(chain)),
        SectionPlan(
            "retention", tr("Retention report"), PROOF, lambda: RetentionReportPanel(report)
        ),
    ]
    page = SettingsPage(plans, title=AUDIT, parts=tr("Parts of the audit"))

    def to_case(ref: str) -> None:
        page.open_section("rows")
        panel = page.section("rows")
        assert isinstance(panel, AuditRowsPanel)
        panel.show_case(ref)

    return page
