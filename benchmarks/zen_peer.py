"""The 25-rule table in zen-engine, loaded once through a static loader.

Run by benchmarks.asking in the peer's environment, which has zen-engine and nothing of this project
but the table. It prints the rules that hit, then for each line read the seconds of one case.
"""

from __future__ import annotations

import json
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "data" / "eligibility-table.json"
PASSES = 3


def main() -> None:
    """Answer every case once, then time all of them whenever a line comes in."""
    zen = import_module("zen")  # of the peer's environment
    shelf = json.loads(FILE.read_text("utf-8"))
    content = zen.ZenDecisionContent(json.dumps(_decision(shelf)))
    engine = zen.ZenEngine({"loader": lambda _: content})
    cases = [dict(zip(shelf["fields"], case, strict=True)) for case in shelf["cases"]]
    hits = [engine.evaluate("table", case)["result"]["rule"] for case in cases]
    print(json.dumps(hits), flush=True)
    for _ in sys.stdin:
        begun = time.process_time()
        for _ in range(PASSES):
            for case in cases:
                engine.evaluate("table", case)
        print((time.process_time() - begun) / PASSES / len(cases), flush=True)


def _decision(shelf: dict[str, Any]) -> dict[str, Any]:
    asked = {test[0] for rule in shelf["rules"] for test in rule["when"]}
    rows = [
        {
            "_id": rule["id"],
            "rule": json.dumps(rule["id"]),
            **{name: _cell([test for test in rule["when"] if test[0] == name]) for name in asked},
        }
        for rule in shelf["rules"]
    ]
    table = {
        "hitPolicy": "first",
        "inputs": [{"id": name, "name": name, "field": name} for name in sorted(asked)],
        "outputs": [{"id": "rule", "name": "rule", "field": "rule"}],
        "rules": rows,
    }
    nodes = [
        {"id": "in", "type": "inputNode", "name": "in"},
        {"id": "table", "type": "decisionTableNode", "name": "table", "content": table},
        {"id": "out", "type": "outputNode", "name": "out"},
    ]
    edges = [
        {"id": "1", "sourceId": "in", "targetId": "table"},
        {"id": "2", "sourceId": "table", "targetId": "out"},
    ]
    return {"nodes": nodes, "edges": edges}


def _cell(tests: list[list[Any]]) -> str:
    words = {"eq": "{}", "ne": "$ != {}", "ge": ">= {}", "lt": "< {}", "in": "{}"}
    return " and ".join(words[op].format(_codes(value)) for _, op, value in tests)


def _codes(value: int | list[int]) -> str:
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)


if __name__ == "__main__":
    main()
