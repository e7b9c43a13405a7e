"""The file for the Home Office: an officer's act of its own, each debt judged once more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from app.access.roles import Act
from app.billing.debt.events import Reported, Withdrawn
from app.billing.debt.home_office import why_not
from app.billing.debt.outward import as_csv, as_report
from app.core.errors import Known
from app.core.trust import Mode
from app.documents.report_pdf import report_pdf
from app.services.debt_reporting import ListToSend, lists, owing, told_row
from app.services.debts import debt_of, note
from app.services.desk import Desk, service
from app.store import debt_reports, files
from app.store.debt_reports import StoredRow
from app.store.files import StoredFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """The file that leaves, the same to be printed, and the debts that were left out of it."""

    name: str
    content: bytes
    pdf: bytes
    rows: int
    left_out: tuple[str, ...]


@service(Act.APPROVE_DEBT_REPORT)
def export(desk: Desk) -> Exported:
    """Make the file of all approved lists, and keep a copy.

    Each debt is judged once more: one that was paid, disputed or put on hold since is left out.
    Raises Known `nothing_to_export`, or `demo`.
    """
    if desk.mode is Mode.DEMO:
        raise Known("demo", "The demo sends nothing to anybody. Open your own store.")
    ready = [one for one in lists(desk) if one.approved]
    if not ready:
        raise Known("nothing_to_export", "No approved list waits to go out.")
    with desk.db.atomic():
        return _export(desk, ready)


def _export(desk: Desk, ready: Iterable[ListToSend]) -> Exported:
    rows: list[Mapping[str, str]] = []
    left_out = []
    ready = tuple(ready)
    for one in ready:
        for row in one.rows:
            found = _going_out(desk, one, row)
            if found is None:
                left_out.append(row.doc_no)
            else:
                rows.append(found)
    office = desk.finance.debt.home_office
    content = as_csv(rows, office.columns)
    name = f"debt-list-{desk.trust.provider_code}-{desk.today.isoformat()}.csv"
    _keep(desk, ready, name, content)
    pdf = desk.press.draw(
        partial(
            report_pdf,
            as_report(rows, office.columns, office.printed, on=desk.today),
            trust=desk.trust,
            mode=desk.mode,
            logo=desk.logo,
        )
    )
    return Exported(name=name, content=content, pdf=pdf, rows=len(rows), left_out=tuple(left_out))


def _going_out(desk: Desk, one: ListToSend, row: StoredRow) -> Mapping[str, str] | None:
    """The row as it leaves, written down at its debt; None where it may not leave now."""
    debt = debt_of(desk, row.doc_no)
    if one.is_withdrawal:
        if not debt.position.is_reported:
            return None
        note(desk, debt, Withdrawn(on=desk.today, report_id=one.report_id))
        return row.body
    if why_not(owing(debt), desk.today, desk.finance.debt):
        return None
    note(desk, debt, Reported(on=desk.today, report_id=one.report_id))
    return told_row(desk, debt)


def _keep(desk: Desk, sent: Iterable[ListToSend], name: str, content: bytes) -> None:
    file_id = desk.ids.new()
    files.add(
        desk.db,
        StoredFile(
            file_id=file_id,
            kind="debt_list",
            name=name,
            content=content,
            media_type="text/csv",
            made_at=desk.moment,
        ),
    )
    for one in sent:
        debt_reports.mark_exported(
            desk.db, one.report_id, file_id=file_id, by=desk.person.user_id, at=desk.moment
        )
    desk.audit("debt_list_exported", file_id, {"lists": [one.report_id for one in sent]})
