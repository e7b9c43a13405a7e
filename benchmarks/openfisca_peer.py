"""The 25-rule table in OpenFisca-core, vectorised: a formula over columns, conditions in order.

Run by benchmarks.redetermine in the peers' environment, which has OpenFisca-core and NumPy and
nothing of this project but the table.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "data" / "eligibility-table.json"
MONTH = "2026-03"


def contestant(size: int) -> Any:
    """A function that gives the outcome of every case from its columns, and the rules' names."""
    import numpy as np
    from openfisca_core import periods
    from openfisca_core.entities import build_entity
    from openfisca_core.simulations import SimulationBuilder
    from openfisca_core.taxbenefitsystems import TaxBenefitSystem
    from openfisca_core.variables import Variable

    shelf = json.loads(FILE.read_text("utf-8"))
    names, rules = list(shelf["fields"]), shelf["rules"]
    person = build_entity(key="person", plural="persons", label="", is_person=True)
    system = TaxBenefitSystem([person])
    tests = {"eq": np.equal, "ne": np.not_equal, "ge": np.greater_equal, "lt": np.less}

    def formula(cases: Any, period: Any) -> Any:
        columns = {name: cases(name, period) for name in names}
        hits: list[Any] = []
        for rule in rules[:-1]:
            hit: Any = None
            for field, op, value in rule["when"]:
                column = columns[field]
                holds = np.isin(column, value) if op == "in" else tests[op](column, value)
                hit = holds if hit is None else hit & holds
            hits.append(hit)
        return np.select(hits, [*range(len(hits))], default=len(hits))

    def variable(name: str, unit: Any, **more: Any) -> None:
        kept = {"value_type": int, "entity": person, "definition_period": unit, **more}
        system.add_variable(type(name, (Variable,), kept))

    for name in names:
        variable(name, periods.DateUnit.ETERNITY)
    variable("outcome", periods.DateUnit.MONTH, formula=formula)
    cases = np.resize(np.array(shelf["cases"], np.int32), (size, len(names)))
    columns = {name: np.ascontiguousarray(cases[:, place]) for place, name in enumerate(names)}

    def run() -> tuple[float, Any]:
        simulation = SimulationBuilder().build_default_simulation(system, size)
        begun = time.process_time()
        for name, column in columns.items():
            simulation.set_input(name, "ETERNITY", column)
        found = simulation.calculate("outcome", MONTH)
        return time.process_time() - begun, found

    return run, [rule["id"] for rule in rules]


def main() -> None:
    """The outcomes' digest first; then a round for each line read, answered with its seconds."""
    from hashlib import sha256

    run, names = contestant(int(sys.argv[1]))
    _, found = run()
    print(sha256(" ".join(names[code] for code in found).encode()).hexdigest(), flush=True)
    for _ in sys.stdin:
        print(run()[0], flush=True)


if __name__ == "__main__":
    main()
