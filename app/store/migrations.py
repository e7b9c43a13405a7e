"""The steps of the desk's store, in order. A step that has shipped is never edited."""

from __future__ import annotations

from app.store import (
    migration_0001,
    migration_0002_stays,
    migration_0003_packs,
    migration_0004_diary,
    migration_0005_paper,
    migration_0006_drafts,
    migration_0007_money,
    migration_0008_prices,
    migration_0009_estimates,
    migration_0010_payments,
    migration_0011_debts,
    migration_0012_claims,
    migration_0013_reports,
    migration_0014_letters,
    migration_0015_planned_care,
    migration_0016_finding,
    migration_0017_documents,
    migration_0018_queue,
    migration_0019_case,
    migration_0020_settings,
    migration_0021_desk_finish,
    migration_0023_watched,
    migration_0024_signed_form,
)
from app.store.schema import Schema, Step

STORE = Schema(
    "recoup-store",
    (
        Step("0001_the_desk", migration_0001.STATEMENTS),
        Step("0002_stays", migration_0002_stays.STATEMENTS),
        Step("0003_packs", migration_0003_packs.STATEMENTS),
        Step("0004_the_diary", migration_0004_diary.STATEMENTS),
        Step("0005_paper", migration_0005_paper.STATEMENTS),
        Step("0006_drafts", migration_0006_drafts.STATEMENTS),
        Step("0007_money", migration_0007_money.STATEMENTS),
        Step("0008_prices", migration_0008_prices.STATEMENTS),
        Step("0009_estimates", migration_0009_estimates.STATEMENTS),
        Step("0010_payments", migration_0010_payments.STATEMENTS),
        Step("0011_debts", migration_0011_debts.STATEMENTS),
        Step("0012_claims", migration_0012_claims.STATEMENTS),
        Step("0013_reports", migration_0013_reports.STATEMENTS),
        Step("0014_letters", migration_0014_letters.STATEMENTS),
        Step("0015_planned_care", migration_0015_planned_care.STATEMENTS),
        Step("0016_finding", migration_0016_finding.STATEMENTS, migration_0016_finding.FUNCTIONS),
        Step("0017_documents", migration_0017_documents.STATEMENTS),
        Step("0018_the_queue", migration_0018_queue.STATEMENTS),
        Step("0019_case", migration_0019_case.STATEMENTS),
        Step("0020_settings", migration_0020_settings.STATEMENTS),
        Step("0021_desk_finish", migration_0021_desk_finish.STATEMENTS),
        Step("0023_watched", migration_0023_watched.STATEMENTS),
        Step("0024_signed_form", migration_0024_signed_form.STATEMENTS),
    ),
)
