"""A million ordinary rows and a hundred thousand made to fail, each held against the exact path.

Run ``python tests/columns/full_size.py``; with ``--rows 10000`` for fewer. The exit status is 1 if a
single row differs.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))

import perfscore as ps
from perfscore.columns import NO_SCORE, Printed, score_columns, verify_columns
from tests.columns.reference import (
    DIRECTIONS,
    SHAPES,
    WUHAN,
    adversarial,
    cell,
    claimed_rows,
    exact_kind,
    printed,
    random_rows,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

TABLE = 1000
RULES = (WUHAN, *SHAPES)
"""The rules of claims: among them formulas with steps, falling, turning back, and too fine for 64 bits."""
ENGINES: tuple[Literal["numpy", "numba"], ...] = ("numpy", "numba")


def exact(columns: tuple[Printed, Printed, Printed], directions: NDArray[Any]) -> NDArray[Any]:
    """Return the scores of ``score``, table by table."""
    units: list[int] = []
    for start in range(0, len(directions), TABLE):
        indicators = []
        for row in range(start, min(start + TABLE, len(directions))):
            weight, target, actual = (cell(column, row) for column in columns)
            indicators.append(
                ps.Indicator(
                    "完成数",
                    weight=weight,
                    target=target,
                    actual=actual,
                    direction=DIRECTIONS[directions[row]],
                )
            )
        table = ps.SelfAssessment(goals=[ps.Goal(children=indicators)])
        lines = ps.score(table, rules=WUHAN).lines
        units.extend(NO_SCORE if line.printed is None else int(line.printed * 100) for line in lines)
    return np.array(units)


def main() -> int:
    """Compare every row and print how many differ."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=10**6)
    rows = parser.parse_args().rows
    wrong = 0
    for name, make, size in (("random", random_rows, rows), ("adversarial", adversarial, rows // 10)):
        started = time.perf_counter()
        columns, directions = make(size, seed=2023)
        weight, target, actual = (Printed(item.values / 10.0**item.places, item.places) for item in columns)
        for kind, cells in (("integers", columns), ("floats", (weight, target, actual))):
            expected = exact(cells, directions)
            for engine in ENGINES:
                scores = score_columns(*cells, directions, rules=WUHAN, engine=engine)
                differing = int((scores.units != expected).sum())
                print(f"{size} {name} rows as {kind}, {engine}: {differing} differ")
                wrong += differing
        print(f"  in {time.perf_counter() - started:.0f} s")
    for seed in range(max(rows // 50_000, len(RULES))):
        rules = RULES[seed % len(RULES)]
        columns_of_claims, directions = claimed_rows(1000, seed, rules)
        claimed, weight, target, actual = columns_of_claims
        found = verify_columns(claimed, weight, target, actual, directions, rules=rules)
        for row in range(1000):
            texts: list[Any] = [
                printed(int(item.values[row]), item.places) for item in (*columns_of_claims[1:], claimed)
            ]
            wrong += (found.kind[row], found.convention[row]) != exact_kind(texts, directions[row], rules)
    print(f"{wrong} rows differ, verdicts of {1000 * max(rows // 50_000, len(RULES))} claims included")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
