"""Read a hospital's Recoup records back without Recoup.

Needs Python 3.11 and two packages, `cryptography` and `sqlcipher3` (cp311 wheels on PyPI), and
nothing else; no network. Changes nothing of what it reads.

    python read_back.py records FOLDER --out NEW
    python read_back.py envelopes SHARE --keys TRUST_KEYS.json --out NEW

FOLDER is a backup or a copy of a data folder: it holds recoup.db and key.json (finance's ledger:
NAME.db and NAME.db.key.json). Every table becomes a CSV file, every document, scan and other file
a file beside them; the audit is checked link by link. The second form opens the sealed envelopes
of a share with the trust's key file. What comes out is NOT encrypted: put it where only those who
may read it can, and delete it when done.

The passphrase or the recovery key is asked for, or taken from RECOUP_PASSPHRASE. Open the CSV
files as text: a spreadsheet may take a cell for a formula.

How the key is kept: `wrapped` in the key file has one entry for each secret. Argon2id over the
secret (NFKC, UTF-8; a recovery key in capitals, in groups of four with dashes) with the entry's
salt, iterations, lanes and memory gives a 32-byte key; AES-256-GCM with its nonce, and the context
as additional data, opens `sealed`. The result is SQLCipher's raw key.
"""

from __future__ import annotations

import argparse
import csv
import getpass
import json
import os
import sys
import unicodedata
from hashlib import sha256
from pathlib import Path
from typing import Any

DONE, NOT_SOUND, REFUSED = 0, 1, 2
SMALL = 64  # bytes that stand in the CSV as hexadecimal; what is longer becomes a file
BEGINNING = "0" * 64
MAGIC, SIGNATURE = b"RCPENV1\n", 64
KINDS = ((b"%PDF-", "pdf"), (b"\x89PNG", "png"), (b"\xff\xd8\xff", "jpg"), (b"{", "json"))


class Refusal(Exception):
    """Something a person can put right; its text says how."""


def unwrap(wrapped: dict[str, Any], secret: str, context: str) -> bytes | None:
    """What was sealed under a secret, or None where the secret is another."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    deriving = Argon2id(
        salt=bytes.fromhex(wrapped["salt"]),
        length=32,
        iterations=wrapped["iterations"],
        lanes=wrapped["lanes"],
        memory_cost=wrapped["memory_kib"],
    )
    key = deriving.derive(unicodedata.normalize("NFKC", secret).encode())
    nonce, sealed = bytes.fromhex(wrapped["nonce"]), bytes.fromhex(wrapped["sealed"])
    try:
        return AESGCM(key).decrypt(nonce, sealed, context.encode())
    except InvalidTag:
        return None


def open_wrapped(body: dict[str, Any], about: str) -> bytes:
    """The keys inside a key file, by whichever secret is given."""
    secret = os.environ.get("RECOUP_PASSPHRASE") or getpass.getpass("Passphrase or recovery key: ")
    plain = "".join(letter for letter in secret.upper() if letter.isalnum())
    plain = plain.replace("O", "0").replace("I", "1").replace("L", "1")
    recovery = "-".join(plain[at : at + 4] for at in range(0, len(plain), 4))
    for wrapped in body["wrapped"]:
        by = wrapped["by"]
        found = unwrap(wrapped, recovery if by == "recovery" else secret, f"{about} {by}")
        if found is not None:
            return found
    raise Refusal("That passphrase or recovery key does not open this key file. Type it again.")


def database_key(path: Path) -> bytes:
    """The raw key of a database from its key file."""
    body = read_json(path)
    if body["protection"] == "none":
        return bytes.fromhex(body["key"])
    return open_wrapped(body, body["store_id"])


def open_database(path: Path, key: bytes) -> Any:
    """The database, to be read only."""
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except dbapi2.DatabaseError:
        raise Refusal(f"The key does not open {path}, or the file is damaged.") from None
    return connection


def find(folder: Path) -> tuple[Path, Path]:
    """The database of a folder and its key file."""
    for key_file in (folder / "key.json", *sorted(folder.glob("*.key.json"))):
        name = key_file.name.removesuffix("key.json").rstrip(".") or "recoup.db"
        if key_file.is_file() and (folder / name).is_file():
            return folder / name, key_file
    raise Refusal(f"{folder} does not hold recoup.db and key.json. Name the folder of a backup.")


def read_records(folder: Path, out: Path) -> int:
    """Everything a database holds, as CSV and files; then the check of the audit."""
    path, key_file = find(folder)
    connection = open_database(path, database_key(key_file))
    bad = [row[0] for row in connection.execute("PRAGMA cipher_integrity_check")]
    tables = [
        row[0]
        for row in connection.execute(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
            "AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name"
        )
    ]
    counts = {table: export(connection, table, out) for table in tables}
    chain = check_audit(connection) if "audit" in tables else None
    connection.close()
    report = {"tables": counts, "damaged_pages": len(bad), "audit": chain}
    write(out / "report.json", (json.dumps(report, indent=2) + "\n").encode())
    print(json.dumps(report, indent=2))
    return DONE if not bad and (chain is None or chain["sound"]) else NOT_SOUND


def export(connection: Any, table: str, out: Path) -> int:
    """One table; returns its rows."""
    cursor = connection.execute(f'SELECT * FROM "{table}"')
    names = [column[0] for column in cursor.description]
    count = 0
    with (out / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(names)
        for row in cursor:
            count += 1
            cells = zip(names, row, strict=True)
            lines.writerow([cell(out, table, count, name, value) for name, value in cells])
    return count


def cell(out: Path, table: str, row: int, column: str, value: Any) -> Any:
    """A value as it stands in the CSV: nothing as \\N, bytes as hexadecimal or a file's name."""
    if value is None:
        return "\\N"
    if not isinstance(value, bytes):
        return value
    if len(value) <= SMALL:
        return value.hex()
    ending = next((kind for start, kind in KINDS if value.startswith(start)), "bin")
    name = f"{table}/{row:07d}-{column}.{ending}"
    write(out / name, value)
    return name


def check_audit(connection: Any) -> dict[str, Any]:
    """Every row holds the hash of its own values and of the row before it."""
    count, previous = 0, BEGINNING
    rows = connection.execute(
        "SELECT seq, at, user_id, user_name, device, act, subject, detail, previous_hash, hash "
        "FROM audit ORDER BY seq"
    )
    for row in rows:
        count += 1
        text = json.dumps(row[:-1], separators=(",", ":"))
        holds = row[0] == count and row[8] == previous
        if not holds or sha256(text.encode()).hexdigest() != row[9]:
            return {"rows": count, "sound": False, "first_bad_seq": count, "head": previous}
        previous = row[9]
    return {"rows": count, "sound": True, "first_bad_seq": None, "head": previous}


def read_envelopes(share: Path, keys: Path, out: Path) -> int:
    """Open every envelope of a share that is sealed to the trust."""
    body = read_json(keys)
    about = f"{body['trust']} {body['root']} trust keys"
    plain = open_wrapped(body, about)
    openers = [plain[at : at + 32] for at in range(32, len(plain), 32)]
    opened, others, wrong = 0, 0, []
    for path in sorted(share.rglob("*.env")):
        try:
            heading, packed = open_envelope(path.read_bytes(), openers)
        except (ValueError, KeyError, TypeError) as odd:
            wrong.append(f"{path.name}: {odd}")
            continue
        if packed is None:
            others += 1
            continue
        opened += 1
        write(out / f"{path.stem}.header.json", json.dumps(heading, indent=2).encode())
        content = unpack(packed, heading["size"])
        ending, data = (heading["content"], content) if content is not None else ("zst", packed)
        write(out / f"{path.stem}.{ending}", data)
    report = {"opened": opened, "for_others": others, "not_whole": wrong}
    write(out / "report.json", (json.dumps(report, indent=2) + "\n").encode())
    print(json.dumps(report, indent=2))
    print("Signatures were not checked: who sent what is the word of the header.", file=sys.stderr)
    return NOT_SOUND if wrong else DONE


def open_envelope(data: bytes, openers: list[bytes]) -> tuple[dict[str, Any], bytes | None]:
    """Header and packed content; None for content that is sealed to others."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

    if not data.startswith(MAGIC):
        raise ValueError("not an envelope")
    start = len(MAGIC) + 4
    end = start + int.from_bytes(data[len(MAGIC) : start], "big")
    header, sealed = data[start:end], data[end:-SIGNATURE]
    said = json.loads(header)
    core = {name: value for name, value in said.items() if name not in ("size", "for")}
    canonical = json.dumps(core, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    info = b"recoup envelope key\x00" + sha256(canonical.encode()).digest()
    suite = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
    for opener in openers:
        private = X25519PrivateKey.from_private_bytes(opener)
        public = private.public_key().public_bytes_raw()
        wrapped = said["for"].get(sha256(public).hexdigest()[:32])
        if wrapped is not None:
            try:
                content_key = suite.decrypt(bytes.fromhex(wrapped), private, info)
                return said, AESGCM(content_key).decrypt(bytes(12), sealed, header)
            except InvalidTag:
                raise ValueError("it was altered, or is not whole") from None
    return said, None


def unpack(packed: bytes, size: int) -> bytes | None:
    """Content out of its Zstandard frame, where this Python can; else it is kept as a .zst file,
    which `zstd -d` and many archive programs unpack."""
    try:
        import zstandard
    except ImportError:
        return None
    return bytes(zstandard.ZstdDecompressor().decompress(packed, max_output_size=size))


def read_json(path: Path) -> dict[str, Any]:
    """A JSON object from a file."""
    try:
        return dict(json.loads(path.read_bytes()))
    except (OSError, ValueError):
        raise Refusal(f"{path} cannot be read as a key file.") from None


def write(path: Path, data: bytes) -> None:
    """A file, in folders that are made as needed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def new_folder(name: str) -> Path:
    """Where to write: a folder with nothing in it, for the person who runs this alone."""
    folder = Path(name)
    if folder.exists() and any(folder.iterdir()):
        raise Refusal(f"{folder} is not empty. Name a new folder.")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="what", required=True)
    records = commands.add_parser("records", help="a backup or a copy of a data folder")
    envelopes = commands.add_parser("envelopes", help="the sealed envelopes of a share")
    envelopes.add_argument("--keys", required=True, help="the trust's key file")
    for one in (records, envelopes):
        one.add_argument("folder")
        one.add_argument("--out", required=True, help="a new folder for what is read")
    return parser.parse_args()


def main() -> int:
    """Run; returns 0 for done, 1 where something is damaged, 2 where nothing could be read."""
    try:
        asked = arguments()
        out = new_folder(asked.out)
        if asked.what == "records":
            return read_records(Path(asked.folder), out)
        return read_envelopes(Path(asked.folder), Path(asked.keys), out)
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
    except OSError as refused:
        print(f"{refused.filename}: {refused.strerror}. Put that right.", file=sys.stderr)
    except (KeyError, TypeError, ValueError):
        print("The key file is not one of Recoup, or is damaged.", file=sys.stderr)
    return REFUSED


if __name__ == "__main__":
    sys.exit(main())
