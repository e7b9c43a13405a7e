"""The peer of the race of intakes: COPY to temporary tables, and INSERT ... ON CONFLICT.

It is handed the same files, our reading of them into records with all that a row alone can show,
and the hash that is kept of each row. What it leaves must be what intake leaves: the same rows in
every table, the same answer on the share. A row that stands with other content would have to be
refused, so it asks for these before it inserts; who pays is held by the foreign keys. It holds
nothing against the chart of codes, the open periods or what is left of a bill or a receipt.
"""

from __future__ import annotations

from typing import Any, LiteralString

import psycopg
from psycopg import sql

from app.billing.content import contents
from app.billing.records import CustomerRecord, InvoiceRecord, Kind, ReceiptRecord
from app.core.ports import Clock, stamp
from app.hub.rows import customer_row, line_row, receipt_row
from app.hub.tables import metadata
from app.spool.acknowledgement import Answer, Status
from app.spool.envelope import sha256
from app.spool.inspection import Inspected, inspect
from app.spool.manifest import LARGEST_MANIFEST, read_manifest
from app.spool.share import FolderShare
from benchmarks.intake_batches import TRUST

_MAKE = "CREATE TEMP TABLE {new} (LIKE {table}) ON COMMIT DROP"
_COPY = "COPY {new} FROM STDIN"
_OTHER = (
    "SELECT count(*) FROM {new} JOIN {table} USING ({key}) WHERE {new}.content <> {table}.content"
)
_MERGE = "INSERT INTO {table} SELECT * FROM {new} ON CONFLICT DO NOTHING"


def merge(share: FolderShare, connection: psycopg.Connection[Any], clock: Clock) -> None:
    """Take the one batch that lies there, and answer it."""
    (name,) = (name for name in share.list() if name.endswith("_MAN.json"))
    data = share.read(name, LARGEST_MANIFEST) or b""
    manifest = read_manifest(data)
    header, digest, now = manifest.header, sha256(data), stamp(clock.now())
    inspected = inspect(manifest, share.read)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE trusts SET turns = turns + 1 WHERE provider_code = %s", (TRUST,))
        cursor.execute(
            "UPDATE batch_numbers SET last = last + 1 WHERE provider_code = %s AND year = %s "
            "RETURNING last",
            (TRUST, clock.today().year),
        )
        (last,) = cursor.fetchone() or (0,)
        batch_no = f"SL{clock.today().year}-{last:06d}"
        for table, rows in _tables(inspected, batch_no).items():
            _merge(cursor, table, rows)
        answer = Answer(
            batch_id=header.batch_id,
            sequence_no=header.sequence_no,
            manifest_sha256=digest,
            status=Status.ACCEPTED,
            received_utc=now,
            ledger_batch_no=batch_no,
            accepted={kind: len(inspected.tables[kind]) for kind in Kind},
            rejected=dict.fromkeys(Kind, 0),
            accepted_pence={
                kind: entry.control_total_pence
                for kind, entry in zip(Kind, manifest.files, strict=True)
            },
        ).ack_bytes()
        cursor.execute(
            "INSERT INTO batches VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
            (
                *(TRUST, str(header.stem), header.batch_id, digest, header.device_code),
                *(header.sequence_no, "ACCEPTED", batch_no, now, answer, None),
            ),
        )
        cursor.execute(
            "INSERT INTO chains VALUES (%s, %s, %s, %s)",
            (TRUST, header.device_code, header.sequence_no, digest),
        )
    connection.commit()
    share.write_new(header.stem.acknowledgement, answer)


def _merge(cursor: psycopg.Cursor[Any], table: str, rows: list[tuple[Any, ...]]) -> None:
    cursor.execute(_statement(_MAKE, table))
    with cursor.copy(_statement(_COPY, table)) as copying:
        for row in rows:
            copying.write_row(row)
    cursor.execute(_statement(_OTHER, table))
    if cursor.fetchone() != (0,):
        raise SystemExit(f"some of {table} stand with other content")
    cursor.execute(_statement(_MERGE, table))


def _tables(inspected: Inspected, batch_no: str) -> dict[str, list[tuple[Any, ...]]]:
    rows = inspected.rows
    if inspected.faults or any(row.faults for some in rows.values() for row in some):
        raise SystemExit("the batch is not sound")
    kept = {
        kind: list(
            zip(
                (row.record for row in rows[kind]),
                contents(kind, inspected.tables[kind]),
                strict=True,
            )
        )
        for kind in Kind
    }
    return {
        "customers": [
            customer_row(TRUST, one, content)
            for one, content in kept[Kind.CUSTOMERS]
            if isinstance(one, CustomerRecord)
        ],
        "documents": [
            line_row(TRUST, one, content, batch_no=batch_no)
            for one, content in kept[Kind.INVOICES]
            if isinstance(one, InvoiceRecord)
        ],
        "receipts": [
            receipt_row(TRUST, one, content, batch_no=batch_no)
            for one, content in kept[Kind.RECEIPTS]
            if isinstance(one, ReceiptRecord)
        ],
    }


def _statement(text: LiteralString, table: str) -> sql.Composed:
    return sql.SQL(text).format(
        table=sql.Identifier(table),
        new=sql.Identifier(f"new_{table}"),
        key=sql.SQL(", ").join(
            sql.Identifier(column.name) for column in metadata.tables[table].primary_key
        ),
    )
