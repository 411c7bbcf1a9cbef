"""Score more rows than the memory holds: partitioned Parquet, one part after the other, with Dask.

Run ``python examples/ten_to_the_eight.py`` for a small run, with ``--rows 100000000`` for the full
size. Each partition is read, scored as an Arrow record batch and written before the next; ``--memory``
is the most that Python may hold beside the libraries, in MiB, and the run fails if it needs more.
The extra ``frames`` and Dask are needed.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import dask.dataframe as dd
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

import perfscore as ps
from perfscore.columns import score_batch

if TYPE_CHECKING:
    from collections.abc import Sequence

RULES = ps.load_rules("wuhan-2023")
PART = 500_000


def write(folder: Path, rows: int) -> int:
    """Write made-up departments, each indicator a row as printed; return the bytes in memory."""
    held = 0
    for number, start in enumerate(range(0, rows, PART)):
        size = min(PART, rows - start)
        random = np.random.default_rng(number)
        target = random.integers(10, 100_000, size)
        actual = (target * random.uniform(0.5, 1.1, size)).astype(np.int64)
        direction = pa.array(np.where(random.random(size) < 0.2, "反向", "正向"))  # noqa: PLR2004  # one in five
        table = pa.table(
            {
                "table": pa.array((start + np.arange(size)) // 34),
                "weight": pa.array(random.integers(1, 11, size)),
                "target": pa.array(np.char.add(target.astype(str), "人")),
                "actual": pa.array(np.char.add(actual.astype(str), "人")),
                "direction": direction,
            }
        )
        held += table.nbytes
        pq.write_table(table, folder / f"part-{number:05}.parquet")
    return held


def score(part: pd.DataFrame) -> pd.DataFrame:
    """Score one partition and keep the sum and the number of scored rows of each table."""
    batch = pa.RecordBatch.from_pandas(part, preserve_index=False)
    scored = score_batch(batch, rules=RULES).select(["table", "score"]).to_pandas()
    # A sum of floats of two places, rounded to cents, is exact for the few rows of a table.
    sums = scored.groupby("table")["score"].agg(["sum", "count"]).reset_index()
    cents: pd.DataFrame = sums.assign(sum=(sums["sum"] * 100).round().astype("int64"))
    return cents


def main(arguments: Sequence[str] | None = None) -> None:
    """Write, score and add up."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--memory", type=int, default=2048)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        held = write(folder, options.rows)
        base = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        meta = pd.DataFrame({"table": [0], "sum": [0], "count": [0]}).astype("int64")
        sums = dd.read_parquet(folder, split_row_groups=False).map_partitions(score, meta=meta)
        total = sums[["sum", "count"]].sum().compute(scheduler="synchronous")
        used = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - base) / 1024
    print(f"{options.rows} rows, {held / 2**20:.0f} MiB as a table: {total['count']} scored,")
    print(f"{total['sum'] / 100:.2f} points in all; {used:.0f} MiB more than after writing.")
    if used > options.memory:
        parser.exit(1, f"more than {options.memory} MiB\n")


if __name__ == "__main__":
    main()
