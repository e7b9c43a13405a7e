"""`python -m benchmarks`: every benchmark, one after another, each in a process of its own.

Standard output holds one JSON line each; what is said to people meanwhile goes to standard error.
"""

from __future__ import annotations

import subprocess
import sys

ALL = (
    "ageing",
    "answer",
    "asking",
    "care_search",
    "find",
    "intake",
    "key",
    "keystrokes",
    "law",
    "load",
    "memory",
    "passport_lines",
    "pdf",
    "posting",
    "press",
    "pressure",
    "price",
    "queue",
    "redetermine",
    "retention",
    "save",
    "send",
    "start",
    "switch",
    "sync_anki",
    "table",
    "workbook",
)


def main() -> int:
    """Run them; 1 when one could not be measured. Whether a goal was met is in its line."""
    failed = []
    for name in ALL:
        print(f"-- {name}", file=sys.stderr)
        run = subprocess.run(
            [sys.executable, "-m", f"benchmarks.{name}"],
            stdout=subprocess.PIPE,
            text=True,
            check=False,
        )
        if run.returncode != 0:
            failed.append(name)
            continue
        *words, line = run.stdout.splitlines()
        for word in words:
            print(word, file=sys.stderr)
        print(line, flush=True)
    if failed:
        print(f"Not measured: {', '.join(failed)}.", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
