"""How long scoring, verifying and diagnosing take, how much a verified table holds, what an import costs.

Run ``python tests/benchmarks/bench_tables.py``. Times are medians of several runs on this machine;
the ratios stand beside a plain loop over the same lines measured in the same run, so that they can
be compared between machines. The exit status is 1 if a limit is missed.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

import perfscore as ps
from perfscore.checks.diagnosis import diagnose
from perfscore.reports import report

if TYPE_CHECKING:
    from collections.abc import Callable

TABLE = Path(__file__).parents[2] / "examples" / "tables" / "002-01.json"
RULES = ps.load_rules("wuhan-2023")
HELD = 10_000
LIMITS = {
    "score ms": 1.0,
    "verify ms": 10.0,
    "diagnose ms": 30.0,
    "three errors ms": 300.0,
    "five documents ms": 3000.0,
    "import ms": 60.0,
    "held GiB": 1.0,
}
EXAMPLES = TABLE.parents[1]


def median_ms(work: Callable[[], object], runs: int = 200) -> float:
    """Return the median time of one run in milliseconds, after a warm-up."""
    work()
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return statistics.median(times) * 1000


def plain_decimal(rows: list[tuple[Decimal, Decimal, Decimal]]) -> Decimal:
    """Score the lines as a careful script would: Decimal, half up, no derivations, no checks."""
    cent = Decimal("0.01")
    return sum((min(w, w * b / a).quantize(cent, ROUND_HALF_UP) for w, a, b in rows), Decimal(0))


def import_ms(module: str) -> float:
    """Return the median wall time of a fresh interpreter that imports *module*."""
    times = []
    with tempfile.TemporaryDirectory() as cache:
        # With bytecode, as an installed package has it, wherever the checkout's would go.
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": cache, "PYTHONDONTWRITEBYTECODE": ""}
        for _ in range(16):
            started = time.perf_counter()
            command = [sys.executable, "-c", f"import {module}"]
            subprocess.run(command, check=True, env=environment)  # noqa: S603  # our own words
            times.append(time.perf_counter() - started)
    return statistics.median(times[1:]) * 1000


def held_gib(text: str) -> float:
    """Return the memory that ten thousand verified tables hold, read one by one from JSON."""
    tracemalloc.start()
    kept = []
    for _ in range(HELD // 10):
        table = ps.from_json(text)
        kept.append((table, ps.verify(table, rules=RULES)))
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return held * 10 / 2**30


def with_errors(table: ps.SelfAssessment) -> ps.SelfAssessment:
    """Return the table with the scores of three lines of other goals changed."""
    data = ps.to_dict(table)
    for goal, claimed in zip(data["goals"], ("1.1", "0.5", "1.3"), strict=False):
        part = goal
        while "children" in part:
            part = part["children"][0]
        part["claimed"] = claimed
    return ps.from_dict(data)


def disclosures() -> list[ps.Disclosure]:
    """Return the five documents of the examples."""
    found = []
    for number in ("000", "001", "002", "003", "004"):
        file = EXAMPLES / "disclosures" / f"{number}.json"
        told = ps.disclosure_from_json(file.read_text(encoding="utf-8")) if file.exists() else ps.Disclosure()
        files = sorted((EXAMPLES / "tables").glob(f"{number}-*.json"))
        tables = [ps.from_json(one.read_text(encoding="utf-8")) for one in files]
        found.append(attrs.evolve(told, tables=tables))
    return found


def main() -> int:
    """Print the figures and return 1 if a limit is missed."""
    text = TABLE.read_text(encoding="utf-8")
    table = ps.from_json(text)
    rows = [
        (Decimal(str(float(line.weight or 0))), Decimal(1), Decimal(str(float(line.basis.face_share or 1))))
        for line in ps.score(table, rules=RULES).lines
    ]
    plain = median_ms(lambda: plain_decimal(rows))
    wrong, five = with_errors(table), disclosures()
    figures = {
        "score ms": median_ms(lambda: ps.score(table, rules=RULES)),
        "verify ms": median_ms(lambda: ps.verify(table, rules=RULES)),
        "diagnose ms": median_ms(lambda: diagnose(table, rules=RULES)),
        "three errors ms": median_ms(lambda: diagnose(wrong, rules=RULES), runs=20),
        "five documents ms": median_ms(lambda: [report(item, rules=RULES) for item in five], runs=5),
        "read ms": median_ms(lambda: ps.from_dict(json.loads(text))),
        "import ms": import_ms("perfscore") - import_ms("attrs"),
        "held GiB": held_gib(text),
    }
    print(f"{len(table.indicators)} indicators; a plain Decimal loop over them takes {plain:.3f} ms")
    missed = False
    for name, value in figures.items():
        limit = LIMITS.get(name)
        against = "" if limit is None else f"  limit {limit:g}"
        ratio = (
            f"  {value / plain:.1f} × the plain loop" if name in {"score ms", "verify ms", "read ms"} else ""
        )
        print(f"{name:17} {value:8.3f}{against}{ratio}")
        missed = missed or (limit is not None and value > limit)
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
