"""How fast columns are scored, and how many last digits each way gets wrong.

Run ``python tests/benchmarks/bench_columns.py``; ``--rows 1000000`` for fewer rows. All ways take
the same rows in one run, one after the other in every round; times are medians. The limit is the
time of a plain copy of as many bytes as scoring must read and write. The loops run over a sample,
scaled to all rows. The exit status is 1 if a goal is missed.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import duckdb
import numpy as np
import pandas as pd
import polars as pl

import perfscore as ps
from perfscore.columns import Printed, Scores, score_columns
from perfscore.intervals import rounded

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

RULES = ps.load_rules("wuhan-2023")
BYTES = 34
"""What a row reads and writes: three numbers, a direction; a score, a status."""
SAMPLE = 20_000
CENT = Decimal("0.01")


@attrs.frozen
class Rows:
    """The same rows as integers in hundredths and as floats."""

    units: tuple[NDArray[np.int64], ...]
    floats: tuple[NDArray[np.float64], ...]
    negative: NDArray[np.bool_]

    @classmethod
    def draw(cls, size: int) -> Rows:
        """Draw weights up to 50 points, targets up to 100,000, most of them nearly met."""
        random = np.random.default_rng(2023)
        weight = random.integers(1, 101, size) * 50
        target = random.integers(1, 10**7, size)
        actual = (target * random.uniform(0.3, 1.2, size)).astype(np.int64)
        units = weight, target, actual
        return cls(units, tuple(column / 100 for column in units), random.random(size) < 0.3)


def ways(rows: Rows) -> dict[str, Callable[[], Any]]:
    """Return each way of scoring by its name; what it returns becomes floats by ``np.asarray``."""
    weight, target, actual = rows.floats
    negative = rows.negative
    frame = pd.DataFrame({"w": weight, "a": target, "b": actual, "n": negative})
    lazy = pl.DataFrame({"w": weight, "a": target, "b": actual, "n": negative}).lazy()
    database = duckdb.connect()
    database.register(
        "given", pl.DataFrame({"w": weight, "a": target, "b": actual, "n": negative}).to_arrow()
    )
    database.execute("create table rows as select * from given")
    out = Scores.empty(len(negative))
    whole = [Printed(column, 2) for column in rows.units]
    decimals = [Printed(column, 2) for column in rows.floats]

    def ours(columns: list[Printed], **options: Any) -> Callable[[], Scores]:
        return lambda: score_columns(
            columns[0], columns[1], columns[2], negative, rules=RULES, out=out, **options
        )

    def plain() -> NDArray[np.float64]:
        share = np.where(negative, target / actual, actual / target)
        return np.floor(np.minimum(weight * share, weight) * 100 + 0.5) / 100

    def pandas() -> Any:
        share = (frame["b"] / frame["a"]).where(~frame["n"], frame["a"] / frame["b"]).clip(upper=1)
        return (frame["w"] * share).round(2)

    def polars() -> Any:
        share = pl.when(pl.col("n")).then(pl.col("a") / pl.col("b")).otherwise(pl.col("b") / pl.col("a"))
        return lazy.select((pl.col("w") * share.clip(upper_bound=1)).round(2)).collect().to_series()

    def in_duckdb() -> Any:
        share = "case when n then a / b else b / a end"
        return database.execute(f"select round(w * least({share}, 1), 2) as s from rows").fetchnumpy()["s"]  # noqa: S608  # our own words

    copied = np.empty(BYTES * len(negative) // 2, dtype=np.uint8)
    source = np.ones_like(copied)
    return {
        "limit (copy)": lambda: np.copyto(copied, source),
        "perfscore, integers": ours(whole),
        "perfscore, 2 threads": ours(whole, threads=2),
        "perfscore, floats": ours(decimals),
        "perfscore fast, 2 threads": ours(whole, engine="numba", threads=2),
        "perfscore fast, floats": ours(decimals, engine="numba", threads=2),
        "NumPy, floats": plain,
        "pandas": pandas,
        "Polars, lazy": polars,
        "DuckDB": in_duckdb,
    }


def in_decimals(rows: Rows, size: int) -> list[float]:
    """Score as a careful script would, one row after the other."""
    weights, targets, actuals = (
        [Decimal(unit).scaleb(-2) for unit in column[:size].tolist()] for column in rows.units
    )
    scores = []
    for w, a, b, negative in zip(weights, targets, actuals, rows.negative[:size].tolist(), strict=True):
        share = a / b if negative else b / a
        scores.append(float(min(w, w * share).quantize(CENT, ROUND_HALF_UP)))
    return scores


def in_fractions(rows: Rows, size: int) -> list[float]:
    """Score in rationals, one row after the other: always right."""
    scores = []
    columns = (column[:size].tolist() for column in (*rows.units, rows.negative))
    for w, a, b, negative in zip(*columns, strict=True):
        share = min(Fraction(1), Fraction(a, b) if negative else Fraction(b, a))
        scores.append(float(rounded(Fraction(w, 100) * share, 2)))
    return scores


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Return how long *work* takes in seconds, and what it gives."""
    started = time.perf_counter()
    given = work()
    return time.perf_counter() - started, given


def measure(rows: Rows, rounds: int) -> dict[str, tuple[float, int | None]]:
    """Return the median time of each way in seconds for all rows, and its wrong last digits."""
    size = len(rows.negative)
    todo = ways(rows)
    exact = timed(todo["perfscore, integers"])[1].to_float()
    truth = in_fractions(rows, min(size, SAMPLE))
    if exact[: len(truth)].tolist() != truth:
        sys.exit("the sample in fractions differs")
    wrong: dict[str, int | None] = {"limit (copy)": None}
    for name, work in todo.items():  # also warms up
        given = timed(work)[1]
        if given is not None:
            floats = given.to_float() if isinstance(given, Scores) else np.asarray(given)
            wrong[name] = int((np.round(floats * 100) != np.round(exact * 100)).sum())
    times: dict[str, list[float]] = {name: [] for name in todo}
    for _ in range(rounds):
        for name, work in todo.items():
            times[name].append(timed(work)[0])
    found: dict[str, tuple[float, int | None]] = {
        name: (statistics.median(taken), wrong[name]) for name, taken in times.items()
    }
    for name, loop in (("decimal loop", in_decimals), ("fractions loop", in_fractions)):
        taken, given = timed(lambda loop=loop: loop(rows, len(truth)))  # type: ignore[misc]
        bad = sum(one != other for one, other in zip(given, truth, strict=True))
        found[name] = (taken * size / len(truth), bad)
    return found


def growth(whole: Rows) -> dict[int, float]:
    """Return the time per row in nanoseconds, for tables from ten thousand rows up.

    Each size goes through all of the rows, so that short tables come from memory as long ones do.
    """
    rows = len(whole.negative)
    found = {}
    size = 10**4
    while size <= rows:
        out = Scores.empty(size)
        tables = [
            (
                [Printed(column[start : start + size], 2) for column in whole.units],
                whole.negative[start : start + size],
            )
            for start in range(0, rows - size + 1, size)
        ]

        def work(tables: Any = tables, out: Scores = out) -> None:
            for columns, negative in tables:
                score_columns(columns[0], columns[1], columns[2], negative, rules=RULES, out=out)

        found[size] = statistics.median(timed(work)[0] for _ in range(7)) / (len(tables) * size) * 1e9
        size *= 10
    return found


def main() -> int:
    """Print the figures and return 1 if a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=10**7)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    rows = Rows.draw(options.rows)
    found = measure(rows, options.rounds)
    limit = found["limit (copy)"][0]
    print(f"{options.rows} rows")
    for name, (taken, wrong) in found.items():
        digits = "" if wrong is None else f"  {wrong} wrong last digits"
        sample = " of the sample" if name.endswith("loop") else ""
        print(f"{name:26} {taken * 1e3:12.1f} ms  {taken / limit:10.2f} × the limit{digits}{sample}")
    per_row = growth(rows)
    sizes = sorted(per_row)
    print("  ".join(f"{size} rows: {each:.2f} ns a row" for size, each in per_row.items()))
    seconds = {name: median for name, (median, _) in found.items()}
    ours, shared = seconds["perfscore, integers"], seconds["perfscore, 2 threads"]
    goals = {
        "exact in every row": all(wrong == 0 for name, (_, wrong) in found.items() if "perfscore" in name),
        "NumPy alone within 5 × the limit": ours <= 5 * limit,
        "NumPy alone faster than plain floats and pandas": ours
        < min(seconds["NumPy, floats"], seconds["pandas"]),
        # These two take all cores by themselves.
        "on two threads faster than Polars and DuckDB": shared
        < min(seconds["Polars, lazy"], seconds["DuckDB"]),
        "fast on two cores within 1.5 × the limit": seconds["perfscore fast, 2 threads"] <= 1.5 * limit,
        "fast 500 × as fast as the decimal loop": 500 * seconds["perfscore fast, 2 threads"]
        <= seconds["decimal loop"],
        "a row costs no more than 10 % more in a longer table": all(
            per_row[size] <= 1.1 * per_row[less] for less in sizes for size in sizes if less < size
        ),
    }
    for goal, reached in goals.items():
        print(f"{'reached' if reached else 'MISSED ':8} {goal}")
    return int(not all(goals.values()))


if __name__ == "__main__":
    sys.exit(main())
