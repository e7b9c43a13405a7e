"""The panels of the Money page: one line each, only those the person's roles allow."""

from __future__ import annotations

from app.access.roles import Act, Extent
from app.services.desk import Desk
from ui.changes import Changes
from ui.language import tr
from ui.models.debt_list import DebtListModel
from ui.models.letters import LettersModel
from ui.models.money_accounts import AccountsModel
from ui.models.money_approvals import ApprovalsModel
from ui.models.money_claims import ClaimsModel
from ui.models.money_invoicing import InvoicingModel
from ui.models.money_payments import PaymentsModel
from ui.models.pdf import PdfModel
from ui.models.prices import PricesModel
from ui.models.reminders import RemindersModel
from ui.models.reports import ReportsModel
from ui.views.debt_list import DebtListPanel
from ui.views.money_accounts import AccountsPanel
from ui.views.money_approvals import ApprovalsPanel
from ui.views.money_claims import ClaimsPanel
from ui.views.money_invoicing import InvoicingPanel
from ui.views.money_panel import PanelPlan
from ui.views.money_payments import PaymentsPanel
from ui.views.prices import PricesPanel
from ui.views.reminders import RemindersPanel
from ui.views.reports import ReportsPanel
from ui.work import Runner


def panels_for(desk: Desk, records: Runner, files: Runner, changes: Changes) -> list[PanelPlan]:
    """In the order of the tabs. Models are made now, widgets when a panel is first opened."""

    def pdf() -> PdfModel:
        return PdfModel(desk, records, files)

    plans: list[PanelPlan] = []
    if desk.may(Act.INVOICE):
        cases = InvoicingModel(desk, records, changes)
        plans.append(
            PanelPlan(
                "to_invoice", tr("To invoice"), lambda: InvoicingPanel(cases, pdf()), cases.counted
            )
        )
        accounts = AccountsModel(desk, records, changes)
        letters = LettersModel(desk, records, changes)
        plans.append(
            PanelPlan("accounts", tr("Accounts"), lambda: AccountsPanel(accounts, pdf(), letters))
        )
        due = RemindersModel(desk, records, changes)
        plans.append(
            PanelPlan("reminders", tr("Reminders"), lambda: RemindersPanel(due, pdf()), due.counted)
        )
        payments = PaymentsModel(desk, records, files, changes)
        plans.append(
            PanelPlan(
                "payments",
                tr("Payments in"),
                lambda: PaymentsPanel(payments, pdf()),
                payments.counted,
            )
        )
        claims = ClaimsModel(desk, records, changes)
        plans.append(PanelPlan("claims", tr("Claims"), lambda: ClaimsPanel(claims, pdf())))
    lists = uses_debt_list(desk)
    if lists:
        told_of = DebtListModel(desk, records, changes)
        plans.append(PanelPlan("debt_list", tr("Debt list"), lambda: DebtListPanel(told_of, pdf())))
    if desk.may(Act.APPROVE_CREDIT) or (lists and desk.may(Act.APPROVE_DEBT_REPORT)):
        waiting = ApprovalsModel(desk, records, changes)
        plans.append(
            PanelPlan(
                "approvals",
                tr("To approve"),
                lambda: ApprovalsPanel(waiting, pdf()),
                waiting.counted,
            )
        )
    if sees_figures(desk):
        told = ReportsModel(desk, records, changes)
        plans.append(PanelPlan("reports", tr("Reports"), lambda: ReportsPanel(told, pdf())))
    if desk.may(Act.INVOICE):
        prices = PricesModel(desk, records, files, changes)
        plans.append(PanelPlan("prices", tr("Prices"), lambda: PricesPanel(prices)))
    return plans


def uses_debt_list(desk: Desk) -> bool:
    """Whether the trust uses the Home Office list at all, and the person has a part in it."""
    part = desk.may(Act.PREPARE_DEBT_REPORT) or desk.may(Act.APPROVE_DEBT_REPORT)
    return desk.finance.debt.home_office.enabled and part


def sees_figures(desk: Desk) -> bool:
    """Whether the person may see the figures of everybody, and not only count their own cases."""
    return desk.may(Act.EXPORT_BATCH) and desk.extent(Act.EXPORT_BATCH) is Extent.FULL
