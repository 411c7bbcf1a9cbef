"""How long hostile tables of 34 lines take to diagnose, and how much memory.

Run ``python -m tests.benchmarks.bench_diagnosis`` in the project's folder. The ratio stands beside a plain loop over 34 lines
measured in the same run, so that it can be compared between machines. The exit status is 1 if a limit is missed.
"""

from __future__ import annotations

import statistics
import sys
import time
import tracemalloc
from decimal import Decimal
from typing import TYPE_CHECKING

import perfscore as ps
from perfscore.checks.diagnosis import diagnose
from tests.benchmarks.bench_tables import median_ms, plain_decimal
from tests.corpus.hostile import LINES, kinds

if TYPE_CHECKING:
    from perfscore.model import SelfAssessment

RULES = ps.load_rules("wuhan-2023")
LIMIT_MS, LIMIT_MB = 300.0, 50.0


def work_ms(table: SelfAssessment) -> float:
    """Return the median processor time of one diagnosis: other work on the machine counts less."""
    times = []
    for _ in range(5):
        started = time.process_time()
        diagnose(table, rules=RULES)
        times.append(time.process_time() - started)
    return statistics.median(times) * 1000


def peak_mb(table: SelfAssessment) -> float:
    """Return the most memory that one diagnosis holds."""
    tracemalloc.start()
    diagnose(table, rules=RULES)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 10**6


def main() -> int:
    """Print the figures and return 1 if a limit is missed."""
    rows = [(Decimal(2), Decimal(45), Decimal(41))] * LINES
    plain = median_ms(lambda: plain_decimal(rows))
    print(f"a plain Decimal loop over {LINES} lines takes {plain:.3f} ms")
    worst_ms = worst_mb = 0.0
    for name, table in kinds().items():
        taken, held = work_ms(table), peak_mb(table)
        worst_ms, worst_mb = max(worst_ms, taken), max(worst_mb, held)
        print(f"{name:38} {taken:8.1f} ms {taken / plain:8.0f} × the plain loop {held:6.1f} MB")
    print(f"{'worst':38} {worst_ms:8.1f} ms {worst_ms / plain:8.0f} × the plain loop {worst_mb:6.1f} MB")
    return int(worst_ms > LIMIT_MS or worst_mb > LIMIT_MB)


if __name__ == "__main__":
    sys.exit(main())
