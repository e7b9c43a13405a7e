"""The panels of the Money page: one line each, only those the person's roles allow."""

from __future__ import annotations

from app.access.roles import Act
from app.services.desk import Desk
from ui.changes import Changes
from ui.models.money_accounts import AccountsModel
from ui.models.money_approvals import ApprovalsModel
from ui.models.money_claims import ClaimsModel
from ui.models.money_invoicing import InvoicingModel
from ui.models.pdf import PdfModel
from ui.views.money_accounts import AccountsPanel
from ui.views.money_approvals import ApprovalsPanel
from ui.views.money_claims import ClaimsPanel
from ui.views.money_invoicing import InvoicingPanel
from ui.views.money_panel import PanelPlan
from ui.work import Runner


def panels_for(desk: Desk, records: Runner, share: Runner, changes: Changes) -> list[PanelPlan]:
    """In the order of the tabs. Models are made now, widgets when a panel is first opened."""

    def pdf() -> PdfModel:
        return PdfModel(desk, records, share)

    plans: list[PanelPlan] = []
    if desk.may(Act.INVOICE):
        cases = InvoicingModel(desk, records, changes)
        plans.append(
            PanelPlan(
                "to_invoice", "To invoice", lambda: InvoicingPanel(cases, pdf()), cases.counted
            )
        )
        accounts = AccountsModel(desk, records, changes)
        plans.append(PanelPlan("accounts", "Accounts", lambda: AccountsPanel(accounts, pdf())))
        claims = ClaimsModel(desk, records, changes)
        plans.append(PanelPlan("claims", "Claims", lambda: ClaimsPanel(claims, pdf())))
    if desk.may(Act.APPROVE_CREDIT):
        waiting = ApprovalsModel(desk, records, changes)
        plans.append(
            PanelPlan(
                "approvals", "To approve", lambda: ApprovalsPanel(waiting, pdf()), waiting.counted
            )
        )
    return plans
