"""Score more rows than the memory holds: partitioned Parquet, one part after the other, with Dask.

Run ``python examples/ten_to_the_eight.py`` for a small run, with ``--rows 100000000`` for the full
size. The totals of the tables are made twice: by Dask, which scores each partition as an Arrow record
batch, and by a plain loop over the same files. ``--memory`` is the most that the process may hold, in
MiB, libraries included. The run fails if it needs more, or if one total differs. The extra ``frames``
and Dask are needed.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import dask.dataframe as dd
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

import perfscore as ps
from perfscore.columns import Printed, group_sums, score_columns
from perfscore.frames import score_batch

if TYPE_CHECKING:
    from collections.abc import Sequence

RULES = ps.load_rules("wuhan-2023")
PART = 500_000
LINES = 34
"""Indicators of a table."""
NEGATIVE_SHARE = 0.2


def write(folder: Path, rows: int) -> int:
    """Write made-up departments, each indicator a row as printed; return the bytes in memory."""
    held = 0
    for number, start in enumerate(range(0, rows, PART)):
        size = min(PART, rows - start)
        random = np.random.default_rng(number)
        target = random.integers(10, 100_000, size)
        actual = (target * random.uniform(0.5, 1.1, size)).astype(np.int64)
        direction = np.where(random.random(size) < NEGATIVE_SHARE, "反向", "正向")
        table = pa.table(
            {
                "table": pa.array((start + np.arange(size)) // LINES),
                "weight": pa.array(random.integers(1, 11, size)),
                "target": pa.array(np.char.add(target.astype(str), "人")),
                "actual": pa.array(np.char.add(actual.astype(str), "人")),
                "direction": pa.array(direction),
            }
        )
        held += table.nbytes
        pq.write_table(table, folder / f"part-{number:05}.parquet")
    return held


def score(part: pd.DataFrame) -> pd.DataFrame:
    """Score the printed cells of one partition and add up its tables, in hundredths of a point."""
    batch = pa.RecordBatch.from_pandas(part, preserve_index=False)
    scored = score_batch(batch, rules=RULES).select(["table", "score"]).to_pandas()
    # A score is the double nearest to two decimals, so this is the whole number that it prints.
    cents = (scored["score"] * 100).round().astype("int64")
    sums: pd.DataFrame = cents.groupby(scored["table"]).sum().rename("cents").reset_index()
    return sums


def with_dask(folder: Path) -> pd.DataFrame:
    """Return the total of each table; one may begin in one partition and end in the next."""
    meta = pd.DataFrame({"table": [0], "cents": [0]}).astype("int64")
    sums = dd.read_parquet(folder, split_row_groups=False).map_partitions(score, meta=meta)
    # Each partition is done when its few sums are, so that no two are held at once for each core.
    parts = sums.compute(scheduler="threads", num_workers=2)
    total: pd.DataFrame = parts.groupby("table", as_index=False)[["cents"]].sum()
    return total


def in_blocks(folder: Path) -> pd.DataFrame:
    """Return the same without Dask and without printed cells: numbers in NumPy columns, file by file."""
    parts = []
    for file in sorted(folder.iterdir()):
        table = pq.read_table(file).to_pandas()
        target, actual = (
            Printed(table[name].str.removesuffix("人").to_numpy(dtype=np.int64))
            for name in ("target", "actual")
        )
        weight = table["weight"].to_numpy()
        scores = score_columns(weight, target, actual, (table["direction"] == "反向").to_numpy(), rules=RULES)
        sums = group_sums(table["table"].to_numpy(), scores)
        parts.append(pd.DataFrame({"table": sums.ids, "cents": sums.units}))
    total: pd.DataFrame = pd.concat(parts).groupby("table", as_index=False)[["cents"]].sum()
    return total


def main(arguments: Sequence[str] | None = None) -> int:
    """Write, score and add up, twice; return 1 if the totals differ or the memory did not do."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--memory", type=int, default=2048)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        held = write(folder, options.rows) / 2**20
        totals = with_dask(folder)
        used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        same = totals.equals(in_blocks(folder))
    print(f"{options.rows} rows, {held:.0f} MiB as a table, scored in {used:.0f} MiB:")
    print(f"{len(totals)} tables of {totals['cents'].sum() / 100:.2f} points in all;")
    print("in blocks without Dask the same totals" if same else "in blocks without Dask OTHER totals")
    return int(not same or used > options.memory)


if __name__ == "__main__":
    sys.exit(main())
