"""The files of a ledger made from a batch by a mapping, the control file last.

The control file counts and hashes the others. Without it a ledger's loader takes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.billing.ledger_files.filling import Filled, Unfit, fill, line_of
from app.billing.ledger_files.mapping import LedgerMapping
from app.spool.accepted import records_of
from app.spool.envelope import Files, PlainBatch, sha256
from app.spool.manifest import written

FORMAT, FORMAT_VERSION = "recoup-ledger-files", 1
CONTROL = "CTL.json"


def ledger_files(
    mapping: LedgerMapping, batch: PlainBatch, ledger_batch_no: str
) -> Files | tuple[Unfit, ...]:
    """Every file in the order of writing, or every reason why there is none."""
    if mapping.as_sent:
        return batch.all_files
    facts = _facts(batch, ledger_batch_no)
    filled = fill(mapping, records_of(batch), facts)
    files: list[tuple[str, bytes]] = []
    entries = []
    for one in filled:
        if isinstance(one, Unfit):
            return tuple(each for each in filled if isinstance(each, Unfit))
        name, data = one.file.name.format_map(facts), _bytes(one)
        files.append((name, data))
        entries.append(
            {
                "name": name,
                "bytes": len(data),
                "sha256": sha256(data),
                "rows": len(one.rows),
                "control_total_pence": one.pence,
            }
        )
    control = written(
        {
            "format": FORMAT,
            "format_version": FORMAT_VERSION,
            "mapping": mapping.name,
            **{key: facts[key] for key in _TOLD},
            "files": entries,
        }
    )
    return (*files, (f"{batch.stem}_{CONTROL}", control))


_TOLD = ("mode", "provider_code", "batch_id", "ledger_batch_no", "batch_name")


def _bytes(filled: Filled) -> bytes:
    file = filled.file
    rows = [tuple(column.name for column in file.columns)] if file.header else []
    lines = (line_of(row, file.form, file.delimiter) for row in (*rows, *filled.rows))
    return "".join(line + file.line_end for line in lines).encode(file.encoding)


def _facts(batch: PlainBatch, ledger_batch_no: str) -> Mapping[str, str]:
    header = batch.manifest.header
    year, _, number = ledger_batch_no.partition("-")
    return {
        "stem": str(batch.stem),
        "batch_id": header.batch_id,
        "provider_code": header.provider_code,
        "device_code": header.device_code,
        "sequence_no": str(header.sequence_no),
        "mode": header.mode.value,
        "ledger_batch_no": ledger_batch_no,
        "batch_name": f"{year[-1:]}{number}",
    }
