"""Data frames in the long form, in and out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import perfscore as ps
from perfscore.columns import _frames as frames
from perfscore.columns import score_batch, score_frame
from perfscore.errors import InputError
from tests.columns.reference import WUHAN

TABLES = Path(__file__).parents[2] / "examples" / "tables"
CELLS: dict[str, list[Any]] = {
    "name": ["博士后津贴发放人数", "满意度", "城镇失业率"],
    "weight": ["2", "4", "2"],
    "target": ["45人", "有效提升", "5%"],
    "actual": ["41人", None, "6%"],
}
SCORED = [(1.82, "scored"), (None, "missing"), (1.67, "scored")]


class Stream:
    """Something that gives Arrow data as a stream."""

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return pa.table(CELLS).__arrow_c_stream__(requested_schema)


class Array:
    """Something that gives Arrow data as one array."""

    def __arrow_c_array__(self, requested_schema: object = None) -> object:
        return pa.record_batch(CELLS).__arrow_c_array__(requested_schema)


@pytest.mark.parametrize(
    ("frame", "kind"),
    [
        (pl.DataFrame(CELLS), pl.DataFrame),
        (pa.table(CELLS), pa.Table),
        (pa.record_batch(CELLS), pa.RecordBatch),
        (Stream(), pa.Table),
        (Array(), pa.Table),
    ],
    ids=["polars", "table", "batch", "stream", "array"],
)
def test_each_kind_of_frame_comes_back(frame: Any, kind: type) -> None:
    """With its columns, and two more."""
    result: Any = score_frame(frame, rules=WUHAN)
    assert isinstance(result, kind)
    table = pa.table(result)
    assert table.column_names == [*CELLS, "score", "status"]
    assert list(zip(table["score"].to_pylist(), table["status"].to_pylist(), strict=True)) == SCORED


def test_pandas_keeps_its_index_and_mixed_cells() -> None:
    """Strings and numbers in one column are what spreadsheets hold; the index stays."""
    frame = pd.DataFrame({**CELLS, "weight": [2, "4", 2.0]}, index=[7, 5, 7])
    result = score_frame(frame, rules=WUHAN)
    assert result.index.tolist() == [7, 5, 7]
    assert result["status"].tolist() == ["scored", "missing", "scored"]
    assert result["score"].isna().tolist() == [False, True, False]
    assert frame.columns.tolist() == list(CELLS)


def test_columns_of_other_names() -> None:
    """The frame's own names are given by role; its direction goes before the name's."""
    frame = pl.DataFrame({"分值": [2, 2], "目标": ["5%", "5%"], "实际": ["6%", "6%"], "方向": ["正向", None]})
    names = {"weight": "分值", "target": "目标", "actual": "实际", "direction": "方向"}
    assert score_frame(frame, rules=WUHAN, columns=names)["score"].to_list() == [2.0, 2.0]
    backwards = frame.with_columns(pl.lit("反向").alias("方向"))
    assert score_frame(backwards, rules=WUHAN, columns=names)["score"].to_list() == [1.67, 1.67]


def test_an_empty_frame_stays_empty() -> None:
    """With its two new columns."""
    empty = pl.DataFrame(CELLS).clear()
    assert score_frame(empty, rules=WUHAN).shape == (0, 6)
    assert score_frame(pd.DataFrame({name: [] for name in CELLS}), rules=WUHAN).shape == (0, 6)


def test_bad_frames_are_refused() -> None:
    """No frame, no column, no role of that name: the error says which."""
    with pytest.raises(InputError, match="found 'list'"):
        score_frame([1], rules=WUHAN)
    with pytest.raises(
        InputError, match="actual: found 'actual', expected one of the columns 'weight', 'target'"
    ):
        score_frame(pl.DataFrame({"weight": [1], "target": [1]}), rules=WUHAN)
    with pytest.raises(InputError, match="direction: found '方向'"):
        score_frame(pl.DataFrame(CELLS), rules=WUHAN, columns={"direction": "方向"})
    with pytest.raises(InputError, match="found 'colour'"):
        score_batch(pa.record_batch(CELLS), rules=WUHAN, columns={"colour": "weight"})
    with pytest.raises(InputError, match="a rule set"):
        score_frame(pl.DataFrame(CELLS), rules="wuhan-2023")  # type: ignore[arg-type]
    with pytest.raises(InputError, match=r"direction\[1\]: found 'up'"):
        score_frame(pl.DataFrame({**CELLS, "direction": [None, "up", None]}), rules=WUHAN)


def test_the_tables_of_the_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every indicator of the transcribed tables scores as it does in its table, in parts of any size."""
    monkeypatch.setattr(frames, "_BATCH", 7)
    rows, expected = [], []
    for file in sorted(TABLES.glob("*.json")):
        table = ps.from_json(file.read_text(encoding="utf-8"))
        for item, line in zip(table.indicators, ps.score(table, rules=WUHAN).lines, strict=True):
            cells = [
                cell.text if cell is not None else None for cell in (item.weight, item.target, item.actual)
            ]
            rows.append((*cells, item.direction.value if item.direction else None, item.name))
            rated = item.rating is not None
            expected.append(None if line.printed is None or rated else float(line.printed))
    frame = pl.DataFrame(rows, schema=["weight", "target", "actual", "direction", "name"], orient="row")
    assert len(rows) > 100
    assert score_frame(frame, rules=WUHAN)["score"].to_list() == expected
